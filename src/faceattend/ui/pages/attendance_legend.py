"""What the looks of a bar mean, below the grid."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.widgets.day_bar import ClockWindow, DayBar, Span, draw_day_bar
from faceattend.ui.widgets.lettering import mirrored, width_of, write

_SAMPLE_PX, _GAP_PX, _BETWEEN_PX = 24.0, 8.0, 20.0
_WHOLE = Span(0, 60)
_WINDOW = ClockWindow(0, 60)


class Legend(QWidget):
    """Samples of the looks that occur, each with its word.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = (
            (DayBar(present=(_WHOLE,)), self.tr("Present")),
            (DayBar(open_ends=(_WHOLE,)), self.tr("Exit or entry not seen, never counted")),
        )
        self.setAccessibleName(self.tr("Legend: {words}").format(words=", ".join(word for _, word in self._samples)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of all samples and words."""
        return QSize(int(sum(self._width(word) for _, word in self._samples) - _BETWEEN_PX), 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them side by side."""
        whole = QRectF(self.rect())
        with QPainter(self) as painter:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = 0.0
            for bar, word in self._samples:
                sample = QRectF(x, whole.center().y() - 8, _SAMPLE_PX, 16)
                draw_day_bar(painter, mirrored(sample, whole, rtl=rtl), bar, _WINDOW)
                room = QRectF(x + _SAMPLE_PX + _GAP_PX, 0, width_of(word, font(TextRole.SECOND)) + 1, whole.height())
                write(painter, mirrored(room, whole, rtl=rtl), word, font(TextRole.SECOND), "text2", rtl=rtl)
                x += self._width(word)

    @staticmethod
    def _width(word: str) -> float:
        return _SAMPLE_PX + _GAP_PX + width_of(word, font(TextRole.SECOND)) + _BETWEEN_PX
