from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.facts import a_sighting

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR, Actor, Role
from faceattend.domain.errors import PermissionDenied, StorageDamaged
from faceattend.services.about import libraries, program_version
from faceattend.services.station import Station, open_station
from faceattend.storage.schema import back_up


@pytest.fixture
def station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Station]:
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "key"))
    opened = open_station(Home(tmp_path / "home"))
    yield opened
    opened.close()


def test_it_tells_what_the_folder_holds(station: Station, tmp_path: Path):
    home = station.home
    (home.root / "large").write_bytes(bytes(1_000_000))
    station.spool.put(a_sighting())
    first, second = back_up(home, "0001"), back_up(home, "0002")
    seen = station.data_folder.describe(LOCAL_ADMINISTRATOR)
    assert seen.root == home.root
    assert 1_000_000 < seen.size < 20_000_000
    assert seen.free > 0
    assert str(tmp_path / "key") in seen.key_place
    assert (seen.waiting, seen.demo) == (1, False)
    assert [each.path for each in seen.back_ups] == [second, first]
    assert all(each.size > 10_000 and each.made_at.tzinfo for each in seen.back_ups)


def test_a_link_in_the_folder_counts_for_itself_only(station: Station, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "large").write_bytes(bytes(50_000_000))
    (station.home.root / "cache").symlink_to(elsewhere)
    assert station.data_folder.describe(LOCAL_ADMINISTRATOR).size < 20_000_000


def test_the_database_is_checked(station: Station):
    assert "sound" in station.data_folder.check_database(LOCAL_ADMINISTRATOR)


def test_a_damaged_one_is_found(station: Station):
    station.close()
    with station.home.database.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 8192)
    with pytest.raises(StorageDamaged):
        station.data_folder.check_database(LOCAL_ADMINISTRATOR)


@pytest.mark.parametrize("role", [Role.HR, Role.STATION])
def test_only_an_administrator_may_look(station: Station, role: Role):
    with pytest.raises(PermissionDenied):
        station.data_folder.describe(Actor("somebody", role))
    with pytest.raises(PermissionDenied):
        station.data_folder.check_database(Actor("somebody", role))


def test_the_libraries_in_use_are_named_with_their_licences():
    found = {each.name.lower(): each for each in libraries()}
    assert {"pyside6-essentials", "faiss-cpu", "numpy", "sqlalchemy"} <= set(found)
    assert "LGPL" in found["pyside6-essentials"].licence
    assert found["faiss-cpu"].licence == "MIT"
    assert "onnxruntime" in found or "onnxruntime-gpu" in found
    assert all(each.licence and len(each.licence) < 80 and each.version[0].isdigit() for each in found.values())
    assert program_version()[0].isdigit()
