"""The painted parts of enrolling, and its words."""

from collections.abc import Iterator
from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, grabbed, jpeg_of, near, painted

from faceattend.domain.cameras import Camera, CameraRole, Site
from faceattend.domain.coaching import Hint
from faceattend.domain.ids import new_id
from faceattend.domain.people import Pose
from faceattend.domain.vision import Frame, Quality, QualityReason
from faceattend.services.cameras import PluggedIn
from faceattend.services.photos import PhotoCheck
from faceattend.ui.dialogs.enrol_foot import FootState, action_words, foot_words
from faceattend.ui.dialogs.enrol_sources import all_sources
from faceattend.ui.dialogs.enrol_words import face_checks, hint_words, photos_words
from faceattend.ui.icons import source
from faceattend.ui.theme import Scheme, Theme
from faceattend.ui.widgets.capture_view import CaptureScene, CaptureView
from faceattend.ui.widgets.face_checks import CheckState
from faceattend.ui.widgets.photo_slots import PhotoSlots, Slot
from faceattend.ui.widgets.pose_ring import PoseRing, draw_ring

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

WIDTH, HEIGHT = 416, 312
SIDES = {Pose.LEFT: (0, 1), Pose.RIGHT: (2, 1), Pose.UP: (1, 0), Pose.DOWN: (1, 2)}
FACE = jpeg_of("#808080")


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"])
def direction(request: pytest.FixtureRequest) -> Iterator[Qt.LayoutDirection]:
    QApplication.setLayoutDirection(request.param)
    yield request.param
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def a_frame(left: int = 0, right: int = 0) -> Frame:
    bgr = np.zeros((240, 320, 3), np.uint8)
    bgr[:, :160], bgr[:, 160:] = left, right
    return Frame(new_id(), 1, datetime.now(UTC), bgr)


def opened(qtbot: QtBot, widget: QWidget, width: int = WIDTH, height: int = HEIGHT) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget


