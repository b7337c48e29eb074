"""The demo: six people from a photograph that comes with a library, set in motion before two cameras.

The pictures stay in the packages that bring them (insightface's ``t1`` and ``Tom_Hanks_54745``, scikit-image's
astronaut); the names are invented.
"""

import importlib.util
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from faceattend.config.images import decode_image, read_image
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.cameras import Camera, CameraRole
from faceattend.domain.errors import BadInput, NotFound
from faceattend.domain.said import said
from faceattend.domain.vision import BgrImage, Vectors
from faceattend.engine.alignment import FACE_PX
from faceattend.engine.models import Models
from faceattend.engine.portrait import aligned_subject, find_faces
from faceattend.engine.recogniser import surroundings
from faceattend.services.cameras import NewCamera
from faceattend.services.people import Newcomer, Picture
from faceattend.services.station import Station, open_station
from faceattend.storage.faults import file_faults

# From left to right in the photograph.
_NAMES = ("Alva Lind", "Bruno Keller", "Carla Moreno", "Dario Costa", "Elif Demir", "Felix Novak")
_SITE = "Demo building"
_SETTINGS = """# Written by the demo: a few seconds instead of minutes, so that coming and going shows at once.
[attendance]
cool_down_minutes = 0.05
"""


@dataclass(frozen=True, slots=True)
class DemoPictures:
    """Where the demo's photographs lie: six people, and two strangers."""

    six_people: Path
    stranger: Path
    other_stranger: Path


def pictures() -> DemoPictures:
    """Find the photographs in the packages that bring them.

    Raises:
        NotFound: a package does not carry its picture any more.
    """
    return DemoPictures(
        six_people=_package_file("insightface", "data/images/t1.jpg"),
        stranger=_package_file("insightface", "data/images/Tom_Hanks_54745.png"),
        other_stranger=_package_file("skimage", "data/astronaut.png"),
    )


def open_demo(home: Home) -> Station:
    """Open the demo's data folder; when it is new, enrol the six people and add the two cameras.

    Raises:
        BadInput: the folder holds real data.
        NotFound: a picture is missing.
        StorageError, SecretError, ModelError: as for any station.
    """
    station = open_folder(home)
    try:
        for _ in fill(station):
            pass
    except BaseException:
        station.close()
        raise
    return station


def open_folder(home: Home) -> Station:
    """Open the demo's data folder as it is; :func:`fill` brings in people and cameras.

    Raises:
        BadInput: the folder holds real data.
        StorageError, SecretError: as for any station.
    """
    if home.database.exists() and not home.demo_key.exists():
        raise BadInput(
            said("Demo", "The folder {folder} holds real data, not the demo’s.").format(folder=home.root),
            means=said("Demo", "The demo was not started, and nothing was changed."),
            remedy=said("Demo", "Choose another folder for the demo."),
        )
    home.create()
    if not home.settings.exists():
        with file_faults(home.settings):
            home.settings.write_text(_SETTINGS, encoding="utf-8")
    return open_station(home)


@dataclass(frozen=True, slots=True)
class Filled:
    """How far the demo's folder is filled: so many people of all."""

    people: int
    of: int


def fill(station: Station) -> Iterator[Filled]:
    """Enrol the six people and add the two cameras, where they are not there yet; a step for each person.

    One that was broken off goes on with those who are missing.

    Raises:
        NotFound: a picture is missing.
        StorageError, ModelError: as for any station.
    """
    there = {person.number for person in station.people.list(LOCAL_ADMINISTRATOR)}
    if len(there) < len(_NAMES):
        yield Filled(len(there), len(_NAMES))
        yield from _enrol_people(station, there)
    if not station.cameras.list(LOCAL_ADMINISTRATOR):
        _add_cameras(station)


def cameras(station: Station) -> list[Camera]:
    """Return the demo's cameras."""
    return station.cameras.list(LOCAL_ADMINISTRATOR)


def strangers_among(station: Station, crops: Iterable[bytes]) -> int:
    """Count the crops that show one of the two strangers: a way to catch a stranger who was given a name.

    Args:
        station: of the demo.
        crops: JPEGs of faces that were given a name.
    """
    models, shown = station.models.models(), pictures()
    strangers = _embedded([read_image(shown.stranger), read_image(shown.other_stranger)], models)
    named = _embedded([decode_image(crop, said("Picture", "A crop of a face")) for crop in crops], models)
    return int(((named @ strangers.T).max(axis=1, initial=-1.0) >= station.models.rule.accept).sum())


def _embedded(images: Sequence[BgrImage], models: Models) -> Vectors:
    """Embed the main face of each picture that shows one; float32 (N, D)."""
    found = (aligned_subject(image, models.detector) for image in images)
    aligned = [face for face in found if face is not None]
    return models.embedder.embed(np.asarray(aligned, dtype=np.uint8).reshape(-1, FACE_PX, FACE_PX, 3))


def _enrol_people(station: Station, there: Collection[str]) -> Iterator[Filled]:
    image = read_image(pictures().six_people)
    faces = sorted(find_faces(image, station.models.models().detector), key=lambda face: face.box.x)
    for index, (name, face) in enumerate(zip(_NAMES, faces, strict=True), start=1):
        number = f"{index:04d}"
        if number not in there:
            portrait = Picture(said("Demo", "the photo of {name}").format(name=name), surroundings(image, face.box))
            station.people.enrol(LOCAL_ADMINISTRATOR, Newcomer(number, name, group="Demo"), [portrait])
        yield Filled(index, len(_NAMES))


def _add_cameras(station: Station) -> None:
    """The six come in first and leave later; meanwhile a stranger stands before the other camera."""
    shown = pictures()
    programme = (
        ("Entrance", CameraRole.ENTRY, (shown.six_people, shown.stranger)),
        ("Exit", CameraRole.EXIT, (shown.other_stranger, shown.six_people)),
    )
    for name, role, photos in programme:
        source = "stills:" + os.pathsep.join(str(photo) for photo in photos)
        station.cameras.add(LOCAL_ADMINISTRATOR, NewCamera(name=name, source=source, role=role, site=_SITE))


def _package_file(package: str, inside: str) -> Path:
    spec = importlib.util.find_spec(package)
    for location in (spec.submodule_search_locations or []) if spec else []:
        path = Path(location) / inside
        if path.is_file():
            return path
    raise NotFound(
        said("Demo", "The demo’s picture {inside} is not in the installed package {package}.").format(
            inside=inside, package=package
        ),
        remedy=said("Demo", "Reinstall FaceAttend’s dependencies."),
    )
