"""Which facts belong to the attendance report of a range of days."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, groupby

from faceattend.domain.attendance import Punch
from faceattend.domain.people import Person
from faceattend.domain.timesheets import Stay, WorkDay, stays, work_days


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

    @property
    def to_check(self) -> int:
        """Number of days that somebody should look at before they are paid."""
        return sum(bool(day.notes) for day in self.days)


def gather(first: date, last: date, people: Iterable[Person], punches: Iterable[Punch]) -> Attendance:
    """Choose what belongs to the range.

    Args:
        first: first local day.
        last: last local day, included.
        people: everyone known. Whoever left before the range or joined after it is reported on only with punches.
        punches: those of the range and of enough time around it that the stays at its edges are whole, any order.
    """
    kept = _within(first, last, punches)
    present = {punch.person_id for punch in kept}
    listed = sorted((p for p in people if p.id in present or _belongs(p, first, last)), key=_by_number)
    rank = {person.id: index for index, person in enumerate(listed)}
    return Attendance(
        first,
        last,
        tuple(listed),
        tuple(sorted(work_days(kept), key=lambda day: (rank[day.person_id], day.day))),
        tuple(sorted(kept, key=lambda punch: (rank[punch.person_id], punch.at, punch.id))),
    )


def _within(first: date, last: date, punches: Iterable[Punch]) -> list[Punch]:
    """Return the punches of the stays that began in the range; they pair up among themselves as they did before."""
    ordered = sorted(punches, key=lambda punch: (punch.person_id, punch.at, punch.id))
    found = chain.from_iterable(stays(own) for _, own in groupby(ordered, key=lambda punch: punch.person_id))
    return [punch for stay in found if first <= stay.day <= last for punch in _punches_of(stay)]


def _punches_of(stay: Stay) -> Iterator[Punch]:
    return (punch for punch in (stay.came, *stay.repeated, stay.left) if punch is not None)


def _belongs(person: Person, first: date, last: date) -> bool:
    return (person.active_from is None or person.active_from <= last) and (
        person.active_to is None or first <= person.active_to
    )


def _by_number(person: Person) -> tuple[list[tuple[bool, int, str]], str]:
    """Order numbers as people read them: 9 before 10, and A9 before A10."""
    return [_rank(part) for part in re.findall(r"[0-9]+|[^0-9]+", person.number)], person.number


def _rank(part: str) -> tuple[bool, int, str]:
    digits = part.lstrip("0")
    # The longer of two numbers is the greater one; no int(), which gives up at some thousand digits.
    return (False, len(digits), digits) if "0" <= part[0] <= "9" else (True, 0, part)
