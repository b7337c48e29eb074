"""Saving a copy of the encryption key: a button, where the copy is to lie, and what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from faceattend.ui.explanation import told
from faceattend.ui.variants import vary
from faceattend.ui.widgets.prose import Prose
from faceattend.workers.tasks import TaskPool

_NAME = "faceattend-key-copy"


class KeyCopy(QObject):
    """What the button does.

    Signals:
        copied(): the copy is saved.

    Thread: the GUI thread.

    Args:
        button: asks for it; owns this.
        words: say what came of it.
        jobs: where it is written.
        save: writes it into a new file.
    """

    copied = Signal()

    def __init__(self, button: QPushButton, words: Prose, jobs: TaskPool, save: Callable[[Path], None]) -> None:
        super().__init__(button)
        self._button = button
        self._words = words
        self._jobs = jobs
        self._save = save
        button.clicked.connect(self.on_asked)

    def on_asked(self) -> None:
        """Ask where it is to lie, and save it there."""
        path = ask_key_file(self._button, self.tr("Where to keep the copy of the key"), str(Path.home() / _NAME))
        if not path:
            return
        save, copy = self._save, Path(path)

        def write() -> Path:
            save(copy)
            return copy

        self._jobs.run(self, write, done=self.on_copied, failed=self.on_not_copied)

    def on_copied(self, copy: Path) -> None:
        """Say where it is."""
        self._say("ok", self.tr("Saved as {path}.").format(path=QDir.toNativeSeparators(str(copy))))
        self.copied.emit()

    def on_not_copied(self, error: Exception) -> None:
        """Say why there is none."""
        self._say("bad", told(error))

    def _say(self, tone: str, words: str) -> None:
        vary(self._words, tone=tone)
        self._words.setText(words)


def ask_key_file(beside: QWidget, title: str, proposal: str) -> str:
    """Ask for the file of a key; empty where none was chosen. Nothing is ever overwritten, so that is not asked."""
    leave = QFileDialog.Option.DontConfirmOverwrite
    return QFileDialog.getSaveFileName(beside.window(), title, proposal, options=leave)[0]
