import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from faceattend.cameras.hub import FrameHub
from faceattend.domain.cameras import Camera, CameraState
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Frame, Overlay

START = datetime(2025, 3, 3, 8, tzinfo=UTC)
MakeCamera = Callable[..., Camera]


def frame(camera: Camera, seq: int, at_s: float) -> Frame:
    return Frame(camera.id, seq, START + timedelta(seconds=at_s), np.zeros((2, 2, 3), np.uint8))


@pytest.fixture
def door(camera_at: MakeCamera) -> Camera:
    return camera_at("file:door.mp4")


@pytest.fixture
def hub(door: Camera) -> FrameHub:
    hub = FrameHub()
    hub.register(door)
    return hub


def test_a_source_of_fifteen_is_analysed_ten_times_a_second(hub: FrameHub, door: Camera):
    analysed = []
    for n in range(150):
        hub.put(frame(door, n, n / 15))
        analysed += hub.take(0)
    assert len(analysed) == pytest.approx(100, abs=1)
    assert hub.status(door.id, START).dropped == 0
    assert hub.status(door.id, START).received == 150
    assert hub.status(door.id, START).analysed == len(analysed)


def test_slow_recognition_gets_newer_frames_and_the_lost_ones_are_counted(hub: FrameHub, door: Camera):
    analysed = []
    for n in range(150):
        hub.put(frame(door, n, n / 15))
        if n % 5 == 4:  # recognition manages 3 a second
            analysed += hub.take(0)
    status = hub.status(door.id, START)
    assert status.analysed == len(analysed) == 30
    assert status.dropped == pytest.approx(70, abs=1)
    assert [one.seq for one in analysed] == sorted({one.seq for one in analysed})
    assert all(one.seq >= n - 2 for n, one in zip(range(4, 150, 5), analysed, strict=True))


def test_frames_of_all_cameras_come_together(hub: FrameHub, door: Camera, camera_at: MakeCamera):
    gate = camera_at("device:0")
    hub.register(gate)
    hub.put(frame(door, 1, 0))
    hub.put(frame(gate, 1, 0))
    assert {one.camera_id for one in hub.take(1)} == {door.id, gate.id}
    hub.put(frame(gate, 2, 1))
    assert [one.camera_id for one in hub.take(1)] == [gate.id]


def test_nothing_due_is_a_time_out(hub: FrameHub, door: Camera):
    hub.put(frame(door, 1, 0))
    assert len(hub.take(0)) == 1
    hub.put(frame(door, 2, 0.03))
    began = time.monotonic()
    assert hub.take(0.1) == []
    assert 0.09 < time.monotonic() - began < 0.6
    newest = hub.newest(door.id)
    assert newest is not None
    assert newest.seq == 2


def test_a_waiting_taker_is_woken_by_a_frame_and_by_closing(hub: FrameHub, door: Camera):
    taken: list[list[Frame]] = []

    def take_until_closed() -> None:
        while frames := hub.take(10):
            taken.append(frames)
        taken.append([])

    taker = threading.Thread(target=take_until_closed)
    taker.start()
    time.sleep(0.05)
    hub.put(frame(door, 1, 0))
    deadline = time.monotonic() + 2
    while not taken and time.monotonic() < deadline:
        time.sleep(0.005)
    assert [one.seq for one in taken[0]] == [1]
    hub.close()
    taker.join(2)
    assert not taker.is_alive()
    assert taken[-1] == []
    hub.put(frame(door, 2, 1))
    assert hub.take(10) == []


def test_only_the_newest_is_kept(hub: FrameHub, door: Camera):
    frames = [frame(door, n, n) for n in range(5)]
    for each in frames:
        hub.put(each)
    assert hub.newest(door.id) is frames[-1]
    assert hub.take(0) == [frames[-1]]
    assert hub.take(0) == []


