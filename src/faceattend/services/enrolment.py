"""What whoever enrols people at a desk needs: a camera, photos that are looked at, a number, and who looks alike."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from faceattend.cameras.source import CameraSource, OpenSource, open_source
from faceattend.config.images import encode_jpeg, read_image
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.cameras import Camera, CameraRole, Site
from faceattend.domain.errors import ImageRejected
from faceattend.domain.ids import new_id
from faceattend.domain.people import Likeness, Person, PersonKind
from faceattend.domain.said import said
from faceattend.domain.vision import Frame
from faceattend.engine.recogniser import surroundings
from faceattend.services.cameras import PluggedIn
from faceattend.services.directory import DirectoryService
from faceattend.services.models import ModelService
from faceattend.services.people import PeopleService
from faceattend.services.photos import PhotoCheck, PhotoInput, Picture
from faceattend.services.sites import DEFAULT_SITE
from faceattend.storage.database import Database, Work

FIRST_NUMBERS = {PersonKind.EMPLOYEE: "0001", PersonKind.STUDENT: "0001", PersonKind.VISITOR: "V-0001"}
"""What is proposed while there is nobody whose number could be followed."""

_LAST_DIGITS = re.compile(r"(.*?)([0-9]{1,18})", re.DOTALL)
_TRIED = 200


@dataclass(frozen=True, slots=True, eq=False)
class TakenPhoto:
    """A photo that was looked at.

    Attributes:
        picture: the whole of it; None for a file that cannot be read.
        check: what was found; a refusal in it says why it will not do.
        face: JPEG of the face with some surroundings; empty where there is not exactly one. Biometric data.
    """

    picture: Picture | None
    check: PhotoCheck
    face: bytes = b""


@dataclass(frozen=True, slots=True)
class Twin:
    """Somebody enrolled whom the photos are like, with what a person needs to decide.

    Attributes:
        person: who.
        score: cosine similarity, -1..1.
        needed: from which on a camera takes one for the other.
        face: their best photo, JPEG; empty without one. Biometric data.
        since: aware UTC of their first photo; None without one.
    """

    person: Person
    score: float
    needed: float
    face: bytes = b""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Examination:
    """What enrolling with all photos would meet.

    Attributes:
        photos: each, in order; a refusal says that one shows somebody else than the others.
        twin: somebody else who is enrolled with this face; None if nobody.
    """

    photos: tuple[PhotoCheck, ...]
    twin: Twin | None = None


class EnrolmentService:
    """Helps to enrol; storing is the people service's. May be used by several threads.

    Every method raises PermissionDenied without the right to manage people, and StorageError if the data cannot be
    read.

    Args:
        database: where people are kept.
        models: says from which likeness on two people are taken for one.
        people: looks at photos.
        directory: shows who is enrolled.
        open_camera: opens a camera.
    """

    def __init__(
        self,
        database: Database,
        models: ModelService,
        people: PeopleService,
        directory: DirectoryService,
        open_camera: OpenSource = open_source,
    ) -> None:
        self._database = database
        self._models = models
        self._people = people
        self._directory = directory
        self._open = open_camera

    def next_number(self, actor: Actor, kind: PersonKind) -> str:
        """Return the number after the highest like that of who was enrolled last; empty where none can be told."""
        require(actor, Permission.MANAGE_PEOPLE)
        with self._database.reading() as work:
            newest = work.people.newest_number(kind)
            candidate = FIRST_NUMBERS[kind] if newest is None else _after_highest(work, newest)
            for _ in range(_TRIED):
                if not candidate or work.people.by_number(candidate) is None:
                    return candidate
                candidate = _following(candidate)
        return ""

    def owner_of(self, actor: Actor, number: str) -> Person | None:
        """Return who has this number; None while it is free."""
        require(actor, Permission.MANAGE_PEOPLE)
        with self._database.reading() as work:
            return work.people.by_number(number.strip())

    def devices(self, actor: Actor) -> list[PluggedIn]:
        """Return the cameras plugged into this computer; where they cannot be listed, its first one, without a name."""
        require(actor, Permission.MANAGE_PEOPLE)
        if sys.platform != "linux":
            return [PluggedIn("device:0", "")]
        from faceattend.cameras.device import devices  # noqa: PLC0415 - brings OpenCV, which takes long to load

        return [PluggedIn(each.source, each.name) for each in devices()]

    def open_device(self, actor: Actor, device: PluggedIn) -> CameraSource:
        """Open a camera of this computer for whoever asks; nothing of it is recorded.

        Raises:
            CameraError: it cannot be opened.
        """
        require(actor, Permission.MANAGE_PEOPLE)
        here = Site(new_id(), DEFAULT_SITE, "UTC")
        return self._open(Camera(new_id(), device.name or device.source, here, device.source, CameraRole.BOTH))

    def look(self, actor: Actor, frame: Frame) -> PhotoCheck:
        """Find and judge the face in a frame; nothing is compared or stored.

        Raises:
            ModelError: the models cannot be used.
        """
        return self._people.look(actor, Picture(said("Picture", "The picture"), frame.bgr))

    def read(self, actor: Actor, photos: Sequence[PhotoInput]) -> Iterator[TakenPhoto]:
        """Look at photos one by one; one that cannot be read is among the outcomes, not an error.

        Raises:
            ModelError: the models cannot be used.
        """
        require(actor, Permission.MANAGE_PEOPLE)
        for photo in photos:
            yield self._read(actor, photo)

    def examine(self, actor: Actor, number: str, photos: Sequence[Picture]) -> Examination:
        """Compare photos with each other, with those on record, and with everybody enrolled.

        Args:
            actor: the acting user.
            number: of the person whose photos these are to be added to; empty for somebody new.
            photos: what was taken.

        Raises:
            ModelError: the models cannot be used.
        """
        found = self._people.check(actor, number, photos)
        return Examination(found.photos, None if found.likeness is None else self.twin(actor, found.likeness))

    def twin(self, actor: Actor, likeness: Likeness) -> Twin:
        """Look up what a person needs to decide whether somebody is enrolled already.

        Raises:
            NotFound: the other one is not enrolled any more.
            ModelError: the models cannot be used.
        """
        details = self._directory.details(actor, likeness.other.id)
        photos = [each for each in details.photos if each.id == details.listed.best_photo]
        return Twin(
            person=details.listed.person,
            score=likeness.score,
            needed=self._models.rule.accept,
            face=photos[0].thumbnail if photos else b"",
            since=min((each.added_at for each in details.photos), default=None),
        )

    def _read(self, actor: Actor, photo: PhotoInput) -> TakenPhoto:
        try:
            picture = photo if isinstance(photo, Picture) else Picture(photo.name, read_image(photo))
        except ImageRejected as error:
            return TakenPhoto(None, PhotoCheck(photo.name, error.said))
        return taken(picture, self._people.look(actor, picture))


def taken(picture: Picture, check: PhotoCheck) -> TakenPhoto:
    """Return a photo that was looked at, with its face cut out."""
    face = b"" if check.box is None else encode_jpeg(surroundings(picture.bgr, check.box))
    return TakenPhoto(picture, check, face)


def _after_highest(work: Work, newest: str) -> str:
    """Return the number after the highest of those that look like the newest one."""
    found = _LAST_DIGITS.fullmatch(newest)
    if found is None:
        return ""
    highest = work.people.highest_number(found[1], len(found[2]))
    return _following(highest or newest) or _following(newest)  # the highest may be no number at all, such as 10b4


def _following(number: str) -> str:
    """Return the number one higher, as wide as before where that is enough; empty where it does not end in digits."""
    found = _LAST_DIGITS.fullmatch(number)
    return "" if found is None else f"{found[1]}{int(found[2]) + 1:0{len(found[2])}d}"
