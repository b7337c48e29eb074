import errno
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QTabBar, QTableView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.facts import a_camera, a_person, a_punch
from tests.ui.desks import desk_over

from faceattend.config.paths import Home
from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.errors import ExportFailed, StorageBusy
from faceattend.domain.people import Person
from faceattend.domain.timecards import RosterQuery
from faceattend.services.reports import ReportQuery, ReportService
from faceattend.services.station import Station
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.compare_exports import CompareExportsDialog
from faceattend.ui.models.differences import DifferencesModel, signed_hours
from faceattend.ui.pages.reports import ReportsPage
from faceattend.ui.pages.reports_building import PAUSE_MS
from faceattend.ui.pages.reports_card import ReportCard
from faceattend.ui.pages.reports_choices import ReportChoices
from faceattend.ui.pages.reports_export import ExportStrip
from faceattend.ui.pages.reports_people import PeoplePicker
from faceattend.ui.pages.reports_sums import ReportSums
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.search_field import SearchField

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

Open = Callable[[Home], Station]

PEOPLE = [
    a_person(number="E-1", name="Анна Ковальчук", group="IT"),
    a_person(number="E-2", name="فاطمة الزهراء", group="Sales"),
    a_person(number="E-3", name="=1+1", group="IT"),
]
NOW = datetime.now(UTC)


def by_hand(station: Station, person: Person, at: datetime, direction: Direction) -> None:
    with station.database.transaction() as work:
        site = work.sites.list()[0]
        fields = {"camera_id": None, "sighting_id": None, "score": None, "source": PunchSource.MANUAL}
        work.punches.add(
            a_punch(person_id=person.id, at=at, direction=direction, site_id=site.id, zone=site.zone, **fields)
        )


def day_of(station: Station, person: Person, days_ago: int, hours: float = 8) -> None:
    noon = NOW.replace(hour=10, minute=0, second=0, microsecond=0) - timedelta(days=days_ago)
    by_hand(station, person, noon, Direction.IN)
    by_hand(station, person, noon + timedelta(hours=hours), Direction.OUT)


@pytest.fixture
def station(tmp_path: Path, open_here: Open) -> Station:
    made = open_here(Home(tmp_path / "home"))
    with made.database.transaction() as work:
        work.cameras.add(a_camera(site=work.sites.get_or_add("Berlin", "Europe/Berlin")))
        for person in PEOPLE:
            work.people.add(person)
    for person in PEOPLE[:2]:
        day_of(made, person, 1)
        day_of(made, person, 2)
    by_hand(made, PEOPLE[2], NOW - timedelta(days=2), Direction.IN)
    return made


@pytest.fixture
def desk(station: Station) -> Iterator[Desk]:
    with desk_over(station) as made:
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ReportsPage:
    """The page, showing the four days up to today."""
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 872)
    made.show()
    qtbot.waitExposed(made)
    made.entered()
    choose_days(made, NOW.date() - timedelta(days=3), NOW.date())
    built(made, qtbot)
    return made


def part(page: QWidget, kind: type, name: str = "") -> object:
    found = page.findChild(kind, name) if name else page.findChild(kind)
    assert found is not None, name
    return found


def choose_days(page: ReportsPage, first: date, last: date) -> None:
    period = part(page, QComboBox, "period")
    period.setCurrentIndex(period.count() - 1)
    for name, day in (("first", first), ("last", last)):
        part(part(page, ReportChoices), QWidget, name).setDate(QDate(day.year, day.month, day.day))


def choose_people(page: ReportsPage, words: str) -> None:
    people = part(page, QComboBox, "people")
    people.setCurrentIndex(next(at for at in range(people.count()) if words in people.itemText(at)))


def built(page: ReportsPage, qtbot: QtBot) -> None:
    """Wait until the sheet that was asked for is shown."""
    words = part(page, QLabel, "rows")
    qtbot.waitUntil(lambda: "exactly" in words.text(), timeout=10_000)


