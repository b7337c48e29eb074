"""Thinning an uneven run of frames to an even, lower rate."""

_SLACK = 0.1
_CREDIT = 1.5


class Rate:
    """Chooses which frames to take so that about ``per_s`` a second remain, as evenly as the source allows.

    It keeps a timetable instead of a minimum distance: at a distance of 100 ms or more, 15 frames a second would
    become 7.5, not 10. A frame up to a tenth of a period early is taken, since cameras jitter; a source that paused
    is forgiven one and a half periods and no more, so that no burst follows a gap.

    Args:
        per_s: frames to take per second, above 0.
    """

    def __init__(self, per_s: float) -> None:
        if per_s <= 0:
            message = f"a rate must be above 0, not {per_s}"
            raise ValueError(message)
        self._period = 1 / per_s
        self._next: float | None = None

    def due(self, at: float) -> bool:
        """Tell whether the frame of this moment is to be taken; asked once for every frame, in order.

        Args:
            at: seconds on any clock. A clock set back or far forward starts the timetable anew.
        """
        late = 0.0 if self._next is None else at - self._next
        if self._next is None or late < -self._period * (1 + 2 * _SLACK) or late > self._period * _CREDIT:
            self._next = at + self._period
            return True
        if late < -self._period * _SLACK:
            return False
        self._next += self._period
        return True
