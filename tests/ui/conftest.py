"""What tests of the window share."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from tests.stations import enrolled_database, film, home_with_people, key_file, key_in_a_file, open_here

from faceattend.ui.theme import Scheme, Theme, install
from faceattend.ui.widgets.focus import Focus

__all__ = ["enrolled_database", "film", "home_with_people", "key_file", "key_in_a_file", "open_here"]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The application dressed, light to begin with; plain again afterwards, as tests without this fixture know it."""
    style, palette, font = qapp.style().name(), qapp.palette(), qapp.font()
    known = qapp.findChildren(QObject)
    dressed_before = qapp.findChild(Theme) is not None  # by a window of an earlier test: it stays so
    dressed = install(qapp)
    dressed.choose(Scheme.LIGHT)
    yield dressed
    dressed.choose(Scheme.LIGHT)
    if dressed_before:
        return
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)
    for each in qapp.findChildren(QObject):
        if each not in known and isinstance(each, Theme | Focus):
            qapp.focusChanged.disconnect(each.on_focus_changed) if isinstance(each, Focus) else None
            each.setParent(None)
            each.deleteLater()
