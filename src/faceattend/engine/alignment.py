"""Turning a face upright and to a fixed size by its five landmarks, as every recogniser here was trained."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceattend.config.lazy import lazy
from faceattend.config.opencv import forget_bundled_qt
from faceattend.domain.vision import BgrImage, Landmarks

if TYPE_CHECKING:
    import cv2
else:
    cv2 = lazy("cv2", then=forget_bundled_qt)

FACE_PX = 112

# ArcFace's template for 112x112 (Deng et al., CVPR 2019): eyes, nose tip, mouth corners, (x, y) in pixels.
TEMPLATE: NDArray[np.float32] = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]],
    dtype=np.float32,
)


def similarity(landmarks: Landmarks, template: Landmarks = TEMPLATE) -> NDArray[np.float64]:
    """Return the turn, scale and shift that best map the landmarks onto the template.

    Least squares over similarity transforms (Umeyama, 1991), which in the plane is a line fit over complex numbers:
    with centred points z and w, the factor is sum(conj(z) w) / sum(|z|^2).

    Args:
        landmarks: float32 (5, 2), pixels of the picture.
        template: float32 (5, 2), pixels of the result.

    Returns:
        float64 (2, 3), for ``cv2.warpAffine``.
    """
    z = landmarks[:, 0].astype(np.float64) + 1j * landmarks[:, 1]
    w = template[:, 0].astype(np.float64) + 1j * template[:, 1]
    centred = z - z.mean()
    spread = float((np.abs(centred) ** 2).sum())
    factor = complex((centred.conj() * (w - w.mean())).sum()) / spread if spread > 0 else 1 + 0j
    shift = complex(w.mean() - factor * z.mean())
    return np.array([[factor.real, -factor.imag, shift.real], [factor.imag, factor.real, shift.imag]])


def align(image: BgrImage, landmarks: Landmarks) -> BgrImage:
    """Cut out the face, upright, 112x112; what lies beyond the picture is black.

    Args:
        image: uint8 (H, W, 3) BGR.
        landmarks: float32 (5, 2), pixels of the image.

    Returns:
        uint8 (112, 112, 3) BGR.
    """
    warped = cv2.warpAffine(image, similarity(landmarks), (FACE_PX, FACE_PX), flags=cv2.INTER_LINEAR)
    return warped.astype(np.uint8, copy=False)
