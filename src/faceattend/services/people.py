"""People: enrolment with a quality gate, a consistency check and the question whether somebody is enrolled twice."""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from faceattend.config.images import encode_jpeg
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.errors import (
    UNCHANGED,
    UNSTORED,
    AlreadyExists,
    BadInput,
    ImageRejected,
    LooksLikeSomeoneElse,
    NotFound,
)
from faceattend.domain.ids import new_id
from faceattend.domain.people import Likeness, Person, PersonKind, Photo
from faceattend.domain.said import UNSAID, Phrase, said
from faceattend.domain.templates import Template
from faceattend.engine.models import Models
from faceattend.services.models import ModelService
from faceattend.services.photos import PhotoCheck, PhotoInput, PhotoReader, Picture, Reference, RefusedPhoto, stacked
from faceattend.storage.database import Database

__all__ = ["Check", "Enrolment", "Newcomer", "PeopleService", "PhotoCheck", "PhotoInput", "Picture", "RefusedPhoto"]


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
        _check_fields(self.number, self.name, self.active_from, self.active_to)


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


@dataclass(frozen=True, slots=True)
class Check:
    """What enrolling with these photos would meet; nothing was stored.

    Attributes:
        photos: each photo, in order.
        likeness: somebody else who is enrolled with this face and has to be told apart first; None if nobody.
    """

    photos: tuple[PhotoCheck, ...]
    likeness: Likeness | None = None


