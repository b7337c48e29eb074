"""What one person's day, week or month looks like at a glance: pure functions on punches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from faceattend.domain.attendance import Punch
from faceattend.domain.presence import LONGEST_PRESENCE
from faceattend.domain.timesheets import DayNote, Stay, WorkDay, stays, work_day

_MINUTE = timedelta(minutes=1)


class PresenceState(StrEnum):
    """Which people of a range of days are asked for."""

    EVERYBODY = "everybody"
    CAME = "came"
    TO_CHECK = "to check"
    INSIDE = "inside now"
    NO_PUNCHES = "no punches"


@dataclass(frozen=True, slots=True)
class RosterQuery:
    """Whose attendance is asked for, on which days.

    Attributes:
        first, last: local days, both included.
        text: part of a name or number; empty for everybody.
        group: name of a class or department; None for all.
        camera_id: only people with a punch of this camera on these days; None for all.
        state: see :class:`PresenceState`.
    """

    first: date
    last: date
    text: str = ""
    group: str | None = None
    camera_id: UUID | None = None
    state: PresenceState = PresenceState.EVERYBODY

    @property
    def narrow(self) -> bool:
        """Whether not everybody is meant, whatever their state."""
        return bool(self.text.strip()) or self.group is not None or self.camera_id is not None


@dataclass(frozen=True, slots=True)
class Presence:
    """A stretch of being there on the clock of the day it began on.

    Attributes:
        start: minutes since that day's local midnight; None where the entry is missing.
        end: likewise, beyond 1440 after midnight; None where the exit is missing or the person is still there.
    """

    start: float | None
    end: float | None


@dataclass(frozen=True, slots=True)
class DayCard:
    """One person's day as it is shown.

    Attributes:
        work: its sums. While the person is inside, the exit is not said to be missing.
        stays: in the order of their instants.
        inside: whether the person has not left since the last entry, and may well be there still.
    """

    work: WorkDay
    stays: tuple[Stay, ...]
    inside: bool

    @property
    def punches(self) -> tuple[Punch, ...]:
        """The punches behind it, by instant."""
        return tuple(punch for stay in self.stays for punch in stay.facts)

    @property
    def presence(self) -> tuple[Presence, ...]:
        """Its stays on the clock."""
        return tuple(_presence(self.work.day, stay) for stay in self.stays)

    @property
    def to_check(self) -> bool:
        """Whether a person should look at it before it is paid."""
        return bool(self.work.notes)


def day_cards(punches: Iterable[Punch], now: datetime) -> list[DayCard]:
    """Lay out one person's punches, ordered by instant, by day.

    Args:
        punches: of one person.
        now: aware; who came in within LONGEST_PRESENCE before it, and has not left, is inside.
    """
    by_day = sorted(stays(punches), key=lambda stay: stay.day)
    return [_day_card(day, list(own), now) for day, own in groupby(by_day, key=lambda stay: stay.day)]


def _day_card(day: date, own: Sequence[Stay], now: datetime) -> DayCard:
    inside = _going_on(own[-1], now)
    person_id = own[0].facts[0].person_id
    work = work_day(person_id, day, own)
    if inside and not any(stay.left is None for stay in own[:-1]):
        notes = tuple(note for note in work.notes if note is not DayNote.NO_EXIT)
        work = WorkDay(work.person_id, day, work.first_in, work.last_out, work.worked, work.punches, notes)
    return DayCard(work, tuple(own), inside)


def _going_on(stay: Stay, now: datetime) -> bool:
    return stay.left is None and stay.came is not None and now - stay.came.at <= LONGEST_PRESENCE


def _presence(day: date, stay: Stay) -> Presence:
    start = None if stay.came is None else _minutes(day, stay.came)
    end = None if stay.left is None else _minutes(day, stay.left)
    if start is not None and end is not None:  # the clock may have been set back meanwhile
        end = max(start, end)
    return Presence(start, end)


def _minutes(day: date, punch: Punch) -> float:
    return (punch.local - datetime.combine(day, datetime.min.time())) / _MINUTE


def clock_window(presences: Iterable[Presence], earliest: int = 6, latest: int = 22) -> tuple[int, int]:
    """Return the hours that an axis must span to show these: whole hours, wider than the given ones where needed."""
    known = [each for one in presences for each in (one.start, one.end) if each is not None]
    if not known:
        return earliest, latest
    return min(earliest, int(min(known) // 60)), max(latest, -int(-max(known) // 60))
