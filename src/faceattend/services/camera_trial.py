"""Trying a camera out: does it open, how fast, what does it give?"""

import time
from dataclasses import dataclass

from faceattend.cameras.source import CameraSource, OpenSource
from faceattend.domain.cameras import Camera, redacted
from faceattend.domain.errors import CameraError


@dataclass(frozen=True, slots=True)
class CameraTest:
    """How a camera did when it was tried out.

    Attributes:
        name: of the camera.
        frames: how many were read.
        first_frame_ms: from opening it to its first frame; None when none came.
        width, height: of its picture, pixels; None when none came.
        fps: frames delivered per second after the first; None with fewer than two frames.
        error: why it gave no (further) picture, in plain words; None when nothing went wrong. Holds no password.
    """

    name: str
    frames: int
    first_frame_ms: float | None
    width: int | None
    height: int | None
    fps: float | None
    error: str | None

    @property
    def ok(self) -> bool:
        """Whether it gave pictures and nothing went wrong."""
        return self.error is None and self.frames > 0


def try_out(camera: Camera, open_camera: OpenSource, seconds: float) -> CameraTest:
    """Open the camera and read its frames for some seconds; a camera that gives none is an outcome, not an error."""
    trial = _Trial(camera)
    try:
        trial.run(open_camera, seconds)
    except CameraError as error:
        return trial.outcome(str(error).replace(camera.source, redacted(camera.source)))
    return trial.outcome(None if trial.frames else "The source ended before it gave a picture.")


class _Trial:
    """Counts what a camera gives while it is tried out."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self._size: tuple[int, int] | None = None
        self._opened_s = self._first_s = self._last_s = 0.0
        self.frames = 0

    def run(self, open_camera: OpenSource, seconds: float) -> None:
        """Read until the time is over or the source ends; raises as the source does."""
        self._opened_s = time.monotonic()
        source = open_camera(self._camera)
        try:
            while self._read(source) and self._last_s < self._opened_s + seconds:
                pass
        finally:
            source.close()

    def outcome(self, error: str | None) -> CameraTest:
        """Sum up."""
        width, height = self._size or (None, None)
        lasted_s = self._last_s - self._first_s
        return CameraTest(
            name=self._camera.name,
            frames=self.frames,
            first_frame_ms=(self._first_s - self._opened_s) * 1000 if self.frames else None,
            width=width,
            height=height,
            fps=(self.frames - 1) / lasted_s if lasted_s > 0 else None,
            error=error,
        )

    def _read(self, source: CameraSource) -> bool:
        frame = source.read()
        if frame is None:
            return False
        self._last_s = time.monotonic()
        self.frames += 1
        if self._size is None:
            self._first_s = self._last_s
            self._size = (frame.bgr.shape[1], frame.bgr.shape[0])
        return True
