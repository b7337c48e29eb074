from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt
from pytestqt.qtbot import QtBot

from faceattend.ui.widgets.row_list import RowList

pytestmark = pytest.mark.gui

USUAL, HIGH = 40, 100
_NO_PARENT = QModelIndex()


class Rows(QAbstractListModel):
    """Numbers, of which every tenth is a high heading; counts how often heights are asked for."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.numbers = list(range(count))
        self.asked: Counter[int] = Counter()

    def rowCount(self, parent: Any = _NO_PARENT) -> int:  # noqa: ANN401, N802 - Qt's name and type
        return 0 if parent.isValid() else len(self.numbers)

    def data(self, index: Any, role: int = 0) -> Any:  # noqa: ANN401 - as Qt's
        number = self.numbers[index.row()]
        if role == Qt.ItemDataRole.SizeHintRole:
            self.asked[number] += 1
            return QSize(0, HIGH) if number % 10 == 0 else None
        return str(number) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Any) -> Qt.ItemFlag:  # noqa: ANN401 - as Qt's
        heading = self.numbers[index.row()] % 10 == 0
        return Qt.ItemFlag.NoItemFlags if heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def put(self, row: int, *numbers: int) -> None:
        self.beginInsertRows(QModelIndex(), row, row + len(numbers) - 1)
        self.numbers[row:row] = numbers
        self.endInsertRows()

    def drop(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.numbers[row]
        self.endRemoveRows()


@pytest.fixture
def rows() -> Rows:
    return Rows(100)


@pytest.fixture
def view(qtbot: QtBot, rows: Rows) -> RowList:
    made = RowList(USUAL)
    qtbot.addWidget(made)
    made.setModel(rows)
    made.resize(300, 400)
    made.show()
    qtbot.waitUntil(made.isVisible)
    return made


def heights(view: RowList) -> list[int]:
    return [view.visualRect(view.model().index(row, 0)).height() for row in range(view.model().rowCount())]


def at(view: RowList) -> str:
    return str(view.currentIndex().data())


def test_rows_keep_their_heights_while_others_come_and_go(view: RowList, rows: Rows, qtbot: QtBot):
    rows.put(0, 200, 201)
    rows.put(50, 210)
    rows.drop(3)
    qtbot.wait(50)
    assert heights(view) == [HIGH if number % 10 == 0 else USUAL for number in rows.numbers]


def test_a_height_is_asked_for_once_however_many_rows_come(view: RowList, rows: Rows, qtbot: QtBot):
    for number in range(300, 320):
        rows.put(0, number)
        qtbot.wait(5)
    view.resize(280, 300)
    view.verticalScrollBar().setValue(700)
    qtbot.wait(50)
    assert set(rows.asked.values()) == {1}
    assert len(rows.asked) == 120


def test_all_heights_are_asked_for_again_when_everything_is_another(view: RowList, rows: Rows):
    rows.beginResetModel()
    rows.numbers = [5, 10, 6]
    rows.endResetModel()
    assert heights(view) == [USUAL, HIGH, USUAL]


def test_home_and_end_go_to_the_ends_and_headings_are_passed_over(view: RowList, qtbot: QtBot):
    view.setCurrentIndex(view.model().index(5, 0))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert at(view) == "99"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert at(view) == "1", "the first is a heading"
    for _ in range(10):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert at(view) == "12"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert at(view) == "9"


def test_the_ends_are_in_view_with_the_headings_beyond_them(view: RowList, rows: Rows, qtbot: QtBot):
    rows.put(100, 400)  # a heading is the last row
    qtbot.wait(20)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert (at(view), view.bar.value()) == ("99", view.bar.maximum())
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (at(view), view.bar.value()) == ("1", 0)
    view.setCurrentIndex(view.model().index(50, 0))
    view.setCurrentIndex(view.model().index(2, 0))
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert (at(view), view.bar.value()) == ("1", 0)


def test_going_to_no_row_goes_nowhere(view: RowList):
    view.bar.setValue(500)
    view.scrollTo(QModelIndex())
    assert view.bar.value() == 500


def test_a_row_that_changes_its_height_is_as_high_as_it_says(view: RowList, rows: Rows):
    rows.numbers[1:4] = [500, 2, 510]
    rows.dataChanged.emit(rows.index(1), rows.index(3))
    assert heights(view)[:5] == [HIGH, HIGH, USUAL, HIGH, USUAL]
    rows.asked.clear()
    rows.dataChanged.emit(rows.index(1), rows.index(3), [Qt.ItemDataRole.DisplayRole])
    assert not rows.asked


def test_whole_pages_end_on_a_row_that_can_be_chosen(view: RowList, qtbot: QtBot):
    qtbot.keyClick(view, Qt.Key.Key_Home)
    seen = [at(view)]
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        assert int(at(view)) % 10, "no heading"
        seen.append(at(view))
    assert seen[-1] == "99"
    assert sorted(set(seen), key=int) == list(dict.fromkeys(seen)), "never back"
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert at(view) == "1"


def test_the_bar_that_is_seen_and_the_place_move_each_other(view: RowList, qtbot: QtBot):
    assert view.bar.isVisible()
    assert not view.verticalScrollBar().isVisible()
    view.bar.setValue(view.bar.maximum())
    last = view.model().index(99, 0)
    assert view.visualRect(last).bottom() == view.viewport().rect().bottom()
    view.scrollToTop()
    assert view.bar.value() == 0
    view.resize(300, 6000)
    qtbot.waitUntil(lambda: not view.bar.isVisible())
