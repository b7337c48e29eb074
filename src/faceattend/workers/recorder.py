"""The one thread that writes attendance, and never loses a sighting on the way."""

import logging
import queue
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Signal

from faceattend.domain.access import STATION
from faceattend.domain.attendance import Punch
from faceattend.domain.errors import FaceAttendError, StorageError
from faceattend.domain.vision import Sighting
from faceattend.services.attendance import AttendanceService
from faceattend.storage.spool import Spool
from faceattend.workers.loop import LoopThread

QUEUE_BOUND = 1000
_FULL_WAIT_S = 0.2
_IDLE_WAIT_S = 0.1
_REPLAY_EVERY_S = 2.0
_ERASE_EVERY_S = 3600.0

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
        self._held: list[Sighting] = []  # the disk refused them too
        self._trouble: FaceAttendError | None = None
        self._replay_at = 0.0
        self._erase_at = 0.0

    def submit(self, sighting: Sighting) -> None:
        """Take a sighting over; waits while neither the queue nor the disk can take it, for it must not be lost."""
        while True:
            try:
                self._queue.put(sighting, timeout=_FULL_WAIT_S)
            except queue.Full:
                _log.warning("the recorder's queue is full; sighting %s goes to the spool", sighting.id)
            else:
                return
            if self._spooled(sighting) or self.isFinished():
                return

    def step(self) -> None:
        """Store the next sighting; now and then, what waits on disk, and erase what may not be kept longer."""
        self._replay_when_due()
        self._erase_when_due()
        if self._held:
            self._keep(self._held.pop(0))
        try:
            sighting = self._queue.get(timeout=_IDLE_WAIT_S)
        except queue.Empty:
            return
        self._store(sighting)

    def finish(self) -> None:
        """Store everything that still waits in memory."""
        while not self._queue.empty():
            self._store(self._queue.get_nowait())
        lost = [sighting.id for sighting in self._held if not self._spooled(sighting)]
        if lost:
            _log.critical("neither the database nor the disk took %d sightings: %s", len(lost), lost)

    def _store(self, sighting: Sighting) -> bool:
        """Store one sighting, or keep it on disk; tell whether it is stored."""
        try:
            punch = self._attendance.record(STATION, sighting)
        except FaceAttendError as error:
            self._note(error)
            self._keep(sighting)
            return False
        except Exception as error:  # noqa: BLE001 - the edge of the thread, drawn here so that no sighting is dropped
            _log.exception("sighting %s cannot be recorded", sighting.id)
            self.troubled.emit(error)
            self._keep(sighting)
            return False
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
            _log.error("the spool cannot take sighting %s: %s", sighting.id, error)
            return False
        return True

    def _replay_when_due(self) -> None:
        """Try what waits on disk again: oldest first, each of them, so that one that will not go holds up no other."""
        if time.monotonic() < self._replay_at:
            return
        self._replay_at = time.monotonic() + _REPLAY_EVERY_S
        for sighting in self._spool.pending():
            if self.stopping:
                break
            if self._store(sighting):
                self._spool.remove(sighting.id)
            elif isinstance(self._trouble, StorageError):
                break  # the database itself is at fault: the others would fare no better

    def _erase_when_due(self) -> None:
        if time.monotonic() < self._erase_at:
            return
        self._erase_at = time.monotonic() + _ERASE_EVERY_S
        erased = self._attendance.erase_expired(STATION, datetime.now(UTC))
        if erased:
            _log.info("erased the pictures of %d unknown faces whose time is over", erased)

    def _note(self, trouble: FaceAttendError | None) -> None:
        """Tell when storing begins to fail or works again, not every time."""
        if type(trouble) is not type(self._trouble):
            self.storage_changed.emit(trouble)
        self._trouble = trouble
