import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from tests.faces import unit_vectors
from tests.facts import BERLIN, NOON, a_person, a_punch

from faceattend.config.images import decode_image, encode_jpeg
from faceattend.config.paths import Home
from faceattend.config.settings import RecognitionSettings
from faceattend.domain.access import LOCAL_ADMINISTRATOR, PERMISSIONS, Actor, Permission, Role
from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.directory import PeopleQuery, PeopleState
from faceattend.domain.errors import NotFound, PermissionDenied
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, Photo, Pose
from faceattend.domain.templates import Template
from faceattend.engine.decision import DecisionRule
from faceattend.engine.gallery import Gallery
from faceattend.services import directory as directory_module
from faceattend.services.directory import LARGE_PX, SMALL_PX, DirectoryService
from faceattend.services.models import ModelService
from faceattend.storage.database import Database

ADMIN = LOCAL_ADMINISTRATOR
SETTINGS = RecognitionSettings(provider="cpu", threads=1)
CONTRACT = "tests/1"


class Galleries(ModelService):
    """A gallery of made-up vectors; no model is opened."""

    def __init__(self) -> None:
        self.held = Gallery(CONTRACT, 4)

    @property
    def rule(self) -> DecisionRule:
        return DecisionRule(accept=0.6, unsure=0.4)

    def gallery(self) -> Gallery:
        return self.held


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(Home(tmp_path / "home"), os.urandom(32))
    yield opened
    opened.close()


@pytest.fixture
def galleries() -> Galleries:
    return Galleries()


@pytest.fixture
def directory(database: Database, galleries: Galleries) -> DirectoryService:
    return DirectoryService(database, galleries)


Enrol = Callable[..., Person]


@pytest.fixture
def enrol(database: Database, galleries: Galleries) -> Enrol:
    """Stores a person with a photo (white, or as given) and, if it is given, what a model made of it."""

    def store(name: str, jpeg: bytes | None = None, vector: list[float] | None = None, **changes: object) -> Person:
        person = a_person(number=name, name=name)
        photo = Photo(new_id(), person.id, NOON, jpeg or white(200, 300), **changes)
        with database.transaction() as work:
            work.people.add(person)
            work.faces.add_photo(photo)
            if vector is not None:
                unit = np.asarray(vector, np.float32) / np.float32(np.linalg.norm(vector))
                template = Template(new_id(), person.id, photo.id, CONTRACT, unit)
                work.faces.add_template(template)
                galleries.held.add([template])
        return person

    return store


def white(height: int, width: int) -> bytes:
    return encode_jpeg(np.full((height, width, 3), 255, np.uint8))


def test_rows_carry_small_square_pictures(directory: DirectoryService, enrol: Enrol):
    people = [enrol("tall", white(700, 500)), enrol("tiny", white(40, 60))]
    rows = directory.rows(ADMIN, [person.id for person in people])
    assert [decode_image(row.thumbnail or b"", "it").shape for row in rows] == [(SMALL_PX, SMALL_PX, 3), (40, 40, 3)]
    assert len(rows[0].thumbnail or b"") < 4_000
    plain = directory.rows(ADMIN, [people[0].id], thumbnails=False)
    assert plain == [replace(rows[0], thumbnail=None)]


def test_a_picture_is_made_small_once(directory: DirectoryService, enrol: Enrol, monkeypatch: pytest.MonkeyPatch):
    ids = [enrol(name).id for name in ("a", "b")]
    first = directory.rows(ADMIN, ids)
    monkeypatch.setattr(directory_module, "thumbnail", None)
    assert directory.rows(ADMIN, ids) == first


