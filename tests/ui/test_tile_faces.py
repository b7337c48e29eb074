import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from faceattend.domain.vision import Box
from faceattend.ui.widgets.tile_faces import LABEL_PX, place_labels
from faceattend.ui.widgets.tile_picture import MOST_CROPPED, fit

AREA = QRectF(5, 37, 400, 225)
ROUNDING = 1e-6

boxes = st.builds(QRectF, st.floats(-50, 420), st.floats(0, 280), st.floats(10, 120), st.floats(10, 120))
sides = st.integers(60, 1600)


def label(width: float = 100) -> QSizeF:
    return QSizeF(width, LABEL_PX)


def test_a_label_stands_below_its_box_in_the_middle():
    (place,) = place_labels([QRectF(150, 80, 50, 60)], [label()], AREA)

    assert (place.center().x(), place.top()) == (175, 146)


def test_a_label_without_room_below_stands_above():
    (place,) = place_labels([QRectF(150, 180, 50, 80)], [label()], AREA)

    assert place.bottom() <= 180


def test_labels_of_people_side_by_side_do_not_lie_over_each_other_nor_over_faces():
    row = [QRectF(60 + 70 * each, 100, 50, 60) for each in range(4)]

    places = place_labels(row, [label(140)] * 4, AREA)

    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert not any(place.intersects(box) for place in places for box in row)


@given(faces=st.lists(boxes, max_size=12), width=st.floats(20, 380))
def test_no_label_ever_leaves_the_picture(faces: list[QRectF], width: float):
    places = place_labels(faces, [label(width)] * len(faces), AREA)

    assert len(places) == len(faces)
    assert all(AREA.contains(place) for place in places)


@given(width=sides, height=sides, area_width=sides, area_height=sides)
def test_next_to_nothing_is_cropped_and_the_picture_is_never_squeezed(
    width: int, height: int, area_width: int, area_height: int
):
    area = QRectF(7, 11, area_width, area_height)

    placed = fit(width, height, area)

    assert placed.place.width() / placed.place.height() == pytest.approx(width / height)
    lost = max(1 - area.width() / placed.place.width(), 1 - area.height() / placed.place.height())
    assert lost <= MOST_CROPPED + ROUNDING
    assert placed.place.center().x() == pytest.approx(area.center().x())
    filled = max(placed.place.width() / area.width(), placed.place.height() / area.height())
    assert filled >= 1 - ROUNDING  # at least one side is filled


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_boxes_stand_on_whole_device_pixels(ratio: float):
    placed = fit(1280, 720, AREA)

    rect = placed.box(Box(333.3, 111.7, 88.8, 99.9), ratio)

    for edge in (rect.left(), rect.top(), rect.right(), rect.bottom()):
        assert edge * ratio == pytest.approx(round(edge * ratio), abs=1e-6)
    assert rect.left() == pytest.approx(placed.place.left() + 333.3 * placed.scale, abs=1)
