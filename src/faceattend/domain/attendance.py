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

    CAMERA = "camera"


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
        camera_id: the camera.
        sighting_id: the sighting it came from; one sighting makes one punch at most.
        score: cosine similarity behind the recognition, -1..1.
    """

    id: UUID
    person_id: UUID
    at: datetime
    zone: str
    utc_offset: timedelta
    direction: Direction
    source: PunchSource
    site_id: UUID
    camera_id: UUID
    sighting_id: UUID
    score: float

    @property
    def local(self) -> datetime:
        """Wall-clock time at the site, without zone: for showing, never for arithmetic."""
        return (self.at + self.utc_offset).replace(tzinfo=None)
