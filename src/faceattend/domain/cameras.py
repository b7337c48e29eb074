"""Cameras: where they stand, what they are pointed at, how they are doing."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from faceattend.domain.said import Phrase

STALE_AFTER = timedelta(seconds=2)
"""A picture older than this is shown as old (LOOK.md: grey after 2 s); people must never trust a frozen picture."""

DEFAULT_FPS = 10.0
DEFAULT_MIN_FACE_PX = 48


class CameraRole(StrEnum):
    """What passing before the camera means; the values are stored, so they never change."""

    ENTRY = "entry"
    EXIT = "exit"
    BOTH = "both"


class CameraState(StrEnum):
    """How a camera is doing."""

    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"
    FAILED = "failed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Site:
    """A place with one time zone.

    Attributes:
        id: UUIDv7.
        name: unique.
        zone: IANA name, such as "Europe/Berlin".
    """

    id: UUID
    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class Camera:
    """A configured camera.

    Attributes:
        id: UUIDv7.
        name: unique; people call it so.
        site: where it stands.
        source: ``kind:address`` or a URL (see :func:`normalise_source`); may hold a password, so show it only
            through :func:`redacted`.
        role: what passing it means.
        fps: frames to analyse per second, at most.
        min_face_px: faces with a shorter side below this are not analysed; pixels of the camera's own picture.
        enabled: whether the agent opens it.
    """

    id: UUID
    name: str
    site: Site
    source: str
    role: CameraRole
    fps: float = DEFAULT_FPS
    min_face_px: int = DEFAULT_MIN_FACE_PX
    enabled: bool = True

    def __repr__(self) -> str:
        """Name the camera without its password."""
        return f"Camera({self.name!r}, {redacted(self.source)!r}, {self.role})"


@dataclass(frozen=True, slots=True)
class CameraStatus:
    """How a camera is doing, at one instant.

    Attributes:
        camera_id: the camera.
        state: connecting, live, stale, failed or ended.
        frame_age: since the newest frame was captured; None before the first.
        detail: for people, in plain words; never holds a password.
        received: frames since start.
        analysed: frames analysed since start.
        dropped: frames that a newer one replaced before analysis, beyond the configured rate.
        attempt: tries in a row that failed; 0 while it works.
    """

    camera_id: UUID
    state: CameraState
    frame_age: timedelta | None
    detail: Phrase
    received: int
    analysed: int
    dropped: int
    attempt: int = 0


def state_at(reported: CameraState, newest_at: datetime | None, now: datetime) -> tuple[CameraState, timedelta | None]:
    """Judge a camera by the age of its newest frame, since a hung one reports nothing.

    Args:
        reported: what the camera's thread last said.
        newest_at: aware UTC of its newest frame; None before the first.
        now: aware UTC.

    Returns:
        The state (a live camera whose frame is older than STALE_AFTER is stale) and the frame's age.
    """
    age = None if newest_at is None else max(now - newest_at, timedelta(0))
    if reported is CameraState.LIVE and (age is None or age > STALE_AFTER):
        return CameraState.STALE, age
    return reported, age


_KIND_OR_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:(?://)?")
_PARAMETER = re.compile(r"[?&;](?P<name>[\w-]+)=")
_VALUE = re.compile(r"[^&;#]*")
_SECRET = re.compile(r"(?i)pass|pwd|token|key|secret|auth")
_DOTS = "•••"


def redacted(source: str) -> str:
    """Return the source with its password (in the login or in a query parameter) replaced by dots.

    Cameras get by with passwords that were never escaped, so what may be part of one is masked too: all from the first
    colon to the last @.
    """
    scheme = _KIND_OR_SCHEME.match(source)
    start, at = scheme.end() if scheme else 0, source.rfind("@")
    colon = source.find(":", start, at) if at > start else -1
    secrets = _secret_parameters(source)
    if colon >= 0:
        secrets.append((colon + 1, at))
    shown, position = "", 0
    for begin, end in sorted(secrets):
        if begin > position:  # else it goes on from the one before
            shown += source[position:begin] + _DOTS
        position = max(position, end)
    return shown + source[position:]


def _secret_parameters(source: str) -> list[tuple[int, int]]:
    """Find where the values of secret parameters begin and end, in time that grows with the text only."""
    found: list[tuple[int, int]] = []
    for parameter in _PARAMETER.finditer(source):
        begin, covered = parameter.end(), found[-1][1] if found else 0
        if begin > covered and _SECRET.search(parameter["name"]):
            value = _VALUE.match(source, begin)
            found.append((begin, value.end() if value else begin))
    return found


def source_kind(source: str) -> str:
    """Return the kind of a normalised source: what stands before its first colon."""
    return source.partition(":")[0].lower()


_KIND = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:")  # two letters at least: C:\video.mp4 is a file


def normalise_source(text: str) -> str:
    """Turn what a user types into ``kind:address``.

    A number is a local device, a text with a kind (``loop:door.mp4``, ``rtsp://...``) stays as it is with the kind in
    lower case, anything else is a video file played once.
    """
    text = text.strip()
    if text.isdecimal():
        return f"device:{int(text)}"
    if _KIND.match(text):
        kind, _, address = text.partition(":")
        return f"{kind.lower()}:{address}"
    return f"file:{text}"
