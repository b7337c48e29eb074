"""The settings page over a real station: from the widgets to the database and the settings file."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from tests.facts import a_sighting
from tests.stations import add_camera, share_graphs, wait_until
from tests.ui.desks import desk_over

from faceattend.config import settings
from faceattend.config.paths import Home
from faceattend.config.settings import load
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION
from faceattend.domain.camera_sight import Needs, SeenFace, findings
from faceattend.domain.cameras import Camera, CameraState
from faceattend.domain.errors import ModelMissing, SettingsError, StorageBusy
from faceattend.domain.vision import Box, Frame, Overlay, Quality, TrackedFace
from faceattend.services.camera_trial import CameraTrial
from faceattend.services.cameras import CameraService, PluggedIn
from faceattend.services.station import Station
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.camera import CameraDialog
from faceattend.ui.pages.settings import SettingsPage
from faceattend.ui.pages.settings_about import AboutSection
from faceattend.ui.pages.settings_cameras import CamerasSection
from faceattend.ui.pages.settings_recognition import RecognitionSection
from faceattend.ui.theme import Scheme, Theme

pytestmark = pytest.mark.gui

ADMIN = LOCAL_ADMINISTRATOR


@pytest.fixture
def home(tmp_path: Path, models_home: Home) -> Home:
    return share_graphs(Home(tmp_path / "home"), models_home)


@pytest.fixture
def station(home: Home, open_here: Callable[[Home], Station], videos: Path) -> Station:
    opened = open_here(home)
    add_camera(opened, "Door", f"loop:{videos / 'door.mp4'}")
    add_camera(opened, "Gate", "rtsp://user:hush@127.0.0.1:1/x")
    return opened


@pytest.fixture
def desk(station: Station) -> Iterator[Desk]:
    with desk_over(station) as made:
        yield made


@pytest.fixture
def page(desk: Desk, theme: Theme, qtbot: QtBot) -> Iterator[SettingsPage]:
    assert theme
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 860)
    made.show()
    made.activateWindow()
    made.entered()
    settle(desk)
    yield made
    made.left()
    settle(desk)


def settle(desk: Desk) -> None:
    for _ in range(2):
        wait_until(lambda: not desk.questions.busy and not desk.jobs.busy, 20)
        QApplication.processEvents()


def cameras(page: SettingsPage) -> CamerasSection:
    section = page.open("cameras")
    assert isinstance(section, CamerasSection)
    return section


def choose(section: CamerasSection, name: str) -> Camera:
    model = section.table.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == name)
    section.table.setFocus()
    section.table.setCurrentIndex(model.index(row, 0))
    assert section.pane.camera is not None
    assert section.pane.camera.name == name
    return section.pane.camera


def words(widget: object) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def a_trial(name: str, **changes: object) -> CameraTrial:
    quality = Quality(54.0, 30.0, 0.0, 0.0, 0.0, 120.0, 0.5, ())
    face = SeenFace(Box(4, 4, 9, 9), quality)
    needs = Needs((48, 60), (30, 45), (235, 220), (4, 12), (65, 40), (35, 25), (2, 8))
    fields = {
        "name": name, "frames": 60, "first_frame_ms": 300.0, "width": 1280, "height": 720, "fps": 12.0, "error": None,
        "face": face, "findings": findings(face, 12.0, needs),
    }  # fmt: skip
    return CameraTrial(**fields | changes)


class TestCameras:
    def test_all_are_listed_and_no_password_is_shown(self, page: SettingsPage):
        section = cameras(page)
        model = section.table.model()
        assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Door", "Gate"]
        choose(section, "Gate")
        assert "hush" not in words(page)
        assert "2 of 2 in use" in words(section)

    def test_without_a_camera_the_first_one_is_asked_for(
        self, page: SettingsPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("faceattend.ui.pages.settings_camera_changes.ask", lambda *_a, **_k: True)
        section = cameras(page)
        for name in ("Door", "Gate"):
            choose(section, name)
            qtbot.keyClick(section.table, Qt.Key.Key_Delete)
            settle(desk)
        assert desk.station.cameras.list(ADMIN) == []
        assert "No camera yet" in words(section)
        assert not section.pane.isVisible()

    def test_space_takes_one_out_of_use_and_undo_takes_it_back(self, page: SettingsPage, desk: Desk, qtbot: QtBot):
        section = cameras(page)
        choose(section, "Gate")
        with qtbot.waitSignal(desk.notices.said) as said:
            qtbot.keyClick(section.table, Qt.Key.Key_Space)
        settle(desk)
        assert not desk.station.cameras.get(ADMIN, "Gate").enabled
        assert "1 of 2 in use" in words(section)
        assert "Gate is not in use" in said.args[0]
        said.args[1]()
        settle(desk)
        assert desk.station.cameras.get(ADMIN, "Gate").enabled

    def test_removing_asks_says_what_stays_and_can_be_left(
        self, page: SettingsPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ):
        section = cameras(page)
        camera = choose(section, "Gate")
        desk.station.attendance.record(STATION, a_sighting(camera_id=camera.id, person_id=None))
        asked: list[str] = []

        def ask(_parent: object, title: str, text: str, **_answers: object) -> bool:
            asked.append(f"{title} {text}")
            return len(asked) == 2

        monkeypatch.setattr("faceattend.ui.pages.settings_camera_changes.ask", ask)
        qtbot.keyClick(section.table, Qt.Key.Key_Delete)
        settle(desk)
        assert len(desk.station.cameras.list(ADMIN)) == 2
        qtbot.keyClick(section.table, Qt.Key.Key_Delete)
        settle(desk)
        assert [each.name for each in desk.station.cameras.list(ADMIN)] == ["Door"]
        assert "Remove Gate?" in asked[0]
        assert "stay" in asked[0]
        assert section.pane.camera is not None
        assert section.pane.camera.name == "Door"

    def test_a_single_camera_leaves_the_words_below_their_place(self, page: SettingsPage, desk: Desk):
        section = cameras(page)
        gate = desk.station.cameras.get(ADMIN, "Gate")
        desk.station.cameras.remove(ADMIN, gate.id)
        desk.changes.cameras.emit()
        settle(desk)
        table, below = section.table, section.findChild(QWidget, "below")
        assert below.isVisible()
        assert table.height() == table.maximumHeight()
        assert table.geometry().bottom() < below.geometry().top()

    def test_what_somebody_else_changes_is_followed_and_the_choice_kept(self, page: SettingsPage, desk: Desk):
        section = cameras(page)
        choose(section, "Gate")
        add_camera(desk.station, "Annex", "0")
        desk.changes.cameras.emit()
        settle(desk)
        assert section.pane.camera is not None
        assert section.pane.camera.name == "Gate"
        assert section.table.model().rowCount() == 3

    def test_a_running_camera_shows_its_newest_frame_with_the_faces_measured(self, page: SettingsPage, desk: Desk):
        section = cameras(page)
        camera = choose(section, "Gate")
        hub = desk.pipeline.hub
        frame = Frame(camera.id, 1, datetime.now(UTC), np.zeros((72, 128, 3), np.uint8))
        hub.report(camera.id, CameraState.LIVE)
        hub.put(frame)
        hub.put_overlay(Overlay(camera.id, 1, (TrackedFace(1, Box(10, 10, 54, 60), None, None),)))
        section.on_tick()
        section.pane.on_tick()
        picture = section.pane.form.picture
        assert picture.view.frame is frame
        assert "face 54 px wide" in picture.accessibleDescription()
        assert not picture.grab().toImage().isNull()

    def test_a_blind_one_says_so_over_its_last_picture_and_what_it_means(self, page: SettingsPage, desk: Desk):
        section = cameras(page)
        camera = choose(section, "Gate")
        hub = desk.pipeline.hub
        hub.put(Frame(camera.id, 1, datetime.now(UTC) - timedelta(seconds=47), np.zeros((72, 128, 3), np.uint8)))
        hub.report(camera.id, CameraState.FAILED, "It does not answer.")
        section.on_tick()
        section.pane.on_tick()
        assert section.pane.form.picture.view.words == "No picture for 47 s"
        said = section.pane.form.state.plain()
        assert "It does not answer." in said
        assert "Nobody who passes it is recorded" in said

    @pytest.mark.models
    def test_a_test_reads_the_camera_and_says_that_it_saw_no_face(
        self, page: SettingsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("faceattend.ui.trial_run.SECONDS", 1.0)
        section = cameras(page)
        choose(section, "Door")
        section.pane.form.test.click()
        assert not section.pane.form.test.isEnabled()
        settle(desk)
        assert section.pane.form.test.isEnabled()
        assert section.pane.form.verdict.accessibleName() == "No face seen"
        assert "Stand where people will pass" in section.pane.form.advice.sentences
        assert "320" in section.pane.form.state.plain()
        choose(section, "Gate")
        assert section.pane.form.verdict.accessibleName() == "Not tested since the start"
        assert not section.pane.form.findings.isVisible()
        choose(section, "Door")
        assert section.pane.form.findings.isVisible()

    def test_a_test_of_one_that_does_not_answer_says_why_without_its_password(self, page: SettingsPage, desk: Desk):
        section = cameras(page)
        choose(section, "Gate")
        section.pane.on_test()
        settle(desk)
        assert section.pane.form.verdict.accessibleName() == "No picture"
        assert section.pane.form.advice.sentences
        assert "hush" not in words(page)

    def test_the_outcome_of_a_test_belongs_to_its_camera_whatever_is_chosen_meanwhile(self, page: SettingsPage):
        section = cameras(page)
        door = choose(section, "Door")
        pane = section.pane
        pane._tried = door
        pane.on_told(a_trial("Door", done=0.5))
        choose(section, "Gate")
        pane.on_ended(a_trial("Door"))
        assert pane.form.verdict.accessibleName() == "Not tested since the start"
        choose(section, "Door")
        assert pane.form.verdict.accessibleName() == "Could be better"
        assert pane.form.advice.sentences.startswith("1. Zoom in")

    def test_in_a_narrow_window_the_pane_covers_the_list_and_esc_goes_back(self, page: SettingsPage, qtbot: QtBot):
        section = cameras(page)
        page.resize(900, 700)
        QApplication.processEvents()
        assert section.table.isVisible()
        assert not section.pane.isVisible()
        choose(section, "Gate")
        section.table.setFocus()
        qtbot.keyClick(section.table, Qt.Key.Key_Return)
        assert section.pane.isVisible()
        assert not section.table.isVisible()
        page.on_back()
        assert section.table.isVisible()
        page.resize(1240, 860)
        QApplication.processEvents()
        assert section.pane.isVisible()

    def test_what_is_plugged_in_is_offered_until_it_is_added(self, page: SettingsPage, desk: Desk):
        section = cameras(page)
        section.devices.on_found([PluggedIn("device:0", "Webcam"), PluggedIn("device:2", "Other")])
        assert "Webcam" in words(section)
        add_camera(desk.station, "Desk", "0")
        desk.changes.cameras.emit()
        settle(desk)
        assert "Webcam" not in words(section)
        assert "Other" in words(section)

    def test_nothing_is_followed_out_of_view(self, page: SettingsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch):
        looked: list[object] = []
        page.left()
        monkeypatch.setattr(desk.pipeline.hub, "newest", looked.append)
        wait = datetime.now(UTC) + timedelta(seconds=1.3)
        wait_until(lambda: datetime.now(UTC) > wait, 3)
        assert looked == []


class TestAttendance:
    def test_figures_are_stored_and_take_effect_at_the_next_start(self, page: SettingsPage, desk: Desk, home: Home):
        section = page.open("attendance")
        settle(desk)
        form = section.form
        assert not form.save.isEnabled()
        assert form.waiting.text() == "Nothing was changed."
        form.unknown_days.setValue(14)
        form.save.click()
        settle(desk)
        assert load(home.settings).attendance.unknown_days == 14
        assert "next" in form.waiting.text()
        assert not form.save.isEnabled()

    def test_what_is_not_saved_survives_a_look_at_another_page(self, page: SettingsPage, desk: Desk):
        section = page.open("attendance")
        settle(desk)
        section.form.cool_down.setValue(9)
        page.open("about")
        page.open("attendance")
        settle(desk)
        assert section.form.cool_down.value() == 9
        assert section.form.save.isEnabled()

    def test_a_failing_disk_is_told_and_what_was_filled_in_stays(
        self, page: SettingsPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ):
        section = page.open("attendance")
        settle(desk)

        def full(*_arguments: object) -> None:
            raise SettingsError("The settings file cannot be written.", means="Nothing was changed.")

        monkeypatch.setattr(settings, "change", full)
        section.form.cool_down.setValue(9)
        with qtbot.waitSignal(desk.notices.failed) as told:
            section.form.save.click()
        assert "cannot be written" in str(told.args[0])
        assert section.form.cool_down.value() == 9
        assert section.form.save.isEnabled()

    def test_a_spoilt_file_is_told_and_can_be_read_again(self, page: SettingsPage, desk: Desk, home: Home):
        home.settings.write_text("[attendance\n", encoding="utf-8")
        section = page.open("attendance")
        settle(desk)
        assert section.form.trouble.isVisible()
        assert not section.form.card.isEnabled()
        home.settings.write_text("[attendance]\nunknown_days = 3\n", encoding="utf-8")
        section.form.trouble.button.click()
        settle(desk)
        assert section.form.unknown_days.value() == 3
        assert not section.form.trouble.isVisible()


@pytest.mark.models
class TestRecognition:
    @pytest.fixture
    def section(self, page: SettingsPage, desk: Desk) -> RecognitionSection:
        made = page.open("recognition")
        settle(desk)
        assert isinstance(made, RecognitionSection)
        return made

    def test_it_names_the_pack_its_licence_and_its_files(self, section: RecognitionSection):
        said = section.form.in_use.plain()
        assert "Apache-2.0" in said
        assert "49f000ec501f" in said

    def test_a_step_says_what_was_measured_and_is_stored(self, section: RecognitionSection, desk: Desk, home: Home):
        assert section.form.step.text().startswith("Balanced: a likeness of 0.455")
        section.form.steps.setFocus()
        section.form.steps.setValue(section.form.steps.value() - 1)
        assert section.form.step.text().startswith("Careful: a likeness of 0.480")
        assert "4 were given a name" in section.form.consequence.plain()
        section.form.save.click()
        settle(desk)
        assert load(home.settings).recognition.accept == 0.48
        section.form.steps.setValue(2)
        section.form.save.click()
        settle(desk)
        assert load(home.settings).recognition.accept == 0.0

    def test_a_value_set_by_hand_is_shown_and_kept_until_the_slider_is_moved(
        self, section: RecognitionSection, desk: Desk, home: Home
    ):
        home.settings.write_text("[recognition]\naccept = 0.47\n", encoding="utf-8")
        section.entered()
        settle(desk)
        assert section.form.step.text().startswith("Set by hand: a likeness of 0.470")
        assert "was not measured" in section.form.consequence.plain()
        assert not section.form.save.isEnabled()

    def test_another_pack_says_what_it_means_before_it_is_saved(
        self, section: RecognitionSection, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(type(desk.station.preferences), "own_accept", lambda *_a: 0.41)
        section.packs.choose_folder(str(tmp_path))
        settle(desk)
        assert "Everybody must be enrolled again" in words(section)
        assert section.form.step.text().startswith("Balanced: a likeness of 0.410")
        assert section.form.save.isEnabled()
        section.packs.findChild(QRadioButton).click()
        settle(desk)
        assert "Everybody must be enrolled again" not in words(section)

    def test_a_folder_without_models_is_refused_and_the_old_choice_comes_back(
        self, section: RecognitionSection, desk: Desk, tmp_path: Path, qtbot: QtBot
    ):
        with qtbot.waitSignal(desk.notices.failed) as told:
            section.packs.choose_folder(str(tmp_path))
        assert isinstance(told.args[0], ModelMissing)
        settle(desk)
        assert section.packs.value() == "opencv-zoo"

    def test_a_pack_is_fetched_only_once_its_licence_was_accepted(
        self, section: RecognitionSection, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ):
        fetched: list[tuple[str, bool]] = []
        monkeypatch.setattr(
            type(desk.station.packs),
            "fetch",
            lambda _self, _actor, name, *, licence_accepted: fetched.append((name, licence_accepted)),
        )
        answers = iter([0, 1])
        shown: list[str] = []

        def answer(dialog: object) -> int:
            shown.append(dialog.form.licence.toPlainText())
            assert not dialog.fetch.isEnabled()
            dialog.form.accept.click()
            assert dialog.fetch.isEnabled()
            return next(answers)

        monkeypatch.setattr("faceattend.ui.dialogs.licence.LicenceDialog.exec", answer)
        for _ in range(2):
            section.on_fetch("buffalo_s")
            settle(desk)
        assert fetched == [("buffalo_s", True)]
        assert all("NON-COMMERCIAL" in text for text in shown)

    def test_a_pack_that_cannot_be_used_is_said_and_another_can_still_be_chosen(
        self, section: RecognitionSection, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ):
        def missing(*_arguments: object) -> None:
            raise ModelMissing("The model file is missing.", remedy="Fetch it.")

        monkeypatch.setattr(type(desk.station.preferences), "pack_in_use", missing)
        section.entered()
        settle(desk)
        assert "The model file is missing." in words(section)
        assert section.form.provider.isVisible()


class TestAppearance:
    def test_a_theme_holds_at_once_and_is_remembered(
        self, page: SettingsPage, desk: Desk, theme: Theme, home: Home, qtbot: QtBot
    ):
        section = page.open("appearance")
        settle(desk)
        assert section.form.theme.value() == Scheme.LIGHT
        with qtbot.waitSignal(theme.changed):
            section.on_chosen(Scheme.DARK)
        settle(desk)
        assert theme.dark
        assert load(home.settings).appearance.theme == "dark"


class TestData:
    def test_it_says_where_how_much_and_where_the_key_is(self, page: SettingsPage, desk: Desk, key_file: Path):
        desk.station.spool.put(a_sighting())
        section = page.open("data")
        settle(desk)
        said = words(section)
        assert str(desk.station.home.root) in said
        assert str(key_file) in said
        assert "Keep a copy of the key" in said
        assert "1 sighting; it is stored" in said
        assert "None yet" in said

    def test_a_copy_of_the_key_is_saved_for_its_user_only_or_it_is_said_why_not(
        self,
        page: SettingsPage,
        home: Home,
        key_file: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        desk: Desk,
    ):
        section, copy = page.open("data"), tmp_path / "copy"
        settle(desk)
        refused = {
            home.root / "copy": ("lie in the data folder", "so is the key", "Choose another place"),
            key_file: ("There is a file", "left as it is", "Choose another name"),
        }
        for path, said in [*refused.items(), (copy, (f"Saved as {copy}.",))]:
            monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path, **__: (str(path), ""))
            section.form.copy.click()
            settle(desk)
            assert all(part in section.form.copied.plain() for part in said)
            assert section.form.copied.property("tone") == ("bad" if path in refused else "ok")
        assert not (home.root / "copy").exists()
        assert copy.read_text() == key_file.read_text()
        assert os.name == "nt" or copy.stat().st_mode & 0o777 == 0o600

    def test_where_no_place_is_chosen_nothing_is_saved(
        self, page: SettingsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ):
        section = page.open("data")
        settle(desk)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
        section.form.copy.click()
        settle(desk)
        assert section.form.copied.plain() == ""
        assert section.form.copy.isVisible()

    def test_the_demo_offers_no_copy_of_its_key(self, page: SettingsPage, desk: Desk):
        section = page.open("data")
        settle(desk)
        section.on_seen(replace(desk.station.data_folder.describe(ADMIN), demo=True))
        assert not section.form.copy.isVisible()

    def test_the_database_is_checked(self, page: SettingsPage, desk: Desk):
        section = page.open("data")
        settle(desk)
        section.form.check.click()
        settle(desk)
        assert "sound" in section.form.database_state.plain()

    def test_a_damaged_one_is_said_in_red(self, page: SettingsPage, desk: Desk):
        section = page.open("data")
        settle(desk)
        desk.station.close()
        with desk.station.home.database.open("r+b") as file:
            file.seek(8192)
            file.write(b"\xff" * 8192)
        section.form.check.click()
        settle(desk)
        assert section.form.database_state.property("tone") == "bad"
        assert "damaged" in section.form.database_state.plain()
        assert section.form.check.isEnabled()


class TestAbout:
    @pytest.fixture
    def section(self, page: SettingsPage, desk: Desk) -> AboutSection:
        made = page.open("about")
        settle(desk)
        assert isinstance(made, AboutSection)
        return made

    @pytest.mark.models
    def test_checks_come_in_one_by_one_and_the_report_can_be_copied(
        self, section: AboutSection, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("faceattend.services.doctor._RUNS", 1)
        assert not section.form.copy.isEnabled()
        section.form.examine.click()
        settle(desk)
        assert len(section.checks) == 9
        bad = [each for each in section.checks if not each.ok]
        said = section.form.verdict.accessibleName()
        assert said == ("All sound" if not bad else f"{len(bad)} to mend")
        section.form.copy.click()
        report = QGuiApplication.clipboard().text()
        assert len(report.splitlines()) == 9
        assert "hush" not in report

    def test_one_can_stop_between_two_checks(self, section: AboutSection, desk: Desk, monkeypatch: pytest.MonkeyPatch):
        def stop(home: Home) -> str:
            section.on_cancel()
            return str(home)

        monkeypatch.setattr("faceattend.services.doctor._LOOKS", {"first": stop, "second": stop, "third": stop})
        section.on_examine()
        settle(desk)
        assert section.form.verdict.accessibleName() == "Stopped"
        assert len(section.checks) == 1

    def test_libraries_and_licences_are_listed(self, section: AboutSection):
        said = words(section)
        for each in ("PySide6-Essentials", "LGPL-3.0-only", "faiss-cpu", "OFL"):
            assert each in said


def test_a_camera_added_while_the_page_was_away_is_there_when_it_comes_back(page: SettingsPage, desk: Desk):
    page.left()
    add_camera(desk.station, "Annex", "0")
    page.entered()
    settle(desk)
    assert cameras(page).table.model().rowCount() == 3


def test_sections_are_walked_by_arrows_and_all_of_them_open(page: SettingsPage, desk: Desk, qtbot: QtBot):
    sections = page.panes()[0]
    seen = []
    for _ in range(6):
        settle(desk)
        seen.append(sections.currentIndex().data())
        qtbot.keyClick(sections, Qt.Key.Key_J)
    assert seen == ["Cameras", "Recognition", "Attendance", "Appearance", "Data folder", "About this station"]


def test_a_trial_of_nothing_is_no_outcome():
    assert replace(a_trial("Door"), error="It broke off.").advice == ()


def test_a_camera_that_could_not_be_added_is_not_asked_for_later(
    page: SettingsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    def busy(*_: object) -> None:
        raise StorageBusy("Another program holds the database.")

    with monkeypatch.context() as patched:
        patched.setattr(CameraService, "list", busy)
        page.begin("add camera")
        settle(desk)
        assert "Another program holds the database." in words(page)
    page.left()
    page.entered()
    settle(desk)
    assert cameras(page).table.isVisible()
    assert not page.findChildren(CameraDialog)
    page.begin("add camera")
    wait_until(lambda: page.findChildren(CameraDialog), 5)
    page.findChildren(CameraDialog)[0].reject()
