"""Trying a camera out: does it open, how fast, what does it give, and is a face in it good enough?"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from faceattend.cameras.source import DELIVERED_FPS, READ_DEADLINE_S, CameraSource, OpenSource
from faceattend.domain.camera_sight import Finding, Needs, SeenFace, advice, findings
from faceattend.domain.cameras import Camera, redacted
from faceattend.domain.errors import CameraError, CameraUnreachable, ModelError
from faceattend.domain.said import Phrase, joined, said
from faceattend.domain.vision import BgrImage, Frame
from faceattend.engine.alignment import align
from faceattend.engine.quality import QualityLimits, assess
from faceattend.services.models import ModelService

LOWEST_FPS = 2.0  # more slowly, a face is gone before the next frame can be linked to it
TOLD_EVERY_S = 0.25
_LOOKED_AT_EVERY_S = 0.5  # finding faces holds up the reading of frames
_SMALLEST_PX = 20.0  # also faces too small to be compared are measured, or nobody could say how much is missing
_COMFORTABLE = 1.25  # so much larger than the smallest face that is compared
_POLL_S = 0.01

FaceMeter = Callable[[BgrImage, Camera], SeenFace | None]
"""Measures the largest face of a picture; raises ModelError."""

Newest = Callable[[], Frame | None]
"""Gives the newest frame of a camera that runs already."""


@dataclass(frozen=True, slots=True, eq=False)
class CameraTrial:
    """How a camera did when it was tried out, or does so far.

    Attributes:
        name: of the camera.
        frames: how many were read.
        first_frame_ms: from opening it to its first frame; None when none came.
        width, height: of its picture, pixels; None when none came.
        fps: frames delivered per second after the first; None with fewer than two frames.
        error: why it gave no (further) picture, in plain words; None when nothing went wrong. Holds no password.
        done: how much of the time is over, 0..1; 1 when finished.
        frame: the frame of the best face, or the last one; None when none came.
        face: the best face seen, in pixels of ``frame``; None when none was seen.
        findings: what was seen against what is needed; empty where faces were not looked for.
        unmeasured: why faces could not be looked for, in plain words; None when they could.
    """

    name: str
    frames: int
    first_frame_ms: float | None
    width: int | None
    height: int | None
    fps: float | None
    error: Phrase | None
    done: float = 1.0
    frame: Frame | None = None
    face: SeenFace | None = None
    findings: tuple[Finding, ...] = ()
    unmeasured: Phrase | None = None

    @property
    def ok(self) -> bool:
        """Whether it gave pictures and nothing went wrong."""
        return self.error is None and self.frames > 0

    @property
    def advice(self) -> tuple[Phrase, ...]:
        """What to change, in whole sentences; empty when nothing is, or nothing was looked at."""
        return advice(self.findings) if self.findings and self.ok else ()


def try_out(
    camera: Camera, open_camera: OpenSource, seconds: float, meter: FaceMeter | None = None
) -> Iterator[CameraTrial]:
    """Open the camera and read its frames for some seconds; a camera that gives none is an outcome, not an error.

    Args:
        camera: which; need not be stored.
        open_camera: opens it.
        seconds: how long to read.
        meter: measures faces; None where they are not looked for.

    Yields:
        Every TOLD_EVERY_S how it does so far, and at the end the outcome. Leaving the iterator closes the camera.
    """
    trial = _Trial(camera, seconds, meter)
    try:
        yield from trial.run(open_camera)
    except CameraError as error:
        yield trial.state(_without_secret(error, camera))
    else:
        yield trial.state(None if trial.frames else said("Camera", "The source ended before it gave a picture."))


def _without_secret(error: CameraError, camera: Camera) -> Phrase:
    """Return what the error says; where a plug-in put the address into it, as plain text without its password."""
    safe = str(error).replace(camera.source, redacted(camera.source))
    return error.said if safe == str(error) else joined(safe)


class RunningCamera:
    """The frames of a camera that runs already, as a source: a device cannot be opened twice."""

    def __init__(self, camera: Camera, newest: Newest) -> None:
        self._camera = camera
        self._newest = newest
        self._last: Frame | None = newest()

    def read(self) -> Frame:
        """Wait for a frame that was not read yet.

        Raises:
            CameraUnreachable: none came within READ_DEADLINE_S.
        """
        deadline = time.monotonic() + READ_DEADLINE_S
        while (frame := self._newest()) is None or frame is self._last:
            if time.monotonic() > deadline:
                raise CameraUnreachable(
                    said("Camera", "Camera {camera} gives no picture at the moment.").format(camera=self._camera.name),
                    means=said("Camera", "FaceAttend keeps trying."),
                    remedy=said("Camera", "Check its power, cable and address."),
                )
            time.sleep(_POLL_S)
        self._last = frame
        return frame

    def close(self) -> None:
        """Leave it running: others look at it too."""


def face_meter(models: ModelService) -> FaceMeter:
    """Return what measures the largest face of a picture, with the models of the pack in use."""

    def measure(bgr: BgrImage, camera: Camera) -> SeenFace | None:
        found = models.models().detector.detect([bgr], [min(_SMALLEST_PX, camera.min_face_px)])[0]
        if not found:
            return None
        face = max(found, key=lambda each: each.box.area)
        size = (bgr.shape[0], bgr.shape[1])
        return SeenFace(
            face.box, assess(face, align(bgr, face.landmarks), size, QualityLimits(face_px=camera.min_face_px))
        )

    return measure


def needs_of(camera: Camera) -> Needs:
    """Say what recognition needs of this camera; the limits are the engine's own."""
    limits = QualityLimits(face_px=camera.min_face_px)
    return Needs(
        face_px=(limits.face_px, limits.face_px * _COMFORTABLE),
        darkest=(limits.darkest, limits.darkest + 15),
        brightest=(limits.brightest, limits.brightest - 15),
        sharpness=(limits.sharpness, 12.0),  # from there on four of five are accepted (QualityLimits)
        turned=(limits.yaw, 40.0),  # up to there nothing is lost (QualityLimits)
        nodded=(limits.pitch, 25.0),
        fps=(LOWEST_FPS, min(camera.fps, DELIVERED_FPS) * 0.8),  # a rate is never held exactly
    )


