"""The two faces a person compares: the one at the door, and the one on file."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.avatar import CORNER_PX, FaceShape, draw_blank, draw_face
from faceattend.ui.widgets.lettering import Side, mirrored, write

SIDE_PX = 48.0
GAP_PX = 4.0


@dataclass(frozen=True, slots=True)
class FacePair:
    """A probe beside its reference.

    Attributes:
        probe: JPEG of the face as it was seen; None where it was not kept, empty while it is being read.
        reference: JPEG of the enrolled face; None where there is none, empty likewise.
        instead: an icon that stands for both, where no face was used at all; None otherwise.
        others: how many more faces there are, such as "+3", in the place of the reference; None otherwise.
    """

    probe: bytes | None
    reference: bytes | None
    instead: str | None = None
    others: str | None = None


def pair_width(side: float = SIDE_PX) -> float:
    """Return how wide a pair of faces of that side is."""
    return side * 2 + GAP_PX


def draw_face_pair(painter: QPainter, rect: QRectF, pair: FacePair, *, rtl: bool = False) -> None:
    """Paint probe and reference side by side, the probe first in reading order.

    Args:
        painter: paints on a widget or picture.
        rect: as wide as :func:`pair_width` of its height.
        pair: what to paint.
        rtl: whether the layout reads from right to left.
    """
    if pair.instead is not None:
        _draw_instead(painter, rect, pair.instead)
        return
    side = (rect.width() - GAP_PX) / 2
    first = QRectF(rect.left(), rect.top(), side, rect.height())
    second = first.translated(side + GAP_PX, 0)
    for place, jpeg, icon in ((first, pair.probe, "image-off"), (second, pair.reference, "user-x")):
        here = mirrored(place, rect, rtl=rtl)
        if pair.others and place is second:
            _draw_others(painter, here, pair.others)
        elif jpeg:
            draw_face(painter, here, jpeg, FaceShape.SOFT)
        elif jpeg is None:
            draw_blank(painter, here, CORNER_PX, icon, dashed=True)
        else:
            _draw_coming(painter, here)


def _draw_coming(painter: QPainter, place: QRectF) -> None:
    """Paint the place of a picture that is being read: nothing is missing yet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("sunken"))
    painter.drawRoundedRect(place, CORNER_PX, CORNER_PX)
    painter.restore()


def _draw_others(painter: QPainter, place: QRectF, words: str) -> None:
    _draw_coming(painter, place)
    write(painter, place, words, font(TextRole.BODY, 600), "text2", Side.CENTRE)


def _draw_instead(painter: QPainter, rect: QRectF, icon: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("sunken"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER_PX, CORNER_PX)
    painter.restore()
    place = QRectF(0, 0, 20, 20)
    place.moveCenter(rect.center())
    draw_icon(painter, icon, place, "text2")


class FacePairView(QWidget):
    """Shows a pair of faces, as large as its room allows.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair = FacePair(None, None)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_pair(self, pair: FacePair, says: str) -> None:
        """Show another pair; ``says`` is what a screen reader says of it."""
        self._pair = pair
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size in a feed row."""
        return QSize(int(pair_width()), int(SIDE_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both faces."""
        side = min(self.height(), (self.width() - GAP_PX) / 2)
        room = QRectF(0, 0, pair_width(side), side)
        room.moveCenter(QRectF(self.rect()).center())
        with QPainter(self) as painter:
            draw_face_pair(painter, room, self._pair, rtl=self.isRightToLeft())
