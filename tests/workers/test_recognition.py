from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import numpy as np
import pytest
from PySide6.QtCore import Qt
from tests.facts import a_camera, a_sighting
from tests.stations import wait_until

from faceattend.cameras.hub import FrameHub
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import ModelMissing
from faceattend.domain.vision import Analysis, Frame, Overlay, Sighting
from faceattend.workers.recognition import RecognitionThread


class Recogniser:
    """Sees one face per frame, which is answered in the next call, the last ones in the end."""

    provider = "cpu"

    def __init__(self) -> None:
        self.calls: list[list[Frame]] = []
        self.open: list[Sighting] = []
        self.expired_at: list[datetime] = []
        self.fault: Exception | None = None
        self.cameras: dict[UUID, Camera] = {}

    def watch(self, camera: Camera) -> None:
        self.cameras[camera.id] = camera

    def unwatch(self, camera_id: UUID) -> tuple[Sighting, ...]:
        self.cameras.pop(camera_id, None)
        last = tuple(each for each in self.open if each.camera_id == camera_id)
        self.open = [each for each in self.open if each.camera_id != camera_id]
        return last

    def watches(self, camera_id: UUID) -> bool:
        return camera_id in self.cameras

    def analyse(self, frames: list[Frame]) -> Analysis:
        self.calls.append(frames)
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        decided, self.open = self.open, [a_sighting(camera_id=frame.camera_id) for frame in frames]
        return Analysis(tuple(Overlay(frame.camera_id, frame.seq, ()) for frame in frames), tuple(decided))

    def expire(self, now: datetime) -> tuple[Sighting, ...]:
        self.expired_at.append(now)
        return ()

    def finish(self) -> tuple[Sighting, ...]:
        last, self.open = self.open, []
        return tuple(last)


class Bench:
    def __init__(self, build: Callable[[], Recogniser] | None = None) -> None:
        self.recogniser = Recogniser()
        self.hub = FrameHub()
        self.cameras = [a_camera(name=name, fps=30.0) for name in ("In", "Out")]
        for camera in self.cameras:
            self.hub.register(camera)
            self.recogniser.watch(camera)
        self.given: list[Sighting] = []
        self.ready: list[object] = []
        self.troubles: list[object] = []
        self.thread = RecognitionThread(self.hub, build or (lambda: self.recogniser), self.given.append)
        self.thread.ready.connect(self.ready.append, Qt.ConnectionType.DirectConnection)
        self.thread.troubled.connect(self.troubles.append, Qt.ConnectionType.DirectConnection)
        self._at = datetime.now(UTC)

    def show(self, *cameras: Camera) -> None:
        self._at += timedelta(seconds=1)
        for camera in cameras:
            self.hub.put(Frame(camera.id, len(self.recogniser.calls), self._at, np.zeros((4, 4, 3), np.uint8)))

    def stop(self) -> None:
        self.thread.request_stop()
        assert self.thread.wait(3000)


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    made.thread.start()
    yield made
    made.stop()


def test_it_tells_on_what_it_runs(bench: Bench):
    wait_until(lambda: bench.ready, 2)
    assert bench.ready == ["cpu"]


def test_frames_that_wait_are_analysed_together_and_every_answer_is_handed_on(bench: Bench):
    for count in range(1, 4):
        bench.show(*bench.cameras)
        wait_until(lambda count=count: sum(map(len, bench.recogniser.calls)) == 2 * count, 2)
    wait_until(lambda: len(bench.given) == 4, 2)
    assert {each.camera_id for each in bench.given} == {camera.id for camera in bench.cameras}
    assert all(bench.hub.overlay(camera.id) is not None for camera in bench.cameras)


def test_faces_without_an_answer_get_one_in_the_end(bench: Bench):
    bench.show(bench.cameras[0])
    wait_until(lambda: bench.recogniser.open, 2)
    assert bench.given == []
    bench.stop()
    assert len(bench.given) == 1


def test_without_frames_time_goes_on(bench: Bench):
    wait_until(lambda: len(bench.recogniser.expired_at) > 2, 3)
    assert all(at.tzinfo is UTC for at in bench.recogniser.expired_at)


def test_a_frame_that_cannot_be_analysed_is_told_and_the_next_ones_are(bench: Bench):
    bench.recogniser.fault = ZeroDivisionError("odd")
    bench.show(bench.cameras[0])
    wait_until(lambda: bench.troubles, 2)
    bench.show(bench.cameras[0])
    wait_until(lambda: len(bench.recogniser.calls) == 2, 3)
    assert not bench.thread.isFinished()


def test_a_camera_added_while_it_runs_is_looked_at_and_a_removed_one_is_answered_for(bench: Bench):
    first, second = bench.cameras
    new = a_camera(name="New", fps=30.0)
    bench.thread.watch(new)
    bench.hub.register(new)
    bench.show(first, second, new)
    wait_until(lambda: len(bench.recogniser.open) == 3, 2)
    bench.thread.unwatch(second.id)
    wait_until(lambda: [each.camera_id for each in bench.given] == [second.id], 2)
    bench.show(first, second, new)
    wait_until(lambda: len(bench.given) == 3, 2)
    assert [frame.camera_id for frame in bench.recogniser.calls[-1]] == [first.id, new.id]
    assert bench.troubles == []


def test_models_that_cannot_be_loaded_end_it_and_are_told():
    fault = ModelMissing("A file is missing.")

    def build() -> Recogniser:
        raise fault

    bench = Bench(build)
    bench.thread.start()
    assert bench.thread.wait(3000)
    assert bench.troubles == [fault]
    assert bench.thread.failure is fault
    assert bench.ready == []
