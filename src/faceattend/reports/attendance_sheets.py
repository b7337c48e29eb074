"""How the attendance report is laid out: which sheets, which columns, which sums."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import cast
from uuid import UUID

from faceattend import __version__
from faceattend.domain.cameras import Camera, Site
from faceattend.domain.exports import ControlTotals, PersonFigures
from faceattend.domain.timesheets import WorkDay
from faceattend.reports.attendance import Attendance
from faceattend.reports.attendance_rows import day_row, person_row, punch_row
from faceattend.reports.packed import PackedRows, Row
from faceattend.reports.table import CellKind, Column, ReportTable, Sheet

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
    Column("Source", CellKind.TEXT),
    Column("Reason", CellKind.TEXT, widest=60),
    Column("Made by", CellKind.TEXT),
)
_TOTALS_COLUMNS = (
    Column("Item", CellKind.TEXT),
    Column("Value", CellKind.ANY),
)


@dataclass(frozen=True, slots=True)
class Making:
    """Who made a report, when, and of whom.

    Attributes:
        at: aware UTC.
        by: the acting user's name.
        scope: whom it reports on, in words.
    """

    at: datetime
    by: str
    scope: str = "everyone"


def lay_out(attendance: Attendance, cameras: Iterable[Camera], sites: Iterable[Site], making: Making) -> ReportTable:
    """Lay the facts out in four sheets; payroll imports the summary, one row per person."""
    sheets = AttendanceSheets(attendance.first, attendance.last, cameras, sites)
    sheets.add(attendance)
    return sheets.table(making)


def figures_of(table: ReportTable) -> tuple[PersonFigures, ...]:
    """Return what a report laid out here says of each person."""
    rows = cast("Sequence[tuple[str, str, str | None, int, timedelta, int]]", table.main_sheet.rows)
    return tuple(PersonFigures(number, days, worked) for number, _, _, days, worked, _ in rows)


class AttendanceSheets:
    """The report of a range while it grows, some people at a time: a month of many need not be in memory as facts.

    Args:
        first: first local day.
        last: last local day, included.
        cameras: all that punches may come from.
        sites: likewise.
    """

    def __init__(self, first: date, last: date, cameras: Iterable[Camera], sites: Iterable[Site]) -> None:
        self._range = first, last
        self._places = {camera.id: camera.name for camera in cameras} | {site.id: site.name for site in sites}
        self._summary: list[Row] = []
        self._days = PackedRows()
        self._punches = PackedRows()
        self._people_to_check: list[int] = []
        self._days_to_check: list[int] = []
        self._inside = 0
        self._worked = timedelta(0)

    def add(self, facts: Attendance) -> None:
        """Add the next people with all their facts of the range."""
        people = {person.id: person for person in facts.people}
        own = _days_of(facts)
        self._days_to_check += [at for at, day in enumerate(facts.days, start=len(self._days)) if day.notes]
        self._days.extend(day_row(people[day.person_id], day) for day in facts.days)
        for person in facts.people:
            if any(day.notes for day in own[person.id]):
                self._people_to_check.append(len(self._summary))
            self._summary.append(person_row(person, own[person.id]))
        self._punches.extend(punch_row(people[punch.person_id], punch, self._places) for punch in facts.punches)
        self._inside += sum(day.inside_since is not None for day in facts.days)
        self._worked += facts.worked

    @property
    def totals(self) -> ControlTotals:
        """The sums of all that was added."""
        return ControlTotals(
            people=len(self._summary),
            days=len(self._days),
            punches=len(self._punches),
            worked=self._worked,
        )

    @property
    def to_check(self) -> int:
        """Number of days that somebody should look at before they are paid."""
        return len(self._days_to_check)

    @property
    def inside(self) -> int:
        """Number of people who had not left yet, so that their last stay counts no hours."""
        return self._inside

    def table(self, making: Making) -> ReportTable:
        """Return the report of what was added; nothing may be added after it."""
        sums, to_check = self.totals, self.to_check
        first, last = self._range
        return ReportTable(
            title=f"Attendance {first} to {last}",
            sheets=(
                Sheet(
                    SUMMARY,
                    _SUMMARY_COLUMNS,
                    self._summary,
                    (None, None, None, sums.days, sums.worked, to_check),
                    tuple(self._people_to_check),
                ),
                Sheet(
                    DAYS,
                    _DAYS_COLUMNS,
                    self._days,
                    (*(None,) * 6, sums.worked, sums.punches, None),
                    tuple(self._days_to_check),
                ),
                Sheet(PUNCHES, _PUNCHES_COLUMNS, self._punches),
                Sheet(
                    TOTALS,
                    _TOTALS_COLUMNS,
                    [*_range(first, last), *_sums(sums, to_check), *_still(self._inside), *_origin(making)],
                ),
            ),
            main=SUMMARY,
        )


def _days_of(facts: Attendance) -> dict[UUID, list[WorkDay]]:
    own: defaultdict[UUID, list[WorkDay]] = defaultdict(list)
    for day in facts.days:
        own[day.person_id].append(day)
    return own


def _range(first: date, last: date) -> list[Row]:
    return [("From", first), ("To", last)]


def _sums(sums: ControlTotals, to_check: int) -> list[Row]:
    return [
        ("People", sums.people),
        ("Days", sums.days),
        ("Hours", sums.worked),
        ("Punches", sums.punches),
        ("Days to check", to_check),
    ]


def _still(inside: int) -> list[Row]:
    """Say that hours are missing, where some are still to come; the number of people stands there always."""
    number: Row = ("Still inside", inside)
    if not inside:
        return [number]
    who = "1 person was" if inside == 1 else f"{inside} people were"
    return [number, ("Not complete", f"{who} inside when this was made; the hours since they came are not counted")]


def _origin(making: Making) -> list[Row]:
    return [
        ("Reported on", making.scope),
        ("Made at (UTC)", making.at.astimezone(UTC).replace(microsecond=0, tzinfo=None)),
        ("Made by", making.by),
        ("Program", f"FaceAttend {__version__}"),
    ]
