"""The desk camera while somebody is enrolled: its newest picture, and what was found in it."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

import numpy as np
from PySide6.QtCore import QCoreApplication

from faceattend.domain.errors import CameraError, CameraUnreachable, FaceAttendError
from faceattend.domain.said import said
from faceattend.domain.vision import BgrImage, Frame
from faceattend.services.photos import PhotoCheck
from faceattend.workers.loop import LoopThread

LOOK_EVERY_S = 0.12
"""Eight looks a second: a nod takes half a second."""

_RETRY_S = 1.0
_SOON_MS, _AT_LAST_MS = 60, 8000
_WIDTH, _HEIGHT = 4, 3  # of what is shown and looked at


class Readable(Protocol):
    """What gives frames: a camera of its own, or one that runs already."""

    def read(self) -> Frame | None:
        """Return the next frame; None at the end of a video. Raises CameraError."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """The newest picture of the desk camera.

    Attributes:
        frame: its middle, 4:3; None while there is none.
        looked: the frame that was looked at last; None before the first.
        check: what was found in it.
        error: why there is no picture, or why faces cannot be looked for; None when all is well.
        size: width and height of the camera's whole picture, pixels; None while there is none.
    """

    frame: Frame | None = None
    looked: Frame | None = None
    check: PhotoCheck | None = None
    error: FaceAttendError | None = None
    size: tuple[int, int] | None = None


class CaptureThread(LoopThread):
    """Reads one camera and has its frames looked at, newest first; frames do not travel by signal: ask for ``sight``.

    What is looked at is the middle of each frame, which is what people see: nobody is photographed unseen.

    Signals:
        troubled(Exception): something failed in a way it does not know; emitted in this thread.

    Thread: the camera is opened, read and closed in this thread only.

    Args:
        open_camera: opens the source, which is closed by leaving it.
        look: finds and judges the face in a frame; may take some time at first, while models load. Raises
            FaceAttendError where it cannot.
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
            whole = self._next()
        except CameraError as error:
            self._let_go()
            self._sight = Sight(error=error)
            self.pause(_RETRY_S)
            return
        frame = Frame(whole.camera_id, whole.seq, whole.captured_at, _middle(whole.bgr))
        self._sight = replace(self._sight, frame=frame, size=whole.size)
        if time.monotonic() < self._look_at_s:
            return
        try:
            self._sight = Sight(frame, frame, self._look(frame), size=self._sight.size)
        except FaceAttendError as error:
            self._sight = Sight(error=error)
            self.pause(_RETRY_S)
        self._look_at_s = time.monotonic() + LOOK_EVERY_S

    def finish(self) -> None:
        """Close the camera."""
        self._let_go()

    def set_out(self) -> None:
        """Start; it is held until it has ended, whatever becomes of whoever started it.

        Thread: the GUI thread.
        """
        _watch_for_the_end()
        _under_way[:] = [thread for thread in _under_way if not thread.isFinished()]
        _under_way.append(self)
        self.start()

    def leave(self) -> None:
        """Have it end, and wait no longer than nobody notices: a driver may take seconds to let go of its camera.

        Thread: the GUI thread.
        """
        self.request_stop()
        self.wait(_SOON_MS)

    def _next(self) -> Frame:
        if self._source is None:
            self._context = self._open()
            self._source = self._context.__enter__()
        frame = self._source.read()
        if frame is None:
            raise CameraUnreachable(
                said("Camera", "The video has come to its end."), remedy=said("Camera", "Choose another camera.")
            )
        return frame

    def _let_go(self) -> None:
        context, self._context, self._source = self._context, None, None
        if context is not None:
            context.__exit__(None, None, None)


_under_way: list[CaptureThread] = []
"""Those that may still run: a thread that is forgotten while it runs takes the program along."""


def see_off() -> None:
    """End all threads and wait for them; called when the program ends."""
    for thread in _under_way:
        thread.request_stop()
    for thread in _under_way:
        thread.wait(_AT_LAST_MS)
    _under_way.clear()


@cache
def _watch_for_the_end() -> None:
    application = QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(see_off)


def _middle(bgr: BgrImage) -> BgrImage:
    """Return the middle of a picture, as much of it as fits into 4:3."""
    height, width = bgr.shape[:2]
    across, down = min(width, height * _WIDTH // _HEIGHT), min(height, width * _HEIGHT // _WIDTH)
    left, top = (width - across) // 2, (height - down) // 2
    return np.ascontiguousarray(bgr[top : top + max(down, 1), left : left + max(across, 1)])
