"""Finding the one face of a reference photo, and saying plainly why a photo will not do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from faceattend.config.lazy import lazy
from faceattend.config.opencv import forget_bundled_qt
from faceattend.domain.errors import NoFaceFound, PoorFace, SeveralFacesFound
from faceattend.domain.said import Phrase, joined, said
from faceattend.domain.vision import BgrImage, Box, DetectedFace, Quality
from faceattend.engine.alignment import align
from faceattend.engine.ports import Detector
from faceattend.engine.quality import ENROLMENT, assess
from faceattend.engine.recogniser import surroundings

if TYPE_CHECKING:
    import cv2
else:
    cv2 = lazy("cv2", then=forget_bundled_qt)

_SMALLEST_PART = 25  # a face smaller than this part of the photo's shorter side is nobody's portrait
_SMALLEST_PX = 20.0
_BYSTANDER = 0.5  # a further face at most this large, against the subject's side, is somebody in the background
_BORDER = 0.5  # added on each side when a face fills the photo so far that the detector misses it


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """The face of a reference photo.

    Attributes:
        box: where it is, in pixels of the photo.
        quality: how well it can be compared.
        aligned: uint8 (112, 112, 3) BGR.
        crop: uint8 (h, w, 3) BGR, the face with some surroundings.
    """

    box: Box
    quality: Quality
    aligned: BgrImage
    crop: BgrImage


def find_faces(image: BgrImage, detector: Detector) -> list[DetectedFace]:
    """Find the faces in a photo of any size; a face that fills it is tried again with a border around it.

    Returns:
        The faces, most certain first, in pixels of the photo.
    """
    smallest = max(_SMALLEST_PX, min(image.shape[:2]) / _SMALLEST_PART)
    faces = detector.detect([image], [smallest])[0]
    if faces:
        return faces
    dy, dx = (int(side * _BORDER) for side in image.shape[:2])
    bordered = cv2.copyMakeBorder(image, dy, dy, dx, dx, cv2.BORDER_CONSTANT).astype(np.uint8, copy=False)
    shift = np.array([dx, dy], dtype=np.float32)
    return [
        DetectedFace(
            Box(face.box.x - dx, face.box.y - dy, face.box.width, face.box.height), face.landmarks - shift, face.score
        )
        for face in detector.detect([bordered], [smallest])[0]
    ]


def subject(faces: Sequence[DetectedFace], image: BgrImage) -> DetectedFace:
    """Choose whom a photo is of: large and near the middle (the rule of InsightFace's own evaluation)."""
    height, width = image.shape[:2]

    def prominence(face: DetectedFace) -> float:
        x, y = face.box.centre
        return face.box.area - 2 * ((x - width / 2) ** 2 + (y - height / 2) ** 2)

    return max(faces, key=prominence)


def aligned_subject(image: BgrImage, detector: Detector) -> BgrImage | None:
    """Return the aligned face of whom a photo is of, uint8 (112, 112, 3) BGR; None when no face is found."""
    faces = find_faces(image, detector)
    if not faces:
        return None
    (face,) = detector.refine([(image, subject(faces, image))])
    return align(image, face.landmarks)


def read_portrait(image: BgrImage, detector: Detector, what: str) -> Portrait:
    """Take the face out of a reference photo.

    Args:
        image: uint8 (H, W, 3) BGR.
        detector: finds faces.
        what: the photo's name, for messages.

    Raises:
        NoFaceFound, SeveralFacesFound: as for :func:`examine_portrait`.
        PoorFace: its face is not good enough to compare others with.
    """
    portrait = examine_portrait(image, detector, what)
    if not portrait.quality.good:
        raise PoorFace(
            fault_of(portrait, what),
            remedy=said("Picture", "Use a sharp photo with the face turned to the camera."),
        )
    return portrait


def fault_of(portrait: Portrait, what: str) -> Phrase:
    """Say why a portrait is not good enough; ``what`` is the photo's name."""
    return said("Picture", "The face in {what} is {reasons}.").format(
        what=what, reasons=joined(*portrait.quality.reasons, between=", ")
    )


def examine_portrait(image: BgrImage, detector: Detector, what: str) -> Portrait:
    """Take the one face out of a photo, good enough or not; arguments as for :func:`read_portrait`.

    Raises:
        NoFaceFound: it shows no face.
        SeveralFacesFound: it shows several people of like size.
    """
    faces = find_faces(image, detector)
    if not faces:
        raise NoFaceFound(
            said("Picture", "No face was found in {what}.").format(what=what),
            remedy=said("Picture", "Use a photo that shows the face from the front, in good light."),
        )
    largest = max(faces, key=lambda face: face.box.area)
    others = [face for face in faces if face.box.area > largest.box.area * _BYSTANDER**2]
    if len(others) > 1:
        raise SeveralFacesFound(
            said("Picture", "{what} shows {count} faces.").format(what=what, count=len(others)),
            remedy=said("Picture", "Use a photo of this person alone."),
        )
    (largest,) = detector.refine([(image, largest)])
    aligned = align(image, largest.landmarks)
    quality = assess(largest, aligned, (image.shape[0], image.shape[1]), ENROLMENT)
    return Portrait(largest.box, quality, aligned, surroundings(image, largest.box))
