"""Playing a run of pictures in real time, or slower where the machine cannot keep up."""

import time

_JITTER_S = 0.005
"""What a busy machine may be late by and make up for; no more, or pictures would come in bursts that nobody sees."""


class Pace:
    """Ties the time of a recording to the clock on the wall. Owned by one thread.

    A reader that falls behind does not miss anything: the recording waits for it and goes on from there. To skip ahead
    would mean to decode pictures and throw them away, just where there is no time for it.
    """

    def __init__(self) -> None:
        self._began: float | None = None

    def moment(self, shown_at: float) -> float:
        """Return when a picture is to be shown, by ``time.monotonic()``: never longer ago than 5 ms.

        Args:
            shown_at: seconds since the start of the recording; never decreases.
        """
        earliest = time.monotonic() - _JITTER_S
        if self._began is None or self._began + shown_at < earliest:
            self._began = (time.monotonic() if self._began is None else earliest) - shown_at
        return self._began + shown_at


def wait_until(moment: float) -> None:
    """Sleep until a moment of ``time.monotonic()``."""
    time.sleep(max(0.0, moment - time.monotonic()))
