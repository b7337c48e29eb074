import gc
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, grabbed, near

from faceattend.domain.cameras import CameraRole
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Box, Frame
from faceattend.ui.widgets.camera_tile import BAR_PX, COMPACT_BAR_PX, RING_PX, CameraTile
from faceattend.ui.widgets.tile_picture import image_of
from faceattend.ui.widgets.tile_view import (
    FaceKind,
    TileCaption,
    TileFace,
    TileNotice,
    TileState,
    TileStatus,
    TileView,
    duration_words,
    short_duration,
)

pytestmark = pytest.mark.gui

RED = "#d02020"
RED_BGR = (0x20, 0x20, 0xD0)
SIZE = (418, 267)  # a picture of 408x225 below the bar


def frame(width: int = 960, height: int = 540, seq: int = 1) -> Frame:
    return Frame(new_id(), seq, datetime.now(UTC), np.full((height, width, 3), RED_BGR, np.uint8))


def view(**changes: object) -> TileView:
    live = TileView("Loading bay", CameraRole.BOTH, TileState.LIVE, frame(), 0.1)
    return replace(live, **changes)  # pyright: ignore[reportArgumentType]


BLIND = TileNotice(
    "No picture for 47 seconds", ("Last frame 08:01:27.", "Nobody is marked absent."), "Show what to check"
)


@pytest.fixture
def tile(qtbot: QtBot) -> CameraTile:
    made = CameraTile()
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show()
    qtbot.waitUntil(made.hasFocus)  # a window gives it to its first widget
    made.clearFocus()
    return made


def shown(tile: CameraTile, what: TileView) -> QImage:
    tile.show_view(what)
    return grabbed(tile)


def help_button(tile: CameraTile) -> QAbstractButton:
    button = tile.findChild(QAbstractButton)
    assert button is not None
    return button


def test_the_picture_fills_the_tile_below_its_bar(tile: CameraTile):
    image = shown(tile, view())

    assert near(image, 200, RING_PX + BAR_PX + 1, RED)
    assert near(image, RING_PX + 1, 150, RED)
    assert near(image, SIZE[0] - RING_PX - 2, SIZE[1] - RING_PX - 12, RED)
    assert near(image, 300, RING_PX + 4, "video_bar")
    assert near(image, 2, 2, "canvas")  # free for the rings
    assert near(image, RING_PX, RING_PX, "canvas", 40)  # a round corner


def test_an_upright_picture_is_not_cut(tile: CameraTile):
    image = shown(tile, view(frame=frame(540, 960)))

    assert near(image, SIZE[0] / 2, 150, RED)
    assert near(image, 40, 150, "video_outline")


@pytest.mark.parametrize("width", [961, 963, 962])
def test_odd_widths_are_not_skewed(width: int):
    bgr = np.zeros((9, width, 3), np.uint8)
    bgr[:, 7] = (255, 0, 0)

    image = image_of(Frame(new_id(), 1, datetime.now(UTC), bgr))

    assert all(image.pixelColor(7, y).blue() == 255 and image.pixelColor(6, y).blue() == 0 for y in range(9))


def test_part_of_a_larger_picture_is_shown_as_it_is():
    whole = np.zeros((40, 40, 3), np.uint8)
    whole[10:20, 10:20] = RED_BGR

    image = image_of(Frame(new_id(), 1, datetime.now(UTC), whole[10:20, 10:20]))

    assert near(image, 0, 9, RED, 0)


def test_a_frame_is_shown_without_a_copy_and_outlives_whoever_made_it():
    made = frame()
    image = image_of(made)
    assert np.shares_memory(image.pixels, made.bgr)

    del made
    gc.collect()

    assert near(image, 900, 500, RED, 0)


