"""The one thread that writes attendance, and never loses a sighting on the way."""

import logging
import queue
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from faceattend.domain.access import STATION
from faceattend.domain.attendance import Punch
from faceattend.domain.errors import FaceAttendError, StorageError
from faceattend.domain.vision import Sighting
from faceattend.services.attendance import AttendanceService
from faceattend.storage.spool import Spool
from faceattend.workers.loop import LoopThread

if TYPE_CHECKING:
    from uuid import UUID

QUEUE_BOUND = 1000
_FULL_WAIT_S = 0.2
_IDLE_WAIT_S = 0.1
_REPLAY_EVERY_S = 2.0
_ERASE_EVERY_S = 3600.0
_AFTER_FAILURE_S = 60.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A sighting that is durably stored, and the punch it made, if any."""

    sighting: Sighting
    punch: Punch | None


class RecorderThread(LoopThread):
    """Stores sightings in the order they come.

    What the database refuses waits on disk, what the disk refuses waits in memory, and then the cameras wait.

    Signals:
        recorded(Recorded): after the commit, never before.
        storage_changed(FaceAttendError | None): storing began to fail, or works again (None).

    Thread: ``submit`` may be called by the recognition thread; all else runs in this thread.
    """

    recorded = Signal(object)
    storage_changed = Signal(object)

    def __init__(self, attendance: AttendanceService, spool: Spool) -> None:
        super().__init__("recorder")
        self._attendance = attendance
        self._spool = spool
        self._queue: queue.Queue[Sighting] = queue.Queue(QUEUE_BOUND)
        self._door = threading.Lock()  # between the last look into the queue and those who still come
        self._closed = False
        self._held: list[Sighting] = []  # the disk refused them too
        self._unremoved: set[UUID] = set()  # stored from the spool, which did not let them go
        self._trouble: FaceAttendError | None = None
        self._database_fails = self._disk_fails = False
        self._replay_at = 0.0
        self._erase_at = 0.0

    def submit(self, sighting: Sighting) -> None:
        """Take a sighting over; waits while neither the queue nor the disk can take it, for it must not be lost."""
        while not self._queued(sighting) and not self._spooled(sighting):
            if self._closed:
                _log.critical("sighting %s came after the end, and the disk does not take it", sighting.id)
                return

    def step(self) -> None:
        """Store the next sighting; now and then, what waits on disk, and erase what may not be kept longer."""
        self._replay_when_due()
        self._erase_when_due()
        if self._held:
            self._try(self._held.pop(0))
        if self._held and self._database_fails:
            return  # memory is bounded: the queue fills up, and then the cameras wait
        try:
            sighting = self._queue.get(timeout=_IDLE_WAIT_S)
        except queue.Empty:
            return
        self._store(sighting)

    def finish(self) -> None:
        """Store everything that still waits in memory; once the database fails, on disk, without asking it again."""
        while not self._closed_when_empty():
            self._held.append(self._queue.get_nowait())
        waiting, self._held = self._held, []
        for sighting in waiting:
            if self._database_fails or not self._recorded(sighting):
                self._keep(sighting)
        if self._held:
            lost = [sighting.id for sighting in self._held]
            _log.critical("neither the database nor the disk took %d sightings: %s", len(lost), lost)

    def _queued(self, sighting: Sighting) -> bool:
        with self._door:
            if self._closed:
                return False
            try:
                self._queue.put(sighting, timeout=_FULL_WAIT_S)
            except queue.Full:
                _log.warning("the recorder's queue is full; sighting %s goes to the spool", sighting.id)
                return False
            return True

    def _closed_when_empty(self) -> bool:
        with self._door:
            self._closed = self._queue.empty()
            return self._closed

    def _store(self, sighting: Sighting) -> None:
        """Bring it into the database; while that fails, to the disk at once: asking takes seconds, memory forgets.

        What waits there, or in memory, asks the database again.
        """
        if self._database_fails:
            self._keep(sighting)
        else:
            self._try(sighting)

    def _try(self, sighting: Sighting) -> None:
        if not self._recorded(sighting):
            self._keep(sighting)

    def _recorded(self, sighting: Sighting) -> bool:
        """Bring a sighting into the database, and tell of it; False if that cannot be done now."""
        try:
            punch = self._attendance.record(STATION, sighting)
        except FaceAttendError as error:
            self._database_fails = isinstance(error, StorageError)
            self._note(error)
            return False
        except Exception as error:  # noqa: BLE001 - the edge of the thread, drawn here so that no sighting is dropped
            self._database_fails = False
            _log.exception("sighting %s cannot be recorded", sighting.id)
            self.troubled.emit(error)
            return False
        self._database_fails = False
        self._note(None)
        self.recorded.emit(Recorded(sighting, punch))
        return True

    def _keep(self, sighting: Sighting) -> None:
        if not self._spooled(sighting):
            self._held.append(sighting)
            self.pause(_FULL_WAIT_S)

    def _spooled(self, sighting: Sighting) -> bool:
        try:
            self._spool.put(sighting)
        except StorageError as error:
            if not self._disk_fails:  # once: it is tried several times a second, and the log fills the disk too
                _log.error("the spool cannot take sighting %s: %s", sighting.id, error)
            self._disk_fails = True
            return False
        self._disk_fails = False
        return True

    def _replay_when_due(self) -> None:
        if time.monotonic() < self._replay_at:
            return
        pause_s = _REPLAY_EVERY_S
        try:
            self._replay()
        except StorageError as error:  # the folder is at fault; what comes now is stored all the same
            _log.warning("what waits on disk cannot be read or removed: %s", error)
            self.troubled.emit(error)
            self._database_fails = False  # nobody else would ask it
            pause_s = _AFTER_FAILURE_S
        self._replay_at = time.monotonic() + pause_s

    def _replay(self) -> None:
        """Try what waits on disk again: oldest first, each of them, so that one that will not go holds up no other."""
        for sighting in self._spool.pending():
            if self.stopping:
                return
            if sighting.id in self._unremoved or self._recorded(sighting):
                self._unremoved.add(sighting.id)
                self._spool.remove(sighting.id)
                self._unremoved.remove(sighting.id)
            elif self._database_fails:
                return  # the others would fare no better

    def _erase_when_due(self) -> None:
        if time.monotonic() < self._erase_at:
            return
        self._erase_at = time.monotonic() + _ERASE_EVERY_S
        try:
            erased = self._attendance.erase_expired(STATION, datetime.now(UTC))
        except StorageError as error:  # recording goes on
            _log.warning("the pictures whose time is over cannot be erased yet: %s", error)
            self._erase_at = time.monotonic() + _AFTER_FAILURE_S
            return
        if erased:
            _log.info("erased the pictures of %d unknown faces whose time is over", erased)

    def _note(self, trouble: FaceAttendError | None) -> None:
        """Tell when storing begins to fail or works again, not every time."""
        if type(trouble) is not type(self._trouble):
            self.storage_changed.emit(trouble)
        self._trouble = trouble
