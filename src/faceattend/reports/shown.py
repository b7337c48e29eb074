"""What a reader of the workbook sees in a cell: the text that its number format makes of the value."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from faceattend.reports.table import Cell, CellKind, Sheet, decimal_hours, kind_of
from faceattend.reports.text import cut, writable

_HUNDREDTHS = Decimal("0.01")
_DIGITS = 15
"""A spreadsheet counts with that many decimal digits (Microsoft, "Excel specifications and limits")."""


def shown(kind: CellKind, cell: Cell, point: str = ".") -> str:
    """Return the text of a cell as the workbook shows it.

    Args:
        kind: of its column.
        cell: its value; None for an empty one.
        point: what stands before the decimals; a spreadsheet takes it from the user's language.
    """
    if cell is None:
        return ""
    text = _WAYS[kind](cell)
    return text.replace(".", point) if at_right(kind, cell) and point != "." else text


def shown_in(sheet: Sheet, row: int, column: int, point: str = ".") -> str:
    """Return the text of one cell of a sheet; see :func:`shown`."""
    return shown(sheet.columns[column].kind, sheet.rows[row][column], point)


def at_right(kind: CellKind, cell: Cell = None) -> bool:
    """Whether a column's values are numbers, or where it holds any kind, whether this value is one."""
    own = kind_of(cell) if kind is CellKind.ANY and cell is not None else kind
    return own in (CellKind.INTEGER, CellKind.NUMBER, CellKind.HOURS)


def hundredths(value: float) -> str:
    """Round half up on the decimal digits, as spreadsheets do: Python would show 8.125 as 8.12."""
    return str(Decimal(f"{value:.{_DIGITS}g}").quantize(_HUNDREDTHS, ROUND_HALF_UP))


def _text(value: str) -> str:
    return cut(writable(value))


def _hours(span: timedelta) -> str:
    return hundredths(decimal_hours(span))


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
    CellKind.NUMBER: hundredths,
    CellKind.HOURS: _hours,
    CellKind.DATE: date.isoformat,
    CellKind.TIME: _time,
    CellKind.CLOCK: _clock,
    CellKind.DATETIME: _datetime,
    CellKind.ANY: _any,
}
