import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from threading import Barrier, Thread

import numpy as np
import pytest
from tests.facts import CROP, NOON, a_camera, a_person, a_sighting
from tests.storage.conftest import OpenDatabase

from faceattend.config.paths import Home
from faceattend.domain.errors import StorageReadOnly, WrongKey
from faceattend.domain.ids import new_id
from faceattend.domain.people import Photo
from faceattend.domain.templates import Template
from faceattend.storage.database import Database

OPEN_AND_ADD = """
import sys
from pathlib import Path
from faceattend.config.paths import Home
from faceattend.storage.database import Database
root, key, name = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
database = Database.open(Home(Path(root)), bytes.fromhex(key))
with database.transaction() as work:
    work.sites.get_or_add(name, "UTC")
database.close()
"""


def test_what_is_committed_is_there_after_opening_again(open_database: OpenDatabase):
    first = open_database()
    with first.transaction() as work:
        work.people.add(a_person(number="7"))
    first.close()
    with open_database().reading() as work:
        assert work.people.by_number("7") is not None


def test_a_block_that_fails_changes_nothing(database: Database):
    def fail_halfway() -> None:
        with database.transaction() as work:
            work.people.add(a_person())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with database.reading() as work:
        assert work.people.count() == 0


def test_reading_sees_one_state_whatever_is_written_meanwhile(database: Database):
    with database.reading() as reading:
        assert reading.people.count() == 0
        with database.transaction() as work:
            work.people.add(a_person())
        assert reading.people.count() == 0
    with database.reading() as reading:
        assert reading.people.count() == 1


def test_writing_within_a_reading_is_refused_aloud(database: Database):
    with pytest.raises(StorageReadOnly), database.reading() as work:
        work.people.add(a_person())
    with database.transaction() as work:  # the same connection may write again
        work.people.add(a_person())


def test_the_wrong_key_is_refused_at_the_door(open_database: OpenDatabase):
    open_database().close()
    with pytest.raises(WrongKey):
        open_database(os.urandom(32))
    open_database()


def test_the_right_key_opens_it_again_and_again(open_database: OpenDatabase):
    for _ in range(3):
        open_database().close()


def test_closing_twice_is_harmless(database: Database):
    database.close()
    database.close()


def test_a_closed_database_leaves_one_file(database: Database, home: Home):
    with database.transaction() as work:
        work.people.add(a_person())
    database.close()
    assert [path.name for path in home.root.iterdir()] == ["faceattend.db"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
@pytest.mark.parametrize("mask", [0o000, 0o022])
def test_other_users_cannot_read_it(open_database: OpenDatabase, home: Home, mask: int):
    before = os.umask(mask)
    try:
        with open_database().transaction() as work:
            work.people.add(a_person())
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.root.iterdir()}
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(["faceattend.db", "faceattend.db-wal", "faceattend.db-shm"], 0o600)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_a_file_put_back_for_all_to_read_is_closed_to_others(open_database: OpenDatabase, home: Home):
    open_database().close()
    home.database.chmod(0o644)
    open_database()
    assert stat.S_IMODE(home.database.stat().st_mode) == 0o600


def test_commits_are_durable_and_references_enforced(database: Database):
    with database._engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "recursive_triggers")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "recursive_triggers": 1,
    }


def test_no_face_vector_or_camera_password_lies_open_in_the_files(database: Database, home: Home):
    person, vector = a_person(), np.arange(128, dtype=np.float32)
    photo = Photo(new_id(), person.id, NOON, CROP)
    with database.transaction() as work:
        camera = a_camera(site=work.sites.get_or_add("Main", "UTC"), source="rtsp://user:hush-hush@camera.lan/s")
        work.cameras.add(camera)
        work.people.add(person)
        work.faces.add_photo(photo)
        work.faces.add_template(Template(new_id(), person.id, photo.id, "pack/1", vector))
        work.sightings.add(a_sighting(camera_id=camera.id, person_id=person.id))
    while_open = b"".join(path.read_bytes() for path in home.root.iterdir())
    database.close()
    for content in (while_open, home.database.read_bytes()):
        assert person.name.encode() in content  # the search itself works
        assert not [secret for secret in (CROP, b"hush-hush", vector[40:48].tobytes()) if secret in content]


def test_threads_may_write_at_the_same_time(home: Home, key: bytes):
    database, start = Database.open(home, key), Barrier(4)

    def add_people(block: int) -> None:
        start.wait()
        for number in range(20):
            with database.transaction() as work:
                before = work.people.count()
                work.people.add(a_person(number=f"{block}-{number}", group="all"))
                assert work.people.count() == before + 1

    threads = [Thread(target=add_people, args=(block,)) for block in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as work:
        assert work.people.count() == 80
    database.close()


def test_processes_that_start_together_on_a_fresh_home_all_succeed(home: Home, key: bytes, open_database: OpenDatabase):
    command = [sys.executable, "-c", OPEN_AND_ADD, str(home.root), key.hex()]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    children = [subprocess.Popen([*command, f"site {n}"], **pipes) for n in range(2)]
    for child in children:
        assert child.stdout.readline() == "ready\n"
    for child in children:
        child.stdin.write("go\n")
        child.stdin.flush()
    outcomes = [(child.communicate()[1], child.returncode) for child in children]
    assert outcomes == [("", 0)] * 2
    with open_database().reading() as work:
        assert len(work.sites.list()) == 2
    assert not home.backups.exists()


def test_the_check_describes_a_sound_database(database: Database):
    with database.transaction() as work:
        work.people.add(a_person())
        work.sightings.add(a_sighting())
    assert database.check().startswith("sound; schema 0003; 1 people, 1 sightings, 0 punches; ")


def test_a_stray_row_in_meta_does_not_matter(database: Database, home: Home, open_database: OpenDatabase):
    database.close()
    with closing(sqlite3.connect(home.database)) as raw, raw:
        raw.execute("INSERT INTO meta (key, value) VALUES ('later', x'00')")
    open_database()
