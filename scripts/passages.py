"""What is done with the feed of Live before its picture is taken: folded rows are opened, chosen and dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from faceattend.ui.pages.live_list import FeedList

if TYPE_CHECKING:
    from shots import Studio


def opened(studio: Studio) -> None:
    """Live: what is folded into the row of the couriers stands below it."""
    feed = _at_couriers(studio)
    QTest.keyClick(feed, Qt.Key.Key_Right)


def chosen(studio: Studio) -> None:
    """Live: two rows are chosen."""
    feed = _at_couriers(studio)
    QTest.keyClick(feed, Qt.Key.Key_Space)
    QTest.keyClick(feed, Qt.Key.Key_Down)
    QTest.keyClick(feed, Qt.Key.Key_Space)


def dismissed(studio: Studio) -> None:
    """Live: all couriers of a row were dismissed, and can be brought back."""
    QTest.keyClick(_at_couriers(studio), Qt.Key.Key_X)
    studio.settle()


def _at_couriers(studio: Studio) -> FeedList:
    """Go to the first row that tells of several passages, as the keyboard does."""
    studio.window.activateWindow()
    QTest.keyClicks(studio.window.page, "s")  # in a narrow window the wall covers it
    feed = studio.child(FeedList)
    feed.setFocus(Qt.FocusReason.TabFocusReason)
    model = feed.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    feed.setCurrentIndex(next(index for index in rows if (line := model.line(index)) and line.folded))
    return feed
