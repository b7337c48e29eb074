"""SCRFD (Guo et al., 2021), through InsightFace's own class; its settings live on the object: one owner."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from insightface.model_zoo import scrfd as _scrfd

from faceattend.config.opencv import forget_bundled_qt
from faceattend.domain.errors import ModelAltered
from faceattend.domain.said import said
from faceattend.domain.vision import BgrImage, Box, DetectedFace
from faceattend.engine.packs import SCRFD_PREPROCESSING, Preprocessing
from faceattend.engine.session import Session

forget_bundled_qt()

MIN_SCORE = 0.5
"""InsightFace's default confidence."""

_STEP = 32
_SMALLEST_PX = 16.0
_LARGEST_SIDE = 1280
_THINNEST = 100
_PORTRAIT = (128, 128)
"""A second, small pass: at its full size SCRFD misses faces that fill the picture (0 of 40 tight portraits found at
640, all at 320 and below: ENGINE.md). InsightFace pairs 128 with the full size by default."""


class Scrfd:
    """The detector. Owned by one thread.

    Raises:
        ModelAltered: the graph is no SCRFD that gives landmarks.
    """

    def __init__(self, session: Session, preprocessing: Preprocessing = SCRFD_PREPROCESSING) -> None:
        self._session = session
        library: Any = _scrfd
        self._scrfd: Any = library.SCRFD(session=session.raw)
        if not self._scrfd.use_kps:
            raise ModelAltered(
                said("Models", "The detector gives no landmarks, so its faces cannot be aligned."),
                means=said("Models", "It is not used; nothing was changed."),
                remedy=said(
                    "Models", "Name a folder with one of InsightFace’s det_*.onnx that gives five landmarks (most do)."
                ),
            )
        self._scrfd.prepare(0, det_thresh=MIN_SCORE)
        self._scrfd.input_mean, self._scrfd.input_std = preprocessing.mean, preprocessing.std
        self._scrfd.input_dtype = np.uint8 if session.input_type == "tensor(uint8)" else np.float32

    @property
    def provider(self) -> str:
        """Where it really runs."""
        return self._session.provider

    def detect(self, images: Sequence[BgrImage], min_face_px: Sequence[float]) -> list[list[DetectedFace]]:
        """See :class:`faceattend.engine.ports.Detector`."""
        return [self._faces(image, side) for image, side in zip(images, min_face_px, strict=True)]

    def refine(self, seen: Sequence[tuple[BgrImage, DetectedFace]]) -> list[DetectedFace]:
        """Return the faces as they are: SCRFD's landmarks do not depend on the working size as YuNet's do."""
        return [face for _, face in seen]

    def _faces(self, image: BgrImage, min_face_px: float) -> list[DetectedFace]:
        if max(image.shape[:2]) > _THINNEST * min(image.shape[:2]):
            return []  # the library reduces such a strip to a side of 0 pixels, and fails
        boxes, points = self._scrfd.detect(image, input_size=[_PORTRAIT, _working_size(image, min_face_px)])
        return [
            DetectedFace(
                box=Box(float(left), float(top), float(right - left), float(bottom - top)),
                landmarks=np.asarray(landmarks, dtype=np.float32),
                score=float(score),
            )
            for (left, top, right, bottom, score), landmarks in zip(boxes, points, strict=True)
        ]


def _working_size(image: BgrImage, min_face_px: float) -> tuple[int, int]:
    """Return (width, height), multiples of 32, on which a face of interest has at least 16 pixels."""
    height, width = image.shape[:2]
    factor = min(1.0, _SMALLEST_PX / max(min_face_px, _SMALLEST_PX), _LARGEST_SIDE / max(height, width))
    return _stepped(width * factor), _stepped(height * factor)


def _stepped(side: float) -> int:
    return max(_STEP, -(-round(side) // _STEP) * _STEP)
