"""Parts of a painted widget that look the same for many paints, drawn once and copied from then on."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from faceattend.ui.tokens import tokens

_NEARLY, _DIGITS = 1e-6, 4  # positions are worked out in floating point, and differ in their last digits
_BEYOND_HALF = 1e-5
"""Qt rounds an edge in the middle of a device's pixel up; what floating point puts a hair before it, down."""


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
        self.on(painter).draw(place, key, paint, opaque=opaque)

    def on(self, painter: QPainter) -> "Copies":
        """Return what paints many parts with one painter, which is asked once where its pixels lie."""
        return Copies(self, painter)

    def part(self, key: Hashable, make: Callable[[], QPixmap]) -> QPixmap:
        """Return a part as it is kept, or make it."""
        part = self._parts.pop(key, None) or make()
        self._parts[key] = part
        if len(self._parts) > self._most:
            self._parts.popitem(last=False)
        return part


class Copies:
    """Paints parts that are kept, as long as its painter is not moved.

    Thread: the GUI thread.

    Args:
        kept: the parts.
        painter: in logical pixels, neither turned nor sheared.
    """

    def __init__(self, kept: DrawnOnce, painter: QPainter) -> None:
        self._kept, self._painter = kept, painter
        self._ratio = painter.device().devicePixelRatioF()
        to_device = painter.deviceTransform()  # a widget may begin between two pixels of the window
        self._scale = to_device.m11(), to_device.m22()
        self._origin = to_device.dx(), to_device.dy()
        self._common = id(tokens()), self._ratio

    def draw(
        self, place: QRectF, key: Hashable, paint: Callable[[QPainter, QRectF], None], *, opaque: bool = False
    ) -> None:
        """Paint a part, as :meth:`DrawnOnce.draw` does."""
        ratio, (across, down), (dx, dy) = self._ratio, self._scale, self._origin
        x, y = place.left() * across + dx, place.top() * down + dy
        left, top = floor(x + _NEARLY), floor(y + _NEARLY)  # the device's pixel in which the place begins
        shape = QRectF(_within(x - left) / across, _within(y - top) / down, place.width(), place.height())
        sides = (round(side, _DIGITS) for side in (shape.left(), shape.top(), shape.width(), shape.height()))

        def make() -> QPixmap:
            filled = opaque and _is_whole(shape, ratio)
            return _drawn(shape, ratio, paint, Qt.GlobalColor.black if filled else Qt.GlobalColor.transparent)

        corner = QPointF((left - dx) / across, (top - dy) / down)
        self._painter.drawPixmap(corner, self._kept.part((key, *self._common, *sides), make))


def _within(part: float) -> float:
    """Return how far behind a pixel's edge something begins, so that it is rounded alike wherever it stands."""
    return 0.0 if part < _NEARLY else part + _BEYOND_HALF


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
