"""Faces as the product shows them: round in lists, with soft corners as evidence; decoded once."""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QImageReader, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour

CORNER_PX = 6.0
_KEPT = 600  # faces; at 48 px and twice the pixels that is 22 MB


class FaceShape(StrEnum):
    """How a face is cut out."""

    ROUND = "round"
    SOFT = "soft"


@lru_cache(maxsize=_KEPT)
def cut_face(jpeg: bytes, size_px: QSize | tuple[int, int], corner_px: float) -> QImage:
    """Return a face that fills a size, with round corners; decoded and scaled once.

    Args:
        jpeg: the picture as stored; the middle is kept where its shape differs.
        size_px: (width, height) in device pixels.
        corner_px: radius of the corners in device pixels.

    Returns:
        ARGB32, premultiplied; a null image where the bytes hold no picture.
    """
    wanted = size_px if isinstance(size_px, QSize) else QSize(*size_px)
    picture = _decoded(jpeg, wanted)
    if picture.isNull():
        return QImage()
    left, top = (picture.width() - wanted.width()) // 2, (picture.height() - wanted.height()) // 2
    made = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(picture.copy(left, top, wanted.width(), wanted.height())))
        painter.drawRoundedRect(made.rect(), corner_px, corner_px)
        return made


def forget_faces() -> None:
    """Drop all decoded faces, as after photos were erased."""
    cut_face.cache_clear()


def draw_face(painter: QPainter, rect: QRectF, jpeg: bytes | None, shape: FaceShape = FaceShape.ROUND) -> None:
    """Paint a face, or where there is none (or none that can be read) a quiet place for one.

    Args:
        painter: paints on a widget or picture; its pixel ratio decides the resolution.
        rect: in logical pixels; filled.
        jpeg: the picture, or None.
        shape: round or with soft corners.
    """
    ratio = painter.device().devicePixelRatioF()
    corner = min(rect.width(), rect.height()) / 2 if shape is FaceShape.ROUND else CORNER_PX
    if jpeg:
        size = (round(rect.width() * ratio), round(rect.height() * ratio))
        face = cut_face(jpeg, size, corner * ratio)
        if not face.isNull():
            painter.drawImage(rect, face)
            return
    draw_blank(painter, rect, corner, "user")


def draw_blank(painter: QPainter, rect: QRectF, corner: float, icon: str, *, dashed: bool = False) -> None:
    """Paint the place of a face that is not there: an icon on sunken ground, dashed where one is expected."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour("sunken"))
    if dashed:
        painter.setPen(_dashes(colour("edge")))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, corner, corner)
    side = min(24.0, max(14.0, round(min(rect.width(), rect.height()) * 0.42)))
    place = QRectF(0, 0, side, side)
    place.moveCenter(rect.center())
    draw_icon(painter, icon, place, "text2")
    painter.restore()


def _dashes(tint: QColor) -> QPen:
    pen = QPen(tint, 1)
    pen.setDashPattern([3, 3])
    return pen


def _decoded(jpeg: bytes, covering: QSize) -> QImage:
    """Read a picture no larger than needed to cover a size; null where it cannot be read."""
    data = QByteArray(jpeg)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isEmpty():
        return QImage()
    reader.setScaledSize(size.scaled(covering, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


class FaceView(QWidget):
    """Shows one face in all its room.

    Thread: the GUI thread.

    Args:
        parent: where it lies.
        shape: round or with soft corners.
        icon: what stands for a face that is not there.
    """

    def __init__(self, parent: QWidget | None = None, shape: FaceShape = FaceShape.ROUND, icon: str = "user") -> None:
        super().__init__(parent)
        self._shape, self._icon = shape, icon
        self._jpeg: bytes | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_face(self, jpeg: bytes | None, says: str) -> None:
        """Show another face.

        Args:
            jpeg: the picture; None for nobody.
            says: what a screen reader says of it, such as "Daniel Osei, reference photo".
        """
        self._jpeg = jpeg
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a face in a pane's head."""
        return QSize(64, 64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face, or its place."""
        with QPainter(self) as painter:
            rect = QRectF(self.rect())
            if self._jpeg or self._shape is FaceShape.ROUND:
                draw_face(painter, rect, self._jpeg, self._shape)
            else:
                draw_blank(painter, rect, CORNER_PX, self._icon, dashed=True)


class RoundFace(FaceView):
    """A face in a circle; can be placed in a form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, FaceShape.ROUND)


class SoftFace(FaceView):
    """A face with soft corners; can be placed in a form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, FaceShape.SOFT, "user-x")
