"""How the cells of a workbook look: headers stand over their values, and neighbours keep apart."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter.format import Format

from faceattend.reports.table import CellKind

Book = Any
"""An XlsxWriter Workbook, whose methods are only partly typed."""

_HEADER = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A4D", "valign": "vcenter"}
_LEFT = {"align": "left", "indent": 1}
_RIGHT = {"align": "right", "indent": 2}
"""Numbers keep clear of the right edge: there the header has Excel's filter button, which would cover its text."""

_NUMBERS = {CellKind.INTEGER: {"font_charset": 1}, CellKind.NUMBER: {}, CellKind.HOURS: {}}
"""What stands at the right, and how its look differs beside the number format: LibreOffice 7.4 forgets the indent of a
number whose left neighbour differs in that alone. The charset is one that nobody can see."""

_NUMBER_FORMATS = {
    CellKind.TEXT: "@",  # what someone types over an id stays text too
    CellKind.INTEGER: "0",
    CellKind.NUMBER: "0.00",
    CellKind.HOURS: "0.00",
    CellKind.DATE: "yyyy-mm-dd",
    CellKind.TIME: "hh:mm",
    CellKind.CLOCK: "hh:mm:ss",
    CellKind.DATETIME: "yyyy-mm-dd hh:mm:ss",
    CellKind.ANY: "General",
}


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """The looks of one workbook.

    Attributes:
        headers: by the kind of their column.
        cells: by the kind of their column.
        values: cells of a column of any kind, by their own kind; one under the other, all begin at the left.
    """

    headers: dict[CellKind, Format]
    cells: dict[CellKind, Format]
    values: dict[CellKind, Format]


def looks_of(book: Book) -> Looks:
    """Add the looks to a workbook."""
    sides: dict[CellKind, dict[str, Any]] = {kind: _RIGHT if kind in _NUMBERS else _LEFT for kind in CellKind}
    plain: dict[CellKind, dict[str, Any]] = {
        kind: {"num_format": form, "valign": "top", "text_wrap": kind is CellKind.TEXT}
        for kind, form in _NUMBER_FORMATS.items()
    }
    return Looks(
        headers={kind: book.add_format(_HEADER | side) for kind, side in sides.items()},
        cells={kind: book.add_format(look | sides[kind] | _NUMBERS.get(kind, {})) for kind, look in plain.items()},
        values={kind: book.add_format(look | _LEFT) for kind, look in plain.items()},
    )
