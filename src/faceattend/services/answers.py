"""Answers to what recognition could not decide: who it was, a visitor, or nothing to be done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import UUID

from faceattend.config.images import decode_image
from faceattend.config.settings import AttendanceSettings
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.attendance import Answer, AnswerKind, Punch
from faceattend.domain.directory import ListedPerson
from faceattend.domain.errors import (
    UNCHANGED,
    UNSTORED,
    AlreadyExists,
    BadInput,
    ImageRejected,
    NotFound,
    SettingsError,
    StorageError,
)
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, PersonKind
from faceattend.domain.presence import Said, punch_decided
from faceattend.domain.said import UNSAID, Phrase, said
from faceattend.domain.vision import Sighting, Verdict
from faceattend.services.circumstances import circumstances
from faceattend.services.people import Newcomer, PeopleService, Picture
from faceattend.storage.database import Database, Work

VISITOR_PREFIX = "V-"
_VISITOR_NUMBER = re.compile(r"V-(\d{1,9})")
_NUMBERS_ASKED = 100_000


class NoPunch(StrEnum):
    """Why naming a sighting's person made no punch."""

    RECENT = "recent"  # the person was punched within the cool-down
    INACTIVE = "inactive"  # the person does not belong to the institution on that day
    NO_CAMERA = "no camera"  # the camera is not stored any more, so nobody knows where it was


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an answer.

    Attributes:
        answer: as stored.
        person: who it was, if it named somebody.
        punch: the punch it made.
        why_not: why it made none; None if it made one, or named nobody.
    """

    answer: Answer
    person: Person | None = None
    punch: Punch | None = None
    why_not: NoPunch | None = None


@dataclass(frozen=True, slots=True)
class Visitor:
    """A visitor to be registered; fields as in :class:`faceattend.domain.people.Person`.

    Attributes:
        with_face: whether the sighting's picture becomes the reference photo, so that cameras know the visitor.
        confirmed_different: a person has looked and says that a look-alike who is enrolled is somebody else.
    """

    number: str
    name: str
    group: str | None = None
    active_from: date | None = None
    active_to: date | None = None
    with_face: bool = True
    confirmed_different: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a sighting may show.

    Attributes:
        listed: who.
        score: cosine similarity of the sighting to them, -1..1; None if it was not measured.
        photo: their best photo, JPEG; None without one. Biometric data.
    """

    listed: ListedPerson
    score: float | None = None
    photo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A sighting that asks for an answer, and who it may be.

    Attributes:
        sighting: with its crop, which is empty when it was erased.
        camera: the camera's name; None if it is not stored any more.
        zone: IANA name of the zone of its site; None likewise.
        candidates: the nearest people, nearest first; two at most.
    """

    sighting: Sighting
    camera: str | None = None
    zone: str | None = None
    candidates: tuple[Candidate, ...] = field(default=())


class AnswerService:
    """Takes answers to sightings. May be used by several threads.

    Every method raises PermissionDenied without the right to answer sightings, and StorageError if the data cannot be
    read or written; then nothing was changed, unless it says otherwise.
    """

    def __init__(self, database: Database, settings: AttendanceSettings, people: PeopleService) -> None:
        self._database = database
        self._settings = settings
        self._people = people

    def question(self, actor: Actor, sighting_id: UUID) -> Question:
        """Return a sighting that waits for an answer, with its candidates.

        Raises:
            NotFound, AlreadyExists: there is none of that id, or it needs no answer any more.
        """
        require(actor, Permission.ANSWER_SIGHTINGS)
        with self._database.reading() as work:
            sighting = _open_sighting(work, sighting_id)
            camera = work.cameras.get(sighting.camera_id)
            scores = {sighting.person_id: sighting.score, sighting.runner_up_id: sighting.runner_up_score}
            near = [person_id for person_id in scores if person_id is not None]
            candidates = _candidates(work, near, {key: score for key, score in scores.items() if key})
        return Question(sighting, camera and camera.name, camera and camera.site.zone, tuple(candidates))

    def candidate(self, actor: Actor, person_id: UUID) -> Candidate:
        """Return somebody whom the user looked up, to be compared by eye.

        Raises:
            NotFound: nobody of that id is stored.
        """
        require(actor, Permission.ANSWER_SIGHTINGS)
        with self._database.reading() as work:
            found = _candidates(work, [person_id], {})
        if not found:
            raise NotFound(said("Attendance", "This person is not enrolled any more."))
        return found[0]

    def next_visitor_number(self, actor: Actor) -> str:
        """Return the number after the highest that visitors have: V-0001, V-0002, and so on."""
        require(actor, Permission.ANSWER_SIGHTINGS)
        with self._database.reading() as work:
            taken = work.people.numbers(VISITOR_PREFIX, _NUMBERS_ASKED)
        highest = max((int(found[1]) for each in taken if (found := _VISITOR_NUMBER.fullmatch(each))), default=0)
        return f"{VISITOR_PREFIX}{highest + 1:04d}"

    def decide(self, actor: Actor, sighting_id: UUID, person_id: UUID) -> Answered:
        """Say that a sighting shows this enrolled person; that makes a punch by the rules for known faces.

        Raises:
            NotFound: there is no such sighting or person.
            AlreadyExists: the sighting needs no answer any more.
            SettingsError: this machine does not know the site's time zone.
        """
        require(actor, Permission.ANSWER_SIGHTINGS)
        return self._name(actor, sighting_id, person_id, AnswerKind.PERSON)

    def register_visitor(self, actor: Actor, sighting_id: UUID, visitor: Visitor) -> Answered:
        """Enrol the face of a sighting as a visitor, who came in then.

        Raises:
            NotFound, AlreadyExists, SettingsError: as for :meth:`decide`; AlreadyExists also if the number is taken.
            BadInput: the number or the name is empty.
            ImageRejected: the sighting's picture will not do as a reference, or was erased; nothing was stored.
            LooksLikeSomeoneElse: the face is enrolled already; nothing was stored.
            PermissionDenied: also without the right to manage people.
            ModelError: the models cannot be used.
            StorageError: the data folder cannot be used; the message says so if the visitor is enrolled nevertheless.
        """
        require(actor, Permission.ANSWER_SIGHTINGS)
        with self._database.reading() as work:
            sighting = _open_sighting(work, sighting_id)
        newcomer = Newcomer(
            number=visitor.number,
            name=visitor.name,
            kind=PersonKind.VISITOR,
            group=visitor.group,
            active_from=visitor.active_from,
            active_to=visitor.active_to,
        )
        photos = [_picture(sighting)] if visitor.with_face else []
        enrolment = self._people.enrol(actor, newcomer, photos, confirmed_different=visitor.confirmed_different)
        try:
            return self._name(actor, sighting_id, enrolment.person.id, AnswerKind.VISITOR)
        except (AlreadyExists, NotFound, SettingsError, StorageError) as error:
            raise type(error)(
                error.what,
                means=said("Attendance", "{name} is enrolled, but this visit was not counted.").format(
                    name=enrolment.person.name
                ),
                remedy=said("Attendance", "Use “Decide who” to count it."),
            ) from error

    def dismiss(self, actor: Actor, *sighting_ids: UUID) -> tuple[Answer, ...]:
        """Say that nothing is to be done about some sightings, all or none; :meth:`reopen` takes that back.

        Raises:
            NotFound, AlreadyExists: there is no such sighting, or one of them needs no answer any more.
        """
        require(actor, Permission.ANSWER_SIGHTINGS)
        with self._database.transaction() as work:
            _open_sightings(work, sighting_ids)
            return _answers(work, actor, sighting_ids, AnswerKind.DISMISSED)

    def reopen(self, actor: Actor, *sighting_ids: UUID) -> tuple[Answer, ...]:
        """Take dismissals back, all or none: the sightings wait again.

        Raises:
            BadInput: one was not dismissed; an answer that named somebody may rest in a punch, which stays.
        """
        require(actor, Permission.ANSWER_SIGHTINGS)
        with self._database.transaction() as work:
            held = work.answers.latest(sighting_ids)
            dismissed = {each for each, answer in held.items() if answer.kind is AnswerKind.DISMISSED}
            if not dismissed.issuperset(sighting_ids):
                raise BadInput(said("Attendance", "Only what was dismissed can be opened again."), means=UNCHANGED)
            return _answers(work, actor, sighting_ids, AnswerKind.REOPENED)

    def _name(self, actor: Actor, sighting_id: UUID, person_id: UUID, kind: AnswerKind) -> Answered:
        """Store who it was and the punch that makes; both or neither, and once for each sighting."""
        with self._database.transaction() as work:
            sighting = _open_sighting(work, sighting_id)
            person = work.people.get(person_id)
            if person is None:
                raise NotFound(said("Attendance", "This person is not enrolled any more."), means=UNCHANGED)
            punch, why_not = self._punch(work, sighting, Said(person_id, actor.name))
            if punch is not None:
                work.punches.add(punch)
            (answer,) = _answers(work, actor, [sighting_id], kind, person_id)
            return Answered(answer, person, punch, why_not)

    def _punch(self, work: Work, sighting: Sighting, said: Said) -> tuple[Punch | None, NoPunch | None]:
        found = circumstances(work, sighting, said.person_id, self._settings.cool_down)
        if found is None:
            return None, NoPunch.NO_CAMERA
        if not found.active:
            return None, NoPunch.INACTIVE
        punch = punch_decided(sighting, said, found.camera, found.punches, self._settings.cool_down)
        return punch, NoPunch.RECENT if punch is None else None


def _open_sighting(work: Work, sighting_id: UUID) -> Sighting:
    """Return a sighting that needs an answer."""
    return _open_sightings(work, [sighting_id])[0]


def _open_sightings(work: Work, sighting_ids: Sequence[UUID]) -> list[Sighting]:
    """Return sightings that need an answer, every one of them."""
    found = {each.id: each for each in work.sightings.these(sighting_ids)}
    answers, revised = work.answers.latest(sighting_ids), work.sightings.revised(found.values())
    for each in sighting_ids:
        sighting, answer = found.get(each), answers.get(each)
        if sighting is None:
            raise NotFound(said("Attendance", "This sighting is not stored."), means=UNCHANGED)
        if answer is not None and answer.kind is not AnswerKind.REOPENED:
            raise AlreadyExists(
                said("Attendance", "{user} has answered this already.").format(user=answer.answered_by),
                means=said("Attendance", "Nothing was changed; the first answer holds."),
                remedy=_once_more(sighting_ids),
            )
        if sighting.verdict is Verdict.KNOWN or each in revised:
            raise AlreadyExists(
                said("Attendance", "The camera has recognised this face meanwhile."),
                means=UNCHANGED,
                remedy=_once_more(sighting_ids),
            )
    return [found[each] for each in sighting_ids]


def _once_more(sighting_ids: Sequence[UUID]) -> Phrase:
    """Return what to do when one of several needs no answer any more; nothing where it was the only one."""
    count = len(sighting_ids)
    if count == 1:
        return UNSAID
    return said(
        "Attendance", "It was one of {count}. The list shows those that still wait: dismiss them once more."
    ).format(count=count)


def _answers(
    work: Work, actor: Actor, sighting_ids: Sequence[UUID], kind: AnswerKind, person_id: UUID | None = None
) -> tuple[Answer, ...]:
    now = datetime.now(UTC)
    answers = tuple(Answer(new_id(), each, now, actor.name, kind, person_id) for each in sighting_ids)
    work.answers.add(*answers)
    return answers


def _candidates(work: Work, person_ids: Sequence[UUID], scores: dict[UUID, float]) -> list[Candidate]:
    listed = work.directory.listed(person_ids)
    photos = work.faces.jpegs([each.best_photo for each in listed if each.best_photo])
    return [
        Candidate(each, scores.get(each.person.id), photos.get(each.best_photo) if each.best_photo else None)
        for each in listed
    ]


def _picture(sighting: Sighting) -> Picture:
    if not sighting.crop_jpeg:
        raise ImageRejected(
            said("Attendance", "The picture of this face was erased."),
            means=UNSTORED,
            remedy=said("Attendance", "Register the visitor without a photo, or enrol them at the camera."),
        )
    name = said("Picture", "The camera’s picture")
    return Picture(name, decode_image(sighting.crop_jpeg, name))
