"""Which facts belong to the attendance report of a range of days."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import chain, groupby
from operator import attrgetter, itemgetter
from uuid import UUID

from faceattend.domain.attendance import Punch
from faceattend.domain.people import Person
from faceattend.domain.timesheets import Stay, WorkDay, stays, work_day

_SORTED_AT_ONCE = 2000

_day, _moment, _rank_of = attrgetter("day"), attrgetter("at", "id"), itemgetter(0)


@dataclass(frozen=True, slots=True)
class Attendance:
    """The facts of a range of local days.

    Attributes:
        first: first local day.
        last: last local day, included.
        people: everyone reported on, by number.
        days: their work days in the range, by person in that order, then day.
        punches: exactly those the days rest on, by person in that order, then instant; the exit of a night shift that
            began on the last day is among them, that of one that began before the first day is not.
    """

    first: date
    last: date
    people: tuple[Person, ...]
    days: tuple[WorkDay, ...]
    punches: tuple[Punch, ...]

    @property
    def worked(self) -> timedelta:
        """Sum of all days."""
        return sum((day.worked for day in self.days), timedelta(0))


def gather(first: date, last: date, people: Iterable[Person], punches: Iterable[Punch], now: datetime) -> Attendance:
    """Choose what belongs to the range.

    Args:
        first: first local day.
        last: last local day, included.
        people: everyone known. Whoever left before the range or joined after it is reported on only with punches.
        punches: those of the range and of enough time around it that the stays at its edges are whole, any order.
        now: aware; decides who is inside.
    """
    found = _stays_within(first, last, punches)
    listed = in_order(p for p in people if p.id in found or _belongs(p, first, last))
    own = [(person.id, found[person.id]) for person in listed if person.id in found]
    return Attendance(
        first,
        last,
        tuple(listed),
        tuple(day for person_id, whole in own for day in _days(person_id, whole, now)),
        tuple(punch for _, whole in own for punch in _punches(whole)),
    )


def in_order(people: Iterable[Person]) -> list[Person]:
    """Order people as reports do, by number as people read them: 9 before 10, and A9 before A10.

    Some thousand at a time: Python sorts without a break, and the window would wait until fifty thousand are in order.
    """
    ranked = [(_by_number(person), person) for person in people]
    parts = [sorted(ranked[at : at + _SORTED_AT_ONCE], key=_rank_of) for at in range(0, len(ranked), _SORTED_AT_ONCE)]
    return [person for _, person in merge(*parts, key=_rank_of)]


def _stays_within(first: date, last: date, punches: Iterable[Punch]) -> dict[UUID, list[Stay]]:
    """Return the stays that began in the range, by person; only of those who have some."""
    by_person: defaultdict[UUID, list[Punch]] = defaultdict(list)
    for punch in punches:
        by_person[punch.person_id].append(punch)
    found = {
        person_id: [stay for stay in stays(sorted(own, key=_moment)) if first <= stay.day <= last]
        for person_id, own in by_person.items()
    }
    return {person_id: own for person_id, own in found.items() if own}


def _days(person_id: UUID, own: Iterable[Stay], now: datetime) -> Iterator[WorkDay]:
    by_day = groupby(sorted(own, key=_day), key=_day)
    return (work_day(person_id, day, list(day_stays), now) for day, day_stays in by_day)


def _punches(own: Iterable[Stay]) -> list[Punch]:
    return sorted(chain.from_iterable(stay.facts for stay in own), key=_moment)


def _belongs(person: Person, first: date, last: date) -> bool:
    return (person.active_from is None or person.active_from <= last) and (
        person.active_to is None or first <= person.active_to
    )


def _by_number(person: Person) -> tuple[list[tuple[bool, int, str]], str]:
    return [_rank(part) for part in re.findall(r"[0-9]+|[^0-9]+", person.number)], person.number


def _rank(part: str) -> tuple[bool, int, str]:
    digits = part.lstrip("0")
    # The longer of two numbers is the greater one; no int(), which gives up at some thousand digits.
    return (False, len(digits), digits) if "0" <= part[0] <= "9" else (True, 0, part)
