"""YuNet (Wu et al., 2023): finds faces and five landmarks on a picture reduced as far as the smallest face allows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from faceattend.config.lazy import lazy
from faceattend.config.opencv import forget_bundled_qt
from faceattend.domain.vision import BgrImage, Box, DetectedFace, Landmarks
from faceattend.engine.alignment import TEMPLATE, similarity
from faceattend.engine.session import Session

if TYPE_CHECKING:
    import cv2
else:
    cv2 = lazy("cv2", then=forget_bundled_qt)

MIN_SCORE = 0.6
"""Detector confidence from which a face counts; the accuracy baseline was measured with it (ENGINE.md)."""

_OVERLAP = 0.3  # non-maximum suppression, OpenCV's default for YuNet
_STRIDES = (8, 16, 32)
_STEP = 32  # the network halves the picture five times
_SMALLEST_PX = 20.0
"""Side of a face on the reduced picture at which it is found in every frame. At 16, 7 % of LFW's faces are missed in a
single frame, and a portrait on a plain wall in four frames of five (docs/adr/0012-working-size.md)."""

_LARGEST_SIDE = 1280

# YuNet's landmarks scatter by a tenth of the face with the size it is shown at, and turn less than a tilted head does.
# A second look at the face alone, enlarged, turned upright by the first points and averaged with its mirror image,
# brings TAR at FAR 0.1 % on 300 people of the development half of LFW from 98.7 to 99.1 %, and the share of heads
# tilted by 25 degrees that are recognised from 69 to 97 % (docs/adr/0006-second-look.md).
_VIEW_PX = 320
_EYES_PX = 75.0  # between the eyes in such a view: the face is then about 190 pixels wide
_REACH_PX = 90.0  # a face whose middle lies further from the middle of the view is somebody else's
_UPRIGHT: Landmarks = (
    (TEMPLATE - TEMPLATE[2]) * (_EYES_PX / (TEMPLATE[1, 0] - TEMPLATE[0, 0])) + np.float32(_VIEW_PX / 2)
).astype(np.float32)
_MIRRORED = [1, 0, 2, 4, 3]  # left and right change places

Outputs = Mapping[str, NDArray[np.float32]]


class YuNet:
    """The detector. Owned by one thread."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def provider(self) -> str:
        """Where it really runs."""
        return self._session.provider

    def detect(self, images: Sequence[BgrImage], min_face_px: Sequence[float]) -> list[list[DetectedFace]]:
        """See :class:`faceattend.engine.ports.Detector`. Pictures of one working size run as one batch."""
        reduced = [_reduced(image, side) for image, side in zip(images, min_face_px, strict=True)]
        found: list[list[DetectedFace]] = [[] for _ in images]
        order = sorted(range(len(images)), key=lambda index: reduced[index][0].shape)
        for _, group in groupby(order, key=lambda index: reduced[index][0].shape):
            indices = list(group)
            outputs = self._session.run(_batch([reduced[index][0] for index in indices]))
            width = reduced[indices[0]][0].shape[1]
            for position, index in enumerate(indices):
                found[index] = _faces(outputs, position, width, reduced[index][1])
        return found

    def refine(self, seen: Sequence[tuple[BgrImage, DetectedFace]]) -> list[DetectedFace]:
        """See :class:`faceattend.engine.ports.Detector`. All views of all faces run as one batch."""
        turns = [similarity(face.landmarks, _UPRIGHT) for _, face in seen]
        views = [_view(image, turn) for (image, _), turn in zip(seen, turns, strict=True)]
        pictures = [each for view in views for each in (view, view[:, ::-1])]
        found = self.detect(pictures, [_SMALLEST_PX] * len(pictures))
        return [
            _averaged(face, turn, plain=found[2 * index], mirrored=found[2 * index + 1])
            for index, ((_, face), turn) in enumerate(zip(seen, turns, strict=True))
        ]


def _view(image: BgrImage, turn: NDArray[np.float64]) -> BgrImage:
    return cv2.warpAffine(image, turn, (_VIEW_PX, _VIEW_PX), flags=cv2.INTER_AREA).astype(np.uint8, copy=False)


