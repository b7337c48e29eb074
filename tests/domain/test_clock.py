from datetime import datetime, timedelta

import pytest
from tests.facts import instant

from faceattend.domain.clock import instants_of, offset_at

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
