"""What the front desk reads: who was seen today, what waits for an answer, and the pictures to look at."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.evidence import MatchLimits
from faceattend.domain.feed import FeedCounts, FeedItem, FeedQuery
from faceattend.services.models import ModelService
from faceattend.storage.database import Database, Work

Place = tuple[datetime, UUID]
"""Instant and id of a sighting: where a reader has come to."""

MOST_WAITING = 400
"""Of those that wait, the newest are read; the number always tells how many there are."""


@dataclass(frozen=True, slots=True)
class FeedDay:
    """Everything the feed shows first.

    Attributes:
        latest: the newest sightings that do not wait, newest first.
        waiting: those that do, newest first; MOST_WAITING at most.
        waiting_count: how many there are.
        waiting_in_all: how many wait, whatever is searched for.
        counts: of all.
        limits: what the words for a match rest on.
        reached: instant and id of the last sighting that was read, to go on behind; None where there are no more.
        anybody: whether anybody is enrolled, who could be known.
    """

    latest: tuple[FeedItem, ...]
    waiting: tuple[FeedItem, ...]
    waiting_count: int
    waiting_in_all: int
    counts: FeedCounts
    limits: MatchLimits
    reached: Place | None
    anybody: bool = True


@dataclass(frozen=True, slots=True)
class FeedNews:
    """What changed in the feed.

    Attributes:
        items: the sightings asked for, as far as they fit the query, whether they wait or not, newest first.
        waiting, waiting_count, waiting_in_all, counts: as in :class:`FeedDay`.
    """

    items: tuple[FeedItem, ...]
    waiting: tuple[FeedItem, ...]
    waiting_count: int
    waiting_in_all: int
    counts: FeedCounts


@dataclass(frozen=True, slots=True)
class FeedPictures:
    """The pictures of one row, JPEG; biometric data.

    Attributes:
        probe: the face as seen; None when it was erased.
        reference: the best photo of whom it shows; None without one.
    """

    probe: bytes | None
    reference: bytes | None


class FeedService:
    """Reads the feed. May be used by several threads; all of it asks for the right to view attendance.

    Every method raises PermissionDenied without that right, and StorageError if the data cannot be read.
    """

    def __init__(self, database: Database, models: ModelService) -> None:
        self._database = database
        self._models = models

    def limits(self, actor: Actor) -> MatchLimits:
        """Return what is asked before a name is said.

        Raises:
            ModelError: the pack in use is not known.
        """
        require(actor, Permission.VIEW_ATTENDANCE)
        rule = self._models.rule
        return MatchLimits(rule.accept, rule.unsure, rule.margin, rule.agree)

    def day(self, actor: Actor, query: FeedQuery, limit: int) -> FeedDay:
        """Return what the feed shows first: what waits, and as many of the latest.

        Raises:
            ModelError: as for :meth:`limits`.
        """
        limits = self.limits(actor)
        with self._database.reading() as work:
            count, waiting = work.feed.waiting(query, limits.agree, MOST_WAITING)
            page = work.feed.page(query, None, limit)
            in_all = _in_all(work, query, limits, count)
            counts, people = work.feed.counts(query), work.people.count()
        latest = tuple(item for item in page if not item.waits(limits.agree))
        return FeedDay(latest, tuple(waiting), count, in_all, counts, limits, _reached(page, limit), people > 0)

    def older(
        self, actor: Actor, query: FeedQuery, before: Place, limit: int
    ) -> tuple[tuple[FeedItem, ...], Place | None]:
        """Return the sightings before one, newest first, those that wait among them, and how far that reached.

        Args:
            actor: the acting user.
            query: which.
            before: how far was read already.
            limit: how many at most.
        """
        require(actor, Permission.VIEW_ATTENDANCE)
        with self._database.reading() as work:
            page = work.feed.page(query, before, limit)
        return tuple(page), _reached(page, limit)

    def news(self, actor: Actor, query: FeedQuery, ids: Collection[UUID]) -> FeedNews:
        """Return some sightings as they stand now, and what waits and counts now.

        Args:
            actor: the acting user.
            query: what is shown; of others nothing is returned.
            ids: of sightings that came in or were answered; some hundred at most.
        """
        limits = self.limits(actor)
        with self._database.reading() as work:
            count, waiting = work.feed.waiting(query, limits.agree, MOST_WAITING)
            asked, held = set(ids), {item.id for item in waiting}
            others = work.feed.these(query, asked - held) if asked - held else []
            items = sorted([*others, *(item for item in waiting if item.id in asked)], key=_order, reverse=True)
            in_all = _in_all(work, query, limits, count)
            return FeedNews(tuple(items), tuple(waiting), count, in_all, work.feed.counts(query))

    def pictures(self, actor: Actor, shown: Mapping[UUID, UUID | None]) -> dict[UUID, FeedPictures]:
        """Return the pictures of some rows.

        Args:
            actor: the acting user.
            shown: the sighting's id, and that of whose reference photo is to stand beside it; a few dozen at most.
        """
        require(actor, Permission.VIEW_ATTENDANCE)
        with self._database.reading() as work:
            probes = work.sightings.crops(list(shown))
            listed = work.directory.listed(list({person_id for person_id in shown.values() if person_id}))
            photos = {each.person.id: each.best_photo for each in listed if each.best_photo}
            jpegs = work.faces.jpegs(list(photos.values()))
        references = {person_id: jpegs.get(photo_id) for person_id, photo_id in photos.items()}
        return {
            each: FeedPictures(probes.get(each), references.get(person_id) if person_id else None)
            for each, person_id in shown.items()
        }

    def names(self, actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, str]:
        """Return the names of some people, for the boxes on the picture; who is not stored is left out."""
        require(actor, Permission.VIEW_ATTENDANCE)
        with self._database.reading() as work:
            return {each.person.id: each.person.name for each in work.directory.listed(list(person_ids))}

    def last_by_camera(self, actor: Actor, since: datetime) -> dict[UUID, FeedItem]:
        """Return the newest sighting of each camera since then."""
        require(actor, Permission.VIEW_ATTENDANCE)
        with self._database.reading() as work:
            return work.feed.last_by_camera(since)


def _in_all(work: Work, query: FeedQuery, limits: MatchLimits, found: int) -> int:
    """Return how many wait; ``found``: of those that fit the query."""
    if not query.text and query.verdict is None:
        return found
    return work.feed.waiting(FeedQuery(query.since), limits.agree, 0)[0]


def _order(item: FeedItem) -> Place:
    return item.seen_at, item.id


def _reached(page: Sequence[FeedItem], limit: int) -> Place | None:
    return (page[-1].seen_at, page[-1].id) if page and len(page) == limit else None
