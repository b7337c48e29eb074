"""Typed cells: a report is sheets of columns whose kind every format writes in its own proper way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from faceattend.config.plugins import Registry
from faceattend.domain.said import said

Cell = str | int | float | date | time | datetime | timedelta | None


class CellKind(StrEnum):
    """What a column holds, and so how it is written."""

    TEXT = "text"  # str; ids too, so that leading zeros stay
    INTEGER = "integer"  # int
    NUMBER = "number"  # float, finite
    HOURS = "hours"  # timedelta, written as decimal hours
    DATE = "date"  # date
    TIME = "time"  # time, local wall clock, written to the minute
    CLOCK = "clock"  # time, local wall clock, written to the second
    DATETIME = "datetime"  # datetime, local wall clock, naive
    ANY = "any"  # any of these, each cell told by its type: for a sheet of labels and values


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        title: the header.
        kind: what it holds.
        widest: how many characters of text stand in one line; a column is as wide as its content, but text longer
            than this wraps.
    """

    title: str
    kind: CellKind
    widest: int = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a report.

    Attributes:
        title: its name.
        columns: what stands in each row.
        rows: a cell per column, None for an empty one.
        totals: the sum of each column that can be summed, None for the others; empty where nothing can be. For showing
            beside the sheet: no format writes them into it, since payroll would take them for one more person.
        to_check: indices, ascending, of the rows that somebody should look at.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    totals: tuple[Cell, ...] = ()
    to_check: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A report ready to be written.

    Attributes:
        title: for the file's properties.
        sheets: at least one; formats that hold a single table (CSV) write the one named by ``main``.
        main: title of the sheet that payroll imports.
    """

    title: str
    sheets: tuple[Sheet, ...]
    main: str

    @property
    def main_sheet(self) -> Sheet:
        """The sheet that payroll imports."""
        return next(sheet for sheet in self.sheets if sheet.title == self.main)


def decimal_hours(span: timedelta) -> float:
    """Return the span in hours, unrounded: payroll multiplies it with a rate."""
    return span / timedelta(hours=1)


_KINDS: tuple[tuple[type, CellKind], ...] = (
    (str, CellKind.TEXT),
    (int, CellKind.INTEGER),
    (float, CellKind.NUMBER),
    (timedelta, CellKind.HOURS),
    (datetime, CellKind.DATETIME),  # before date: a datetime is one too
    (date, CellKind.DATE),
    (time, CellKind.CLOCK),
)


def kind_of(cell: Cell) -> CellKind:
    """Return how a cell of a column of any kind is written; not for empty ones."""
    return next(kind for type_, kind in _KINDS if isinstance(cell, type_))


Write = Callable[[ReportTable, Path], Iterator[int]]
"""Writes a report to a file while its iterator is walked, telling after some rows each how many are written; the file
stands there once it is walked to its end, and never when it is left before. Raises ExportFailed."""

ROWS_PER_STEP = 1000
"""After so many rows a format tells how far it is."""

FORMATS: Registry[Write] = Registry("faceattend.report_formats", said("Plugins", "report format"))
