"""The evidence behind a punch, put into the sentences of its card."""

from PySide6.QtCore import QLocale

from faceattend.domain.access import user_name
from faceattend.domain.attendance import Punch, PunchSource
from faceattend.domain.people import Pose
from faceattend.domain.vision import Sighting
from faceattend.services.punch_evidence import PunchEvidence
from faceattend.ui.translation import spoken, translate
from faceattend.ui.widgets.evidence_parts import Evidence, EvidenceFace, EvidenceLine


def card_of(found: PunchEvidence) -> Evidence:
    """Return what a card shows of a punch; only facts that are kept."""
    punch, sighting = found.punch, found.sighting
    time = f"{punch.local:%H:%M:%S}"
    if sighting is None:
        return Evidence(punch.direction, time, found.place, _by_hand(punch))
    return Evidence(punch.direction, time, found.place, _by_sight(found, sighting), _probe(sighting), _reference(found))


def _probe(sighting: Sighting) -> EvidenceFace:
    if sighting.crop_jpeg:
        return EvidenceFace(sighting.crop_jpeg, translate("AttendanceEvidence", "Seen at the door"))
    return EvidenceFace(None, translate("AttendanceEvidence", "The picture was erased when its time was over"))


def _reference(found: PunchEvidence) -> EvidenceFace:
    if found.reference is None:
        return EvidenceFace(None, translate("AttendanceEvidence", "No reference photo is in use"))
    if found.pose is None:
        return EvidenceFace(found.reference, translate("AttendanceEvidence", "Reference"))
    return EvidenceFace(
        found.reference, translate("AttendanceEvidence", "Reference, {pose}").format(pose=_POSES[found.pose]())
    )


_POSES = {
    Pose.FRONT: lambda: translate("AttendanceEvidence", "front"),
    Pose.LEFT: lambda: translate("AttendanceEvidence", "turned left"),
    Pose.RIGHT: lambda: translate("AttendanceEvidence", "turned right"),
    Pose.UP: lambda: translate("AttendanceEvidence", "looking up"),
    Pose.DOWN: lambda: translate("AttendanceEvidence", "looking down"),
}


def _by_hand(punch: Punch) -> tuple[EvidenceLine, ...]:
    said = EvidenceLine("pencil", "neu", translate("AttendanceEvidence", "Added by hand"), _by(punch))
    reason = EvidenceLine(
        "file-text", "neu", translate("AttendanceEvidence", "Reason: {reason}").format(reason=punch.reason)
    )
    return (said, reason) if punch.reason else (said,)


def _by_sight(found: PunchEvidence, sighting: Sighting) -> tuple[EvidenceLine, ...]:
    parts = [_decided(found.punch), _match(found, sighting), _others(found, sighting), _frames(found, sighting)]
    return tuple(each for each in parts if each is not None)


def _decided(punch: Punch) -> EvidenceLine | None:
    if punch.source is not PunchSource.DECISION:
        return None
    return EvidenceLine("user-check", "neu", translate("AttendanceEvidence", "A person said who it was"), _by(punch))


def _match(found: PunchEvidence, sighting: Sighting) -> EvidenceLine:
    score = _number(sighting.score)
    if found.words is None or found.limits is None:
        return EvidenceLine("info", "neu", translate("AttendanceEvidence", "Compared by the camera"), score)
    known = sighting.score >= found.limits.accept
    figure = translate("AttendanceEvidence", "{score}, needed {needed}").format(
        score=score, needed=_number(found.limits.accept)
    )
    words = spoken(found.words.short) if known else translate("AttendanceEvidence", "Less alike than is needed now")
    return EvidenceLine("circle-check" if known else "circle-help", "ok" if known else "warn", words, figure)


def _others(found: PunchEvidence, sighting: Sighting) -> EvidenceLine | None:
    if found.limits is None:
        return None
    if sighting.runner_up_id is None:
        return EvidenceLine("circle-check", "ok", translate("AttendanceEvidence", "Nobody else to compare with"))
    next_one = found.runner_up or translate("AttendanceEvidence", "a person no longer stored")
    figure = translate("AttendanceEvidence", "next: {name} {score}").format(
        name=next_one, score=_number(sighting.runner_up_score)
    )
    if found.nobody_close:
        return EvidenceLine("circle-check", "ok", translate("AttendanceEvidence", "Nobody else close"), figure)
    return EvidenceLine("circle-help", "warn", translate("AttendanceEvidence", "Somebody else is close"), figure)


def _frames(found: PunchEvidence, sighting: Sighting) -> EvidenceLine:
    count = sighting.frames
    words = (
        translate("AttendanceEvidence", "1 frame agrees")
        if count == 1
        else translate("AttendanceEvidence", "{count} frames agree").format(count=count)
    )
    if found.limits is None:
        return EvidenceLine("info", "neu", words)
    figure = translate("AttendanceEvidence", "needed {count}").format(count=found.limits.agree)
    icon, kind = ("circle-check", "ok") if found.frames_agree else ("circle-help", "warn")
    return EvidenceLine(icon, kind, words, figure)


def _by(punch: Punch) -> str:
    return (
        translate("AttendanceEvidence", "by {name}").format(name=spoken(user_name(punch.made_by)))
        if punch.made_by
        else ""
    )


def _number(score: float) -> str:
    return QLocale().toString(score, "f", 2)