class TestRing:
    @pytest.mark.parametrize("pose", list(SIDES))
    def test_what_is_done_is_green_on_its_side_of_the_mirror_whichever_way_is_read(
        self, pose: Pose, direction: Qt.LayoutDirection
    ):
        assert direction is not None
        ring = PoseRing(frozenset({pose}))
        image = painted(lambda painter: draw_ring(painter, QRectF(0, 0, WIDTH, HEIGHT), ring), WIDTH, HEIGHT)
        column, row = SIDES[pose]
        third = image.copy(column * WIDTH // 3, row * HEIGHT // 3, WIDTH // 3, HEIGHT // 3)
        assert count(third, "video_ok") > 300
        assert count(image, "video_ok") < 2 * count(third, "video_ok"), "the other arcs are not"

    def test_what_is_asked_for_is_white_and_thick(self):
        def white(ring: PoseRing) -> int:
            return count(painted(lambda p: draw_ring(p, QRectF(0, 0, WIDTH, HEIGHT), ring), WIDTH, HEIGHT), "#ffffff")

        assert white(PoseRing(wanted=Pose.UP)) > white(PoseRing()) + 500

    def test_the_front_has_the_whole_circle(self):
        ring = PoseRing(frozenset({Pose.FRONT}))
        image = painted(lambda painter: draw_ring(painter, QRectF(0, 0, WIDTH, HEIGHT), ring), WIDTH, HEIGHT)
        for column, row in SIDES.values():
            part = image.copy(column * WIDTH // 3, row * HEIGHT // 3, WIDTH // 3, HEIGHT // 3)
            assert count(part, "video_ok") > 50


class TestView:
    def test_people_see_themselves_as_in_a_mirror(self, qtbot: QtBot, direction: Qt.LayoutDirection):
        assert direction is not None
        view = opened(qtbot, CaptureView())
        view.show_scene(CaptureScene(a_frame(left=250, right=10)))
        image = grabbed(view)
        assert near(image, WIDTH - 60, 60, "#fafafa")
        assert near(image, 60, 60, "#0a0a0a")

    def test_trouble_takes_the_pictures_place_and_is_spoken(self, qtbot: QtBot):
        view = opened(qtbot, CaptureView())
        view.show_scene(CaptureScene(a_frame(left=250), trouble="It is unplugged.", remedy="Plug it in."))
        assert near(grabbed(view), WIDTH - 60, 60, "video_bar")
        assert view.accessibleDescription() == "It is unplugged. Plug it in."
        assert not view.shutter.isVisible()

    @pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
    def test_words_lie_on_their_own_ground_and_are_spoken(self, qtbot: QtBot, theme: Theme, scheme: Scheme):
        theme.choose(scheme)
        view = opened(qtbot, CaptureView())
        icon, words = hint_words(Hint.TURN_LEFT)
        view.show_scene(CaptureScene(a_frame(250, 250), PoseRing(), icon, words))
        image = grabbed(view)
        assert near(image, 18, HEIGHT - 28, "video_outline", within=40)
        assert view.accessibleDescription() == words

    def test_the_shutter_is_at_the_end_and_clicks(self, qtbot: QtBot, direction: Qt.LayoutDirection):
        view = opened(qtbot, CaptureView())
        view.show_scene(CaptureScene(a_frame()))
        at_right = view.shutter.geometry().center().x() > WIDTH / 2
        assert at_right == (direction is Qt.LayoutDirection.LeftToRight)
        with qtbot.waitSignal(view.shutter.clicked):
            qtbot.mouseClick(view.shutter, Qt.MouseButton.LeftButton)

    def test_a_small_picture_is_painted_too(self, qtbot: QtBot):
        view = opened(qtbot, CaptureView(), 240, 150)
        view.show_scene(CaptureScene(a_frame(250, 250), PoseRing(wanted=Pose.DOWN), *hint_words(Hint.LIFT)))
        assert not grabbed(view).isNull()


class TestSlots:
    @pytest.fixture
    def slots(self, qtbot: QtBot) -> PhotoSlots:
        shown = opened(qtbot, PhotoSlots(), WIDTH, 72)
        shown.show_slots(
            [Slot("Front", FACE), Slot("Left", FACE, fault="Somebody else."), Slot("Up"), Slot("Down", held=True)]
        )
        return shown

    def test_each_place_says_what_it_is(self, slots: PhotoSlots):
        assert [each.accessibleName() for each in slots.slots] == [
            "Photo, Front",
            "Photo, Left",
            "Still to come: Up",
            "On record: Down",
        ]
        assert slots.slots[1].accessibleDescription() == "Somebody else."

    def test_delete_and_the_cross_throw_a_photo_away_and_nothing_else_does(self, slots: PhotoSlots, qtbot: QtBot):
        gone: list[int] = []
        slots.removed.connect(gone.append)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A):
            qtbot.keyClick(slots.slots[0], key)
        qtbot.mouseClick(slots.slots[0], Qt.MouseButton.LeftButton)
        assert gone == []
        qtbot.keyClick(slots.slots[1], Qt.Key.Key_Delete)
        qtbot.keyClick(slots.slots[2], Qt.Key.Key_Delete)
        assert gone == [1], "a place without a photo has nothing to lose"
        corner = slots.slots[0]._cross().center().toPoint()
        qtbot.mouseClick(slots.slots[0], Qt.MouseButton.LeftButton, pos=corner)
        assert gone == [1, 0]

    def test_arrows_walk_along_the_photos(self, slots: PhotoSlots, qtbot: QtBot, direction: Qt.LayoutDirection):
        onwards = Qt.Key.Key_Right if direction is Qt.LayoutDirection.LeftToRight else Qt.Key.Key_Left
        slots.activateWindow()
        slots.slots[0].setFocus()
        qtbot.keyClick(slots.slots[0], onwards)
        qtbot.waitUntil(slots.slots[1].hasFocus)


GOOD = Quality(200, 100, 0, 0, 0, 128, 0.9, ())


class TestWords:
    @pytest.mark.parametrize("hint", list(Hint))
    def test_every_hint_has_words_and_an_icon(self, hint: Hint):
        icon, words = hint_words(hint)
        assert source(icon)
        assert words

    def test_before_a_face_is_seen_nothing_is_called_good(self):
        assert {each.state for each in face_checks(None)} == {CheckState.UNSEEN}
        states = [each.state for each in face_checks(PhotoCheck("a", "No face.", faces=0))]
        assert states == [*[CheckState.UNSEEN] * 3, CheckState.POOR]
        assert face_checks(PhotoCheck("a", "Two.", faces=2))[3].words == "Several faces"

    @pytest.mark.parametrize("reason", list(QualityReason))
    def test_every_fault_shows_in_one_check(self, reason: QualityReason):
        quality = Quality(200, 100, 0, 0, 0, 128, 0.9, (reason,))
        states = [each.state for each in face_checks(PhotoCheck("a", "Poor.", quality=quality, faces=1))]
        assert sorted(states) == [*[CheckState.GOOD] * 3, CheckState.POOR]

    def test_a_good_face_is_good_in_all(self):
        assert {each.state for each in face_checks(PhotoCheck("a", quality=GOOD, faces=1))} == {CheckState.GOOD}

    def test_the_foot_says_what_is_missing_in_one_sentence(self):
        state = FootState(facts=("a name",), photos=1, front=True, twin="Anna Larsen")
        assert foot_words(state) == "Still needed: a name and an answer about Anna Larsen."
        assert not state.ready
        assert foot_words(FootState(photos=4, front=True)) == "1 more photo is recommended."
        assert FootState(photos=1, front=True).ready
        assert not FootState(photos=1, front=True, busy=True).ready
        assert foot_words(FootState(photos=5, front=True)) == ""
        assert not FootState(adding=True).ready

    def test_the_button_says_how_many_photos_there_are(self):
        words = [action_words(count, adding=False) for count in (0, 1, 3, 5)]
        assert words == ["Enrol", "Enrol with 1 photo", "Enrol with 3 photos", "Enrol"]
        assert action_words(2, adding=True) == "Add 2 photos"
        assert photos_words(3, 2) == "3 taken, 2 to go"


def test_a_camera_of_this_computer_comes_first_and_one_at_a_door_last():
    site = Site(new_id(), "Main", "UTC")

    def running(name: str, address: str) -> Camera:
        return Camera(new_id(), name, site, address, CameraRole.ENTRY)

    door, desk = running("Door", "rtsp://10.0.0.1/"), running("Desk", "device:0")
    plugged = [PluggedIn("device:0", "Webcam"), PluggedIn("device:2", "Second")]
    found = all_sources(plugged, [door, desk])
    assert [each.name for each in found] == ["Second", "Desk", "Photos from files…", "Door"]
    assert [each.live for each in found] == [True, True, False, True]
    alone = all_sources([], [door])
    assert not alone[0].live, "whoever passes a door is not photographed unasked"
