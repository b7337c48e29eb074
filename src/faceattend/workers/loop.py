"""The one shape of a thread that works until it is told to stop."""

import logging
import os
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QThread, Signal

from faceattend.domain.errors import FaceAttendError

_log = logging.getLogger(__name__)
_AFTER_TROUBLE_S = 1.0


class LoopThread(QThread):
    """Runs ``begin()`` once, ``step()`` again and again, and ``finish()`` at the end.

    A step that fails is logged and told, and the loop goes on after a second: one bad frame or a busy disk does not
    end a day's work. A failing ``begin`` ends the thread.

    Signals:
        troubled(FaceAttendError | Exception): a part of the loop failed; emitted in this thread.

    Attributes:
        courtesy: steps by which it, and the threads its libraries start, stand back on a busy machine, as of ``nice``;
            set before the start.

    Thread: ``begin``, ``step`` and ``finish`` run in this thread, all else in the one that made it.
    """

    troubled = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.courtesy = 0
        self.setObjectName(name)
        self._stop = threading.Event()
        self._failure: Exception | None = None

    def run(self) -> None:
        """Run the loop; called by Qt."""
        threading.current_thread().name = self.objectName()
        if self.courtesy:
            _stand_back(self.courtesy)
        if (error := self._error_of(self.begin)) is not None:
            self._failure = error
            return
        while not self._stop.is_set():
            if self._error_of(self.step) is not None:
                self.pause(_AFTER_TROUBLE_S)
        self._error_of(self.finish)

    def request_stop(self) -> None:
        """Let the loop end after the present step; any thread may ask."""
        self._stop.set()

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than until a stop is asked for."""
        self._stop.wait(seconds)

    @property
    def stopping(self) -> bool:
        """Whether a stop was asked for."""
        return self._stop.is_set()

    @property
    def failure(self) -> Exception | None:
        """What made ``begin`` fail and so ended the thread; None if nothing did."""
        return self._failure

    def begin(self) -> None:
        """Prepare; overridden where there is something to prepare."""

    def step(self) -> None:
        """Do one piece of work, within a fraction of a second where possible."""
        raise NotImplementedError

    def finish(self) -> None:
        """Tidy up; overridden where there is something to tidy up."""

    def _error_of(self, part: Callable[[], None]) -> Exception | None:
        try:
            part()
        except FaceAttendError as error:
            _log.warning("%s: %s", self.objectName(), error, exc_info=error.__cause__)
            self.troubled.emit(error)
            return error
        except Exception as error:  # noqa: BLE001 - the edge of a thread; logged with its traceback and told
            _log.exception("%s failed", self.objectName())
            self.troubled.emit(error)
            return error
        return None


def _stand_back(steps: int) -> None:
    """Lower the priority of the calling thread."""
    if sys.platform.startswith("linux"):  # Qt cannot do it there; each thread has a niceness of its own
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), steps)
    else:
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)
