"""How far long work has come, in words, and how to stop it."""

import time
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from faceattend.ui.fonts import TextRole
from faceattend.ui.variants import label
from faceattend.ui.widgets.prose import Prose

_SURE_AFTER_S = 2.0  # an estimate made sooner jumps about
_FULL = 1000


class WorkProgress(QWidget):
    """A bar of 6 px, how much is left, a sentence, and a button to cancel. Hidden until :meth:`start`.

    Signals:
        cancelled: the user wants the work to stop; the button stays off until the next start.

    Thread: the GUI thread.

    Args:
        parent: where it lies.
        cancellable: whether there is a button.
        clock: seconds that only grow; what the time left is judged by.
    """

    cancelled = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        cancellable: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._began = 0.0
        self._bar = QProgressBar()
        self._bar.setRange(0, _FULL)
        self._bar.setTextVisible(False)
        self._left = label(role="second")
        self._words = Prose(role=TextRole.SECOND)
        self.button = QPushButton(self.tr("Cancel"))
        self.button.setProperty("kind", "quiet")
        self.button.setProperty("scale", "small")
        self.button.clicked.connect(self.on_cancel)
        self._lay_out()
        self.button.setVisible(cancellable)  # before it has its place it would be a window of its own for a moment
        self.hide()

    def start(self, words: str) -> None:
        """Show that work has begun."""
        self._began = self._clock()
        self.button.setEnabled(True)
        self.step(0, None, words)
        self.show()

    def step(self, done: int, total: int | None, words: str = "") -> None:
        """Show how far it has come.

        Args:
            done: pieces of work done.
            total: pieces in all; None while that is not known: then only the words tell.
            words: the sentence below; empty keeps it.
        """
        if words:
            self._words.setText(words)
        self._bar.setVisible(total is not None)
        share = done / total if total else 0.0
        self._bar.setValue(round(share * _FULL))
        self._left.setText("" if total is None else self._amount(share))
        self._bar.setAccessibleName(self._words.plain())

    def finish(self) -> None:
        """Go out of view: the work has ended, one way or the other."""
        self.hide()

    def on_cancel(self) -> None:
        """Say that it is being stopped, and tell."""
        self.button.setEnabled(False)
        self._left.setText(self.tr("Stopping…"))
        self.cancelled.emit()

    def _amount(self, share: float) -> str:
        percent = self.tr("{percent} %").format(percent=100 if share >= 1 else min(99, round(share * 100)))
        passed = self._clock() - self._began
        if share <= 0 or share >= 1 or passed < _SURE_AFTER_S:
            return percent
        return self.tr("{percent}, {time} left").format(percent=percent, time=self._time(passed / share - passed))

    def _time(self, seconds: float) -> str:
        if seconds < 60:  # noqa: PLR2004 - a minute
            return self.tr("{count} s").format(count=max(1, round(seconds)))
        return self.tr("{count} min").format(count=round(seconds / 60))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._bar, 1)
        row.addWidget(self._left)
        column.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._words, 1)
        below.addWidget(self.button)
        column.addLayout(below)
