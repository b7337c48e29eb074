"""Playing a run of pictures in real time, skipping ahead where the reader falls behind."""

import time

_LATE_S = 0.1
_IN_VAIN_S = 0.25
_SLOW_FOR_S = 5.0
_HOPELESS_S = 5.0


class Pace:
    """Ties the time of a recording to the clock on the wall. Owned by one thread.

    A picture more than 0.1 s late is skipped to catch up. Where 0.25 s of skipping did not help, the machine is too
    slow to decode the recording in time: it is played slower for the next 5 s, and smoothly, instead of being decoded
    and thrown away. After 5 s of delay (the machine slept) the playing goes on from there.
    """

    def __init__(self) -> None:
        self._began: float | None = None
        self._skipping_since: float | None = None
        self._slow_until = 0.0

    def keeps(self, shown_at: float) -> bool:
        """Tell whether a picture is still worth showing.

        Args:
            shown_at: seconds since the start of the recording; never decreases.
        """
        now = time.monotonic()
        late_s = 0.0 if self._began is None else now - self._began - shown_at
        if late_s <= _LATE_S:
            self._began = now - shown_at if self._began is None else self._began
            self._skipping_since = None
            return True
        self._skipping_since = self._skipping_since or now
        if late_s <= _HOPELESS_S and now >= self._slow_until:
            if now - self._skipping_since < _IN_VAIN_S:
                return False
            self._slow_until = now + _SLOW_FOR_S
        self._began, self._skipping_since = now - shown_at, None
        return True

    def wait(self, shown_at: float) -> None:
        """Sleep until the moment at which a picture that :meth:`keeps` is to be shown."""
        if self._began is not None:
            time.sleep(max(0.0, self._began + shown_at - time.monotonic()))
