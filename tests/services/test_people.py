import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import cv2
import numpy as np
import pytest
from tests import faces

from faceattend.config.images import decode_image
from faceattend.config.paths import Home
from faceattend.config.settings import RecognitionSettings
from faceattend.domain.access import LOCAL_ADMINISTRATOR, PERMISSIONS, STATION, Actor, Permission, Role
from faceattend.domain.errors import (
    AlreadyExists,
    BadInput,
    ImageRejected,
    LooksLikeSomeoneElse,
    NotFound,
    PermissionDenied,
)
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, PersonKind, Photo, Pose
from faceattend.domain.templates import Template
from faceattend.domain.vision import BgrImage, QualityReason
from faceattend.engine.models import Models
from faceattend.engine.portrait import find_faces
from faceattend.engine.recogniser import surroundings
from faceattend.services.models import ModelService
from faceattend.services.people import Newcomer, PeopleService, Picture
from faceattend.storage.database import Database

pytestmark = pytest.mark.models

ANNA, BEN = Newcomer("0001", "Anna Lind"), Newcomer("0002", "Ben Cole")
ADMIN = LOCAL_ADMINISTRATOR
SETTINGS = RecognitionSettings(provider="cpu", threads=1)

Photos = Callable[..., Path]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(Home(tmp_path / "home"), os.urandom(32))
    yield opened
    opened.close()


@pytest.fixture
def model_service(models_home: Home, database: Database) -> ModelService:
    return ModelService(models_home, SETTINGS, database)


@pytest.fixture
def people(database: Database, model_service: ModelService) -> PeopleService:
    return PeopleService(database, model_service)


@pytest.fixture(scope="session")
def portraits(models: Models) -> list[BgrImage]:
    """Seven people, each alone."""
    photo = faces.six_people()
    found = sorted(find_faces(photo, models.detector), key=lambda face: face.box.x)
    return [*(surroundings(photo, face.box) for face in found), faces.astronaut()]


@pytest.fixture
def photo(tmp_path: Path, portraits: list[BgrImage]) -> Photos:
    """A photo file of the n-th person, one of several of theirs."""

    def write(person: int, variant: int = 0) -> Path:
        scale, gain, angle = [(1.0, 1.0, 0), (1.3, 0.9, 4), (0.9, 1.1, -5), (1.15, 0.8, 8)][variant]
        bgr = cv2.resize(portraits[person], None, fx=scale, fy=scale)
        turn = cv2.getRotationMatrix2D((bgr.shape[1] / 2, bgr.shape[0] / 2), angle, 1.0)
        bgr = cv2.warpAffine(bgr, turn, bgr.shape[1::-1], borderMode=cv2.BORDER_REPLICATE)
        path = tmp_path / f"person{person}-{variant}.png"
        cv2.imwrite(str(path), cv2.convertScaleAbs(bgr, alpha=gain))
        return path

    return write


@pytest.fixture
def no_photo(tmp_path: Path) -> Photos:
    """A file that will not do as a photo."""

    def write(kind: str) -> Path:
        path = tmp_path / f"{kind}.jpg"
        match kind:
            case "landscape":
                cv2.imwrite(str(path), np.random.default_rng(0).integers(0, 256, (200, 300, 3), np.uint8))
            case "group":
                cv2.imwrite(str(path), faces.six_people())
            case "tiny":
                cv2.imwrite(str(path), cv2.resize(faces.astronaut(), (115, 115), interpolation=cv2.INTER_AREA))
            case "corrupt":
                path.write_bytes(b"\xff\xd8\xff\xe0 half a photo")
            case _:
                pass  # there is no such file
        return path

    return write


CONTRACT = "fb143eea07838aa5/128/rgb-0-1/arcface112"
"""Of the default pack: written out here, since templates in the field depend on it never changing."""


def photos_of(database: Database, person: Person) -> list[Photo]:
    with database.reading() as work:
        return work.faces.photos(person.id)


