"""A state in a table: as a chip, or quieter as icon and word on the row's own ground."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.widgets.chip import HEIGHT, ChipKind, chip_width, draw_chip
from faceattend.ui.widgets.lettering import mirrored, width_of, write
from faceattend.ui.widgets.table_looks import VALUE_ROLE, Index, RowState, TableDelegate, draw_skeleton

_ICON_PX = 16.0


@dataclass(frozen=True, slots=True)
class ChipCell:
    """What the cell shows, by :data:`VALUE_ROLE`.

    Attributes:
        kind: which colours.
        icon: a Lucide name.
        word: one or two words; also the model's DisplayRole.
        plain: without the chip's ground, for columns where the normal state stands in most rows.
    """

    kind: ChipKind
    icon: str
    word: str
    plain: bool = False


class ChipCellDelegate(TableDelegate):
    """Paints a :class:`ChipCell`; "" by VALUE_ROLE leaves the cell empty, None is not loaded yet.

    Thread: the GUI thread.
    """

    def draw_cell(self, painter: QPainter, rect: QRectF, index: Index, row: RowState) -> None:
        """Paint the chip at the start of the cell."""
        value: Any = index.data(VALUE_ROLE)
        if value is None:
            draw_skeleton(painter, rect, rtl=row.rtl, share=0.5)
        elif isinstance(value, ChipCell) and value.plain:
            _draw_plain(painter, rect, value, rtl=row.rtl)
        elif isinstance(value, ChipCell):
            width = min(float(chip_width(value.icon, value.word)), rect.width())
            place = QRectF(rect.left(), rect.center().y() - HEIGHT / 2, width, HEIGHT)
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if row.rtl else Qt.LayoutDirection.LeftToRight)
            draw_chip(painter, mirrored(place, rect, rtl=row.rtl), value.kind, value.icon, value.word)

    def natural_width(self, index: Index) -> float:
        """Return the width of the chip."""
        value: Any = index.data(VALUE_ROLE)
        return float(chip_width(value.icon, value.word)) if isinstance(value, ChipCell) else 0.0


def _draw_plain(painter: QPainter, rect: QRectF, value: ChipCell, *, rtl: bool) -> None:
    icon = QRectF(rect.left(), rect.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
    draw_icon(painter, value.icon, mirrored(icon, rect, rtl=rtl), value.kind)
    normal = value.kind in {"ok", "neu"}
    face = font(TextRole.BODY)
    words = QRectF(icon.right() + 8, rect.top(), min(width_of(value.word, face), rect.right() - icon.right() - 8), 0)
    words.setHeight(rect.height())
    write(painter, mirrored(words, rect, rtl=rtl), value.word, face, "text" if normal else value.kind, rtl=rtl)