def test_an_old_picture_loses_its_colour_and_says_since_when(tile: CameraTile):
    image = shown(tile, view(state=TileState.STALE, age_s=47.2, notice=BLIND))

    seen = image.pixelColor(30, 60)
    assert abs(seen.red() - seen.green()) < 20
    assert seen.lightness() < 110  # white words stay readable on it
    assert count(image.copy(100, 120, 220, 60), "video_text", 30) > 100
    assert count(image.copy(280, 8, 130, 26), "video_bad", 60) > 40


def test_the_brightest_old_picture_leaves_white_words_readable(tile: CameraTile):
    bright = Frame(new_id(), 1, datetime.now(UTC), np.full((540, 960, 3), 255, np.uint8))

    seen = shown(tile, view(state=TileState.STALE, frame=bright, age_s=9)).pixelColor(30, 60)

    parts = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in seen.getRgbF()[:3])
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
    assert 1.05 / (luminance + 0.05) >= 4.5  # WCAG 2.2, contrast of text


def test_it_says_in_a_sentence_what_it_shows(tile: CameraTile):
    known = TileFace(Box(100, 100, 80, 90), FaceKind.KNOWN, "Daniel Osei")
    tile.show_view(view(faces=(known,)))
    assert tile.accessibleName() == "Loading bay, Both, live. Daniel Osei"
    tile.show_view(view(state=TileState.STALE, age_s=47.9))
    assert tile.accessibleName() == "Loading bay, no picture for 47 seconds"
    tile.show_view(view(state=TileState.STALE, age_s=47.9, notice=BLIND))
    assert tile.accessibleName() == "Loading bay, no picture for 47 seconds"
    tile.show_view(TileView("Loading bay", CameraRole.BOTH))
    assert tile.accessibleName() == "Loading bay, connecting to the camera"


@pytest.mark.parametrize("state", list(TileState))
def test_every_state_can_be_shown_before_the_first_frame(tile: CameraTile, state: TileState):
    image = shown(tile, TileView("Gate 3", CameraRole.ENTRY, state))

    assert near(image, 30, 100, "video_outline")
    assert count(image.copy(60, 100, 300, 120), "video_text", 30) > 60
    assert tile.view.state is state


def test_help_is_one_click_or_key_away_and_gone_once_it_sees_again(tile: CameraTile, qtbot: QtBot):
    tile.show_view(view(state=TileState.FAILED, age_s=90, notice=BLIND))
    button = help_button(tile)
    assert (button.isVisible(), button.text()) == (True, "Show what to check")

    with qtbot.waitSignal(tile.help_wanted, timeout=1000):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    tile.show_view(view())

    assert not button.isVisible()


@pytest.mark.parametrize("size", [(160, 120), (240, 180), (300, 150), (418, 267), (1200, 800)])
def test_the_notice_gives_way_in_small_tiles_and_never_leaves_the_picture(tile: CameraTile, size: tuple[int, int]):
    tile.resize(*size)
    tile.show_view(view(state=TileState.STALE, age_s=47, notice=BLIND))
    button = help_button(tile)

    picture = tile.rect().adjusted(RING_PX, RING_PX + BAR_PX, -RING_PX, -RING_PX)
    assert button.isHidden() or picture.contains(button.geometry())
    words = grabbed(tile).copy(picture)
    assert count(words, "video_text", 30) > 60  # the headline always stays


def test_a_compact_tile_names_who_came_last_and_keeps_its_buttons_for_the_large_one(tile: CameraTile):
    blind = view(state=TileState.STALE, age_s=47, notice=BLIND, compact=True, caption=TileCaption("Leïla", "08:02:10"))
    image = shown(tile, blind)

    foot = image.copy(RING_PX, SIZE[1] - RING_PX - COMPACT_BAR_PX + 2, SIZE[0] - 2 * RING_PX, COMPACT_BAR_PX - 4)
    assert count(foot, "video_text", 40) > 20
    assert not help_button(tile).isVisible()


