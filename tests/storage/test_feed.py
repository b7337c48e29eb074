from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert, text
from tests.facts import NOON, a_camera, a_person, a_punch, a_sighting

from faceattend.domain.attendance import Answer, AnswerKind, Direction
from faceattend.domain.cameras import Camera
from faceattend.domain.feed import FeedCounts, FeedItem, FeedQuery, Uncounted
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.domain.vision import Sighting, Verdict
from faceattend.storage import feed as feed_module
from faceattend.storage.database import Database
from faceattend.storage.tables import SightingRow

SECOND = timedelta(seconds=1)
TODAY = FeedQuery(NOON)
ENOUGH = 3


@pytest.fixture
def ada(database: Database) -> Person:
    person = a_person(number="7", name="Ada Löwe", group="Class 10B")
    with database.transaction() as work:
        work.people.add(person)
    return person


@pytest.fixture
def camera(database: Database) -> Camera:
    with database.transaction() as work:
        camera = a_camera(name="Café door", site=work.sites.get_or_add("Main", "Asia/Tokyo"))
        work.cameras.add(camera)
    return camera


def store(database: Database, *sightings: Sighting) -> None:
    with database.transaction() as work:
        for sighting in sightings:
            assert work.sightings.add(sighting)


def answer(database: Database, sighting: Sighting, kind: AnswerKind, person_id: UUID | None = None) -> None:
    with database.transaction() as work:
        work.answers.add(Answer(new_id(), sighting.id, datetime.now(UTC), "Amara", kind, person_id))


def page(database: Database, query: FeedQuery = TODAY, limit: int = 99) -> list[FeedItem]:
    with database.reading() as work:
        return work.feed.page(query, None, limit)


def waiting(database: Database, query: FeedQuery = TODAY) -> tuple[int, list[UUID]]:
    with database.reading() as work:
        count, items = work.feed.waiting(query, ENOUGH, 9)
    assert all(item.waits(ENOUGH) for item in items)
    return count, [item.id for item in items]


def counts(database: Database, query: FeedQuery = TODAY) -> FeedCounts:
    with database.reading() as work:
        return work.feed.counts(query)


def test_an_item_has_the_names_behind_the_ids(database: Database, ada: Person, camera: Camera):
    bob = a_person(number="8", name="Bob")
    sighting = a_sighting(person_id=ada.id, camera_id=camera.id, runner_up_id=bob.id, runner_up_score=0.2)
    with database.transaction() as work:
        work.people.add(bob)
        work.sightings.add(sighting)
        work.punches.add(
            a_punch(
                person_id=ada.id,
                site_id=camera.site.id,
                camera_id=camera.id,
                sighting_id=sighting.id,
                direction=Direction.OUT,
            )
        )
    (item,) = page(database)
    assert (item.person_id, item.name, item.number, item.group) == (ada.id, "Ada Löwe", "7", "Class 10B")
    assert (item.runner_up, item.camera, item.direction, item.answer) == ("Bob", "Café door", Direction.OUT, None)
    assert item.local.replace(tzinfo=None) == NOON.replace(tzinfo=None) + timedelta(hours=9)


def test_why_a_passage_made_no_punch_is_told_by_the_day_at_its_site(database: Database, ada: Person, camera: Camera):
    store(database, a_sighting(person_id=ada.id, camera_id=camera.id))
    (item,) = page(database)
    assert item.uncounted is Uncounted.AGAIN
    with database.transaction() as work:
        work.people.update(replace(ada, active_to=item.local.date() - timedelta(days=1)))
    (item,) = page(database)
    assert item.uncounted is Uncounted.INACTIVE
    assert item.active_to == item.local.date() - timedelta(days=1)


def test_whom_nobody_knows_any_more_has_no_name_and_is_shown(database: Database):
    store(database, a_sighting(), a_sighting(person_id=None))
    assert {(item.name, item.camera, item.zone) for item in page(database)} == {(None, None, None)}
    assert all(item.local == item.seen_at for item in page(database))


