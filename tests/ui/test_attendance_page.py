from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QDate, QItemSelection, QItemSelectionModel, QLocale, QPoint, Qt, QTime
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.facts import a_camera, a_person, a_punch, a_sighting, instant
from tests.ui.desks import desk_over
from tests.ui.painting import grabbed

from faceattend.config.images import encode_jpeg
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR, Actor, Role
from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import StorageBusy
from faceattend.domain.people import Person
from faceattend.domain.timecards import PresenceState
from faceattend.services.station import Station
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.manual_punch import ManualPunchDialog
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.models.attendance_days import Stretch
from faceattend.ui.pages.attendance import AttendancePage
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.lettering import width_of
from faceattend.ui.widgets.question import Question

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

NOW = instant("2026-11-19T14:30")
NAMES = ("Ada", "Bob", "فاطمة الزهراء", "王 伟")
PICTURE = encode_jpeg(np.full((48, 48, 3), 128, dtype=np.uint8))
Said = list[str]
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


@pytest.fixture
def station(tmp_path: Path, open_here: Callable[[Home], Station]) -> Station:
    return open_here(Home(tmp_path / "home"))


@pytest.fixture
def camera(station: Station) -> Camera:
    with station.database.transaction() as work:
        camera = a_camera(site=work.sites.get_or_add("Northgate", "Europe/Berlin"), name="Car park door")
        work.cameras.add(camera)
    return camera


@pytest.fixture
def people(station: Station) -> list[Person]:
    """Four people, of whom the first is in a group."""
    found = [a_person(number=str(n), name=name, group="Sales" if n == 0 else None) for n, name in enumerate(NAMES)]
    with station.database.transaction() as work:
        for person in found:
            work.people.add(person)
    return found


@pytest.fixture
def see(station: Station, camera: Camera) -> Callable[..., Punch]:
    """Stores what the camera saw of somebody, such as "in 2026-11-17T08:00"."""

    def add(who: Person, moment: str, **changes: object) -> Punch:
        way, local = moment.split()
        sighting = a_sighting(
            person_id=who.id, camera_id=camera.id, seen_at=instant(local), crop_jpeg=PICTURE, **changes
        )
        punch = a_punch(
            person_id=who.id, at=sighting.seen_at, direction=Direction(way), site_id=camera.site.id,
            camera_id=camera.id, sighting_id=sighting.id, score=sighting.score,
        )  # fmt: skip
        with station.database.transaction() as work:
            work.sightings.add(sighting)
            work.punches.add(punch)
        return punch

    return add


@pytest.fixture
def desk(station: Station, people: list[Person], see: Callable[..., Punch]) -> Iterator[Desk]:
    """A desk over a week: Ada has a plain Tuesday and a Wednesday without exit, Bob came this morning."""
    ada, bob, *_ = people
    for moment in ("in 2026-11-17T07:54", "out 2026-11-17T16:36", "in 2026-11-18T08:00"):
        see(ada, moment)
    see(bob, "in 2026-11-19T08:12")
    with desk_over(station) as desk:
        yield desk


@pytest.fixture
def said(desk: Desk) -> Said:
    told: Said = []
    desk.notices.said.connect(lambda words, _undo: told.append(words))
    return told


@pytest.fixture(autouse=True)
def locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[AttendancePage]:
    """The page in a window of its own, in the week of 16 November 2026, which is the present."""
    monkeypatch.setattr("faceattend.ui.models.attendance.datetime", Clock)
    page = AttendancePage(desk)
    qtbot.addWidget(page)
    page.resize(1240, 872)
    page.show()
    page.activateWindow()
    page.entered()
    qtbot.waitUntil(lambda: cell(page, 0, 0) == "Ada", timeout=10_000)
    yield page
    page.left()
    page.hide()


