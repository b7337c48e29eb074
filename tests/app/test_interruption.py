"""Ctrl+C and SIGTERM at every stage: the program ends in order, and asks first where work is under way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.stations import wait_until

from faceattend.app import starting
from faceattend.app.application import Application, build
from faceattend.app.interruption import Interruption
from faceattend.config.paths import Home
from faceattend.services.station import Station, open_station
from faceattend.ui.closing import ClosingSheet
from faceattend.ui.start_trouble import StartTrouble
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.sheet import Sheet

pytestmark = [pytest.mark.gui, pytest.mark.models]

BOTH = pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
SAY_WHEN_OPEN = """
import sys
from PySide6.QtCore import QTimer
from faceattend.app import main
from faceattend.ui.dialogs.first_run import FirstRun
shown = FirstRun.showEvent
def tell(self, event):
    shown(self, event)
    if {over}:
        self.on_keys_asked()
    QTimer.singleShot(0, lambda: print("open", flush=True))
FirstRun.showEvent = tell
main()
"""


class StubbornSheet(Sheet):
    """A dialog that does not let itself be closed."""

    def reject(self) -> None:
        """Stay."""


@pytest.fixture
def running(tmp_path: Path, open_here: Callable[[Home], Station]) -> Iterator[Application]:
    """A window on an empty home that a signal interrupts."""
    starting.qt_application()
    made = build(open_here(Home(tmp_path / "home")))
    with Interruption() as interruption:
        interruption.asked.connect(made.departure.on_interrupted)
        yield made
    assert made.shutdown()


def interrupt(number: signal.Signals) -> None:
    os.kill(os.getpid(), number)


def when(holds: Callable[[], object], act: Callable[[], object]) -> None:
    """Act as soon as something holds."""

    def look() -> None:
        if holds():
            act()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def work(running: Application) -> list[int]:
    """Begin work that goes by many steps; return those that were walked."""
    walked: list[int] = []

    def steps() -> Iterator[int]:
        for number in range(1000):
            time.sleep(0.02)
            yield number

    running.desk.jobs.follow(running, steps, stepped=walked.append, done=lambda _: None, failed=lambda _: None)
    return walked


def question(running: Application) -> ClosingSheet | None:
    return running.window.findChild(ClosingSheet)


@pytest.mark.parametrize("over", [False, True])
@BOTH
def test_it_ends_the_assistant_which_leaves_nothing(tmp_path: Path, number: signal.Signals, *, over: bool):
    home = tmp_path / "home"
    command = [sys.executable, "-c", SAY_WHEN_OPEN.format(over=over), "run", "--home", str(home)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "open\n"
        process.send_signal(number)
        _, told = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 0, told
    assert "Traceback" not in told
    assert not home.exists()


@BOTH
def test_it_ends_the_window_through_a_dialog_that_would_stay(running: Application, number: signal.Signals):
    sheet = StubbornSheet("Enrol person", running.window)
    when(running.window.isVisible, sheet.open)
    when(sheet.isVisible, lambda: interrupt(number))
    assert running.run() == 0
    assert not running.window.isVisible()


def test_ctrl_c_asks_what_becomes_of_work_and_the_second_one_cancels_it(running: Application):
    walked = work(running)
    asked: list[ClosingSheet | None] = []

    def again() -> None:
        asked.append(question(running))
        interrupt(signal.SIGINT)

    when(lambda: len(walked) > 2, lambda: interrupt(signal.SIGINT))
    when(lambda: question(running) is not None, again)
    assert running.run() == 0
    assert asked[0] is not None
    assert len(walked) < 500


def test_sigterm_cancels_work_without_a_question(running: Application):
    walked = work(running)
    when(lambda: len(walked) > 2, lambda: interrupt(signal.SIGTERM))
    assert running.run() == 0
    assert question(running) is None
    assert len(walked) < 500


def test_the_question_lies_over_the_dialog_whose_work_it_is_about(running: Application, qtbot: QtBot):
    running.begin()
    sheet = Sheet("Import people", running.window)
    sheet.open()
    qtbot.waitUntil(sheet.isVisible)
    work(running)
    interrupt(signal.SIGINT)
    qtbot.waitUntil(lambda: question(running) is not None)
    asked = question(running)
    assert asked is not None
    assert asked.parentWidget() is sheet
    (finish,) = [each for each in asked.findChildren(KeyButton) if each.text() == "Finish, then close"]
    finish.click()
    assert not sheet.isVisible()
    assert not running.window.isVisible()


def test_it_ends_what_could_not_even_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home = Home(tmp_path / "home")
    open_station(home).close()
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "elsewhere"))
    when(lambda: isinstance(QApplication.activeModalWidget(), StartTrouble), lambda: interrupt(signal.SIGTERM))
    assert starting.open_window(home) == 1


def test_what_comes_while_the_folder_is_opened_is_heeded_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home, opened = Home(tmp_path / "home"), []

    def slowly(home: Home) -> Station:
        interrupt(signal.SIGTERM)
        time.sleep(0.3)
        opened.append(open_station(home))
        return opened[0]

    open_station(home).close()
    monkeypatch.setattr(starting, "open_station", slowly)
    assert starting.open_window(home, seconds=30) == 0
    assert opened
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]


@pytest.mark.usefixtures("qapp")
def test_afterwards_the_signals_do_what_they_did_before():
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with Interruption() as interruption:
        told: list[bool] = []
        interruption.asked.connect(told.append)
        interrupt(signal.SIGTERM)
        wait_until(lambda: told, 5)
    assert told == [False]
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


@pytest.mark.usefixtures("qapp")
def test_being_woken_once_too_often_is_no_wish_to_end():
    with Interruption() as interruption:
        interruption.on_woken()
        assert not interruption.wanted
