"""The top floor: hands the command line a way to open windows. Light, so that no command waits for Qt."""

import gc
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from faceattend.config.ahead import load_ahead
from faceattend.config.paths import Home, home_at
from faceattend.config.terminal import has_display, tolerate_any_encoding
from faceattend.domain.errors import FaceAttendError

if TYPE_CHECKING:
    from faceattend.cli.windows import UiTrial


_INTERRUPTED = 130
"""The exit code of a program that Ctrl+C has ended, as shells have it."""
_NEEDED_FIRST = ("numpy", "sqlalchemy", "sqlalchemy.orm", "sqlalchemy.dialects.sqlite")
"""Loaded beside Qt, half of a start's imports: with nothing in memory 1.60 instead of 1.82 s
(medians of five, by turns)."""


class DesktopWindows:
    """Opens the real windows; everything they need is loaded then, not before."""

    def open(self, home: Home, *, demo: bool = False, seconds: float | None = None) -> int:
        """Open the window on a data folder, and stay until it is closed."""
        # Until the window collects garbage itself (app/garbage.py) nobody does: it would be done in any thread, and
        # what is imported now all stays, and took 60 ms to walk through.
        gc.disable()
        load_ahead(_NEEDED_FIRST)
        from faceattend.app.starting import open_window  # noqa: PLC0415 - see the class

        return open_window(home, demo=demo, seconds=seconds)

    def measure(self, trial: "UiTrial") -> Mapping[str, Any]:
        """Open the window on a folder made for it, and measure how smoothly it runs."""
        from faceattend.app.measuring import measure_window  # noqa: PLC0415 - see the class

        return measure_window(trial)


def main() -> None:
    """Run the program: the window, or the command that is given."""
    if len(sys.argv) == 1 and has_display():
        sys.exit(_clicked(DesktopWindows()))
    from faceattend import cli  # noqa: PLC0415 - see _clicked

    cli.main(DesktopWindows())


def _clicked(windows: DesktopWindows) -> int:
    """Open the window as a click on its icon does: what reads command lines takes a fifth of a second to load."""
    tolerate_any_encoding()
    try:
        return windows.open(home_at())
    except FaceAttendError as error:
        from faceattend.cli.output import fail  # noqa: PLC0415 - see above

        return fail(error)
    except KeyboardInterrupt:  # before the window is there to be asked
        return _INTERRUPTED
