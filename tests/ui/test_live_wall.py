from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts import NOON, a_camera
from tests.ui.test_feed_model import an_item

from faceattend.domain.cameras import CameraRole, CameraState, CameraStatus
from faceattend.domain.evidence import MatchLimits
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Box, Frame, Overlay, QualityReason, TrackedFace, Verdict
from faceattend.ui.dialogs.camera_help import checks_for
from faceattend.ui.models.feed_words import Telling, entry_of
from faceattend.ui.pages.live_faces import (
    LONGEST_ABSENCE,
    FrameTimes,
    Labelling,
    Stay,
    belongs,
    reason_words,
    tile_face,
)
from faceattend.ui.pages.live_layout import GAP_PX, RATIO, best_grid, cells_for
from faceattend.ui.pages.live_watch import CameraWatch, Tick
from faceattend.ui.widgets.tile_view import FaceKind, TileState

SECOND = timedelta(seconds=1)
ADA = new_id()
BOX = Box(1, 2, 3, 4)


def a_frame(seq: int = 1, at: datetime = NOON) -> Frame:
    return Frame(new_id(), seq, at, np.zeros((9, 16, 3), np.uint8))


def a_face(verdict: Verdict | None = Verdict.KNOWN, track: int = 1, *reasons: QualityReason) -> TrackedFace:
    return TrackedFace(track, BOX, verdict, ADA if verdict in {Verdict.KNOWN, Verdict.UNSURE} else None, reasons)


def a_tick(
    age_s: float | None = 0.1, state: CameraState = CameraState.LIVE, *faces: TrackedFace, **changes: object
) -> Tick:
    age = None if age_s is None else timedelta(seconds=age_s)
    status = CameraStatus(new_id(), state, age, "The cable is out.", 1, 1, 0)
    frame = None if age is None else a_frame(1, NOON - age)
    tick = Tick(NOON, status, frame, Overlay(new_id(), 1, faces))
    return replace(tick, **changes)


LIMITS = MatchLimits(0.36, 0.3, 0.05, 3)


def named(person_id: UUID) -> str | None:
    return {ADA: "Ada"}.get(person_id)


TOLD = Labelling(named, LIMITS)
COMPACT = Labelling(named, LIMITS, compact=True)


@pytest.mark.parametrize("runner_up_score", [-1.0, 0.29, 0.3, 0.5])
@pytest.mark.parametrize("compact", [False, True])
def test_the_label_at_an_unsure_face_says_what_its_row_in_the_feed_says(runner_up_score: float, *, compact: bool):
    face = replace(a_face(Verdict.UNSURE), runner_up_score=runner_up_score)
    item = an_item(0, Verdict.UNSURE, runner_up_score=runner_up_score)
    row = entry_of(item, Telling(LIMITS, compact=compact), None, waiting=True)
    assert tile_face(face, 0 * SECOND, Labelling(named, LIMITS, compact=compact)).label == row.words


def test_until_it_is_known_what_the_words_rest_on_they_say_no_more_than_is_true():
    assert tile_face(a_face(Verdict.UNSURE), 0 * SECOND, Labelling(named)).label == "Unsure"


@given(
    cells=st.sampled_from([1, 2, 4, 6, 9, 16]),
    width=st.integers(200, 4000),
    height=st.integers(200, 3000),
    bars=st.sampled_from([32, 48]),
)
def test_tiles_fit_the_wall_and_pictures_keep_their_shape(cells: int, width: int, height: int, bars: int):
    grid = best_grid(cells, width, height, bars)
    assert grid.columns * grid.rows >= cells
    picture = grid.height - bars
    if picture > 40:  # on a wall as large as that
        assert grid.width * grid.columns + GAP_PX * (grid.columns - 1) <= width
        assert grid.height * grid.rows + GAP_PX * (grid.rows - 1) <= height
        assert 0.96 < (grid.width / picture) / RATIO < 1.04


def test_the_walls_of_the_pictures():
    assert best_grid(6, 828, 792, 32) == best_grid(6, 829, 793, 32)
    grid = best_grid(6, 828, 792, 32)
    assert (grid.columns, grid.rows, grid.width, grid.height) == (2, 3, 408, 256)
    assert best_grid(16, 1016, 792, 48).columns == 4
    assert best_grid(4, 828, 792, 32).columns == 2
    assert best_grid(1, 828, 792, 32).columns == 1


