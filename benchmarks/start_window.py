"""How soon the window takes input: from the start of the process to its first page painted, beside the limit of 2 s.

    uv run python -m benchmarks.start_window HOME [ROUNDS]

Each round starts the window offscreen on the home, waits until its log says that it is painted, and closes it with
Ctrl+C; a start before the first one leaves the bytecode behind, as an installation does. Beside it, in the same round,
the smallest window PySide6 can show. Where the system's file cache may be dropped (Linux, as root), the first round is
cold: nothing is in memory yet.
"""

import os
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

LIMIT_S = 2.0
_PAINTED = "the window is painted"
_CACHES = Path("/proc/sys/vm/drop_caches")
_SMALLEST = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("hello")
label.show()
QTimer.singleShot(0, application.quit)
sys.exit(application.exec())
"""


def drop_caches() -> bool:
    """Empty the system's file cache; False where that is not allowed."""
    try:
        os.sync()
        _CACHES.write_text("3")
    except OSError:
        return False
    return True


def smallest_s() -> float:
    """Return how long the smallest window takes, start to end."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", _SMALLEST], check=True, env=offscreen(), capture_output=True)  # noqa: S603
    return time.monotonic() - began


def window_s(home: Path) -> float:
    """Start the window on a home; return the seconds until its first page was painted."""
    log = home / "logs" / "faceattend.log"
    seen = log.stat().st_size if log.exists() else 0
    began = time.monotonic()
    command, named = [sys.executable, "-m", "faceattend"], {"FACEATTEND_HOME": str(home)}  # as a click on its icon does
    process = subprocess.Popen(command, env=offscreen() | named, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        while not (log.exists() and _PAINTED in log.read_bytes()[seen:].decode("utf-8", "replace")):
            if process.poll() is not None or time.monotonic() > began + 60:
                sys.exit(f"the window did not open (exit code {process.poll()})")
            time.sleep(0.005)
        return time.monotonic() - began
    finally:
        time.sleep(0.5)  # it has begun to load models: closing must work then too
        process.send_signal(signal.SIGINT)
        process.wait(30)


def offscreen() -> dict[str, str]:
    """The environment, with no display needed; bytecode is kept between starts, as it is unless somebody forbids it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


def main() -> None:
    """Measure and print."""
    home, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5  # noqa: PLR2004
    windows: list[float] = []
    window_s(home)
    for number in range(rounds):
        cold = number == 0 and drop_caches()
        window = window_s(home)
        smallest = smallest_s()
        if not cold:
            windows.append(window)
        print(
            f"{'cold' if cold else 'warm'}: window {window:.2f} s ({window / LIMIT_S:.0%} of the limit),"
            f" PySide6's smallest {smallest:.2f} s"
        )
    if windows:
        print(f"warm, median of {len(windows)}: {statistics.median(windows):.2f} s")


if __name__ == "__main__":
    main()
