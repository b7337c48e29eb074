"""How camera tiles share a wall: as large as they can be, all alike, in reading order."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from faceattend.ui.widgets.camera_tile import RING_PX

GAP_PX = 12
RATIO = 16 / 9
_SLACK = 0.97  # a picture may lose 3 % so that the tiles fill the wall (LOOK.md)
_SMALLEST = QSize(160, 120)


@dataclass(frozen=True, slots=True)
class Grid:
    """A wall divided.

    Attributes:
        columns, rows: how many tiles across and down.
        width, height: of a tile, pixels.
    """

    columns: int
    rows: int
    width: int
    height: int


def best_grid(cells: int, width: int, height: int, bars_px: int) -> Grid:
    """Divide a wall so that the pictures of its tiles are as large as can be.

    Args:
        cells: how many tiles; at least 1.
        width: of the wall, pixels.
        height: likewise.
        bars_px: what a tile needs above and below its 16:9 picture.
    """
    grids = [_grid(columns, math.ceil(cells / columns), width, height, bars_px) for columns in range(1, cells + 1)]
    return max(grids, key=lambda grid: (grid.width * (grid.height - bars_px), -grid.columns))


def _grid(columns: int, rows: int, width: int, height: int, bars_px: int) -> Grid:
    across = max(1, (width - GAP_PX * (columns - 1)) // columns)
    down = max(1, (height - GAP_PX * (rows - 1)) // rows - bars_px)
    widest, highest = int(down * RATIO / _SLACK), int(across / (RATIO * _SLACK))
    return Grid(columns, rows, min(across, widest), min(down, highest) + bars_px)


def cells_for(cameras: int, layouts: tuple[int, ...]) -> int:
    """Return the smallest layout that shows all cameras, or the largest there is."""
    return next((each for each in layouts if each >= cameras), layouts[-1])


class WallLayout(QLayout):
    """Places tiles by :func:`best_grid`, from the leading upper corner on.

    Thread: the GUI thread.

    Args:
        parent: the wall.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._held: list[QLayoutItem] = []
        self._cells, self._bars_px = 1, 32
        self.setContentsMargins(0, 0, 0, 0)

    def divide(self, cells: int, bars_px: int) -> None:
        """Make room for so many tiles with bars of that height."""
        if (cells, bars_px) != (self._cells, self._bars_px):
            self._cells, self._bars_px = cells, bars_px
            self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take a tile, behind the others."""
        self._held.append(item)

    def count(self) -> int:
        """Return the number of tiles."""
        return len(self._held)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt asks one beyond
        """Return a tile's item; None beyond the last."""
        return self._held[index] if 0 <= index < len(self._held) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - as itemAt
        """Let a tile go."""
        return self._held.pop(index) if 0 <= index < len(self._held) else None

    def sizeHint(self) -> QSize:
        """Return what a wall is content with."""
        return self.minimumSize() * 2

    def minimumSize(self) -> QSize:
        """Return the smallest wall on which a picture can be made out."""
        return _SMALLEST

    def expandingDirections(self) -> Qt.Orientation:
        """Return that a wall takes all room there is."""
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def setGeometry(self, rect: QRect) -> None:
        """Place the tiles."""
        super().setGeometry(rect)
        free = rect.adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)  # what a tile paints its rings on
        grid = best_grid(self._cells, free.width(), free.height(), self._bars_px)
        parent = self.parentWidget()
        rtl = parent is not None and parent.isRightToLeft()
        for index, item in enumerate(self._held):
            row, column = divmod(index, grid.columns)
            x, y = column * (grid.width + GAP_PX), row * (grid.height + GAP_PX)
            left = free.right() + 1 - x - grid.width if rtl else free.left() + x
            tile = QRect(left, free.top() + y, grid.width, grid.height)
            item.setGeometry(tile.adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX))
