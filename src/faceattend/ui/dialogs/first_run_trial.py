"""What a camera's trial says to somebody who sets up the first one: a few lines, the worst ones with what to do."""

from PySide6.QtCore import QLocale

from faceattend.domain.camera_sight import Aspect, Finding, Grade
from faceattend.services.camera_trial import CameraTrial
from faceattend.ui.translation import spoken, translate
from faceattend.ui.widgets.verdicts import Verdict

_MOST_ADVICE = 2


def trial_title(trial: CameraTrial) -> str:
    """Return the outcome in two or three words."""
    if not trial.ok:
        return translate("FirstRunTrial", "No picture")
    grades = {each.grade for each in trial.findings}
    if Grade.BAD in grades:
        return translate("FirstRunTrial", "It gives pictures, but…")
    return translate("FirstRunTrial", "It works")


def trial_verdicts(trial: CameraTrial) -> list[Verdict]:
    """Return the outcome in lines."""
    if not trial.ok:
        return [Verdict("bad", spoken(trial.error or translate("FirstRunTrial", "The camera gave no picture.")))]
    found = {each.aspect: each for each in trial.findings}
    lines = [_first_picture(trial), _rate(trial, found.get(Aspect.RATE))]
    if trial.unmeasured is not None:
        lines.append(Verdict("warn", spoken(trial.unmeasured)))
    elif (size := found.get(Aspect.FACE_SIZE)) is not None:
        lines.append(_face(size))
    return [*lines, *(Verdict("warn", spoken(sentence)) for sentence in _advice(trial))]


def _advice(trial: CameraTrial) -> tuple[str, ...]:
    """Return what to change; that it is to be tested again then goes without saying here."""
    unseen = any(each.grade is Grade.UNSEEN for each in trial.findings)
    return (trial.advice if unseen else trial.advice[:-1])[:_MOST_ADVICE]


def _first_picture(trial: CameraTrial) -> Verdict:
    seconds = QLocale().toString((trial.first_frame_ms or 0.0) / 1000, "f", 1)
    size = f"{trial.width} × {trial.height}"  # noqa: RUF001 - the sign between two sides
    return Verdict(
        "ok", translate("FirstRunTrial", "Picture after {seconds} s, {size}").format(seconds=seconds, size=size)
    )


def _rate(trial: CameraTrial, finding: Finding | None) -> Verdict:
    if trial.fps is None:
        return Verdict("warn", translate("FirstRunTrial", "One picture only: the rate cannot be told"))
    rate = translate("FirstRunTrial", "{rate} frames a second").format(rate=round(trial.fps))
    return Verdict("ok" if finding is None or finding.grade is Grade.GOOD else "warn", rate)


def _face(size: Finding) -> Verdict:
    if size.seen is None:
        return Verdict("warn", translate("FirstRunTrial", "No face was seen"))
    px = QLocale().toString(round(size.seen))
    if size.grade is Grade.BAD:
        return Verdict(
            "warn", translate("FirstRunTrial", "A face was found, too small to be compared: {px} px").format(px=px)
        )
    return Verdict("ok", translate("FirstRunTrial", "A face was found, {px} px").format(px=px))