def every_template(database: Database) -> list[Template]:
    with database.reading() as work:
        return list(work.faces.templates(CONTRACT))


def stored(database: Database, number: str) -> tuple[int, int]:
    """How many photos and templates are stored of a person."""
    with database.reading() as work:
        person = work.people.by_number(number)
        assert person is not None
        photos = work.faces.photos(person.id)
    return len(photos), sum(template.person_id == person.id for template in every_template(database))


class TestEnrolling:
    def test_a_person_with_a_good_photo_is_stored_and_found(
        self, people: PeopleService, database: Database, model_service: ModelService, photo: Photos
    ):
        outcome = people.enrol(ADMIN, ANNA, [photo(2)])
        assert (outcome.person.number, outcome.person.name, outcome.photos, outcome.refused) == (
            "0001",
            "Anna Lind",
            1,
            (),
        )
        assert people.list(ADMIN) == [outcome.person]
        (template,) = every_template(database)
        (match,) = model_service.gallery().search(template.vector[None])
        assert match is not None
        assert (match.person_id, match.score) == (outcome.person.id, pytest.approx(1, abs=1e-3))

    def test_what_is_kept_of_a_photo_is_the_face_with_some_surroundings(
        self, people: PeopleService, database: Database, photo: Photos, models: Models
    ):
        person = people.enrol(ADMIN, ANNA, [photo(6)]).person
        with database.reading() as work:
            (kept,) = work.faces.photos(person.id)
        crop = decode_image(kept.jpeg, "The stored photo")
        (face,) = find_faces(crop, models.detector)
        assert crop.shape[0] < 512 / 2
        assert face.box.width > crop.shape[1] / 3
        assert kept.set_aside is None

    def test_several_photos_make_several_templates_of_one_person(
        self, people: PeopleService, database: Database, model_service: ModelService, photo: Photos
    ):
        outcome = people.enrol(ADMIN, ANNA, [photo(2, variant) for variant in range(4)])
        assert (outcome.photos, outcome.refused) == (4, ())
        assert stored(database, "0001") == (4, 4)
        assert model_service.gallery().people == 1

    def test_somebody_who_declines_is_stored_without_a_face(
        self, people: PeopleService, database: Database, model_service: ModelService
    ):
        assert people.enrol(ADMIN, ANNA, []).photos == 0
        assert stored(database, "0001") == (0, 0)
        assert model_service.gallery().people == 0

    def test_a_picture_just_taken_serves_like_a_file(self, people: PeopleService, portraits: list[BgrImage]):
        assert people.enrol(ADMIN, ANNA, [Picture("a snapshot", portraits[2])]).photos == 1

    def test_all_that_is_known_of_a_person_is_stored_without_blanks_around_it(self, people: PeopleService):
        newcomer = Newcomer(" 0007 ", " Zoë Ångström ", PersonKind.STUDENT, "4b", date(2026, 9, 1), date(2027, 7, 31))
        people.enrol(ADMIN, newcomer, [])
        (person,) = people.list(ADMIN)
        assert (person.number, person.name, person.kind, person.group) == (
            "0007",
            "Zoë Ångström",
            PersonKind.STUDENT,
            "4b",
        )
        assert (person.active_from, person.active_to) == (date(2026, 9, 1), date(2027, 7, 31))

    @pytest.mark.parametrize(
        "fields",
        [
            {"number": " ", "name": "Anna"},
            {"number": "1", "name": ""},
            {"number": "1", "name": "Anna", "active_from": date(2026, 2, 2), "active_to": date(2026, 2, 1)},
        ],
    )
    def test_a_person_without_number_or_name_or_time_is_none(self, fields: dict[str, object]):
        with pytest.raises(BadInput, match="Nothing was stored"):
            Newcomer(**fields)


