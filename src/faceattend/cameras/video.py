"""Decoding with PyAV (FFmpeg): what video files and network streams have in common."""

import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import av
import numpy as np
from av.container import InputContainer
from av.error import FFmpegError, InvalidDataError
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

from faceattend.domain.errors import CameraUnsupported
from faceattend.domain.said import Phrase, said
from faceattend.domain.vision import BgraImage, BgrImage

if TYPE_CHECKING:
    from av.packet import Packet

_log = logging.getLogger(__name__)
_DECODERS = threading.BoundedSemaphore(os.cpu_count() or 1)
"""So many pictures are decoded at once, whatever the number of cameras. More threads than cores get nothing done
sooner; but one that holds Python's lock then waits for a core behind all others, and the window waits with it: with
sixteen cameras for half a second (docs/adr/0014)."""

_FALLBACK_FPS = 25.0
_MAX_FPS = 240.0
_UNREADABLE = said(
    "Camera", "Play it with another program to see whether it is whole; MP4 (H.264) and AVI (Motion JPEG) always work."
)


class BgrConverter:
    """Turns decoded pictures into BGR. Keeps its tables from picture to picture; owned by one thread."""

    def __init__(self) -> None:
        self._whole, self._small, self._coloured = (VideoReformatter() for _ in range(3))  # each for one size

    def convert(self, picture: VideoFrame) -> BgrImage:
        """Return the picture upright, as uint8 (H, W, 3) BGR, contiguous."""
        return _upright(self._whole.reformat(picture, format="bgr24", threads=1), picture.rotation)

    def shrink(self, picture: VideoFrame, width: int, height: int) -> BgraImage:
        """Return the picture upright and so small, in pixels, as uint8 (H, W, 4) BGRA, contiguous."""
        if _is_turned(picture):
            width, height = height, width
        # Averaging over areas: single pixels picked out would make edges flicker from picture to picture. In the
        # camera's own colours first: to turn those of the large picture into BGRA would double the cost.
        small = self._small.reformat(picture, width, height, interpolation="AREA", threads=1)
        return _upright(self._coloured.reformat(small, format="bgra", threads=1), picture.rotation)


class DecodedPicture:
    """A decoded picture, turned into BGR when first looked at. May be asked by several threads.

    Args:
        picture: as decoded; it is not changed.
    """

    def __init__(self, picture: VideoFrame) -> None:
        self._picture = picture
        self._bgr: BgrImage | None = None
        self._making = threading.Lock()

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels, upright."""
        width, height = self._picture.width, self._picture.height
        return (height, width) if _is_turned(self._picture) else (width, height)

    def bgr(self) -> BgrImage:
        """Return the picture upright, as uint8 (H, W, 3) BGR, read-only."""
        with self._making:
            if self._bgr is None:
                self._bgr = _converter().convert(self._picture)
                self._bgr.flags.writeable = False
            return self._bgr

    def shrunk(self, width_px: int) -> BgraImage:
        """Return the picture upright in that width, as uint8 (H, W, 4) BGRA."""
        width, height = self.size
        return _converter().shrink(self._picture, width_px, max(1, round(height * width_px / width)))


def _is_turned(picture: VideoFrame) -> bool:
    """Whether width and height change places: phones held or cameras hung sideways tell how to turn a picture."""
    return round(picture.rotation / 90) % 2 == 1


def _upright(picture: VideoFrame, rotation: int) -> NDArray[np.uint8]:
    pixels, turns = picture.to_ndarray(), round(rotation / 90)
    return cast("NDArray[np.uint8]", np.ascontiguousarray(np.rot90(pixels, turns) if turns else pixels))


_OF_THREAD = threading.local()


def _converter() -> BgrConverter:
    """Return the converter of this thread."""
    found = getattr(_OF_THREAD, "converter", None)
    if not isinstance(found, BgrConverter):
        found = _OF_THREAD.converter = BgrConverter()
    return found


def open_file(path: Path, what: Phrase) -> InputContainer:
    """Open a video file.

    Args:
        path: the file.
        what: what it is called in messages, such as "Camera Door: the video door.mp4".

    Raises:
        CameraUnsupported: there is no such file, it may not be read, or there is no video in it.
    """
    path = path.expanduser().resolve()
    if not path.is_file():
        told = (
            said("Camera", "{what} is a folder.").format(what=what)
            if path.is_dir()
            else said("Camera", "{what} does not exist.").format(what=what)
        )
        raise unsupported(told, said("Camera", "Check the path of the video file."))
    try:
        # A playlist disguised as a video must not make the program open other files or addresses.
        container = av.open(str(path), options={"protocol_whitelist": "file"})
    except (FFmpegError, OSError) as error:
        raise unsupported(
            said("Camera", "{what} cannot be read as a video ({reason}).").format(what=what, reason=error.strerror)
        ) from error
    if not container.streams.video or container.streams.video[0].codec_context is None:  # pyright: ignore[reportUnnecessaryComparison] - None without a decoder
        container.close()
        raise unsupported(said("Camera", "{what} holds no video.").format(what=what))
    return container


def pictures(container: InputContainer) -> Iterator[VideoFrame]:
    """Decode the pictures of the first video stream on one thread; damaged ones are left out.

    Raises:
        av.FFmpegError: reading breaks off before the end.
    """
    stream = container.streams.video[0]
    stream.codec_context.thread_count = 1  # many cameras share few cores; more threads add delay, not speed
    for packet in container.demux(stream):
        yield from decoded(packet)


def decoded(packet: "Packet[VideoStream]") -> list[VideoFrame]:
    """Decode a packet as soon as it is its turn.

    Returns:
        Its pictures; none where it holds no whole one, or is damaged: the next key picture mends that.

    Raises:
        av.FFmpegError: decoding breaks off for good.
    """
    try:
        with _DECODERS:
            return packet.decode()
    except InvalidDataError:
        return []


def frames_per_second(stream: VideoStream) -> float:
    """Return the average rate the stream states, or a usual one where it states none or nonsense."""
    rate = float(stream.average_rate or 0)
    return rate if 0 < rate <= _MAX_FPS else _FALLBACK_FPS


def frames(path: Path) -> Iterator[BgrImage]:
    """Decode every picture of a video file as fast as possible, for measuring.

    Yields:
        uint8 (H, W, 3) BGR.

    Raises:
        CameraUnsupported: as :func:`open_file`.
    """
    converter = BgrConverter()
    with open_file(path, said("Camera", "The video {path}").format(path=path)) as container:
        for picture in until_it_breaks(container):
            yield converter.convert(picture)


def until_it_breaks(container: InputContainer) -> Iterator[VideoFrame]:
    """Decode a file's pictures; where it is cut off or damaged beyond reading, it ends."""
    try:
        yield from pictures(container)
    except FFmpegError as error:
        _log.info("the video breaks off: %s", error)


def unsupported(what: Phrase, remedy: Phrase = _UNREADABLE) -> CameraUnsupported:
    """Build the error for a source that can never work as it is."""
    return CameraUnsupported(what, means=said("Camera", "It gives no picture."), remedy=remedy)
