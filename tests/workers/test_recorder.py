import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt
from tests.facts import NOON, a_camera, a_person, a_sighting
from tests.stations import wait_until

from faceattend.config.paths import Home
from faceattend.config.settings import AttendanceSettings
from faceattend.domain.access import LOCAL_ADMINISTRATOR, Actor
from faceattend.domain.attendance import Punch
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import (
    NotFound,
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageFull,
    StorageReadOnly,
)
from faceattend.domain.people import Person
from faceattend.domain.vision import Sighting
from faceattend.services.attendance import AttendanceService
from faceattend.storage.cipher import Cipher
from faceattend.storage.database import Database
from faceattend.storage.spool import Spool
from faceattend.workers import recorder
from faceattend.workers.recorder import Recorded, RecorderThread

KEY = bytes(32)
FULL = StorageFull("The disk is full.")
READ_ONLY = StorageReadOnly("The folder cannot be written.")
BUSY = StorageBusy("Another program holds the database.")
RECORD_FOR_EVER = """
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from PySide6.QtCore import QCoreApplication, QObject
from faceattend.config.paths import Home
from faceattend.config.settings import AttendanceSettings
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Sighting, Verdict
from faceattend.services.attendance import AttendanceService
from faceattend.storage.cipher import Cipher
from faceattend.storage.database import Database
from faceattend.storage.spool import Spool
from faceattend.workers.recorder import RecorderThread

home, camera, person = Home(Path(sys.argv[1])), UUID(sys.argv[2]), UUID(sys.argv[3])
key = bytes(32)

class Screen(QObject):
    def show(self, recorded):
        print(recorded.punch.id, flush=True)

def walk_past():
    while True:
        thread.submit(Sighting(
            new_id(), camera, datetime.now(UTC), Verdict.KNOWN, person, 0.7, None, -1.0, 3, "pack/1", bytes(9000)
        ))

application = QCoreApplication([])
service = AttendanceService(Database.open(home, key), AttendanceSettings(cool_down_minutes=0))
thread = RecorderThread(service, Spool(home.spool, Cipher(key)))
screen = Screen()
thread.recorded.connect(screen.show)
thread.start()
threading.Thread(target=walk_past, daemon=True).start()
application.exec()
"""


class Attendance(AttendanceService):
    """The real service, which can be made to fail or to wait."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, AttendanceSettings(cool_down_minutes=0))
        self.fault: Callable[[Sighting], Exception | None] = lambda _: None
        self.erase_fault: Exception | None = None
        self.erasures = 0
        self.gate = threading.Event()
        self.gate.set()

    def record(self, actor: Actor, sighting: Sighting) -> Punch | None:
        assert self.gate.wait(10)
        if error := self.fault(sighting):
            raise error
        return super().record(actor, sighting)

    def erase_expired(self, actor: Actor, now: datetime) -> int:
        self.erasures += 1
        if self.erase_fault:
            raise self.erase_fault
        return super().erase_expired(actor, now)


class Waiting(Spool):
    """The real spool, which can be made to fail."""

    put_fault: Callable[[Sighting], StorageError | None] = staticmethod(lambda _: None)
    remove_fault: StorageError | None = None

    def put(self, sighting: Sighting) -> None:
        if error := self.put_fault(sighting):
            raise error
        super().put(sighting)

    def remove(self, sighting_id: UUID) -> None:
        if self.remove_fault:
            raise self.remove_fault
        super().remove(sighting_id)


class Told(QObject):
    """Everything a recorder tells, and whether it was true when it was told."""

    def __init__(self, bench: "Bench") -> None:
        super().__init__()
        self.recorded: list[UUID] = []
        self.storage: list[type | None] = []
        self.troubles: list[object] = []
        self.true: list[UUID] = []
        self._bench = bench

    def on_recorded(self, recorded: Recorded) -> None:
        """Called in the recorder's own thread, at the very moment of the signal."""
        self.recorded.append(recorded.sighting.id)
        if self._bench.stored_now(recorded.sighting.id) == (1, 1):
            self.true.append(recorded.sighting.id)

    def on_storage_changed(self, error: Exception | None) -> None:
        self.storage.append(None if error is None else type(error))

    def on_troubled(self, error: object) -> None:
        self.troubles.append(error)


