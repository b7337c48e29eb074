from datetime import UTC, datetime
from pathlib import Path

import av
import numpy as np
import pytest

from faceattend.cameras.preview import PreviewWishes, with_preview
from faceattend.cameras.video import BgrConverter, DecodedPicture
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Frame


def a_frame(pixels: object) -> Frame:
    return Frame(new_id(), 1, datetime.now(UTC), pixels)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def picture(videos: Path) -> av.VideoFrame:
    with av.open(str(videos / "door.mp4")) as container:
        return next(container.decode(video=0))


def test_a_preview_is_as_wide_as_wanted_in_the_proportions_of_the_frame():
    frame = a_frame(np.full((720, 1280, 3), 90, np.uint8))
    small = with_preview(frame, 270).preview
    assert small is not None
    assert small.shape == (152, 270, 4)
    assert (small[..., :3] == 90).all()
    assert (small[..., 3] == 255).all()


@pytest.mark.parametrize("width", [None, 0, 1000, 1280, 4000])
def test_no_preview_is_made_where_it_would_save_nothing(width: int | None):
    frame = a_frame(np.zeros((720, 1280, 3), np.uint8))
    assert with_preview(frame, width) is frame


def test_a_decoded_picture_becomes_bgr_once_and_only_when_looked_at(picture: av.VideoFrame):
    decoded = DecodedPicture(picture)
    frame = a_frame(decoded)
    assert frame.size == (picture.width, picture.height)
    assert decoded._bgr is None, "its size costs nothing"
    whole = frame.bgr
    assert whole is frame.bgr
    assert not whole.flags.writeable
    np.testing.assert_array_equal(whole, BgrConverter().convert(picture))


def test_the_preview_of_a_decoded_picture_looks_like_it_and_leaves_it_alone(picture: av.VideoFrame):
    decoded = DecodedPicture(picture)
    frame = with_preview(a_frame(decoded), picture.width // 4)
    assert frame.preview is not None
    assert decoded._bgr is None, "nobody asked for the whole picture"
    assert frame.preview.shape == (picture.height // 4, picture.width // 4, 4)
    assert (frame.preview[..., 3] == 255).all()
    np.testing.assert_allclose(frame.preview[..., :3].mean((0, 1)), frame.bgr.mean((0, 1)), atol=3)


def test_wishes_are_kept_by_camera_until_nobody_looks():
    wishes, camera, other = PreviewWishes(), new_id(), new_id()
    assert wishes.px(camera) is None
    wishes.want(camera, 300)
    assert (wishes.px(camera), wishes.px(other)) == (300, None)
    wishes.want(camera, None)
    wishes.want(other, None)
    assert wishes.px(camera) is None
