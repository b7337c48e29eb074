"""The table of people: all ids in order at once, the rows of those that are looked at by and by."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from faceattend.domain.clock import day_here
from faceattend.domain.directory import ListedPerson, PeopleOrder, PersonIds
from faceattend.ui.models.people_words import kind_words, seen_words
from faceattend.ui.widgets.person_cell import PersonCell
from faceattend.ui.widgets.photo_marks import PhotoMarks
from faceattend.ui.widgets.table_looks import VALUE_ROLE

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

PERSON_ROLE = int(Role.UserRole) + 2
"""The :class:`ListedPerson` of a row; None while it is not loaded."""

_AROUND = 16  # rows loaded before and behind those that are looked at: a wheel's turn finds them there
_MOST_AT_ONCE = 80
_KEPT = 2000


class PeopleColumn(IntEnum):
    """The columns, in order."""

    PERSON = 0
    GROUP = 1
    KIND = 2
    PHOTOS = 3
    SEEN = 4


SORTABLE = {PeopleColumn.PERSON: PeopleOrder.NAME, PeopleColumn.GROUP: PeopleOrder.GROUP}
"""What a click on a header sorts by; the database has no order for the others."""


class PeopleModel(QAbstractTableModel):
    """People as a table. It never asks for anything itself: whoever owns it hears what is wanted, and fills it in.

    Signals:
        wanted(tuple[UUID, ...]): these rows are looked at and not loaded, or out of date.

    Thread: the GUI thread.
    """

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = PersonIds()
        self._rows: OrderedDict[UUID, ListedPerson] = OrderedDict()
        self._fresh: set[UUID] = set()
        self._asked: dict[UUID, int] = {}
        self._looked_at: OrderedDict[int, None] = OrderedDict()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.on_soon)

    def show_ids(self, ids: PersonIds) -> None:
        """Show these people; rows known from before stay until newer ones come."""
        self.beginResetModel()
        self._ids = ids
        self._fresh.clear()
        self._asked.clear()
        self._looked_at.clear()
        self.endResetModel()

    def fill(self, asked: Sequence[UUID], rows: Sequence[ListedPerson]) -> None:
        """Take rows that were wanted.

        Args:
            asked: whose rows were asked for.
            rows: those of them that are still stored.
        """
        places = [self._asked.pop(each, -1) for each in asked]
        for each in rows:
            self._rows[each.person.id] = each
            self._rows.move_to_end(each.person.id)
            self._fresh.add(each.person.id)
        while len(self._rows) > _KEPT:
            self._fresh.discard(self._rows.popitem(last=False)[0])
        if places and self._ids:
            # what an earlier search asked for may stand anywhere in this one
            whole = min(places) < 0
            first, last = (0, len(self._ids) - 1) if whole else (min(places), max(places))
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(PeopleColumn) - 1))
        self._ask_soon()

    def give_up(self, asked: Sequence[UUID]) -> None:
        """Note that rows could not be had; they are wanted again when next they are looked at."""
        for each in asked:
            self._asked.pop(each, None)
        self._ask_soon()

    def renew(self, person_id: UUID) -> None:
        """Want a person's row again, as after they were seen; their old one is shown until then."""
        row = self._ids.find(person_id)
        if row >= 0 and person_id in self._fresh:
            self._fresh.discard(person_id)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(PeopleColumn) - 1))

    def id_at(self, row: int) -> UUID | None:
        """Return whose row it is; None beyond the end."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, person_id: UUID) -> int:
        """Return a person's row; -1 where they are not shown."""
        return self._ids.find(person_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as rowCount
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(PeopleColumn)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Return a cell's typed value or text; None while the row is not loaded, which is wanted by that."""
        if not index.isValid() or role not in _ROLES:
            return None
        column = PeopleColumn(index.column())
        if role == Role.TextAlignmentRole:
            return _END if column is PeopleColumn.SEEN else None
        listed = self._looked_up(index.row())
        if listed is None or role == PERSON_ROLE:
            return listed
        if role == VALUE_ROLE:
            return _value(listed, column)
        return _spoken(listed, column) if role == Role.AccessibleTextRole else _text(listed, column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(PeopleColumn):
            return None
        if role == Role.TextAlignmentRole:
            return _END if section == PeopleColumn.SEEN else _START
        if role != Role.DisplayRole:
            return None
        titles = [self.tr("Person"), self.tr("Group"), self.tr("Kind"), self.tr("Good photos"), self.tr("Last seen")]
        return titles[section]

    def on_soon(self) -> None:
        """Say what is wanted: the rows looked at last, and some around them; one question at a time.

        Whoever drags the scroll bar through fifty thousand rows thus waits for the rows they stop at, not for all that
        went past.
        """
        if self._asked or not self._looked_at:
            return
        rows = list(self._looked_at)[-_MOST_AT_ONCE:]
        self._looked_at.clear()
        first, last = max(0, min(rows) - _AROUND), min(len(self._ids), max(rows) + 1 + _AROUND)
        around = range(first, last) if last - first <= 2 * _MOST_AT_ONCE else rows
        places = {self._ids[row]: row for row in around}
        missing = {each: row for each, row in places.items() if each not in self._fresh}
        if missing:
            self._asked = missing
            self.wanted.emit(tuple(missing))

    def _ask_soon(self) -> None:
        if self._looked_at and not self._soon.isActive():
            self._soon.start()

    def _looked_up(self, row: int) -> ListedPerson | None:
        person_id = self._ids[row]
        if person_id not in self._fresh and person_id not in self._asked:
            self._looked_at[row] = None
            self._looked_at.move_to_end(row)
            if len(self._looked_at) > 2 * _MOST_AT_ONCE:
                self._looked_at.popitem(last=False)
            self._ask_soon()
        return self._rows.get(person_id)


def line_of(listed: ListedPerson) -> str:
    """Return a person as a line of tab-separated text: number, name, group, kind, photos in use, last seen."""
    person = listed.person
    seen = listed.last.local.isoformat(sep=" ", timespec="minutes") if listed.last else ""
    return "\t".join(
        (person.number, person.name, person.group or "", kind_words(person.kind), str(listed.photos_used), seen)
    )


_START = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_END = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
_ROLES = frozenset(
    {int(Role.DisplayRole), int(Role.TextAlignmentRole), int(Role.AccessibleTextRole), VALUE_ROLE, PERSON_ROLE}
)


def _value(listed: ListedPerson, column: PeopleColumn) -> object:
    person = listed.person
    if column is PeopleColumn.PERSON:
        today = day_here()
        return PersonCell(person.name, person.number, listed.thumbnail, quiet=not person.active_on(today))
    if column is PeopleColumn.PHOTOS:
        return PhotoMarks(listed.photos_used, listed.photos_aside)
    return _text(listed, column)


def _text(listed: ListedPerson, column: PeopleColumn) -> str:
    match column:
        case PeopleColumn.PERSON:
            return listed.person.name
        case PeopleColumn.GROUP:
            return listed.person.group or ""
        case PeopleColumn.KIND:
            return kind_words(listed.person.kind)
        case PeopleColumn.PHOTOS:
            return str(listed.photos_used)
        case PeopleColumn.SEEN:
            return seen_words(listed.last, datetime.now(UTC))


def _spoken(listed: ListedPerson, column: PeopleColumn) -> str:
    if column is PeopleColumn.PERSON:
        return f"{listed.person.name}, {listed.person.number}"
    if column is PeopleColumn.PHOTOS:
        return PhotoMarks(listed.photos_used, listed.photos_aside).speak()
    return _text(listed, column)
