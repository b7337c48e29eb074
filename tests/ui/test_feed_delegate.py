from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, jpeg_of, near

from faceattend.ui.pages.live_feed import NARROW_PX
from faceattend.ui.widgets.feed_delegate import FeedDelegate
from faceattend.ui.widgets.feed_row import (
    ACTION_ROW_PX,
    ROW_PX,
    SECTION_PX,
    FeedEntry,
    FeedKind,
    FeedSection,
    action_rect,
    chevron_rect,
    more_rect,
)
from faceattend.ui.widgets.row_list import RowList
from faceattend.ui.widgets.table_looks import VALUE_ROLE

pytestmark = pytest.mark.gui

RED, BLUE = "#d02020", "#2040d0"
KNOWN = FeedEntry(
    UUID(int=1),
    FeedKind.KNOWN,
    "Leïla Haddad",
    "Sales · In · Main entrance",
    "Clear match, nobody else close",
    "08:02:11",
    jpeg_of(RED),
    jpeg_of(BLUE),
)
VISITOR = FeedEntry(
    UUID(int=2),
    FeedKind.UNKNOWN,
    "Unknown visitor",
    "Reception",
    "No enrolled person is close",
    "08:02:00",
    jpeg_of(RED),
    None,
    "user-round-search",
    "Register visitor",
    "V",
    more=True,
)
UNSURE = replace(VISITOR, id=UUID(int=3), kind=FeedKind.UNSURE, title="Grace or Joy?", action="Decide who", more=False)
FOLDED = replace(VISITOR, id=UUID(int=4), title="4 unknown passages", time="", action="Show all 4", passages=4)
ROWS = (FeedSection("Waiting for you: 2"), VISITOR, UNSURE, FeedSection("Latest"), KNOWN, None)
WIDTH = 360


def height_of(value: FeedEntry | FeedSection | None) -> int:
    if isinstance(value, FeedSection):
        return SECTION_PX
    return ACTION_ROW_PX if value is not None and value.waiting else ROW_PX


class Rows(QAbstractListModel):
    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(ROWS)

    def data(self, index: Any, role: int = 0) -> Any:  # noqa: ANN401 - as Qt's
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, height_of(ROWS[index.row()]))
        return ROWS[index.row()] if role == VALUE_ROLE else None

    def flags(self, index: Any) -> Qt.ItemFlag:  # noqa: ANN401 - as Qt's
        section = isinstance(ROWS[index.row()], FeedSection)
        return Qt.ItemFlag.NoItemFlags if section else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Feed:
    """A list with its delegate, and what it told."""

    def __init__(self, qtbot: QtBot, *, rtl: bool = False) -> None:
        self.qtbot, self.view = qtbot, RowList(ROW_PX)
        qtbot.addWidget(self.view)
        if rtl:
            self.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        model = Rows(self.view)
        self.view.setModel(model)
        self.delegate = FeedDelegate(self.view)
        self.acted: list[FeedEntry] = []
        self.more: list[tuple[FeedEntry, QPoint]] = []
        self.delegate.acted.connect(self.acted.append)
        self.delegate.more_wanted.connect(lambda entry, where: self.more.append((entry, where)))
        self.view.resize(WIDTH, 500)
        self.view.show()
        qtbot.waitUntil(self.view.isVisible)

    def rect(self, row: int) -> QRectF:
        return QRectF(self.view.visualRect(self.view.model().index(row, 0)))

    def current(self) -> int:
        return self.view.currentIndex().row()

    def choose(self, row: int) -> None:
        self.view.setCurrentIndex(self.view.model().index(row, 0))

    def button(self, row: int) -> QPoint:
        entry = ROWS[row]
        assert isinstance(entry, FeedEntry)
        return action_rect(entry, self.rect(row), rtl=self.view.isRightToLeft()).center().toPoint()

    def click(self, where: QPoint) -> None:
        self.qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


@pytest.fixture
def feed(qtbot: QtBot) -> Feed:
    return Feed(qtbot)


def test_rows_are_as_high_as_what_they_hold(feed: Feed):
    assert [int(feed.rect(row).height()) for row in range(6)] == [28, 108, 108, 28, 76, 76]


def test_the_button_acts_on_its_own_row_and_only_on_a_whole_click(feed: Feed):
    feed.click(feed.button(1))
    assert feed.acted == [VISITOR]

    feed.qtbot.mousePress(feed.view.viewport(), Qt.MouseButton.LeftButton, pos=feed.button(2))
    feed.qtbot.mouseRelease(feed.view.viewport(), Qt.MouseButton.LeftButton, pos=feed.button(1))
    feed.click(feed.rect(2).topLeft().toPoint() + QPoint(150, 20))

    assert feed.acted == [VISITOR]
    assert feed.current() == 2  # beside the button a click selects


def test_right_to_left_the_button_is_where_it_is_painted(qtbot: QtBot):
    feed = Feed(qtbot, rtl=True)

    feed.click(feed.button(2))

    assert feed.acted == [UNSURE]
    image = feed.view.viewport().grab().toImage()
    assert near(image, WIDTH - 44, feed.rect(4).center().y(), RED)  # the probe, where reading begins


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_the_button_of_the_current_row(feed: Feed, key: Qt.Key):
    feed.choose(2)
    feed.qtbot.keyClick(feed.view, key)
    assert feed.acted == [UNSURE]

    feed.choose(4)
    feed.qtbot.keyClick(feed.view, key)
    feed.choose(2)
    feed.qtbot.keyClick(feed.view, key, Qt.KeyboardModifier.ControlModifier)
    assert feed.acted == [UNSURE]


