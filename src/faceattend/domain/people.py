"""People and what is kept of their faces."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class PersonKind(StrEnum):
    """Why the institution knows a person; the values are stored, so they never change."""

    EMPLOYEE = "employee"
    STUDENT = "student"
    VISITOR = "visitor"


class Pose(StrEnum):
    """Which way a face looks in a reference photo, from the subject's side; the values are stored."""

    FRONT = "front"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


_TURNED_DEG = 15.0  # head pose from five landmarks is good to about 10 degrees


def pose_of(yaw: float, pitch: float) -> Pose:
    """Say which way a face looks, from :class:`faceattend.domain.vision.Quality`'s angles in degrees."""
    if max(abs(yaw), abs(pitch)) < _TURNED_DEG:
        return Pose.FRONT
    if abs(yaw) >= abs(pitch):
        return Pose.LEFT if yaw > 0 else Pose.RIGHT  # yaw grows as the nose moves towards the subject's left eye
    return Pose.DOWN if pitch > 0 else Pose.UP


def name_key(name: str) -> str:
    """Return what a name is searched and sorted by: without case and combining accents ("José" is found by "jose").

    The same rule stands in migration 0002, which made the keys of the names stored before it.
    """
    bare = (each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return unicodedata.normalize("NFKC", "".join(bare).casefold()).strip()


@dataclass(frozen=True, slots=True)
class Person:
    """Someone whose attendance is kept.

    Attributes:
        id: UUIDv7.
        number: employee or student number as payroll writes it; unique; text, since leading zeros count.
        name: as it should stand on screen and in reports.
        kind: employee, student or visitor.
        group: class or department; None for none.
        active_from: first local day on which punches count; None for always.
        active_to: last such day; None for no end.
    """

    id: UUID
    number: str
    name: str
    kind: PersonKind = PersonKind.EMPLOYEE
    group: str | None = None
    active_from: date | None = None
    active_to: date | None = None

    def active_on(self, day: date) -> bool:
        """Whether the person belongs to the institution on that local day."""
        return active_within(self.active_from, self.active_to, day)


def active_within(first: date | None, last: date | None, day: date) -> bool:
    """Whether a day lies between two others, both included; None is without an end."""
    return (first is None or first <= day) and (last is None or day <= last)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Somebody enrolled whom a face is like.

    Attributes:
        other: who.
        score: cosine similarity, -1..1.
    """

    other: Person
    score: float


@dataclass(frozen=True, slots=True)
class Photo:
    """A reference photo of a person, cropped to the face with some surroundings.

    Attributes:
        id: UUIDv7.
        person_id: whose face it shows.
        added_at: aware UTC.
        jpeg: the picture; biometric data.
        set_aside: why it is not used at present; None when it is.
        pose: which way the face looks; None for photos from before this was noted.
        score: quality, 0..1, see :class:`faceattend.domain.vision.Quality`; None likewise.
    """

    id: UUID
    person_id: UUID
    added_at: datetime
    jpeg: bytes
    set_aside: str | None = None
    pose: Pose | None = None
    score: float | None = None