class PeopleService:
    """Enrols people and keeps what is known of them. May be used by several threads."""

    def __init__(self, database: Database, models: ModelService) -> None:
        self._database = database
        self._models = models
        self._photos = PhotoReader(models)
        # Two enrolments of one face must not pass each other, nor the gallery see changes in another order.
        self._storing = threading.Lock()

    def list(self, actor: Actor) -> list[Person]:
        """Return all people, by number.

        Raises:
            PermissionDenied: the actor may not view people.
        """
        require(actor, Permission.VIEW_PEOPLE)
        with self._database.reading() as work:
            return work.people.list()

    def check(self, actor: Actor, number: str, photos: Sequence[PhotoInput]) -> Check:
        """Look at photos before somebody is enrolled with them.

        Args:
            actor: the acting user.
            number: whom they are for; that of somebody enrolled when photos are added to theirs, else any.
            photos: picture files or pictures.

        Raises:
            PermissionDenied: the actor may not manage people.
            StorageError, ModelError: the data folder or the models cannot be used.
        """
        require(actor, Permission.MANAGE_PEOPLE)
        with self._database.reading() as work:
            known = work.people.by_number(number.strip())
        person_id, name = (known.id, known.name) if known else (new_id(), said("People", "the person"))
        looked = [self._photos.check(photo) for photo in photos]
        kept, refused = self._photos.sort_out(person_id, name, [each for _, each in looked if each is not None])
        strangers = {each.name: each.reason for each in refused}
        checks = [replace(check, refusal=check.refusal or strangers.get(check.name, UNSAID)) for check, _ in looked]
        return Check(tuple(checks), self._likeness(person_id, kept))

    def look(self, actor: Actor, photo: PhotoInput) -> PhotoCheck:
        """Look at one picture of somebody who is being photographed; nothing is compared or stored.

        Raises:
            PermissionDenied: the actor may not manage people.
            ModelError: the models cannot be used.
        """
        require(actor, Permission.MANAGE_PEOPLE)
        return self._photos.look(photo)

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
        person = _tidy(
            Person(
                id=new_id(),
                number=newcomer.number,
                name=newcomer.name,
                kind=newcomer.kind,
                group=newcomer.group,
                active_from=newcomer.active_from,
                active_to=newcomer.active_to,
            )
        )
        self._refuse_taken(person, said("People", "Correct the number, or add the photos to that person."))
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
            raise NotFound(
                said("People", "Nobody has the number {number}.").format(number=number),
                remedy=said("People", "The list of people shows all numbers."),
            )
        return self._store(person, photos, new=False, confirmed_different=confirmed_different)

    def taken(self, actor: Actor, numbers: Iterable[str]) -> dict[str, Phrase]:
        """Return of these numbers those that somebody has, with a sentence that says who.

        Raises:
            PermissionDenied: the actor may not manage people.
            StorageError: the database cannot be read.
        """
        require(actor, Permission.MANAGE_PEOPLE)
        with self._database.reading() as work:
            found = {number: work.people.by_number(number) for number in numbers}
        return {number: _belongs_to(person) for number, person in found.items() if person is not None}

    def update(self, actor: Actor, changed: Person) -> Person:
        """Store what has changed of a person; photos are none of it.

        Args:
            actor: the acting user.
            changed: the person as they shall be, told by their id.

        Returns:
            The person as stored.

        Raises:
            PermissionDenied: the actor may not manage people.
            BadInput: without a number or a name, or active to a day before the first.
            AlreadyExists: the number belongs to somebody else.
            NotFound: the person is not stored any more.
            StorageError: it could not be stored.
        """
        require(actor, Permission.MANAGE_PEOPLE)
        _check_fields(changed.number, changed.name, changed.active_from, changed.active_to)
        person = _tidy(changed)
        self._refuse_taken(person, said("People", "Choose another number."))
        with self._database.transaction() as work:
            work.people.update(person)
        return person

    def deactivate(self, actor: Actor, person_id: UUID, last_day: date) -> Person:
        """Let a person's punches count to a last day; photos, punches and hours stay.

        Raises:
            PermissionDenied, NotFound, StorageError: as for :meth:`update`.
            BadInput: the last day lies before the first.
        """
        return self._change_active(actor, person_id, last_day)

    def reactivate(self, actor: Actor, person_id: UUID) -> Person:
        """Let a person's punches count again, without an end.

        Raises:
            PermissionDenied, NotFound, StorageError: as for :meth:`update`.
        """
        return self._change_active(actor, person_id, None)

    def set_photo_aside(self, actor: Actor, photo_id: UUID, reason: str) -> int:
        """Do without a reference photo; it is kept, and recognition follows at once.

        Args:
            actor: the acting user.
            photo_id: which.
            reason: why, in words.

        Returns:
            How many photos of the person stay in use; with 0 no camera can know them.

        Raises:
            PermissionDenied: the actor may not manage people.
            BadInput: there is no reason.
            NotFound: the photo is not stored any more.
            StorageError: nothing was changed.
        """
        if not reason.strip():
            raise BadInput(said("People", "Setting a photo aside needs a reason."), means=UNCHANGED)
        return self._change_use(actor, photo_id, reason.strip())

    def bring_photo_back(self, actor: Actor, photo_id: UUID) -> int:
        """Use a photo again that was set aside; returns and raises as :meth:`set_photo_aside`."""
        return self._change_use(actor, photo_id, None)

    def _change_active(self, actor: Actor, person_id: UUID, last_day: date | None) -> Person:
        require(actor, Permission.MANAGE_PEOPLE)
        with self._database.transaction() as work:
            person = work.people.get(person_id)
            if person is None:
                raise NotFound(said("People", "This person is not stored any more."), means=UNCHANGED)
            changed = replace(person, active_to=last_day)
            _check_fields(changed.number, changed.name, changed.active_from, changed.active_to)
            work.people.update(changed)
        return changed

    def _change_use(self, actor: Actor, photo_id: UUID, reason: str | None) -> int:
        require(actor, Permission.MANAGE_PEOPLE)
        with self._storing:
            with self._database.transaction() as work:
                work.faces.set_aside(photo_id, reason)
                photo = work.faces.photo(photo_id)
                left = work.faces.photos_in_use(photo.person_id) if photo else 0
            gallery = self._models.gallery_in_use
            if gallery is not None:  # else it will be built from what is stored now
                with self._database.reading() as work:
                    made = work.faces.templates_of_photo(photo_id, gallery.contract_id)
                (gallery.add if reason is None else gallery.remove)(made)
        return left

    def _refuse_taken(self, person: Person, remedy: Phrase) -> None:
        with self._database.reading() as work:
            taken = work.people.by_number(person.number)
        if taken is not None and taken.id != person.id:
            raise AlreadyExists(
                _belongs_to(taken),
                means=UNSTORED,
                remedy=remedy,
            )

    def _store(
        self, person: Person, photos: Sequence[PhotoInput], *, new: bool, confirmed_different: bool
    ) -> Enrolment:
        references, refused = self._photos.read(person, photos)
        if photos and not references:
            raise ImageRejected(
                said("People", "None of the photos of {number} will do: {reason}").format(
                    number=person.number, reason=refused[0].reason
                ),
                means=UNSTORED,
            )
        with self._storing:
            if not confirmed_different:
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

    def _refuse_lookalike(self, person: Person, references: Sequence[Reference]) -> None:
        likeness = self._likeness(person.id, references)
        if likeness is not None:
            other = likeness.other
            raise LooksLikeSomeoneElse(
                said(
                    "People",
                    "The face of {number} {name} is enrolled as {other_number} {other} (likeness {score:.2f}).",
                ).format(
                    number=person.number,
                    name=person.name,
                    other_number=other.number,
                    other=other.name,
                    score=likeness.score,
                ),
                likeness=likeness,
                means=UNSTORED,
                remedy=said(
                    "People",
                    "Correct the number or the photo; if they are two people, enrol this one alone and confirm it.",
                ),
            )

    def _likeness(self, person_id: UUID, references: Sequence[Reference]) -> Likeness | None:
        """Return the person whom one of the photos is most like, where a camera would take it for theirs."""
        if not references:
            return None
        matches = [match for match in self._models.gallery().search(stacked(references)) if match is not None]
        scores = {(each.person_id, each.score) for each in matches if each.person_id != person_id}
        near = [each for each in scores if each[1] >= self._models.rule.accept]
        if not near:
            return None
        other_id, score = max(near, key=lambda each: each[1])
        with self._database.reading() as work:
            other = work.people.get(other_id)
        return None if other is None else Likeness(other, score)


def _belongs_to(person: Person) -> Phrase:
    return said("People", "The number {number} belongs to {name} already.").format(
        number=person.number, name=person.name
    )


def _check_fields(number: str, name: str, active_from: date | None, active_to: date | None) -> None:
    if not number.strip() or not name.strip():
        raise BadInput(said("People", "A person needs a number and a name."), means=UNSTORED)
    if active_from and active_to and active_from > active_to:
        raise BadInput(
            said("People", "{number}: active_from lies after active_to.").format(number=number), means=UNSTORED
        )


def _tidy(person: Person) -> Person:
    group = (person.group or "").strip() or None
    return replace(person, number=person.number.strip(), name=person.name.strip(), group=group)


def _records(person: Person, reference: Reference, models: Models) -> tuple[Photo, Template]:
    photo = Photo(
        new_id(),
        person.id,
        datetime.now(UTC),
        encode_jpeg(reference.portrait.crop),
        pose=reference.pose,
        score=reference.portrait.quality.score,
    )
    return photo, Template(new_id(), person.id, photo.id, models.contract_id, reference.vector)
