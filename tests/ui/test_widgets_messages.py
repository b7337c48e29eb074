import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, grabbed

from faceattend.domain.errors import CameraUnreachable
from faceattend.ui.fonts import TextRole
from faceattend.ui.tokens import LIGHT
from faceattend.ui.widgets import menu as menus
from faceattend.ui.widgets import sheet as sheets
from faceattend.ui.widgets import toast as toasts
from faceattend.ui.widgets.banner import Banner
from faceattend.ui.widgets.empty_state import EmptyState
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.menu import Menu
from faceattend.ui.widgets.progress import WorkProgress
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.question import Question, ask
from faceattend.ui.widgets.shadow import ROOM
from faceattend.ui.widgets.sheet import Scrim, Sheet
from faceattend.ui.widgets.skeleton import WAIT_MS, Skeleton
from faceattend.ui.widgets.toast import Toast

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_an_error_is_told_as_what_happened_what_it_means_and_what_to_do(qtbot: QtBot):
    banner = Banner()
    qtbot.addWidget(banner)
    error = CameraUnreachable("Loading bay gives no picture.", means="Nobody is seen there.", remedy="Check its cable.")
    banner.tell_error(error)

    assert banner.accessibleName() == "Loading bay gives no picture."
    assert banner.accessibleDescription() == "Nobody is seen there. Check its cable."
    assert count(grabbed(banner), LIGHT.bad_bg) > 1000


@pytest.mark.parametrize("action", ["", "Show the folder"])
def test_the_icon_of_a_banner_stands_beside_its_first_line_and_room_around_stretches_nothing(qtbot: QtBot, action: str):
    banner = Banner("warn", "The disk is nearly full", "Photos may be lost.", action)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(banner)
    column.addWidget(QListView(), 1)
    window.resize(600, 500)
    window.show()

    icon, title = banner.findChild(IconMark), banner.findChildren(QLabel)[0]
    assert abs(icon.geometry().center().y() - title.geometry().center().y()) <= 1
    assert banner.height() <= banner.sizeHint().height() + 4


def test_the_link_of_a_banner_acts(qtbot: QtBot):
    banner = Banner("warn", "The disk is nearly full", "Photos may be lost.", "Show the folder")
    qtbot.addWidget(banner)

    with qtbot.waitSignal(banner.acted):
        banner.button.click()
    banner.tell("info", "All is well")
    assert banner.button.isHidden()


def test_an_empty_state_has_a_button_only_where_there_is_something_to_do(qtbot: QtBot):
    empty = EmptyState("inbox", "Nothing waits for you", "November can be locked.", "See what was done")
    qtbot.addWidget(empty)

    with qtbot.waitSignal(empty.acted):
        empty.button.click()
    empty.tell("search-x", "Nobody is called that", "")
    assert empty.button.isHidden()
    assert empty.accessibleName() == "Nobody is called that"


def test_sentences_keep_what_looks_like_markup(qtbot: QtBot):
    prose = Prose("5 < 6 & <b>bold</b>\nnext")
    qtbot.addWidget(prose)

    assert prose.plain() == prose.accessibleName() == "5 < 6 & <b>bold</b>\nnext"
    assert "<b>" not in prose.text()
    assert prose.heightForWidth(400) == 2 * TextRole.BODY.line


def test_a_toast_takes_back_what_was_done_once(window: QWidget):
    done: list[str] = []
    toast = Toast(window)
    toast.say("Photo set aside", lambda: done.append("back"))
    assert toast.isVisible()

    toast.button.click()
    assert toast.isHidden()
    toast.on_undo()
    assert done == ["back"]


