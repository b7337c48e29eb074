from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.faces import a_face

from faceattend.domain.vision import DetectedFace
from faceattend.engine.tracking import LONGEST_GAP, LOST_AFTER, Tracker, TrackingStep

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
FRAME = timedelta(seconds=0.1)

sides = st.floats(10, 400)
places = st.floats(-200, 2000)
some_faces = st.lists(st.builds(a_face, places, places, sides), max_size=6)


def steps(tracker: Tracker, frames: Sequence[Sequence[DetectedFace]], every: timedelta = FRAME) -> list[TrackingStep]:
    return [tracker.update(faces, START + index * every) for index, faces in enumerate(frames)]


class TestAnyFaces:
    @given(st.lists(some_faces, max_size=12), st.floats(0.02, 2))
    def test_in_a_frame_each_face_has_a_track_of_its_own(self, frames: list[list[DetectedFace]], seconds: float):
        for faces, step in zip(frames, steps(Tracker(), frames, timedelta(seconds=seconds)), strict=True):
            assert len(step.assigned) == len(set(step.assigned)) == len(faces)

    @given(st.lists(some_faces, max_size=12), st.floats(0.02, 2))
    def test_each_track_ends_once_and_is_not_seen_again(self, frames: list[list[DetectedFace]], seconds: float):
        tracker = Tracker()
        taken = steps(tracker, frames, timedelta(seconds=seconds))
        ended: list[int] = []
        for step in taken:
            ended += step.ended
            assert not set(step.assigned) & set(ended)
        ended += tracker.close()
        assert sorted(ended) == sorted({id_ for step in taken for id_ in step.assigned})
        assert tracker.close() == ()

    @given(st.lists(some_faces, max_size=12), st.floats(0.02, 2))
    def test_a_track_is_given_up_exactly_when_it_was_not_seen_for_too_long(
        self, frames: list[list[DetectedFace]], seconds: float
    ):
        every = timedelta(seconds=seconds)
        last: dict[int, int] = {}
        for index, step in enumerate(steps(Tracker(), frames, every)):
            due = {
                id_
                for id_, seen in last.items()
                if (index - seen) * every > (LONGEST_GAP if seen == index - 1 else LOST_AFTER)
            }
            assert set(step.ended) == due
            for id_ in due:
                del last[id_]
            last |= dict.fromkeys(step.assigned, index)

    @given(some_faces, st.randoms(use_true_random=False))
    def test_the_order_in_which_faces_are_found_does_not_matter_to_who_is_who(self, faces: list[DetectedFace], random):  # noqa: ANN001
        distinct = [face for n, face in enumerate(faces) if all(face.box.iou(other.box) < 0.1 for other in faces[:n])]
        shuffled = random.sample(distinct, len(distinct))
        first, second = steps(Tracker(), [distinct, shuffled])
        for face, id_ in zip(shuffled, second.assigned, strict=True):
            assert id_ == first.assigned[distinct.index(face)]


