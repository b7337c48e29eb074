"""How fast this computer recognises: models loaded, the real engine timed, and how many cameras that carries."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from faceattend.cameras.motion import Motion
from faceattend.config.images import read_image
from faceattend.domain.access import STATION, Actor, Permission, require
from faceattend.domain.cameras import DEFAULT_FPS, Camera, CameraRole, Site
from faceattend.domain.errors import ModelError
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Frame
from faceattend.services.demo import pictures
from faceattend.services.station import Station

SECONDS = 4.0
"""How long the run is timed: as long as somebody likes to watch a bar."""

FULL = 0.85
"""Share of the time that may be spent; the rest is for crowds at the doors. As in the status bar."""

MOST_CAMERAS = 16

_SCENE_PX = 560  # the left part of the six-people photo, with three of them
_FRAMES = 24  # prepared beforehand, so that only recognition is timed; 66 MB
_WARM_UP = 4  # frames in which memory is taken and caches are filled


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured.

    Attributes:
        provider: where the models really run, "cuda" or "cpu".
        ms: to analyse one picture of 1280x720 with three people in it.
        cameras: how many cameras can be looked at ten times a second, MOST_CAMERAS at most.
        doubt: what is wrong with it; None when nothing is.
    """

    provider: str
    ms: float
    cameras: int
    doubt: ModelError | None


@dataclass(frozen=True, slots=True)
class SpeedSoFar:
    """How far the trial has come.

    Attributes:
        done: how much of the run is over, 0..1.
        provider: where the models run; empty while they are loaded.
        speed: the outcome; None before the end.
    """

    done: float
    provider: str = ""
    speed: Speed | None = None


def measure(actor: Actor, station: Station, seconds: float = SECONDS) -> Iterator[SpeedSoFar]:
    """Load the models and analyse three people in motion for some seconds; nothing is stored.

    Yields:
        How far it has come; last with the outcome.

    Raises:
        PermissionDenied: the actor may not measure.
        ModelError: the model pack cannot be used.
        NotFound: the picture of the three people is missing in this installation.
        StorageError: the templates cannot be read.
    """
    require(actor, Permission.MEASURE)
    yield SpeedSoFar(0.0)
    camera = Camera(new_id(), "speed", Site(new_id(), "speed", "UTC"), "file:speed", CameraRole.BOTH)
    recogniser = station.models.recogniser(STATION, [camera])
    provider = recogniser.provider
    yield SpeedSoFar(0.0, provider)
    count, spent_s = 0, 0.0
    for number, frame in enumerate(_frames(camera)):
        began = time.perf_counter()
        recogniser.analyse([frame])
        if number < _WARM_UP:
            continue
        count, spent_s = count + 1, spent_s + time.perf_counter() - began
        yield SpeedSoFar(min(spent_s / seconds, 1.0), provider)
        if spent_s >= seconds:
            break
    ms = 1000 * spent_s / count
    yield SpeedSoFar(1.0, provider, Speed(provider, ms, cameras_at(ms), station.models.doubt_about(provider)))


def cameras_at(ms: float) -> int:
    """Return how many cameras, each looked at DEFAULT_FPS times a second, are carried at so long a picture."""
    return min(MOST_CAMERAS, int(FULL * 1000 / (ms * DEFAULT_FPS)))


def _frames(camera: Camera) -> Iterator[Frame]:
    """Yield the pictures of a pass over and over, each a tenth of a second after the other."""
    photo = read_image(pictures().six_people)[:, :_SCENE_PX].copy()
    motion = Motion(photo, seed=0, lasts_s=_FRAMES / DEFAULT_FPS)
    scene = [motion.at(number / DEFAULT_FPS) for number in range(_FRAMES)]
    began, number = datetime.now(UTC), 0
    while True:
        at = began + timedelta(seconds=number / DEFAULT_FPS)
        yield Frame(camera.id, number, at, scene[number % _FRAMES])
        number += 1
