"""Setting a photograph in motion as people walk up to a camera: so gently that every face can be compared."""

import math
from functools import cache
from typing import TYPE_CHECKING, cast

import numpy as np

from faceattend.config.lazy import lazy
from faceattend.config.opencv import forget_bundled_qt
from faceattend.domain.vision import BgrImage

if TYPE_CHECKING:
    import cv2
else:
    cv2 = lazy("cv2", then=forget_bundled_qt)

SIZE = (1280, 720)
"""Width and height of every frame, pixels."""

_GREY = 112
_NOISE_LEVELS = 2.5  # standard deviation, grey levels: a webcam in a lit room
_NO_NOISE = 128.0  # the level that stands for none
_NOISE_MARGIN_PX = 64
_SHARP_BELOW = 0.3  # a blur of less than this many pixels is not worth its time


class Motion:
    """Moves one photograph. The same seed, photo and moment give the same picture, bit for bit.

    Args:
        photo: uint8 (H, W, 3) BGR, any size; larger ones are reduced to fit, smaller ones stay as they are.
        seed: of everything that varies.
        lasts_s: the seconds the pass takes, in which it comes nearer and crosses a little from one side to the other.
    """

    def __init__(self, photo: BgrImage, seed: int, lasts_s: float) -> None:
        self._photo = _fitted(photo)
        self._lasts_s = lasts_s
        random = np.random.default_rng(seed)
        self._side = float(random.choice((-1.0, 1.0)))
        self._waves = [(random.uniform(2.3, 4.1), random.uniform(0, 2 * math.pi)) for _ in range(6)]

    def at(self, seconds: float) -> BgrImage:
        """Return the picture ``seconds`` after the pass began: uint8 (720, 1280, 3) BGR."""
        picture = cv2.warpAffine(
            self._photo,
            self._place(seconds),
            SIZE,
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=(_GREY, _GREY, _GREY),
        )
        blur_px = 0.8 * self._wave(4, seconds)
        if blur_px > _SHARP_BELOW:
            picture = cv2.GaussianBlur(picture, (3, 3), blur_px)
        light = 1 + 0.12 * self._wave(5, seconds)
        return cast("BgrImage", cv2.addWeighted(picture, light, _noise_at(seconds), 1.0, -_NO_NOISE))

    def _wave(self, number: int, seconds: float) -> float:
        period_s, phase = self._waves[number]
        return math.sin(2 * math.pi * seconds / period_s + phase)

    def _place(self, seconds: float) -> "cv2.typing.MatLike":
        """Return float64 (2, 3): where the photo's pixels lie in the frame."""
        height, width = self._photo.shape[:2]
        progress = seconds / self._lasts_s - 0.5  # -0.5 .. 0.5
        scale = 0.94 + 0.08 * progress + 0.015 * self._wave(0, seconds)
        turn = 1.2 * self._wave(1, seconds)  # degrees
        free_px = max(0.0, SIZE[0] - width * scale)
        across = self._side * progress * min(0.8 * free_px, 160.0) + 6 * self._wave(2, seconds)
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), turn, scale)
        matrix[0, 2] += SIZE[0] / 2 - width / 2 + across
        matrix[1, 2] += SIZE[1] / 2 - height / 2 + 6 * self._wave(3, seconds)
        return matrix


def nothing() -> BgrImage:
    """Return the picture of nobody: uint8 (720, 1280, 3), plain grey."""
    return np.full((SIZE[1], SIZE[0], 3), _GREY, np.uint8)


@cache
def _noise() -> BgrImage:
    shape = (SIZE[1] + _NOISE_MARGIN_PX, SIZE[0] + _NOISE_MARGIN_PX, 3)
    levels = np.random.default_rng(0).standard_normal(shape, dtype=np.float32) * _NOISE_LEVELS + _NO_NOISE
    return levels.round().astype(np.uint8)


def _noise_at(seconds: float) -> BgrImage:
    """Return a cut-out of the same noise for each moment: fresh noise would take longer than all the rest."""
    x, y = np.random.default_rng(round(seconds * 1000)).integers(0, _NOISE_MARGIN_PX, 2)
    return _noise()[y : y + SIZE[1], x : x + SIZE[0]]


def _fitted(photo: BgrImage) -> BgrImage:
    height, width = photo.shape[:2]
    scale = min(1.0, SIZE[0] / width, SIZE[1] / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cast("BgrImage", cv2.resize(photo, size, interpolation=cv2.INTER_AREA)) if scale < 1 else photo
