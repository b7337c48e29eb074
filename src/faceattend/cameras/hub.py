"""The meeting place of cameras, recognition and preview: the newest frame, overlay and state of each camera."""

import threading
import time
from datetime import datetime
from uuid import UUID

from faceattend.cameras.preview import PreviewWishes
from faceattend.cameras.rate import Rate
from faceattend.domain.cameras import DEFAULT_FPS, Camera, CameraState, CameraStatus, state_at
from faceattend.domain.said import UNSAID, Phrase
from faceattend.domain.vision import Frame, Overlay


class _Slot:
    """What is kept of one camera: two frames (the newest, and the one waiting for analysis) and one overlay."""

    __slots__ = (
        "analysed",
        "attempt",
        "detail",
        "dropped",
        "newest",
        "overlay",
        "owed",
        "rate",
        "received",
        "reported",
        "waiting",
    )

    def __init__(self, fps: float) -> None:
        self.rate = Rate(fps)
        self.newest: Frame | None = None
        self.waiting: Frame | None = None
        self.overlay: Overlay | None = None
        self.reported = CameraState.CONNECTING
        self.detail: Phrase = UNSAID
        self.attempt = 0
        self.received = self.analysed = self.dropped = 0
        self.owed = False  # a due frame was dropped, and none taken in its place yet


class FrameHub:
    """Hands the newest frames from the camera threads to recognition and preview; may be used from any thread.

    Frames are due for analysis at the camera's own ``fps``, evenly; those between are only shown. A due frame that
    is still waiting when the next one comes due is dropped and counted: that is recognition being too slow. A frame
    between may then take its place, or a camera whose frames always come at a bad moment would be looked at less often
    than the others.
    """

    def __init__(self) -> None:
        self._slots: dict[UUID, _Slot] = {}
        self.previews = PreviewWishes()
        self._changed = threading.Condition()
        self._closed = False

    def register(self, camera: Camera) -> None:
        """Make room for a camera; a camera registered before gets its new rate and keeps its counts."""
        with self._changed:
            if camera.id in self._slots:
                self._slots[camera.id].rate = Rate(camera.fps)
            else:
                self._slots[camera.id] = _Slot(camera.fps)

    def forget(self, camera_id: UUID) -> None:
        """Let go of the frames and counts of a camera whose thread has ended.

        Its place stays, empty, until it is registered again: a page that still shows it may ask for a moment.
        """
        with self._changed:
            self._slots[camera_id] = _Slot(DEFAULT_FPS)

    def put(self, frame: Frame) -> None:
        """Take in a camera's newest frame.

        Raises:
            KeyError: the camera is not registered.
        """
        with self._changed:
            slot = self._slots[frame.camera_id]
            slot.newest = frame
            slot.received += 1
            if slot.rate.due(frame.captured_at.timestamp()):
                slot.owed = slot.waiting is not None
                slot.dropped += slot.owed
            elif slot.owed and slot.waiting is None:
                slot.owed = False
                slot.dropped -= 1  # this frame is analysed in its place
            else:
                return
            slot.waiting = frame
            self._changed.notify_all()

    def take(self, timeout_s: float) -> list[Frame]:
        """Wait until a frame is due for analysis, then return the due frames of all cameras together.

        Returns:
            One frame per camera at most; empty after the time-out or once closed.
        """
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while not self._closed:
                if frames := self._collect():
                    return frames
                if not self._changed.wait(deadline - time.monotonic()):
                    return []
            return []

    def _collect(self) -> list[Frame]:
        frames: list[Frame] = []
        for slot in self._slots.values():
            if slot.waiting is not None:
                frames.append(slot.waiting)
                slot.waiting = None
                slot.analysed += 1
        return frames

    def newest(self, camera_id: UUID) -> Frame | None:
        """Return the newest frame of a camera, for the preview; None before the first.

        Raises:
            KeyError: the camera is not registered, as in the methods below.
        """
        with self._changed:
            return self._slots[camera_id].newest

    def put_overlay(self, overlay: Overlay) -> None:
        """Keep what was found in a frame; the one before is forgotten."""
        with self._changed:
            self._slots[overlay.camera_id].overlay = overlay

    def overlay(self, camera_id: UUID) -> Overlay | None:
        """Return what was found last; None before the first analysis."""
        with self._changed:
            return self._slots[camera_id].overlay

    def report(self, camera_id: UUID, state: CameraState, detail: Phrase = UNSAID, attempt: int = 0) -> None:
        """Note what a camera's thread says of it.

        Args:
            camera_id: the camera.
            state: connecting, live, failed or ended; stale is found by :meth:`status` itself.
            detail: for people, in plain words, without passwords.
            attempt: tries in a row that failed.
        """
        with self._changed:
            slot = self._slots[camera_id]
            slot.reported, slot.detail, slot.attempt = state, detail, attempt

    def status(self, camera_id: UUID, now: datetime) -> CameraStatus:
        """Return how a camera is doing.

        Args:
            camera_id: the camera.
            now: aware UTC.
        """
        with self._changed:
            slot = self._slots[camera_id]
            newest_at = None if slot.newest is None else slot.newest.captured_at
            state, age = state_at(slot.reported, newest_at, now)
            counts = (slot.received, slot.analysed, slot.dropped)
            return CameraStatus(camera_id, state, age, slot.detail, *counts, slot.attempt)

    def statuses(self, now: datetime) -> list[CameraStatus]:
        """Return how every camera is doing, in the order they were registered."""
        with self._changed:
            return [self.status(camera_id, now) for camera_id in self._slots]

    def close(self) -> None:
        """Wake everyone who waits; from now on :meth:`take` returns nothing."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