class _Trial:
    """Counts and measures what a camera gives while it is tried out."""

    def __init__(self, camera: Camera, seconds: float, meter: FaceMeter | None) -> None:
        self._camera = camera
        self._seconds = seconds
        self._meter = meter
        self._unmeasured: Phrase | None = None
        self._best: tuple[Frame, SeenFace] | None = None
        self._newest: Frame | None = None
        self._opened_s = self._first_s = self._last_s = self._looked_s = 0.0
        self._looking_s = 0.0  # spent on finding faces, while no frame was read
        self.frames = 0

    def run(self, open_camera: OpenSource) -> Iterator[CameraTrial]:
        """Read until the time is over or the source ends; raises as the source does."""
        self._opened_s = told_s = time.monotonic()
        with closing(open_camera(self._camera)) as source:
            while self._read(source) and self._last_s < self._opened_s + self._seconds:
                self._look()
                if self._last_s >= told_s + TOLD_EVERY_S:
                    told_s = self._last_s
                    yield replace(self.state(None), done=self._done())

    def state(self, error: Phrase | None) -> CameraTrial:
        """Sum up."""
        frame, face = self._best or (self._newest, None)
        fps = self._fps()
        measured = self._meter is not None and self._unmeasured is None and self.frames
        return CameraTrial(
            name=self._camera.name,
            frames=self.frames,
            first_frame_ms=(self._first_s - self._opened_s) * 1000 if self.frames else None,
            width=None if self._newest is None else self._newest.size[0],
            height=None if self._newest is None else self._newest.size[1],
            fps=fps,
            error=error,
            frame=frame,
            face=face,
            findings=findings(face, fps, needs_of(self._camera)) if measured else (),
            unmeasured=self._unmeasured,
        )

    def _read(self, source: CameraSource) -> bool:
        frame = source.read()
        if frame is None:
            return False
        self._last_s = time.monotonic()
        if self._newest is None:
            self._first_s = self._last_s
        self.frames += 1
        self._newest = frame
        return True

    def _look(self) -> None:
        """Now and then, find the face of the newest frame; the best one is kept."""
        began = time.monotonic()
        if self._meter is None or self._newest is None or began < self._looked_s + _LOOKED_AT_EVERY_S:
            return
        try:
            face = self._meter(self._newest.bgr, self._camera)
        except ModelError as error:
            self._unmeasured, self._meter = error.said, None
            return
        if face is not None and (self._best is None or face.quality.score >= self._best[1].quality.score):
            self._best = (self._newest, face)
        self._looked_s = time.monotonic()
        self._looking_s += self._looked_s - began

    def _fps(self) -> float | None:
        lasted_s = self._last_s - self._first_s - self._looking_s
        return (self.frames - 1) / lasted_s if lasted_s > 0 else None

    def _done(self) -> float:
        return min((self._last_s - self._opened_s) / self._seconds, 1.0)
