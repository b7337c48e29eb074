"""The attendance report: which facts belong to a range of days, and how they are laid out in sheets."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from uuid import UUID

from faceattend import __version__
from faceattend.domain.attendance import Punch
from faceattend.domain.cameras import Camera, Site
from faceattend.domain.people import Person
from faceattend.domain.timesheets import Stay, WorkDay, stays, work_days
from faceattend.reports.table import Cell, CellKind, Column, ReportTable, Sheet

SUMMARY, DAYS, PUNCHES, TOTALS = "Summary", "Days", "Punches", "Totals"

_WHO = (
    Column("Number", CellKind.TEXT, 14),
    Column("Name", CellKind.TEXT, 28),
    Column("Group", CellKind.TEXT, 20),
)
_SUMMARY_COLUMNS = (
    *_WHO,
    Column("Days present", CellKind.INTEGER, 13),
    Column("Hours", CellKind.HOURS, 10),
    Column("Days to check", CellKind.INTEGER, 14),
)
_DAYS_COLUMNS = (
    *_WHO,
    Column("Date", CellKind.DATE, 12),
    Column("First in", CellKind.TIME, 10),
    Column("Last out", CellKind.TIME, 10),
    Column("Hours", CellKind.HOURS, 10),
    Column("Punches", CellKind.INTEGER, 10),
    Column("Note", CellKind.TEXT, 60),
)
_PUNCHES_COLUMNS = (
    *_WHO[:2],
    Column("Date", CellKind.DATE, 12),
    Column("Time", CellKind.TIME, 10),
    Column("Direction", CellKind.TEXT, 11),
    Column("Site", CellKind.TEXT, 20),
    Column("Camera", CellKind.TEXT, 20),
    Column("Match", CellKind.NUMBER, 9),
    Column("Zone", CellKind.TEXT, 20),
    Column("UTC offset", CellKind.TEXT, 12),
)
_TOTALS_COLUMNS = (
    Column("From", CellKind.DATE, 12),
    Column("To", CellKind.DATE, 12),
    Column("People", CellKind.INTEGER, 10),
    Column("Days", CellKind.INTEGER, 10),
    Column("Hours", CellKind.HOURS, 12),
    Column("Punches", CellKind.INTEGER, 10),
    Column("Days to check", CellKind.INTEGER, 14),
    Column("Made at (UTC)", CellKind.DATETIME, 20),
    Column("Made by", CellKind.TEXT, 24),
    Column("Program", CellKind.TEXT, 20),
)


@dataclass(frozen=True, slots=True)
class Making:
    """Who made a report, and when.

    Attributes:
        at: aware UTC.
        by: the acting user's name.
    """

    at: datetime
    by: str


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


def lay_out(attendance: Attendance, cameras: Iterable[Camera], sites: Iterable[Site], making: Making) -> ReportTable:
    """Lay the facts out in four sheets; payroll imports the summary, one row per person."""
    people = {person.id: person for person in attendance.people}
    places = {camera.id: camera.name for camera in cameras} | {site.id: site.name for site in sites}
    return ReportTable(
        title=f"Attendance {attendance.first} to {attendance.last}",
        sheets=(
            Sheet(SUMMARY, _SUMMARY_COLUMNS, _summary(attendance)),
            Sheet(DAYS, _DAYS_COLUMNS, [_day(people[day.person_id], day) for day in attendance.days]),
            Sheet(PUNCHES, _PUNCHES_COLUMNS, [_punch(people[p.person_id], p, places) for p in attendance.punches]),
            Sheet(TOTALS, _TOTALS_COLUMNS, [_totals(attendance, making)]),
        ),
        main=SUMMARY,
    )


def _within(first: date, last: date, punches: Iterable[Punch]) -> list[Punch]:
    """Return the punches of the stays that began in the range; they pair up among themselves as they did before."""
    by_person: defaultdict[UUID, list[Punch]] = defaultdict(list)
    for punch in sorted(punches, key=lambda punch: (punch.at, punch.id)):
        by_person[punch.person_id].append(punch)
    found = chain.from_iterable(stays(own) for own in by_person.values())
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


def _summary(attendance: Attendance) -> list[tuple[Cell, ...]]:
    days: defaultdict[UUID, list[WorkDay]] = defaultdict(list)
    for day in attendance.days:
        days[day.person_id].append(day)
    return [_person(person, days[person.id]) for person in attendance.people]


def _person(person: Person, days: Sequence[WorkDay]) -> tuple[Cell, ...]:
    worked = sum((day.worked for day in days), timedelta(0))
    return (person.number, person.name, person.group, len(days), worked, sum(bool(day.notes) for day in days))


def _day(person: Person, day: WorkDay) -> tuple[Cell, ...]:
    first_in = None if day.first_in is None else day.first_in.time().replace(microsecond=0)
    last_out = None if day.last_out is None else day.last_out.time().replace(microsecond=0)
    return (
        person.number,
        person.name,
        person.group,
        day.day,
        first_in,
        last_out,
        day.worked,
        day.punches,
        "; ".join(_notes(day)),
    )


def _notes(day: WorkDay) -> Iterator[str]:
    if day.last_out is not None and day.last_out.date() > day.day:
        yield f"last out on {day.last_out.date()}"
    yield from day.notes


def _punch(person: Person, punch: Punch, places: dict[UUID, str]) -> tuple[Cell, ...]:
    return (
        person.number,
        person.name,
        punch.local.date(),
        punch.local.time().replace(microsecond=0),
        punch.direction,
        places[punch.site_id],
        places[punch.camera_id],
        round(punch.score, 2),
        punch.zone,
        _offset(punch.utc_offset),
    )


def _offset(offset: timedelta) -> str:
    """Write +2 h as UTC+02:00: in the hour that autumn repeats, wall-clock times alone could be either."""
    sign = "-" if offset < timedelta(0) else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{sign}{hours:02}:{minutes:02}"


def _totals(attendance: Attendance, making: Making) -> tuple[Cell, ...]:
    return (
        attendance.first,
        attendance.last,
        len(attendance.people),
        len(attendance.days),
        attendance.worked,
        len(attendance.punches),
        attendance.to_check,
        making.at.astimezone(UTC).replace(microsecond=0, tzinfo=None),
        making.by,
        f"FaceAttend {__version__}",
    )
