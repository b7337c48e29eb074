"""The boxes on a live picture: which of them still belong to it, and what each says."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from faceattend.domain.vision import Frame, Overlay, QualityReason, TrackedFace, Verdict
from faceattend.ui.translation import translate
from faceattend.ui.widgets.tile_view import FaceKind, TileFace, short_duration

OLDEST_OVERLAY = timedelta(seconds=1)
"""A box from longer ago is not drawn: whoever was there has walked on, and a name over somebody else is worse."""

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


class Strangers:
    """Remembers since when each unknown face has been there."""

    def __init__(self) -> None:
        self._since: dict[int, datetime] = {}

    def follow(self, faces: tuple[TrackedFace, ...], now: datetime) -> dict[int, timedelta]:
        """Take in who is there now; return for how long each unknown one has been called so, by track."""
        unknown = {face.track_id for face in faces if face.verdict is Verdict.UNKNOWN}
        self._since = {track: self._since.get(track, now) for track in unknown}
        return {track: now - since for track, since in self._since.items()}


def belongs(overlay: Overlay, frame: Frame, times: FrameTimes) -> bool:
    """Whether an overlay is recent enough to be drawn over this frame."""
    at = times.captured_at(overlay.seq)
    return at is not None and frame.captured_at - at <= OLDEST_OVERLAY


def tile_face(face: TrackedFace, name_of: NameOf, unknown_for: timedelta | None, *, compact: bool) -> TileFace:
    """Return the box of a face with its words.

    Args:
        face: as tracked.
        name_of: names a person; None while the name is being read.
        unknown_for: how long it has been unknown.
        compact: little room.
    """
    kind = FaceKind.UNDECIDED if face.verdict is None else _KINDS[face.verdict]
    return TileFace(face.box, kind, _label(face, name_of, unknown_for, compact=compact))


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


def _label(face: TrackedFace, name_of: NameOf, unknown_for: timedelta | None, *, compact: bool) -> str:
    match face.verdict:
        case Verdict.KNOWN:
            return (name_of(face.person_id) or "") if face.person_id else ""
        case Verdict.UNSURE:
            return translate("LiveFaces", "Unsure") if compact else translate("LiveFaces", "Unsure who it is")
        case Verdict.UNKNOWN:
            word = translate("LiveFaces", "Unknown") if compact else translate("LiveFaces", "Unknown visitor")
            seconds = unknown_for.total_seconds() if unknown_for else 0.0
            return (
                translate("LiveFaces", "{who}, {time}").format(who=word, time=short_duration(seconds))
                if seconds >= 1
                else word
            )
        case None:
            return reason_words(face.reasons[0]) if face.reasons else ""
