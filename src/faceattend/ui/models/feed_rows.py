"""The rows of the feed as a plain list: what waits, then the latest, each under its heading; bounded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from faceattend.domain.feed import FeedItem

MOST_ROWS = 400
"""Rows of the latest that are kept; who looks for an earlier one searches."""


class Heading(StrEnum):
    """What stands above, or below, rows."""

    WAITING = "waiting"
    LATEST = "latest"
    EARLIER = "earlier"  # there are more than are kept


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A row: a heading, or a sighting.

    Attributes:
        heading: what it heads; None for a sighting.
        item: the sighting; None for a heading.
        waiting: whether the sighting stands among those that wait.
        count: how many wait, for their heading.
    """

    heading: Heading | None = None
    item: FeedItem | None = None
    waiting: bool = False
    count: int = 0

    @property
    def key(self) -> tuple[object, bool]:
        """What makes it the same row as before, whatever it says now."""
        return (self.heading if self.item is None else self.item.id), self.waiting


class FeedRows:
    """What the feed holds; knows nothing of Qt, so that what it does to its rows can be read and tried."""

    def __init__(self) -> None:
        self.lines: list[FeedLine] = []
        self.complete = True
        """Whether nothing older is to be had."""
        self._waiting: tuple[FeedItem, ...] = ()
        self._waiting_count = 0
        self._latest: list[FeedItem] = []

    @property
    def waiting(self) -> tuple[FeedItem, ...]:
        """Those that wait, newest first."""
        return self._waiting

    @property
    def full(self) -> bool:
        """Whether as many are kept as may be."""
        return len(self._latest) >= MOST_ROWS

    @property
    def oldest(self) -> FeedItem | None:
        """The last of the latest."""
        return self._latest[-1] if self._latest else None

    def begin(self, latest: Sequence[FeedItem], *, complete: bool) -> None:
        """Hold these, and no others."""
        self._latest, self.complete = list(latest[:MOST_ROWS]), complete

    def wait(self, waiting: Sequence[FeedItem], count: int) -> None:
        """Let these be the ones that wait; they do not stand among the latest meanwhile."""
        self._waiting, self._waiting_count = tuple(waiting), count
        ids = {item.id for item in waiting}
        self._latest = [item for item in self._latest if item.id not in ids]

    def add_older(self, items: Iterable[FeedItem], *, complete: bool) -> None:
        """Go on below."""
        held = {item.id for item in (*self._waiting, *self._latest)}
        self._latest += [item for item in items if item.id not in held]
        self._cut()
        self.complete = self.complete or complete

    def renew(self, ids: Iterable[UUID], items: Iterable[FeedItem]) -> None:
        """Take in how these sightings stand now: those not among the items have left.

        One older than all that is held stays out; it comes with the rows around it.
        """
        gone, oldest = set(ids), self.oldest
        kept = [item for item in self._latest if item.id not in gone]
        waiting = {item.id for item in self._waiting}
        fresh = [
            item
            for item in items
            if item.id not in waiting and (self.complete or oldest is None or _order(item) >= _order(oldest))
        ]
        self._latest = sorted([*kept, *fresh], key=_order, reverse=True)
        self._cut()

    def drawn(self) -> list[FeedLine]:
        """Return the lines as they should be now."""
        drawn: list[FeedLine] = []
        if self._waiting:
            drawn.append(FeedLine(Heading.WAITING, count=self._waiting_count))
            drawn += [FeedLine(item=item, waiting=True) for item in self._waiting]
        if self._latest:
            drawn.append(FeedLine(Heading.LATEST))
            drawn += [FeedLine(item=item) for item in self._latest]
        if self.full and not self.complete:
            drawn.append(FeedLine(Heading.EARLIER))
        return drawn

    def _cut(self) -> None:
        if len(self._latest) > MOST_ROWS:
            del self._latest[MOST_ROWS:]
            self.complete = False


def _order(item: FeedItem) -> tuple[object, UUID]:
    return item.seen_at, item.id