def test_pages_follow_each_other_without_gap_or_repeat_even_at_one_instant(database: Database):
    sightings = [a_sighting(seen_at=NOON + (n // 4) * SECOND) for n in range(11)]
    store(database, *sightings)
    expected = [each.id for each in sorted(sightings, key=lambda each: (each.seen_at, each.id), reverse=True)]
    read: list[UUID] = []
    before = None
    with database.reading() as work:
        while items := work.feed.page(TODAY, before, 3):
            read += [item.id for item in items]
            before = (items[-1].seen_at, items[-1].id)
    assert read == expected


def test_yesterday_is_not_today(database: Database):
    store(database, a_sighting(seen_at=NOON - SECOND))
    assert (page(database), waiting(database), counts(database)) == ([], (0, []), FeedCounts())


@pytest.mark.parametrize("most_in_sql", [0, 10_000])
def test_of_one_pass_only_its_last_word_counts(
    database: Database, ada: Person, monkeypatch: pytest.MonkeyPatch, most_in_sql: int
):
    if not most_in_sql:
        monkeypatch.setattr(feed_module, "_MOST_IN_SQL", 1)
    first = a_sighting(person_id=None)
    second = a_sighting(person_id=ada.id, verdict=Verdict.UNSURE, revises=first.id, seen_at=NOON + SECOND)
    store(database, first, second)
    assert waiting(database) == (1, [second.id])
    third = a_sighting(person_id=ada.id, revises=second.id, seen_at=NOON + 2 * SECOND)
    store(database, third)
    assert [item.id for item in page(database)] == [third.id]
    assert waiting(database) == (0, [])
    assert counts(database) == FeedCounts(known=1)
    with database.reading() as work:
        assert work.sightings.revised([first, second, third]) == {first.id, second.id}
        assert work.sightings.revised([third]) == work.sightings.revised([]) == set()


def test_what_waits_is_unsure_or_unknown_long_enough_and_unanswered(database: Database, ada: Person):
    unsure = a_sighting(person_id=ada.id, verdict=Verdict.UNSURE, frames=1)
    unknown = a_sighting(person_id=None, frames=ENOUGH, seen_at=NOON + SECOND)
    glimpse = a_sighting(person_id=None, frames=ENOUGH - 1)
    store(database, unsure, unknown, glimpse, a_sighting(person_id=ada.id))
    assert waiting(database) == (2, [unknown.id, unsure.id])
    answer(database, unsure, AnswerKind.PERSON, ada.id)
    answer(database, unknown, AnswerKind.DISMISSED)
    assert waiting(database) == (0, [])
    answer(database, unknown, AnswerKind.REOPENED)
    assert waiting(database) == (1, [unknown.id])
    assert len(page(database)) == 4


def test_an_answered_one_carries_the_name_that_was_given(database: Database, ada: Person):
    sighting = a_sighting(person_id=None)
    store(database, sighting)
    answer(database, sighting, AnswerKind.VISITOR, ada.id)
    (item,) = page(database)
    assert (item.name, item.person_id, item.verdict) == ("Ada Löwe", ada.id, Verdict.UNKNOWN)
    assert (item.answer, item.answered_by, item.answered) == (AnswerKind.VISITOR, "Amara", True)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lowe", {"known", "answered", "second"}),
        ("10b", {"known", "answered", "second"}),
        ("7", {"known", "answered", "second"}),
        ("CAFE", {"stranger"}),
        ("bob", set()),
        ("%", set()),
        ("_", set()),
        ("\\", set()),
        ("  ", {"known", "answered", "second", "stranger"}),
    ],
)
def test_searched_by_name_number_group_and_camera(
    database: Database, ada: Person, camera: Camera, words: str, found: set[str]
):
    named = {
        "known": a_sighting(person_id=ada.id),
        "answered": a_sighting(person_id=None),
        "second": a_sighting(verdict=Verdict.UNSURE, runner_up_id=ada.id),
        "stranger": a_sighting(person_id=None, camera_id=camera.id),
    }
    store(database, *named.values())
    answer(database, named["answered"], AnswerKind.PERSON, ada.id)
    query = replace(TODAY, text=words)
    assert {item.id for item in page(database, query)} == {named[each].id for each in found}
    assert counts(database, query).all == len(found)
    with database.reading() as work:
        these = work.feed.these(query, [each.id for each in named.values()])
    assert {item.id for item in these} == {named[each].id for each in found}


def test_the_verdict_filters_rows_and_not_the_counts(database: Database):
    store(database, a_sighting(), a_sighting(), a_sighting(person_id=None), a_sighting(verdict=Verdict.UNSURE))
    query = replace(TODAY, verdict=Verdict.UNKNOWN)
    assert [item.verdict for item in page(database, query)] == [Verdict.UNKNOWN]
    assert counts(database, query) == FeedCounts(known=2, unsure=1, unknown=1)


def test_the_last_of_each_camera(database: Database):
    here, there = new_id(), new_id()
    sightings = [
        a_sighting(camera_id=camera, seen_at=NOON + n * SECOND) for n, camera in enumerate([here, there, here])
    ]
    revised = a_sighting(camera_id=there, seen_at=NOON + 9 * SECOND)
    store(database, *sightings, revised)
    with database.reading() as work:
        assert {key: item.id for key, item in work.feed.last_by_camera(NOON).items()} == {
            here: sightings[2].id,
            there: revised.id,
        }


def test_crops_come_apart_and_an_erased_one_not_at_all(database: Database):
    kept, empty = a_sighting(), a_sighting(crop_jpeg=b"")
    store(database, kept, empty)
    with database.reading() as work:
        assert work.sightings.crops([kept.id, empty.id, new_id()]) == {kept.id: kept.crop_jpeg}


def test_a_page_of_today_walks_the_index_of_instants_however_much_there_was_before(database: Database):
    rows = [
        {
            "id": new_id(),
            "camera_id": new_id(),
            "seen_at": NOON - n * SECOND,
            "verdict": Verdict.KNOWN,
            "score": 0.5,
            "runner_up_score": -1.0,
            "frames": 3,
            "contract_id": "x",
        }
        for n in range(2000)
    ]
    with database._engine.begin() as connection:
        connection.execute(insert(SightingRow), rows)
        connection.execute(text("ANALYZE"))
    statements: list[str] = []
    with database.reading() as work:
        work.feed._session.connection().connection.driver_connection.set_trace_callback(statements.append)
        assert len(work.feed.page(TODAY, None, 50)) == 1
        work.feed._session.connection().connection.driver_connection.set_trace_callback(None)
    with database._engine.connect() as connection:
        asked = [each for each in statements if each.startswith("SELECT")]
        plan = [row[3] for each in asked for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + each)]
    assert not [step for step in plan if step.startswith("SCAN ") and "sightings" in step], plan
    assert any("ix_sightings_seen_at" in step for step in plan), plan
