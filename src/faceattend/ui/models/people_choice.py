"""People found, and which of them are chosen, as a list with ticks."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from faceattend.domain.people import Person

_ROOT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class PeopleChoiceModel(QAbstractListModel):
    """Lists the chosen people first, then those found; a tick chooses.

    Signals:
        chosen_changed: somebody was chosen, or is no longer.

    Thread: the GUI thread.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Person] = []
        self._chosen: dict[UUID, Person] = {}

    @property
    def chosen(self) -> frozenset[UUID]:
        """Ids of the people who are chosen, listed at present or not."""
        return frozenset(self._chosen)

    def show(self, found: Iterable[Person], *, with_chosen: bool) -> None:
        """List other people.

        Args:
            found: in order.
            with_chosen: whether to list all who are chosen before them.
        """
        self.beginResetModel()
        first = list(self._chosen.values()) if with_chosen else []
        known = {person.id for person in first}
        self._rows = first + [person for person in found if person.id not in known]
        self.endResetModel()

    def clear(self) -> None:
        """Choose nobody."""
        self._chosen.clear()
        if self._rows:
            tick = [Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), tick)
        self.chosen_changed.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many people are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be ticked."""
        ticked = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | ticked if index.isValid() else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as the base
        """Return name and number, or the tick."""
        if not index.isValid():
            return None
        person = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return f"{person.name}, {person.number}"
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if person.id in self._chosen else Qt.CheckState.Unchecked
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - as the base
        """Choose somebody, or no longer."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        person = self._rows[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen[person.id] = person
        else:
            self._chosen.pop(person.id, None)
        self.dataChanged.emit(index, index, [role])
        self.chosen_changed.emit()
        return True
