import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, grabbed, near, painted

from faceattend.ui.widgets.day_bar import ClockWindow, DayBar, DayBarView, Span, draw_day_bar

pytestmark = pytest.mark.gui

WINDOW = ClockWindow(6 * 60, 22 * 60)
RECT = QRectF(0, 0, 160, 16)  # ten pixels an hour
MORNING, AFTERNOON = Span(8 * 60, 12 * 60), Span(12.5 * 60, 16.5 * 60)
SHIFT = (Span(8 * 60, 16.5 * 60),)

minutes = st.floats(-600, 3000, allow_nan=False)


def bar_of(bar: DayBar, paint_direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight):
    def paint(painter: QPainter) -> None:
        painter.setLayoutDirection(paint_direction)
        draw_day_bar(painter, RECT, bar, WINDOW)

    return painted(paint, 160, 16)


@given(start=minutes, end=minutes, least=st.floats(0, 12))
def test_whatever_the_span_it_stands_inside_the_bar(start: float, end: float, least: float):
    place = WINDOW.place(Span(min(start, end), max(start, end)), RECT, least)

    assert place.left() >= RECT.left() - 1e-9
    assert place.right() <= RECT.right() + 1e-9
    assert place.width() >= least - 1e-9


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_presence_stands_at_its_hours_and_the_clock_is_never_mirrored(direction: Qt.LayoutDirection):
    image = bar_of(DayBar(present=(MORNING, AFTERNOON)), direction)

    assert near(image, 22, 8, "bar")
    assert near(image, 58, 8, "bar")
    assert near(image, 62, 8, "#ffffff")  # the break
    assert near(image, 100, 8, "bar")
    assert near(image, 10, 8, "#ffffff")
    assert near(image, 110, 8, "#ffffff")


def test_two_stays_that_touch_remain_two():
    image = bar_of(DayBar(present=(Span(480, 720), Span(720, 960))))

    assert not near(image, 59.6, 8, "bar", 10) or not near(image, 60.4, 8, "bar", 10)


def test_the_plan_is_seen_around_and_below_presence():
    image = bar_of(DayBar(present=(AFTERNOON,), planned=SHIFT))

    assert near(image, 40, 8, "sunken")
    assert near(image, 90, 1, "sunken", 8)  # above the presence, which is lower


def test_twelve_minutes_late_are_seen():
    image = bar_of(DayBar(present=(MORNING,), planned=SHIFT, late=(Span(480, 492),)))

    assert count(image, "warn_mark", 40) >= 20


@pytest.mark.parametrize(
    ("bar", "token"),
    [
        (DayBar(planned=SHIFT, absent=SHIFT), "bad_mark"),
        (DayBar(present=(MORNING,), open_ends=(Span(720, 960),)), "warn_mark"),
        (DayBar(leave=SHIFT), "edge"),
        (DayBar(present=(AFTERNOON,), blind=(MORNING,)), "edge"),
    ],
)
def test_each_state_has_its_own_mark(bar: DayBar, token: str):
    without = DayBar(present=bar.present, planned=bar.planned)

    assert count(bar_of(bar), token, 30) > count(bar_of(without), token, 30) + 20


def test_a_day_is_said_in_sentences():
    night = DayBar(present=(Span(22 * 60, 24 * 60 + 30),), open_ends=(Span(1500, 1590),))

    assert night.speak() == "Present 22:00 to 00:30. An entry or exit is missing beside 01:00 to 02:30."
    assert DayBar(absent=SHIFT).speak() == "Absent 08:00 to 16:30."
    assert DayBar().speak() == "Nobody seen."


@pytest.mark.parametrize("width", [40, 120, 360])
def test_the_view_writes_hours_below_at_any_width(qtbot: QtBot, width: int):
    view = DayBarView()
    qtbot.addWidget(view)
    view.resize(width, view.sizeHint().height())
    view.set_bar(DayBar(present=(MORNING,)), WINDOW)

    image = grabbed(view)

    axis = [any(near(image, x, y, "text3", 60) for y in range(24, 38)) for x in range(width)]
    assert any(axis)
    assert view.accessibleName() == "Present 08:00 to 12:00."
