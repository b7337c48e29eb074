"""Making a report step by step: it can be watched, and left between any two steps without leaving anything behind."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path

from faceattend.domain.access import Actor
from faceattend.domain.attendance import Punch
from faceattend.domain.errors import BadInput
from faceattend.domain.exports import ControlTotals
from faceattend.domain.people import Person
from faceattend.domain.said import said
from faceattend.domain.timesheets import instants_that_matter
from faceattend.reports.attendance import gather, in_order
from faceattend.reports.attendance_sheets import AttendanceSheets, Making
from faceattend.reports.table import FORMATS, ReportTable, Write, decimal_hours
from faceattend.services.report_query import ReportQuery
from faceattend.storage.database import Database, Work

_PEOPLE_AT_ONCE = 50
"""Few enough that a month of their punches takes about a tenth of a second: so soon a build can be left."""


class Stage(StrEnum):
    """What is being done."""

    READING = "reading"  # done and total are people
    WRITING = "writing"  # done and total are rows
    PACKING = "packing"  # the file is being finished; done and total are rows
    DONE = "done"


@dataclass(frozen=True, slots=True, eq=False)
class BuiltReport:
    """A report as it stands in memory, which is what a file of it holds.

    Attributes:
        query: what was asked for.
        table: its sheets.
        totals: its sums.
        to_check: days that somebody should look at before they are paid.
        inside: people who had not left yet when it was built.
    """

    query: ReportQuery
    table: ReportTable
    totals: ControlTotals
    to_check: int
    inside: int


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What an export wrote: the control totals to compare after the import.

    Attributes:
        path: the file.
        people: rows of the summary.
        days: work days.
        punches: punches they rest on.
        hours: decimal hours of all days together.
        inside: people who had not left yet, whose last stay counts no hours.
    """

    path: Path
    people: int
    days: int
    punches: int
    hours: float
    inside: int


@dataclass(frozen=True, slots=True, eq=False)
class ReportStep:
    """How far the making of a report is.

    Attributes:
        stage: what is being done.
        done: how much of it.
        total: of how much.
        report: the report, from the stage after READING on.
        result: what was written, when it is DONE and a file was asked for.
    """

    stage: Stage
    done: int
    total: int
    report: BuiltReport | None = None
    result: ExportResult | None = None


def build(database: Database, actor: Actor, query: ReportQuery) -> Iterator[ReportStep]:
    """Build a report, some people with each step; the last step brings it.

    All is read within one transaction, so it is of one moment, whatever is recorded meanwhile.

    Raises:
        StorageError: the database cannot be read.
    """
    making = Making(datetime.now(UTC), actor.name, query.words)
    yield ReportStep(Stage.READING, 0, 0)
    with database.reading() as work:
        people = in_order(person for person in work.people.list() if query.wants(person))
        sheets = AttendanceSheets(query.first, query.last, work.cameras.list(), work.sites.list())
        for start in range(0, len(people), _PEOPLE_AT_ONCE):
            yield ReportStep(Stage.READING, start, len(people))
            part = people[start : start + _PEOPLE_AT_ONCE]
            sheets.add(gather(query.first, query.last, part, _punches(work, query, part), making.at))
    report = BuiltReport(query, sheets.table(making), sheets.totals, sheets.to_check, sheets.inside)
    yield ReportStep(Stage.DONE, len(people), len(people), report)


def _punches(work: Work, query: ReportQuery, people: Sequence[Person]) -> Iterable[Punch]:
    start, end = instants_that_matter(query.first, query.last)
    return chain.from_iterable(work.punches.of([person.id for person in people], start, end).values())


def write(report: BuiltReport, path: Path, way: Write) -> Iterator[ReportStep]:
    """Write a report, some rows with each step; the file stands there when the last step is taken.

    Raises:
        ExportFailed: it cannot be written; an older file is as it was.
    """
    total = rows_written(report.table, path)
    for done in way(report.table, path):
        yield ReportStep(Stage.WRITING if done < total else Stage.PACKING, done, total, report)


def rows_written(table: ReportTable, path: Path) -> int:
    """Return how many rows a file of that name would hold, headers aside."""
    sheets = (table.main_sheet,) if path.suffix.lower() == ".csv" else table.sheets
    return sum(len(sheet.rows) for sheet in sheets)


def result_of(report: BuiltReport, path: Path) -> ExportResult:
    """Return what an export of the report tells."""
    sums = report.totals
    return ExportResult(path, sums.people, sums.days, sums.punches, decimal_hours(sums.worked), report.inside)


def format_of(path: Path) -> Write:
    """Return what writes a file of that name.

    Raises:
        BadInput: there is no such format.
    """
    name = path.suffix.lower().removeprefix(".")
    if name not in FORMATS.names():
        known = " or ".join(f".{each}" for each in FORMATS.names())
        raise BadInput(
            said("Reports", "{file} does not say in which format to write the report.").format(file=path.name),
            remedy=said("Reports", "Let its name end in {known}.").format(known=known),
        )
    return FORMATS.get(name)
