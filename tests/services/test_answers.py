import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.faces import tom_hanks
from tests.facts import NOON, a_camera, a_person, a_sighting
from tests.stations import share_graphs

from faceattend.config.images import encode_jpeg
from faceattend.config.paths import Home
from faceattend.config.settings import AttendanceSettings, RecognitionSettings
from faceattend.domain.access import STATION, Actor, Role
from faceattend.domain.attendance import AnswerKind, Direction, PunchSource
from faceattend.domain.cameras import Camera, CameraRole
from faceattend.domain.errors import (
    AlreadyExists,
    BadInput,
    ImageRejected,
    LooksLikeSomeoneElse,
    NotFound,
    PermissionDenied,
    StorageFull,
)
from faceattend.domain.feed import FeedQuery
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, PersonKind
from faceattend.domain.vision import Sighting, Verdict
from faceattend.services.answers import AnswerService, NoPunch, Visitor
from faceattend.services.attendance import AttendanceService
from faceattend.services.feed import FeedService
from faceattend.services.models import ModelService
from faceattend.services.people import PeopleService
from faceattend.storage.answers import AnswersRepository
from faceattend.storage.database import Database

DESK = Actor("Amara", Role.FRONT_DESK)
AUDITOR = Actor("Auditor", Role.AUDITOR)
MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, models_home: Home) -> Home:
    return share_graphs(Home(tmp_path_factory.mktemp("answers") / "home"), models_home)


@pytest.fixture(scope="module")
def database(home: Home) -> Iterator[Database]:
    opened = Database.open(home, os.urandom(32))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def models(home: Home, database: Database) -> ModelService:
    return ModelService(home, RecognitionSettings(), database)


@pytest.fixture(scope="module")
def service(database: Database, models: ModelService) -> AnswerService:
    return AnswerService(database, AttendanceSettings(), PeopleService(database, models))


@pytest.fixture
def camera(database: Database) -> Camera:
    with database.transaction() as work:
        site = work.sites.get_or_add(str(new_id()), "Europe/Berlin")
        camera = a_camera(name=str(new_id()), site=site, role=CameraRole.BOTH)
        work.cameras.add(camera)
    return camera


@pytest.fixture
def ada(database: Database) -> Person:
    return stored_person(database)


@pytest.fixture
def unsure(database: Database, camera: Camera, ada: Person) -> Sighting:
    """Likeliest Ada, with somebody else close behind."""
    other = stored_person(database)
    return stored(
        database,
        a_sighting(
            camera_id=camera.id,
            person_id=ada.id,
            verdict=Verdict.UNSURE,
            score=0.41,
            runner_up_id=other.id,
            runner_up_score=0.39,
        ),
    )


def stored_person(database: Database, **changes: object) -> Person:
    person = a_person(number=str(new_id()), **changes)
    with database.transaction() as work:
        work.people.add(person)
    return person


def stored(database: Database, sighting: Sighting) -> Sighting:
    with database.transaction() as work:
        work.sightings.add(sighting)
    return sighting


def kinds(database: Database, sighting: Sighting) -> list[AnswerKind]:
    with database.reading() as work:
        return [each.kind for each in work.answers.history(sighting.id)]


def test_deciding_makes_a_punch_that_says_who_decided(service: AnswerService, ada: Person, unsure: Sighting):
    answered = service.decide(DESK, unsure.id, ada.id)
    punch = answered.punch
    assert punch is not None
    assert (punch.person_id, punch.sighting_id, punch.at) == (ada.id, unsure.id, unsure.seen_at)
    assert (punch.source, punch.score, punch.made_by) == (PunchSource.DECISION, 0.41, "Amara")
    assert (punch.direction, punch.camera_id) == (Direction.IN, unsure.camera_id)
    assert (answered.person, answered.answer.kind, answered.why_not) == (ada, AnswerKind.PERSON, None)


def test_the_other_candidate_carries_the_other_score_and_a_third_none(
    service: AnswerService, database: Database, unsure: Sighting
):
    other = service.decide(DESK, unsure.id, unsure.runner_up_id).punch
    assert other is not None
    assert other.score == 0.39
    again, third = stored(database, replace(unsure, id=new_id())), stored_person(database)
    punch = service.decide(DESK, again.id, third.id).punch
    assert punch is not None
    assert punch.score is None


