import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.cameras.rate import Rate


def taken(rate: Rate, moments: list[float]) -> list[float]:
    return [at for at in moments if rate.due(at)]


def gaps(moments: list[float]) -> list[float]:
    return [after - before for before, after in itertools.pairwise(moments)]


def test_fifteen_frames_a_second_become_ten_and_not_seven_and_a_half():
    moments = taken(Rate(10), [n / 15 for n in range(151)])
    assert len(moments) == pytest.approx(101, abs=1)
    assert max(gaps(moments)) < 0.14


@given(source=st.floats(1, 60), wanted=st.floats(1, 60), start=st.floats(0, 2e9))
def test_the_wanted_rate_is_met_or_the_sources_own(source: float, wanted: float, start: float):
    moments = taken(Rate(wanted), [start + n / source for n in range(600)])
    assert len(moments) == pytest.approx(600 * min(1, wanted / source), rel=0.11, abs=2)
    assert len(moments) <= 600 / source * wanted * 1.001 + 3 or source < wanted * 1.11


@given(st.lists(st.floats(0.001, 0.5), min_size=1, max_size=300))
def test_however_frames_come_never_more_than_the_rate_and_its_credit(steps: list[float]):
    moments = taken(Rate(10), list(itertools.accumulate(steps)))
    for count in range(2, len(moments) + 1):
        span = moments[count - 1] - moments[0]
        assert count <= span * 10 * 1.1 + 4


@given(st.lists(st.floats(-0.02, 0.02), min_size=200, max_size=200), st.sampled_from([15.0, 25.0, 30.0]))
def test_jitter_does_not_cost_frames(jitter: list[float], source: float):
    moments = [n / source + offset * 10 / source for n, offset in enumerate(jitter)]
    assert len(taken(Rate(10), moments)) == pytest.approx(200 / source * 10, abs=4)


def test_no_burst_follows_a_gap():
    moments = [n / 30 for n in range(30)] + [5 + n / 30 for n in range(30)]
    late = [at for at in taken(Rate(10), moments) if at >= 5]
    assert len(late) == pytest.approx(10, abs=1)
    assert min(gaps(late)) > 0.09


@pytest.mark.parametrize("leap", [-3600.0, 3600.0])
def test_a_clock_that_leaps_does_not_stop_it(leap: float):
    moments = [n / 30 for n in range(60)] + [leap + 2 + n / 30 for n in range(60)]
    assert len(taken(Rate(10), moments)) == pytest.approx(40, abs=2)


@given(st.floats(0, 1e9))
def test_the_same_moment_is_never_taken_twice(at: float):
    rate = Rate(10)
    assert [rate.due(at), rate.due(at), rate.due(at)] == [True, False, False]


@pytest.mark.parametrize("per_s", [0, -1])
def test_a_rate_must_be_above_zero(per_s: float):
    with pytest.raises(ValueError, match="above 0"):
        Rate(per_s)
