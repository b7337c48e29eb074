"""Faces for tests: real photographs that come with two libraries, and faces made of numbers."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from faceattend.domain.ids import new_id
from faceattend.domain.templates import Template
from faceattend.domain.vision import BgrImage, Box, DetectedFace, Vectors
from faceattend.engine.alignment import FACE_PX, TEMPLATE


def library_picture(package: str, inside: str) -> Path:
    """The path of a picture in an installed package, which is not imported."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / inside


@cache
def _read(package: str, inside: str) -> BgrImage:
    bgr = cv2.imread(str(library_picture(package, inside)))
    assert bgr is not None
    bgr.flags.writeable = False
    return bgr


def six_people() -> BgrImage:
    """Six people, 1280x886; their faces are about 100 pixels wide, two are tilted, one looks far to the side."""
    return _read("insightface", "data/images/t1.jpg")


def tom_hanks() -> BgrImage:
    """One face that fills the picture, 112x112."""
    return _read("insightface", "data/images/Tom_Hanks_54745.png")


def astronaut() -> BgrImage:
    """One face of 90 pixels in a picture of 512x512."""
    return _read("skimage", "data/astronaut.png")


def a_face(x: float, y: float, side: float = 100.0, score: float = 0.9) -> DetectedFace:
    """A frontal, upright face in a square box whose upper left corner is (x, y)."""
    landmarks = (TEMPLATE - np.float32(FACE_PX / 2)) * np.float32(side / FACE_PX) + np.float32(side / 2)
    return DetectedFace(Box(x, y, side, side), landmarks + np.array([x, y], dtype=np.float32), score)


def unit_vectors(count: int, dimension: int, seed: int = 0) -> Vectors:
    """Random directions, float32 (count, dimension)."""
    vectors = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def a_template(vector: NDArray[np.float32], **changes: object) -> Template:
    fields: dict[str, Any] = {"id": new_id(), "person_id": new_id(), "photo_id": new_id(), "contract_id": "tests/1"}
    return Template(**fields | {"vector": vector} | changes)