class TestMotion:
    @given(
        start=st.tuples(places, places),
        side=st.floats(30, 300),
        speed=st.tuples(st.floats(-3, 3), st.floats(-3, 3)),
        growth=st.floats(-0.4, 0.4),
    )
    def test_a_face_on_its_way_keeps_its_track(
        self, start: tuple[float, float], side: float, speed: tuple[float, float], growth: float
    ):
        """Up to three face sides and 40 % of size per second, at ten frames per second."""
        frames: list[list[DetectedFace]] = []
        for index in range(15):
            seconds = index * FRAME.total_seconds()
            now = side * (1 + growth * seconds)
            frames.append([a_face(start[0] + speed[0] * side * seconds, start[1] + speed[1] * side * seconds, now)])
        assert {id_ for step in steps(Tracker(), frames) for id_ in step.assigned} == {1}

    @given(st.floats(0.6, 3), st.integers(1, 6))
    def test_a_face_that_is_missed_for_some_frames_is_found_again_where_it_must_be(self, speed: float, missed: int):
        way = [[a_face(100 + 10 * speed * index, 100)] for index in range(20)]
        way[8 : 8 + missed] = [[]] * missed
        assert {id_ for step in steps(Tracker(), way) for id_ in step.assigned} == {1}

    @given(
        paces=st.tuples(st.floats(7, 25), st.floats(7, 25)),
        apart=st.floats(-80, 80),
        start=st.floats(480, 560),
        sizes=st.tuples(st.floats(80, 120), st.floats(80, 120)),
    )
    @example(paces=(15, 15), apart=0, start=535, sizes=(100, 100))  # one comes to the very place the other was last at
    def test_two_who_cross_keep_their_tracks(
        self, paces: tuple[float, float], apart: float, start: float, sizes: tuple[float, float]
    ):
        """The larger one is found alone where they hide each other; both keep their pace."""
        left = [a_face(100 + paces[0] * index, 100, sizes[0]) for index in range(60)]
        right = [a_face(start - paces[1] * index, 100 + apart, sizes[1]) for index in range(60)]
        front = 0 if sizes[0] >= sizes[1] else 1
        frames = [
            [both[front]] if both[0].box.iou(both[1].box) > 0.3 else list(both)
            for both in zip(left, right, strict=True)
        ]
        taken = steps(Tracker(), frames)
        assert taken[0].assigned == taken[-1].assigned == (1, 2)

    def test_a_swap_of_places_within_a_frame_makes_new_tracks_rather_than_guesses(self):
        first, second = steps(Tracker(), [[a_face(100, 100)], [a_face(900, 100)]])
        assert first.assigned != second.assigned

    def test_a_face_of_quite_another_size_in_the_same_place_is_another_face(self):
        small, large = steps(Tracker(), [[a_face(100, 100, side=50)], [a_face(75, 75, side=100)]])
        assert small.assigned != large.assigned

    def test_a_newcomer_beside_somebody_gets_a_track_of_their_own(self):
        _, second = steps(Tracker(), [[a_face(100, 100)], [a_face(230, 100), a_face(104, 100)]])
        assert second.assigned == (2, 1)

    def test_who_comes_back_after_the_time_is_somebody_new(self):
        tracker = Tracker()
        tracker.update([a_face(100, 100)], START)
        tracker.update([], START + LOST_AFTER / 2)
        later = tracker.update([a_face(100, 100)], START + LOST_AFTER + timedelta(milliseconds=1))
        assert (later.assigned, later.ended) == ((2,), (1,))

    @pytest.mark.parametrize(("gap", "assigned"), [(LONGEST_GAP, 1), (LONGEST_GAP + timedelta(milliseconds=1), 2)])
    def test_who_was_not_looked_for_meanwhile_is_not_lost_so_soon(self, gap: timedelta, assigned: int):
        """A machine too busy to look once a second would else make a stranger of everybody at every look."""
        tracker = Tracker()
        tracker.update([a_face(100, 100)], START)
        assert tracker.update([a_face(100, 100)], START + gap).assigned == (assigned,)

    def test_frames_of_the_same_instant_break_nothing(self):
        tracker = Tracker()
        for x in (100, 110, 120):
            assert tracker.update([a_face(x, 100)], START).assigned == (1,)

    def test_a_jitter_of_the_clock_does_not_throw_a_track_away(self):
        """A stream that stalls delivers frames a millisecond apart, and a small step then looks like great speed."""
        tracker = Tracker()
        at = START
        for index, gap_ms in enumerate([100, 100, 1, 1, 100, 300, 1, 100, 100]):
            at += timedelta(milliseconds=gap_ms)
            assert tracker.update([a_face(100 + 6 * index, 100)], at).assigned == (1,)

    def test_cameras_are_apart(self):
        assert Tracker().update([a_face(0, 0)], START).assigned == Tracker().update([a_face(0, 0)], START).assigned
