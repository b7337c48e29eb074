"""What was seen today, as the front desk reads it: sightings with the names behind their ids."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from faceattend.domain.attendance import AnswerKind, Direction
from faceattend.domain.vision import Verdict


@dataclass(frozen=True, slots=True)
class FeedQuery:
    """Which sightings to show. Superseded ones, which a later one of the same pass revises, are never shown.

    Attributes:
        since: aware; the first instant included.
        verdict: only these; None for all.
        text: part of a name, number, group or camera; empty for all.
    """

    since: datetime
    verdict: Verdict | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One sighting of the feed; its pictures are asked for apart, since they are large.

    Attributes:
        id: of the sighting.
        camera_id, seen_at, verdict, score, runner_up_id, runner_up_score, frames: as in the sighting.
        person_id: whom it shows: as answered, else as recognised; None for an unknown face.
        name, number, group: of that person; None for none, or if nobody of that id is stored any more.
        runner_up: name of the nearest other person.
        camera: the camera's name; None if it is not stored any more.
        zone: IANA name of the zone of the camera's site; None likewise.
        direction: of the punch it made; None if it made none.
        answer: what was said of it last; None if it was never answered.
        answered_by: who said so.
    """

    id: UUID
    camera_id: UUID
    seen_at: datetime
    verdict: Verdict
    person_id: UUID | None
    score: float
    runner_up_id: UUID | None
    runner_up_score: float
    frames: int
    name: str | None = None
    number: str | None = None
    group: str | None = None
    runner_up: str | None = None
    camera: str | None = None
    zone: str | None = None
    direction: Direction | None = None
    answer: AnswerKind | None = None
    answered_by: str | None = None

    @property
    def answered(self) -> bool:
        """Whether somebody has said who it is, or that nothing is to be done."""
        return self.answer not in {None, AnswerKind.REOPENED}

    @property
    def local(self) -> datetime:
        """Wall-clock time at the camera's site, or of this machine where the camera is gone."""
        return self.seen_at.astimezone(ZoneInfo(self.zone) if self.zone else None)

    def waits(self, enough_frames: int) -> bool:
        """Whether somebody should answer it.

        Args:
            enough_frames: an unknown face seen in fewer frames is a shadow or a passer-by, and asks for nothing.
        """
        if self.answered or self.verdict is Verdict.KNOWN:
            return False
        return self.verdict is Verdict.UNSURE or self.frames >= enough_frames


@dataclass(frozen=True, slots=True)
class FeedCounts:
    """How many sightings there are of each verdict, and punches by whatever way.

    Attributes:
        known, unsure, unknown: sightings that fit the query but for its verdict.
        punches: everyone's since then, whatever is searched for.
    """

    known: int = 0
    unsure: int = 0
    unknown: int = 0
    punches: int = 0

    @property
    def all(self) -> int:
        """Sightings of any verdict."""
        return self.known + self.unsure + self.unknown
