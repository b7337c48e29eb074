"""What the program is started from: whether windows can be shown there, and any words printed."""

import io
import os
import sys

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """Whether windows can be opened here."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in _DISPLAYS)


def tolerate_any_encoding() -> None:
    """Let no name keep the program from ending: what a terminal or pipe cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
