"""Answering a sighting from the feed: by its button, its menu or a key."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from faceattend.domain.attendance import Direction
from faceattend.domain.feed import FeedItem
from faceattend.domain.vision import Verdict
from faceattend.services.answers import Answered, NoPunch
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.decide import DecideDialog
from faceattend.ui.dialogs.register_visitor import RegisterVisitorDialog
from faceattend.ui.models.feed_words import title_of
from faceattend.ui.widgets.menu import Menu


class Answering(QObject):
    """Opens the dialogs, stores what was said, and tells what came of it.

    Signals:
        answered(UUID): this sighting was answered, or waits again.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        pane: the feed; dialogs lie over its window.
    """

    answered = Signal(object)

    def __init__(self, desk: Desk, pane: QWidget) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._busy: set[UUID] = set()

    def act(self, item: FeedItem | None) -> None:
        """Do what the button of a row says."""
        if item is not None:
            self.answer(item, "visitor" if item.verdict is Verdict.UNKNOWN else "decide")

    def offer(self, item: FeedItem | None, at: QPoint) -> None:
        """Offer all that can be said of a sighting; ``at``: on the screen."""
        if item is None:
            return
        menu = Menu(parent=self._pane)
        words = {
            "visitor": self.tr("Register visitor") + "\tV",
            "decide": self.tr("Decide who") + "\tD",
            "dismiss": self.tr("Dismiss") + "\tX",
        }
        for how, text in words.items():
            menu.addAction(text).triggered.connect(partial(self._on_offered, item, how))
        menu.popup(at)
        menu.aboutToHide.connect(menu.deleteLater)

    def answer(self, item: FeedItem, how: str) -> None:
        """Answer a sighting.

        Args:
            item: which.
            how: "visitor", "decide" or "dismiss".
        """
        if how == "dismiss":
            self._dismiss(item)
        elif how == "visitor":
            self._open(RegisterVisitorDialog(self._desk, item.id, self._pane))
        else:
            self._open(DecideDialog(self._desk, item.id, self._pane))

    def _on_offered(self, item: FeedItem, how: str, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's, by position
        self.answer(item, how)

    def _open(self, dialog: RegisterVisitorDialog | DecideDialog) -> None:
        dialog.answered.connect(self._on_answered)
        if isinstance(dialog, DecideDialog):
            dialog.visitor_wanted.connect(self._on_visitor_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_visitor_wanted(self, sighting_id: UUID) -> None:
        self._open(RegisterVisitorDialog(self._desk, sighting_id, self._pane))

    def _on_answered(self, answered: Answered) -> None:
        self.answered.emit(answered.answer.sighting_id)
        self._desk.changes.attendance.emit()
        self._desk.notices.said.emit(self._outcome(answered), None)

    def _outcome(self, answered: Answered) -> str:
        """Say what came of naming somebody."""
        name = answered.person.name if answered.person else ""
        punch = answered.punch
        if punch is not None:
            sentence = (
                self.tr("{name}: in at {time}") if punch.direction is Direction.IN else self.tr("{name}: out at {time}")
            )
            return sentence.format(name=name, time=f"{punch.local:%H:%M:%S}")
        why = {
            NoPunch.RECENT: self.tr("{name} is noted. They had a punch a moment before or after, so none was added."),
            NoPunch.INACTIVE: self.tr("{name} is noted. They do not belong here on that day, so no punch was added."),
            NoPunch.NO_CAMERA: self.tr("{name} is noted. The camera is not stored any more, so no punch was added."),
        }
        return why[answered.why_not].format(name=name) if answered.why_not else name

    def _dismiss(self, item: FeedItem) -> None:
        answers, actor = self._desk.station.answers, self._desk.actor
        if item.id in self._busy:
            return  # the key was pressed twice
        self._busy.add(item.id)

        def done(_: Answered) -> None:
            self._busy.discard(item.id)
            self.answered.emit(item.id)
            said = self.tr("{who} of {time} was dismissed").format(who=title_of(item), time=f"{item.local:%H:%M:%S}")
            self._desk.notices.said.emit(said, partial(self._reopen, item.id))

        self._desk.jobs.run(
            self, lambda: answers.dismiss(actor, item.id), done=done, failed=partial(self._on_failed, item.id)
        )

    def _reopen(self, sighting_id: UUID) -> None:
        answers, actor = self._desk.station.answers, self._desk.actor

        def done(_: Answered) -> None:
            self.answered.emit(sighting_id)

        self._desk.jobs.run(
            self, lambda: answers.reopen(actor, sighting_id), done=done, failed=partial(self._on_failed, sighting_id)
        )

    def _on_failed(self, sighting_id: UUID, error: Exception) -> None:
        self._busy.discard(sighting_id)
        self.answered.emit(sighting_id)  # somebody else may have answered it: show how it stands
        self._desk.notices.failed.emit(error)
