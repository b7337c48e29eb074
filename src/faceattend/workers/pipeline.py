"""All threads of a running station, started together and stopped in one order."""

import atexit
import logging
import time
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from faceattend.cameras.hub import FrameHub
from faceattend.domain.access import STATION
from faceattend.domain.cameras import Camera, CameraStatus
from faceattend.engine.recogniser import Recogniser
from faceattend.services.station import Station
from faceattend.workers.busyness import Load
from faceattend.workers.crew import CameraCrew
from faceattend.workers.loop import LoopThread
from faceattend.workers.recognition import RecognitionThread
from faceattend.workers.recorder import RecorderThread

_CAMERA_COURTESY, _RECOGNITION_COURTESY = 4, 2
"""Beside a window, people's clicks come first, then recognition, then decoding: a picture that is late is replaced by
the next one. Not further apart: a thread that waits long for a core may hold Python's lock (docs/adr/0014)."""

_STOP_TIMEOUT_S = {"cameras": 4.0, "recognition": 20.0, "recorder": 10.0}
"""Recognition gives an answer for every face that is still there; with a crowd before sixteen cameras on a machine that
is busy with other things that takes its time, and nobody waits for it: the window is gone already."""

_log = logging.getLogger(__name__)


class Pipeline(QObject):
    """Owns every thread from the cameras to the recorder.

    Signals (emitted in the thread this object lives in):
        ready(str): recognition runs; on which provider.
        recorded(Recorded): a sighting is durably stored, with its punch, if it made one.
        storage_changed(FaceAttendError | None): storing began to fail, or works again.
        troubled(Exception): a thread met an error.

    Thread: used by the one that made it.

    Args:
        station: the services.
        cameras: to begin with; see :meth:`apply`.
        beside_window: whether there is a window, which a busy machine then serves first.
    """

    ready = Signal(object)
    recorded = Signal(object)
    storage_changed = Signal(object)
    troubled = Signal(object)

    def __init__(self, station: Station, cameras: Sequence[Camera], *, beside_window: bool = False) -> None:
        super().__init__()
        self.hub = FrameHub()
        self._station = station
        self._crew = CameraCrew(self.hub, cameras, courtesy=_CAMERA_COURTESY if beside_window else 0)
        self._recorder = RecorderThread(station.attendance, station.spool)
        self._recognition = RecognitionThread(self.hub, self._build_recogniser, self._recorder.submit)
        self._recognition.courtesy = _RECOGNITION_COURTESY if beside_window else 0
        self._recorder.recorded.connect(self.recorded)
        self._recorder.storage_changed.connect(self.storage_changed)
        self._recognition.ready.connect(self.on_ready)
        for part in (self._crew, self._recognition, self._recorder):
            part.troubled.connect(self.troubled)

    def start(self) -> None:
        """Start all threads: those that take first, those that give last.

        What has a beginning waits until recognition is ready, or nobody would see it.
        """
        self._recorder.start()
        self._recognition.start()
        self._crew.start()

    def apply(self, cameras: Sequence[Camera]) -> None:
        """Let these be the cameras from now on: added, replaced and removed without disturbing the others.

        May be called before the start and at any time after; it does not wait.
        """
        gone = {camera.id for camera in self._crew.cameras} - {camera.id for camera in cameras}
        for camera in cameras:  # first, so that recognition knows a camera before its frames come
            self._recognition.watch(camera)
        self._crew.follow(cameras)
        for camera_id in gone:
            self._recognition.unwatch(camera_id)

    def on_ready(self, provider: object) -> None:
        """Recognition runs: nothing is missed from now on."""
        self._crew.go()
        self.ready.emit(provider)

    def stop(self) -> bool:
        """Stop all threads, so that every sighting made is stored; log how long each took.

        Returns:
            Whether all have ended. A thread that has not is left alone, never killed: it only holds up the exit. What
            it still hands on is spooled, and stored at the next start.
        """
        self._crew.request_stop()
        done = self._end("cameras", self._crew.threads)
        self.hub.close()
        done &= self._end("recognition", [self._recognition])
        return self._end("recorder", [self._recorder]) and done

    def statuses(self) -> list[CameraStatus]:
        """Return how each camera is doing now, in the order they were given."""
        now = datetime.now(UTC)
        return [self.hub.status(camera.id, now) for camera in self._crew.cameras]

    @property
    def cameras(self) -> tuple[Camera, ...]:
        """The cameras that are read."""
        return self._crew.cameras

    @property
    def load(self) -> Load | None:
        """How busy recognition was of late; None until it can be told."""
        return self._recognition.load

    @property
    def cameras_ended(self) -> bool:
        """Whether no camera will bring another frame, as when all are videos played once."""
        return self._crew.ended

    @property
    def recognition_failed(self) -> bool:
        """Whether recognition has ended by itself, as when the models cannot be loaded."""
        return self._recognition.isFinished()

    @property
    def failure(self) -> Exception | None:
        """What kept recognition from starting; None if nothing did."""
        return self._recognition.failure

    def _build_recogniser(self) -> Recogniser:
        return self._station.models.recogniser(STATION, self._crew.cameras)

    @staticmethod
    def _end(what: str, threads: Sequence[LoopThread]) -> bool:
        started = time.monotonic()
        for thread in threads:
            thread.request_stop()
        deadline = started + _STOP_TIMEOUT_S[what]
        ended = [thread.wait(max(1, int((deadline - time.monotonic()) * 1000))) for thread in threads]
        _log.info("%s stopped after %.0f ms", what, (time.monotonic() - started) * 1000)
        for thread, has_ended in zip(threads, ended, strict=True):
            if not has_ended:
                _log.error("thread %s did not stop within %.0f s", thread.objectName(), _STOP_TIMEOUT_S[what])
                atexit.register(thread.wait)  # Qt aborts a process that ends, or drops a thread, while it runs
        return all(ended)
