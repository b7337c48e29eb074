import threading
from collections.abc import Callable
from functools import partial
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from numpy.typing import NDArray
from tests.faces import a_template, unit_vectors

from faceattend.domain.errors import ContractMismatch
from faceattend.domain.ids import new_id
from faceattend.domain.templates import Template
from faceattend.domain.vision import Match, Vectors
from faceattend.engine.gallery import Gallery

DIMENSION = 16
FP16 = 2e-3
"""Sixteen products of numbers stored with a relative error of 2**-11."""


def a_gallery(*templates: Template) -> Gallery:
    gallery = Gallery("tests/1", DIMENSION)
    gallery.add(templates)
    return gallery


def by_hand(templates: list[Template], probe: NDArray[np.float32]) -> list[tuple[float, UUID]]:
    """All people and their scores, best first, the plain way."""
    people: dict[UUID, list[NDArray[np.float32]]] = {}
    for template in templates:
        people.setdefault(template.person_id, []).append(template.vector)
    scores = [
        (float(probe @ (np.sum(own, axis=0) / np.linalg.norm(np.sum(own, axis=0)))), person)
        for person, own in people.items()
    ]
    return sorted(scores, reverse=True)


def agrees(match: Match | None, expected: list[tuple[float, UUID]]) -> None:
    if not expected:
        assert match is None
        return
    scores = {person: score for score, person in expected}
    assert match is not None
    assert match.score == pytest.approx(expected[0][0], abs=FP16)
    assert scores[match.person_id] == pytest.approx(match.score, abs=FP16)
    if len(expected) == 1:
        assert (match.runner_up_id, match.runner_up_score) == (None, -1.0)
        return
    assert match.runner_up_id is not None
    assert match.runner_up_id != match.person_id
    assert match.runner_up_score == pytest.approx(expected[1][0], abs=FP16)
    assert scores[match.runner_up_id] == pytest.approx(match.runner_up_score, abs=FP16)
    assert match.margin >= -FP16


class EnrolAndRemove(RuleBasedStateMachine):
    """Any order of adding, adding again and removing gives what a gallery of the same templates gives."""

    def __init__(self) -> None:
        super().__init__()
        self.gallery = a_gallery()
        self.held: dict[UUID, Template] = {}
        self.known: list[Template] = []
        self.people = [new_id() for _ in range(5)]

    @rule(person=st.integers(0, 4), seeds=st.lists(st.integers(0, 10_000), min_size=1, max_size=3))
    def enrol(self, person: int, seeds: list[int]) -> None:
        new = [a_template(unit_vectors(1, DIMENSION, seed)[0], person_id=self.people[person]) for seed in seeds]
        self.known += new
        self.gallery.add(new)
        self.held |= {template.id: template for template in new}

    @rule(data=st.data())
    def add_again(self, data: st.DataObject) -> None:
        again = data.draw(st.lists(st.sampled_from(self.known), max_size=4)) if self.known else []
        self.gallery.add(again)
        self.held |= {template.id: template for template in again}

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        gone = data.draw(st.lists(st.sampled_from(self.known), max_size=4)) if self.known else []
        self.gallery.remove(gone)
        for template in gone:
            self.held.pop(template.id, None)

    @invariant()
    def answers_as_by_hand(self) -> None:
        probe = unit_vectors(1, DIMENSION, seed=len(self.known) + 77)
        expected = by_hand(list(self.held.values()), probe[0])
        assert self.gallery.people == len(expected)
        agrees(self.gallery.search(probe)[0], expected)


TestAnyHistory = EnrolAndRemove.TestCase
TestAnyHistory.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


class TestSearch:
    @given(people=st.integers(1, 30), photos=st.integers(1, 3), seed=st.integers(0, 2**32 - 1))
    def test_it_finds_whom_brute_force_finds(self, people: int, photos: int, seed: int):
        ids = [new_id() for _ in range(people)]
        vectors = unit_vectors(people * photos, DIMENSION, seed)
        templates = [a_template(vector, person_id=ids[n % people]) for n, vector in enumerate(vectors)]
        probes = unit_vectors(4, DIMENSION, seed + 1)
        for probe, match in zip(probes, a_gallery(*templates).search(probes), strict=True):
            agrees(match, by_hand(templates, probe))

    def test_nobody_is_found_where_nobody_is_enrolled(self):
        assert a_gallery().search(unit_vectors(3, DIMENSION)) == [None] * 3

    def test_no_probe_gets_no_answer(self):
        assert a_gallery(a_template(unit_vectors(1, DIMENSION)[0])).search(unit_vectors(0, DIMENSION)) == []

    def test_one_person_alone_has_no_runner_up_and_every_margin(self):
        own = unit_vectors(2, DIMENSION)
        person = new_id()
        gallery = a_gallery(*(a_template(vector, person_id=person) for vector in own))
        (match,) = gallery.search(own[:1])
        assert match is not None
        assert match.runner_up_id is None
        assert match.margin > 0.9

    def test_a_probe_without_numbers_is_nobody(self):
        gallery = a_gallery(*(a_template(vector) for vector in unit_vectors(3, DIMENSION)))
        assert gallery.search(np.full((1, DIMENSION), np.nan, np.float32)) == [None]

    def test_a_probe_may_be_a_view_of_a_larger_array(self):
        vectors = unit_vectors(8, 2 * DIMENSION)
        halves: Vectors = vectors[::2, :DIMENSION] / np.linalg.norm(vectors[::2, :DIMENSION], axis=1, keepdims=True)
        templates = [a_template(vector) for vector in halves]
        found = a_gallery(*templates).search(halves)
        assert [match.person_id for match in found if match] == [template.person_id for template in templates]


