import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from tests.stations import add_camera, wait_until

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.attendance import Direction
from faceattend.domain.cameras import CameraRole, CameraState
from faceattend.domain.errors import LicenceNotAccepted
from faceattend.services.station import Station
from faceattend.workers.pipeline import Pipeline
from faceattend.workers.recorder import Recorded

pytestmark = pytest.mark.models

Open = Callable[[Home], Station]


def states(pipeline: Pipeline) -> list[CameraState]:
    return [status.state for status in pipeline.statuses()]


def test_two_films_seen_by_two_cameras_become_punches_in_and_out(home_with_people: Home, open_here: Open, film: Path):
    station = open_here(home_with_people)
    cameras = [
        add_camera(station, "In", f"file:{film}", CameraRole.ENTRY),
        add_camera(station, "Out", f"file:{film}", CameraRole.EXIT),
    ]
    pipeline, told = Pipeline(station, cameras), []
    pipeline.recorded.connect(told.append)
    pipeline.start()
    try:
        wait_until(lambda: pipeline.cameras_ended, 30)
    finally:
        assert pipeline.stop()
    wait_until(lambda: told, 2)
    assert all(status.analysed > 5 and status.received > 20 for status in pipeline.statuses())
    assert states(pipeline) == [CameraState.ENDED] * 2
    assert all(isinstance(each, Recorded) for each in told)
    punches = {(each.punch.person_id, each.punch.direction) for each in told if each.punch}
    people = station.people.list(LOCAL_ADMINISTRATOR)
    seen = {person for person, _ in punches}
    assert len(seen) >= 5, "one of the six looks far to the side"
    assert seen <= {person.id for person in people}
    assert {direction for _, direction in punches} <= {Direction.IN, Direction.OUT}


def test_a_film_waits_for_recognition_but_a_camera_that_goes_on_does_not(
    home_with_people: Home, open_here: Open, film: Path, monkeypatch: pytest.MonkeyPatch
):
    station = open_here(home_with_people)
    cameras = [add_camera(station, "Once", f"file:{film}"), add_camera(station, "Always", f"loop:{film}")]
    slow = station.models.__class__.recogniser

    def recogniser(*args: object) -> object:
        time.sleep(1.5)
        return slow(*args)

    monkeypatch.setattr(station.models.__class__, "recogniser", recogniser)
    pipeline = Pipeline(station, cameras)
    pipeline.start()
    try:
        wait_until(lambda: states(pipeline)[1] is CameraState.LIVE, 1.4)
        assert states(pipeline)[0] is CameraState.CONNECTING
        assert not pipeline.cameras_ended
        wait_until(lambda: states(pipeline)[0] is CameraState.LIVE, 15)
    finally:
        assert pipeline.stop()


def test_a_thread_that_takes_too_long_holds_up_the_exit_and_comes_to_its_end():
    program = """
import subprocess
import sys
import time
from PySide6.QtCore import QCoreApplication
from faceattend.workers import pipeline
from faceattend.workers.loop import LoopThread

class Slow(LoopThread):
    def step(self):
        time.sleep(1)

    def finish(self):
        print("at its end", flush=True)

application, slow = QCoreApplication([]), Slow("slow")
slow.start()
time.sleep(0.2)
pipeline._STOP_TIMEOUT_S["recognition"] = 0.1
print(pipeline.Pipeline._end("recognition", [slow]), flush=True)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout.split("\n")[:2]) == (0, ["False", "at its end"]), done.stderr


@pytest.mark.parametrize("after_s", [0.0, 0.2])
def test_a_stop_while_the_models_are_loading_leaves_no_thread(
    home_with_people: Home, open_here: Open, film: Path, after_s: float
):
    station = open_here(home_with_people)
    pipeline = Pipeline(
        station, [add_camera(station, "Once", f"file:{film}"), add_camera(station, "A", f"loop:{film}")]
    )
    pipeline.start()
    time.sleep(after_s)
    assert pipeline.stop()
    wait_until(lambda: True, 1)
    assert pipeline.recognition_failed is True, "it has ended"
    assert pipeline.failure is None


def test_models_that_are_not_here_are_told_once_and_nothing_is_left_running(home_with_people: Home, open_here: Open):
    home_with_people.settings.write_text("[recognition]\npack = 'buffalo_l'\n", encoding="utf-8")
    station = open_here(home_with_people)
    pipeline, troubles = Pipeline(station, []), []
    pipeline.troubled.connect(troubles.append)
    pipeline.start()
    try:
        wait_until(lambda: pipeline.recognition_failed, 5)
        wait_until(lambda: troubles, 1)
    finally:
        assert pipeline.stop()
    assert isinstance(pipeline.failure, LicenceNotAccepted)
    assert troubles == [pipeline.failure]


class Cameras:
    """A pipeline under which the cameras are changed; looped films bring frames for ever."""

    def __init__(self, station: Station, film: Path) -> None:
        self.station, self.film = station, film
        self.cameras = [add_camera(station, name, f"loop:{film}") for name in ("A", "B")]
        self.pipeline = Pipeline(station, self.cameras)
        self.troubles: list[object] = []
        self.pipeline.troubled.connect(self.troubles.append)

    def received(self) -> dict[UUID, int]:
        return {status.camera_id: status.received for status in self.pipeline.statuses()}

    def all_live(self) -> None:
        wait_until(lambda: set(states(self.pipeline)) == {CameraState.LIVE}, 15)


@pytest.fixture
def changing(home_with_people: Home, open_here: Open, film: Path) -> Iterator[Cameras]:
    made = Cameras(open_here(home_with_people), film)
    made.pipeline.start()
    wait_until(lambda: made.pipeline.load is None and made.received(), 1)
    made.all_live()
    yield made
    assert made.pipeline.stop()
    assert made.troubles == []


def test_cameras_are_added_changed_and_removed_while_the_others_go_on(changing: Cameras):
    first, second = changing.cameras
    third = add_camera(changing.station, "C", f"loop:{changing.film}")
    changing.pipeline.apply([first, second, third])
    changing.all_live()
    before = changing.received()[first.id]
    other = replace(second, name="B now", source=f"loop:{changing.film.resolve()}")
    changing.pipeline.apply([first, replace(other, fps=5.0)])
    assert [status.camera_id for status in changing.pipeline.statuses()] == [first.id, second.id]
    wait_until(lambda: changing.received()[second.id] == 0, 5)
    changing.all_live()
    assert changing.received()[first.id] > before, "its thread was never stopped"
    wait_until(lambda: changing.pipeline.hub.overlay(second.id) is not None, 15)
    changing.pipeline.apply([])
    assert changing.pipeline.statuses() == []
    wait_until(lambda: changing.pipeline.hub.newest(first.id) is None, 5)


def test_one_changed_again_and_again_before_its_thread_has_ended_runs_with_the_last_settings(changing: Cameras):
    first, second = changing.cameras
    for turn in range(4):
        changing.pipeline.apply([first])
        changing.pipeline.apply([first, replace(second, name=f"B {turn}")])
    changing.all_live()
    assert [camera.name for camera in changing.pipeline.cameras] == ["A", "B 3"]


def test_a_stop_in_the_middle_of_a_change_leaves_no_thread(changing: Cameras):
    first, second = changing.cameras
    changing.pipeline.apply([first, replace(second, name="B now")])
    assert changing.pipeline.stop()
    wait_until(lambda: True, 1)
