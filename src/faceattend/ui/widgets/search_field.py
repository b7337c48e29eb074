"""The field that filters a list while one types."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from faceattend.ui.icons import icon

PAUSE_MS = 200  # a fast typist's pause between letters is shorter, so a word is searched once


class SearchField(QLineEdit):
    """Tells what to search for once the typing pauses; Enter at once, Esc empties it first.

    Signals:
        searched(str): without spaces around; empty when everything is to be shown again. Each text is told once.

    Thread: the GUI thread.
    """

    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.on_pause)
        self.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icon("x", "text3"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText(self.tr("Clear the search"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.empty)
        self.textChanged.connect(self.on_text_changed)

    def empty(self) -> None:
        """Show everything again, at once."""
        self.clear()
        self.on_pause()

    def on_text_changed(self, text: str) -> None:
        """Wait for the typing to pause."""
        self._clear.setVisible(bool(text))
        self._pause.start()

    def on_pause(self) -> None:
        """Tell, unless it was told already."""
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.searched.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches at once; Esc empties what is not empty, and else goes on to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.empty()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()  # no dialog around may take it for its default button
            self.on_pause()
