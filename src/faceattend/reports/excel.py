"""A report as an Excel workbook: numbers are numbers, dates are dates, and text is never anything but text."""

import contextlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, cast

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from faceattend.reports.files import write_whole
from faceattend.reports.table import CellKind, ReportTable, Sheet, decimal_hours
from faceattend.reports.text import cut, writable

MAX_ROWS = 1_048_575
"""Rows of a sheet below its header (Microsoft, "Excel specifications and limits")."""

_TITLE_LIMIT = 31
_A4 = 9
_HEADER = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A4D", "valign": "vcenter", "text_wrap": True}
_NUMBER_FORMATS = {
    CellKind.TEXT: "@",  # what someone types over an id stays text too
    CellKind.INTEGER: "0",
    CellKind.NUMBER: "0.00",
    CellKind.HOURS: "0.00",
    CellKind.DATE: "yyyy-mm-dd",
    CellKind.TIME: "hh:mm",
    CellKind.DATETIME: "yyyy-mm-dd hh:mm:ss",
}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "use_zip64": True,
}


_Book = Any
"""An XlsxWriter Workbook, whose methods are only partly typed."""


@dataclass(frozen=True, slots=True, eq=False)
class _Styles:
    """The looks of one workbook."""

    header: Format
    cells: dict[CellKind, Format]


def write(table: ReportTable, path: Path) -> None:
    """Write the report as an .xlsx file.

    Rows are streamed through temporary files beside the target, so memory does not grow with them; a sheet with more
    rows than Excel allows goes on in further sheets named "Days (2)" and so on.

    Args:
        table: the report.
        path: where it shall stand; an older file there is replaced only by a whole one.

    Raises:
        ExportFailed: see :func:`faceattend.reports.files.write_whole`.
    """
    write_whole(path, lambda unfinished: _write(table, unfinished))


def _write(table: ReportTable, path: Path) -> None:
    # XlsxWriter leaves its zip file open when a disk fills up; one in memory leaves nothing behind.
    packed = io.BytesIO()
    book: _Book = Workbook(packed, {**_OPTIONS, "tmpdir": str(path.parent)})
    try:
        _fill(book, table)
        book.close()
    except FileCreateError as error:
        fault = cast("OSError", error.args[0])
        raise OSError(*fault.args) from error
    finally:
        _release(book)
    path.write_bytes(packed.getbuffer())


def _release(book: _Book) -> None:
    """Close the row files that XlsxWriter leaves open after a failure."""
    for sheet in book.worksheets():
        for file in (sheet.row_data_fh, sheet.fh):
            with contextlib.suppress(OSError):  # flushing to a full disk fails once more; the first error is told
                file.close()


def _fill(book: _Book, table: ReportTable) -> None:
    book.set_properties({"title": writable(table.title), "created": datetime.now(UTC).replace(tzinfo=None)})
    styles = _Styles(
        header=book.add_format(_HEADER),
        cells={kind: book.add_format({"num_format": form}) for kind, form in _NUMBER_FORMATS.items()},
    )
    for sheet in table.sheets:
        for part in _parts(sheet):
            _write_sheet(book, part, styles)


def _parts(sheet: Sheet) -> Iterator[Sheet]:
    """Split a sheet whose rows are too many for one; an empty one is one part."""
    for number, start in zip(count(1), range(0, max(len(sheet.rows), 1), MAX_ROWS), strict=False):
        suffix = "" if number == 1 else f" ({number})"
        title = sheet.title[: _TITLE_LIMIT - len(suffix)] + suffix
        yield replace(sheet, title=title, rows=sheet.rows[start : start + MAX_ROWS])


def _write_sheet(book: _Book, sheet: Sheet, styles: _Styles) -> None:
    page: Worksheet = book.add_worksheet(sheet.title)
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width, styles.cells[column.kind])
        page.write_string(0, index, writable(column.title), styles.header)
    _write_rows(page, sheet, styles)
    _lay_out(page, len(sheet.rows), len(sheet.columns) - 1)


def _write_rows(page: Worksheet, sheet: Sheet, styles: _Styles) -> None:
    # How a column is written is looked up once, not for each of its cells.
    ways = [(index, _PUT[column.kind], styles.cells[column.kind]) for index, column in enumerate(sheet.columns)]
    for row, cells in enumerate(sheet.rows, start=1):
        for (column, put, style), cell in zip(ways, cells, strict=True):
            if cell is not None:
                put(page, row, column, cell, style)


def _lay_out(page: Worksheet, last_row: int, last_column: int) -> None:
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last_row, last_column)
    page.ignore_errors({"number_stored_as_text": xl_range(0, 0, last_row, last_column)})  # ids are text on purpose
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)


def _put_text(page: Worksheet, row: int, column: int, value: str, style: Format) -> None:
    text = cut(writable(value))
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes such a text for ready-made XML and would put it into the file unescaped; given in
        # pieces (three are the fewest it takes), it is escaped like any other.
        page.write_rich_string(row, column, text[0], text[1:3], text[3:], style)
    else:
        page.write_string(row, column, text, style)


def _put_number(page: Worksheet, row: int, column: int, value: float, style: Format) -> None:
    page.write_number(row, column, value, style)


def _put_hours(page: Worksheet, row: int, column: int, value: timedelta, style: Format) -> None:
    page.write_number(row, column, decimal_hours(value), style)


def _put_moment(page: Worksheet, row: int, column: int, value: datetime | date | time, style: Format) -> None:
    page.write_datetime(row, column, cast("datetime", value), style)  # its hint is too narrow: it takes all three


_PUT: dict[CellKind, Callable[[Worksheet, int, int, Any, Format], None]] = {
    CellKind.TEXT: _put_text,
    CellKind.INTEGER: _put_number,
    CellKind.NUMBER: _put_number,
    CellKind.HOURS: _put_hours,
    CellKind.DATE: _put_moment,
    CellKind.TIME: _put_moment,
    CellKind.DATETIME: _put_moment,
}
