"""A report as an Excel workbook: numbers are numbers, dates are dates, and text is never anything but text.

A sheet is meant to be read and printed as it is: columns fit what stands in them, headers stand over their values, and
every printed page says which report it belongs to.
"""

import contextlib
import io
from collections.abc import Callable, Collection, Generator, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import accumulate, count, islice
from pathlib import Path
from typing import Any, cast

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from faceattend.reports.excel_looks import Book, Looks, looks_of
from faceattend.reports.files import whole_file
from faceattend.reports.table import ROWS_PER_STEP, Cell, CellKind, Column, ReportTable, Sheet, decimal_hours, kind_of
from faceattend.reports.text import cut, writable
from faceattend.reports.widths import lines_of, text_width, width_of

MAX_ROWS = 1_048_575
"""Rows of a sheet below its header (Microsoft, "Excel specifications and limits")."""

_TITLE_LIMIT = 31
_A4 = 9
_LINE = 15.0
_HIGHEST = 409.0
"""Points: the height of a line, and the most that Excel takes for a row."""

_PADDING = 4
"""Characters that a column has beyond its content: both indents, the filter button, and some air."""

_CAPITALS = 1.15
"""Capitals and bold letters are wider than the digits that widths are counted in."""

_TITLE_PRINTED = 100
"""Characters of the title on printed pages; with the codes around it, Excel takes 255 at most."""

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "use_zip64": True,
}


_Page = Any
"""An XlsxWriter Worksheet where its methods are only partly typed."""

_Put = Callable[[Worksheet, int, int, Any, Format], None]
"""Writes a cell that is not empty: the sheet, row and column from 0, the value, its look."""


def write(table: ReportTable, path: Path) -> Iterator[int]:
    """Write the report, step by step, as an .xlsx file.

    Rows are streamed through temporary files beside the target, so memory does not grow with them; a sheet with more
    rows than Excel allows goes on in further sheets named "Days (2)" and so on.

    Args:
        table: the report.
        path: where it shall stand; an older file there is replaced only by a whole one.

    Yields:
        How many rows of all sheets are written. The last step is the packing: the longest, a fifth of the whole.

    Raises:
        ExportFailed: see :func:`faceattend.reports.files.whole_file`.
    """
    with whole_file(path) as unfinished:
        yield from _write(table, unfinished)


def _write(table: ReportTable, path: Path) -> Iterator[int]:
    # XlsxWriter leaves its zip file open when a disk fills up; one in memory leaves nothing behind.
    packed = io.BytesIO()
    book: Book = Workbook(packed, {**_OPTIONS, "tmpdir": str(path.parent)})
    try:
        yield from accumulate(_fill(book, table))
        book.close()
    except FileCreateError as error:
        fault = cast("OSError", error.args[0])
        raise OSError(*fault.args) from error
    finally:
        _release(book)
    path.write_bytes(packed.getbuffer())
    yield sum(len(sheet.rows) for sheet in table.sheets)  # whoever leaves now leaves no file


def _release(book: Book) -> None:
    """Close the row files that XlsxWriter leaves open after a failure."""
    for sheet in book.worksheets():
        for file in (sheet.row_data_fh, sheet.fh):
            with contextlib.suppress(OSError):  # flushing to a full disk fails once more; the first error is told
                file.close()


def _fill(book: Book, table: ReportTable) -> Iterator[int]:
    """Fill in all sheets, telling after some rows each how many they were."""
    book.set_properties({"title": writable(table.title), "created": datetime.now(UTC).replace(tzinfo=None)})
    looks = looks_of(book)
    for sheet in table.sheets:
        for part in _parts(sheet):
            page: Worksheet = book.add_worksheet(part.title)
            room = yield from _measured(part)
            _write_headers(page, part, looks, room)
            yield from _write_rows(page, part, looks, room)
            _lay_out(page, part)
            _lay_out_print(page, table.title)


def _parts(sheet: Sheet) -> Iterator[Sheet]:
    """Split a sheet whose rows are too many for one; an empty one is one part."""
    for number, start in zip(count(1), range(0, max(len(sheet.rows), 1), MAX_ROWS), strict=False):
        suffix = "" if number == 1 else f" ({number})"
        title = sheet.title[: _TITLE_LIMIT - len(suffix)] + suffix
        yield replace(sheet, title=title, rows=sheet.rows[start : start + MAX_ROWS])


