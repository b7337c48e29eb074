"""How long from the start of the process until the window is painted and takes input.

    python benchmarks/start_up.py HOME [RUNS]

HOME is any data folder; FACEATTEND_KEY_FILE names its key. The first run after the disk's cache was dropped
(``sync; echo 3 > /proc/sys/vm/drop_caches``, as root) is the cold one. QT_QPA_PLATFORM=offscreen needs no display.
"""

import subprocess
import sys
import time
from pathlib import Path

_MARK = "the window is painted and takes input"
_LIMIT_S = 60.0


def main() -> None:
    """Start the program some times and print how long each start took."""
    home, runs = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5  # noqa: PLR2004
    times = [start(home) for _ in range(runs)]
    print("painted and taking input after, s:", *(f"{each:.2f}" for each in times))
    print(f"best {min(times):.2f} s, worst {max(times):.2f} s")


def start(home: Path) -> float:
    """Start the program once; return the seconds until the log says that the window takes input."""
    log = home / "logs" / "faceattend.log"
    before = log.stat().st_size if log.exists() else 0
    began = time.monotonic()
    child = subprocess.Popen([sys.executable, "-m", "faceattend", "run", "--home", str(home)])  # noqa: S603
    try:
        while not said(log, before):
            if time.monotonic() > began + _LIMIT_S or child.poll() is not None:
                sys.exit("the window did not open")
            time.sleep(0.005)
        return time.monotonic() - began
    finally:
        child.terminate()
        child.wait()


def said(log: Path, before: int) -> bool:
    """Whether the log says, behind an offset, that the window takes input."""
    if not log.exists():
        return False
    with log.open(encoding="utf-8") as file:
        file.seek(before)
        return _MARK in file.read()


if __name__ == "__main__":
    main()
