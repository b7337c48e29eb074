"""Logging: one rotating file in the home, warnings on stderr, passwords never in either."""

import logging
import logging.handlers
import re
import sys
from pathlib import Path

from faceattend.domain.cameras import redacted

# Bounded, so that a long line without spaces costs no more than its length; a login may hold quotes, the rest may not.
_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,30}://(?:[^\s<>]{0,300}@)?[^\s'\"<>]*")
_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


class RedactingFormatter(logging.Formatter):
    """Masks the password of every URL, in messages and tracebacks alike."""

    def format(self, record: logging.LogRecord) -> str:
        """Format as usual, then mask."""
        return _URL.sub(lambda url: redacted(url.group()), super().format(record))


class _File(logging.handlers.RotatingFileHandler):
    """Lets lines go that the disk does not take: that it is full is told by whoever has something to store."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Be silent about the disk; tell of anything else as usual."""
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)


def configure(folder: Path | None, *, verbose: bool = False) -> None:
    """Send the program's log to ``folder/faceattend.log`` (1 MB, five kept) and warnings to stderr.

    Args:
        folder: made when absent; None logs to stderr only.
        verbose: everything to stderr, not only warnings.
    """
    root = logging.getLogger("faceattend")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    console = logging.StreamHandler()
    console.setLevel(logging.DEBUG if verbose else logging.WARNING)
    handlers: list[logging.Handler] = [console]
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handlers.append(
            _File(folder / "faceattend.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8", delay=True)
        )
    for handler in handlers:
        handler.setFormatter(RedactingFormatter(_FORMAT))
        root.addHandler(handler)
