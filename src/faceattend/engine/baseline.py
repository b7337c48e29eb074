"""The naive loop that everybody writes first: detect and embed every face in every frame, with OpenCV's own classes.

Only ``faceattend bench`` runs it, as the peer to be compared with on the same frames.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import numpy as np

from faceattend.config.lazy import lazy
from faceattend.config.opencv import forget_bundled_qt
from faceattend.domain.templates import Template
from faceattend.domain.vision import BgrImage
from faceattend.engine import graph, packs
from faceattend.engine.decision import DecisionRule
from faceattend.engine.yunet import MIN_SCORE

if TYPE_CHECKING:
    import cv2
else:
    cv2 = lazy("cv2", then=forget_bundled_qt)

_OVERLAP, _MOST_FACES = 0.3, 5000  # OpenCV's defaults for YuNet


class NaiveLoop:
    """cv2.FaceDetectorYN and cv2.FaceRecognizerSF on the whole frame; each face is compared with every template."""

    def __init__(self, models: Path, templates: Sequence[Template], rule: DecisionRule) -> None:
        manifest = packs.opencv_zoo()
        detector, embedder = (packs.load(manifest, file, models) for file in manifest.model_files)
        library: Any = cv2
        self._size = (0, 0)
        self._detector: Any = library.FaceDetectorYN.create(
            str(detector.path), "", (320, 320), MIN_SCORE, _OVERLAP, _MOST_FACES
        )
        cleaned = np.frombuffer(
            graph.without_dead_inputs(embedder.content), dtype=np.uint8
        )  # as published it is refused
        self._recogniser: Any = library.FaceRecognizerSF.create("onnx", cleaned, np.empty(0, dtype=np.uint8))
        self._vectors = np.stack([template.vector for template in templates])
        self._people = [template.person_id for template in templates]
        self._accept = rule.accept

    def people_in(self, frame: BgrImage) -> list[UUID | None]:
        """Return who is in the frame, a name or None for each face found."""
        size = (frame.shape[1], frame.shape[0])
        if size != self._size:
            self._detector.setInputSize(size)
            self._size = size
        _, faces = self._detector.detect(frame)
        return [] if faces is None else [self._name(frame, face) for face in faces]

    def _name(self, frame: BgrImage, face: Any) -> UUID | None:  # noqa: ANN401 - float32 (15,), OpenCV ships no types
        feature = self._recogniser.feature(self._recogniser.alignCrop(frame, face)).ravel()
        scores = self._vectors @ (feature / np.linalg.norm(feature))
        best = int(scores.argmax())
        return self._people[best] if scores[best] >= self._accept else None
