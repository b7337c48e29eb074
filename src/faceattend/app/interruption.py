"""Ctrl+C and SIGTERM, told in the GUI thread as soon as it is free: Python alone notices them with the next click."""

import signal
import socket
from types import FrameType
from typing import Self

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_AT_ONCE = 64


class Interruption(QObject):
    """Takes the signals over while it is entered.

    Signals:
        asked(bool): somebody wants the program to end; whether it may first ask what becomes of work under way.

    Attributes:
        wanted: whether that has happened.

    Thread: the GUI thread.
    """

    asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.wanted = False

    def __enter__(self) -> Self:
        self._ear, self._mouth = socket.socketpair()
        for each in (self._ear, self._mouth):
            each.setblocking(False)  # noqa: FBT003 - Python's own
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.on_woken)
        self._woke_before = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _leave_to_socket) for number in _SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._woke_before)
        self._notifier.setEnabled(False)
        self._ear.close()
        self._mouth.close()

    def on_woken(self) -> None:
        """Tell what came; each signal is a byte."""
        try:
            numbers = self._ear.recv(_AT_ONCE)
        except BlockingIOError:  # Windows wakes once more when several came at once
            return
        for number in numbers:
            if number in _SIGNALS:
                self.wanted = True
                self.asked.emit(number == signal.SIGINT)


def close_dialogs(above: QWidget) -> None:
    """Close whatever lies over a window, without the questions it may have."""
    while (top := QApplication.activeModalWidget()) is not None and top is not above:
        if isinstance(top, QDialog):
            top.done(QDialog.DialogCode.Rejected)
        else:
            top.hide()


def _leave_to_socket(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: Python has written the number into the socket already, and raises nothing in the middle of work."""
