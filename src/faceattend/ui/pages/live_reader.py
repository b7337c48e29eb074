"""What the feed asks the station, one question at a time, so that a busy door never floods the database."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from faceattend.domain.clock import morning_here
from faceattend.domain.feed import FeedItem, FeedQuery
from faceattend.services.feed import FeedDay, FeedNews, FeedPictures, Place
from faceattend.ui.desk import Desk
from faceattend.ui.models.feed import FeedModel
from faceattend.workers.recorder import Recorded

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task

PAGE = 60
_SOON_MS = 150
_MOST_NEWS = 200  # of what came in at once; the rest follows


class FeedReader(QObject):
    """Reads the feed of today and keeps it up to date.

    Signals:
        day_read(FeedDay): everything shown first.
        news_read(list, FeedNews): how these sightings stand now.
        older_read(tuple, bool): older sightings, and whether they are the last.
        pictures_read(dict, dict): pictures, and what was asked for.
        failed(Exception): the day cannot be read.

    Thread: the GUI thread; the questions run in the desk's pool.

    Args:
        desk: what it asks through.
        model: what is shown, to know what waits there.
    """

    day_read = Signal(object)
    news_read = Signal(object, object)
    older_read = Signal(object, bool)
    pictures_read = Signal(object, object)
    failed = Signal(object)

    def __init__(self, desk: Desk, model: FeedModel) -> None:
        super().__init__(model)
        self._desk = desk
        self._model = model
        self._query = FeedQuery(morning_here())
        self._reading: Task | None = None
        self._older: Task | None = None
        self._news: Task | None = None
        self._reached: Place | None = None
        self._fresh: dict[UUID, None] = {}
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._read_news)
        model.older_wanted.connect(self._read_older)
        model.album.wanted.connect(self._read_pictures)

    @property
    def query(self) -> FeedQuery:
        """What is shown."""
        return self._query

    def choose(self, query: FeedQuery) -> None:
        """Show what fits another query."""
        self._query = query
        self.read()

    def read(self) -> None:
        """Read everything anew, as for another day."""
        self._query = replace(self._query, since=morning_here())
        for task in (self._reading, self._older, self._news):
            if task is not None:
                task.cancel()
        self._fresh.clear()
        feed, actor, query = self._desk.station.feed, self._desk.actor, self._query

        def done(day: FeedDay) -> None:
            self._reached = day.reached
            self.day_read.emit(day)

        self._reading = self._desk.questions.run(
            self, lambda: feed.day(actor, query, PAGE), done=done, failed=self.failed.emit
        )

    def note(self, recorded: object) -> None:
        """Take in that a sighting was stored."""
        if isinstance(recorded, Recorded):
            sighting = recorded.sighting
            self.renew(sighting.id, *([sighting.revises] if sighting.revises else []))

    def renew(self, *sighting_ids: UUID) -> None:
        """Read these again soon, and what waits; with none, only what waits."""
        self._fresh.update(dict.fromkeys(sighting_ids))
        if not self._soon.isActive():
            self._soon.start()

    def new_day(self) -> bool:
        """Whether the day that is shown is over."""
        return self._query.since != morning_here()

    def _read_news(self) -> None:
        if self._reading is not None and self._reading.running:
            self._soon.start()  # the day comes first; what came in meanwhile may lie behind it
            return
        if self._news is not None and self._news.running:
            self._soon.start()
            return
        fresh = list(self._fresh)[:_MOST_NEWS]
        for each in fresh:
            del self._fresh[each]  # now: what changes while the question is under way is asked for again
        ids = list(dict.fromkeys([*fresh, *(item.id for item in self._model.rows.waiting)]))
        feed, actor, query = self._desk.station.feed, self._desk.actor, self._query

        def done(news: FeedNews) -> None:
            self.news_read.emit(ids, news)
            if self._fresh:
                self._soon.start()

        self._news = self._desk.questions.run(
            self, lambda: feed.news(actor, query, ids), done=done, failed=self.failed.emit
        )

    def _read_older(self) -> None:
        if self._reached is None:
            self.older_read.emit((), True)
            return
        feed, actor, query, before = self._desk.station.feed, self._desk.actor, self._query, self._reached

        def done(answer: tuple[tuple[FeedItem, ...], Place | None]) -> None:
            items, self._reached = answer
            self.older_read.emit(items, self._reached is None)

        self._older = self._desk.questions.run(
            self, lambda: feed.older(actor, query, before, PAGE), done=done, failed=self.failed.emit
        )

    def _read_pictures(self, wanted: object) -> None:
        if not isinstance(wanted, Mapping):
            return
        asked: dict[UUID, UUID | None] = dict(wanted)  # pyright: ignore[reportUnknownArgumentType] - a signal's object
        feed, actor = self._desk.station.feed, self._desk.actor

        def done(pictures: dict[UUID, FeedPictures]) -> None:
            self.pictures_read.emit(pictures, asked)

        def failed(_: Exception) -> None:
            # The rows stay without pictures; the next question for rows tells what is wrong with the database.
            self.pictures_read.emit({}, asked)

        self._desk.questions.run(self, lambda: feed.pictures(actor, asked), done=done, failed=failed)
