"""What decides, beside the sighting itself, whether a person's sighting becomes a punch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from faceattend.domain.attendance import Punch
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import SettingsError
from faceattend.domain.people import Person
from faceattend.domain.presence import LONGEST_PRESENCE
from faceattend.domain.said import said
from faceattend.domain.vision import Sighting
from faceattend.storage.database import Work


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is stored around a sighting of a person.

    Attributes:
        camera: that saw it.
        person: whom it shows.
        active: whether the person belongs to the institution on that day, by the site's clock.
        punches: the person's, near enough in time to count.
    """

    camera: Camera
    person: Person
    active: bool
    punches: Sequence[Punch]


def circumstances(work: Work, sighting: Sighting, person_id: UUID, cool_down: timedelta) -> Circumstances | None:
    """Look up what decides whether this sighting of this person is a punch.

    Returns:
        None if the camera or the person is not stored any more.

    Raises:
        SettingsError: this machine does not know the site's time zone.
    """
    camera, person = work.cameras.get(sighting.camera_id), work.people.get(person_id)
    if camera is None or person is None:
        return None
    active = person.active_on(sighting.seen_at.astimezone(_zone_of(camera)).date())
    span = max(LONGEST_PRESENCE, cool_down)
    nearby = work.punches.around(person.id, sighting.seen_at - span, sighting.seen_at + span)
    return Circumstances(camera, person, active, nearby)


def _zone_of(camera: Camera) -> ZoneInfo:
    try:
        return ZoneInfo(camera.site.zone)
    except (ZoneInfoNotFoundError, ValueError) as error:  # ValueError: not a name at all
        raise SettingsError(
            said("Attendance", "This machine does not know {zone!r}, the time zone of the site {site}.").format(
                zone=camera.site.zone, site=camera.site.name
            ),
            means=said("Attendance", "The sighting is not stored yet, since its local day cannot be told."),
            remedy=said("Attendance", "Install the time zone database (the package tzdata)."),
        ) from error
