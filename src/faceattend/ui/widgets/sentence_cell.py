"""A cell that holds a sentence: over as many lines as its row has room for, the last cut where it is longer still."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.widgets.lettering import write
from faceattend.ui.widgets.table_looks import Index, RowState, TableDelegate, draw_skeleton


class SentenceCell(TableDelegate):
    """Paints a text over several lines where one has no room for it; the tooltip is the model's.

    Thread: the GUI thread.
    """

    def draw_cell(self, painter: QPainter, rect: QRectF, index: Index, row: RowState) -> None:
        """Paint the sentence, in the middle of its row."""
        text: Any = index.data(Qt.ItemDataRole.DisplayRole)
        if text is None:
            draw_skeleton(painter, rect, rtl=row.rtl)
            return
        high = TextRole.SECOND.line
        lines = lines_of(str(text), rect.width(), max(1, int(rect.height() // high)))
        top = rect.center().y() - high * len(lines) / 2
        for number, line in enumerate(lines):
            room = QRectF(rect.left(), top + number * high, rect.width(), high)
            write(painter, room, line, font(TextRole.SECOND), "text2", rtl=row.rtl)


def lines_of(text: str, width: float, most: int) -> list[str]:
    """Return a text as so many lines at most; what has no room is left to the last of them, to be cut there."""
    layout = QTextLayout(text, font(TextRole.SECOND))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
