import base64
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from faceattend.config.paths import Home
from faceattend.config.secrets import (
    KEY_BYTES,
    KEY_FILE_VARIABLE,
    choose_key_file,
    choose_keyring,
    keyring_works,
    master_key,
    place,
    save_copy,
)
from faceattend.domain.errors import KeyUnavailable


class MemoryKeyring(KeyringBackend):
    """A keyring that works, kept in memory."""

    priority = 1
    name = "memory"

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeyring(MemoryKeyring):
    """A keyring that the user did not unlock."""

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked(service, username)


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine without key file and keyring; the real one's are never touched."""
    monkeypatch.delenv(KEY_FILE_VARIABLE, raising=False)
    monkeypatch.setattr("faceattend.config.key_places.user_config_dir", lambda *_, **__: str(tmp_path / "config"))
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    made.create()
    return made


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "keys" / "faceattend.key"
    monkeypatch.setenv(KEY_FILE_VARIABLE, str(path))
    return path


@pytest.fixture
def memory() -> MemoryKeyring:
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    return backend


def test_a_key_file_is_made_for_this_user_only_and_found_again(home: Home, key_file: Path) -> None:
    before = os.umask(0)
    try:
        key = master_key(home)
    finally:
        os.umask(before)
    assert len(key) == KEY_BYTES
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert base64.b64decode(key_file.read_text()) == key
    assert master_key(home) == key


def test_every_new_key_is_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = set()
    for name in ("a", "b", "c"):
        monkeypatch.setenv(KEY_FILE_VARIABLE, str(tmp_path / name))
        keys.add(master_key(Home(tmp_path)))
    assert len(keys) == 3


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o660, 0o601])
def test_a_key_file_that_others_may_open_is_not_used(home: Home, key_file: Path, mode: int) -> None:
    master_key(home)
    key_file.chmod(mode)
    with pytest.raises(KeyUnavailable, match="chmod 600"):
        master_key(home)


def test_a_missing_key_file_is_never_replaced_once_there_are_data(home: Home, key_file: Path) -> None:
    home.database.touch()
    with pytest.raises(KeyUnavailable, match=r"missing.*copy"):
        master_key(home)
    assert not key_file.exists()


@pytest.mark.parametrize(
    "content", ["", "not base64!", base64.b64encode(b"x" * 31).decode(), base64.b64encode(b"x" * 33).decode(), "ключ"]
)
def test_a_file_that_holds_no_key_is_refused_and_left_alone(home: Home, key_file: Path, content: str) -> None:
    key_file.parent.mkdir()
    key_file.write_text(content, encoding="utf-8")
    key_file.chmod(0o600)
    with pytest.raises(KeyUnavailable, match="does not hold a key"):
        master_key(home)
    assert key_file.read_text(encoding="utf-8") == content


def test_a_key_file_with_a_line_break_at_its_end_is_read(home: Home, key_file: Path) -> None:
    key = master_key(home)
    key_file.write_text(key_file.read_text() + "\r\n")
    assert master_key(home) == key


