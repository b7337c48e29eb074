import pytest
from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from faceattend.ui.window_place import open_in_view, within

WANTED = QSize(1440, 900)
TITLE_BAR = 40
BORDER = 8


@pytest.mark.parametrize(
    "available",
    [QRect(0, 0, 1366, 728), QRect(0, 27, 1366, 741), QRect(-1280, 200, 1280, 1024), QRect(0, 0, 1440, 900)],
)
def test_a_window_too_large_for_the_screen_is_cut_to_it_with_its_frame(available: QRect):
    framed = within(WANTED, available) + QMargins(BORDER, TITLE_BAR, BORDER, BORDER)
    assert available.contains(framed)
    assert framed.width() == min(available.width(), WANTED.width() + 2 * BORDER)
    assert framed.height() == min(available.height(), WANTED.height() + TITLE_BAR + BORDER)


def test_a_window_that_fits_has_the_wanted_size_in_the_middle_of_its_screen():
    available = QRect(1920, 0, 2560, 1400)
    placed = within(WANTED, available)
    assert placed.size() == WANTED
    assert abs(placed.center().x() - available.center().x()) <= 1
    assert abs(placed.center().y() - available.center().y()) <= TITLE_BAR


@pytest.mark.gui
def test_a_window_opens_on_the_screen_there_is(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    open_in_view(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.screen().availableGeometry().contains(window.frameGeometry())