@dataclass(frozen=True, slots=True)
class _Room:
    """What the cells of a sheet need.

    Attributes:
        widths: of each column, in characters.
        wrapping: the columns with text that needs several lines, each with the characters that fit into one.
    """

    widths: list[int]
    wrapping: list[tuple[int, int]]


def _measured(sheet: Sheet) -> Generator[int, None, _Room]:
    """Find out what room the cells need, in a single walk: rows may have to be unpacked for it.

    Yields:
        Zero after some rows each: none is written yet.
    """
    widths = [text_width(column.title) for column in sheet.columns]
    wrapping: set[int] = set()
    rows = iter(sheet.rows)
    while some := list(islice(rows, ROWS_PER_STEP)):
        for index, (column, cells) in enumerate(zip(sheet.columns, zip(*some, strict=True), strict=True)):
            different = cells if column.kind is CellKind.ANY else set(cells)  # most values come again and again
            widths[index] = max(widths[index], width_of(column, different))
            if index not in wrapping and _wraps(column, different):
                wrapping.add(index)
        yield 0
    return _Room(widths, [(index, sheet.columns[index].widest) for index in sorted(wrapping)])


def _wraps(column: Column, cells: Collection[Cell]) -> bool:
    return column.kind is CellKind.TEXT and any(lines_of(cell, column.widest) > 1 for cell in cells)


def _write_headers(page: Worksheet, sheet: Sheet, looks: Looks, room: _Room) -> None:
    for index, (column, width) in enumerate(zip(sheet.columns, room.widths, strict=True)):
        page.set_column(index, index, width * _CAPITALS + _PADDING, looks.cells[column.kind])
        page.write_string(0, index, writable(column.title), looks.headers[column.kind])


def _write_rows(page: Worksheet, sheet: Sheet, looks: Looks, room: _Room) -> Iterator[int]:
    # How a column is written is looked up once, not for each of its cells.
    ways = [(index, _way(column.kind, looks), looks.cells[column.kind]) for index, column in enumerate(sheet.columns)]
    for row, cells in enumerate(sheet.rows, start=1):
        if room.wrapping:
            _make_room(page, row, [(cells[index], widest) for index, widest in room.wrapping])
        for (column, put, style), cell in zip(ways, cells, strict=True):
            if cell is not None:
                put(page, row, column, cell, style)
        if row % ROWS_PER_STEP == 0:
            yield ROWS_PER_STEP
    yield len(sheet.rows) % ROWS_PER_STEP


def _make_room(page: Worksheet, row: int, texts: list[tuple[Cell, int]]) -> None:
    """Make the row as high as its text needs; Excel would do so by itself, LibreOffice does not."""
    lines = max(lines_of(text, room) for text, room in texts)
    if lines > 1:
        page.set_row(row, min(lines * _LINE, _HIGHEST))


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    last_row, last_column = len(sheet.rows), len(sheet.columns) - 1
    page.freeze_panes(1, 0)
    if all(column.kind is not CellKind.ANY for column in sheet.columns):  # nobody filters labels and values
        page.autofilter(0, 0, last_row, last_column)
    page.ignore_errors({"number_stored_as_text": xl_range(0, 0, last_row, last_column)})  # ids are text on purpose


def _lay_out_print(page: _Page, title: str) -> None:
    """Have every page say which report and sheet it is of, and that none is missing."""
    printed = cut(writable(title), _TITLE_PRINTED).replace("&", "&&")
    page.set_header(f'&L&"-,Bold"{printed}&R&A', {"scale_with_doc": False})
    page.set_footer("&RPage &P of &N", {"scale_with_doc": False})
    page.hide_gridlines(0)  # that is: print them, so that the eye stays in its row
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


def _put_any(
    styles: dict[CellKind, Format], page: Worksheet, row: int, column: int, value: Cell, _style: Format
) -> None:
    kind = kind_of(value)
    _PUT[kind](page, row, column, value, styles[kind])


def _way(kind: CellKind, looks: Looks) -> _Put:
    return partial(_put_any, looks.values) if kind is CellKind.ANY else _PUT[kind]


_PUT: dict[CellKind, _Put] = {
    CellKind.TEXT: _put_text,
    CellKind.INTEGER: _put_number,
    CellKind.NUMBER: _put_number,
    CellKind.HOURS: _put_hours,
    CellKind.DATE: _put_moment,
    CellKind.TIME: _put_moment,
    CellKind.CLOCK: _put_moment,
    CellKind.DATETIME: _put_moment,
}
