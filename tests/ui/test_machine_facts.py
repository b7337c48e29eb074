from datetime import timedelta

import pytest
from tests.facts import a_camera

from faceattend.domain.cameras import Camera, CameraState, CameraStatus
from faceattend.domain.errors import ModelAltered, ModelError, StorageBusy, StorageFull
from faceattend.domain.said import said
from faceattend.ui import machine_facts as facts
from faceattend.ui.status_bar import Tone
from faceattend.workers.busyness import Load

pytestmark = pytest.mark.gui


def status(camera: Camera, state: CameraState = CameraState.LIVE, age_s: float | None = 0.1) -> CameraStatus:
    age = None if age_s is None else timedelta(seconds=age_s)
    return CameraStatus(camera.id, state, age, "The camera does not answer.", 10, 5, 0)


CAMERAS = [a_camera(name=name) for name in ("Main entrance", "Loading bay", "Gate 3")]
LIVE = [status(camera) for camera in CAMERAS]


def test_one_blind_camera_is_named_with_how_long():
    fact = facts.cameras_fact(CAMERAS, [LIVE[0], status(CAMERAS[1], CameraState.STALE, 47), LIVE[2]])
    assert (fact.text, fact.tone) == ("1 of 3 cameras blind: Loading bay, 47 s", Tone.BAD)
    assert fact.hint == "The camera does not answer."


def test_one_that_never_saw_is_named_without_a_time():
    fact = facts.cameras_fact(CAMERAS, [LIVE[0], status(CAMERAS[1], CameraState.FAILED, None), LIVE[2]])
    assert fact.text == "1 of 3 cameras blind: Loading bay"


def test_several_blind_cameras_are_counted():
    fact = facts.cameras_fact(CAMERAS, [status(camera, CameraState.FAILED) for camera in CAMERAS[:2]] + LIVE[2:])
    assert (fact.text, fact.tone) == ("2 of 3 cameras blind", Tone.BAD)


@pytest.mark.parametrize(
    ("cameras", "statuses", "text", "tone"),
    [
        ([], [], "No camera yet", Tone.PLAIN),
        (CAMERAS, LIVE, "All cameras see", Tone.GOOD),
        (CAMERAS[:1], LIVE[:1], "The camera sees", Tone.GOOD),
        (CAMERAS[:1], [status(CAMERAS[0], CameraState.CONNECTING, None)], "Cameras are connecting", Tone.PLAIN),
        (CAMERAS[:1], [status(CAMERAS[0], CameraState.ENDED, 9)], "The videos have come to their end", Tone.PLAIN),
    ],
)
def test_where_none_is_blind(cameras: list[Camera], statuses: list[CameraStatus], text: str, tone: Tone):
    fact = facts.cameras_fact(cameras, statuses)
    assert (fact.text, fact.tone) == (text, tone)


@pytest.mark.parametrize(
    ("load", "text", "tone"),
    [
        (None, "", Tone.PLAIN),
        (Load(0.17, 30.0), "Room for 12 more cameras", Tone.PLAIN),
        (Load(0.637, 30.0), "Room for 1 more camera", Tone.PLAIN),
        (Load(0.02, 30.0), "Room for 13 more cameras", Tone.PLAIN),
        (Load(0.8, 30.0), "No room for more cameras", Tone.PLAIN),
        (Load(0.98, 24.0), "Full: 3 cameras, 8 frames a second each", Tone.WARN),
    ],
)
def test_capacity_is_what_was_measured_and_one_wall_at_most(load: Load | None, text: str, tone: Tone):
    fact = facts.capacity_fact(load, CAMERAS, LIVE)
    assert (fact.text, fact.tone) == (text, tone)


def test_a_single_camera_at_the_limit_is_one_camera():
    fact = facts.capacity_fact(Load(0.99, 4.0), CAMERAS[:1], LIVE[:1])
    assert (fact.text, fact.tone) == ("Full: 1 camera, 4 frames a second", Tone.WARN)


def test_blind_cameras_say_nothing_of_the_capacity():
    assert facts.capacity_fact(Load(0.1, 5.0), CAMERAS[:1], [status(CAMERAS[0], CameraState.FAILED)]).text == ""


def test_what_recognition_runs_on_is_said_as_it_is():
    assert facts.compute_fact("cuda", "07:58", None).text == "Graphics card in use (CUDA, proved 07:58)"
    assert facts.compute_fact("cpu", "07:58", None).tone is Tone.GOOD
    doubt = ModelError(said("Test", "The graphics card (CUDA) is not used."))
    doubted = facts.compute_fact("cpu", "07:58", doubt)
    assert (doubted.tone, doubted.hint) == (Tone.WARN, "The graphics card (CUDA) is not used.")
    stopped = facts.stopped_fact(ModelAltered("A file is not the published one.", remedy="Fetch it again."))
    assert stopped.tone is Tone.BAD
    assert "Fetch it again." in stopped.hint


def test_loading_says_how_many_faces():
    assert facts.loading_fact(None).text == "Loading the models"
    assert facts.loading_fact(1).text == "Loading the face of 1 person"
    assert facts.loading_fact(1000).text in {"Loading faces of 1,000 people", "Loading faces of 1000 people"}


def test_storage_that_fails_is_bad_and_says_what_happened():
    fact = facts.storage_fact(StorageFull("The disk is full.", means="Punches wait.", remedy="Make room."))
    assert (fact.text, fact.tone) == ("Punches wait in memory", Tone.BAD)
    assert "The disk is full." in fact.hint
    fact = facts.storage_fact(StorageBusy("Another program holds it."))
    assert (fact.text, fact.tone) == ("Punches wait on disk", Tone.BAD)
    assert facts.storage_fact(None).tone is Tone.GOOD


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0 s"), (59.9, "59 s"), (60, "1 min"), (3599, "59 min"), (3900, "1 h 5 min")]
)
def test_ages_are_short(seconds: float, text: str):
    assert facts.short_age(timedelta(seconds=seconds)) == text