def test_enter_on_a_row_without_a_button_opens_it(feed: Feed):
    feed.choose(4)

    with feed.qtbot.waitSignal(feed.view.activated, timeout=1000) as opened:
        feed.qtbot.keyClick(feed.view, Qt.Key.Key_Return)

    assert opened.args[0].row() == 4


def test_further_choices_open_below_the_dots(feed: Feed):
    place = more_rect(VISITOR, feed.rect(1), rtl=False)
    feed.click(place.center().toPoint())
    feed.choose(1)
    feed.qtbot.keyClick(feed.view, Qt.Key.Key_Menu)

    where = feed.view.viewport().mapToGlobal(place.bottomLeft().toPoint())
    assert feed.more == [(VISITOR, where), (VISITOR, where)]
    assert feed.acted == []


def test_arrows_and_letters_pass_over_headings(feed: Feed):
    feed.choose(2)
    feed.qtbot.keyClick(feed.view, Qt.Key.Key_Down)
    assert feed.current() == 4
    feed.qtbot.keyClick(feed.view, Qt.Key.Key_K)
    assert feed.current() == 2


def test_who_waits_is_marked_at_the_edge(feed: Feed):
    image = feed.view.viewport().grab().toImage()

    assert near(image, 1, feed.rect(1).center().y(), "warn_mark")
    assert near(image, 1, feed.rect(4).center().y(), "surface")
    words = image.copy(130, int(feed.rect(1).top()) + 46, 220, 18)
    assert count(words, "warn", 60) > 40


def test_a_row_that_is_not_loaded_has_a_shape(feed: Feed):
    image = feed.view.viewport().grab().toImage().copy(feed.rect(5).toRect())

    assert near(image, 44, 36, "sunken", 2)
    assert near(image, 140, 20, "sunken", 2)


@given(
    width=st.integers(220, 600),
    action=st.text("Registrier den Besucher", min_size=1, max_size=60),
    key=st.sampled_from([None, "V", "Ctrl+Shift+Enter"]),
    more=st.booleans(),
    rtl=st.booleans(),
)
def test_buttons_stay_inside_their_row_and_beside_each_other(
    *, width: int, action: str, key: str, more: bool, rtl: bool
):
    entry, rect = replace(VISITOR, action=action, key=key, more=more), QRectF(0, 0, width, ACTION_ROW_PX)

    button, dots = action_rect(entry, rect, rtl=rtl), more_rect(entry, rect, rtl=rtl)

    assert rect.contains(button)
    assert dots.isEmpty() != more
    assert dots.isEmpty() or (rect.contains(dots) and not dots.intersects(button))


def test_what_does_not_fit_is_told_whole_beside_the_pointer(feed: Feed):
    def asked() -> str:
        place = feed.rect(1).center().toPoint()
        event = QHelpEvent(QEvent.Type.ToolTip, place, feed.view.viewport().mapToGlobal(place))
        QApplication.sendEvent(feed.view.viewport(), event)
        return QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText()

    assert "Reception" not in asked()
    feed.view.resize(250, 500)
    feed.qtbot.waitUntil(lambda: feed.rect(1).width() <= 250)

    assert asked() == "Unknown visitor\nReception\nNo enrolled person is close"
    QToolTip.hideText()


def test_a_row_of_several_is_opened_by_its_sign_as_well(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(globals(), "ROWS", (FOLDED, replace(FOLDED, opened=True), replace(VISITOR, within=True)))
    feed = Feed(qtbot)
    for row in (0, 1):
        feed.click(chevron_rect(FOLDED, feed.rect(row), rtl=False).center().toPoint())
        feed.click(feed.button(row))
    assert [entry.opened for entry in feed.acted] == [False, False, True, True]
    assert chevron_rect(VISITOR, feed.rect(2), rtl=False).isEmpty()
    image = feed.view.viewport().grab().toImage()
    number = image.copy(feed.rect(0).toRect()).copy(72, 12, 48, 48)
    assert count(number, "text2", 60) > 10  # how many more there are, in the place of the reference
    assert near(image, 10, feed.rect(2).center().y(), "line")  # what belongs to the row above
    assert not near(image, 10, feed.rect(0).center().y(), "line")


@pytest.mark.parametrize("rtl", [False, True])
def test_the_sign_stays_clear_of_the_words(*, rtl: bool):
    rect = QRectF(0, 0, WIDTH, ACTION_ROW_PX)
    sign = chevron_rect(FOLDED, rect, rtl=rtl)
    assert rect.contains(sign)
    assert not sign.intersects(action_rect(FOLDED, rect, rtl=rtl))
    assert (sign.center().x() < WIDTH / 2) == rtl


def test_a_row_is_said_in_a_sentence():
    assert FOLDED.speak().endswith("No enrolled person is close, folded")
    assert replace(FOLDED, opened=True).speak().endswith(", open")
    assert KNOWN.speak() == "Leïla Haddad, Sales · In · Main entrance, 08:02:11, Clear match, nobody else close"
    assert VISITOR.speak().startswith("Waiting for you: Unknown visitor, Reception")


@pytest.mark.parametrize(("words", "key"), [("Register visitor", "V"), ("Decide who", "D")])
def test_the_narrow_feed_has_room_for_the_key_of_every_button(words: str, key: str):
    entry = replace(VISITOR, action=words, key=key, more=True)
    rect = QRectF(0, 0, NARROW_PX, ACTION_ROW_PX)
    without = action_rect(replace(entry, key=None), rect, rtl=False)
    assert action_rect(entry, rect, rtl=False).width() == without.width() + 8 + 20  # the gap and the cap
