import itertools
import time

import pytest

from faceattend.cameras.pace import Pace, wait_until


class Clock:
    """Time that only passes by sleeping or by being told."""

    def __init__(self) -> None:
        self.now = 100.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "monotonic", lambda: clock.now)
    monkeypatch.setattr(time, "sleep", clock.sleep)
    return clock


def shown(pace: Pace, clock: Clock, at: float) -> float:
    moment = pace.moment(at)
    wait_until(moment)
    return round(clock.now, 3)


def test_pictures_are_shown_at_their_moments(clock: Clock):
    pace = Pace()
    moments = []
    for at in (3.0, 3.1, 3.3, 4.0):
        clock.now += 0.03  # decoding takes its time
        moments.append(shown(pace, clock, at))
    assert moments == [100.03, 100.13, 100.33, 101.03]


def test_what_a_machine_was_late_by_for_a_moment_is_made_up_for(clock: Clock):
    pace = Pace()
    shown(pace, clock, 0)
    clock.now += 0.104
    assert shown(pace, clock, 0.1) == 100.104
    assert shown(pace, clock, 0.2) == 100.2


def test_a_recording_waits_for_its_reader_and_goes_on_from_there(clock: Clock):
    pace = Pace()
    shown(pace, clock, 0)
    clock.now += 3600  # the machine slept
    assert shown(pace, clock, 0.1) == 3700
    assert shown(pace, clock, 0.2) == pytest.approx(3700.1, abs=0.006)
    assert shown(pace, clock, 0.3) == pytest.approx(3700.2, abs=0.006)


def test_a_machine_too_slow_to_decode_plays_slower_and_evenly(clock: Clock):
    pace = Pace()
    moments = []
    for n in range(200):  # each 50 ms of video take 60 ms to decode
        clock.now += 0.06
        moments.append(shown(pace, clock, n * 0.05))
    gaps = [after - before for before, after in itertools.pairwise(moments)]
    assert gaps == pytest.approx([0.06] * 199)
