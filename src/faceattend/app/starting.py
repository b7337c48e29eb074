"""From the wish for a window to a running one: one window per folder, and no traceback when a folder cannot be used."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from faceattend.app.application import Application, build
from faceattend.app.first_start import set_up
from faceattend.app.interruption import Interruption, close_dialogs
from faceattend.config.paths import Home
from faceattend.domain.errors import FaceAttendError
from faceattend.services import demo as demo_service
from faceattend.services.station import Station, open_station
from faceattend.ui.messages import Faults
from faceattend.ui.single_instance import SingleInstance
from faceattend.ui.start_trouble import StartTrouble, WayOn
from faceattend.ui.theme import install
from faceattend.ui.translation import speak
from faceattend.workers.tasks import TaskPool

_REFUSED = 1
_SWITCH_S = 0.0001
"""How long a thread may keep Python's lock from one that waits for it. Every call into Qt gives the lock away, and one
page painted is hundreds of them, each of which waits so long while another thread works. With the usual 5 ms a click
waited for more than 200 ms beside four cameras on two busy cores. While a million punches are written to a file,
scrolling through 50,000 people stood still for 639 ms with 1 ms, 105 with 0.2 and 116 with 0.1, and took 16.9, 6.1 and
4.3 s; cameras and recognition are as fast with each of them."""

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


def open_window(home: Home, *, demo: bool = False, seconds: float | None = None) -> int:
    """Open the window on a data folder, and stay until it is closed.

    Args:
        home: the folder.
        demo: whether it is the demo's.
        seconds: close by itself after so long; None: when the user closes it.

    Returns:
        The exit code: 0, also when another window on the folder was brought to the front, or after Ctrl+C or SIGTERM;
        1 when the user gave up.
    """
    qt_application()
    faults = Faults()
    faults.install()
    try:
        with Interruption() as interruption:
            start = _Start(home, interruption, demo=demo, attended=seconds is None)
            if start.station is None:
                return start.code
            running = build(start.station, demo=demo)
            interruption.asked.connect(running.departure.on_interrupted)
            return _run(running, start.instance, faults, seconds)
    finally:
        faults.remove()


def qt_application() -> QApplication:
    """Return the application of this process, made where there is none yet, dressed and speaking."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("FaceAttend")
    application.setDesktopFileName("faceattend")
    application.setQuitOnLastWindowClosed(False)  # a hidden window may still be finishing its work
    speak(application)
    install(application)
    sys.setswitchinterval(_SWITCH_S)
    return application


def _run(running: Application, instance: SingleInstance, faults: Faults, seconds: float | None) -> int:
    instance.called.connect(running.call_to_front)
    faults.met.connect(running.show_fault)
    if seconds is not None:
        QTimer.singleShot(round(seconds * 1000), running, running.quit)
    try:
        return running.run()
    finally:
        instance.release()


class _Start:
    """Claims the folder and opens it; asks the user for a way on as long as that fails, unless interrupted.

    Attributes:
        station: opened; None when there is nothing to run here.
        instance: the claim to the folder.
        code: the exit code where there is nothing to run.
    """

    def __init__(self, home: Home, interruption: Interruption, *, demo: bool, attended: bool) -> None:
        self._interruption = interruption
        self._demo = demo
        self._attended = attended
        self.code = 0
        self.station: Station | None = None
        self.instance = SingleInstance(home)
        trying: Home | None = home
        while trying is not None:
            trying = self._tried(trying)
        if interruption.wanted and self.station is not None:
            self.station.close()
            self.station = None
            self.instance.release()

    def _tried(self, home: Home) -> Home | None:
        """Try a folder; return the one to try next, or None when it is settled."""
        self.instance = SingleInstance(home)
        try:
            if self.instance.claim():
                self._open(home)
        except FaceAttendError as error:
            _log.warning("cannot start with %s: %s", home.root, error, exc_info=error.__cause__)
            self.instance.release()
            return self._asked(home, error)
        return None

    def _open(self, home: Home) -> None:
        """Open the folder; where somebody is there and it is not set up yet, by way of the assistant."""
        if self._demo or not self._attended:
            self.station = _beside_the_window(lambda: _opened(home, demo=self._demo))
            return
        done = set_up(
            home,
            self.instance,
            lambda chosen: _beside_the_window(lambda: _opened(chosen, demo=False)),
            self._interruption,
        )
        self.instance, self.station = done.instance, done.station

    def _asked(self, home: Home, error: FaceAttendError) -> Home | None:
        trouble = StartTrouble(error, str(home.root))

        def give_up() -> None:
            close_dialogs(trouble)
            trouble.reject()

        self._interruption.asked.connect(give_up)
        if not self._interruption.wanted:
            trouble.exec()
        self._interruption.asked.disconnect(give_up)
        if trouble.way is WayOn.AGAIN:
            return home
        if trouble.way is WayOn.FOLDER:
            root = Path(trouble.folder)
            return Home(root, demo=self._demo or Home(root).demo_key.exists())
        self.code = _REFUSED
        return None


def _opened(home: Home, *, demo: bool) -> Station:
    return demo_service.open_folder(home) if demo else open_station(home)


def _beside_the_window(work: Callable[[], _T]) -> _T:
    """Do something in a thread while the GUI thread stays awake: a migration may take minutes.

    Raises:
        Exception: whatever the work raises.
    """
    pool, loop = TaskPool("start", 1), QEventLoop()
    results: list[_T] = []
    failures: list[Exception] = []

    def done(result: _T) -> None:
        results.append(result)
        loop.quit()

    def failed(error: Exception) -> None:
        failures.append(error)
        loop.quit()

    pool.run(loop, work, done=done, failed=failed)
    loop.exec()
    pool.stop()
    if failures:
        raise failures[0]
    return results[0]
