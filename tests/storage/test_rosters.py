from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from tests.facts import a_camera, a_person, a_punch, instant

from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.cameras import Camera
from faceattend.domain.people import Person
from faceattend.domain.presence import LONGEST_PRESENCE
from faceattend.domain.timecards import PresenceState, RosterQuery, day_cards
from faceattend.domain.timesheets import instants_that_matter
from faceattend.storage.database import Database, Work

MONDAY, FRIDAY, SATURDAY = date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 21)
WEEK = RosterQuery(MONDAY, FRIDAY)
NOW = instant("2026-11-20T12:00")
Punching = Callable[..., None]


@pytest.fixture
def camera(database: Database) -> Camera:
    with database.transaction() as work:
        camera = a_camera(site=work.sites.get_or_add("Main", "Europe/Berlin"))
        work.cameras.add(camera)
    return camera


@pytest.fixture
def enrol(database: Database) -> Callable[..., Person]:
    def add(name: str, **changes: object) -> Person:
        person = a_person(name=name, number=f"N-{name}", **changes)
        with database.transaction() as work:
            work.people.add(person)
        return person

    return add


@pytest.fixture
def punch(database: Database, camera: Camera) -> Punching:
    """Stores punches such as "in 2026-11-17T08:00", by hand."""

    def add(who: Person, *moments: str, at_camera: Camera | None = None) -> None:
        with database.transaction() as work:
            for way, local in (each.split() for each in moments):
                work.punches.add(
                    a_punch(
                        person_id=who.id,
                        at=instant(local),
                        direction=Direction(way),
                        source=PunchSource.MANUAL,
                        site_id=camera.site.id,
                        camera_id=None if at_camera is None else at_camera.id,
                        sighting_id=None,
                    )
                )

    return add


def asked(database: Database, query: RosterQuery, now: datetime = NOW) -> list[UUID]:
    with database.reading() as work:
        return list(work.rosters.ids(query, now))


def in_state(state: PresenceState) -> RosterQuery:
    return replace(WEEK, state=state)


def test_everybody_by_name_whatever_case_and_accents(database: Database, enrol: Callable[..., Person]):
    people = [enrol(name) for name in ("zoë", "Émile", "Adam", "eda")]
    assert asked(database, WEEK) == [people[place].id for place in (2, 3, 1, 0)]


@pytest.mark.parametrize(
    ("text", "found"), [("EMI", True), ("émi", True), ("n-", True), ("100%", False), ("_", False), ("  ", True)]
)
def test_part_of_a_name_or_number(database: Database, enrol: Callable[..., Person], text: str, *, found: bool):
    person = enrol("Émile")
    assert asked(database, replace(WEEK, text=text)) == ([person.id] if found else [])


def test_a_group_and_a_camera(database: Database, enrol: Callable[..., Person], punch: Punching, camera: Camera):
    ada, bob = enrol("Ada", group="Sales"), enrol("Bob", group="IT")
    punch(ada, "in 2026-11-13T08:00", at_camera=camera)
    punch(bob, "in 2026-11-17T08:00", at_camera=camera)
    punch(ada, "in 2026-11-17T08:00")
    assert asked(database, replace(WEEK, group="Sales")) == [ada.id]
    assert asked(database, replace(WEEK, group="Nobody's")) == []
    assert asked(database, replace(WEEK, camera_id=camera.id)) == [bob.id]


def test_who_does_not_belong_on_these_days_is_left_out_unless_they_were_punched(
    database: Database, enrol: Callable[..., Person], punch: Punching
):
    enrol("Earlier", active_to=MONDAY - timedelta(days=1))
    enrol("Later", active_from=FRIDAY + timedelta(days=1))
    inside = [enrol("One", active_to=MONDAY), enrol("Other", active_from=FRIDAY)]
    came = enrol("Punched", active_to=date(2026, 1, 1))
    punch(came, "in 2026-11-17T08:00", "out 2026-11-17T09:00")
    assert asked(database, WEEK) == [*(each.id for each in inside), came.id]


def test_the_days_are_those_of_the_site(database: Database, enrol: Callable[..., Person], punch: Punching):
    ada = enrol("Ada")
    punch(ada, "in 2026-11-16T00:00", "out 2026-11-16T00:30")  # still Sunday in UTC
    day_before = RosterQuery(date(2026, 11, 15), date(2026, 11, 15), state=PresenceState.CAME)
    assert asked(database, in_state(PresenceState.CAME)) == [ada.id]
    assert asked(database, day_before) == []


def test_came_and_did_not(database: Database, enrol: Callable[..., Person], punch: Punching):
    ada, bob = enrol("Ada"), enrol("Bob")
    punch(ada, "in 2026-11-20T08:00")
    punch(bob, "in 2026-11-21T08:00")
    assert asked(database, in_state(PresenceState.CAME)) == [ada.id]
    assert asked(database, in_state(PresenceState.NO_PUNCHES)) == [bob.id]


def test_inside_now(database: Database, enrol: Callable[..., Person], punch: Punching):
    inside, left, long_ago = enrol("Ada"), enrol("Bob"), enrol("Cy")
    punch(inside, "in 2026-11-20T07:00")
    punch(left, "in 2026-11-20T07:00", "out 2026-11-20T11:59")
    punch(long_ago, "in 2026-11-19T19:30")
    assert asked(database, in_state(PresenceState.INSIDE)) == [inside.id]
    assert asked(database, in_state(PresenceState.INSIDE), NOW - timedelta(minutes=2)) == [inside.id, left.id]


MINUTES = st.integers(0, 7 * 24 * 12).map(lambda fives: timedelta(minutes=5 * fives))
LIVES = st.lists(st.lists(st.tuples(MINUTES, st.sampled_from(Direction)), max_size=8), min_size=1, max_size=4)


