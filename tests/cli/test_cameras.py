from collections.abc import Callable
from pathlib import Path

import pytest
from tests.servers import LoginServer

PASSWORD = "Geheim#1"


def test_adding_listing_and_testing_a_video(run: Callable, fresh: Path, videos: Path):
    added = run(
        *("cameras", "add", "Door", f"loop:{videos / 'door.mp4'}", "--role", "entry", "--site", "North", "--fps", "5"),
        *("--home", fresh, "--json"),
    )
    assert added.code == 0
    assert set(added.json) == {"name", "site", "zone", "role", "source", "fps", "min_face_px", "enabled"}
    assert (added.json["site"], added.json["fps"], added.json["role"]) == ("North", 5.0, "entry")
    listed = run("cameras", "list", "--home", fresh, "--json")
    assert listed.json["cameras"] == [added.json]
    assert "Door" in run("cameras", "list", "--home", fresh).out
    tested = run("cameras", "test", "Door", "--seconds", "0.5", "--home", fresh, "--json")
    assert tested.code == 0
    assert tested.json["ok"] is True
    assert tested.json["frames"] > 3
    assert (tested.json["width"], tested.json["height"], tested.json["error"]) == (320, 180, None)


def test_an_empty_home_says_how_to_add_a_camera(run: Callable, fresh: Path):
    assert "cameras add" in run("cameras", "list", "--home", fresh).out
    outcome = run("agent", "--home", fresh, "--json")
    assert (outcome.code, outcome.json["kind"]) == (1, "BadInput")
    assert "cameras add" in outcome.json["remedy"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Door", "nosuchkind:1", "--role", "entry"], "nosuchkind"),
        (["Door", "0", "--role", "entry", "--fps", "0.01"], "frame rate"),
        (["Door", "0", "--role", "entry", "--min-face", "2"], "smallest face"),
        ([" ", "0", "--role", "entry"], "name of a camera"),
        (["Taken", "0", "--role", "both"], "Taken"),
    ],
)
def test_a_camera_that_cannot_be_is_refused_and_none_is_added(
    run: Callable, fresh: Path, arguments: list[str], words: str
):
    assert run("cameras", "add", "Taken", "0", "--role", "entry", "--home", fresh).code == 0
    outcome = run("cameras", "add", *arguments, "--home", fresh, "--json")
    assert outcome.code == 1
    assert words in outcome.json["error"]
    assert [each["name"] for each in run("cameras", "list", "--home", fresh, "--json").json["cameras"]] == ["Taken"]


def test_an_unreadable_and_a_missing_video_are_told_in_plain_words(run: Callable, fresh: Path, tmp_path: Path):
    spoilt = tmp_path / "spoilt.mp4"
    spoilt.write_bytes(b"no video at all" * 100)
    for name, path in (("Spoilt", spoilt), ("Missing", tmp_path / "missing.mp4")):
        run("cameras", "add", name, path, "--role", "entry", "--home", fresh)
        outcome = run("cameras", "test", name, "--home", fresh, "--json")
        assert outcome.code == 1
        assert (outcome.json["ok"], outcome.json["frames"]) == (False, 0)
        assert path.name in outcome.json["error"]
        assert "Traceback" not in outcome.said


@pytest.mark.rtsp
def test_a_refused_login_is_told_and_no_command_shows_the_password(
    run: Callable, fresh: Path, login_server: LoginServer
):
    source = f"rtsp://door:{PASSWORD}@127.0.0.1:{login_server.port}/live?token={PASSWORD}"
    outcomes = []
    for more in ([], ["--json"]):
        outcomes += [
            run("cameras", "add", f"Gate{len(outcomes)}", source, "--role", "exit", "--home", fresh, *more),
            run("cameras", "list", "--home", fresh, *more),
            run("cameras", "test", "Gate0", "--home", fresh, *more),
        ]
    assert [each.code for each in outcomes[:3]] == [0, 0, 1]
    assert "login" in outcomes[5].json["error"].lower() or "password" in outcomes[5].json["error"].lower()
    assert not [each for each in outcomes if PASSWORD in each.said or "Geheim" in each.said]
    logs = "".join(path.read_text(encoding="utf-8") for path in (fresh / "logs").rglob("*") if path.is_file())
    assert "Geheim" not in logs


def test_only_what_is_given_is_changed(run: Callable, fresh: Path):
    source = f"rtsp://door:{PASSWORD}@camera.lan/1"
    added = run("cameras", "add", "Door", source, "--role", "entry", "--fps", "5", "--home", fresh, "--json")
    edited = run("cameras", "edit", "Door", "--name", "Gate", "--role", "exit", "--home", fresh, "--json")
    assert edited.code == 0
    assert edited.json == added.json | {"name": "Gate", "role": "exit"}
    assert "Geheim" not in edited.said
    for wrong, words in (
        (["--fps", "99"], "frame rate"),
        (["--zone", "Asia/Tokyo"], "Asia/Tokyo"),
        (["--name", " "], "name"),
    ):
        refused = run("cameras", "edit", "Gate", *wrong, "--home", fresh, "--json")
        assert (refused.code, words in refused.json["error"]) == (1, True)
    assert run("cameras", "list", "--home", fresh, "--json").json["cameras"] == [edited.json]


def test_a_removed_camera_is_gone_and_cannot_be_removed_twice(run: Callable, fresh: Path):
    run("cameras", "add", "Door", "0", "--role", "entry", "--home", fresh)
    assert "What it saw stays" in run("cameras", "remove", "Door", "--home", fresh).out
    assert run("cameras", "list", "--home", fresh, "--json").json["cameras"] == []
    assert run("cameras", "remove", "Door", "--home", fresh, "--json").json["kind"] == "NotFound"
