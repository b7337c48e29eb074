"""Playing a run of pictures in real time, skipping ahead where the reader falls behind."""

import time

_LATE_S = 0.1
_STARVING_S = 0.25
_HOPELESS_S = 5.0


class Pace:
    """Ties the time of a recording to the clock on the wall. Owned by one thread.

    A picture more than 0.1 s late is skipped, but after 0.25 s of skipping one is kept, so that a machine too slow to
    decode the recording still shows some; at 5 s of delay (the machine slept) the playing goes on from there.
    """

    def __init__(self) -> None:
        self._began: float | None = None
        self._skipping_since: float | None = None

    def keeps(self, shown_at: float) -> bool:
        """Tell whether a picture is still worth showing.

        Args:
            shown_at: seconds since the start of the recording; never decreases.
        """
        now = time.monotonic()
        if self._began is None or now - self._began - shown_at > _HOPELESS_S:
            self._began = now - shown_at
        if now - self._began - shown_at > _LATE_S:
            self._skipping_since = self._skipping_since or now
            if now - self._skipping_since < _STARVING_S:
                return False
        self._skipping_since = None
        return True

    def wait(self, shown_at: float) -> None:
        """Sleep until the moment at which a picture that :meth:`keeps` is to be shown."""
        if self._began is not None:
            time.sleep(max(0.0, self._began + shown_at - time.monotonic()))
