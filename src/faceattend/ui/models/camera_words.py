"""How cameras are spoken of: kinds, roles, states and what a test found, in plain words."""

from PySide6.QtCore import QLocale

from faceattend.domain.camera_sight import Aspect, Finding, Grade
from faceattend.domain.cameras import CameraRole, CameraState, CameraStatus, source_kind
from faceattend.ui.translation import translate
from faceattend.ui.widgets.tile_view import short_duration


def role_word(role: CameraRole) -> str:
    """Return the word for what passing a camera means."""
    return {
        CameraRole.ENTRY: translate("CameraWords", "Entry"),
        CameraRole.EXIT: translate("CameraWords", "Exit"),
        CameraRole.BOTH: translate("CameraWords", "Both ways"),
    }[role]


def role_meaning(role: CameraRole) -> str:
    """Return what a role means for attendance, in a sentence."""
    return {
        CameraRole.ENTRY: translate("CameraWords", "Whoever is recognised here came in."),
        CameraRole.EXIT: translate("CameraWords", "Whoever is recognised here went out."),
        CameraRole.BOTH: translate("CameraWords", "Whoever is recognised here came in, or went out if they were in."),
    }[role]


def role_icon(role: CameraRole) -> str:
    """Return the icon of a role."""
    return {CameraRole.ENTRY: "log-in", CameraRole.EXIT: "log-out", CameraRole.BOTH: "arrow-right-left"}[role]


def kind_word(source: str) -> str:
    """Return how a camera is reached, in a word; never its address."""
    kind = source_kind(source)
    known = {
        "device": translate("CameraWords", "On this computer"),
        "file": translate("CameraWords", "Video file"),
        "loop": translate("CameraWords", "Video file, repeated"),
        "stills": translate("CameraWords", "Pictures"),
    }
    return known.get(kind, kind)


def state_word(status: CameraStatus | None, *, enabled: bool) -> str:
    """Return how a camera is doing, in a word or two.

    Args:
        status: what the running pipeline says of it; None while it does not run.
        enabled: whether it is to run.
    """
    if not enabled or status is None:
        return translate("CameraWords", "Starts soon") if enabled else translate("CameraWords", "Not in use")
    known = {
        CameraState.LIVE: translate("CameraWords", "Sees"),
        CameraState.CONNECTING: translate("CameraWords", "Connecting"),
        CameraState.ENDED: translate("CameraWords", "Video ended"),
    }
    if status.state in known:
        return known[status.state]
    if status.frame_age is None:
        return translate("CameraWords", "No picture yet")
    return translate("CameraWords", "No picture for {span}").format(
        span=short_duration(status.frame_age.total_seconds())
    )


def is_blind(status: CameraStatus | None) -> bool:
    """Whether a camera that should see does not."""
    return status is not None and status.state in {CameraState.FAILED, CameraState.STALE}


def aspect_word(aspect: Aspect) -> str:
    """Return what was measured, as the head of a row."""
    return {
        Aspect.FACE_SIZE: translate("CameraWords", "Face size"),
        Aspect.LIGHT: translate("CameraWords", "Light"),
        Aspect.SHARPNESS: translate("CameraWords", "Sharpness"),
        Aspect.ANGLE: translate("CameraWords", "Turned away"),
        Aspect.RATE: translate("CameraWords", "Frames a second"),
    }[aspect]


def seen_words(finding: Finding) -> str:
    """Return what was seen: a figure where people know its unit, else a word."""
    if finding.seen is None:
        return (
            translate("CameraWords", "no face seen")
            if finding.aspect is not Aspect.RATE
            else translate("CameraWords", "unknown")
        )
    figure = QLocale().toString(round(finding.seen))
    match finding.aspect:
        case Aspect.FACE_SIZE:
            return translate("CameraWords", "{figure} px").format(figure=figure)
        case Aspect.LIGHT:
            return _light_word(finding)
        case Aspect.SHARPNESS:
            words = {
                Grade.GOOD: translate("CameraWords", "good"),
                Grade.WEAK: translate("CameraWords", "a little blurred"),
                Grade.BAD: translate("CameraWords", "blurred"),
            }
            return words[finding.grade]
        case Aspect.ANGLE:
            return translate("CameraWords", "{figure}°").format(figure=figure)
        case Aspect.RATE:
            return figure


def needed_words(finding: Finding) -> str:
    """Return what is needed, to stand beside what was seen."""
    figure = QLocale().toString(round(finding.needed))
    match finding.aspect:
        case Aspect.FACE_SIZE | Aspect.RATE:
            return translate("CameraWords", "{figure} or more").format(figure=figure)
        case Aspect.LIGHT:
            return translate("CameraWords", "bright, even")
        case Aspect.SHARPNESS:
            return translate("CameraWords", "not blurred")
        case Aspect.ANGLE:
            return translate("CameraWords", "{figure}° or less").format(figure=figure)


def grade_icon(grade: Grade) -> str:
    """Return the icon of a grade; its colour alone would not be enough."""
    return {
        Grade.GOOD: "circle-check",
        Grade.WEAK: "circle-alert",
        Grade.BAD: "circle-x",
        Grade.UNSEEN: "circle-help",
    }[grade]


def grade_token(grade: Grade) -> str:
    """Return the colour of a grade."""
    return {Grade.GOOD: "ok", Grade.WEAK: "warn", Grade.BAD: "bad", Grade.UNSEEN: "text3"}[grade]


def _light_word(finding: Finding) -> str:
    if finding.grade is Grade.GOOD:
        return translate("CameraWords", "good")
    bright = (finding.seen or 0.0) > finding.needed
    if finding.grade is Grade.BAD:
        return translate("CameraWords", "glaring") if bright else translate("CameraWords", "dark")
    return translate("CameraWords", "bright") if bright else translate("CameraWords", "dim")
