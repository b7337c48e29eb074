import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.domain.strictness import Strictness, accept_for, consequence, step_of

OWN = 0.455


def test_the_steps_go_from_most_likeness_to_least():
    asked = [accept_for(step, OWN) for step in Strictness]
    assert asked == sorted(asked, reverse=True)
    assert accept_for(Strictness.BALANCED, OWN) == OWN


@given(st.floats(0.2, 0.9), st.sampled_from(Strictness))
def test_a_step_is_found_again_by_its_value(own: float, step: Strictness):
    own = round(own, 3)
    assert step_of(accept_for(step, own), own) is step


@given(st.floats(0, 0.999), st.sampled_from(Strictness))
def test_every_value_is_one_that_settings_allow(own: float, step: Strictness):
    assert 0 <= accept_for(step, own) < 1


def test_nothing_set_is_the_packs_own_and_a_value_by_hand_is_no_step():
    assert step_of(0.0, OWN) is Strictness.BALANCED
    assert step_of(0.47, OWN) is None


def test_every_step_of_the_default_pack_was_measured_and_asking_less_names_more_strangers():
    measured = [consequence("opencv-zoo", accept_for(step, OWN)) for step in Strictness]
    assert None not in measured
    strangers = [each.strangers_named for each in measured]
    missed = [(each.missed_one, each.missed_three) for each in measured]
    assert strangers == sorted(strangers)
    assert missed == sorted(missed, reverse=True)


@pytest.mark.parametrize(("pack", "accept"), [("buffalo_l", 0.455), ("opencv-zoo", 0.47), ("opencv-zoo", 0.0)])
def test_nothing_is_claimed_of_what_was_not_measured(pack: str, accept: float):
    assert consequence(pack, accept) is None
