"""The camera threads of a running station: one for each camera, following what is changed while they run."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from faceattend.cameras.hub import FrameHub
from faceattend.domain.cameras import Camera, source_kind
from faceattend.workers.camera import CameraThread

_WAIT_FOR_RECOGNITION = frozenset({"file", "stills"})


class CameraCrew(QObject):
    """Starts, replaces and lets go of camera threads.

    A camera whose source or name is changed gets a new thread once the old one has ended, for a device can be opened
    only once; all others go on undisturbed. Nothing here waits.

    Signals:
        troubled(Exception): a camera's driver met an error it does not know.

    Thread: used by the one that made it.

    Args:
        hub: where the frames go.
        cameras: to begin with.
        courtesy: of the threads; see :class:`faceattend.workers.loop.LoopThread`.
    """

    troubled = Signal(object)

    def __init__(self, hub: FrameHub, cameras: Sequence[Camera], *, courtesy: int = 0) -> None:
        super().__init__()
        self._hub = hub
        self._courtesy = courtesy
        self._cameras: dict[UUID, Camera] = {}
        self._threads: dict[UUID, CameraThread] = {}
        self._leaving: dict[UUID, CameraThread] = {}
        self._started = self._ready = self._stopped = False
        self.follow(cameras)

    @property
    def cameras(self) -> tuple[Camera, ...]:
        """Those that are read now."""
        return tuple(self._cameras.values())

    @property
    def threads(self) -> list[CameraThread]:
        """All threads, also those that are about to end."""
        return [*self._leaving.values(), *self._threads.values()]

    @property
    def ended(self) -> bool:
        """Whether no camera will bring another frame, as when all are videos played once."""
        return all(thread.isFinished() for thread in self._threads.values()) and len(self._threads) == len(
            self._cameras
        )

    def start(self) -> None:
        """Start the cameras; those that have a beginning wait for :meth:`go`, or nobody would see it."""
        self._started = True
        self._start_due()

    def go(self) -> None:
        """Recognition runs: nothing is missed from now on."""
        self._ready = True
        self._start_due()

    def follow(self, cameras: Sequence[Camera]) -> None:
        """Let these be the cameras from now on."""
        wanted = {camera.id: camera for camera in cameras}
        before, self._cameras = self._cameras, wanted
        for camera_id, old in before.items():
            new = wanted.get(camera_id)
            if new is None or (new.source, new.name) != (old.source, old.name):
                self._let_go(camera_id)
        for camera in cameras:
            self._hub.register(camera)
            if camera.id not in self._threads and camera.id not in self._leaving:
                self._hire(camera)
        self._start_due()

    def request_stop(self) -> None:
        """Ask all threads to end, and start no more."""
        self._stopped = True
        for thread in self.threads:
            thread.request_stop()

    def on_one_ended(self) -> None:
        """Forget the cameras that have left, and hire again where one was only replaced."""
        for camera_id, thread in list(self._leaving.items()):
            if thread.isFinished() and thread.wait(1000):
                self._gone(camera_id)
        self._start_due()

    def _gone(self, camera_id: UUID) -> None:
        del self._leaving[camera_id]
        self._hub.forget(camera_id)
        camera = self._cameras.get(camera_id)
        if camera is not None and not self._stopped:
            self._hub.register(camera)
            self._hire(camera)

    def _hire(self, camera: Camera) -> None:
        thread = CameraThread(camera, self._hub)
        thread.courtesy = self._courtesy
        thread.troubled.connect(self.troubled)
        thread.finished.connect(self.on_one_ended)
        self._threads[camera.id] = thread

    def _let_go(self, camera_id: UUID) -> None:
        thread = self._threads.pop(camera_id, None)
        if thread is None:  # it is leaving already
            return
        thread.request_stop()
        self._leaving[camera_id] = thread
        if not thread.isRunning():  # it never began, or has ended: no word will come
            self._gone(camera_id)

    def _start_due(self) -> None:
        for camera_id, thread in self._threads.items():
            waits = source_kind(self._cameras[camera_id].source) in _WAIT_FOR_RECOGNITION
            may = self._started and not self._stopped and (self._ready or not waits)
            if may and not (thread.isRunning() or thread.isFinished() or thread.stopping):
                thread.start()
