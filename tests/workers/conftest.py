"""Threads need an application; stations need a key, people and the models."""

import pytest
from PySide6.QtCore import QCoreApplication
from tests.stations import enrolled_database, film, home_with_people, key_file, key_in_a_file, open_here

__all__ = ["enrolled_database", "film", "home_with_people", "key_file", "key_in_a_file", "open_here"]


@pytest.fixture(scope="session", autouse=True)
def application() -> QCoreApplication:
    """The one application of the process."""
    return QCoreApplication.instance() or QCoreApplication([])