def test_as_few_tiles_as_show_all():
    assert [cells_for(count, (4, 6, 9, 16)) for count in (0, 1, 4, 5, 7, 10, 16, 40)] == [4, 4, 4, 6, 9, 16, 16, 16]


def test_an_overlay_has_the_age_of_its_frame():
    times = FrameTimes()
    for seq in range(3, 30, 3):
        times.note(a_frame(seq, NOON + seq * SECOND / 10))
    newest = a_frame(30, NOON + 3 * SECOND)
    times.note(newest)
    assert belongs(Overlay(new_id(), 30, ()), newest, times)
    assert belongs(Overlay(new_id(), 21, ()), newest, times)
    assert not belongs(Overlay(new_id(), 18, ()), newest, times)
    assert not belongs(Overlay(new_id(), 1, ()), newest, times)


def test_numbers_that_begin_anew_forget_the_old_ones():
    times = FrameTimes()
    times.note(a_frame(900, NOON))
    again = a_frame(1, NOON + SECOND)
    times.note(again)
    assert times.captured_at(900) == NOON + SECOND  # of the newest there is, not of the one before it was opened again
    assert times.captured_at(0) is None


def test_how_long_somebody_has_been_there():
    stay = Stay()
    one, other = a_face(None, 1), a_face(Verdict.UNKNOWN, 2)
    assert stay.follow((one,), NOON) == {1: 0 * SECOND}
    assert stay.follow((a_face(Verdict.UNKNOWN, 1), other), NOON + 14 * SECOND) == {1: 14 * SECOND, 2: 0 * SECOND}


def test_the_seconds_go_on_over_a_moment_without_the_face_and_begin_anew_after_it():
    stay, face = Stay(), a_face(Verdict.UNKNOWN, 1)
    stay.follow((face,), NOON)
    for second in (1, 2, 3):
        stay.follow((), NOON + second * SECOND)
    assert stay.follow((face,), NOON + LONGEST_ABSENCE)[1] == LONGEST_ABSENCE
    assert stay.follow((), NOON + 2 * LONGEST_ABSENCE + SECOND) == {}
    assert stay.follow((face,), NOON + 2 * LONGEST_ABSENCE + SECOND) == {1: 0 * SECOND}


@pytest.mark.parametrize(
    ("face", "kind", "label"),
    [
        (a_face(), FaceKind.KNOWN, "Ada"),
        (replace(a_face(), person_id=new_id()), FaceKind.KNOWN, ""),
        (a_face(Verdict.UNSURE), FaceKind.UNSURE, "Unsure: not close enough to say"),
        (replace(a_face(Verdict.UNSURE), runner_up_score=0.3), FaceKind.UNSURE, "Unsure: two people look alike"),
        (a_face(Verdict.UNKNOWN), FaceKind.UNKNOWN, "Unknown visitor, 14 s"),
        (a_face(None), FaceKind.UNDECIDED, ""),
        (a_face(None, 1, QualityReason.TOO_DARK, QualityReason.TILTED), FaceKind.UNDECIDED, "Too dark"),
    ],
)
def test_what_a_box_says(face: TrackedFace, kind: FaceKind, label: str):
    shown = tile_face(face, 14 * SECOND, TOLD)
    assert (shown.box, shown.kind, shown.label) == (BOX, kind, label)


def test_every_reason_has_words_of_its_own():
    assert len({reason_words(reason) for reason in QualityReason}) == len(QualityReason)


def test_a_live_camera_shows_its_faces_and_an_unknown_one_asks_for_attention():
    watch = CameraWatch(a_camera(name="Reception", role=CameraRole.BOTH))
    view = watch.look(a_tick(0.14, CameraState.LIVE, a_face(), a_face(Verdict.UNKNOWN, 2)), TOLD)
    assert (view.name, view.state, view.age_s, view.attention) == ("Reception", TileState.LIVE, 0.1, True)
    assert [face.label for face in view.faces] == ["Ada", "Unknown visitor"]
    assert view.notice is None
    view = watch.look(a_tick(0.1, CameraState.LIVE, a_face(Verdict.UNSURE)), TOLD)
    assert not view.attention


def test_a_camera_that_goes_blind_asks_for_no_attention_to_who_was_there():
    watch = CameraWatch(a_camera())
    assert watch.look(a_tick(0.1, CameraState.LIVE, a_face(Verdict.UNKNOWN)), TOLD).attention
    assert not watch.look(a_tick(47, CameraState.STALE, a_face(Verdict.UNKNOWN)), TOLD).attention


