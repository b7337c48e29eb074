"""``bench ui``: the real window over looped cameras, and how smoothly it runs."""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from faceattend.app.application import Application, build
from faceattend.app.interruption import Interruption
from faceattend.app.starting import qt_application
from faceattend.cli.windows import UiTrial
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.errors import FaceAttendError
from faceattend.domain.said import said
from faceattend.services.window_trial import open_trial
from faceattend.ui.latency import LatencyProbe
from faceattend.ui.widgets.camera_tile import CameraTile
from faceattend.ui.window_place import USUAL

_SETTLE_MS = 3000  # pictures come, fonts and icons are drawn once: that is the start, not the day
_START_LIMIT_MS = 60_000


def measure_window(trial: UiTrial) -> Mapping[str, Any]:
    """Open the window on a folder made for it, and measure how smoothly it runs.

    Returns:
        ``p50_ms``, ``p99_ms``, ``max_ms`` (lateness of the event loop), ``painted_per_s`` (different pictures, of the
        tile that shows fewest), ``delivered_per_s`` and ``analysed_per_s`` (of the camera with fewest), ``tiles``,
        ``cameras``, ``seconds``, ``provider``, ``rss_mb_start`` and ``rss_mb_end`` (None where the system does not
        tell).

    Raises:
        FaceAttendError: the folder cannot be made, or recognition does not start.
        KeyboardInterrupt: Ctrl+C or SIGTERM came; everything is closed, and the folder with it.
    """
    qt_application()
    with tempfile.TemporaryDirectory(prefix="faceattend-trial-") as folder, Interruption() as interruption:
        station = open_trial(LOCAL_ADMINISTRATOR, Path(folder), video=trial.video, cameras=trial.cameras)
        measurement = _Measurement(build(station), trial)
        interruption.asked.connect(measurement.on_interrupted)
        return measurement.run()


class _Measurement(QObject):
    """One run. Thread: the GUI thread."""

    def __init__(self, running: Application, trial: UiTrial) -> None:
        super().__init__()
        self._running = running
        self._trial = trial
        self._probe = LatencyProbe(self)
        self._provider = ""
        self._interrupted = False
        self._before: dict[str, Any] = {}
        self._after: dict[str, Any] = {}
        running.pipeline.ready.connect(self.on_ready)
        QTimer.singleShot(_START_LIMIT_MS, self, self.on_too_late)

    def run(self) -> Mapping[str, Any]:
        """Show the window, measure, and shut down."""
        self._running.window.resize(USUAL)  # also where the screen is small, as the offscreen one is
        self._running.window.open_page("live")
        self._running.run()
        if self._interrupted:
            raise KeyboardInterrupt
        if not self._after:
            failure = self._running.pipeline.failure
            raise failure or FaceAttendError(
                said("Measuring", "The window was closed before it was measured."),
                remedy=said("Measuring", "Start again."),
            )
        return self._figures()

    def on_ready(self, provider: object) -> None:
        """Recognition runs: let it settle, then measure."""
        self._provider = str(provider)
        QTimer.singleShot(_SETTLE_MS, self, self.on_settled)

    def on_settled(self) -> None:
        """The clock runs."""
        self._before = self._counts()
        self._probe.start()
        QTimer.singleShot(round(self._trial.seconds * 1000), self, self.on_over)

    def on_interrupted(self, _may_ask: bool) -> None:
        """Somebody does not want to wait for the end."""
        self._interrupted = True
        self._running.quit()

    def on_over(self) -> None:
        """The time is over."""
        self._probe.stop()
        self._after = self._counts()
        self._running.quit()

    def on_too_late(self) -> None:
        """Recognition has not started."""
        if not self._provider:
            self._running.quit()

    def _counts(self) -> dict[str, Any]:
        tiles = [tile for tile in self._running.window.findChildren(CameraTile) if tile.isVisible()]
        statuses = self._running.pipeline.statuses()
        return {
            "painted": [tile.frames_painted for tile in tiles],
            "delivered": [status.received for status in statuses],
            "analysed": [status.analysed for status in statuses],
            "rss_mb": _rss_mb(),
        }

    def _figures(self) -> Mapping[str, Any]:
        seconds = self._trial.seconds
        before, after = self._before, self._after

        def fewest_per_s(what: str) -> float:
            return min((now - then for then, now in zip(before[what], after[what], strict=False)), default=0) / seconds

        return {
            "p50_ms": self._probe.late_ms(0.5),
            "p99_ms": self._probe.late_ms(0.99),
            "max_ms": self._probe.late_ms(1.0),
            "painted_per_s": fewest_per_s("painted"),
            "delivered_per_s": fewest_per_s("delivered"),
            "analysed_per_s": fewest_per_s("analysed"),
            "tiles": len(after["painted"]),
            "cameras": self._trial.cameras,
            "seconds": seconds,
            "provider": self._provider,
            "platform": QApplication.platformName(),
            "rss_mb_start": before["rss_mb"],
            "rss_mb_end": after["rss_mb"],
        }


def _rss_mb() -> float | None:
    """Return the memory this process holds; None where /proc does not tell."""
    if not sys.platform.startswith("linux"):
        return None
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
