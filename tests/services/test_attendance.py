import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.facts import CROP, NOON, a_camera, a_person, a_punch, a_sighting, instant

from faceattend.config.paths import Home
from faceattend.config.settings import AttendanceSettings
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION, Actor, Role
from faceattend.domain.attendance import Direction, Punch
from faceattend.domain.cameras import Camera, CameraRole
from faceattend.domain.errors import NotFound, PermissionDenied, SettingsError, StorageError
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.domain.vision import Sighting, Verdict
from faceattend.services.attendance import AttendanceService
from faceattend.storage.database import Database

HR = Actor("HR", Role.HR)
DAY = timedelta(days=1)
COOL_DOWN = AttendanceSettings().cool_down
RECORD_FOR_EVER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from faceattend.config.paths import Home
from faceattend.config.settings import AttendanceSettings
from faceattend.domain.access import STATION
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Sighting, Verdict
from faceattend.services.attendance import AttendanceService
from faceattend.storage.database import Database
root, key, camera, person = sys.argv[1:]
database = Database.open(Home(Path(root)), bytes.fromhex(key))
service = AttendanceService(database, AttendanceSettings(cool_down_minutes=0))
while True:
    now, crop = datetime.now(UTC), bytes(9000)
    punch = service.record(STATION, Sighting(
        new_id(), UUID(camera), now, Verdict.KNOWN, UUID(person), 0.7, None, -1.0, 3, "pack/1", crop
    ))
    print(punch.id, flush=True)
