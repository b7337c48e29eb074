"""The first-run assistant, from an empty place on the disk to a station with a camera and a person."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from tests.config.test_secrets import MemoryKeyring
from tests.stations import add_camera, portraits, share_graphs, wait_until
from tests.ui.test_accessibility import by_tab, cut, follows, operable, place, spoken, told
from tests.ui.test_translation import Brackets, texts, untranslated

from faceattend.config.paths import HOME_VARIABLE, Home, default_home
from faceattend.config.secrets import KEY_FILE_VARIABLE
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.cameras import CameraRole
from faceattend.domain.errors import StorageBusy
from faceattend.services import new_home, setup
from faceattend.services.cameras import PluggedIn
from faceattend.services.enrolment import EnrolmentService
from faceattend.services.people import Newcomer, Picture
from faceattend.services.setup import Step
from faceattend.services.speed_trial import Speed, SpeedSoFar, measure
from faceattend.services.station import Station, open_station
from faceattend.ui.dialogs import first_run_speed
from faceattend.ui.dialogs.first_run import FirstRun, Leaving
from faceattend.ui.key_sheet import KeySheet
from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.choice_card import ChoiceCard
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.step_list import StepList, StepState
from faceattend.ui.widgets.verdicts import Verdicts

pytestmark = pytest.mark.gui

ME = LOCAL_ADMINISTRATOR
Start = Callable[..., "Seat"]


class Seat:
    """Somebody in front of the assistant."""

    def __init__(self, assistant: FirstRun) -> None:
        self.assistant = assistant
        self.settle()

    def settle(self, within_s: float = 20) -> None:
        """Until nothing is asked or made any more."""
        work = self.assistant._work
        for _ in range(2):
            wait_until(lambda: not work.questions.busy and not work.jobs.busy, within_s)
            QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.assistant.focusWidget() or self.assistant, key)

    def enter(self) -> None:
        """Press Enter and wait for what comes of it."""
        self.press(Qt.Key.Key_Return)
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Write over what stands in a field."""
        field = self.field(name)
        field.selectAll()
        QTest.keyClicks(field, text)

    def field(self, name: str) -> QLineEdit:
        (found,) = [each for each in self.assistant.findChildren(QLineEdit, name) if each.isVisible()]
        return found

    def button(self, name: str) -> KeyButton:
        found = self.assistant.findChild(KeyButton, name)
        assert isinstance(found, KeyButton)
        return found

    def card(self, words: str) -> ChoiceCard:
        """The card with these words."""
        cards = [each for each in self.assistant.findChildren(ChoiceCard) if each.isVisible() and words in each.text()]
        (card,) = cards
        return card

    @property
    def forward(self) -> str:
        """What the primary button says; in brackets while it cannot be pressed."""
        button = self.button("forward")
        return button.text() if button.isEnabled() else f"({button.text()})"

    @property
    def states(self) -> list[StepState]:
        return [item.state for item in self.steps.items]

    @property
    def at(self) -> int:
        return self.states.index(StepState.OPEN) + 1

    @property
    def steps(self) -> StepList:
        found = self.assistant.findChild(StepList)
        assert isinstance(found, StepList)
        return found

    @property
    def trouble(self) -> str:
        """What the banner says; empty while there is none."""
        banner = self.assistant.findChild(Banner, "trouble")
        assert isinstance(banner, Banner)
        said = f"{banner.accessibleName()} {banner.accessibleDescription()}"
        return said if banner.isVisible() else ""

    @property
    def verdicts(self) -> str:
        """All lines of what was found out that are to be seen."""
        shown = [each for each in self.assistant.findChildren(Verdicts) if each.isVisible()]
        return "\n".join(f"{line.kind}: {line.sentence}" for each in shown for line in each.shown)


@pytest.fixture
def home(tmp_path: Path, models_home: Home) -> Home:
    """A folder in which nothing is, but that the models' graphs are prepared already."""
    return share_graphs(Home(tmp_path / "home"), models_home)


