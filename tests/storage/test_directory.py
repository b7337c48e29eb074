from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert
from tests.facts import BERLIN, CROP, NOON, a_camera, a_person, a_punch

from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.directory import GroupSize, PeopleCounts, PeopleOrder, PeopleQuery, PeopleState
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, PersonKind, Photo, Pose, name_key
from faceattend.storage.database import Database, Work
from faceattend.storage.tables import PersonRow, PunchRow

TODAY = date(2026, 3, 2)
DANIEL = a_person(number="E-1103", name="Daniel Osei", group="Logistics")
LEILA = a_person(number="E-1090", name="Leïla Haddad", group="Sales")
JOSE = a_person(number="V_07", name="José 100%", kind=PersonKind.VISITOR)
FATIMA = a_person(number="E-0988", name="فاطمة الزهراء", group="École")
GONE = a_person(number="E-0001", name="Anna Gone", group="Sales", active_to=TODAY - timedelta(days=1))
COMING = a_person(number="E-9999", name="Zoë Coming", active_from=TODAY + timedelta(days=1))
EVERYBODY = PeopleQuery(state=PeopleState.ALL)


@pytest.fixture
def people(database: Database) -> Database:
    with database.transaction() as work:
        for person in (DANIEL, LEILA, JOSE, FATIMA, GONE, COMING):
            work.people.add(person)
    return database


def found(database: Database, query: PeopleQuery) -> list[str]:
    with database.reading() as work:
        return [work.people.get(each).name for each in work.directory.ids(query, TODAY)]


def a_photo(person: Person, **changes: object) -> Photo:
    fields = {"id": new_id(), "person_id": person.id, "added_at": NOON, "jpeg": CROP}
    return Photo(**fields | changes)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("osei", ["Daniel Osei"]),
        ("LEILA", ["Leïla Haddad"]),
        ("e-10", ["Leïla Haddad"]),
        ("logis dan", ["Daniel Osei"]),
        ("ecole", ["فاطمة الزهراء"]),
        ("الزهراء", ["فاطمة الزهراء"]),
        ("100%", ["José 100%"]),
        ("%", ["José 100%"]),
        ("_", ["José 100%"]),
        ("  ", ["Anna Gone", "Daniel Osei", "José 100%", "Leïla Haddad", "Zoë Coming", "فاطمة الزهراء"]),
        ("daniel sales", []),
        ("'; DROP TABLE people; --", []),
    ],
)
def test_every_word_is_part_of_the_name_the_number_or_the_group(people: Database, text: str, names: list[str]):
    assert found(people, replace(EVERYBODY, text=text)) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (PeopleQuery(), ["Daniel Osei", "José 100%", "Leïla Haddad", "فاطمة الزهراء"]),
        (PeopleQuery(state=PeopleState.INACTIVE), ["Anna Gone", "Zoë Coming"]),
        (PeopleQuery(group="Sales"), ["Leïla Haddad"]),
        (PeopleQuery(group=""), ["José 100%"]),
        (PeopleQuery(group="sales"), []),
        (PeopleQuery(kind=PersonKind.VISITOR), ["José 100%"]),
        (PeopleQuery(text="e", group="Sales", state=PeopleState.ALL), ["Anna Gone", "Leïla Haddad"]),
    ],
)
def test_filters_hold_together(people: Database, query: PeopleQuery, names: list[str]):
    assert found(people, query) == names


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (PeopleOrder.NAME, ["Daniel Osei", "José 100%", "Leïla Haddad", "فاطمة الزهراء"]),
        (PeopleOrder.NUMBER, ["فاطمة الزهراء", "Leïla Haddad", "Daniel Osei", "José 100%"]),
    ],
)
def test_the_order_can_be_turned_round(people: Database, order: PeopleOrder, names: list[str]):
    assert found(people, PeopleQuery(order=order)) == names
    assert found(people, PeopleQuery(order=order, descending=True)) == names[::-1]


def test_people_without_a_group_come_last_either_way(people: Database):
    forth = found(people, PeopleQuery(order=PeopleOrder.GROUP))
    back = found(people, PeopleQuery(order=PeopleOrder.GROUP, descending=True))
    assert forth == ["فاطمة الزهراء", "Daniel Osei", "Leïla Haddad", "José 100%"]
    assert back == ["Leïla Haddad", "Daniel Osei", "فاطمة الزهراء", "José 100%"]


def test_only_photos_in_use_make_a_face(people: Database):
    with people.transaction() as work:
        work.faces.add_photo(a_photo(DANIEL))
        work.faces.add_photo(a_photo(LEILA, set_aside="blurred"))
        work.faces.add_photo(a_photo(GONE))
        assert work.directory.counts(TODAY) == PeopleCounts(active=4, inactive=2, faceless=3)
    assert found(people, PeopleQuery(state=PeopleState.FACELESS)) == ["José 100%", "Leïla Haddad", "فاطمة الزهراء"]


def test_groups_that_nobody_is_in_are_not_offered(people: Database):
    with people.transaction() as work:
        work.people.update(replace(LEILA, group="Logistics"))
        work.people.update(replace(GONE, group=None))
        assert work.directory.groups() == [GroupSize("École", 1), GroupSize("Logistics", 2)]


def test_rows_come_in_the_order_asked_for_and_without_those_who_are_gone(people: Database):
    with people.reading() as work:
        rows = work.directory.listed([LEILA.id, new_id(), DANIEL.id])
        assert [row.person for row in rows] == [LEILA, DANIEL]
        assert [(row.photos_used, row.photos_aside, row.last, row.best_photo) for row in rows] == [
            (0, 0, None, None)
        ] * 2
        assert work.directory.listed([]) == []


