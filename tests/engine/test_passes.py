from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from uuid import UUID

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.domain.ids import new_id
from faceattend.domain.vision import Match, Quality, QualityReason, Sighting, Verdict
from faceattend.engine.decision import DecisionRule
from faceattend.engine.passes import GAP, RECHECK, RETRY, Candidate, FacePass

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
FRAME = timedelta(milliseconds=50)
WINDOW = timedelta(seconds=0.3)
"""Before a crop is due, in which the best one is looked for."""

CAMERA, ANNA, BEN = (UUID(int=number) for number in (9, 1, 2))
RULE = DecisionRule(accept=0.45, unsure=0.36, margin=0.05, agree=3, patience=6)

KNOWN = Match(ANNA, 0.7, BEN, 0.1)
NEAR = Match(ANNA, 0.4, BEN, 0.1)
FAR = Match(ANNA, 0.1, BEN, 0.05)


def a_quality(score: float = 0.5, *reasons: QualityReason) -> Quality:
    return Quality(100, 200, 0, 0, 0, 128, score, reasons)


def a_candidate(at: datetime, score: float = 0.5, *reasons: QualityReason, grey: int = 128) -> Candidate:
    crop = np.full((40, 30, 3), grey, np.uint8)
    return Candidate(at, a_quality(score, *reasons), np.zeros((112, 112, 3), np.uint8), crop)


def a_pass(rule: DecisionRule = RULE) -> FacePass:
    return FacePass(CAMERA, rule, "tests/1")


def grey_of(sighting: Sighting) -> int:
    """The grey level of a sighting's crop, which says which candidate it was."""
    crop = cv2.imdecode(np.frombuffer(sighting.crop_jpeg, np.uint8), cv2.IMREAD_COLOR)
    return round(float(crop.mean()))


class Watched:
    """A pass fed with a frame every 50 ms; ``answers`` says what the gallery finds in the n-th crop embedded."""

    def __init__(self, *answers: Match | None, one: FacePass | None = None) -> None:
        self.one = one or a_pass()
        self.answers = answers
        self.embedded: list[datetime] = []
        self.sightings: list[Sighting] = []
        self.now = START

    def watch(self, duration: timedelta, *reasons: QualityReason) -> "Watched":
        end = self.now + duration
        while self.now < end:
            if self.one.wants(self.now):
                self.one.offer(a_candidate(self.now, 0.5, *reasons))
            candidate = self.one.take(self.now)
            if candidate is not None:
                answer = self.answers[min(len(self.embedded), len(self.answers) - 1)]
                self.embedded.append(candidate.at)
                self.sightings += [told] if (told := self.one.hear(candidate, answer)) else []
            self.now += FRAME
        return self

    @property
    def verdicts(self) -> list[Verdict]:
        return [sighting.verdict for sighting in self.sightings]


class TestTiming:
    def test_a_face_is_looked_at_for_a_moment_before_its_first_crop_is_taken(self):
        one = a_pass()
        assert one.wants(START)
        one.offer(a_candidate(START))
        assert one.take(START) is None
        assert one.take(START + GAP) is not None

    def test_of_the_crops_offered_the_best_good_one_is_taken(self):
        one = a_pass()
        for index, (score, reasons) in enumerate([(0.3, ()), (0.6, ()), (0.9, (QualityReason.BLURRED,)), (0.5, ())]):
            one.offer(a_candidate(START + index * FRAME, score, *reasons))
        taken = one.take(START + 4 * FRAME)
        assert taken is not None
        assert taken.quality.score == 0.6
        assert one.take(START + 5 * FRAME) is None  # it is taken once

    def test_while_undecided_a_crop_is_embedded_once_in_a_gap(self):
        watched = Watched(FAR, one=a_pass(DecisionRule(0.45, 0.36, patience=100))).watch(timedelta(seconds=3))
        assert 3 / (GAP + FRAME).total_seconds() - 1 <= len(watched.embedded) <= 3 / GAP.total_seconds() + 1

    def test_a_known_face_is_left_alone_until_its_recheck(self):
        watched = Watched(KNOWN).watch(timedelta(seconds=10))
        rechecks = watched.embedded[2:]  # the first of these made it known
        assert len(rechecks) == 1 + 3
        assert all(later - earlier >= RECHECK - WINDOW for earlier, later in pairwise(rechecks))

    def test_an_unknown_face_is_tried_again_after_a_while(self):
        watched = Watched(FAR).watch(timedelta(seconds=6))
        retries = watched.embedded[RULE.patience - 1 :]  # the first of these made it unknown
        assert 4 <= len(retries) <= 7
        assert all(later - earlier >= RETRY - WINDOW for earlier, later in pairwise(retries))

    def test_where_every_crop_is_poor_the_first_good_one_is_taken_at_once(self):
        watched = Watched(FAR).watch(timedelta(seconds=1), QualityReason.BLURRED)
        came = watched.now
        assert watched.watch(timedelta(seconds=0.2)).embedded[0] == came

    def test_a_crop_that_a_closer_look_refuses_is_waited_for_again(self):
        one = a_pass()
        one.offer(a_candidate(START))
        taken = one.take(START + GAP)
        assert taken is not None
        one.put_off(a_candidate(taken.at, 0.5, QualityReason.TURNED_SIDEWAYS))
        assert one.reasons == (QualityReason.TURNED_SIDEWAYS,)
        assert one.take(START + GAP) is None
        one.offer(a_candidate(START + GAP))
        assert one.take(START + 2 * GAP) is not None
        assert one.finish() is None  # nothing was compared


