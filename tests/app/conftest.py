"""Whole windows need a key and the models; the pages are plain, since they have tests of their own."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from tests.stations import film, key_file, key_in_a_file, open_here

from faceattend.app import application
from faceattend.ui.desk import Desk
from faceattend.ui.nav_rail import RailEntry
from faceattend.ui.page_list import PageEntry
from faceattend.ui.pages.page import Page

__all__ = ["film", "key_file", "key_in_a_file", "open_here"]


class PlainPage(Page):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        QVBoxLayout(self).addWidget(QLabel("Here it is quiet."))


@pytest.fixture(autouse=True)
def plain_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every window have one page, on which nothing happens."""
    pages = (PageEntry(RailEntry("live", "Live", "monitor-play"), PlainPage),)
    monkeypatch.setattr(application, "all_pages", lambda: pages)