@pytest.fixture(autouse=True)
def short_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faceattend.ui.trial_run.SECONDS", 1.0)
    monkeypatch.setattr(first_run_speed, "measure", partial(measure, seconds=0.2))


@pytest.fixture(autouse=True)
def no_cameras_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EnrolmentService, "devices", lambda *_: [])


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No keyring, and nothing chosen yet."""
    monkeypatch.delenv(KEY_FILE_VARIABLE, raising=False)
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    for module in ("config.key_places", "config.home_place", "services.new_home"):
        monkeypatch.setattr(f"faceattend.{module}.user_config_dir", lambda *_, **__: str(tmp_path / "config"))
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Opens assistants, and closes them and their stations behind the test."""
    seats: list[Seat] = []
    stations: list[Station] = []

    def begin(home: Home, claim: Callable[[Home], bool] = lambda _: True) -> Seat:
        station = None
        if home.database.exists():
            station = open_station(home)
            stations.append(station)
        assistant = FirstRun(ME, home, station, claim)
        assistant.resize(1440, 900)  # the offscreen screen leaves it 800 px
        assistant.show()
        qtbot.waitExposed(assistant)
        seats.append(Seat(assistant))
        return seats[-1]

    yield begin
    for seat in seats:
        assistant = seat.assistant
        assistant.done(0)
        if assistant.station is not None:
            assistant.station.close()
        assistant.deleteLater()
    for station in stations:
        station.close()


def reach(start: Start, home: Home, step: Step) -> Seat:
    """Open the assistant at a step; those before it have their answers."""
    station = open_station(home)
    setup.place_site(ME, station, "Head office", "Europe/Berlin")
    setup.note(ME, home, *list(Step)[: list(Step).index(step)])
    station.close()
    seat = start(home)
    assert list(Step)[seat.at - 1] is step
    return seat


@pytest.mark.models
@pytest.mark.usefixtures("theme")
def test_the_whole_way_by_keyboard(start: Start, home: Home, film: Path):
    seat = start(home)
    assert seat.forward == "Make the data folder"
    seat.enter()
    assert home.database.exists()
    assert "sound" in seat.verdicts
    assert seat.forward == "Continue"
    seat.enter()
    assert seat.at == 2
    assert seat.assistant.focusWidget() is seat.field("site")
    QTest.keyClicks(seat.field("site"), "South campus")
    seat.enter()
    assert seat.at == 3
    assert seat.assistant.focusWidget() is seat.card("Another address")
    seat.press(Qt.Key.Key_Right)
    assert seat.card("A video file").isChecked()
    assert seat.forward == "(Test the camera)"
    seat.write("video", str(film))
    seat.enter()
    assert "ok: Picture after" in seat.verdicts
    assert "face was found" in seat.verdicts
    assert seat.forward == "Continue"
    seat.enter()
    assert seat.at == 4
    assert "They run on the processor" in seat.verdicts
    seat.enter()
    assert seat.at == 5
    assert seat.forward == "Enrol yourself"
    enrol_somebody(seat)
    assert "Ada Example is enrolled" in seat.verdicts
    assert seat.forward == "Open FaceAttend"
    seat.enter()
    assert seat.assistant.leaving is Leaving.DONE
    assert not seat.assistant.isVisible()
    station = seat.assistant.station
    assert station is not None
    (camera,) = station.cameras.list(ME)
    assert (camera.name, camera.site.name, camera.source) == ("Entrance", "South campus", f"loop:{film}")
    assert not setup.remains(ME, station)


def enrol_somebody(seat: Seat) -> None:
    """Open the dialog by Enter; what happens in it is tried where it is."""
    seat.press(Qt.Key.Key_Return)
    dialogs = [each for each in QApplication.topLevelWidgets() if type(each).__name__ == "EnrolDialog"]
    (dialog,) = [each for each in dialogs if each.isVisible()]
    assert isinstance(dialog, QDialog)
    station = seat.assistant.station
    assert station is not None
    station.people.enrol(ME, Newcomer("0001", "Ada Example"), [Picture("portrait", portraits(station)[0])])
    dialog.accept()
    seat.settle()


