import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from tests.facts import instant

from faceattend.domain.clock import day_here, instants_of, morning_here, offset_at

HOUR = timedelta(hours=1)


def test_a_time_that_clocks_showed_once():
    assert instants_of(datetime.fromisoformat("2026-11-17T08:12"), "Europe/Berlin") == (instant("2026-11-17T08:12"),)


def test_a_time_that_clocks_skipped_was_never():
    assert instants_of(datetime.fromisoformat("2026-03-29T02:30"), "Europe/Berlin") == ()


def test_a_time_that_clocks_showed_twice_is_two_instants_an_hour_apart_the_earlier_first():
    first, second = instants_of(datetime.fromisoformat("2026-10-25T02:30"), "Europe/Berlin")
    assert second - first == HOUR
    assert [offset_at(each, "Europe/Berlin") for each in (first, second)] == [2 * HOUR, HOUR]


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns"])
def test_the_clock_shows_what_was_asked(zone: str):
    local = datetime.fromisoformat("2026-07-01T23:45")
    (found,) = instants_of(local, zone)
    assert (found + offset_at(found, zone)).replace(tzinfo=None) == local


def utc(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This computer's clock goes as Berlin's does."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone cannot be set for one process")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize(
    ("now", "day", "morning"),
    [
        ("2026-03-29T12:00", "2026-03-29", "2026-03-28T23:00"),  # set forward at two o'clock: the day began in winter
        ("2026-10-25T12:00", "2026-10-25", "2026-10-24T22:00"),
        ("2026-06-01T22:30", "2026-06-02", "2026-06-01T22:00"),
    ],
)
def test_today_began_at_midnight_also_when_clocks_were_set_since(
    monkeypatch: pytest.MonkeyPatch, now: str, day: str, morning: str
):
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            assert tz is None
            return datetime.fromtimestamp(utc(now).timestamp())  # noqa: DTZ006 - as datetime.now() gives it

    monkeypatch.setattr("faceattend.domain.clock.datetime", Clock)
    assert day_here().isoformat() == day
    assert morning_here() == utc(morning)