def building(page: ReportsPage, qtbot: QtBot, change: Callable[[], None]) -> None:
    """Change something, and wait for the sheet that follows."""
    change()
    assert "exactly" not in part(page, QLabel, "rows").text()
    built(page, qtbot)


def sheet(page: ReportsPage) -> QTableView:
    return part(page, QTableView, "sheet")


def cells(page: ReportsPage) -> list[list[str]]:
    model = sheet(page).model()
    columns = range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Let the file dialog answer with a path; returns what it proposed."""
    proposed: list[str] = []

    def answer(_parent: QWidget, _title: str, name: str, _forms: str) -> tuple[str, str]:
        proposed.append(name)
        return ("" if path is None else str(path)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


def exported(page: ReportsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(part(page, ExportStrip).ended, timeout=10_000):
        qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_the_sheet_is_shown_with_names_of_every_script_and_its_sums(page: ReportsPage):
    assert cells(page) == [
        ["E-1", "Анна Ковальчук", "IT", "2", "16.00", "0"],
        ["E-2", "فاطمة الزهراء", "Sales", "2", "16.00", "0"],
        ["E-3", "=1+1", "IT", "1", "0.00", "1"],
    ]
    assert part(page, QLabel, "rows").text().startswith("3 rows")
    assert "Hours 32.00" in part(page, QWidget, "totals").accessibleName()
    sums = part(page, ReportSums)
    assert [part(sums, QLabel, name).text() for name in ("people", "days", "hours", "punches")] == [
        "3",
        "5",
        "32.00",
        "9",
    ]
    assert part(sums, QLabel, "title").text() == "1 day to check"


def test_the_file_holds_what_the_preview_shows_cell_by_cell(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    save_as(monkeypatch, tmp_path / "r.xlsx")
    exported(page, qtbot)
    forms = {"0.00": "{:.2f}", "hh:mm": "{:%H:%M}", "hh:mm:ss": "{:%H:%M:%S}", "yyyy-mm-dd": "{:%Y-%m-%d}"}
    forms["yyyy-mm-dd hh:mm:ss"] = "{:%Y-%m-%d %H:%M:%S}"
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    tabs = part(page, QTabBar, "tabs")
    assert [tabs.tabText(at) for at in range(tabs.count())] == book.sheetnames
    for place, written in enumerate(book.worksheets):
        tabs.setCurrentIndex(place)
        model = sheet(page).model()
        titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
        assert [cell.value for cell in written[1]] == titles
        assert cells(page) == [
            ["" if each.value is None else forms.get(each.number_format, "{}").format(each.value) for each in row]
            for row in written.iter_rows(min_row=2)
        ]


def test_a_group_and_chosen_people_are_reported_on(page: ReportsPage, qtbot: QtBot):
    qtbot.waitUntil(lambda: part(page, QComboBox, "people").count() == 4)
    building(page, qtbot, lambda: choose_people(page, "IT (2)"))
    assert [row[0] for row in cells(page)] == ["E-1", "E-3"]
    assert part(page, ReportCard)._form.file.text().startswith("FaceAttend-attendance-IT-")
    choose_people(page, "Chosen")
    qtbot.waitUntil(lambda: part(page, QAbstractButton, "export").isEnabled() is False)
    picker = part(page, PeoplePicker)
    found = picker._form.list
    qtbot.waitUntil(lambda: found.model().rowCount() == 3)
    part(picker, SearchField).setText(PEOPLE[1].name.split()[0])  # QTest types Latin letters only
    qtbot.waitUntil(lambda: found.model().rowCount() == 1)
    found.setCurrentIndex(found.model().index(0, 0))
    qtbot.keyClick(found, Qt.Key.Key_Space)
    built(page, qtbot)
    assert [row[0] for row in cells(page)] == ["E-2"]
    assert picker._form.chosen.text() == "1 person chosen"
    qtbot.mouseClick(picker._form.clear, Qt.MouseButton.LeftButton)
    assert not part(page, QAbstractButton, "export").isEnabled()
    assert sheet(page).model().rowCount() == 0


def test_days_the_wrong_way_round_are_said_and_nothing_can_be_exported(page: ReportsPage, qtbot: QtBot):
    choose_days(page, NOW.date(), NOW.date() - timedelta(days=1))
    assert "before the first" in part(page, QWidget, "rangeError").text()
    assert not part(page, QAbstractButton, "export").isEnabled()
    building(page, qtbot, lambda: choose_days(page, NOW.date() - timedelta(days=3), NOW.date()))
    assert part(page, QWidget, "rangeError").text() == ""


def test_only_the_last_of_many_choices_is_built(page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    asked: list[ReportQuery] = []
    previewing = ReportService.previewing

    def noted(self: ReportService, actor: object, query: ReportQuery) -> object:
        asked.append(query)
        return previewing(self, actor, query)

    monkeypatch.setattr(ReportService, "previewing", noted)
    for days in (9, 8, 7, 6):
        choose_days(page, NOW.date() - timedelta(days=days), NOW.date())
    built(page, qtbot)
    qtbot.wait(PAUSE_MS)
    assert [query.first for query in asked] == [NOW.date() - timedelta(days=6)]


def test_what_changes_elsewhere_is_shown(page: ReportsPage, qtbot: QtBot, desk: Desk, station: Station):
    day_of(station, PEOPLE[0], 3)
    building(page, qtbot, desk.changes.attendance.emit)
    assert cells(page)[0][3:5] == ["3", "24.00"]


def test_an_export_tells_what_it_wrote_and_where(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    folder = tmp_path / "payroll"
    folder.mkdir()
    proposed = save_as(monkeypatch, folder / "november.xlsx")
    exported(page, qtbot)
    strip = part(page, ExportStrip)
    assert strip._form.title.text() == "Written: november.xlsx"
    words, _, where = strip._form.text.text().partition(", in ")
    assert words == "3 people, 32.00 hours"
    assert where.startswith("/")
    assert where.endswith("payroll")
    assert strip._form.text.toolTip() == str(folder / "november.xlsx")
    assert strip._form.folder.hasFocus()
    qtbot.keyClick(strip._form.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == str(folder / "november.xlsx")
    exported(page, qtbot)
    assert Path(proposed[1]).parent == folder, "the folder is remembered"
    assert Path(proposed[1]).name == part(page, ReportCard)._form.file.text()


def test_a_folder_that_no_program_opens_is_a_warning_and_nothing_done(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, desk: Desk
):
    save_as(monkeypatch, tmp_path / "r.xlsx")
    exported(page, qtbot)
    monkeypatch.setattr("faceattend.ui.pages.reports_export.QDesktopServices.openUrl", lambda _: False)
    with qtbot.assertNotEmitted(desk.notices.said), qtbot.waitSignal(desk.notices.warned) as warned:
        qtbot.keyClick(part(page, ExportStrip)._form.folder, Qt.Key.Key_Space)
    assert warned.args[0].startswith("No program here opens folders.")


def test_csv_holds_the_summary_alone_and_a_name_without_ending_gets_one(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    save_as(monkeypatch, tmp_path / "november")
    csv = next(each for each in page.findChildren(QAbstractButton) if each.text() == "CSV")
    qtbot.mouseClick(csv, Qt.MouseButton.LeftButton)
    assert part(page, QTabBar, "tabs").count() == 1
    assert part(page, QAbstractButton, "export").text() == "Export CSV"
    exported(page, qtbot)
    lines = (tmp_path / "november.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1:] == [
        "E-1,Анна Ковальчук,IT,2,16.0000,0",
        "E-2,فاطمة الزهراء,Sales,2,16.0000,0",
        "E-3,'=1+1,IT,1,0.0000,1",
    ]


def test_no_place_chosen_is_no_export(page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    proposed = save_as(monkeypatch, None)
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(proposed))
    assert not part(page, ExportStrip).busy
    assert part(page, ExportStrip).isHidden()


def test_a_file_open_in_another_program_is_told_in_plain_words(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, desk: Desk
):
    def locked(*_: object) -> None:  # what Windows answers while Excel has the file open
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    (tmp_path / "r.xlsx").write_text("old")
    save_as(monkeypatch, tmp_path / "r.xlsx")
    monkeypatch.setattr(Path, "replace", locked)
    with qtbot.waitSignal(desk.notices.failed, timeout=10_000) as told:
        qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(told.args[0], ExportFailed)
    assert "open in another program" in told.args[0].what
    assert (tmp_path / "r.xlsx").read_text() == "old"
    assert part(page, QAbstractButton, "export").isEnabled()


def test_a_cancelled_export_leaves_nothing_and_says_so(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, desk: Desk
):
    folder = tmp_path / "out"
    folder.mkdir()
    save_as(monkeypatch, folder / "r.xlsx")
    strip = part(page, ExportStrip)
    strip.started.connect(part(strip, WorkProgress).button.click)
    with qtbot.waitSignal(desk.notices.said, timeout=10_000) as said:
        qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert "No file was written" in said.args[0]
    assert not list(folder.iterdir())
    assert strip.isHidden()


def test_a_preview_that_fails_says_what_to_do_and_can_be_tried_again(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Desk
):
    def busy(*_: object) -> None:
        raise StorageBusy("Another program holds the database.", remedy="Close it.")

    with monkeypatch.context() as patch:
        patch.setattr(ReportService, "previewing", busy)
        desk.changes.people.emit()
        empty = part(page, QWidget, "empty")
        qtbot.waitUntil(lambda: empty.accessibleName() == "Another program holds the database.")
        assert "Close it." in empty.accessibleDescription()
        assert not part(page, QAbstractButton, "compare").isEnabled()
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    built(page, qtbot)


def test_a_fault_of_the_program_is_told_in_words_and_not_in_its_own(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Desk, caplog: pytest.LogCaptureFixture
):
    def broken(*_: object) -> None:
        raise SystemError("tupleobject.c:927: bad argument")

    monkeypatch.setattr(ReportService, "previewing", broken)
    desk.changes.people.emit()
    empty = part(page, QWidget, "empty")
    qtbot.waitUntil(lambda: empty.accessibleName() == "The preview could not be built")
    assert "stored before is safe" in empty.accessibleDescription()
    assert "tupleobject" not in empty.accessibleDescription()
    assert "tupleobject" in caplog.text


def test_a_preview_can_be_left_and_built_all_the_same(page: ReportsPage, qtbot: QtBot, desk: Desk):
    desk.changes.people.emit()
    part(page, ReportCard).stopped.emit()
    empty = part(page, QWidget, "empty")
    assert empty.accessibleName() == "No preview was built"
    assert part(page, QAbstractButton, "export").isEnabled()
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    built(page, qtbot)


def test_a_report_of_nobody_says_what_comes_next(page: ReportsPage, qtbot: QtBot, station: Station, desk: Desk):
    with station.database.transaction() as work:
        for person in PEOPLE:
            work.people.update(Person(person.id, person.number, person.name, active_from=date(2031, 1, 1)))
    choose_days(page, date(2020, 1, 1), date(2020, 1, 2))
    empty = part(page, QWidget, "empty")
    qtbot.waitUntil(lambda: empty.button.text() == "This month", timeout=10_000)  # enrolling now would not help
    choose_people(page, "IT")
    qtbot.waitUntil(lambda: empty.accessibleName() == "The report is empty", timeout=10_000)
    assert "other days or people" in empty.accessibleDescription()
    qtbot.waitUntil(lambda: desk.questions.busy == 0)


def test_where_nobody_is_enrolled_the_report_leads_to_enrolment(page: ReportsPage, qtbot: QtBot, station: Station):
    with station.database.transaction() as work:
        for person in PEOPLE:
            work.people.update(Person(person.id, person.number, person.name, active_from=date(2031, 1, 1)))
    choose_days(page, NOW.date() + timedelta(days=1), NOW.date() + timedelta(days=2))
    empty = part(page, QWidget, "empty")
    qtbot.waitUntil(lambda: empty.button.text() == "Enrol a person", timeout=10_000)
    with qtbot.waitSignal(page.wanted_task) as wanted:
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert wanted.args == ["people", "enrol"]


def test_days_to_check_are_gone_through(page: ReportsPage, qtbot: QtBot, station: Station, desk: Desk):
    by_hand(station, PEOPLE[0], NOW - timedelta(days=3, hours=1), Direction.IN)
    building(page, qtbot, desk.changes.attendance.emit)
    show = next(each for each in page.findChildren(QAbstractButton) if each.text() == "Show the next one")
    seen: list[tuple[str, str]] = []
    for _ in range(3):
        qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
        row = cells(page)[sheet(page).currentIndex().row()]
        seen.append((row[0], row[-1]))
    assert [number for number, _ in seen] == ["E-1", "E-3", "E-1"]
    assert all("missing" in note for _, note in seen)


def test_who_is_inside_is_told_apart_from_days_to_check_as_attendance_does(
    page: ReportsPage, qtbot: QtBot, station: Station, desk: Desk
):
    first, last = NOW.date() - timedelta(days=3), NOW.date() + timedelta(days=1)
    by_hand(station, PEOPLE[0], NOW - timedelta(hours=2), Direction.IN)
    building(page, qtbot, lambda: choose_days(page, first, last))
    sums = part(page, ReportSums)
    meaning = part(sums, QLabel, "meaning")
    assert part(sums, QLabel, "title").text() == "1 day to check"
    assert (part(sums, QLabel, "inside").text(), part(sums, QLabel, "inside").isVisible()) == ("1", True)
    assert "1 person has not left yet" in meaning.text()
    query, now = RosterQuery(first, last), datetime.now(UTC)
    totals = station.timecards.totals(desk.actor, station.timecards.roster(desk.actor, query, now), now)
    assert totals is not None
    assert totals.to_check == 1
    by_hand(station, PEOPLE[2], NOW - timedelta(days=2) + timedelta(hours=8), Direction.OUT)
    building(page, qtbot, desk.changes.attendance.emit)
    assert part(sums, QLabel, "title").text() == "Not complete yet"
    assert not part(sums, QAbstractButton, "show").isVisible()
    by_hand(station, PEOPLE[0], NOW - timedelta(hours=1), Direction.OUT)
    building(page, qtbot, desk.changes.attendance.emit)
    assert (part(sums, QLabel, "title").text(), part(sums, QLabel, "inside").isVisible()) == ("No days to check", False)
    assert "Every entry has its exit." in meaning.text()


def test_the_selected_cells_are_copied_as_a_spreadsheet_pastes_them(page: ReportsPage, qtbot: QtBot, desk: Desk):
    table = sheet(page)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    for _ in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(desk.notices.said):
        qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\n".join(f"{each.number}\t{each.name}" for each in PEOPLE)


def test_an_export_begins_without_showing_the_preview_anew(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    save_as(monkeypatch, tmp_path / "report.xlsx")
    view = sheet(page)
    view.selectRow(0)
    selected: list[int] = []
    part(page, ExportStrip).started.connect(lambda: selected.append(len(view.selectedIndexes())))
    exported(page, qtbot)
    assert selected == [view.model().columnCount()]


def test_sheets_are_turned_by_keys(page: ReportsPage, qtbot: QtBot):
    tabs = part(page, QTabBar, "tabs")
    for key, expected in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_PageUp, 3)):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
        assert tabs.currentIndex() == expected


def test_what_changed_since_the_last_export_is_listed_and_copied(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, station: Station, desk: Desk
):
    save_as(monkeypatch, tmp_path / "r.xlsx")
    with qtbot.waitSignal(desk.notices.said) as said:
        part(page, QAbstractButton, "compare").click()
    assert "nothing to compare with" in said.args[0]
    exported(page, qtbot)
    part(page, QAbstractButton, "compare").click()
    same = dialog_of(page, qtbot)
    assert part(same, QWidget, "same").accessibleName() == "No difference"
    same.reject()
    day_of(station, PEOPLE[1], 3, hours=2.25)
    building(page, qtbot, desk.changes.attendance.emit)
    part(page, QAbstractButton, "compare").click()
    dialog = dialog_of(page, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().startswith("Number"))
    assert QGuiApplication.clipboard().text().splitlines()[1:] == [
        f"E-2\t{PEOPLE[1].name}\tChanged\t2\t3\t16.00\t18.25\t+2.25"
    ]
    assert "32.00 before, 34.25 now, +2.25" in part(dialog, QLabel, "sums").text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def dialog_of(page: ReportsPage, qtbot: QtBot) -> CompareExportsDialog:
    def there() -> list[CompareExportsDialog]:
        return [each for each in page.findChildren(CompareExportsDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    return there()[0]


def test_the_table_of_differences_keeps_its_promises(
    qtmodeltester: ModelTester, station: Station, desk: Desk, tmp_path: Path
):
    reports, first, last = station.reports, NOW.date() - timedelta(days=3), NOW.date()
    reports.export(desk.actor, first, last, tmp_path / "r.csv")
    day_of(station, PEOPLE[0], 3)
    found = reports.compare(desk.actor, reports.preview(desk.actor, ReportQuery(first, last)))
    assert found is not None
    model = DifferencesModel(found)
    qtmodeltester.check(model)
    assert model.index(0, 7).data() == "+8.00"
    assert [signed_hours(hours) for hours in (0.0, 0.25, -0.25)] == ["0.00", "+0.25", "\N{MINUS SIGN}0.25"]


def test_leaving_the_page_stops_the_building_and_coming_back_resumes_it(page: ReportsPage, qtbot: QtBot, desk: Desk):
    desk.changes.people.emit()
    page.left()
    qtbot.waitUntil(lambda: desk.questions.busy == 0)
    page.entered()
    built(page, qtbot)
    assert len(cells(page)) == 3


def test_every_control_can_be_reached_and_has_a_name(page: ReportsPage):
    for control in page.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            words = control.text() if isinstance(control, QAbstractButton) else ""
            parent = control.parentWidget()
            named = control.accessibleName() or words or (parent.accessibleName() if parent else "")
            labelled = any(label.buddy() in {control, parent} for label in page.findChildren(QLabel))
            assert named or labelled, (type(control).__name__, control.objectName())


def test_a_punch_that_comes_in_is_shown_before_long_and_quietly(
    page: ReportsPage, qtbot: QtBot, station: Station, desk: Desk
):
    day_of(station, PEOPLE[0], 3)
    desk.pipeline.recorded.emit(None)
    page.findChild(QTimer, "recorded").start(0)  # instead of waiting half a minute
    qtbot.waitUntil(lambda: cells(page)[0][3] == "3", timeout=10_000)
    assert "exactly" in part(page, QLabel, "rows").text()


def test_a_report_that_takes_long_is_not_built_again_by_itself(
    page: ReportsPage, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("faceattend.ui.pages.reports._SOON_BUILT", 8)
    desk.pipeline.recorded.emit(None)
    page.findChild(QTimer, "recorded").start(0)
    rows = part(page, QLabel, "rows")
    qtbot.waitUntil(lambda: rows.text() == "Built before the latest punches")
    building(page, qtbot, desk.changes.attendance.emit)


def test_it_reads_from_right_to_left_too(page: ReportsPage, qtbot: QtBot):
    table, choices = sheet(page), part(page, ReportChoices)
    first = table.columnViewportPosition(0)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: table.columnViewportPosition(0) > first + 300)
    qtbot.waitUntil(lambda: choices.mapTo(page, choices.rect().topLeft()).x() > table.width())
    assert not page.grab().isNull()
