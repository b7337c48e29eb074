import os
import subprocess
import sys
from pathlib import Path

import pytest

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")

CLICKED = """
import sys
from faceattend import app
from faceattend.config.paths import Home
def opened(self, home, **given):
    if "interrupted" in str(home.root):
        raise KeyboardInterrupt
    print(home.root, home.demo, given, sorted({"typer", "rich", "pydantic", "PySide6"} & set(sys.modules)))
    return 3
app.DesktopWindows.open = opened
sys.argv = ["faceattend", *ARGUMENTS]
app.main()
"""


IMPORTED = """
import gc
from faceattend import app
from faceattend.app import starting
starting.open_window = lambda *_, **__: 0
app.DesktopWindows().open(None)
print(gc.isenabled())
"""


def started(*arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Start the program with a window that only says what it was asked for."""
    wanted = {"QT_QPA_PLATFORM": "offscreen", **surroundings}
    code = CLICKED.replace("ARGUMENTS", repr(list(arguments)))
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **wanted},
    )


def test_a_click_opens_the_window_without_what_reads_command_lines(tmp_path: Path):
    done = started(FACEATTEND_HOME=str(tmp_path / "mine"))
    assert done.stdout.strip() == f"{tmp_path / 'mine'} False {{}} []"
    assert done.returncode == 3


def test_a_click_and_the_command_open_the_same(tmp_path: Path):
    (tmp_path / "demo.key").write_bytes(b"key")
    clicked, typed = started(FACEATTEND_HOME=str(tmp_path)), started("--home", str(tmp_path), "run")
    assert clicked.stdout.split()[:3] == typed.stdout.split()[:3] == [str(tmp_path), "True", "{}"]
    assert clicked.returncode == typed.returncode == 3


@linux_only
def test_a_chosen_folder_that_cannot_be_read_is_told_in_words(tmp_path: Path):
    (tmp_path / "faceattend" / "data-folder").mkdir(parents=True)  # where the note should be
    done = started(XDG_CONFIG_HOME=str(tmp_path), FACEATTEND_HOME="")
    assert done.returncode == 1, done.stdout
    assert "cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


@linux_only
def test_without_a_display_it_says_what_to_do_instead():
    done = started(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert "faceattend agent" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["run"]])
def test_ctrl_c_before_the_window_is_there_ends_it_without_a_word(tmp_path: Path, arguments: list[str]):
    done = started(*arguments, FACEATTEND_HOME=str(tmp_path / "interrupted"))
    assert done.returncode == 130
    assert "Traceback" not in done.stderr


def test_no_thread_but_the_window_s_collects_garbage():
    done = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False"]


def test_errors_and_folders_are_known_without_numpy():
    """What is imported before the rest is loaded ahead keeps it waiting: 0.1 s."""
    code = "import sys; from faceattend import app; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False"]
