"""What a model family must offer. One adapter file implements each family; nothing else knows which one runs."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from faceattend.domain.vision import BgrImage, DetectedFace, Vectors

AlignedFaces = NDArray[np.uint8]
"""uint8 (N, 112, 112, 3), BGR, aligned by five points to ArcFace's template."""


class Detector(Protocol):
    """Finds faces. Owned by one thread: settings live on the object."""

    def detect(self, images: Sequence[BgrImage], min_face_px: Sequence[float]) -> list[list[DetectedFace]]:
        """Find the faces in each image.

        Args:
            images: uint8 (H, W, 3) BGR, any sizes.
            min_face_px: per image, the shorter side of the smallest face that matters; the detector may work on a
                reduced picture as long as faces of this size are still found.

        Returns:
            Per image its faces, most certain first, in pixels of that image.
        """
        ...

    def refine(self, seen: Sequence[tuple[BgrImage, DetectedFace]]) -> list[DetectedFace]:
        """Place the landmarks of faces that are about to be judged and embedded as exactly as this family can.

        Args:
            seen: pictures, uint8 (H, W, 3) BGR, each with a face found in it.

        Returns:
            The same faces in the same order, with the same boxes and scores.
        """
        ...


class Embedder(Protocol):
    """Turns aligned faces into vectors."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def embed(self, faces: AlignedFaces) -> Vectors:
        """Embed faces.

        Args:
            faces: uint8 (N, 112, 112, 3) BGR, aligned; N may be 0.

        Returns:
            float32 (N, dimension), each of unit length.
        """
        ...
