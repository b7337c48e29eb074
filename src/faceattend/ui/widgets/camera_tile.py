"""A camera on the wall: its picture with names on it, or in plain words why there is none."""

from dataclasses import dataclass
from functools import cache, lru_cache, partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.domain.cameras import CameraRole
from faceattend.domain.vision import Frame
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.drawn_once import DrawnOnce
from faceattend.ui.widgets.lettering import Side, mirrored, width_of, write
from faceattend.ui.widgets.tile_faces import draw_faces
from faceattend.ui.widgets.tile_notice import NoticeLayout, TileButton, draw_notice, lay_out
from faceattend.ui.widgets.tile_picture import Fit, draw_picture, fit, grey_of, image_of
from faceattend.ui.widgets.tile_view import TileState, TileView, role_words

RING_PX = 5
"""Free space around the tile for its rings: a wall whose tiles are 12 px apart sets a spacing of 12 - 2 * RING_PX."""

BAR_PX, COMPACT_BAR_PX = 32, 24
_CORNER_PX = 8.0
_USUAL_FRAME = (16, 9)
_KEPT = 48  # bars with the ages of the last second, the caption, and the names that come and go
_DIMMED = 0.62  # how much of the bar's colour lies over an old picture; white text keeps 4.5:1 on any picture
_DIRECTIONS = {CameraRole.ENTRY: "log-in", CameraRole.EXIT: "log-out", CameraRole.BOTH: "arrow-left-right"}
_NOTICE_ICONS = {TileState.CONNECTING: "video", TileState.ENDED: "circle-stop", TileState.DISABLED: "circle-pause"}


