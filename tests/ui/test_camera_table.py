from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.facts import a_camera

from faceattend.domain.camera_sight import Aspect, Finding, Grade
from faceattend.domain.cameras import CameraRole, CameraState, CameraStatus
from faceattend.domain.ids import new_id
from faceattend.ui.models.camera_words import needed_words, role_meaning, seen_words, state_word
from faceattend.ui.models.cameras import CameraCell, CameraTable, Column, CountsCell, Sight
from faceattend.ui.models.findings import FindingTable
from faceattend.ui.theme import Theme
from faceattend.ui.widgets.camera_cells import ROW_PX, CameraCells
from faceattend.ui.widgets.table_looks import VALUE_ROLE, install_table

pytestmark = pytest.mark.gui

CHECK = Qt.ItemDataRole.CheckStateRole


def a_status(state: CameraState, age_s: float | None = 0.1) -> CameraStatus:
    age = None if age_s is None else timedelta(seconds=age_s)
    return CameraStatus(new_id(), state, age, "", 9, 9, 0)


@pytest.fixture
def model() -> CameraTable:
    made = CameraTable()
    made.show([a_camera(name="Front door"), a_camera(name="مدخل", source="device:0", enabled=False)])
    return made


class TestModel:
    def test_it_is_a_sound_model(self, model: CameraTable, qtmodeltester: ModelTester):
        qtmodeltester.check(model)
        qtmodeltester.check(CameraTable())

    def test_a_camera_says_how_it_is_reached_and_what_it_gives_but_never_where(self, model: CameraTable):
        camera = replace(model.cameras[0], source="rtsp://user:hush@10.0.0.1/1")
        model.show([camera])
        model.watch({camera.id: Sight(a_status(CameraState.LIVE), (1280, 720))})
        cell = model.data(model.index(0, 0), VALUE_ROLE)
        assert cell == CameraCell("Front door", "rtsp, 1280 × 720", blind=False, quiet=False)  # noqa: RUF001
        spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
        assert "Front door" in spoken
        for secret in ("hush", "10.0.0.1"):
            assert secret not in spoken

    def test_a_blind_one_says_for_how_long_and_one_not_in_use_is_not_blind(self, model: CameraTable):
        first, second = model.cameras
        gone = Sight(a_status(CameraState.FAILED, 47), (1280, 720))
        model.watch({first.id: gone, second.id: gone})
        cells = [model.data(model.index(row, 0), VALUE_ROLE) for row in range(2)]
        assert [(cell.blind, cell.quiet) for cell in cells] == [(True, False), (False, True)]
        assert cells[0].second.endswith("no picture for 47 s")
        assert cells[1].second.endswith("not in use")

    def test_only_rows_whose_words_change_are_told(self, model: CameraTable, qtbot: QtBot):
        first, _ = model.cameras
        seeing = {first.id: Sight(a_status(CameraState.LIVE), (1280, 720))}
        with qtbot.waitSignal(model.dataChanged) as told:
            model.watch(seeing)
        assert (told.args[0].row(), told.args[1].row()) == (0, 0)
        with qtbot.assertNotEmitted(model.dataChanged):
            model.watch({first.id: Sight(a_status(CameraState.LIVE, 0.4), (1280, 720))})

    def test_showing_the_same_again_keeps_selection_and_place(self, model: CameraTable, qtbot: QtBot):
        with qtbot.assertNotEmitted(model.modelReset):
            model.show(list(model.cameras))

    def test_ticking_asks_and_changes_nothing_by_itself(self, model: CameraTable, qtbot: QtBot):
        at = model.index(0, Column.IN_USE)
        with qtbot.waitSignal(model.use_asked) as asked:
            assert model.setData(at, Qt.CheckState.Unchecked, CHECK)
        assert asked.args == [model.cameras[0], False]
        assert Qt.CheckState(model.data(at, CHECK)) == Qt.CheckState.Checked
        assert not model.setData(model.index(0, 0), Qt.CheckState.Unchecked, CHECK)

    def test_a_camera_is_found_by_its_id(self, model: CameraTable):
        assert [model.row_of(each.id) for each in model.cameras] == [0, 1]
        assert (model.row_of(new_id()), model.row_of(None), model.camera(-1), model.camera(2)) == (-1, -1, None, None)

    def test_the_role_reaches_the_delegate_as_what_it_is(self, model: CameraTable):
        assert model.data(model.index(0, Column.COUNTS), VALUE_ROLE) == CountsCell(CameraRole.BOTH)


