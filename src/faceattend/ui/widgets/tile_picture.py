"""A frame as a picture in a tile: without a copy, and with next to nothing cut off."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage

from faceattend.domain.vision import Box, Frame

MOST_CROPPED = 0.03
"""Share of width or height that may be lost so that the picture fills its tile (LOOK.md)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a frame stands in a tile.

    Attributes:
        place: of the whole frame, in logical pixels; reaches beyond the tile by what is cropped.
        scale: logical pixels to a pixel of the frame.
    """

    place: QRectF
    scale: float

    def box(self, box: Box, ratio: float) -> QRectF:
        """Return where a box stands, on whole device pixels so that its lines are sharp."""
        left, top = self.place.left() + box.x * self.scale, self.place.top() + box.y * self.scale
        right, bottom = left + box.width * self.scale, top + box.height * self.scale
        sharp = [round(each * ratio) / ratio for each in (left, top, right, bottom)]
        return QRectF(QPointF(sharp[0], sharp[1]), QPointF(sharp[2], sharp[3]))


def fit(width_px: int, height_px: int, area: QRectF) -> Fit:
    """Place a frame in an area: in the middle, filling it as far as MOST_CROPPED allows."""
    whole = min(area.width() / width_px, area.height() / height_px)
    filling = max(area.width() / width_px, area.height() / height_px)
    scale = min(filling, whole / (1 - MOST_CROPPED))
    place = QRectF(QPointF(), QSizeF(width_px * scale, height_px * scale))
    place.moveCenter(area.center())
    return Fit(place, scale)


def image_of(frame: Frame) -> QImage:
    """Return a frame as an image that shares its pixels, without a copy."""
    pixels = np.ascontiguousarray(frame.bgr)  # as it is, unless a source hands out a part of a larger picture
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_BGR888)
    image.pixels = pixels  # pyright: ignore[reportAttributeAccessIssue] - QImage does not own what it shows
    return image


def grey_of(frame: Frame) -> QImage:
    """Return a copy of a frame without its colours: what is old must not look as if it were now."""
    return image_of(frame).convertToFormat(QImage.Format.Format_Grayscale8)