"""


@pytest.fixture(scope="module")
def key() -> bytes:
    return os.urandom(32)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("attendance") / "home")


@pytest.fixture(scope="module")
def database(home: Home, key: bytes) -> Iterator[Database]:
    """One for all tests of the module; each brings its own people and cameras."""
    opened = Database.open(home, key)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def service(database: Database) -> AttendanceService:
    return AttendanceService(database, AttendanceSettings())


def new_camera(database: Database, role: CameraRole = CameraRole.BOTH, zone: str = "Europe/Berlin") -> Camera:
    """A camera at a site of its own."""
    name = str(new_id())
    with database.transaction() as work:
        camera = a_camera(name=name, site=work.sites.get_or_add(name, zone), role=role)
        work.cameras.add(camera)
    return camera


def new_person(database: Database, **changes: object) -> Person:
    person = a_person(number=str(new_id()), **changes)
    with database.transaction() as work:
        work.people.add(person)
    return person


@pytest.fixture
def camera(database: Database) -> Camera:
    return new_camera(database)


@pytest.fixture
def ada(database: Database) -> Person:
    return new_person(database)


def seen(person: Person, camera: Camera, at: datetime = NOON) -> Sighting:
    return a_sighting(person_id=person.id, camera_id=camera.id, seen_at=at)


def punches_of(service: AttendanceService, person: Person) -> list[Punch]:
    everything = service.punches(LOCAL_ADMINISTRATOR, NOON - 9999 * DAY, NOON + 9999 * DAY)
    return [punch for punch in everything if punch.person_id == person.id]


def test_a_known_face_becomes_a_punch(service: AttendanceService, ada: Person, camera: Camera):
    sighting = seen(ada, camera)
    punch = service.record(STATION, sighting)
    assert punch is not None
    assert (punch.person_id, punch.at, punch.direction) == (ada.id, NOON, Direction.IN)
    assert (punch.camera_id, punch.site_id, punch.sighting_id) == (camera.id, camera.site.id, sighting.id)
    assert punches_of(service, ada) == [punch]
    assert service.sighting(HR, sighting.id) == sighting


def test_in_then_out(service: AttendanceService, ada: Person, camera: Camera):
    punches = [service.record(STATION, seen(ada, camera, NOON + hours * timedelta(hours=1))) for hours in range(4)]
    assert [punch.direction for punch in punches if punch] == [Direction.IN, Direction.OUT, Direction.IN, Direction.OUT]


def test_the_entrance_is_in_and_the_exit_is_out(service: AttendanceService, database: Database, ada: Person):
    entry, leave = new_camera(database, CameraRole.ENTRY), new_camera(database, CameraRole.EXIT)
    came, left = service.record(STATION, seen(ada, entry)), service.record(STATION, seen(ada, leave, NOON + DAY / 2))
    assert came is not None
    assert left is not None
    assert (came.direction, left.direction) == (Direction.IN, Direction.OUT)


def test_the_same_pass_makes_one_punch_and_every_sighting_is_kept(
    service: AttendanceService, ada: Person, camera: Camera
):
    sightings = [seen(ada, camera, NOON + n * COOL_DOWN / 3) for n in range(4)]
    punched = [service.record(STATION, sighting) is not None for sighting in sightings]
    assert punched == [True, False, False, True]
    assert [service.sighting(HR, sighting.id) for sighting in sightings] == sightings


def test_a_cool_down_longer_than_a_presence_is_kept_too(database: Database, ada: Person, camera: Camera):
    service = AttendanceService(database, AttendanceSettings(cool_down_minutes=24 * 60))
    assert service.record(STATION, seen(ada, camera)) is not None
    assert service.record(STATION, seen(ada, camera, NOON + timedelta(hours=23))) is None
    assert service.record(STATION, seen(ada, camera, NOON + timedelta(hours=24))) is not None


def test_recording_again_returns_the_same_punch_and_stores_nothing(
    service: AttendanceService, ada: Person, camera: Camera
):
    sighting, within = seen(ada, camera), seen(ada, camera, NOON + COOL_DOWN / 2)
    first, second = service.record(STATION, sighting), service.record(STATION, within)
    assert service.record(STATION, sighting) == first is not None
    assert service.record(STATION, within) is second is None
    assert punches_of(service, ada) == [first]


@pytest.mark.parametrize("verdict", [Verdict.UNKNOWN, Verdict.UNSURE])
def test_an_uncertain_face_is_kept_without_a_punch(
    service: AttendanceService, ada: Person, camera: Camera, verdict: Verdict
):
    sighting = replace(seen(ada, camera), verdict=verdict)
    assert service.record(STATION, sighting) is None
    assert service.sighting(HR, sighting.id) == sighting


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
@pytest.mark.parametrize(("clock", "counts"), [("00:00", True), ("23:59:59", True), ("24:00", False), ("-0:01", False)])
def test_the_active_days_are_those_of_the_site(
    service: AttendanceService, database: Database, zone: str, clock: str, *, counts: bool
):
    sign, hours, minutes, seconds = _clock(clock)
    person = new_person(database, active_from=date(2026, 3, 2), active_to=date(2026, 3, 2))
    midnight = instant("2026-03-02T00:00", zone)
    at = midnight + sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)
    sighting = seen(person, new_camera(database, zone=zone), at)
    assert (service.record(STATION, sighting) is not None) == counts
    assert service.sighting(HR, sighting.id) == sighting


def _clock(text: str) -> tuple[int, int, int, int]:
    hours, minutes, seconds = (*map(int, text.lstrip("-").split(":")), 0)[:3]
    return (-1 if text.startswith("-") else 1), hours, minutes, seconds


def test_an_unknown_person_or_camera_is_kept_without_a_punch(
    service: AttendanceService, ada: Person, camera: Camera, caplog: pytest.LogCaptureFixture
):
    strays = [
        a_sighting(camera_id=camera.id),
        a_sighting(person_id=ada.id),
        a_sighting(),
        a_sighting(verdict=Verdict.KNOWN, person_id=None, camera_id=camera.id),
    ]
    assert [service.record(STATION, stray) for stray in strays] == [None] * 4
    assert [service.record(STATION, stray) for stray in strays] == [None] * 4
    assert [service.sighting(HR, stray.id) for stray in strays] == strays
    assert str(strays[0].id) in caplog.text


def test_a_zone_this_machine_does_not_know_is_said_and_the_sighting_may_be_recorded_later(
    service: AttendanceService, database: Database, ada: Person
):
    lost = new_camera(database, zone="Atlantis/Capital")
    with pytest.raises(SettingsError, match="Atlantis/Capital"):
        service.record(STATION, seen(ada, lost))
    assert punches_of(service, ada) == []


def test_punches_are_read_by_instant_without_the_end(service: AttendanceService, ada: Person, camera: Camera):
    at = NOON + 500 * DAY
    later, earlier = (service.record(STATION, seen(ada, camera, at + hours * timedelta(hours=1))) for hours in (2, 1))
    end = at + timedelta(hours=3)
    assert service.record(STATION, seen(ada, camera, end)) is not None
    assert service.punches(HR, at, end) == [earlier, later]


def test_a_sighting_that_is_not_there(service: AttendanceService):
    with pytest.raises(NotFound):
        service.sighting(HR, new_id())


def test_pictures_of_the_nameless_are_erased_when_their_time_is_over(database: Database, camera: Camera, ada: Person):
    service = AttendanceService(database, AttendanceSettings(unknown_days=7))
    long_ago = NOON - 1000 * DAY
    expired = replace(seen(ada, camera, long_ago - 7.001 * DAY), verdict=Verdict.UNKNOWN, person_id=None)
    unsure = replace(seen(ada, camera, long_ago - 8 * DAY), verdict=Verdict.UNSURE)
    fresh = replace(expired, id=new_id(), seen_at=long_ago - 6.999 * DAY)
    known = seen(ada, camera, long_ago - 30 * DAY)
    for sighting in (expired, unsure, fresh, known):
        service.record(STATION, sighting)
    assert service.erase_expired(STATION, long_ago) == 2
    assert service.erase_expired(STATION, long_ago) == 0
    assert [service.sighting(HR, each.id).crop_jpeg for each in (expired, unsure)] == [b"", b""]
    assert [service.sighting(HR, each.id).crop_jpeg for each in (fresh, known)] == [CROP, CROP]


def test_permissions_are_checked_before_anything_else(service: AttendanceService, ada: Person, camera: Camera):
    sighting = seen(ada, camera)
    with pytest.raises(PermissionDenied):
        service.record(HR, sighting)
    with pytest.raises(PermissionDenied):
        service.erase_expired(HR, NOON)
    with pytest.raises(NotFound):
        service.sighting(HR, sighting.id)


def test_no_role_that_may_not_view_reads_attendance(service: AttendanceService, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("faceattend.domain.access.PERMISSIONS", dict.fromkeys(Role, frozenset()))
    with pytest.raises(PermissionDenied):
        service.punches(HR, NOON, NOON + DAY)
    with pytest.raises(PermissionDenied):
        service.sighting(HR, new_id())


def test_a_punch_and_its_sighting_are_stored_together_or_not_at_all(
    service: AttendanceService, database: Database, ada: Person, camera: Camera, monkeypatch: pytest.MonkeyPatch
):
    sighting = seen(ada, camera)
    with monkeypatch.context() as patch:
        patch.setattr(
            "faceattend.services.attendance.punch_for", lambda *_: replace(_punch(sighting), site_id=new_id())
        )
        with pytest.raises(NotFound):
            service.record(STATION, sighting)
    with database.reading() as work:
        assert work.sightings.get(sighting.id) is None
    assert service.record(STATION, sighting) is not None


def _punch(sighting: Sighting) -> Punch:
    return a_punch(person_id=sighting.person_id, sighting_id=sighting.id, camera_id=sighting.camera_id)


MINUTES = st.integers(0, 60)
PASSES = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2), MINUTES), min_size=1, max_size=10)


@given(passes=PASSES, data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_whatever_order_and_however_often_they_come_no_two_punches_are_within_the_cool_down(
    service: AttendanceService, database: Database, passes: list[tuple[int, int, int]], data: st.DataObject
):
    people = [new_person(database) for _ in range(2)]
    entrance, inner, elsewhere = new_camera(database), None, new_camera(database)
    with database.transaction() as work:
        inner = replace(a_camera(name=str(new_id())), site=entrance.site, role=CameraRole.EXIT)
        work.cameras.add(inner)
    cameras = [entrance, inner, elsewhere]
    sightings = [seen(people[who], cameras[where], NOON + timedelta(minutes=at)) for who, where, at in passes]
    replay = data.draw(st.permutations(sightings * 2))

    first = {}
    for sighting in replay:
        punch = service.record(STATION, sighting)
        assert first.setdefault(sighting.id, punch) == punch

    for person in people:
        own = punches_of(service, person)
        assert {punch.id for punch in own} == {
            punch.id for punch in first.values() if punch and punch.person_id == person.id
        }
        assert all(
            abs(one.at - other.at) >= COOL_DOWN for one, other in combinations(own, 2) if one.site_id == other.site_id
        )
        visited = {
            each.site.id for each in cameras for s in sightings if (s.person_id, s.camera_id) == (person.id, each.id)
        }
        assert {punch.site_id for punch in own} == visited
    with database.reading() as work:
        assert [work.sightings.get(sighting.id) for sighting in sightings] == sightings


def test_killed_while_recording_no_punch_that_was_shown_is_lost_or_there_twice(
    service: AttendanceService, database: Database, home: Home, key: bytes
):
    person, camera = new_person(database), new_camera(database)
    command = [sys.executable, "-c", RECORD_FOR_EVER, str(home.root), key.hex(), str(camera.id), str(person.id)]
    shown: list[UUID] = []
    for until in (7, 40):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            lines = [child.stdout.readline() for _ in range(until)]
            child.send_signal(signal.SIGKILL)
            lines += child.stdout.readlines()
        shown += [UUID(line.strip()) for line in lines if line.endswith("\n")]
    stored = punches_of(service, person)
    assert set(shown) <= {punch.id for punch in stored}
    assert len({punch.sighting_id for punch in stored}) == len(stored) <= len(shown) + 2
    for punch in stored:
        assert service.sighting(HR, punch.sighting_id).person_id == person.id
    assert database.check().startswith("sound")


def test_what_the_database_cannot_take_now_it_takes_later(
    service: AttendanceService, database: Database, ada: Person, camera: Camera
):
    sighting = seen(ada, camera)
    with database._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    try:
        with pytest.raises(StorageError):
            service.record(STATION, replace(sighting, crop_jpeg=os.urandom(100_000)))
    finally:
        with database._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000000")
    assert service.record(STATION, sighting) is not None
