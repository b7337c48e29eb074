"""What the attendance page asks of the services, in the order in which it is seen: people, their days, the sums."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from faceattend.domain.timecards import PresenceState, RosterQuery
from faceattend.services.timecards import Roster, Timecard, Totals
from faceattend.ui.desk import Desk
from faceattend.ui.models.attendance import AttendanceModel

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task

_SKELETON_MS = 300  # LOOK.md: shapes after 300 ms, so that what is soon there does not flicker
_SKELETON_ROWS = 12
_SETTLE_MS = 300  # punches of a crowd come one after the other
_SUMS_MS = 3000  # sums are worked out of everybody's punches: not with each of them


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked last: whom, and the columns as far as they are known before the answer."""

    query: RosterQuery
    days: tuple[date, ...]
    rest: tuple[date, ...]

    @property
    def working(self) -> tuple[date, ...]:
        return tuple(day for day in self.days if day not in self.rest) or self.days

    def columns(self, roster: Roster) -> tuple[date, ...]:
        return tuple(day for day in self.days if day not in self.rest or day in roster.rest_days) or self.days


class AttendanceReader(QObject):
    """Fills the model. A later question makes the answers to earlier ones void.

    Signals:
        answered(object): the Roster that the model shows now.
        summed(object): Totals of it, or None where they are not worked out.
        troubled(object): the error that kept a question from being answered.

    Thread: the GUI thread; all reading is done in the pool.

    Args:
        desk: the services and the pool.
        model: what is filled.
        parent: the page.
    """

    answered = Signal(object)
    summed = Signal(object)
    troubled = Signal(object)

    def __init__(self, desk: Desk, model: AttendanceModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._asked: _Asked | None = None
        self._roster: Roster | None = None
        self._tasks: list[Task] = []
        self._changed: set[UUID] = set()
        self._skeleton = _timer(self, _SKELETON_MS, self.on_slow)
        self._settle = _timer(self, _SETTLE_MS, self.on_settled)
        self._sums = _timer(self, _SUMS_MS, self.on_sums_due)
        model.wanted.connect(self.on_rows_wanted)

    def ask(self, query: RosterQuery, days: tuple[date, ...], rest: tuple[date, ...]) -> None:
        """Ask for other people or days; of the rest days only those are shown on which somebody came."""
        self._asked = asked = _Asked(query, days, rest)
        self._roster = None
        self._skeleton.start()
        self._cancel()
        hidden = rest if len(days) > len(rest) else ()
        service, actor, now = self._desk.station.timecards, self._desk.actor, self._model.now()

        def show(roster: Roster) -> None:
            self._show(asked, roster)

        task = self._desk.questions.run(
            self, lambda: service.roster(actor, query, now, hidden), done=show, failed=self.on_failed
        )
        self._tasks.append(task)

    def renew(self) -> None:
        """Somebody's attendance was changed by hand: read again what is shown."""
        if self._asked is None:
            return
        if self._roster is None or self._asked.query.state is not PresenceState.EVERYBODY:
            self.ask(self._asked.query, self._asked.days, self._asked.rest)
            return
        self._model.renew(set(self._model.loaded.values()))
        self._sum()

    def note(self, person_id: UUID) -> None:
        """A camera saw somebody: read their row again, soon and together with others."""
        self._changed.add(person_id)
        if not self._settle.isActive():
            self._settle.start()

    def on_settled(self) -> None:
        """Read the rows of those who were seen."""
        changed, self._changed = self._changed, set()
        self._model.renew(changed)
        if not self._sums.isActive():
            self._sums.start()

    def on_sums_due(self) -> None:
        """Work the sums out again."""
        self._sum()

    def on_slow(self) -> None:
        """The answer takes its time: show the shapes of rows."""
        if self._asked is not None and self._roster is None:
            self._model.wait(_SKELETON_ROWS, self._asked.working)

    def on_rows_wanted(self, person_ids: tuple[UUID, ...]) -> None:
        """Read rows that came into view."""
        if self._asked is None:
            return
        asked, service, actor, now = self._asked, self._desk.station.timecards, self._desk.actor, self._model.now()

        def take(cards: Mapping[UUID, Timecard]) -> None:
            if asked is self._asked:
                self._model.take(person_ids, cards)

        def fail(error: Exception) -> None:
            if asked is self._asked:
                self._model.refuse(person_ids)
                self.on_failed(error)

        self._desk.questions.run(
            self, lambda: service.cards(actor, asked.query, person_ids, now), done=take, failed=fail
        )

    def on_failed(self, error: Exception) -> None:
        """Tell why there is nothing to see."""
        self._skeleton.stop()
        self.troubled.emit(error)

    def _show(self, asked: _Asked, roster: Roster) -> None:
        self._skeleton.stop()
        self._roster = roster
        self._model.show_people(roster.ids, asked.columns(roster))
        self.answered.emit(roster)
        self._sum()

    def _sum(self) -> None:
        roster, service, actor, now = self._roster, self._desk.station.timecards, self._desk.actor, self._model.now()
        if roster is None:
            return

        def show(totals: Totals | None) -> None:
            if roster is self._roster:
                self.summed.emit(totals)

        task = self._desk.questions.run(
            self, lambda: service.totals(actor, roster, now), done=show, failed=self.on_failed
        )
        self._tasks = [*(each for each in self._tasks if each.running), task]

    def _cancel(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()


def _timer(owner: AttendanceReader, after_ms: int, act: object) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(act)
    return timer
