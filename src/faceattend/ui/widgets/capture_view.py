"""What the desk camera sees while somebody is enrolled: mirrored, with the ring around it and one thing to do."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from faceattend.domain.vision import Frame
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import pixmap
from faceattend.ui.tokens import colour
from faceattend.ui.translation import translate
from faceattend.ui.widgets.lettering import mirrored, width_of, write
from faceattend.ui.widgets.pose_ring import PoseRing, draw_ring
from faceattend.ui.widgets.tile_picture import STRIP_PX, image_of

_RADIUS, _LABEL_RADIUS = 8.0, 6.0
_MARGIN_PX, _LABEL_PX, _PADDING_PX, _ICON_PX, _GAP_PX = 12, 32, 12, 16, 8
_SHUTTER_PX = 40
_FOCUS_PX = 3.0
_WIDEST_PX = 340.0
_CENTRED = (Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop).value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True, eq=False)
class CaptureScene:
    """What is shown at one tick.

    Attributes:
        frame: None for no picture.
        ring: how far the photos have come; None for a picture without a ring.
        icon: Lucide's name of what stands before the words.
        words: the one thing to do now, or why there is no picture yet; empty for nothing.
        trouble: what happened, where there is no picture because something is wrong; empty otherwise.
        remedy: what that means and what to do.
    """

    frame: Frame | None = None
    ring: PoseRing | None = None
    icon: str = ""
    words: str = ""
    trouble: str = ""
    remedy: str = ""

    def speak(self) -> str:
        """Say it in one or two sentences."""
        return f"{self.trouble} {self.remedy}".strip() if self.trouble else self.words


class CaptureView(QWidget):
    """A 4:3 picture that people see themselves in as in a mirror. Speaks what is to be done.

    Takes the focus, for Space; that key goes on to the dialog.

    Thread: the GUI thread.

    Attributes:
        shutter: takes a photo by mouse; in sight while there is a picture.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = CaptureScene()
        self.shutter = Shutter(self)
        self.shutter.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("CaptureView", "Picture of the camera"))

    @property
    def scene(self) -> CaptureScene:
        """What is shown."""
        return self._scene

    def show_scene(self, scene: CaptureScene) -> None:
        """Show this from now on."""
        self._scene = scene
        self.shutter.setVisible(scene.frame is not None and not scene.trouble)
        if (said := scene.speak()) != self.accessibleDescription():
            self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size beside the fields of a person."""
        return QSize(416, 312)

    def minimumSizeHint(self) -> QSize:
        """Return the least in which a face can be followed."""
        return QSize(240, 150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shutter at the end of the lower edge."""
        super().resizeEvent(event)
        at = self.rect().bottomRight() - QPoint(_SHUTTER_PX + _MARGIN_PX - 1, _LABEL_PX + _MARGIN_PX - 1)
        if self.isRightToLeft():
            at.setX(_MARGIN_PX)
        self.shutter.setGeometry(at.x(), at.y(), _SHUTTER_PX, _LABEL_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the newest frame, the ring and the words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect())
            shape = QPainterPath()
            shape.addRoundedRect(area, _RADIUS, _RADIUS)
            painter.setClipPath(shape)
            painter.fillRect(area, colour("video_bar"))
            scene = self._scene
            if scene.trouble:
                self._draw_trouble(painter, area)
            elif scene.frame is None:
                self._draw_words(painter, area, font(TextRole.BODY), scene.words, area.center().y() - 10)
            else:
                _draw_frame(painter, area, scene.frame)
                if scene.ring is not None:
                    draw_ring(painter, area, scene.ring)
                if scene.words:
                    self._draw_label(painter, area)
            if self.hasFocus():
                painter.setPen(QPen(colour("accent2"), _FOCUS_PX))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inset = _FOCUS_PX / 2
                painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)

    def _draw_label(self, painter: QPainter, area: QRectF) -> None:
        face = font(TextRole.BODY, 600)
        lead = _ICON_PX + _GAP_PX if self._scene.icon else 0
        room = area.width() - 2 * _MARGIN_PX - _SHUTTER_PX - _GAP_PX
        width = min(width_of(self._scene.words, face) + lead + 2 * _PADDING_PX, room)
        rtl = self.isRightToLeft()
        label = QRectF(_MARGIN_PX, area.bottom() - _MARGIN_PX - _LABEL_PX, width, _LABEL_PX)
        label = mirrored(label, area, rtl=rtl)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("video_label"))
        painter.drawRoundedRect(label, _LABEL_RADIUS, _LABEL_RADIUS)
        inner = label.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        if lead:
            place = QRectF(inner.left(), inner.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
            _draw_upright(painter, self._scene.icon, mirrored(place, inner, rtl=rtl))
        words = mirrored(inner.adjusted(lead, 0, 0, 0), inner, rtl=rtl)
        write(painter, words, self._scene.words, face, "video_text", rtl=rtl)

    def _draw_trouble(self, painter: QPainter, area: QRectF) -> None:
        top = area.center().y() - 56
        _draw_upright(painter, "video-off", QRectF(area.center().x() - 12, top, 24, 24))
        below = self._draw_words(painter, area, font(TextRole.BODY, 600), self._scene.trouble, top + 36)
        self._draw_words(painter, area, font(TextRole.BODY), self._scene.remedy, below + 4)

    def _draw_words(self, painter: QPainter, area: QRectF, face: QFont, words: str, top: float) -> float:
        """Write sentences in the middle, as many lines as they take; return where they end."""
        width = min(area.width() - 2 * _MARGIN_PX, _WIDEST_PX)
        room = QRectF(area.center().x() - width / 2, top, width, area.bottom() - top)
        painter.setFont(face)
        painter.setPen(colour("video_text"))
        return painter.drawText(room, _CENTRED, words).bottom()


class Shutter(QAbstractButton):
    """The button on the picture that takes a photo.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = translate("CaptureView", "Take the photo now")
        self.setAccessibleName(words)
        key = translate("CaptureView", "Space")
        self.setAccessibleDescription(key)
        self.setToolTip(f"{words} ({key})")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the picture has it

    def sizeHint(self) -> QSize:
        """A target of good size."""
        return QSize(_SHUTTER_PX, _LABEL_PX)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a camera on the ground of the words beside it, darker where it is about to be pressed."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect())
            near = self.underMouse() or self.isDown()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("video_outline" if near else "video_label"))
            painter.drawRoundedRect(rect, _LABEL_RADIUS, _LABEL_RADIUS)
            side = QSizeF(_ICON_PX + 2, _ICON_PX + 2)
            place = QRectF(rect.center().x() - side.width() / 2, rect.center().y() - side.height() / 2, *side.toTuple())
            _draw_upright(painter, "camera", place)


def _draw_frame(painter: QPainter, area: QRectF, frame: Frame) -> None:
    """Fill the area with the frame's middle, mirrored; in strips as ``draw_picture`` does, but in round corners."""
    image = image_of(frame)
    scale = max(area.width() / image.width(), area.height() / image.height())
    place = QRectF(0, 0, image.width() * scale, image.height() * scale)
    place.moveCenter(area.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(2 * area.center().x(), 0)
    painter.scale(-1, 1)
    high, top = STRIP_PX / painter.device().devicePixelRatioF(), area.top()
    while top < area.bottom():
        painter.save()
        strip = QRectF(area.left(), top, area.width(), min(high, area.bottom() - top))
        painter.setClipRect(strip, Qt.ClipOperation.IntersectClip)
        painter.drawImage(place, image)
        painter.restore()
        top += high
    painter.restore()


def _draw_upright(painter: QPainter, icon: str, place: QRectF) -> None:
    """Draw an icon that is not mirrored with the layout: left is left on a picture."""
    ratio = painter.device().devicePixelRatioF()
    drawn = pixmap(icon, place.width(), ratio, colour("video_text"))
    painter.drawPixmap(place, drawn, QRectF(drawn.rect()))
