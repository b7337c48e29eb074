"""A whole working day at the window without a pointer: only keys are pressed, and what is stored is looked at."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.stations import wait_until
from tests.ui.views import ADMIN, Stage, staged

from faceattend.config.paths import Home
from faceattend.domain.attendance import Punch, PunchSource
from faceattend.domain.people import Person, Photo
from faceattend.services.station import Station
from faceattend.ui.dialogs.decide import CandidateCard, DecideDialog
from faceattend.ui.dialogs.manual_punch import ManualPunchDialog
from faceattend.ui.dialogs.register_visitor import RegisterVisitorDialog
from faceattend.ui.dialogs.set_aside import SetAsideDialog
from faceattend.ui.pages.people_photos import PhotoGrid
from faceattend.ui.pages.reports_export import ExportStrip

pytestmark = [pytest.mark.gui, pytest.mark.models, pytest.mark.usefixtures("theme")]

CTRL = Qt.KeyboardModifier.ControlModifier
FARTHEST = 60
Open = Callable[[Home], Station]


class Keyboard:
    """Presses keys wherever the focus is."""

    def __init__(self, stage: Stage, qtbot: QtBot) -> None:
        self.stage = stage
        self._bot = qtbot

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self._bot.keyClick(self.focus(), key, held)
        self.stage.settle()

    def focus(self) -> QWidget:
        """What has the focus; the platform of these tests activates no window again when a dialog goes."""
        if QApplication.activeWindow() is None:
            (QApplication.activeModalWidget() or self.stage.window).activateWindow()
            wait_until(lambda: QApplication.activeWindow() is not None, 3)
        return QApplication.focusWidget() or self.stage.window

    def write(self, text: str) -> None:
        self._bot.keyClicks(self.focus(), text)
        self.stage.settle()

    def tab_to(self, wanted: Callable[[QWidget], bool]) -> None:
        """Press Tab until something has the focus."""
        passed: list[str] = []
        for _ in range(FARTHEST):
            focus = self.focus()
            if wanted(focus):
                return
            passed.append(f"{type(focus).__name__} {focus.objectName()}")
            self._bot.keyClick(focus, Qt.Key.Key_Tab)
        pytest.fail(f"Tab leads only to {passed}")

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The dialog that opened, with the focus in it."""
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind), 3)
        self.stage.settle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        wait_until(lambda: dialog.isAncestorOf(QApplication.focusWidget() or self.stage.window), 3)
        return dialog


@pytest.fixture
def stage(home_with_people: Home, open_here: Open) -> Iterator[Stage]:
    with staged(open_here(home_with_people)) as made:
        yield made


@pytest.fixture
def keyboard(stage: Stage, qtbot: QtBot) -> Keyboard:
    wait_until(stage.window.isActiveWindow, 3)
    return Keyboard(stage, qtbot)


def called(*words: str) -> Callable[[QWidget], bool]:
    """Whether a button says this."""
    return lambda widget: isinstance(widget, QAbstractButton) and widget.text() in words


def photos(station: Station, person: Person) -> list[Photo]:
    with station.database.reading() as work:
        return work.faces.photos(person.id)


def punches(station: Station, source: PunchSource) -> list[Punch]:
    now = datetime.now(UTC)
    found = station.attendance.punches(ADMIN, now - timedelta(days=8), now + timedelta(days=2))
    return [each for each in found if each.source is source]


def test_a_person_is_found_and_a_photo_set_aside_and_used_again(keyboard: Keyboard, stage: Stage):
    station = stage.desk.station
    third = station.people.list(ADMIN)[2]
    keyboard.press(Qt.Key.Key_3, held=CTRL)
    keyboard.press(Qt.Key.Key_F, held=CTRL)
    keyboard.write("0003")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.tab_to(lambda widget: widget.objectName() == "table")
    keyboard.press(Qt.Key.Key_Return)
    wait_until(lambda: third.name in {each.text() for each in stage.window.findChildren(QLabel)}, 5)
    keyboard.tab_to(lambda widget: isinstance(widget, PhotoGrid))
    keyboard.press(Qt.Key.Key_Home, Qt.Key.Key_Delete)
    keyboard.dialog(SetAsideDialog)
    keyboard.tab_to(called("Set aside"))
    keyboard.press(Qt.Key.Key_Space)
    wait_until(lambda: [bool(each.set_aside) for each in photos(station, third)] == [True], 5)
    stage.settle()
    keyboard.tab_to(called("Use it again"))
    keyboard.press(Qt.Key.Key_Space)
    wait_until(lambda: [bool(each.set_aside) for each in photos(station, third)] == [False], 5)