def _averaged(
    face: DetectedFace, turn: NDArray[np.float64], *, plain: Sequence[DetectedFace], mirrored: Sequence[DetectedFace]
) -> DetectedFace:
    """Return the face with the mean of the landmarks read in its view and mirrored view; as it is if in neither."""
    readings = [each.landmarks for each in _central(plain)]
    for each in _central(mirrored):
        flipped = each.landmarks[_MIRRORED]
        readings.append(np.stack([_VIEW_PX - 1 - flipped[:, 0], flipped[:, 1]], axis=1))
    if not readings:
        return face
    back = (np.mean(readings, axis=0) - turn[:, 2]) @ np.linalg.inv(turn[:, :2]).T
    return replace(face, landmarks=back.astype(np.float32))


def _central(faces: Sequence[DetectedFace]) -> list[DetectedFace]:
    """Return the face in the middle of a view, if one is there: a neighbour may be in the picture too."""

    def distance(face: DetectedFace) -> float:
        x, y = face.box.centre
        return float(np.hypot(x - _VIEW_PX / 2, y - _VIEW_PX / 2))

    nearest = min(faces, key=distance, default=None)
    return [nearest] if nearest is not None and distance(nearest) <= _REACH_PX else []


def _reduced(image: BgrImage, min_face_px: float) -> tuple[BgrImage, float]:
    """Scale the picture down so that its smallest face of interest stays findable, and pad it to the network's step.

    Returns:
        The reduced picture, uint8 (H', W', 3) with both sides multiples of 32, and the factor applied.
    """
    height, width = image.shape[:2]
    factor = min(1.0, _SMALLEST_PX / max(min_face_px, _SMALLEST_PX), _LARGEST_SIDE / max(height, width))
    if factor < 1:  # linear: averaging finds no more faces, and takes ten times as long
        size = max(1, round(width * factor)), max(1, round(height * factor))
        image = cv2.resize(image, size, interpolation=cv2.INTER_LINEAR).astype(np.uint8, copy=False)
    rows, columns = image.shape[:2]
    padded = np.zeros((-(-rows // _STEP) * _STEP, -(-columns // _STEP) * _STEP, 3), dtype=np.uint8)
    padded[:rows, :columns] = image
    return padded, factor


def _batch(pictures: list[BgrImage]) -> NDArray[np.float32]:
    """Stack pictures as float32 (N, 3, H, W), BGR 0..255, as YuNet was trained."""
    return np.ascontiguousarray(np.stack(pictures).transpose(0, 3, 1, 2), dtype=np.float32)


def _faces(outputs: Outputs, position: int, width: int, factor: float) -> list[DetectedFace]:
    """Decode one picture's outputs into faces in pixels of the original, most certain first."""
    levels = [_decode(outputs, position, stride, width // stride) for stride in _STRIDES]
    scores, boxes, points = (np.concatenate(each) for each in zip(*levels, strict=True))
    if len(scores) == 0:
        return []
    kept = cv2.dnn.NMSBoxes(boxes.tolist(), scores.tolist(), MIN_SCORE, _OVERLAP)
    return [
        DetectedFace(
            box=Box(*(float(value) / factor for value in boxes[index])),
            landmarks=(points[index].reshape(5, 2) / factor).astype(np.float32),
            score=float(scores[index]),
        )
        for index in np.asarray(kept, dtype=np.intp).ravel()
    ]


def _decode(
    outputs: Outputs, position: int, stride: int, columns: int
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Decode one level (OpenCV's face_detect.cpp): score sqrt(cls * obj), centre offset and log size per cell.

    Returns:
        scores (N,), boxes (N, 4) as x, y, width, height, and landmarks (N, 10), in pixels of the reduced picture,
        only of cells that reach MIN_SCORE.
    """
    certainty = outputs[f"cls_{stride}"][position, :, 0] * outputs[f"obj_{stride}"][position, :, 0]
    cells = np.flatnonzero(certainty >= MIN_SCORE * MIN_SCORE)
    corner = np.stack([cells % columns, cells // columns], axis=1).astype(np.float32)
    raw = outputs[f"bbox_{stride}"][position, cells]
    size = np.exp(raw[:, 2:]) * stride
    boxes = np.concatenate([(corner + raw[:, :2]) * stride - size / 2, size], axis=1)
    points = (outputs[f"kps_{stride}"][position, cells].reshape(-1, 5, 2) + corner[:, None]) * stride
    return np.sqrt(certainty[cells]), boxes, points.reshape(-1, 10)
