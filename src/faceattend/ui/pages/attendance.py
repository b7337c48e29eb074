"""The attendance page: who came when, at a glance; the evidence of a day beside it; punches added by hand."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionRange, QLocale, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from faceattend.domain.access import PERMISSIONS, Permission
from faceattend.domain.timecards import RosterQuery
from faceattend.services.timecards import Choices, Roster, Totals
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.manual_punch import ManualPunchDialog
from faceattend.ui.forms.ui_attendance import Ui_Attendance
from faceattend.ui.keys import LetterKey
from faceattend.ui.models.attendance import AttendanceModel, DayCell
from faceattend.ui.models.attendance_copy import copied
from faceattend.ui.models.attendance_days import ShownDays, Stretch, rest_days, this_one, title
from faceattend.ui.models.attendance_words import hours
from faceattend.ui.pages.attendance_calendar import choose_day
from faceattend.ui.pages.attendance_filters import AttendanceFilters
from faceattend.ui.pages.attendance_reading import AttendanceReader
from faceattend.ui.pages.page import Page
from faceattend.ui.widgets.table_looks import VALUE_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

_NARROW_PX = 1140  # LOOK.md: in a window below 1200, of which the rail takes 56, the pane covers the page
_LEAST_PX = 480
_MINUTE_MS = 60_000


class AttendancePage(Page):
    """Days of people as bars.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        parent: the window's stack.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_Attendance()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._model = AttendanceModel(self)
        self._reader = AttendanceReader(desk, self._model, self)
        self._filters = AttendanceFilters(self._form.search, self._form.group, self._form.camera, self._form.state)
        self._days = ShownDays(Stretch.WEEK, self._today(), QLocale().firstDayOfWeek().value)
        self._chosen: tuple[UUID, date] | None = None
        self._pane_wanted, self._anybody = True, True
        self._way_out: Callable[[], None] = self._filters.clear  # what the button does where nobody is shown
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._dress()
        self._connect()
        self._listen()

    def entered(self) -> None:
        """Bring the choices and the days up to date."""
        self._minute.start()
        self.on_choices_changed()
        self._ask()
        self._form.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self) -> None:
        """Let the clock rest."""
        self._minute.stop()

    def search_field(self) -> QWidget:
        """Return the search by name or number."""
        return self._form.search

    def panes(self) -> tuple[QWidget, ...]:
        """Return grid and pane."""
        return (self._form.grid, self._form.pane) if self._form.pane.isVisible() else (self._form.grid,)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys."""
        return (
            ("D / W / M", self.tr("Day, week, month")),
            ("T", self.tr("Back to the present")),
            ("G", self.tr("Choose a day in the calendar")),
            ("Ctrl+←", self.tr("Earlier")),
            ("Ctrl+→", self.tr("Later")),
            ("A", self.tr("Add a punch by hand")),
            ("Enter", self.tr("Evidence of the chosen day")),
            ("Ctrl+C", self.tr("Copy as a table")),
        )

    def on_choices_changed(self) -> None:
        """Groups or cameras are others now."""
        service, actor = self.desk.station.timecards, self.desk.actor
        self.desk.questions.run(
            self, lambda: service.choices(actor), done=self._offer, failed=self.desk.notices.failed.emit
        )

    def on_recorded(self, recorded: Any) -> None:  # noqa: ANN401 - a signal's payload: workers.recorder.Recorded
        """A camera saw somebody: only a punch changes anything here."""
        if recorded.punch is not None and self.isVisible():
            self._reader.note(recorded.punch.person_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show grid and pane side by side, or one over the other."""
        super().resizeEvent(event)
        self._arrange()

    def _dress(self) -> None:
        form = self._form
        self._form.grid.show_model(self._model)
        form.stretch.set_options(
            [(Stretch.DAY, self.tr("Day")), (Stretch.WEEK, self.tr("Week")), (Stretch.MONTH, self.tr("Month"))]
        )
        form.stretch.choose(Stretch.WEEK)
        form.pane.attach(self.desk)
        allowed = Permission.ADD_PUNCHES in PERMISSIONS[self.desk.actor.role]
        form.add.setVisible(allowed)
        form.pane.allow_adding(allowed)
        form.range.setMinimumWidth(150)
        self.setMinimumSize(_LEAST_PX, _LEAST_PX)  # not that of grid and pane together: where it is narrow one covers

    def _connect(self) -> None:
        form = self._form
        form.before.clicked.connect(lambda: self._show(self._days.stepped(forward=False)))
        form.after.clicked.connect(lambda: self._show(self._days.stepped(forward=True)))
        form.present.clicked.connect(lambda: self._go_to(self._today()))
        form.range.clicked.connect(lambda: choose_day(form.range, self._days.anchor, self._go_to))
        form.stretch.chosen.connect(self._show_stretch)
        form.copy.clicked.connect(self._copy)
        form.add.clicked.connect(self._add)
        form.grid.looked.connect(self._model.look)
        form.grid.activated.connect(self._open)
        form.grid.clicked.connect(self._open_pane)
        form.grid.selectionModel().currentChanged.connect(self._choose)
        form.pane.closed.connect(self._close_pane)
        form.pane.add_wanted.connect(self._add)
        self._model.dataChanged.connect(self._follow)
        self._filters.changed.connect(self._ask)
        self._form.empty.acted.connect(self._leave_nobody)
        self._reader.answered.connect(self._answer)
        self._reader.summed.connect(self._sum_up)
        self._reader.troubled.connect(self.desk.notices.failed)

    def _listen(self) -> None:
        changes = self.desk.changes
        changes.attendance.connect(self._reader.renew)
        changes.people.connect(self._ask_if_visible)
        changes.people.connect(self.on_choices_changed)
        changes.cameras.connect(self.on_choices_changed)
        self.desk.pipeline.recorded.connect(self.on_recorded)
        self._minute.timeout.connect(self._form.grid.viewport().update)
        for letter, stretch in (("D", Stretch.DAY), ("W", Stretch.WEEK), ("M", Stretch.MONTH)):
            LetterKey(self, letter, lambda chosen=stretch: self._show_stretch(chosen))
        LetterKey(self, "T", self._form.present.click)
        LetterKey(self, "G", self._form.range.click)
        LetterKey(self, "A", self._form.add.click)
        for keys, act in (
            (QKeySequence("Ctrl+Left"), self._form.before.click),
            (QKeySequence("Ctrl+Right"), self._form.after.click),
        ):
            QShortcut(keys, self, context=_WITHIN).activated.connect(act)
        QShortcut(QKeySequence.StandardKey.Copy, self._form.grid, context=_WITHIN).activated.connect(self._copy)
        QShortcut(QKeySequence("Esc"), self._form.pane, context=_WITHIN).activated.connect(self._close_pane)

    def _today(self) -> date:
        return self._model.now().astimezone().date()

    def _go_to(self, day: date) -> None:
        self._show(ShownDays(self._days.stretch, day, self._days.week_start))

    def _show_stretch(self, stretch: Stretch) -> None:
        anchor = self._chosen[1] if self._chosen is not None and self._chosen[1] in self._days else self._days.anchor
        self._form.stretch.choose(stretch)
        self._form.grid.set_stretch(stretch)
        self._form.legend.explain(stretch)
        self._show(ShownDays(stretch, anchor, self._days.week_start))

    def _show(self, days: ShownDays) -> None:
        self._days = days
        self._ask()

    def _ask_if_visible(self) -> None:
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        days = self._days
        rest = () if days.stretch is Stretch.DAY else rest_days(QLocale(), days.days)
        query = RosterQuery(days.first, days.last, *self._filters.chosen())
        self._form.present.setText(this_one(days.stretch))
        self._form.present.setEnabled(self._today() not in days)
        self._name_days(tuple(day for day in days.days if day not in rest) or days.days)
        self._reader.ask(query, days.days, rest)

    def _name_days(self, columns: tuple[date, ...]) -> None:
        text = title(QLocale(), columns, self._days.stretch)
        self._form.range.setText(text)
        self._form.range.setAccessibleName(self.tr("{days}, choose a day").format(days=text))

    def _offer(self, choices: Choices) -> None:
        self._filters.offer(choices)

    def _answer(self, roster: Roster) -> None:
        self._name_days(self._model.days)
        self._anybody = len(roster.ids) > 0
        self._form.totals.setText(self._people_words(len(roster.ids)))
        self._form.views.setCurrentWidget(self._form.card if self._anybody else self._form.nobody)
        self._form.legend.setVisible(self._anybody)
        self._form.totals.setVisible(self._anybody)
        self._arrange()
        if not self._anybody:
            self._tell_nobody()
        found = self._model.find(*self._chosen) if self._chosen is not None else QModelIndex()
        if found.isValid():
            self._form.grid.setCurrentIndex(found)
        else:
            self._form.pane.show_nothing()

    def _tell_nobody(self) -> None:
        empty = self._form.empty
        if self._filters.narrow:
            text = self.tr("Nobody with this name, group, camera and state on these days.")
            empty.tell("search-x", self.tr("Nobody matches"), text, self.tr("Show everybody"))
            self._way_out = self._filters.clear
            return
        title = self.tr("Nobody is enrolled on these days")
        if self._today() in self._days:
            text = self.tr("People appear here once they are enrolled, with what the cameras see of them.")
            allowed = Permission.MANAGE_PEOPLE in PERMISSIONS[self.desk.actor.role]
            empty.tell("users", title, text, self.tr("Enrol a person") if allowed else "")
            self._way_out = partial(self.wanted_task.emit, "people", "enrol")
        else:
            later = self.tr("Choose later days, or go back to the present.")
            earlier = self.tr("Choose earlier days, or go back to the present.")
            text = later if self._days.last < self._today() else earlier
            empty.tell("users", title, text, this_one(self._days.stretch))
            self._way_out = self._form.present.click

    def _leave_nobody(self) -> None:
        self._way_out()

    def _sum_up(self, totals: Totals | None) -> None:
        if totals is None:
            return
        parts = [
            self._people_words(totals.people),
            self.tr("{count} came").format(count=totals.came),
            self.tr("{count} to check").format(count=totals.to_check),
            self.tr("{hours} hours").format(hours=hours(totals.worked)),
        ]
        self._form.totals.setText("  ·  ".join(parts))

    def _people_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 person")
        return self.tr("{count} people").format(count=QLocale().toString(count))

    def _choose(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        card = self._model.timecard(current.row()) if current.isValid() else None
        if card is None:
            return
        value: Any = current.data(VALUE_ROLE)
        if isinstance(value, DayCell):
            self._chosen = (card.person.id, value.day)
            self._form.pane.show_day(card, value)
        else:
            self._form.pane.show_person(card, self._form.range.text())

    def _follow(self) -> None:
        """Rows came or changed: so may have the chosen one."""
        self._choose(self._form.grid.currentIndex())

    def _open_pane(self) -> None:
        self._pane_wanted = True
        self._arrange(opened=True)

    def _open(self, index: QModelIndex) -> None:
        self._choose(index)
        self._open_pane()
        self._form.pane.enter()

    def _close_pane(self) -> None:
        self._pane_wanted = False
        self._arrange()
        self._form.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, *, opened: bool = False) -> None:
        narrow = self.width() < _NARROW_PX
        wanted = self._pane_wanted and self._anybody  # where there is no day there is none to choose
        covers = narrow and wanted and (opened or self._form.main.isHidden())
        self._form.pane.set_covering(covers)
        self._form.pane.setVisible(covers or (wanted and not narrow))
        self._form.main.setVisible(not covers)

    def _copy(self) -> None:
        chosen = self._form.grid.selectionModel().selection()
        blocks: list[QItemSelectionRange] = [chosen.at(number) for number in range(chosen.count())]
        data, rows = copied(self._model, blocks)
        QGuiApplication.clipboard().setMimeData(data)
        self.desk.notices.said.emit(
            self.tr("Copied 1 row") if rows == 1 else self.tr("Copied {count} rows").format(count=rows), None
        )

    def _add(self) -> None:
        current = self._form.grid.currentIndex()
        card = self._model.timecard(current.row()) if current.isValid() else None
        value: Any = current.data(VALUE_ROLE) if current.isValid() else None
        day = value.day if isinstance(value, DayCell) else min(self._days.last, self._today())
        dialog = ManualPunchDialog(self.desk, self, card.person if card is not None else None, day)
        dialog.open()


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
