"""A running window: what it follows, how it closes, and that nothing is lost."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.stations import add_camera, share_graphs, wait_until

from faceattend.app import starting
from faceattend.app.application import Application, build
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.services import demo
from faceattend.services.station import Station
from faceattend.ui.closing import ClosingSheet
from faceattend.ui.messages import MessageSheet
from faceattend.ui.page_list import all_pages
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose

pytestmark = [pytest.mark.gui, pytest.mark.models]

Open = Callable[[Home], Station]
TITLE = "The report out.xlsx is being written."
STEPS = ["cameras, recognition and recorder", "questions", "jobs", "settings", "database"]


@pytest.fixture
def running(tmp_path: Path, open_here: Open) -> Iterator[Application]:
    """A window on an empty home; shut down behind the test."""
    starting.qt_application()
    made = build(open_here(Home(tmp_path / "home")))
    made.begin()
    yield made
    assert made.shutdown()


class Export:
    """An export that waits until it may go on."""

    def __init__(self, running: Application) -> None:
        self.path = running.station.home.root / "out.xlsx"
        self.may_go = threading.Event()
        self.done: list[object] = []
        station = running.station

        def work() -> object:
            assert self.may_go.wait(20)
            return station.reports.export(LOCAL_ADMINISTRATOR, date(2026, 3, 2), date(2026, 3, 3), self.path)

        running.desk.jobs.run(running, work, done=self.done.append, failed=self.done.append, title=TITLE)


def press(running: Application, words: str) -> None:
    """Answer the question what becomes of the work under way."""
    (sheet,) = running.window.findChildren(ClosingSheet)
    (button,) = [button for button in sheet.findChildren(KeyButton) if button.text() == words]
    button.click()


def test_it_shuts_down_in_order_and_times_each_step(
    running: Application, caplog: pytest.LogCaptureFixture, qtbot: QtBot
):
    caplog.set_level(logging.INFO, "faceattend")
    qtbot.waitUntil(lambda: "the window is painted" in caplog.text, timeout=5000)
    assert running.shutdown()
    assert running.shutdown(), "twice is once"
    said = [record.getMessage() for record in caplog.records if record.name == "faceattend.app.application"]
    closed = [line.partition(" closed after ")[0] for line in said if " closed after " in line]
    assert closed == STEPS
    assert all(line.endswith(" ms") for line in said if " closed after " in line)


def test_cameras_that_are_changed_are_followed_while_it_runs(running: Application, film: Path, qtbot: QtBot):
    camera = add_camera(running.station, "Door", f"loop:{film}")
    running.desk.changes.cameras.emit()
    qtbot.waitUntil(lambda: [each.name for each in running.pipeline.cameras] == ["Door"], timeout=3000)
    running.station.cameras.set_enabled(LOCAL_ADMINISTRATOR, camera.name, enabled=False)
    running.desk.changes.cameras.emit()
    qtbot.waitUntil(lambda: running.pipeline.cameras == (), timeout=3000)


def test_closing_during_an_export_asks_and_stays_when_nothing_is_chosen(running: Application, qtbot: QtBot):
    export = Export(running)
    running.desk.jobs.run(running, partial(export.may_go.wait, 20), done=export.done.append, failed=export.done.append)
    running.window.close()
    assert running.window.isVisible()
    (sheet,) = running.window.findChildren(ClosingSheet)
    lines = [words for each in sheet.findChildren(Prose) if (words := each.plain())]
    assert lines[:2] == [TITLE, "A change that was just made is being stored."]
    press(running, "Stay")
    export.may_go.set()
    qtbot.waitUntil(lambda: len(export.done) == 2, timeout=5000)
    assert running.window.isVisible()


def test_an_export_is_finished_behind_the_closed_window_and_nothing_is_lost(
    running: Application, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    quits: list[bool] = []
    monkeypatch.setattr(QApplication, "exit", lambda _: quits.append(bool(export.done)))
    export = Export(running)
    running.window.close()
    press(running, "Finish, then close")
    assert not running.window.isVisible()
    qtbot.wait(300)
    assert not quits, "the export is not done yet"
    export.may_go.set()
    qtbot.waitUntil(lambda: bool(quits), timeout=5000)
    assert quits[0], "quit comes behind the answer"
    assert openpyxl.load_workbook(export.path).sheetnames


def test_a_second_start_brings_a_window_back_that_was_about_to_close(running: Application, qtbot: QtBot):
    export = Export(running)
    running.window.close()
    press(running, "Finish, then close")
    running.call_to_front()
    export.may_go.set()
    qtbot.waitUntil(lambda: bool(export.done), timeout=5000)
    qtbot.wait(300)
    assert running.window.isVisible()


def test_work_that_goes_by_steps_is_cancelled_when_asked(running: Application):
    walked: list[int] = []

    def steps() -> Iterator[int]:
        for number in range(1000):
            time.sleep(0.02)
            yield number

    def close() -> None:
        if len(walked) > 2:
            running.window.close()
            press(running, "Cancel it and close")
        else:
            QTimer.singleShot(20, close)

    running.desk.jobs.follow(running, steps, stepped=walked.append, done=walked.append, failed=walked.append)
    QTimer.singleShot(20, close)
    assert running.run() == 0
    assert len(walked) < 500


def test_pages_are_loaded_one_by_one_before_they_are_opened(
    running: Application, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    loaded: list[str] = []
    monkeypatch.setattr("faceattend.ui.page_list.import_module", loaded.append)
    running.on_ready("cpu")
    qtbot.waitUntil(lambda: not running._loading.isActive(), timeout=10_000)
    pages = [f"faceattend.ui.pages.{entry.rail.key}" for entry in all_pages()]
    assert loaded[-len(pages) :] == pages  # before them, what recognition began when it was really ready
    assert all(find_spec(name) for name in loaded)


def test_what_nobody_caught_is_shown_in_plain_words(running: Application):
    running.show_fault(ZeroDivisionError("odd"))
    (sheet,) = running.window.findChildren(MessageSheet)
    assert "went wrong inside the program" in sheet.accessibleDescription()
    sheet.reject()


def test_the_demo_is_up_at_once_fills_itself_and_says_what_it_is(tmp_path: Path, models_home: Home):
    starting.qt_application()
    home = share_graphs(Home(tmp_path / "demo", demo=True), models_home)
    running = build(demo.open_folder(home), demo=True)
    told: list[object] = []
    running.pipeline.recorded.connect(told.append)
    running.begin()
    try:
        assert running.window.banners.names() == ["demo"]
        wait_until(lambda: running.window.bar.fact("compute").text.startswith("Enrolling the people"), 8)
        wait_until(lambda: len(running.pipeline.cameras) == 2, 20)
        wait_until(lambda: any(each.punch for each in told), 30)
        assert len(running.station.people.list(LOCAL_ADMINISTRATOR)) == 6
    finally:
        assert running.shutdown()
