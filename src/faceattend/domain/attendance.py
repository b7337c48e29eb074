"""Attendance facts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID


class Direction(StrEnum):
    """Which way a person passed; the values are stored, so they never change."""

    IN = "in"
    OUT = "out"


class PunchSource(StrEnum):
    """What a punch rests on; the values are stored, so they never change."""

    CAMERA = "camera"  # a known face
    DECISION = "decision"  # an unsure or unknown face, and a person who said who it was
    MANUAL = "manual"  # a person's word, with a reason


@dataclass(frozen=True, slots=True)
class Punch:
    """An attendance fact. Append-only: a mistake is answered by another fact, never by a change.

    Attributes:
        id: UUIDv7.
        person_id: who.
        at: aware UTC instant.
        zone: IANA name of the site's zone then.
        utc_offset: of local time from UTC at that instant in that zone.
        direction: in or out.
        source: what it rests on.
        site_id: where.
        camera_id: the camera; None for a manual one.
        sighting_id: the sighting it came from; one sighting makes one punch at most; None for a manual one.
        score: cosine similarity behind the recognition, -1..1; None for a manual one.
        reason: why it was made by hand; None for what a camera saw.
        made_by: name of the user who made or decided it; None for what a camera saw.
    """

    id: UUID
    person_id: UUID
    at: datetime
    zone: str
    utc_offset: timedelta
    direction: Direction
    source: PunchSource
    site_id: UUID
    camera_id: UUID | None
    sighting_id: UUID | None
    score: float | None
    reason: str | None = None
    made_by: str | None = None

    @property
    def local(self) -> datetime:
        """Wall-clock time at the site, without zone: for showing, never for arithmetic."""
        return (self.at + self.utc_offset).replace(tzinfo=None)


class AnswerKind(StrEnum):
    """What a person said of a sighting that waited for an answer; the values are stored, so they never change."""

    PERSON = "person"  # it was this enrolled person
    VISITOR = "visitor"  # they were registered as a visitor
    DISMISSED = "dismissed"  # nothing is to be done about it
    REOPENED = "reopened"  # the answer before was taken back


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to an unsure or unknown sighting. Append-only; the latest holds.

    Attributes:
        id: UUIDv7.
        sighting_id: what was answered.
        answered_at: aware UTC.
        answered_by: the user's name.
        kind: what was said.
        person_id: who it was, for PERSON and VISITOR.
    """

    id: UUID
    sighting_id: UUID
    answered_at: datetime
    answered_by: str
    kind: AnswerKind
    person_id: UUID | None = None
