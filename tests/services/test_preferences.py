from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.stations import share_graphs

from faceattend.config.paths import Home
from faceattend.config.settings import load
from faceattend.domain.access import LOCAL_ADMINISTRATOR, Actor, Role
from faceattend.domain.errors import LicenceNotAccepted, ModelMissing, PermissionDenied, SettingsError
from faceattend.services.preferences import PreferenceService
from faceattend.services.station import open_station


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "key"))
    return Home(tmp_path / "home")


@pytest.fixture
def service(home: Home) -> Iterator[PreferenceService]:
    station = open_station(home)
    yield station.preferences
    station.close()


def test_what_is_changed_is_read_back_and_stands_in_the_file(service: PreferenceService, home: Home):
    before = service.read(LOCAL_ADMINISTRATOR)
    changed = service.change(LOCAL_ADMINISTRATOR, {"attendance.unknown_days": 14, "appearance.theme": "dark"})
    assert changed == service.read(LOCAL_ADMINISTRATOR) == load(home.settings)
    assert changed.attendance.unknown_days == 14
    assert changed.recognition == before.recognition


def test_only_what_is_taken_up_at_the_start_awaits_one(service: PreferenceService):
    assert not service.awaits_restart(service.read(LOCAL_ADMINISTRATOR))
    assert not service.awaits_restart(service.change(LOCAL_ADMINISTRATOR, {"appearance.theme": "dark"}))
    assert service.awaits_restart(service.change(LOCAL_ADMINISTRATOR, {"recognition.accept": 0.48}))
    assert not service.awaits_restart(service.change(LOCAL_ADMINISTRATOR, {"recognition.accept": 0.0}))


def test_a_value_that_cannot_be_changes_nothing(service: PreferenceService, home: Home):
    with pytest.raises(SettingsError, match="0 to 90"):
        service.change(LOCAL_ADMINISTRATOR, {"attendance.unknown_days": 91})
    assert not home.settings.exists()


@pytest.mark.parametrize(("pack", "error"), [("nowhere", ModelMissing), ("buffalo_l", LicenceNotAccepted)])
def test_a_pack_that_is_not_here_is_not_chosen(
    service: PreferenceService, home: Home, pack: str, error: type[Exception]
):
    with pytest.raises(error):
        service.change(LOCAL_ADMINISTRATOR, {"recognition.pack": pack})
    assert not home.settings.exists()


def test_changes_made_at_once_are_all_kept(service: PreferenceService):
    changes = [{"attendance.unknown_days": 30}, {"attendance.cool_down_minutes": 7}, {"recognition.agree": 4}] * 5
    with ThreadPoolExecutor(5) as pool:
        list(pool.map(lambda each: service.change(LOCAL_ADMINISTRATOR, each), changes))
    now = service.read(LOCAL_ADMINISTRATOR)
    assert (now.attendance.unknown_days, now.attendance.cool_down_minutes, now.recognition.agree) == (30, 7, 4)


@pytest.mark.models
def test_the_pack_in_use_tells_its_licence_and_digests(service: PreferenceService, home: Home, models_home: Home):
    share_graphs(home, models_home)
    pack = service.pack_in_use(LOCAL_ADMINISTRATOR)
    assert "MIT" in pack.licence
    assert sorted(digest[:6] for digest in pack.digests.values()) == ["49f000", "fb143e"]
    assert pack.accept == pack.own_accept == service.own_accept(LOCAL_ADMINISTRATOR, pack.name)


@pytest.mark.parametrize("role", [Role.HR, Role.FRONT_DESK, Role.AUDITOR, Role.STATION])
def test_only_an_administrator_may(service: PreferenceService, home: Home, role: Role):
    actor = Actor("somebody", role)
    for attempt in (
        lambda: service.read(actor),
        lambda: service.change(actor, {"attendance.unknown_days": 1}),
        lambda: service.pack_in_use(actor),
        lambda: service.own_accept(actor, "opencv-zoo"),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert not home.settings.exists()
