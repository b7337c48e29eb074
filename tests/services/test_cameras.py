import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.facts import NOON

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION, Actor, Role
from faceattend.domain.cameras import Camera, CameraRole
from faceattend.domain.errors import AlreadyExists, BadInput, CameraUnreachable, NotFound, PermissionDenied
from faceattend.domain.vision import Frame
from faceattend.services.cameras import CameraService, NewCamera
from faceattend.services.sites import zones
from faceattend.storage.database import Database

HR = Actor("HR", Role.HR)


class FakeSource:
    """Gives some frames, then ends or breaks off."""

    def __init__(self, camera: Camera, frames: int, ending: Exception | None = None) -> None:
        self.camera, self.left, self.ending = camera, frames, ending
        self.closed = 0

    def read(self) -> Frame | None:
        if self.left == 0:
            if self.ending is not None:
                raise self.ending
            return None
        self.left -= 1
        return Frame(self.camera.id, self.left, NOON, np.zeros((48, 64, 3), np.uint8))

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(Home(tmp_path / "home"), os.urandom(32))
    yield opened
    opened.close()


@pytest.fixture
def service(database: Database) -> CameraService:
    return CameraService(database)


def door(**changes: object) -> NewCamera:
    fields = {"name": "Front door", "source": "rtsp://user:hush@camera.lan/s", "role": CameraRole.ENTRY}
    return NewCamera(**fields | changes)


def test_a_camera_is_added_with_sensible_defaults(service: CameraService, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    camera = service.add(LOCAL_ADMINISTRATOR, door())
    assert (camera.site.name, camera.site.zone) == ("Main", "Asia/Tokyo")
    assert (camera.fps, camera.min_face_px, camera.enabled) == (10.0, 48, True)
    assert service.get(STATION, " Front door ") == camera
    assert service.list(STATION) == [camera]


def test_cameras_of_one_site_share_it_and_its_first_zone(service: CameraService, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    first = service.add(LOCAL_ADMINISTRATOR, door(site="Annex"))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    second = service.add(LOCAL_ADMINISTRATOR, door(name="Back door", site=" Annex "))
    assert first.site == second.site


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0", "device:0"),
        ("RTSP://camera.lan/s", "rtsp://camera.lan/s"),
        ("clips/door.mp4", "file:{here}/clips/door.mp4"),
        ("loop:door.mp4", "loop:{here}/door.mp4"),
        ("~/door.mp4", "file:{home}/door.mp4"),
        ("loop:/srv/door.mp4", "loop:/srv/door.mp4"),
        ("stills:photos:/srv/more", "stills:{here}/photos:/srv/more"),
    ],
)
def test_a_file_keeps_its_meaning_wherever_the_program_is_started(
    service: CameraService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, stored: str
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    camera = service.add(LOCAL_ADMINISTRATOR, door(source=typed))
    assert camera.source == stored.format(here=tmp_path, home=tmp_path / "me")


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "  "},
        {"name": "Front\ndoor"},
        {"site": ""},
        {"source": ""},
        {"source": "rtsp:"},
        {"source": "telepathy:the-porter"},
        {"source": "admin:hush@camera.lan"},
        {"fps": 0.49},
        {"fps": 30.1},
        {"fps": float("nan")},
        {"min_face_px": 15},
        {"min_face_px": 1001},
    ],
)
def test_what_cannot_be_is_refused_without_a_trace(
    service: CameraService, database: Database, wrong: dict[str, object]
):
    with pytest.raises(BadInput) as caught:
        service.add(LOCAL_ADMINISTRATOR, door(**wrong))
    assert "hush" not in str(caught.value)
    with database.reading() as work:
        assert (work.cameras.list(), work.sites.list()) == ([], [])


@pytest.mark.parametrize("limits", [{"fps": 2, "min_face_px": 16}, {"fps": 30, "min_face_px": 1000}])
def test_the_bounds_themselves_are_allowed(service: CameraService, limits: dict[str, object]):
    assert service.add(LOCAL_ADMINISTRATOR, door(**limits)).fps == limits["fps"]


def test_a_taken_name_is_refused_and_leaves_no_site_behind(service: CameraService, database: Database):
    service.add(LOCAL_ADMINISTRATOR, door())
    with pytest.raises(AlreadyExists, match="'Front door'"):
        service.add(LOCAL_ADMINISTRATOR, door(site="Annex"))
    with database.reading() as work:
        assert [site.name for site in work.sites.list()] == ["Main"]


