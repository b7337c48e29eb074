"""The assistant's first step: where the data live, and where the key that opens them is kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from faceattend.config.paths import Home
from faceattend.config.secrets import key_file
from faceattend.domain.errors import FaceAttendError, StorageBusy
from faceattend.domain.said import said
from faceattend.services import new_home, setup
from faceattend.services.new_home import KeyPlaces, Room
from faceattend.services.station import Station
from faceattend.ui.dialogs.first_run_key import KeyChoice
from faceattend.ui.dialogs.first_run_step import FirstRunStep, StepSaid
from faceattend.ui.dialogs.first_run_work import FirstRunWork
from faceattend.ui.forms.ui_first_run_data import Ui_FirstRunData
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.verdicts import Verdict

_ICON_PX = 18

Looked = tuple[Room, KeyPlaces, str]
Made = tuple[Station, bool]


class DataStep(FirstRunStep):
    """Chooses the folder and the place of its key; makes both, and proves them by use.

    Signals:
        nothing_remains(): a folder was opened that is set up already.

    Thread: the GUI thread.

    Args:
        work: what it works with.
        parent: the frame.
    """

    nothing_remains = Signal()

    def __init__(self, work: FirstRunWork, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self._form = Ui_FirstRunData()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._form.folder_row.insertWidget(0, IconMark("hard-drive", size=_ICON_PX))
        self._key = KeyChoice(work, self._form, self)
        self._room: Room | None = None
        self._fixed_by = ""
        self._chosen = self._making = self._looking = False
        self._remains = True
        self._again: Callable[[], None] = self.go_on
        self._form.change.clicked.connect(self.on_change)
        self._key.changed.connect(self.on_key_changed)
        self._key.copied.connect(self.answered)

    @property
    def busy(self) -> bool:
        """Whether the folder is being made."""
        return self._making

    def said(self) -> StepSaid:
        """Return what the frame shows."""
        made = self.work.station is not None
        verb = self.tr("Open this folder") if self._holds_data() else self.tr("Make the data folder")
        return StepSaid(
            title=self.tr("Where the data live"),
            heading=self.tr("Choose where the data live"),
            lead=self.tr("Everything stays on this computer. Faces are encrypted; only the key opens them."),
            forward=self.tr("Continue") if made else verb,
            missing="" if made else self._missing(),
            summary=self.tr("this computer, encrypted") if made else "",
            prospect=self.tr("folder and key"),
        )

    def enter(self) -> None:
        """Look at the folder and at the places for a key."""
        if self._room is None and not self._looking:
            self._look()
        self._show()

    def go_on(self) -> None:
        """Make the folder, or go on with the one that was made."""
        if self.work.station is not None:
            (self.passed if self._remains else self.nothing_remains).emit()
            return
        work, key_file, chosen = self.work, self._key.file(), self._chosen

        def make() -> Made:
            station = new_home.make(work.actor, work.home, key_file, chosen=chosen)
            return station, setup.remains(work.actor, station)

        self._set_making(making=True)
        work.jobs.run(self, make, done=self.on_made, failed=self.on_not_made)

    def again(self) -> None:
        """Try once more what failed last."""
        self._again()

    def on_made(self, made: Made) -> None:
        """Show what was proved."""
        station, self._remains = made
        self.work.open(station)
        self._show()
        self._set_making(making=False)

    def on_not_made(self, error: Exception) -> None:
        """Let it be tried again, or elsewhere."""
        self._set_making(making=False)
        self._fail(error, self.go_on)

    def on_looked(self, looked: Looked) -> None:
        """Offer what there is."""
        self._looking = False
        self._room, places, self._fixed_by = looked
        self._key.offer(places)
        self._show()

    def on_not_looked(self, error: Exception) -> None:
        """Say why the places cannot be told."""
        self._looking = False
        self._fail(error, self._look)
        self._show()

    def on_change(self) -> None:
        """Let another folder be chosen."""
        said = self.tr("Choose a data folder")
        picked = QFileDialog.getExistingDirectory(self.window(), said, str(self.work.home.root.parent))
        if picked:
            self._move_to(Home(new_home.proposed(Path(picked))))

    def on_key_changed(self) -> None:
        """Show what the choice means."""
        self._show()

    def _look(self) -> None:
        work, chosen = self.work, self._chosen
        self._looking = True

        def look() -> Looked:
            fixed = "" if chosen else new_home.fixed_by(work.actor, work.home)
            return new_home.room(work.actor, work.home), new_home.key_places(work.actor, work.home), fixed

        work.questions.run(self, look, done=self.on_looked, failed=self.on_not_looked)
        self.changed.emit()

    def _move_to(self, home: Home) -> None:
        try:
            mine = home.root == self.work.home.root or self.work.move_to(home)
        except FaceAttendError as error:
            self._fail(error, self.on_change)
            return
        if not mine:
            busy = said("FirstRunData", "Another FaceAttend runs with {folder} already.").format(folder=home.root)
            remedy = said("FirstRunData", "Close that one, or choose another folder.")
            self._fail(StorageBusy(busy, remedy=remedy), self.on_change)
            return
        self._chosen = True
        self._look()

    def _fail(self, error: Exception, again: Callable[[], None]) -> None:
        self._again = again
        self.failed.emit(error)

    def _set_making(self, *, making: bool) -> None:
        self._making = making
        for each in (self._form.change, self._form.keys, self._form.path_part):
            each.setEnabled(not making)
        self.changed.emit()

    def _may_choose_key(self) -> bool:
        """Whether there is a choice: no file is named, and the folder has no key yet."""
        return (
            self.work.station is None and self._room is not None and not self._room.holds_data and not self._key.named
        )

    def _holds_data(self) -> bool:
        return self._room is not None and self._room.holds_data

    def _missing(self) -> str:
        if self._making:
            return self.tr("The folder and its key are made and tried out…")
        if self._looking or self._room is None:
            return self.tr("Looking at this computer…")
        if not self._room.has_space:
            return self.tr("There is too little room on this disk. Choose another folder.")
        return self._key.fault() if self._may_choose_key() else ""

    def _show(self) -> None:
        form, made = self._form, self.work.station is not None
        form.folder.setText(QDir.toNativeSeparators(str(self.work.home.root)))
        form.folder_said.setText(self._folder_words())
        form.change.setVisible(not made and not self._fixed_by)
        self._key.show(choice=self._may_choose_key())
        form.advice.setText(self._advice())
        form.found.tell(self.tr("Proved by use"), self._proofs() if made else ())
        form.copy_part.setVisible(made)
        self.changed.emit()

    def _advice(self) -> str:
        if self.work.station is not None or self._may_choose_key():
            return self.tr("Keep a copy of the key apart from the data: without it the faces are lost for good.")
        if self._holds_data():
            return self.tr("There are data in this folder already. They are opened with their own key.")
        if self._key.named is not None:
            said = self.tr("The key is kept in {file}, as FACEATTEND_KEY_FILE says.")
            return said.format(file=QDir.toNativeSeparators(str(self._key.named)))
        return ""

    def _folder_words(self) -> str:
        free = None if self._room is None else self._room.free
        said: list[str] = []
        if free is not None:
            size = self.locale().formattedDataSize(free, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
            said.append(self.tr("{size} free on this disk.").format(size=size))
        if self._fixed_by and self.work.station is None:
            named = self.tr("Named by {what} at the start.").format(what=self._fixed_by)
            said.append(self.tr("Chosen for this start.") if self._fixed_by.startswith("-") else named)
        return " ".join(said)

    def _proofs(self) -> list[Verdict]:
        file = key_file(self.work.home)
        kept = self.tr("The key was written and read back; it is in the system’s keyring")
        if file is not None:
            said = self.tr("The key was written and read back; it is in {file}")
            kept = said.format(file=QDir.toNativeSeparators(str(file)))
        return [
            Verdict("ok", self.tr("The folder can be written, and the database in it is sound")),
            Verdict("ok", kept),
        ]
