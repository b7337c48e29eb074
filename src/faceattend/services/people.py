"""People: enrolment with a quality gate, a consistency check and the question whether somebody is enrolled twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from faceattend.config.images import encode_jpeg, read_image
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.errors import AlreadyExists, BadInput, ImageRejected, LooksLikeSomeoneElse, NotFound
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, PersonKind, Photo, Template
from faceattend.domain.vision import BgrImage, Vectors
from faceattend.engine.models import Models
from faceattend.engine.portrait import Portrait, read_portrait
from faceattend.services.models import ModelService
from faceattend.storage.database import Database

SAME_PERSON = 0.2
"""Cosine below which a photo does not show the person of the others: on the development half of LFW 0.3 % of two
photos of one person fall below, and 90 % of photos of two people (docs/adr/0004-thresholds.md)."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to be enrolled; fields as in :class:`faceattend.domain.people.Person`."""

    number: str
    name: str
    kind: PersonKind = PersonKind.EMPLOYEE
    group: str | None = None
    active_from: date | None = None
    active_to: date | None = None

    def __post_init__(self) -> None:
        if not self.number.strip() or not self.name.strip():
            raise BadInput("A person needs a number and a name.", means="Nothing was stored.")
        if self.active_from and self.active_to and self.active_from > self.active_to:
            raise BadInput(f"{self.number}: active_from lies after active_to.", means="Nothing was stored.")


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A photo that is in no file, such as one just taken.

    Attributes:
        name: what it is called in messages.
        bgr: uint8 (H, W, 3) BGR.
    """

    name: str
    bgr: BgrImage


PhotoInput = Path | Picture


@dataclass(frozen=True, slots=True)
class RefusedPhoto:
    """A photo that was not taken, and why, in plain words."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The outcome of enrolling a person or adding photos.

    Attributes:
        person: as stored.
        photos: how many were taken.
        refused: those that were not.
    """

    person: Person
    photos: int
    refused: tuple[RefusedPhoto, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Reference:
    """A photo that passed the quality gate: its name, its face, and the face's vector, float32 (D,)."""

    name: str
    portrait: Portrait
    vector: Vectors


