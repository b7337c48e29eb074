import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, grabbed, jpeg_of, near, painted

from faceattend.ui.widgets.face_pair import FacePair, FacePairView, draw_face_pair, pair_width

pytestmark = pytest.mark.gui

PROBE, REFERENCE = "#d02020", "#2040d0"
WIDTH = int(pair_width())


def pair() -> FacePair:
    return FacePair(jpeg_of(PROBE), jpeg_of(REFERENCE))


@pytest.mark.parametrize("rtl", [False, True])
def test_the_probe_comes_first_in_reading_order(*, rtl: bool):
    image = painted(lambda p: draw_face_pair(p, QRectF(0, 0, WIDTH, 48), pair(), rtl=rtl), WIDTH, 48)

    first, second = (76, 24) if rtl else (24, 76)
    assert near(image, first, 24, PROBE)
    assert near(image, second, 24, REFERENCE)
    assert near(image, 50, 24, "#ffffff")  # the gap


def test_a_missing_reference_leaves_a_dashed_place():
    alone = FacePair(jpeg_of(PROBE), None)
    image = painted(lambda p: draw_face_pair(p, QRectF(0, 0, WIDTH, 48), alone), WIDTH, 48)

    assert near(image, 24, 24, PROBE)
    edge = [near(image, x, 0, "edge", 40) for x in range(60, 94)]
    assert 5 < sum(edge) < 30  # dashes: neither none nor a line


def test_what_used_no_face_shows_one_wide_place():
    image = painted(lambda p: draw_face_pair(p, QRectF(0, 0, WIDTH, 48), FacePair(None, None, "pencil")), WIDTH, 48)

    assert near(image, 50, 5, "sunken")  # no gap in the middle
    assert count(image, "text2") > 10


def test_the_view_mirrors_with_the_layout(qtbot: QtBot):
    view = FacePairView()
    qtbot.addWidget(view)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.resize(view.sizeHint())
    view.set_pair(pair(), "Seen at the door, and the reference photo")

    assert near(grabbed(view), 76, 24, PROBE)
    assert view.accessibleName() == "Seen at the door, and the reference photo"
