"""A data folder made for measuring the window: six people, and cameras that show a film over and over."""

from pathlib import Path

from faceattend.cameras.film import write_film
from faceattend.cameras.motion import SIZE, Motion
from faceattend.config.images import read_image
from faceattend.config.paths import Home
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.cameras import CameraRole
from faceattend.services import demo
from faceattend.services.cameras import NewCamera
from faceattend.services.station import Station

_FILM_S = 10.0
_FPS = 15
_SITE = "Trial"


def open_trial(actor: Actor, folder: Path, *, video: Path | None, cameras: int) -> Station:
    """Make a data folder with the demo's people and so many cameras, and open it.

    Args:
        actor: the acting user.
        folder: empty; its key is kept in it, as the demo's is.
        video: shown by every camera; None for a film of the six people in motion, 1280x720, made here.
        cameras: how many.

    Raises:
        PermissionDenied: the actor may not measure.
        NotFound, ModelError, StorageError, SecretError: as for the demo.
    """
    require(actor, Permission.MEASURE)
    shown = video or _filmed(folder / "film.mp4")
    home = Home(folder, demo=True)
    station = demo.open_folder(home)
    try:
        for _ in demo.fill(station):
            pass
        for old in station.cameras.list(actor):
            station.cameras.set_enabled(actor, old.name, enabled=False)
        for number in range(1, cameras + 1):
            new = NewCamera(name=f"Camera {number}", source=f"loop:{shown}", role=CameraRole.BOTH, site=_SITE)
            station.cameras.add(actor, new)
    except BaseException:
        station.close()
        raise
    return station


def _filmed(path: Path) -> Path:
    motion = Motion(read_image(demo.pictures().six_people), seed=0, lasts_s=_FILM_S)
    write_film(path, (motion.at(number / _FPS) for number in range(round(_FILM_S * _FPS))), SIZE, _FPS)
    return path
