"""Threads need an application; stations need a key, people and the models."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from tests.stations import SIX_PEOPLE, enrol_six, film_of, share_graphs

from faceattend.config.paths import Home
from faceattend.services.station import Station, open_station


@pytest.fixture(scope="session", autouse=True)
def application() -> QCoreApplication:
    """The one application of the process."""
    return QCoreApplication.instance() or QCoreApplication([])


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the key of all these homes is kept."""
    return tmp_path_factory.mktemp("keys") / "key"


@pytest.fixture(autouse=True)
def _key(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
    """Four seconds in which the six people pass."""
    return film_of(SIX_PEOPLE, tmp_path_factory.mktemp("film") / "six.mp4", seconds=4)
