from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import cv2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListView,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.facts import a_punch
from tests.stations import portraits
from tests.ui.desks import desk_over

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.directory import PeopleQuery, PeopleState
from faceattend.domain.people import Person, Photo
from faceattend.services.people import Newcomer
from faceattend.services.station import Station
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.edit_person import EditPersonDialog
from faceattend.ui.dialogs.enrol import EnrolDialog
from faceattend.ui.dialogs.set_aside import SetAsideDialog
from faceattend.ui.pages.people import PeoplePage
from faceattend.ui.widgets.question import Question

pytestmark = [pytest.mark.gui, pytest.mark.models, pytest.mark.usefixtures("theme")]

ADMIN = LOCAL_ADMINISTRATOR
TODAY = datetime.now(UTC).astimezone().date()


@pytest.fixture
def station(home_with_people: Home, open_here: Callable[[Home], Station]) -> Station:
    """A station with Person 1 to Person 6, of whom the first two are in groups."""
    station = open_here(home_with_people)
    for person, group in zip(station.people.list(ADMIN), ("Sales", "École"), strict=False):
        station.people.update(ADMIN, replace(person, group=group))
    return station


@pytest.fixture
def desk(station: Station) -> Iterator[Desk]:
    with desk_over(station) as desk:
        yield desk


@pytest.fixture
def said(desk: Desk) -> list[tuple[str, Callable[[], None] | None]]:
    """The toasts."""
    told: list[tuple[str, Callable[[], None] | None]] = []
    desk.notices.said.connect(lambda words, undo: told.append((words, undo)))
    return told


@pytest.fixture
def failures(desk: Desk) -> list[Exception]:
    told: list[Exception] = []
    desk.notices.failed.connect(told.append)
    return told


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[PeoplePage]:
    """The page in a window of its own, its list filled and Person 1 beside it."""
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.resize(1240, 800)
    page.show()
    page.activateWindow()
    page.entered()
    qtbot.waitUntil(lambda: shown(page) == "Person 1", timeout=10_000)
    yield page
    page.hide()


def table(page: PeoplePage) -> QTableView:
    return page.findChild(QTableView, "table")


