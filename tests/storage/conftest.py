import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from faceattend.config.paths import Home
from faceattend.storage.database import Database

OpenDatabase = Callable[..., Database]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def key() -> bytes:
    return os.urandom(32)


@pytest.fixture
def open_database(home: Home, key: bytes) -> Iterator[OpenDatabase]:
    """Opens the home's database, with an impatient busy time-out; closes all of them at the end."""
    opened: list[Database] = []

    def open_it(with_key: bytes = key) -> Database:
        opened.append(Database.open(home, with_key, busy_timeout=timedelta(milliseconds=100)))
        return opened[-1]

    yield open_it
    for database in opened:
        database.close()


@pytest.fixture
def database(open_database: OpenDatabase) -> Database:
    return open_database()
