from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from tests.facts import NOON

from faceattend.domain.attendance import AnswerKind
from faceattend.domain.feed import FOLD_GAP, FOLD_SPAN, FeedItem, Folding, fold_alike
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Verdict

MINUTE = timedelta(minutes=1)
DOOR, GATE = new_id(), new_id()


def a_stranger(minute: float, camera_id: UUID = DOOR, verdict: Verdict = Verdict.UNKNOWN) -> FeedItem:
    return FeedItem(new_id(), camera_id, NOON + minute * MINUTE, verdict, None, -1.0, None, -1.0, 5)


def test_unknown_faces_soon_after_each_other_at_one_camera_stand_together():
    first, second, third = (a_stranger(minute) for minute in (1, 4, 9))
    late = a_stranger(14.1)
    (newer, older) = Folding().fold([late, third, second, first])
    assert (newer.id, newer.items) == (late.id, (late,))
    assert (older.id, older.items) == (first.id, (third, second, first))
    assert (older.newest, older.oldest) == (third, first)


def test_other_cameras_and_other_answers_stand_alone():
    here, there, unsure = a_stranger(1), a_stranger(1.1, GATE), a_stranger(1.2, verdict=Verdict.UNSURE)
    also_unsure = a_stranger(1.3, verdict=Verdict.UNSURE)
    folds = Folding().fold([also_unsure, unsure, there, here])
    assert [fold.items for fold in folds] == [(also_unsure,), (unsure,), (there,), (here,)]


def test_a_busy_door_is_not_one_row_for_the_whole_day():
    folds = Folding().fold([a_stranger(minute) for minute in range(90)])
    assert len(folds) == 3
    assert all(fold.newest.seen_at - fold.oldest.seen_at <= FOLD_SPAN for fold in folds)


def test_what_stands_together_stays_so_when_the_one_between_is_answered():
    folding = Folding()
    first, between, last = (a_stranger(minute) for minute in (0, 4, 8))
    (fold,) = folding.fold([last, between, first])
    (still,) = folding.fold([last, first])
    assert (still.id, still.items) == (fold.id, (last, first))
    (left,) = folding.fold([last])
    assert (left.id, left.items) == (fold.id, (last,))
    (again,) = folding.fold([last, between, first])
    assert again == fold


def test_one_that_comes_in_late_joins_those_around_it_and_moves_none():
    folding = Folding()
    early, later = a_stranger(0), a_stranger(8)
    before = folding.fold([later, early])
    after = folding.fold([later, a_stranger(4), early])
    assert [fold.id for fold in after] == [fold.id for fold in before]
    assert sorted(len(fold.items) for fold in after) == [1, 2]


def test_a_fold_that_grows_stays_where_it_is():
    folding = Folding()
    here, there = a_stranger(0), a_stranger(1, GATE)
    assert [fold.id for fold in folding.fold([there, here])] == [there.id, here.id]
    assert [fold.id for fold in folding.fold([a_stranger(2), there, here])] == [there.id, here.id]


def test_answering_the_one_it_began_with_moves_nothing():
    folding = Folding()
    first, there, last = a_stranger(0), a_stranger(1, GATE), a_stranger(2)
    folding.fold([last, there, first])
    assert [fold.items for fold in folding.fold([last, there])] == [(there,), (last,)]


def test_what_waits_no_more_is_forgotten_with_the_day():
    folding = Folding()
    yesterday, kept, mate = a_stranger(0), a_stranger(30), a_stranger(31)
    folding.fold([mate, kept, yesterday])
    folding.forget_all_but([kept, mate])
    fold, alone = folding.fold([replace(mate), kept, yesterday])
    assert (fold.id, len(fold.items), alone.id) == (kept.id, 2, yesterday.id)


def test_of_what_is_over_only_neighbours_of_which_the_same_was_said_stand_together():
    known = replace(a_stranger(3, verdict=Verdict.KNOWN), person_id=new_id())
    dismissed = [replace(a_stranger(minute), answer=AnswerKind.DISMISSED, answered_by="Ada") for minute in (9, 8, 7, 2)]
    by_another = replace(a_stranger(6), answer=AnswerKind.DISMISSED, answered_by="Bob")
    elsewhere = replace(a_stranger(5, GATE), answer=AnswerKind.DISMISSED, answered_by="Bob")
    visitors = [replace(a_stranger(minute), answer=AnswerKind.VISITOR, person_id=new_id()) for minute in (1, 0)]
    items = [*dismissed[:3], by_another, elsewhere, known, dismissed[3], *visitors]
    assert [len(run) for run in fold_alike(items)] == [3, 1, 1, 1, 1, 1, 1]
    assert [item for run in fold_alike(items) for item in run] == items


@given(st.lists(st.tuples(st.integers(0, 120), st.sampled_from([DOOR, GATE])), max_size=40), st.data())
def test_every_passage_is_told_once_and_none_changes_its_fold(passages: list[tuple[int, UUID]], data: st.DataObject):
    items = [a_stranger(minute, camera) for minute, camera in passages]
    folding, place = Folding(), dict[UUID, UUID]()
    for _ in range(3):
        waiting = data.draw(st.permutations(items))[: data.draw(st.integers(0, len(items)))]
        folds = folding.fold(waiting)
        assert sorted(item.id for fold in folds for item in fold.items) == sorted(item.id for item in waiting)
        begins = [(fold.began_at, fold.id) for fold in folds]
        assert begins == sorted(begins, reverse=True)
        for fold in folds:
            assert {item.camera_id for item in fold.items} == {fold.newest.camera_id}
            assert fold.newest.seen_at - fold.oldest.seen_at <= FOLD_SPAN
            for item in fold.items:
                assert place.setdefault(item.id, fold.id) == fold.id


def test_the_gap_counts_from_the_nearest_passage():
    gap = FOLD_GAP / MINUTE
    (fold,) = Folding().fold([a_stranger(0), a_stranger(gap), a_stranger(2 * gap)])
    assert len(fold.items) == 3
