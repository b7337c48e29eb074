"""What a camera tile shows at one tick, and how that is said in words."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLocale

from faceattend.domain.cameras import CameraRole
from faceattend.domain.vision import Box, Frame
from faceattend.ui.translation import translate

_MINUTE_S, _HOUR_S = 60, 3600


class FaceKind(StrEnum):
    """What is known of a face on the picture."""

    KNOWN = "known"
    UNSURE = "unsure"
    UNKNOWN = "unknown"
    UNDECIDED = "undecided"


class TileState(StrEnum):
    """How the camera is doing."""

    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"
    FAILED = "failed"
    ENDED = "ended"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class TileFace:
    """A face to frame.

    Attributes:
        box: in pixels of the frame.
        kind: decides colour, dashes and icon.
        label: the name, or what stands in the way; empty for none.
    """

    box: Box
    kind: FaceKind
    label: str = ""


@dataclass(frozen=True, slots=True)
class TileStatus:
    """A small fact in the tile's bar: an icon and a few words."""

    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class TileNotice:
    """What stands in the place of a picture that is not there.

    Attributes:
        headline: what happened, such as "No picture for 47 seconds".
        lines: since when, what is tried, what it means; a sentence each.
        action: what the button says that asks for help; None for no button.
    """

    headline: str
    lines: tuple[str, ...] = ()
    action: str | None = None


@dataclass(frozen=True, slots=True)
class TileCaption:
    """The line under a compact tile: who came last, and when; ``quiet`` where it is nobody."""

    words: str
    time: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class TileView:
    """Everything a tile shows at one tick.

    Attributes:
        name: of the camera.
        role: which way people pass it.
        state: how it is doing.
        frame: the newest one, or the last there was; None before the first.
        age_s: seconds since the frame was captured; None before the first.
        faces: boxes in this frame, or in one a moment before.
        statuses: small facts for the bar, the most important first; dropped where there is no room.
        notice: what to say while there is no live picture; None says what the state and age tell.
        attention: somebody before this camera waits for an answer: a ring around the tile.
        compact: bars of 24 px and a caption below, for walls of 9 and 16.
        caption: below a compact tile.
    """

    name: str
    role: CameraRole
    state: TileState = TileState.CONNECTING
    frame: Frame | None = None
    age_s: float | None = None
    faces: tuple[TileFace, ...] = ()
    statuses: tuple[TileStatus, ...] = ()
    notice: TileNotice | None = None
    attention: bool = False
    compact: bool = False
    caption: TileCaption | None = None

    @property
    def live(self) -> bool:
        """Whether the picture may be trusted."""
        return self.state is TileState.LIVE and self.frame is not None

    @property
    def blind(self) -> bool:
        """Whether it should see and does not."""
        return self.state in {TileState.STALE, TileState.FAILED}

    def speak(self) -> str:
        """Say the tile in a sentence."""
        if self.live:
            seen = ", ".join(face.label for face in self.faces if face.label)
            said = translate("CameraTile", "{name}, {role}, live").format(name=self.name, role=role_words(self.role))
            return f"{said}. {seen}" if seen else said
        return translate("CameraTile", "{name}, {what}").format(
            name=self.name, what=_within(self.shown_notice().headline)
        )

    def shown_notice(self) -> TileNotice:
        """Return what is said while there is no live picture."""
        if self.notice is not None:
            return self.notice
        if self.blind and self.age_s is not None:
            return TileNotice(translate("CameraTile", "no picture for {time}").format(time=duration_words(self.age_s)))
        return TileNotice(
            {
                TileState.DISABLED: translate("CameraTile", "switched off"),
                TileState.ENDED: translate("CameraTile", "the video has ended"),
                TileState.FAILED: translate("CameraTile", "no picture"),
                TileState.STALE: translate("CameraTile", "no picture"),
            }.get(self.state, translate("CameraTile", "connecting to the camera"))
        )

    def age_words(self) -> str:
        """Return what stands at the end of the bar: the frame's age, or what is wrong."""
        if self.live:
            return translate("CameraTile", "{seconds} s").format(seconds=QLocale().toString(self.age_s or 0.0, "f", 1))
        if self.blind and self.age_s is not None:
            time = short_duration(self.age_s)
            return time if self.compact else translate("CameraTile", "Blind for {time}").format(time=time)
        return {
            TileState.DISABLED: translate("CameraTile", "Off"),
            TileState.ENDED: translate("CameraTile", "Ended"),
            TileState.FAILED: translate("CameraTile", "Blind"),
            TileState.STALE: translate("CameraTile", "Blind"),
        }.get(self.state, translate("CameraTile", "Connecting"))


def role_words(role: CameraRole) -> str:
    """Return the role as the bar names it."""
    return {
        CameraRole.ENTRY: translate("CameraTile", "Entry"),
        CameraRole.EXIT: translate("CameraTile", "Exit"),
        CameraRole.BOTH: translate("CameraTile", "Both"),
    }[role]


def duration_words(seconds: float) -> str:
    """Return a duration in full words up to a minute: "47 seconds", "2 min 10 s", "1 h 5 min"."""
    whole = int(seconds)
    if whole == 1:
        return translate("CameraTile", "1 second")
    if whole < _MINUTE_S:
        return translate("CameraTile", "{seconds} seconds").format(seconds=whole)
    if whole < _HOUR_S:
        return translate("CameraTile", "{minutes} min {seconds} s").format(
            minutes=whole // _MINUTE_S, seconds=whole % _MINUTE_S
        )
    return short_duration(seconds)


def short_duration(seconds: float) -> str:
    """Return a duration as short as can be: "47 s", "2 min", "1 h 5 min"."""
    whole = int(seconds)
    if whole < _MINUTE_S:
        return translate("CameraTile", "{seconds} s").format(seconds=whole)
    if whole < _HOUR_S:
        return translate("CameraTile", "{minutes} min").format(minutes=whole // _MINUTE_S)
    hours, minutes = divmod(whole // _MINUTE_S, 60)
    return translate("CameraTile", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def _within(sentence: str) -> str:
    """Return how a sentence begins when it stands inside another."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence
