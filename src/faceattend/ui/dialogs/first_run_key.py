"""Where the key of a new data folder is kept: the system's keyring or a file, what either means, and a copy of it."""

from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtWidgets import QButtonGroup

from faceattend.services import new_home
from faceattend.services.new_home import KeyPlaces
from faceattend.ui.dialogs.first_run_work import FirstRunWork
from faceattend.ui.forms.ui_first_run_data import Ui_FirstRunData
from faceattend.ui.key_copy import KeyCopy, ask_key_file
from faceattend.ui.widgets.field import mark_error


class KeyChoice(QObject):
    """The part of the first step's form that is about the key.

    Signals:
        changed(): another place was chosen.
        copied(): a copy of the key is saved.

    Thread: the GUI thread.

    Args:
        work: whose folder.
        form: already set up.
        parent: owns it.
    """

    changed = Signal()
    copied = Signal()

    def __init__(self, work: FirstRunWork, form: Ui_FirstRunData, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._form = form
        self._places: KeyPlaces | None = None
        self._cards = QButtonGroup(self)
        form.keyring.show_icon("lock")
        form.file.show_icon("key-round")
        form.file.tell(self.tr("In a key file"), self.tr("At a place of your choice, readable by you only."))
        for card in (form.keyring, form.file):
            self._cards.addButton(card)
        form.browse.clicked.connect(self.on_browse)
        KeyCopy(form.copy, form.copied, work.jobs, self._save_copy).copied.connect(self.copied)
        form.path.textChanged.connect(self.changed)
        self._cards.buttonToggled.connect(self.changed)

    @property
    def named(self) -> Path | None:
        """The file that FACEATTEND_KEY_FILE names: there is nothing to choose then."""
        return None if self._places is None else self._places.named

    def offer(self, places: KeyPlaces) -> None:
        """Offer the places there are; the first time the best one is chosen."""
        first, self._places = self._places is None, places
        if first:
            self._form.path.setText(QDir.toNativeSeparators(str(places.file)))
            (self._form.keyring if places.keyring else self._form.file).setChecked(True)

    def file(self) -> Path | None:
        """Return the key file that was chosen; None for the keyring."""
        return Path(self._form.path.text().strip()) if self._form.file.isChecked() else None

    def fault(self) -> str:
        """Return what is wrong with the place that was chosen; empty: nothing is."""
        text = self._form.path.text().strip()
        if not self._form.file.isChecked():
            return ""
        if not text:
            return self.tr("Say where the key file is to lie.")
        path = Path(text).expanduser()
        if not path.is_absolute():
            return self.tr("Give the whole path of the key file, from the root on.")
        return self.tr("This is a folder. Add a name for the file.") if path.is_dir() else ""

    def show(self, *, choice: bool) -> None:
        """Show the places and what they mean, or nothing where there is no choice."""
        form, fault = self._form, self.fault()
        in_file = choice and form.file.isChecked()
        for each in (form.key_title, form.keys):
            each.setVisible(choice)
        form.path_part.setVisible(in_file)
        self._show_keyring()
        bad = fault if in_file and form.path.text().strip() else ""
        form.path_error.tell(bad)
        mark_error(form.path, bad)
        beside = in_file and not fault and new_home.beside_data(self._work.home, Path(form.path.text().strip()))
        meaning = self.tr(
            "Whoever copies the data folder copies this key with it, and can open all faces. Another disk or a stick"
            " is safer."
        )
        form.beside.tell("warn", self.tr("The key would lie beside the data"), (meaning,) if beside else ())

    def on_browse(self) -> None:
        """Let a place for the key file be chosen; one that is there may be named too: it is used, not overwritten."""
        path = ask_key_file(self._form.browse, self.tr("Where to keep the key"), self._form.path.text())
        if path:
            self._form.path.setText(QDir.toNativeSeparators(path))

    def _save_copy(self, path: Path) -> None:
        new_home.save_key_copy(self._work.actor, self._work.home, path)

    def _show_keyring(self) -> None:
        works = self._places is not None and self._places.keyring
        second = self.tr("Unlocked when you sign in to this computer.")
        none = self.tr("This computer has none that keeps what it is given.")
        self._form.keyring.setEnabled(works)
        self._form.keyring.tell(self.tr("In the system’s keyring"), second if works else none)