@given(lives=LIVES, after=st.integers(0, 200))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sql_and_the_days_shown_agree_on_who_is_to_be_checked_and_who_is_inside(
    database: Database, camera: Camera, lives: list[list[tuple[timedelta, Direction]]], after: int
):
    start = instant("2026-11-15T00:00")
    now = start + timedelta(days=7, hours=after / 10)
    people = [a_person(number=str(n), name=str(n)) for n in range(len(lives))]
    with undone(database) as work:
        for person, life in zip(people, lives, strict=True):
            work.people.add(person)
            for minutes, way in {minutes: way for minutes, way in life if not chained(life)}.items():
                work.punches.add(
                    a_punch(
                        person_id=person.id, at=start + minutes, direction=way, site_id=camera.site.id,
                        camera_id=None, sighting_id=None,
                    )
                )  # fmt: skip
        query = replace(WEEK, text="")
        found = {state: set(work.rosters.ids(replace(query, state=state), now)) for state in PresenceState}
        punches = work.punches.of([each.id for each in people], *instants_that_matter(MONDAY, FRIDAY))
        shown = {
            person.id: [
                card for card in day_cards(punches.get(person.id, []), now) if MONDAY <= card.work.day <= FRIDAY
            ]
            for person in people
        }
    assert found[PresenceState.TO_CHECK] == {who for who, cards in shown.items() if any(c.to_check for c in cards)}
    inside = {who for who, own in punches.items() if own[-1].direction is Direction.IN}
    inside = {who for who in inside if now - punches[who][-1].at <= LONGEST_PRESENCE}
    assert found[PresenceState.INSIDE] == inside


def chained(life: list[tuple[timedelta, Direction]]) -> bool:
    """Whether entries follow each other, of which SQL lays the later ones to the day of the first (see there)."""
    ordered = [way for _, way in sorted(life)]
    return any(one is other is Direction.IN for one, other in pairwise(ordered))


class _Undo(Exception):
    pass


@contextmanager
def undone(database: Database) -> Iterator[Work]:
    """A transaction that leaves nothing behind."""
    with suppress(_Undo), database.transaction() as work:
        yield work
        raise _Undo


@pytest.mark.parametrize(
    ("moments", "to_check"),
    [
        (("in 2026-11-16T08:00", "in 2026-11-16T12:00", "out 2026-11-16T16:00"), True),
        (("in 2026-11-16T08:00", "out 2026-11-16T12:00", "out 2026-11-16T16:00"), True),
        (("in 2026-11-15T22:00", "out 2026-11-16T06:00"), False),  # the night belongs to Sunday
        (("in 2026-11-15T22:00", "in 2026-11-15T23:00", "out 2026-11-16T06:00"), False),
        (("in 2026-11-20T22:00", "out 2026-11-21T06:00"), False),
        (("in 2026-11-20T22:00", "out 2026-11-21T14:01"), True),
        (("out 2026-11-16T00:00",), True),
        (("out 2026-11-15T23:59",), False),
    ],
)
def test_what_is_to_be_checked_is_so_on_the_days_asked_for(
    database: Database, enrol: Callable[..., Person], punch: Punching, moments: tuple[str, ...], *, to_check: bool
):
    ada = enrol("Ada")
    punch(ada, *moments)
    found = asked(database, in_state(PresenceState.TO_CHECK), instant("2026-12-24T12:00"))
    assert found == ([ada.id] if to_check else [])


@pytest.mark.parametrize(
    ("moments", "days"),
    [
        (("in 2026-11-21T08:00", "out 2026-11-21T12:00"), {SATURDAY}),
        (("in 2026-11-20T22:00", "out 2026-11-21T06:00"), set()),  # a night from Friday
        (("out 2026-11-21T06:00",), {SATURDAY}),
        (("in 2026-11-20T08:00", "out 2026-11-20T16:00"), set()),
        (("in 2026-11-19T08:00", "out 2026-11-21T16:00"), {SATURDAY}),
    ],
)
def test_rest_days_on_which_somebody_began(
    database: Database, enrol: Callable[..., Person], punch: Punching, moments: tuple[str, ...], days: set[date]
):
    punch(enrol("Ada", group="Sales"), *moments)
    enrol("Bob", group="IT")
    week = RosterQuery(MONDAY, SATURDAY + timedelta(days=1))
    weekend = [SATURDAY, SATURDAY + timedelta(days=1)]

    def begun(query: RosterQuery, asked: list[date] = weekend) -> set[date]:
        return work.rosters.days_begun(query, work.rosters.ids(query, NOW), asked)

    with database.reading() as work:
        assert begun(week) == begun(replace(week, group="Sales")) == begun(replace(week, text="Ada")) == days
        assert begun(replace(week, group="IT")) == begun(replace(week, state=PresenceState.NO_PUNCHES)) == set()
        assert begun(week, []) == set()


@pytest.mark.parametrize(
    ("state", "read"), [(PresenceState.CAME, 0), (PresenceState.TO_CHECK, 0), (PresenceState.INSIDE, 1)]
)
def test_punches_are_found_by_the_index_and_hardly_read(database: Database, state: PresenceState, read: int):
    told: list[tuple[str, object]] = []
    event.listen(database._engine, "before_cursor_execute", lambda *call: told.append((call[2], call[3])))
    asked(database, in_state(state))
    with database._engine.connect() as connection:
        ((sql, values),) = [each for each in told if "FROM people" in each[0]]
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).scalars(3).all()
        steps = [step for step in plan if "punches" in step]
        assert steps
        assert all("INDEX ix_punches_person_id_at" in step for step in steps), plan
        assert sum("COVERING INDEX" not in step for step in steps) == read, plan
        assert any("ix_people_name_key_id" in step for step in plan), plan
