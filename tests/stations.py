"""Whole stations for tests: data folders, people enrolled from real photographs, and ways to wait for threads.

The fixtures below are taken into the conftest of the packages that need them.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest
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
from faceattend.services.station import Station, open_station

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


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the key of all these homes is kept."""
    return tmp_path_factory.mktemp("keys") / "key"


@pytest.fixture(autouse=True)
def key_in_a_file(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every home take its key from the file: test machines have no keyring."""
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(key_file))


@pytest.fixture(scope="session")
def enrolled_database(tmp_path_factory: pytest.TempPathFactory, key_file: Path, models_home: Home) -> Path:
    """A database in which the six people of the photograph are enrolled."""
    home = share_graphs(Home(tmp_path_factory.mktemp("enrolled")), models_home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACEATTEND_KEY_FILE", str(key_file))
        station = open_station(home)
        enrol_six(station)
        station.close()
    return home.database


@pytest.fixture
def home_with_people(tmp_path: Path, enrolled_database: Path, models_home: Home) -> Home:
    """A home of its own with the six people, where a person makes a punch every three seconds."""
    home = share_graphs(Home(tmp_path / "home"), models_home)
    shutil.copy(enrolled_database, home.database)
    home.settings.write_text("[attendance]\ncool_down_minutes = 0.05\n", encoding="utf-8")
    return home


@pytest.fixture
def open_here() -> Iterator[Callable[[Home], Station]]:
    """Open stations and close them behind the test."""
    opened: list[Station] = []

    def open_one(home: Home) -> Station:
        opened.append(open_station(home))
        return opened[-1]

    yield open_one
    for station in opened:
        station.close()


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three seconds in which the six people pass."""
    return film_of(SIX_PEOPLE, tmp_path_factory.mktemp("film") / "six.mp4", seconds=3)
