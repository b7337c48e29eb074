"""The attendance grid: a row for each person asked for, a column for each day; rows are read as they come into view."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from faceattend.domain.directory import PersonIds
from faceattend.domain.timecards import DayCard, Presence, clock_window
from faceattend.services.timecards import Timecard
from faceattend.ui.models.attendance_days import day_in_words, day_name
from faceattend.ui.models.attendance_words import glance, hours, sentence
from faceattend.ui.widgets.day_bar import ClockWindow
from faceattend.ui.widgets.person_cell import PersonCell
from faceattend.ui.widgets.table_looks import VALUE_ROLE

PAGE = 40
"""Rows read at once: some more than a screen holds."""

_KEPT = 240
"""Rows, fifteen screens or so: 1200 of a month are 150,000 objects, and each time Python looks through them all for
garbage the window stands still for a fifth of a second."""

_EARLIEST, _LATEST = 6, 22  # hours that the axis spans at least
_NO_INDEX = QModelIndex()

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class DayCell:
    """The value of a cell of a day.

    Attributes:
        day: local calendar day.
        card: what it holds; None where nobody was seen.
    """

    day: date
    card: DayCard | None


class AttendanceModel(QAbstractTableModel):
    """People by days. The first column is the person, the last one the hours of all days shown.

    Signals:
        wanted(tuple[UUID, ...]): rows in view are not loaded; to be answered by :meth:`take`.
        window_changed(): bars need a wider piece of the clock.

    Thread: the GUI thread.

    Args:
        parent: the page.
        clock: tells the present, aware.
    """

    wanted = Signal(object)
    window_changed = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], datetime] | None = None) -> None:
        super().__init__(parent)
        self.now = clock or (lambda: datetime.now(UTC))
        self.days: tuple[date, ...] = ()
        self.window = ClockWindow(_EARLIEST * 60, _LATEST * 60)
        self._ids = PersonIds()
        self._waiting = 0
        self._cards: OrderedDict[UUID, Timecard | None] = OrderedDict()  # None: not stored any more
        self._rows: dict[UUID, int] = {}  # where those who were in view stand
        self._asked: set[UUID] = set()
        self._view = (0, 0)

    def wait(self, rows: int, days: tuple[date, ...]) -> None:
        """Show the shapes of so many rows, until it is known who is asked for."""
        self._reset(PersonIds(), rows, days)

    def show_people(self, ids: PersonIds, days: tuple[date, ...]) -> None:
        """Show these people on these days; what they did is asked for as they come into view."""
        self._reset(ids, 0, days)

    def look(self, first: int, last: int) -> None:
        """Note which rows are in view, and ask for those that are missing, and some around them."""
        self._view = (max(first, 0), last)
        start = max(0, first - PAGE // 4)
        page = self._ids[start : last + 1 + PAGE // 4]
        self._rows.update((each, start + step) for step, each in enumerate(page))
        missing = tuple(each for each in page if each not in self._cards and each not in self._asked)
        if missing:
            self._asked.update(missing)
            self.wanted.emit(missing)

    def take(self, asked: tuple[UUID, ...], cards: Mapping[UUID, Timecard]) -> None:
        """Take rows over that were asked for; those of people who are gone stay empty."""
        self._asked.difference_update(asked)
        for each in asked:
            self._cards[each] = cards.get(each)
            self._cards.move_to_end(each)
        while len(self._cards) > _KEPT:
            self._rows.pop(self._cards.popitem(last=False)[0], None)
        self._widen(cards)
        self._tell(set(asked))

    def refuse(self, asked: tuple[UUID, ...]) -> None:
        """Rows that were asked for cannot be had now: they may be asked for again."""
        self._asked.difference_update(asked)

    def renew(self, person_ids: set[UUID]) -> None:
        """Something of these people has changed: rows in view are asked for again, others when they come into view."""
        visible = set(self._ids[self._view[0] : self._view[1] + 1])
        for each in person_ids - visible:
            self._cards.pop(each, None)
        again = tuple(each for each in person_ids & visible if each not in self._asked)
        if again:
            self._asked.update(again)
            self.wanted.emit(again)

    @property
    def loaded(self) -> dict[int, UUID]:
        """The rows that were in view and are loaded, in order, and whose they are."""
        known = (each for each, card in self._cards.items() if card is not None and each in self._rows)
        return dict(sorted((self._rows[each], each) for each in known))

    def timecard(self, row: int) -> Timecard | None:
        """Return the row of a person; None while it is not loaded."""
        return self._cards.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def find(self, person_id: UUID, day: date) -> QModelIndex:
        """Return where a person's day stands; an invalid index if it is not shown."""
        row = self._ids.find(person_id)
        return self.index(row, self.days.index(day) + 1) if row >= 0 and day in self.days else QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many people are asked for."""
        return 0 if parent.isValid() else len(self._ids) or self._waiting

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return person, days and hours."""
        return 0 if parent.isValid() else len(self.days) + 2

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - as Qt's
        """Return a typed value (VALUE_ROLE), its text, or the sentence that says it."""
        if not index.isValid() or not (card := self._loaded(index.row())):
            return None
        column = index.column()
        if role == Role.TextAlignmentRole:
            return _TRAILING if column == len(self.days) + 1 else None
        if column == 0:
            return _person(card, role)
        if column > len(self.days):
            return _hours(card, role)
        return self._day(card, self.days[column - 1], role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a column is called; of days also the date (VALUE_ROLE)."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if 0 < section <= len(self.days):
            day = self.days[section - 1]
            return _head(day, role)
        if role == Role.TextAlignmentRole and section:
            return _TRAILING
        return (self.tr("Hours") if section else self.tr("Person")) if role == Role.DisplayRole else None

    def _reset(self, ids: PersonIds, waiting: int, days: tuple[date, ...]) -> None:
        self.beginResetModel()
        self._ids, self._waiting, self.days = ids, waiting, days
        self._cards.clear()
        self._rows.clear()
        self._asked.clear()
        self.window = ClockWindow(_EARLIEST * 60, _LATEST * 60)
        self.endResetModel()

    def _loaded(self, row: int) -> Timecard | None:
        return self._cards.get(self._ids[row]) if row < len(self._ids) else None

    def _day(self, card: Timecard, day: date, role: int) -> Any:  # noqa: ANN401 - as Qt's
        own = next((each for each in card.cards if each.work.day == day), None)
        match role:
            case Role.DisplayRole:
                return glance(own).text
            case Role.AccessibleTextRole | Role.ToolTipRole:
                return sentence(card.person.name, day_in_words(QLocale(), day), own, self.now())
            case _:
                return DayCell(day, own) if role == VALUE_ROLE else None

    def _tell(self, changed: set[UUID]) -> None:
        first, last = self._view
        rows = [first + step for step, each in enumerate(self._ids[first : last + 1]) if each in changed]
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], self.columnCount() - 1))

    def _widen(self, cards: Mapping[UUID, Timecard]) -> None:
        shown: list[Presence] = [one for card in cards.values() for day in card.cards for one in day.presence]
        first, last = clock_window(shown, round(self.window.first / 60), round(self.window.last / 60))
        if (first, last) != (self.window.first / 60, self.window.last / 60):
            self.window = ClockWindow(first * 60, last * 60)
            self.window_changed.emit()


_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


def _head(day: date, role: int) -> Any:  # noqa: ANN401 - as Qt's
    match role:
        case Role.DisplayRole:
            return day_name(QLocale(), day)
        case Role.AccessibleTextRole:
            return day_in_words(QLocale(), day)
        case _:
            return day if role == VALUE_ROLE else None


def _person(card: Timecard, role: int) -> Any:  # noqa: ANN401 - as Qt's
    match role:
        case Role.DisplayRole:
            return card.person.name
        case Role.AccessibleTextRole:
            return f"{card.person.name}, {card.person.number}"
        case _:
            return PersonCell(card.person.name, "", card.face) if role == VALUE_ROLE else None


def _hours(card: Timecard, role: int) -> Any:  # noqa: ANN401 - as Qt's
    if role == Role.DisplayRole:
        return hours(card.worked)
    return card.worked if role == VALUE_ROLE else None
