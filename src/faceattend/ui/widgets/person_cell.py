"""Somebody in a table: face, name, and what tells them apart."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.avatar import draw_face
from faceattend.ui.widgets.lettering import mirrored, width_of, write
from faceattend.ui.widgets.table_looks import VALUE_ROLE, Index, RowState, TableDelegate, draw_skeleton

AVATAR_PX = 32
_GAP_PX = 12
_LINE_PX = 17


@dataclass(frozen=True, slots=True)
class PersonCell:
    """What the cell shows, by :data:`VALUE_ROLE`.

    Attributes:
        name: any script, any length.
        second: the line below, such as the number; empty for none.
        face: JPEG; None where there is no photo.
        quiet: no longer with the institution: the name steps back.
    """

    name: str
    second: str
    face: bytes | None
    quiet: bool = False


class PersonCellDelegate(TableDelegate):
    """Paints a :class:`PersonCell`.

    Thread: the GUI thread.

    Args:
        parent: the view.
        avatar_px: how large the face is.
    """

    def __init__(self, parent: QObject | None = None, avatar_px: int = AVATAR_PX) -> None:
        super().__init__(parent)
        self._avatar_px = float(avatar_px)

    def draw_cell(self, painter: QPainter, rect: QRectF, index: Index, row: RowState) -> None:
        """Paint face, name and second line, or their skeleton."""
        value: Any = index.data(VALUE_ROLE)
        side = self._avatar_px
        face = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
        place = mirrored(face, rect, rtl=row.rtl)
        lines = rect.adjusted(side + _GAP_PX, 0, 0, 0)
        if isinstance(value, PersonCell):
            draw_face(painter, place, value.face)
            _draw_lines(painter, mirrored(lines, rect, rtl=row.rtl), value, rtl=row.rtl)
        else:
            _draw_waiting(painter, place, mirrored(lines, rect, rtl=row.rtl), rtl=row.rtl)

    def natural_width(self, index: Index) -> float:
        """Return the width of the face and the longer line."""
        value: Any = index.data(VALUE_ROLE)
        if not isinstance(value, PersonCell):
            return self._avatar_px
        lines = width_of(value.name, font(TextRole.BODY, 500)), width_of(value.second, font(TextRole.SECOND))
        return self._avatar_px + _GAP_PX + max(lines)


def _draw_lines(painter: QPainter, room: QRectF, value: PersonCell, *, rtl: bool) -> None:
    upper, lower = room, QRectF()
    if value.second:
        upper = QRectF(room.left(), room.center().y() - _LINE_PX, room.width(), _LINE_PX)
        lower = upper.translated(0, _LINE_PX)
    write(painter, upper, value.name, font(TextRole.BODY, 500), "text3" if value.quiet else "text", rtl=rtl)
    write(painter, lower, value.second, font(TextRole.SECOND), "text3" if value.quiet else "text2", rtl=rtl)


def _draw_waiting(painter: QPainter, face: QRectF, lines: QRectF, *, rtl: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("sunken"))
    painter.drawEllipse(face)
    painter.restore()
    draw_skeleton(painter, lines.adjusted(0, 0, 0, -lines.height() / 2 + 2), rtl=rtl, share=0.7)
    draw_skeleton(painter, lines.adjusted(0, lines.height() / 2 - 2, 0, 0), rtl=rtl, share=0.4)