def test_a_box_without_a_frame_of_its_time_is_not_drawn():
    watch = CameraWatch(a_camera())
    tick = a_tick(0.1, CameraState.LIVE, a_face())
    stale = replace(tick, overlay=Overlay(new_id(), 0, (a_face(),)))
    assert watch.look(stale, TOLD).faces == ()
    assert watch.look(replace(tick, overlay=None), TOLD).faces == ()


def test_a_blind_camera_says_what_happened_what_it_means_and_what_to_do():
    watch = CameraWatch(a_camera())
    tick = a_tick(47.6, CameraState.FAILED, a_face())
    tick = replace(tick, status=replace(tick.status, attempt=3))
    view = watch.look(tick, TOLD)
    assert view.state is TileState.FAILED
    assert watch.blind
    assert view.faces == ()
    assert view.notice is not None
    last = (NOON - 47.6 * SECOND).astimezone()
    assert view.notice.headline == "No picture for 47 seconds"
    assert view.notice.lines == (
        f"Last frame {last:%H:%M:%S}. Trying again, attempt 4.",
        "No punches are recorded here until it is back.",
    )
    assert view.notice.action == "Show what to check"
    compact = watch.look(tick, COMPACT)
    assert compact.notice is not None
    assert (compact.notice.headline, compact.notice.lines) == ("No picture for 47 s", ("Trying again, attempt 4",))


def test_a_hung_camera_is_not_said_to_be_tried_again():
    view = CameraWatch(a_camera()).look(a_tick(3, CameraState.STALE), TOLD)
    assert view.notice is not None
    assert "Waiting for the camera" in view.notice.lines[0]


@pytest.mark.parametrize(
    ("age", "state", "shown"),
    [
        (0.5, CameraState.FAILED, TileState.LIVE),
        (2.0, CameraState.FAILED, TileState.LIVE),
        (2.1, CameraState.FAILED, TileState.FAILED),
        (None, CameraState.FAILED, TileState.FAILED),
        (None, CameraState.CONNECTING, TileState.CONNECTING),
        (0.1, CameraState.ENDED, TileState.ENDED),
    ],
)
def test_what_broke_off_a_moment_ago_is_not_shown_as_broken(age: float | None, state: CameraState, shown: TileState):
    view = CameraWatch(a_camera()).look(a_tick(age, state), TOLD)
    assert view.state is shown
    if shown is TileState.FAILED and age is None:
        assert view.notice is not None
        assert view.notice.headline == "No picture yet"


def test_the_caption_names_whoever_came_last():
    watch = CameraWatch(a_camera())

    def caption() -> tuple[str, str, bool]:
        view = watch.look(a_tick(), COMPACT)
        assert view.caption is not None
        return view.caption.words, view.caption.time, view.caption.quiet

    assert caption() == ("Nobody yet today", "", True)
    watch.last = an_item(-60)
    assert caption() == ("Ada", "12:59:00", False)
    watch.last = an_item(-5 * 60)
    assert caption() == ("Nobody for 5 min", "", True)


def test_a_tile_is_not_painted_again_for_what_nobody_sees():
    watch, frame = CameraWatch(a_camera()), a_frame(1, NOON)
    ticks = [replace(a_tick(age), frame=frame) for age in (0.11, 0.14)]
    first, second = (watch.look(tick, TOLD) for tick in ticks)
    assert first == second


@pytest.mark.parametrize("source", ["device:0", "rtsp://a", "http://a", "loop:a.mp4", "stills:a.png", "cloud:a"])
def test_every_kind_of_camera_has_things_to_check(source: str):
    checks = checks_for(a_camera(source=source))
    assert len(checks) >= 2
    assert all(check.endswith((".", "?")) for check in checks)


def test_a_picture_is_shown_once_and_again_when_it_grows_old():
    watch, frame = CameraWatch(a_camera()), a_frame(1, NOON)
    assert not watch.shows(None, NOON)
    assert not watch.shows(frame, NOON)
    watch.look(a_tick(0.0, frame=frame), TOLD)
    assert watch.shows(frame, NOON + SECOND / 10)
    assert not watch.shows(a_frame(2, NOON), NOON + SECOND / 10)
    assert not watch.shows(frame, NOON + SECOND)
