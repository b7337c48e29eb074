"""The first start: the assistant before the window, and what is left behind when it is closed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.stations import add_camera

from faceattend.app import starting
from faceattend.app.first_start import SetUp, set_up
from faceattend.app.interruption import Interruption
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.errors import KeyUnavailable, StorageBusy
from faceattend.services import setup
from faceattend.services.station import Station, open_station
from faceattend.ui.dialogs.first_run import FirstRun
from faceattend.ui.main_window import MainWindow
from faceattend.ui.single_instance import SingleInstance
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.workers.run_lock import lock_home

pytestmark = [pytest.mark.gui, pytest.mark.models]

Act = Callable[[FirstRun], object]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def with_assistant(act: Act) -> list[FirstRun]:
    """Act on the next assistant that is shown."""
    met: list[FirstRun] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, FirstRun):
            met.append(shown)
            act(shown)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return met


def press(assistant: FirstRun, name: str) -> None:
    button = assistant.findChild(KeyButton, name)
    assert isinstance(button, KeyButton)
    button.click()


def alone(assistant: FirstRun) -> None:
    press(assistant, "alone")


def begun(home: Home, open_home: Callable[[Home], Station] = open_station) -> SetUp:
    """Start with a folder, as the program does."""
    starting.qt_application()
    instance = SingleInstance(home)
    assert instance.claim()
    return set_up(home, instance, open_home, Interruption())


def ended(done: SetUp) -> None:
    if done.station is not None:
        done.station.close()
    done.instance.release()


def test_who_wants_no_assistant_is_not_asked_again(home: Home):
    met = with_assistant(alone)
    done = begun(home)
    assert met
    assert done.station is not None
    ended(done)
    ended(begun(home))  # an assistant would never come back from here


def test_a_folder_with_cameras_opens_without_a_question(home: Home):
    station = open_station(home)
    add_camera(station, "Door", "rtsp://192.0.2.1/")
    station.close()
    done = begun(home)
    assert done.station is not None
    ended(done)


def test_closed_at_once_it_leaves_no_folder_and_no_claim(home: Home):
    with_assistant(FirstRun.close)
    done = begun(home)
    assert done.station is None
    assert not home.root.exists()
    again = SingleInstance(home)
    assert again.claim()
    again.release()


def test_closed_later_it_goes_on_there(home: Home):
    def make_and_close(assistant: FirstRun) -> None:
        press(assistant, "forward")
        if assistant.station is None:
            QTimer.singleShot(50, lambda: make_and_close(assistant))
        else:
            assistant.close()

    with_assistant(make_and_close)
    assert begun(home).station is None
    assert setup.progress(LOCAL_ADMINISTRATOR, home).answered == {setup.Step.DATA}
    met = with_assistant(alone)
    done = begun(home)
    assert met
    assert met[0].station is done.station
    ended(done)


class TestAnotherFolder:
    @pytest.fixture(autouse=True)
    def nothing_named(self, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The folder is the usual one, and no other was chosen before."""
        monkeypatch.setattr("faceattend.services.new_home.default_home", lambda: home.root)
        monkeypatch.setattr("faceattend.config.home_place.user_config_dir", lambda *_, **__: str(tmp_path / "config"))
        assert "FACEATTEND_HOME" not in os.environ

    @staticmethod
    def pick(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    def test_its_claim_is_taken_and_the_first_folder_is_let_go(
        self, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        def change(assistant: FirstRun) -> None:
            press(assistant, "change")
            left.append(home.root.exists())
            alone(assistant)

        left: list[bool] = []
        self.pick(monkeypatch, tmp_path / "mine")
        with_assistant(change)
        done = begun(home)
        assert left == [False]
        assert done.station is not None
        assert done.station.home.root == tmp_path / "mine"
        with pytest.raises(StorageBusy):
            lock_home(done.station.home)
        ended(done)

    def test_one_that_is_run_already_is_not_taken(self, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        other = SingleInstance(Home(tmp_path / "mine"))
        assert other.claim()
        Home(tmp_path / "mine").database.touch()
        self.pick(monkeypatch, tmp_path / "mine")

        def change(assistant: FirstRun) -> None:
            press(assistant, "change")
            homes.append(assistant.home)
            assistant.close()

        homes: list[Home] = []
        with_assistant(change)
        assert begun(home).station is None
        assert homes == [home]
        other.release()


def test_a_folder_that_cannot_be_opened_is_let_go_and_told(home: Home):
    def refuse(_: Home) -> Station:
        raise KeyUnavailable("no key")

    with_assistant(alone)
    with pytest.raises(KeyUnavailable):
        begun(home, refuse)
    assert not home.root.exists()


def test_the_window_follows_the_assistant(home: Home):
    def close_window() -> None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()]
        if windows:
            QApplication.quit()
        else:
            QTimer.singleShot(50, close_window)

    met = with_assistant(alone)
    QTimer.singleShot(50, close_window)
    assert starting.open_window(home) == 0
    assert met
    assert home.database.exists()


def test_closing_the_assistant_ends_the_program(home: Home):
    with_assistant(FirstRun.close)
    assert starting.open_window(home) == 0
    assert not home.root.exists()