class TestAnswers:
    def test_three_agreeing_crops_make_a_name_told_once(self):
        watched = Watched(KNOWN).watch(timedelta(seconds=4))
        (sighting,) = watched.sightings
        assert (sighting.verdict, sighting.person_id, sighting.frames) == (Verdict.KNOWN, ANNA, 3)
        assert (sighting.score, sighting.runner_up_id, sighting.runner_up_score) == (0.7, BEN, 0.1)
        assert (sighting.camera_id, sighting.contract_id, sighting.revises) == (CAMERA, "tests/1", None)
        assert sighting.seen_at == watched.embedded[0]
        assert (watched.one.verdict, watched.one.person_id) == (Verdict.KNOWN, ANNA)
        assert watched.one.finish() is None

    def test_the_instant_is_that_of_the_first_frame_that_supports_the_name(self):
        watched = Watched(FAR, FAR, KNOWN).watch(timedelta(seconds=2))
        assert watched.sightings[0].seen_at == watched.embedded[2]

    def test_a_stranger_is_unknown_after_patience_and_shows_no_name(self):
        watched = Watched(FAR).watch(timedelta(seconds=4))
        (sighting,) = watched.sightings
        assert (sighting.verdict, sighting.person_id, sighting.runner_up_id) == (Verdict.UNKNOWN, None, None)
        assert sighting.frames == RULE.patience
        assert sighting.score == 0.1
        assert watched.one.person_id is None

    def test_a_likeness_is_unsure_and_says_of_whom(self):
        watched = Watched(NEAR).watch(timedelta(seconds=4))
        (sighting,) = watched.sightings
        assert (sighting.verdict, sighting.person_id, sighting.runner_up_id) == (Verdict.UNSURE, ANNA, BEN)
        assert watched.one.runner_up_score == sighting.runner_up_score > 0

    def test_in_an_empty_gallery_a_face_is_unknown(self):
        (sighting,) = Watched(None).watch(timedelta(seconds=4)).sightings
        assert (sighting.verdict, sighting.person_id, sighting.score) == (Verdict.UNKNOWN, None, -1.0)

    def test_who_comes_nearer_is_known_after_all_and_revises_what_was_told(self):
        watched = Watched(*[FAR] * 6, *[NEAR], KNOWN).watch(timedelta(seconds=8))
        assert watched.verdicts == [Verdict.UNKNOWN, Verdict.UNSURE, Verdict.KNOWN]
        first, second, third = watched.sightings
        assert (first.revises, second.revises, third.revises) == (None, first.id, second.id)
        assert third.seen_at >= watched.embedded[7]

    def test_a_name_is_never_taken_back_for_a_doubt(self):
        """One re-check that says something else is a bad frame; two in a row are somebody else."""
        watched = Watched(KNOWN, KNOWN, KNOWN, FAR, KNOWN).watch(timedelta(seconds=8))
        assert watched.verdicts == [Verdict.KNOWN]
        assert watched.one.verdict is Verdict.KNOWN

    def test_patience_beyond_what_was_remembered_before_still_ends(self):
        rule = DecisionRule(0.45, 0.36, agree=10, patience=40)
        watched = Watched(FAR, one=a_pass(rule)).watch(timedelta(seconds=20))
        assert watched.verdicts == [Verdict.UNKNOWN]
        assert watched.sightings[0].frames == 40

    @given(st.lists(st.sampled_from([None, KNOWN, NEAR, FAR, Match(BEN, 0.8, ANNA, 0.2)]), min_size=1, max_size=25))
    def test_whatever_is_heard_certainty_only_grows_until_somebody_else_is_there(self, answers: list[Match | None]):
        one = a_pass()
        certainty = {Verdict.UNKNOWN: 1, Verdict.UNSURE: 2, Verdict.KNOWN: 3}
        told: Sighting | None = None
        for index, answer in enumerate(answers):
            sighting = one.hear(a_candidate(START + index * GAP), answer)
            if sighting is None:
                continue
            assert (one.verdict, one.person_id) == (sighting.verdict, sighting.person_id)
            if sighting.revises is not None:
                assert told is not None
                assert sighting.revises == told.id
                assert certainty[sighting.verdict] > certainty[told.verdict]
            elif told is not None:
                assert told.verdict is Verdict.KNOWN  # only after a name does a pass start over
            told = sighting


