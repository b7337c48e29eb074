"""What has changed since the last export: people, figures before and now, and the totals."""

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QWidget

from faceattend.domain.access import user_name
from faceattend.services.reports import Comparison, decimal_hours
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_compare_exports import Ui_CompareExportsForm
from faceattend.ui.models.differences import DifferencesModel, signed_hours
from faceattend.ui.models.sheet import grouped_count, grouped_hours
from faceattend.ui.translation import spoken
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.sheet import Sheet
from faceattend.ui.widgets.table_looks import install_table

_ROW_PX = 32
_WIDTH = 960


class CompareExportsDialog(Sheet):
    """Shows a comparison; nothing is changed by it.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        comparison: what differs from which export.
        parent: anything in the window that it lies over.
    """

    def __init__(self, desk: Desk, comparison: Comparison, parent: QWidget | None) -> None:
        super().__init__(self.tr("Compare with the last export"), parent, width=_WIDTH)
        self._desk = desk
        self._comparison = comparison
        content = QWidget(self)
        self._form = Ui_CompareExportsForm()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        self._model = DifferencesModel(comparison, self)
        self._show_table()
        self._tell()
        self._add_buttons()

    def on_copy(self) -> None:
        """Copy the whole table, to be pasted into a spreadsheet or a message."""
        self._desk.questions.run(self, self._model.as_text, done=self._copied, failed=self._desk.notices.failed.emit)

    def _show_table(self) -> None:
        table = self._form.table
        install_table(table, _ROW_PX)
        table.setModel(self._model)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(50)  # the rows in view, not fifty thousand
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        differ = bool(self._comparison.differences)
        table.setVisible(differ)
        self._form.same.setVisible(not differ)
        self._form.same.tell(
            "circle-check",
            self.tr("No difference"),
            self.tr("Every person’s days and hours are those of the last export."),
        )

    def _tell(self) -> None:
        export, form = self._comparison.export, self._form
        made = QDateTime.fromSecsSinceEpoch(int(export.made_at.timestamp()))
        when = QLocale().toString(made.date(), QLocale.FormatType.LongFormat)
        words = self.tr("{file}, written on {day} at {time} by {name}, beside the report as it is now.")
        name = spoken(user_name(export.made_by))
        form.text.setText(words.format(file=export.file, day=when, time=made.toString("HH:mm"), name=name))
        form.other.setVisible(not self._comparison.same_scope)
        form.other.tell(
            "warn",
            self.tr("The last export was about other people"),
            self.tr("Who is new or no longer there below may only not have been asked for."),
        )
        form.sums.setText(self._sums())

    def _sums(self) -> str:
        before, now = self._comparison.export.totals, self._comparison.totals
        words = self.tr("People: {people_before} before, {people} now. Hours: {hours_before} before, {hours} now, {by}")
        return words.format(
            people_before=grouped_count(before.people),
            people=grouped_count(now.people),
            hours_before=grouped_hours(decimal_hours(before.worked)),
            hours=grouped_hours(decimal_hours(now.worked)),
            by=signed_hours(decimal_hours(now.worked - before.worked)),
        )

    def _add_buttons(self) -> None:
        copy = KeyButton(self.tr("Copy as table"), key="Ctrl+C", icon="copy")
        copy.setAutoDefault(False)
        copy.setEnabled(bool(self._comparison.differences))
        copy.clicked.connect(self.on_copy)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, copy.click)
        close = KeyButton(self.tr("Close"), key=self.tr("Esc"))
        close.clicked.connect(self.reject)
        self.foot.addWidget(copy)
        self.foot.addWidget(close)
        close.setDefault(True)
        count = len(self._comparison.differences)
        differ = self.tr("1 person differs") if count == 1 else self.tr("{count} people differ")
        self.tell(differ.format(count=grouped_count(count)) if count else "")
        (self._form.table if count else close).setFocus()

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.tell(self.tr("Copied"))