def test_the_best_photo_is_the_clearest_from_the_front_that_is_in_use(people: Database):
    best = a_photo(DANIEL, pose=Pose.FRONT, score=0.6)
    others = [
        a_photo(DANIEL, pose=Pose.LEFT, score=0.9),
        a_photo(DANIEL, pose=Pose.FRONT, score=0.4),
        a_photo(DANIEL, pose=Pose.FRONT, score=0.95, set_aside="somebody else"),
    ]
    with people.transaction() as work:
        for photo in (*others, best):
            work.faces.add_photo(photo)
        (row,) = work.directory.listed([DANIEL.id])
        assert (row.photos_used, row.photos_aside, row.best_photo) == (3, 1, best.id)
        for photo in (*others, best):
            work.faces.set_aside(photo.id, "all of them")
        (row,) = work.directory.listed([DANIEL.id])
        assert (row.photos_used, row.photos_aside, row.best_photo) == (0, 4, None)


def add_punches(work: Work, person: Person, *hours: float) -> None:
    camera = a_camera(site=work.sites.get_or_add(BERLIN.name, BERLIN.zone))
    work.cameras.add(camera)
    for number, hour in enumerate(hours):
        work.punches.add(
            a_punch(
                person_id=person.id,
                at=NOON + timedelta(hours=hour),
                site_id=camera.site.id,
                direction=Direction.OUT if number % 2 else Direction.IN,
                source=PunchSource.MANUAL,
                camera_id=camera.id if number % 2 else None,
                sighting_id=None,
                score=None,
                reason="forgot",
                made_by="Amara",
            )
        )


def test_the_latest_punch_is_told_with_its_place_by_the_clock_there(people: Database):
    with people.transaction() as work:
        add_punches(work, DANIEL, -4, -1, -2.5)
        (row,) = work.directory.listed([DANIEL.id])
        passages = work.directory.passages(DANIEL.id, 2)
        assert work.directory.passages(LEILA.id, 2) == []
    assert row.last == passages[0]
    assert [(each.local.hour, each.direction, each.place) for each in passages] == [
        (12, Direction.OUT, "Front door"),
        (10, Direction.IN, BERLIN.name),
    ]


@pytest.fixture
def crowd(database: Database) -> Callable[[int, int], list[UUID]]:
    """Fills the database with so many people and punches, by SQL."""

    def fill(people: int, punches: int) -> list[UUID]:
        with database.transaction() as work:
            session = work.people._session
            site = work.sites.get_or_add(BERLIN.name, BERLIN.zone)
            rows = person_rows(people, "Person")
            session.execute(insert(PersonRow), rows)
            ids = [row["id"] for row in rows]
            if punches:
                session.execute(insert(PunchRow), punch_rows(ids, punches, site.id))
        return ids

    return fill


def steps_of(database: Database, ask: Callable[[Work], object]) -> int:
    """How many instructions SQLite's machine runs, by the hundred: its work, whatever else the computer does."""
    counted = 0

    def count() -> None:
        nonlocal counted
        counted += 1

    with database.reading() as work:
        connection = work.directory._session.connection().connection.driver_connection
        connection.set_progress_handler(count, 100)
        ask(work)
        connection.set_progress_handler(None, 0)
    return counted


def test_a_page_of_rows_costs_the_same_however_many_people_and_punches_there_are(
    database: Database, crowd: Callable[[int, int], list[UUID]]
):
    few = crowd(200, 2_000)[:50]
    cost_of_few = steps_of(database, lambda work: work.directory.listed(few))
    with database.transaction() as work:
        work.people._session.execute(insert(PersonRow), person_rows(5_000, "Other"))
        site = work.sites.get_or_add(BERLIN.name, BERLIN.zone)
        work.people._session.execute(insert(PunchRow), punch_rows(few, 40_000, site.id))
    assert steps_of(database, lambda work: work.directory.listed(few)) < cost_of_few * 2


def person_rows(count: int, called: str) -> list[dict[str, object]]:
    names = [f"{called} {number * 7919 % count:06}" for number in range(count)]
    return [
        {"id": new_id(), "number": name, "name": name, "name_key": name_key(name), "kind": PersonKind.EMPLOYEE}
        for name in names
    ]


def punch_rows(ids: list[UUID], count: int, site_id: UUID) -> list[dict[str, object]]:
    fact = {
        "zone": BERLIN.zone,
        "utc_offset_s": 3600,
        "direction": Direction.OUT,
        "source": PunchSource.MANUAL,
        "site_id": site_id,
    }
    return [
        fact | {"id": new_id(), "person_id": ids[n % len(ids)], "at": NOON + timedelta(seconds=n)} for n in range(count)
    ]


@pytest.mark.parametrize("descending", [False, True])
def test_people_are_read_in_the_order_of_their_names_without_sorting(
    database: Database,
    crowd: Callable[[int, int], list[UUID]],
    descending: bool,  # noqa: FBT001 - a parameter of the test
):
    crowd(2_000, 0)
    query = PeopleQuery(descending=descending)
    with database.reading() as work:
        plan: list[str] = []
        session = work.directory._session
        connection = session.connection().connection.driver_connection
        connection.set_trace_callback(plan.append)
        assert len(work.directory.ids(query, TODAY)) == 2_000
        connection.set_trace_callback(None)
        (statement,) = [each for each in plan if each.startswith("SELECT")]
        explained = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    assert [row[3] for row in explained] == ["SCAN people USING INDEX ix_people_name_key_id"]
