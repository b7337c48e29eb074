"""When the program may end: at once, or once it is settled what becomes of the work under way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from faceattend.app.interruption import close_dialogs
from faceattend.ui.closing import Closing, ClosingSheet
from faceattend.ui.main_window import MainWindow

_LOOK_MS = 200


class Departure(QObject):
    """Asks before it closes over work that is under way.

    Signals:
        wanted(): the program may end now; what is still under way is to be cancelled.

    Thread: the GUI thread.

    Args:
        window: the window; its wish to be closed is followed.
        works: what is under way that somebody asked for: a sentence for each, empty where there is none.
        parent: owns it.
    """

    wanted = Signal()

    def __init__(self, window: MainWindow, works: Callable[[], tuple[str, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._works = works
        self._waiting = QTimer(self)
        self._waiting.setInterval(_LOOK_MS)
        self._waiting.timeout.connect(self.on_looked)
        window.closing.connect(self.on_closing)

    def stay(self) -> None:
        """Do not close once the work has come to its end."""
        self._waiting.stop()

    def on_closing(self) -> None:
        """The user closes the window: ask, where work is under way."""
        if not self._works():
            self.wanted.emit()
            return
        sheet = ClosingSheet(self._works(), QApplication.activeModalWidget() or self._window)
        sheet.chosen.connect(self.on_chosen)
        sheet.open()

    def on_interrupted(self, may_ask: bool) -> None:
        """Ctrl+C or SIGTERM: end. The first Ctrl+C closes as the user does: it asks, where work is under way."""
        asked_already = self._waiting.isActive() or self._window.findChild(ClosingSheet) is not None
        if may_ask and not asked_already and self._works():
            self._window.bring_to_front()
            self.on_closing()
        else:
            self.wanted.emit()

    def on_chosen(self, answer: object) -> None:
        """Cancel the work under way and close, or finish it behind the scenes first."""
        if answer is Closing.CANCEL:
            self.wanted.emit()
        else:
            close_dialogs(self._window)
            self._window.hide()
            self._waiting.start()

    def on_looked(self) -> None:
        """Close once all work has come to its end."""
        if not self._works():
            self._waiting.stop()
            self.wanted.emit()
