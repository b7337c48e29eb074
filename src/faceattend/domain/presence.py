"""From sightings to punches: the rules, without any I/O."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.domain.cameras import Camera, CameraRole
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Sighting, Verdict

DEFAULT_COOL_DOWN = timedelta(minutes=5)
"""Sightings of one person at one site closer together than this are one passage."""

LONGEST_PRESENCE = timedelta(hours=16)
"""A camera for both directions takes a person who came in longer ago than this to be coming in again: the exit was
missed. Longer than any shift that EU and US working-time rules allow without a break, shorter than the way from one
morning to the next."""


def within_cool_down(sighting: Sighting, punches: Sequence[Punch], site_id: object, cool_down: timedelta) -> bool:
    """Whether the person was already punched at this site so close in time, before or after, that this adds nothing.

    After counts too: a sighting replayed from the spool may be older than punches already stored.
    """
    return any(punch.site_id == site_id and abs(punch.at - sighting.seen_at) < cool_down for punch in punches)


def direction_of(role: CameraRole, sighting: Sighting, punches: Sequence[Punch]) -> Direction:
    """Read the direction off the camera's role; a camera for both alternates from the person's last punch."""
    if role is CameraRole.ENTRY:
        return Direction.IN
    if role is CameraRole.EXIT:
        return Direction.OUT
    earlier = [p for p in punches if sighting.seen_at - LONGEST_PRESENCE <= p.at <= sighting.seen_at]
    last = max(earlier, key=lambda punch: punch.at, default=None)
    return Direction.OUT if last is not None and last.direction is Direction.IN else Direction.IN


def punch_for(sighting: Sighting, camera: Camera, punches: Sequence[Punch], cool_down: timedelta) -> Punch | None:
    """Decide whether a sighting is a new attendance fact.

    Args:
        sighting: the decided pass.
        camera: the camera that saw it.
        punches: the person's punches within LONGEST_PRESENCE of the sighting, any order.
        cool_down: see DEFAULT_COOL_DOWN.

    Returns:
        The punch, with a fresh id; None for an unknown or unsure face and within the cool-down.
    """
    if sighting.verdict is not Verdict.KNOWN or sighting.person_id is None:
        return None
    if within_cool_down(sighting, punches, camera.site.id, cool_down):
        return None
    return _punch(sighting, sighting.person_id, camera, punches)


@dataclass(frozen=True, slots=True)
class Said:
    """A person's word on whose face an unsure or unknown sighting shows.

    Attributes:
        person_id: whose.
        by: name of the user who says so.
    """

    person_id: UUID
    by: str


def punch_decided(
    sighting: Sighting, said: Said, camera: Camera, punches: Sequence[Punch], cool_down: timedelta
) -> Punch | None:
    """Decide whether a sighting that somebody put a name to is a new attendance fact; as :func:`punch_for` does.

    Args:
        sighting: the pass, whatever its verdict.
        said: whose face it is, and who says so.
        camera: the camera that saw it.
        punches: that person's, as for :func:`punch_for`.
        cool_down: see DEFAULT_COOL_DOWN.

    Returns:
        The punch, with a fresh id and the similarity to that person, where it was measured; None within the cool-down.
    """
    if within_cool_down(sighting, punches, camera.site.id, cool_down):
        return None
    measured = {sighting.runner_up_id: sighting.runner_up_score, sighting.person_id: sighting.score}
    return replace(
        _punch(sighting, said.person_id, camera, punches),
        source=PunchSource.DECISION,
        score=measured.get(said.person_id),
        made_by=said.by,
    )


def _punch(sighting: Sighting, person_id: UUID, camera: Camera, punches: Sequence[Punch]) -> Punch:
    offset = sighting.seen_at.astimezone(ZoneInfo(camera.site.zone)).utcoffset()
    return Punch(
        id=new_id(),
        person_id=person_id,
        at=sighting.seen_at,
        zone=camera.site.zone,
        utc_offset=offset or timedelta(0),
        direction=direction_of(camera.role, sighting, punches),
        source=PunchSource.CAMERA,
        site_id=camera.site.id,
        camera_id=camera.id,
        sighting_id=sighting.id,
        score=sighting.score,
    )
