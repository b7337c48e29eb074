"""What every kind of camera offers, and how the kind is chosen."""

from collections.abc import Callable
from typing import Protocol

from faceattend.config.plugins import Registry
from faceattend.domain.cameras import Camera, source_kind
from faceattend.domain.errors import CameraUnsupported
from faceattend.domain.said import said
from faceattend.domain.vision import Frame

OPEN_DEADLINE_S = 5.0
READ_DEADLINE_S = 2.5
"""A camera that stays silent for so long is given up and opened anew; above STALE_AFTER, so that it is first shown
as stale, and short enough that a stop is never held up for long."""

DELIVERED_FPS = 15.0
"""Frames beyond this rate are decoded but not delivered: no screen tile paints faster (LOOK.md)."""


class CameraSource(Protocol):
    """An opened camera. Owned by one thread."""

    def read(self) -> Frame | None:
        """Wait for the next frame and return it.

        Returns:
            The frame; None when the source has come to its end (a video file played once).

        Raises:
            CameraUnreachable: it broke off, or gave nothing within READ_DEADLINE_S.
            CameraUnsupported: what it plays has meanwhile been removed or spoilt.
        """
        ...

    def close(self) -> None:
        """Let go of the device or connection; may be called twice."""
        ...


OpenSource = Callable[[Camera], CameraSource]
"""Opens a camera within OPEN_DEADLINE_S; raises CameraUnreachable, CameraRefusedLogin or CameraUnsupported."""

KINDS: Registry[OpenSource] = Registry("faceattend.camera_kinds", said("Plugins", "camera kind"))


def open_source(camera: Camera) -> CameraSource:
    """Open the camera by its kind.

    Raises:
        CameraUnsupported: there is no such kind, or its source is unusable.
        CameraUnreachable: it does not answer now.
        CameraRefusedLogin: it does not accept the login.
    """
    kind = source_kind(camera.source)
    if kind not in KINDS.names():
        raise CameraUnsupported(
            said("Camera", "Camera {camera}: there is no camera kind {kind!r}.").format(camera=camera.name, kind=kind),
            means=said("Camera", "It gives no picture."),
            remedy=said("Camera", "Use one of {known}.").format(known=", ".join(KINDS.names())),
        )
    return KINDS.get(kind)(camera)