def test_a_toast_goes_by_itself(window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(toasts, "SHOWN_MS", 30)
    toast = Toast(window)
    toast.say("Photo set aside")

    assert toast.button.isHidden()
    qtbot.waitUntil(toast.isHidden, timeout=2000)


def test_a_toast_stays_while_somebody_reaches_for_it(window: QWidget):
    toast = Toast(window)
    toast.say("Photo set aside", lambda: None)
    toast.button.setFocus()
    toast.on_time_over()

    assert toast.isVisible()


@pytest.mark.parametrize("rtl", [False, True])
def test_a_toast_lies_in_the_corner_where_reading_ends(window: QWidget, qtbot: QtBot, *, rtl: bool):
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    toast = Toast(window, above=28)
    toast.say("Photo set aside")
    window.resize(700, 500)
    qtbot.waitUntil(lambda: toast.geometry().bottom() - ROOM == 500 - 28 - 24 - 1)

    card = toast.geometry().adjusted(ROOM, ROOM, -ROOM, -ROOM)
    assert card.height() == 48
    assert (card.left() == 24) if rtl else (card.right() == 700 - 24 - 1)


def test_a_long_toast_is_not_cut(window: QWidget):
    toast = Toast(window)
    toast.say("The photo of " + "Wolfeschlegelsteinhausenbergerdorff " * 4 + "was set aside", lambda: None)

    words = toast._words
    assert words.height() >= words.heightForWidth(words.width())


def test_progress_tells_the_time_left_once_it_can(qtbot: QtBot):
    now = [0.0]
    work = WorkProgress(clock=lambda: now[0])
    qtbot.addWidget(work)
    work.start("Reading photos")
    work.step(10, 100)
    assert work._left.text() == "10 %"

    now[0] = 60.0
    work.step(20, 100, "Reading photos: 20 of 100")
    assert work._left.text() == "20 %, 4 min left"
    now[0] = 90.0
    work.step(999, 1000)
    assert work._left.text().startswith("99 %")  # not all until it is
    work.step(1000, 1000)
    assert work._left.text() == "100 %"


def test_work_of_unknown_length_shows_words_only(qtbot: QtBot):
    work = WorkProgress()
    qtbot.addWidget(work)
    work.start("Counting photos")
    work.step(5, None, "5 photos so far")

    assert work._bar.isHidden()
    assert work._words.plain() == "5 photos so far"
    assert work.isVisible()
    work.finish()
    assert work.isHidden()


def test_cancel_is_told_once(qtbot: QtBot):
    work = WorkProgress()
    qtbot.addWidget(work)
    work.start("Reading photos")

    with qtbot.waitSignal(work.cancelled):
        work.button.click()
    assert not work.button.isEnabled()
    work.start("Reading photos")
    assert work.button.isEnabled()


def test_shapes_wait_before_they_show(qtbot: QtBot):
    shapes = Skeleton(2)
    qtbot.addWidget(shapes)
    shapes.resize(300, 80)
    shapes.show()
    assert count(grabbed(shapes), LIGHT.sunken) == 0

    qtbot.wait(WAIT_MS + 100)
    assert count(grabbed(shapes), LIGHT.sunken) > 1000


def question(parent: QWidget, *, danger: bool = True) -> Question:
    return Question(
        "Erase the photos?", "They cannot be brought back.", parent, safe="Keep", act="Erase", danger=danger
    )


def test_the_safe_answer_has_the_focus_and_esc_gives_it(window: QWidget, qtbot: QtBot):
    asked = question(window)
    asked.open()
    qtbot.waitUntil(asked.safe.hasFocus)
    assert not asked.act.isDefault()

    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert asked.result() == QDialog.DialogCode.Rejected
    assert asked.isHidden()


def test_enter_gives_the_safe_answer(window: QWidget, qtbot: QtBot):
    asked = question(window)
    asked.open()
    qtbot.waitUntil(asked.safe.hasFocus)
    qtbot.keyClick(asked.safe, Qt.Key.Key_Return)

    assert asked.result() == QDialog.DialogCode.Rejected
    assert asked.isHidden()


@pytest.mark.parametrize(("verb", "acts"), [("Erase", True), ("Keep", False)])
def test_asking_waits_for_the_answer(window: QWidget, verb: str, *, acts: bool):
    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert asked is not None
        next(each for each in asked.findChildren(QPushButton) if each.text() == verb).click()

    QTimer.singleShot(0, answer)
    assert ask(window, "Erase?", "Gone for good.", safe="Keep", act="Erase", danger=True) is acts


def test_the_window_is_dark_while_a_dialog_waits(window: QWidget):
    light = grabbed(window).pixelColor(5, 5)
    asked = question(window)
    asked.open()
    assert len(window.findChildren(Scrim)) == 1
    assert grabbed(window).pixelColor(5, 5).lightness() < light.lightness() - 50

    asked.reject()
    assert grabbed(window).pixelColor(5, 5) == light


def test_a_dialog_lies_in_the_middle_and_fits_its_sentences(window: QWidget):
    asked = question(window)
    asked.open()

    middle = asked.mapToGlobal(asked.rect().center())
    assert (middle - window.mapToGlobal(window.rect().center())).manhattanLength() <= 2
    assert asked.card.width() == 440
    assert asked.card.height() == asked.card.layout().heightForWidth(440)


def test_a_sheet_says_what_is_missing(window: QWidget):
    sheet = Sheet("Enrol person", window)
    sheet.foot.addWidget(QPushButton("Enrol"))
    sheet.tell("Still needed: 2 photos.")
    sheet.open()

    assert sheet._missing.plain() == "Still needed: 2 photos."
    assert sheet.windowTitle() == "Enrol person"


def test_a_sheet_over_a_sheet_darkens_only_its_card(window: QWidget):
    below = Sheet("Enrol person", window)
    below.open()
    asked = question(below)
    asked.open()

    assert [each.parentWidget() for each in below.findChildren(Scrim)] == [below.card]
    asked.reject()
    below.reject()


def test_a_menu_has_round_corners(window: QWidget):
    menu = Menu(parent=window)
    menu.addAction("Copy as table")
    menu.popup(window.mapToGlobal(QPoint(10, 10)))
    image = menu.grab().toImage()
    menu.close()

    assert image.pixelColor(0, 0) != QColor(LIGHT.surface)
    assert image.pixelColor(image.width() // 2, 3) == QColor(LIGHT.surface)


@pytest.fixture
def not_composited(monkeypatch: pytest.MonkeyPatch) -> None:
    """An X server that shows nothing through a window."""
    monkeypatch.setattr(sheets, "composited", lambda: False)
    monkeypatch.setattr(menus, "composited", lambda: False)


@pytest.mark.usefixtures("not_composited")
@pytest.mark.qt_log_ignore("does not support setting window masks")
class TestNothingShinesThrough:
    def test_a_dialog_is_its_card_with_the_corners_cut_off(self, window: QWidget):
        asked = question(window)
        asked.open()
        image = grabbed(asked)

        assert asked.size() == asked.card.size()
        assert not asked.mask().contains(QPoint(0, 0))
        assert asked.mask().contains(QPoint(0, asked.height() // 2))
        assert all(image.pixelColor(x, 100).alpha() == 255 for x in range(image.width()))
        asked.reject()

    def test_its_shadow_lies_on_the_window_and_follows_it(self, window: QWidget, qtbot: QtBot):
        asked = question(window)
        asked.open()

        def shade(below: int) -> int:
            at = window.mapFromGlobal(asked.mapToGlobal(QPoint(asked.width() // 2, asked.height() + below)))
            return grabbed(window).pixelColor(at).lightness()

        assert shade(3) < shade(60)
        before = asked.pos()
        asked.move(before + QPoint(-200, -180))
        qtbot.waitUntil(lambda: asked.pos() != before)
        assert shade(3) < shade(60)
        asked.reject()

    def test_it_is_dragged_by_the_very_top_of_its_head(self, window: QWidget, qtbot: QtBot):
        sheet = Sheet("Enrol person", window)
        sheet.open()
        grip, before = QPointF(100, 3), sheet.pos()
        qtbot.mousePress(sheet, Qt.MouseButton.LeftButton, pos=grip.toPoint())
        to = sheet.mapToGlobal(grip) + QPointF(-30, 20)
        left = Qt.MouseButton.LeftButton
        moved = QMouseEvent(QEvent.Type.MouseMove, grip, to, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(sheet, moved)

        qtbot.waitUntil(lambda: sheet.pos() == before + QPoint(-30, 20))
        sheet.reject()

    def test_a_menu_has_square_corners(self, window: QWidget):
        menu = Menu(parent=window)
        menu.addAction("Copy as table")
        menu.popup(window.mapToGlobal(QPoint(10, 10)))
        image = grabbed(menu)
        menu.close()

        assert image.pixelColor(0, 0) == QColor(LIGHT.line)


def test_the_estimate_runs_on_a_clock_that_only_grows():
    assert WorkProgress.__init__.__kwdefaults__["clock"] is time.monotonic
