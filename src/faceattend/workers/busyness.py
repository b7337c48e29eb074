"""How busy recognition is: the measure behind "room for 10 more cameras"."""

from dataclasses import dataclass

_WINDOW_S = 5.0
_NEW_SHARE = 0.5  # of the newest window in the figure told: the door is busy by fits and starts


@dataclass(frozen=True, slots=True)
class Load:
    """What recognition did of late.

    Attributes:
        share: of the time it was at work, 0..1.
        frames_per_s: analysed, of all cameras together.
    """

    share: float
    frames_per_s: float

    def room_for(self, demanded_per_s: float, each_per_s: float, *, full: float = 0.85) -> int:
        """Say how many more cameras could be looked at as often as they ask to be.

        Args:
            demanded_per_s: frames that the present cameras ask to have analysed.
            each_per_s: frames that one more camera would ask for; above 0.
            full: share of the time that may be spent; the rest is for crowds at the doors.
        """
        if self.frames_per_s <= 0 or self.share <= 0:
            return 0
        possible_per_s = self.frames_per_s * full / self.share
        return max(0, int((possible_per_s - demanded_per_s) / each_per_s))


class Busyness:
    """Adds up the time worked in windows of five seconds. Thread: one worker calls, any other reads ``load``."""

    def __init__(self) -> None:
        self._load: Load | None = None
        self._since: float | None = None
        self._busy_s = 0.0
        self._frames = 0

    @property
    def load(self) -> Load | None:
        """The load; None before the first window is full."""
        return self._load

    def worked(self, began: float, ended: float, frames: int) -> None:
        """Add a piece of work; both instants are of ``time.monotonic``."""
        if self._since is None:
            self._since = began
        self._busy_s += ended - began
        self._frames += frames
        if ended - self._since >= _WINDOW_S:
            self._close_window(ended - self._since)
            self._since = ended

    def _close_window(self, seconds: float) -> None:
        newest = Load(min(1.0, self._busy_s / seconds), self._frames / seconds)
        old = self._load or newest
        self._load = Load(_mixed(old.share, newest.share), _mixed(old.frames_per_s, newest.frames_per_s))
        self._busy_s, self._frames = 0.0, 0


def _mixed(old: float, newest: float) -> float:
    return (1 - _NEW_SHARE) * old + _NEW_SHARE * newest
