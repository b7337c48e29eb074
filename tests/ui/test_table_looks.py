from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, jpeg_of, near

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.widgets.chip_cell import ChipCell, ChipCellDelegate
from faceattend.ui.widgets.lettering import width_of
from faceattend.ui.widgets.person_cell import PersonCell, PersonCellDelegate
from faceattend.ui.widgets.photo_marks import PhotoMarks, PhotoMarksDelegate
from faceattend.ui.widgets.rounded import Rounded
from faceattend.ui.widgets.sentence_cell import lines_of
from faceattend.ui.widgets.sort_header import SortHeader
from faceattend.ui.widgets.table_looks import VALUE_ROLE, TableDelegate, install_table

pytestmark = pytest.mark.gui

Table = Callable[..., QTableView]

RED = "#d02020"
WIDTH, ROW = 200, 48


class Cells(QAbstractTableModel):
    """Two columns: a value for a delegate, and a text."""

    def __init__(self, *rows: tuple[object, str | None]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else 2

    def data(self, index: Any, role: int = 0) -> Any:  # noqa: ANN401 - as Qt's
        value, text = self.rows[index.row()]
        if role == VALUE_ROLE and index.column() == 0:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return text if index.column() == 1 else ""
        return None


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    def make(*rows: tuple[object, str | None], delegate: TableDelegate | None = None, rtl: bool = False) -> QTableView:
        view = QTableView()
        qtbot.addWidget(view)
        view.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        model = Cells(*rows)
        model.setParent(view)
        view.setModel(model)
        install_table(view)
        if delegate is not None:
            delegate.setParent(view)
            view.setItemDelegateForColumn(0, delegate)
        view.setColumnWidth(0, WIDTH)
        view.setColumnWidth(1, WIDTH)
        view.resize(2 * WIDTH, 300)
        view.show()
        qtbot.waitUntil(view.isVisible)
        return view

    return make


def seen(view: QTableView) -> QImage:
    return view.viewport().grab().toImage()


def three_rows() -> list[tuple[object, str | None]]:
    return [("", "one"), ("", "two"), ("", "three")]


@pytest.mark.parametrize("rtl", [False, True])
def test_a_selected_row_is_tinted_from_end_to_end_with_a_bar_where_reading_begins(table: Table, *, rtl: bool):
    view = table(*three_rows(), rtl=rtl)
    view.setCurrentIndex(view.model().index(1, 0))  # selectRow() itself fails from right to left

    image = seen(view)

    y, bar, far = ROW + 24, *((398, 1) if rtl else (1, 398))
    assert near(image, bar, y, "accent2", 8)
    assert near(image, far, y, "tint", 8)
    assert near(image, WIDTH, y, "tint", 8)
    assert near(image, bar, 24, "surface", 8)


def test_rows_are_divided_by_hair_lines_that_leave_the_edges_free(table: Table):
    image = seen(table(*three_rows()))

    assert near(image, 16, ROW - 1, "line", 8)
    assert near(image, 383, ROW - 1, "line", 8)
    assert near(image, 10, ROW - 1, "surface", 8)
    assert near(image, 100, 3 * ROW - 1, "surface", 8)  # nothing below to be divided from


def test_the_focus_ring_shows_while_keys_are_used_and_not_after_a_click(table: Table, qtbot: QtBot):
    view = table(*three_rows())
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    ringed = count(seen(view), "accent2")

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, ROW + 20))

    assert ringed > 600  # around the whole row, beside the bar
    assert count(seen(view), "accent2") < 200  # the bar alone


def test_the_whole_row_answers_the_pointer_and_only_while_it_is_there(table: Table):
    view = table(*three_rows())
    event = QEvent(QEvent.Type.Leave)

    move_to(view, QPoint(60, ROW + 20))
    over = seen(view)
    QApplication.sendEvent(view.viewport(), event)

    assert near(over, 30, ROW + 5, "hover", 4)
    assert near(over, 390, ROW + 5, "hover", 4)
    assert near(over, 390, 5, "surface", 2)
    assert near(seen(view), 390, ROW + 5, "surface", 2)