class TestSomebodyElse:
    SWAP = Match(BEN, 0.8, ANNA, 0.2)

    def test_a_track_that_went_over_to_somebody_else_tells_their_name_too(self):
        watched = Watched(KNOWN, KNOWN, KNOWN, self.SWAP).watch(timedelta(seconds=8))
        assert [(each.verdict, each.person_id) for each in watched.sightings] == [
            (Verdict.KNOWN, ANNA),
            (Verdict.KNOWN, BEN),
        ]
        assert watched.sightings[1].revises is None  # a pass of its own
        assert watched.sightings[1].seen_at == watched.embedded[3]

    def test_a_stranger_who_takes_over_a_track_is_unknown(self):
        watched = Watched(KNOWN, KNOWN, KNOWN, FAR).watch(timedelta(seconds=8))
        assert watched.verdicts == [Verdict.KNOWN, Verdict.UNKNOWN]
        assert watched.sightings[1].revises is None

    def test_a_name_is_shown_with_a_crop_of_its_own_face(self):
        one = a_pass()
        told: list[Sighting] = []
        at = count()
        for match, score, grey in [
            (KNOWN, 0.9, 40),
            (KNOWN, 0.5, 60),
            (KNOWN, 0.5, 80),
            (self.SWAP, 0.3, 200),
            (self.SWAP, 0.4, 220),
            (self.SWAP, 0.2, 240),
        ]:
            sighting = one.hear(a_candidate(START + next(at) * GAP, score, grey=grey), match)
            told += [sighting] if sighting else []
        assert [(each.person_id, grey_of(each)) for each in told] == [(ANNA, 40), (BEN, 220)]

    def test_a_track_that_goes_over_before_anything_is_told_shows_the_right_crop(self):
        one = a_pass()
        answers = [(KNOWN, 0.9, 40), *[(self.SWAP, 0.5, 200)] * 3]
        told = [
            one.hear(a_candidate(START + n * GAP, score, grey=grey), match)
            for n, (match, score, grey) in enumerate(answers)
        ]
        assert told[-1] is not None
        assert (told[-1].person_id, grey_of(told[-1])) == (BEN, 200)

    def test_an_unknown_face_after_a_known_one_does_not_show_the_known_ones_crop(self):
        rule = DecisionRule(0.45, 0.36, margin=0.05, agree=1, patience=2)
        one = a_pass(rule)
        answers = [(KNOWN, 0.9, 40), (FAR, 0.5, 200), (FAR, 0.4, 220)]
        told = [
            one.hear(a_candidate(START + n * GAP, score, grey=grey), match)
            for n, (match, score, grey) in enumerate(answers)
        ]
        assert told[-1] is not None
        assert (told[-1].verdict, grey_of(told[-1])) == (Verdict.UNKNOWN, 200)


class TestLeaving:
    def test_the_crop_that_still_waits_is_heard_before_the_answer(self):
        one = a_pass()
        one.offer(a_candidate(START))
        last = one.take_last()
        assert last is not None
        assert one.take_last() is None
        assert one.hear(last, KNOWN) is None
        sighting = one.finish()
        assert sighting is not None
        assert (sighting.verdict, sighting.person_id, sighting.frames) == (Verdict.UNSURE, ANNA, 1)

    def test_a_known_face_leaves_without_another_look(self):
        one = a_pass(DecisionRule(0.45, 0.36, agree=1))
        one.hear(a_candidate(START), KNOWN)
        one.offer(a_candidate(START + RECHECK))
        assert one.take_last() is None
        assert one.finish() is None

    def test_an_unknown_face_may_be_recognised_by_its_last_crop(self):
        one = a_pass(DecisionRule(0.45, 0.36, agree=1, patience=1))
        told = one.hear(a_candidate(START), FAR)
        one.offer(a_candidate(START + RETRY))
        last = one.take_last()
        assert told is not None
        assert last is not None
        known = one.hear(last, KNOWN)
        assert known is not None
        assert (known.verdict, known.revises) == (Verdict.KNOWN, told.id)
        assert one.finish() is None

    @pytest.mark.parametrize("reason", list(QualityReason))
    def test_a_face_never_good_enough_leaves_no_sighting_but_its_reasons(self, reason: QualityReason):
        watched = Watched(KNOWN).watch(timedelta(seconds=2), reason)
        assert watched.one.reasons == (reason,)
        assert watched.one.take_last() is None
        assert watched.one.finish() is None
        assert watched.embedded == []


def test_each_sighting_has_an_id_of_its_own():
    ids = {Watched(KNOWN).watch(timedelta(seconds=1)).sightings[0].id for _ in range(5)} | {new_id()}
    assert len(ids) == 6
    assert all(each.version == 7 for each in ids)
