"""From the wish for a window to a running one, and what happens when a folder cannot be used."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from faceattend.app.starting import open_window
from faceattend.config.paths import Home
from faceattend.services.station import open_station
from faceattend.ui.single_instance import SingleInstance
from faceattend.ui.start_trouble import StartTrouble, WayOn

pytestmark = [pytest.mark.gui, pytest.mark.models]


def soon(act: Callable[[], object], after_ms: int = 50) -> None:
    QTimer.singleShot(after_ms, act)


def test_the_window_opens_and_closes_by_itself_and_leaves_nothing(tmp_path: Path):
    home = Home(tmp_path / "home")
    assert open_window(home, seconds=0.5) == 0
    assert (home.root / "window.ini").exists()
    instance = SingleInstance(home)
    assert instance.claim(), "the folder is free again"
    instance.release()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_it_in_order(tmp_path: Path, number: signal.Signals):
    soon(lambda: os.kill(os.getpid(), number), 500)
    assert open_window(Home(tmp_path / "home"), seconds=20) == 0


def answer(troubles: list[str], act: Callable[[StartTrouble], object]) -> None:
    """Answer the next dialog that says why it cannot start."""

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, StartTrouble):
            troubles.append(shown.accessibleDescription())
            act(shown)
        else:
            soon(look)

    soon(look)


def test_a_key_that_is_missing_is_told_and_the_user_may_leave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home, troubles = Home(tmp_path / "home"), []
    open_station(home).close()
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "elsewhere"))
    answer(troubles, QDialog.reject)
    assert open_window(home, seconds=5) == 1
    assert "is missing" in troubles[0]
    assert "Put the key back" in troubles[0]


def test_after_another_folder_was_chosen_it_starts_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    bad, good, troubles = Home(tmp_path / "bad"), tmp_path / "good", []
    bad.create()
    bad.database.write_bytes(b"this is no database at all, but it is long enough to be looked at" * 20)
    monkeypatch.setattr(StartTrouble, "on_folder_asked", choose(good))
    answer(troubles, StartTrouble.on_folder_asked)
    assert open_window(bad, seconds=0.3) == 0
    assert Home(good).database.exists()
    assert len(troubles) == 1


def choose(folder: Path) -> Callable[[StartTrouble], None]:
    def on_folder_asked(self: StartTrouble) -> None:
        self.folder = str(folder)
        self._go(WayOn.FOLDER)

    return on_folder_asked


def test_a_settings_file_that_cannot_be_read_is_told_and_tried_again(tmp_path: Path):
    home, troubles = Home(tmp_path / "home"), []
    home.create()
    home.settings.write_text("[recognition]\npack = 3\n", encoding="utf-8")

    def mend(shown: StartTrouble) -> None:
        home.settings.unlink()
        shown.on_again()

    answer(troubles, mend)
    assert open_window(home, seconds=0.3) == 0
    assert "recognition.pack" in troubles[0]


def test_a_database_that_is_locked_for_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home, troubles = Home(tmp_path / "home"), []
    home.create()
    holder = sqlite3.connect(home.database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr("faceattend.storage.schema._PATIENCE", timedelta(seconds=0.2))
    answer(troubles, QDialog.reject)
    try:
        assert open_window(home, seconds=5) == 1
    finally:
        holder.close()
    assert troubles


def test_a_second_process_brings_the_first_to_the_front_and_ends(tmp_path: Path, qtbot: QtBot):
    home = Home(tmp_path / "home")
    instance = SingleInstance(home)
    assert instance.claim()
    command = [sys.executable, "-m", "faceattend", "run", "--home", str(home.root)]
    child = subprocess.Popen(command)
    try:
        with qtbot.waitSignal(instance.called, timeout=20_000):
            pass
        assert child.wait(10) == 0
    finally:
        child.kill()
        child.wait()
        instance.release()
