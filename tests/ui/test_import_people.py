import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot
from tests.stations import STRANGER
from tests.ui.desks import desk_over

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.errors import StorageFull
from faceattend.services.people import PeopleService
from faceattend.services.station import Station
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.import_people import ImportPeopleDialog

pytestmark = [pytest.mark.gui, pytest.mark.models, pytest.mark.usefixtures("theme")]


@pytest.fixture
def station(home_with_people: Home, open_here: Callable[[Home], Station]) -> Station:
    return open_here(home_with_people)


@pytest.fixture
def desk(station: Station) -> Iterator[Desk]:
    with desk_over(station) as desk:
        yield desk


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 900)
    window.show()
    return window


@pytest.fixture
def dialog(desk: Desk, window: QWidget) -> Iterator[ImportPeopleDialog]:
    dialog = ImportPeopleDialog(desk, window)
    dialog.open()
    yield dialog
    dialog.done(0)


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """A list with every kind of fault, and photos beside it: 2 of 6 lines can be stored, one of them without a face."""
    folder = tmp_path / "staff"
    (folder / "photos").mkdir(parents=True)
    shutil.copy(STRANGER, folder / "photos" / "0101.png")
    (folder / "photos" / "0101_2.png").write_text("no picture")
    lines = [
        "number,name,group,photos",
        "0101,Tom,Crew,",
        "0102,فاطمة الزهراء,,",
        "0103,Missing,,nobody.png",
        "0001,Taken,,",
        ",Nameless,,",
    ]
    path = folder / "people.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def part(dialog: QWidget, name: str) -> QWidget:
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found


def cells(dialog: QWidget, name: str, column: int) -> list[str]:
    model = dialog.findChild(QTableView, name).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def numbers(station: Station) -> list[str]:
    return [person.number for person in station.people.list(LOCAL_ADMINISTRATOR)]


def ready(dialog: ImportPeopleDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog._import.isEnabled)


def ended(dialog: ImportPeopleDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog._task is None and dialog._desk.jobs.busy == 0, timeout=20_000)


def test_from_the_list_to_the_people_and_every_refusal_with_its_reason(
    dialog: ImportPeopleDialog, station: Station, desk: Desk, staff: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    changes = []
    desk.changes.people.connect(lambda: changes.append(1))
    assert not dialog._import.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(staff), ""))
    part(dialog, "list_file_button").click()
    assert part(dialog, "folder").text() == str(staff.parent / "photos"), "the folder beside the list is proposed"
    ready(dialog, qtbot)
    assert cells(dialog, "preview", 1) == ["0101", "0102", "0103", "0001", ""]
    assert cells(dialog, "preview", 4) == ["2", "None", "None", "None", "None"]
    assert "nobody.png" in cells(dialog, "preview", 5)[2]
    assert "3" in part(dialog, "note").accessibleName(), "three lines are known to be refused"
    assert "0001 belongs to" in cells(dialog, "preview", 5)[3]
    assert numbers(station) == [f"{n:04}" for n in range(1, 7)], "nothing is stored yet"

    dialog._import.click()
    assert part(dialog, "progress").isVisible()
    assert not part(dialog, "list_file_button").isEnabled()
    ended(dialog, qtbot)
    assert numbers(station)[6:] == ["0101", "0102"]
    note = part(dialog, "note")
    assert note.accessibleName() == "Import finished"
    assert note.property("kind") == "banner-warn", "somebody must look at what was refused"
    assert "Stored: 2, refused: 3" in note.accessibleDescription()
    assert "without a photo: 1" in note.accessibleDescription()
    assert cells(dialog, "refused", 0) == ["2", "4", "5", "6"]
    assert cells(dialog, "refused", 2) == ["0101_2.png", "", "", ""]
    assert not part(dialog, "refused").isColumnHidden(2)
    assert "belongs to Person 1" in cells(dialog, "refused", 3)[2]
    report = staff.with_name("people-refused.csv")
    qtbot.waitUntil(dialog._open.isVisible)
    assert len(report.read_text(encoding="utf-8-sig").splitlines()) == 5
    assert str(report) in dialog._missing.plain()
    assert changes


def test_where_no_photo_alone_is_refused_there_is_no_column_for_it(
    dialog: ImportPeopleDialog, staff: Path, qtbot: QtBot
):
    staff.write_text("number,name\n0201,New\n0001,Somebody else\n", encoding="utf-8")
    dialog.take([staff])
    ready(dialog, qtbot)
    dialog._import.click()
    ended(dialog, qtbot)
    assert cells(dialog, "refused", 1) == ["0001"]
    assert part(dialog, "refused").isColumnHidden(2)


