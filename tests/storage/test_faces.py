from dataclasses import replace
from uuid import UUID

import numpy as np
import pytest
from tests.facts import CROP, NOON, a_person

from faceattend.domain.errors import AlreadyExists, NotFound
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, Photo
from faceattend.domain.templates import Template
from faceattend.storage.database import Database, Work

PACK = "pack/1"


@pytest.fixture
def ada(database: Database) -> Person:
    person = a_person()
    with database.transaction() as work:
        work.people.add(person)
    return person


def a_photo(person: Person, set_aside: str | None = None) -> Photo:
    return Photo(new_id(), person.id, NOON, CROP, set_aside)


def a_template(photo: Photo, contract_id: str = PACK, vector: np.ndarray | None = None) -> Template:
    values = np.ones(4, np.float32) if vector is None else vector
    return Template(new_id(), photo.person_id, photo.id, contract_id, values)


def template_ids(work: Work, contract_id: str = PACK) -> set[UUID]:
    return {template.id for template in work.faces.templates(contract_id)}


def test_photos_come_back_oldest_first_with_those_set_aside(database: Database, ada: Person):
    photos = [a_photo(ada), a_photo(ada, "blurred"), a_photo(ada)]
    with database.transaction() as work:
        for photo in photos:
            work.faces.add_photo(photo)
    with database.reading() as work:
        assert work.faces.photos(ada.id) == photos
        assert work.faces.photos(new_id()) == []


def test_a_vector_comes_back_bit_by_bit(database: Database, ada: Person):
    vector = np.random.default_rng(1).standard_normal(512).astype(np.float32)
    photo = a_photo(ada)
    with database.transaction() as work:
        work.faces.add_photo(photo)
        work.faces.add_template(a_template(photo, vector=vector))
    with database.reading() as work:
        (back,) = work.faces.templates(PACK)
    assert back.vector.dtype == np.float32
    assert np.array_equal(back.vector, vector)
    assert (back.person_id, back.photo_id, back.contract_id) == (ada.id, photo.id, PACK)


def test_templates_of_different_packs_never_meet(database: Database, ada: Person):
    photo = a_photo(ada)
    one, other = a_template(photo), a_template(photo, "pack/2")
    with database.transaction() as work:
        work.faces.add_photo(photo)
        work.faces.add_template(one)
        work.faces.add_template(other)
        assert template_ids(work) == {one.id}
        assert template_ids(work, "pack/2") == {other.id}
        assert [work.faces.template_count(pack) for pack in (PACK, "pack/2", "pack/3")] == [1, 1, 0]


def test_templates_of_photos_set_aside_are_left_out(database: Database, ada: Person):
    used, aside = a_photo(ada), a_photo(ada, "shows somebody else")
    kept, left_out = a_template(used), a_template(aside)
    with database.transaction() as work:
        for photo in (used, aside):
            work.faces.add_photo(photo)
        for template in (kept, left_out):
            work.faces.add_template(template)
        assert template_ids(work) == {kept.id}
        assert work.faces.template_count(PACK) == 1


def test_many_templates_are_streamed(database: Database, ada: Person):
    photos = [a_photo(ada) for _ in range(2500)]
    with database.transaction() as work:
        for photo in photos:
            work.faces.add_photo(photo)
            work.faces.add_template(a_template(photo))
    with database.reading() as work:
        stream = work.faces.templates(PACK)
        assert next(stream).person_id == ada.id
        assert 1 + sum(1 for _ in stream) == work.faces.template_count(PACK) == 2500


def test_one_template_for_each_photo_and_pack(database: Database, ada: Person):
    photo = a_photo(ada)
    with database.transaction() as work:
        work.faces.add_photo(photo)
        work.faces.add_template(a_template(photo))
    with pytest.raises(AlreadyExists), database.transaction() as work:
        work.faces.add_template(a_template(photo))


def test_a_photo_needs_a_stored_person(database: Database):
    with pytest.raises(NotFound), database.transaction() as work:
        work.faces.add_photo(a_photo(a_person()))


def test_a_template_needs_a_stored_photo(database: Database, ada: Person):
    with pytest.raises(NotFound), database.transaction() as work:
        work.faces.add_template(a_template(a_photo(ada)))


def test_a_photo_is_set_aside_and_used_again(database: Database, ada: Person):
    photo, other = a_photo(ada), a_photo(ada)
    template = a_template(photo)
    with database.transaction() as work:
        work.faces.add_photo(photo)
        work.faces.add_photo(other)
        work.faces.add_template(template)
        work.faces.set_aside(photo.id, "blurred")
    with database.transaction() as work:
        assert work.faces.photo(photo.id) == replace(photo, set_aside="blurred")
        assert work.faces.photos_in_use(ada.id) == 1
        assert template_ids(work) == set()
        assert [each.id for each in work.faces.templates_of_photo(photo.id, PACK)] == [template.id]
        assert work.faces.templates_of(ada.id, PACK) == []
        work.faces.set_aside(photo.id, None)
        assert work.faces.photos_in_use(ada.id) == 2
        assert [each.id for each in work.faces.templates_of(ada.id, PACK)] == [template.id]
        assert work.faces.templates_of(ada.id, "pack/2") == []


def test_a_photo_that_is_not_stored_cannot_be_set_aside(database: Database):
    with pytest.raises(NotFound), database.transaction() as work:
        work.faces.set_aside(new_id(), "blurred")
    with database.reading() as work:
        assert work.faces.photo(new_id()) is None
        assert work.faces.photos_in_use(new_id()) == 0


def test_pictures_of_several_photos_are_read_at_once(database: Database, ada: Person):
    photos = [replace(a_photo(ada), jpeg=bytes([number])) for number in range(3)]
    with database.transaction() as work:
        for photo in photos:
            work.faces.add_photo(photo)
    with database.reading() as work:
        assert work.faces.jpegs([photos[0].id, photos[2].id, new_id()]) == {photos[0].id: b"\0", photos[2].id: b"\2"}
