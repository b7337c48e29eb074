"""The two tables of an import: the list as it was read, and what was refused of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from faceattend.services.import_refusals import Refusal
from faceattend.services.people_import import PreviewRow
from faceattend.ui.translation import spoken, translate

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class _Rows(QAbstractTableModel):
    """Rows that only grow or are exchanged as a whole, with a text in each cell; the first column is a number.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[str, ...]] = []

    def titles(self) -> tuple[str, ...]:
        """Return the columns' titles."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as rowCount
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.titles())

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Return a cell's text."""
        if not index.isValid():
            return None
        text = self._cells[index.row()][index.column()]
        if role == Role.TextAlignmentRole:
            return _align(index.column())
        if role == Role.ToolTipRole:
            return text if index.column() == len(self.titles()) - 1 and text else None
        return text if role in {Role.DisplayRole, Role.AccessibleTextRole} else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.titles()):
            return None
        if role == Role.TextAlignmentRole:
            return _align(section)
        return self.titles()[section] if role == Role.DisplayRole else None

    def _exchange(self, cells: list[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self._cells = cells
        self.endResetModel()


class PreviewModel(_Rows):
    """The list before it is imported."""

    def titles(self) -> tuple[str, ...]:
        """Return the columns' titles."""
        return (
            translate("ImportRows", "Line"),
            translate("ImportRows", "Number"),
            translate("ImportRows", "Name"),
            translate("ImportRows", "Group"),
            translate("ImportRows", "Photos"),
            translate("ImportRows", "Problem"),
        )

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show another list."""
        self._exchange([_previewed(row) for row in rows])


class RefusedModel(_Rows):
    """What an import did not take; it grows while the import runs."""

    def titles(self) -> tuple[str, ...]:
        """Return the columns' titles."""
        return (
            translate("ImportRows", "Line"),
            translate("ImportRows", "Number"),
            translate("ImportRows", "Photo"),
            translate("ImportRows", "Why it was refused"),
        )

    def clear(self) -> None:
        """Begin again."""
        self._exchange([])

    def add(self, refusals: Sequence[Refusal]) -> None:
        """Add what was refused of one more line."""
        if refusals:
            first = len(self._cells)
            self.beginInsertRows(QModelIndex(), first, first + len(refusals) - 1)
            self._cells += [(str(each.line), each.number, spoken(each.photo), spoken(each.reason)) for each in refusals]
            self.endInsertRows()


def _previewed(row: PreviewRow) -> tuple[str, ...]:
    note = spoken(row.fault) or ("" if row.photos else translate("ImportRows", "No photo: cannot be recognised yet"))
    return (
        str(row.line),
        row.number,
        row.name,
        row.group,
        str(row.photos) if row.photos else translate("ImportRows", "None"),
        note,
    )


def _align(column: int) -> int | None:
    return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter) if column == 0 else _START


_START = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
