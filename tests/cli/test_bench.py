import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.servers import make_video
from tests.stations import wait_until

from faceattend.config.paths import Home

pytestmark = pytest.mark.models


def test_both_name_the_same_people_on_the_same_frames(
    run: Callable, home_with_people: Home, monkeypatch: pytest.MonkeyPatch
):
    """An eighth of the frames: the figures mean nothing here, their being there and the names do."""
    monkeypatch.setattr("faceattend.services.benchmark.FRAMES", 32)
    outcome = run("bench", "pipeline", "--home", home_with_people.root, "--json")
    assert outcome.code == 0, outcome.err
    found = outcome.json
    assert {"frames_per_s", "faces_per_s", "naive_frames_per_s", "ratio", "same_people"} <= set(found)
    assert found["same_people"] is True
    assert found["named"] == found["naive_named"] == found["people"] == 3
    assert found["frame_size"] == [1280, 720]
    assert found["ratio"] == pytest.approx(found["frames_per_s"] / found["naive_frames_per_s"])
    assert found["ratio"] > 1


def test_a_film_with_faces_on_two_cameras(
    run: Callable, home_with_people: Home, film: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("faceattend.services.benchmark.FRAMES", 6)
    outcome = run("bench", "pipeline", "--video", film, "--cameras", 2, "--home", home_with_people.root, "--json")
    assert outcome.code == 0, outcome.err
    assert (outcome.json["cameras"], outcome.json["people"]) == (2, 6)


def test_a_film_without_faces_and_a_file_that_is_no_film_are_refused(
    run: Callable, home_with_people: Home, tmp_path: Path
):
    empty = make_video(tmp_path / "empty.mp4", seconds=1)
    outcome = run("bench", "pipeline", "--video", empty, "--home", home_with_people.root, "--json")
    assert (outcome.code, outcome.json["kind"]) == (1, "BadInput")
    spoilt = tmp_path / "spoilt.mp4"
    spoilt.write_bytes(b"no film")
    outcome = run("bench", "pipeline", "--video", spoilt, "--home", home_with_people.root, "--json")
    assert (outcome.code, outcome.json["kind"]) == (1, "CameraUnsupported")
    assert "spoilt.mp4" in outcome.json["error"]


@pytest.mark.gui
def test_the_window_over_looped_cameras_is_measured(apart: Callable, film: Path):
    """The figures of two seconds mean nothing; that they are there, and that pictures were painted, does."""
    outcome = apart("bench", "ui", "--video", film, "--cameras", 2, "--seconds", 2, "--json")
    assert outcome.code == 0, outcome.err
    found = outcome.json
    assert {"p50_ms", "p99_ms", "max_ms", "painted_per_s", "analysed_per_s"} <= set(found)
    assert 0 <= found["p50_ms"] <= found["p99_ms"] <= found["max_ms"]
    assert (found["tiles"], found["cameras"], found["provider"]) == (2, 2, "cpu")
    assert found["painted_per_s"] > 1


@pytest.mark.gui
def test_ctrl_c_ends_the_measuring_at_once_and_leaves_nothing(film: Path, tmp_path: Path):
    command = [sys.executable, "-m", "faceattend", "bench", "ui", "--video", film, "--cameras", "1", "--seconds", "600"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"TMPDIR": str(tmp_path)}
    )

    def painted() -> bool:
        logs = tmp_path.glob("faceattend-trial-*/**/faceattend.log")
        return any("the window is painted" in log.read_text(encoding="utf-8") for log in logs)

    try:
        wait_until(painted, 60)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 130, told
    assert "Traceback" not in told
    assert not list(tmp_path.glob("faceattend-trial-*"))
