"""Running a station without a window: until a signal, a deadline, or the end of all videos."""

import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from faceattend.domain.cameras import Camera, CameraStatus
from faceattend.services.station import Station
from faceattend.workers.pipeline import Pipeline
from faceattend.workers.recorder import Recorded
from faceattend.workers.run_lock import lock_home

_TICK_MS = 100


class Watcher(Protocol):
    """Whoever shows what is going on. All calls come in the main thread."""

    def ready(self, provider: str) -> None:
        """Recognition runs, on this provider."""
        ...

    def recorded(self, recorded: Recorded) -> None:
        """A sighting is durably stored, with its punch, if it made one."""
        ...

    def tick(self, statuses: Sequence[CameraStatus]) -> None:
        """A tenth of a second has passed."""
        ...

    def troubled(self, error: Exception | None) -> None:
        """Something failed; None: storing works again."""
        ...


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run came to.

    Attributes:
        seconds: from the moment recognition was ready to the stop; 0 if it never was.
        stop_ms: from the wish to stop until all threads had ended.
        clean: whether all threads ended in time.
        statuses: of the cameras at the end.
        failure: what kept recognition from starting; None if nothing did.
    """

    seconds: float
    stop_ms: float
    clean: bool
    statuses: tuple[CameraStatus, ...]
    failure: Exception | None = None


def run(station: Station, cameras: Sequence[Camera], watcher: Watcher, *, seconds: float | None = None) -> RunSummary:
    """Run the pipeline over these cameras until Ctrl+C, SIGTERM, the deadline, or the end of all videos.

    Args:
        station: opened; it is not closed here.
        cameras: to be read.
        watcher: told of everything.
        seconds: how long to run, counted from when recognition is ready; None for no end.

    Raises:
        StorageBusy: this data folder is run by another process already.
        StorageReadOnly: the mark that it is run cannot be left in it.
    """
    application = QCoreApplication.instance() or QCoreApplication([])
    lock = lock_home(station.home)
    try:
        return _Run(application, Pipeline(station, cameras), watcher, seconds).execute()
    finally:
        lock.unlock()


class _Run(QObject):
    """One run. Thread: the main thread."""

    def __init__(
        self, application: QCoreApplication, pipeline: Pipeline, watcher: Watcher, seconds: float | None
    ) -> None:
        super().__init__()
        self._application = application
        self._pipeline = pipeline
        self._watcher = watcher
        self._seconds = seconds
        self._ready_at: float | None = None
        self._stop_asked_at: float | None = None
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self.on_tick)
        pipeline.ready.connect(self.on_ready)
        pipeline.recorded.connect(self.on_recorded)
        pipeline.storage_changed.connect(self.on_troubled)
        pipeline.troubled.connect(self.on_troubled)

    def execute(self) -> RunSummary:
        """Run until something asks to stop, then stop in order."""
        previous = {number: signal.signal(number, self._on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
        self._pipeline.start()
        self._ticks.start()
        try:
            self._application.exec()
        finally:
            summary = self._stop()
            for number, handler in previous.items():
                signal.signal(number, handler)
        return summary

    def on_ready(self, provider: object) -> None:
        """Recognition runs: the time counts from here."""
        self._ready_at = time.monotonic()
        self._watcher.ready(str(provider))

    def on_recorded(self, recorded: object) -> None:
        """A sighting is stored."""
        if isinstance(recorded, Recorded):
            self._watcher.recorded(recorded)

    def on_troubled(self, error: object) -> None:
        """Something failed, or works again."""
        self._watcher.troubled(error if isinstance(error, Exception) else None)

    def on_tick(self) -> None:
        """Look whether it is time to stop; being Python, it also lets signals through."""
        self._watcher.tick(self._pipeline.statuses())
        if self._stop_asked_at is not None or self._time_is_over() or self._nothing_left():
            self._application.quit()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        if self._stop_asked_at is None:
            self._stop_asked_at = time.monotonic()

    def _time_is_over(self) -> bool:
        if self._seconds is None or self._ready_at is None:
            return False
        return time.monotonic() - self._ready_at >= self._seconds

    def _nothing_left(self) -> bool:
        return self._pipeline.cameras_ended or self._pipeline.recognition_failed

    def _stop(self) -> RunSummary:
        self._ticks.stop()
        statuses = tuple(self._pipeline.statuses())
        asked_at = self._stop_asked_at or time.monotonic()
        seconds = asked_at - self._ready_at if self._ready_at is not None else 0.0
        clean = self._pipeline.stop()
        stop_ms = (time.monotonic() - asked_at) * 1000
        self._application.processEvents()  # what was recorded meanwhile is still told
        return RunSummary(seconds, stop_ms, clean, statuses, self._pipeline.failure)
