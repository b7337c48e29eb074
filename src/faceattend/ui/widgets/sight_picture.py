"""What one camera sees, with the faces in it measured: for setting a camera up."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.domain.vision import Box, Frame
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.theme import colour
from faceattend.ui.translation import translate
from faceattend.ui.widgets.lettering import Side, width_of, write
from faceattend.ui.widgets.tile_picture import Fit, fit, grey_of, image_of

_RADIUS = 8.0
_LABEL_PX, _PADDING_PX, _MARGIN_PX = 24.0, 8.0, 8.0


@dataclass(frozen=True, slots=True, eq=False)
class SightView:
    """What the picture shows at one tick.

    Attributes:
        frame: None for no picture.
        faces: boxes in pixels of the frame.
        words: what stands over a picture that is old or missing; empty for a live one.
    """

    frame: Frame | None = None
    faces: tuple[Box, ...] = ()
    words: str = ""


class SightPicture(QWidget):
    """A 16:9 picture of one camera. Speaks a sentence.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._view = SightView()

    @property
    def view(self) -> SightView:
        """What is shown."""
        return self._view

    def show_view(self, view: SightView) -> None:
        """Show this from now on."""
        self._view = view
        if (said := _spoken(view)) != self.accessibleDescription():
            self.setAccessibleDescription(said)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width: it does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return nine sixteenths, unless less is allowed."""
        return min(width * 9 // 16, self.maximumHeight())

    def sizeHint(self) -> QSize:
        """Return the size in the settings' pane."""
        return QSize(352, 198)

    def minimumSizeHint(self) -> QSize:
        """Return the least that shows a face."""
        return QSize(240, 135)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the newest frame, the boxes over it and the words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect())
            shape = QPainterPath()
            shape.addRoundedRect(area, _RADIUS, _RADIUS)
            painter.setClipPath(shape)
            painter.fillRect(area, colour("video_bar"))
            placed = self._draw_frame(painter, area)
            if self._view.words:
                self._draw_words(painter, area)
            elif placed is not None:
                self._draw_faces(painter, area, placed)

    def _draw_frame(self, painter: QPainter, area: QRectF) -> Fit | None:
        frame = self._view.frame
        if frame is None:
            return None
        placed = fit(frame.bgr.shape[1], frame.bgr.shape[0], area)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(0.4 if self._view.words else 1.0)
        image = grey_of(frame) if self._view.words else image_of(frame)
        painter.drawImage(placed.place, image)
        painter.setOpacity(1.0)
        return placed

    def _draw_faces(self, painter: QPainter, area: QRectF, placed: Fit) -> None:
        ratio = self.devicePixelRatio()
        for face in self._view.faces:
            room = placed.box(face, ratio)
            for tint, width in (("video_outline", 4.5), ("video_known", 2.0)):
                painter.setPen(QPen(colour(tint), width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(room, 4, 4)
        if self._view.faces:
            _draw_label(painter, area, face_words(self._view.faces))

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        mark = QRectF(0, 0, 24, 24)
        mark.moveCenter(area.center() - mark.center() / 2)
        draw_icon(painter, "video-off", mark.translated(0, -16), "video_text")
        room = QRectF(area.left() + 16, area.center().y() + 4, area.width() - 32, 20)
        write(painter, room, self._view.words, font(TextRole.BODY, 600), "video_text", Side.CENTRE)


def face_words(faces: Sequence[Box]) -> str:
    """Say how wide the largest face is: "face 54 px wide"."""
    widest = max(faces, key=lambda face: face.width)
    figure = QLocale().toString(round(widest.width))
    return translate("SightPicture", "face {figure} px wide").format(figure=figure)


def _draw_label(painter: QPainter, area: QRectF, words: str) -> None:
    face = font(TextRole.SECOND, 600)
    room = QRectF(
        area.left() + _MARGIN_PX,
        area.bottom() - _MARGIN_PX - _LABEL_PX,
        width_of(words, face) + 2 * _PADDING_PX,
        _LABEL_PX,
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("video_label"))
    painter.drawRoundedRect(room, 4, 4)
    write(painter, room, words, face, "video_text", Side.CENTRE)


def _spoken(view: SightView) -> str:
    if view.words:
        return view.words
    if view.frame is None:
        return translate("SightPicture", "No picture yet")
    if not view.faces:
        return translate("SightPicture", "A picture without a face")
    return translate("SightPicture", "A picture, {face}").format(face=face_words(view.faces))