class TestContract:
    def test_a_template_of_another_pack_is_refused_with_what_to_do(self):
        gallery = a_gallery()
        with pytest.raises(ContractMismatch, match="another model pack") as refused:
            gallery.add([a_template(unit_vectors(1, DIMENSION)[0], contract_id="tests/2")])
        assert refused.value.remedy
        assert gallery.people == 0

    def test_a_template_of_another_length_is_refused(self):
        with pytest.raises(ContractMismatch):
            a_gallery().add([a_template(unit_vectors(1, DIMENSION + 1)[0])])

    def test_a_probe_of_another_length_is_refused(self):
        gallery = a_gallery(a_template(unit_vectors(1, DIMENSION)[0]))
        with pytest.raises(ContractMismatch):
            gallery.search(unit_vectors(1, DIMENSION * 2))

    def test_those_before_it_in_the_same_call_are_not_added_either(self):
        gallery = a_gallery()
        good, bad = a_template(unit_vectors(1, DIMENSION)[0]), a_template(unit_vectors(1, 3)[0])
        with pytest.raises(ContractMismatch):
            gallery.add([good, bad])
        assert gallery.people == 0


class TestLikeness:
    def test_it_compares_with_the_mean_of_ones_own_templates(self):
        own = unit_vectors(2, DIMENSION)
        person = new_id()
        gallery = a_gallery(*(a_template(vector, person_id=person) for vector in own))
        probes = unit_vectors(3, DIMENSION, seed=5)
        mean = own.sum(axis=0) / np.linalg.norm(own.sum(axis=0))
        np.testing.assert_allclose(gallery.likeness(person, probes), probes @ mean, atol=1e-6)

    def test_there_is_none_to_somebody_without_templates(self):
        assert a_gallery().likeness(new_id(), unit_vectors(1, DIMENSION)) is None


class Crowd:
    """Searches and enrols from many threads, and keeps what goes wrong."""

    def __init__(self, gallery: Gallery, steady: list[Template]) -> None:
        self.gallery = gallery
        self.steady = steady
        self.probes = np.stack([template.vector for template in steady])
        self.stop = threading.Event()
        self.troubles: list[BaseException] = []

    def search(self) -> None:
        while not self.stop.is_set():
            found = self.gallery.search(self.probes)
            assert [match.person_id for match in found if match] == [each.person_id for each in self.steady]

    def enrol(self, seed: int) -> None:
        for vector in unit_vectors(60, DIMENSION, seed):
            template = a_template(vector)
            self.gallery.add([template])
            if seed % 2:
                self.gallery.remove([template])

    def thread(self, work: Callable[[], None]) -> threading.Thread:
        def run() -> None:
            try:
                work()
            except BaseException as error:  # noqa: BLE001 - told by the main thread
                self.troubles.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        return thread


def test_people_are_enrolled_and_removed_while_others_are_searched():
    steady = [a_template(vector) for vector in unit_vectors(50, DIMENSION)]
    crowd = Crowd(a_gallery(*steady), steady)
    searching = [crowd.thread(crowd.search) for _ in range(2)]
    enrolling = [crowd.thread(partial(crowd.enrol, seed)) for seed in (1, 2, 3)]
    for thread in enrolling:
        thread.join()
    crowd.stop.set()
    for thread in searching:
        thread.join()
    assert crowd.troubles == []
    assert crowd.gallery.people == 50 + 60


def test_many_are_added_from_a_stream_in_batches():
    vectors = unit_vectors(10_500, DIMENSION)
    gallery = Gallery("tests/1", DIMENSION)
    templates = [a_template(vector) for vector in vectors]
    gallery.add(iter(templates))
    assert gallery.people == 10_500
    found = gallery.search(vectors[[0, 9_999, 10_000, 10_499]])
    assert [match.person_id for match in found if match] == [templates[n].person_id for n in (0, 9_999, 10_000, 10_499)]
