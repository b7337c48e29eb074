"""Guiding somebody through their reference photos: which way to look next, what stands against it, when to release.

Pure: frames are judged elsewhere, time is handed in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from faceattend.domain.people import Pose, pose_of
from faceattend.domain.vision import QualityReason

WANTED = (Pose.FRONT, Pose.RIGHT, Pose.LEFT, Pose.UP, Pose.DOWN)
"""The poses asked for, in this order: the front first, since it alone is required."""

STEADY_FRAMES = 3
"""So many good frames in a row of the wanted pose release the shutter: one alone may be a head that swings past."""

PAUSE_S = 0.7
"""At least so long between two photos, or one movement would give two pictures of the same instant."""

SETTLED_LOOKS, RESTLESS_LOOKS = 2, 5
"""A new hint is said once it has come twice in a row, or when the old one has not come for so long: hints that change
with every frame cannot be followed."""

FACING_DEG = 30.0
"""A photo made elsewhere and turned no further serves in place of one from the front: up to a yaw of 40 degrees nothing
is lost in comparisons (docs/adr/0004)."""

FRONT_REACH_DEG = 15.0
TURN_FROM_DEG, TURN_TO_DEG = 15.0, 45.0
NOD_FROM_DEG, NOD_TO_DEG = 11.0, 28.0
"""How far to turn for a photo. Up to a yaw of 40 degrees nothing is lost in comparisons (docs/adr/0004); nodding shows
less in five landmarks than turning does, and enrolment refuses more than 30."""


class Hint(StrEnum):
    """The one thing to say now; the screen has the words."""

    NOBODY = "nobody"
    SEVERAL = "several"
    CLOSER = "closer"
    INTO_THE_PICTURE = "into the picture"
    MORE_LIGHT = "more light"
    LESS_LIGHT = "less light"
    HOLD_STILL = "hold still"
    UNCOVER = "uncover"
    STRAIGHTEN = "straighten"
    LOOK_AHEAD = "look ahead"
    TURN_LEFT = "turn left"
    TURN_RIGHT = "turn right"
    LIFT = "lift"
    LOWER = "lower"
    TURN_LESS = "turn less"
    STAY = "stay"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Glance:
    """What one frame shows.

    Attributes:
        faces: how many faces of like size.
        yaw, pitch: degrees, see :class:`faceattend.domain.vision.Quality`; 0 where there is no single face.
        reasons: what stands against the face's quality.
    """

    faces: int
    yaw: float = 0.0
    pitch: float = 0.0
    reasons: tuple[QualityReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """How far the photos have come.

    Attributes:
        taken: the poses there is a photo of.
        steady: good frames of the wanted pose in a row.
        released_s: when the last photo was taken, seconds of any clock; None before the first.
        rest: yaw and pitch in the photo from the front, degrees: what five landmarks say of a face at rest differs
            from one person and camera to the next, so turns are counted from there.
    """

    taken: frozenset[Pose] = frozenset()
    steady: int = 0
    released_s: float | None = None
    rest: tuple[float, float] = (0.0, 0.0)

    @property
    def wanted(self) -> Pose | None:
        """The pose asked for now; None when there is a photo of each."""
        return next((pose for pose in WANTED if pose not in self.taken), None)


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a frame.

    Attributes:
        session: as it is after the frame.
        hint: what to say.
        release: the pose to take this frame as a photo of; None for no photo.
    """

    session: Session
    hint: Hint
    release: Pose | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """What is being said; see :func:`speak`.

    Attributes:
        hint: said now.
        coming: what the last look would have said.
        looks: in a row that did not ask for ``hint``.
    """

    hint: Hint
    coming: Hint = Hint.NOBODY
    looks: int = 0


_REMEDIES: Sequence[tuple[QualityReason, Hint]] = (
    (QualityReason.CUT_OFF, Hint.INTO_THE_PICTURE),
    (QualityReason.TOO_SMALL, Hint.CLOSER),
    (QualityReason.TOO_DARK, Hint.MORE_LIGHT),
    (QualityReason.TOO_BRIGHT, Hint.LESS_LIGHT),
    (QualityReason.TILTED, Hint.STRAIGHTEN),
    (QualityReason.TURNED_SIDEWAYS, Hint.TURN_LESS),
    (QualityReason.TURNED_UP_OR_DOWN, Hint.TURN_LESS),
    (QualityReason.BLURRED, Hint.HOLD_STILL),
    (QualityReason.UNCERTAIN, Hint.UNCOVER),
)
"""What to say of each fault, the one that others follow from first."""

