"""Enrolling in the window, with real photographs, models and storage; only the camera is made of a photograph."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests import faces
from tests.faces import library_picture
from tests.stations import STRANGER, add_camera, portraits, wait_until
from tests.ui.desks import desk_over

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.errors import StorageFull
from faceattend.domain.people import Person, PersonKind, Pose
from faceattend.services.cameras import PluggedIn
from faceattend.services.enrolment import EnrolmentService
from faceattend.services.people import Newcomer, PeopleService, Picture
from faceattend.services.station import Station
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.enrol import AddPhotosDialog, EnrolDialog
from faceattend.ui.widgets.capture_view import CaptureView
from faceattend.ui.widgets.photo_slots import PhotoSlots
from faceattend.ui.widgets.question import Question
from faceattend.workers import capture
from faceattend.workers.camera import CameraThread

pytestmark = [pytest.mark.gui, pytest.mark.models, pytest.mark.usefixtures("theme")]

ADMIN = LOCAL_ADMINISTRATOR
ASTRONAUT = library_picture("skimage", "data/astronaut.png")
Make = Callable[..., EnrolDialog]


@pytest.fixture
def station(home_with_people: Home, open_here: Callable[[Home], Station]) -> Station:
    """A station with Person 1 to Person 6, as 0001 to 0006."""
    return open_here(home_with_people)


@pytest.fixture
def desk(station: Station) -> Iterator[Desk]:
    with desk_over(station) as desk:
        yield desk
    capture.see_off()


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """The window that dialogs lie over."""
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def make(desk: Desk, over: QWidget) -> Iterator[Make]:
    """Opens a dialog; closed behind the test whatever it would ask."""
    made: list[EnrolDialog] = []

    def open_one(**given: object) -> EnrolDialog:
        on = given.pop("desk", desk)
        kind = AddPhotosDialog if "person" in given else EnrolDialog
        made.append(kind(on, parent=over, **given))
        made[-1].open()
        made[-1].activateWindow()
        return made[-1]

    yield open_one
    for dialog in made:
        dialog.done(QDialog.DialogCode.Rejected)


@pytest.fixture
def said(desk: Desk) -> list[str]:
    told: list[str] = []
    desk.notices.said.connect(lambda words, _undo: told.append(words))
    return told


@contextmanager
def seeing(station: Station, photo: Path) -> Iterator[Desk]:
    """A desk with one camera that runs, before which somebody stands for five seconds at a time."""
    camera = add_camera(station, "Reception", f"stills:{photo}")
    with desk_over(station) as desk:
        thread = CameraThread(camera, desk.pipeline.hub)
        thread.start()
        try:
            yield desk
        finally:
            thread.request_stop()
            assert thread.wait(5000)
            capture.see_off()


def part(dialog: QWidget, kind: type, name: str = "") -> QWidget:
    found = dialog.findChild(kind, name) if name else dialog.findChild(kind)
    assert found is not None, name
    return found


def text(dialog: QWidget, name: str) -> QLineEdit:
    return part(dialog, QLineEdit, name)


def shown(dialog: QWidget, name: str) -> bool:
    return part(dialog, QWidget, name).isVisible()


def foot(dialog: EnrolDialog) -> str:
    return dialog._missing.plain()


def choose(dialog: EnrolDialog, words: str) -> None:
    source = part(dialog, QComboBox, "source")
    wait_until(source.count, 5)
    source.setCurrentIndex(next(i for i in range(source.count()) if source.itemText(i).startswith(words)))


def filled(dialog: EnrolDialog) -> list[str]:
    return [each.slot.name for each in part(dialog, PhotoSlots).slots if each.slot.face]


def settled(dialog: EnrolDialog, photos: int) -> None:
    """Until so many photos are there and compared."""
    wait_until(lambda: len(filled(dialog)) == photos and not dialog._photos.busy, 20)


def question() -> Question:
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), Question), 3)
    found = QApplication.activeModalWidget()
    assert isinstance(found, Question)
    return found


def stored(station: Station, number: str) -> Person | None:
    return next((each for each in station.people.list(ADMIN) if each.number == number), None)


def photos_of(station: Station, number: str) -> int:
    person = stored(station, number)
    assert person is not None
    return len(station.directory.details(ADMIN, person.id).photos)


def portrait(station: Station, which: int, name: str = "portrait") -> Picture:
    return Picture(name, portraits(station)[which])


class TestCamera:
    def test_a_photo_is_taken_by_itself_and_somebody_is_enrolled_by_keyboard(
        self, station: Station, make: Make, qtbot: QtBot
    ):
        with seeing(station, ASTRONAUT) as desk:
            told, changes, enrolled = [], [], []
            desk.notices.said.connect(lambda words, _undo: told.append(words))
            desk.changes.people.connect(lambda: changes.append(1))
            dialog = make(desk=desk)
            dialog.enrolled.connect(enrolled.append)
            wait_until(text(dialog, "name").hasFocus, 3)
            choose(dialog, "Reception")
            assert "a name" in foot(dialog)
            qtbot.keyClicks(text(dialog, "name"), "Ada Lovelace")
            settled(dialog, 1)
            assert filled(dialog) == ["Front"]
            assert dialog.enrol.isEnabled(), foot(dialog)
            assert "1280" in part(dialog, QComboBox, "source").currentText()
            qtbot.keyClick(text(dialog, "name"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            asked = question()
            assert "1 photo" in asked.windowTitle()
            qtbot.mouseClick(asked.act, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: bool(enrolled), timeout=10_000)
            assert not dialog.isVisible()
            assert told == ["Ada Lovelace is enrolled"]
            assert changes
        assert enrolled == [stored(station, "0007")]
        (photo,) = station.directory.details(ADMIN, enrolled[0].id).photos
        assert photo.pose is Pose.FRONT

    def test_space_takes_a_photo_unless_a_field_has_it(self, station: Station, make: Make, qtbot: QtBot):
        with seeing(station, ASTRONAUT) as desk:
            dialog = make(desk=desk)
            choose(dialog, "Reception")
            settled(dialog, 1)
            first = dialog._photos.kept[0]
            qtbot.keyClick(text(dialog, "name"), Qt.Key.Key_Space)
            assert text(dialog, "name").text() == " "
            assert dialog._photos.kept == (first,)

            view = part(dialog, CaptureView)
            view.setFocus()

            def again() -> bool:  # nobody stands there for a second now and then
                qtbot.keyClick(view, Qt.Key.Key_Space)
                return dialog._photos.kept[0].picture is not first.picture

            wait_until(again, 8)
            assert filled(dialog) == ["Front"], "a pose that was taken is taken again, not twice"

    def test_nobody_before_the_camera_is_no_photo_and_said(self, station: Station, make: Make, tmp_path: Path):
        cv2.imwrite(str(tmp_path / "grey.png"), faces.astronaut()[300:])
        with seeing(station, tmp_path / "grey.png") as desk:
            dialog = make(desk=desk)
            choose(dialog, "Reception")
            view = part(dialog, CaptureView)
            wait_until(lambda: "Come before" in view.accessibleDescription(), 10)
            dialog._side.shoot()
            wait_until(lambda: "Not taken" in view.accessibleDescription(), 3)
            assert filled(dialog) == []

    def test_a_camera_that_is_in_use_or_unplugged_says_what_to_do(self, make: Make, monkeypatch: pytest.MonkeyPatch):
        gone = [PluggedIn("device:/dev/video-of-nobody", "Desk camera")]
        monkeypatch.setattr(EnrolmentService, "devices", lambda *_: gone)
        dialog = make()
        scene = part(dialog, CaptureView)
        wait_until(lambda: scene.scene.trouble, 10)
        assert "Desk camera" in scene.scene.trouble
        assert "keeps trying" in scene.scene.remedy or "Check" in scene.scene.remedy
        assert not scene.shutter.isVisible()

    @pytest.mark.parametrize("way", ["escape", "cross", "hidden", "destroyed"])
    def test_the_camera_is_let_go_on_every_way_out(self, station: Station, make: Make, over: QWidget, way: str):
        with seeing(station, ASTRONAUT) as desk:
            dialog = make(desk=desk)
            choose(dialog, "Reception")
            view = part(dialog, CaptureView)
            wait_until(lambda: view.scene.frame is not None, 5)
            threads = list(capture._under_way)
            assert [thread.isRunning() for thread in threads] == [True]
            if way == "destroyed":
                over.layout()
                dialog.setParent(None)
                dialog.deleteLater()
            else:
                {"escape": dialog.reject, "cross": dialog.close, "hidden": dialog.hide}[way]()
            wait_until(lambda: QApplication.activeModalWidget() is not dialog, 2)
            if isinstance(asked := QApplication.activeModalWidget(), Question):
                asked.act.click()
            wait_until(threads[0].isFinished, 5)


class TestFiles:
    def test_files_are_read_and_every_refusal_is_told_by_name(
        self, make: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        words = tmp_path / "words.jpg"
        words.write_text("no picture", encoding="utf-8")
        nobody = tmp_path / "nobody.png"
        cv2.imwrite(str(nobody), faces.astronaut()[300:])
        dialog = make()
        choose(dialog, "Photos from files")
        assert not shown(dialog, "checks"), "a file is not coached"
        chosen = [str(ASTRONAUT), str(words), str(nobody)]
        began: list[str] = []

        def answer(_parent: QWidget, _title: str, folder: str, _forms: str) -> tuple[list[str], str]:
            began.append(folder)
            return (chosen if len(began) == 1 else []), ""

        monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
        qtbot.mouseClick(part(dialog, QWidget, "drop").button, Qt.MouseButton.LeftButton)
        settled(dialog, 1)
        qtbot.mouseClick(part(dialog, QWidget, "drop").button, Qt.MouseButton.LeftButton)
        assert began[1] == str(ASTRONAUT.parent), "the second time it begins where the photos were"
        said = part(dialog, QWidget, "refused").accessibleDescription()
        assert "words.jpg" in said
        assert "nobody.png" in said
        assert shown(dialog, "refused_room")

    def test_files_can_be_dropped_whatever_the_source_is(self, make: Make):
        dialog = make()
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(ASTRONAUT)), QUrl("https://example.org/a.jpg")])
        dialog.dropEvent(
            QDropEvent(
                QPointF(9, 9),
                Qt.DropAction.CopyAction,
                dropped,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        settled(dialog, 1)
        assert part(dialog, QComboBox, "source").currentText().startswith("Photos from files")

    def test_more_than_five_are_left_out_and_a_photo_thrown_away_makes_room(
        self, make: Make, station: Station, qtbot: QtBot
    ):
        dialog = make(pictures=[portrait(station, 1, f"{name}.jpg") for name in "abcdef"])
        settled(dialog, 5)
        assert "f.jpg" in part(dialog, QWidget, "refused").accessibleDescription()
        slot = part(dialog, PhotoSlots).slots[0]
        slot.setFocus()
        qtbot.keyClick(slot, Qt.Key.Key_Delete)
        assert len(filled(dialog)) == 4
        qtbot.mouseClick(slot, Qt.MouseButton.LeftButton, pos=slot._cross().center().toPoint())
        settled(dialog, 3)

    def test_a_face_from_the_side_alone_does_not_do(self, make: Make, station: Station):
        dialog = make(name="Tom", pictures=[portrait(station, 4)])
        settled(dialog, 1)
        assert filled(dialog) == ["Right"]
        assert foot(dialog) == "Still needed: a photo from the front and an answer about Person 5."

    def test_a_photo_of_somebody_else_is_marked_and_has_to_go(self, make: Make):
        mine = [Picture(f"mine {n}", faces.tom_hanks()) for n in (1, 2)]
        dialog = make(name="Tom", pictures=[*mine, Picture("another", faces.astronaut())])
        settled(dialog, 3)
        assert "the marked photo removed" in foot(dialog)
        assert not dialog.enrol.isEnabled()
        assert "somebody else" in part(dialog, PhotoSlots).slots[2].accessibleDescription()
        banner = part(dialog, QWidget, "stranger")
        assert "another" in banner.accessibleName()
        banner.button.click()
        settled(dialog, 2)
        wait_until(lambda: not banner.isVisible(), 2)


class TestFacts:
    def test_the_next_number_is_proposed_and_follows_the_kind_until_somebody_writes_one(self, make: Make, qtbot: QtBot):
        dialog = make()
        wait_until(lambda: text(dialog, "number").text() == "0007", 5)
        kind = part(dialog, QComboBox, "kind_of")
        kind.setCurrentIndex(list(PersonKind).index(PersonKind.VISITOR))
        wait_until(lambda: text(dialog, "number").text() == "V-0001", 5)
        text(dialog, "number").clear()
        qtbot.keyClicks(text(dialog, "number"), "X9")
        kind.setCurrentIndex(0)
        wait_until(lambda: dialog._desk.questions.busy == 0, 5)
        assert text(dialog, "number").text() == "X9"

    def test_a_number_that_is_taken_is_told_at_the_field_with_its_owner(self, make: Make, qtbot: QtBot):
        dialog = make()
        wait_until(lambda: text(dialog, "number").text(), 5)
        text(dialog, "number").clear()
        qtbot.keyClicks(text(dialog, "number"), "0003")
        wait_until(lambda: "Person 3" in text(dialog, "number").accessibleDescription(), 5)
        assert "another number" in foot(dialog)
        qtbot.keyClicks(text(dialog, "number"), "1")
        assert text(dialog, "number").accessibleDescription() == ""

    def test_everything_that_was_filled_in_is_stored(self, make: Make, station: Station):
        dialog = make(kind=PersonKind.STUDENT, pictures=[Picture("a", faces.tom_hanks())])
        name = "  Maximiliane فاطمة 田中  "
        text(dialog, "name").setText(name)
        part(dialog, QComboBox, "group").setEditText("Class 11A")
        part(dialog, QCheckBox, "from_set").setChecked(True)
        settled(dialog, 1)
        text(dialog, "number").setText("S-1")
        dialog.on_enrol_clicked()
        question().act.click()
        wait_until(lambda: stored(station, "S-1"), 10)
        person = stored(station, "S-1")
        assert (person.name, person.kind, person.group) == (name.strip(), PersonKind.STUDENT, "Class 11A")
        assert person.active_from is not None
        wait_until(lambda: not dialog.isVisible(), 3)


class TestDoubles:
    def test_somebody_alike_blocks_until_they_are_told_apart(self, make: Make, station: Station):
        dialog = make(name="Twin of Person 3", pictures=[portrait(station, 2)])
        wait_until(lambda: shown(dialog, "twin"), 20)
        assert not dialog.enrol.isEnabled()
        assert "an answer about Person 3" in foot(dialog)
        assert "Person 3, 0003" in part(dialog, QWidget, "twin").accessibleDescription()
        part(dialog, QWidget, "two_people").click()
        assert not shown(dialog, "twin")
        assert shown(dialog, "told_apart")
        part(dialog, QWidget, "ask_again").click()
        assert shown(dialog, "twin"), "an answer can be taken back"
        part(dialog, QWidget, "two_people").click()
        dialog.on_enrol_clicked()
        question().act.click()
        wait_until(lambda: stored(station, "0007"), 10)
        assert photos_of(station, "0007") == 1

    def test_the_same_person_can_get_the_photos_and_is_opened(self, make: Make, station: Station, said: list[str]):
        dialog = make(name="Person Three", pictures=[portrait(station, 2)])
        wanted: list[object] = []
        dialog.person_wanted.connect(wanted.append)
        wait_until(lambda: shown(dialog, "twin"), 20)
        part(dialog, QWidget, "same_person").click()
        question().act.click()
        wait_until(lambda: wanted, 10)
        assert wanted == [stored(station, "0003").id]
        assert photos_of(station, "0003") == 2
        assert said == ["Photos added to Person 3: 1"]
        assert not dialog.isVisible()
        assert stored(station, "0007") is None

    def test_the_same_person_can_be_opened_as_they_are(self, make: Make, station: Station):
        dialog = make(name="Person Three", pictures=[portrait(station, 2)])
        wanted: list[object] = []
        dialog.person_wanted.connect(wanted.append)
        wait_until(lambda: shown(dialog, "twin"), 20)
        part(dialog, QWidget, "same_person").click()
        question().reject()
        assert wanted == [stored(station, "0003").id]
        assert photos_of(station, "0003") == 1

    def test_a_double_that_came_in_between_is_asked_about_when_it_is_stored(self, make: Make, station: Station):
        dialog = make(name="Tom H", pictures=[Picture("a", faces.tom_hanks())])
        settled(dialog, 1)
        station.people.enrol(ADMIN, Newcomer("0500", "Tom"), [Picture("b", faces.tom_hanks())])
        dialog.on_enrol_clicked()
        question().act.click()
        wait_until(lambda: shown(dialog, "twin"), 10)
        assert text(dialog, "name").text() == "Tom H"
        assert filled(dialog)
        assert "about Tom" in foot(dialog)


class TestTrouble:
    def test_a_number_taken_in_between_is_told_at_its_field_and_nothing_is_lost(self, make: Make, station: Station):
        dialog = make(name="Tom", pictures=[Picture("a", faces.tom_hanks())])
        settled(dialog, 1)
        station.people.enrol(ADMIN, Newcomer(text(dialog, "number").text(), "Quicker"), [])
        dialog.on_enrol_clicked()
        question().act.click()
        wait_until(lambda: "Quicker" in text(dialog, "number").accessibleDescription(), 10)
        assert filled(dialog)
        assert text(dialog, "name").isEnabled()
        text(dialog, "number").setText("0900")
        dialog._facts.on_number_edited()
        dialog.on_enrol_clicked()
        question().act.click()
        wait_until(lambda: stored(station, "0900"), 10)

    def test_what_cannot_be_stored_says_so_and_can_be_tried_again(self, make: Make, desk: Desk, station: Station):
        class FullDisk(PeopleService):
            full = True

            def enrol(self, *given: object, **more: object) -> object:
                if self.full:
                    raise StorageFull("The disk is full.", means="Nothing was stored.", remedy="Make room.")
                return super().enrol(*given, **more)

        people = FullDisk(station.database, station.models)
        dialog = make(
            desk=replace(desk, station=replace(station, people=people)),
            name="Tom",
            pictures=[Picture("a", faces.tom_hanks())],
        )
        settled(dialog, 1)
        dialog.on_enrol_clicked()
        question().act.click()
        trouble = part(dialog, QWidget, "trouble")
        wait_until(trouble.isVisible, 10)
        assert trouble.accessibleName() == "The disk is full."
        assert "Make room." in trouble.accessibleDescription()
        assert filled(dialog)
        people.full = False
        dialog.on_enrol_clicked()
        question().act.click()
        wait_until(lambda: stored(station, "0007"), 10)

    def test_while_it_is_stored_the_dialog_stays_and_takes_no_second_order(
        self, make: Make, station: Station, qtbot: QtBot
    ):
        dialog = make(name="Tom", pictures=[Picture("a", faces.tom_hanks())])
        settled(dialog, 1)
        dialog.on_enrol_clicked()
        question().act.click()
        assert foot(dialog) == "Storing…"
        assert not dialog.enrol.isEnabled()
        assert not text(dialog, "name").isEnabled()
        dialog.reject()
        assert dialog.isVisible()
        wait_until(lambda: stored(station, "0007"), 10)
        qtbot.waitUntil(lambda: not dialog.isVisible())

    def test_photos_are_not_thrown_away_without_a_question(self, make: Make):
        dialog = make(pictures=[Picture("a", faces.tom_hanks())])
        settled(dialog, 1)
        dialog.reject()
        asked = question()
        asked.safe.click()
        assert dialog.isVisible()
        dialog.close()
        question().act.click()
        wait_until(lambda: not dialog.isVisible(), 3)

    def test_nothing_to_lose_is_not_asked_about(self, make: Make):
        dialog = make(name="Given")
        dialog.reject()
        assert not dialog.isVisible()


class TestMorePhotos:
    def test_photos_are_added_to_somebody_whose_facts_stay_as_they_are(
        self, make: Make, station: Station, said: list[str]
    ):
        second = stored(station, "0002")
        dialog = make(person=second, pictures=[portrait(station, 1)])
        assert "Person 2" in dialog.windowTitle()
        assert text(dialog, "name").isReadOnly()
        assert not part(dialog, QComboBox, "group").isEnabled()
        settled(dialog, 1)
        assert not shown(dialog, "twin"), "nobody is their own double"
        assert dialog.enrol.text() == "Add 1 photo"
        dialog.on_enrol_clicked()
        wait_until(lambda: said, 10)
        assert photos_of(station, "0002") == 2
        assert stored(station, "0002") == second

    def test_poses_on_record_are_not_asked_for(self, make: Make, station: Station):
        dialog = make(person=stored(station, "0002"))
        held = lambda: [each.slot.name for each in part(dialog, PhotoSlots).slots if each.slot.held]  # noqa: E731
        wait_until(held, 5)
        assert len(held()) == 1
        assert foot(dialog) == "Still needed: a photo."

    def test_a_photo_of_somebody_else_is_not_added(self, make: Make, station: Station):
        dialog = make(person=stored(station, "0002"), pictures=[STRANGER])
        settled(dialog, 1)
        assert not dialog.enrol.isEnabled()
        assert "Person 2" in part(dialog, QWidget, "stranger").accessibleName()
