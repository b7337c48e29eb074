"""A report's main sheet as CSV, for programs that import it; Excel opens it too."""

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from faceattend.reports.files import whole_file
from faceattend.reports.table import ROWS_PER_STEP, Cell, CellKind, ReportTable, Sheet, decimal_hours, kind_of
from faceattend.reports.text import writable

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - wide ones count too
"""Spreadsheets run a text that begins so as a formula (OWASP, "CSV Injection")."""


def write(table: ReportTable, path: Path) -> Iterator[int]:
    """Write the main sheet, step by step, as RFC 4180 CSV.

    UTF-8 with byte-order mark, commas, ISO dates, HH:MM, decimal points. A text that a spreadsheet would
    run as a formula gets an apostrophe before it.

    Args:
        table: the report.
        path: where it shall stand; an older file there is replaced only by a whole one.

    Yields:
        How many rows are written.

    Raises:
        ExportFailed: see :func:`faceattend.reports.files.whole_file`.
    """
    with whole_file(path) as unfinished:
        yield from _write(table.main_sheet, unfinished)


def _write(sheet: Sheet, path: Path) -> Iterator[int]:
    lines = _lines(sheet)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, dialect="excel", strict=True)
        writer.writerow(next(lines))
        for done in range(0, len(sheet.rows), ROWS_PER_STEP):
            yield done
            writer.writerows(islice(lines, ROWS_PER_STEP))
    yield len(sheet.rows)


def _lines(sheet: Sheet) -> Iterator[list[str]]:
    yield [_text(column.title) for column in sheet.columns]
    ways = [_WAYS[column.kind] for column in sheet.columns]
    for row in sheet.rows:
        yield ["" if cell is None else way(cell) for way, cell in zip(ways, row, strict=True)]


def _text(text: str) -> str:
    kept = writable(text)
    return f"'{kept}" if kept.startswith(_FORMULA_STARTS) else kept


def _number(value: float) -> str:
    return f"{value:.4f}"


def _hours(span: timedelta) -> str:
    return f"{decimal_hours(span):.4f}"  # to a third of a second, so that sums agree with Excel's


def _time(value: time) -> str:
    return value.strftime("%H:%M")


def _clock(value: time) -> str:
    return value.strftime("%H:%M:%S")


def _datetime(value: datetime) -> str:
    return value.isoformat(sep=" ", timespec="seconds")


def _any(value: Cell) -> str:
    return _WAYS[kind_of(value)](value)


_WAYS: dict[CellKind, Callable[[Any], str]] = {
    CellKind.TEXT: _text,
    CellKind.INTEGER: str,
    CellKind.NUMBER: _number,
    CellKind.HOURS: _hours,
    CellKind.DATE: date.isoformat,
    CellKind.TIME: _time,
    CellKind.CLOCK: _clock,
    CellKind.DATETIME: _datetime,
    CellKind.ANY: _any,
}