class Clock(datetime):
    """The present stands still."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:
        assert tz is UTC
        return NOW


def cell(page: AttendancePage, row: int, column: int) -> str | None:
    return page._model.index(row, column).data()


def rows(page: AttendancePage) -> list[str | None]:
    return [cell(page, row, 0) for row in range(page._model.rowCount())]


def choose(page: AttendancePage, row: int, column: int) -> None:
    page._form.grid.setCurrentIndex(page._model.index(row, column))


def shows(page: AttendancePage, *names: str) -> Callable[[], bool]:
    return lambda: rows(page) == list(names)


def test_the_week_at_a_glance(page: AttendancePage, qtbot: QtBot):
    assert rows(page) == list(NAMES)
    assert [cell(page, 0, column) for column in range(7)] == [
        "Ada", "", "07:54\u201316:36", "No exit seen", "", "", "8:42",
    ]  # fmt: skip
    assert cell(page, 1, 4) == "08:12\u2013now"
    assert page._form.range.text() == "16\u201320 Nov 2026"
    assert not page._form.present.isEnabled()
    qtbot.waitUntil(lambda: page._form.totals.text() == "4 people  ·  2 came  ·  1 to check  ·  8:42 hours")


def test_a_week_worked_through_has_room_for_its_times_beside_the_pane(
    page: AttendancePage, see: Callable[..., Punch], people: list[Person], qtbot: QtBot
):
    for day in (14, 15):  # Saturday and Sunday
        see(people[1], f"in 2026-11-{day}T08:00")
    page._form.before.click()
    qtbot.waitUntil(lambda: len(page._model.days) == 7)
    grid = page._form.grid
    room = grid.columnWidth(1) - 2 * grid.padding
    assert room >= width_of("00:00\u201300:00", font(TextRole.SECOND))
    assert not page._form.pane.isHidden()
    qtbot.waitUntil(lambda: not grid.horizontalScrollBar().isVisible())


def test_choosing_a_day_shows_its_evidence(page: AttendancePage, qtbot: QtBot):
    choose(page, 0, 2)
    pane = page._form.pane
    assert pane._form.title.text() == "Ada, Tue 17 Nov"
    assert pane._form.count.text() == "Evidence, 2 punches"
    qtbot.waitUntil(lambda: len(pane.evidence_cards()) == 2)
    first, second = pane.evidence_cards()
    assert (first.unfolded, second.unfolded) == (True, False)
    assert first.evidence is not None
    spoken = first.evidence.speak()
    assert "In 07:54:00, Car park door" in spoken
    assert "Clear match, 0.71, needed" in spoken
    assert "3 frames agree" in spoken


def test_a_missing_exit_says_what_it_means_and_what_to_do(page: AttendancePage):
    choose(page, 0, 3)
    words = page._form.pane._form.words.plain()
    assert "Without the exit this time is not counted" in words
    assert [chip._word for chip in page._form.pane._chips] == ["No exit seen", "0:00 h counted"]


def test_a_day_without_punches_and_a_whole_person(page: AttendancePage):
    choose(page, 0, 1)
    assert page._form.pane._form.words.plain() == "Nobody saw Ada on this day."
    choose(page, 0, 0)
    assert page._form.pane._form.title.text() == "Ada, 16\u201320 Nov 2026"
    assert [chip._word for chip in page._form.pane._chips] == ["To check: 1", "8:42 h counted"]


def test_evidence_that_was_erased_is_said_to_be(page: AttendancePage, station: Station, qtbot: QtBot):
    with station.database.transaction() as work:
        work.sightings.erase_crops(["known"], NOW)
    choose(page, 0, 2)
    qtbot.waitUntil(lambda: len(page._form.pane.evidence_cards()) == 2)
    shown = page._form.pane.evidence_cards()[0].evidence
    assert shown is not None
    assert shown.probe is not None
    assert (shown.probe.jpeg, "erased" in shown.probe.caption) == (None, True)


def test_keys_walk_through_days_weeks_and_months(page: AttendancePage, qtbot: QtBot):
    page.entered()
    assert QApplication.focusWidget() is page._form.grid
    grid = page._form.grid
    qtbot.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert page._form.range.text() == "9\u201313 Nov 2026"
    qtbot.keyClick(grid, Qt.Key.Key_M)
    assert (page._form.range.text(), page._form.stretch.value()) == ("November 2026", Stretch.MONTH)
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert page._form.range.text() == "December 2026"
    qtbot.keyClick(grid, Qt.Key.Key_T)
    qtbot.keyClick(grid, Qt.Key.Key_D)
    assert page._form.range.text() == "Thu 19 Nov 2026"
    qtbot.waitUntil(lambda: cell(page, 1, 1) == "08:12\u2013now")
    qtbot.keyClick(grid, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: page._model.columnCount() == 7 and cell(page, 0, 2) == "07:54\u201316:36")


def test_a_month_is_a_map_of_heat_in_which_trouble_and_choice_stand_out(page: AttendancePage, qtbot: QtBot):
    grid = page._form.grid
    qtbot.keyClick(grid, Qt.Key.Key_M)
    days = page._model.days
    qtbot.waitUntil(lambda: cell(page, 0, days.index(date(2026, 11, 18)) + 1) == "No exit seen")

    def heat(row: int, day: int) -> str:
        rect = grid.visualRect(page._model.index(row, days.index(date(2026, 11, day)) + 1))
        return grabbed(grid.viewport()).pixelColor(rect.left() + 3, rect.center().y()).name().upper()

    plain, trouble, nobody, today = heat(0, 17), heat(0, 18), heat(0, 16), heat(1, 19)
    assert (trouble, nobody) == (colour("warn_bg").name().upper(), colour("surface").name().upper())
    assert len({plain, trouble, nobody, today}) == 4
    at = page._model.index(0, days.index(date(2026, 11, 17)) + 1)
    grid.setCurrentIndex(page._model.index(3, 1))
    before = grabbed(grid.viewport()).copy(grid.visualRect(at))
    grid.setCurrentIndex(at)
    assert grabbed(grid.viewport()).copy(grid.visualRect(at)) != before
    grid.setCurrentIndex(page._model.index(3, 1))
    assert grabbed(grid.viewport()).copy(grid.visualRect(at)) == before


def month_of(page: AttendancePage, qtbot: QtBot) -> tuple[QAbstractItemView, int]:
    """Turn to the month; return the grid and the column of Tuesday the 17th, of which Ada has a plain day."""
    qtbot.keyClick(page._form.grid, Qt.Key.Key_M)
    column = page._model.days.index(date(2026, 11, 17)) + 1
    qtbot.waitUntil(lambda: cell(page, 0, column) == "07:54\u201316:36")
    return page._form.grid, column


def seen_at(grid: QAbstractItemView, row: int, column: int) -> QImage:
    rect = grid.visualRect(grid.model().index(row, column))
    return grabbed(grid.viewport()).copy(rect)


def test_a_part_of_a_month_is_painted_as_the_whole(page: AttendancePage, qtbot: QtBot):
    grid, column = month_of(page, qtbot)
    whole, rect = seen_at(grid, 0, column), grid.visualRect(page._model.index(0, column))
    part = QImage(rect.size(), QImage.Format.Format_RGB32)
    grid.viewport().render(part, QPoint(), rect)
    assert part == whole.convertToFormat(QImage.Format.Format_RGB32)


def test_a_month_scrolled_sideways_and_mirrored_shows_the_same_days(page: AttendancePage, qtbot: QtBot):
    grid, column = month_of(page, qtbot)
    page.resize(600, 700)
    assert grid.horizontalScrollBar().maximum() > 0
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        page.setLayoutDirection(direction)
        for at, look in ((column, "heat"), (column + 1, "warn_bg"), (column - 1, "surface")):
            grid.scrollTo(page._model.index(0, at))
            seen = seen_at(grid, 0, at).pixelColor(3, 24).name()
            assert (seen == colour("warn_bg").name(), seen == colour("surface").name()) == (
                look == "warn_bg",
                look == "surface",
            )


def test_chosen_people_hours_and_a_block_of_days_are_marked_in_a_month(page: AttendancePage, qtbot: QtBot):
    grid, column = month_of(page, qtbot)
    last, model = page._model.columnCount() - 1, page._model
    grid.setCurrentIndex(model.index(3, 1))
    places = [(0, column), (1, column + 1), (0, 0), (1, last)]
    plain = [seen_at(grid, *place) for place in places]
    grid.selectionModel().select(QItemSelection(model.index(0, 0), model.index(1, last)), _SELECT)
    assert all(seen_at(grid, *place) != before for place, before in zip(places, plain, strict=True))
    assert seen_at(grid, 2, column) == seen_at(grid, 2, column + 1), "the row below is as it was"


def test_rows_of_a_month_that_are_not_loaded_have_shapes(page: AttendancePage, qtbot: QtBot):
    grid, column = month_of(page, qtbot)
    loaded = seen_at(grid, 2, column)  # nobody was seen: empty
    page._model.wait(4, page._model.days)
    grid._fit()
    assert seen_at(grid, 2, column) != loaded
    assert seen_at(grid, 2, column) == seen_at(grid, 1, column + 1)


def test_letters_are_text_in_the_search_field(page: AttendancePage, qtbot: QtBot):
    search = page.search_field()
    search.setFocus()
    qtbot.keyClicks(search, "dmt")
    assert isinstance(search, QLineEdit)
    assert (search.text(), page._form.stretch.value()) == ("dmt", Stretch.WEEK)


def test_enter_leads_to_the_evidence_and_escape_back(page: AttendancePage, qtbot: QtBot):
    page._form.grid.setFocus()
    choose(page, 0, 2)
    qtbot.keyClick(page._form.grid, Qt.Key.Key_Return)
    pane = page._form.pane
    qtbot.waitUntil(lambda: pane.isAncestorOf(QApplication.focusWidget()))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert QApplication.focusWidget() is page._form.grid


def test_rest_days_appear_when_somebody_came(
    page: AttendancePage, see: Callable[..., Punch], people: list[Person], qtbot: QtBot
):
    see(people[1], "in 2026-11-14T09:00")
    page._form.before.click()
    qtbot.waitUntil(lambda: page._model.columnCount() == 8 and cell(page, 1, 6) == "No exit seen")
    assert page._form.range.text() == "9\u201314 Nov 2026"


@pytest.fixture
def nobody(page: AttendancePage, station: Station, people: list[Person], qtbot: QtBot) -> AttendancePage:
    """The page of a station whose people come later: nobody is to be seen on it."""
    with station.database.transaction() as work:
        for person in people:
            work.people.update(replace(person, active_from=date(2031, 1, 1)))
    page._go_to(date(2020, 3, 4))
    qtbot.waitUntil(lambda: page._form.views.currentWidget() is page._form.nobody)
    return page


def test_days_before_anybody_was_enrolled_lead_back_to_the_present(nobody: AttendancePage, qtbot: QtBot):
    empty = nobody._form.empty
    assert empty.accessibleName() == "Nobody is enrolled on these days"
    assert empty.button.text() == "This week"
    empty.button.click()
    qtbot.waitUntil(shows(nobody, *NAMES[:2]))  # they were seen, whenever they were to begin


def test_days_to_come_lead_back_too(nobody: AttendancePage, qtbot: QtBot):
    nobody._go_to(date(2027, 3, 4))
    qtbot.waitUntil(lambda: "earlier days" in nobody._form.empty.accessibleDescription())
    assert nobody._form.empty.button.text() == "This week"


def test_a_present_without_anybody_leads_to_enrolment(
    nobody: AttendancePage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    monkeypatch.setattr(Clock, "now", classmethod(lambda _, __=None: instant("2020-03-04T12:00")))
    nobody.entered()
    empty = nobody._form.empty
    qtbot.waitUntil(lambda: empty.button.text() == "Enrol a person")
    with qtbot.waitSignal(nobody.wanted_task) as wanted:
        empty.button.click()
    assert wanted.args == ["people", "enrol"]


def test_filters_narrow_and_nobody_left_can_be_undone(page: AttendancePage, people: list[Person], qtbot: QtBot):
    form = page._form
    form.state.setCurrentIndex(form.state.findData(PresenceState.TO_CHECK))
    qtbot.waitUntil(shows(page, "Ada"))
    form.state.setCurrentIndex(form.state.findData(PresenceState.INSIDE))
    qtbot.waitUntil(shows(page, "Bob"))
    form.group.setCurrentText("Sales")
    qtbot.waitUntil(lambda: form.views.currentWidget() is form.nobody)
    assert form.pane.isHidden()  # where there is no day there is none to choose
    form.empty.button.click()
    qtbot.waitUntil(shows(page, *NAMES))
    form.search.setText("زهر")
    qtbot.waitUntil(shows(page, people[2].name))
    qtbot.keyClick(form.search, Qt.Key.Key_Escape)
    form.camera.setCurrentText("Car park door")
    qtbot.waitUntil(shows(page, "Ada", "Bob"))


def test_a_new_punch_refreshes_the_row_in_view_and_the_day_beside_it(
    page: AttendancePage, desk: Desk, see: Callable[..., Punch], people: list[Person], qtbot: QtBot
):
    choose(page, 1, 4)
    qtbot.waitUntil(lambda: len(page._form.pane.evidence_cards()) == 1)
    punch = see(people[1], "out 2026-11-19T14:00")
    desk.pipeline.recorded.emit(SimpleNamespace(punch=None))
    desk.pipeline.recorded.emit(SimpleNamespace(punch=punch))
    qtbot.waitUntil(lambda: cell(page, 1, 4) == "08:12\u201314:00")
    qtbot.waitUntil(lambda: len(page._form.pane.evidence_cards()) == 2)


def test_the_table_is_copied(page: AttendancePage, said: Said, qtbot: QtBot):
    page._form.grid.setFocus()
    qtbot.keyClick(page._form.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[1] == "Ada\t\t07:54\u201316:36\tNo exit seen\t\t\t8:42"
    assert (len(lines), said) == (5, ["Copied 4 rows"])


def test_a_fault_of_the_database_is_told(
    page: AttendancePage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    told: list[Exception] = []
    desk.notices.failed.connect(told.append)
    busy = StorageBusy("Another program holds it.")

    def refuse(*_: object) -> None:
        raise busy

    monkeypatch.setattr(type(desk.station.timecards), "roster", refuse)
    page._form.before.click()
    qtbot.waitUntil(lambda: told == [busy])


def test_in_a_narrow_window_the_pane_covers_the_page(page: AttendancePage, qtbot: QtBot):
    page.resize(968, 700)
    assert (page._form.pane.isVisible(), page._form.main.isVisible()) == (False, True)
    choose(page, 0, 2)
    page._form.grid.setFocus()
    qtbot.keyClick(page._form.grid, Qt.Key.Key_Return)
    assert (page._form.pane.isVisible(), page._form.main.isVisible()) == (True, False)
    assert page._form.pane.width() == page.width()
    page._form.pane._form.close.click()
    assert (page._form.pane.isVisible(), page._form.main.isVisible()) == (False, True)


def test_a_day_is_chosen_in_the_calendar(page: AttendancePage, qtbot: QtBot):
    page._form.grid.setFocus()
    qtbot.keyClick(page._form.grid, Qt.Key.Key_G)
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
    calendar.clicked.emit(QDate(2026, 3, 4))
    assert page._form.range.text() == "2\u20136 Mar 2026"
    assert QApplication.activePopupWidget() is None


def test_every_control_has_a_name_and_tab_reads_on(page: AttendancePage):
    controls = QAbstractButton | QComboBox | QLineEdit | QAbstractItemView
    for widget in page.findChildren(QWidget):
        if isinstance(widget, controls) and widget.isVisibleTo(page) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert named, widget
    form = page._form
    order = [form.copy, form.add, form.before, form.range, form.after, form.search, form.group, form.grid]
    places = [each.mapTo(page, QPoint(0, 0)) for each in order]
    walked, step = [], form.copy
    for _ in range(60):
        walked.append(step)
        step = step.nextInFocusChain()
    assert [walked.index(each) for each in order] == sorted(walked.index(each) for each in order)
    assert [(place.y(), place.x()) for place in places] == sorted((place.y(), place.x()) for place in places)


# ---- adding a punch ------------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(page: AttendancePage, qtbot: QtBot) -> ManualPunchDialog:
    """Opened from Ada's Wednesday, whose exit is missing."""
    choose(page, 0, 3)
    page._form.pane._form.add.click()
    (dialog,) = page.findChildren(ManualPunchDialog)
    qtbot.waitUntil(lambda: dialog._form.site.count() == 1)
    return dialog


