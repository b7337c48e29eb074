"""Libraries that a start needs anyway, loaded in a thread of their own while the start is busy with others.

Python runs one thread at a time, but reading files is left to the system: beside Qt, whose libraries are the largest,
what the database needs is loaded nearly for nothing where nothing is in memory yet.
"""

import importlib
import threading
from collections.abc import Sequence
from contextlib import suppress


def load_ahead(names: Sequence[str]) -> threading.Thread:
    """Load modules one after the other; who imports one of them meanwhile waits until it is there.

    Args:
        names: absolute. Name packages, not what lies in them where that is imported elsewhere as well: two threads
            that enter a package by two of its modules may each wait for the other's.

    Returns:
        The thread, running; the program does not end before it.
    """
    thread = threading.Thread(target=_load, args=(tuple(names),), name="loading ahead")
    thread.start()
    return thread


def _load(names: Sequence[str]) -> None:
    for name in names:
        with suppress(ImportError):  # who needs it meets the same error, and says so
            importlib.import_module(name)
