"""The page of the front desk over a real station: what is stored appears, and what is answered is stored."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.facts import a_sighting
from tests.stations import add_camera, wait_until
from tests.ui.desks import desk_over
from tests.ui.painting import jpeg_of

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION
from faceattend.domain.attendance import Punch, PunchSource
from faceattend.domain.cameras import Camera, CameraState
from faceattend.domain.errors import LooksLikeSomeoneElse, StorageBusy
from faceattend.domain.people import Likeness
from faceattend.domain.vision import Box, Frame, Overlay, Sighting, TrackedFace, Verdict
from faceattend.services.feed import FeedService
from faceattend.services.people import Newcomer, PeopleService
from faceattend.services.station import Station, open_station
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.camera import CameraDialog
from faceattend.ui.dialogs.camera_help import CameraHelpDialog
from faceattend.ui.dialogs.decide import CandidateCard, DecideDialog
from faceattend.ui.dialogs.register_visitor import RegisterVisitorDialog
from faceattend.ui.main_window import MainWindow
from faceattend.ui.models.feed import FeedModel
from faceattend.ui.page_list import all_pages
from faceattend.ui.pages.live import FullScreenWall, LivePage
from faceattend.ui.pages.live_feed import WIDTH_PX
from faceattend.ui.pages.live_filters import FilterButton
from faceattend.ui.pages.live_layout import GAP_PX
from faceattend.ui.pages.live_list import FeedList
from faceattend.ui.pages.live_wall import TICK_MS, LiveWall
from faceattend.ui.theme import Theme
from faceattend.ui.widgets.camera_tile import RING_PX
from faceattend.ui.widgets.feed_row import FeedEntry, FeedSection
from faceattend.ui.widgets.search_field import SearchField
from faceattend.ui.widgets.table_looks import VALUE_ROLE
from faceattend.ui.widgets.tile_view import TileState
from faceattend.ui.window_state import WindowState
from faceattend.workers.recorder import Recorded

pytestmark = pytest.mark.gui

SECOND = timedelta(seconds=1)
_W = TypeVar("_W", bound=QWidget)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    opened = open_station(Home(tmp_path / "home"))
    yield opened
    opened.close()


@pytest.fixture
def cameras(station: Station) -> list[Camera]:
    return [add_camera(station, name, f"rtsp://camera.lan/{name}") for name in ("Reception", "Loading bay")]


@pytest.fixture
def people(station: Station) -> list[UUID]:
    newcomers = [Newcomer("1", "Ada Brandt", group="Sales"), Newcomer("2", "Grace Mensah"), Newcomer("3", "Joy Mensah")]
    return [station.people.enrol(LOCAL_ADMINISTRATOR, each, []).person.id for each in newcomers]


@pytest.fixture
def desk(station: Station, cameras: list[Camera]) -> Iterator[Desk]:
    assert cameras
    with desk_over(station) as desk:
        yield desk


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[LivePage]:
    assert theme
    page = LivePage(desk)
    qtbot.addWidget(page)
    page.resize(1240, 872)
    page.show()
    page.entered()
    settled(desk)
    yield page
    page.left()


def settled(desk: Desk) -> None:
    """Until nothing is asked any more."""
    wait_until(lambda: desk.questions.busy == 0 and desk.jobs.busy == 0, 10)


def see(desk: Desk, camera: Camera, verdict: Verdict = Verdict.KNOWN, **changes: object) -> Sighting:
    """A camera sees somebody now, and the recorder stores it."""
    known = verdict is Verdict.KNOWN
    fields: dict[str, object] = {"person_id": None} if verdict is Verdict.UNKNOWN else {}
    sighting = a_sighting(
        **{"camera_id": camera.id, "seen_at": datetime.now(UTC), "verdict": verdict, "crop_jpeg": b""}
        | fields
        | changes
    )
    punch = desk.station.attendance.record(STATION, sighting)
    assert known or punch is None
    desk.pipeline.recorded.emit(Recorded(sighting, punch))
    return sighting


def show_frame(desk: Desk, camera: Camera, seq: int, at: datetime, *faces: TrackedFace) -> None:
    hub = desk.pipeline.hub
    hub.put(Frame(camera.id, seq, at, np.full((72, 128, 3), 90, np.uint8)))
    hub.put_overlay(Overlay(camera.id, seq, faces))
    hub.report(camera.id, CameraState.LIVE)


def model_of(page: LivePage) -> FeedModel:
    return page.findChildren(FeedModel)[0]


def list_of(page: LivePage) -> FeedList:
    return page.findChildren(FeedList)[0]


def titles(page: LivePage) -> list[str]:
    model = model_of(page)
    return [model.index(row).data(VALUE_ROLE).title for row in range(model.rowCount())]


def entries(page: LivePage) -> list[FeedEntry]:
    model = model_of(page)
    values = [model.index(row).data(VALUE_ROLE) for row in range(model.rowCount())]
    return [value for value in values if not isinstance(value, FeedSection)]


def dialog_of(page: LivePage, kind: type[_W]) -> _W:
    wait_until(lambda: [each for each in page.findChildren(kind) if each.isVisible()], 10)
    return next(each for each in page.findChildren(kind) if each.isVisible())


def punches(desk: Desk) -> list[Punch]:
    now = datetime.now(UTC)
    return desk.station.attendance.punches(LOCAL_ADMINISTRATOR, now - timedelta(days=2), now + timedelta(days=1))


def said(desk: Desk) -> list[tuple[str, Callable[[], None] | None]]:
    heard: list[tuple[str, Callable[[], None] | None]] = []
    desk.notices.said.connect(lambda words, undo: heard.append((words, undo)))
    return heard


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    widget.window().activateWindow()
    wait_until(lambda: QApplication.activeWindow() is not None, 10)
    qtbot.keyClick(QApplication.focusWidget() or widget, key)


def test_a_sighting_appears_the_moment_it_is_stored(
    people: list[UUID], page: LivePage, desk: Desk, cameras: list[Camera]
):
    assert "Nobody seen yet today" in {each.accessibleName() for each in page.findChildren(QWidget) if each.isVisible()}
    see(desk, cameras[0], person_id=people[0])
    wait_until(lambda: titles(page) == ["Latest", "Ada Brandt"], 10)
    see(desk, cameras[1], Verdict.UNKNOWN)
    wait_until(lambda: titles(page) == ["Waiting for you: 1", "Unknown visitor", "Latest", "Ada Brandt"], 10)
    assert entries(page)[1].second == "Sales · In · Reception"


def test_what_was_seen_before_is_there_when_the_page_opens(
    qtbot: QtBot, theme: Theme, desk: Desk, cameras: list[Camera], people: list[UUID]
):
    assert theme
    see(desk, cameras[0], person_id=people[0])
    page = LivePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    settled(desk)
    assert titles(page) == ["Latest", "Ada Brandt"]
    page.left()


def test_new_rows_do_not_scroll_who_reads(page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID]):
    for n in range(30):
        see(desk, cameras[0], person_id=people[n % 3], seen_at=datetime.now(UTC) - (60 - n) * SECOND)
    wait_until(lambda: len(entries(page)) == 30, 10)
    view = list_of(page)
    view.verticalScrollBar().setValue(400)
    QApplication.processEvents()
    read = view.indexAt(QPoint(50, 40))
    before, what = view.visualRect(read).top(), read.data(VALUE_ROLE).id
    see(desk, cameras[1], Verdict.UNKNOWN)
    see(desk, cameras[0], person_id=people[0])
    wait_until(lambda: len(entries(page)) == 32, 10)
    QApplication.processEvents()
    still = view.indexAt(QPoint(50, 40))
    assert (still.data(VALUE_ROLE).id, view.visualRect(still).top()) == (what, before)
    view.verticalScrollBar().setValue(0)
    see(desk, cameras[0], Verdict.UNKNOWN)
    wait_until(lambda: titles(page)[0] == "Waiting for you: 2", 10)
    assert view.verticalScrollBar().value() == 0


def test_rows_reach_below_the_scroll_bar_on_either_side(
    page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID], qtbot: QtBot
):
    rows = list_of(page)
    see(desk, cameras[0], person_id=people[0])
    qtbot.waitUntil(rows.isVisible)
    assert not rows.bar.isVisible()
    assert rows.viewport().geometry() == rows.rect()
    for _ in range(30):
        see(desk, cameras[0], person_id=people[0])
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        page.setLayoutDirection(direction)
        qtbot.waitUntil(rows.bar.isVisible)
        qtbot.waitUntil(lambda: rows.viewport().geometry() == rows.rect())
        assert rows.childAt(rows.bar.geometry().center()) is rows.bar
        rtl = direction == Qt.LayoutDirection.RightToLeft
        assert rows.bar.geometry().left() == (0 if rtl else rows.width() - rows.bar.width())
        rows.bar.setValue(rows.bar.maximum())
        last = rows.model().index(rows.model().rowCount() - 1, 0)
        assert rows.visualRect(last).bottom() == rows.viewport().rect().bottom()
        rows.verticalScrollBar().setValue(7)
        assert rows.bar.value() == 7


def test_words_and_numbers_of_a_busy_day_fit_side_by_side(page: LivePage, qtbot: QtBot):
    filters = page._form.feed._form.filters
    filters.count({None: 1234, Verdict.KNOWN: 1150, Verdict.UNSURE: 24, Verdict.UNKNOWN: 60})
    buttons = filters.findChildren(FilterButton)
    qtbot.waitUntil(lambda: all(button.width() == button.sizeHint().width() for button in buttons))
    assert page._form.feed.width() == WIDTH_PX


def test_search_and_filters_choose_rows(
    page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID], qtbot: QtBot
):
    see(desk, cameras[0], person_id=people[0])
    see(desk, cameras[1], person_id=people[1])
    stranger = see(desk, cameras[1], Verdict.UNKNOWN, frames=1)
    wait_until(lambda: len(entries(page)) == 3, 10)
    field = page.search_field()
    assert isinstance(field, SearchField)
    qtbot.keyClicks(field, "sales")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wait_until(lambda: titles(page) == ["Latest", "Ada Brandt"], 10)
    see(desk, cameras[1], person_id=people[2])  # does not fit, and does not come in
    settled(desk)
    qtbot.wait(250)
    settled(desk)
    assert titles(page) == ["Latest", "Ada Brandt"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    wait_until(lambda: len(entries(page)) == 4, 10)
    unknown = next(b for b in page.findChildren(QWidget) if b.accessibleName() == "Unknown, 1")
    qtbot.mouseClick(unknown, Qt.MouseButton.LeftButton)
    wait_until(lambda: [entry.id for entry in entries(page)] == [stranger.id], 10)


def test_where_nobody_fits_one_click_shows_everybody_again(
    page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID], qtbot: QtBot
):
    see(desk, cameras[0], person_id=people[0])
    wait_until(lambda: len(entries(page)) == 1, 10)
    field, empty = page.search_field(), page._form.feed._form.empty
    assert isinstance(field, SearchField)
    unsure = next(b for b in page.findChildren(FilterButton) if b.accessibleName() == "Unsure, 0")
    qtbot.mouseClick(unsure, Qt.MouseButton.LeftButton)
    wait_until(lambda: empty.isVisible() and empty.accessibleName() == "Nobody matches", 10)
    qtbot.keyClicks(field, "ada")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled(desk)
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    wait_until(lambda: titles(page) == ["Latest", "Ada Brandt"], 10)
    assert (field.text(), unsure.isChecked()) == ("", False)
    assert field.hasFocus() or QApplication.activeWindow() is None


def test_while_nobody_is_enrolled_the_pane_says_so_and_leads_there(page: LivePage, desk: Desk, qtbot: QtBot):
    empty = page._form.feed._form.empty
    assert empty.accessibleName() == "Nobody is enrolled yet"
    with qtbot.waitSignal(page.wanted_task) as wanted:
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert wanted.args == ["people", "enrol"]
    desk.station.people.enrol(LOCAL_ADMINISTRATOR, Newcomer("1", "Ada"), [])
    desk.changes.people.emit()
    wait_until(lambda: empty.accessibleName() == "Nobody seen yet today", 10)
    assert not empty.button.isVisible()


def test_letters_typed_into_the_search_field_do_nothing_else(
    page: LivePage, desk: Desk, cameras: list[Camera], qtbot: QtBot
):
    see(desk, cameras[0], Verdict.UNKNOWN)
    wait_until(lambda: len(entries(page)) == 1, 10)
    field = page.search_field()
    field.setFocus()
    qtbot.keyClicks(field, "vdx1f")
    assert field.text() == "vdx1f"
    assert not [each for each in page.findChildren(QDialog) if each.isVisible()]


def test_dismissed_by_a_key_and_brought_back_by_undo(page: LivePage, desk: Desk, cameras: list[Camera], qtbot: QtBot):
    heard = said(desk)
    see(desk, cameras[0], Verdict.UNKNOWN)
    wait_until(lambda: len(entries(page)) == 1, 10)
    press(qtbot, page, Qt.Key.Key_X)
    press(qtbot, page, Qt.Key.Key_X)  # in haste
    wait_until(lambda: titles(page) == ["Latest", "Unknown visitor"], 10)
    assert entries(page)[0].words == f"Dismissed by {LOCAL_ADMINISTRATOR.name}"
    ((words, undo),) = heard
    assert "was dismissed" in words
    assert undo is not None
    undo()
    wait_until(lambda: titles(page) == ["Waiting for you: 1", "Unknown visitor"], 10)


def test_decided_by_keys_alone(page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID], qtbot: QtBot):
    heard = said(desk)
    sighting = see(
        desk, cameras[0], Verdict.UNSURE, person_id=people[1], runner_up_id=people[2], score=0.4, runner_up_score=0.38
    )
    wait_until(lambda: titles(page) == ["Waiting for you: 1", "Grace or Joy Mensah?"], 10)
    press(qtbot, page, Qt.Key.Key_D)
    dialog = dialog_of(page, DecideDialog)
    wait_until(lambda: len(dialog.findChildren(CandidateCard)) == 2, 10)
    press(qtbot, dialog, Qt.Key.Key_2)
    wait_until(lambda: len(heard) == 1, 10)
    (punch,) = punches(desk)
    assert (punch.person_id, punch.sighting_id, punch.score) == (people[2], sighting.id, 0.38)
    assert (punch.source, punch.made_by) == (PunchSource.DECISION, LOCAL_ADMINISTRATOR.name)
    assert heard[0] == (f"Joy Mensah: in at {punch.local:%H:%M:%S}", None)
    wait_until(lambda: titles(page) == ["Latest", "Joy Mensah"], 10)


def test_somebody_else_is_looked_up_and_compared(
    page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID], qtbot: QtBot
):
    see(desk, cameras[0], Verdict.UNSURE, person_id=people[1])
    wait_until(lambda: len(entries(page)) == 1, 10)
    press(qtbot, page, Qt.Key.Key_D)
    dialog = dialog_of(page, DecideDialog)
    wait_until(lambda: len(dialog.findChildren(CandidateCard)) == 1, 10)
    field = dialog.findChildren(SearchField)[0]
    qtbot.keyClicks(field, "ada")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled(desk)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wait_until(lambda: len(dialog.findChildren(CandidateCard)) == 2, 10)
    chosen = next(card for card in dialog.findChildren(CandidateCard) if card.person.id == people[0])
    qtbot.mouseClick(chosen.button, Qt.MouseButton.LeftButton)
    wait_until(lambda: len(punches(desk)) == 1, 10)
    assert (punches(desk)[0].person_id, punches(desk)[0].score) == (people[0], None)


def test_what_somebody_else_decided_meanwhile_is_said_and_not_done_again(
    page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID], qtbot: QtBot
):
    sighting = see(desk, cameras[0], Verdict.UNSURE, person_id=people[1])
    wait_until(lambda: len(entries(page)) == 1, 10)
    press(qtbot, page, Qt.Key.Key_D)
    dialog = dialog_of(page, DecideDialog)
    wait_until(lambda: dialog.findChildren(CandidateCard), 10)
    desk.station.answers.decide(LOCAL_ADMINISTRATOR, sighting.id, people[0])
    press(qtbot, dialog, Qt.Key.Key_1)
    wait_until(lambda: "has answered this already" in dialog._form.trouble.accessibleName(), 10)
    assert dialog.isVisible()
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(punches(desk)) == 1


def test_a_visitor_is_registered_by_keys_alone(page: LivePage, desk: Desk, cameras: list[Camera], qtbot: QtBot):
    heard = said(desk)
    see(desk, cameras[0], Verdict.UNKNOWN)
    wait_until(lambda: len(entries(page)) == 1, 10)
    press(qtbot, page, Qt.Key.Key_V)
    dialog = dialog_of(page, RegisterVisitorDialog)
    wait_until(lambda: dialog._form.number.text() == "V-0001", 10)
    qtbot.keyClick(dialog._form.name, Qt.Key.Key_Return)  # nothing may happen yet
    assert not dialog._register.isEnabled()
    qtbot.keyClicks(dialog._form.name, "Wei Zhang")
    qtbot.keyClick(dialog._form.name, Qt.Key.Key_Return)
    wait_until(lambda: len(heard) == 1, 10)
    (punch,) = punches(desk)
    (visitor,) = [each for each in desk.station.people.list(LOCAL_ADMINISTRATOR) if each.number == "V-0001"]
    assert punch.person_id == visitor.id
    assert (visitor.name, visitor.group) == ("Wei Zhang", "Visitors")
    assert visitor.active_from == visitor.active_to == punch.local.date()
    wait_until(lambda: titles(page) == ["Latest", "Wei Zhang"], 10)


def test_a_number_that_is_taken_is_said_at_its_field(
    page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID], qtbot: QtBot
):
    assert people
    see(desk, cameras[0], Verdict.UNKNOWN)
    wait_until(lambda: len(entries(page)) == 1, 10)
    press(qtbot, page, Qt.Key.Key_V)
    dialog = dialog_of(page, RegisterVisitorDialog)
    wait_until(dialog._form.number.text, 10)
    dialog._form.name.setText("Wei")
    dialog._form.number.setText("1")
    qtbot.mouseClick(dialog._register, Qt.MouseButton.LeftButton)
    settled(desk)
    assert "belongs to Ada Brandt" in dialog._form.number_error.text()
    assert not punches(desk)
    dialog._form.number.setText("V-0009")
    assert dialog._form.number_error.text() == ""
    assert dialog._register.isEnabled()
    dialog.reject()


def test_when_the_database_is_busy_the_pane_says_so_and_can_be_asked_again(
    qtbot: QtBot, theme: Theme, desk: Desk, people: list[UUID], monkeypatch: pytest.MonkeyPatch
):
    assert theme
    assert people
    failed: list[Exception] = []
    desk.notices.failed.connect(failed.append)

    def busy(*_: object) -> None:
        raise StorageBusy("The database is busy.")

    page = LivePage(desk)
    qtbot.addWidget(page)
    with monkeypatch.context() as patch:
        patch.setattr(FeedService, "day", busy)
        page.show()
        page.entered()
        settled(desk)
        assert len(failed) == 1
        empty = page._form.feed._form.empty
        assert (empty.accessibleName(), empty.accessibleDescription()) == (
            "The feed cannot be read",
            "The database is busy.",
        )
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    settled(desk)
    assert empty.accessibleName() == "Nobody seen yet today"
    page.left()


def test_a_name_that_was_still_being_read_comes_to_the_picture_that_is_shown(
    page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID]
):
    wall = page._form.wall
    wall._timer.stop()  # nothing else tells the tiles
    seen = TrackedFace(1, Box(10, 10, 20, 20), Verdict.KNOWN, people[0])
    show_frame(desk, cameras[0], 1, datetime.now(UTC), seen)
    wall.tick()
    assert [face.label for face in wall.tiles[0].view.faces] == [""]
    wait_until(lambda: [face.label for face in wall.tiles[0].view.faces] == ["Ada Brandt"], 5)


def test_tiles_follow_the_hub(page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID]):
    seen = TrackedFace(1, Box(10, 10, 20, 20), Verdict.KNOWN, people[0])
    show_frame(desk, cameras[0], 1, datetime.now(UTC), seen)
    show_frame(desk, cameras[1], 1, datetime.now(UTC) - 40 * SECOND)
    tiles = page._form.wall.tiles

    def live() -> bool:
        show_frame(desk, cameras[0], 1, datetime.now(UTC), seen)
        return [face.label for face in tiles[0].view.faces] == ["Ada Brandt"]

    wait_until(live, 9)  # before the other camera is blind for 50 seconds
    assert (tiles[0].view.state, tiles[1].view.state) == (TileState.LIVE, TileState.STALE)
    assert tiles[1].accessibleName().startswith("Loading bay, no picture for 4")
    tiles[1].help_wanted.emit()
    dialog = dialog_of(page, CameraHelpDialog)
    assert "connected, and silent" in dialog._form.detail.text()
    dialog.reject()


def test_nothing_is_asked_while_nobody_looks(
    page: LivePage, desk: Desk, cameras: list[Camera], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    show_frame(desk, cameras[0], 1, datetime.now(UTC))
    page.left()
    asked: list[UUID] = []
    monkeypatch.setattr(desk.pipeline.hub, "newest", asked.append)
    qtbot.wait(200)
    assert asked == []


def test_a_tile_is_enlarged_and_brought_back(page: LivePage, qtbot: QtBot):
    wall = page._form.wall
    size = wall.tiles[0].size()
    press(qtbot, page, Qt.Key.Key_2)
    QApplication.processEvents()
    assert [tile.view.name for tile in wall.tiles] in (["Loading bay"], ["Reception"])
    assert wall.tiles[0].width() > size.width() * 1.2
    press(qtbot, page, Qt.Key.Key_Escape)
    assert len(wall.tiles) == 2
    wall.tiles[0].activated.emit()
    assert wall.alone
    page._form.back_button.click()
    assert not wall.alone
    assert page.tiles == wall.tiles


def test_in_a_narrow_window_the_feed_covers_the_wall_and_leads_back(
    page: LivePage, desk: Desk, cameras: list[Camera], qtbot: QtBot
):
    form = page._form
    page.resize(968, 700)
    assert (form.wall.isVisible(), form.feed.isVisible()) == (True, False)
    assert form.feed_button.text() == "Seen today"
    see(desk, cameras[0], Verdict.UNKNOWN)
    qtbot.waitUntil(lambda: form.feed_button.text() == "Waiting for you: 1")
    press(qtbot, page, Qt.Key.Key_S)
    assert (form.wall.isVisible(), form.feed.isVisible()) == (False, True)
    assert form.feed.width() == page.width()
    assert page.panes() == (list_of(page),)
    press(qtbot, list_of(page), Qt.Key.Key_Escape)
    assert (form.wall.isVisible(), form.feed.isVisible()) == (True, False)
    assert page.search_field().isVisible()  # a search needs it
    form.feed.findChild(QAbstractButton, "back_button").click()
    assert (form.wall.isVisible(), form.feed.isVisible()) == (True, False)
    form.feed_button.click()
    page.resize(1240, 872)
    assert (form.wall.isVisible(), form.feed.isVisible()) == (True, True)
    assert form.feed_button.isHidden()


def test_in_a_narrow_window_no_key_answers_what_is_out_of_view(
    page: LivePage, desk: Desk, cameras: list[Camera], qtbot: QtBot
):
    form = page._form
    page.resize(968, 700)
    see(desk, cameras[0], Verdict.UNKNOWN)
    qtbot.waitUntil(lambda: form.feed_button.text() == "Waiting for you: 1")
    for key in (Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_D):
        press(qtbot, page, key)
        assert form.feed.isVisible()
        assert QApplication.activeModalWidget() is None
        form.feed.findChild(QAbstractButton, "back_button").click()
    assert form.feed_button.text() == "Waiting for you: 1"
    press(qtbot, page, Qt.Key.Key_S)
    press(qtbot, list_of(page), Qt.Key.Key_1)
    assert (form.wall.isVisible(), form.wall.alone) == (True, True)


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
@pytest.mark.parametrize("cells", [6, 9, 16])
@pytest.mark.parametrize("size", [(968, 700), (640, 420)])
def test_tiles_keep_their_gaps_however_small_they_are(
    qtbot: QtBot, theme: Theme, station: Station, size: tuple[int, int], cells: int, direction: Qt.LayoutDirection
):
    assert theme
    for number in range(16):
        add_camera(station, f"Door {number:02d}", f"rtsp://camera.lan/{number}")
    with desk_over(station) as desk:
        page = LivePage(desk)
        qtbot.addWidget(page)
        page.setLayoutDirection(direction)
        page.resize(*size)
        page.show()
        page._form.layouts.chosen.emit(cells)
        QApplication.processEvents()
        inner = [tile.geometry().adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX) for tile in page._form.wall.tiles]
        assert len(inner) == cells
        row = sorted((each for each in inner if each.top() == inner[0].top()), key=QRect.left)
        assert len(row) > 1
        assert {right.left() - left.right() - 1 for left, right in pairwise(row)} == {GAP_PX}
        rows = sorted({each.top() for each in inner})
        assert {low - high - inner[0].height() for high, low in pairwise(rows)} == {GAP_PX}
        assert all(page._form.wall.rect().contains(each) for each in inner)
        settled(desk)


def test_the_wall_fills_a_screen_and_comes_back(page: LivePage, qtbot: QtBot):
    wall = page._form.wall
    press(qtbot, page, Qt.Key.Key_F)
    screen = page.findChildren(FullScreenWall)[0]
    assert wall.window() is screen
    assert screen.isFullScreen()
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert wall.window() is page
    assert page.isAncestorOf(wall)
    assert wall.isVisible()
    press(qtbot, page, Qt.Key.Key_F)
    page.findChildren(FullScreenWall)[-1].close()
    assert page.isAncestorOf(wall)


def test_without_cameras_it_says_what_to_do(qtbot: QtBot, theme: Theme, station: Station):
    assert theme
    with desk_over(station) as desk:
        page = LivePage(desk)
        qtbot.addWidget(page)
        page.show()
        page.entered()
        settled(desk)
        assert not page.findChildren(LiveWall)[0].isVisible()
        with qtbot.waitSignal(page.wanted_task) as wanted:
            page._form.no_cameras.button.click()
        assert wanted.args == ["settings", "add camera"]
        camera = add_camera(station, "New door", "rtsp://camera.lan/new")
        desk.pipeline.apply([camera])
        page._on_second()
        assert [tile.isVisible() for tile in page._form.wall.tiles] == [True]
        page.left()


def test_one_click_leads_from_the_empty_wall_to_adding_a_camera(qtbot: QtBot, theme: Theme, station: Station):
    assert theme
    add_camera(station, "Old door", "rtsp://camera.lan/old")
    station.cameras.set_enabled(LOCAL_ADMINISTRATOR, "Old door", enabled=False)
    with desk_over(station) as desk:
        desk.pipeline.apply([])
        window = MainWindow(desk, all_pages(), WindowState(station.home))
        qtbot.addWidget(window)
        window.show()
        settled(desk)
        live = window.page
        assert isinstance(live, LivePage)
        for _ in range(2):  # again, when the page is known already
            qtbot.mouseClick(live._form.no_cameras.button, Qt.MouseButton.LeftButton)
            wait_until(lambda: [each for each in window.findChildren(CameraDialog) if each.isVisible()], 10)
            (dialog,) = [each for each in window.findChildren(CameraDialog) if each.isVisible()]
            settled(desk)
            qtbot.keyClicks(dialog._form.name, "Old door")
            assert dialog._form.name_error.text().startswith("Another camera has this name")  # also one out of use
            dialog.reject()
            window.go_back()
            assert window.page is live
        window.open_page("settings")
        settled(desk)
        assert not [each for each in window.findChildren(CameraDialog) if each.isVisible()]
        window.let_close()


def test_what_to_check_leads_to_the_cameras(page: LivePage, desk: Desk, cameras: list[Camera], qtbot: QtBot):
    show_frame(desk, cameras[1], 1, datetime.now(UTC) - 47 * SECOND)
    page._form.wall.tiles[1].help_wanted.emit()
    dialog = dialog_of(page, CameraHelpDialog)
    with qtbot.waitSignal(page.wanted_task) as wanted:
        dialog.settings_wanted.emit()
    assert wanted.args == ["settings", "cameras"]
    dialog.reject()


def test_many_cameras_are_turned_over_in_pages(qtbot: QtBot, theme: Theme, station: Station):
    assert theme
    for number in range(20):
        add_camera(station, f"Door {number:02d}", f"rtsp://camera.lan/{number}")
    with desk_over(station) as desk:
        page = LivePage(desk)
        qtbot.addWidget(page)
        page.resize(1240, 872)
        page.show()
        page.entered()
        settled(desk)
        form = page._form
        names = [tile.view.name for tile in form.wall.tiles]
        assert names == [f"Door {number:02d}" for number in range(16)]
        assert form.page_label.text() == "1 of 2"
        form.next_button.click()
        form.wall.tick()
        assert [tile.view.name for tile in form.wall.tiles] == [f"Door {number:02d}" for number in range(16, 20)]
        rooms: list[bool] = []
        page.wanted_room.connect(rooms.append)
        form.wall.enlarge(0)
        form.wall.enlarge(None)
        assert set(rooms) == {True}
        form.layouts.chosen.emit(4)
        assert rooms[-1] is False
        assert form.wall.pages == (0, 5)
        assert len(form.wall.tiles) == 4
        form.layouts.chosen.emit(16)
        show_frame(desk, desk.pipeline.cameras[17], 1, datetime.now(UTC) - 9 * SECOND)
        form.sort_button.setChecked(True)
        for _ in range(4 * 16):  # four tiles a tick, and the order may change once a second
            form.wall.tick()
        assert form.wall.tiles[0].view.name == "Door 17"
        page.left()


def test_many_tiles_are_told_a_few_at_a_time_and_all_of_them_as_often_as_few(
    qtbot: QtBot, theme: Theme, station: Station
):
    assert theme
    for number in range(16):
        add_camera(station, f"Door {number:02d}", f"rtsp://camera.lan/{number}")
    with desk_over(station) as desk:
        page = LivePage(desk)
        qtbot.addWidget(page)
        page.show()
        page.entered()
        settled(desk)
        wall = page._form.wall
        wall._timer.stop()
        for camera in desk.pipeline.cameras:
            show_frame(desk, camera, 1, datetime.now(UTC))
        told: list[int] = []
        for _ in range(4):
            wall.tick()
            told.append(sum(tile.view.frame is not None for tile in wall.tiles))
        assert told == [4, 8, 12, 16]
        assert wall._timer.interval() * 4 <= TICK_MS
        page.left()


def test_from_right_to_left_pane_and_tiles_change_sides(page: LivePage):
    wall = page._form.wall
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    first, second = (QRect(tile.mapTo(page, QPoint(0, 0)), tile.size()) for tile in wall.tiles)
    assert page._form.feed.geometry().right() < first.left()
    assert first.top() < second.top() or first.left() > second.left()
    QLocale.setDefault(QLocale())


def test_every_control_can_be_named_and_reached(page: LivePage):
    controls = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]
    assert len(controls) >= 8
    nameless = [each for each in controls if not (each.accessibleName() or getattr(each, "text", str)())]
    assert nameless == []
    assert [pane.isVisible() for pane in page.panes()] == [True, True]
    assert {key for key, _ in LivePage.keys(page)} >= {"V", "D", "X", "F", "Esc"}


def test_a_look_alike_blocks_until_somebody_answers(
    page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    ada = next(each for each in desk.station.people.list(LOCAL_ADMINISTRATOR) if each.id == people[0])
    real, asked = PeopleService.enrol, []

    def enrol(self: PeopleService, *given: object, confirmed_different: bool = False) -> object:
        asked.append(confirmed_different)
        if not confirmed_different:
            raise LooksLikeSomeoneElse("The face is enrolled.", likeness=Likeness(ada, 0.6))
        actor, newcomer, _ = given
        return real(self, actor, newcomer, [], confirmed_different=True)

    monkeypatch.setattr(PeopleService, "enrol", enrol)
    see(desk, cameras[0], Verdict.UNKNOWN, crop_jpeg=jpeg_of("red"))
    wait_until(lambda: len(entries(page)) == 1, 10)
    press(qtbot, page, Qt.Key.Key_V)
    dialog = dialog_of(page, RegisterVisitorDialog)
    wait_until(dialog._form.number.text, 10)
    qtbot.keyClicks(dialog._form.name, "Wei")
    qtbot.keyClick(dialog._form.name, Qt.Key.Key_Return)
    wait_until(dialog._form.twin.isVisible, 10)
    assert not dialog._register.isEnabled()
    assert "Ada Brandt" in dialog._form.twin_text.text()
    assert punches(desk) == []
    qtbot.mouseClick(dialog._form.two_people, Qt.MouseButton.LeftButton)
    wait_until(lambda: len(punches(desk)) == 1, 10)
    assert asked == [False, True]
    assert punches(desk)[0].person_id != ada.id


def test_the_same_person_is_punched_and_not_enrolled_again(
    page: LivePage, desk: Desk, cameras: list[Camera], people: list[UUID], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    ada = next(each for each in desk.station.people.list(LOCAL_ADMINISTRATOR) if each.id == people[0])

    def enrol(*_: object, **__: object) -> None:
        raise LooksLikeSomeoneElse("The face is enrolled.", likeness=Likeness(ada, 0.6))

    monkeypatch.setattr(PeopleService, "enrol", enrol)
    see(desk, cameras[0], Verdict.UNKNOWN, crop_jpeg=jpeg_of("red"))
    wait_until(lambda: len(entries(page)) == 1, 10)
    press(qtbot, page, Qt.Key.Key_V)
    dialog = dialog_of(page, RegisterVisitorDialog)
    wait_until(dialog._form.number.text, 10)
    qtbot.keyClicks(dialog._form.name, "Wei")
    qtbot.keyClick(dialog._form.name, Qt.Key.Key_Return)
    wait_until(dialog._form.twin.isVisible, 10)
    assert dialog._form.same_person.text() == "It is Ada Brandt"
    qtbot.mouseClick(dialog._form.same_person, Qt.MouseButton.LeftButton)
    wait_until(lambda: [punch.person_id for punch in punches(desk)] == [ada.id], 10)
    assert len(desk.station.people.list(LOCAL_ADMINISTRATOR)) == 3
