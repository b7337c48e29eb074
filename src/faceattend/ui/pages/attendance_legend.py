"""What the looks of a day mean, below the grid: of bars, or of a month's blocks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.models.attendance_days import Stretch
from faceattend.ui.pages.attendance_heat import HeatLook, draw_heat
from faceattend.ui.widgets.day_bar import ClockWindow, DayBar, Span, draw_day_bar
from faceattend.ui.widgets.lettering import mirrored, width_of, write

_SAMPLE_PX, _GAP_PX, _BETWEEN_PX = 24.0, 8.0, 20.0
_HIGH_PX = 20
_WHOLE = Span(0, 60)
_WINDOW = ClockWindow(0, 60)

Sample = tuple[Callable[[QPainter, QRectF], None], str]


class Legend(QWidget):
    """Samples of the looks that occur, each with its word.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: tuple[Sample, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.explain(Stretch.WEEK)

    def explain(self, stretch: Stretch) -> None:
        """Explain the looks of days, weeks or months."""
        self._samples = self._blocks() if stretch is Stretch.MONTH else self._bars()
        self.setAccessibleName(self.tr("Legend: {words}").format(words=", ".join(word for _, word in self._samples)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all samples and words."""
        return QSize(int(sum(self._width(word) for _, word in self._samples) - _BETWEEN_PX), _HIGH_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them side by side."""
        whole = QRectF(self.rect())
        with QPainter(self) as painter:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = 0.0
            for draw, word in self._samples:
                draw(painter, mirrored(QRectF(x, 0, _SAMPLE_PX, whole.height()), whole, rtl=rtl))
                room = QRectF(x + _SAMPLE_PX + _GAP_PX, 0, width_of(word, font(TextRole.SECOND)) + 1, whole.height())
                write(painter, mirrored(room, whole, rtl=rtl), word, font(TextRole.SECOND), "text2", rtl=rtl)
                x += self._width(word)

    def _bars(self) -> tuple[Sample, ...]:
        return (
            (partial(_draw_bar, DayBar(present=(_WHOLE,))), self.tr("Present")),
            (partial(_draw_bar, DayBar(open_ends=(_WHOLE,))), self.tr("Exit or entry not seen, never counted")),
        )

    def _blocks(self) -> tuple[Sample, ...]:
        return (
            (partial(_draw_block, HeatLook("", "text", 82)), self.tr("Hours present, the deeper the longer")),
            (partial(_draw_block, HeatLook("log-in", "text2", 0)), self.tr("Inside now")),
            (partial(_draw_block, HeatLook("circle-help", "warn", 0)), self.tr("To check")),
        )

    @staticmethod
    def _width(word: str) -> float:
        return _SAMPLE_PX + _GAP_PX + width_of(word, font(TextRole.SECOND)) + _BETWEEN_PX


def _draw_bar(bar: DayBar, painter: QPainter, room: QRectF) -> None:
    draw_day_bar(painter, QRectF(room.left(), room.center().y() - 8, room.width(), 16), bar, _WINDOW)


def _draw_block(look: HeatLook, painter: QPainter, room: QRectF) -> None:
    draw_heat(painter, room, look)
