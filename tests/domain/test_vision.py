from uuid import UUID

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.facts import NOON, a_sighting

from faceattend.domain.vision import Box, Frame, Match, Quality, QualityReason

PIXELS = st.floats(-1e5, 1e5)
SIDES = st.floats(0, 1e5)
BOXES = st.builds(Box, PIXELS, PIXELS, SIDES, SIDES)


@given(one=BOXES, other=BOXES)
def test_iou_is_symmetric_and_within_its_bounds(one: Box, other: Box):
    assert one.iou(other) == other.iou(one)
    assert 0 <= one.iou(other) <= 1


@given(box=st.builds(Box, PIXELS, PIXELS, st.floats(1, 1e5), st.floats(1, 1e5)))
def test_a_box_covers_itself(box: Box):
    assert box.iou(box) == pytest.approx(1, abs=1e-6)


@given(box=st.builds(Box, PIXELS, PIXELS, st.floats(1, 1e4), st.floats(1, 1e4)), dx=PIXELS, dy=PIXELS)
def test_moving_both_boxes_changes_nothing(box: Box, dx: float, dy: float):
    other = box.moved(box.width / 3, -box.height / 4)
    assert box.moved(dx, dy).iou(other.moved(dx, dy)) == pytest.approx(box.iou(other), abs=1e-6)


@given(box=BOXES, other=BOXES)
def test_boxes_side_by_side_share_nothing(box: Box, other: Box):
    assume(box.x + box.width <= other.x)
    assert box.iou(other) == 0


def test_iou_of_known_boxes():
    assert Box(0, 0, 2, 2).iou(Box(1, 1, 2, 2)) == pytest.approx(1 / 7)
    assert Box(0, 0, 4, 4).iou(Box(1, 1, 2, 2)) == pytest.approx(1 / 4)
    assert Box(0, 0, 0, 0).iou(Box(0, 0, 0, 0)) == 0


def test_the_centre_and_area_of_a_box():
    assert Box(10, 20, 4, 6).centre == (12, 23)
    assert Box(10, 20, 4, 6).area == 24


@pytest.mark.parametrize("shape", [(4, 4), (4, 4, 4), (4, 4, 1), (1, 4, 4, 3)])
def test_a_frame_is_a_colour_picture(shape: tuple[int, ...]):
    with pytest.raises(ValueError, match="a frame is uint8"):
        Frame(UUID(int=1), 0, NOON, np.zeros(shape, np.uint8))


def test_a_frame_is_made_of_bytes():
    with pytest.raises(ValueError, match="float32"):
        Frame(UUID(int=1), 0, NOON, np.zeros((4, 4, 3), np.float32))  # pyright: ignore[reportArgumentType]


def test_nobody_can_paint_on_a_frame():
    frame = Frame(UUID(int=1), 0, NOON, np.zeros((4, 4, 3), np.uint8))
    with pytest.raises(ValueError, match="read-only"):
        frame.bgr[0, 0] = 255


def test_a_face_is_good_when_nothing_stands_against_it():
    good = Quality(80, 200, 0, 0, 0, 128, 0.9, ())
    assert good.good
    assert not Quality(80, 20, 0, 0, 0, 128, 0.2, (QualityReason.BLURRED,)).good


def test_the_margin_of_a_gallery_of_one_is_wide():
    assert Match(UUID(int=1), 0.5).margin == 1.5
    assert Match(UUID(int=1), 0.5, UUID(int=2), 0.45).margin == pytest.approx(0.05)


@pytest.mark.parametrize(
    "wrong", [{"seen_at": NOON.replace(tzinfo=None)}, {"score": float("nan")}, {"runner_up_score": float("inf")}]
)
def test_a_sighting_that_could_not_be_stored_cannot_be_made(wrong: dict[str, object]):
    with pytest.raises(ValueError, match="storable"):
        a_sighting(**wrong)
