"""How late the GUI thread is: what a stutter is to a person, as a number."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY_MS = 10


class LatencyProbe(QObject):
    """Asks to be called every 10 ms, and notes by how much each call was late.

    A call is late by as long as the thread was busy with something else; that is what a click then waits.

    Thread: the GUI thread, whose lateness it measures.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._late_ms: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.on_timeout)

    def start(self) -> None:
        """Measure from now on."""
        self._late_ms.clear()
        self._due = time.perf_counter() + _EVERY_MS / 1000
        self._timer.start()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def late_ms(self, share: float) -> float:
        """Return the lateness that so much of all calls stay below.

        Args:
            share: 0..1; 0.5 is the median, 1.0 the worst.
        """
        if not self._late_ms:
            return 0.0
        ordered = sorted(self._late_ms)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def on_timeout(self) -> None:
        """Note how late this call is."""
        now = time.perf_counter()
        self._late_ms.append(max(0.0, (now - self._due) * 1000))
        self._due = now + _EVERY_MS / 1000
