from collections.abc import Callable
from pathlib import Path

import pytest

from faceattend.config.paths import Home
from faceattend.domain.errors import StorageDamaged
from faceattend.engine.gallery import Gallery
from faceattend.services.models import ModelService

pytestmark = pytest.mark.models


def test_the_agent_ends_with_the_last_film_and_tells_what_it_came_to(run: Callable, home_with_people: Home, film: Path):
    assert run("cameras", "add", "In", film, "--role", "entry", "--home", home_with_people.root).code == 0
    outcome = run("agent", "--home", home_with_people.root, "--json")
    assert outcome.code == 0
    found = outcome.json
    assert set(found) == {"seconds", "punches", "sightings", "stop_ms", "clean_stop", "cameras"}
    assert found["punches"] >= 5
    assert sum(found["sightings"].values()) >= found["punches"]
    assert found["cameras"]["In"]["state"] == "ended"
    assert found["cameras"]["In"]["analysed_per_s"] > 3
    assert "In: Live" in outcome.err
    assert "Person 1" in outcome.err
    assert outcome.err.count("in   Person") == found["punches"]


def test_models_that_cannot_be_used_are_a_failure(run: Callable, home_with_people: Home, film: Path):
    altered = home_with_people.models / "opencv-zoo" / "face_detection_yunet_2023mar_int8bq.onnx"
    altered.parent.mkdir(parents=True)
    altered.write_bytes(b"exchanged")
    run("cameras", "add", "In", f"loop:{film}", "--role", "entry", "--home", home_with_people.root)
    outcome = run("agent", "--home", home_with_people.root, "--json")
    assert (outcome.code, outcome.json["kind"]) == (1, "ModelAltered")
    assert outcome.json["means"]
    assert outcome.json["remedy"]
    assert len(outcome.out.splitlines()) == 1


def test_a_gallery_that_cannot_be_read_is_a_failure_too(
    run: Callable, home_with_people: Home, film: Path, monkeypatch: pytest.MonkeyPatch
):
    run("cameras", "add", "In", f"loop:{film}", "--role", "entry", "--home", home_with_people.root)

    def damaged(_: ModelService) -> Gallery:
        raise StorageDamaged("The templates cannot be read.", remedy="Check the disk.")

    monkeypatch.setattr(ModelService, "gallery", damaged)
    outcome = run("agent", "--home", home_with_people.root, "--json")
    assert (outcome.code, outcome.json["kind"]) == (1, "StorageDamaged")


def test_a_film_that_is_gone_is_shown_as_failed_while_the_agent_goes_on(
    run: Callable, home_with_people: Home, tmp_path: Path
):
    run("cameras", "add", "Gone", f"loop:{tmp_path / 'gone.mp4'}", "--role", "entry", "--home", home_with_people.root)
    outcome = run("agent", "--seconds", "1", "--home", home_with_people.root, "--json")
    assert outcome.code == 0
    assert outcome.json["cameras"]["Gone"]["state"] == "failed"
    assert "gone.mp4" in outcome.err
