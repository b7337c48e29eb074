import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from faceattend.domain import biometrics
from faceattend.domain.biometrics import Comparisons, Search

BIN = 1e-4
"""The width of a bin of score."""


def unit(*angles: float) -> NDArray[np.float32]:
    """Vectors in the plane at these angles in degrees: their cosine is that of the difference."""
    return np.array([[math.cos(math.radians(a)), math.sin(math.radians(a))] for a in angles], np.float32)


def labels(*values: int) -> NDArray[np.int64]:
    return np.array(values, np.int64)


def comparisons(genuine: list[float], impostor: list[float]) -> Comparisons:
    """Comparisons with these scores."""
    return Comparisons(*(np.bincount(binned(scores), minlength=20_000) for scores in (genuine, impostor)))


def binned(scores: list[float]) -> NDArray[np.int64]:
    return np.clip(((np.array(scores, np.float64) + 1) * 10_000).astype(np.int64), 0, 19_999)


def a_search(scores: list[float], correct: list[bool] | None = None) -> Search:
    return Search(
        np.array(scores, np.float32), np.array([True] * len(scores) if correct is None else correct, np.bool_)
    )


class TestCompareAll:
    def test_every_pair_is_compared_once(self):
        found = biometrics.compare_all(unit(0, 60, 90, 180), labels(1, 1, 2, 2))
        assert np.flatnonzero(found.genuine).tolist() == [10_000, 15_000]  # 90 and 60 degrees
        assert found.genuine.sum() == 2
        assert found.impostor.sum() == 4

    @given(st.lists(st.tuples(st.floats(0, 360), st.integers(0, 3)), max_size=30))
    def test_it_agrees_with_the_plain_way(self, people: list[tuple[float, int]]):
        vectors = unit(*(angle for angle, _ in people)).reshape(-1, 2)
        who = [label for _, label in people]
        found = biometrics.compare_all(vectors, labels(*who))
        pairs = [(i, j) for i in range(len(who)) for j in range(i + 1, len(who))]
        same = [pair for pair in pairs if who[pair[0]] == who[pair[1]]]
        assert (found.genuine.sum(), found.impostor.sum()) == (len(same), len(pairs) - len(same))
        mean = sum(float(vectors[i] @ vectors[j]) for i, j in same)
        centres = (np.arange(20_000) + 0.5) * BIN - 1
        assert float(found.genuine @ centres) == pytest.approx(mean, abs=BIN * (len(same) + 1))

    def test_more_photos_than_a_block_are_compared_across_blocks(self):
        who = np.arange(1500, dtype=np.int64) // 2
        found = biometrics.compare_all(unit(*np.linspace(0, 90, 1500).tolist()), who)
        assert found.genuine.sum() == 750
        assert found.impostor.sum() == 1500 * 1499 // 2 - 750

    def test_equal_and_opposite_photos_lie_in_the_last_and_first_bin(self):
        found = biometrics.compare_all(unit(0, 0, 180), labels(1, 1, 2))
        assert found.genuine[-1] == 1
        assert found.impostor[0] == 2


