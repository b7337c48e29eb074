"""The card that says what a report adds up to, and what to do before it is paid."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from faceattend.services.reports import BuiltReport, CellKind
from faceattend.ui.forms.ui_report_sums import Ui_ReportSumsForm
from faceattend.ui.models.sheet import grouped, grouped_count
from faceattend.ui.widgets.icon_mark import IconMark


class ReportSums(QFrame):
    """Control totals, how many days somebody should look at, and how many people are still inside.

    Signals:
        asked: show the next of those days.

    Thread: the GUI thread.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_ReportSumsForm()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._icon = IconMark("sigma", "text2")
        self._form.head.insertWidget(0, self._icon)
        self._form.head.setStretch(1, 1)
        self._form.show.clicked.connect(self.asked)
        self.wait(asked=False)

    def wait(self, *, asked: bool) -> None:
        """Say nothing yet.

        Args:
            asked: whether a report is being built.
        """
        title = self.tr("Adding up") if asked else self.tr("Nothing to add up yet")
        self._tell("sigma", "text3", title, self.tr("The totals stand here before anything is written."))
        for label in self._values():
            label.setText("")
        self._count_inside(0)
        self._form.show.hide()

    def tell(self, report: BuiltReport) -> None:
        """Say what a report adds up to."""
        sums = report.totals
        values = (sums.people, sums.days, sums.worked, sums.punches)
        kinds = (CellKind.INTEGER, CellKind.INTEGER, CellKind.HOURS, CellKind.INTEGER)
        for label, kind, value in zip(self._values(), kinds, values, strict=True):
            label.setText(grouped(kind, value))
        self._count_inside(report.inside)
        if report.to_check:
            self._warn(report.to_check, report.inside)
        elif report.inside:
            self._tell("info", "text2", self.tr("Not complete yet"), self._still_to_come(report.inside))
        elif sums.punches:
            said = self.tr("Every entry has its exit. The totals are those of the sheet Totals.")
            self._tell("circle-check", "ok", self.tr("No days to check"), said)
        else:
            said = self.tr("All hours are zero. Check the period, and that the cameras saw people.")
            self._tell("info", "text2", self.tr("No punches in this period"), said)
        self._form.show.setVisible(report.to_check > 0)

    def _count_inside(self, people: int) -> None:
        self._form.inside.setText(grouped_count(people))
        for label in (self._form.insideLabel, self._form.inside):
            label.setVisible(people > 0)

    def _still_to_come(self, inside: int) -> str:
        if inside == 1:
            return self.tr("1 person has not left yet. Their time is counted once their exit is seen.")
        people = grouped_count(inside)
        return self.tr("{count} people have not left yet. Their time is counted once their exit is seen.").format(
            count=people
        )

    def _warn(self, days: int, inside: int) -> None:
        title = self.tr("1 day to check") if days == 1 else self.tr("{count} days to check")
        means = self.tr(
            "An entry or exit is missing there, or was noted twice. A stay without its end counts no hours: add the "
            "missing punch in Attendance before you pay."
        )
        also = f" {self._still_to_come(inside)}" if inside else ""
        self._tell("triangle-alert", "warn", title.format(count=grouped_count(days)), means + also)

    def _tell(self, icon: str, token: str, title: str, meaning: str) -> None:
        self._icon.show_icon(icon, token)
        self._form.title.setText(title)
        self._form.meaning.setText(meaning)

    def _values(self) -> tuple[QLabel, ...]:
        form = self._form
        return form.people, form.days, form.hours, form.punches
