"""Data folders made for the first time, with keys that are proved; and what is left when that fails: nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import keyring
import pytest
from keyring.backends import fail
from tests.config.test_secrets import MemoryKeyring

from faceattend.config.paths import HOME_VARIABLE, Home, default_home
from faceattend.config.secrets import KEY_FILE_VARIABLE
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION
from faceattend.domain.errors import (
    BadInput,
    KeyUnavailable,
    PermissionDenied,
    SettingsError,
    StorageError,
    StorageFull,
)
from faceattend.services import new_home, setup
from faceattend.services.setup import Step
from faceattend.services.station import Station, open_station

ME = LOCAL_ADMINISTRATOR


class Usage(NamedTuple):
    free: int


class ForgetfulKeyring(MemoryKeyring):
    """Takes every key and keeps none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine without keyring, on which nothing was chosen yet; the real one's notes are never touched."""
    monkeypatch.delenv(KEY_FILE_VARIABLE, raising=False)
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    for module in ("config.key_places", "config.home_place", "services.new_home"):
        monkeypatch.setattr(f"faceattend.{module}.user_config_dir", lambda *_, **__: str(tmp_path / "config"))
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@contextmanager
def made(home: Home, key_file: Path | None, *, chosen: bool = False) -> Iterator[Station]:
    station = new_home.make(ME, home, key_file, chosen=chosen)
    try:
        yield station
    finally:
        station.close()


def test_with_a_key_file_everything_is_made_and_opens_again_later(home: Home, tmp_path: Path):
    with made(home, tmp_path / "keys" / "key"):
        assert setup.progress(ME, home).answered == {Step.DATA}
    station = open_station(home)
    station.close()
    assert (tmp_path / "keys" / "key").stat().st_mode & 0o777 == 0o600


def test_with_a_keyring_no_file_is_made(home: Home, tmp_path: Path):
    keyring.set_keyring(MemoryKeyring())
    with made(home, None):
        pass
    open_station(home).close()
    assert not (tmp_path / "config").exists()


def test_a_keyring_that_keeps_nothing_is_found_out_before_anything_is_stored(home: Home):
    keyring.set_keyring(ForgetfulKeyring())
    with pytest.raises(KeyUnavailable, match=r"not kept.*Keep the key in a file"):
        new_home.make(ME, home, None, chosen=True)
    assert not home.root.exists()


def test_after_a_failure_the_other_place_can_be_taken(home: Home, tmp_path: Path):
    with pytest.raises(KeyUnavailable):
        new_home.make(ME, home, tmp_path, chosen=False)  # a folder is no file
    assert not home.root.exists()
    keyring.set_keyring(MemoryKeyring())
    with made(home, None):
        pass


def test_the_folder_that_was_chosen_is_the_one_of_later_starts(home: Home, tmp_path: Path):
    with made(Home(tmp_path / "given"), tmp_path / "key"):
        assert default_home() != tmp_path / "given"
    with made(home, tmp_path / "key", chosen=True):
        assert default_home() == home.root


def test_when_the_choice_cannot_be_noted_the_station_is_closed_and_it_is_said(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(KEY_FILE_VARIABLE, str(tmp_path / "key"))
    (tmp_path / "config").write_text("no folder")
    with pytest.raises(SettingsError, match="cannot be noted"):
        new_home.make(ME, home, None, chosen=True)
    (tmp_path / "config").unlink()
    with made(home, None, chosen=True):  # trying again goes on with what was made
        assert default_home() == home.root


def test_a_folder_with_data_is_opened_with_its_own_key(home: Home, tmp_path: Path):
    with made(home, tmp_path / "key") as station:
        setup.place_site(ME, station, "Head office", "UTC")
    with made(home, tmp_path / "another key", chosen=True) as station:
        assert [site.name for site in station.cameras.sites(ME)] == ["Head office"]
    assert not (tmp_path / "another key").exists()


def test_the_demo_is_no_place_for_ones_own_data(home: Home):
    home.create()
    home.demo_key.touch()
    with pytest.raises(BadInput, match="demo"):
        new_home.make(ME, home, None, chosen=True)


def test_a_disk_that_is_nearly_full_is_refused(home: Home, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(new_home.shutil, "disk_usage", lambda _: Usage(20_000_000))
    assert not new_home.room(ME, home).has_space
    with pytest.raises(StorageFull, match="20 MB are free"):
        new_home.make(ME, home, None, chosen=False)
    assert not home.root.exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be written"):
        new_home.make(ME, Home(tmp_path / "file" / "home"), tmp_path / "key", chosen=False)
    assert not (tmp_path / "key").exists()


def test_the_room_of_a_folder_not_yet_there_is_that_of_its_disk(home: Home):
    found = new_home.room(ME, home)
    assert found.free is not None
    assert found.free > 0
    assert not found.holds_data
    assert not home.root.exists()


def test_what_fixes_the_folder(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert new_home.fixed_by(ME, Home(default_home())) == ""
    assert new_home.fixed_by(ME, home) == "--home"
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert new_home.fixed_by(ME, Home(tmp_path)) == HOME_VARIABLE


def test_data_do_not_mix_with_what_else_a_folder_holds(home: Home, tmp_path: Path):
    assert new_home.proposed(tmp_path / "nowhere") == tmp_path / "nowhere"
    full = tmp_path / "documents"
    full.mkdir()
    assert new_home.proposed(full) == full
    (full / "letter.txt").touch()
    assert new_home.proposed(full) == full / "FaceAttend"
    with made(home, tmp_path / "key"):
        assert new_home.proposed(home.root) == home.root


def test_the_places_for_a_key(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    places = new_home.key_places(ME, home)
    assert not places.keyring
    assert places.named is None
    assert not new_home.beside_data(home, places.file)
    keyring.set_keyring(MemoryKeyring())
    assert new_home.key_places(ME, home).keyring
    monkeypatch.setenv(KEY_FILE_VARIABLE, str(tmp_path / "named"))
    assert new_home.key_places(ME, home).named == tmp_path / "named"


def test_a_key_beside_the_data_is_seen_through_links(home: Home, tmp_path: Path):
    home.create()
    (tmp_path / "link").symlink_to(home.root)
    assert new_home.beside_data(home, home.root / "key")
    assert new_home.beside_data(home, tmp_path / "link" / "deep" / "key")
    assert not new_home.beside_data(home, tmp_path / "key")


def test_the_copy_of_the_key_opens_the_data_and_lies_elsewhere(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    keyring.set_keyring(MemoryKeyring())
    with made(home, None):
        with pytest.raises(BadInput, match="data folder itself"):
            new_home.save_key_copy(ME, home, home.root / "copy")
        new_home.save_key_copy(ME, home, tmp_path / "copy")
    keyring.set_keyring(fail.Keyring())
    monkeypatch.setenv(KEY_FILE_VARIABLE, str(tmp_path / "copy"))
    open_station(home).close()


def test_an_empty_folder_is_taken_away_and_one_that_holds_something_is_not(home: Home):
    home.create()
    new_home.clear(home)
    assert not home.root.exists()
    new_home.clear(home)
    home.create()
    home.settings.touch()
    new_home.clear(home)
    assert home.settings.exists()


def test_only_who_manages_settings_may(home: Home, tmp_path: Path):
    for ask in (new_home.room, new_home.fixed_by, new_home.key_places):
        with pytest.raises(PermissionDenied):
            ask(STATION, home)
    with pytest.raises(PermissionDenied):
        new_home.make(STATION, home, None, chosen=False)
    with pytest.raises(PermissionDenied):
        new_home.save_key_copy(STATION, home, tmp_path / "copy")