class PeopleService:
    """Enrols people and answers questions about them. Enrolment belongs to one thread at a time."""

    def __init__(self, database: Database, models: ModelService) -> None:
        self._database = database
        self._models = models

    def list(self, actor: Actor) -> list[Person]:
        """Return all people, by number.

        Raises:
            PermissionDenied: the actor may not view people.
        """
        require(actor, Permission.VIEW_PEOPLE)
        with self._database.reading() as work:
            return work.people.list()

    def enrol(
        self, actor: Actor, newcomer: Newcomer, photos: Sequence[PhotoInput], *, confirmed_different: bool = False
    ) -> Enrolment:
        """Enrol a new person, with photos or (for a punch without a face) without any.

        Args:
            actor: the acting user.
            newcomer: whom.
            photos: picture files, or pictures, of this person alone.
            confirmed_different: a person has looked and says that a look-alike who is enrolled is somebody else.

        Raises:
            PermissionDenied: the actor may not manage people.
            AlreadyExists: the number is taken.
            ImageRejected: photos were given and none will do.
            LooksLikeSomeoneElse: the face is enrolled under another number.
            StorageError, ModelError: the data folder or the models cannot be used.
        """
        require(actor, Permission.MANAGE_PEOPLE)
        with self._database.reading() as work:
            taken = work.people.by_number(newcomer.number.strip())
        if taken is not None:
            raise AlreadyExists(
                f"The number {taken.number} belongs to {taken.name} already.",
                means="Nothing was stored.",
                remedy="Correct the number, or add the photos to that person.",
            )
        person = Person(
            id=new_id(),
            number=newcomer.number.strip(),
            name=newcomer.name.strip(),
            kind=newcomer.kind,
            group=newcomer.group,
            active_from=newcomer.active_from,
            active_to=newcomer.active_to,
        )
        return self._store(person, photos, new=True, confirmed_different=confirmed_different)

    def add_photos(
        self, actor: Actor, number: str, photos: Sequence[PhotoInput], *, confirmed_different: bool = False
    ) -> Enrolment:
        """Add reference photos to somebody who is enrolled.

        Raises:
            PermissionDenied: the actor may not manage people.
            NotFound: nobody has this number.
            ImageRejected, LooksLikeSomeoneElse, StorageError, ModelError: as for :meth:`enrol`; a photo that does not
                resemble those on record is refused too.
        """
        require(actor, Permission.MANAGE_PEOPLE)
        with self._database.reading() as work:
            person = work.people.by_number(number.strip())
        if person is None:
            raise NotFound(f"Nobody has the number {number}.", remedy="'faceattend people list' shows all numbers.")
        return self._store(person, photos, new=False, confirmed_different=confirmed_different)

    def _store(
        self, person: Person, photos: Sequence[PhotoInput], *, new: bool, confirmed_different: bool
    ) -> Enrolment:
        references, refused = self._read(person, photos)
        if photos and not references:
            raise ImageRejected(
                f"None of the photos of {person.number} will do: {refused[0].reason}", means="Nothing was stored."
            )
        if references and not confirmed_different:
            self._refuse_lookalike(person, references)
        kept = [_records(person, reference, self._models.models()) for reference in references]
        with self._database.transaction() as work:
            if new:
                work.people.add(person)
            for photo, template in kept:
                work.faces.add_photo(photo)
                work.faces.add_template(template)
        if kept:
            self._models.gallery().add(template for _, template in kept)
        return Enrolment(person, len(kept), tuple(refused))

    def _read(
        self, person: Person, photos: Sequence[PhotoInput]
    ) -> tuple[Sequence[_Reference], Sequence[RefusedPhoto]]:
        """Read the photos, and set apart those that will not do, each with its reason."""
        good: Sequence[_Reference] = ()
        refused: Sequence[RefusedPhoto] = ()
        for photo in photos:
            try:
                good = [*good, self._reference(photo)]
            except ImageRejected as error:
                refused = [*refused, RefusedPhoto(photo.name, str(error))]
        strangers = _outliers(good)
        unlike = self._unlike_record(person, [each for each in good if each not in strangers])
        reasons = [RefusedPhoto(each.name, f"{each.name} shows somebody else than the others.") for each in strangers]
        reasons += [RefusedPhoto(each.name, f"{each.name} shows somebody else than {person.name}.") for each in unlike]
        return [each for each in good if each not in strangers and each not in unlike], [*refused, *reasons]

    def _unlike_record(self, person: Person, references: Sequence[_Reference]) -> Sequence[_Reference]:
        """Return the photos that do not resemble the person's own, where some are enrolled."""
        if not references:
            return []
        likeness = self._models.gallery().likeness(person.id, np.stack([each.vector for each in references]))
        if likeness is None:
            return []
        return [each for each, own in zip(references, likeness, strict=True) if own < SAME_PERSON]

    def _reference(self, photo: PhotoInput) -> _Reference:
        models = self._models.models()
        image = photo.bgr if isinstance(photo, Picture) else read_image(photo)
        portrait = read_portrait(image, models.detector, photo.name)
        return _Reference(photo.name, portrait, models.embedder.embed(portrait.aligned[None])[0])

    def _refuse_lookalike(self, person: Person, references: Sequence[_Reference]) -> None:
        vectors = np.stack([reference.vector for reference in references])
        accept = self._models.rule.accept
        for match in self._models.gallery().search(vectors):
            if match is None or match.person_id == person.id or match.score < accept:
                continue
            with self._database.reading() as work:
                other = work.people.get(match.person_id)
            if other is not None:
                raise LooksLikeSomeoneElse(
                    f"The face of {person.number} {person.name} is enrolled as {other.number} {other.name}"
                    f" (similarity {match.score:.2f}).",
                    means="Nothing was stored.",
                    remedy="Correct the number or the photo; if they are two people, enrol with --confirmed-different.",
                )


def _outliers(references: Sequence[_Reference]) -> Sequence[_Reference]:
    """Return the photos that do not show the person whom most of them show.

    Photos show one person if they resemble each other, directly or by way of others. Where no such group is larger
    than every other, nobody can say whom the photos are of, and all are returned.
    """
    if not references:
        return []
    vectors = np.stack([reference.vector for reference in references])
    same = vectors @ vectors.T >= SAME_PERSON
    np.fill_diagonal(same, val=True)
    for _ in references:  # enough rounds to reach everybody
        same = same @ same
    sizes = same.sum(axis=1)
    largest = same[int(sizes.argmax())]
    if (sizes == sizes.max()).sum() > largest.sum():
        return references
    return [each for each, belongs in zip(references, largest, strict=True) if not belongs]


def _records(person: Person, reference: _Reference, models: Models) -> tuple[Photo, Template]:
    photo = Photo(new_id(), person.id, datetime.now(UTC), encode_jpeg(reference.portrait.crop))
    return photo, Template(new_id(), person.id, photo.id, models.contract_id, reference.vector)