def test_the_overlay_of_each_camera_is_kept(hub: FrameHub, door: Camera):
    assert hub.overlay(door.id) is None
    hub.put_overlay(Overlay(door.id, 1, ()))
    newest = Overlay(door.id, 2, ())
    hub.put_overlay(newest)
    assert hub.overlay(door.id) is newest


def test_a_live_camera_without_new_frames_is_stale(hub: FrameHub, door: Camera):
    assert hub.status(door.id, START).state is CameraState.CONNECTING
    assert hub.status(door.id, START).frame_age is None
    hub.put(frame(door, 1, 0))
    hub.report(door.id, CameraState.LIVE, "Live")
    assert hub.status(door.id, START + timedelta(seconds=1)).state is CameraState.LIVE
    late = hub.status(door.id, START + timedelta(seconds=3))
    assert (late.state, late.frame_age, late.detail) == (CameraState.STALE, timedelta(seconds=3), "Live")
    hub.report(door.id, CameraState.FAILED, "It was unplugged.")
    assert hub.status(door.id, START).state is CameraState.FAILED
    assert [status.detail for status in hub.statuses(START)] == ["It was unplugged."]


def test_registering_again_changes_the_rate_and_keeps_the_counts(camera_at: MakeCamera):
    slow = camera_at("file:door.mp4", fps=1.0)
    hub = FrameHub()
    hub.register(slow)
    hub.put(frame(slow, 1, 0))
    hub.register(Camera(slow.id, "Door", slow.site, slow.source, slow.role, fps=20.0))
    for n in range(21):
        hub.put(frame(slow, n, 1 + n / 20))
        hub.take(0)
    assert hub.status(slow.id, START).received == 22
    assert hub.status(slow.id, START).analysed == 21


def test_unknown_cameras_are_a_mistake_of_the_caller(hub: FrameHub):
    with pytest.raises(KeyError):
        hub.status(new_id(), START)
    with pytest.raises(KeyError):
        hub.put(Frame(new_id(), 1, START, np.zeros((2, 2, 3), np.uint8)))


def test_many_threads_at_once_lose_nothing(camera_at: MakeCamera):
    hub = FrameHub()
    cameras = [camera_at(f"device:{n}", fps=1000.0) for n in range(4)]
    for camera in cameras:
        hub.register(camera)

    def film(camera: Camera) -> None:
        for n in range(300):
            hub.put(frame(camera, n, n / 1000))
            if n % 50 == 0:
                time.sleep(0.001)

    taken: list[Frame] = []
    threads = [threading.Thread(target=film, args=(camera,)) for camera in cameras]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        taken += hub.take(0.01)
    taken += hub.take(0)
    statuses = hub.statuses(START)
    assert [status.received for status in statuses] == [300] * 4
    assert sum(status.analysed for status in statuses) == len(taken)
    assert all(status.analysed + status.dropped == 300 for status in statuses)


def test_a_frame_between_takes_the_place_of_one_that_was_dropped(hub: FrameHub, door: Camera):
    hub.put(frame(door, 0, 0.0))
    hub.put(frame(door, 1, 0.1))  # drops the first
    assert [one.seq for one in hub.take(0)] == [1]
    hub.put(frame(door, 2, 0.14))  # would not be due
    assert [one.seq for one in hub.take(0)] == [2]
    hub.put(frame(door, 3, 0.16))  # nothing is owed any more
    assert hub.take(0) == []
    status = hub.status(door.id, START)
    assert (status.analysed, status.dropped) == (2, 0)


def test_a_camera_that_is_forgotten_leaves_an_empty_place_for_who_still_asks(hub: FrameHub, door: Camera):
    hub.put(frame(door, 0, 0))
    hub.forget(door.id)
    assert (hub.newest(door.id), hub.overlay(door.id)) == (None, None)
    assert hub.take(0) == []
    assert hub.status(door.id, START).received == 0
    hub.register(door)
    hub.put(frame(door, 1, 1))
    assert [each.seq for each in hub.take(1)] == [1]
