"""What importing the engine brings along, seen from a fresh interpreter."""

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
VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


@pytest.fixture(scope="module")
def report() -> list[list[str]]:
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    program = REPORT.format(variables=VARIABLES)
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return [line.split() for line in done.stdout.splitlines()]


def test_what_takes_seconds_to_import_is_left_until_it_is_needed(report: list[list[str]]):
    assert report[0][:2] == ["False", "False"]
    assert report[1][0] == "True"


def test_no_trace_of_opencvs_own_qt_is_left(report: list[list[str]]):
    assert report[0][2] == report[1][1] == "False"
