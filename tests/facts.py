"""Builders of the domain's facts for tests: every field has a plain value, a test names only those it is about."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.domain.cameras import Camera, CameraRole, Site
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.domain.vision import Sighting, Verdict

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
BERLIN = Site(new_id(), "Berlin", "Europe/Berlin")
CROP = b"\xff\xd8 not a real picture \xff\xd9"


def a_camera(**changes: object) -> Camera:
    fields: dict[str, Any] = {
        "id": new_id(),
        "name": "Front door",
        "site": BERLIN,
        "source": "rtsp://camera.lan/stream",
        "role": CameraRole.BOTH,
    }
    return Camera(**fields | changes)


def a_person(**changes: object) -> Person:
    fields: dict[str, Any] = {"id": new_id(), "number": "0042", "name": "Ada"}
    return Person(**fields | changes)


def a_sighting(**changes: object) -> Sighting:
    """A known face, unless person_id is None: then an unknown one."""
    fields: dict[str, Any] = {
        "id": new_id(),
        "camera_id": new_id(),
        "seen_at": NOON,
        "verdict": Verdict.UNKNOWN if changes.get("person_id", ...) is None else Verdict.KNOWN,
        "person_id": new_id(),
        "score": 0.71,
        "runner_up_id": None,
        "runner_up_score": -1.0,
        "frames": 3,
        "contract_id": "opencv-zoo/1",
        "crop_jpeg": CROP,
    }
    return Sighting(**fields | changes)


def a_punch(**changes: object) -> Punch:
    """A punch whose offset is that of its zone, unless it is given."""
    fields: dict[str, Any] = {
        "id": new_id(),
        "person_id": new_id(),
        "at": NOON,
        "zone": BERLIN.zone,
        "direction": Direction.IN,
        "source": PunchSource.CAMERA,
        "site_id": BERLIN.id,
        "camera_id": new_id(),
        "sighting_id": new_id(),
        "score": 0.71,
    }
    fields |= changes
    there: datetime = fields["at"].astimezone(ZoneInfo(fields["zone"]))
    return Punch(**{"utc_offset": there.utcoffset()} | fields)


def instant(local: str, zone: str = BERLIN.zone, fold: int = 0) -> datetime:
    """The instant of a wall-clock time in a zone."""
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)
