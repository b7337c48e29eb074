"""How many good photos there are of somebody: five squares and the number."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.tokens import colour
from faceattend.ui.translation import translate
from faceattend.ui.widgets.lettering import mirrored, write
from faceattend.ui.widgets.table_looks import VALUE_ROLE, Index, RowState, TableDelegate, draw_skeleton

WANTED = 5
"""More photos than this add little to how well somebody is recognised."""

_SQUARE_PX = 8.0
_PITCH_PX = 12.0
_WIDTH_PX = WANTED * _PITCH_PX + 24


@dataclass(frozen=True, slots=True)
class PhotoMarks:
    """What the cell shows, by :data:`VALUE_ROLE`: photos in use, and such as were set aside."""

    used: int
    set_aside: int = 0

    def speak(self) -> str:
        """Say it in words, for the model's accessible text."""
        words = (
            translate("PhotoMarks", "Good photos: {used}, set aside: {aside}")
            if self.set_aside
            else translate("PhotoMarks", "Good photos: {used}")
        )
        return words.format(used=self.used, aside=self.set_aside)


class PhotoMarksDelegate(TableDelegate):
    """Paints a :class:`PhotoMarks`.

    Thread: the GUI thread.
    """

    def draw_cell(self, painter: QPainter, rect: QRectF, index: Index, row: RowState) -> None:
        """Paint the squares and the number; in words where there is none."""
        value: Any = index.data(VALUE_ROLE)
        if not isinstance(value, PhotoMarks):
            draw_skeleton(painter, rect, rtl=row.rtl)
        elif value.used == 0:
            write(painter, rect, translate("PhotoMarks", "None"), font(TextRole.BODY), "text2", rtl=row.rtl)
        else:
            draw_photo_marks(painter, rect, value, rtl=row.rtl)

    def natural_width(self, index: Index) -> float:
        """Return the width of squares and number; it does not depend on the value."""
        del index
        return _WIDTH_PX


def draw_photo_marks(painter: QPainter, rect: QRectF, value: PhotoMarks, *, rtl: bool = False) -> None:
    """Paint five squares, as many filled as there are photos in use, and the number behind them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for each in range(WANTED):
        square = QRectF(rect.left() + each * _PITCH_PX, rect.center().y() - _SQUARE_PX / 2, _SQUARE_PX, _SQUARE_PX)
        _draw_square(painter, mirrored(square, rect, rtl=rtl), filled=each < value.used)
    painter.restore()
    number = mirrored(rect.adjusted(WANTED * _PITCH_PX + 4, 0, 0, 0), rect, rtl=rtl)
    write(painter, number, str(value.used), font(TextRole.SECOND), "text", rtl=rtl)


def _draw_square(painter: QPainter, square: QRectF, *, filled: bool) -> None:
    if filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ok"))
        painter.drawRoundedRect(square, 2, 2)
    else:
        painter.setPen(QPen(colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
