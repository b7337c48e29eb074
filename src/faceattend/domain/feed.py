"""What was seen today, as the front desk reads it: sightings with the names behind their ids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from faceattend.domain.attendance import AnswerKind, Direction
from faceattend.domain.people import active_within
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


class Uncounted(StrEnum):
    """Why a sighting of somebody known made no punch."""

    AGAIN = "again"  # the person was punched within the cool-down
    INACTIVE = "inactive"  # the person does not belong to the institution on that day


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
        active_from, active_to: the days on which that person belongs to the institution; None for no end.
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
    active_from: date | None = None
    active_to: date | None = None

    @property
    def answered(self) -> bool:
        """Whether somebody has said who it is, or that nothing is to be done."""
        return self.answer not in {None, AnswerKind.REOPENED}

    @property
    def local(self) -> datetime:
        """Wall-clock time at the camera's site, or of this machine where the camera is gone."""
        return self.seen_at.astimezone(ZoneInfo(self.zone) if self.zone else None)

    @property
    def uncounted(self) -> Uncounted | None:
        """Why it made no punch; None if it made one, shows nobody known, or if that cannot be told any more."""
        known = self.verdict is Verdict.KNOWN or self.answer in {AnswerKind.PERSON, AnswerKind.VISITOR}
        if self.direction is not None or not known or self.name is None or self.camera is None:
            return None
        active = active_within(self.active_from, self.active_to, self.local.date())
        return Uncounted.AGAIN if active else Uncounted.INACTIVE

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


FOLD_GAP = timedelta(minutes=5)
"""The longest time between two unknown faces before one camera that are told in one row."""

FOLD_SPAN = timedelta(minutes=30)
"""The longest time that one row tells of: on a busy day the faces of a whole morning would be one."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Passages that are told in one row; mostly a single one.

    That they belong together says only that the same camera saw them soon after each other. Whether it was the same
    face is not asked: passes of a stranger are never linked, and nothing is kept by which they could be.

    Attributes:
        id: of the passage that began it: it stays the same while others come and go.
        began_at: aware; when that passage was seen.
        items: newest first; at least one.
    """

    id: UUID
    began_at: datetime
    items: tuple[FeedItem, ...]

    @property
    def newest(self) -> FeedItem:
        """The passage whose face stands for all."""
        return self.items[0]

    @property
    def oldest(self) -> FeedItem:
        """The first of those it tells of."""
        return self.items[-1]


class Folding:
    """Tells which passages of unknown faces stand together, and sticks to what it said.

    A passage stays in the fold it was once put into: rows must not regroup under the reader when one between them is
    answered, or when one comes in late.
    """

    def __init__(self) -> None:
        self._fold_of: dict[UUID, UUID] = {}
        self._began: dict[UUID, datetime] = {}
        self._reach: dict[UUID, dict[UUID, tuple[datetime, datetime]]] = {}  # by camera, from when to when each goes

    def fold(self, waiting: Iterable[FeedItem]) -> list[Fold]:
        """Return what waits as folds; whichever began last comes first, so that one that grows stays where it is."""
        held: dict[UUID, list[FeedItem]] = {}
        for item in sorted(waiting, key=_when):
            held.setdefault(self._place(item), []).append(item)
        folds = [
            Fold(fold_id, self._began.get(fold_id, items[0].seen_at), tuple(reversed(items)))
            for fold_id, items in held.items()
        ]
        return sorted(folds, key=lambda fold: (fold.began_at, fold.id), reverse=True)

    def forget_all_but(self, waiting: Iterable[FeedItem]) -> None:
        """Remember only where these stand; called when everything is read anew, as for another day."""
        ids = {item.id for item in waiting}
        self._fold_of = {each: fold_id for each, fold_id in self._fold_of.items() if each in ids}
        kept = set(self._fold_of.values())
        self._began = {fold_id: at for fold_id, at in self._began.items() if fold_id in kept}
        for camera_id, folds in list(self._reach.items()):
            self._reach[camera_id] = {each: reach for each, reach in folds.items() if each in kept}

    def _place(self, item: FeedItem) -> UUID:
        if item.verdict is not Verdict.UNKNOWN:
            return item.id
        known = self._fold_of.get(item.id)
        if known is None:
            known = self._fold_of[item.id] = self._nearest(item)
            folds = self._reach.setdefault(item.camera_id, {})
            self._began.setdefault(known, item.seen_at)
            begins, ends = folds.get(known, (item.seen_at, item.seen_at))
            folds[known] = min(begins, item.seen_at), max(ends, item.seen_at)
        return known

    def _nearest(self, item: FeedItem) -> UUID:
        """Return the latest fold of its camera that it is close enough to, or its own id for a new one."""
        at = item.seen_at
        for fold_id, (begins, ends) in reversed(self._reach.get(item.camera_id, {}).items()):
            close = begins - FOLD_GAP <= at <= ends + FOLD_GAP
            if close and max(ends, at) - min(begins, at) <= FOLD_SPAN:
                return fold_id
        return item.id


def fold_alike(items: Sequence[FeedItem]) -> list[tuple[FeedItem, ...]]:
    """Return sightings in their order, but unknown faces of one camera, of which the same was said, together.

    Only those that follow on each other: of what is over, the order in time matters more than few rows.
    """
    alike = groupby(items, key=lambda item: item.id if item.verdict is not Verdict.UNKNOWN else _said_of(item))
    return [tuple(run) for _, run in alike]


def _said_of(item: FeedItem) -> tuple[object, ...]:
    named = item.id if item.person_id is not None else None
    return item.camera_id, item.answer, item.answered_by, named


def _when(item: FeedItem) -> tuple[datetime, UUID]:
    return item.seen_at, item.id
