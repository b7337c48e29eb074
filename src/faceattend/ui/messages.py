"""Errors shown over the window, and what nobody caught."""

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

import shiboken6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from faceattend.domain.errors import FaceAttendError
from faceattend.ui.explanation import explain
from faceattend.ui.translation import translate
from faceattend.ui.variants import label
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.sheet import Sheet

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("faceattend.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class MessageSheet(Sheet):
    """Shows an error. Esc closes it; the details can be copied.

    Thread: the GUI thread.

    Args:
        error: what is shown.
        logs: folder of the log; opened on demand where the error is not an expected one.
        parent: the window.
    """

    def __init__(self, error: BaseException, logs: Path, parent: QWidget | None) -> None:
        said = explain(error)
        super().__init__(
            translate("Messages", "That did not work")
            if said.expected
            else translate("Messages", "An unexpected fault"),
            parent,
            width=520,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleDescription(said.whole)
        self._details = said.details
        self._logs = logs
        self.body.setSpacing(8)
        self.body.addWidget(label(said.what, role="problem", wraps=True))
        for part in (said.means, said.remedy):
            if part:
                self.body.addWidget(Prose(part))
        if not said.expected:
            self.body.addWidget(Prose(translate("Messages", "Details are in the log."), tone="text2"))
            self._add(translate("Messages", "Open the log folder"), "quiet").clicked.connect(self.on_logs_asked)
        self.copy = self._add(translate("Messages", "Copy details"), "secondary")
        self.copy.clicked.connect(self.on_copy_asked)
        self._close = self._add(translate("Messages", "Close"), "primary")
        self._close.clicked.connect(self.reject)
        self._close.setDefault(True)
        self._close.setFocus()

    def on_copy_asked(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._details)
        self.tell(translate("Messages", "Copied."))

    def on_logs_asked(self) -> None:
        """Open the folder of the log."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs)))

    def _add(self, words: str, kind: str) -> QPushButton:
        button = KeyButton(words, kind=kind)
        button.setAutoDefault(False)
        self.foot.addWidget(button)
        return button


class Messages(QObject):
    """Shows one error at a time over a window; the same error again while it is open is not shown twice.

    Thread: the GUI thread.

    Args:
        window: what they are shown over.
        logs: folder of the log.
    """

    def __init__(self, window: QWidget, logs: Path) -> None:
        super().__init__(window)
        self._window = window
        self._logs = logs
        self._open: dict[str, MessageSheet] = {}

    def show(self, error: object) -> None:
        """Show an error, and write it to the log."""
        if not isinstance(error, BaseException):
            return
        if isinstance(error, FaceAttendError):
            _log.info("told: %s", error)
        else:
            _log.error("unexpected: %s", error, exc_info=(type(error), error, error.__traceback__))
        what = f"{type(error).__name__}: {error}"
        if what in self._open and shiboken6.isValid(self._open[what]):
            return
        above = QApplication.activeModalWidget() or self._window  # a dialog that is open must not cover it
        self._open = {what: MessageSheet(error, self._logs, above)}
        self._open[what].open()


class Faults(QObject):
    """Catches what nobody caught: Python's exceptions and Qt's messages go to the log, and exceptions are told.

    Signals:
        met(object): an exception that nobody caught, in the GUI thread.

    Thread: the GUI thread; exceptions of threads are their own loops' business.
    """

    met = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._before = sys.excepthook
        self._qt_before: Any = None

    def install(self) -> None:
        """Catch from now on."""
        self._before = sys.excepthook
        sys.excepthook = self._on_exception
        self._qt_before = qInstallMessageHandler(_on_qt_message)

    def remove(self) -> None:
        """Leave things as they were."""
        sys.excepthook = self._before
        qInstallMessageHandler(self._qt_before)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        _log.error("nobody caught this", exc_info=(kind, error, trace))
        self.met.emit(error)


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", text)
