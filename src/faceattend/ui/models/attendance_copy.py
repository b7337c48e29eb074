"""Attendance for the clipboard: what is chosen as tab-separated text, and as a table for letters and sheets."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QItemSelectionRange, QMimeData, Qt

from faceattend.ui.models.attendance import AttendanceModel

_TABLE = "<table>\n{rows}\n</table>"
_FORMULA = "=+-@"


def copied(model: AttendanceModel, chosen: Sequence[QItemSelectionRange]) -> tuple[QMimeData, int]:
    """Return the chosen cells with their people and days, or all rows that are loaded if one cell or none is chosen.

    Rows that are not loaded are left out, and not counted.

    Args:
        model: of the grid.
        chosen: blocks of cells in it.

    Returns:
        What the clipboard takes, and how many rows are in it.
    """
    rows, columns = _extent(model, chosen)
    head = [_head(model, column) for column in columns]
    lines = [[_text(model, row, column) for column in columns] for row in rows]
    data = QMimeData()
    data.setText("\n".join("\t".join(_plain(each) for each in line) for line in [head, *lines]))
    data.setHtml(_html(head, lines))
    return data, len(lines)


def _extent(model: AttendanceModel, chosen: Sequence[QItemSelectionRange]) -> tuple[Sequence[int], Sequence[int]]:
    loaded = list(model.loaded)
    if sum(each.width() * each.height() for each in chosen) <= 1:
        return loaded, range(model.columnCount())
    columns = {column for each in chosen for column in range(each.left(), each.right() + 1)}
    rows = [row for row in loaded if any(each.top() <= row <= each.bottom() for each in chosen)]
    return rows, sorted(columns | {0})


def _head(model: AttendanceModel, column: int) -> str:
    return str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def _text(model: AttendanceModel, row: int, column: int) -> str:
    return str(model.index(row, column).data() or "")


def _plain(text: str) -> str:
    """Return a text that stays one cell, and does not become a formula where it is put down."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(tuple(_FORMULA)) else flat


def _html(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rows = ["<tr>" + "".join(f"<th>{escape(each)}</th>" for each in head) + "</tr>"]
    rows += ["<tr>" + "".join(f"<td>{escape(each)}</td>" for each in line) + "</tr>" for line in lines]
    return _TABLE.format(rows="\n".join(rows))
