import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from tests.facts import BERLIN, CROP, a_camera, a_person, a_punch, a_sighting, instant

from faceattend.config.images import encode_jpeg
from faceattend.config.paths import Home
from faceattend.config.settings import RecognitionSettings
from faceattend.domain.access import LOCAL_ADMINISTRATOR, Role
from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import LicenceNotAccepted, NotFound, PermissionDenied
from faceattend.domain.evidence import MatchWords
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, Photo, Pose
from faceattend.domain.timecards import PresenceState, RosterQuery
from faceattend.domain.vision import Verdict
from faceattend.engine.decision import DecisionRule
from faceattend.services import timecards as timecards_module
from faceattend.services.directory import DirectoryService
from faceattend.services.models import ModelService
from faceattend.services.punch_evidence import EvidenceService
from faceattend.services.timecards import TimecardService
from faceattend.storage.database import Database

ADMIN = LOCAL_ADMINISTRATOR
NOW = instant("2026-11-20T12:00")
WEEK = RosterQuery(date(2026, 11, 16), date(2026, 11, 22))
PICTURE = encode_jpeg(np.full((40, 40, 3), 128, dtype=np.uint8))


class Limits(ModelService):
    """Limits without models; or none, if the pack cannot be used."""

    def __init__(self, home: Home, database: Database) -> None:
        super().__init__(home, RecognitionSettings(), database)
        self.refused = False

    @property
    def rule(self) -> DecisionRule:
        if self.refused:
            raise LicenceNotAccepted("not accepted")
        return DecisionRule(accept=0.5, unsure=0.4)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(Home(tmp_path / "home"), os.urandom(32))
    yield opened
    opened.close()


@pytest.fixture
def models(database: Database, tmp_path: Path) -> Limits:
    return Limits(Home(tmp_path / "home"), database)


@pytest.fixture
def service(database: Database, models: Limits) -> TimecardService:
    return TimecardService(database, DirectoryService(database, models))


@pytest.fixture
def evidence(database: Database, models: Limits) -> EvidenceService:
    return EvidenceService(database, models)


@pytest.fixture
def camera(database: Database) -> Camera:
    with database.transaction() as work:
        camera = a_camera(site=work.sites.get_or_add(BERLIN.name, BERLIN.zone), name="Car park door")
        work.cameras.add(camera)
    return camera


@pytest.fixture
def enrol(database: Database) -> Callable[..., Person]:
    def add(name: str, *, photo: bytes | None = None) -> Person:
        person = a_person(name=name, number=f"N-{name}", group="Sales")
        with database.transaction() as work:
            work.people.add(person)
            if photo is not None:
                work.faces.add_photo(Photo(new_id(), person.id, NOW, photo, pose=Pose.FRONT))
        return person

    return add


@pytest.fixture
def see(database: Database, camera: Camera) -> Callable[..., Punch]:
    """Stores what a camera saw, and the punch it made."""

    def add(who: Person, way: str, local: str, **changes: object) -> Punch:
        sighting = a_sighting(person_id=who.id, camera_id=camera.id, seen_at=instant(local), **changes)
        punch = a_punch(
            person_id=who.id, at=sighting.seen_at, direction=Direction(way), site_id=camera.site.id,
            camera_id=camera.id, sighting_id=sighting.id, score=sighting.score,
        )  # fmt: skip
        with database.transaction() as work:
            work.sightings.add(sighting)
            work.punches.add(punch)
        return punch

    return add


def test_rows_hold_the_days_of_the_range_with_what_their_nights_depend_on(
    service: TimecardService, enrol: Callable[..., Person], see: Callable[..., Punch]
):
    ada, bob = enrol("Ada", photo=PICTURE), enrol("Bob")
    see(ada, "in", "2026-11-15T22:00")
    see(ada, "out", "2026-11-16T06:00")  # ends Sunday's night: no exit without entry on Monday
    see(ada, "in", "2026-11-22T22:00")
    see(ada, "out", "2026-11-23T06:00")
    see(ada, "in", "2026-11-23T22:00")
    cards = service.cards(ADMIN, WEEK, [bob.id, ada.id, new_id()], instant("2026-12-24T12:00"))
    assert list(cards) == [bob.id, ada.id]
    assert [card.work.day for card in cards[ada.id].cards] == [date(2026, 11, 22)]
    assert cards[ada.id].worked == timedelta(hours=8)
    assert (cards[bob.id].cards, cards[bob.id].worked, cards[bob.id].face) == ((), timedelta(0), None)
    assert cards[ada.id].face


def test_the_roster_says_who_and_which_rest_days(
    service: TimecardService, enrol: Callable[..., Person], see: Callable[..., Punch]
):
    ada, bob = enrol("Ada"), enrol("Bob")
    see(bob, "in", "2026-11-21T09:00")
    weekend = [date(2026, 11, 21), date(2026, 11, 22)]
    roster = service.roster(ADMIN, WEEK, NOW, weekend)
    assert (list(roster.ids), roster.rest_days) == ([ada.id, bob.id], {weekend[0]})
    only = service.roster(ADMIN, replace(WEEK, state=PresenceState.NO_PUNCHES), NOW, weekend)
    assert (list(only.ids), only.rest_days) == ([ada.id], set())


