"""What a report is made of: days, people, format."""

from datetime import date
from enum import Enum

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from faceattend.domain.clock import day_here
from faceattend.domain.directory import GroupSize
from faceattend.services.reports import LONGEST_RANGE, ReportQuery
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_report_choices import Ui_ReportChoicesForm
from faceattend.ui.pages.reports_periods import Period, days_in_words, days_of, words_of
from faceattend.ui.widgets.field import mark_error

XLSX, CSV = ".xlsx", ".csv"


class _Who(Enum):
    """Choices of people that are no group."""

    EVERYONE = "everyone"
    CHOSEN = "chosen"


class ReportChoices(QWidget):
    """The fields at the left of the reports page.

    Signals:
        changed: something else is asked for; see :attr:`query`.
        format_changed: the file is of another format; see :attr:`suffix`.

    Thread: the GUI thread.
    """

    changed = Signal()
    format_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._today = day_here()
        self._form = Ui_ReportChoicesForm()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.setFocusProxy(self._form.period)
        self._form.format.set_options(((XLSX, self.tr("Excel")), (CSV, self.tr("CSV"))))
        for period in Period:
            self._form.period.addItem(words_of(period), period)
        self._form.people.addItem(self.tr("Everyone"), _Who.EVERYONE)
        self._form.people.addItem(self.tr("Chosen people"), _Who.CHOSEN)
        for field, day in zip((self._form.first, self._form.last), days_of(Period.OWN, self._today), strict=True):
            field.setDate(QDate(day.year, day.month, day.day))
            field.dateChanged.connect(self.on_changed)
        self._form.period.currentIndexChanged.connect(self.on_changed)
        self._form.people.currentIndexChanged.connect(self.on_changed)
        self._form.picker.changed.connect(self.on_changed)
        self._form.format.chosen.connect(self.on_format_chosen)
        self._show()

    @property
    def query(self) -> ReportQuery | None:
        """What is asked for; None while the fields cannot be used."""
        first, last = self._days()
        if self._problem(first, last):
            return None
        who: object = self._form.people.currentData()
        if who is _Who.CHOSEN:
            return ReportQuery(first, last, people=self._form.picker.chosen) if self._form.picker.chosen else None
        return ReportQuery(first, last, group=who if isinstance(who, str) else None)

    @property
    def suffix(self) -> str:
        """How the file's name ends."""
        return CSV if self._form.format.value() == CSV else XLSX

    @property
    def missing(self) -> str:
        """What has to be filled in before anything can be built; empty when nothing has."""
        return self._problem(*self._days()) or ("" if self.query else self.tr("Choose somebody to report on."))

    def open(self, desk: Desk) -> None:
        """Bring days and groups up to date."""
        self._desk = desk
        self._today = day_here()
        self._form.picker.open(desk)
        self._show()
        desk.questions.run(
            self,
            lambda: desk.station.reports.groups(desk.actor),
            done=self._show_groups,
            failed=desk.notices.failed.emit,
        )

    def choose_this_month(self) -> None:
        """Ask for this month."""
        self._form.period.setCurrentIndex(self._form.period.findData(Period.THIS_MONTH))

    def on_changed(self) -> None:
        """Show what belongs to the choice, and tell."""
        self._show()
        self.changed.emit()

    def on_format_chosen(self) -> None:
        """Say what the format is for, and tell."""
        self._show()
        self.format_changed.emit()

    def _show(self) -> None:
        own = self._form.period.currentData() == Period.OWN
        first, last = self._days()
        self._form.range.setVisible(own)
        self._form.days.setVisible(not own)
        self._form.days.setText(days_in_words(first, last))
        problem = self._problem(first, last)
        self._form.rangeError.tell(problem)
        mark_error(self._form.last, problem)
        self._form.picker.setVisible(self._form.people.currentData() is _Who.CHOSEN)
        hint = self.tr("For programs that import: the summary only.")
        self._form.formatHint.setText(hint if self.suffix == CSV else self.tr("All four sheets, to read and to print."))

    def _show_groups(self, groups: list[GroupSize]) -> None:
        combo = self._form.people
        kept: object = combo.currentData()
        with QSignalBlocker(combo):
            while combo.count() > len(_Who):
                combo.removeItem(1)
            for place, group in enumerate(groups, start=1):
                words = self.tr("{group} ({count})").format(group=group.name, count=group.people)
                combo.insertItem(place, words, group.name)
            names = [combo.itemData(place) for place in range(combo.count())]
            combo.setCurrentIndex(names.index(kept) if kept in names else 0)
        if combo.currentData() != kept:  # the group is gone, and so is what was shown of it
            self.on_changed()

    def _days(self) -> tuple[date, date]:
        period = Period(self._form.period.currentData())
        if period is not Period.OWN:
            return days_of(period, self._today)
        first, last = (_date_of(field.date()) for field in (self._form.first, self._form.last))
        return first, last

    def _problem(self, first: date, last: date) -> str:
        if last < first:
            return self.tr("The last day lies before the first. Turn them round.")
        if last - first >= LONGEST_RANGE:
            return self.tr("More than {days} days. Make several reports.").format(days=LONGEST_RANGE.days)
        return ""


def _date_of(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
