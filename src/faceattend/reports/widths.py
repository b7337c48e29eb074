"""How many characters wide the content of a column is shown, so that nothing is cut off or shown as ####."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import timedelta
from math import ceil
from typing import Any

from faceattend.reports.table import Cell, CellKind, Column, decimal_hours, kind_of

_MOST = 200
"""A spreadsheet's columns are at most 255 characters wide (Microsoft, "Excel specifications and limits")."""


def width_of(column: Column, cells: Iterable[Cell]) -> int:
    """Return the width of the widest cell: that of text at most ``column.widest``, since it can wrap; numbers cannot.

    Args:
        column: what the cells are.
        cells: all of the column; read once.

    Returns:
        Characters of the default font; zero for a column without content.
    """
    shown = _SHOWN[column.kind]
    widest = max((shown(cell) for cell in cells if cell is not None), default=0)
    return min(widest, column.widest if column.kind in (CellKind.TEXT, CellKind.ANY) else _MOST)


def text_width(text: str) -> int:
    """Return how many characters wide the longest line of the text is; Chinese characters and emoji count twice."""
    if text.isascii() and "\n" not in text:  # the usual case, and there may be a million of them
        return len(text)
    return max((sum(map(_character, line)) for line in text.splitlines()), default=0)


def lines_of(text: Cell, room: int) -> int:
    """Return how many lines a text takes where ``room`` characters fit into one; an empty cell takes one."""
    if not isinstance(text, str) or (len(text) * 2 <= room and "\n" not in text):
        return 1
    return sum(max(1, ceil(text_width(line) / room)) for line in text.splitlines()) or 1


def _character(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _number(value: float) -> int:
    return len(f"{value:.2f}")


def _hours(span: timedelta) -> int:
    return _number(decimal_hours(span))


def _any(cell: Cell) -> int:
    return _SHOWN[kind_of(cell)](cell)


_SHOWN: dict[CellKind, Callable[[Any], int]] = {
    CellKind.TEXT: text_width,
    CellKind.INTEGER: lambda value: len(str(value)),
    CellKind.NUMBER: _number,
    CellKind.HOURS: _hours,
    CellKind.DATE: lambda _: len("2026-03-09"),
    CellKind.TIME: lambda _: len("08:05"),
    CellKind.CLOCK: lambda _: len("08:05:59"),
    CellKind.DATETIME: lambda _: len("2026-03-09 08:05:59"),
    CellKind.ANY: _any,
}