def test_enter_and_a_double_click_show_it_large(tile: CameraTile, qtbot: QtBot):
    with qtbot.waitSignal(tile.activated, timeout=1000):
        qtbot.keyClick(tile, Qt.Key.Key_Return)
    with qtbot.waitSignal(tile.activated, timeout=1000):
        qtbot.mouseDClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))


def test_only_new_pictures_are_counted_and_nothing_is_painted_when_nothing_changed(tile: CameraTile, qtbot: QtBot):
    first, second = view(), view(frame=frame(seq=2))
    begun = tile.frames_painted
    paints: list[bool] = []
    tile.installEventFilter(_Watch(tile, paints))

    for each in (first, first, second, second, second):
        tile.show_view(each)
        qtbot.wait(5)

    assert tile.frames_painted - begun == 2
    assert len(paints) == 2


class _Watch(QAbstractButton):
    """Counts the paints of another widget."""

    def __init__(self, parent: CameraTile, paints: list[bool]) -> None:
        super().__init__(parent)
        self.hide()
        self._paints = paints

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        del watched
        if event.type() == QEvent.Type.Paint:
            self._paints.append(True)
        return False

    def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        """Is never shown."""


def test_rings_tell_attention_and_focus_apart(tile: CameraTile, qtbot: QtBot):
    plain, ringed = (shown(tile, view(attention=attention)) for attention in (False, True))
    assert count(plain, "warn_mark") == 0
    assert count(ringed, "warn_mark") > 2500  # 3 px all around
    before = count(ringed, "accent2")

    tile.setFocus()
    qtbot.waitUntil(tile.hasFocus)

    both = grabbed(tile)
    assert count(both, "accent2") > before + 1500
    assert count(both, "warn_mark") > 2500


@pytest.mark.parametrize(
    ("kind", "ink"),
    [(FaceKind.KNOWN, "video_known"), (FaceKind.UNSURE, "video_unsure"), (FaceKind.UNKNOWN, "video_unsure")],
)
def test_boxes_are_drawn_where_the_faces_are(tile: CameraTile, kind: FaceKind, ink: str):
    image = shown(tile, view(faces=(TileFace(Box(400, 200, 160, 180), kind),)))

    scale = 408 / 960
    left, right = RING_PX + 400 * scale, RING_PX + 560 * scale
    column = [near(image, left + step, y, ink, 60) for step in (-1, 0, 1) for y in range(130, 190)]
    assert sum(column) > 40
    assert sum(near(image, right, y, ink, 60) for y in range(130, 190)) > 20
    assert near(image, (left + right) / 2, 160, RED)  # the face itself stays free


def test_a_long_name_leaves_room_for_what_is_wrong(tile: CameraTile):
    name = "North stairs, the small door behind the lift that nobody uses"
    image = shown(tile, view(name=name, state=TileState.STALE, age_s=3700, statuses=(TileStatus("eye", "Watching"),)))

    assert count(image.copy(280, 8, 130, 26), "video_bad", 60) > 40


def test_right_to_left_the_bar_is_mirrored_and_the_picture_is_not(tile: CameraTile):
    half = np.full((540, 960, 3), RED_BGR, np.uint8)
    half[:, 480:] = (0xD0, 0x20, 0x20)
    tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    image = shown(tile, view(frame=Frame(new_id(), 1, datetime.now(UTC), half)))

    assert near(image, 60, 150, RED)
    assert near(image, 360, 150, "#2020d0")
    assert count(image.copy(250, 8, 160, 26), "video_text", 30) > count(image.copy(8, 8, 160, 26), "video_text", 30)


def test_durations_are_said_as_people_say_them():
    assert [duration_words(each) for each in (1, 47.9, 130, 3900)] == [
        "1 second",
        "47 seconds",
        "2 min 10 s",
        "1 h 5 min",
    ]
    assert [short_duration(each) for each in (47.9, 130, 3900)] == ["47 s", "2 min", "1 h 5 min"]
