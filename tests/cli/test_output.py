import ast
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import faceattend
from faceattend import __version__
from faceattend.cli import application
from faceattend.cli.hints import hint
from faceattend.config.paths import Home
from faceattend.domain.errors import (
    ContractMismatch,
    FaceAttendError,
    LicenceNotAccepted,
    LooksLikeSomeoneElse,
    ModelError,
    ModelMissing,
    NotFound,
    SchemaTooNew,
)
from faceattend.domain.said import said

PACKAGE = Path(faceattend.__file__).parent

HEAVY = ["cv2", "onnxruntime", "onnx", "faiss", "insightface", "PySide6", "sqlalchemy", "alembic", "av", "keyring"]
COMMANDS = [
    ["demo", "--headless"],
    ["agent"],
    ["report", "--from", "2026-01-01", "--to", "2026-01-31", "--out", "x.csv"],
    ["people", "list"],
    ["people", "enrol", "--number", "1", "--name", "A", __file__],
    ["people", "import", __file__, "--photos", str(Path(__file__).parent)],
    ["cameras", "list"],
    ["cameras", "add", "Door", "0", "--role", "entry"],
    ["cameras", "test", "Door"],
]


def loaded_after(apart_code: str) -> list[str]:
    import subprocess

    code = f"{apart_code}\nimport sys, json\nprint(json.dumps([name for name in {HEAVY} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_starting_up_loads_nothing_heavy():
    assert loaded_after("import faceattend.cli") == []


@pytest.mark.parametrize("arguments", [["--help"], ["agent", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]):
    code = f"import sys\nsys.argv = ['faceattend', *{arguments}]\nfrom faceattend.cli import main"
    assert loaded_after(f"{code}\ntry:\n    main()\nexcept SystemExit as stop:\n    assert not stop.code") == []


def test_help_names_every_command_of_the_issue():
    runner = CliRunner()
    assert {"demo", "agent", "report", "evaluate", "doctor", "people", "cameras", "bench"} <= set(
        runner.invoke(application, ["--help"]).output.replace("│", " ").split()
    )
    assert {"import", "list", "enrol"} <= set(runner.invoke(application, ["people", "--help"]).output.split())
    assert {"add", "list", "test"} <= set(runner.invoke(application, ["cameras", "--help"]).output.split())
    assert runner.invoke(application, ["--version"]).output.strip() == __version__


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["people", "enrol"], ["evaluate", "/no/such/folder"], ["demo", "--x"]]
)
def test_a_command_line_that_is_not_understood_says_so_in_json_too(run: Callable, arguments: list[str]):
    outcome = run(*arguments, "--json")
    assert outcome.code == 2
    assert outcome.json["kind"] == "UsageError"
    assert "Error" in outcome.err
    assert run(*arguments).out == ""


