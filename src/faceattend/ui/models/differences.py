"""Whose figures differ from those of an earlier report, as a table."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from faceattend.domain.exports import Change, Difference
from faceattend.services.reports import CellKind, Comparison, decimal_hours
from faceattend.ui.models.sheet import grouped
from faceattend.ui.translation import translate

_ROOT = QModelIndex()
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_WORDS = 3
"""The first columns are words, the others numbers."""

Index = QModelIndex | QPersistentModelIndex


class DifferencesModel(QAbstractTableModel):
    """A row for each person who differs: figures before, now, and by how much.

    Thread: the GUI thread.

    Args:
        comparison: whose differences.
        parent: owner.
    """

    def __init__(self, comparison: Comparison, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self._titles = _titles()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many people differ."""
        return 0 if parent.isValid() else len(self._comparison.differences)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of figures."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as the base
        """Return a figure."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(self._comparison.differences[index.row()], index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _START if index.column() < _WORDS else _END
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as the base
        """Return what a column holds."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._titles[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _START if section < _WORDS else _END
            case _:
                return None

    def as_text(self) -> str:
        """Return the whole table, headers first, as a spreadsheet pastes it; may be called in any thread."""
        columns = range(len(self._titles))
        lines = [self._titles]
        lines += [tuple(self._text(each, column) for column in columns) for each in self._comparison.differences]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)

    def _text(self, each: Difference, column: int) -> str:
        match column:
            case 0:
                return each.number
            case 1:
                return self._comparison.names.get(each.number, "")
            case 2:
                return _words(each.change)
            case _:
                return _figure(each, column - _WORDS)


def signed_hours(hours: float) -> str:
    """Return a difference in hours with its sign, such as +2.25; a true minus is as wide as the plus."""
    text = grouped(CellKind.NUMBER, abs(hours))
    if not text.strip("0" + QLocale().decimalPoint()):
        return text
    return f"{'+' if hours > 0 else chr(0x2212)}{text}"


def _figure(each: Difference, place: int) -> str:
    before, after = each.before, each.after
    figures = (
        "" if before is None else str(before.days),
        "" if after is None else str(after.days),
        "" if before is None else grouped(CellKind.HOURS, before.worked),
        "" if after is None else grouped(CellKind.HOURS, after.worked),
    )
    return figures[place] if place < len(figures) else signed_hours(decimal_hours(each.worked))


def _words(change: Change) -> str:
    words = {
        Change.CHANGED: translate("Differences", "Changed"),
        Change.NEW: translate("Differences", "New"),
        Change.GONE: translate("Differences", "No longer there"),
    }
    return words[change]


def _titles() -> tuple[str, ...]:
    return (
        translate("Differences", "Number"),
        translate("Differences", "Name"),
        translate("Differences", "Change"),
        translate("Differences", "Days before"),
        translate("Differences", "Days now"),
        translate("Differences", "Hours before"),
        translate("Differences", "Hours now"),
        translate("Differences", "Difference"),
    )
