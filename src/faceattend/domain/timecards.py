"""What one person's day, week or month looks like at a glance: pure functions on punches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from faceattend.domain.attendance import Punch
from faceattend.domain.timesheets import Stay, WorkDay, stays, work_day

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
        work: its sums.
        stays: in the order of their instants.
    """

    work: WorkDay
    stays: tuple[Stay, ...]

    @property
    def punches(self) -> tuple[Punch, ...]:
        """The punches behind it, by instant."""
        return tuple(punch for stay in self.stays for punch in stay.facts)

    @property
    def presence(self) -> tuple[Presence, ...]:
        """Its stays on the clock."""
        return tuple(_presence(self.work.day, stay) for stay in self.stays)

    @property
    def inside(self) -> bool:
        """Whether the person has not left since the last entry, and may well be there still."""
        return self.work.inside_since is not None

    @property
    def to_check(self) -> bool:
        """Whether a person should look at it before it is paid."""
        return bool(self.work.notes)


def day_cards(punches: Iterable[Punch], now: datetime) -> list[DayCard]:
    """Lay out one person's punches, ordered by instant, by day.

    Args:
        punches: of one person.
        now: aware; decides whether the person is inside.
    """
    by_day = sorted(stays(punches), key=lambda stay: stay.day)
    return [_day_card(day, list(own), now) for day, own in groupby(by_day, key=lambda stay: stay.day)]


def _day_card(day: date, own: Sequence[Stay], now: datetime) -> DayCard:
    return DayCard(work_day(own[0].facts[0].person_id, day, own, now), tuple(own))


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