def test_the_data_folder_is_named_before_or_behind_the_command_or_in_the_environment(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before, behind, outside = (tmp_path / name for name in ("before", "behind", "outside"))
    assert run("--home", before, "people", "list").code == 0
    assert run("people", "list", "--home", behind).code == 0
    monkeypatch.setenv("FACEATTEND_HOME", str(outside))
    assert run("people", "list").code == 0
    assert all(Home(each).database.exists() for each in (before, behind, outside))
    both = tmp_path / "both"
    assert run("--home", before, "cameras", "list", "--home", both).code == 0
    assert Home(both).database.exists(), "what stands behind the command is nearer to it"


def test_a_failure_says_what_it_means_and_what_to_do(run: Callable, fresh: Path):
    outcome = run("cameras", "test", "Nowhere", "--home", fresh, "--json")
    assert outcome.code == 1
    assert set(outcome.json) == {"error", "means", "remedy", "kind"}
    assert outcome.json["kind"] == NotFound.__name__
    plain = run("cameras", "test", "Nowhere", "--home", fresh)
    assert plain.out == ""
    assert outcome.json["error"] in plain.err
    assert outcome.json["remedy"] in plain.err


@pytest.mark.parametrize(
    ("error", "typed"),
    [
        (LooksLikeSomeoneElse, "--confirmed-different"),
        (LicenceNotAccepted, "packs fetch"),
        (ModelMissing, "packs fetch"),
        (ModelError, "doctor"),
        (ContractMismatch, "doctor"),
        (SchemaTooNew, "--home"),
    ],
)
def test_what_to_type_about_an_error_is_named_for_what_it_is(error: type[FaceAttendError], typed: str):
    assert typed in hint(error.__new__(error))
    assert hint(NotFound(said("Test", "Nobody has it."))) == ""


def test_what_to_type_stands_behind_what_to_do(run: Callable, tmp_path: Path):
    (tmp_path / "file").write_text("not a folder")
    outcome = run("people", "list", "--json", "--home", tmp_path / "file")
    assert outcome.json["remedy"].endswith("--home names another data folder.")
    assert outcome.json["remedy"] in outcome.err


def test_no_sentence_that_the_window_can_say_names_a_flag_or_a_command():
    places = [path for path in PACKAGE.rglob("*.py") if "cli" not in path.relative_to(PACKAGE).parts]
    found = [(path.name, text) for path in places for text in sentences(path)]
    assert len(places) > 100
    assert [each for each in found if re.search(r"--[a-z]|faceattend [a-z]", each[1])] == []


def sentences(path: Path) -> list[str]:
    """The literals that are said to people: the arguments of said(...), tr(...) and translate(...)."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    names = {call: getattr(call.func, "attr", getattr(call.func, "id", "")) for call in calls}
    spoken = [call for call, name in names.items() if name in {"said", "tr", "translate"}]
    arguments = [argument for call in spoken for argument in call.args]
    return [each.value for each in arguments if isinstance(each, ast.Constant) and isinstance(each.value, str)]


@pytest.mark.parametrize("command", COMMANDS[1:], ids=lambda command: " ".join(command[:2]))  # the demo has its own
def test_without_a_place_for_the_key_a_real_home_refuses_and_says_how(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
):
    monkeypatch.delenv("FACEATTEND_KEY_FILE")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    outcome = run(*command, "--json", "--home", tmp_path / "home")
    assert (outcome.code, outcome.json["kind"]) == (1, "KeyUnavailable")
    assert "FACEATTEND_KEY_FILE" in outcome.json["remedy"]
    assert not Home(tmp_path / "home").database.exists()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_a_home_that_is_a_file_or_has_wrong_settings_is_refused_by_every_command(
    run: Callable, tmp_path: Path, command: list[str]
):
    file = tmp_path / "file"
    file.write_text("not a folder")
    outcome = run(*command, "--json", "--home", file)
    assert (outcome.code, outcome.json["kind"]) == (1, "StorageReadOnly")
    assert file.read_text() == "not a folder"
    home = Home(tmp_path / "home")
    home.create()
    home.settings.write_text("[recognition]\npakc = 'x'\n")
    outcome = run(*command, "--json", "--home", home.root)
    assert (outcome.code, outcome.json["kind"]) == (1, "SettingsError")
    assert "pakc" in outcome.json["error"]


def test_a_name_that_the_terminal_cannot_show_ends_no_command(run: Callable, apart: Callable, fresh: Path):
    name = "Tür 李 •"
    assert run("cameras", "add", name, "0", "--role", "both", "--home", fresh, "--json").json["name"] == name
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    plain = apart("cameras", "list", "--home", fresh, environment=ascii_only)
    assert (plain.code, plain.err) == (0, "")
    assert plain.out.startswith("T?r ? ?")
    listed = run("cameras", "list", "--home", fresh, "--json")
    assert listed.out.isascii()
    assert listed.json["cameras"][0]["name"] == name


def test_ctrl_c_is_told_in_json_too(run: Callable, fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("faceattend.services.evaluation.evaluate", interrupted)
    outcome = run("evaluate", tmp_path, "--home", fresh, "--json")
    assert outcome.code == 130
    assert outcome.json["kind"] == "Interrupted"
    assert "Traceback" not in outcome.said
