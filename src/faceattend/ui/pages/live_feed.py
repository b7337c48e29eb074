"""The pane beside the wall: who was seen today, and who waits for an answer."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
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
from faceattend.ui.widgets.boundless import QWIDGETSIZE_MAX
from faceattend.ui.widgets.feed_row import FeedEntry
from faceattend.ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH_PX, NARROW_PX = 360, 344  # the narrow one holds a button with its words, its key and three dots
_SKELETONS = 8


class FeedPane(QFrame):
    """Shows the feed, searches and filters it, and lets its rows be answered.

    Signals:
        seen(tuple): sightings that came in, for the captions of the wall.
        waits(int): so many passages wait for an answer.
        back_wanted(): to the wall, where this covers it.
        enrol_wanted(): somebody is to be enrolled; nobody is yet.
        limited(MatchLimits): what the words for a match rest on, for the labels of the wall.

    Thread: the GUI thread.

    Args:
        parent: the page.
    """

    seen = Signal(object)
    waits = Signal(int)
    back_wanted = Signal()
    enrol_wanted = Signal()
    limited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_LiveFeed()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._form.loading_layout.insertWidget(0, Skeleton(_SKELETONS))
        self._model = FeedModel(self)
        self._form.list.setModel(self._model)
        self._limits: MatchLimits | None = None
        self._compact = self._failing = False
        self._anybody = True
        self._way_out: Callable[[], None] = self.read  # what the button does where there are no rows
        self._desk: Desk | None = None
        self._reader: FeedReader | None = None
        self._answering: Answering | None = None
        self._form.back_button.clicked.connect(self.back_wanted)
        self.fit(compact=False, covering=False)

    def serve(self, desk: Desk) -> None:
        """Take the desk to work at; once, before anything else."""
        self._desk = desk
        reader = self._reader = FeedReader(desk, self._model)
        self._answering = Answering(desk, self)
        reader.day_read.connect(self._on_day)
        reader.news_read.connect(self._on_news)
        reader.older_read.connect(self._on_older)
        reader.pictures_read.connect(self._model.album.take)
        reader.failed.connect(self._on_failed)
        self._answering.answered.connect(self._on_answered)
        desk.pipeline.recorded.connect(reader.note)
        desk.changes.attendance.connect(reader.renew)
        desk.changes.people.connect(reader.read)
        self._form.search.searched.connect(self._on_searched)
        self._form.filters.chosen.connect(self._on_filtered)
        self._form.empty.acted.connect(self._on_way_out)
        self._form.list.rows.acted.connect(self._on_acted)
        self._form.list.rows.more_wanted.connect(self._on_more)
        self._form.list.doubleClicked.connect(self._on_double_clicked)
        self._form.list.choice_changed.connect(self._on_choice)
        self._form.dismiss_button.clicked.connect(self._on_dismiss)
        self._form.end_button.clicked.connect(self.end_choice)
        self._form.choice.hide()

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

    def fit(self, *, compact: bool, covering: bool) -> None:
        """Take the room there is.

        Args:
            compact: be narrower, with shorter words and without filters.
            covering: take all of it, with a way back to the wall that is covered.
        """
        self._compact = compact
        width = NARROW_PX if compact else WIDTH_PX
        self.setMinimumWidth(width)
        self.setMaximumWidth(QWIDGETSIZE_MAX if covering else width)
        self._form.filters.setVisible(not compact)
        self._form.back_button.setVisible(covering)
        if self._limits is not None:
            self._model.tell(self._telling(self._limits))

    def answer(self, how: str) -> None:
        """Answer the rows that are chosen, if they wait, or else the newest passage that does.

        Args:
            how: "visitor", "decide" or "dismiss".
        """
        items = self._meant(how)
        if items and self._answering is not None:
            self._answering.answer(items, how)

    def dismiss_unknown(self) -> None:
        """Dismiss all unknown faces that wait, as far as they are read."""
        items = self._unknown()
        if items and self._answering is not None:
            self._answering.answer(items, "dismiss")

    def end_choice(self) -> bool:
        """Choose no more than one row; return whether there were more."""
        choosing = self._form.list.choosing
        if choosing:
            self._form.list.end_choice()
        return choosing

    def undo(self) -> None:
        """Take back what was dismissed last."""
        if self._answering is not None:
            self._answering.undo()

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
        self._anybody = day.anybody
        self.limited.emit(day.limits)
        self._model.show_day(day, self._telling(day.limits))
        self._count(day.counts)
        self.waits.emit(day.waiting_in_all)
        self._show_rows()

    def _on_news(self, ids: Any, news: FeedNews) -> None:  # noqa: ANN401 - a list through a signal
        if self._failing:
            self.read()
            return
        with self._form.list.keeping_place():
            self._model.take(ids, news)
        self._count(news.counts)
        self.waits.emit(news.waiting_in_all)
        self._show_rows()
        self.seen.emit(news.items)

    def _on_older(self, items: Any, complete: bool) -> None:  # noqa: ANN401 - a tuple through a signal
        self._model.add_older(items, complete=complete)

    def _on_failed(self, error: Exception) -> None:
        """Say it in the pane, once; what was read stays in memory, but it may be out of date."""
        first, self._failing = not self._failing, True
        what = getattr(error, "what", None) or self.tr("Something went wrong inside the program.")
        self._form.empty.tell("triangle-alert", self.tr("The feed cannot be read"), str(what), self.tr("Try again"))
        self._way_out = self.read
        self._form.stack.setCurrentWidget(self._form.empty_page)
        if first and self._desk is not None:
            self._desk.notices.failed.emit(error)

    def _on_answered(self, ids: tuple[UUID, ...]) -> None:
        if self._reader is not None:
            self._reader.renew(*ids)

    def _on_acted(self, entry: FeedEntry) -> None:
        self._act(self._model.index_of(entry))

    def _on_more(self, entry: FeedEntry, at: QPoint) -> None:
        index = self._model.index_of(entry)
        line, rows = self._model.line(index), self._form.list
        if self._answering is not None and line is not None:
            among = rows.choosing and rows.selectionModel().isSelected(index)
            self._answering.offer(rows.chosen if among else line.items, self._unknown(), at)

    def _on_choice(self) -> None:
        """Say how many passages are chosen, as long as several may be."""
        rows = self._form.list
        count = len(rows.chosen) if rows.choosing else 0
        if not count and self._form.choice.isAncestorOf(self.window().focusWidget()):
            rows.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that had it goes
        self._form.choice.setVisible(count > 0)
        if count:
            words = self.tr("1 passage chosen") if count == 1 else self.tr("{count} passages chosen")
            self._form.chosen.setText(words.format(count=self.locale().toString(count)))

    def _on_dismiss(self) -> None:
        self.answer("dismiss")

    def _on_searched(self, text: str) -> None:
        if self._reader is not None:
            self._reader.choose(replace(self._reader.query, text=text))

    def _on_filtered(self, verdict: Verdict | None) -> None:
        if self._reader is not None:
            self._reader.choose(replace(self._reader.query, verdict=verdict))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._act(index)

    def _act(self, index: QModelIndex) -> None:
        """Open what is folded into a row, or ask who it was, if it waits."""
        line = self._model.line(index)
        if line is not None and line.folded:
            self._form.list.open(index, opened=not line.opened)
        elif line is not None and line.item is not None and line.waiting and self._answering is not None:
            self._answering.act(line.item)

    def _meant(self, how: str) -> tuple[FeedItem, ...]:
        """Return the passages that a key is about."""
        rows, waiting = self._form.list, self._model.rows.waiting
        if rows.choosing and rows.chosen:
            return rows.chosen
        line = self._model.line(rows.currentIndex())
        if line is not None and line.waiting and line.items:
            return line.items
        fitting = {"visitor": Verdict.UNKNOWN, "decide": Verdict.UNSURE}.get(how)
        likely = [item for item in waiting if fitting in {None, item.verdict}] or list(waiting)
        return tuple(likely[:1])

    def _unknown(self) -> tuple[FeedItem, ...]:
        return tuple(item for item in self._model.rows.waiting if item.verdict is Verdict.UNKNOWN)

    def _show_rows(self) -> None:
        rows = self._model.rowCount() > 0
        if not rows:
            self._say_why_empty()
        self._form.stack.setCurrentWidget(self._form.list_page if rows else self._form.empty_page)

    def _say_why_empty(self) -> None:
        query, empty = self._reader.query if self._reader else None, self._form.empty
        if query is not None and (query.text or query.verdict):
            text = self.tr("Today nobody was seen whom these words and filters fit.")
            empty.tell("search-x", self.tr("Nobody matches"), text, self.tr("Show everybody"))
            self._way_out = self._show_everybody
        elif not self._anybody:
            text = self.tr("Whoever passes a camera is an unknown visitor here, until they are enrolled.")
            action = self.tr("Enrol a person") if self._may(Permission.MANAGE_PEOPLE) else ""
            empty.tell("users", self.tr("Nobody is enrolled yet"), text, action)
            self._way_out = self.enrol_wanted.emit
        else:
            text = self.tr("Whoever passes a camera appears here at once.")
            empty.tell("users", self.tr("Nobody seen yet today"), text)

    def _on_way_out(self) -> None:
        self._way_out()

    def _show_everybody(self) -> None:
        self._form.filters.show_all()
        self._form.search.empty()
        if self._reader is not None:
            self._reader.choose(replace(self._reader.query, verdict=None))
        self._form.search.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that had it is gone

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
        return Telling(limits, self._compact, self._may(Permission.ANSWER_SIGHTINGS))

    def _may(self, permission: Permission) -> bool:
        return self._desk is not None and permission in PERMISSIONS[self._desk.actor.role]
