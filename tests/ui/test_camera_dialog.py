"""The camera dialog over a real station: what is filled in reaches the database, and no password the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.stations import add_camera, share_graphs, wait_until
from tests.ui.desks import desk_over

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.cameras import CameraRole
from faceattend.domain.errors import StorageFull
from faceattend.services.camera_source import Way
from faceattend.services.cameras import CameraService, PluggedIn
from faceattend.services.setup import place_site
from faceattend.services.station import Station
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.camera import CameraDialog
from faceattend.ui.theme import Theme

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

ADMIN = LOCAL_ADMINISTRATOR
GATE = "rtsp://porter:hush%231@10.0.0.7/1"


@pytest.fixture
def desk(tmp_path: Path, models_home: Home, open_here: Callable[[Home], Station]) -> Iterator[Desk]:
    station = open_here(share_graphs(Home(tmp_path / "home"), models_home))
    add_camera(station, "Gate", GATE)
    with desk_over(station) as made:
        yield made


@pytest.fixture
def open_dialog(desk: Desk, theme: Theme, qtbot: QtBot) -> Callable[..., CameraDialog]:
    assert theme

    def make(name: str | None = None, device: PluggedIn | None = None) -> CameraDialog:
        others = desk.station.cameras.list(ADMIN)
        camera = None if name is None else desk.station.cameras.get(ADMIN, name)
        dialog = CameraDialog(desk, others, camera, device)
        qtbot.addWidget(dialog)
        dialog.open()
        settle(desk)
        return dialog

    return make


def settle(desk: Desk) -> None:
    for _ in range(2):
        wait_until(lambda: not desk.questions.busy and not desk.jobs.busy, 20)
        QApplication.processEvents()


def on_screen(dialog: CameraDialog) -> str:
    shown = [each.text() for each in dialog.findChildren(QLabel)]
    visible = QLineEdit.EchoMode.Normal
    return " ".join([*shown, *(each.text() for each in dialog.findChildren(QLineEdit) if each.echoMode() == visible)])


def fill_in_video(dialog: CameraDialog, video: Path, name: str = "Yard") -> None:
    form = dialog.form
    form.name.setText(name)
    form.way.choose(Way.FILE)
    form.way.chosen.emit(Way.FILE)
    form.file.setText(str(video))
    form.repeats.setChecked(True)


@pytest.mark.models
def test_a_camera_is_filled_in_tested_and_saved(
    open_dialog: Callable[..., CameraDialog], desk: Desk, videos: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("faceattend.ui.trial_run.SECONDS", 0.8)
    dialog = open_dialog()
    form = dialog.form
    assert not form.test.isEnabled()
    assert not dialog.save.isEnabled()
    fill_in_video(dialog, videos / "door.mp4")
    form.counts.choose(CameraRole.EXIT)
    form.site.setEditText("Annex")
    form.zone.setEditText("Asia/Tokyo")
    form.fps.setValue(5)
    form.smallest.setValue(80)
    assert "Not tested" in on_screen(dialog)
    form.test.click()
    assert form.progress.isVisible()
    settle(desk)
    assert "320" in form.state.plain()
    assert form.picture.view.frame is not None
    assert "Not tested" not in on_screen(dialog)
    with qtbot.waitSignals([dialog.stored, desk.changes.cameras, dialog.accepted]):
        dialog.save.click()
    camera = desk.station.cameras.get(ADMIN, "Yard")
    assert camera.source == f"loop:{videos / 'door.mp4'}"
    assert (camera.role, camera.fps, camera.min_face_px) == (CameraRole.EXIT, 5.0, 80)
    assert (camera.site.name, camera.site.zone) == ("Annex", "Asia/Tokyo")


def test_a_video_that_is_to_begin_again_need_not_be_tested_again(
    open_dialog: Callable[..., CameraDialog], desk: Desk, videos: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("faceattend.ui.trial_run.SECONDS", 0.8)
    dialog = open_dialog()
    fill_in_video(dialog, videos / "door.mp4")
    dialog.form.repeats.setChecked(False)
    dialog.form.test.click()
    settle(desk)
    dialog.form.repeats.setChecked(True)
    assert "Not tested" not in on_screen(dialog)
    dialog.form.file.setText(str(videos / "another.mp4"))
    assert "Not tested" in on_screen(dialog)


def test_saving_untested_takes_a_word_and_not_giving_it_stores_nothing(
    open_dialog: Callable[..., CameraDialog], desk: Desk, videos: Path, monkeypatch: pytest.MonkeyPatch
):
    answers, asked = iter([False, True]), []

    def ask(_parent: object, title: str, _text: str, **_words: object) -> bool:
        asked.append(title)
        return next(answers)

    monkeypatch.setattr("faceattend.ui.dialogs.camera.ask", ask)
    dialog = open_dialog()
    fill_in_video(dialog, videos / "door.mp4")
    dialog.save.click()
    settle(desk)
    assert len(desk.station.cameras.list(ADMIN)) == 1
    dialog.save.click()
    settle(desk)
    assert len(desk.station.cameras.list(ADMIN)) == 2
    assert asked == ["Save Yard without a test?"] * 2


def test_editing_shows_no_password_and_keeps_the_one_there_is(open_dialog: Callable[..., CameraDialog], desk: Desk):
    dialog = open_dialog("Gate")
    form = dialog.form
    assert (form.address.text(), form.user.text(), form.password.text()) == ("rtsp://10.0.0.7/1", "porter", "")
    assert form.password.placeholderText()
    assert "hush" not in on_screen(dialog)
    form.name.setText("South gate")
    dialog.save.click()
    settle(desk)
    changed = desk.station.cameras.get(ADMIN, "South gate")
    assert changed.source == GATE


def test_a_new_password_replaces_the_old_one_and_counts_as_untested(
    open_dialog: Callable[..., CameraDialog], desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    asked: list[object] = []
    monkeypatch.setattr("faceattend.ui.dialogs.camera.ask", lambda *a, **_k: asked.append(a) or True)
    dialog = open_dialog("Gate")
    dialog.form.password.setText("new")
    dialog.save.click()
    settle(desk)
    assert asked
    assert desk.station.cameras.get(ADMIN, "Gate").source == "rtsp://porter:new@10.0.0.7/1"


def test_a_taken_name_is_said_at_its_field_while_typing(
    open_dialog: Callable[..., CameraDialog], desk: Desk, qtbot: QtBot
):
    dialog = open_dialog()
    qtbot.keyClicks(dialog.form.name, "gate")
    assert "Another camera has this name" in dialog.form.name_error.text()
    assert dialog.form.name.property("error") == "true"
    assert not dialog.save.isEnabled()
    qtbot.keyClicks(dialog.form.name, "way")
    assert not dialog.form.name_error.text()
    settle(desk)


def test_a_name_taken_meanwhile_is_said_at_its_field_too(
    open_dialog: Callable[..., CameraDialog], desk: Desk, videos: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("faceattend.ui.dialogs.camera.ask", lambda *_a, **_k: True)
    dialog = open_dialog()
    fill_in_video(dialog, videos / "door.mp4")
    add_camera(desk.station, "Yard", "0")
    dialog.save.click()
    settle(desk)
    assert "Yard" in dialog.form.name_error.text()
    assert dialog.isVisible()
    assert dialog.save.isEnabled()


def test_a_full_disk_is_said_in_the_dialog_and_nothing_filled_in_is_lost(
    open_dialog: Callable[..., CameraDialog], desk: Desk, videos: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_arguments: object) -> None:
        raise StorageFull("The disk is full.", remedy="Free some space.")

    monkeypatch.setattr("faceattend.ui.dialogs.camera.ask", lambda *_a, **_k: True)
    monkeypatch.setattr(CameraService, "add", full)
    dialog = open_dialog()
    fill_in_video(dialog, videos / "door.mp4")
    dialog.save.click()
    settle(desk)
    assert "The disk is full." in dialog.form.trouble.text()
    assert dialog.form.name.text() == "Yard"
    assert dialog.save.isEnabled()


def test_an_address_that_is_none_is_said_and_cannot_be_tested(open_dialog: Callable[..., CameraDialog]):
    dialog = open_dialog("Gate")
    dialog.form.address.setText("10.0.0.7/1")
    dialog.form.address.textEdited.emit("10.0.0.7/1")
    assert not dialog.form.test.isEnabled()
    assert "rtsp://" in on_screen(dialog)


def test_a_site_there_is_keeps_its_time_zone_and_a_new_one_is_asked_for_it(open_dialog: Callable[..., CameraDialog]):
    dialog = open_dialog("Gate")
    form = dialog.form
    assert not form.zone.isEnabled()
    form.site.setEditText("Elsewhere")
    assert form.zone.isEnabled()
    assert "new site" in form.zone_hint.text()
    form.site.setEditText("Main")
    assert not form.zone.isEnabled()


def test_a_time_zone_is_found_by_any_part_of_its_name(open_dialog: Callable[..., CameraDialog]):
    dialog = open_dialog()
    dialog.form.site.setEditText("Elsewhere")
    proposed = dialog.form.zone.completer()
    proposed.setCompletionPrefix("tokyo")
    assert proposed.currentCompletion() == "Asia/Tokyo"


def test_a_new_camera_stands_at_the_site_that_was_named_at_the_first_start(
    open_dialog: Callable[..., CameraDialog], desk: Desk
):
    place_site(ADMIN, desk.station, "Head office", "Asia/Tokyo")
    dialog = open_dialog()
    assert dialog.form.site.currentText() == "Head office"
    assert dialog.form.zone.currentText() == "Asia/Tokyo"


def test_a_zone_that_does_not_exist_is_refused_in_words(
    open_dialog: Callable[..., CameraDialog], desk: Desk, videos: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("faceattend.ui.dialogs.camera.ask", lambda *_a, **_k: True)
    dialog = open_dialog()
    fill_in_video(dialog, videos / "door.mp4")
    dialog.form.site.setEditText("Elsewhere")
    dialog.form.zone.setEditText("Mars/Olympus")
    dialog.save.click()
    settle(desk)
    assert "Mars/Olympus" in dialog.form.trouble.text()
    assert len(desk.station.cameras.list(ADMIN)) == 1


def test_a_plugged_in_camera_is_filled_in_and_one_that_was_pulled_out_is_still_named(
    open_dialog: Callable[..., CameraDialog], desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    found = [PluggedIn("device:0", "Webcam"), PluggedIn("device:2", "Other")]
    monkeypatch.setattr(CameraService, "devices", lambda *_a: found)
    dialog = open_dialog(device=found[1])
    assert dialog.form.name.text() == "Other"
    assert dialog.form.device.currentData() == "2"
    assert dialog.save.isEnabled()
    add_camera(desk.station, "Desk", "5")
    edited = open_dialog("Desk")
    assert edited.form.device.currentData() == "5"
    assert "not plugged in" in edited.form.device.currentText()


@pytest.mark.models
def test_esc_during_a_test_closes_and_lets_the_camera_go(
    open_dialog: Callable[..., CameraDialog], desk: Desk, videos: Path, qtbot: QtBot
):
    dialog = open_dialog()
    fill_in_video(dialog, videos / "door.mp4")
    dialog.form.test.click()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert wait_until(lambda: not desk.jobs.busy, 8) < 6
    assert len(desk.station.cameras.list(ADMIN)) == 1


@pytest.mark.models
def test_a_test_can_be_stopped_and_leaves_it_untested(
    open_dialog: Callable[..., CameraDialog], desk: Desk, videos: Path
):
    dialog = open_dialog()
    fill_in_video(dialog, videos / "door.mp4")
    dialog.form.test.click()
    dialog.form.progress.button.click()
    settle(desk)
    assert not dialog.form.progress.isVisible()
    assert dialog.form.test.isEnabled()
    assert "Not tested" in on_screen(dialog)