def test_no_more_pictures_are_kept_than_is_said(
    directory: DirectoryService, enrol: Enrol, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(directory_module, "_KEPT", 2)
    ids = [enrol(name).id for name in "abcd"]
    assert all(row.thumbnail for row in directory.rows(ADMIN, ids))
    assert len(directory._thumbnails._kept) == 2


def test_a_photo_that_cannot_be_read_hides_nobody(
    directory: DirectoryService, enrol: Enrol, caplog: pytest.LogCaptureFixture
):
    broken, sound = enrol("broken", b"\xff\xd8 half a picture"), enrol("sound")
    with caplog.at_level(logging.WARNING):
        rows = directory.rows(ADMIN, [broken.id, sound.id])
        details = directory.details(ADMIN, broken.id)
    assert [bool(row.thumbnail) for row in rows] == [False, True]
    assert details.photos[0].thumbnail == b""
    assert "broken" not in caplog.text, "ids are logged, not names"


def test_details_show_all_photos_and_the_latest_punches(directory: DirectoryService, database: Database, enrol: Enrol):
    person = enrol("Ada", white(900, 900), pose=Pose.LEFT, score=0.5)
    aside = Photo(new_id(), person.id, NOON, white(90, 90), set_aside="blurred")
    with database.transaction() as work:
        work.faces.add_photo(aside)
        site = work.sites.get_or_add(BERLIN.name, BERLIN.zone)
        for hours in range(8):
            work.punches.add(by_hand(person, site.id, NOON + timedelta(hours=hours)))
    details = directory.details(ADMIN, person.id)
    assert [(each.set_aside, each.pose, each.score) for each in details.photos] == [
        (None, Pose.LEFT, 0.5),
        ("blurred", None, None),
    ]
    assert decode_image(details.photos[0].thumbnail, "it").shape == (LARGE_PX, LARGE_PX, 3)
    assert (details.listed.photos_used, details.listed.photos_aside) == (1, 1)
    assert [each.local.hour for each in details.passages] == [20, 19, 18, 17, 16, 15]
    assert details.listed.last == details.passages[0]
    with pytest.raises(NotFound):
        directory.details(ADMIN, new_id())


def by_hand(person: Person, site_id: object, at: datetime, direction: Direction = Direction.IN) -> object:
    nothing = {"camera_id": None, "sighting_id": None, "score": None}
    return a_punch(
        person_id=person.id, site_id=site_id, at=at, direction=direction, source=PunchSource.MANUAL, **nothing
    )


@pytest.mark.parametrize(
    ("punches", "inside"),
    [
        ([], False),
        ([(-3, Direction.IN)], True),
        ([(-3, Direction.IN), (-2, Direction.OUT)], False),
        ([(-27, Direction.IN)], False),
    ],
)
def test_somebody_is_inside_whose_last_punch_of_today_is_an_entry(
    directory: DirectoryService,
    database: Database,
    enrol: Enrol,
    punches: list[tuple[int, Direction]],
    inside: bool,  # noqa: FBT001 - a parameter of the test
):
    person = enrol("Ada")
    with database.transaction() as work:
        site = work.sites.get_or_add(BERLIN.name, BERLIN.zone)
        for hours, direction in punches:
            work.punches.add(by_hand(person, site.id, NOON + timedelta(hours=hours), direction))
    found = directory.details(ADMIN, person.id).inside_since(NOON)
    assert (found is not None) == inside


class TestLookalikes:
    def test_the_nearest_other_person_is_named(self, directory: DirectoryService, enrol: Enrol):
        ada = enrol("Ada", vector=[1, 0, 0, 0])
        enrol("Far", vector=[0, 1, 0, 0])
        enrol("Near", vector=[1, 1, 0, 0])
        found = directory.lookalike(ADMIN, ada.id)
        assert found is not None
        assert (found.other.person.name, round(found.score, 2), found.confusable) == ("Near", 0.71, True)
        assert found.other.thumbnail

    def test_one_below_the_threshold_of_a_name_is_told_as_such(self, directory: DirectoryService, enrol: Enrol):
        ada = enrol("Ada", vector=[1, 0, 0, 0])
        enrol("Somewhat", vector=[1, 1.7, 0, 0])
        found = directory.lookalike(ADMIN, ada.id)
        assert found is not None
        assert not found.confusable

    def test_nobody_is_named_who_is_not_near(self, directory: DirectoryService, enrol: Enrol):
        ada = enrol("Ada", vector=[1, 0, 0, 0])
        assert directory.lookalike(ADMIN, ada.id) is None, "alone"
        enrol("Far", vector=[0.2, 1, 0, 0])
        assert directory.lookalike(ADMIN, ada.id) is None

    def test_who_has_no_face_looks_like_nobody(self, directory: DirectoryService, enrol: Enrol):
        enrol("Ada", vector=[1, 0, 0, 0])
        assert directory.lookalike(ADMIN, enrol("Faceless").id) is None
        assert directory.lookalike(ADMIN, new_id()) is None

    def test_who_stands_nearer_to_the_face_than_the_person_is_named_too(
        self, directory: DirectoryService, galleries: Galleries, enrol: Enrol
    ):
        ada = enrol("Ada", vector=[1, 0, 0, 0])
        twin = enrol("Twin", vector=[1, 0.01, 0, 0])
        galleries.held.add(
            Template(new_id(), ada.id, new_id(), CONTRACT, vector) for vector in unit_vectors(3, 4, seed=5)
        )
        found = directory.lookalike(ADMIN, ada.id)
        assert found is not None
        assert found.other.person == twin


def test_who_is_active_is_decided_by_the_day(directory: DirectoryService, database: Database):
    today = datetime.now(UTC).astimezone().date()
    with database.transaction() as work:
        work.people.add(a_person(number="1", active_to=today))
        work.people.add(a_person(number="2", active_to=today - timedelta(days=1)))
        work.people.add(a_person(number="3", active_from=today + timedelta(days=1), group="Sales"))
    assert len(directory.ids(ADMIN, PeopleQuery())) == 1
    assert len(directory.ids(ADMIN, PeopleQuery(state=PeopleState.INACTIVE))) == 2
    counts = directory.counts(ADMIN)
    assert (counts.active, counts.inactive, counts.faceless) == (1, 2, 1)
    assert [group.name for group in directory.groups(ADMIN)] == ["Sales"]


def test_whoever_may_not_view_people_learns_nothing(directory: DirectoryService, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(PERMISSIONS, Role.AUDITOR, PERMISSIONS[Role.AUDITOR] - {Permission.VIEW_PEOPLE})
    nobody = Actor("nobody", Role.AUDITOR)
    for ask in (
        lambda: directory.ids(nobody, PeopleQuery()),
        lambda: directory.rows(nobody, []),
        lambda: directory.groups(nobody),
        lambda: directory.counts(nobody),
        lambda: directory.details(nobody, new_id()),
        lambda: directory.lookalike(nobody, new_id()),
    ):
        with pytest.raises(PermissionDenied):
            ask()
