"""What importing the engine and the window brings along, seen from a fresh interpreter."""

import os
import subprocess
import sys

import pytest

REPORT = """
import os, sys
import faceattend.engine.models, faceattend.engine.portrait, faceattend.engine.recogniser, faceattend.engine.fetch
print("insightface" in sys.modules, "requests" in sys.modules, any(name in os.environ for name in {variables}))
import faceattend.engine.scrfd
print("insightface" in sys.modules, any(name in os.environ for name in {variables}))
"""
WINDOW = """
import sys
import faceattend.app.starting, faceattend.ui.page_list
from faceattend.ui.pages import live
print(*[name for name in {libraries} if name in sys.modules])
"""
COMMANDS = """
import sys
import faceattend.app
print(*[name for name in {libraries} if name in sys.modules])
"""
VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
SLOW = (
    "alembic", "av", "cv2", "faiss", "insightface", "keyring", "onnx", "onnxruntime", "requests", "scipy",
    "skimage", "xlsxwriter",
)  # fmt: skip


def printed(program: str, **values: object) -> list[list[str]]:
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-c", program.format(**values)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [line.split() for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def report() -> list[list[str]]:
    return printed(REPORT, variables=VARIABLES)


def test_what_takes_seconds_to_import_is_left_until_it_is_needed(report: list[list[str]]):
    assert report[0][:2] == ["False", "False"]
    assert report[1][0] == "True"


def test_no_trace_of_opencvs_own_qt_is_left(report: list[list[str]]):
    assert report[0][2] == report[1][1] == "False"


def test_the_window_is_up_before_anything_slow_is_loaded():
    assert printed(WINDOW, libraries=SLOW) == [[]]


def test_commands_do_not_wait_for_the_window():
    assert printed(COMMANDS, libraries=("PySide6", "sqlalchemy")) == [[]]
