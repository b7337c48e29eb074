"""The small picture for the screen: made in the camera's thread, so that the window only copies it."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import numpy as np

from faceattend.config.lazy import lazy
from faceattend.config.opencv import forget_bundled_qt
from faceattend.domain.vision import BgraImage, BgrImage, Frame

if TYPE_CHECKING:
    import cv2
else:
    cv2 = lazy("cv2", then=forget_bundled_qt)

_WORTH_IT = 0.75  # a picture hardly smaller than the frame would only cost memory


class PreviewWishes:
    """How wide the screen shows each camera, so that its thread makes previews just so wide. Any thread may ask."""

    def __init__(self) -> None:
        self._widths: dict[UUID, int] = {}

    def want(self, camera_id: UUID, width_px: int | None) -> None:
        """Ask for previews so wide from now on; None: nobody looks at this camera."""
        if width_px is None:
            self._widths.pop(camera_id, None)
        else:
            self._widths[camera_id] = width_px

    def px(self, camera_id: UUID) -> int | None:
        """Return how wide a preview is wanted; None for none."""
        return self._widths.get(camera_id)


def with_preview(frame: Frame, width_px: int | None) -> Frame:
    """Return the frame with a preview so wide.

    Args:
        frame: as the camera gave it.
        width_px: wanted; None for no preview.

    Returns:
        The frame as it is, where none is wanted or it would hardly be smaller.
    """
    if width_px is None or not 0 < width_px < frame.size[0] * _WORTH_IT:
        return frame
    if isinstance(frame.pixels, np.ndarray):
        return replace(frame, preview=_shrunk(frame.pixels, width_px))
    return replace(frame, preview=frame.pixels.shrunk(width_px))


def _shrunk(bgr: BgrImage, width_px: int) -> BgraImage:
    """Skip whole pixels first: averaging over areas costs OpenCV 3 ms a picture of 1280x720, this 0.3."""
    step = max(1, bgr.shape[1] // (2 * width_px))
    size = (width_px, max(1, round(bgr.shape[0] * width_px / bgr.shape[1])))
    small = cv2.resize(bgr[::step, ::step], size, interpolation=cv2.INTER_LINEAR)
    return cv2.cvtColor(small, cv2.COLOR_BGR2BGRA).astype(np.uint8, copy=False)
