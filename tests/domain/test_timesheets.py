from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts import NOON, a_punch, instant

from faceattend.domain.attendance import Direction, Punch
from faceattend.domain.ids import new_id
from faceattend.domain.presence import LONGEST_PRESENCE
from faceattend.domain.timesheets import DayNote, Stay, WorkDay, stays, work_days

ADA, BOB = new_id(), new_id()
HOUR = timedelta(hours=1)
LONG_AFTER = instant("2027-06-01T12:00")


def came(local: str, who: object = ADA, fold: int = 0) -> Punch:
    return a_punch(person_id=who, at=instant(local, fold=fold), direction=Direction.IN)


def left(local: str, who: object = ADA, fold: int = 0) -> Punch:
    return a_punch(person_id=who, at=instant(local, fold=fold), direction=Direction.OUT)


def only(punches: list[Punch]) -> WorkDay:
    (day,) = work_days(punches, LONG_AFTER)
    return day


@st.composite
def punch_lists(draw: st.DrawFn) -> list[Punch]:
    """Some weeks of two people's punches in any order, over both changes of the clocks."""
    spring, autumn = instant("2026-03-20T00:00"), instant("2026-10-20T00:00")
    moments = st.tuples(
        st.sampled_from([ADA, BOB]),
        st.sampled_from([spring, autumn]),
        st.integers(0, 14 * 24 * 60),
        st.sampled_from(Direction),
    )
    return [
        a_punch(person_id=who, at=start + timedelta(minutes=minutes), direction=direction)
        for who, start, minutes, direction in draw(st.lists(moments, max_size=30))
    ]


def test_a_plain_day():
    day = only([came("2026-03-02T08:00"), left("2026-03-02T12:00"), came("2026-03-02T12:30"), left("2026-03-02T16:45")])
    assert day.day == date(2026, 3, 2)
    assert day.first_in == datetime(2026, 3, 2, 8, 0)  # noqa: DTZ001 - wall clock
    assert day.last_out == datetime(2026, 3, 2, 16, 45)  # noqa: DTZ001 - wall clock
    assert (day.worked, day.punches, day.notes) == (8.25 * HOUR, 4, ())


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-02T22:00", "2026-03-03T06:00", 8),
        ("2026-03-28T22:00", "2026-03-29T06:00", 7),  # the clocks go forward
        ("2026-10-24T22:00", "2026-10-25T06:00", 9),  # and back
    ],
)
def test_a_night_shift_is_one_piece_on_the_day_it_began_and_its_hours_are_real(start: str, end: str, hours: int):
    day = only([came(start), left(end)])
    assert day.day == date.fromisoformat(start[:10])
    assert day.worked == hours * HOUR
    assert day.last_out == datetime.fromisoformat(end)


def test_an_hour_between_two_equal_times_on_the_wall():
    day = only([came("2026-10-25T02:30", fold=0), left("2026-10-25T02:30", fold=1)])
    assert day.worked == HOUR
    assert day.first_in == day.last_out


def test_a_missing_exit_is_noted_and_no_time_invented():
    day = only([came("2026-03-02T08:00")])
    assert (day.worked, day.last_out, day.notes) == (timedelta(0), None, (DayNote.NO_EXIT,))


def test_a_missing_entry_is_noted_and_no_time_invented():
    day = only([left("2026-03-02T17:00")])
    assert (day.worked, day.first_in, day.notes) == (timedelta(0), None, (DayNote.NO_ENTRY,))


def test_a_forgotten_exit_does_not_become_endless_overtime():
    days = work_days([came("2026-03-02T08:00"), came("2026-03-03T08:00"), left("2026-03-03T16:00")], LONG_AFTER)
    assert [(day.worked, day.notes) for day in days] == [(timedelta(0), (DayNote.NO_EXIT,)), (8 * HOUR, ())]


def test_an_exit_long_after_the_entry_is_not_its_exit():
    first, second = work_days([came("2026-03-02T08:00"), left("2026-03-03T09:00")], LONG_AFTER)
    assert (first.notes, second.notes) == ((DayNote.NO_EXIT,), (DayNote.NO_ENTRY,))


def test_the_first_of_several_entries_counts():
    day = only([came("2026-03-02T08:00"), came("2026-03-02T08:20"), left("2026-03-02T16:00")])
    assert (day.worked, day.punches, day.notes) == (8 * HOUR, 3, (DayNote.SEEN_AGAIN,))


def test_who_came_lately_is_inside_until_the_exit_counts_as_missed():
    punches = [came("2026-03-02T20:00"), left("2026-03-02T23:30"), came("2026-03-02T23:45")]
    (inside,) = work_days(punches, instant("2026-03-03T15:45"))  # past midnight: a night shift is no fault
    (missed,) = work_days(punches, instant("2026-03-03T15:45") + timedelta(microseconds=1))
    assert inside.inside_since == datetime(2026, 3, 2, 23, 45)  # noqa: DTZ001 - wall clock
    assert (inside.notes, missed.notes) == ((), (DayNote.NO_EXIT,))
    assert missed.inside_since is None
    assert inside.worked == missed.worked == 3.5 * HOUR