def test_a_key_file_that_cannot_be_made_is_said(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(KEY_FILE_VARIABLE, str(tmp_path / "file" / "key"))
    with pytest.raises(KeyUnavailable):
        master_key(home)


def test_a_folder_instead_of_a_key_file_is_said(home: Home, key_file: Path) -> None:
    key_file.mkdir(parents=True, mode=0o700)
    with pytest.raises(KeyUnavailable, match="cannot be read"):
        master_key(home)


def test_without_keyring_and_key_file_a_real_home_refuses_and_says_how(home: Home) -> None:
    with pytest.raises(KeyUnavailable, match=f"no usable system keyring.*{KEY_FILE_VARIABLE}"):
        master_key(home)
    assert list(home.root.iterdir()) == []


def test_the_keyring_keeps_a_key_for_each_home(home: Home, tmp_path: Path, memory: MemoryKeyring) -> None:
    key = master_key(home)
    other = master_key(Home(tmp_path / "other"))
    assert len(key) == KEY_BYTES
    assert key != other
    assert master_key(home) == key
    assert len(memory.kept) == 2


def test_a_home_with_data_never_gets_a_new_key_from_the_keyring(home: Home, memory: MemoryKeyring) -> None:
    home.database.touch()
    with pytest.raises(KeyUnavailable, match="holds no key"):
        master_key(home)
    assert memory.kept == {}


def test_a_spoilt_key_in_the_keyring_is_refused(home: Home, memory: MemoryKeyring) -> None:
    memory.kept["faceattend", str(home.root.resolve())] = "spoilt"
    with pytest.raises(KeyUnavailable, match="does not hold a key"):
        master_key(home)


def test_a_locked_keyring_is_no_keyring(home: Home) -> None:
    keyring.set_keyring(LockedKeyring())
    with pytest.raises(KeyUnavailable, match=KEY_FILE_VARIABLE) as caught:
        master_key(home)
    assert isinstance(caught.value.__cause__, keyring.errors.KeyringError)


def test_the_key_file_goes_before_the_keyring(home: Home, key_file: Path, memory: MemoryKeyring) -> None:
    master_key(home)
    assert key_file.exists()
    assert memory.kept == {}


def test_the_demo_keeps_a_key_of_its_own(tmp_path: Path, key_file: Path, memory: MemoryKeyring) -> None:
    demo = Home(tmp_path / "demo", demo=True)
    demo.create()
    key = master_key(demo)
    assert master_key(demo) == key
    assert stat.S_IMODE(demo.demo_key.stat().st_mode) == 0o600
    assert not key_file.exists()
    assert memory.kept == {}


def test_a_demo_whose_key_is_gone_does_not_get_another(tmp_path: Path) -> None:
    demo = Home(tmp_path / "demo", demo=True)
    demo.create()
    master_key(demo)
    demo.database.touch()
    demo.demo_key.unlink()
    with pytest.raises(KeyUnavailable):
        master_key(demo)


def test_the_place_of_the_key_is_told_without_the_key(home: Home, key_file: Path) -> None:
    master_key(home)
    assert str(key_file) in place(home)
    assert key_file.read_text() not in place(home)
    assert str(home.demo_key) in place(Home(home.root, demo=True))


def test_the_keyring_is_told_by_its_name(home: Home, memory: MemoryKeyring) -> None:
    assert memory.name in place(home)


def test_a_chosen_key_file_is_found_again_at_the_next_start(home: Home, tmp_path: Path):
    chosen = tmp_path / "stick" / "faceattend.key"
    choose_key_file(home, chosen)
    key = master_key(home)
    home.database.touch()
    assert master_key(home) == key
    assert str(chosen) in place(home)
    assert stat.S_IMODE(chosen.stat().st_mode) == 0o600


def test_a_chosen_key_file_belongs_to_its_home_alone(home: Home, tmp_path: Path):
    choose_key_file(home, tmp_path / "one.key")
    with pytest.raises(KeyUnavailable):
        master_key(Home(tmp_path / "other"))


def test_a_chosen_file_that_holds_a_key_is_used_as_it_is(home: Home, tmp_path: Path):
    choose_key_file(Home(tmp_path / "other"), tmp_path / "shared.key")
    before = (tmp_path / "shared.key").read_text()
    choose_key_file(home, tmp_path / "shared.key")
    assert (tmp_path / "shared.key").read_text() == before


def test_data_are_never_given_another_key(home: Home, tmp_path: Path):
    home.database.touch()
    with pytest.raises(KeyUnavailable, match="holds data already"):
        choose_key_file(home, tmp_path / "new.key")
    assert not (tmp_path / "new.key").exists()


def test_a_note_that_cannot_be_read_makes_no_second_key(home: Home, tmp_path: Path):
    choose_key_file(home, tmp_path / "one.key")
    (note,) = (tmp_path / "config").iterdir()
    note.write_text("{ not JSON")
    with pytest.raises(KeyUnavailable, match="cannot be read"):
        master_key(home)


def test_a_key_whose_place_cannot_be_noted_is_not_used(home: Home, tmp_path: Path):
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(KeyUnavailable):
        choose_key_file(home, tmp_path / "one.key")
    with pytest.raises(KeyUnavailable):
        master_key(home)


def test_a_keyring_is_proved_by_using_it():
    assert not keyring_works()
    keyring.set_keyring(LockedKeyring())
    assert not keyring_works()
    works = MemoryKeyring()
    keyring.set_keyring(works)
    assert keyring_works()
    assert not works.kept


def test_a_file_chosen_before_gives_way_to_the_keyring(home: Home, tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    choose_key_file(home, tmp_path / "key")
    assert place(home) == f"key file {tmp_path / 'key'}"
    choose_keyring(home)
    assert place(home) == "system keyring (memory)"
    assert master_key(home) != base64.b64decode((tmp_path / "key").read_text())


def test_the_place_of_the_key_of_data_is_never_changed(home: Home, tmp_path: Path) -> None:
    choose_key_file(home, tmp_path / "key")
    home.database.touch()
    with pytest.raises(KeyUnavailable, match="holds data already"):
        choose_keyring(home)
    assert str(tmp_path / "key") in place(home)


def test_a_copy_is_a_key_file_that_opens_the_same_data(home: Home, tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    key = master_key(home)
    save_copy(home, tmp_path / "copy")
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o600
    choose_key_file(home, tmp_path / "copy")
    assert master_key(home) == key


def test_a_copy_goes_over_nothing(home: Home, tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    master_key(home)
    (tmp_path / "copy").write_text("the key of other data")
    with pytest.raises(KeyUnavailable, match=r"already.*other data"):
        save_copy(home, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "the key of other data"
    with pytest.raises(KeyUnavailable, match="cannot be made"):
        save_copy(home, tmp_path / "nowhere" / "copy")


def test_there_is_no_copy_of_a_key_that_is_not_there(home: Home, tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    with pytest.raises(KeyUnavailable, match="no key"):
        save_copy(home, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
