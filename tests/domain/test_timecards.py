from datetime import date, datetime, timedelta

import pytest
from tests.facts import a_punch, instant

from faceattend.domain.attendance import Direction, Punch
from faceattend.domain.ids import new_id
from faceattend.domain.timecards import DayCard, Presence, clock_window, day_cards
from faceattend.domain.timesheets import DayNote

ADA = new_id()
LONG_AFTER = instant("2026-12-24T12:00")


def punches(*moments: str) -> list[Punch]:
    """Punches such as "in 2026-11-17T08:00"."""
    split = (each.split() for each in moments)
    return [a_punch(person_id=ADA, direction=Direction(way), at=instant(local)) for way, local in split]


def only(cards: list[DayCard]) -> DayCard:
    (card,) = cards
    return card


def test_a_plain_day():
    card = only(
        day_cards(
            punches("in 2026-11-17T07:54", "out 2026-11-17T12:00", "in 2026-11-17T12:30", "out 2026-11-17T16:36"),
            LONG_AFTER,
        )
    )
    assert card.presence == (Presence(474, 720), Presence(750, 996))
    assert card.work.worked == timedelta(hours=8, minutes=12)
    assert (card.inside, card.to_check, len(card.punches)) == (False, False, 4)


def test_who_came_in_lately_is_inside_and_their_exit_is_not_missing():
    came = punches("in 2026-11-17T07:54")
    inside = only(day_cards(came, instant("2026-11-17T23:54")))
    gone = only(day_cards(came, instant("2026-11-17T23:55")))
    assert (inside.inside, inside.work.notes) == (True, ())
    assert (gone.inside, gone.work.notes) == (False, (DayNote.NO_EXIT,))
    assert inside.presence == gone.presence == (Presence(474, None),)


def test_an_exit_that_was_missed_before_is_said_while_the_person_is_inside():
    day = punches("in 2026-11-17T00:10", "in 2026-11-17T20:00")
    card = only(day_cards(day, instant("2026-11-17T21:00")))
    assert (card.inside, card.work.notes) == (True, (DayNote.NO_EXIT,))


def test_entering_twice_is_to_be_checked_even_while_inside():
    day = punches("in 2026-11-17T08:00", "in 2026-11-17T12:30")
    card = only(day_cards(day, instant("2026-11-17T13:00")))
    assert (card.inside, card.work.notes) == (True, (DayNote.SEEN_AGAIN,))


def test_a_night_stays_on_the_day_it_began_and_runs_on_after_midnight():
    card = only(day_cards(punches("in 2026-11-17T22:00", "out 2026-11-18T06:12"), LONG_AFTER))
    assert card.work.day == date(2026, 11, 17)
    assert card.presence == (Presence(22 * 60, 30 * 60 + 12),)


def test_an_exit_alone_has_no_beginning():
    card = only(day_cards(punches("out 2026-11-17T16:30"), LONG_AFTER))
    assert (card.presence, card.inside, card.work.notes) == ((Presence(None, 990),), False, (DayNote.NO_ENTRY,))


def test_where_the_clock_was_set_back_a_stay_never_ends_before_it_began():
    came = a_punch(person_id=ADA, at=instant("2026-10-25T02:50", fold=0))
    left = a_punch(person_id=ADA, at=instant("2026-10-25T02:10", fold=1), direction=Direction.OUT)
    card = only(day_cards([came, left], LONG_AFTER))
    assert card.presence == (Presence(170, 170),)
    assert card.work.worked == timedelta(minutes=20)


@pytest.mark.parametrize(
    ("shown", "window"),
    [
        ((), (6, 22)),
        ((Presence(480, 990),), (6, 22)),
        ((Presence(300, None),), (5, 22)),
        ((Presence(22 * 60, 30 * 60 + 12),), (6, 31)),
        ((Presence(None, 59.5),), (0, 22)),
    ],
)
def test_the_axis_spans_what_is_shown_in_whole_hours(shown: tuple[Presence, ...], window: tuple[int, int]):
    assert clock_window(shown) == window


def test_nobody_s_days_are_none():
    assert day_cards([], datetime.max.replace(tzinfo=LONG_AFTER.tzinfo)) == []
