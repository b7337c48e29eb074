"""Writing a report to a file: where to, how far it is, and what became of it."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from faceattend.services.reports import ExportResult, ReportQuery, ReportStep, Stage
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_report_export import Ui_ReportExportForm
from faceattend.ui.last_folder import Files, keep_folder, last_folder
from faceattend.ui.models.sheet import grouped_count, grouped_hours
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.workers.tasks import Task

_FOLDER_PX = 320  # for the name of the folder; the tooltip has all of it


class ExportStrip(QFrame):
    """Tells of the export under way, and of the last one. Hidden while there is nothing to tell.

    Signals:
        started: a report is being written.
        written(BuiltReport): it stands in its file; this is what it says.
        ended: it is being written no longer, whatever became of it.

    Thread: the GUI thread; the work is done in the pool.
    """

    started = Signal()
    written = Signal(object)
    ended = Signal()

    _task: Task | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._path = Path()
        self._form = Ui_ReportExportForm()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._icon = IconMark("circle-check", "ok", 20)
        self._form.row.insertWidget(1, self._icon)
        self._form.progress.cancelled.connect(self.on_cancelled)
        self._form.folder.clicked.connect(self.on_folder)
        self._form.copy.clicked.connect(self.on_copy)
        self._form.close.clicked.connect(self.hide)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a report is being written."""
        return self._task is not None

    def open(self, desk: Desk) -> None:
        """Work at this desk."""
        self._desk = desk

    def export(self, query: ReportQuery, suffix: str) -> None:
        """Ask where to, and write; the folder is remembered.

        Args:
            query: what to report.
            suffix: of the format.
        """
        desk = self._desk
        if desk is None or self.busy:
            return
        home = desk.station.home
        path = self._ask_where(last_folder(home, Files.REPORTS) / query.file_name(suffix))
        if path is None:
            return
        keep_folder(home, Files.REPORTS, path.parent)
        self._begin(desk, query, path)

    def on_cancelled(self) -> None:
        """Stop; what is half written goes away."""
        if self._task is not None:
            self._task.cancel()

    def on_folder(self) -> None:
        """Open the folder in the system's file browser."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent))) and self._desk is not None:
            self._desk.notices.warned.emit(self.tr("No program here opens folders. The path can be copied."))

    def on_copy(self) -> None:
        """Put the file's path on the clipboard."""
        QGuiApplication.clipboard().setText(str(self._path))
        if self._desk is not None:
            self._desk.notices.said.emit(self.tr("Path copied"), None)

    def _ask_where(self, proposed: Path) -> Path | None:
        forms = {".xlsx": self.tr("Excel workbook (*.xlsx)"), ".csv": self.tr("Comma-separated values (*.csv)")}
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export the report"), str(proposed), forms[proposed.suffix])
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() in forms else path.with_name(path.name + proposed.suffix)

    def _begin(self, desk: Desk, query: ReportQuery, path: Path) -> None:
        self._path = path
        self._show_progress(running=True)
        self._form.progress.start(self.tr("Reading attendance"))
        self._task = desk.jobs.follow(
            self,
            lambda: desk.station.reports.exporting(desk.actor, query, path),
            stepped=self._step,
            done=self._done,
            failed=self._failed,
            title=self.tr("The report {file} is being written.").format(file=path.name),
        )
        self.started.emit()

    def _step(self, step: ReportStep) -> None:
        if step.result is not None:
            self._tell(step.result)
            self.written.emit(step.report)
            return
        words = {
            Stage.READING: self.tr("Reading attendance: {done} of {total} people"),
            Stage.WRITING: self.tr("Writing {file}: {done} of {total} rows"),
            Stage.PACKING: self.tr("Finishing {file}"),
        }
        done, total = grouped_count(step.done), grouped_count(step.total)
        said = words.get(step.stage, "").format(done=done, total=total, file=self._path.name)
        # reading takes about as long as writing, so each is half of the bar
        half = step.done / step.total / 2 if step.total else 0.0
        self._form.progress.step(round((half + (step.stage is not Stage.READING) / 2) * 1000), 1000, said)

    def _tell(self, result: ExportResult) -> None:
        self._form.title.setText(self.tr("Written: {file}").format(file=result.path.name))
        people, hours = grouped_count(result.people), grouped_hours(result.hours)
        one = self.tr("1 person, {hours} hours, in {folder}")
        words = one if result.people == 1 else self.tr("{people} people, {hours} hours, in {folder}")
        folder = QDir.toNativeSeparators(str(result.path.parent))
        short = self._form.text.fontMetrics().elidedText(folder, Qt.TextElideMode.ElideMiddle, _FOLDER_PX)
        self._form.text.setText(words.format(people=people, hours=hours, folder=short))
        for said in (self._form.title, self._form.text):
            said.setToolTip(str(result.path))

    def _done(self, cancelled: bool) -> None:
        self._end()
        self._show_progress(running=False)
        self.setVisible(not cancelled)
        if self._desk is None:
            return
        if cancelled:
            self._desk.notices.said.emit(self.tr("Export cancelled. No file was written."), None)
        else:
            self._form.folder.setFocus()

    def _failed(self, error: Exception) -> None:
        self._end()
        self.hide()
        if self._desk is not None:
            self._desk.notices.failed.emit(error)

    def _end(self) -> None:
        self._task = None
        self._form.progress.finish()
        self.ended.emit()

    def _show_progress(self, *, running: bool) -> None:
        form = self._form
        for widget in (self._icon, form.title, form.text, form.folder, form.copy, form.close):
            widget.setVisible(not running)
        self.show()