def test_who_waits_is_decided_and_a_visitor_registered(keyboard: Keyboard, stage: Stage):
    station = stage.desk.station
    keyboard.press(Qt.Key.Key_1, held=CTRL)
    keyboard.press(Qt.Key.Key_D)
    decide = keyboard.dialog(DecideDialog)
    wait_until(lambda: decide.findChildren(CandidateCard), 5)
    first = decide.findChildren(CandidateCard)[0].person
    keyboard.press(Qt.Key.Key_1)
    wait_until(lambda: len(punches(station, PunchSource.DECISION)) == 1, 5)
    assert punches(station, PunchSource.DECISION)[0].person_id == first.id
    stage.settle()
    keyboard.press(Qt.Key.Key_V)
    keyboard.dialog(RegisterVisitorDialog)
    keyboard.write("Wei Zhang")
    keyboard.press(Qt.Key.Key_Return)
    wait_until(lambda: "Wei Zhang" in {each.name for each in station.people.list(ADMIN)}, 5)
    visitor = next(each for each in station.people.list(ADMIN) if each.name == "Wei Zhang")
    assert [each.person_id for each in punches(station, PunchSource.DECISION)].count(visitor.id) == 1
    assert len(photos(station, visitor)) == 1


def test_a_punch_is_added(keyboard: Keyboard, stage: Stage):
    station = stage.desk.station
    keyboard.press(Qt.Key.Key_2, held=CTRL)
    keyboard.press(Qt.Key.Key_Left, held=CTRL)  # to last week, all of which has happened
    keyboard.press(Qt.Key.Key_A)
    dialog = keyboard.dialog(ManualPunchDialog)
    keyboard.tab_to(lambda widget: widget is dialog.findChild(QWidget, "person").field)
    keyboard.press(Qt.Key.Key_A, held=CTRL)
    keyboard.write("0005")
    keyboard.press(Qt.Key.Key_Return)
    wait_until(lambda: "Person 5" in dialog.findChild(QWidget, "person").field.text() or tried(keyboard), 5)
    keyboard.tab_to(lambda widget: widget.objectName() == "reason")
    keyboard.write("Forgot to look up")
    keyboard.press(Qt.Key.Key_Return)
    wait_until(lambda: len(punches(station, PunchSource.MANUAL)) == 1, 5)
    (punch,) = punches(station, PunchSource.MANUAL)
    fifth = station.people.list(ADMIN)[4]
    assert (punch.person_id, punch.reason, punch.made_by) == (fifth.id, "Forgot to look up", ADMIN.name)
    assert f"{punch.local:%H:%M}" == "08:00"


def tried(keyboard: Keyboard) -> bool:
    """Enter once more: the people whom the number fits come a moment later."""
    keyboard.press(Qt.Key.Key_Return)
    return False


def test_the_report_is_exported_and_says_what_is_stored(
    keyboard: Keyboard, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    path = tmp_path / "month.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))  # the system's own dialog
    keyboard.press(Qt.Key.Key_4, held=CTRL)
    strip = stage.window.findChild(ExportStrip)
    with qtbot.waitSignal(strip.ended, timeout=15_000):
        keyboard.press(Qt.Key.Key_E, held=CTRL)
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    numbers = {str(row[0]): row for row in rows}
    for person in stage.desk.station.people.list(ADMIN):
        assert numbers[person.number][1] == person.name
    seen = numbers["0001"]
    assert (seen[2], seen[3]) == ("Sales", len(days(stage, "0001")))


def days(stage: Stage, number: str) -> set[object]:
    """The local days of this month on which somebody was punched."""
    station = stage.desk.station
    person = next(each for each in station.people.list(ADMIN) if each.number == number)
    mine = [each.local.date() for each in punches(station, PunchSource.CAMERA) if each.person_id == person.id]
    today = datetime.now(UTC).astimezone().date()
    return {each for each in mine if (each.year, each.month) == (today.year, today.month)}
