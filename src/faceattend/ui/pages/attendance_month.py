"""A month of attendance, painted in one go: thirty days of a screenful of people are five hundred cells."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from faceattend.ui.pages.attendance_heat import HeatLook, block_in, draw_heat, look_of
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.drawn_once import DrawnOnce
from faceattend.ui.widgets.hairline import draw_hairline
from faceattend.ui.widgets.table_looks import draw_focus, draw_skeleton, row_state

if TYPE_CHECKING:
    from faceattend.ui.pages.attendance_grid import AttendanceGrid

_KEPT = 1024  # looks of days: tenths of hours, icons, and the few widths of a window being resized
_WAITING, _WAITING_SHARE = HeatLook("", "", -1), 0.8  # a day that is not loaded


class MonthPainter:
    """Paints the cells in view as copies of the few looks that days have.

    Qt would call a delegate for each cell, and that the model: while another thread reads, each call waits for
    Python's lock (docs/adr/0014).

    Thread: the GUI thread.

    Args:
        grid: whose cells they are; its delegates paint people and hours.
    """

    def __init__(self, grid: "AttendanceGrid") -> None:
        self._grid = grid
        self._drawn = DrawnOnce(_KEPT)

    def paint(self, area: QRect) -> None:
        """Paint what lies in a part of the viewport."""
        grid, last = self._grid, self._grid.shown.rowCount() - 1
        rows = self._rows(area)
        days = self._columns()
        with QPainter(grid.viewport()) as painter:
            copies = self._drawn.on(painter)
            for row in rows:
                top, height = grid.rowViewportPosition(row), grid.rowHeight(row)
                for look, (left, width) in zip(self._looks(row), days, strict=True):
                    cell = QRectF(left, top, width, height)
                    paint = partial(_draw_day, look, last=row == last)
                    copies.draw(cell, (look, row == last), paint, opaque=True)
                for column in (0, len(days) + 1):
                    self._paint_cell(painter, grid.shown.index(row, column))
            for index in self._marked(rows):
                self._mark(painter, index)

    def _rows(self, area: QRect) -> range:
        grid = self._grid
        first, last = grid.rowAt(area.top()), grid.rowAt(area.bottom())
        return range(max(first, 0), (last if last >= 0 else grid.shown.rowCount() - 1) + 1)

    def _columns(self) -> list[tuple[int, int]]:
        """Return where each day lies and how wide it is."""
        grid = self._grid
        days = range(1, len(grid.shown.days) + 1)
        return [(grid.columnViewportPosition(column), grid.columnWidth(column)) for column in days]

    def _looks(self, row: int) -> list[HeatLook | None]:
        """Return how a person's days look; None for one on which nobody was seen."""
        model = self._grid.shown
        timecard = model.timecard(row)
        if timecard is None:
            return [_WAITING] * len(model.days)
        cards = {card.work.day: card for card in timecard.cards}
        return [look_of(cards[day]) if day in cards else None for day in model.days]

    def _paint_cell(self, painter: QPainter, index: QModelIndex) -> None:
        self._grid.itemDelegateForIndex(index).paint(painter, self._grid.option_for(index), index)

    def _marked(self, rows: range) -> Iterator[QModelIndex]:
        """Go through the days in these rows that are selected, or where the keyboard is."""
        model, selection, current = self._grid.shown, self._grid.selectionModel(), self._grid.currentIndex()
        days = range(1, len(model.days) + 1)
        if current.row() in rows and current.column() in days and not selection.isSelected(current):
            yield current
        chosen = selection.selection()
        for number in range(chosen.count()):
            block = chosen.at(number)
            for row in _common(rows, block.top(), block.bottom()):
                for column in _common(days, block.left(), block.right()):
                    yield model.index(row, column)

    def _mark(self, painter: QPainter, index: QModelIndex) -> None:
        """Ring a day: too narrow for a ring around its ground, it goes around the block."""
        option = self._grid.option_for(index)
        row = row_state(option, index)
        if row.selected or row.focused:
            draw_focus(painter, block_in(QRectF(option.rect)).adjusted(-1, -2, 1, 2))


def _common(places: range, first: int, last: int) -> range:
    return range(max(places.start, first), min(places.stop, last + 1))


def _draw_day(look: HeatLook | None, painter: QPainter, cell: QRectF, *, last: bool) -> None:
    painter.fillRect(cell, colour("surface"))
    if not last:
        draw_hairline(painter, cell, Qt.Edge.BottomEdge)
    if look is _WAITING:
        draw_skeleton(painter, block_in(cell), share=_WAITING_SHARE)
    elif look is not None:
        draw_heat(painter, block_in(cell), look)