def fill(dialog: ManualPunchDialog, clock: str, reason: str = "Forgot to pass") -> None:
    form = dialog._form
    form.time.setTime(QTime.fromString(clock, "HH:mm"))
    form.direction._group.button(1).click()
    form.reason.setText(reason)


def test_a_missing_exit_is_added_by_hand(
    dialog: ManualPunchDialog, page: AttendancePage, station: Station, people: list[Person], said: Said, qtbot: QtBot
):
    assert dialog._form.person.person == people[0]
    assert dialog._form.day.date() == QDate(2026, 11, 18)
    assert (dialog._add.isEnabled(), "reason" in dialog._missing.plain()) == (False, True)
    fill(dialog, "16:30")
    assert (dialog._add.isEnabled(), dialog._missing.plain()) == (True, "")
    qtbot.keyClick(dialog._form.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(page, 0, 3) == "08:00\u201316:30")
    assert said == ["Out 16:30 added for Ada"]
    with station.database.reading() as work:
        (punch,) = [each for each in work.punches.between(NOW - timedelta(9), NOW) if each.camera_id is None]
    assert (punch.source, punch.reason, punch.made_by) == (
        PunchSource.MANUAL, "Forgot to pass", LOCAL_ADMINISTRATOR.name,
    )  # fmt: skip
    qtbot.waitUntil(lambda: len(page._form.pane.evidence_cards()) == 2)
    shown = page._form.pane.evidence_cards()[1].evidence
    assert shown is not None
    assert "Added by hand, by local administrator. Reason: Forgot to pass" in shown.speak()


