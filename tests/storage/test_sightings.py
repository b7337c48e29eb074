import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.facts import CROP, NOON, a_sighting
from tests.storage.conftest import OpenDatabase

from faceattend.config.paths import Home
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Sighting, Verdict
from faceattend.storage.database import Database

NAMELESS = {Verdict.UNKNOWN, Verdict.UNSURE}
IDS = st.builds(new_id)
SIGHTINGS = st.builds(
    Sighting,
    id=IDS,
    camera_id=IDS,
    seen_at=st.timedeltas(timedelta(days=-9000), timedelta(days=9000)).map(lambda span: NOON + span),
    verdict=st.sampled_from(Verdict),
    person_id=st.none() | IDS,
    score=st.floats(-1, 1),
    runner_up_id=st.none() | IDS,
    runner_up_score=st.floats(-1, 1),
    frames=st.integers(0, 1000),
    contract_id=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
    crop_jpeg=st.binary(max_size=300),
    revises=st.none() | IDS,
)


def store(database: Database, *sightings: Sighting) -> None:
    with database.transaction() as work:
        for sighting in sightings:
            assert work.sightings.add(sighting)


@given(sighting=SIGHTINGS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_sighting_comes_back_as_stored(database: Database, sighting: Sighting):
    store(database, sighting)
    with database.reading() as work:
        assert work.sightings.get(sighting.id) == sighting


def test_storing_it_again_changes_nothing(database: Database):
    sighting = a_sighting()
    store(database, sighting)
    with database.transaction() as work:
        assert not work.sightings.add(replace(sighting, verdict=Verdict.UNKNOWN, crop_jpeg=b""))
    with database.reading() as work:
        assert work.sightings.get(sighting.id) == sighting
        assert work.sightings.count() == 1


def test_none_is_none(database: Database):
    with database.reading() as work:
        assert work.sightings.get(new_id()) is None
        assert (work.sightings.latest(5), work.sightings.count()) == ([], 0)


def test_the_latest_come_first(database: Database):
    sightings = [a_sighting(seen_at=NOON + timedelta(seconds=n)) for n in (3, 1, 2)]
    store(database, *sightings)
    with database.reading() as work:
        assert work.sightings.latest(2) == [sightings[0], sightings[2]]
        assert work.sightings.latest(0) == []


def test_verdicts_are_counted_apart(database: Database):
    store(database, a_sighting(), a_sighting(), a_sighting(person_id=None))
    with database.reading() as work:
        assert [work.sightings.count(each) for each in (Verdict.KNOWN, Verdict.UNKNOWN, Verdict.UNSURE)] == [2, 1, 0]
        assert work.sightings.count() == 3


def test_old_pictures_of_the_nameless_are_erased_once(database: Database):
    old, new, known = a_sighting(person_id=None), a_sighting(person_id=None, seen_at=NOON), a_sighting()
    old, known = (replace(each, seen_at=NOON - timedelta(microseconds=1)) for each in (old, known))
    unsure = replace(a_sighting(verdict=Verdict.UNSURE), seen_at=NOON - timedelta(days=9))
    store(database, old, new, known, unsure)
    with database.transaction() as work:
        assert work.sightings.erase_crops(NAMELESS, NOON) == 2
        assert work.sightings.erase_crops(NAMELESS, NOON) == 0
    with database.reading() as work:
        kept = {each.id: each.crop_jpeg for each in work.sightings.latest(9)}
    assert kept == {old.id: b"", unsure.id: b"", new.id: CROP, known.id: CROP}


@pytest.mark.parametrize("size", [40, 9000])
def test_an_erased_picture_is_not_in_the_file_any_more(
    home: Home, database: Database, open_database: OpenDatabase, size: int
):
    store(database, a_sighting(person_id=None, crop_jpeg=b"\xff" * size))
    database.close()
    with closing(sqlite3.connect(home.database)) as raw:
        ((sealed,),) = raw.execute("SELECT crop_jpeg FROM sightings").fetchall()
    parts = [sealed[start : start + 32] for start in range(0, size - 31, 400)]
    assert all(part in home.database.read_bytes() for part in parts[:1])
    database = open_database()
    with database.transaction() as work:
        assert work.sightings.erase_crops(NAMELESS, NOON + timedelta(days=1)) == 1
    database.close()
    content = home.database.read_bytes()
    assert not [part for part in parts if part in content]
