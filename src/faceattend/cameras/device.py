"""Local cameras (webcams): V4L2 on Linux, DirectShow on Windows, AVFoundation on macOS, all through OpenCV."""

import logging
import sys
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import cv2

from faceattend.cameras.rate import Rate
from faceattend.cameras.source import DELIVERED_FPS, OPEN_DEADLINE_S, READ_DEADLINE_S
from faceattend.config.opencv import forget_bundled_qt
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import CameraUnreachable
from faceattend.domain.said import Phrase, said
from faceattend.domain.vision import BgrImage, Frame

forget_bundled_qt()

_log = logging.getLogger(__name__)
_SIZE = (1280, 720)
_CLOSE_WAIT_S = 0.3
_SYSFS = Path("/sys/class/video4linux")


@dataclass(frozen=True, slots=True)
class LocalDevice:
    """A camera plugged into this machine.

    Attributes:
        source: what to give a camera as its source, such as "device:0".
        name: what the device calls itself.
    """

    source: str
    name: str


def devices() -> list[LocalDevice]:
    """Return the cameras plugged into this machine; on systems other than Linux they cannot be listed by name."""
    return [
        LocalDevice(f"device:{node.name.removeprefix('video')}", (node / "name").read_text(encoding="utf-8").strip())
        for node in sorted(_SYSFS.glob("video*"), key=lambda node: (len(node.name), node.name))
        if (node / "index").read_text(encoding="ascii").strip() == "0"  # others carry metadata, not pictures
    ]


def open_source(camera: Camera) -> "LocalCamera":
    """Open a local camera by its number (``device:0``) or, on Linux, its path (``device:/dev/v4l/by-id/...``).

    Raises:
        CameraUnreachable: it is not plugged in, is used by another program, or does not answer in time.
    """
    return LocalCamera(camera)


class _Grabber(threading.Thread):
    """Takes pictures from the driver on a thread of its own.

    OpenCV has no time-outs for local devices, and a driver whose device was pulled out may never return. So the
    waiting is done on a condition, which can be given up, and a thread stuck in the driver is left behind: it ends,
    and lets go of the device, once the driver returns. It is no QThread because nobody may have to wait for it.
    """

    def __init__(self, address: str) -> None:
        super().__init__(name=f"device {address}", daemon=True)
        self.address = address
        self.opened = self.failed = False
        self._stopping = False
        self._newest: BgrImage | None = None
        self._changed = threading.Condition()

    def run(self) -> None:
        capture = _capture(self.address)
        try:
            self._set_up(capture)
            self._grab(capture)
        except cv2.error:
            _log.exception("the driver of local camera %s failed", self.address)
        finally:
            capture.release()
            with self._changed:
                self.failed = True
                self._changed.notify_all()

    def _set_up(self, capture: cv2.VideoCapture) -> None:
        if not capture.isOpened():
            return
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))  # raw 720p does not fit through USB 2
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, _SIZE[0])
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _SIZE[1])
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        with self._changed:
            self.opened = True
            self._changed.notify_all()

    def _grab(self, capture: cv2.VideoCapture) -> None:
        rate = Rate(DELIVERED_FPS)
        while not self._stopping and capture.grab():
            if not rate.due(time.monotonic()):
                continue
            whole, bgr = capture.retrieve()
            if not whole:
                return
            with self._changed:
                self._newest = cast("BgrImage", bgr)
                self._changed.notify_all()

    def wait_opened(self, timeout_s: float) -> bool:
        """Wait until the device is open; False when it cannot be opened or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self.opened or self.failed, timeout_s)
            return self.opened

    def take(self, timeout_s: float) -> BgrImage | None:
        """Wait for a picture that was not taken yet; None when the device failed or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._newest is not None or self.failed, timeout_s)
            newest, self._newest = self._newest, None
            return newest

    def stop(self) -> None:
        """Ask it to end, and wait for a moment."""
        self._stopping = True
        if self.ident is not None:
            self.join(_CLOSE_WAIT_S)


_stuck: dict[str, _Grabber] = {}
"""Threads left behind in a driver, by device: while one is stuck there, no second one is sent after it."""


class LocalCamera:
    """An opened local camera. Owned by one thread."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        address = camera.source.partition(":")[2].strip()
        if (left := _stuck.get(address)) is not None and left.is_alive():
            raise self._unreachable(
                said("Camera", "is still blocked by its driver"), said("Camera", "Unplug it and plug it in again.")
            )
        if sys.platform == "linux" and not Path(_node(address)).exists():
            raise self._unreachable(
                said("Camera", "is not plugged in"), said("Camera", "Plug it in. FaceAttend keeps trying.")
            )
        self._seq = 0
        self._grabber = _Grabber(address)
        self._grabber.start()
        if not self._grabber.wait_opened(OPEN_DEADLINE_S):
            silent = not self._grabber.failed
            self.close()
            raise self._unreachable(
                said("Camera", "does not answer") if silent else said("Camera", "cannot be opened"),
                said("Camera", "Close other programs that use it, and check that this user may use cameras."),
            )

    def read(self) -> Frame:
        """Wait for the next picture and return it.

        Raises:
            CameraUnreachable: it was unplugged, or gave nothing within READ_DEADLINE_S.
        """
        bgr = self._grabber.take(READ_DEADLINE_S)
        if bgr is None:
            reason = (
                said("Camera", "was unplugged or stopped")
                if self._grabber.failed
                else said("Camera", "has stopped sending pictures")
            )
            raise self._unreachable(reason, said("Camera", "Check its cable. FaceAttend keeps trying."))
        self._seq += 1
        return Frame(self._camera.id, self._seq, datetime.now(UTC), bgr)

    def close(self) -> None:
        """Let go of the device, at the latest when its driver returns."""
        self._grabber.stop()
        if self._grabber.is_alive():
            _stuck[self._grabber.address] = self._grabber
        else:
            _stuck.pop(self._grabber.address, None)

    def _unreachable(self, reason: Phrase, remedy: Phrase) -> CameraUnreachable:
        device = self._camera.source.partition(":")[2]
        return CameraUnreachable(
            said("Camera", "Camera {camera}: the local camera {device} {reason}.").format(
                camera=self._camera.name, device=device, reason=reason
            ),
            means=said("Camera", "It gives no picture."),
            remedy=remedy,
        )


def _node(address: str) -> str:
    return f"/dev/video{address}" if address.isdecimal() else address


def _capture(address: str) -> cv2.VideoCapture:
    interface = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW, "darwin": cv2.CAP_AVFOUNDATION}
    api = interface.get(sys.platform, cv2.CAP_ANY)
    return cv2.VideoCapture(int(address), api) if address.isdecimal() else cv2.VideoCapture(address, api)
