"""A camera being tried out, beside the GUI thread."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from faceattend.domain.cameras import Camera, CameraState
from faceattend.domain.vision import Frame
from faceattend.services.camera_trial import CameraTrial
from faceattend.services.cameras import NewCamera
from faceattend.ui.desk import Desk
from faceattend.workers.pipeline import Pipeline

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task

SECONDS = 6.0

_SEEING = frozenset({CameraState.LIVE, CameraState.STALE})


class TrialRun(QObject):
    """One trial at a time.

    Signals:
        told(CameraTrial): how it does so far; holds a frame, four times a second at most.
        ended(CameraTrial | None): the outcome; None when it was stopped or could not begin.

    Thread: the GUI thread.

    Args:
        desk: whom to ask.
        parent: owns it.
    """

    told = Signal(object)
    ended = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._latest: CameraTrial | None = None

    @property
    def running(self) -> bool:
        """Whether a camera is being tried out."""
        return self._task is not None

    def start(self, camera: Camera | NewCamera, source: str) -> None:
        """Try a camera out; nothing happens while another one is.

        Args:
            camera: which.
            source: its source, normalised: if a running camera has the same, its frames are looked at.
        """
        if self._task is not None:
            return
        desk, newest = self._desk, running_frames(self._desk.pipeline, source)
        self._latest = None
        self._task = desk.jobs.follow(
            self,
            lambda: desk.station.cameras.trial(desk.actor, camera, SECONDS, newest),
            stepped=self.on_stepped,
            done=self.on_done,
            failed=self.on_failed,
            title=self.tr("The camera {name} is being tested.").format(name=camera.name),
        )

    def stop(self) -> None:
        """Let it end soon."""
        if self._task is not None:
            self._task.cancel()

    def on_stepped(self, trial: CameraTrial) -> None:
        """Tell how it does."""
        self._latest = trial
        self.told.emit(trial)

    def on_done(self, cancelled: bool) -> None:
        """Tell the outcome: the last step."""
        self._task = None
        self.ended.emit(None if cancelled else self._latest)

    def on_failed(self, error: Exception) -> None:
        """Tell why it could not begin."""
        self._task = None
        self.ended.emit(None)
        self._desk.notices.failed.emit(error)


def running_frames(pipeline: Pipeline, source: str) -> Callable[[], Frame | None] | None:
    """Return what gives the newest frame of the running camera with this source; None when none gives pictures."""
    hub = pipeline.hub
    for camera in pipeline.cameras:
        if camera.source == source and hub.status(camera.id, datetime.now(UTC)).state in _SEEING:
            return lambda: _newest(pipeline, camera)
    return None


def _newest(pipeline: Pipeline, camera: Camera) -> Frame | None:
    try:
        return pipeline.hub.newest(camera.id)
    except KeyError:  # removed meanwhile
        return None