def test_one_sighting_makes_one_punch_from_however_many_places(
    service: AnswerService, database: Database, ada: Person, unsure: Sighting
):
    outcomes: list[object] = []

    def decide(person_id: UUID) -> None:
        try:
            outcomes.append(service.decide(DESK, unsure.id, person_id))
        except AlreadyExists as error:
            outcomes.append(error)

    threads = [threading.Thread(target=decide, args=(each,)) for each in (ada.id, unsure.runner_up_id) * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    refused = [each for each in outcomes if isinstance(each, AlreadyExists)]
    assert (len(outcomes), len(refused)) == (6, 5)
    assert "Amara has answered this already." in str(refused[0])
    assert kinds(database, unsure) == [AnswerKind.PERSON]


def test_within_the_cool_down_there_is_an_answer_and_no_second_punch(
    service: AnswerService, database: Database, ada: Person, unsure: Sighting
):
    AttendanceService(database, AttendanceSettings()).record(
        STATION, a_sighting(camera_id=unsure.camera_id, person_id=ada.id, seen_at=NOON - MINUTE)
    )
    answered = service.decide(DESK, unsure.id, ada.id)
    assert (answered.punch, answered.why_not) == (None, NoPunch.RECENT)
    assert kinds(database, unsure) == [AnswerKind.PERSON]


def test_the_direction_follows_the_punches_before(
    service: AnswerService, database: Database, ada: Person, unsure: Sighting
):
    AttendanceService(database, AttendanceSettings()).record(
        STATION, a_sighting(camera_id=unsure.camera_id, person_id=ada.id, seen_at=NOON - 60 * MINUTE)
    )
    punch = service.decide(DESK, unsure.id, ada.id).punch
    assert punch is not None
    assert punch.direction is Direction.OUT


def test_who_does_not_belong_here_that_day_is_named_without_a_punch(
    service: AnswerService, database: Database, unsure: Sighting
):
    gone = stored_person(database, active_to=date(2026, 3, 1))
    answered = service.decide(DESK, unsure.id, gone.id)
    assert (answered.punch, answered.why_not, answered.person) == (None, NoPunch.INACTIVE, gone)


def test_a_sighting_of_a_camera_that_is_gone_is_answered_without_a_punch(
    service: AnswerService, database: Database, ada: Person
):
    stray = stored(database, a_sighting(person_id=None))
    assert service.decide(DESK, stray.id, ada.id).why_not is NoPunch.NO_CAMERA


def test_what_the_camera_recognised_meanwhile_needs_no_answer(
    service: AnswerService, database: Database, ada: Person, unsure: Sighting
):
    stored(database, a_sighting(camera_id=unsure.camera_id, person_id=ada.id, revises=unsure.id, seen_at=NOON + MINUTE))
    known = stored(database, a_sighting(camera_id=unsure.camera_id, person_id=ada.id))
    for each in (unsure, known):
        with pytest.raises(AlreadyExists, match="recognised"):
            service.decide(DESK, each.id, ada.id)
        with pytest.raises(AlreadyExists, match="recognised"):
            service.dismiss(DESK, each.id)


def test_dismissed_and_opened_again(service: AnswerService, database: Database, ada: Person, unsure: Sighting):
    service.dismiss(DESK, unsure.id)
    with pytest.raises(AlreadyExists):
        service.decide(DESK, unsure.id, ada.id)
    service.reopen(DESK, unsure.id)
    with pytest.raises(BadInput):
        service.reopen(DESK, unsure.id)
    assert service.decide(DESK, unsure.id, ada.id).punch is not None
    with pytest.raises(BadInput, match="dismissed"):
        service.reopen(DESK, unsure.id)
    assert kinds(database, unsure) == [AnswerKind.DISMISSED, AnswerKind.REOPENED, AnswerKind.PERSON]


def test_several_are_dismissed_and_opened_again_together(service: AnswerService, database: Database, camera: Camera):
    strangers = [stored(database, a_sighting(camera_id=camera.id, person_id=None)) for _ in range(3)]
    answers = service.dismiss(DESK, *(each.id for each in strangers))
    assert [(each.sighting_id, each.kind) for each in answers] == [
        (each.id, AnswerKind.DISMISSED) for each in strangers
    ]
    service.reopen(DESK, *(each.id for each in strangers))
    assert [kinds(database, each) for each in strangers] == [[AnswerKind.DISMISSED, AnswerKind.REOPENED]] * 3


def test_if_one_of_several_needs_no_answer_any_more_none_is_dismissed(
    service: AnswerService, database: Database, camera: Camera, ada: Person
):
    strangers = [stored(database, a_sighting(camera_id=camera.id, person_id=None)) for _ in range(3)]
    service.decide(DESK, strangers[2].id, ada.id)
    with pytest.raises(AlreadyExists, match=r"Amara has answered this already\. Nothing was changed.*It was one of 3"):
        service.dismiss(DESK, *(each.id for each in strangers))
    assert [kinds(database, each) for each in strangers] == [[], [], [AnswerKind.PERSON]]
    with pytest.raises(NotFound):
        service.dismiss(DESK, strangers[0].id, new_id())
    assert kinds(database, strangers[0]) == []


def test_if_one_of_several_was_answered_again_none_is_opened(
    service: AnswerService, database: Database, camera: Camera, ada: Person
):
    strangers = [stored(database, a_sighting(camera_id=camera.id, person_id=None)) for _ in range(2)]
    service.dismiss(DESK, *(each.id for each in strangers))
    service.reopen(DESK, strangers[1].id)
    service.decide(DESK, strangers[1].id, ada.id)
    with pytest.raises(BadInput, match="dismissed"):
        service.reopen(DESK, *(each.id for each in strangers))
    assert kinds(database, strangers[0]) == [AnswerKind.DISMISSED]


def test_what_is_not_there(service: AnswerService, ada: Person, unsure: Sighting):
    with pytest.raises(NotFound):
        service.decide(DESK, new_id(), ada.id)
    with pytest.raises(NotFound):
        service.decide(DESK, unsure.id, new_id())
    with pytest.raises(NotFound):
        service.question(DESK, new_id())
    with pytest.raises(BadInput):
        service.reopen(DESK, new_id())


def test_answer_and_punch_are_stored_together_or_not_at_all(
    service: AnswerService, database: Database, ada: Person, unsure: Sighting, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise StorageFull("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(AnswersRepository, "add", full)
        with pytest.raises(StorageFull):
            service.decide(DESK, unsure.id, ada.id)
    assert kinds(database, unsure) == []
    assert service.decide(DESK, unsure.id, ada.id).punch is not None  # had the punch stayed, it would be refused


def test_the_question_names_its_candidates_nearest_first(service: AnswerService, camera: Camera, unsure: Sighting):
    asked = service.question(DESK, unsure.id)
    assert (asked.sighting, asked.camera, asked.zone) == (unsure, camera.name, "Europe/Berlin")
    assert [(each.listed.person.id, each.score) for each in asked.candidates] == [
        (unsure.person_id, 0.41),
        (unsure.runner_up_id, 0.39),
    ]


def test_somebody_else_may_be_looked_at(service: AnswerService, ada: Person):
    found = service.candidate(DESK, ada.id)
    assert (found.listed.person, found.score, found.photo) == (ada, None, None)
    with pytest.raises(NotFound):
        service.candidate(DESK, new_id())


def test_a_visitor_without_a_face_and_the_numbers_go_on(service: AnswerService, database: Database, camera: Camera):
    assert service.next_visitor_number(DESK) == "V-0001"
    unknown = stored(database, a_sighting(camera_id=camera.id, person_id=None, crop_jpeg=b""))
    day = date(2026, 3, 2)
    visitor = Visitor("V-0041", "Guest", "Visitors", active_from=day, active_to=day)
    with pytest.raises(ImageRejected, match="erased"):
        service.register_visitor(DESK, unknown.id, visitor)
    answered = service.register_visitor(DESK, unknown.id, replace(visitor, with_face=False))
    assert answered.person is not None
    assert (answered.person.kind, answered.person.group) == (PersonKind.VISITOR, "Visitors")
    assert answered.punch is not None
    assert (answered.punch.source, answered.punch.person_id) == (PunchSource.DECISION, answered.person.id)
    assert service.next_visitor_number(DESK) == "V-0042"
    with pytest.raises(AlreadyExists):
        service.register_visitor(DESK, unknown.id, replace(visitor, number="V-0050", with_face=False))


def test_a_visitor_who_is_stored_while_the_visit_is_not_is_told_apart(
    service: AnswerService, database: Database, camera: Camera, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise StorageFull("The disk is full.")

    unknown = stored(database, a_sighting(camera_id=camera.id, person_id=None))
    monkeypatch.setattr(AnswersRepository, "add", full)
    with pytest.raises(StorageFull, match="Lost Guest is enrolled, but this visit was not counted"):
        service.register_visitor(DESK, unknown.id, Visitor(str(new_id()), "Lost Guest", with_face=False))


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.STATION])
def test_who_may_not_answer_does_not(service: AnswerService, ada: Person, unsure: Sighting, role: Role):
    actor = Actor("somebody", role)
    calls: list[Callable[[], object]] = [
        lambda: service.question(actor, unsure.id),
        lambda: service.candidate(actor, ada.id),
        lambda: service.next_visitor_number(actor),
        lambda: service.decide(actor, unsure.id, ada.id),
        lambda: service.register_visitor(actor, unsure.id, Visitor("1", "2")),
        lambda: service.dismiss(actor, unsure.id),
        lambda: service.reopen(actor, unsure.id),
    ]
    for call in calls:
        with pytest.raises(PermissionDenied):
            call()


def test_the_feed_of_a_day(database: Database, models: ModelService, service: AnswerService, unsure: Sighting):
    feed = FeedService(database, models)
    known = stored(database, a_sighting(camera_id=unsure.camera_id, seen_at=NOON + MINUTE))
    query = FeedQuery(NOON, text=service.question(DESK, unsure.id).camera or "")
    day = feed.day(AUDITOR, query, 50)
    assert [item.id for item in day.latest] == [known.id]
    assert [item.id for item in day.waiting] == [unsure.id]
    assert (day.waiting_count, day.counts.all) == (1, 2)
    in_all = feed.day(AUDITOR, FeedQuery(NOON), 50).waiting_count
    assert in_all > 0
    assert day.waiting_in_all == in_all
    assert feed.day(AUDITOR, FeedQuery(NOON, Verdict.KNOWN), 50).waiting_in_all == in_all
    assert 0 < day.limits.unsure <= day.limits.accept < 1
    service.dismiss(DESK, unsure.id)
    news = feed.news(AUDITOR, query, [unsure.id, known.id])
    assert (news.waiting, news.waiting_count, news.waiting_in_all) == ((), 0, in_all - 1)
    assert [(item.id, item.answered) for item in news.items] == [(known.id, False), (unsure.id, True)]
    assert day.reached is None
    assert feed.day(AUDITOR, query, 1).reached == (known.seen_at, known.id)
    items, reached = feed.older(AUDITOR, query, (known.seen_at, known.id), 9)
    assert ([item.id for item in items], reached) == ([unsure.id], None)
    assert feed.last_by_camera(AUDITOR, NOON)[unsure.camera_id].id == known.id
    assert feed.names(AUDITOR, [unsure.person_id, new_id()]) == {unsure.person_id: "Ada"}


def test_without_the_right_to_view_there_is_no_feed(
    database: Database, models: ModelService, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("faceattend.domain.access.PERMISSIONS", dict.fromkeys(Role, frozenset()))
    feed, query = FeedService(database, models), FeedQuery(NOON)
    calls: list[Callable[[], object]] = [
        lambda: feed.day(DESK, query, 1),
        lambda: feed.older(DESK, query, (NOON, new_id()), 1),
        lambda: feed.news(DESK, query, []),
        lambda: feed.pictures(DESK, {}),
        lambda: feed.names(DESK, []),
        lambda: feed.last_by_camera(DESK, NOON),
    ]
    for call in calls:
        with pytest.raises(PermissionDenied):
            call()


@pytest.mark.models
def test_a_visitor_s_face_is_known_from_then_on_and_nobody_is_enrolled_twice(
    database: Database, models: ModelService, service: AnswerService, camera: Camera
):
    jpeg = encode_jpeg(tom_hanks())
    first, second = (
        stored(database, a_sighting(camera_id=camera.id, person_id=None, crop_jpeg=jpeg, seen_at=at))
        for at in (NOON, NOON + 60 * MINUTE)
    )
    day = date(2026, 3, 2)
    answered = service.register_visitor(DESK, first.id, Visitor("V-1001", "Tom", active_from=day, active_to=day))
    assert answered.person is not None
    pictures = FeedService(database, models).pictures(DESK, {first.id: answered.person.id, second.id: None})
    assert pictures[first.id].probe == pictures[second.id].probe == jpeg
    assert pictures[first.id].reference
    assert pictures[second.id].reference is None
    with pytest.raises(LooksLikeSomeoneElse):
        service.register_visitor(DESK, second.id, Visitor("V-1002", "Tom again"))
    with pytest.raises(AlreadyExists, match="belongs to"):
        service.register_visitor(DESK, second.id, Visitor("V-1001", "Tom again"))
    twin = Visitor("V-1002", "Tom's twin", confirmed_different=True)
    assert service.register_visitor(DESK, second.id, twin).punch is not None