def test_the_folder_of_the_report_is_opened(
    dialog: ImportPeopleDialog, staff: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    opened = []
    monkeypatch.setattr(
        "faceattend.ui.dialogs.import_people.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile())
    )
    dialog.take([staff])
    ready(dialog, qtbot)
    dialog._import.click()
    ended(dialog, qtbot)
    qtbot.waitUntil(dialog._open.isVisible)
    dialog._open.click()
    assert opened == [str(staff.parent)]


def test_a_wrong_column_is_named_before_anything_is_stored(
    dialog: ImportPeopleDialog, station: Station, staff: Path, qtbot: QtBot
):
    staff.write_text("number,nmae\n1,Ada\n", encoding="utf-8")
    dialog.take([staff])
    note = part(dialog, "note")
    qtbot.waitUntil(note.isVisible)
    assert "misses name" in note.accessibleName()
    assert "number, name" in note.accessibleDescription()
    assert not dialog._import.isEnabled()
    staff.write_text("number,name\n1,Ada\n", encoding="utf-8")
    dialog.take([staff])
    ready(dialog, qtbot)
    assert numbers(station) == [f"{n:04}" for n in range(1, 7)]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Lets one person be stored for each release."""
    gate = threading.Semaphore(0)
    store = PeopleService.enrol

    def waiting(self: PeopleService, *rest: object, **more: object) -> object:
        assert gate.acquire(timeout=10)
        return store(self, *rest, **more)

    monkeypatch.setattr(PeopleService, "enrol", waiting)
    return gate


def many(staff: Path, count: int) -> Path:
    staff.write_text(
        "\n".join(["number,name", *(f"{n},Person {n}" for n in range(1000, 1000 + count))]), encoding="utf-8"
    )
    return staff


@pytest.mark.parametrize("by", ["button", "escape"])
def test_cancelled_half_way_who_was_stored_stays_and_that_is_said(
    dialog: ImportPeopleDialog, station: Station, staff: Path, qtbot: QtBot, slow: threading.Semaphore, by: str
):
    dialog.take([many(staff, 20)])
    ready(dialog, qtbot)
    dialog._import.click()
    for _ in range(3):
        slow.release()
    qtbot.waitUntil(lambda: dialog._stored == 3)
    if by == "button":
        part(dialog, "progress").button.click()
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    slow.release()  # the one that is being stored ends; none is begun
    ended(dialog, qtbot)
    assert dialog.isVisible(), "it stays to account for what was done"
    note = part(dialog, "note")
    assert note.accessibleName() == "Import cancelled"
    assert "stored stays" in note.accessibleDescription()
    assert len(numbers(station)) == 10
    assert "Stored: 4" in note.accessibleDescription()
    assert not dialog._missing.plain(), "nothing is about to be imported any more"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_full_disk_breaks_it_off_and_says_what_became_of_those_before(
    dialog: ImportPeopleDialog, station: Station, staff: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    store = PeopleService.enrol

    def full(self: PeopleService, actor: object, newcomer: object, *rest: object) -> object:
        if newcomer.number == "1002":
            raise StorageFull("The disk is full.", means="It is not stored.", remedy="Make room.")
        return store(self, actor, newcomer, *rest)

    monkeypatch.setattr(PeopleService, "enrol", full)
    dialog.take([many(staff, 5)])
    ready(dialog, qtbot)
    dialog._import.click()
    ended(dialog, qtbot)
    said = part(dialog, "note").accessibleDescription()
    assert "The disk is full." in said
    assert "Make room." in said
    assert "stored stays" in said
    assert len(numbers(station)) == 8


def test_where_the_report_cannot_stand_beside_the_list_it_stands_in_the_data_folder(
    dialog: ImportPeopleDialog, station: Station, staff: Path, qtbot: QtBot
):
    (staff.parent / "people-refused.csv").mkdir()
    dialog.take([staff])
    ready(dialog, qtbot)
    dialog._import.click()
    ended(dialog, qtbot)
    qtbot.waitUntil(dialog._open.isVisible)
    assert (station.home.root / "people-refused.csv").is_file()


def test_a_list_and_a_folder_can_be_dropped(dialog: ImportPeopleDialog, staff: Path, qtbot: QtBot):
    elsewhere = staff.parent / "elsewhere"
    elsewhere.mkdir()
    cv2.imwrite(str(elsewhere / "0102.png"), cv2.imread(str(STRANGER)))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(staff)), QUrl.fromLocalFile(str(elsewhere))])
    copy, nothing = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, dropped, Qt.MouseButton.LeftButton, nothing)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(9, 9), copy, dropped, Qt.MouseButton.LeftButton, nothing))
    ready(dialog, qtbot)
    assert cells(dialog, "preview", 4)[:2] == ["None", "1"]
    text = QMimeData()
    text.setText("people.csv")
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, text, Qt.MouseButton.LeftButton, nothing)
    enter.ignore()
    QApplication.sendEvent(dialog, enter)
    assert not enter.isAccepted()
