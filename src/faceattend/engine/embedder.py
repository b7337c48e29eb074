"""ArcFace-style recognisers, SFace among them: aligned 112x112 faces into unit vectors."""

import numpy as np
from numpy.typing import NDArray

from faceattend.domain.errors import ModelAltered
from faceattend.domain.said import said
from faceattend.domain.vision import Vectors
from faceattend.engine.packs import Preprocessing
from faceattend.engine.ports import AlignedFaces
from faceattend.engine.session import Session


class FaceEmbedder:
    """Embeds batches of faces with one graph and the preprocessing its manifest states.

    Raises:
        ModelAltered: the graph gives anything but one vector per face.
        ModelError: it does not take aligned faces of 112x112 pixels.
    """

    def __init__(self, session: Session, preprocessing: Preprocessing) -> None:
        if len(session.output_names) != 1:
            raise ModelAltered(
                said("Models", "The recogniser gives {count} outputs; a recogniser of faces gives one vector.").format(
                    count=len(session.output_names)
                ),
                means=said("Models", "It is not used; nothing was changed."),
                remedy=said("Models", "Name a folder whose recogniser is one of faces."),
            )
        self._session = session
        self._rule = preprocessing
        self._as_uint8 = session.input_type == "tensor(uint8)"
        self._dimension = int(self._run(np.zeros((1, 112, 112, 3), dtype=np.uint8)).shape[1])

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._dimension

    @property
    def provider(self) -> str:
        """Where it really runs."""
        return self._session.provider

    def embed(self, faces: AlignedFaces) -> Vectors:
        """Embed uint8 (N, 112, 112, 3) BGR faces as float32 (N, D) of unit length; N may be 0."""
        if len(faces) == 0:
            return np.empty((0, self._dimension), dtype=np.float32)
        vectors = self._run(faces)
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-12))

    def _run(self, faces: AlignedFaces) -> NDArray[np.float32]:
        rgb = faces[..., ::-1].transpose(0, 3, 1, 2)
        if self._as_uint8:
            batch = np.ascontiguousarray(rgb)
        else:
            batch = np.ascontiguousarray(rgb, dtype=np.float32)
            batch -= np.float32(self._rule.mean)
            batch /= np.float32(self._rule.std)
        (vectors,) = self._session.run(batch).values()
        return vectors.reshape(len(faces), -1)
