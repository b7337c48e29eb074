"""The composition root: builds everything a running window needs, connects it, and shuts it down in one order."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from faceattend.app.departure import Departure
from faceattend.app.garbage import GarbageCollector
from faceattend.domain.access import LOCAL_ADMINISTRATOR, Actor
from faceattend.domain.cameras import Camera
from faceattend.services import demo as demo_service
from faceattend.services.demo import Filled
from faceattend.services.station import Station
from faceattend.ui.banner_stack import BannerText
from faceattend.ui.desk import Changes, Desk, Notices
from faceattend.ui.main_window import MainWindow
from faceattend.ui.messages import Messages
from faceattend.ui.page_list import PageEntry, all_pages, preload
from faceattend.ui.theme import Scheme, Theme, install
from faceattend.ui.window_state import WindowState
from faceattend.workers.pipeline import Pipeline
from faceattend.workers.tasks import Task, TaskPool

_JOBS_AT_ONCE = 2
_QUESTIONS_AT_ONCE = 2
_LOAD_EVERY_MS = 300
_LAST = object()

_log = logging.getLogger(__name__)


class Application(QObject):
    """A running window with all that belongs to it.

    Attributes:
        station: the services; closed by :meth:`shutdown`.
        pipeline: cameras, recognition and recorder; started once the window is painted.
        desk: handed to the pages.
        theme: the colours.
        window: shown by :meth:`begin`.
        departure: decides when it may end.

    Thread: the GUI thread.

    Args:
        station: opened.
        demo: whether it is the demo's.
        entries: the pages.
    """

    def __init__(self, station: Station, *, demo: bool, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        actor = LOCAL_ADMINISTRATOR
        self.station = station
        self.pipeline = Pipeline(station, _enabled(station, actor), beside_window=True)
        self._questions = TaskPool("questions", _QUESTIONS_AT_ONCE)
        self._jobs = TaskPool("jobs", _JOBS_AT_ONCE)
        self.desk = Desk(actor, station, self.pipeline, self._questions, self._jobs, Changes(), Notices())
        self.theme = _dressed(station)
        self._state = WindowState(station.home)
        self.window = MainWindow(self.desk, entries, self._state)
        self._messages = Messages(self.window, station.home.logs)
        self._demo = demo
        self._filling: Task | None = None
        self._over = False
        self._garbage = GarbageCollector(self)
        self._pages_to_load: Iterator[None] = iter(())
        self._loading = QTimer(self)
        self._loading.setInterval(_LOAD_EVERY_MS)
        self._loading.timeout.connect(self.on_load)
        self.departure = Departure(self.window, self._works, self)
        self._connect()

    def run(self) -> int:
        """Show the window, stay until it is closed, and shut down.

        Returns:
            The exit code: 0, or 1 when a thread did not end in time.
        """
        self.begin()
        QApplication.exec()
        return 0 if self.shutdown() else 1

    def begin(self) -> None:
        """Show the window; threads and models follow once it is painted."""
        if self._demo:
            self._say_demo()
        self._garbage.start()
        self.window.show()

    def quit(self) -> None:
        """Leave :meth:`run`; work that is under way is cancelled by the shutdown."""
        QApplication.exit(0)  # quit() would ask every window and dialog first, and each may refuse

    def shutdown(self) -> bool:
        """Stop everything: cameras, hub, recognition, recorder, pools, settings, database; may be called twice.

        Returns:
            Whether all threads have ended. None is killed.
        """
        if self._over:
            return True
        self._over = True
        self.departure.stay()
        self._garbage.stop()
        self._loading.stop()
        self.window.watch.end()
        self._leave_page()
        self.window.hide()
        clean = self._timed("cameras, recognition and recorder", self.pipeline.stop)
        clean = self._timed("questions", self._questions.stop) and clean
        clean = self._timed("jobs", self._jobs.stop) and clean
        self._timed("settings", self._keep_state)
        self._timed("database", self.station.close)
        self.window.let_close()
        self.window.deleteLater()
        return clean

    def call_to_front(self) -> None:
        """Show the window before all others, also while it waits for its work to end before it closes."""
        self.departure.stay()
        self.window.bring_to_front()

    def show_fault(self, error: object) -> None:
        """Show an exception that nobody caught."""
        if not self._over:
            self._messages.show(error)

    def on_painted(self) -> None:
        """The window is up and takes input: now what takes long."""
        _log.info("the window is painted and takes input")
        if self._demo:
            self._fill_demo()
        else:
            self._start()

    def on_ready(self, _provider: object) -> None:
        """Recognition runs: load what the other pages are made of, so that each opens at once when it is asked for."""
        if not self._over:
            self._pages_to_load = preload()
            self._loading.start()

    def on_load(self) -> None:
        """Load another page; behind the last, all that stays is there."""
        if next(self._pages_to_load, _LAST) is _LAST:
            self._loading.stop()
            self._garbage.keep()

    def on_cameras_changed(self) -> None:
        """Somebody changed the cameras: follow."""
        self._questions.run(
            self,
            partial(_enabled, self.station, self.desk.actor),
            done=self.pipeline.apply,
            failed=self._messages.show,
        )

    def _works(self) -> tuple[str, ...]:
        """Return what is under way that somebody wants, by title; that the demo fills itself is none of it."""
        return tuple(task.title for task in self._jobs.tasks if not task.cancelled and task is not self._filling)

    def _connect(self) -> None:
        self.window.painted.connect(self.on_painted)
        self.departure.wanted.connect(self.quit)
        self.pipeline.ready.connect(self.on_ready)
        self.desk.changes.cameras.connect(self.on_cameras_changed)
        self.desk.notices.failed.connect(self._messages.show)

    def _start(self) -> None:
        if self._over:
            return
        self.pipeline.start()
        self.window.watch.begin()

    def _say_demo(self) -> None:
        said = BannerText(
            "info",
            self.tr("This is the demo: invented people pass two cameras. Your own data lie in another folder."),
            "",
        )
        self.window.banners.put("demo", said)

    def _fill_demo(self) -> None:
        self._filling = self._jobs.follow(
            self,
            partial(demo_service.fill, self.station),
            stepped=self._say_filled,
            done=self._demo_filled,
            failed=self._demo_failed,
        )

    def _say_filled(self, step: Filled) -> None:
        words = self.tr("Enrolling the people of the demo: {done} of {all}").format(done=step.people, all=step.of)
        self.window.watch.say_preparing(words)
        self.desk.changes.people.emit()

    def _demo_filled(self, cancelled: bool) -> None:
        if cancelled:
            return
        self.pipeline.apply(_enabled(self.station, self.desk.actor))
        self.desk.changes.people.emit()
        self.desk.changes.cameras.emit()
        self._start()

    def _demo_failed(self, error: Exception) -> None:
        self._messages.show(error)
        self._start()

    def _leave_page(self) -> None:
        page = self.window.page
        if page is not None:
            page.left()

    def _keep_state(self) -> bool:
        self.window.keep_state()
        return self._state.write()

    @staticmethod
    def _timed(what: str, step: Callable[[], bool | None]) -> bool:
        began = time.monotonic()
        clean = step() is not False
        _log.info("%s closed after %.0f ms", what, (time.monotonic() - began) * 1000)
        return clean


def build(station: Station, *, demo: bool = False, entries: Sequence[PageEntry] | None = None) -> Application:
    """Build the window over a station, and everything it needs.

    Args:
        station: opened; the application closes it.
        demo: whether it is the demo's.
        entries: the pages; None for all.

    Raises:
        StorageError: the cameras cannot be read.
        FaceAttendError: a file of the installation is missing.
    """
    return Application(station, demo=demo, entries=all_pages() if entries is None else entries)


def _enabled(station: Station, actor: Actor) -> list[Camera]:
    return [camera for camera in station.cameras.list(actor) if camera.enabled]


def _dressed(station: Station) -> Theme:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        message = "windows need a QApplication"
        raise RuntimeError(message)  # noqa: TRY004 - a mistake of the program, not of a type
    theme = install(application)
    theme.choose(Scheme(station.settings.appearance.theme))
    return theme
