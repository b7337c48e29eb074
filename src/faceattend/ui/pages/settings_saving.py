"""Saving what was changed in a section, and saying when it takes effect."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QPushButton

from faceattend.config.settings import Settings
from faceattend.ui.desk import Desk


class Saving(QObject):
    """The foot of a section: a button, and beside it why it is off or what is to come.

    Thread: the GUI thread.

    Args:
        desk: whom to ask.
        words: beside the button.
        button: saves.
        changes: gives what differs from the settings as they are stored, by name; empty for nothing.
        parent: owns it.
    """

    def __init__(
        self,
        desk: Desk,
        words: QLabel,
        button: QPushButton,
        changes: Callable[[], Mapping[str, object]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words, self._button, self._changes = words, button, changes
        self._stored: Settings | None = None
        self._then: Callable[[Settings], None] | None = None
        button.clicked.connect(self.on_save)

    @property
    def stored(self) -> Settings | None:
        """The settings as they stand in the file; None until they are known."""
        return self._stored

    def know(self, stored: Settings) -> None:
        """These are the settings as they stand in the file."""
        self._stored = stored
        self.refresh()

    def then(self, call: Callable[[Settings], None]) -> None:
        """Have this called with the settings once they are saved."""
        self._then = call

    def refresh(self) -> None:
        """Say whether there is something to save."""
        stored = self._stored
        changed = stored is not None and bool(self._changes())
        self._button.setEnabled(changed)
        if stored is None:
            self._words.setText("")
        elif changed:
            self._words.setText(self.tr("Not saved yet."))
        elif self._desk.station.preferences.awaits_restart(stored):
            self._words.setText(self.tr("Saved. Takes effect when FaceAttend is started next."))
        else:
            self._words.setText(self.tr("Nothing was changed."))

    def on_save(self) -> None:
        """Store what was changed."""
        desk, changes = self._desk, dict(self._changes())
        self._button.setEnabled(False)
        desk.jobs.run(
            self,
            lambda: desk.station.preferences.change(desk.actor, changes),
            done=self.on_saved,
            failed=self.on_not_saved,
        )

    def on_saved(self, settings: Settings) -> None:
        """Show that it is stored."""
        self.know(settings)
        self._desk.notices.said.emit(self.tr("Settings saved"), None)
        if self._then is not None:
            self._then(settings)

    def on_not_saved(self, error: Exception) -> None:
        """Say why it is not stored; what was filled in stays."""
        self.refresh()
        self._desk.notices.failed.emit(error)