def test_it_goes_on_where_it_was_closed(start: Start, home: Home):
    seat = start(home)
    seat.enter()
    seat.enter()
    seat.assistant.close()
    assert seat.assistant.leaving is Leaving.CLOSED
    assert seat.assistant.station is not None
    seat.assistant.station.close()
    again = start(home)
    assert again.at == 2
    assert again.states[0] is StepState.DONE
    assert again.steps.items[0].second == "this computer, encrypted"


def test_closed_before_anything_was_made_nothing_is_there(start: Start, tmp_path: Path):
    seat = start(Home(tmp_path / "new"))
    seat.assistant.close()
    assert seat.assistant.station is None
    assert not (tmp_path / "new").exists()


def test_closing_waits_until_what_is_being_made_is_whole(
    start: Start, home: Home, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    may_go, real = threading.Event(), new_home.make

    def slow(*arguments: object, **named: object) -> Station:
        assert may_go.wait(10)
        return real(*arguments, **named)

    monkeypatch.setattr(new_home, "make", slow)
    seat = start(home)
    seat.press(Qt.Key.Key_Return)
    seat.assistant.close()
    seat.assistant.reject()
    assert seat.assistant.isVisible()
    assert not seat.button("alone").isEnabled()
    may_go.set()
    qtbot.waitUntil(lambda: not seat.assistant.isVisible(), timeout=5000)
    assert seat.assistant.leaving is Leaving.CLOSED
    assert seat.assistant.station is not None
    assert setup.progress(ME, home).answered == {Step.DATA}


def test_who_sets_it_up_alone_is_let_go(start: Start, home: Home):
    seat = start(home)
    seat.button("alone").click()
    assert seat.assistant.leaving is Leaving.ALONE
    assert not seat.assistant.isVisible()
    assert not home.database.exists()


def test_esc_goes_back_and_never_ends_it(start: Start, home: Home):
    seat = reach(start, home, Step.CAMERA)
    seat.press(Qt.Key.Key_Escape)
    assert seat.at == 2
    seat.settle()
    assert seat.field("site").text() == "Head office"
    for _ in range(3):
        seat.press(Qt.Key.Key_Escape)
    assert seat.at == 1
    assert seat.assistant.isVisible()


def test_done_steps_are_gone_to_by_the_list_and_those_ahead_are_not(start: Start, home: Home):
    seat = reach(start, home, Step.CAMERA)
    rows = seat.steps.findChildren(QAbstractButton)
    assert [row.isEnabled() for row in rows] == [True, True, False, False, False]
    assert rows[1].accessibleName() == "Step 2 of 5: Site and time zone, done"
    rows[1].click()
    assert seat.at == 2
    seat.settle()
    rows[2].click()
    assert seat.at == 3


@pytest.mark.usefixtures("bare_machine")
class TestKey:
    def test_without_a_keyring_only_a_file_can_be_chosen_and_why_is_said(
        self, start: Start, home: Home, tmp_path: Path
    ):
        seat = start(home)
        assert not seat.card("keyring").isEnabled()
        assert "none that keeps" in seat.card("keyring").second
        assert seat.card("key file").isChecked()
        assert seat.field("path").text() == str(tmp_path / "config" / "faceattend.key")
        seat.enter()
        assert (tmp_path / "config" / "faceattend.key").exists()
        assert str(tmp_path / "config" / "faceattend.key") in seat.verdicts
        assert seat.assistant.station is not None
        seat.assistant.station.close()
        open_station(home).close()

    def test_a_keyring_that_works_is_proposed(self, start: Start, home: Home, tmp_path: Path):
        keyring.set_keyring(MemoryKeyring())
        seat = start(home)
        assert seat.card("keyring").isChecked()
        assert [each for each in seat.assistant.findChildren(QLineEdit, "path") if each.isVisible()] == []
        seat.enter()
        assert "it is in the system’s keyring" in seat.verdicts
        assert not (tmp_path / "config").exists()

    @pytest.mark.parametrize(("text", "said"), [("", "Say where"), ("key", "whole path"), ("/", "folder")])
    def test_a_place_that_cannot_be_keeps_the_button_off_and_says_why(
        self, start: Start, home: Home, text: str, said: str
    ):
        seat = start(home)
        seat.field("path").clear()
        QTest.keyClicks(seat.field("path"), text)
        assert seat.forward == "(Make the data folder)"
        assert said in seat.assistant._frame._form.missing.plain()

    def test_a_key_beside_the_data_is_allowed_and_its_meaning_is_said(self, start: Start, home: Home):
        seat = start(home)
        seat.write("path", str(home.root / "key"))
        beside = seat.assistant._walk._steps[0]._form.beside
        assert beside.isVisible()
        assert "copies this key with it" in beside.sentences
        assert seat.forward == "Make the data folder"

    def test_what_fails_is_said_with_what_to_do_and_can_be_tried_again(self, start: Start, home: Home, tmp_path: Path):
        (tmp_path / "keys").symlink_to("/proc/self")  # where nobody can make a file
        seat = start(home)
        seat.write("path", str(tmp_path / "keys" / "key"))
        seat.enter()
        assert "cannot be made" in seat.trouble
        assert "Choose a place that this user can write" in seat.trouble
        assert not home.database.exists()
        (tmp_path / "keys").unlink()
        seat.assistant.findChild(Banner, "trouble").button.click()
        seat.settle()
        assert seat.trouble == ""
        assert home.database.exists()

    def test_a_copy_of_the_key_is_saved_or_it_is_said_why_not(
        self, start: Start, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        seat = start(home)
        seat.enter()
        for path, said in ((home.root / "copy", "data folder itself"), (tmp_path / "copy", "Saved as")):
            monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path, **__: (str(path), ""))
            seat.button("copy").setFocus()
            seat.enter()
            assert said in seat.assistant._walk._steps[0]._form.copied.plain()
            assert (seat.assistant.focusWidget() is seat.button("forward")) == (said == "Saved as")
        assert (tmp_path / "copy").read_text() == (tmp_path / "config" / "faceattend.key").read_text()
        seat.enter()
        assert seat.at == 2, "Enter goes on, and asks for no second copy"


@pytest.mark.usefixtures("bare_machine")
class TestFolder:
    @pytest.fixture
    def usual(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
        monkeypatch.setattr("faceattend.config.paths.platformdirs.user_data_path", lambda *_, **__: tmp_path / "usual")
        return Home(default_home())

    @staticmethod
    def pick(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    def test_another_folder_is_claimed_made_and_remembered(
        self, start: Start, usual: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        claimed: list[Home] = []
        seat = start(usual, lambda each: claimed.append(each) or True)
        self.pick(monkeypatch, tmp_path / "mine")
        seat.button("change").click()
        seat.settle()
        assert [each.root for each in claimed] == [tmp_path / "mine"]
        seat.enter()
        assert default_home() == tmp_path / "mine"
        assert not usual.database.exists()

    def test_a_folder_that_another_window_has_is_not_taken(
        self, start: Start, usual: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        def taken(_: Home) -> bool:
            raise StorageBusy("It is run already.", remedy="Stop it.")

        self.pick(monkeypatch, tmp_path / "mine")
        for claim, said in ((lambda _: False, "runs with"), (taken, "run already")):
            seat = start(usual, claim)
            seat.button("change").click()
            assert said in seat.trouble
            assert seat.assistant.home == usual

    def test_a_folder_that_was_named_cannot_be_changed(self, start: Start, home: Home, usual: Home):
        assert usual != home
        seat = start(home)
        assert not seat.button("change").isVisible()

    def test_a_folder_that_is_set_up_already_is_just_opened(
        self, start: Start, usual: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        there = new_home.make(ME, Home(tmp_path / "there"), tmp_path / "config" / "key", chosen=False)
        add_camera(there, "Door", "rtsp://192.0.2.1/")
        setup.note(ME, there.home, finished=True)
        there.close()
        self.pick(monkeypatch, tmp_path / "there")
        seat = start(usual)
        seat.button("change").click()
        seat.settle()
        assert seat.forward == "Open this folder"
        seat.enter()
        seat.enter()
        assert seat.assistant.leaving is Leaving.DONE
        assert seat.assistant.station is not None
        assert [camera.name for camera in seat.assistant.station.cameras.list(ME)] == ["Door"]

    def test_too_little_room_is_said(self, start: Start, usual: Home, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(new_home, "_free", lambda _: 3_000_000)
        seat = start(usual)
        assert seat.forward == "(Make the data folder)"
        assert "too little room" in seat.assistant._frame._form.missing.plain()


class TestPlace:
    def test_what_the_zone_means_is_shown_and_one_that_is_none_is_not_taken(self, start: Start, home: Home):
        seat = reach(start, home, Step.PLACE)
        form = seat.assistant._walk._steps[1]._form
        form.zone.setEditText("Asia/Tokyo")
        assert "There it is" in form.zone_hint.plain()
        form.zone.setEditText("Tokyo")
        assert "no such time zone" in form.zone_error.text()
        assert seat.forward == "(Continue)"
        form.zone.setEditText("Asia/Tokyo")
        seat.enter()
        assert seat.at == 3
        assert seat.steps.items[1].second == "Head office, Asia/Tokyo"

    @pytest.mark.usefixtures("theme")
    def test_a_click_into_the_zone_selects_it_and_esc_closes_only_what_is_proposed(
        self, start: Start, home: Home, qtbot: QtBot
    ):
        seat = reach(start, home, Step.PLACE)
        zone = seat.assistant._walk._steps[1]._form.zone
        line = zone.lineEdit()
        proposed = zone.completer().popup()
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
        qtbot.waitUntil(lambda: line.selectedText() == "Europe/Berlin")
        QTest.keyClicks(line, "tok")
        qtbot.waitUntil(proposed.isVisible)
        assert zone.currentText() == "tok"
        assert not proposed.geometry().intersects(zone.rect().translated(zone.mapToGlobal(zone.rect().topLeft())))
        qtbot.waitUntil(lambda: proposed.verticalScrollBar().maximum() == 0)  # three rows need no scrolling
        QTest.keyClick(seat.assistant.windowHandle(), Qt.Key.Key_Escape)  # the list has the keyboard
        qtbot.waitUntil(lambda: not proposed.isVisible())
        assert (seat.at, zone.currentText()) == (2, "tok")

    def test_a_name_that_cannot_be_is_said_at_the_field(self, start: Start, home: Home):
        seat = reach(start, home, Step.PLACE)
        seat.field("site").setText("A\u200bB")
        seat.enter()
        form = seat.assistant._walk._steps[1]._form
        assert seat.at == 2
        assert form.site_error.text()
        assert seat.assistant.focusWidget() is form.site


class TestCamera:
    def test_a_camera_that_gives_no_picture_is_not_stored(self, start: Start, home: Home, tmp_path: Path):
        seat = reach(start, home, Step.CAMERA)
        seat.card("A video file").setChecked(True)
        seat.write("video", str(tmp_path / "none.mp4"))
        seat.enter()
        assert "bad:" in seat.verdicts
        assert seat.forward == "Test the camera"
        assert seat.assistant.station is not None
        assert seat.assistant.station.cameras.list(ME) == []
        seat.button("later").click()
        assert seat.at == 4
        assert seat.states[2] is StepState.LATER

    @pytest.mark.models
    def test_going_back_changes_the_camera_and_adds_no_second_one(self, start: Start, home: Home, film: Path):
        seat = reach(start, home, Step.CAMERA)
        seat.card("A video file").setChecked(True)
        seat.write("video", str(film))
        seat.enter()
        seat.enter()
        assert seat.at == 4
        seat.press(Qt.Key.Key_Escape)
        seat.settle()
        assert seat.forward == "Continue", "it was tested"
        seat.write("name", "Side door")
        assert seat.forward == "Continue", "another name is the same camera"
        seat.assistant._walk._steps[2]._form.counts.choose(CameraRole.BOTH)
        seat.enter()
        assert seat.assistant.station is not None
        (camera,) = seat.assistant.station.cameras.list(ME)
        assert (camera.name, camera.role) == ("Side door", CameraRole.BOTH)
        seat.press(Qt.Key.Key_Escape)
        seat.settle()
        seat.write("video", str(film) + "x")
        assert seat.forward == "Test the camera"

    def test_a_stored_camera_is_shown_without_its_password(self, start: Start, home: Home):
        station = open_station(home)
        camera = add_camera(station, "Door", "rtsp://eve:secret@192.0.2.1/live", CameraRole.EXIT)
        setup.note(ME, home, Step.DATA, Step.PLACE)
        station.close()
        seat = start(home)
        assert seat.field("address").text() == "rtsp://192.0.2.1/live"
        assert (seat.field("user").text(), seat.field("password").text()) == ("eve", "")
        assert seat.forward == "Continue"
        seat.enter()
        assert seat.assistant.station is not None
        assert seat.assistant.station.cameras.list(ME) == [camera]

    def test_a_name_that_is_taken_is_said_at_the_field(self, start: Start, home: Home, film: Path):
        seat = reach(start, home, Step.CAMERA)
        assert seat.assistant.station is not None
        seat.card("A video file").setChecked(True)
        seat.write("video", str(film))
        seat.enter()
        add_camera(seat.assistant.station, "Entrance", "rtsp://192.0.2.1/")  # by somebody else, meanwhile
        seat.enter()
        assert "taken already" in seat.assistant._walk._steps[2]._form.name_error.text()
        assert seat.at == 3

    def test_an_address_that_is_none_is_said(self, start: Start, home: Home):
        seat = reach(start, home, Step.CAMERA)
        seat.write("address", "no address")
        seat.enter()
        assert "Begin it with rtsp://" in seat.assistant._walk._steps[2]._form.source_error.text()

    def test_the_first_camera_of_this_computer_is_proposed(
        self, start: Start, home: Home, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(EnrolmentService, "devices", lambda *_: [PluggedIn("device:0", "FHD Webcam")])
        seat = reach(start, home, Step.CAMERA)
        assert seat.card("FHD Webcam").isChecked()
        assert seat.assistant.focusWidget() is seat.card("FHD Webcam")
        assert seat.forward == "Test the camera"

    def test_cameras_plugged_in_meanwhile_are_found(self, start: Start, home: Home, monkeypatch: pytest.MonkeyPatch):
        seat = reach(start, home, Step.CAMERA)
        found = [PluggedIn("device:0", "FHD Webcam"), PluggedIn("device:2", "")]
        monkeypatch.setattr(EnrolmentService, "devices", lambda *_: found)
        seat.button("again").click()
        seat.settle()
        assert seat.card("FHD Webcam").isVisible()
        assert seat.card("Camera of this computer").second.endswith("number 2")
        seat.card("FHD Webcam").setChecked(True)
        seat.button("again").click()
        seat.settle()
        assert seat.card("FHD Webcam").isChecked(), "what was chosen stays chosen"
        assert seat.forward == "Test the camera"


@pytest.mark.models
def test_models_that_cannot_be_used_are_said_and_the_check_can_wait(start: Start, home: Home):
    home.settings.write_text('[recognition]\npack = "nowhere"\n', encoding="utf-8")
    seat = reach(start, home, Step.SPEED)
    assert "nowhere" in seat.trouble
    home.settings.unlink()
    assert seat.forward == "Measure"
    seat.button("later").click()
    assert seat.at == 5
    assert seat.steps.items[3].second == "later"


def test_a_computer_that_is_too_slow_gets_no_tick_and_may_be_measured_again(
    start: Start, home: Home, monkeypatch: pytest.MonkeyPatch
):
    found = iter((Speed("cpu", 820.0, 0, None), Speed("cpu", 700.0, 0, None), Speed("cpu", 14.0, 5, None)))
    monkeypatch.setattr(first_run_speed, "measure", lambda *_: iter([SpeedSoFar(1.0, "cpu", next(found))]))
    seat = reach(start, home, Step.SPEED)
    assert "text2: 820 ms" in seat.verdicts
    assert "warn: Too slow to look at one camera" in seat.verdicts
    assert seat.steps.items[3].second == "processor, too slow"
    assert seat.button("once_more").text() == "Measure again"
    seat.enter()
    assert (seat.at, seat.states[3]) == (5, StepState.WANTING)
    assert "done, with a warning" in seat.steps.findChildren(QAbstractButton)[3].accessibleName()
    seat.press(Qt.Key.Key_Escape)
    for ms in ("700 ms", "14 ms"):
        assert seat.button("once_more").isVisible()
        seat.button("once_more").setFocus()
        seat.enter()
        assert ms in seat.verdicts
        assert seat.assistant.focusWidget() is seat.button("forward")
    assert "ok: Carries 5 cameras" in seat.verdicts
    assert not seat.button("once_more").isVisible()
    seat.enter()
    assert (seat.states[3], seat.steps.items[3].second) == (StepState.DONE, "processor, 5 cameras")


def test_everybody_may_be_enrolled_later(start: Start, home: Home):
    seat = reach(start, home, Step.PERSON)
    seat.button("later").click()
    assert seat.assistant.leaving is Leaving.DONE
    assert setup.progress(ME, home).finished


def test_the_keys_are_told(start: Start, home: Home):
    seat = reach(start, home, Step.PERSON)
    QTest.keyClicks(seat.assistant.focusWidget(), "?")
    (sheet,) = seat.assistant.findChildren(KeySheet)
    sheet.reject()
    assert seat.at == 5


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_everything_has_a_name_and_tab_follows_reading(start: Start, home: Home, direction: Qt.LayoutDirection):
    QApplication.setLayoutDirection(direction)
    try:
        seat = reach(start, home, Step.PERSON)
        for row in reversed(seat.steps.findChildren(QAbstractButton)):
            row.click()
            seat.settle()
            nameless = [each.objectName() for each in operable(seat.assistant) if not spoken(each)]
            assert not nameless
            assert not backwards(seat.assistant)
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("theme")
def test_every_text_is_translated_and_has_room_in_longer_words(start: Start, home: Home, qapp: QApplication):
    brackets = Brackets(qapp)
    qapp.installTranslator(brackets)
    try:
        seat = reach(start, home, Step.PERSON)
        missed: set[str] = set()
        for row in reversed(seat.steps.findChildren(QAbstractButton)):
            row.click()
            seat.settle()
            for where, text in texts(seat.assistant):
                plain = text.replace(str(home.root), "").replace("Head office, Europe/Berlin", "")
                missed |= {f"{where}: {text!r}"} if untranslated(plain) else set()
            missed |= {f"cut: {each}" for each in cut(seat.assistant) if str(home.root.parent) not in each}
    finally:
        qapp.removeTranslator(brackets)
    assert not missed, "\n".join(sorted(missed))


def backwards(root: FirstRun) -> list[str]:
    """The steps of Tab that lead up, or back within a line; from the list to the step it may go up."""
    steps = by_tab(root)
    assert len(steps) > 2
    rail = root._frame._form.rail
    return [
        f"{told(one)} -> {told(other)}"
        for one, other in pairwise(steps)
        if rail.isAncestorOf(one) == rail.isAncestorOf(other)
        and not follows(place(one, root), place(other, root), root.layoutDirection())
    ]


@pytest.mark.usefixtures("theme")
def test_it_fits_into_small_windows(start: Start, home: Home):
    seat = reach(start, home, Step.CAMERA)
    for size in ((1024, 768), (880, 600)):
        seat.assistant.resize(*size)
        QApplication.processEvents()
        for name in ("forward", "back", "later", "alone"):
            assert seat.assistant.rect().contains(place(seat.button(name), seat.assistant))
