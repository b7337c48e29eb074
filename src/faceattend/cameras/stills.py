"""Real photographs set in motion, as a camera: for the demo, for tests and for measuring (``stills:PATH...``)."""

import logging
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import chain, count
from pathlib import Path

from faceattend.cameras import video
from faceattend.cameras.motion import Motion, nothing
from faceattend.cameras.pace import Pace, wait_until
from faceattend.config.images import PICTURE_SUFFIXES, read_image
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import ImageRejected
from faceattend.domain.said import Phrase, said
from faceattend.domain.vision import BgrImage, Frame

_log = logging.getLogger(__name__)

FPS = 15.0
PHOTO_S = 5.0
GAP_S = 1.2
"""Plain grey between two photos, longer than a tracker remembers a face, so that one pass ends and the next begins."""

_Moment = tuple[float, Callable[[], BgrImage]]
"""Seconds since the start, and what draws the picture of that moment."""

_STILLS = said("Camera", "Stills")


def open_source(camera: Camera) -> "Stills":
    """Open the photos that a ``stills:`` camera names: files or folders, separated as in PATH.

    Raises:
        CameraUnsupported: one does not exist, or none can be read as a picture.
    """
    named = camera.source.partition(":")[2].split(os.pathsep)
    photos = photographs([Path(name).expanduser() for name in named if name], _called(camera))
    return Stills(camera, photos)


def photographs(named: Sequence[Path], what: Phrase = _STILLS) -> list[Path]:
    """Return the pictures named or lying in the folders named, a folder's in the order of their names.

    Args:
        named: files and folders.
        what: who asks for them, in messages.

    Raises:
        CameraUnsupported: one does not exist, or there is no picture at all.
    """
    for path in named:
        if not path.exists():
            raise video.unsupported(
                said("Camera", "{what}: the photo {path} does not exist.").format(what=what, path=path),
                said("Camera", "Check the path."),
            )
    photos = [photo for path in named for photo in (sorted(path.iterdir()) if path.is_dir() else [path])]
    photos = [photo for photo in photos if photo.suffix.lower() in PICTURE_SUFFIXES]
    if not photos:
        raise video.unsupported(
            said("Camera", "{what}: there is no photo.").format(what=what),
            said("Camera", "Name a JPEG, PNG, WebP, BMP or GIF, or a folder."),
        )
    return photos


def sequence(photos: Sequence[Path], seed: int = 0) -> Iterator[BgrImage]:
    """Draw the frames of a ``stills`` camera as fast as possible, for measuring and tests.

    Args:
        photos: picture files, shown in turn without end.
        seed: of the motion; the same photos and seed give the same frames, bit for bit.

    Yields:
        uint8 (720, 1280, 3) BGR; FPS of them make a second.

    Raises:
        CameraUnsupported: none of them can be read.
    """
    for _, draw in _programme(photos, seed, _STILLS):
        yield draw()


class Stills:
    """Photographs in motion, in real time and without end. Owned by one thread."""

    def __init__(self, camera: Camera, photos: Sequence[Path]) -> None:
        self._camera_id = camera.id
        self._pace = Pace()
        self._seq = 0
        programme = _programme(photos, camera.id.int % 2**32, _called(camera))
        self._moments: Iterator[_Moment] = chain((next(programme),), programme)  # an unreadable photo is told at once

    def read(self) -> Frame | None:
        """Wait until the next picture is due and return it; None once closed."""
        found = next(self._moments, None)
        if found is None:
            return None
        shown_at, draw = found
        moment = self._pace.moment(shown_at)
        bgr = draw()
        wait_until(moment)
        self._seq += 1
        return Frame(self._camera_id, self._seq, datetime.now(UTC), bgr)

    def close(self) -> None:
        """End the show."""
        self._moments = iter(())


def _called(camera: Camera) -> Phrase:
    return said("Camera", "Camera {camera}").format(camera=camera.name)


def _programme(photos: Sequence[Path], seed: int, what: Phrase) -> Generator[_Moment]:
    """Yield every moment of the show: each photo for PHOTO_S, then nothing for GAP_S, round and round."""
    shown = failed = 0
    for turn in count():
        motion = _motion(photos[turn % len(photos)], seed + turn)
        failed = 0 if motion else failed + 1
        if failed == len(photos):
            raise video.unsupported(
                said("Camera", "{what}: none of its photos can be read.").format(what=what),
                said("Camera", "Name other photos."),
            )
        if motion is None:
            continue
        drawings: list[Callable[[], BgrImage]] = [partial(motion.at, n / FPS) for n in range(round(PHOTO_S * FPS))]
        for draw in (*drawings, *[nothing] * round(GAP_S * FPS)):
            yield shown / FPS, draw
            shown += 1


def _motion(photo: Path, seed: int) -> Motion | None:
    try:
        return Motion(read_image(photo), seed, PHOTO_S)
    except ImageRejected as error:
        _log.warning("left out of the stills: %s", error)
        return None
