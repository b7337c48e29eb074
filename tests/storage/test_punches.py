import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.facts import NOON, a_camera, a_person, a_punch, a_sighting

from faceattend.config.paths import Home
from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.domain.errors import AlreadyExists, NotFound
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.storage import punches as punches_module
from faceattend.storage.database import Database

Store = Callable[..., Punch]
ADA, BOB = a_person(number="7"), a_person(number="8")
HOUR = timedelta(hours=1)


@pytest.fixture
def store(database: Database) -> Store:
    """Stores a punch of a person, so many hours after noon, with all that it refers to."""
    with database.transaction() as work:
        work.people.add(ADA)
        work.people.add(BOB)
        camera = a_camera(site=work.sites.get_or_add("Main", "Europe/Berlin"))
        work.cameras.add(camera)

    def add(who: Person = ADA, hours: float = 0, **changes: object) -> Punch:
        sighting = a_sighting(person_id=who.id, camera_id=camera.id, seen_at=NOON + hours * HOUR)
        made = a_punch(
            person_id=who.id, at=sighting.seen_at, site_id=camera.site.id, camera_id=camera.id, sighting_id=sighting.id
        )
        punch = replace(made, **changes)
        with database.transaction() as work:
            work.sightings.add(sighting)
            work.punches.add(punch)
        return punch

    return add


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"])
@pytest.mark.parametrize("direction", Direction)
def test_a_punch_comes_back_as_stored(database: Database, store: Store, zone: str, direction: Direction):
    offset = NOON.astimezone(ZoneInfo(zone)).utcoffset()
    punch = store(zone=zone, utc_offset=offset, direction=direction)
    with database.reading() as work:
        assert work.punches.by_sighting(punch.sighting_id) == punch
        assert work.punches.by_sighting(new_id()) is None


def test_punches_around_an_instant_are_one_person_s_with_both_ends(database: Database, store: Store):
    own = [store(hours=hours) for hours in (2, -2, 0)]
    store(hours=2.001)
    store(hours=-2.001)
    store(BOB)
    with database.reading() as work:
        found = work.punches.around(ADA.id, NOON - 2 * HOUR, NOON + 2 * HOUR)
    assert found == sorted(own, key=lambda punch: punch.at)


def test_punches_between_include_the_start_and_not_the_end(database: Database, store: Store):
    first, second, _ = store(hours=0), store(BOB, hours=1), store(hours=2)
    with database.reading() as work:
        assert list(work.punches.between(NOON, NOON + 2 * HOUR)) == [first, second]
        assert list(work.punches.between(NOON + 3 * HOUR, NOON)) == []


@pytest.mark.parametrize("most_in_sql", [0, 10_000])
def test_punches_between_of_some_people(
    database: Database, store: Store, monkeypatch: pytest.MonkeyPatch, most_in_sql: int
):
    monkeypatch.setattr(punches_module, "_MOST_IN_SQL", most_in_sql)
    own, other = store(), store(BOB)
    with database.reading() as work:
        asked = [[ADA.id], {BOB.id, new_id()}, [], [ADA.id, BOB.id], None]
        found = [set(work.punches.between(NOON, NOON + HOUR, ids)) for ids in asked]
    assert found == [{own}, {other}, set(), {own, other}, {own, other}]


def test_those_of_a_few_people_are_the_same_facts_by_person_and_instant(database: Database, store: Store):
    by_hand = {"source": PunchSource.MANUAL, "camera_id": None, "sighting_id": None, "score": None}
    west = {"zone": "America/St_Johns", "utc_offset": -timedelta(hours=3, minutes=30)}
    store(hours=2, **by_hand, reason="Forgot", made_by="Zoë")
    store(hours=1.23456789, direction=Direction.OUT, **west)
    store(BOB, hours=-1, source=PunchSource.DECISION, made_by="Zoë", score=0.1)
    store(hours=24)
    start, end = NOON - 2 * HOUR, NOON + 3 * HOUR
    with database.reading() as work:
        found = work.punches.of([ADA.id, BOB.id, new_id()], start, end)
        assert found == {each.id: work.punches.around(each.id, start, end) for each in (ADA, BOB)}
    assert [len(own) for own in found.values()] == [2, 1]


def test_a_great_many_people_may_be_asked_for(database: Database, store: Store):
    own = store()
    with database.reading() as work:
        assert list(work.punches.between(NOON, NOON + HOUR, [ADA.id, *(new_id() for _ in range(40_000))])) == [own]


def test_a_sighting_makes_one_punch(database: Database, store: Store):
    punch = store()
    with pytest.raises(AlreadyExists), database.transaction() as work:
        work.punches.add(replace(punch, id=new_id()))
    with database.reading() as work:
        assert list(work.punches.between(NOON, NOON + HOUR)) == [punch]


@pytest.mark.parametrize("missing", ["person_id", "site_id", "camera_id", "sighting_id"])
def test_a_punch_refers_to_what_is_stored(store: Store, missing: str):
    with pytest.raises(NotFound):
        store(**{missing: new_id()})


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE punches SET direction = 'out'",
        "DELETE FROM punches",
        "INSERT OR REPLACE INTO punches SELECT * FROM punches",
    ],
)
def test_a_punch_is_never_changed_nor_removed(database: Database, store: Store, home: Home, tampering: str):
    punch = store()
    with closing(sqlite3.connect(home.database)) as raw:
        raw.execute("PRAGMA recursive_triggers = ON")  # as the program's own connections have it
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(tampering)
    with database.reading() as work:
        assert list(work.punches.between(NOON, NOON + HOUR)) == [punch]
