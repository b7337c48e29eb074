"""Video files as cameras: played in real time, once (``file:``) or over and over (``loop:``)."""

from collections.abc import Generator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from av.container import InputContainer
from av.video.frame import VideoFrame

from faceattend.cameras import video
from faceattend.cameras.pace import Pace, wait_until
from faceattend.cameras.rate import Rate
from faceattend.cameras.source import DELIVERED_FPS
from faceattend.domain.cameras import Camera, source_kind
from faceattend.domain.said import said
from faceattend.domain.vision import Frame

_MAX_GAP_S = 2.0
"""Recordings of cameras have leaps in their time stamps; longer ones are passed over, so that no read outlasts
READ_DEADLINE_S."""


def open_source(camera: Camera) -> "VideoFile":
    """Open the video file that a ``file:`` or ``loop:`` camera names.

    Raises:
        CameraUnsupported: it is missing, unreadable or holds no picture.
    """
    path = Path(camera.source.partition(":")[2])
    return VideoFile(camera, path, looped=source_kind(camera.source) == "loop")


class VideoFile:
    """A video file played at its own speed. Owned by one thread."""

    def __init__(self, camera: Camera, path: Path, *, looped: bool) -> None:
        self._camera_id = camera.id
        self._path = path
        self._what = said("Camera", "Camera {camera}: the video {path}").format(camera=camera.name, path=path)
        self._looped = looped
        self._rate = Rate(DELIVERED_FPS)
        self._pace = Pace()
        self._seq = 0
        self._playing = self._play()
        self._pictures = chain((next(self._playing),), self._playing)  # what cannot be played is told at once

    def read(self) -> Frame | None:
        """Wait until the next picture is due and return it; None when the video has ended or was closed.

        The video waits for a reader that fell behind: nobody in it passes unseen.

        Raises:
            CameraUnsupported: a looped video has meanwhile been removed or spoilt.
        """
        for shown_at, picture in self._pictures:
            moment = self._pace.moment(shown_at)
            if self._rate.due(moment):  # by the clock on the wall: of a video played slower more pictures are due
                wait_until(moment)
                self._seq += 1
                return Frame(self._camera_id, self._seq, datetime.now(UTC), video.DecodedPicture(picture))
        return None

    def close(self) -> None:
        """Close the file."""
        self._playing.close()
        self._pictures = chain[tuple[float, VideoFrame]]()

    def _play(self) -> Generator[tuple[float, VideoFrame]]:
        """Yield each picture with the time at which it is shown, in seconds since the start."""
        shown_at = 0.0
        while True:
            with video.open_file(self._path, self._what) as container:
                step = 0.0
                for step, picture in _steps(container):
                    yield shown_at, picture
                    shown_at += step
            if not step:
                raise video.unsupported(
                    said("Camera", "{what} holds no picture that can be decoded.").format(what=self._what)
                )
            if not self._looped:
                return


def _steps(container: InputContainer) -> Generator[tuple[float, VideoFrame]]:
    """Yield each picture with the seconds for which it is shown, above 0."""
    usual = 1 / video.frames_per_second(container.streams.video[0])
    before: VideoFrame | None = None
    for picture in video.until_it_breaks(container):
        if before is not None:
            yield _gap(before, picture, usual), before
        before = picture
    if before is not None:
        yield usual, before


def _gap(before: VideoFrame, after: VideoFrame, usual: float) -> float:
    """Return the seconds between two pictures; the usual ones where the time stamps are missing or absurd."""
    if before.pts is None or after.pts is None:
        return usual
    gap = after.time - before.time
    return gap if 0 < gap <= _MAX_GAP_S else usual
