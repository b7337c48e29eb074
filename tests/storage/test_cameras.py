from dataclasses import replace

import pytest
from tests.facts import BERLIN, a_camera, a_person, a_punch, a_sighting

from faceattend.domain.cameras import Camera, CameraRole
from faceattend.domain.errors import AlreadyExists, NotFound
from faceattend.domain.ids import new_id
from faceattend.storage.database import Database


def test_a_site_is_made_once_and_keeps_its_zone(database: Database):
    with database.transaction() as work:
        made = work.sites.get_or_add("Main", "Europe/Berlin")
    with database.transaction() as work:
        assert work.sites.get_or_add("Main", "Asia/Tokyo") == made
        other = work.sites.get_or_add("Annex", "Asia/Tokyo")
        assert work.sites.list() == [other, made]


def test_a_camera_comes_back_with_its_site_and_login(database: Database):
    with database.transaction() as work:
        site = work.sites.get_or_add("Main", "UTC")
        camera = a_camera(site=site, source="rtsp://user:häsh@camera.lan", fps=7.5, min_face_px=60, enabled=False)
        work.cameras.add(camera)
    with database.reading() as work:
        assert work.cameras.get(camera.id) == work.cameras.by_name("Front door") == camera
        assert work.cameras.list() == [camera]


def test_no_camera_is_no_camera(database: Database):
    with database.reading() as work:
        assert work.cameras.get(new_id()) is None
        assert work.cameras.by_name("Front door") is None
        assert work.cameras.list() == []


def test_cameras_are_listed_by_name(database: Database):
    with database.transaction() as work:
        site = work.sites.get_or_add("Main", "UTC")
        for name in ("Yard", "Back door", "Front door"):
            work.cameras.add(a_camera(name=name, site=site))
        assert [camera.name for camera in work.cameras.list()] == ["Back door", "Front door", "Yard"]


def test_a_taken_name_is_named(database: Database):
    with database.transaction() as work:
        site = work.sites.get_or_add("Main", "UTC")
        work.cameras.add(a_camera(site=site))
        with pytest.raises(AlreadyExists, match="The camera name 'Front door' is taken already"):
            work.cameras.add(a_camera(site=site))


def test_what_changed_is_stored(database: Database):
    with database.transaction() as work:
        camera = a_camera(site=work.sites.get_or_add("Main", "UTC"))
        work.cameras.add(camera)
        changed = replace(
            camera, name="Gate", role=CameraRole.EXIT, source="device:1", site=work.sites.get_or_add("Annex", "UTC")
        )
        work.cameras.update(changed)
    with database.reading() as work:
        assert work.cameras.list() == [changed]


def test_a_camera_that_is_not_stored_cannot_be_changed(database: Database):
    with pytest.raises(NotFound, match="Front door"), database.transaction() as work:
        work.cameras.update(a_camera())


def test_a_camera_needs_a_stored_site(database: Database):
    with pytest.raises(NotFound), database.transaction() as work:
        work.cameras.add(a_camera(site=BERLIN))


class TestRemoving:
    @pytest.fixture
    def camera(self, database: Database) -> Camera:
        with database.transaction() as work:
            made = a_camera(site=work.sites.get_or_add("Main", "UTC"), source="rtsp://user:hush@camera.lan")
            work.cameras.add(made)
        return made

    def test_one_that_saw_nothing_is_gone(self, database: Database, camera: Camera):
        with database.transaction() as work:
            work.cameras.remove(camera)
        with database.reading() as work:
            assert (work.cameras.list(), work.cameras.present(), work.cameras.get(camera.id)) == ([], [], None)

    def test_one_that_saw_somebody_is_kept_hidden_without_its_address_and_its_name_is_free(
        self, database: Database, camera: Camera
    ):
        with database.transaction() as work:
            work.sightings.add(a_sighting(camera_id=camera.id, person_id=None))
            work.cameras.remove(camera)
        with database.transaction() as work:
            assert (work.cameras.present(), work.cameras.by_name(camera.name)) == ([], None)
            (kept,) = work.cameras.list()
            assert (kept.id, kept.name, kept.enabled) == (camera.id, "Front door (removed)", False)
            assert "hush" not in kept.source
            assert work.cameras.get(camera.id) == kept
            work.cameras.add(replace(camera, id=new_id()))
            assert work.cameras.by_name("Front door (removed)") is None

    def test_a_punch_keeps_its_camera_too(self, database: Database, camera: Camera):
        person = a_person()
        with database.transaction() as work:
            work.people.add(person)
            sighting = a_sighting(camera_id=camera.id, person_id=person.id)
            work.sightings.add(sighting)
            work.punches.add(
                a_punch(
                    person_id=person.id,
                    camera_id=camera.id,
                    sighting_id=sighting.id,
                    site_id=camera.site.id,
                    zone="UTC",
                )
            )
        with database.transaction() as work:
            work.cameras.remove(camera)
        with database.reading() as work:
            assert [each.name for each in work.cameras.list()] == ["Front door (removed)"]

    def test_two_of_one_name_removed_one_after_the_other(self, database: Database, camera: Camera):
        with database.transaction() as work:
            work.sightings.add(a_sighting(camera_id=camera.id, person_id=None))
            work.cameras.remove(camera)
            second = replace(camera, id=new_id())
            work.cameras.add(second)
            work.sightings.add(a_sighting(camera_id=second.id, person_id=None))
            work.cameras.remove(second)
        with database.reading() as work:
            assert [each.name for each in work.cameras.list()] == ["Front door (removed)", "Front door (removed) 2"]

    def test_a_removed_one_is_neither_changed_nor_removed_again(self, database: Database, camera: Camera):
        with database.transaction() as work:
            work.sightings.add(a_sighting(camera_id=camera.id, person_id=None))
            work.cameras.remove(camera)
        for attempt in ("update", "remove"):
            with pytest.raises(NotFound), database.transaction() as work:
                getattr(work.cameras, attempt)(camera)
