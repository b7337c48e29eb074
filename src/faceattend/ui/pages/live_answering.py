"""Answering a sighting from the feed: by its button, its menu or a key."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from faceattend.domain.attendance import Direction
from faceattend.domain.errors import BadInput
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
        answered(tuple): the sightings of these ids were answered, or wait again.

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
        self._dismissed: list[tuple[UUID, ...]] = []  # together, and not brought back yet; the last one last

    def act(self, item: FeedItem) -> None:
        """Do what the button of a row says."""
        self.answer([item], "visitor" if item.verdict is Verdict.UNKNOWN else "decide")

    def offer(self, items: Sequence[FeedItem], unknown: Sequence[FeedItem], at: QPoint) -> None:
        """Offer all that can be said of a row, or of several.

        Args:
            items: their passages, the newest first; at least one.
            unknown: the passages of all unknown faces that wait.
            at: on the screen.
        """
        menu = Menu(parent=self._pane)
        many = len(items) > 1
        dismiss = self.tr("Dismiss all {count}").format(count=len(items)) if many else self.tr("Dismiss")
        words = {
            "visitor": self.tr("Register visitor") + "\tV",
            "decide": self.tr("Decide who") + "\tD",
            "dismiss": dismiss + "\tX",
        }
        for how, text in words.items():
            menu.addAction(text).triggered.connect(partial(self._on_offered, items, how))
        if len(unknown) > len(items):
            menu.addSeparator()
            every = self.tr("Dismiss all {count} unknown faces").format(count=len(unknown)) + "\tShift+X"
            menu.addAction(every).triggered.connect(partial(self._on_offered, unknown, "dismiss"))
        menu.popup(at)
        menu.aboutToHide.connect(menu.deleteLater)

    def answer(self, items: Sequence[FeedItem], how: str) -> None:
        """Answer passages.

        Args:
            items: which, the newest first; all are dismissed, but only the newest is given a name.
            how: "visitor", "decide" or "dismiss".
        """
        if how == "dismiss":
            self._dismiss(items)
        elif how == "visitor":
            self._open(RegisterVisitorDialog(self._desk, items[0].id, self._pane))
        else:
            self._open(DecideDialog(self._desk, items[0].id, self._pane))

    def undo(self) -> None:
        """Take back what was dismissed last and was not taken back already."""
        if self._dismissed and not self._busy:  # else the last one is not stored yet, and another would come back
            self._reopen(self._dismissed[-1])

    def _on_offered(self, items: Sequence[FeedItem], how: str, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's, by position
        self.answer(items, how)

    def _open(self, dialog: RegisterVisitorDialog | DecideDialog) -> None:
        dialog.answered.connect(self._on_answered)
        if isinstance(dialog, DecideDialog):
            dialog.visitor_wanted.connect(self._on_visitor_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_visitor_wanted(self, sighting_id: UUID) -> None:
        self._open(RegisterVisitorDialog(self._desk, sighting_id, self._pane))

    def _on_answered(self, answered: Answered) -> None:
        self.answered.emit((answered.answer.sighting_id,))
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

    def _dismiss(self, items: Sequence[FeedItem]) -> None:
        answers, actor = self._desk.station.answers, self._desk.actor
        ids = tuple(item.id for item in items)
        if not ids or not self._busy.isdisjoint(ids):
            return  # the key was pressed twice
        self._busy.update(ids)
        if len(items) > 1:
            told = self.tr("{count} passages were dismissed").format(count=len(items))
        else:
            time = f"{items[0].local:%H:%M:%S}"
            told = self.tr("{who} of {time} was dismissed").format(who=title_of(items[0]), time=time)

        def done(_: object) -> None:
            self._dismissed.append(ids)
            self._settle(ids)
            self._desk.notices.said.emit(told, partial(self._reopen, ids))

        self._desk.jobs.run(self, lambda: answers.dismiss(actor, *ids), done=done, failed=partial(self._on_failed, ids))

    def _reopen(self, ids: tuple[UUID, ...]) -> None:
        if ids not in self._dismissed:
            return  # by the key already, before the button beside what was said
        self._dismissed.remove(ids)
        answers, actor = self._desk.station.answers, self._desk.actor

        def done(_: object) -> None:
            self._settle(ids)

        def failed(error: Exception) -> None:
            if not isinstance(error, BadInput):  # nothing stands against it: it can be tried again
                self._dismissed.append(ids)
            self._on_failed(ids, error)

        self._desk.jobs.run(self, lambda: answers.reopen(actor, *ids), done=done, failed=failed)

    def _settle(self, ids: tuple[UUID, ...]) -> None:
        self._busy.difference_update(ids)
        self.answered.emit(ids)

    def _on_failed(self, ids: tuple[UUID, ...], error: Exception) -> None:
        self._settle(ids)  # somebody else may have answered one of them: show how they stand
        self._desk.notices.failed.emit(error)
