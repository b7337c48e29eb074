"""What the enrolment dialog says."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale

from faceattend.domain.coaching import Hint
from faceattend.domain.vision import QualityReason
from faceattend.services.enrolment import Twin
from faceattend.services.photos import PhotoCheck
from faceattend.ui.translation import translate
from faceattend.ui.widgets.face_checks import CheckState, FaceCheck


def hint_words(hint: Hint) -> tuple[str, str]:
    """Return the icon and the sentence of what is to be done now."""
    return _hints()[hint]


def _hints() -> Mapping[Hint, tuple[str, str]]:
    return {
        Hint.NOBODY: ("user", translate("Enrol", "Come before the camera")),
        Hint.SEVERAL: ("users", translate("Enrol", "Only one person in the picture, please")),
        Hint.CLOSER: ("zoom-in", translate("Enrol", "Come closer")),
        Hint.INTO_THE_PICTURE: ("scan", translate("Enrol", "Bring the whole face into the ring")),
        Hint.MORE_LIGHT: ("sun", translate("Enrol", "More light on the face, please")),
        Hint.LESS_LIGHT: ("sun", translate("Enrol", "Less light on the face, please")),
        Hint.HOLD_STILL: ("focus", translate("Enrol", "Hold still")),
        Hint.UNCOVER: ("scan-face", translate("Enrol", "Show the whole face, with nothing before it")),
        Hint.STRAIGHTEN: ("rotate-ccw", translate("Enrol", "Hold the head upright")),
        Hint.LOOK_AHEAD: ("circle-dot", translate("Enrol", "Look straight into the camera")),
        Hint.TURN_LEFT: ("arrow-left", translate("Enrol", "Turn slowly to the left, eyes on the camera")),
        Hint.TURN_RIGHT: ("arrow-right", translate("Enrol", "Turn slowly to the right, eyes on the camera")),
        Hint.LIFT: ("arrow-up", translate("Enrol", "Lift the chin slowly, eyes on the camera")),
        Hint.LOWER: ("arrow-down", translate("Enrol", "Lower the chin slowly, eyes on the camera")),
        Hint.TURN_LESS: ("undo-2", translate("Enrol", "Not quite so far")),
        Hint.STAY: ("check", translate("Enrol", "Stay like this")),
        Hint.DONE: ("check", translate("Enrol", "All photos are taken")),
    }


def face_checks(check: PhotoCheck | None) -> tuple[FaceCheck, ...]:
    """Say how light, sharpness, size and the face itself are, as far as they were measured."""
    reasons = check.reasons if check is not None else ()
    seen = check is not None and check.quality is not None
    light = (
        (QualityReason.TOO_DARK, translate("Enrol", "Face is too dark")),
        (QualityReason.TOO_BRIGHT, translate("Enrol", "Face is too bright")),
    )
    sharp = ((QualityReason.BLURRED, translate("Enrol", "Picture is blurred")),)
    size = ((QualityReason.TOO_SMALL, translate("Enrol", "Face is too small")),)
    view = (
        (QualityReason.CUT_OFF, translate("Enrol", "Face is cut off")),
        (QualityReason.UNCERTAIN, translate("Enrol", "Something covers the face")),
        (QualityReason.TILTED, translate("Enrol", "Head is tilted")),
        (QualityReason.TURNED_SIDEWAYS, translate("Enrol", "Turned too far")),
        (QualityReason.TURNED_UP_OR_DOWN, translate("Enrol", "Turned too far")),
    )
    return (
        _one(seen, reasons, translate("Enrol", "Light is good"), light, translate("Enrol", "Light")),
        _one(seen, reasons, translate("Enrol", "Picture is sharp"), sharp, translate("Enrol", "Sharpness")),
        _one(seen, reasons, translate("Enrol", "Face is large enough"), size, translate("Enrol", "Size of the face")),
        _alone(check)
        or _one(seen, reasons, translate("Enrol", "Face is in full view"), view, translate("Enrol", "One face")),
    )


_Faults = Sequence[tuple[QualityReason, str]]


def _one(seen: bool, reasons: Sequence[QualityReason], good: str, faults: _Faults, unseen: str) -> FaceCheck:
    if not seen:
        return FaceCheck(CheckState.UNSEEN, unseen)
    words = next((words for reason, words in faults if reason in reasons), "")
    return FaceCheck(CheckState.POOR, words) if words else FaceCheck(CheckState.GOOD, good)


def _alone(check: PhotoCheck | None) -> FaceCheck | None:
    if check is None or check.faces == 1:
        return None
    return FaceCheck(
        CheckState.POOR, translate("Enrol", "Several faces") if check.faces else translate("Enrol", "No face")
    )


def photos_words(count: int, wanted: int) -> str:
    """Say how many photos there are and how many are still to come: "3 taken, 2 to go"."""
    number = QLocale().toString
    if wanted <= 0:
        return translate("Enrol", "{count} taken").format(count=number(count))
    return translate("Enrol", "{count} taken, {more} to go").format(count=number(count), more=number(wanted))


def enrol_words(count: int) -> str:
    """Return the verb of the button that enrols somebody with fewer photos than there could be."""
    if count == 1:
        return translate("Enrol", "Enrol with 1 photo")
    return translate("Enrol", "Enrol with {count} photos").format(count=QLocale().toString(count))


def add_words(count: int) -> str:
    """Return the verb of the button that adds photos."""
    if count == 1:
        return translate("Enrol", "Add 1 photo")
    return (
        translate("Enrol", "Add {count} photos").format(count=QLocale().toString(count))
        if count
        else translate("Enrol", "Add photos")
    )


def recommended_words(missing: int) -> str:
    """Say that more photos would help, without asking for them."""
    if missing == 1:
        return translate("Enrol", "1 more photo is recommended.")
    return translate("Enrol", "{count} more photos are recommended.").format(count=QLocale().toString(missing))


def needed_words(missing: Sequence[str]) -> str:
    """Say what is still missing: "Still needed: a name, 2 photos and an answer about Anna Larsen."."""
    *first, last = missing
    listed = translate("Enrol", "{first} and {last}").format(first=", ".join(first), last=last) if first else last
    return translate("Enrol", "Still needed: {what}.").format(what=listed)


def closeness_words(twin: Twin) -> str:
    """Say how close a double is: near enough that a camera would take one for the other."""
    number = QLocale().toString
    return translate("Enrol", "Likeness: high ({score}, needed {needed})").format(
        score=number(twin.score, "f", 2), needed=number(twin.needed, "f", 2)
    )
