from pathlib import Path

import pytest
from tests.facts import a_sighting

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.errors import KeyUnavailable, SettingsError, StorageDamaged, WrongKey
from faceattend.services.station import open_station


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "key"))
    return Home(tmp_path / "home")


def test_a_new_folder_becomes_a_station_and_an_old_one_is_found_as_it_was_left(home: Home):
    station = open_station(home)
    sighting = a_sighting()
    station.spool.put(sighting)
    assert station.people.list(LOCAL_ADMINISTRATOR) == station.cameras.list(LOCAL_ADMINISTRATOR) == []
    station.close()
    station.close()
    again = open_station(home)
    assert list(again.spool.pending()) == [sighting]
    assert again.home == home
    again.close()
    assert oct(home.root.stat().st_mode & 0o777) == "0o700"


def test_settings_are_read_when_it_is_opened(home: Home):
    home.create()
    home.settings.write_text("[attendance]\ncool_down_minutes = 7\n[recognition]\naccept = 0.9\n", encoding="utf-8")
    station = open_station(home)
    assert station.settings.attendance.cool_down_minutes == 7
    assert station.models.rule.accept == pytest.approx(0.9)
    station.close()


def test_wrong_settings_make_neither_key_nor_database(home: Home, tmp_path: Path):
    home.create()
    home.settings.write_text("[attendance]\ncool_down = 7\n", encoding="utf-8")
    with pytest.raises(SettingsError):
        open_station(home)
    assert not home.database.exists()
    assert not (tmp_path / "key").exists()


def test_another_key_and_a_lost_one_are_told_apart(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    open_station(home).close()
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "lost"))
    with pytest.raises(KeyUnavailable):
        open_station(home)
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "other"))
    open_station(Home(tmp_path / "elsewhere")).close()
    with pytest.raises(WrongKey):
        open_station(home)


def test_a_damaged_database_is_left_as_it_is(home: Home):
    open_station(home).close()
    home.database.write_bytes(b"no database " * 1000)
    with pytest.raises(StorageDamaged):
        open_station(home)
    assert home.database.read_bytes().startswith(b"no database")