def test_an_unknown_name(service: CameraService):
    with pytest.raises(NotFound, match="'Back door'"):
        service.get(STATION, "Back door")
    with pytest.raises(NotFound):
        service.test(LOCAL_ADMINISTRATOR, "Back door", 1)


def test_only_those_who_may_manage_cameras(service: CameraService):
    with pytest.raises(PermissionDenied):
        service.add(HR, door())
    service.add(LOCAL_ADMINISTRATOR, door())
    with pytest.raises(PermissionDenied):
        service.test(HR, "Front door", 1)
    assert len(service.list(HR)) == 1


def test_no_role_that_may_not_view_sees_cameras(service: CameraService, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("faceattend.domain.access.PERMISSIONS", dict.fromkeys(Role, frozenset()))
    with pytest.raises(PermissionDenied):
        service.list(HR)
    with pytest.raises(PermissionDenied):
        service.get(HR, "Front door")


def test_a_request_is_printed_without_its_password():
    assert "hush" not in repr(door())


def test_a_real_video_is_tried_out(service: CameraService, videos: Path):
    service.add(LOCAL_ADMINISTRATOR, door(source=f"loop:{videos / 'door.mp4'}"))
    outcome = service.test(LOCAL_ADMINISTRATOR, "Front door", 1.0)
    assert outcome.ok
    assert outcome.error is None
    assert outcome.frames > 3
    assert outcome.first_frame_ms is not None
    assert 0 < outcome.first_frame_ms < 5000
    assert outcome.width is not None
    assert outcome.height is not None
    assert outcome.width > outcome.height > 0
    assert outcome.fps is not None
    assert 3 < outcome.fps < 30


def test_a_missing_file_is_said_in_plain_words(service: CameraService):
    service.add(LOCAL_ADMINISTRATOR, door(source="/nowhere/door.mp4"))
    outcome = service.test(LOCAL_ADMINISTRATOR, "Front door", 1.0)
    assert not outcome.ok
    assert outcome.error is not None
    assert "/nowhere/door.mp4" in outcome.error
    assert (outcome.frames, outcome.first_frame_ms, outcome.width, outcome.fps) == (0, None, None, None)


def try_out(database: Database, source: FakeSource | Exception) -> object:
    def open_camera(camera: Camera) -> FakeSource:
        if isinstance(source, Exception):
            raise source
        source.camera = camera
        return source

    service = CameraService(database, open_camera)
    service.add(LOCAL_ADMINISTRATOR, door())
    return service.test(LOCAL_ADMINISTRATOR, "Front door", 60)


def test_a_camera_that_refuses_is_an_outcome_and_its_password_stays_hidden(database: Database):
    outcome = try_out(database, CameraUnreachable("Cannot open rtsp://user:hush@camera.lan/s."))
    assert outcome.error == "Cannot open rtsp://user:•••@camera.lan/s."
    assert not outcome.ok


def test_a_camera_that_breaks_off_tells_what_it_gave_before(database: Database):
    source = FakeSource(None, 5, CameraUnreachable("Camera Front door broke off."))
    outcome = try_out(database, source)
    assert (outcome.frames, outcome.width, outcome.height, outcome.ok) == (5, 64, 48, False)
    assert outcome.error == "Camera Front door broke off."
    assert source.closed == 1


@pytest.mark.parametrize(("frames", "ok"), [(0, False), (1, True), (3, True)])
def test_a_source_that_ends(database: Database, frames: int, *, ok: bool):
    source = FakeSource(None, frames)
    outcome = try_out(database, source)
    assert (outcome.frames, outcome.ok) == (frames, ok)
    assert (outcome.fps is None) == (frames < 2)
    assert (outcome.error is None) == ok
    assert source.closed == 1


class TestZones:
    def test_a_new_site_takes_the_zone_given(self, service: CameraService):
        camera = service.add(
            LOCAL_ADMINISTRATOR, NewCamera(name="A", source="0", role=CameraRole.ENTRY, site="S", zone="Asia/Tokyo")
        )
        assert camera.site.zone == "Asia/Tokyo"

    def test_a_site_keeps_its_zone(self, service: CameraService):
        service.add(
            LOCAL_ADMINISTRATOR, NewCamera(name="A", source="0", role=CameraRole.ENTRY, site="S", zone="Asia/Tokyo")
        )
        with pytest.raises(BadInput, match="Asia/Tokyo"):
            service.add(
                LOCAL_ADMINISTRATOR,
                NewCamera(name="B", source="1", role=CameraRole.EXIT, site="S", zone="Europe/Berlin"),
            )
        assert [camera.name for camera in service.list(LOCAL_ADMINISTRATOR)] == ["A"]

    def test_a_zone_that_does_not_exist_is_refused(self, service: CameraService):
        with pytest.raises(BadInput, match="Mars"):
            service.add(
                LOCAL_ADMINISTRATOR, NewCamera(name="A", source="0", role=CameraRole.ENTRY, zone="Mars/Olympus")
            )
        assert service.list(LOCAL_ADMINISTRATOR) == []


class TestEnabling:
    def test_a_disabled_camera_stays_listed_and_can_be_enabled_again(self, service: CameraService):
        service.add(LOCAL_ADMINISTRATOR, NewCamera(name="A", source="0", role=CameraRole.ENTRY))
        assert not service.set_enabled(LOCAL_ADMINISTRATOR, "A", enabled=False).enabled
        assert [camera.enabled for camera in service.list(LOCAL_ADMINISTRATOR)] == [False]
        assert service.set_enabled(LOCAL_ADMINISTRATOR, "A", enabled=True).enabled

    def test_a_camera_that_does_not_exist_cannot_be_disabled(self, service: CameraService):
        with pytest.raises(NotFound, match="nowhere"):
            service.set_enabled(LOCAL_ADMINISTRATOR, "nowhere", enabled=False)


class TestChanging:
    def test_everything_but_its_being_enabled_is_changed(self, service: CameraService):
        camera = service.add(LOCAL_ADMINISTRATOR, door())
        service.set_enabled(LOCAL_ADMINISTRATOR, camera.name, enabled=False)
        changed = service.update(
            LOCAL_ADMINISTRATOR,
            camera.id,
            NewCamera(
                name=" Gate ", source="1", role=CameraRole.EXIT, site="Annex", zone="Asia/Tokyo", fps=5, min_face_px=80
            ),
        )
        assert (changed.id, changed.name, changed.source, changed.role) == (
            camera.id,
            "Gate",
            "device:1",
            CameraRole.EXIT,
        )
        assert (changed.site.zone, changed.fps, changed.min_face_px, changed.enabled) == ("Asia/Tokyo", 5, 80, False)
        assert service.list(STATION) == [changed]

    def test_a_taken_name_is_refused_and_nothing_changes(self, service: CameraService):
        first, second = (service.add(LOCAL_ADMINISTRATOR, door(name=name)) for name in ("A", "B"))
        with pytest.raises(AlreadyExists, match="'A'"):
            service.update(LOCAL_ADMINISTRATOR, second.id, door(name="A", site="Annex"))
        assert service.list(STATION) == [first, second]
        assert [site.name for site in service.sites(STATION)] == ["Main"]

    def test_it_may_keep_its_own_name(self, service: CameraService):
        camera = service.add(LOCAL_ADMINISTRATOR, door())
        assert service.update(LOCAL_ADMINISTRATOR, camera.id, door(fps=4)).fps == 4

    @pytest.mark.parametrize("wrong", [{"name": " "}, {"fps": 99}, {"source": "rtsp:"}, {"zone": "Mars/Olympus"}])
    def test_what_cannot_be_is_refused(self, service: CameraService, wrong: dict[str, object]):
        camera = service.add(LOCAL_ADMINISTRATOR, door())
        with pytest.raises(BadInput):
            service.update(LOCAL_ADMINISTRATOR, camera.id, door(**wrong))
        assert service.list(STATION) == [camera]

    def test_one_that_is_gone(self, service: CameraService):
        camera = service.add(LOCAL_ADMINISTRATOR, door())
        service.remove(LOCAL_ADMINISTRATOR, camera.id)
        assert service.list(STATION) == []
        for attempt in (
            lambda: service.update(LOCAL_ADMINISTRATOR, camera.id, door()),
            lambda: service.remove(LOCAL_ADMINISTRATOR, camera.id),
            lambda: service.get(STATION, camera.name),
        ):
            with pytest.raises(NotFound):
                attempt()
        assert service.add(LOCAL_ADMINISTRATOR, door()).name == camera.name


def test_zones_are_places_that_cameras_may_stand_in(service: CameraService):
    found = zones()
    assert {"Europe/Berlin", "Asia/Tokyo", "UTC"} <= set(found)
    assert found[:-1] == sorted(found[:-1])
    assert service.add(LOCAL_ADMINISTRATOR, door(zone=found[0])).site.zone == found[0]
