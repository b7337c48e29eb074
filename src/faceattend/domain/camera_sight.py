"""What a camera sees of a face, held against what recognition needs, and what to change. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from faceattend.domain.said import Phrase, said
from faceattend.domain.vision import Box, Quality


class Aspect(StrEnum):
    """What is looked at."""

    FACE_SIZE = "face size"
    LIGHT = "light"
    SHARPNESS = "sharpness"
    ANGLE = "angle"
    RATE = "frames a second"


class Grade(StrEnum):
    """How it is."""

    GOOD = "good"
    WEAK = "weak"  # works, but costs recognitions
    BAD = "bad"  # such a face is not compared at all
    UNSEEN = "unseen"  # there was nothing to measure


@dataclass(frozen=True, slots=True)
class SeenFace:
    """A face measured in one frame.

    Attributes:
        box: where, pixels of the frame.
        quality: how well it can be compared.
    """

    box: Box
    quality: Quality


@dataclass(frozen=True, slots=True)
class Needs:
    """What recognition needs of a camera.

    Below (or beyond) the first value of a pair a face is not compared at all; up to the second it is, but is
    recognised less often.

    Attributes:
        face_px: shorter side of the face, pixels: least, comfortable.
        darkest: mean grey level of the face, 0..255: least, comfortable.
        brightest: mean grey level of the face: most, comfortable.
        sharpness: see :class:`faceattend.domain.vision.Quality`: least, comfortable.
        turned: degrees sideways: most, comfortable.
        nodded: degrees up or down: most, comfortable.
        fps: frames per second: least, wanted.
    """

    face_px: tuple[float, float]
    darkest: tuple[float, float]
    brightest: tuple[float, float]
    sharpness: tuple[float, float]
    turned: tuple[float, float]
    nodded: tuple[float, float]
    fps: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        aspect: what.
        grade: how it is.
        seen: its figure (pixels, grey level, sharpness, degrees, frames per second); None when unseen.
        needed: the comfortable figure it is held against.
    """

    aspect: Aspect
    grade: Grade
    seen: float | None
    needed: float


def findings(face: SeenFace | None, fps: float | None, needs: Needs) -> tuple[Finding, ...]:
    """Hold what was seen against what is needed.

    Args:
        face: the best face of a trial; None when none was seen.
        fps: frames delivered per second; None when it cannot be told.
        needs: what is needed.
    """
    quality = None if face is None else face.quality
    return (
        _at_least(Aspect.FACE_SIZE, None if quality is None else quality.face_px, needs.face_px),
        _light(quality, needs),
        _at_least(Aspect.SHARPNESS, None if quality is None else quality.sharpness, needs.sharpness),
        _angle(quality, needs),
        _at_least(Aspect.RATE, fps, needs.fps),
    )


def advice(found: Sequence[Finding]) -> tuple[Phrase, ...]:
    """Say in whole sentences what to change, what matters most first; empty when nothing is."""
    faults = sorted((each for each in found if each.grade in _RANK), key=lambda each: _RANK[each.grade])
    told = [_sentence(each) for each in faults]
    if any(each.aspect is Aspect.FACE_SIZE and each.grade is Grade.UNSEEN for each in found):
        return (said("CameraSight", "Stand where people will pass, look at the camera, and test again."), *told)
    return (*told, said("CameraSight", "Test again while somebody stands where people will pass.")) if told else ()


_RANK = {Grade.BAD: 0, Grade.WEAK: 1}


def _at_least(aspect: Aspect, seen: float | None, needed: tuple[float, float]) -> Finding:
    least, comfortable = needed
    if seen is None:
        return Finding(aspect, Grade.UNSEEN, None, comfortable)
    grade = Grade.BAD if seen < least else Grade.WEAK if seen < comfortable else Grade.GOOD
    return Finding(aspect, grade, seen, comfortable)


def _at_most(aspect: Aspect, seen: float, allowed: tuple[float, float]) -> Finding:
    most, comfortable = allowed
    grade = Grade.BAD if seen > most else Grade.WEAK if seen > comfortable else Grade.GOOD
    return Finding(aspect, grade, seen, comfortable)


def _light(quality: Quality | None, needs: Needs) -> Finding:
    if quality is None:
        return Finding(Aspect.LIGHT, Grade.UNSEEN, None, needs.darkest[1])
    if quality.brightness > needs.brightest[1]:
        return _at_most(Aspect.LIGHT, quality.brightness, needs.brightest)
    return _at_least(Aspect.LIGHT, quality.brightness, needs.darkest)


def _angle(quality: Quality | None, needs: Needs) -> Finding:
    """Take the turn that is worse, sideways or up and down, each against its own limit."""
    if quality is None:
        return Finding(Aspect.ANGLE, Grade.UNSEEN, None, needs.turned[1])
    sideways = _at_most(Aspect.ANGLE, abs(quality.yaw), needs.turned)
    upright = _at_most(Aspect.ANGLE, abs(quality.pitch), needs.nodded)
    return min(sideways, upright, key=lambda each: _RANK.get(each.grade, len(_RANK)))


def _sentence(fault: Finding) -> Phrase:
    seen = fault.seen or 0.0
    match fault.aspect:
        case Aspect.FACE_SIZE:
            times = fault.needed / max(seen, 1.0)
            return said(
                "CameraSight", "Zoom in, or hang the camera closer: a face should be {times:.1f} times as large."
            ).format(times=max(times, 1.1))
        case Aspect.LIGHT if seen > fault.needed:
            return said(
                "CameraSight", "Shade the camera from the sun or lamp that it looks into, or lower its exposure."
            )
        case Aspect.LIGHT:
            return said("CameraSight", "Switch on a lamp that lights faces from the camera’s side.")
        case Aspect.SHARPNESS:
            return said(
                "CameraSight",
                "Clean the lens and focus it on where people pass; more light makes the exposure shorter.",
            )
        case Aspect.ANGLE:
            return said("CameraSight", "Hang the camera at the height of faces, straight ahead of those who come.")
        case Aspect.RATE:
            return said(
                "CameraSight", "Let the camera send at least {rate:.0f} frames a second, or analyse fewer of them."
            ).format(rate=fault.needed)
