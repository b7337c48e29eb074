import json
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from faceattend.config.paths import Home, default_demo_home

pytestmark = pytest.mark.models


def test_the_demo_names_six_people_in_and_out_and_no_stranger_and_runs_again(
    run: Callable, apart: Callable, models_home: Home, tmp_path: Path
):
    """Issue 2, section 5, in a process of its own, without any key from outside; the second run finds it all there."""
    home = Home(tmp_path / "demo")
    home.create()
    (home.root / "cache").symlink_to(models_home.root / "cache")
    (models_home.root / "cache").mkdir(exist_ok=True)
    outcome = apart("demo", "--headless", "--seconds", "14", "--json", "--home", home.root)
    assert outcome.code == 0, outcome.err
    result = outcome.json
    assert {"people", "strangers_named", "unknown_sightings", "frames", "seconds", "workbook"} <= set(result)
    assert len(result["people"]) == 6
    assert all(punches["in"] >= 1 and punches["out"] >= 1 for punches in result["people"].values()), result["people"]
    assert result["strangers_named"] == 0
    assert result["unknown_sightings"] >= 2
    assert 14 <= result["seconds"] < 15
    assert result["frames"] > 100
    shown = re.findall(r"^\d\d:\d\d:\d\d  (?:in|out) ?  ", outcome.err, re.MULTILINE)
    assert len(shown) == sum(sum(punches.values()) for punches in result["people"].values())
    assert Path(result["workbook"]) == home.root / "attendance.xlsx"
    cells = [cell for sheet in openpyxl.load_workbook(result["workbook"]) for row in sheet.values for cell in row]
    assert set(result["people"]) <= {cell for cell in cells if isinstance(cell, str)}

    again = run("demo", "--headless", "--seconds", "1", "--json", "--home", home.root)
    assert again.code == 0, again.err
    assert set(again.json["people"]) == set(result["people"])
    listed = run("people", "list", "--home", home.root, "--json")
    assert [person["name"] for person in listed.json["people"]] == list(result["people"])


@pytest.mark.parametrize(("command", "named"), [("demo", "demo --headless"), ("run", "agent"), (None, "agent")])
def test_without_a_display_the_window_is_missed_and_what_to_do_is_named(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str | None, named: str
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    outcome = run("--home", tmp_path / "home", *([command] if command else []))
    assert outcome.code == 1
    assert "no display" in outcome.said
    assert f"faceattend {named}" in outcome.said
    assert not (tmp_path / "home").exists(), "nothing was started"


def test_the_demo_does_not_touch_a_folder_with_real_data(run: Callable, home_with_people: Home, open_here: Callable):
    station = open_here(home_with_people)
    outcome = run("demo", "--headless", "--seconds", "1", "--json", "--home", home_with_people.root)
    assert (outcome.code, outcome.json["kind"]) == (1, "BadInput")
    assert "real data" in outcome.json["error"]
    assert not home_with_people.demo_key.exists()
    assert station.database.check().startswith("sound")


def test_the_demo_stays_beside_the_real_folder(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FACEATTEND_HOME", str(tmp_path / "real"))
    assert default_demo_home().root == tmp_path / "real-demo"
    (tmp_path / "real").write_text("in the way", encoding="utf-8")
    outcome = run("demo", "--headless", "--seconds", "1", "--json")
    assert (outcome.code, outcome.json["kind"]) == (1, "StorageReadOnly"), "FACEATTEND_HOME names it for the demo too"
    assert json.loads(outcome.out)["remedy"]