def test_a_punch_close_by_is_asked_about(dialog: ManualPunchDialog, page: AttendancePage, qtbot: QtBot):
    fill(dialog, "08:03")
    dialog._add.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Question)))
    (question,) = dialog.findChildren(Question)
    question.accept()
    qtbot.waitUntil(lambda: cell(page, 0, 3) == "08:00\u201308:03")


def test_what_cannot_be_is_said_and_everything_typed_stays(dialog: ManualPunchDialog, qtbot: QtBot):
    form = dialog._form
    fill(dialog, "02:30")
    form.day.setDate(QDate(2026, 3, 29))
    assert not dialog._add.isEnabled()
    assert "set forward" in form.time_error.text()
    form.day.setDate(QDate(2026, 10, 25))
    assert (form.time_error.text(), form.twice.isHidden(), dialog._add.isEnabled()) == ("", False, True)
    form.day.setMaximumDate(QDate(2099, 1, 1))
    form.day.setDate(QDate(2098, 12, 1))
    dialog._add.click()
    qtbot.waitUntil(lambda: not form.trouble.isHidden())
    assert (form.reason.text(), dialog._add.isEnabled(), dialog.isVisible()) == ("Forgot to pass", True, True)
    dialog.reject()


def test_somebody_else_is_found_by_a_few_letters(dialog: ManualPunchDialog, people: list[Person], qtbot: QtBot):
    picker = dialog._form.person
    picker.field.clear()
    qtbot.keyClicks(picker.field, "bo")
    qtbot.waitUntil(lambda: picker.person is None and picker._list.count() == 1)
    qtbot.waitUntil(picker._list.isVisible)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert picker.person == people[1]
    assert dialog.isVisible()
    picker.field.clear()
    qtbot.keyClicks(picker.field, "nobody of that name")
    qtbot.waitUntil(lambda: picker._list.isVisible() and picker._list.item(0).text() == "Nobody matches")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert (picker.person, dialog._add.isEnabled()) == (None, False)
    dialog.reject()


def test_those_who_may_not_add_are_not_offered_it(desk: Desk, qtbot: QtBot):
    page = AttendancePage(replace(desk, actor=Actor("Front desk", Role.FRONT_DESK)))
    qtbot.addWidget(page)
    page.show()
    assert not page._form.add.isVisible()
    page._form.grid.setFocus()
    qtbot.keyClick(page._form.grid, Qt.Key.Key_A)
    assert page.findChildren(ManualPunchDialog) == []
    page.hide()


def test_the_day_of_today_is_the_site_s(page: AttendancePage):
    assert page._today() == date(2026, 11, 19)
