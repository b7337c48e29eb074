import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.ui.painting import near

from faceattend.ui import tokens
from faceattend.ui.tokens import DARK, LIGHT, colour
from faceattend.ui.widgets.drawn_once import DrawnOnce

pytestmark = pytest.mark.gui


class Sheet:
    """A picture to paint on, and how often its part was drawn anew."""

    def __init__(self, ratio: float = 1.0, most: int = 2) -> None:
        self.image = QImage(round(60 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(ratio)
        self.drawn = 0
        self._kept = DrawnOnce(most)

    def paint(self, key: object, place: QRectF | None = None, *, opaque: bool = False) -> QImage:
        self.image.fill(Qt.GlobalColor.white)
        with QPainter(self.image) as painter:
            self._kept.draw(painter, place or QRectF(10, 5, 20, 10), key, self._fill, opaque=opaque)
        return self.image

    def _fill(self, painter: QPainter, place: QRectF) -> None:
        self.drawn += 1
        painter.fillRect(place, colour("text"))


@pytest.fixture(autouse=True)
def light(qtbot: QtBot) -> None:
    del qtbot  # pictures need an application


def test_a_part_is_drawn_once_wherever_it_stands():
    sheet = Sheet()
    sheet.paint("a")
    moved = sheet.paint("a", QRectF(30, 20, 20, 10))
    assert sheet.drawn == 1
    assert near(moved, 31, 21, "text", 0)
    assert near(moved, 49, 29, "text", 0)
    assert near(moved, 29, 21, "#ffffff", 0)
    assert near(moved, 50, 29, "#ffffff", 0)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_it_covers_its_place_at_any_pixel_ratio(ratio: float):
    place = QRectF(11, 7, 21, 9)
    image = Sheet(ratio).paint("a", place)
    inside = [(place.left() + 1, place.top() + 1), (place.right() - 1, place.bottom() - 1)]
    outside = [(place.left() - 1, place.top() - 1), (place.right() + 1, place.bottom() + 1)]
    assert all(near(image, x * ratio, y * ratio, "text", 0) for x, y in inside)
    assert all(near(image, x * ratio, y * ratio, "#ffffff", 0) for x, y in outside)


def test_other_looks_sizes_and_colours_are_drawn_anew(monkeypatch: pytest.MonkeyPatch):
    sheet = Sheet(most=9)
    sheet.paint("a")
    sheet.paint("b")
    sheet.paint("a", QRectF(10, 5, 21, 10))
    assert sheet.drawn == 3
    other = DARK if tokens.tokens() is LIGHT else LIGHT
    monkeypatch.setattr(tokens._InUse, "tokens", other)
    assert near(sheet.paint("a"), 15, 8, other.text, 0)
    assert sheet.drawn == 4


def test_what_was_drawn_longest_ago_makes_room():
    sheet = Sheet(most=2)
    for key in ("a", "b", "a", "c", "a"):
        sheet.paint(key)
    assert sheet.drawn == 3
    sheet.paint("b")
    assert sheet.drawn == 4


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("left", [11.0, 11.5, 12.0])
def test_no_ground_shows_at_the_edges_of_what_is_opaque(ratio: float, left: float):
    painted = Sheet(ratio).paint("a", QRectF(left, 7, 21, 9), opaque=True)
    found = {painted.pixelColor(x, y).name() for x in range(painted.width()) for y in range(painted.height())}
    assert found == {"#ffffff", colour("text").name()}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 3.0])
@pytest.mark.parametrize("shift", [0.0, 0.5, 1 / 3])
def test_many_copies_lie_where_they_would_be_painted(ratio: float, shift: float):
    """Rows of them touch: one that is a pixel off leaves a gap, or covers a line (seen at 150 %)."""
    kept, places = DrawnOnce(99), [QRectF(x, y, 20, 10) for y in (3, 20, 44, 51) for x in range(5, 850, 23)]
    copied, painted = (QImage(round(900 * ratio), round(70 * ratio), QImage.Format.Format_RGB32) for _ in range(2))
    for image in (copied, painted):
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)
    with QPainter(copied) as painter:
        painter.translate(shift, shift)
        copies = kept.on(painter)
        for place in places:
            copies.draw(place, "a", lambda part, room: part.fillRect(room, Qt.GlobalColor.black), opaque=True)
    with QPainter(painted) as painter:
        painter.translate(shift, shift)
        for place in places:
            painter.fillRect(place, Qt.GlobalColor.black)
    assert copied == painted