class TestRefusing:
    @pytest.mark.parametrize(
        ("kind", "reason"),
        [
            ("landscape", "No face was found"),
            ("group", "shows 6 faces"),
            ("tiny", "too small"),
            ("corrupt", "is no picture in JPEG"),
            ("absent", "cannot be read"),
        ],
    )
    def test_where_no_photo_will_do_nothing_is_stored_and_the_reason_told(
        self, people: PeopleService, no_photo: Photos, kind: str, reason: str
    ):
        with pytest.raises(ImageRejected, match=reason) as refused:
            people.enrol(ADMIN, ANNA, [no_photo(kind)])
        assert "Nothing was stored" in refused.value.means
        assert people.list(ADMIN) == []

    def test_a_photo_that_will_not_do_is_left_out_and_told(
        self, people: PeopleService, database: Database, photo: Photos, no_photo: Photos
    ):
        outcome = people.enrol(ADMIN, ANNA, [no_photo("corrupt"), photo(2), no_photo("landscape")])
        assert outcome.photos == 1
        assert [each.name for each in outcome.refused] == ["corrupt.jpg", "landscape.jpg"]
        assert stored(database, "0001") == (1, 1)

    def test_a_number_that_is_taken_is_refused_before_anything_is_read(self, people: PeopleService, no_photo: Photos):
        people.enrol(ADMIN, ANNA, [])
        with pytest.raises(AlreadyExists, match="0001 belongs to Anna Lind") as taken:
            people.enrol(ADMIN, replace(BEN, number=" 0001"), [no_photo("absent")])
        assert taken.value.remedy
        assert len(people.list(ADMIN)) == 1

    def test_numbers_that_are_taken_are_told_beforehand(self, people: PeopleService):
        people.enrol(ADMIN, ANNA, [])
        told = people.taken(ADMIN, ["0001", "0002"])
        assert {number: str(what) for number, what in told.items()} == {
            "0001": "The number 0001 belongs to Anna Lind already."
        }
        with pytest.raises(PermissionDenied):
            people.taken(STATION, ["0001"])

    def test_somebody_elses_photo_among_ones_own_is_refused(
        self, people: PeopleService, model_service: ModelService, photo: Photos
    ):
        outcome = people.enrol(ADMIN, ANNA, [photo(2), photo(5), photo(2, 1), photo(2, 2)])
        assert outcome.photos == 3
        assert [each.name for each in outcome.refused] == ["person5-0.png"]
        assert "somebody else" in outcome.refused[0].reason
        assert model_service.gallery().people == 1

    @pytest.mark.parametrize("photos", [[(2, 0), (5, 0)], [(2, 0), (2, 1), (5, 0), (5, 1)]], ids=["1+1", "2+2"])
    def test_where_photos_show_two_people_alike_nobody_can_say_who_is_meant(
        self, people: PeopleService, photo: Photos, photos: list[tuple[int, int]]
    ):
        with pytest.raises(ImageRejected, match="somebody else than the others"):
            people.enrol(ADMIN, ANNA, [photo(*each) for each in photos])
        assert people.list(ADMIN) == []


class TestLookalikes:
    def test_a_face_that_is_enrolled_under_another_number_is_refused(
        self, people: PeopleService, database: Database, photo: Photos
    ):
        people.enrol(ADMIN, ANNA, [photo(2)])
        with pytest.raises(LooksLikeSomeoneElse, match=r"0002 Ben Cole is enrolled as 0001 Anna Lind") as alike:
            people.enrol(ADMIN, BEN, [photo(2, 1)])
        assert "if they are two people" in alike.value.remedy
        assert (alike.value.likeness.other.number, alike.value.likeness.score > 0.9) == ("0001", True)
        assert [person.number for person in people.list(ADMIN)] == ["0001"]
        assert len(every_template(database)) == 1

    def test_two_whom_a_person_has_told_apart_are_both_enrolled(
        self, people: PeopleService, model_service: ModelService, photo: Photos
    ):
        people.enrol(ADMIN, ANNA, [photo(2)])
        assert people.enrol(ADMIN, BEN, [photo(2, 1)], confirmed_different=True).photos == 1
        assert model_service.gallery().people == 2

    def test_people_who_do_not_look_alike_are_no_trouble(self, people: PeopleService, photo: Photos):
        for number in range(7):
            assert people.enrol(ADMIN, Newcomer(f"{number}", f"Person {number}"), [photo(number)]).photos == 1


