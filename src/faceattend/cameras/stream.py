"""Network cameras: RTSP and RTSPS over TCP, and Motion JPEG or other live video over HTTP and HTTPS."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import av
from av import error as ffmpeg
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from faceattend.cameras import video
from faceattend.cameras.address import Address, parse
from faceattend.cameras.rate import Rate
from faceattend.cameras.source import DELIVERED_FPS, OPEN_DEADLINE_S, READ_DEADLINE_S
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import CameraError, CameraRefusedLogin, CameraUnreachable
from faceattend.domain.said import Phrase, said
from faceattend.domain.vision import Frame

_OPTIONS = {
    "rtsp_transport": "tcp",  # UDP loses packets, and no deadline tells a silent camera from lost ones
    "allowed_media_types": "video",
    # Little is analysed in advance: opening takes 0.25 s instead of 1.1 s. "fflags nobuffer" is not among these: it
    # throws away the key picture met while opening, and the next one may be many seconds off (measured: 5.2 s).
    "fpsprobesize": "0",
    "analyzeduration": "500000",
    # What a camera answers must not make the program read local files.
    "protocol_whitelist": "http,https,httpproxy,rtp,srtp,udp,tcp,tls,crypto",
}
_FIRST_PICTURE_S = OPEN_DEADLINE_S
"""A camera joined between two key pictures sends packets, but nothing that can be decoded until the next one."""


def open_source(camera: Camera) -> "NetworkStream":
    """Connect to the camera that an ``rtsp``, ``rtsps``, ``http`` or ``https`` URL names.

    Raises:
        CameraUnsupported: the URL names no host, or leads to something that is no live video.
        CameraUnreachable: the camera does not answer as a camera now.
        CameraRefusedLogin: it does not accept the login, or wants one.
    """
    address = parse(camera.source)
    if address is None:
        raise video.unsupported(
            said("Camera", "Camera {camera}: its address names no host.").format(camera=camera.name),
            said("Camera", "Write it as rtsp://user:password@host:554/path."),
        )
    return NetworkStream(camera, address)


class NetworkStream:
    """A live stream. Owned by one thread.

    A silent camera is given up after READ_DEADLINE_S. The password stands in FFmpeg's error texts, so those never
    travel on: every cause is rewritten without the login.
    """

    def __init__(self, camera: Camera, address: Address) -> None:
        self._camera = camera
        self._address = address
        self._rate = Rate(DELIVERED_FPS)
        self._seq = 0
        self._container = self._connect()
        self._stream = self._live_stream(self._container)
        self._decoded = _decode(self._container, self._stream)

    def read(self) -> Frame:
        """Wait for the next picture and return it.

        Raises:
            CameraUnreachable: the connection broke off, or nothing came within READ_DEADLINE_S.
        """
        patience_s = READ_DEADLINE_S if self._seq else _FIRST_PICTURE_S
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline:
            pictures = self._next_pictures()
            arrived = time.monotonic()
            if arrived >= deadline:  # FFmpeg hands out what it had kept back when its own time-out has passed
                break
            for picture in pictures:
                if self._rate.due(arrived):
                    self._seq += 1
                    return Frame(self._camera.id, self._seq, datetime.now(UTC), video.DecodedPicture(picture))
        raise self._unreachable(
            said("Camera", "has sent no picture for {seconds:.1f} seconds").format(seconds=patience_s)
        )

    def close(self) -> None:
        """Hang up."""
        self._decoded = iter(())
        self._container.close()

    def _connect(self) -> InputContainer:
        # PyAV applies the first time-out twice, to connecting and to recognising the stream.
        timeout = (OPEN_DEADLINE_S / 2, READ_DEADLINE_S)
        try:
            return av.open(self._address.url, options=_OPTIONS, timeout=timeout)
        except ffmpeg.FFmpegError as error:
            failure, cause = self._failure(error), self._without_login(error)
        raise failure from cause  # outside of the handler, lest the error that holds the password travel as context

    def _next_pictures(self) -> list[VideoFrame]:
        try:
            return next(self._decoded)
        except StopIteration:
            failure, cause = self._unreachable(said("Camera", "has ended the connection")), None
        except ffmpeg.FFmpegError as error:
            failure, cause = self._failure(error), self._without_login(error)
        raise failure from cause

    def _live_stream(self, container: InputContainer) -> VideoStream:
        try:
            recorded = container.format.name != "rtsp" and container.size > 0  # it says how long it is
            if recorded or container.format.name in {"hls", "dash"}:
                raise video.unsupported(
                    said("Camera", "Camera {camera}: {address} is a recording or single picture, not live.").format(
                        camera=self._camera.name, address=self._address.shown
                    ),
                    said(
                        "Camera", "Use the address of the camera’s live stream; a video file is played with loop:PATH."
                    ),
                )
            if not container.streams.video:
                raise self._unreachable(said("Camera", "answered, but sends no video"))
        except CameraError:
            container.close()
            raise
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 1  # more would add a picture of delay each
        return stream

    def _failure(self, error: ffmpeg.FFmpegError) -> CameraError:
        if isinstance(error, (ffmpeg.HTTPUnauthorizedError, ffmpeg.HTTPForbiddenError)):
            return CameraRefusedLogin(
                self._sentence(
                    said("Camera", "does not accept the user name or password")
                    if self._address.has_login
                    else said("Camera", "wants a login")
                ),
                means=said("Camera", "It gives no picture."),
                remedy=said("Camera", "Write the login into its address: rtsp://user:password@host/path."),
            )
        return self._unreachable(_reason(error))

    def _unreachable(self, reason: Phrase) -> CameraUnreachable:
        return CameraUnreachable(
            self._sentence(reason),
            means=said("Camera", "It gives no picture."),
            remedy=said("Camera", "Check its power, cable and address. FaceAttend keeps trying."),
        )

    def _sentence(self, what: Phrase) -> Phrase:
        return said("Camera", "Camera {camera} at {address} {what}.").format(
            camera=self._camera.name, address=self._address.shown, what=what
        )

    def _without_login(self, error: ffmpeg.FFmpegError) -> ffmpeg.FFmpegError:
        return type(error)(error.errno or 0, error.strerror or "", self._address.shown)


def _decode(container: InputContainer, stream: VideoStream) -> Iterator[list[VideoFrame]]:
    """Yield the pictures of each packet as it arrives, none for a packet that holds no whole one."""
    for packet in container.demux(stream):
        yield video.decoded(packet)


def _reason(error: ffmpeg.FFmpegError) -> Phrase:
    if isinstance(error, ffmpeg.ConnectionRefusedError):
        return said("Camera", "refuses the connection")
    if isinstance(error, (ffmpeg.ExitError, ffmpeg.TimeoutError)):
        return said("Camera", "does not answer in time")
    if isinstance(error, ffmpeg.HTTPNotFoundError):
        return said("Camera", "answered, but knows no stream at this path")
    if isinstance(error, ffmpeg.InvalidDataError):
        return said("Camera", "does not answer with a video stream")
    return said("Camera", "cannot be reached ({reason})").format(reason=error.strerror)
