"""The preview's card: the file's name, its sheets, and what stands there while there is none."""

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from faceattend.services.reports import BuiltReport, ReportStep, Sheet
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_report_card import Ui_ReportCardForm
from faceattend.ui.models.sheet import SheetModel, grouped_count, tab_separated
from faceattend.ui.widgets.icon_mark import IconMark

_SKELETON_AFTER_MS = 300
_DAYS = 1
"""Place of the sheet of days among the sheets."""

_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ReportCard(QFrame):
    """Shows the sheets of a report exactly as they will be written.

    Signals:
        acted: the button that stands where there is no preview was pressed.
        stopped: do not go on building it.

    Thread: the GUI thread.
    """

    acted = Signal()
    stopped = Signal()

    _desk: Desk | None = None
    _report: BuiltReport | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = 0
        self._form = Ui_ReportCardForm()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._icon = IconMark("file-spreadsheet", "ok")
        self._form.cardHead.insertWidget(0, self._icon)
        self._model = SheetModel(self)
        self._form.sheet.setModel(self._model)
        self._form.totals.follow(self._form.sheet)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SKELETON_AFTER_MS)
        self._wait.timeout.connect(self.on_waited)
        self.setFocusProxy(self._form.sheet)
        self._connect()

    def open(self, desk: Desk) -> None:
        """Work at this desk."""
        self._desk = desk

    def name(self, file: str, sheets: int) -> None:
        """Say how the file will be called, and how many of the sheets it will hold, counted from the first."""
        self._form.file.setText(file)
        self._icon.setVisible(bool(file))
        self._sheets = sheets
        if self._report is not None:
            self._turn_to(self._show_tabs(self._report))

    def wait(self) -> None:
        """Wait for a report; its shape is shown when that takes long."""
        self._report = None  # what is still shown is no longer what will be written
        self._form.rows.setText(self.tr("Building the preview"))
        if not self._wait.isActive() and self._form.stack.currentWidget() is not self._form.waitPage:
            self._wait.start()

    def step(self, step: ReportStep) -> None:
        """Tell how far it is."""
        words = self.tr("Reading attendance: {done} of {total} people")
        said = words.format(done=grouped_count(step.done), total=grouped_count(step.total))
        self._form.building.step(step.done, step.total or None, said if step.total else "")

    def show_report(self, report: BuiltReport) -> None:
        """Show a report; where the reader was in the one before, they are again."""
        self._settle()
        self._report = report
        self._show_sheet(self._show_tabs(report))
        self._form.stack.setCurrentWidget(self._form.sheetPage)

    def say_instead(self, title: str, text: str, action: str = "") -> None:
        """Say why there is no preview, and name the way out."""
        self._settle()
        self._report = None
        self._model.show(None)
        self._form.rows.setText("")
        self._form.tabs.show_titles([])
        self._form.empty.tell("file-spreadsheet", title, text, action)
        self._form.stack.setCurrentWidget(self._form.emptyPage)

    def say_older(self) -> None:
        """Say that punches have come in since what is shown was built."""
        self._form.rows.setText(self.tr("Built before the latest punches"))

    def show_next_to_check(self) -> None:
        """Go to the next day that somebody should look at."""
        self._form.tabs.setCurrentIndex(_DAYS)
        current = self._form.sheet.currentIndex()
        row = self._model.next_to_check(current.row() if current.isValid() else -1)
        if row is not None:
            self._form.sheet.setFocus()
            self._form.sheet.setCurrentIndex(self._model.index(row, self._model.columnCount() - 1))

    def on_waited(self) -> None:
        """Show the shape of what is being built."""
        self._form.building.start(self.tr("Reading attendance"))
        self._form.stack.setCurrentWidget(self._form.waitPage)
        self._form.tabs.setEnabled(False)

    def on_tab(self, place: int) -> None:
        """Show another sheet."""
        if self._report is not None and place >= 0:
            self._turn_to(self._report.table.sheets[place])

    def on_copy(self) -> None:
        """Copy the selected cells so that a spreadsheet pastes them as cells."""
        sheet, desk = self._model.sheet, self._desk
        if sheet is None or desk is None:
            return
        rows, columns = self._form.sheet.selected_cells()
        if not columns:
            return
        point = QLocale().decimalPoint()
        # a million rows take a moment to write down
        desk.questions.run(
            self,
            lambda: tab_separated(sheet, rows, columns, point),
            done=self._copied,
            failed=desk.notices.failed.emit,
        )

    def _connect(self) -> None:
        self._form.tabs.currentChanged.connect(self.on_tab)
        self._form.empty.acted.connect(self.acted)
        self._form.building.cancelled.connect(self.stopped)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._form.sheet, self.on_copy)
        copy.setContext(_WITHIN)
        for key, move in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(key), self)
            turn.activated.connect(self._form.tabs.next if move > 0 else self._form.tabs.before)

    def _settle(self) -> None:
        self._wait.stop()
        self._form.building.finish()
        self._form.tabs.setEnabled(True)

    def _show_tabs(self, report: BuiltReport) -> Sheet:
        """Offer the sheets; return the one that is to be shown."""
        sheets = report.table.sheets[: self._sheets]
        self._form.tabs.show_titles([sheet.title for sheet in sheets])
        return report.table.sheets[max(self._form.tabs.currentIndex(), 0)]

    def _turn_to(self, sheet: Sheet) -> None:
        if sheet is not self._model.sheet:  # to show it anew stood still for 40 ms
            self._show_sheet(sheet)

    def _show_sheet(self, sheet: Sheet) -> None:
        before, bar = self._model.sheet, self._form.sheet.verticalScrollBar()
        same = before is not None and before.title == sheet.title
        place, current = (bar.value(), self._form.sheet.currentIndex()) if same else (0, None)
        spot = None if current is None or not current.isValid() else (current.row(), current.column())
        self._model.show(sheet)
        self._form.sheet.fit()
        self._form.totals.setVisible(bool(sheet.totals))
        words = (
            self.tr("1 row, exactly what will be written")
            if len(sheet.rows) == 1
            else self.tr("{count} rows, exactly what will be written")
        )
        self._form.rows.setText(words.format(count=grouped_count(len(sheet.rows))))
        if spot is not None:
            self._form.sheet.setCurrentIndex(self._model.index(*spot))
        bar.setValue(place)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        if self._desk is not None:
            self._desk.notices.said.emit(self.tr("Cells copied"), None)