def test_people_are_kept_apart():
    days = work_days([came("2026-03-02T08:00"), left("2026-03-02T09:00", BOB)], LONG_AFTER)
    assert {day.person_id: day.notes for day in days} == {ADA: (DayNote.NO_EXIT,), BOB: (DayNote.NO_ENTRY,)}


def test_a_stay_has_at_least_one_end():
    with pytest.raises(ValueError, match="an entry, an exit or both"):
        _ = Stay(None, None).day


def test_nothing_comes_of_nothing():
    assert work_days([], LONG_AFTER) == []


@given(punches=punch_lists(), data=st.data())
def test_the_order_in_which_punches_come_does_not_matter(punches: list[Punch], data: st.DataObject):
    shuffled = data.draw(st.permutations(punches))
    assert work_days(shuffled, LONG_AFTER) == work_days(punches, LONG_AFTER)


@given(punches=punch_lists())
def test_every_punch_is_in_exactly_one_day(punches: list[Punch]):
    counted = Counter[object]()
    for day in work_days(punches, LONG_AFTER):
        counted[day.person_id] += day.punches
    assert counted == Counter(punch.person_id for punch in punches)


@given(punches=punch_lists())
def test_hours_are_differences_of_instants_and_never_more_than_the_longest_presence(punches: list[Punch]):
    own = sorted((p for p in punches if p.person_id == ADA), key=lambda punch: (punch.at, punch.id))
    found = stays(own)
    for stay in found:
        assert timedelta(0) <= stay.worked <= LONGEST_PRESENCE
        if stay.came and stay.left:
            assert stay.worked == stay.left.at - stay.came.at
    total = sum((stay.worked for stay in found), timedelta(0))
    assert sum((day.worked for day in work_days(own, LONG_AFTER)), timedelta(0)) == total
    assert not own or total <= own[-1].at - own[0].at  # stays never overlap


@given(punches=punch_lists())
def test_days_come_in_order_and_once(punches: list[Punch]):
    keys = [(day.person_id, day.day) for day in work_days(punches, LONG_AFTER)]
    assert keys == sorted(set(keys))


@given(punches=punch_lists())
def test_what_is_not_complete_is_noted(punches: list[Punch]):
    for day in work_days(punches, LONG_AFTER):
        assert (day.first_in is None) <= (DayNote.NO_ENTRY in day.notes)
        assert (day.last_out is None) <= (DayNote.NO_EXIT in day.notes)


ZONES = ("Pacific/Kiritimati", "Europe/Berlin", "America/St_Johns", "Pacific/Pago_Pago")


@given(
    entry=st.integers(0, 14 * 24 * 60),
    since=st.integers(0, 40 * 60),
    zone=st.sampled_from(ZONES),
    earlier=st.booleans(),
)
def test_only_the_time_since_the_entry_decides_who_is_inside(entry: int, since: int, zone: str, *, earlier: bool):
    at = instant("2026-10-20T00:00") + timedelta(minutes=entry)
    offset = at.astimezone(ZoneInfo(zone)).utcoffset()
    here = {"person_id": ADA, "zone": zone, "utc_offset": offset}
    days_before = timedelta(days=3)
    punches = [a_punch(at=at - days_before, direction=Direction.IN, **here)] if earlier else []
    punches.append(a_punch(at=at, direction=Direction.IN, **here))
    *before, last = work_days(punches, at + timedelta(minutes=since))
    inside = since <= 16 * 60
    assert last.day == (at + (offset or timedelta())).date()
    assert (last.inside_since is not None) == inside
    assert last.notes == (() if inside else (DayNote.NO_EXIT,))
    assert [(day.notes, day.inside_since) for day in before] == [((DayNote.NO_EXIT,), None)] * earlier


@given(punches=punch_lists(), minutes=st.integers(0, 15 * 24 * 60))
def test_being_inside_takes_away_a_missing_exit_and_nothing_else(punches: list[Punch], minutes: int):
    now = instant("2026-10-20T00:00") + timedelta(minutes=minutes)
    known = [punch for punch in punches if punch.at <= now]
    for day, later in zip(work_days(known, now), work_days(known, LONG_AFTER), strict=True):
        assert set(day.notes) | {DayNote.NO_EXIT} == set(later.notes) | {DayNote.NO_EXIT}
        assert day.notes == later.notes or day.inside_since is not None
        assert (day.worked, day.punches, later.inside_since) == (later.worked, later.punches, None)


def test_a_punch_s_local_time_is_its_own_site_s():
    assert a_punch(at=NOON, zone="Asia/Tokyo").local.hour == 21
