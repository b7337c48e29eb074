"""Trials with faces: the meter is the engine's own where faces count, else one that says what it is told."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from tests.faces import astronaut, six_people
from tests.facts import NOON, a_camera

from faceattend.cameras.source import OpenSource
from faceattend.domain.access import LOCAL_ADMINISTRATOR, Actor, Role
from faceattend.domain.camera_sight import Aspect, Grade, SeenFace
from faceattend.domain.cameras import Camera, CameraRole
from faceattend.domain.errors import BadInput, CameraUnreachable, ModelAltered, PermissionDenied
from faceattend.domain.vision import BgrImage, Box, Frame, Quality
from faceattend.services.camera_trial import CameraTrial, face_meter, try_out
from faceattend.services.cameras import CameraService, NewCamera

QUALITY = Quality(54, 30, 0, 0, 0, 120, 0.5, ())


class Source:
    """Gives one picture again and again."""

    def __init__(self, bgr: BgrImage, pause_s: float = 0.02) -> None:
        self.bgr, self.pause_s, self.seq, self.closed = bgr, pause_s, 0, False

    def read(self) -> Frame:
        time.sleep(self.pause_s)
        self.seq += 1
        return Frame(a_camera().id, self.seq, NOON, self.bgr)

    def close(self) -> None:
        self.closed = True


def outcome(trial: Iterator[CameraTrial]) -> CameraTrial:
    *_, last = trial
    return last


def opens(source: Source) -> OpenSource:
    return lambda _camera: source


class Models:
    """Stands for the station's models where only the detector counts."""

    def __init__(self, models: object) -> None:
        self._models = models

    def models(self) -> object:
        return self._models


@pytest.mark.models
def test_the_largest_face_is_measured_as_recognition_would(models: object):
    camera = a_camera(min_face_px=48)
    source = Source(astronaut())
    seen = outcome(try_out(camera, opens(source), 0.8, face_meter(Models(models))))
    assert seen.ok
    assert seen.face is not None
    assert 80 < seen.face.quality.face_px < 110
    assert seen.frame is not None
    assert 150 < seen.face.box.x < 250
    grades = {each.aspect: each.grade for each in seen.findings}
    assert grades[Aspect.FACE_SIZE] is grades[Aspect.LIGHT] is grades[Aspect.SHARPNESS] is Grade.GOOD
    needing_more = outcome(try_out(replace(camera, min_face_px=200), opens(source), 0.8, face_meter(Models(models))))
    assert {each.aspect: each.grade for each in needing_more.findings}[Aspect.FACE_SIZE] is Grade.BAD
    assert "Zoom in" in needing_more.advice[0]


@pytest.mark.models
def test_of_several_faces_the_largest_counts(models: object):
    face = face_meter(Models(models))(six_people(), a_camera())
    assert face is not None
    assert face.quality.face_px > 90


def test_the_rate_is_that_of_the_camera_though_measuring_holds_up_reading():
    def slow(_bgr: BgrImage, _camera: Camera) -> SeenFace:
        time.sleep(0.2)
        return SeenFace(Box(0, 0, 9, 9), QUALITY)

    seen = outcome(try_out(a_camera(), opens(Source(np.zeros((48, 64, 3), np.uint8), 0.04)), 1.2, slow))
    assert seen.fps is not None
    assert 12 < seen.fps < 26


def test_it_tells_on_the_way_and_is_left_at_once_with_the_camera_closed():
    source = Source(np.zeros((48, 64, 3), np.uint8))
    trial = try_out(a_camera(), opens(source), 60)
    first = next(trial)
    assert first.frame is not None
    assert 0 < first.done < 0.1
    assert not source.closed
    trial.close()
    assert source.closed


def test_the_best_face_is_kept_with_its_own_frame():
    scores = iter([0.2, 0.9, 0.4, 0.1, 0.1])

    def measure(_bgr: BgrImage, _camera: Camera) -> SeenFace | None:
        score = next(scores, None)
        return None if score is None else SeenFace(Box(0, 0, 9, 9), replace(QUALITY, score=score))

    seen = outcome(try_out(a_camera(), opens(Source(np.zeros((48, 64, 3), np.uint8))), 1.7, measure))
    assert seen.face is not None
    assert seen.face.quality.score == 0.9
    assert seen.frame is not None
    assert seen.frame.seq < seen.frames


