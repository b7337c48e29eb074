import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime

import numpy as np
import pytest
from tests.facts import a_camera
from tests.stations import wait_until

from faceattend.cameras.hub import FrameHub
from faceattend.domain.errors import CameraError, CameraUnreachable, FaceAttendError, ModelMissing
from faceattend.domain.ids import new_id
from faceattend.domain.people import Pose
from faceattend.domain.vision import Frame
from faceattend.services.camera_trial import RunningCamera
from faceattend.services.photos import PhotoCheck
from faceattend.workers import capture
from faceattend.workers.capture import LOOK_EVERY_S, CaptureThread

SEEN = PhotoCheck("a picture", pose=Pose.FRONT, faces=1)
GONE = CameraUnreachable("The camera was unplugged.", remedy="Plug it in.")
Start = Callable[..., CaptureThread]


def a_frame(seq: int = 1, width: int = 160, height: int = 90) -> Frame:
    return Frame(new_id(), seq, datetime.now(UTC), np.zeros((height, width, 3), np.uint8))


class Device:
    """A camera that gives frames until it is told to fail; counts how often it is opened and closed."""

    def __init__(self, every_s: float = 0.01) -> None:
        self.opened = self.closed = self.frames = 0
        self.error: CameraError | None = None
        self.ends = False
        self.size = (160, 90)
        self.every_s = every_s
        self.threads: set[int] = set()

    def open(self) -> "closing[Device]":
        self.threads.add(threading.get_ident())
        if self.error is not None:
            raise self.error
        self.opened += 1
        return closing(self)

    def read(self) -> Frame | None:
        self.threads.add(threading.get_ident())
        time.sleep(self.every_s)
        if self.error is not None:
            raise self.error
        self.frames += 1
        return None if self.ends else a_frame(self.frames, *self.size)

    def close(self) -> None:
        self.threads.add(threading.get_ident())
        self.closed += 1


class Looker:
    """Looks at frames: notes them, takes its time, or fails."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.error: FaceAttendError | None = None
        self.takes_s = 0.0

    def __call__(self, frame: Frame) -> PhotoCheck:
        time.sleep(self.takes_s)
        if self.error is not None:
            raise self.error
        self.frames.append(frame)
        return SEEN


@pytest.fixture
def device() -> Device:
    return Device()


@pytest.fixture
def looker() -> Looker:
    return Looker()


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[CaptureThread] = []

    def begin(device: Device, looker: Looker) -> CaptureThread:
        thread = CaptureThread(device.open, looker)
        started.append(thread)
        thread.set_out()
        return thread

    yield begin
    for thread in started:
        thread.leave()
    capture.see_off()


def test_it_brings_pictures_and_what_was_found_in_them(start: Start, device: Device, looker: Looker):
    thread = start(device, looker)
    wait_until(lambda: thread.sight.check is SEEN, 2)
    assert thread.sight.looked in looker.frames
    assert thread.sight.error is None
    seq = thread.sight.frame.seq
    wait_until(lambda: thread.sight.frame.seq > seq, 2)


def test_frames_are_looked_at_some_times_a_second_and_always_the_newest(start: Start, device: Device, looker: Looker):
    looker.takes_s = 0.05
    start(device, looker)
    wait_until(lambda: len(looker.frames) >= 5, 5)
    apart = [
        (b.captured_at - a.captured_at).total_seconds() for a, b in zip(looker.frames, looker.frames[1:], strict=False)
    ]
    assert min(apart) >= LOOK_EVERY_S
    assert device.frames > 2 * len(looker.frames)


@pytest.mark.parametrize(
    ("size", "middle"), [((160, 90), (120, 90)), ((90, 160), (90, 67)), ((120, 90), (120, 90)), ((1, 1), (1, 1))]
)
def test_what_is_looked_at_is_what_is_shown_the_middle_of_the_picture(
    start: Start, device: Device, looker: Looker, size: tuple[int, int], middle: tuple[int, int]
):
    device.size = size
    thread = start(device, looker)
    wait_until(lambda: looker.frames, 2)
    assert looker.frames[0].bgr.shape == (middle[1], middle[0], 3)
    assert thread.sight.size == size


def test_a_camera_that_is_unplugged_is_told_and_opened_anew_when_it_is_back(
    start: Start, device: Device, looker: Looker
):
    thread = start(device, looker)
    wait_until(lambda: thread.sight.check, 2)
    device.error = GONE
    wait_until(lambda: thread.sight.error is GONE, 2)
    assert thread.sight.frame is None
    assert device.closed == device.opened == 1
    device.error = None
    wait_until(lambda: thread.sight.check and thread.sight.error is None, 4)
    assert device.opened == 2


def test_a_camera_that_cannot_be_opened_is_told(start: Start, device: Device, looker: Looker):
    device.error = GONE
    thread = start(device, looker)
    wait_until(lambda: thread.sight.error is GONE, 2)
    assert device.opened == 0


def test_the_end_of_a_video_is_told(start: Start, device: Device, looker: Looker):
    device.ends = True
    thread = start(device, looker)
    wait_until(lambda: thread.sight.error is not None, 2)
    assert "end" in thread.sight.error.what


def test_models_that_cannot_be_used_are_told_and_it_stays_told_until_they_can(
    start: Start, device: Device, looker: Looker
):
    looker.error = ModelMissing("The model file is missing.", remedy="Install it.")
    thread = start(device, looker)
    wait_until(lambda: thread.sight.error is looker.error, 2)
    for _ in range(60):  # over the next try
        assert thread.sight.error is looker.error
        time.sleep(0.02)
    assert device.opened == 1
    looker.error = None
    wait_until(lambda: thread.sight.check is SEEN and thread.sight.error is None, 3)


def test_everything_about_the_camera_is_done_in_one_thread(start: Start, device: Device, looker: Looker):
    thread = start(device, looker)
    wait_until(lambda: thread.sight.frame, 2)
    thread.leave()
    wait_until(thread.isFinished, 2)
    assert device.closed == 1
    assert device.threads
    assert threading.get_ident() not in device.threads
    assert len(device.threads) == 1


def test_leaving_a_slow_camera_does_not_hold_up_the_window_and_it_is_seen_off_at_the_end(start: Start, looker: Looker):
    device = Device(every_s=0.8)
    thread = start(device, looker)
    wait_until(lambda: device.threads, 2)
    began = time.monotonic()
    thread.leave()
    assert time.monotonic() - began < 0.4
    assert thread.isRunning()
    capture.see_off()
    assert thread.isFinished()
    assert device.closed == 1


def test_one_that_is_forgotten_goes_on_until_it_is_seen_off(device: Device, looker: Looker):
    CaptureThread(device.open, looker).set_out()
    gc.collect()
    frames = device.frames
    wait_until(lambda: device.frames > frames + 2, 2)
    capture.see_off()
    assert device.closed == 1


def test_a_camera_that_runs_already_is_looked_at_through_the_hub_and_left_running(looker: Looker):
    hub, camera = FrameHub(), a_camera()
    hub.register(camera)
    thread = CaptureThread(lambda: closing(RunningCamera(camera, lambda: hub.newest(camera.id))), looker)
    thread.set_out()
    try:

        def fed() -> bool:
            hub.put(Frame(camera.id, 1, datetime.now(UTC), np.zeros((90, 160, 3), np.uint8)))
            return thread.sight.check is SEEN

        wait_until(fed, 3)
        assert looker.frames[0].bgr.shape == (90, 120, 3)
    finally:
        thread.leave()
        capture.see_off()
