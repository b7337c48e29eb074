from collections.abc import Callable
from pathlib import Path

import pytest

from faceattend.config.paths import Home
from faceattend.domain.access import Actor, Role
from faceattend.domain.errors import PermissionDenied
from faceattend.services import doctor
from faceattend.services.doctor import examine

pytestmark = pytest.mark.models

NAMES = [
    "versions",
    "libraries",
    "settings",
    "data folder",
    "key",
    "database",
    "model pack",
    "compute",
    "cameras",
]


@pytest.fixture(autouse=True)
def _one_timed_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_RUNS", 1)


def problems(outcome: object) -> dict[str, str]:
    assert [check["name"] for check in outcome.json["checks"]] == NAMES
    assert all(set(check) == {"name", "ok", "detail"} for check in outcome.json["checks"])
    assert outcome.json["ok"] == all(check["ok"] for check in outcome.json["checks"]) == (outcome.code == 0)
    return {check["name"]: check["detail"] for check in outcome.json["checks"] if not check["ok"]}


def test_a_sound_installation(run: Callable, home_with_people: Home):
    run("cameras", "add", "Door", "rtsp://user:geheim@camera.lan/1", "--role", "entry", "--home", home_with_people.root)
    outcome = run("doctor", "--home", home_with_people.root, "--json")
    assert problems(outcome) == {}
    details = {check["name"]: check["detail"] for check in outcome.json["checks"]}
    assert "49f000ec501f" in details["model pack"]
    assert "cpu" in details["compute"]
    assert "ms" in details["compute"]
    assert "6 people" in details["database"]
    assert "Door" in details["cameras"]
    assert "geheim" not in outcome.said
    assert "PROBLEM" not in outcome.err


def test_every_fault_is_named_and_none_hides_the_others(
    run: Callable, home_with_people: Home, key_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    altered = home_with_people.models / "opencv-zoo" / "face_detection_yunet_2023mar_int8bq.onnx"
    altered.parent.mkdir(parents=True)
    altered.write_bytes(b"exchanged")
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "lost key"))
    found = problems(run("doctor", "--home", home_with_people.root, "--json"))
    assert set(found) == {"key", "database", "model pack", "compute", "cameras"}
    assert "SHA-256" in found["model pack"]
    assert "lost key" in found["key"]
    assert key_file.exists()


def test_wrong_settings_a_damaged_database_and_a_full_disk(
    run: Callable, home_with_people: Home, monkeypatch: pytest.MonkeyPatch
):
    home_with_people.settings.write_text("[attendance]\ncool_down_minutes = 'long'\n", encoding="utf-8")
    home_with_people.database.write_bytes(b"This was a database once." * 400)
    monkeypatch.setattr(doctor, "_LEAST_FREE_BYTES", 1 << 80)
    found = problems(run("doctor", "--home", home_with_people.root, "--json"))
    assert {"settings", "data folder", "database"} <= set(found)
    assert "cool_down_minutes" in found["settings"]
    assert "free" in found["data folder"]


def test_a_provider_that_was_asked_for_but_is_not_in_use_is_a_fault(run: Callable, home_with_people: Home):
    home_with_people.settings.write_text("[recognition]\nprovider = 'cuda'\n", encoding="utf-8")
    import onnxruntime

    if "CUDAExecutionProvider" in onnxruntime.get_available_providers():
        pytest.skip("this machine has CUDA")
    found = problems(run("doctor", "--home", home_with_people.root, "--json"))
    assert set(found) == {"compute"}
    assert "cpu" in found["compute"]
    assert "not used" in found["compute"]


def test_a_camera_of_a_kind_that_is_gone_is_named(run: Callable, home_with_people: Home, open_here: Callable):
    station = open_here(home_with_people)
    from tests.facts import a_camera

    with station.database.transaction() as work:
        site = work.sites.get_or_add("Main", "UTC")
        work.cameras.add(a_camera(name="Old", site=site, source="betamax:1"))
    assert set(found := problems(run("doctor", "--home", home_with_people.root, "--json"))) == {"cameras"}
    assert "Old" in found["cameras"]


def test_two_opencvs_are_one_too_many(run: Callable, home_with_people: Home, monkeypatch: pytest.MonkeyPatch):
    two = {"cv2": ["opencv-python", "opencv-contrib-python"], "onnxruntime": ["onnxruntime"]}
    monkeypatch.setattr(doctor, "packages_distributions", lambda: two)
    found = problems(run("doctor", "--home", home_with_people.root, "--json"))
    assert "opencv-python" in found["libraries"]


def test_only_who_may_measure_examines(home_with_people: Home):
    with pytest.raises(PermissionDenied):
        next(examine(Actor("nobody", Role.STATION), home_with_people))
