"""The rows of the feed as a plain list: what waits, then the latest, each under its heading; bounded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from faceattend.domain.feed import FeedItem, Fold, Folding, fold_alike

MOST_ROWS = 400
"""Rows of the latest that are kept; who looks for an earlier one searches."""


class Heading(StrEnum):
    """What stands above, or below, rows."""

    WAITING = "waiting"
    MORE_WAITING = "more waiting"  # there are more than are read at once
    LATEST = "latest"
    EARLIER = "earlier"  # there are more than are kept


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A row: a heading, or passages.

    Attributes:
        heading: what it heads; None for passages.
        id: of the passage, or of the fold; None for a heading.
        items: the passages it tells of, newest first; empty for a heading.
        waiting: whether it stands among those that wait.
        within: whether it stands below the row that tells of it and others, which is open.
        opened: whether the passages of a fold stand below it one by one.
        count: how many wait, for their heading.
    """

    heading: Heading | None = None
    id: UUID | None = None
    items: tuple[FeedItem, ...] = ()
    waiting: bool = False
    within: bool = False
    opened: bool = False
    count: int = 0

    @property
    def key(self) -> tuple[object, bool, bool]:
        """What makes it the same row as before, whatever it says now."""
        return self.heading or self.id, self.waiting, self.within

    @property
    def item(self) -> FeedItem | None:
        """The newest of its passages; None for a heading."""
        return self.items[0] if self.items else None

    @property
    def folded(self) -> bool:
        """Whether it tells of several passages."""
        return len(self.items) > 1


class FeedRows:
    """What the feed holds; knows nothing of Qt, so that what it does to its rows can be read and tried."""

    def __init__(self) -> None:
        self.lines: list[FeedLine] = []
        self.complete = True
        """Whether nothing older is to be had."""
        self._waiting: tuple[FeedItem, ...] = ()
        self._waiting_count = 0
        self._folding = Folding()
        self._folds: list[Fold] = []
        self._opened: set[object] = set()  # keys of lines
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

    def begin(self, latest: Sequence[FeedItem], waiting: Sequence[FeedItem], count: int, *, complete: bool) -> None:
        """Hold these, and no others; ``count``: how many wait in all."""
        self._latest, self.complete = list(latest[:MOST_ROWS]), complete
        self._folding.forget_all_but(waiting)
        self._opened.clear()
        self.wait(waiting, count)

    def wait(self, waiting: Sequence[FeedItem], count: int) -> None:
        """Let these be the ones that wait; they do not stand among the latest meanwhile."""
        self._waiting, self._waiting_count = tuple(waiting), count
        self._folds = self._folding.fold(waiting)
        ids = {item.id for item in waiting}
        self._latest = [item for item in self._latest if item.id not in ids]

    def open(self, line: FeedLine, *, opened: bool) -> None:
        """Let the passages of a fold stand below it one by one, or no longer."""
        (self._opened.add if opened else self._opened.discard)(line.key)

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
            for fold in self._folds:
                drawn += self._drawn_fold(FeedLine(id=fold.id, items=fold.items, waiting=True))
            unread = self._waiting_count - len(self._waiting)
            if unread > 0:
                drawn.append(FeedLine(Heading.MORE_WAITING, count=unread))
        if self._latest:
            drawn.append(FeedLine(Heading.LATEST))
            for run in fold_alike(self._latest):
                drawn += self._drawn_fold(FeedLine(id=run[-1].id, items=run))
        if self.full and not self.complete:
            drawn.append(FeedLine(Heading.EARLIER))
        return drawn

    def _drawn_fold(self, line: FeedLine) -> list[FeedLine]:
        if not line.folded or line.key not in self._opened:
            return [line]
        each = (FeedLine(id=item.id, items=(item,), waiting=line.waiting, within=True) for item in line.items)
        return [replace(line, opened=True), *each]

    def _cut(self) -> None:
        if len(self._latest) > MOST_ROWS:
            del self._latest[MOST_ROWS:]
            self.complete = False


def _order(item: FeedItem) -> tuple[object, UUID]:
    return item.seen_at, item.id