def test_without_models_the_picture_is_tried_out_all_the_same():
    def spoilt(_bgr: BgrImage, _camera: Camera) -> SeenFace:
        raise ModelAltered("The model file is not the published one.")

    seen = outcome(try_out(a_camera(), opens(Source(np.zeros((48, 64, 3), np.uint8))), 0.3, spoilt))
    assert seen.ok
    assert seen.unmeasured == "The model file is not the published one."
    assert (seen.findings, seen.advice) == ((), ())


class TestOfARunningCamera:
    @pytest.fixture
    def service(self) -> CameraService:
        def never(camera: Camera) -> Source:
            raise AssertionError(camera)

        return CameraService(None, never)

    def test_its_own_frames_are_looked_at_and_it_is_not_opened_again(self, service: CameraService):
        camera, newest = a_camera(), []
        running = threading.Event()

        def run() -> None:
            while not running.wait(0.05):
                frame = Frame(camera.id, len(newest), datetime.now(UTC), np.zeros((48, 64, 3), np.uint8))
                newest.append(frame)

        thread = threading.Thread(target=run)
        thread.start()
        try:
            seen = outcome(service.trial(LOCAL_ADMINISTRATOR, camera, 1.0, lambda: newest[-1] if newest else None))
        finally:
            running.set()
            thread.join()
        assert seen.ok
        assert seen.frames <= len(newest)
        assert seen.fps is not None
        assert 10 < seen.fps < 25

    def test_one_that_hangs_is_said_to(self, service: CameraService, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr("faceattend.services.camera_trial.READ_DEADLINE_S", 0.1)
        old = Frame(a_camera().id, 1, NOON, np.zeros((48, 64, 3), np.uint8))
        seen = outcome(service.trial(LOCAL_ADMINISTRATOR, a_camera(), 5, lambda: old))
        assert (seen.ok, seen.frames) == (False, 0)
        assert seen.error is not None
        assert "gives no picture at the moment" in seen.error


def test_one_that_is_not_stored_yet_can_be_tried_out_and_nothing_is_stored():
    source = Source(np.zeros((48, 64, 3), np.uint8))
    service = CameraService(None, opens(source))  # no database: nothing can be stored
    new = NewCamera(name="Gate", source="rtsp://user:hush@cam.lan/1", role=CameraRole.ENTRY)
    assert outcome(service.trial(LOCAL_ADMINISTRATOR, new, 0.2)).name == "Gate"
    with pytest.raises(BadInput, match="time zone"):
        service.trial(LOCAL_ADMINISTRATOR, replace(new, zone="Mars/Olympus"), 0.2)


def test_a_camera_that_refuses_never_tells_its_password():
    def refuse(camera: Camera) -> Source:
        raise CameraUnreachable(f"Cannot open {camera.source}.")

    service = CameraService(None, refuse)
    new = NewCamera(name="Gate", source="rtsp://user:hush@cam.lan/1", role=CameraRole.ENTRY)
    seen = outcome(service.trial(LOCAL_ADMINISTRATOR, new, 1))
    assert seen.error == "Cannot open rtsp://user:•••@cam.lan/1."
    assert "hush" not in repr(seen)


@pytest.mark.parametrize("role", [Role.HR, Role.AUDITOR, Role.FRONT_DESK])
def test_only_those_who_may_manage_cameras(role: Role):
    actor, service = Actor("somebody", role), CameraService(None)
    attempts: list[Callable[[], object]] = [
        lambda: service.trial(actor, a_camera(), 1),
        lambda: service.devices(actor),
        lambda: service.update(actor, a_camera().id, NewCamera(name="A", source="0", role=CameraRole.BOTH)),
        lambda: service.remove(actor, a_camera().id),
    ]
    for attempt in attempts:
        with pytest.raises(PermissionDenied):
            attempt()


def test_the_devices_of_this_machine_are_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for number, index in ((0, "0"), (1, "1"), (2, "0")):
        node = tmp_path / f"video{number}"
        node.mkdir()
        (node / "name").write_text(f"Webcam {number}\n")
        (node / "index").write_text(index)
    monkeypatch.setattr("faceattend.cameras.device._SYSFS", tmp_path)
    found = CameraService(None).devices(LOCAL_ADMINISTRATOR)
    assert [(each.source, each.name) for each in found] == [("device:0", "Webcam 0"), ("device:2", "Webcam 2")]