@pytest.mark.parametrize("state", list(CameraState))
@pytest.mark.parametrize("age_s", [None, 3.0, 4000.0])
def test_every_state_has_words(state: CameraState, age_s: float | None):
    assert state_word(a_status(state, age_s), enabled=True)
    assert state_word(a_status(state, age_s), enabled=False) == "Not in use"


def test_every_role_says_what_it_means():
    assert len({role_meaning(role) for role in CameraRole}) == 3


class TestFindings:
    def test_every_grade_of_every_aspect_has_words(self, qtmodeltester: ModelTester):
        found = [
            Finding(aspect, grade, None if grade is Grade.UNSEEN else 54.0, 60.0)
            for aspect in Aspect
            for grade in Grade
        ]
        assert all(seen_words(each) and needed_words(each) for each in found)
        model = FindingTable()
        model.show(found)
        qtmodeltester.check(model)

    def test_a_row_speaks_a_sentence(self):
        model = FindingTable()
        model.show([Finding(Aspect.FACE_SIZE, Grade.BAD, 54.2, 80.0)])
        spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "Face size: 54 px, needed: 80 or more"

    def test_glare_and_gloom_are_told_apart(self):
        words = [seen_words(Finding(Aspect.LIGHT, Grade.WEAK, seen, needed)) for seen, needed in ((230, 220), (40, 45))]
        assert words == ["bright", "dim"]


class TestCells:
    @pytest.fixture
    def view(self, model: CameraTable, theme: Theme, qtbot: QtBot) -> QTableView:
        assert theme
        view = QTableView()
        qtbot.addWidget(view)
        install_table(view, ROW_PX)
        view.setModel(model)
        view.setItemDelegate(CameraCells(view))
        view.resize(600, 300)
        view.show()
        return view

    def test_a_click_on_the_switch_turns_it_and_one_beside_it_does_not(
        self, view: QTableView, model: CameraTable, qtbot: QtBot
    ):
        def click(column: int) -> None:
            at = view.visualRect(model.index(0, column)).center()
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

        with qtbot.waitSignal(model.use_asked, timeout=500) as asked:
            click(Column.IN_USE)
        assert asked.args[1] is False
        with qtbot.assertNotEmitted(model.use_asked):
            click(Column.CAMERA)

    def test_only_space_and_the_left_button_turn_it(self, view: QTableView, model: CameraTable, qtbot: QtBot):
        index, option = model.index(0, Column.IN_USE), QStyleOptionViewItem()
        delegate = view.itemDelegate()
        none = Qt.KeyboardModifier.NoModifier
        right = Qt.MouseButton.RightButton
        events = [
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none),
            QMouseEvent(
                QEvent.Type.MouseButtonRelease, QPointF(), QPointF(QPoint(1, 1)), right, Qt.MouseButton.NoButton, none
            ),
        ]
        with qtbot.assertNotEmitted(model.use_asked):
            assert not any(delegate.editorEvent(event, model, option, index) for event in events)
        with qtbot.waitSignal(model.use_asked):
            delegate.editorEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, none), model, option, index)

    @pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
    def test_both_directions_and_long_names_are_painted(
        self, view: QTableView, model: CameraTable, direction: Qt.LayoutDirection
    ):
        empty = view.grab().toImage()
        view.setLayoutDirection(direction)
        model.show([a_camera(name="停车场入口" * 30), a_camera(name="x" * 300, enabled=False)])
        assert view.grab().toImage() != empty