def move_to(view: QTableView, where: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    place = QPointF(where)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(view.viewport().mapToGlobal(where)), none, none, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(view.viewport(), moved)


def test_j_and_k_move_as_the_arrows_do(table: Table, qtbot: QtBot):
    view = table(*three_rows())
    view.setCurrentIndex(view.model().index(0, 0))

    qtbot.keyClick(view, Qt.Key.Key_J)
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert view.currentIndex().row() == 2
    qtbot.keyClick(view, Qt.Key.Key_K)
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert view.currentIndex().row() == 1


def test_tab_leads_out_of_a_table(table: Table):
    assert not table(*three_rows()).tabKeyNavigation()


def test_a_row_that_is_not_loaded_has_a_shape_and_an_empty_text_has_none(table: Table):
    image = seen(table(("", None), ("", "")))

    assert count(image.copy(WIDTH, 0, WIDTH, ROW - 1), "sunken", 2) > 300
    assert count(image.copy(WIDTH, ROW, WIDTH, ROW), "sunken", 2) == 0


def test_what_is_cut_off_is_told_beside_the_pointer(table: Table, qtbot: QtBot):
    long = "Departments <b>and</b> other groups of people who work at night"
    view = table(("", long), ("", "Sales"))

    def asked(row: int) -> str:
        place = view.visualRect(view.model().index(row, 1)).center()
        QApplication.sendEvent(
            view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        )
        return QToolTip.text()

    assert QTextDocumentFragment.fromHtml(asked(0)).toPlainText() == long  # nothing of it taken for HTML
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert asked(1) != "Sales"


def test_cells_that_are_selected_one_by_one_are_ringed_one_by_one(table: Table):
    view = table(*three_rows())
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    view.setCurrentIndex(view.model().index(1, 1))

    image = seen(view)

    assert near(image, WIDTH + 20, ROW + 8, "tint", 8)
    assert near(image, WIDTH - 20, ROW + 8, "surface", 8)


@pytest.mark.parametrize(("rtl", "x"), [(False, 32), (True, 400 - 32)])
def test_a_person_is_a_face_where_reading_begins_and_a_name(table: Table, x: int, *, rtl: bool):
    person = PersonCell("Leïla Haddad", "E-1090", jpeg_of(RED))
    image = seen(table((person, ""), delegate=PersonCellDelegate(), rtl=rtl))

    assert near(image, x, 24, RED)
    beside = image.copy(230 if rtl else 70, 4, 100, 40)
    assert count(beside, "text", 60) > 40
    assert count(beside, "text2", 40) > 20


def test_the_name_of_somebody_who_left_steps_back(table: Table):
    here, gone = (PersonCell("Luca Moretti", "", None, quiet) for quiet in (False, True))
    image = seen(table((here, ""), (gone, ""), delegate=PersonCellDelegate()))

    assert count(image.copy(70, 4, 120, 40), "text", 20) > 10
    assert count(image.copy(70, ROW + 4, 120, 40), "text", 20) == 0


@pytest.mark.parametrize(("used", "filled"), [(1, 1), (4, 4), (5, 5), (9, 5)])
def test_as_many_squares_are_filled_as_there_are_good_photos_up_to_five(table: Table, used: int, filled: int):
    image = seen(table((PhotoMarks(used), ""), delegate=PhotoMarksDelegate()))

    assert sum(near(image, 16 + each * 12 + 4, 24, "ok") for each in range(5)) == filled


def test_photo_marks_are_said_in_words():
    assert PhotoMarks(4).speak() == "Good photos: 4"
    assert PhotoMarks(3, 2).speak() == "Good photos: 3, set aside: 2"


@pytest.mark.parametrize("rtl", [False, True])
def test_a_chip_stands_where_reading_begins_and_a_plain_one_has_no_ground(table: Table, *, rtl: bool):
    rows = (ChipCell("warn", "clock", "Late"), ""), (ChipCell("warn", "clock", "Late", plain=True), "")
    image = seen(table(*rows, delegate=ChipCellDelegate(), rtl=rtl))

    assert near(image, 380 if rtl else 20, 16, "warn_bg", 6)
    assert count(image.copy(0, ROW, 400, ROW), "warn_bg", 3) == 0
    assert count(image.copy(0, ROW, 400, ROW), "warn", 40) > 20


@pytest.mark.usefixtures("qapp")
def test_a_sentence_takes_two_lines_and_the_rest_is_left_to_the_second():
    words = "The face in this photo is blurred. Use a sharp photo with the face turned to the camera."
    assert lines_of("Short.", 200, 2) == ["Short."]
    one, other = lines_of(words, 200, 2)
    assert f"{one} {other}" == words
    assert width_of(one, font(TextRole.SECOND)) <= 200


def test_the_order_is_shown_right_behind_the_word_it_is_of(table: Table):
    view = table(("", "one"), ("", "two"))
    view.setHorizontalHeader(SortHeader(view))
    install_table(view)
    header = view.horizontalHeader()
    header.resize(400, 36)
    before = header.grab().toImage()
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    after = header.grab().toImage()
    changed = [x for x in range(before.width()) if any(before.pixel(x, y) != after.pixel(x, y) for y in range(36))]
    start = 16 + width_of("1", font(TextRole.SECOND, 600))
    assert changed
    assert start < changed[0] < changed[-1] < start + 6 + 14 + 1


def test_what_fills_a_card_leaves_its_corners_free(qtbot: QtBot):
    card = QWidget()
    qtbot.addWidget(card)
    widget = QWidget(card)
    Rounded(widget, bottom=False)
    widget.resize(100, 60)
    card.show()
    assert not widget.mask().contains(QPoint(0, 0))
    assert not widget.mask().contains(QPoint(99, 0))
    assert widget.mask().contains(QPoint(0, 59))
    assert widget.mask().contains(QPoint(50, 0))


@pytest.mark.parametrize("delegate", [PersonCellDelegate, PhotoMarksDelegate, ChipCellDelegate])
def test_values_that_are_not_loaded_have_a_shape(table: Table, delegate: type[TableDelegate]):
    image = seen(table((None, ""), delegate=delegate()))

    assert count(image.copy(0, 0, WIDTH, ROW), "sunken", 2) > 200
