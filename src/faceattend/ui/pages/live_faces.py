"""The boxes on a live picture: which of them still belong to it, and what each says."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from faceattend.domain.evidence import MatchLimits, match_words
from faceattend.domain.vision import Frame, Overlay, QualityReason, TrackedFace, Verdict
from faceattend.ui.translation import spoken, translate
from faceattend.ui.widgets.tile_view import FaceKind, TileFace, short_duration

OLDEST_OVERLAY = timedelta(seconds=1)
"""A box from longer ago is not drawn: whoever was there has walked on, and a name over somebody else is worse."""

LONGEST_ABSENCE = timedelta(seconds=3)
"""A face that is found again within this time was there meanwhile: its seconds go on."""

_FRAMES_REMEMBERED = 64
_KINDS = {Verdict.KNOWN: FaceKind.KNOWN, Verdict.UNSURE: FaceKind.UNSURE, Verdict.UNKNOWN: FaceKind.UNKNOWN}

NameOf = Callable[[UUID], str | None]


class FrameTimes:
    """Remembers when the frames shown were captured, so that an overlay, which names its frame, has an age."""

    def __init__(self) -> None:
        self._seen: deque[tuple[int, datetime]] = deque(maxlen=_FRAMES_REMEMBERED)

    def note(self, frame: Frame) -> None:
        """Take a frame in; numbers that begin anew tell that the camera was opened again."""
        if self._seen and frame.seq < self._seen[-1][0]:
            self._seen.clear()
        if not self._seen or frame.seq > self._seen[-1][0]:
            self._seen.append((frame.seq, frame.captured_at))

    def captured_at(self, seq: int) -> datetime | None:
        """Return when a frame was captured, or the one shown before it; None if it is older than all remembered."""
        return next((at for each, at in reversed(self._seen) if each <= seq), None)


class Stay:
    """Remembers since when each face has been there; one that is lost for a moment has not gone."""

    def __init__(self) -> None:
        self._since: dict[int, datetime] = {}
        self._seen: dict[int, datetime] = {}

    def follow(self, faces: Iterable[TrackedFace], now: datetime) -> dict[int, timedelta]:
        """Take in who is there now; return for how long each has been, by track."""
        self._seen |= dict.fromkeys((face.track_id for face in faces), now)
        self._seen = {track: at for track, at in self._seen.items() if now - at <= LONGEST_ABSENCE}
        self._since = {track: self._since.get(track, now) for track in self._seen}
        return {track: now - since for track, since in self._since.items()}


def belongs(overlay: Overlay, frame: Frame, times: FrameTimes) -> bool:
    """Whether an overlay is recent enough to be drawn over this frame."""
    at = times.captured_at(overlay.seq)
    return at is not None and frame.captured_at - at <= OLDEST_OVERLAY


@dataclass(frozen=True, slots=True)
class Labelling:
    """What the words at a face rest on.

    Attributes:
        name_of: names a person; None while the name is being read.
        limits: of the match, so that the words are those of the feed's row for the same pass; None while they are being
            read.
        compact: little room.
    """

    name_of: NameOf
    limits: MatchLimits | None = None
    compact: bool = False


def tile_face(face: TrackedFace, there_for: timedelta, labelling: Labelling) -> TileFace:
    """Return the box of a face with its words.

    Args:
        face: as tracked.
        there_for: how long it has been there.
        labelling: how it is told.
    """
    kind = FaceKind.UNDECIDED if face.verdict is None else _KINDS[face.verdict]
    return TileFace(face.box, kind, _label(face, there_for, labelling))


def reason_words(reason: QualityReason) -> str:
    """Say what stands in the way of comparing a face."""
    return {
        QualityReason.TOO_SMALL: translate("LiveFaces", "Too far away"),
        QualityReason.BLURRED: translate("LiveFaces", "Blurred"),
        QualityReason.TURNED_SIDEWAYS: translate("LiveFaces", "Turned to the side"),
        QualityReason.TURNED_UP_OR_DOWN: translate("LiveFaces", "Looking up or down"),
        QualityReason.TILTED: translate("LiveFaces", "Head tilted"),
        QualityReason.TOO_DARK: translate("LiveFaces", "Too dark"),
        QualityReason.TOO_BRIGHT: translate("LiveFaces", "Too bright"),
        QualityReason.CUT_OFF: translate("LiveFaces", "Cut off by the edge"),
        QualityReason.UNCERTAIN: translate("LiveFaces", "Face hardly visible"),
    }[reason]


def _label(face: TrackedFace, there_for: timedelta, labelling: Labelling) -> str:
    match face.verdict:
        case Verdict.KNOWN:
            return (labelling.name_of(face.person_id) or "") if face.person_id else ""
        case Verdict.UNSURE:
            if labelling.limits is None:
                return translate("LiveFaces", "Unsure")
            words = match_words(face.verdict, face.runner_up_score, labelling.limits)
            return spoken(words.short if labelling.compact else words)
        case Verdict.UNKNOWN:
            word = translate("LiveFaces", "Unknown") if labelling.compact else translate("LiveFaces", "Unknown visitor")
            seconds = there_for.total_seconds()
            if seconds < 1:
                return word
            return translate("LiveFaces", "{who}, {time}").format(who=word, time=short_duration(seconds))
        case None:
            return reason_words(face.reasons[0]) if face.reasons else ""
