import errno
import logging
import os
import signal
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from tests.facts import CROP, NOON, a_sighting
from tests.storage.test_sightings import SIGHTINGS

from faceattend.domain.errors import StorageDamaged, StorageFull, StorageReadOnly
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Sighting
from faceattend.storage.cipher import Cipher
from faceattend.storage.spool import Spool

PUT_FOR_EVER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Sighting, Verdict
from faceattend.storage.cipher import Cipher
from faceattend.storage.spool import Spool
spool = Spool(Path(sys.argv[1]), Cipher(bytes.fromhex(sys.argv[2])))
while True:
    sighting = Sighting(
        new_id(), new_id(), datetime.now(UTC), Verdict.UNKNOWN, None, 0.1, None, -1.0, 3, "pack/1", bytes(20_000)
    )
    spool.put(sighting)
    print(sighting.id, flush=True)
"""


@pytest.fixture
def key() -> bytes:
    return os.urandom(32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "spool"


@pytest.fixture
def spool(folder: Path, key: bytes) -> Spool:
    return Spool(folder, Cipher(key))


def test_an_empty_spool_needs_no_folder(spool: Spool, folder: Path):
    assert list(spool.pending()) == []
    assert spool.count() == 0
    spool.remove(new_id())
    assert not folder.exists()


@given(sighting=SIGHTINGS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_a_sighting_comes_back_as_put(spool: Spool, sighting: Sighting):
    spool.put(sighting)
    assert list(spool.pending()) == [sighting]
    spool.remove(sighting.id)
    assert spool.count() == 0


def test_sightings_wait_in_the_order_of_time(spool: Spool):
    sightings = [a_sighting() for _ in range(20)]
    for sighting in sightings[::-1]:
        spool.put(sighting)
    assert list(spool.pending()) == sightings


def test_putting_twice_keeps_one(spool: Spool):
    sighting = a_sighting()
    spool.put(sighting)
    spool.put(sighting)
    assert list(spool.pending()) == [sighting]


def test_a_sighting_stays_until_it_is_removed(spool: Spool, folder: Path, key: bytes):
    first, second = a_sighting(), a_sighting()
    spool.put(first)
    spool.put(second)
    after_a_restart = Spool(folder, Cipher(key))
    for sighting in after_a_restart.pending():
        if sighting == first:
            after_a_restart.remove(sighting.id)
    assert list(spool.pending()) == [second]


def test_the_instant_is_kept_in_utc(spool: Spool):
    tokyo = NOON.astimezone(timezone(timedelta(hours=9)))
    spool.put(a_sighting(seen_at=tokyo))
    (back,) = spool.pending()
    assert back.seen_at == NOON
    assert back.seen_at.utcoffset() == timedelta(0)


def test_the_files_hold_nothing_readable_and_are_private(spool: Spool, folder: Path):
    sighting = a_sighting()
    spool.put(sighting)
    (path,) = folder.iterdir()
    content = path.read_bytes()
    assert not [part for part in (CROP, b"crop_jpeg", sighting.contract_id.encode()) if part in content]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def damage_by_cutting(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def damage_by_emptying(path: Path) -> None:
    path.write_bytes(b"")


def damage_by_one_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[40] ^= 1
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("damage", [damage_by_cutting, damage_by_emptying, damage_by_one_bit])
def test_a_damaged_file_is_set_aside_and_the_others_come(
    spool: Spool, folder: Path, caplog: pytest.LogCaptureFixture, damage: object
):
    sightings = [a_sighting() for _ in range(3)]
    for sighting in sightings:
        spool.put(sighting)
    path = folder / f"{sightings[1].id}.sighting"
    damage(path)
    content = path.read_bytes()
    with caplog.at_level(logging.ERROR):
        assert list(spool.pending()) == [sightings[0], sightings[2]]
    assert (folder / "damaged" / path.name).read_bytes() == content
    assert str(sightings[1].id) in caplog.text
    assert spool.count() == 2


def test_a_file_under_another_s_name_is_set_aside(spool: Spool, folder: Path):
    sighting, other = a_sighting(), new_id()
    spool.put(sighting)
    (folder / f"{sighting.id}.sighting").rename(folder / f"{other}.sighting")
    assert list(spool.pending()) == []
    assert (folder / "damaged" / f"{other}.sighting").exists()


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"version": 2}', b'{"version": 1, "id": 5}', b"\xff", b"null"])
def test_a_sealed_file_that_is_no_sighting_is_set_aside(spool: Spool, folder: Path, key: bytes, content: bytes):
    folder.mkdir()
    name = new_id()
    (folder / f"{name}.sighting").write_bytes(Cipher(key).seal(content, f"spool/{name}"))
    (folder / "not-an-id.sighting").write_bytes(b"anything")
    assert list(spool.pending()) == []
    assert {path.name for path in (folder / "damaged").iterdir()} == {f"{name}.sighting", "not-an-id.sighting"}


def test_an_unfinished_file_is_not_taken_for_a_sighting(spool: Spool, folder: Path):
    folder.mkdir()
    (folder / f"{new_id()}.part").write_bytes(b"half")
    assert list(spool.pending()) == []


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, StorageFull),
        (errno.EDQUOT, StorageFull),
        (errno.EACCES, StorageReadOnly),
        (errno.EROFS, StorageReadOnly),
        (errno.EIO, StorageDamaged),
    ],
)
def test_what_the_disk_says_is_put_in_plain_words(
    spool: Spool, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
):
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    waiting = a_sighting()
    spool.put(waiting)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(error, match="spool"):
        spool.put(a_sighting())
    assert list(spool.pending()) == [waiting]
    assert [path.suffix for path in folder.iterdir()] == [".sighting"]


def test_a_file_in_place_of_the_folder_is_said_aloud(spool: Spool, folder: Path):
    folder.write_bytes(b"")
    with pytest.raises(StorageDamaged):
        spool.put(a_sighting())


def test_killed_while_writing_it_holds_all_that_was_promised(spool: Spool, folder: Path, key: bytes):
    command = [sys.executable, "-c", PUT_FOR_EVER, str(folder), key.hex()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        promised = [child.stdout.readline() for _ in range(25)]
        child.send_signal(signal.SIGKILL)
        promised += child.stdout.readlines()
    ids = [sighting.id for sighting in spool.pending()]
    assert ids == sorted(set(ids))
    assert {UUID(line.strip()) for line in promised if line.endswith("\n")} <= set(ids)
    assert not (folder / "damaged").exists()


def test_a_crop_already_erased_is_no_obstacle(spool: Spool):
    sighting = replace(a_sighting(), crop_jpeg=b"")
    spool.put(sighting)
    assert list(spool.pending()) == [sighting]
