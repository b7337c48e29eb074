"""What can be asked of reports: a preview, a file, what has changed since the last file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.directory import GroupSize, PeopleQuery, PeopleState
from faceattend.domain.errors import ExportFailed, StorageError
from faceattend.domain.exports import ControlTotals, Difference, Export, differences
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.domain.said import said
from faceattend.reports.attendance_sheets import figures_of
from faceattend.reports.shown import at_right, shown
from faceattend.reports.table import Cell, CellKind, Column, ReportTable, Sheet, Write, decimal_hours
from faceattend.services.report_building import (
    BuiltReport,
    ExportResult,
    ReportStep,
    Stage,
    build,
    format_of,
    result_of,
    write,
)
from faceattend.services.report_query import LONGEST_RANGE, ReportQuery, check_query
from faceattend.storage.database import Database

__all__ = [
    "LONGEST_RANGE",
    "BuiltReport",
    "Cell",
    "CellKind",
    "Column",
    "Comparison",
    "ExportResult",
    "Found",
    "ReportQuery",
    "ReportService",
    "ReportStep",
    "ReportTable",
    "Sheet",
    "Stage",
    "at_right",
    "decimal_hours",
    "shown",
]


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """A report beside the last one written of the same days.

    Attributes:
        export: the last one.
        same_scope: whether it was about the same people; if not, who is new or gone says little.
        totals: of the report as it is now.
        differences: the people whose figures differ.
        names: by number, as far as they are stored.
    """

    export: Export
    same_scope: bool
    totals: ControlTotals
    differences: tuple[Difference, ...]
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """People that were looked up.

    Attributes:
        people: the first of them, by name.
        total: how many there are.
    """

    people: tuple[Person, ...]
    total: int


class ReportService:
    """Reports on what is stored.

    Args:
        database: where the facts are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def attendance(self, actor: Actor, first: date, last: date) -> ReportTable:
        """Return the attendance of everyone on the local days from first to last; raises as :meth:`previewing`."""
        return self.preview(actor, ReportQuery(first, last)).table

    def preview(self, actor: Actor, query: ReportQuery) -> BuiltReport:
        """Return the report that an export would write; raises as :meth:`previewing`."""
        report = None
        for step in self.previewing(actor, query):
            report = step.report
        if report is None:
            message = "the last step brings the report"
            raise AssertionError(message)
        return report

    def previewing(self, actor: Actor, query: ReportQuery) -> Iterator[ReportStep]:
        """Build the report that an export would write, step by step; the last step brings it.

        Raises:
            PermissionDenied: the actor may not export reports.
            BadInput: see :func:`faceattend.services.report_query.check_query`.
            StorageError: the database cannot be read.
        """
        require(actor, Permission.EXPORT_REPORTS)
        check_query(query)
        return build(self._database, actor, query)

    def export(self, actor: Actor, first: date, last: date, path: Path) -> ExportResult:
        """Write everyone's attendance to a file, in the format that its suffix names; raises as :meth:`exporting`."""
        result = None
        for step in self.exporting(actor, ReportQuery(first, last), path):
            result = step.result
        if result is None:
            message = "the last step brings the result"
            raise AssertionError(message)
        return result

    def exporting(self, actor: Actor, query: ReportQuery, path: Path) -> Iterator[ReportStep]:
        """Build the report and write it to a file, step by step; what it said is kept for :meth:`compare`.

        The file stands there once the last step is taken; whoever leaves before leaves no file.

        Args:
            actor: the acting user.
            query: which days, whose.
            path: its suffix names the format.

        Raises:
            PermissionDenied: the actor may not export reports.
            BadInput: as for :meth:`previewing`, or there is no such format.
            StorageError: the database cannot be read.
            ExportFailed: the file cannot be written; an older one is as it was.
        """
        require(actor, Permission.EXPORT_REPORTS)
        check_query(query)
        way = format_of(path)
        return self._exporting(actor, query, path, way)

    def compare(self, actor: Actor, report: BuiltReport) -> Comparison | None:
        """Compare a report with the last one written of the same days; None if there is none.

        One about the same people is preferred to a later one about others.

        Raises:
            PermissionDenied: the actor may not export reports.
            StorageError: the database cannot be read.
        """
        require(actor, Permission.EXPORT_REPORTS)
        query = report.query
        with self._database.reading() as work:
            same = work.exports.latest(query.first, query.last, query.scope)
            export = same or work.exports.latest(query.first, query.last)
            if export is None:
                return None
            found = differences(export.figures, figures_of(report.table))
            names = {person.number: person.name for person in work.people.list()} if found else {}
        own = {each.number: names[each.number] for each in found if each.number in names}
        return Comparison(export, same is not None, report.totals, found, own)

    def groups(self, actor: Actor) -> list[GroupSize]:
        """Return the groups that can be reported on, by name.

        Raises:
            PermissionDenied: the actor may not export reports.
            StorageError: the database cannot be read.
        """
        require(actor, Permission.EXPORT_REPORTS)
        with self._database.reading() as work:
            return work.directory.groups()

    def find_people(self, actor: Actor, text: str, limit: int) -> Found:
        """Look up people to report on, whether or not they are active today.

        Args:
            actor: the acting user.
            text: words, each part of the name, the number or the group.
            limit: how many to return at most.

        Raises:
            PermissionDenied: the actor may not export reports.
            StorageError: the database cannot be read.
        """
        require(actor, Permission.EXPORT_REPORTS)
        with self._database.reading() as work:
            ids = work.directory.ids(PeopleQuery(text, state=PeopleState.ALL), datetime.now(UTC).date())
            return Found(tuple(each.person for each in work.directory.listed(ids[:limit])), len(ids))

    def _exporting(self, actor: Actor, query: ReportQuery, path: Path, way: Write) -> Iterator[ReportStep]:
        report = None
        for step in build(self._database, actor, query):
            report = step.report
            yield replace(step, stage=Stage.READING)
        if report is None:
            return
        last = None
        for last in write(report, path, way):
            yield last
        self._remember(actor, report, path)
        rows = 0 if last is None else last.total
        yield ReportStep(Stage.DONE, rows, rows, report, result_of(report, path))

    def _remember(self, actor: Actor, report: BuiltReport, path: Path) -> None:
        query = report.query
        export = Export(
            id=new_id(),
            made_at=datetime.now(UTC),
            made_by=actor.name,
            first=query.first,
            last=query.last,
            scope=query.scope,
            file=path.name,
            totals=report.totals,
            figures=figures_of(report.table),
        )
        try:
            with self._database.transaction() as work:
                work.exports.add(export)
        except StorageError as error:
            raise ExportFailed(
                said("Reports", "The report was written to {path}, but that could not be noted: {what}").format(
                    path=path, what=error.what
                ),
                means=said("Reports", "The file is whole. A later comparison with the last export will not know it."),
                remedy=error.remedy,
            ) from error
