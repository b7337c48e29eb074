import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.desks import desk_over

from faceattend.config.paths import Home
from faceattend.domain.errors import ModelAltered, StorageBusy, StorageFull
from faceattend.services.station import Station
from faceattend.ui.banner_stack import BannerStack
from faceattend.ui.desk import Desk
from faceattend.ui.key_sheet import KeySheet
from faceattend.ui.keys import LetterKey
from faceattend.ui.main_window import MainWindow
from faceattend.ui.messages import Messages, MessageSheet
from faceattend.ui.nav_rail import NARROW, WIDE, RailEntry
from faceattend.ui.page_list import PageEntry, all_pages
from faceattend.ui.pages.page import Page
from faceattend.ui.status_bar import Fact, StatusItem, Tone
from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.window_state import WindowState

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

Open = Callable[[Home], Station]


class PlainPage(Page):
    """A field, a button and two panes; notes what happens to it."""

    built = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.noted: list[str] = []
        self.field, self.button, self.other = QLineEdit(self), QPushButton("Do", self), QPushButton("Other", self)
        self.splitter = QSplitter(self)
        self.splitter.setObjectName("panes")
        self.left_pane, self.right_pane = QWidget(), QWidget()
        for pane, widgets in ((self.left_pane, (self.field, self.button)), (self.right_pane, (self.other,))):
            column = QVBoxLayout(pane)
            for widget in widgets:
                column.addWidget(widget)
            self.splitter.addWidget(pane)
        QVBoxLayout(self).addWidget(self.splitter)
        self.key = LetterKey(self, "V", lambda: self.noted.append("V"))

    def entered(self) -> None:
        self.noted.append("entered")

    def left(self) -> None:
        self.noted.append("left")

    def search_field(self) -> QWidget | None:
        return self.field

    def panes(self) -> tuple[QWidget, ...]:
        return (self.left_pane, self.right_pane)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("V", "Register visitor"),)


PAGES = tuple(
    PageEntry(RailEntry(key, key.capitalize(), icon), PlainPage)
    for key, icon in (("live", "monitor-play"), ("people", "users"), ("settings", "settings"))
)


@pytest.fixture
def desk(tmp_path: Path, open_here: Open) -> Iterator[Desk]:
    with desk_over(open_here(Home(tmp_path / "home"))) as made:
        yield made


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    return opened(desk, qtbot)


def opened(desk: Desk, qtbot: QtBot) -> MainWindow:
    window = MainWindow(desk, PAGES, WindowState(desk.station.home))
    qtbot.addWidget(window, before_close_func=lambda each: each.let_close())
    with qtbot.waitSignal(window.painted, timeout=5000):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def page_of(window: MainWindow) -> PlainPage:
    assert isinstance(window.page, PlainPage)
    return window.page


def test_pages_are_built_when_first_opened_and_told_when_they_come_and_go(window: MainWindow, qtbot: QtBot):
    first = page_of(window)
    assert len(window.findChildren(PlainPage)) == 1
    qtbot.keyClick(window, "2", Qt.KeyboardModifier.ControlModifier)
    assert page_of(window) is not first
    assert first.noted == ["entered", "left"]
    assert page_of(window).noted == ["entered"]
    assert window.rail.current().entry.key == "people"
    qtbot.keyClick(window, "8", Qt.KeyboardModifier.ControlModifier)
    assert window.rail.current().entry.key == "people", "there is no eighth page"


def test_esc_leads_out_of_a_field_and_then_back(window: MainWindow, qtbot: QtBot):
    window.open_page("people")
    window.open_page("settings")
    qtbot.keyClick(window, "F", Qt.KeyboardModifier.ControlModifier)
    assert page_of(window).field.hasFocus()
    qtbot.keyClick(page_of(window).field, Qt.Key.Key_Escape)
    assert window.rail.current().entry.key == "settings"
    for expected in ("people", "live", "live"):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
        assert window.rail.current().entry.key == expected


def test_single_letters_act_but_not_in_a_field(window: MainWindow, qtbot: QtBot):
    page = page_of(window)
    qtbot.keyClick(page, "v")
    assert page.noted.count("V") == 1
    page.field.setFocus()
    qtbot.keyClick(page.field, "v")
    qtbot.keyClick(page.field, "?")
    assert page.noted.count("V") == 1
    assert page.field.text() == "v?"
    assert not window.findChildren(KeySheet)


