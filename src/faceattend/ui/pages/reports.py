"""The reports page: what to report at the left, the very sheet that will be written at the right."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from faceattend.domain.access import PERMISSIONS, Permission
from faceattend.domain.clock import day_here
from faceattend.services.reports import BuiltReport, Comparison
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.compare_exports import CompareExportsDialog
from faceattend.ui.explanation import explain
from faceattend.ui.forms.ui_reports import Ui_Reports
from faceattend.ui.pages.page import Page
from faceattend.ui.pages.reports_building import PreviewBuilder
from faceattend.ui.pages.reports_choices import CSV
from faceattend.ui.pages.reports_periods import Period, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

_RECORDED_PAUSE_MS = 30_000
_SOON_BUILT = 50_000
"""Punches: a report of more takes so long that new ones do not build it again by themselves."""

_SHEETS = 4


class ReportsPage(Page):
    """Shows a report as it will be written, writes it, and compares it with the last one.

    Thread: the GUI thread.
    """

    _report: BuiltReport | None = None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_Reports()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._builder = PreviewBuilder(desk, self)
        self._way_out: Callable[[], None] = self._build  # what the button does where there is no preview
        self._recorded = QTimer(self)
        self._recorded.setObjectName("recorded")
        self._recorded.setSingleShot(True)
        self._recorded.setInterval(_RECORDED_PAUSE_MS)
        self._recorded.timeout.connect(self.on_recorded_pause)
        self._form.strip.open(desk)
        self._form.card.open(desk)
        self._connect()
        self._connect_desk()
        self._tell()

    def entered(self) -> None:
        """Bring days, groups and preview up to date."""
        self._form.choices.open(self.desk)
        self._ask(at_once=True)

    def left(self) -> None:
        """Stop building what nobody looks at; an export goes on."""
        self._recorded.stop()
        self._builder.ask(None)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the choices and the sheet."""
        return self._form.choices, self._form.card

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's keys."""
        return (
            ("Ctrl+E", self.tr("Export")),
            ("Ctrl+C", self.tr("Copy the selected cells")),
            ("Ctrl+PgDn", self.tr("Next sheet")),
            ("Ctrl+PgUp", self.tr("Sheet before")),
        )

    def on_changed(self) -> None:
        """Build another preview: something else is asked for, or something has happened."""
        if self.isVisible():
            self._ask()

    def on_recorded(self) -> None:
        """A camera has made a punch: build anew before long, if it may belong to the report."""
        if self._report is not None and self._report.query.last >= day_here() and not self._recorded.isActive():
            self._recorded.start()

    def on_recorded_pause(self) -> None:
        """Build anew, quietly, unless that takes long: then say that punches have come in."""
        report = self._report
        if report is None or self._builder.busy:
            return
        if report.totals.punches > _SOON_BUILT:
            self._form.card.say_older()
        else:
            self._builder.ask(report.query, at_once=True)

    def on_built(self, report: BuiltReport) -> None:
        """Show a report."""
        self._report = report
        if report.totals.people:
            self._form.card.show_report(report)
        else:
            self._say_why_empty(report)
        self._form.sums.tell(report)
        self._tell()

    def on_cancelled(self) -> None:
        """Say that the preview was left."""
        text = self.tr("It can be exported without a preview. Fewer days or people make it faster.")
        self._say_instead(self.tr("No preview was built"), text, self.tr("Build the preview"))

    def on_export(self) -> None:
        """Write the report."""
        query = self._form.choices.query
        if query is not None:
            self._form.strip.export(query, self._form.choices.suffix)

    def on_written(self, report: BuiltReport) -> None:
        """Show the very report that stands in the file, if it is still the one asked for."""
        if report.query == self._form.choices.query:
            self._builder.ask(None)
            self.on_built(report)

    def on_compare(self) -> None:
        """Look up what has changed since the last export of these days."""
        report = self._report
        if report is None:
            return
        self._form.compare.setEnabled(False)
        self.desk.questions.run(
            self,
            lambda: self.desk.station.reports.compare(self.desk.actor, report),
            done=self._show_comparison,
            failed=self._not_compared,
        )

    def _connect(self) -> None:
        form = self._form
        form.choices.changed.connect(self.on_changed)
        form.choices.format_changed.connect(self._tell)
        form.sums.asked.connect(form.card.show_next_to_check)
        form.card.acted.connect(self._leave_empty)
        form.card.stopped.connect(self._builder.cancel)
        form.export.clicked.connect(self.on_export)
        form.compare.clicked.connect(self.on_compare)
        form.strip.written.connect(self.on_written)
        form.strip.started.connect(self._tell)
        form.strip.ended.connect(self._tell)
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(form.export.animateClick)

    def _connect_desk(self) -> None:
        self._builder.stepped.connect(self._form.card.step)
        self._builder.built.connect(self.on_built)
        self._builder.failed.connect(self._say_error)
        self._builder.cancelled.connect(self.on_cancelled)
        self.desk.changes.people.connect(self.on_changed)
        self.desk.changes.cameras.connect(self.on_changed)
        self.desk.changes.attendance.connect(self.on_changed)
        self.desk.pipeline.recorded.connect(self.on_recorded)

    def _build(self) -> None:
        self._ask(at_once=True)

    def _ask(self, *, at_once: bool = False) -> None:
        query = self._form.choices.query
        self._report = None
        self._form.sums.wait(asked=query is not None)
        self._builder.ask(query, at_once=at_once)
        if query is None:
            self._say_instead(self.tr("Nothing to report on yet"), self._form.choices.missing)
        else:
            self._form.card.wait()
        self._tell()

    def _say_why_empty(self, report: BuiltReport) -> None:
        query = report.query
        if query.group is not None or query.people is not None:
            text = self.tr("Nobody of those asked for belongs to these days. Choose other days or people.")
            self._say_instead(self.tr("The report is empty"), text)
        elif query.last < day_here():
            text = self.tr("Nobody was on the list yet.")
            self._say_instead(self.tr("Nobody is enrolled on these days"), text, words_of(Period.THIS_MONTH))
            self._way_out = self._form.choices.choose_this_month
        else:
            text = self.tr("People appear in the report once they are enrolled.")
            allowed = Permission.MANAGE_PEOPLE in PERMISSIONS[self.desk.actor.role]
            action = self.tr("Enrol a person") if allowed else ""
            self._say_instead(self.tr("Nobody is enrolled on these days"), text, action)
            self._way_out = partial(self.wanted_task.emit, "people", "enrol")

    def _say_error(self, error: Exception) -> None:
        """Say what went wrong, what it means, what to do."""
        said = explain(error)
        title = said.what if said.expected else self.tr("The preview could not be built")
        self._say_instead(title, said.rest, self.tr("Try again"))

    def _say_instead(self, title: str, text: str, action: str = "") -> None:
        """Say why there is no preview; the button, if there is one, builds it."""
        self._way_out = self._build
        self._form.card.say_instead(title, text, action)

    def _leave_empty(self) -> None:
        self._way_out()

    def _tell(self) -> None:
        """Say what can be done now, and how the file will be called."""
        form, query = self._form, self._form.choices.query
        csv = form.choices.suffix == CSV
        form.export.setText(self.tr("Export CSV") if csv else self.tr("Export Excel"))
        form.export.setEnabled(query is not None and not form.strip.busy)
        form.export.setToolTip(
            form.choices.missing or (self.tr("A report is being written.") if form.strip.busy else "")
        )
        form.compare.setEnabled(self._report is not None)
        form.compare.setToolTip("" if self._report else self.tr("The preview is not there yet."))
        form.card.name(query.file_name(form.choices.suffix) if query else "", 1 if csv else _SHEETS)

    def _show_comparison(self, comparison: Comparison | None) -> None:
        self._tell()
        if comparison is None:
            self.desk.notices.said.emit(self.tr("These days were not exported before: nothing to compare with."), None)
        elif self._report is not None:
            CompareExportsDialog(self.desk, comparison, self).open()

    def _not_compared(self, error: Exception) -> None:
        self._tell()
        self.desk.notices.failed.emit(error)
