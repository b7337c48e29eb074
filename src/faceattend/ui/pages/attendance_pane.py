"""The pane beside the grid: one person's day, and the evidence behind each of its punches."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from faceattend.domain.timecards import DayCard, Presence, clock_window
from faceattend.services.punch_evidence import PunchEvidence
from faceattend.services.timecards import Timecard
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_attendance_pane import Ui_AttendancePane
from faceattend.ui.models.attendance import DayCell
from faceattend.ui.models.attendance_days import day_in_title
from faceattend.ui.models.attendance_words import bar_of, hours, meaning, problems, stretches
from faceattend.ui.pages.attendance_evidence import card_of
from faceattend.ui.widgets.boundless import QWIDGETSIZE_MAX
from faceattend.ui.widgets.chip import Chip, ChipKind
from faceattend.ui.widgets.day_bar import ClockWindow
from faceattend.ui.widgets.evidence_card import EvidenceCard

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task

WIDTH_PX = 400
ChipWords = tuple[ChipKind, str, str]

_PASSING_MS = 120  # keys held down pass over cells whose pictures nobody asked for
_LEAST_HOURS = 8


class DayPane(QFrame):
    """Says what is known of one day of one person.

    Signals:
        closed(): the user does not want to see it.
        add_wanted(): a punch is to be added to the day shown.

    Thread: the GUI thread.
    """

    closed = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_AttendancePane()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.setProperty("kind", "pane")
        self.set_covering(False)
        self._desk: Desk | None = None
        self._task: Task | None = None
        self._punch_ids: Sequence[UUID] = ()
        self._cards: list[EvidenceCard] = []
        self._chips: list[Chip] = []
        self._may_add, self._enter = True, False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PASSING_MS)
        self._pause.timeout.connect(self.on_pause)
        self._form.close.clicked.connect(self.closed)
        self._form.add.clicked.connect(self.add_wanted)
        self.show_nothing()

    def attach(self, desk: Desk) -> None:
        """Take over where evidence is asked for."""
        self._desk = desk

    def allow_adding(self, allowed: bool) -> None:
        """Offer to add a punch, or not: it takes a right."""
        self._may_add = allowed

    def set_covering(self, covering: bool) -> None:
        """Take all the width there is, or that of a pane beside others."""
        self.setMinimumWidth(WIDTH_PX)
        self.setMaximumWidth(QWIDGETSIZE_MAX if covering else WIDTH_PX)

    def enter(self) -> None:
        """Take the keyboard: the first card as soon as it is there, else the button that closes."""
        self._enter = True
        self._take_focus()

    def show_nothing(self) -> None:
        """Say what to choose."""
        self._head(self.tr("Choose a day"), (), self.tr("Its punches are shown here, with what they rest on."))
        self._form.bar.hide()
        self._form.foot.hide()
        self._form.count.hide()
        self._want(())

    def show_person(self, card: Timecard, days: str) -> None:
        """Sum up all days shown of a person.

        Args:
            card: whose.
            days: what they are called.
        """
        to_check = sum(each.to_check for each in card.cards)
        chips: list[ChipWords] = [("neu", "clock", self.tr("{hours} h counted").format(hours=hours(card.worked)))]
        if to_check:
            chips.insert(0, ("warn", "circle-help", self.tr("To check: {count}").format(count=to_check)))
        self._head(f"{card.person.name}, {days}", chips, self.tr("Choose a day to see its punches."))
        self._form.bar.hide()
        self._form.count.hide()
        self._form.foot.setVisible(self._may_add)
        self._want(())

    def show_day(self, card: Timecard, cell: DayCell) -> None:
        """Show a day of a person, and ask for its evidence."""
        title = f"{card.person.name}, {day_in_title(QLocale(), cell.day)}"
        self._form.foot.setVisible(self._may_add)
        if cell.card is None:
            words = self.tr("Nobody saw {name} on this day.").format(name=card.person.name)
            self._head(title, (("neu", "circle", self.tr("No punches")),), words)
            self._form.bar.hide()
            self._form.count.hide()
            self._want(())
            return
        self._show_card(title, cell.card)

    def evidence_cards(self) -> tuple[EvidenceCard, ...]:
        """Return the cards shown, in the order of their punches."""
        return tuple(self._cards)

    def on_pause(self) -> None:
        """The user stays on this day: read its evidence."""
        if self._desk is None or not self._punch_ids:
            return
        desk, wanted = self._desk, tuple(self._punch_ids)
        self._task = desk.questions.run(
            self,
            lambda: desk.station.evidence.all_evidence(desk.actor, wanted),
            done=self.on_evidence,
            failed=desk.notices.failed.emit,
        )

    def on_evidence(self, found: Sequence[PunchEvidence]) -> None:
        """Show it: the first punch unfolded, or the one that was."""
        if [each.punch.id for each in found] != list(self._punch_ids):
            return
        self._drop_cards()
        for each in found:
            made = EvidenceCard(self._form.inside, card_of(each))
            self._form.cards.addWidget(made)
            self._cards.append(made)
        if self._cards:
            self._cards[0].set_unfolded(True)
        self._take_focus()

    def _take_focus(self) -> None:
        if not self._enter:
            return
        if self._cards:
            self._enter = False
            self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._punch_ids:
            self._enter = False
            self._form.close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self, title: str, card: DayCard) -> None:
        chips: list[ChipWords] = [("warn", each.icon, each.text) for each in problems(card)]
        if card.inside:
            chips.append(("tint", "log-in", self.tr("Inside")))
        chips.append(("neu", "clock", self.tr("{hours} h counted").format(hours=hours(card.work.worked))))
        self._head(title, chips, " ".join([stretches(card) + ".", *meaning(card)]))
        self._form.bar.set_bar(bar_of(card, datetime.now(UTC)), _window(card.presence))
        self._form.bar.show()
        count = len(card.punches)
        text = self.tr("Evidence, 1 punch") if count == 1 else self.tr("Evidence, {count} punches").format(count=count)
        self._form.count.setText(text)
        self._form.count.show()
        self._want([punch.id for punch in card.punches])

    def _want(self, punch_ids: Sequence[UUID]) -> None:
        if list(punch_ids) == list(self._punch_ids) and punch_ids:
            return  # the same day again: what is unfolded stays so
        self._punch_ids = punch_ids
        if self._task is not None:
            self._task.cancel()
        self._drop_cards()
        self._pause.start()

    def _head(self, title: str, chips: Sequence[ChipWords], words: str) -> None:
        self._form.title.setText(title)
        self._form.words.setText(words)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(kind, icon, word, self) for kind, icon, word in chips]
        for number, chip in enumerate(self._chips):
            self._form.chips.insertWidget(number, chip)
            chip.show()

    def _drop_cards(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards.clear()


def _window(presences: Sequence[Presence]) -> ClockWindow:
    """Return the hours around a day's stays, wide enough to be read."""
    known = [each for one in presences for each in (one.start, one.end) if each is not None]
    start = int(min(known) // 60) - 1
    first, last = clock_window(presences, start, start + _LEAST_HOURS + 2)
    return ClockWindow(first * 60, (last + 1) * 60)
