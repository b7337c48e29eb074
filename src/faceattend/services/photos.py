"""Reference photos: read under a quality gate, and held to one person."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from faceattend.config.images import read_image
from faceattend.domain.errors import ImageRejected, SeveralFacesFound
from faceattend.domain.people import Person, Pose, pose_of
from faceattend.domain.said import UNSAID, Phrase, said
from faceattend.domain.vision import BgrImage, Box, Quality, QualityReason, Vectors
from faceattend.engine.portrait import Portrait, examine_portrait, fault_of, read_portrait
from faceattend.services.models import ModelService

SAME_PERSON = 0.2
"""Cosine below which a photo does not show the person of the others: on the development half of LFW 0.3 % of two
photos of one person fall below, and 90 % of photos of two people (docs/adr/0004-thresholds.md)."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A photo that is in no file, such as one just taken.

    Attributes:
        name: what it is called in messages.
        bgr: uint8 (H, W, 3) BGR.
        pose: which way the person was asked to look, where somebody saw to it; None: as the picture shows.
    """

    name: str
    bgr: BgrImage
    pose: Pose | None = None


PhotoInput = Path | Picture


@dataclass(frozen=True, slots=True)
class RefusedPhoto:
    """A photo that was not taken, and why, in plain words."""

    name: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class PhotoCheck:
    """How a photo would do as a reference photo.

    Attributes:
        name: of the photo.
        refusal: why it will not do, in plain words; empty when it will.
        box: the face, in pixels of the photo; None where there is not exactly one.
        pose: which way it looks; None likewise.
        quality: None likewise.
        faces: how many of like size there are; 2 stands for any number of them.
    """

    name: str
    refusal: Phrase = UNSAID
    box: Box | None = None
    pose: Pose | None = None
    quality: Quality | None = None
    faces: int = 0

    @property
    def reasons(self) -> tuple[QualityReason, ...]:
        """What stands against its quality, for coaching."""
        return () if self.quality is None else self.quality.reasons


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A photo that passed the quality gate: its name, its face, the face's vector, float32 (D,), and its pose."""

    name: str
    portrait: Portrait
    vector: NDArray[np.float32]
    pose: Pose


class PhotoReader:
    """Takes the faces out of photos and compares them. May be used by several threads; they read one by one.

    Args:
        models: the pack in use and the gallery of everybody enrolled.
    """

    def __init__(self, models: ModelService) -> None:
        self._models = models
        self._reading = threading.Lock()  # a detector works on one picture at a time

    def read(self, person: Person, photos: Sequence[PhotoInput]) -> tuple[list[Reference], list[RefusedPhoto]]:
        """Read a person's photos, and set apart those that will not do, each with its reason.

        Raises:
            ModelError, StorageError: the models or the gallery cannot be used.
        """
        good: list[Reference] = []
        refused: list[RefusedPhoto] = []
        for photo in photos:
            try:
                good.append(self._reference(photo))
            except ImageRejected as error:
                refused.append(RefusedPhoto(photo.name, error.said))
        kept, strangers = self.sort_out(person.id, person.name, good)
        return kept, refused + strangers

    def sort_out(
        self, person_id: UUID, name: str, references: Sequence[Reference]
    ) -> tuple[list[Reference], list[RefusedPhoto]]:
        """Set apart the photos that show somebody else than those on record, or else than the others."""
        likeness = self._likeness(person_id, references)
        if likeness is None:
            unlike, words = _outliers(references), said("Picture", "the others")
        else:
            unlike = [each for each, own in zip(references, likeness, strict=True) if own < SAME_PERSON]
            words = name
        refused = [
            RefusedPhoto(
                each.name,
                said("Picture", "{photo} shows somebody else than {others}.").format(photo=each.name, others=words),
            )
            for each in unlike
        ]
        return [each for each in references if each not in unlike], refused

    def check(self, photo: PhotoInput) -> tuple[PhotoCheck, Reference | None]:
        """Look at a photo without refusing it by an error; the reference is there when its quality will do."""
        try:
            image = _image(photo)
            models = self._models.models()
            with self._reading:
                portrait = examine_portrait(image, models.detector, photo.name)
                vector = models.embedder.embed(portrait.aligned[None])[0] if portrait.quality.good else None
        except ImageRejected as error:
            return _refused(photo, error), None
        return _checked(photo, portrait), None if vector is None else _reference(photo, portrait, vector)

    def look(self, photo: PhotoInput) -> PhotoCheck:
        """Look at a photo as :meth:`check` does, but compare it with nobody, which takes half the time."""
        try:
            image = _image(photo)
            models = self._models.models()
            with self._reading:
                return _checked(photo, examine_portrait(image, models.detector, photo.name))
        except ImageRejected as error:
            return _refused(photo, error)

    def _reference(self, photo: PhotoInput) -> Reference:
        image = _image(photo)
        models = self._models.models()
        with self._reading:
            portrait = read_portrait(image, models.detector, photo.name)
            return _reference(photo, portrait, models.embedder.embed(portrait.aligned[None])[0])

    def _likeness(self, person_id: UUID, references: Sequence[Reference]) -> NDArray[np.float32] | None:
        """Compare photos with the person's own: float32 (N,); None where they have none, or nothing is compared."""
        return self._models.gallery().likeness(person_id, stacked(references)) if references else None


def stacked(references: Sequence[Reference]) -> Vectors:
    """Return the references' vectors, float32 (N, D); at least one."""
    return np.stack([each.vector for each in references])


def _reference(photo: PhotoInput, portrait: Portrait, vector: NDArray[np.float32]) -> Reference:
    asked = photo.pose if isinstance(photo, Picture) else None
    return Reference(photo.name, portrait, vector, asked or pose_of(portrait.quality.yaw, portrait.quality.pitch))


def _checked(photo: PhotoInput, portrait: Portrait) -> PhotoCheck:
    quality = portrait.quality
    refusal = fault_of(portrait, photo.name) if quality.reasons else UNSAID
    return PhotoCheck(photo.name, refusal, portrait.box, pose_of(quality.yaw, quality.pitch), quality, faces=1)


def _refused(photo: PhotoInput, error: ImageRejected) -> PhotoCheck:
    return PhotoCheck(photo.name, error.said, faces=2 if isinstance(error, SeveralFacesFound) else 0)


def _image(photo: PhotoInput) -> BgrImage:
    return photo.bgr if isinstance(photo, Picture) else read_image(photo)


def _outliers(references: Sequence[Reference]) -> Sequence[Reference]:
    """Return the photos that do not show the person whom most of them show.

    Photos show one person if they resemble each other, directly or by way of others. Where no such group is larger
    than every other, nobody can say whom the photos are of, and all are returned.
    """
    if not references:
        return []
    vectors = stacked(references)
    same = vectors @ vectors.T >= SAME_PERSON
    np.fill_diagonal(same, val=True)
    for _ in references:  # enough rounds to reach everybody
        same = same @ same
    sizes = same.sum(axis=1)
    largest = same[int(sizes.argmax())]
    if (sizes == sizes.max()).sum() > largest.sum():
        return references
    return [each for each, belongs in zip(references, largest, strict=True) if not belongs]