class TestVerificationRates:
    def test_a_case_by_hand(self):
        """Of 100 impostors one reaches 0.5, ten reach 0.3; of ten genuine pairs two stay below 0.5, one below 0.3."""
        genuine = [0.05, 0.4, *[0.8] * 8]
        impostor = [0.55, *[0.35] * 9, *[0.1] * 90]
        rates = biometrics.verification_rates(comparisons(genuine, impostor))
        assert rates.tar_at_far_1e2 == 0.9  # just above 0.35
        assert rates.tar_at_far_1e3 == 0.8  # just above 0.55
        assert rates.eer == pytest.approx(0.1)
        assert rates.best_threshold == pytest.approx(0.35, abs=2 * BIN)  # misses 0.1, accepts 0.01

    def test_people_who_are_told_apart_perfectly(self):
        rates = biometrics.verification_rates(comparisons([0.7, 0.9], [-0.1, 0.3]))
        assert (rates.tar_at_far_1e2, rates.tar_at_far_1e3, rates.eer) == (1, 1, 0)
        assert 0.3 <= rates.best_threshold <= 0.7

    @pytest.mark.parametrize(("genuine", "impostor"), [([], []), ([0.5], []), ([], [0.5])])
    def test_without_both_kinds_of_comparison_there_are_no_figures(self, genuine: list[float], impostor: list[float]):
        rates = biometrics.verification_rates(comparisons(genuine, impostor))
        for value in (rates.tar_at_far_1e2, rates.tar_at_far_1e3, rates.eer, rates.best_threshold):
            assert math.isnan(value)

    @given(
        st.lists(st.floats(-1, 1), min_size=1, max_size=60),
        st.lists(st.floats(-1, 1), min_size=1, max_size=60),
    )
    def test_the_rates_are_what_their_thresholds_give(self, genuine: list[float], impostor: list[float]):
        found = comparisons(genuine, impostor)
        rates = biometrics.verification_rates(found)
        assert 0 <= rates.tar_at_far_1e3 <= rates.tar_at_far_1e2 <= 1
        assert 0 <= rates.eer <= 1
        cuts = np.arange(20_001)
        fnmr = np.searchsorted(np.sort(binned(genuine)), cuts) / len(genuine)
        fmr = 1 - np.searchsorted(np.sort(binned(impostor)), cuts) / len(impostor)
        assert rates.tar_at_far_1e2 == pytest.approx(1 - fnmr[fmr <= 0.01 + 1e-12].min())
        assert rates.tar_at_far_1e3 == pytest.approx(1 - fnmr[fmr <= 0.001 + 1e-12].min())
        nearest = np.abs(fnmr - fmr) <= np.abs(fnmr - fmr).min() + 1e-9
        assert np.abs((fnmr + fmr)[nearest] / 2 - rates.eer).min() < 1e-9
        cut = round((rates.best_threshold + 1) / BIN)
        assert fnmr[cut] + fmr[cut] == pytest.approx((fnmr + fmr).min())


class TestSearch:
    def test_a_case_by_hand(self):
        found = biometrics.search(unit(0, 90), labels(1, 2), unit(10, 60, 200), labels(1, 1, 3))
        assert found.correct.tolist() == [True, False, False]
        np.testing.assert_allclose(found.best_score, np.cos(np.radians([10, 30, 110])), atol=1e-6)

    def test_no_probe_gives_no_answer(self):
        found = biometrics.search(unit(0), labels(1), unit().reshape(0, 2), labels())
        assert len(found.best_score) == len(found.correct) == 0

    def test_more_probes_than_a_block_are_all_searched(self):
        who = np.arange(2500, dtype=np.int64) % 4
        found = biometrics.search(unit(0, 90, 180, 270), labels(0, 1, 2, 3), unit(*(who * 90.0 + 5)), who)
        assert found.correct.all()


class TestMeanTemplates:
    def test_each_person_is_the_mean_of_their_own(self):
        means, people = biometrics.mean_templates(unit(0, 90, 200), labels(7, 7, 3))
        assert people.tolist() == [3, 7]
        np.testing.assert_allclose(means, unit(200, 45), atol=1e-6)

    def test_opposite_photos_cancel_out_without_dividing_by_zero(self):
        means, _ = biometrics.mean_templates(np.array([[1, 0], [-1, 0]], np.float32), labels(1, 1))
        np.testing.assert_array_equal(means, [[0, 0]])


class TestSplitEnrolment:
    def test_the_first_photos_are_enrolled_and_people_with_too_few_are_left_out(self):
        gallery, probes = biometrics.split_enrolment(labels(5, 2, 5, 2, 5, 9, 5), 2)
        assert gallery.tolist() == [0, 2]
        assert probes.tolist() == [4, 6]

    @given(st.lists(st.integers(0, 6), max_size=40), st.integers(1, 4))
    def test_whoever_is_enrolled_has_so_many_photos_and_a_probe(self, who: list[int], enrol: int):
        people = labels(*who)
        gallery, probes = biometrics.split_enrolment(people, enrol)
        assert not set(gallery.tolist()) & set(probes.tolist())
        for person in set(who):
            own = int((people == person).sum())
            enrolled, probed = int((people[gallery] == person).sum()), int((people[probes] == person).sum())
            assert (enrolled, probed) == ((enrol, own - enrol) if own > enrol else (0, 0))


