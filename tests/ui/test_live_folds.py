"""Many unknown faces at the front desk: told in few rows, opened, chosen and dismissed together, with one way back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.facts import a_sighting
from tests.stations import add_camera, wait_until
from tests.ui.desks import desk_over
from tests.ui.test_live import dialog_of, entries, list_of, model_of, press, said, see, settled, titles

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.attendance import AnswerKind
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import AlreadyExists, FaceAttendError, StorageBusy
from faceattend.domain.vision import Sighting, Verdict
from faceattend.services.answers import AnswerService
from faceattend.services.people import Newcomer
from faceattend.services.station import open_station
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.register_visitor import RegisterVisitorDialog
from faceattend.ui.pages import live_reader
from faceattend.ui.pages.live import LivePage
from faceattend.ui.pages.live_filters import FilterButton
from faceattend.ui.pages.live_list import FeedList
from faceattend.ui.theme import Theme
from faceattend.ui.widgets.feed_row import action_rect
from faceattend.ui.widgets.table_looks import VALUE_ROLE

pytestmark = pytest.mark.gui

SECOND = timedelta(seconds=1)
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Front:
    """The front desk, and what it said."""

    page: LivePage
    desk: Desk
    cameras: list[Camera]
    qtbot: QtBot
    said: list[tuple[str, Callable[[], None] | None]] = field(default_factory=list)
    failed: list[FaceAttendError] = field(default_factory=list)

    @property
    def rows(self) -> FeedList:
        return list_of(self.page)

    def strangers(self, *ago_s: float, camera: int = 0) -> list[Sighting]:
        """Unknown faces so many seconds ago, the newest first in the list."""
        now = datetime.now(UTC)
        place = self.cameras[camera]
        return [see(self.desk, place, Verdict.UNKNOWN, seen_at=now - each * SECOND) for each in sorted(ago_s)]

    def shows(self, *wanted: str) -> None:
        wait_until(lambda: titles(self.page) == list(wanted), 10)

    def go_to(self, row: int) -> None:
        """Put the keyboard there, as Tab and the arrows do."""
        self.rows.window().activateWindow()
        wait_until(lambda: QApplication.activeWindow() is not None, 10)
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)
        self.rows.setCurrentIndex(model_of(self.page).index(row))

    def keys(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.rows, key, held)

    def bar(self) -> str | None:
        """What the bar below the rows says; None while it is not there."""
        form = self.page._form.feed._form
        return form.chosen.text() if form.choice.isVisible() else None

    def kinds(self, sighting: Sighting) -> list[AnswerKind]:
        with self.desk.station.database.reading() as work:
            return [each.kind for each in work.answers.history(sighting.id)]


@pytest.fixture
def front(qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Front]:
    assert theme
    began = datetime.now(UTC) - timedelta(hours=20)
    monkeypatch.setattr(live_reader, "morning_here", lambda: began)  # "an hour ago" is today, whenever the tests run
    station = open_station(Home(tmp_path / "home"))
    cameras = [add_camera(station, name, f"rtsp://camera.lan/{name}") for name in ("Reception", "Loading bay")]
    with desk_over(station) as desk:
        page = LivePage(desk)
        qtbot.addWidget(page)
        page.resize(1240, 872)
        page.show()
        page.entered()
        settled(desk)
        made = Front(page, desk, cameras, qtbot, said(desk))
        desk.notices.failed.connect(made.failed.append)
        yield made
        page.left()
    station.close()


def test_a_courier_who_waits_at_the_door_is_one_row(front: Front):
    front.strangers(100, 40, 10)
    front.shows("Waiting for you: 3", "3 unknown passages")
    front.strangers(5, camera=1)
    front.shows("Waiting for you: 4", "Unknown visitor", "3 unknown passages")
    buttons = [button.accessibleName() for button in front.page.findChildren(FilterButton)]
    assert buttons == ["All, 4", "Known, 0", "Unsure, 0", "Unknown, 4"]


def test_enter_and_the_arrows_open_and_close_it(front: Front):
    front.strangers(100, 40)
    front.shows("Waiting for you: 2", "2 unknown passages")
    opened = ["Waiting for you: 2", "2 unknown passages", "Unknown visitor", "Unknown visitor"]
    front.go_to(1)
    front.keys(Qt.Key.Key_Return)
    front.shows(*opened)
    front.keys(Qt.Key.Key_Return)
    front.shows(*opened[:2])
    front.keys(Qt.Key.Key_Right)
    front.shows(*opened)
    front.keys(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert front.rows.currentIndex().row() == 3
    front.keys(Qt.Key.Key_Left)
    front.shows(*opened[:2])
    assert front.rows.currentIndex().row() == 1


def test_from_right_to_left_the_arrows_change_sides(front: Front):
    front.strangers(100, 40)
    front.shows("Waiting for you: 2", "2 unknown passages")
    front.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    front.go_to(1)
    front.keys(Qt.Key.Key_Left)
    assert len(titles(front.page)) == 4
    front.keys(Qt.Key.Key_Right)
    assert len(titles(front.page)) == 2


def test_a_click_opens_it(front: Front):
    front.strangers(100, 40)
    front.shows("Waiting for you: 2", "2 unknown passages")
    place = front.rows.visualRect(model_of(front.page).index(1))
    button = action_rect(entries(front.page)[0], place.toRectF(), rtl=False).center().toPoint()
    front.qtbot.mouseClick(front.rows.viewport(), Qt.MouseButton.LeftButton, pos=button)
    assert len(titles(front.page)) == 4
    beside = place.topLeft() + QPoint(200, 20)
    front.qtbot.mouseClick(front.rows.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert len(titles(front.page)) == 4
    front.qtbot.mouseDClick(front.rows.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert len(titles(front.page)) == 2


def test_a_folded_row_is_dismissed_whole_and_brought_back_by_one_undo(front: Front):
    strangers = front.strangers(100, 40, 10)
    front.shows("Waiting for you: 3", "3 unknown passages")
    front.go_to(1)
    press(front.qtbot, front.page, Qt.Key.Key_X)
    front.shows("Latest", "3 unknown passages")
    assert entries(front.page)[0].words == f"Dismissed by {LOCAL_ADMINISTRATOR.name}"
    assert [front.kinds(each) for each in strangers] == [[AnswerKind.DISMISSED]] * 3
    ((words, undo),) = front.said
    assert words == "3 passages were dismissed"
    assert undo is not None
    undo()
    front.shows("Waiting for you: 3", "3 unknown passages")
    assert [front.kinds(each) for each in strangers] == [[AnswerKind.DISMISSED, AnswerKind.REOPENED]] * 3
    press(front.qtbot, front.page, Qt.Key.Key_Z)  # nothing: there is nothing left to undo
    front.qtbot.keyClick(front.rows, Qt.Key.Key_Z, CTRL)
    settled(front.desk)
    assert len(front.said) == 1
    assert front.failed == []


def test_rows_are_chosen_by_space_while_the_arrows_move_on(front: Front):
    front.strangers(10, camera=1)
    front.strangers(900)
    mine = front.strangers(2000, 2040)
    front.shows("Waiting for you: 4", "Unknown visitor", "Unknown visitor", "2 unknown passages")
    assert front.bar() is None
    front.go_to(1)
    front.keys(Qt.Key.Key_Space)
    assert front.bar() == "1 passage chosen"
    front.keys(Qt.Key.Key_Down)
    assert front.bar() == "1 passage chosen"
    front.keys(Qt.Key.Key_J, Qt.Key.Key_Space)
    assert front.bar() == "3 passages chosen"
    front.keys(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Space)  # no longer
    assert front.bar() == "2 passages chosen"
    front.keys(Qt.Key.Key_X)
    wait_until(lambda: titles(front.page)[:3] == ["Waiting for you: 2", "Unknown visitor", "Unknown visitor"], 10)
    assert [front.kinds(each) for each in mine] == [[AnswerKind.DISMISSED]] * 2
    assert front.bar() is None
    assert front.rows.currentIndex().row() > 0
    front.qtbot.keyClick(front.rows, Qt.Key.Key_Z, CTRL)
    front.shows("Waiting for you: 4", "Unknown visitor", "Unknown visitor", "2 unknown passages")


def test_shift_and_the_arrows_choose_what_waits_and_nothing_else(front: Front):
    person = front.desk.station.people.enrol(LOCAL_ADMINISTRATOR, Newcomer("1", "Ada"), []).person
    see(front.desk, front.cameras[0], person_id=person.id)
    front.strangers(10, camera=1)
    front.strangers(900)
    front.shows("Waiting for you: 2", "Unknown visitor", "Unknown visitor", "Latest", "Ada")
    front.go_to(1)
    front.keys(Qt.Key.Key_Down, held=SHIFT)
    assert front.bar() == "2 passages chosen"
    front.keys(Qt.Key.Key_Down, held=SHIFT)
    assert [index.row() for index in sorted(front.rows.selectedIndexes())] == [1, 2]
    front.keys(Qt.Key.Key_Escape)
    assert front.bar() is None
    front.go_to(4)
    front.keys(Qt.Key.Key_Space)  # nothing is asked about Ada
    assert front.bar() is None
    front.qtbot.keyClick(front.rows, Qt.Key.Key_A, CTRL)
    assert front.bar() == "2 passages chosen"
    front.qtbot.mouseClick(front.page._form.feed._form.dismiss_button, Qt.MouseButton.LeftButton)
    front.shows("Latest", "Ada", "Unknown visitor", "Unknown visitor")


def test_the_pointer_chooses_with_shift_and_ctrl_and_a_plain_click_ends_it(front: Front):
    front.strangers(10, camera=1)
    front.strangers(900)
    front.strangers(2000)
    front.shows("Waiting for you: 3", *["Unknown visitor"] * 3)

    def click(row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = front.rows.visualRect(model_of(front.page).index(row)).topLeft() + QPoint(200, 20)
        front.qtbot.mouseClick(front.rows.viewport(), Qt.MouseButton.LeftButton, held, place)

    click(1)
    assert front.bar() is None
    click(3, CTRL)
    assert front.bar() == "2 passages chosen"
    click(1)
    assert front.bar() is None
    click(3, SHIFT)
    assert front.bar() == "3 passages chosen"
    front.qtbot.mouseClick(front.page._form.feed._form.end_button, Qt.MouseButton.LeftButton)
    assert front.bar() is None


def test_a_fold_that_is_open_and_chosen_counts_each_passage_once(front: Front):
    front.strangers(100, 40)
    front.shows("Waiting for you: 2", "2 unknown passages")
    front.go_to(1)
    front.keys(Qt.Key.Key_Right)
    front.keys(Qt.Key.Key_Down, Qt.Key.Key_Down, held=SHIFT)
    assert len(front.rows.selectedIndexes()) == 3
    assert front.bar() == "2 passages chosen"


def test_what_grows_while_it_is_chosen_is_counted_and_stays_chosen(front: Front):
    front.strangers(100, 40)
    front.strangers(900, camera=1)
    front.shows("Waiting for you: 3", "2 unknown passages", "Unknown visitor")
    front.go_to(1)
    front.keys(Qt.Key.Key_Down, held=SHIFT)
    assert front.bar() == "3 passages chosen"
    front.strangers(5)
    wait_until(lambda: front.bar() == "4 passages chosen", 10)
    front.shows("Waiting for you: 4", "3 unknown passages", "Unknown visitor")


def test_if_one_was_answered_at_another_place_none_is_dismissed_and_the_list_says_how_it_stands(front: Front):
    first, *others = front.strangers(100, 40, 10)
    front.shows("Waiting for you: 3", "3 unknown passages")
    front.desk.station.answers.dismiss(LOCAL_ADMINISTRATOR, first.id)  # somebody else, a moment ago
    front.go_to(1)
    press(front.qtbot, front.page, Qt.Key.Key_X)
    wait_until(lambda: len(front.failed) == 1, 10)
    assert isinstance(front.failed[0], AlreadyExists)
    assert "one of 3" in str(front.failed[0])
    front.shows("Waiting for you: 2", "2 unknown passages", "Latest", "Unknown visitor")
    assert [front.kinds(each) for each in others] == [[], []]
    assert front.said == []
    press(front.qtbot, front.page, Qt.Key.Key_X)
    front.shows("Latest", "3 unknown passages")


def test_what_was_dismissed_together_is_opened_like_what_waits(front: Front):
    front.strangers(100, 40)
    front.shows("Waiting for you: 2", "2 unknown passages")
    front.go_to(1)
    press(front.qtbot, front.page, Qt.Key.Key_X)
    front.shows("Latest", "2 unknown passages")
    front.go_to(1)
    front.keys(Qt.Key.Key_Return)
    front.shows("Latest", "2 unknown passages", "Unknown visitor", "Unknown visitor")
    front.keys(Qt.Key.Key_Down, Qt.Key.Key_Left)
    front.shows("Latest", "2 unknown passages")
    front.keys(Qt.Key.Key_Space)
    press(front.qtbot, front.page, Qt.Key.Key_X)  # nothing: it is answered
    settled(front.desk)
    assert (front.bar(), len(front.said), front.failed) == (None, 1, [])


def test_all_unknown_faces_are_dismissed_by_one_key_and_those_unsure_stay(front: Front):
    person = front.desk.station.people.enrol(LOCAL_ADMINISTRATOR, Newcomer("1", "Ada"), []).person
    see(front.desk, front.cameras[0], Verdict.UNSURE, person_id=person.id)
    front.strangers(100, 40)
    front.strangers(900, camera=1)
    front.shows("Waiting for you: 4", "Ada?", "2 unknown passages", "Unknown visitor")
    front.go_to(1)
    front.qtbot.keyClick(front.rows, Qt.Key.Key_X, SHIFT)
    wait_until(lambda: titles(front.page)[:3] == ["Waiting for you: 1", "Ada?", "Latest"], 10)
    assert front.said[0][0] == "3 passages were dismissed"


def menu_of(front: Front) -> QMenu:
    wait_until(lambda: [menu for menu in front.page.findChildren(QMenu) if menu.isVisible()], 10)
    return next(menu for menu in front.page.findChildren(QMenu) if menu.isVisible())


def test_the_menu_of_a_row_offers_to_dismiss_all_of_it_or_all_unknown(front: Front):
    front.strangers(100, 40)
    front.strangers(900, camera=1)
    front.shows("Waiting for you: 3", "2 unknown passages", "Unknown visitor")
    front.go_to(1)
    front.keys(Qt.Key.Key_Menu)
    menu = menu_of(front)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Register visitor\tV",
        "Decide who\tD",
        "Dismiss all 2\tX",
        "Dismiss all 3 unknown faces\tShift+X",
    ]
    menu.actions()[2].trigger()
    menu.close()
    front.shows("Waiting for you: 1", "Unknown visitor", "Latest", "2 unknown passages")
    front.go_to(1)
    front.keys(Qt.Key.Key_Menu)
    assert [action.text() for action in menu_of(front).actions()] == [*words[:2], "Dismiss\tX"]
    menu_of(front).close()


def test_the_menu_of_a_chosen_row_is_about_all_that_are_chosen(front: Front):
    front.strangers(10, camera=1)
    front.strangers(900)
    front.shows("Waiting for you: 2", "Unknown visitor", "Unknown visitor")
    front.go_to(1)
    front.keys(Qt.Key.Key_Down, held=SHIFT)
    front.keys(Qt.Key.Key_Menu)
    assert "Dismiss all 2\tX" in [action.text() for action in menu_of(front).actions()]
    menu_of(front).close()


def test_the_face_that_is_shown_is_the_one_that_is_registered(front: Front):
    newest, _ = front.strangers(100, 40)
    front.shows("Waiting for you: 2", "2 unknown passages")
    front.go_to(1)
    press(front.qtbot, front.page, Qt.Key.Key_V)
    dialog = dialog_of(front.page, RegisterVisitorDialog)
    wait_until(dialog._form.number.text, 10)
    front.qtbot.keyClicks(dialog._form.name, "Wei")
    dialog._form.with_face.setChecked(False)
    front.qtbot.keyClick(dialog._form.name, Qt.Key.Key_Return)
    wait_until(lambda: front.kinds(newest) == [AnswerKind.VISITOR], 10)
    wait_until(lambda: titles(front.page)[:2] == ["Waiting for you: 1", "Unknown visitor"], 10)


def test_nothing_moves_under_the_reader_while_couriers_pass(front: Front):
    front.strangers(*[20 * n for n in range(1, 9)])
    for minute in range(10, 60, 8):
        front.strangers(60 * minute, camera=1)
    front.shows("Waiting for you: 15", "8 unknown passages", *["Unknown visitor"] * 7)
    view = front.rows
    view.verticalScrollBar().setValue(150)
    QApplication.processEvents()
    read = view.indexAt(QPoint(50, 60))
    before, what = view.visualRect(read).top(), read.data(VALUE_ROLE).id
    front.strangers(2)
    front.shows("Waiting for you: 16", "9 unknown passages", *["Unknown visitor"] * 7)
    QApplication.processEvents()
    still = view.indexAt(QPoint(50, 60))
    assert (still.data(VALUE_ROLE).id, view.visualRect(still).top()) == (what, before)


def test_when_other_rows_are_shown_nothing_is_chosen_any_more(front: Front):
    front.strangers(10, camera=1)
    front.strangers(900)
    front.shows("Waiting for you: 2", "Unknown visitor", "Unknown visitor")
    front.go_to(2)
    front.keys(Qt.Key.Key_Space)
    assert front.bar() == "1 passage chosen"
    front.desk.changes.people.emit()  # somebody was enrolled elsewhere: all is read anew
    wait_until(lambda: front.bar() is None and front.rows.isVisible(), 10)
    assert (front.rows.choosing, front.rows.chosen) == (False, ())


def test_the_focus_goes_back_to_the_rows_with_the_bar_of_what_is_chosen(front: Front):
    front.strangers(10, camera=1)
    front.strangers(900)
    front.strangers(2000)
    front.shows("Waiting for you: 3", *["Unknown visitor"] * 3)
    form = front.page._form.feed._form
    front.go_to(1)
    front.keys(Qt.Key.Key_Space)
    form.end_button.setFocus()
    front.qtbot.keyClick(form.end_button, Qt.Key.Key_Space)
    assert (front.bar(), front.rows.hasFocus()) == (None, True)
    front.keys(Qt.Key.Key_Space)
    front.qtbot.mouseClick(form.dismiss_button, Qt.MouseButton.LeftButton)
    front.shows("Waiting for you: 2", "Unknown visitor", "Unknown visitor", "Latest", "Unknown visitor")
    assert front.rows.hasFocus()


def test_of_several_that_are_chosen_the_newest_is_registered_whichever_row_is_above(front: Front):
    *_, newest = front.strangers(600, 400, 200, 5)[::-1]
    front.strangers(300, camera=1)
    front.shows("Waiting for you: 5", "Unknown visitor", "4 unknown passages")
    front.go_to(1)
    front.keys(Qt.Key.Key_Down, held=SHIFT)
    assert front.rows.chosen[0].id == newest.id
    assert len(front.rows.chosen) == 5


def test_each_dismissal_is_brought_back_once_by_its_button_or_by_the_key(front: Front):
    earlier, later = front.strangers(900)[0], front.strangers(10, camera=1)[0]
    front.shows("Waiting for you: 2", "Unknown visitor", "Unknown visitor")
    front.go_to(1)
    front.keys(Qt.Key.Key_X)
    front.shows("Waiting for you: 1", "Unknown visitor", "Latest", "Unknown visitor")
    front.go_to(1)
    front.keys(Qt.Key.Key_X)
    front.shows("Latest", "Unknown visitor", "Unknown visitor")
    (_, undo_later), (_, undo_earlier) = front.said
    assert undo_earlier is not None
    assert undo_later is not None
    undo_later()
    front.shows("Waiting for you: 1", "Unknown visitor", "Latest", "Unknown visitor")
    assert front.kinds(later)[-1] is AnswerKind.REOPENED
    front.keys(Qt.Key.Key_Z, held=CTRL)
    front.shows("Waiting for you: 2", "Unknown visitor", "Unknown visitor")
    undo_earlier()
    undo_later()
    settled(front.desk)
    assert front.failed == []
    assert [len(front.kinds(each)) for each in (earlier, later)] == [2, 2]


def test_what_could_not_be_brought_back_can_be_tried_again(front: Front, monkeypatch: pytest.MonkeyPatch):
    front.strangers(10)
    front.shows("Waiting for you: 1", "Unknown visitor")
    front.go_to(1)
    front.keys(Qt.Key.Key_X)
    front.shows("Latest", "Unknown visitor")

    def busy(*_: object) -> None:
        raise StorageBusy("Another program holds the database.")

    with monkeypatch.context() as patched:
        patched.setattr(AnswerService, "reopen", busy)
        front.keys(Qt.Key.Key_Z, held=CTRL)
        wait_until(lambda: len(front.failed) == 1, 10)
    front.keys(Qt.Key.Key_Z, held=CTRL)
    front.shows("Waiting for you: 1", "Unknown visitor")


def test_the_button_to_the_feed_counts_all_that_wait_whatever_is_searched_for(front: Front):
    person = front.desk.station.people.enrol(LOCAL_ADMINISTRATOR, Newcomer("1", "Ada"), []).person
    see(front.desk, front.cameras[0], person_id=person.id)
    front.strangers(10)
    front.shows("Waiting for you: 1", "Unknown visitor", "Latest", "Ada")
    front.page.resize(968, 700)
    field, button = front.page.search_field(), front.page._form.feed_button
    front.qtbot.keyClicks(field, "ada")
    front.shows("Latest", "Ada")
    assert button.text() == "Waiting for you: 1"
    front.strangers(5, camera=1)
    wait_until(lambda: button.text() == "Waiting for you: 2", 10)
    assert titles(front.page) == ["Latest", "Ada"]


def test_three_hundred_strangers_are_a_few_rows_and_go_in_one_stroke(front: Front):
    now = datetime.now(UTC)
    with front.desk.station.database.transaction() as work:
        for number in range(300):
            at, camera = now - 10 * number * SECOND, front.cameras[number % 2]
            work.sightings.add(a_sighting(camera_id=camera.id, seen_at=at, person_id=None, crop_jpeg=b""))
    front.strangers(1)
    wait_until(lambda: titles(front.page)[:1] == ["Waiting for you: 301"], 10)
    waiting = [entry for entry in entries(front.page) if entry.waiting]
    assert len(waiting) <= 6
    assert sum(entry.passages for entry in waiting) == 301
    front.go_to(1)
    front.qtbot.keyClick(front.rows, Qt.Key.Key_X, SHIFT)
    wait_until(lambda: titles(front.page)[:1] == ["Latest"], 10)
    assert front.said[0][0] == "301 passages were dismissed"
    front.qtbot.keyClick(front.rows, Qt.Key.Key_Z, CTRL)
    wait_until(lambda: titles(front.page)[:1] == ["Waiting for you: 301"], 10)
