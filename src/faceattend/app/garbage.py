"""Python's garbage is collected in the GUI thread, and there alone.

Left to itself the collector runs in whatever thread happens to allocate. In a pool or camera thread it would destroy
widgets, which Qt allows in the GUI thread only: the program dies (seen as segmentation faults in our own tests).
"""

import gc
import sys
import time

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 50
"""So that little has come together each time: what a quarter of a second brings on a page of a large home takes 60 ms
to look through, and then the window stands still."""

_FULL_EVERY_S, _FULL_AT_LATEST_S = 60.0, 3600.0
_ASK_AGAIN_S = 5.0
_FEW = 150_000
"""Blocks of memory beyond what :meth:`GarbageCollector.keep` found, looked through in some 40 ms. While a pool thread
works on the attendance of thousands, or a report of a million rows is shown, there are several times as many: all of
them take 200 to 300 ms, which nobody should feel more often than once an hour.

The objects themselves must not be counted: gc.get_objects() holds all of them for a moment, also a tuple that another
thread is still making, which then fails with "bad argument to internal function" (seen as a report that could not be
built)."""


class GarbageCollector(QObject):
    """Takes the collector's place from :meth:`start` to :meth:`stop`.

    What is new is looked through often and cheaply, and once only: what outlives that waits until everything is, once a
    minute where there is little, which takes longest.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._full_at = self._latest_at = 0.0
        self._kept = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.on_timeout)

    def start(self) -> None:
        """Collect here from now on."""
        self._was_enabled = gc.isenabled()
        gc.disable()
        self.keep()
        self._wait()
        self._timer.start()

    def keep(self) -> None:
        """Take it that all that is there now stays, and never look through it until :meth:`stop`.

        Called once more when all pages are loaded. Otherwise each full collection holds up the window: 138 ms with a
        report of 100,000 rows, 0.5 ms after this.
        """
        gc.freeze()
        self._kept = sys.getallocatedblocks()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()

    def on_timeout(self) -> None:
        """Collect what is due."""
        now = time.monotonic()
        if now >= self._full_at:
            if now < self._latest_at and self._are_many():
                self._full_at = now + _ASK_AGAIN_S
                return
            gc.collect()
            self._wait()
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(0)

    def _are_many(self) -> bool:
        there = sys.getallocatedblocks()
        self._kept = min(self._kept, there)  # what only passed through when it was kept is gone by now
        return there - self._kept > _FEW

    def _wait(self) -> None:
        """Everything has been looked through, or need not be before a minute has passed."""
        now = time.monotonic()
        self._full_at, self._latest_at = now + _FULL_EVERY_S, now + _FULL_AT_LATEST_S
