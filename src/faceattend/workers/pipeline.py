"""All threads of a running station, started together and stopped in one order."""

import logging
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from faceattend.cameras.hub import FrameHub
from faceattend.domain.access import STATION
from faceattend.domain.cameras import Camera, CameraStatus, source_kind
from faceattend.engine.recogniser import Recogniser
from faceattend.services.station import Station
from faceattend.workers.camera import CameraThread
from faceattend.workers.loop import LoopThread
from faceattend.workers.recognition import RecognitionThread
from faceattend.workers.recorder import RecorderThread

_WAIT_FOR_RECOGNITION = frozenset({"file", "stills"})
_STOP_TIMEOUT_S = {"cameras": 4.0, "recognition": 5.0, "recorder": 10.0}

_log = logging.getLogger(__name__)


class Pipeline(QObject):
    """Owns every thread from the cameras to the recorder.

    Signals (emitted in the thread this object lives in):
        ready(str): recognition runs; on which provider.
        recorded(Recorded): a sighting is durably stored, with its punch, if it made one.
        storage_changed(FaceAttendError | None): storing began to fail, or works again.
        troubled(Exception): a thread met an error.

    Thread: used by the one that made it.
    """

    ready = Signal(object)
    recorded = Signal(object)
    storage_changed = Signal(object)
    troubled = Signal(object)

    def __init__(self, station: Station, cameras: Sequence[Camera]) -> None:
        super().__init__()
        self.hub = FrameHub()
        for camera in cameras:
            self.hub.register(camera)
        self._station = station
        self._camera_list = tuple(cameras)
        self._recorder = RecorderThread(station.attendance, station.spool)
        self._recognition = RecognitionThread(self.hub, self._build_recogniser, self._recorder.submit)
        self._cameras = [CameraThread(camera, self.hub) for camera in cameras]
        self._recorder.recorded.connect(self.recorded)
        self._recorder.storage_changed.connect(self.storage_changed)
        self._recognition.ready.connect(self.on_ready)
        for thread in self._threads():
            thread.troubled.connect(self.troubled)

    def start(self) -> None:
        """Start all threads: those that take first, those that give last.

        What has a beginning waits until recognition is ready, or nobody would see it.
        """
        self._recorder.start()
        self._recognition.start()
        for camera, thread in zip(self._camera_list, self._cameras, strict=True):
            if source_kind(camera.source) not in _WAIT_FOR_RECOGNITION:
                thread.start()

    def on_ready(self, provider: object) -> None:
        """Recognition runs: nothing is missed from now on."""
        for thread in self._cameras:
            if not (thread.isRunning() or thread.isFinished() or thread.stopping):
                thread.start()
        self.ready.emit(provider)

    def stop(self) -> bool:
        """Stop all threads, so that every sighting made is stored; log how long each took.

        Returns:
            Whether all have ended. A thread that has not is left alone, never killed: it only holds up the exit.
        """
        done = self._end("cameras", self._cameras)
        self.hub.close()
        done &= self._end("recognition", [self._recognition])
        return self._end("recorder", [self._recorder]) and done

    def statuses(self) -> list[CameraStatus]:
        """Return how each camera is doing now."""
        return self.hub.statuses(datetime.now(UTC))

    @property
    def cameras_ended(self) -> bool:
        """Whether no camera will bring another frame, as when all are videos played once."""
        return all(thread.isFinished() for thread in self._cameras)

    @property
    def recognition_failed(self) -> bool:
        """Whether recognition has ended by itself, as when the models cannot be loaded."""
        return self._recognition.isFinished()

    @property
    def failure(self) -> Exception | None:
        """What kept recognition from starting; None if nothing did."""
        return self._recognition.failure

    def _build_recogniser(self) -> Recogniser:
        return self._station.models.recogniser(STATION, self._camera_list)

    def _threads(self) -> Iterable[LoopThread]:
        return [*self._cameras, self._recognition, self._recorder]

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
        return all(ended)
