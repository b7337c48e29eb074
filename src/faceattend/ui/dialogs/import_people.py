"""Importing a list of people with a folder of photos: looked at first, watched, left at any time, accounted for."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTableView, QWidget

from faceattend.domain.errors import FaceAttendError
from faceattend.services.import_refusals import Refusal, refusals_of, write_refusals
from faceattend.services.people_import import ImportPreview, ImportStep, import_people, preview_import
from faceattend.ui.desk import Desk
from faceattend.ui.explanation import told
from faceattend.ui.forms.ui_import_people import Ui_ImportPeople
from faceattend.ui.last_folder import Files, keep_folder, last_folder
from faceattend.ui.models.import_rows import PreviewModel, RefusedModel
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.rounded import Rounded
from faceattend.ui.widgets.sentence_cell import SentenceCell
from faceattend.ui.widgets.sheet import Sheet
from faceattend.ui.widgets.table_looks import install_table

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task

_ROW_PX = 32
_PREVIEW_WIDTHS = (64, 112, 208, 136, 80)
_REFUSED_WIDTHS = (64, 112, 144)
_PHOTO = 2
"""Place of the column that names a photo; it is hidden while whole people are refused only."""
_REFUSED_ROW_PX = 56  # what happened and what to do take three lines


class ImportPeopleDialog(Sheet):
    """Reads, shows, imports and accounts for a list; what was stored stays, however it ends.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        parent: anything in the window that it lies over.
    """

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(self.tr("Import people"), parent, width=960)
        self._desk = desk
        self._task: Task | None = None
        self._reading: Task | None = None
        self._list: Path | None = None
        self._folder: Path | None = None
        self._report: Path | None = None
        self._stored = 0
        self._refusals: list[Refusal] = []
        self._faceless = 0
        self._photo_refused = False
        self._ready = False
        self._preview, self._refused = PreviewModel(self), RefusedModel(self)
        content = QWidget(self)
        self._form = Ui_ImportPeople()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        self._set_up_tables()
        self._add_buttons()
        self.setAcceptDrops(True)
        self._form.list_file_button.clicked.connect(self.on_choose_list)
        self._form.folder_button.clicked.connect(self.on_choose_folder)
        self._form.progress.cancelled.connect(self.on_cancel)
        self._form.note.hide()
        self._show_waiting()

    def take(self, paths: list[Path]) -> None:
        """Take a list, a folder of photos, or both, as they were chosen or dropped; then read what there is."""
        for path in paths:
            if path.is_dir():
                self._folder = path
            else:
                self._list = path
                self._folder = self._folder or _photos_beside(path)
        self._form.list_file.setText(str(self._list or ""))
        self._form.folder.setText(str(self._folder or ""))
        self._read()

    def on_choose_list(self) -> None:
        """Let the user choose the list."""
        home = self._desk.station.home
        words = self.tr("Lists ({patterns})").format(patterns="*.csv *.txt *.tsv")
        start = str(last_folder(home, Files.LISTS))
        path, _ = QFileDialog.getOpenFileName(self, self.tr("List of people"), start, words)
        if path:
            keep_folder(home, Files.LISTS, Path(path).parent)
            self.take([Path(path)])

    def on_choose_folder(self) -> None:
        """Let the user choose the folder of photos."""
        home = self._desk.station.home
        start = str(last_folder(home, Files.PHOTOS))
        path = QFileDialog.getExistingDirectory(self, self.tr("Folder of photos"), start)
        if path:
            keep_folder(home, Files.PHOTOS, Path(path))
            self.take([Path(path)])

    def on_import_clicked(self) -> None:
        """Begin to import."""
        if self._list is None or self._folder is None:
            return
        people, actor, list_file, folder = self._desk.station.people, self._desk.actor, self._list, self._folder
        self._stored, self._faceless, self._refusals, self._report = 0, 0, [], None
        self._refused.clear()
        self._photo_refused = False
        self._form.refused.setColumnHidden(_PHOTO, True)
        self._form.note.hide()
        self._form.progress.start(self.tr("Beginning…"))
        self._task = self._desk.jobs.follow(
            self,
            lambda: import_people(people, actor, list_file, folder),
            stepped=self.on_stepped,
            done=self.on_done,
            failed=self.on_failed,
            title=self.tr("The people of {file} are being imported.").format(file=list_file.name),
        )
        self._show_state()

    def on_stepped(self, step: ImportStep) -> None:
        """Count one more line, and show how far it is."""
        refusals = refusals_of(step)
        self._stored += not step.refusal
        self._faceless += not step.refusal and not step.photos
        self._refusals += refusals
        self._refused.add(refusals)
        if not self._photo_refused and any(each.photo for each in refusals):
            self._photo_refused = True
            self._form.refused.setColumnHidden(_PHOTO, False)
        words = self.tr("Stored: {stored}, refused: {refused}. Now number {number}.")
        refused = step.done - self._stored
        self._form.progress.step(
            step.done, step.total, words.format(stored=self._stored, refused=refused, number=step.number)
        )

    def on_done(self, cancelled: bool) -> None:
        """Account for the whole, or for what was done before it was cancelled."""
        if cancelled:
            self._end(self.tr("Import cancelled"), "info")
        else:
            self._end(self.tr("Import finished"), "warn" if self._refusals else "ok")

    def on_failed(self, error: Exception) -> None:
        """Say what broke it off, and what became of those before."""
        self._end(self.tr("Import broken off"), "bad", error)

    def on_cancel(self) -> None:
        """Stop between two people."""
        if self._task is not None:
            self._task.cancel()

    def on_open_folder(self) -> None:
        """Show the folder that holds the report of refusals."""
        if self._report is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.parent)))

    def reject(self) -> None:
        """Close; while it runs, stop it first and stay to account for it."""
        if self._task is not None and self._task.running:
            self._form.progress.on_cancel()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders, unless an import runs."""
        if self._task is None and _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self.take(_files(event.mimeData()))
        event.acceptProposedAction()

    # ---- reading

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._form.note.hide()
        self._ready = False
        if self._list is None or self._folder is None:
            self._show_waiting()
            return
        people, actor, list_file, folder = self._desk.station.people, self._desk.actor, self._list, self._folder
        self.tell(self.tr("Reading the list…"))
        self._reading = self._desk.questions.run(
            self,
            lambda: preview_import(people, actor, list_file, folder),
            done=self._on_read,
            failed=self._on_unreadable,
        )

    def _on_read(self, preview: ImportPreview) -> None:
        self._preview.show_rows(preview.rows)
        self._form.stack.setCurrentWidget(self._form.preview_side)
        good = len(preview.rows) - preview.faulty
        self._ready = good > 0
        if preview.faulty:
            words = self.tr("Lines that will be refused as they stand: {count}").format(count=preview.faulty)
            self._note("warn", words, self.tr("The last column says why. You can import the others now."))
        elif preview.faceless:
            words = self.tr("People without a photo: {count}").format(count=preview.faceless)
            self._note("info", words, self.tr("They are stored, and no camera can know them until photos are added."))
        self.tell(self.tr("People to import: {count}").format(count=good))
        self._show_state()

    def _on_unreadable(self, error: Exception) -> None:
        self._form.note.tell_error(error)
        self._form.note.show()
        self._show_waiting()

    def _show_waiting(self) -> None:
        self._ready = False
        form = self._form
        form.stack.setCurrentWidget(form.empty_side)
        if self._list is None:
            form.empty.tell("file-up", self.tr("No list yet"), self.tr("Choose a CSV file, or drop it here."))
        elif self._folder is None:
            form.empty.tell(
                "images", self.tr("No photos yet"), self.tr("Choose the folder of photos, or drop it here.")
            )
        else:
            form.empty.tell(
                "file-warning", self.tr("Nothing to import"), self.tr("Correct the list and choose it again.")
            )
        self.tell(self.tr("A list and a folder of photos are needed.") if not (self._list and self._folder) else "")
        self._show_state()

    # ---- the end

    def _end(self, title: str, kind: str, error: Exception | None = None) -> None:
        self._form.progress.finish()
        self._task = None
        self._ready = False
        self._desk.changes.people.emit()
        words = [
            self.tr("Stored: {stored}, refused: {refused}.").format(stored=self._stored, refused=self._not_stored())
        ]
        if error is not None:
            words.append(told(error) if isinstance(error, FaceAttendError) else self.tr("Details are in the log."))
        if kind in {"info", "bad"} and self._stored:
            words.append(self.tr("Who was stored stays; import the same list again for the others."))
        if self._faceless:
            words.append(self.tr("Stored without a photo: {count}.").format(count=self._faceless))
        self._note(kind, title, " ".join(words))
        self.tell("")
        if self._refusals:
            self._form.stack.setCurrentWidget(self._form.refused_side)
            self._write_report()
        self._show_state()
        self._close.setFocus()

    def _not_stored(self) -> int:
        return sum(1 for each in self._refusals if not each.photo)

    def _write_report(self) -> None:
        if self._list is None:
            return
        list_file, refusals, spare = self._list, list(self._refusals), self._desk.station.home.root
        self.tell(self.tr("Saving what was refused…"))
        self._desk.jobs.run(
            self,
            lambda: write_refusals(list_file, refusals, spare),
            done=self._on_report_written,
            failed=self._on_report_failed,
            title=self.tr("What was refused is being saved."),
        )

    def _on_report_written(self, path: Path) -> None:
        self._report = path
        self.tell(self.tr("Refusals are saved in {file}").format(file=str(path)))
        self._show_state()

    def _on_report_failed(self, error: Exception) -> None:
        self.tell(self.tr("The refusals could not be saved; they stand in the table."))
        self._desk.notices.failed.emit(error)

    # ---- parts

    def _note(self, kind: str, title: str, text: str) -> None:
        self._form.note.tell(kind, title, text)  # pyright: ignore[reportArgumentType] - one of its four
        self._form.note.show()

    def _show_state(self) -> None:
        running = self._task is not None
        for button in (self._form.list_file_button, self._form.folder_button):
            button.setEnabled(not running)
        self._import.setVisible(not running)
        self._import.setEnabled(self._ready)
        self._close.setVisible(not running)
        self._open.setVisible(self._report is not None and not running)

    def _set_up_tables(self) -> None:
        form = self._form
        for table, model, widths, row_px in (
            (form.preview, self._preview, _PREVIEW_WIDTHS, _ROW_PX),
            (form.refused, self._refused, _REFUSED_WIDTHS, _REFUSED_ROW_PX),
        ):
            table.setModel(model)
            install_table(table, row_px)
            Rounded(table)
            _set_widths(table, widths)
        form.refused.setItemDelegateForColumn(len(_REFUSED_WIDTHS), SentenceCell(form.refused))

    def _add_buttons(self) -> None:
        self._open = KeyButton(self.tr("Open folder"), icon="folder-open")
        self._open.clicked.connect(self.on_open_folder)
        self._close = KeyButton(self.tr("Close"), key=self.tr("Esc"))
        self._close.clicked.connect(self.reject)
        self._import = KeyButton(self.tr("Import"), kind="primary")
        self._import.clicked.connect(self.on_import_clicked)
        for button in (self._open, self._close, self._import):
            button.setAutoDefault(button is self._import)
            self.foot.addWidget(button)


def _set_widths(table: QTableView, widths: tuple[int, ...]) -> None:
    header = table.horizontalHeader()
    for column, width in enumerate(widths):
        header.resizeSection(column, width)
    header.setSectionResizeMode(len(widths), QHeaderView.ResizeMode.Stretch)


def _photos_beside(list_file: Path) -> Path | None:
    """Return the folder "photos" beside a list, where there is one: it need not be chosen then."""
    folder = list_file.parent / "photos"
    return folder if folder.is_dir() else None


def _files(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