_TOWARDS: Mapping[Pose, Hint] = {
    Pose.FRONT: Hint.LOOK_AHEAD,
    Pose.LEFT: Hint.TURN_LEFT,
    Pose.RIGHT: Hint.TURN_RIGHT,
    Pose.UP: Hint.LIFT,
    Pose.DOWN: Hint.LOWER,
}


def see(session: Session, glance: Glance, now_s: float) -> Advice:
    """Judge one more frame.

    Args:
        session: as the frame before left it.
        glance: what the frame shows.
        now_s: seconds of a clock that only goes forward.
    """
    wanted = session.wanted
    if wanted is None:
        return Advice(_unsteady(session), Hint.DONE)
    obstacle = fault(glance)
    if obstacle is not None:
        return Advice(_unsteady(session), obstacle)
    turned = _turned(session, glance)
    too_far = _beyond(wanted, turned)
    if too_far or not _reached(wanted, turned):
        return Advice(_unsteady(session), Hint.TURN_LESS if too_far else _TOWARDS[wanted])
    steady = session.steady + 1
    rested = session.released_s is None or now_s - session.released_s >= PAUSE_S
    if steady < STEADY_FRAMES or not rested:
        return Advice(replace(session, steady=steady), Hint.STAY)
    after = taken(session, wanted, now_s, glance)
    return Advice(after, Hint.DONE if after.wanted is None else _TOWARDS[after.wanted], release=wanted)


def taken(session: Session, pose: Pose, now_s: float, glance: Glance) -> Session:
    """Note that there is a photo of a pose, whoever released the shutter, and what was seen in it."""
    rest = (glance.yaw, glance.pitch) if pose is Pose.FRONT else session.rest
    return Session(session.taken | {pose}, 0, now_s, rest)


def dropped(session: Session, pose: Pose) -> Session:
    """Note that the photo of a pose was thrown away: it is asked for again."""
    return replace(session, taken=session.taken - {pose}, steady=0)


def fault(glance: Glance) -> Hint | None:
    """Return what stands against any photo of this frame, whichever way the face looks; None if nothing does."""
    if glance.faces != 1:
        return Hint.SEVERAL if glance.faces else Hint.NOBODY
    return next((hint for reason, hint in _REMEDIES if reason in glance.reasons), None)


def pose_seen(session: Session, glance: Glance) -> Pose:
    """Return the pose that a photo of this frame is of: the wanted one where it is reached, which may take less."""
    wanted, turned = session.wanted, _turned(session, glance)
    return wanted if wanted is not None and _reached(wanted, turned) else pose_of(turned.yaw, turned.pitch)


def speak(speech: Speech, advice: Advice) -> Speech:
    """Say what is advised, calmly: at once after a photo, else when it has lasted."""
    hint = advice.hint
    if advice.release is not None or hint is speech.hint:
        return Speech(hint, hint)
    looks = speech.looks + 1
    lasts = hint is speech.coming and looks >= SETTLED_LOOKS
    return Speech(hint, hint) if lasts or looks >= RESTLESS_LOOKS else Speech(speech.hint, hint, looks)


def _unsteady(session: Session) -> Session:
    return replace(session, steady=0)


def _turned(session: Session, glance: Glance) -> Glance:
    """Return the glance with its angles counted from the face at rest; before that is known, as they are."""
    if session.wanted is Pose.FRONT:
        return glance
    yaw, pitch = session.rest
    return replace(glance, yaw=glance.yaw - yaw, pitch=glance.pitch - pitch)


def _reached(wanted: Pose, glance: Glance) -> bool:
    match wanted:
        case Pose.FRONT:
            return max(abs(glance.yaw), abs(glance.pitch)) < FRONT_REACH_DEG
        case Pose.LEFT:
            return glance.yaw >= TURN_FROM_DEG
        case Pose.RIGHT:
            return glance.yaw <= -TURN_FROM_DEG
        case Pose.UP:
            return glance.pitch <= -NOD_FROM_DEG
        case Pose.DOWN:
            return glance.pitch >= NOD_FROM_DEG


def _beyond(wanted: Pose, glance: Glance) -> bool:
    match wanted:
        case Pose.LEFT | Pose.RIGHT:
            towards = glance.yaw if wanted is Pose.LEFT else -glance.yaw
            return towards > TURN_TO_DEG
        case Pose.UP | Pose.DOWN:
            towards = glance.pitch if wanted is Pose.DOWN else -glance.pitch
            return towards > NOD_TO_DEG
        case _:
            return False
