import time

import pytest

from faceattend.cameras.pace import Pace


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


def test_pictures_are_shown_at_their_moments(clock: Clock):
    pace = Pace()
    shown = []
    for at in (3.0, 3.1, 3.3, 4.0):
        assert pace.keeps(at)
        clock.now += 0.03  # converting takes its time
        pace.wait(at)
        shown.append(round(clock.now, 3))
    assert shown == [100.03, 100.1, 100.3, 101.0]


def test_a_reader_that_fell_behind_skips_to_what_is_showing_now(clock: Clock):
    pace = Pace()
    assert pace.keeps(0)
    clock.now += 2
    kept = [at / 10 for at in range(1, 40) if pace.keeps(at / 10)]
    assert kept[0] == pytest.approx(1.9, abs=0.11)
    assert kept[-1] == 3.9


def test_a_machine_too_slow_to_decode_plays_slower_and_shows_nearly_all(clock: Clock):
    pace = Pace()
    kept = 0
    for n in range(200):  # each 50 ms of video take 60 ms to decode
        clock.now += 0.06
        kept += pace.keeps(n * 0.05)
    assert kept >= 200 * 0.9


def test_a_machine_that_is_no_longer_busy_catches_up_again(clock: Clock):
    pace = Pace()
    for n in range(100):
        clock.now += 0.06
        pace.keeps(n * 0.05)
    for n in range(100, 300):
        assert pace.keeps(n * 0.05)
        pace.wait(n * 0.05)
    clock.now += 2
    assert [n for n in range(300, 340) if not pace.keeps(n * 0.05)] == list(range(300, 338))


def test_after_a_long_sleep_the_playing_goes_on_from_there(clock: Clock):
    pace = Pace()
    assert pace.keeps(0)
    clock.now += 3600
    assert pace.keeps(0.1)
    assert pace.keeps(0.2)
    pace.wait(0.2)
    assert clock.now == pytest.approx(3700.1)