class TestAddingPhotos:
    def test_they_join_those_on_record(
        self, people: PeopleService, database: Database, model_service: ModelService, photo: Photos
    ):
        person = people.enrol(ADMIN, ANNA, [photo(2)]).person
        outcome = people.add_photos(ADMIN, " 0001", [photo(2, 1), photo(2, 2)])
        assert (outcome.person, outcome.photos) == (person, 2)
        assert stored(database, "0001") == (3, 3)
        assert model_service.gallery().people == 1

    def test_somebody_without_a_face_gets_one(self, people: PeopleService, model_service: ModelService, photo: Photos):
        people.enrol(ADMIN, ANNA, [])
        people.add_photos(ADMIN, "0001", [photo(2)])
        assert model_service.gallery().people == 1

    def test_a_photo_of_somebody_who_is_not_enrolled_is_refused(
        self, people: PeopleService, database: Database, photo: Photos
    ):
        people.enrol(ADMIN, ANNA, [photo(2)])
        with pytest.raises(ImageRejected, match="somebody else than Anna Lind"):
            people.add_photos(ADMIN, "0001", [photo(5)])
        assert stored(database, "0001") == (1, 1)

    def test_a_photo_of_somebody_who_is_enrolled_is_refused(self, people: PeopleService, photo: Photos):
        people.enrol(ADMIN, ANNA, [])
        people.enrol(ADMIN, BEN, [photo(5)])
        with pytest.raises(LooksLikeSomeoneElse, match="enrolled as 0002 Ben Cole"):
            people.add_photos(ADMIN, "0001", [photo(5, 1)])

    def test_a_number_that_nobody_has_is_told(self, people: PeopleService, photo: Photos):
        with pytest.raises(NotFound, match="Nobody has the number 0009") as missing:
            people.add_photos(ADMIN, "0009", [photo(2)])
        assert missing.value.remedy


class TestLookingFirst:
    def test_each_photo_is_judged_and_nothing_is_stored(
        self, people: PeopleService, database: Database, photo: Photos, no_photo: Photos
    ):
        check = people.check(ADMIN, "0001", [photo(2), no_photo("tiny"), no_photo("landscape"), no_photo("absent")])
        assert [bool(each.refusal) for each in check.photos] == [False, True, True, True]
        good, small, nobody, _ = check.photos
        assert good.box is not None
        assert good.pose is Pose.FRONT
        assert good.quality is not None
        assert good.reasons == ()
        assert small.reasons == (QualityReason.TOO_SMALL,)
        assert (nobody.box, nobody.pose, nobody.quality, nobody.reasons) == (None, None, None, ())
        assert check.likeness is None
        assert people.list(ADMIN) == []
        assert every_template(database) == []

    def test_somebody_elses_photo_among_them_is_named(self, people: PeopleService, photo: Photos):
        check = people.check(ADMIN, "0001", [photo(2), photo(5), photo(2, 1)])
        assert [bool(each.refusal) for each in check.photos] == [False, True, False]
        assert "somebody else" in check.photos[1].refusal

    def test_whom_the_face_belongs_to_already_is_told(self, people: PeopleService, photo: Photos):
        anna = people.enrol(ADMIN, ANNA, [photo(2)]).person
        likeness = people.check(ADMIN, "0002", [photo(2, 1)]).likeness
        assert likeness is not None
        assert likeness.other == anna
        assert likeness.score > 0.6

    def test_photos_for_somebody_enrolled_are_held_to_theirs(self, people: PeopleService, photo: Photos):
        people.enrol(ADMIN, ANNA, [photo(2)])
        check = people.check(ADMIN, " 0001 ", [photo(2, 1), photo(5)])
        assert check.likeness is None
        assert [bool(each.refusal) for each in check.photos] == [False, True]