class Bench:
    """A recorder over a real database and a real spool."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.database = Database.open(home, KEY, busy_timeout=timedelta(milliseconds=100))
        self.attendance = Attendance(self.database)
        self.spool = Waiting(home.spool, Cipher(KEY))
        self.camera, self.person = a_camera(), a_person()
        with self.database.transaction() as work:
            self.camera = a_camera(site=work.sites.get_or_add("Berlin", "Europe/Berlin"))
            work.cameras.add(self.camera)
            work.people.add(self.person)
        self.told = Told(self)
        self.thread = self.new_thread()

    def new_thread(self) -> RecorderThread:
        thread = RecorderThread(self.attendance, self.spool)
        thread.recorded.connect(self.told.on_recorded, Qt.ConnectionType.DirectConnection)
        thread.storage_changed.connect(self.told.on_storage_changed, Qt.ConnectionType.DirectConnection)
        thread.troubled.connect(self.told.on_troubled, Qt.ConnectionType.DirectConnection)
        return thread

    def sightings(self, count: int, crop: bytes = b"crop") -> list[Sighting]:
        """Sightings of one person, a minute after each other."""
        return [
            a_sighting(
                camera_id=self.camera.id,
                person_id=self.person.id,
                seen_at=NOON + n * timedelta(minutes=1),
                crop_jpeg=crop,
            )
            for n in range(count)
        ]

    def submit(self, sightings: list[Sighting]) -> None:
        for sighting in sightings:
            self.thread.submit(sighting)

    def stored_now(self, sighting_id: UUID) -> tuple[int, int]:
        """Count a sighting and its punches in the file, through a connection of its own."""
        connection = sqlite3.connect(self.home.database)
        try:
            sightings = connection.execute("SELECT count(*) FROM sightings WHERE id = ?", (sighting_id.bytes,))
            punches = connection.execute("SELECT count(*) FROM punches WHERE sighting_id = ?", (sighting_id.bytes,))
            return sightings.fetchone()[0], punches.fetchone()[0]
        finally:
            connection.close()

    def all_recorded(self, sightings: list[Sighting], within_s: float = 5) -> None:
        """Wait until each is stored once, and was told once, truly."""
        ids = [sighting.id for sighting in sightings]
        wait_until(lambda: len(self.told.recorded) >= len(ids), within_s)
        wait_until(lambda: self.spool.count() == 0, within_s)
        assert sorted(self.told.recorded) == sorted(ids)
        wait_until(lambda: self.told.true == self.told.recorded, within_s)  # the recorder notes one after the other
        assert len(self.attendance.punches(LOCAL_ADMINISTRATOR, NOON, NOON + timedelta(days=9))) == len(ids)

    def stop(self) -> float:
        self.attendance.gate.set()
        began = time.monotonic()
        self.thread.request_stop()
        assert self.thread.wait(9000)
        return time.monotonic() - began


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(recorder, "_REPLAY_EVERY_S", 0.1)
    monkeypatch.setattr(recorder, "_AFTER_FAILURE_S", 0.2)
    made = Bench(Home(tmp_path / "home"))
    yield made
    made.stop()
    made.database.close()


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Another program writes, and does not come to an end."""
    connection = sqlite3.connect(home.database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.close()


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    """Let the kernel refuse to make any file larger."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_is_told_is_in_the_file_when_it_is_told(bench: Bench):
    bench.thread.start()
    sightings = bench.sightings(20)
    bench.submit(sightings)
    bench.all_recorded(sightings)
    assert bench.told.recorded == [sighting.id for sighting in sightings]
    assert bench.told.storage == bench.told.troubles == []


def test_a_full_queue_overflows_to_disk_and_everything_is_stored_later(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(recorder, "QUEUE_BOUND", 5)
    bench.thread = bench.new_thread()
    bench.attendance.gate.clear()
    bench.thread.start()
    sightings = bench.sightings(9)
    bench.submit(sightings)
    assert bench.spool.count() >= 3
    assert "queue is full" in caplog.text
    bench.attendance.gate.set()
    bench.all_recorded(sightings)


def test_while_another_program_holds_the_database_sightings_wait_on_disk(bench: Bench):
    sightings = bench.sightings(4)
    bench.thread.start()
    with locked(bench.home):
        bench.submit(sightings)
        wait_until(lambda: bench.spool.count() == 4, 5)
        assert bench.told.recorded == []
    bench.all_recorded(sightings)
    assert bench.told.storage == [StorageBusy, None]
    assert bench.told.recorded == [sighting.id for sighting in sightings], "oldest first"


def test_a_database_that_takes_long_to_refuse_leaves_nothing_waiting_in_memory(bench: Bench):
    asked: list[Sighting] = []

    def refuse(sighting: Sighting) -> StorageBusy:
        asked.append(sighting)
        time.sleep(0.5)
        return BUSY

    sightings = bench.sightings(20)
    bench.attendance.fault = refuse
    bench.thread.start()
    bench.submit(sightings)
    wait_until(lambda: bench.spool.count() == 20, 4)
    assert len(asked) < 5
    bench.attendance.fault = lambda _: None
    bench.all_recorded(sightings)
    assert bench.told.storage == [StorageBusy, None]


def test_a_disk_that_takes_nothing_is_logged_once(bench: Bench, caplog: pytest.LogCaptureFixture):
    sightings = bench.sightings(2)
    bench.attendance.fault, bench.spool.put_fault = lambda _: FULL, lambda _: FULL
    bench.thread.start()
    bench.submit(sightings)
    wait_until(lambda: bench.told.storage, 5)
    time.sleep(1)
    assert caplog.text.count("the spool cannot take") == 1
    bench.attendance.fault = lambda _: None
    bench.all_recorded(sightings)


def test_while_the_disk_is_full_sightings_wait_in_memory(bench: Bench):
    sightings = bench.sightings(4, crop=os.urandom(300_000))
    bench.thread.start()
    wait_until(lambda: bench.attendance.erasures, 3)
    with full_disk(100_000):
        bench.submit(sightings)
        wait_until(lambda: bench.told.storage, 5)
        time.sleep(0.5)
        assert bench.spool.count() == 0
        assert bench.told.recorded == []
    bench.all_recorded(sightings)
    assert bench.told.storage == [StorageFull, None]


def test_a_read_only_database_and_a_spool_that_stays_broken_lose_nothing_once_the_database_is_back(bench: Bench):
    sightings = bench.sightings(3)
    bench.attendance.fault, bench.spool.put_fault = lambda _: READ_ONLY, lambda _: READ_ONLY
    bench.thread.start()
    bench.submit(sightings)
    wait_until(lambda: bench.told.storage == [StorageReadOnly], 3)
    bench.attendance.fault = lambda _: None
    bench.all_recorded(sightings)
    assert bench.told.storage == [StorageReadOnly, None]


def test_when_nothing_can_be_stored_memory_is_bounded_and_the_giver_waits(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(recorder, "QUEUE_BOUND", 5)
    bench.thread = bench.new_thread()
    bench.attendance.fault, bench.spool.put_fault = lambda _: FULL, lambda _: FULL
    bench.thread.start()
    sightings = bench.sightings(20)
    taken: list[Sighting] = []

    def give() -> None:
        for sighting in sightings:
            bench.thread.submit(sighting)
            taken.append(sighting)

    giver = threading.Thread(target=give)
    giver.start()
    wait_until(lambda: len(taken) >= 5, 3)
    time.sleep(1)
    assert len(taken) <= 5 + 2, "five queued, one or two held"
    bench.attendance.fault = lambda _: None
    giver.join(10)
    bench.all_recorded(sightings)


def test_a_sighting_that_cannot_be_recorded_holds_up_no_other(bench: Bench, caplog: pytest.LogCaptureFixture):
    sightings = bench.sightings(5)
    odd = sightings[1].id
    bench.attendance.fault = lambda sighting: ZeroDivisionError("odd") if sighting.id == odd else None
    bench.thread.start()
    bench.submit(sightings)
    wait_until(lambda: len(bench.told.recorded) == 4, 3)
    assert [each.id for each in bench.spool.pending()] == [odd]
    assert isinstance(bench.told.troubles[0], ZeroDivisionError)
    assert str(odd) in caplog.text
    bench.attendance.fault = lambda _: None
    bench.all_recorded(sightings)


def test_a_sighting_that_neither_place_takes_holds_up_no_other_either(bench: Bench):
    sightings = bench.sightings(5)
    odd = sightings[1].id
    bench.attendance.fault = lambda sighting: ZeroDivisionError("odd") if sighting.id == odd else None
    bench.spool.put_fault = lambda _: FULL
    bench.thread.start()
    bench.submit(sightings)
    wait_until(lambda: len(bench.told.recorded) == 4, 5)
    bench.attendance.fault = lambda _: None
    bench.all_recorded(sightings)


@pytest.mark.parametrize("error", [BUSY, StorageDamaged("The file is damaged.")])
def test_an_erasure_that_fails_does_not_keep_recording_from_going_on(bench: Bench, error: StorageError):
    bench.attendance.erase_fault = error
    bench.thread.start()
    sightings = bench.sightings(3)
    bench.submit(sightings)
    bench.all_recorded(sightings, 2)
    wait_until(lambda: bench.attendance.erasures > 1, 3)
    assert bench.told.troubles == []


def test_a_spool_that_lets_nothing_go_tells_nothing_twice_and_holds_up_nothing(bench: Bench):
    before, after = bench.sightings(6)[:3], bench.sightings(6)[3:]
    for sighting in before:
        bench.spool.put(sighting)
    bench.spool.remove_fault = READ_ONLY
    bench.thread.start()
    bench.submit(after)
    wait_until(lambda: len(bench.told.recorded) >= 4 and len(bench.told.troubles) > 2, 5)
    bench.spool.remove_fault = None
    bench.all_recorded(before + after)


def test_a_spool_that_cannot_be_read_holds_up_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch):
    def fail() -> Iterator[Sighting]:
        raise READ_ONLY

    monkeypatch.setattr(bench.spool, "pending", fail)
    bench.thread.start()
    sightings = bench.sightings(3)
    bench.submit(sightings)
    bench.all_recorded(sightings, 2)
    assert bench.told.troubles[0] is READ_ONLY


def test_what_waited_on_disk_when_the_program_ended_is_stored_oldest_first(bench: Bench):
    sightings = bench.sightings(5)
    for sighting in reversed(sightings):
        bench.spool.put(sighting)
    bench.thread.start()
    bench.all_recorded(sightings)
    assert bench.told.recorded == [sighting.id for sighting in sightings]


def test_what_was_stored_before_the_crash_but_not_yet_removed_from_disk_is_not_stored_again(bench: Bench):
    sighting = bench.sightings(1)[0]
    bench.spool.put(sighting)
    bench.attendance.record(LOCAL_ADMINISTRATOR, sighting)
    bench.thread.start()
    bench.all_recorded([sighting])


def test_a_stop_stores_everything_that_waits(bench: Bench):
    bench.attendance.gate.clear()
    bench.thread.start()
    sightings = bench.sightings(100)
    bench.submit(sightings)
    bench.stop()
    bench.all_recorded(sightings)


def test_a_stop_while_the_database_is_held_leaves_everything_on_disk_and_is_prompt(bench: Bench):
    sightings = bench.sightings(50)
    bench.attendance.gate.clear()
    bench.thread.start()
    bench.submit(sightings)
    with locked(bench.home):
        assert bench.stop() < 4, "the database is not waited for fifty times"
        assert bench.spool.count() == 50
    bench.thread = bench.new_thread()
    bench.thread.start()
    bench.all_recorded(sightings)


def test_what_comes_after_the_end_waits_on_disk(bench: Bench, caplog: pytest.LogCaptureFixture):
    first, second = bench.sightings(2)
    bench.thread.start()
    bench.stop()
    bench.thread.submit(first)
    assert [each.id for each in bench.spool.pending()] == [first.id]
    bench.spool.put_fault = lambda _: FULL
    bench.thread.submit(second)
    assert f"{second.id} came after the end" in caplog.text


def test_what_is_lost_in_the_end_is_said(bench: Bench, caplog: pytest.LogCaptureFixture):
    bench.attendance.fault, bench.spool.put_fault = lambda _: FULL, lambda _: FULL
    bench.thread.start()
    sightings = bench.sightings(3)
    bench.submit(sightings)
    bench.stop()
    assert "took 3 sightings" in caplog.text
    assert all(str(sighting.id) in caplog.text for sighting in sightings)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_fails_when_each_sighting_is_stored_and_told_exactly_once(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, seed: int
):
    monkeypatch.setattr(recorder, "QUEUE_BOUND", 8)
    monkeypatch.setattr(recorder, "_FULL_WAIT_S", 0.005)
    bench.thread = bench.new_thread()
    chance = random.Random(seed)
    errors = [BUSY, FULL, READ_ONLY, NotFound("Nobody knows."), ZeroDivisionError("odd")]
    bench.attendance.fault = lambda _: chance.choice(errors) if chance.random() < 0.4 else None
    bench.spool.put_fault = lambda _: FULL if chance.random() < 0.4 else None
    bench.thread.start()
    sightings = bench.sightings(60)
    bench.submit(sightings)
    bench.attendance.fault, bench.spool.put_fault = lambda _: None, lambda _: None
    bench.all_recorded(sightings, 10)


def kill_in_mid_recording(home: Home, camera: Camera, person: Person, after: int) -> list[UUID]:
    """Run a recorder in a process of its own, kill it after it has shown some punches; return those it has shown."""
    command = [sys.executable, "-c", RECORD_FOR_EVER, str(home.root), str(camera.id), str(person.id)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        lines = [child.stdout.readline() for _ in range(after)]
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.readlines()
    return [UUID(line.strip()) for line in lines if line.endswith("\n")]


def test_killed_in_mid_recording_five_times_every_punch_that_was_shown_is_there_once(bench: Bench):
    shown: list[UUID] = []
    for after in (1, 2, 15, 40, 90):
        shown += kill_in_mid_recording(bench.home, bench.camera, bench.person, after)
    bench.thread.start()
    wait_until(lambda: bench.spool.count() == 0, 10)
    with bench.database.reading() as work:
        stored = list(work.punches.between(NOON, NOON + timedelta(days=9999)))
    ids = [punch.id for punch in stored]
    assert len(shown) >= 148
    assert set(shown) <= set(ids)
    assert len(ids) == len(set(ids)) == len({punch.sighting_id for punch in stored})
    assert bench.database.check().startswith("sound")
