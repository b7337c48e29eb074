"""The desk camera while somebody is enrolled: its newest picture, and what was found in it."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from faceattend.domain.errors import CameraError, CameraUnreachable
from faceattend.domain.vision import Frame
from faceattend.services.photos import PhotoCheck
from faceattend.workers.loop import LoopThread

LOOK_EVERY_S = 0.12
"""Eight looks a second: a nod takes half a second."""

_RETRY_S = 1.0


class Readable(Protocol):
    """What gives frames: a camera of its own, or one that runs already."""

    def read(self) -> Frame | None:
        """Return the next frame; None at the end of a video. Raises CameraError."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """The newest picture of the desk camera.

    Attributes:
        frame: None while there is none.
        looked: the frame that was looked at last; None before the first.
        check: what was found in it.
        error: why there is no picture; None when there is one.
    """

    frame: Frame | None = None
    looked: Frame | None = None
    check: PhotoCheck | None = None
    error: CameraError | None = None


class CaptureThread(LoopThread):
    """Reads one camera and has its frames looked at, newest first; frames do not travel by signal: ask for ``sight``.

    Signals:
        troubled(Exception): looking failed, as when the models cannot be loaded; emitted in this thread.

    Thread: the camera is opened, read and closed in this thread only.

    Args:
        open_camera: opens the source, which is closed by leaving it.
        look: finds and judges the face in a frame; may take some time at first, while models load.
    """

    def __init__(
        self, open_camera: Callable[[], AbstractContextManager[Readable]], look: Callable[[Frame], PhotoCheck]
    ) -> None:
        super().__init__("capture")
        self._open = open_camera
        self._look = look
        self._context: AbstractContextManager[Readable] | None = None
        self._source: Readable | None = None
        self._look_at_s = 0.0
        self._sight = Sight()

    @property
    def sight(self) -> Sight:
        """What there is to show; any thread may ask."""
        return self._sight

    def step(self) -> None:
        """Bring the next frame, and look at it when it is time."""
        try:
            frame = self._next()
        except CameraError as error:
            self._let_go()
            self._sight = Sight(error=error)
            self.pause(_RETRY_S)
            return
        before = self._sight
        self._sight = Sight(frame, before.looked, before.check)
        if time.monotonic() >= self._look_at_s:
            check = self._look(frame)
            self._look_at_s = time.monotonic() + LOOK_EVERY_S
            self._sight = Sight(frame, frame, check)

    def finish(self) -> None:
        """Close the camera."""
        self._let_go()

    def _next(self) -> Frame:
        if self._source is None:
            self._context = self._open()
            self._source = self._context.__enter__()
        frame = self._source.read()
        if frame is None:
            raise CameraUnreachable("The video has come to its end.", remedy="Choose another camera.")
        return frame

    def _let_go(self) -> None:
        context, self._context, self._source = self._context, None, None
        if context is not None:
            context.__exit__(None, None, None)
