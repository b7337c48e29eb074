"""The pages behind the rail, in order; each is loaded when it is first opened, so that the window is up soon."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtWidgets import QWidget

from faceattend.ui.desk import Desk
from faceattend.ui.nav_rail import RailEntry
from faceattend.ui.pages.page import Page
from faceattend.ui.translation import translate

_HERE = __name__.rpartition(".")[0]
BuildPage = Callable[[Desk, QWidget], Page]


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page that can be opened.

    Attributes:
        rail: how the rail shows it.
        build: makes it.
    """

    rail: RailEntry
    build: BuildPage


def all_pages() -> tuple[PageEntry, ...]:
    """Return the pages in the order of the rail."""
    return (
        PageEntry(RailEntry("live", translate("Pages", "Live"), "monitor-play"), _live),
        PageEntry(RailEntry("attendance", translate("Pages", "Attendance"), "calendar-days"), _attendance),
        PageEntry(RailEntry("people", translate("Pages", "People"), "users"), _people),
        PageEntry(RailEntry("reports", translate("Pages", "Reports"), "file-spreadsheet"), _reports),
        PageEntry(RailEntry("settings", translate("Pages", "Settings"), "settings"), _settings),
    )


def preload() -> Iterator[None]:
    """Load what the pages are made of, one with each step, before somebody asks for them: up to some 40 ms each."""
    for entry in all_pages():
        import_module(f"{_HERE}.pages.{entry.rail.key}")
        yield


# The imports below stand in functions on purpose: see the top of this module.


def _live(desk: Desk, parent: QWidget) -> Page:
    from faceattend.ui.pages.live import LivePage  # noqa: PLC0415

    return LivePage(desk, parent)


def _attendance(desk: Desk, parent: QWidget) -> Page:
    from faceattend.ui.pages.attendance import AttendancePage  # noqa: PLC0415

    return AttendancePage(desk, parent)


def _people(desk: Desk, parent: QWidget) -> Page:
    from faceattend.ui.pages.people import PeoplePage  # noqa: PLC0415

    return PeoplePage(desk, parent)


def _reports(desk: Desk, parent: QWidget) -> Page:
    from faceattend.ui.pages.reports import ReportsPage  # noqa: PLC0415

    return ReportsPage(desk, parent)


def _settings(desk: Desk, parent: QWidget) -> Page:
    from faceattend.ui.pages.settings import SettingsPage  # noqa: PLC0415

    return SettingsPage(desk, parent)