class CameraTile(QWidget):
    """Shows a :class:`TileView`, painted in one go at each tick.

    Signals:
        activated(): double-clicked, or Enter pressed: show it large.
        help_wanted(): its button was pressed: say what to check.

    Thread: the GUI thread.

    Args:
        parent: the wall.
    """

    activated = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = TileView("", CameraRole.BOTH, TileState.DISABLED)
        self._grey: tuple[Frame, QImage] | None = None
        self._laid: NoticeLayout | None = None
        self._drawn = DrawnOnce(_KEPT)
        self._button = TileButton(self)
        self._button.hide()
        self._button.clicked.connect(self.help_wanted)
        self.frames_painted = 0
        """Different pictures painted since the start, for measuring."""
        self._painted: Frame | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def view(self) -> TileView:
        """What it shows."""
        return self._view

    def show_view(self, view: TileView) -> None:
        """Show another state of the camera; to be called at every tick, costs nothing where nothing changed."""
        if view == self._view:
            return
        self._view = view
        said = view.speak()
        if said != self.accessibleName():
            self.setAccessibleName(said)
        self._arrange()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size on a wall of six at 1440x900."""
        return QSize(408 + 2 * RING_PX, 256 + 2 * RING_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the notice anew."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the camera large."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click shows the camera large."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Other fonts or another direction of reading move the notice."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange}:
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bar, picture, faces or notice, caption and rings."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("canvas"))
            view, tile = self._view, self._places().tile
            self._paint_picture(painter, view)
            bar = QRectF(tile.left(), tile.top(), tile.width(), COMPACT_BAR_PX if view.compact else BAR_PX)
            looks = (view.name, view.role, view.age_words(), view.blind, view.statuses, self.isRightToLeft())
            self._drawn.draw(painter, bar, looks, partial(self._paint_bar, view))
            if view.compact:
                foot = QRectF(tile.left(), tile.bottom() - COMPACT_BAR_PX, tile.width(), COMPACT_BAR_PX)
                seam = QRectF(foot.left(), foot.top() - 0.5, foot.width(), 1)  # open at fractional pixel ratios
                painter.fillRect(seam, colour("video_bar"))
                self._drawn.draw(
                    painter, foot, (view.caption, self.isRightToLeft()), partial(self._paint_caption, view)
                )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(_corners(tile.getRect()), colour("canvas"))
            self._paint_rings(painter, tile)

    @property
    def picture_px(self) -> int:
        """How wide a picture of the camera has to be to be shown here as it is, in pixels of the device."""
        return round(self._places().placed.place.width() * self.devicePixelRatioF())

    def _places(self) -> "_Places":
        view = self._view
        size = view.frame.size if view.frame is not None else _USUAL_FRAME
        return _placed(self.width(), self.height(), size, compact=view.compact)

    def _arrange(self) -> None:
        """Place what stands instead of the picture, and its button."""
        view = self._view
        if view.live:
            self._laid = self._grey = None
            self._button.hide()
            return
        notice = view.shown_notice()
        self._laid = lay_out(notice, self._places().area, compact=view.compact)
        self._button.setText(notice.action or "")
        self._button.setGeometry(self._laid.button.toAlignedRect())
        self._button.setVisible(not self._laid.button.isEmpty())

    def _paint_picture(self, painter: QPainter, view: TileView) -> None:
        area, placed = self._places().area, self._places().placed
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if view.frame is None:
            painter.fillRect(area, colour("video_outline"))
        else:
            if not placed.place.contains(area):
                painter.fillRect(area, colour("video_outline"))
            image = image_of(view.frame, self.picture_px) if view.live else self._grey_picture(view.frame)
            draw_picture(painter, area, placed.place, image)
            self._count(view.frame)
            if view.live:
                draw_faces(painter, area, placed, view.faces, self._drawn, rtl=self.isRightToLeft())
        if not view.live:
            self._paint_notice(painter, view, area)
        painter.restore()

    def _paint_notice(self, painter: QPainter, view: TileView, area: QRectF) -> None:
        if view.frame is not None:
            dark = colour("video_bar")
            dark.setAlphaF(_DIMMED)
            painter.fillRect(area, dark)
        if self._laid is not None:
            draw_notice(painter, view.shown_notice(), self._laid, _NOTICE_ICONS.get(view.state, "video-off"))

    def _paint_bar(self, view: TileView, painter: QPainter, bar: QRectF) -> None:
        """Write direction, name and role at the start, age and facts at the end; names are cut last."""
        painter.fillRect(bar, colour("video_bar"))
        rtl, pad = self.isRightToLeft(), 8.0 if view.compact else 12.0
        icon_px, gap = (14.0, 6.0) if view.compact else (16.0, 8.0)
        bold = font(TextRole.SECOND if view.compact else TextRole.BODY, 600)
        icon = QRectF(bar.left() + pad, bar.center().y() - icon_px / 2, icon_px, icon_px)
        draw_icon(painter, _DIRECTIONS[view.role], mirrored(icon, bar, rtl=rtl), "video_text")
        left, right = icon.right() + gap, self._paint_end(painter, view, bar.adjusted(0, 0, -pad, 0), bar)
        wide = min(width_of(view.name, bold), right - left)
        name = QRectF(left, bar.top(), wide, bar.height())
        write(painter, mirrored(name, bar, rtl=rtl), view.name, bold, "video_text", rtl=rtl)
        left = name.right() + 8
        role, small = role_words(view.role), font(TextRole.SECOND)
        if not view.compact and left + width_of(role, small) <= right:
            place = QRectF(left, bar.top(), width_of(role, small), bar.height())
            write(painter, mirrored(place, bar, rtl=rtl), role, small, "video_text2", rtl=rtl)
            left = place.right() + 16
        self._paint_statuses(painter, view, bar, left, right)

    def _paint_end(self, painter: QPainter, view: TileView, room: QRectF, bar: QRectF) -> float:
        """Write the age, or that it is blind; return where it begins, less a gap."""
        words, rtl = view.age_words(), self.isRightToLeft()
        face = font(TextRole.SECOND, 600 if view.blind else 400)
        tint = "video_bad" if view.blind else "video_text2"
        place = QRectF(room.right() - width_of(words, face), room.top(), width_of(words, face), room.height())
        write(painter, mirrored(place, bar, rtl=rtl), words, face, tint, Side.END, rtl=rtl)
        if not view.blind:
            return place.left() - 16
        icon = QRectF(place.left() - 20, room.center().y() - 8, 16, 16)
        draw_icon(painter, "video-off", mirrored(icon, bar, rtl=rtl), tint)
        return icon.left() - 8

    def _paint_statuses(self, painter: QPainter, view: TileView, bar: QRectF, left: float, right: float) -> None:
        face, rtl = font(TextRole.SECOND), self.isRightToLeft()
        for status in () if view.compact else view.statuses:
            begin = right - width_of(status.words, face) - 20
            if begin < left:
                return
            icon = QRectF(begin, bar.center().y() - 8, 16, 16)
            draw_icon(painter, status.icon, mirrored(icon, bar, rtl=rtl), "video_text2")
            words = QRectF(begin + 20, bar.top(), right - begin - 20, bar.height())
            write(painter, mirrored(words, bar, rtl=rtl), status.words, face, "video_text2", rtl=rtl)
            right = begin - 16

    def _paint_caption(self, view: TileView, painter: QPainter, foot: QRectF) -> None:
        painter.fillRect(foot, colour("video_bar"))
        if view.caption is None:
            return
        rtl, small = self.isRightToLeft(), font(TextRole.SECOND)
        room = foot.adjusted(8, 0, -8, 0)
        wide = width_of(view.caption.time, small)
        clock = QRectF(room.right() - wide, room.top(), wide, room.height())
        write(painter, mirrored(clock, foot, rtl=rtl), view.caption.time, small, "video_text2", Side.END, rtl=rtl)
        words: QFont = small if view.caption.quiet else font(TextRole.SECOND, 600)
        room.setRight(clock.left() - 8)
        tint = "video_text2" if view.caption.quiet else "video_text"
        write(painter, mirrored(room, foot, rtl=rtl), view.caption.words, words, tint, rtl=rtl)

    def _paint_rings(self, painter: QPainter, tile: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._view.attention:
            _ring(painter, tile, 3.5, QPen(colour("warn_mark"), 3))
        if self.hasFocus():
            _ring(painter, tile, 1.0 if self._view.attention else 3.0, QPen(colour("accent2"), 2))

    def _grey_picture(self, frame: Frame) -> QImage:
        if self._grey is None or self._grey[0] is not frame:
            self._grey = (frame, grey_of(frame))
        return self._grey[1]

    def _count(self, frame: Frame) -> None:
        if frame is not self._painted:
            self._painted = frame
            self.frames_painted += 1


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand in a tile: all of it without its rings, the room for the picture, and the picture."""

    tile: QRectF
    area: QRectF
    placed: Fit


@lru_cache(maxsize=64)
def _placed(width: int, height: int, frame: tuple[int, int], *, compact: bool) -> _Places:
    """Lay out a tile of so many logical pixels; once for thousands of pictures. What it returns is never changed."""
    tile = QRectF(0, 0, width, height).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
    area = tile.adjusted(0, COMPACT_BAR_PX if compact else BAR_PX, 0, -COMPACT_BAR_PX if compact else 0)
    return _Places(tile, area, fit(*frame, area))


def _ring(painter: QPainter, tile: QRectF, out: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawRoundedRect(tile.adjusted(-out, -out, out, out), _CORNER_PX + out, _CORNER_PX + out)


@cache
def _corners(tile: tuple[float, float, float, float]) -> QPainterPath:
    """Return what covers a tile's corners with the wall's colour: far cheaper than to clip every picture to round ones.

    Args:
        tile: left, top, width and height.
    """
    corners, rounded, rect = QPainterPath(), QPainterPath(), QRectF(*tile)
    corners.addRect(rect.adjusted(-1, -1, 1, 1))  # and what fractional pixel ratios let bleed over the edges
    rounded.addRoundedRect(rect, _CORNER_PX, _CORNER_PX)
    return corners - rounded