def test_f6_walks_through_the_parts_and_around(window: MainWindow, qtbot: QtBot):
    page = page_of(window)
    page.field.setFocus()
    stops: list[QWidget] = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        stops.append(focus)
    assert stops[0] is page.other
    assert isinstance(stops[1], StatusItem)
    assert stops[2] is window.rail.current()
    assert stops[3] is page.field
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is window.rail.current()


def test_the_key_sheet_shows_every_page(window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(page_of(window), "?")
    (sheet,) = window.findChildren(KeySheet)
    qtbot.waitUntil(sheet.isVisible)
    names = {child.accessibleName() for child in sheet.findChildren(QWidget)}
    assert {"V: Register visitor", "Ctrl+F: Search"} <= names
    texts = {label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text") for label in [label]}
    assert {"Everywhere", "Live (open now)", "People", "Settings"} <= texts
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(KeySheet))


def test_the_rail_folds_where_there_is_little_room_and_by_its_button(window: MainWindow):
    window.resize(1440, 900)
    assert window.rail.width() == WIDE
    window.resize(1024, 768)
    assert (window.rail.width(), window.rail.wish) == (NARROW, False)
    window.resize(1440, 900)
    assert window.rail.width() == WIDE
    window.rail.on_fold_clicked()
    window.resize(1500, 900)
    assert (window.rail.width(), window.rail.wish) == (NARROW, True)


def test_everything_that_can_be_pressed_has_a_name(window: MainWindow):
    window.rail.set_badge("people", 7)
    for widget in (*window.rail.findChildren(QWidget), *window.bar.findChildren(StatusItem)):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName(), widget
    assert "People, 7 waiting" in {item.accessibleName() for item in window.rail.findChildren(QWidget)}


def test_the_window_is_as_it_was_left(desk: Desk, qtbot: QtBot):
    first = opened(desk, qtbot)
    first.resize(1300, 650)
    first.open_page("people")
    page_of(first).splitter.setSizes([300, 700])
    first.rail.on_fold_clicked()
    left, right = page_of(first).splitter.sizes()
    state = WindowState(desk.station.home)
    first._state = state
    first.keep_state()
    assert state.write()
    first.let_close()
    second = opened(desk, qtbot)
    assert second.height() == 650, "the width is cut to the 800 px of the offscreen screen"
    assert second.rail.current().entry.key == "people"
    assert second.rail.narrow
    start, end = page_of(second).splitter.sizes()
    assert start / end == pytest.approx(left / right, rel=0.02)


def test_a_window_left_on_a_screen_that_is_gone_comes_into_view(desk: Desk, qtbot: QtBot):
    first = opened(desk, qtbot)
    first.setGeometry(5000, 4000, 1000, 700)
    state = WindowState(desk.station.home)
    state.geometry = first.saveGeometry()
    assert state.write()
    first.let_close()
    second = opened(desk, qtbot)
    assert second.screen().availableGeometry().contains(second.geometry().topLeft())
    assert second.screen().availableGeometry().bottom() >= second.geometry().bottom()


def test_a_state_that_cannot_be_read_is_as_none(desk: Desk, qtbot: QtBot):
    (desk.station.home.root / "window.ini").write_bytes(b"\x00[window\ngeometry=@ByteArray(nonsense)\npage=gone")
    window = opened(desk, qtbot)
    assert window.rail.current().entry.key == "live"
    assert window.width() >= 880


def said_in(banners: BannerStack) -> str:
    return " ".join(each.accessibleDescription() for each in banners.findChildren(Banner))


def test_storage_that_fails_is_told_for_as_long_as_it_does(window: MainWindow, desk: Desk):
    error = StorageFull("The disk is full.", means="Nothing is lost.", remedy="Make room.")
    desk.pipeline.storage_changed.emit(error)
    assert window.banners.names() == ["storage"]
    assert "Leave FaceAttend running" in said_in(window.banners)
    assert window.bar.fact("storage").tone is Tone.BAD
    desk.pipeline.storage_changed.emit(StorageBusy("Another program holds it."))
    assert "kept safe on this disk" in said_in(window.banners)
    desk.pipeline.storage_changed.emit(None)
    assert window.banners.names() == []
    assert window.bar.fact("storage").tone is Tone.GOOD


@pytest.mark.models
def test_an_altered_model_is_told_with_what_to_do_while_the_pages_work(window: MainWindow, desk: Desk, qtbot: QtBot):
    altered = desk.station.home.models / "opencv-zoo" / "face_detection_yunet_2023mar_int8bq.onnx"
    altered.parent.mkdir(parents=True)
    altered.write_bytes(b"exchanged")
    told: list[object] = []
    desk.notices.failed.connect(told.append)
    desk.pipeline.start()
    window.watch.begin()
    qtbot.waitUntil(lambda: "recognition" in window.banners.names(), timeout=8000)
    assert window.bar.fact("compute").tone is Tone.BAD
    assert said_in(window.banners).endswith("Then start FaceAttend again.")
    window.watch.on_asked("compute")
    assert [type(each) for each in told] == [ModelAltered]
    window.open_page("people")
    assert page_of(window).noted == ["entered"]


def test_a_toast_has_its_undo(window: MainWindow, desk: Desk, qtbot: QtBot):
    undone: list[bool] = []
    desk.notices.said.emit("Photo set aside", lambda: undone.append(True))
    assert window.toast.isVisible()
    qtbot.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    assert undone == [True]


def test_what_could_not_be_done_does_not_look_done(window: MainWindow, desk: Desk):
    def picture(tell: Callable[[], None]) -> QImage:
        tell()
        assert window.toast.sentence() == "The same words"
        return window.toast.findChild(IconMark).grab().toImage()

    done = picture(lambda: desk.notices.said.emit("The same words", None))
    warned = picture(lambda: desk.notices.warned.emit("The same words"))
    assert warned != done
    assert picture(lambda: desk.notices.said.emit("The same words", None)) == done


def test_an_error_is_shown_once_and_its_details_can_be_copied(window: MainWindow, desk: Desk, qtbot: QtBot):
    messages = Messages(window, desk.station.home.logs)
    error = StorageFull("The disk is full.", means="Nothing is lost.", remedy="Make room.")
    messages.show(error)
    messages.show(error)
    (sheet,) = window.findChildren(MessageSheet)
    assert "Nothing is lost. Make room." in sheet.accessibleDescription()
    sheet.on_copy_asked()
    assert "StorageFull" in QApplication.clipboard().text()
    sheet.reject()
    qtbot.waitUntil(lambda: not window.findChildren(MessageSheet))
    messages.show(ZeroDivisionError("odd"))
    (sheet,) = window.findChildren(MessageSheet)
    assert "ZeroDivisionError" not in sheet.accessibleDescription(), "the details are for the log"
    sheet.on_copy_asked()
    assert "ZeroDivisionError: odd" in QApplication.clipboard().text()
    assert json.dumps(sheet.windowTitle()) == '"An unexpected fault"'
    sheet.reject()


def test_a_fact_without_words_takes_no_room(window: MainWindow):
    window.bar.say("capacity", Fact("", "gauge"))
    items = {item.objectName(): item for item in window.bar.findChildren(StatusItem)}
    assert not items["capacity"].isVisible()
    window.bar.say("capacity", Fact("Room for 3 more cameras", "gauge"))
    assert items["capacity"].isVisible()
    assert items["capacity"].accessibleName() == "Room for 3 more cameras"


def test_a_page_can_ask_for_another_page_and_for_room(window: MainWindow):
    first = window.page
    assert first is not None
    window.resize(1440, 900)
    first.wanted_room.emit(True)  # noqa: FBT003 - a signal
    assert window.rail.narrow
    first.wanted_page.emit(list(window._entries)[1])
    assert window.page is not first
    assert not window.rail.narrow, "the other page did not ask for it"
    window.go_back()
    assert window.rail.narrow
    first.wanted_room.emit(False)  # noqa: FBT003 - a signal
    assert not window.rail.narrow


class _Shown(QObject):
    """Notes which widgets are shown as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(repr(watched))
        return False


def test_no_part_of_a_page_is_a_window_of_its_own_while_it_is_built(desk: Desk, qtbot: QtBot):
    made = MainWindow(desk, all_pages(), WindowState(desk.station.home))
    qtbot.addWidget(made, before_close_func=lambda window: window.let_close())
    made.show()
    shown, application = _Shown(), QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    try:
        for entry in all_pages():
            made.open_page(entry.rail.key)
            qtbot.waitUntil(lambda: not desk.questions.busy)
    finally:
        application.removeEventFilter(shown)
    assert shown.windows == []