@pytest.mark.parametrize("at_once", [1, 200])
def test_the_sums_are_those_of_all_rows(
    service: TimecardService, enrol: Callable[..., Person], see: Callable[..., Punch], monkeypatch: pytest.MonkeyPatch,
    at_once: int,
):  # fmt: skip
    monkeypatch.setattr(timecards_module, "_AT_ONCE", at_once)
    ada, bob, _ = enrol("Ada"), enrol("Bob"), enrol("Cy")
    for way, local in (("in", "2026-11-17T08:00"), ("out", "2026-11-17T12:30"), ("in", "2026-11-18T08:00")):
        see(ada, way, local)
    see(bob, "in", "2026-11-20T08:00")
    totals = service.totals(ADMIN, service.roster(ADMIN, WEEK, NOW), NOW)
    assert totals is not None
    assert (totals.people, totals.came, totals.to_check) == (3, 2, 1)
    assert totals.worked == timedelta(hours=4, minutes=30)


def test_the_sums_of_too_many_are_left_to_reports(
    service: TimecardService, enrol: Callable[..., Person], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(timecards_module, "MOST_SUMMED", 1)
    enrol("Ada")
    assert service.totals(ADMIN, service.roster(ADMIN, WEEK, NOW), NOW) is not None
    enrol("Bob")
    assert service.totals(ADMIN, service.roster(ADMIN, WEEK, NOW), NOW) is None


def test_what_can_be_chosen_from(service: TimecardService, enrol: Callable[..., Person], camera: Camera):
    enrol("Ada")
    choices = service.choices(ADMIN)
    assert (choices.groups, choices.cameras, choices.sites) == (("Sales",), (camera,), (camera.site,))


def test_the_evidence_of_what_a_camera_saw(
    evidence: EvidenceService, enrol: Callable[..., Person], see: Callable[..., Punch], camera: Camera
):
    ada, peter = enrol("Ada", photo=PICTURE), enrol("Peter")
    punch = see(ada, "in", "2026-11-17T08:00", runner_up_id=peter.id, runner_up_score=0.39)
    found = evidence.evidence(ADMIN, punch.id)
    assert (found.punch, found.place, found.runner_up) == (punch, camera.name, "Peter")
    assert (found.reference, found.pose) == (PICTURE, Pose.FRONT)
    assert found.sighting is not None
    assert found.sighting.crop_jpeg == CROP
    assert (found.words, found.nobody_close, found.frames_agree) == (MatchWords.CLEAR, True, True)


def test_evidence_with_somebody_close_and_few_frames(
    evidence: EvidenceService, enrol: Callable[..., Person], see: Callable[..., Punch]
):
    gone = new_id()
    punch = see(enrol("Ada"), "in", "2026-11-17T08:00", runner_up_id=gone, runner_up_score=0.45, frames=1)
    found = evidence.evidence(ADMIN, punch.id)
    assert (found.reference, found.runner_up) == (None, None)
    assert (found.words, found.nobody_close, found.frames_agree) == (MatchWords.GOOD, False, False)


def test_evidence_is_shown_though_its_picture_was_erased_and_the_limits_are_not_known(
    evidence: EvidenceService, models: Limits, database: Database, enrol: Callable[..., Person],
    see: Callable[..., Punch],
):  # fmt: skip
    punch = see(enrol("Ada"), "in", "2026-11-17T08:00")
    with database.transaction() as work:
        work.sightings.erase_crops([Verdict.KNOWN], NOW)
    models.refused = True
    found = evidence.evidence(ADMIN, punch.id)
    assert found.sighting is not None
    assert (found.sighting.crop_jpeg, found.limits, found.words) == (b"", None, None)
    assert not found.nobody_close
    assert not found.frames_agree


def test_the_evidence_of_a_punch_by_hand_is_a_person_s_word(
    evidence: EvidenceService, database: Database, enrol: Callable[..., Person], camera: Camera
):
    punch = a_punch(
        person_id=enrol("Ada", photo=PICTURE).id, source=PunchSource.MANUAL, site_id=camera.site.id, camera_id=None,
        sighting_id=None, score=None, reason="Door was open", made_by="Helena",
    )  # fmt: skip
    with database.transaction() as work:
        work.punches.add(punch)
    found = evidence.evidence(ADMIN, punch.id)
    assert (found.punch, found.place) == (punch, camera.site.name)
    assert found.sighting is found.reference is found.words is None


def test_there_is_no_evidence_of_what_is_not_stored(evidence: EvidenceService):
    with pytest.raises(NotFound):
        evidence.evidence(ADMIN, new_id())


def test_nobody_looks_without_the_right(
    service: TimecardService, evidence: EvidenceService, monkeypatch: pytest.MonkeyPatch
):
    roster = service.roster(ADMIN, WEEK, NOW)
    monkeypatch.setattr("faceattend.domain.access.PERMISSIONS", dict.fromkeys(Role, frozenset()))
    for look in (
        lambda: service.choices(ADMIN),
        lambda: service.roster(ADMIN, WEEK, NOW),
        lambda: service.cards(ADMIN, WEEK, [], NOW),
        lambda: service.totals(ADMIN, roster, NOW),
        lambda: evidence.evidence(ADMIN, new_id()),
    ):
        with pytest.raises(PermissionDenied):
            look()