class TestChanging:
    def test_what_is_changed_is_stored_without_spaces_around(self, people: PeopleService):
        anna = people.enrol(ADMIN, ANNA, []).person
        changed = replace(anna, number=" 7 ", name=" Anna L. ", group="  ", active_to=date(2026, 5, 1))
        stored_now = people.update(ADMIN, changed)
        assert stored_now == replace(anna, number="7", name="Anna L.", group=None, active_to=date(2026, 5, 1))
        assert people.list(ADMIN) == [stored_now]

    def test_a_number_that_belongs_to_somebody_else_names_them(self, people: PeopleService):
        people.enrol(ADMIN, ANNA, [])
        ben = people.enrol(ADMIN, BEN, []).person
        with pytest.raises(AlreadyExists, match="0001 belongs to Anna Lind"):
            people.update(ADMIN, replace(ben, number="0001 "))
        assert people.update(ADMIN, ben) == ben, "one's own number is no hindrance"

    @pytest.mark.parametrize(
        "fields",
        [{"name": " "}, {"number": ""}, {"active_from": date(2026, 2, 2), "active_to": date(2026, 2, 1)}],
    )
    def test_what_cannot_be_is_refused(self, people: PeopleService, fields: dict[str, object]):
        anna = people.enrol(ADMIN, ANNA, []).person
        with pytest.raises(BadInput):
            people.update(ADMIN, replace(anna, **fields))
        assert people.list(ADMIN) == [anna]

    def test_a_person_ends_on_a_day_and_goes_on_again(self, people: PeopleService):
        anna = people.enrol(ADMIN, replace(ANNA, active_from=date(2026, 3, 1)), []).person
        last = date(2026, 3, 31)
        assert people.deactivate(ADMIN, anna.id, last) == replace(anna, active_to=last)
        assert people.list(ADMIN) == [replace(anna, active_to=last)]
        assert people.reactivate(ADMIN, anna.id) == anna
        assert people.list(ADMIN) == [anna]
        with pytest.raises(BadInput):
            people.deactivate(ADMIN, anna.id, date(2026, 2, 28))

    def test_a_person_who_is_gone_cannot_be_changed(self, people: PeopleService):
        with pytest.raises(NotFound):
            people.deactivate(ADMIN, new_id(), date(2026, 3, 1))
        with pytest.raises(NotFound):
            people.update(ADMIN, Person(new_id(), "1", "Nobody"))


class TestSettingPhotosAside:
    def test_the_gallery_follows_at_once_and_back(
        self, people: PeopleService, database: Database, model_service: ModelService, photo: Photos
    ):
        anna = people.enrol(ADMIN, ANNA, [photo(2), photo(2, 1)]).person
        vectors = np.stack([template.vector for template in every_template(database)])
        one, other = photos_of(database, anna)
        before = model_service.gallery().likeness(anna.id, vectors)
        assert people.set_photo_aside(ADMIN, one.id, " blurred ") == 1
        assert photos_of(database, anna)[0].set_aside == "blurred"
        assert model_service.gallery().likeness(anna.id, vectors)[1] == pytest.approx(1, abs=1e-5)
        assert people.set_photo_aside(ADMIN, other.id, "blurred") == 0
        assert model_service.gallery().people == 0
        assert people.bring_photo_back(ADMIN, other.id) == 1
        assert people.bring_photo_back(ADMIN, one.id) == 2
        assert model_service.gallery().likeness(anna.id, vectors) == pytest.approx(before, abs=1e-5)

    def test_a_gallery_that_is_not_needed_yet_is_not_loaded_for_it(
        self, people: PeopleService, database: Database, models_home: Home, photo: Photos
    ):
        anna = people.enrol(ADMIN, ANNA, [photo(2)]).person
        later = ModelService(models_home, SETTINGS, database)
        PeopleService(database, later).set_photo_aside(ADMIN, photos_of(database, anna)[0].id, "blurred")
        assert later.gallery_in_use is None
        assert later.gallery().people == 0

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_it_needs_a_reason(self, people: PeopleService, database: Database, photo: Photos, reason: str):
        anna = people.enrol(ADMIN, ANNA, [photo(2)]).person
        with pytest.raises(BadInput, match="reason"):
            people.set_photo_aside(ADMIN, photos_of(database, anna)[0].id, reason)
        assert photos_of(database, anna)[0].set_aside is None

    def test_a_photo_that_is_gone_is_told(self, people: PeopleService):
        with pytest.raises(NotFound):
            people.set_photo_aside(ADMIN, new_id(), "blurred")

    def test_a_photo_keeps_which_way_it_looks_and_how_good_it_is(
        self, people: PeopleService, database: Database, photo: Photos
    ):
        (kept,) = photos_of(database, people.enrol(ADMIN, ANNA, [photo(2)]).person)
        assert kept.pose is Pose.FRONT
        assert kept.score is not None
        assert 0 < kept.score <= 1


