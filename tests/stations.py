"""Whole stations for tests: data folders, people enrolled from real photographs, and ways to wait for threads."""

import time
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
from PySide6.QtCore import QCoreApplication
from tests.faces import library_picture

from faceattend.cameras.motion import Motion
from faceattend.config.images import read_image
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.cameras import Camera, CameraRole
from faceattend.domain.vision import BgrImage
from faceattend.engine.portrait import find_faces
from faceattend.engine.recogniser import surroundings
from faceattend.services.cameras import NewCamera
from faceattend.services.people import Newcomer, Picture
from faceattend.services.station import Station

SIX_PEOPLE = library_picture("insightface", "data/images/t1.jpg")
STRANGER = library_picture("insightface", "data/images/Tom_Hanks_54745.png")


def share_graphs(home: Home, models_home: Home) -> Home:
    """Let a home use the prepared graphs of the others, so that they are prepared once."""
    home.create()
    cache = models_home.root / "cache"
    cache.mkdir(exist_ok=True)
    (home.root / "cache").symlink_to(cache)
    return home


def portraits(station: Station) -> list[BgrImage]:
    """The six people of the photograph, each alone, from left to right."""
    image = read_image(SIX_PEOPLE)
    faces = sorted(find_faces(image, station.models.models().detector), key=lambda face: face.box.x)
    return [surroundings(image, face.box).copy() for face in faces]


def enrol_six(station: Station) -> list[str]:
    """Enrol the six people as 0001 to 0006 and return their names."""
    names = [f"Person {number}" for number in range(1, 7)]
    for number, (name, bgr) in enumerate(zip(names, portraits(station), strict=True), start=1):
        station.people.enrol(LOCAL_ADMINISTRATOR, Newcomer(f"{number:04d}", name), [Picture(name, bgr)])
    return names


def add_camera(station: Station, name: str, source: str, role: CameraRole = CameraRole.ENTRY) -> Camera:
    """Add a camera at the main site."""
    return station.cameras.add(LOCAL_ADMINISTRATOR, NewCamera(name=name, source=source, role=role))


def film_of(photo: Path, path: Path, *, seconds: float, fps: int = 10) -> Path:
    """Film a photograph in motion, 1280x720."""
    motion = Motion(read_image(photo), seed=1, lasts_s=seconds)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=fps)
        stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuv420p"
        stream.options = {"preset": "ultrafast", "crf": "18"}
        for index in range(round(seconds * fps)):
            bgr = np.ascontiguousarray(motion.at(index / fps))
            container.mux(stream.encode(av.VideoFrame.from_ndarray(bgr, format="bgr24")))
        container.mux(stream.encode(None))
    return path


def wait_until(holds: Callable[[], object], within_s: float) -> float:
    """Let Qt deliver signals until something holds; return the seconds it took.

    Raises:
        AssertionError: it did not hold in time.
    """
    began = time.monotonic()
    application = QCoreApplication.instance()
    while True:
        if application is not None:
            application.processEvents()
        if holds():
            return time.monotonic() - began
        assert time.monotonic() < began + within_s, f"not within {within_s} s"
        time.sleep(0.01)
