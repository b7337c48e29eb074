from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts import a_person

from faceattend.domain.people import Pose, pose_of

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(day=DAYS)
def test_a_person_without_dates_is_always_active(day: date):
    assert a_person().active_on(day)


@given(first=DAYS, length=st.integers(0, 5000), offset=st.integers(-10, 5010))
def test_both_ends_of_the_active_time_count(first: date, length: int, offset: int):
    person = a_person(active_from=first, active_to=first + timedelta(days=length))
    assert person.active_on(first + timedelta(days=offset)) == (0 <= offset <= length)


def test_one_end_may_be_open():
    start, day = date(2026, 3, 2), timedelta(days=1)
    assert a_person(active_from=start).active_on(start + 9999 * day)
    assert not a_person(active_from=start).active_on(start - day)
    assert a_person(active_to=start).active_on(start - 9999 * day)
    assert not a_person(active_to=start).active_on(start + day)


@pytest.mark.parametrize(
    ("yaw", "pitch", "pose"),
    [
        (0, 0, Pose.FRONT),
        (14, -14, Pose.FRONT),
        (20, 0, Pose.LEFT),
        (-20, 10, Pose.RIGHT),
        (5, 18, Pose.DOWN),
        (-16, -25, Pose.UP),
    ],
)
def test_a_face_looks_the_way_it_is_turned_most(yaw: float, pitch: float, pose: Pose):
    assert pose_of(yaw, pitch) is pose
