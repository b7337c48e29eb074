"""From punches to work days: pure functions. Hours are differences of UTC instants, so clock changes do not matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from faceattend.domain.attendance import Direction, Punch
from faceattend.domain.presence import LONGEST_PRESENCE

_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)
"""How far the world's zones lie behind and ahead of UTC, at most (UTC-12:00 and UTC+14:00)."""

_LEAD = timedelta(days=7)
"""Punches so long before the first day are read with it. Only they tell whether an exit on its morning ends a night
shift; after any exit, and after LONGEST_PRESENCE without a punch, what came before no longer matters."""


def instants_of_days(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the instants between which every punch of these local days lies, in any zone; the end is not included."""
    start, end = (datetime.combine(day, time(), UTC) for day in (first, last + timedelta(days=1)))
    return start - _EAST, end + _WEST


def instants_that_matter(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the instants between which every punch lies that the stays of these local days depend on."""
    start, end = instants_of_days(first, last)
    return start - _LEAD, end + LONGEST_PRESENCE


class DayNote(StrEnum):
    """What a person should look at before the day is paid."""

    NO_EXIT = "came in, exit missing"
    NO_ENTRY = "went out, entry missing"
    SEEN_AGAIN = "several entries in a row; the first counts"


@dataclass(frozen=True, slots=True)
class Stay:
    """A time between coming in and going out.

    Attributes:
        came: the punch in; None where the entry is missing.
        left: the punch out; None where the exit is missing.
        repeated: further punches in before the exit.
    """

    came: Punch | None
    left: Punch | None
    repeated: tuple[Punch, ...] = ()

    @property
    def day(self) -> date:
        """The local day it belongs to: that of the entry, so that a night shift stays one piece."""
        return self._anchor.local.date()

    @property
    def worked(self) -> timedelta:
        """Its length; zero where an end is missing, since none is ever invented."""
        if self.came is None or self.left is None:
            return timedelta(0)
        return self.left.at - self.came.at

    @property
    def punches(self) -> int:
        """How many punches it holds."""
        return len(self.facts)

    @property
    def facts(self) -> tuple[Punch, ...]:
        """Its punches, by instant."""
        return tuple(punch for punch in (self.came, *self.repeated, self.left) if punch is not None)

    @property
    def _anchor(self) -> Punch:
        anchor = self.came or self.left
        if anchor is None:
            message = "a stay has an entry, an exit or both"
            raise ValueError(message)
        return anchor

    def goes_on(self, now: datetime) -> bool:
        """Whether the person is inside: not seen leaving, and their exit may well be still to come.

        From LONGEST_PRESENCE after the entry on, the exit counts as missed. Midnight decides nothing: a night shift
        goes on beyond it.

        Args:
            now: aware.
        """
        return self.left is None and self.came is not None and now - self.came.at <= LONGEST_PRESENCE


@dataclass(frozen=True, slots=True)
class WorkDay:
    """One person's presence on one local day.

    Attributes:
        person_id: who.
        day: local calendar day; stays belong to the day they began.
        first_in: local wall-clock time of the first entry; None where it is missing.
        last_out: local wall-clock time of the last exit (may be on the next day); None where it is missing.
        worked: sum of the complete stays.
        punches: number of punches behind it.
        notes: what to look at. While the person is inside, the exit is not said to be missing.
        inside_since: local wall-clock time of the entry since which the person is inside; None where they are not.
    """

    person_id: UUID
    day: date
    first_in: datetime | None
    last_out: datetime | None
    worked: timedelta
    punches: int
    notes: tuple[DayNote, ...]
    inside_since: datetime | None


def stays(punches: Iterable[Punch]) -> list[Stay]:
    """Pair one person's punches, ordered by instant, into stays.

    An entry waits for the next exit. A further entry meanwhile is a repeat, unless the first lies longer than
    LONGEST_PRESENCE back: then its exit was missed. So was the entry of an exit without one before it.
    """
    found: list[Stay] = []
    waiting: Stay | None = None
    for punch in punches:
        if waiting is not None and waiting.came is not None and punch.at - waiting.came.at > LONGEST_PRESENCE:
            found.append(waiting)
            waiting = None
        if punch.direction is Direction.OUT:
            found.append(Stay(None, punch) if waiting is None else Stay(waiting.came, punch, waiting.repeated))
            waiting = None
        elif waiting is None:
            waiting = Stay(punch, None)
        else:
            waiting = Stay(waiting.came, None, (*waiting.repeated, punch))
    return found if waiting is None else [*found, waiting]


def work_days(punches: Iterable[Punch], now: datetime) -> list[WorkDay]:
    """Sum up punches of any number of people into work days, ordered by person id, then day.

    Args:
        punches: in any order; those of one person are taken in the order of their instants.
        now: aware; decides who is inside.
    """
    ordered = sorted(punches, key=lambda punch: (punch.person_id, punch.at, punch.id))
    days: list[WorkDay] = []
    for person_id, own in groupby(ordered, key=lambda punch: punch.person_id):
        by_day = sorted(stays(own), key=lambda stay: stay.day)
        days += [
            work_day(person_id, day, list(group), now) for day, group in groupby(by_day, key=lambda stay: stay.day)
        ]
    return days


def work_day(person_id: UUID, day: date, day_stays: Sequence[Stay], now: datetime) -> WorkDay:
    """Sum up one person's stays of one day, ordered by instant; the last of them may still go on."""
    last = day_stays[-1]
    inside = last.came.local if last.came is not None and last.goes_on(now) else None
    entries = [stay.came.local for stay in day_stays if stay.came is not None]
    exits = [stay.left.local for stay in day_stays if stay.left is not None]
    return WorkDay(
        person_id=person_id,
        day=day,
        first_in=min(entries, default=None),
        last_out=max(exits, default=None),
        worked=sum((stay.worked for stay in day_stays), timedelta(0)),
        punches=sum(stay.punches for stay in day_stays),
        notes=_notes(day_stays, day_stays if inside is None else day_stays[:-1]),
        inside_since=inside,
    )


def _notes(day_stays: Sequence[Stay], over: Sequence[Stay]) -> tuple[DayNote, ...]:
    notes = {
        DayNote.NO_EXIT: any(stay.left is None for stay in over),
        DayNote.NO_ENTRY: any(stay.came is None for stay in day_stays),
        DayNote.SEEN_AGAIN: any(stay.repeated for stay in day_stays),
    }
    return tuple(note for note, holds in notes.items() if holds)
