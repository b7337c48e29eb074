"""Errors in plain sentences: what happened, what it means, what to do; never a traceback."""

import traceback
from dataclasses import dataclass

from faceattend.domain.errors import FaceAttendError
from faceattend.ui.translation import spoken, translate


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error for people.

    Attributes:
        what: what happened.
        means: what it means; empty where nothing is affected.
        remedy: what to do; empty where ``what`` says it already.
        details: for whoever looks after the computer.
        expected: whether the program knows this error; if not, the log says more.
    """

    what: str
    means: str
    remedy: str
    details: str
    expected: bool

    @property
    def rest(self) -> str:
        """What it means and what to do, below a title that says what happened."""
        return " ".join(part for part in (self.means, self.remedy) if part)

    @property
    def whole(self) -> str:
        """All of it, but the details."""
        return f"{self.what} {self.rest}".rstrip()


def explain(error: BaseException) -> Explanation:
    """Say what happened, what it means and what to do."""
    cause = error.__cause__
    if isinstance(error, FaceAttendError):
        behind = f"\n{type(cause).__name__}: {cause}" if cause is not None else ""
        details = f"{type(error).__name__}: {error}{behind}"
        return Explanation(spoken(error.what), spoken(error.means), spoken(error.remedy), details, expected=True)
    where = "".join(traceback.format_exception(error))
    return Explanation(
        translate("Messages", "Something went wrong inside the program."),
        translate("Messages", "What you did last may not have been done. Everything that was stored before is safe."),
        translate(
            "Messages", "Try it once more. If it happens again, send the log to whoever looks after this computer."
        ),
        where,
        expected=False,
    )


def told(error: BaseException) -> str:
    """Return an error as one message in the window's language."""
    return explain(error).whole
