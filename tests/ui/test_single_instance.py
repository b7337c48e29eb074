import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from faceattend.config.paths import Home
from faceattend.domain.errors import StorageBusy, StorageReadOnly
from faceattend.ui import single_instance
from faceattend.ui.single_instance import SingleInstance
from faceattend.workers.run_lock import lock_home

pytestmark = pytest.mark.gui


def test_a_second_start_calls_the_first_window(qtbot: QtBot, tmp_path: Path):
    home = Home(tmp_path / "home")
    first, second, third = SingleInstance(home), SingleInstance(home), SingleInstance(home)
    assert first.claim()
    with qtbot.waitSignal(first.called, timeout=2000):
        assert not second.claim()
    first.release()
    assert third.claim(), "a folder that was given free can be taken"
    third.release()
    third.release()


def test_other_folders_have_other_windows(tmp_path: Path):
    one, other = SingleInstance(Home(tmp_path / "one")), SingleInstance(Home(tmp_path / "other"))
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_a_folder_run_without_a_window_is_told_from_one_with_a_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(single_instance, "_PATIENCE_S", 0.0)
    home = Home(tmp_path)
    lock = lock_home(home)
    try:
        with pytest.raises(StorageBusy, match="without a window") as error:
            SingleInstance(home).claim()
        assert "as a service of this computer" in error.value.remedy
    finally:
        lock.unlock()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path):
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    with pytest.raises(StorageReadOnly):
        SingleInstance(Home(tmp_path / "in the way")).claim()
