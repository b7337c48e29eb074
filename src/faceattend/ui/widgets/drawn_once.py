"""Parts of a painted widget that look the same for many paints, drawn once and copied from then on."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from faceattend.ui.tokens import tokens

_NEARLY, _DIGITS = 1e-6, 4  # positions are worked out in floating point, and differ in their last digits


class DrawnOnce:
    """Keeps the parts drawn last, in the colours and at the pixel ratio they were drawn in.

    Painting sixteen tiles with all their words fifteen times a second is some thousand calls into Qt, each of which
    gives Python's lock away and has to get it back from the cameras' threads (docs/adr/0014).

    Thread: the GUI thread.

    Args:
        most: parts kept; the one drawn longest ago makes room.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._parts: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def draw(
        self,
        painter: QPainter,
        place: QRectF,
        key: Hashable,
        paint: Callable[[QPainter, QRectF], None],
        *,
        opaque: bool = False,
    ) -> None:
        """Paint a part.

        Args:
            painter: in logical pixels.
            place: where; nothing is painted beyond it.
            key: everything that its looks depend on, but for its place, colours and pixel ratio.
            paint: draws the part into a place of that size; called only where it is not kept.
            opaque: whether it fills all of its place: then text is as sharp as painted directly, and copying cheaper.
        """
        ratio = painter.device().devicePixelRatioF()
        to_device = painter.deviceTransform()  # a widget may begin between two pixels of the window
        corner = to_device.map(place.topLeft())
        back, _ = to_device.inverted()
        corner = back.map(QPointF(floor(corner.x() + _NEARLY), floor(corner.y() + _NEARLY)))
        shape = place.translated(-corner)
        sides = (round(side, _DIGITS) for side in (shape.left(), shape.top(), shape.width(), shape.height()))
        whole = (key, id(tokens()), ratio, *sides)
        part = self._parts.pop(whole, None)
        if part is None:
            filled = opaque and _is_whole(shape, ratio)
            part = _drawn(shape, ratio, paint, Qt.GlobalColor.black if filled else Qt.GlobalColor.transparent)
        self._parts[whole] = part
        if len(self._parts) > self._most:
            self._parts.popitem(last=False)
        painter.drawPixmap(corner, part)


def _drawn(shape: QRectF, ratio: float, paint: Callable[[QPainter, QRectF], None], ground: Qt.GlobalColor) -> QPixmap:
    made = QPixmap(ceil(shape.right() * ratio), ceil(shape.bottom() * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(ground)
    with QPainter(made) as painter:
        paint(painter, shape)
    return made


def _is_whole(shape: QRectF, ratio: float) -> bool:
    """Whether a place covers each pixel of the device wholly or not at all; the ground would show at its edges else."""
    sides = (side * ratio for side in (shape.left(), shape.top(), shape.right(), shape.bottom()))
    return all(abs(side - round(side)) < _NEARLY for side in sides)
