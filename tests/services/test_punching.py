import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.facts import a_person, instant

from faceattend.config.paths import Home
from faceattend.config.settings import AttendanceSettings
from faceattend.domain.access import LOCAL_ADMINISTRATOR, PERMISSIONS, Actor, Permission, Role
from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.domain.cameras import Site
from faceattend.domain.errors import BadInput, CloseToAnother, NotFound, PermissionDenied, SettingsError
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.services.punching import ManualPunch, PunchingService
from faceattend.storage.database import Database

HR = Actor("Helena Brandt", Role.HR)
Make = Callable[..., ManualPunch]
NOW = instant("2026-11-20T12:00")
EIGHT = datetime.fromisoformat("2026-11-17T08:00")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database.open(Home(tmp_path_factory.mktemp("punching") / "home"), os.urandom(32))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def site(database: Database) -> Site:
    with database.transaction() as work:
        return work.sites.get_or_add("Northgate", "Europe/Berlin")


@pytest.fixture
def ada(database: Database) -> Person:
    person = a_person(number=str(new_id()), name="Ada", active_from=date(2026, 1, 2))
    with database.transaction() as work:
        work.people.add(person)
    return person


@pytest.fixture
def service(database: Database) -> PunchingService:
    return PunchingService(database, AttendanceSettings(cool_down_minutes=5))


@pytest.fixture
def wanted(ada: Person, site: Site) -> Make:
    def make(**changes: object) -> ManualPunch:
        fields: dict[str, Any] = {
            "person_id": ada.id, "site_id": site.id, "local": EIGHT, "direction": Direction.IN,
            "reason": "Door was open",
        }  # fmt: skip
        return ManualPunch(**fields | changes)

    return make


def stored(database: Database, person: Person) -> list[Punch]:
    with database.reading() as work:
        return work.punches.around(person.id, NOW - timedelta(days=999), NOW + timedelta(days=999))


def test_a_punch_by_hand_is_kept_with_its_reason_and_who_made_it(
    service: PunchingService, database: Database, wanted: Make, ada: Person, site: Site
):
    punch = service.add(HR, wanted(reason="  Door   was open\n for a delivery ", direction=Direction.OUT), NOW)
    assert stored(database, ada) == [punch]
    assert (punch.source, punch.reason, punch.made_by) == (
        PunchSource.MANUAL, "Door was open for a delivery", "Helena Brandt",
    )  # fmt: skip
    assert (punch.at, punch.local, punch.zone) == (datetime(2026, 11, 17, 7, tzinfo=UTC), EIGHT, "Europe/Berlin")
    assert (punch.direction, punch.site_id) == (Direction.OUT, site.id)
    assert punch.camera_id is punch.sighting_id is punch.score is None


@pytest.mark.parametrize("reason", ["", "  ", "ab", " a  \n"])
def test_without_a_reason_nothing_is_stored(
    service: PunchingService, database: Database, wanted: Make, ada: Person, reason: str
):
    with pytest.raises(BadInput, match="needs a reason"):
        service.add(HR, wanted(reason=reason), NOW)
    assert stored(database, ada) == []


def test_what_is_to_come_is_not_taken(service: PunchingService, wanted: Make):
    with pytest.raises(BadInput, match="still to come"):
        service.add(HR, wanted(local=datetime.fromisoformat("2026-11-20T12:01")), NOW)
    assert service.add(HR, wanted(local=datetime.fromisoformat("2026-11-20T12:00")), NOW).at == NOW


@pytest.mark.parametrize("minutes", [-4, 0, 4])
def test_a_punch_close_by_is_asked_about_and_may_be_confirmed(service: PunchingService, wanted: Make, minutes: int):
    service.add(HR, wanted(local=EIGHT + timedelta(minutes=minutes)), NOW)
    with pytest.raises(CloseToAnother, match=r"Ada has a punch in at 0[78]:"):
        service.add(HR, wanted(), NOW)
    assert service.add(HR, wanted(although_close=True), NOW).local == EIGHT


def test_the_cool_down_is_that_of_one_site_and_ends(service: PunchingService, database: Database, wanted: Make):
    with database.transaction() as work:
        other = work.sites.get_or_add("Southgate", "Europe/Berlin")
    for changes in ({}, {"local": EIGHT + timedelta(minutes=5)}, {"site_id": other.id}):
        service.add(HR, wanted(**changes), NOW)


def test_a_time_the_clocks_skipped_is_refused(service: PunchingService, wanted: Make):
    with pytest.raises(BadInput, match="no 02:30 on 2026-03-29 at Northgate"):
        service.add(HR, wanted(local=datetime.fromisoformat("2026-03-29T02:30")), NOW)


def test_a_time_the_clocks_showed_twice_is_asked_about(service: PunchingService, wanted: Make):
    twice = datetime.fromisoformat("2026-10-25T02:30")
    with pytest.raises(BadInput, match="happened twice"):
        service.add(HR, wanted(local=twice), NOW)
    first, second = (service.add(HR, wanted(local=twice, second=each), NOW) for each in (False, True))
    assert second.at - first.at == timedelta(hours=1)
    assert first.local == second.local == twice


def test_only_on_days_on_which_the_person_belongs_here(service: PunchingService, wanted: Make):
    with pytest.raises(BadInput, match="does not belong"):
        service.add(HR, wanted(local=datetime.fromisoformat("2026-01-01T08:00")), NOW)
    service.add(HR, wanted(local=datetime.fromisoformat("2026-01-02T00:00")), NOW)


def test_what_is_not_stored_any_more(service: PunchingService, wanted: Make):
    for changes in ({"person_id": new_id()}, {"site_id": new_id()}):
        with pytest.raises(NotFound):
            service.add(HR, wanted(**changes), NOW)


def test_a_zone_this_machine_does_not_know(service: PunchingService, database: Database, wanted: Make):
    with database.transaction() as work:
        lost = work.sites.get_or_add("Lost", "Atlantis/Capital")
    with pytest.raises(SettingsError, match="Atlantis/Capital"):
        service.add(HR, wanted(site_id=lost.id), NOW)


@pytest.mark.parametrize("role", Role)
def test_only_those_with_the_right_add_punches(
    service: PunchingService, database: Database, wanted: Make, ada: Person, role: Role
):
    actor = Actor("Somebody", role)
    if Permission.ADD_PUNCHES in PERMISSIONS[role]:
        assert role in {Role.ADMINISTRATOR, Role.HR}
        assert service.add(actor, wanted(), NOW).made_by == "Somebody"
        return
    with pytest.raises(PermissionDenied):
        service.add(actor, wanted(reason=""), NOW)
    assert stored(database, ada) == []


def test_the_present_is_the_present(service: PunchingService, wanted: Make):
    tomorrow = datetime.now(UTC) + timedelta(days=2)
    with pytest.raises(BadInput, match="still to come"):
        service.add(LOCAL_ADMINISTRATOR, wanted(local=tomorrow.replace(tzinfo=None)))
