"""The pane beside the wall: who was seen today, and who waits for an answer."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QFrame, QWidget

from faceattend.domain.access import PERMISSIONS, Permission
from faceattend.domain.evidence import MatchLimits
from faceattend.domain.feed import FeedCounts, FeedItem
from faceattend.domain.vision import Verdict
from faceattend.services.feed import FeedDay, FeedNews
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_live_feed import Ui_LiveFeed
from faceattend.ui.models.feed import FeedModel
from faceattend.ui.models.feed_words import Telling
from faceattend.ui.pages.live_answering import Answering
from faceattend.ui.pages.live_reader import FeedReader
from faceattend.ui.widgets.feed_row import FeedEntry
from faceattend.ui.widgets.skeleton import Skeleton

WIDTH_PX, NARROW_PX = 360, 320
_SKELETONS = 8


class FeedPane(QFrame):
    """Shows the feed, searches and filters it, and lets its rows be answered.

    Signals:
        seen(tuple): sightings that came in, for the captions of the wall.

    Thread: the GUI thread.

    Args:
        parent: the page.
    """

    seen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_LiveFeed()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._form.loading_layout.insertWidget(0, Skeleton(_SKELETONS))
        self._model = FeedModel(self)
        self._form.list.setModel(self._model)
        self._limits: MatchLimits | None = None
        self._compact = self._failing = False
        self._desk: Desk | None = None
        self._reader: FeedReader | None = None
        self._answering: Answering | None = None
        self.setFixedWidth(WIDTH_PX)

    def serve(self, desk: Desk) -> None:
        """Take the desk to work at; once, before anything else."""
        self._desk = desk
        reader = self._reader = FeedReader(desk, self._model)
        self._answering = Answering(desk, self)
        reader.day_read.connect(self._on_day)
        reader.news_read.connect(self._on_news)
        reader.older_read.connect(self._on_older)
        reader.pictures_read.connect(self._model.take_pictures)
        reader.failed.connect(self._on_failed)
        self._answering.answered.connect(reader.renew)
        desk.pipeline.recorded.connect(reader.note)
        desk.changes.attendance.connect(reader.renew)
        desk.changes.people.connect(reader.read)
        self._form.search.searched.connect(self._on_searched)
        self._form.filters.chosen.connect(self._on_filtered)
        self._form.empty.acted.connect(self.read)
        self._form.list.rows.acted.connect(self._on_acted)
        self._form.list.rows.more_wanted.connect(self._on_more)
        self._form.list.doubleClicked.connect(self._on_double_clicked)

    def read(self) -> None:
        """Read everything anew."""
        if self._reader is not None:
            self._form.stack.setCurrentWidget(self._form.loading_page)
            self._reader.read()

    def refresh(self) -> None:
        """Bring what is shown up to date, or begin another day."""
        if self._reader is None:
            return
        if self._limits is None or self._failing or self._reader.new_day():
            self.read()
        else:
            self._reader.renew()

    def be_compact(self, compact: bool) -> None:
        """Take less room: narrower, with shorter words and without filters; or as before."""
        self._compact = compact
        self.setFixedWidth(NARROW_PX if compact else WIDTH_PX)
        self._form.filters.setVisible(not compact)
        if self._limits is not None:
            self._model.tell(self._telling(self._limits))

    def answer(self, how: str) -> None:
        """Answer the row that is chosen, if it waits, or else the newest that does.

        Args:
            how: "visitor", "decide" or "dismiss".
        """
        if self._answering is None:
            return
        waiting = self._model.rows.waiting
        chosen = self._model.item(self._form.list.currentIndex())
        if chosen not in waiting:
            fitting = {"visitor": Verdict.UNKNOWN, "decide": Verdict.UNSURE}.get(how)
            likely = [item for item in waiting if fitting in {None, item.verdict}] or list(waiting)
            chosen = likely[0] if likely else None
        if chosen is not None:
            self._answering.answer(chosen, how)

    @property
    def search_field(self) -> QWidget:
        """Where one types what to search for."""
        return self._form.search

    @property
    def first_stop(self) -> QWidget:
        """What takes the focus: the rows, or the search field where there are none."""
        rows = self._form.stack.currentWidget() is self._form.list_page
        return self._form.list if rows else self._form.search

    def _on_day(self, day: FeedDay) -> None:
        self._limits, self._failing = day.limits, False
        self._model.show_day(day, self._telling(day.limits))
        self._count(day.counts)
        self._show_rows()

    def _on_news(self, ids: Any, news: FeedNews) -> None:  # noqa: ANN401 - a list through a signal
        if self._failing:
            self.read()
            return
        with self._form.list.keeping_place():
            self._model.take(ids, news)
        self._count(news.counts)
        self._show_rows()
        self.seen.emit(news.items)

    def _on_older(self, items: Any, complete: bool) -> None:  # noqa: ANN401 - a tuple through a signal
        self._model.add_older(items, complete=complete)

    def _on_failed(self, error: Exception) -> None:
        """Say it in the pane, once; what was read stays in memory, but it may be out of date."""
        first, self._failing = not self._failing, True
        what = getattr(error, "what", None) or self.tr("Something went wrong inside the program.")
        self._form.empty.tell("triangle-alert", self.tr("The feed cannot be read"), str(what), self.tr("Try again"))
        self._form.stack.setCurrentWidget(self._form.empty_page)
        if first and self._desk is not None:
            self._desk.notices.failed.emit(error)

    def _on_acted(self, entry: FeedEntry) -> None:
        if self._answering is not None:
            self._answering.act(self._item(entry))

    def _on_more(self, entry: FeedEntry, at: QPoint) -> None:
        if self._answering is not None:
            self._answering.offer(self._item(entry), at)

    def _on_searched(self, text: str) -> None:
        if self._reader is not None:
            self._reader.choose(replace(self._reader.query, text=text))

    def _on_filtered(self, verdict: Verdict | None) -> None:
        if self._reader is not None:
            self._reader.choose(replace(self._reader.query, verdict=verdict))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        item = self._model.item(index)
        if item is not None and self._answering is not None and item in self._model.rows.waiting:
            self._answering.act(item)

    def _show_rows(self) -> None:
        if self._model.rowCount():
            self._form.stack.setCurrentWidget(self._form.list_page)
            return
        query = self._reader.query if self._reader else None
        if query is not None and (query.text or query.verdict):
            self._form.empty.tell(
                "search-x", self.tr("Nobody fits"), self.tr("Today nobody was seen whom these words and filters fit.")
            )
        else:
            self._form.empty.tell(
                "users", self.tr("Nobody seen yet today"), self.tr("Whoever passes a camera appears here at once.")
            )
        self._form.stack.setCurrentWidget(self._form.empty_page)

    def _count(self, counts: FeedCounts) -> None:
        one = counts.punches == 1
        words = self.tr("1 punch") if one else self.tr("{count} punches")
        self._form.punches.setText(words.format(count=self.locale().toString(counts.punches)))
        self._form.filters.count(
            {
                None: counts.all,
                Verdict.KNOWN: counts.known,
                Verdict.UNSURE: counts.unsure,
                Verdict.UNKNOWN: counts.unknown,
            }
        )

    def _telling(self, limits: MatchLimits) -> Telling:
        role = self._desk.actor.role if self._desk else None
        may = role is not None and Permission.ANSWER_SIGHTINGS in PERMISSIONS[role]
        return Telling(limits, self._compact, may)

    def _item(self, entry: FeedEntry) -> FeedItem | None:
        return next((item for item in self._model.rows.waiting if item.id == entry.id), None)
