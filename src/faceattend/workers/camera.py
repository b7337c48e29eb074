"""One thread per camera: opens it, brings its frames to the hub, and opens it again when it breaks off."""

import logging
import random

from faceattend.cameras.hub import FrameHub
from faceattend.cameras.preview import with_preview
from faceattend.cameras.source import CameraSource, OpenSource, open_source
from faceattend.domain.cameras import Camera, CameraState
from faceattend.domain.errors import CameraError, CameraRefusedLogin, CameraUnsupported
from faceattend.domain.said import Phrase, said
from faceattend.workers.loop import LoopThread

_log = logging.getLogger(__name__)

FIRST_DELAY_S = 0.5
LONGEST_DELAY_S = 3.0
"""A camera must be back on screen within five seconds of its return, and its first frame takes one to come; a try
every three seconds is no load on a network."""

_DOUBLINGS = 3  # reach it; without an end to them the number would overflow once a camera has been away for an hour

LOGIN_DELAY_S = 30.0
"""Cameras lock an account after some wrong passwords in a row."""

UNSUPPORTED_DELAY_S = 10.0


def retry_delay(error: CameraError, attempt: int, jitter: float) -> float:
    """Return how long to wait before the next try, in seconds.

    Args:
        error: why the last one failed.
        attempt: tries in a row that failed, from 1.
        jitter: 0..1, random: cameras that failed together must not all come back in the same instant.
    """
    if isinstance(error, CameraRefusedLogin):
        return LOGIN_DELAY_S
    if isinstance(error, CameraUnsupported):
        return UNSUPPORTED_DELAY_S
    return min(LONGEST_DELAY_S, FIRST_DELAY_S * 2 ** min(attempt - 1, _DOUBLINGS)) * (0.75 + jitter / 4)


class CameraThread(LoopThread):
    """Reads one camera.

    Thread: the source is opened, read and closed in this thread only; what people see of it goes through the hub.
    """

    def __init__(self, camera: Camera, hub: FrameHub, open_camera: OpenSource = open_source) -> None:
        super().__init__(f"camera {camera.name}")
        self._camera = camera
        self._hub = hub
        self._open = open_camera
        self._source: CameraSource | None = None
        self._attempt = 0
        self._live = False

    def step(self) -> None:
        """Open the camera, or bring its next frame."""
        try:
            if self._source is None:
                self._connect()
            else:
                self._bring_frame(self._source)
        except CameraError as error:
            self._fail(error.said)
            self.pause(retry_delay(error, self._attempt, random.random()))  # noqa: S311 - jitter, no secret
        except Exception:
            self._fail(
                said("Camera", "This camera’s driver failed in a way it does not know itself; the log says more.")
            )
            raise

    def finish(self) -> None:
        """Close the camera."""
        self._let_go()

    def _connect(self) -> None:
        if self._attempt == 0:  # later on the reason of the failure stays in view
            self._report(CameraState.CONNECTING, said("Camera", "Connecting"))
        self._source = self._open(self._camera)

    def _bring_frame(self, source: CameraSource) -> None:
        frame = source.read()
        if frame is None:
            self._let_go()
            self._report(CameraState.ENDED, said("Camera", "The video has come to its end."))
            self.request_stop()
            return
        self._hub.put(with_preview(frame, self._hub.previews.px(self._camera.id)))
        if not self._live:
            self._live, self._attempt = True, 0
            self._report(CameraState.LIVE, said("Camera", "Live"))

    def _fail(self, detail: Phrase) -> None:
        self._let_go()
        self._attempt += 1
        self._report(CameraState.FAILED, detail)

    def _let_go(self) -> None:
        self._live = False
        source, self._source = self._source, None
        if source is not None:
            source.close()

    def _report(self, state: CameraState, detail: Phrase) -> None:
        _log.info("%s: %s. %s", self.objectName(), state, detail)
        self._hub.report(self._camera.id, state, detail, self._attempt)