class TestOpenSet:
    def test_a_case_by_hand(self):
        """Of 101 strangers one scores above the 99th percentile; of four known, one scores less, one is wrong."""
        strangers = a_search([n / 1000 for n in range(101)])
        known = a_search([0.5, 0.6, 0.05, 0.9], [True, True, True, False])
        fnir, threshold = biometrics.fnir_at_fpir(known, strangers, 0.01)
        assert threshold == pytest.approx(0.099, abs=1e-6)
        assert fnir == 0.5

    @pytest.mark.parametrize(("known", "strangers"), [([], [0.1]), ([0.1], []), ([], [])])
    def test_without_searches_there_are_no_figures(self, known: list[float], strangers: list[float]):
        for value in biometrics.fnir_at_fpir(a_search(known), a_search(strangers), 0.01):
            assert math.isnan(value)

    @given(
        st.lists(st.floats(-1, 1, width=32), min_size=1, max_size=50),
        st.lists(st.floats(-1, 1, width=32), min_size=1, max_size=50),
        st.floats(0, 1),
    )
    def test_no_more_strangers_are_named_than_allowed(self, known: list[float], strangers: list[float], fpir: float):
        fnir, threshold = biometrics.fnir_at_fpir(a_search(known), a_search(strangers), fpir)
        assert sum(score > threshold + 1e-6 for score in strangers) <= fpir * len(strangers) + 1e-6
        assert 0 <= fnir <= 1


def accuracy_at(cut: float, scores: NDArray[np.float32], same: NDArray[np.bool_]) -> float:
    return float(((scores >= cut) == same).mean())


class TestPairs:
    def test_pairs_told_apart_perfectly(self):
        scores = np.array([0.9, 0.1, 0.8, 0.2] * 10, np.float32)
        assert biometrics.pair_accuracy(scores, scores > 0.5) == 1

    def test_the_threshold_of_a_fold_is_chosen_without_it(self):
        """In the second fold the scores are turned round: what the first teaches is wrong there, and the reverse.

        The second has no good threshold of its own, so it gets one of two right in the first.
        """
        scores = np.array([0.9, 0.1, 0.1, 0.9], np.float32)
        same = np.array([True, True, False, False])
        assert biometrics.pair_accuracy(scores, same, folds=2) == (0.5 + 0) / 2

    def test_where_all_pairs_show_two_people_none_is_accepted(self):
        scores = np.linspace(0, 1, 20, dtype=np.float32)
        assert biometrics.pair_accuracy(scores, np.zeros(20, np.bool_), folds=2) == 1

    def test_pairs_of_one_score_are_accepted_or_refused_together(self):
        """Accepting 0.5 gains one pair and loses three, however these are sorted among themselves."""
        scores = np.repeat(np.array([0.5, 0.5, 0.5, 0.5, 0.9, 0.1], np.float32), 2)
        same = np.repeat([True, False, False, False, True, False], 2)
        assert biometrics.pair_accuracy(scores, same, folds=2) == pytest.approx(5 / 6)

    @pytest.mark.parametrize("count", [0, 1])
    def test_without_pairs_to_learn_from_there_is_no_figure(self, count: int):
        assert math.isnan(biometrics.pair_accuracy(np.ones(count, np.float32), np.ones(count, np.bool_)))

    @given(
        st.lists(st.tuples(st.sampled_from([-0.2, 0.1, 0.3, 0.5, 0.8]), st.booleans()), min_size=2, max_size=40),
        st.integers(2, 10),
    )
    def test_each_fold_is_judged_by_the_best_threshold_of_the_others(self, pairs: list[tuple[float, bool]], folds: int):
        scores = np.array([score for score, _ in pairs], np.float32)
        same = np.array([own for _, own in pairs], np.bool_)
        cuts = [*sorted(set(scores.tolist())), math.inf]
        fold = np.arange(len(pairs)) % folds
        allowed: list[set[float]] = []
        for k in range(min(folds, len(pairs))):
            learnt = [accuracy_at(cut, scores[fold != k], same[fold != k]) for cut in cuts]
            best = [cut for cut, value in zip(cuts, learnt, strict=True) if value >= max(learnt) - 1e-9]
            allowed.append({accuracy_at(cut, scores[fold == k], same[fold == k]) for cut in best})
        got = biometrics.pair_accuracy(scores, same, folds)
        assert sum(map(min, allowed)) - 1e-6 <= got * len(allowed) <= sum(map(max, allowed)) + 1e-6
