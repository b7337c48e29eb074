"""Python's garbage is collected in the GUI thread, and there alone.

Left to itself the collector runs in whatever thread happens to allocate. In a pool or camera thread it would destroy
widgets, which Qt allows in the GUI thread only: the program dies (seen as segmentation faults in our own tests).
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 50
"""So that little has come together each time: what a quarter of a second brings on a page of a large home takes 60 ms
to look through, and then the window stands still."""

_FULL_EVERY_S, _FULL_AT_LATEST_S = 60.0, 600.0
_ASK_AGAIN_S = 5.0
_FEW = 50_000
"""Objects that are looked through in some 40 ms. While a pool thread works on the attendance of thousands there are
several times as many, and then everything is looked through when it is done, or at latest after ten minutes."""


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
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.on_timeout)

    def start(self) -> None:
        """Collect here from now on."""
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._wait()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    def on_timeout(self) -> None:
        """Collect what is due."""
        now = time.monotonic()
        if now >= self._full_at:
            if now < self._latest_at and len(gc.get_objects()) > _FEW:
                self._full_at = now + _ASK_AGAIN_S
                return
            gc.collect()
            self._wait()
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(0)

    def _wait(self) -> None:
        """Everything has been looked through, or need not be before a minute has passed."""
        now = time.monotonic()
        self._full_at, self._latest_at = now + _FULL_EVERY_S, now + _FULL_AT_LATEST_S