def part(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def names(page: PeoplePage) -> list[str | None]:
    model = table(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def shown(page: PeoplePage) -> str:
    details = part(page, "detail").details
    return details.listed.person.name if details else ""


def stored(station: Station, number: str) -> Person:
    return next(person for person in station.people.list(ADMIN) if person.number == number)


def photos(station: Station, person: Person) -> list[Photo]:
    with station.database.reading() as work:
        return work.faces.photos(person.id)


def dialog(kind: type[QDialog], qtbot: QtBot) -> QDialog:
    """The dialog that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=5_000)
    return QApplication.activeModalWidget()


def choose(page: PeoplePage, qtbot: QtBot, row: int) -> None:
    table(page).setCurrentIndex(table(page).model().index(row, 0))
    wanted = f"Person {row + 1}"
    qtbot.waitUntil(lambda: shown(page) == wanted, timeout=5_000)


class TestFinding:
    def test_the_list_is_filled_and_says_how_many_there_are(self, page: PeoplePage, qtbot: QtBot):
        qtbot.waitUntil(lambda: names(page) == [f"Person {n}" for n in range(1, 7)])
        qtbot.waitUntil(lambda: part(page, "count").text() == "6 enrolled")
        assert part(page, "footer").text() == "6 people, 6 on screen"
        assert part(page, "second").text() == "0001 · Sales"

    def test_typing_searches_names_numbers_and_groups(self, page: PeoplePage, qtbot: QtBot):
        field = page.search_field()
        for text, found in (("ecole", ["Person 2"]), ("0004", ["Person 4"]), ("person 6", ["Person 6"])):
            field.clear()
            qtbot.keyClicks(field, text)
            qtbot.waitUntil(lambda found=found: names(page) == found)

    def test_where_nobody_is_found_one_click_shows_everybody(self, page: PeoplePage, qtbot: QtBot):
        qtbot.keyClicks(page.search_field(), "nobody like this")
        empty = part(page, "empty")
        qtbot.waitUntil(empty.isVisible)
        assert "nobody like this" in empty.accessibleName()
        empty.button.click()
        qtbot.waitUntil(lambda: len(names(page)) == 6)
        assert page.search_field().text() == ""
        assert part(page, "state").currentData() == PeopleState.ALL

    def test_a_group_and_a_state_filter(self, page: PeoplePage, station: Station, desk: Desk, qtbot: QtBot):
        group, state = part(page, "group"), part(page, "state")
        assert [group.itemText(row) for row in range(group.count())] == [
            "All groups",
            "École",
            "Sales",
            "Without a group",
        ]
        pick(group, "Sales")
        qtbot.waitUntil(lambda: names(page) == ["Person 1"])
        pick(group, "Without a group")
        qtbot.waitUntil(lambda: len(names(page)) == 4)
        pick(group, "All groups")
        station.people.enrol(ADMIN, Newcomer("0007", "Person 7"), [])
        desk.changes.people.emit()
        pick(state, "Without photos")
        qtbot.waitUntil(lambda: names(page) == ["Person 7"])
        assert part(page, "count").text() == "7 enrolled, 1 without a face"

    def test_headers_and_the_menu_sort(self, page: PeoplePage, qtbot: QtBot):
        forth = [f"Person {n}" for n in range(1, 7)]
        click_header(page, qtbot, 0)
        qtbot.waitUntil(lambda: names(page) == forth[::-1])
        click_header(page, qtbot, 1)
        qtbot.waitUntil(lambda: names(page)[:2] == ["Person 2", "Person 1"])
        assert part(page, "order_button").text() == "Sorted by group"
        click_header(page, qtbot, 4)  # there is no order of when people were seen
        assert table(page).horizontalHeader().sortIndicatorSection() == 1

    def test_a_home_without_people_says_what_comes_next(
        self, open_here: Callable[[Home], Station], tmp_path: Path, qtbot: QtBot
    ):
        with desk_over(open_here(Home(tmp_path / "new"))) as desk:
            page = PeoplePage(desk)
            qtbot.addWidget(page)
            page.show()
            page.entered()
            empty = part(page, "empty")
            qtbot.waitUntil(empty.isVisible)
            assert empty.accessibleName() == "Nobody is enrolled yet"
            assert empty.button.text() == "Enrol person"
            assert not part(page, "footer").isVisible()


def pick(box: QComboBox, words: str) -> None:
    row = box.findText(words)
    assert row >= 0
    box.setCurrentIndex(row)
    box.activated.emit(row)


def click_header(page: PeoplePage, qtbot: QtBot, column: int) -> None:
    header = table(page).horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))


class TestByKeyboard:
    def test_arrows_and_letters_walk_and_the_person_follows(self, page: PeoplePage, qtbot: QtBot):
        table(page).setFocus()
        for key, name in ((Qt.Key.Key_Down, "Person 2"), (Qt.Key.Key_J, "Person 3"), (Qt.Key.Key_K, "Person 2")):
            qtbot.keyClick(table(page), key)
            qtbot.waitUntil(lambda name=name: shown(page) == name)

    def test_enter_goes_to_the_person(self, page: PeoplePage, qtbot: QtBot):
        table(page).setFocus()
        qtbot.keyClick(table(page), Qt.Key.Key_Return)
        qtbot.waitUntil(part(page, "edit_button").hasFocus)

    def test_delete_asks_and_deactivates_and_can_be_undone(
        self, page: PeoplePage, station: Station, qtbot: QtBot, said: list
    ):
        qtbot.keyClick(table(page), Qt.Key.Key_Delete)
        question = dialog(Question, qtbot)
        assert "Person 1" in question.windowTitle()
        qtbot.waitUntil(question.safe.hasFocus)
        question.act.click()
        qtbot.waitUntil(lambda: stored(station, "0001").active_to == TODAY)
        qtbot.waitUntil(lambda: bool(said))
        words, undo = said[0]
        assert "Person 1" in words
        undo()
        qtbot.waitUntil(lambda: stored(station, "0001").active_to is None)

    def test_delete_that_is_thought_better_of_changes_nothing(self, page: PeoplePage, station: Station, qtbot: QtBot):
        qtbot.keyClick(table(page), Qt.Key.Key_Delete)
        qtbot.keyClick(dialog(Question, qtbot), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        assert stored(station, "0001").active_to is None

    def test_n_enrols_but_not_while_somebody_is_writing(self, page: PeoplePage, qtbot: QtBot):
        page.search_field().setFocus()
        qtbot.keyClick(page.search_field(), Qt.Key.Key_N)
        assert QApplication.activeModalWidget() is None
        assert page.search_field().text() == "n"
        page.search_field().clear()
        table(page).setFocus()
        qtbot.keyClick(table(page), Qt.Key.Key_N)
        dialog(EnrolDialog, qtbot).reject()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        page.begin("enrol")  # as Live asks for it
        dialog(EnrolDialog, qtbot).reject()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    def test_photos_can_be_taken_of_the_person_shown(self, page: PeoplePage, qtbot: QtBot):
        (take, *_) = part(page, "more_button").menu().actions()
        take.trigger()
        more = dialog(EnrolDialog, qtbot)
        assert "Person 1" in more.windowTitle()
        assert part(more, "number").isReadOnly()
        more.reject()

    def test_selected_people_are_copied_as_text(self, page: PeoplePage, qtbot: QtBot, said: list):
        table(page).selectAll()
        qtbot.keyClick(table(page), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: bool(said))
        lines = QGuiApplication.clipboard().text().splitlines()
        assert [line.split("\t")[:3] for line in lines[:3]] == [
            ["0001", "Person 1", "Sales"],
            ["0002", "Person 2", "École"],
            ["0003", "Person 3", ""],
        ]
        assert said[0] == ("People copied: 6", None)


class TestEditing:
    def test_a_change_is_stored_and_shown(self, page: PeoplePage, station: Station, qtbot: QtBot, said: list):
        part(page, "edit_button").click()
        edit = dialog(EditPersonDialog, qtbot)
        part(edit, "name").setText("  Wolfeschlegelsteinhausen-Bergerdorff Maximiliane ")
        part(edit, "group").setEditText("New group")
        part(edit, "from_set").setChecked(True)
        qtbot.keyClick(part(edit, "name"), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        person = stored(station, "0001")
        assert (person.name[:5], person.group, person.active_from) == ("Wolfe", "New group", TODAY)
        qtbot.waitUntil(lambda: shown(page) == person.name)
        qtbot.waitUntil(lambda: part(page, "group").findText("New group") > 0)
        assert said[0][0].startswith("Wolfe")

    def test_a_number_that_is_taken_is_told_at_its_field(self, page: PeoplePage, station: Station, qtbot: QtBot):
        part(page, "edit_button").click()
        edit = dialog(EditPersonDialog, qtbot)
        part(edit, "number").setText("0002")
        edit.on_save_clicked()
        qtbot.waitUntil(lambda: part(edit, "number_error").isVisible())
        assert "Person 2" in part(edit, "number_error").text()
        assert part(edit, "number").property("error") == "true"
        assert stored(station, "0001").name == "Person 1"
        part(edit, "number").setText("0001b")
        edit.on_save_clicked()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        assert stored(station, "0001b").name == "Person 1"

    def test_what_cannot_be_is_told_before_anything_is_stored(self, page: PeoplePage, station: Station, qtbot: QtBot):
        part(page, "edit_button").click()
        edit = dialog(EditPersonDialog, qtbot)
        part(edit, "name").setText(" ")
        for tick, field, day in (("from_set", "active_from", 20), ("to_set", "active_to", 10)):
            part(edit, tick).setChecked(True)
            part(edit, field).setDate(date(2026, 3, day))
        edit.on_save_clicked()
        assert part(edit, "name_error").text()
        assert part(edit, "active_to_error").text()
        qtbot.waitUntil(part(edit, "name").hasFocus)
        assert not part(edit, "number_error").text()
        assert stored(station, "0001").active_to is None
        edit.done(0)

    def test_changes_are_not_thrown_away_without_asking(self, page: PeoplePage, qtbot: QtBot):
        part(page, "edit_button").click()
        edit = dialog(EditPersonDialog, qtbot)
        part(edit, "name").setText("Another")
        qtbot.keyClick(edit, Qt.Key.Key_Escape)
        dialog(Question, qtbot).safe.click()
        assert edit.isVisible()
        edit.reject()
        dialog(Question, qtbot).act.click()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    def test_without_changes_it_closes_at_once(self, page: PeoplePage, qtbot: QtBot):
        part(page, "edit_button").click()
        qtbot.keyClick(dialog(EditPersonDialog, qtbot), Qt.Key.Key_Escape)
        assert QApplication.activeModalWidget() is None


class TestPhotos:
    def test_the_last_photo_is_set_aside_only_knowingly_and_comes_back(
        self, page: PeoplePage, station: Station, qtbot: QtBot, said: list
    ):
        gallery = station.models.gallery()
        grid = part(page, "photos")
        qtbot.keyClick(grid, Qt.Key.Key_Delete)
        aside = dialog(SetAsideDialog, qtbot)
        assert part(aside, "last").isVisible()
        assert "no camera can know Person 1" in part(aside, "last").accessibleDescription()
        part(aside, "reason").setEditText("  ")
        aside.on_aside_clicked()
        assert part(aside, "reason_error").isVisible()
        part(aside, "reason").setEditText("Hat")
        aside.on_aside_clicked()
        qtbot.waitUntil(lambda: [each.set_aside for each in photos(station, stored(station, "0001"))] == ["Hat"])
        qtbot.waitUntil(lambda: gallery.people == 5)  # a moment after it is stored
        qtbot.waitUntil(lambda: part(page, "no_photos").isVisible())
        assert "no camera can know" in said[0][0]
        again = next(each for each in page.findChildren(QAbstractButton) if each.text() == "Use it again")
        again.click()
        qtbot.waitUntil(lambda: gallery.people == 6)
        qtbot.waitUntil(lambda: part(page, "photos").isVisible())
        qtbot.waitUntil(lambda: len(said) == 2)
        said[1][1]()
        qtbot.waitUntil(lambda: gallery.people == 5)
        qtbot.waitUntil(lambda: len(said) == 3)
        said[2][1]()
        qtbot.waitUntil(lambda: gallery.people == 6)

    def test_a_photo_is_kept_where_one_thinks_better_of_it(self, page: PeoplePage, station: Station, qtbot: QtBot):
        part(page, "photos").aside_wanted.emit(part(page, "detail").details.photos[0])
        aside = dialog(SetAsideDialog, qtbot)
        qtbot.keyClick(aside, Qt.Key.Key_Return)  # the safe button has the focus
        assert QApplication.activeModalWidget() is None
        assert photos(station, stored(station, "0001"))[0].set_aside is None

    def test_photos_are_added_and_those_refused_are_listed(
        self,
        page: PeoplePage,
        station: Station,
        tmp_path: Path,
        qtbot: QtBot,
        said: list,
        monkeypatch: pytest.MonkeyPatch,
    ):
        mine, not_one = tmp_path / "mine.png", tmp_path / "text.png"
        cv2.imwrite(str(mine), cv2.convertScaleAbs(portraits(station)[0], alpha=0.9))
        not_one.write_text("no picture")
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(mine), str(not_one)], ""))
        part(page, "add_button").click()
        assert not part(page, "add_button").isEnabled()
        assert part(page, "busy").isVisible()
        qtbot.waitUntil(lambda: len(photos(station, stored(station, "0001"))) == 2, timeout=10_000)
        refused = part(page, "refused")
        qtbot.waitUntil(refused.isVisible)
        assert "text.png" in refused.accessibleDescription()
        assert said[0][0] == "Photos added to Person 1: 1"
        assert part(page, "add_button").isEnabled()

    def test_photos_of_somebody_else_are_asked_about(
        self, page: PeoplePage, station: Station, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ):
        station.people.enrol(ADMIN, Newcomer("0007", "Person 7"), [])
        page.refresh()
        qtbot.waitUntil(lambda: len(names(page)) == 7)
        choose(page, qtbot, 6)
        theirs = tmp_path / "theirs.png"
        cv2.imwrite(str(theirs), portraits(station)[2])
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(theirs)], ""))
        part(page, "add_button").click()
        question = dialog(Question, qtbot)
        assert "Person 7" in question.windowTitle()
        assert "Person 3" in question.windowTitle()
        assert photos(station, stored(station, "0007")) == []
        question.act.click()
        qtbot.waitUntil(lambda: len(photos(station, stored(station, "0007"))) == 1, timeout=10_000)
        qtbot.waitUntil(part(page, "alike_side").isVisible, timeout=10_000)
        assert "Person 3" in part(page, "alike_name").text()
        part(page, "alike_button").click()
        qtbot.waitUntil(lambda: shown(page) == "Person 3")

    def test_photos_of_which_none_will_do_are_told(
        self, page: PeoplePage, tmp_path: Path, qtbot: QtBot, failures: list, monkeypatch: pytest.MonkeyPatch
    ):
        (tmp_path / "a.png").write_text("no picture")
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "a.png")], ""))
        part(page, "add_button").click()
        qtbot.waitUntil(lambda: bool(failures), timeout=10_000)
        assert part(page, "add_button").isEnabled()


class TestBesideTheList:
    def test_who_comes_in_is_inside_at_once(self, page: PeoplePage, station: Station, desk: Desk, qtbot: QtBot):
        assert not part(page, "chip").isVisible()
        person = stored(station, "0001")
        now = datetime.now(UTC)
        with station.database.transaction() as work:
            site = work.sites.get_or_add("Main", "UTC")
            punch = a_punch(
                person_id=person.id,
                at=now,
                zone="UTC",
                direction=Direction.IN,
                source=PunchSource.MANUAL,
                site_id=site.id,
                camera_id=None,
                sighting_id=None,
                score=None,
            )
            work.punches.add(punch)
        desk.pipeline.recorded.emit(SimpleNamespace(punch=punch))
        qtbot.waitUntil(part(page, "chip").isVisible)
        assert part(page, "chip").accessibleName() == f"Inside since {now:%H:%M}"
        qtbot.waitUntil(lambda: str(table(page).model().index(0, 4).data()) == f"Today {now:%H:%M}")

    def test_a_narrow_window_shows_one_at_a_time(self, page: PeoplePage, qtbot: QtBot):
        page.setMinimumSize(0, 0)
        page.resize(1100, 700)
        assert not part(page, "detail").isVisible()
        qtbot.keyClick(table(page), Qt.Key.Key_Return)
        assert part(page, "detail").isVisible()
        assert not table(page).isVisible()
        qtbot.keyClick(part(page, "edit_button"), Qt.Key.Key_Escape)
        assert table(page).isVisible()
        qtbot.waitUntil(table(page).hasFocus)
        page.resize(1300, 700)
        assert part(page, "detail").isVisible()
        assert table(page).isVisible()
        assert not part(page, "back_button").isVisible()

    def test_somebody_who_is_not_active_says_so_and_can_be_again(
        self, page: PeoplePage, station: Station, desk: Desk, qtbot: QtBot
    ):
        person = stored(station, "0001")
        station.people.deactivate(ADMIN, person.id, TODAY - timedelta(days=1))
        desk.changes.people.emit()
        qtbot.waitUntil(lambda: part(page, "chip").accessibleName().startswith("Not active since"))
        assert names(page)[0] == "Person 2", "the list is of those who are active"
        part(page, "detail").reactivate_wanted.emit()
        qtbot.waitUntil(lambda: stored(station, "0001").active_to is None)

    def test_a_database_that_is_busy_is_told(
        self, page: PeoplePage, desk: Desk, qtbot: QtBot, failures: list, monkeypatch: pytest.MonkeyPatch
    ):
        fault = RuntimeError("the disk is on fire")

        def fail(*_: object) -> None:
            raise fault

        monkeypatch.setattr(type(desk.station.directory), "ids", fail)
        page.refresh()
        qtbot.waitUntil(lambda: failures == [fault])
        assert len(names(page)) == 6, "what was known stays"


def test_every_control_has_a_name(page: PeoplePage):
    kinds = (QAbstractButton, QLineEdit, QComboBox, QTableView, QListView)
    controls = [each for kind in kinds for each in page.findChildren(kind) if each.isVisibleTo(page)]
    nameless = [
        each.objectName() or type(each).__name__
        for each in controls
        if not (each.accessibleName() or getattr(each, "text", str)())
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parent(), QTableView | QComboBox | QLineEdit)
    ]
    assert nameless == []


def test_pages_that_are_opened_and_left_ask_nothing_of_dead_widgets(desk: Desk, qtbot: QtBot):
    for _ in range(5):
        page = PeoplePage(desk)
        page.show()
        page.entered()
        page.hide()
        page.deleteLater()
    qtbot.waitUntil(lambda: desk.questions.busy == 0, timeout=10_000)
    assert len(desk.station.directory.ids(ADMIN, PeopleQuery())) == 6