def test_two_threads_that_enrol_one_face_enrol_it_once(
    people: PeopleService, model_service: ModelService, photo: Photos
):
    model_service.gallery()
    newcomers = [Newcomer(f"{number}", f"Person {number}") for number in range(4)]
    photos = [photo(2, variant) for variant in range(4)]

    def enrol(newcomer: Newcomer, path: Path) -> object:
        try:
            return people.enrol(ADMIN, newcomer, [path])
        except LooksLikeSomeoneElse as error:
            return error

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(enrol, newcomers, photos))
    refused = [each for each in outcomes if isinstance(each, LooksLikeSomeoneElse)]
    (stored_one,) = people.list(ADMIN)
    assert len(refused) == 3
    assert {each.likeness.other for each in refused} == {stored_one}
    assert model_service.gallery().people == 1


class TestPermissions:
    @pytest.mark.parametrize("role", [role for role in Role if Permission.MANAGE_PEOPLE not in PERMISSIONS[role]])
    def test_who_may_not_manage_people_enrols_nobody(self, people: PeopleService, photo: Photos, role: Role):
        actor = Actor("somebody", role)
        with pytest.raises(PermissionDenied):
            people.enrol(actor, ANNA, [photo(2)])
        people.enrol(ADMIN, ANNA, [])
        with pytest.raises(PermissionDenied):
            people.add_photos(actor, "0001", [photo(2)])
        for change in (
            lambda: people.check(actor, "0001", []),
            lambda: people.update(actor, Person(new_id(), "1", "Nobody")),
            lambda: people.deactivate(actor, new_id(), date(2026, 3, 1)),
            lambda: people.reactivate(actor, new_id()),
            lambda: people.set_photo_aside(actor, new_id(), "blurred"),
            lambda: people.bring_photo_back(actor, new_id()),
        ):
            with pytest.raises(PermissionDenied):
                change()
        assert [person.number for person in people.list(actor)] == ["0001"]

    @pytest.mark.parametrize("role", [role for role in Role if Permission.MANAGE_PEOPLE in PERMISSIONS[role]])
    def test_who_may_manage_people_does(self, people: PeopleService, role: Role):
        people.enrol(Actor("somebody", role), ANNA, [])
        assert len(people.list(ADMIN)) == 1


def test_after_a_restart_people_are_found_by_what_was_stored(
    people: PeopleService, database: Database, models_home: Home, photo: Photos
):
    enrolled = {people.enrol(ADMIN, Newcomer(f"{n}", f"Person {n}"), [photo(n)]).person.id for n in (2, 3, 5)}
    fresh = ModelService(models_home, SETTINGS, database).gallery()
    assert fresh.contract_id == CONTRACT
    assert fresh.people == 3
    templates = every_template(database)
    matches = fresh.search(np.stack([template.vector for template in templates]))
    assert {match.person_id for match in matches if match} == enrolled
    assert all(match and match.person_id == each.person_id for match, each in zip(matches, templates, strict=True))
