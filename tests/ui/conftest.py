"""What tests of the window share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from tests.stations import enrolled_database, film, home_with_people, key_file, key_in_a_file, open_here

from faceattend.ui.theme import Scheme, Theme, install

__all__ = ["enrolled_database", "film", "home_with_people", "key_file", "key_in_a_file", "open_here"]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The application dressed, light to begin with and afterwards.

    It stays dressed, as in the program: where a style sheet is taken off and put on again, Qt keeps rules of widgets
    that are gone, and crashes with the next one.
    """
    dressed = install(qapp)
    dressed.choose(Scheme.LIGHT)
    yield dressed
    dressed.choose(Scheme.LIGHT)
