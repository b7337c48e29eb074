"""What disks and other programs do to a database, provoked for real wherever the system lets us."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta

import pytest
from tests.facts import CROP, NOON, a_person, a_sighting
from tests.storage.conftest import OpenDatabase

from faceattend.config.paths import Home
from faceattend.domain.errors import (
    FaceAttendError,
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageFull,
    WrongKey,
)
from faceattend.domain.ids import new_id
from faceattend.domain.people import Photo
from faceattend.storage.database import Database

HOLD_THE_LOCK = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
"""
OPEN_AND_STORE = """
import sys
from pathlib import Path
from faceattend.config.paths import Home
from faceattend.domain.errors import FaceAttendError
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.storage.database import Database
stored = 0
try:
    database = Database.open(Home(Path(sys.argv[1])), bytes(32))
    while stored < int(sys.argv[2]):
        with database.transaction() as work:
            work.people.add(Person(new_id(), str(new_id()), "x" * 5000))
        stored += 1
except FaceAttendError as error:
    print(type(error).__name__, stored)
    database = Database.open(Home(Path(sys.argv[1])), bytes(32)) if stored else None
if stored:
    with database.reading() as work:
        print("still there:", work.people.count() == stored, database.check().split(";")[0])
"""
NO_ROOT_POWERS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def run_child(script: str, *arguments: str, wrapper: list[str]) -> list[str]:
    command = [*wrapper, sys.executable, "-c", script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()


def store_faces(database: Database, count: int) -> None:
    with database.transaction() as work:
        for _ in range(count):
            work.sightings.add(a_sighting(crop_jpeg=os.urandom(20_000)))


def count(database: Database) -> int:
    with database.reading() as work:
        return work.sightings.count()


@contextmanager
def file_size_limit(limit: int) -> Iterator[None]:
    """Let the kernel refuse to make any file larger."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_at_its_limit_loses_nothing_and_goes_on_afterwards(database: Database, home: Home):
    store_faces(database, 3)
    size = home.database.with_name("faceattend.db-wal").stat().st_size
    with file_size_limit(size + 50_000), pytest.raises(StorageFull, match="Free some space"):
        store_faces(database, 20)
    assert count(database) == 3
    store_faces(database, 1)
    assert count(database) == 4
    assert database.check().startswith("sound")


def test_a_database_at_its_limit_says_so(database: Database):
    with database._engine.connect() as connection:  # the pool hands the same connection out again
        connection.exec_driver_sql("PRAGMA max_page_count = 40")
    with pytest.raises(StorageFull):
        store_faces(database, 20)
    assert count(database) == 0


def test_a_full_disk_loses_nothing(tmp_path_factory: pytest.TempPathFactory):
    """A disk of 1 MB in a mount namespace of our own."""
    mount = tmp_path_factory.mktemp("disk")
    script = f'mount -t tmpfs -o size=1m tmpfs "{mount}" && exec "$@"'
    wrapper = ["unshare", "-rm", "sh", "-c", script, "sh"]
    if not shutil.which("unshare") or subprocess.run([*wrapper, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a disk of their own")
    failed, still_there = run_child(OPEN_AND_STORE, str(mount / "home"), "5000", wrapper=wrapper)
    error, stored = failed.split()
    assert error == "StorageFull"
    assert int(stored) > 10
    assert still_there == "still there: True sound"


@pytest.mark.parametrize("existing", [False, True])
def test_a_folder_that_may_not_be_written_is_named(home: Home, existing: bool):  # noqa: FBT001 - a case of the test
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("root writes everywhere, and setpriv is not here to stop it")
    wrapper = NO_ROOT_POWERS if os.geteuid() == 0 else []
    home.create()
    if existing:
        Database.open(home, bytes(32)).close()
        home.database.chmod(0o400)
    home.root.chmod(0o500)
    try:
        assert run_child(OPEN_AND_STORE, str(home.root), "1", wrapper=wrapper) == ["StorageReadOnly 0"]
    finally:
        home.root.chmod(0o700)


@pytest.fixture
def locked_by_another(home: Home, open_database: OpenDatabase) -> Iterator[Callable[[], None]]:
    """Another process that holds the write lock until it is told to let go."""
    open_database().close()
    command = [sys.executable, "-c", HOLD_THE_LOCK, str(home.database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "locked\n"

        def let_go() -> None:
            child.stdin.write("\n")
            child.stdin.flush()

        yield let_go
        child.kill()


@pytest.mark.usefixtures("locked_by_another")
def test_another_program_s_lock_is_waited_for_then_named(open_database: OpenDatabase):
    database = open_database()
    assert count(database) == 0  # reading does not wait
    with pytest.raises(StorageBusy, match="Another program has kept"):
        store_faces(database, 1)


def test_a_writer_waits_its_turn(locked_by_another: Callable[[], None], home: Home, key: bytes):
    database = Database.open(home, key, busy_timeout=timedelta(seconds=20))
    timer = threading.Timer(0.3, locked_by_another)
    timer.start()
    store_faces(database, 1)
    assert count(database) == 1
    timer.join()
    database.close()


@pytest.mark.parametrize(
    "content", [b"\0" * 5000, b"certainly no database " * 500, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_file_that_is_no_database_is_left_alone(home: Home, open_database: OpenDatabase, content: bytes):
    home.create()
    home.database.write_bytes(content)
    with pytest.raises(StorageDamaged, match=r"faceattend\.db"):
        open_database()
    assert home.database.read_bytes() == content


def test_damage_within_the_file_is_found(home: Home, open_database: OpenDatabase):
    database = open_database()
    store_faces(database, 20)
    database.close()
    with home.database.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 40)
    with pytest.raises(StorageDamaged):
        open_database().check()


def test_a_folder_in_place_of_the_file(home: Home, open_database: OpenDatabase):
    home.create()
    home.database.mkdir()
    with pytest.raises(StorageError):
        open_database()


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE photos SET jpeg = CAST(substr(jpeg, 1, length(jpeg) - 1) || x'00' AS BLOB)",
        "UPDATE photos SET jpeg = x''",
        "UPDATE photos SET jpeg = (SELECT crop_jpeg FROM sightings)",
    ],
)
def test_an_altered_or_exchanged_face_is_never_shown(database: Database, home: Home, tampering: str):
    person = a_person()
    with database.transaction() as work:
        work.people.add(person)
        work.faces.add_photo(Photo(new_id(), person.id, NOON, CROP))
        work.sightings.add(a_sighting())
    with closing(sqlite3.connect(home.database)) as raw, raw:
        raw.execute(tampering)
    with pytest.raises(WrongKey), database.reading() as work:
        work.faces.photos(person.id)


def test_a_mistake_of_ours_is_not_dressed_up_as_the_user_s(database: Database):
    person = a_person()
    with database.transaction() as work:
        work.people.add(person)
    with pytest.raises(Exception, match="is naive") as caught, database.transaction() as work:
        work.faces.add_photo(Photo(new_id(), person.id, NOON.replace(tzinfo=None), CROP))
    assert not isinstance(caught.value, FaceAttendError)
