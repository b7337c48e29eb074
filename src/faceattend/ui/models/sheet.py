"""A sheet of a report as a table model: the rows themselves, read when they come into view."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from faceattend.services.reports import Cell, CellKind, Sheet, at_right, shown

LETTER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Of a column's header: its letter, as spreadsheets count them."""

TO_CHECK_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""Whether a cell says why somebody should look at its row."""

ZERO_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""Whether a cell is a number, and zero: there is nothing to read in it."""

_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_ROOT = QModelIndex()
_GAP = "\N{NARROW NO-BREAK SPACE}"
_LONG = 20
"""Characters of a text that a column may cut off, so that it is shown whole under the pointer."""

Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractTableModel):
    """Shows one sheet; nothing of it is copied.

    The DisplayRole is the text that the workbook shows, with the decimal sign of the user's language.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._point = QLocale().decimalPoint()

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is shown."""
        return self._sheet

    def show(self, sheet: Sheet | None) -> None:
        """Show another sheet, or none."""
        self.beginResetModel()
        self._sheet = sheet
        self._point = QLocale().decimalPoint()
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows the sheet has below its headers."""
        return 0 if self._sheet is None or parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns the sheet has."""
        return 0 if self._sheet is None or parent.isValid() else len(self._sheet.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as the base
        """Return what a cell shows, or where and how."""
        if self._sheet is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        cell, kind = self._sheet.rows[row][column], self._sheet.columns[column].kind
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(kind, cell, self._point)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _END if at_right(kind) else _START
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._sheet.columns[column].title}: {shown(kind, cell, self._point)}"
            case Qt.ItemDataRole.ToolTipRole:
                return cell if isinstance(cell, str) and len(cell) > _LONG else None
            case _:
                return self._own(role, row, column, cell)

    def _own(self, role: int, row: int, column: int, cell: Cell) -> bool | None:
        if self._sheet is None:
            return None
        if role == TO_CHECK_ROLE:
            return column == len(self._sheet.columns) - 1 and _holds(self._sheet.to_check, row)
        if role == ZERO_ROLE:
            return at_right(self._sheet.columns[column].kind) and not cell
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as the base
        """Return a column's title or letter, or a row's number: the headers are row 1."""
        if self._sheet is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 2) if role == Qt.ItemDataRole.DisplayRole else None
        if section >= len(self._sheet.columns):
            return None
        column = self._sheet.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.title
            case Qt.ItemDataRole.TextAlignmentRole:
                return _END if at_right(column.kind) else _START
            case _:
                return letter(section) if role == LETTER_ROLE else None

    def total(self, column: int) -> str:
        """Return the sum of a column, thousands apart; empty where there is none."""
        if self._sheet is None or column >= len(self._sheet.totals):
            return ""
        value = self._sheet.totals[column]
        return "" if value is None else grouped(self._sheet.columns[column].kind, value)

    def sampled(self, most: int) -> list[set[str]]:
        """Return what the width of each column can be judged by.

        Args:
            most: of the first rows, and of the first that somebody should look at, so many each.
        """
        if self._sheet is None:
            return []
        chosen = [*range(min(self.rowCount(), most)), *self._sheet.to_check[:most]]
        rows = [self._sheet.rows[row] for row in chosen]  # in their order: each packed block is opened once or twice
        kinds = [column.kind for column in self._sheet.columns]
        return [{shown(kind, row[place], self._point) for row in rows} for place, kind in enumerate(kinds)]

    def next_to_check(self, after: int) -> int | None:
        """Return the row after this one that somebody should look at, from the top again after the last."""
        rows = () if self._sheet is None else self._sheet.to_check
        if not rows:
            return None
        place = bisect_left(rows, after + 1)
        return rows[place if place < len(rows) else 0]


def letter(column: int) -> str:
    """Return the letter of a column counted from 0: A to Z, then AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def grouped(kind: CellKind, value: Cell) -> str:
    """Return a sum with its thousands apart, as in 70 964.50; the text of a cell has none, as in the workbook."""
    whole, point, rest = shown(kind, value).partition(".")
    parted = f"{int(whole):,}".replace(",", _GAP)
    sign = "-" if whole == "-0" else ""
    return f"{sign}{parted}{QLocale().decimalPoint() if point else ''}{rest}"


def grouped_count(count: int) -> str:
    """Return a number of things as 50 000."""
    return grouped(CellKind.INTEGER, count)


def grouped_hours(hours: float) -> str:
    """Return decimal hours as 70 964.50."""
    return grouped(CellKind.NUMBER, hours)


def tab_separated(sheet: Sheet, rows: Iterable[int], columns: Sequence[int], point: str) -> str:
    """Return cells as text that a spreadsheet pastes as cells; may be called in any thread."""
    kinds = [(column, sheet.columns[column].kind) for column in columns]
    chosen = (sheet.rows[row] for row in rows)
    cells = ((shown(kind, row[column], point) for column, kind in kinds) for row in chosen)
    return "\n".join("\t".join(map(_on_one_line, line)) for line in cells)


def _on_one_line(text: str) -> str:
    return " ".join(text.split()) if any(each in text for each in "\t\n\r") else text


def _holds(rows: Sequence[int], row: int) -> bool:
    place = bisect_left(rows, row)
    return place < len(rows) and rows[place] == row
