"""Somebody at the window, with a watch: opens pages, scrolls, searches and chooses as people do, and times it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QTableView, QWidget

from faceattend.app.application import Application
from faceattend.ui.latency import LatencyProbe
from faceattend.ui.nav_rail import RailItem

_FRAME_S = 0.016
_TICK_MS = 10
_LOOK_MS = 2
_QUIET_S = 0.3
_ROWS_WITHIN_S = 10.0
_LONGEST_S = 300.0
_WORD = "okafor"

_Widget = TypeVar("_Widget", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Phase:
    """What one thing that was done cost.

    Attributes:
        worst_ms: for how long the event loop stood still at most.
        own_ms, busy_ms: what of it is this program's doing; see :class:`Blame`.
        seconds: how long it took.
        cpu_s: how long all threads were at work.
    """

    worst_ms: float
    own_ms: float
    busy_ms: float
    seconds: float
    cpu_s: float


class Painted(QObject):
    """Notices when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.seen = False
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own
        """Note paints."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


class Blame(QObject):
    """Tells what of the event loop's pauses is this program's doing, since other programs may keep it waiting too.

    Attributes:
        own_ms: for how long the window's thread itself was at work between two looks, at most.
        busy_ms: the same of all the program's threads, at most as long as the pause; between the two lies what the
            window's thread may have waited for the others. Waiting for a disk is in neither.
    """

    def __init__(self) -> None:
        super().__init__()
        self.own_ms = self.busy_ms = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.on_timeout)

    def start(self) -> None:
        """Measure from now on."""
        self.own_ms = self.busy_ms = 0.0
        self._at = time.perf_counter(), time.process_time(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def on_timeout(self) -> None:
        """Note what was worked since the last look."""
        before, self._at = self._at, (time.perf_counter(), time.process_time(), time.thread_time())
        passed, busy, own = (1000 * (now - then) for now, then in zip(self._at, before, strict=True))
        self.own_ms = max(self.own_ms, own)
        self.busy_ms = max(self.busy_ms, min(passed - _TICK_MS, busy))


def wait(until: Callable[[], bool], longest_s: float = _LONGEST_S) -> bool:
    """Let the window live until something holds; return whether it does."""
    loop, ends = QEventLoop(), time.perf_counter() + longest_s
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if until() or time.perf_counter() > ends else None)
    timer.start(_LOOK_MS)
    loop.exec()
    return until()


def rest(seconds: float) -> None:
    """Let the window live for a while."""
    wait(lambda: False, seconds)


class Clerk:
    """Does one thing after the other.

    Args:
        running: begun.
    """

    def __init__(self, running: Application) -> None:
        self.running = running
        self.window = running.window
        self.phases: dict[str, Phase] = {}
        self._probe, self._blame = LatencyProbe(), Blame()

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        page = self.window.page
        if page is None:
            raise LookupError("no page is open")
        return page

    def part(self, kind: type[_Widget], name: str = "") -> _Widget:
        """Return a visible part of the page; of several the largest."""
        found = self.page.findChildren(kind, name) if name else self.page.findChildren(kind)
        return max((each for each in found if each.isVisible()), key=lambda each: each.width() * each.height())

    def settle(self, sooner: Callable[[], bool] = lambda: False, longest_s: float = _LONGEST_S) -> None:
        """Wait until nothing is asked any more, or something else holds sooner."""
        quiet_since = time.perf_counter()

        def quiet() -> bool:
            nonlocal quiet_since
            if self.running.desk.questions.busy:
                quiet_since = time.perf_counter()
            return sooner() or time.perf_counter() - quiet_since > _QUIET_S

        wait(quiet, longest_s)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Measure what is done in the block, until all of it is answered."""
        began, cpu = time.perf_counter(), time.process_time()
        self._probe.start()
        self._blame.start()
        yield
        self.settle()
        self._probe.stop()
        self._blame.stop()
        took, worked = time.perf_counter() - began - _QUIET_S, time.process_time() - cpu
        blame = self._blame
        found = self.phases[name] = Phase(self._probe.late_ms(1.0), blame.own_ms, blame.busy_ms, took, worked)
        said = f"stood still {found.worst_ms:.0f} ms, own {found.own_ms:.0f}, busy {found.busy_ms:.0f}"
        print(f"{name}: {said}; {took:.1f} s, cpu {worked:.1f} s", file=sys.stderr, flush=True)

    def open(self, key: str, longest_s: float = _ROWS_WITHIN_S) -> tuple[float, float | None]:
        """Open a page by its place in the rail.

        Args:
            key: of the page.
            longest_s: how long to wait for rows, while they are asked for: there may be nothing to show.

        Returns:
            The milliseconds until the page is painted, and until its rows are; None where none came.
        """
        item = next(each for each in self.window.rail.findChildren(RailItem) if each.entry.key == key)
        began = time.perf_counter()
        QTest.mouseClick(item, Qt.MouseButton.LeftButton)
        painted = Painted(self.page)
        wait(lambda: painted.seen)
        opened = time.perf_counter()
        self.settle(self._has_rows, longest_s)
        return (opened - began) * 1000, (time.perf_counter() - began) * 1000 if self._has_rows() else None

    def _has_rows(self) -> bool:
        """Whether a list of the page shows what is stored, and not only the shapes of it."""
        views = [each for each in self.page.findChildren(QAbstractItemView) if each.isVisible()]
        models = [view.model() for view in views if view.model() is not None and view.model().rowCount()]
        return any(model.index(0, 0).data() for model in models)

    def wheel(self, notches: int = 80) -> None:
        """Scroll down by the wheel."""
        view = self.part(QAbstractItemView)
        at = QPointF(view.viewport().rect().center())
        for _ in range(notches):
            event = QWheelEvent(
                at,
                QPointF(view.viewport().mapToGlobal(at.toPoint())),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,  # noqa: FBT003 - Qt's own order
            )
            QApplication.sendEvent(view.viewport(), event)
            rest(_FRAME_S)

    def drag(self, steps: int = 100) -> None:
        """Drag the bar from the first row to the last and back."""
        bar = self.part(QAbstractItemView).verticalScrollBar()
        for step in (*range(steps + 1), *reversed(range(steps))):
            bar.setSliderDown(True)
            bar.setSliderPosition(bar.maximum() * step // steps)
            rest(_FRAME_S)
        bar.setSliderDown(False)

    def search(self) -> None:
        """Search letter by letter, slowly enough that each is searched for, and leave it again."""
        field = self.window.page.search_field() if self.window.page else None
        if field is None:
            return
        field.setFocus()
        for letter in _WORD:
            QTest.keyClick(field, letter)
            rest(_QUIET_S)
        self.settle()
        QTest.keyClick(field, Qt.Key.Key_Escape)

    def choose(self, name: str) -> None:
        """Go through all a box offers, and back to the first."""
        box = self.part(QComboBox, name)
        for _ in range(box.count() - 1):
            QTest.keyClick(box, Qt.Key.Key_Down)
            self.settle()
        for _ in range(box.count() - 1):
            QTest.keyClick(box, Qt.Key.Key_Up)
        self.settle()

    def press(self, key: str) -> None:
        """Press a letter that is the page's key; a capital would be one with Shift."""
        self.window.activateWindow()  # keys go to the active window only
        table = self.part(QTableView)
        table.setFocus()
        QTest.keyClick(table, key.lower())
