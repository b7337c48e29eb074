"""A day as a bar: when somebody was there, was to be there, and what a person has to look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.tokens import colour
from faceattend.ui.translation import translate
from faceattend.ui.widgets.lettering import width_of, write

HEIGHT_PX = 16.0
_SHORTEST_MARK_PX = 5.0  # twelve minutes late must be seen in a week's grid
_HATCH_PX = 4.0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the clock, in minutes since the day's local midnight; beyond 1440 after the next one."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class DayBar:
    """What one bar shows; all spans on the clock of the same day.

    Attributes:
        present: there, from an entry to its exit.
        planned: was to be there.
        open_ends: beside a stay whose exit (or entry) is missing: how long it may have gone on is not known.
        late: missing from what was planned: came late or left early.
        absent: planned, and nobody came.
        leave: agreed leave.
        blind: no camera saw; never counted as absent.
    """

    present: tuple[Span, ...] = ()
    planned: tuple[Span, ...] = ()
    open_ends: tuple[Span, ...] = ()
    late: tuple[Span, ...] = ()
    absent: tuple[Span, ...] = ()
    leave: tuple[Span, ...] = ()
    blind: tuple[Span, ...] = ()

    def speak(self) -> str:
        """Say it in a sentence or several, for whoever does not see it."""
        said = [
            translate("DayBar", "Present {times}.").format(times=_times(self.present)) if self.present else "",
            translate("DayBar", "Came late or left early {times}.").format(times=_times(self.late))
            if self.late
            else "",
            translate("DayBar", "Absent {times}.").format(times=_times(self.absent)) if self.absent else "",
            translate("DayBar", "On leave {times}.").format(times=_times(self.leave)) if self.leave else "",
            translate("DayBar", "Camera blind {times}.").format(times=_times(self.blind)) if self.blind else "",
            translate("DayBar", "An entry or exit is missing beside {times}.").format(times=_times(self.open_ends))
            if self.open_ends
            else "",
        ]
        return " ".join(each for each in said if each) or translate("DayBar", "Nobody seen.")


@dataclass(frozen=True, slots=True)
class ClockWindow:
    """The part of the clock a bar's width stands for, in minutes since local midnight."""

    first: float = 6 * 60
    last: float = 22 * 60

    def x(self, minute: float, rect: QRectF) -> float:
        """Return where a minute stands; never mirrored: clocks read from left to right everywhere."""
        share = (minute - self.first) / max(self.last - self.first, 1.0)
        return rect.left() + min(max(share, 0.0), 1.0) * rect.width()

    def place(self, span: Span, rect: QRectF, at_least: float = 0.0) -> QRectF:
        """Return where a span stands: inside the bar, and at least so many pixels wide."""
        left, right = self.x(span.start, rect), self.x(span.end, rect)
        if right - left < at_least:
            right = min(left + at_least, rect.right())
            left = right - at_least
        return QRectF(left, rect.top(), right - left, rect.height())


def draw_day_bar(painter: QPainter, rect: QRectF, bar: DayBar, window: ClockWindow) -> None:
    """Paint a bar.

    Args:
        painter: paints on a widget or picture.
        rect: logical pixels; 16 high in a week's grid, lower and higher ones follow its proportions.
        bar: what to show.
        window: what the width stands for.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = max(1.0, round(rect.height() * 3 / 16))
    inner = rect.adjusted(0, inset, 0, -inset)
    for span in bar.planned:
        _ground(painter, window.place(span, rect))
    for span in bar.leave:
        _leave(painter, window.place(span, rect))
    for span in bar.present:
        _block(painter, window.place(span, inner, 2.0))
    for span in bar.blind:
        _hatch(painter, window.place(span, inner, _SHORTEST_MARK_PX), colour("edge"), colour("neu_bg"))
    for span in bar.late:
        _hatch(painter, window.place(span, inner, _SHORTEST_MARK_PX), colour("warn_mark"), colour("warn_bg"))
    for span in bar.open_ends:
        _dashed(painter, window.place(span, inner, _SHORTEST_MARK_PX * 2), colour("warn_mark"))
    for span in bar.absent:
        _dashed(painter, window.place(span, inner, _SHORTEST_MARK_PX * 2), colour("bad_mark"))
    painter.restore()


def draw_hours(painter: QPainter, rect: QRectF, window: ClockWindow, hours: Sequence[int]) -> None:
    """Write the hours along an axis, each centred under its place; one that would touch the last is left out."""
    face = font(TextRole.MARK)
    free_from = rect.left() - 8
    for hour in hours:
        text = str(hour % 24)
        wide = width_of(text, face)
        middle = window.x(hour * 60, rect)
        if middle - wide / 2 >= free_from:
            write(painter, QRectF(middle - wide / 2, rect.top(), wide + 1, rect.height()), text, face, "text3")
            free_from = middle + wide / 2 + 4


def _ground(painter: QPainter, place: QRectF) -> None:
    corner = min(3.0, place.height() / 4)
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("sunken"))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


def _block(painter: QPainter, place: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("bar"))
    # a hair of the ground on both sides: two stays that touch stay two
    painter.drawRoundedRect(place.adjusted(0.5, 0, -0.5, 0), 2, 2)


def _leave(painter: QPainter, place: QRectF) -> None:
    _ground(painter, place)
    thick = max(2.0, round(place.height() / 5))
    line = QRectF(place.left() + 4, place.center().y() - thick / 2, max(place.width() - 8, 2.0), thick)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("edge"))
    painter.drawRoundedRect(line, thick / 2, thick / 2)


def _hatch(painter: QPainter, place: QRectF, ink: QColor, ground: QColor) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.fillPath(outline, ground)
    painter.save()
    painter.setClipPath(outline)
    painter.setPen(QPen(ink, 1.4))
    reach, x = place.height(), place.left() - place.height()
    while x < place.right():
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x + reach, place.top()))
        x += _HATCH_PX
    painter.restore()
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)


def _dashed(painter: QPainter, place: QRectF, ink: QColor) -> None:
    pen = QPen(ink, 1.5)
    pen.setDashPattern([3, 2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)


def _times(spans: Sequence[Span]) -> str:
    parts = [
        translate("DayBar", "{start} to {end}").format(start=_clock(each.start), end=_clock(each.end)) for each in spans
    ]
    return translate("DayBar", ", ").join(parts)


def _clock(minute: float) -> str:
    whole = round(minute) % 1440
    return f"{whole // 60:02}:{whole % 60:02}"


class DayBarView(QWidget):
    """One day's bar over an axis of hours.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar, self._window = DayBar(), ClockWindow()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bar(self, bar: DayBar, window: ClockWindow) -> None:
        """Show another day."""
        self._bar, self._window = bar, window
        self.setAccessibleName(bar.speak())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of bar and axis; the width is the layout's."""
        return QSize(200, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar, and the hours below."""
        with QPainter(self) as painter:
            room = QRectF(self.rect()).adjusted(8, 0, -8, 0)  # room for half an hour's figures at both ends
            draw_day_bar(painter, QRectF(room.left(), 0, room.width(), 18), self._bar, self._window)
            hours = range(-int(-self._window.first // 60), int(self._window.last // 60) + 1)
            step = 1 if room.width() / max(len(hours), 1) >= 28 else 2 if len(hours) <= 16 else 4  # noqa: PLR2004
            draw_hours(painter, QRectF(room.left(), 22, room.width(), 16), self._window, hours[::step])
