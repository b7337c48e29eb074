"""How the attendance report is laid out: which sheets, which columns, what stands in each row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from faceattend import __version__
from faceattend.domain.attendance import Punch
from faceattend.domain.cameras import Camera, Site
from faceattend.domain.people import Person
from faceattend.domain.timesheets import WorkDay
from faceattend.reports.attendance import Attendance
from faceattend.reports.table import Cell, CellKind, Column, ReportTable, Sheet

SUMMARY, DAYS, PUNCHES, TOTALS = "Summary", "Days", "Punches", "Totals"

_WHO = (
    Column("Number", CellKind.TEXT),
    Column("Name", CellKind.TEXT),
    Column("Group", CellKind.TEXT),
)
_SUMMARY_COLUMNS = (
    *_WHO,
    Column("Days present", CellKind.INTEGER),
    Column("Hours", CellKind.HOURS),
    Column("Days to check", CellKind.INTEGER),
)
_DAYS_COLUMNS = (
    *_WHO,
    Column("Date", CellKind.DATE),
    Column("First in", CellKind.TIME),
    Column("Last out", CellKind.TIME),
    Column("Hours", CellKind.HOURS),
    Column("Punches", CellKind.INTEGER),
    Column("Note", CellKind.TEXT, widest=60),
)
_PUNCHES_COLUMNS = (
    *_WHO[:2],
    Column("Date", CellKind.DATE),
    Column("Time", CellKind.CLOCK),  # several punches may fall into one minute
    Column("Direction", CellKind.TEXT),
    Column("Site", CellKind.TEXT),
    Column("Camera", CellKind.TEXT),
    Column("Match", CellKind.NUMBER),
    Column("Zone", CellKind.TEXT),
    Column("UTC offset", CellKind.TEXT),
)
_TOTALS_COLUMNS = (
    Column("Item", CellKind.TEXT),
    Column("Value", CellKind.ANY),
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
            Sheet(TOTALS, _TOTALS_COLUMNS, _totals(attendance, making)),
        ),
        main=SUMMARY,
    )


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
        None if punch.camera_id is None else places[punch.camera_id],
        None if punch.score is None else round(punch.score, 2),
        punch.zone,
        _offset(punch.utc_offset),
    )


def _offset(offset: timedelta) -> str:
    """Write +2 h as UTC+02:00: in the hour that autumn repeats, wall-clock times alone could be either."""
    sign = "-" if offset < timedelta(0) else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{sign}{hours:02}:{minutes:02}"


def _totals(attendance: Attendance, making: Making) -> list[tuple[Cell, ...]]:
    return [
        ("From", attendance.first),
        ("To", attendance.last),
        ("People", len(attendance.people)),
        ("Days", len(attendance.days)),
        ("Hours", attendance.worked),
        ("Punches", len(attendance.punches)),
        ("Days to check", attendance.to_check),
        ("Made at (UTC)", making.at.astimezone(UTC).replace(microsecond=0, tzinfo=None)),
        ("Made by", making.by),
        ("Program", f"FaceAttend {__version__}"),
    ]
