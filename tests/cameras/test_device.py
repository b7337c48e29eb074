import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from tests.servers import scene

from faceattend.cameras import device
from faceattend.cameras.device import LocalDevice, devices, open_source
from faceattend.cameras.source import READ_DEADLINE_S
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import CameraUnreachable
from faceattend.domain.vision import BgrImage

MakeCamera = Callable[..., Camera]


class Webcam:
    """Stands in for cv2.VideoCapture and the driver behind it: 30 pictures a second until told otherwise."""

    def __init__(self) -> None:
        self.opens = True
        self.unplugged = threading.Event()
        self.hangs = threading.Event()
        self.released = threading.Event()
        self.calls: list[tuple[object, ...]] = []
        self.retrieved = 0
        self._index = 0

    def __call__(self, *args: object) -> "Webcam":
        self.calls.append(args)
        self._wait_while_hanging()
        return self

    def isOpened(self) -> bool:  # noqa: N802 - OpenCV's name for it
        return self.opens

    def set(self, *_: object) -> bool:
        return True

    def grab(self) -> bool:
        time.sleep(1 / 30)
        self._wait_while_hanging()
        self._index += 1
        return not self.unplugged.is_set()

    def retrieve(self) -> tuple[bool, BgrImage]:
        self.retrieved += 1
        return True, scene(self._index)

    def release(self) -> None:
        self.released.set()

    def _wait_while_hanging(self) -> None:
        while self.hangs.is_set():
            time.sleep(0.01)


@pytest.fixture
def webcam(monkeypatch: pytest.MonkeyPatch) -> Iterator[Webcam]:
    webcam = Webcam()
    monkeypatch.setattr(cv2, "VideoCapture", webcam)
    monkeypatch.setattr(device, "_node", lambda _: "/dev/null")
    yield webcam
    webcam.hangs.clear()
    webcam.unplugged.set()


def test_a_webcam_gives_its_frames_at_the_rate_shown(webcam: Webcam, camera_at: MakeCamera):
    source = open_source(camera_at("device:0"))
    began = time.monotonic()
    frames = [source.read() for _ in range(16)]
    assert time.monotonic() - began == pytest.approx(1.0, abs=0.3)
    source.close()
    source.close()
    assert webcam.released.is_set()
    assert webcam.calls[0][0] == 0
    assert [frame.seq for frame in frames] == list(range(1, 17))
    assert np.array_equal(frames[0].bgr, scene(1))
    assert webcam.retrieved <= 18, "a picture that is not delivered is not converted"


def test_a_slow_reader_gets_the_newest_picture(webcam: Webcam, camera_at: MakeCamera):
    source = open_source(camera_at("device:0"))
    first = source.read()
    time.sleep(0.5)
    second = source.read()
    source.close()
    assert webcam.retrieved >= 6
    squares = [int(np.flatnonzero(frame.bgr[60].min(axis=1) == 255)[0]) for frame in (first, second)]
    assert squares[1] - squares[0] >= 4 * 8


def test_pulling_it_out_is_noticed_at_once(webcam: Webcam, camera_at: MakeCamera):
    source = open_source(camera_at("device:0"))
    source.read()
    webcam.unplugged.set()
    began = time.monotonic()
    with pytest.raises(CameraUnreachable, match=r"Door.*unplugged"):
        [source.read() for _ in range(5)]
    assert time.monotonic() - began < 0.5
    source.close()


def test_a_driver_that_hangs_is_given_up_and_not_asked_twice(webcam: Webcam, camera_at: MakeCamera):
    camera = camera_at("device:0")
    source = open_source(camera)
    source.read()
    webcam.hangs.set()
    began = time.monotonic()
    with pytest.raises(CameraUnreachable, match="stopped sending"):
        [source.read() for _ in range(5)]
    assert time.monotonic() - began < READ_DEADLINE_S + 1
    began = time.monotonic()
    source.close()
    assert time.monotonic() - began < 0.5
    with pytest.raises(CameraUnreachable, match="blocked by its driver"):
        open_source(camera)
    assert len(webcam.calls) == 1
    webcam.hangs.clear()
    assert webcam.released.wait(2)
    webcam.released.clear()
    source = open_source(camera)
    assert source.read() is not None
    source.close()
    assert webcam.released.is_set()


def test_a_driver_that_hangs_while_opening_is_given_up(
    webcam: Webcam, camera_at: MakeCamera, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(device, "OPEN_DEADLINE_S", 0.3)
    webcam.hangs.set()
    with pytest.raises(CameraUnreachable, match="does not answer"):
        open_source(camera_at("device:0"))


def test_a_camera_in_use_by_another_program_cannot_be_opened(webcam: Webcam, camera_at: MakeCamera):
    webcam.opens = False
    webcam.unplugged.set()
    began = time.monotonic()
    with pytest.raises(CameraUnreachable, match="cannot be opened") as caught:
        open_source(camera_at("device:0"))
    assert time.monotonic() - began < 1
    assert "other programs" in caught.value.remedy
    assert webcam.released.wait(1)


def test_a_driver_that_throws_is_a_failed_camera(webcam: Webcam, camera_at: MakeCamera):
    source = open_source(camera_at("device:0"))

    def throw() -> tuple[bool, BgrImage]:
        raise cv2.error("ioctl failed")

    webcam.retrieve = throw
    with pytest.raises(CameraUnreachable, match="stopped"):
        [source.read() for _ in range(5)]
    source.close()
    assert webcam.released.is_set()


@pytest.mark.parametrize("address", ["77", "/dev/video77", "/dev/v4l/by-id/usb-none"])
@pytest.mark.skipif(sys.platform != "linux", reason="looks for the device node")
def test_a_camera_that_is_not_there_is_told_in_plain_words(address: str, camera_at: MakeCamera):
    with pytest.raises(CameraUnreachable, match=r"Door.*not plugged in"):
        open_source(camera_at(f"device:{address}"))


def test_what_opencv_cannot_open_is_told_in_plain_words(
    camera_at: MakeCamera, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(device, "_node", lambda _: "/dev/null")  # the real OpenCV is asked for a camera 77
    with pytest.raises(CameraUnreachable, match="cannot be opened"):
        open_source(camera_at("device:77"))
    capfd.readouterr()  # OpenCV complains on stderr


def test_devices_are_listed_by_name_without_their_metadata_nodes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for node, index, name in (("video10", 0, "Door cam"), ("video1", 1, "Webcam"), ("video0", 0, "Webcam")):
        (tmp_path / node).mkdir()
        (tmp_path / node / "index").write_text(f"{index}\n", encoding="ascii")
        (tmp_path / node / "name").write_text(f"{name}\n", encoding="utf-8")
    monkeypatch.setattr(device, "_SYSFS", tmp_path)
    assert devices() == [LocalDevice("device:0", "Webcam"), LocalDevice("device:10", "Door cam")]
    monkeypatch.setattr(device, "_SYSFS", tmp_path / "none")
    assert devices() == []
