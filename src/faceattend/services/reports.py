"""What can be asked of reports: the attendance of a range of days, as a table or as a file."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.errors import BadInput
from faceattend.domain.presence import LONGEST_PRESENCE
from faceattend.reports.attendance import Attendance, gather
from faceattend.reports.attendance_sheets import Making, lay_out
from faceattend.reports.table import FORMATS, ReportTable, Write, decimal_hours
from faceattend.storage.database import Database

LONGEST_RANGE = timedelta(days=400)
"""A year and a month: a longer report is asked for by mistake, and would be slow to open."""

_EARLIEST, _LATEST = date(1970, 1, 1), date(9998, 12, 31)
_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)
"""How far the world's zones lie behind and ahead of UTC, at most (UTC-12:00 and UTC+14:00)."""

_LEAD = timedelta(days=7)
"""Punches so long before the range are read with it. Only they tell whether an exit on its first morning ends a night
shift; after any exit, and after LONGEST_PRESENCE without a punch, what came before no longer matters."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What an export wrote: the control totals to compare after the import.

    Attributes:
        path: the file.
        people: rows of the summary.
        days: work days.
        punches: punches they rest on.
        hours: decimal hours of all days together.
    """

    path: Path
    people: int
    days: int
    punches: int
    hours: float


class ReportService:
    """Reports on what is stored.

    Args:
        database: where the facts are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def attendance(self, actor: Actor, first: date, last: date) -> ReportTable:
        """Return the attendance of the local days from first to last, both included.

        Raises:
            PermissionDenied: the actor may not export reports.
            BadInput: the range ends before it begins, or is longer than LONGEST_RANGE.
            StorageError: the database cannot be read.
        """
        return self._report(actor, first, last)[1]

    def export(self, actor: Actor, first: date, last: date, path: Path) -> ExportResult:
        """Write the attendance to a file, in the format that its suffix names.

        Raises:
            PermissionDenied: the actor may not export reports.
            BadInput: as for :meth:`attendance`, or there is no such format.
            StorageError: the database cannot be read.
            ExportFailed: the file cannot be written; an older one is as it was.
        """
        require(actor, Permission.EXPORT_REPORTS)
        write = _format_of(path)
        facts, table = self._report(actor, first, last)
        write(table, path)
        return ExportResult(path, len(facts.people), len(facts.days), len(facts.punches), decimal_hours(facts.worked))

    def _report(self, actor: Actor, first: date, last: date) -> tuple[Attendance, ReportTable]:
        require(actor, Permission.EXPORT_REPORTS)
        _check_range(first, last)
        start, end = _instants(first, last)
        with self._database.reading() as work:
            facts = gather(first, last, work.people.list(), work.punches.between(start, end))
            making = Making(datetime.now(UTC), actor.name)
            return facts, lay_out(facts, work.cameras.list(), work.sites.list(), making)


def _check_range(first: date, last: date) -> None:
    if last < first:
        raise BadInput(f"The range ends ({last}) before it begins ({first}).", remedy="Give the earlier day first.")
    if last - first >= LONGEST_RANGE:
        raise BadInput(
            f"The range from {first} to {last} is longer than {LONGEST_RANGE.days} days.",
            remedy="Make several reports, one per year say.",
        )
    if first < _EARLIEST or last > _LATEST:
        raise BadInput(f"There is no attendance from {first} to {last}.", remedy="Check the years.")


def _instants(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the UTC instants between which every punch lies that may matter to these days, in any zone."""
    midnight = datetime.combine(first, time(), UTC)
    next_midnight = datetime.combine(last, time(), UTC) + timedelta(days=1)
    return midnight - _EAST - _LEAD, next_midnight + _WEST + LONGEST_PRESENCE


def _format_of(path: Path) -> Write:
    name = path.suffix.lower().removeprefix(".")
    if name not in FORMATS.names():
        known = " or ".join(f".{each}" for each in FORMATS.names())
        raise BadInput(
            f"{path.name} does not say in which format to write the report.", remedy=f"Let its name end in {known}."
        )
    return FORMATS.get(name)
