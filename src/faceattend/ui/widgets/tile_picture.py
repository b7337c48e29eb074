"""A frame as a picture in a tile: without a copy, and with next to nothing cut off."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from faceattend.domain.vision import Box, Frame

MOST_CROPPED = 0.03
"""Share of width or height that may be lost so that the picture fills its tile (LOOK.md)."""

STRIP_PX = 64.0
"""Lines of the device drawn at once: Qt 6.11 draws up to 95 without another thread (QT_THREAD_PARALLEL_FILLS)."""


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


def image_of(frame: Frame, width_px: int | None = None) -> QImage:
    """Return a frame as an image that shares its pixels, without a copy.

    Args:
        frame: the frame.
        width_px: how wide it is shown; the frame's preview will do where it is as wide. None: all of it.
    """
    preview = frame.preview
    if preview is not None and width_px is not None and preview.shape[1] >= width_px:
        shown, layout = preview, QImage.Format.Format_RGB32
    else:
        shown, layout = frame.bgr, QImage.Format.Format_BGR888
    pixels = np.ascontiguousarray(shown)  # as it is, unless a source hands out a part of a larger picture
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, pixels.strides[0], layout)
    image.pixels = pixels  # pyright: ignore[reportAttributeAccessIssue] - QImage does not own what it shows
    return image


def draw_picture(painter: QPainter, area: QRectF, place: QRectF, image: QImage) -> None:
    """Draw an image, scaled where it has to be; leaves the area as clip.

    One that is as large as it is shown is copied, at a tenth of the cost (docs/adr/0014).
    """
    as_large = abs(place.width() - image.width()) < 1 and abs(place.height() - image.height()) < 1
    if as_large and painter.device().devicePixelRatioF() == 1:
        painter.drawImage(QPointF(round(place.left()), round(place.top())), image)
    else:
        _draw_in_strips(painter, area, place, image)


def _draw_in_strips(painter: QPainter, area: QRectF, place: QRectF, image: QImage) -> None:
    """Draw an image scaled, strip by strip, so that Qt does it in this thread; leaves the area as clip.

    Qt hands what is higher than 95 lines of the device to a thread of its own and waits for it, and Python's lock is
    held meanwhile: beside sixteen decoding threads the window then stood still for seconds (py-spy, docs/adr/0014).
    """
    high = STRIP_PX / painter.device().devicePixelRatioF()
    top = area.top()
    while top < area.bottom():
        painter.setClipRect(QRectF(area.left(), top, area.width(), min(high, area.bottom() - top)))
        painter.drawImage(place, image)
        top += high
    painter.setClipRect(area)


def grey_of(frame: Frame) -> QImage:
    """Return a copy of a frame without its colours: what is old must not look as if it were now."""
    return image_of(frame).convertToFormat(QImage.Format.Format_Grayscale8)
