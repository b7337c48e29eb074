"""What is done with a page before its picture is taken, as a person at the window would do it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTabBar

from faceattend.ui.pages.attendance_grid import AttendanceGrid
from faceattend.ui.pages.people import PeoplePage
from faceattend.ui.pages.settings import SettingsPage
from faceattend.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from shots import Studio

    from faceattend.ui.models.attendance_days import Stretch

_ROW, _DAY = 4, 4  # the fifth person, in the second half of the week
_DAYS_SHEET = 1


def last_week(studio: Studio) -> None:
    """Attendance: the week before this one, and the evidence of a day."""
    studio.child(QAbstractButton, "before").click()
    studio.settle()
    grid = studio.child(AttendanceGrid)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(_ROW, _DAY))


def stretched(stretch: Stretch) -> Callable[[Studio], None]:
    """Attendance: a day or a month; that of the last week, in which everybody was there."""

    def pose(studio: Studio) -> None:
        last_week(studio)
        studio.settle()
        studio.child(Segmented, "stretch").chosen.emit(stretch)

    return pose


def nobody(studio: Studio) -> None:
    """Any page with a search field: nobody is called so."""
    studio.child(QLineEdit, "search").setText("Zzz")
    studio.wait(600)


def person_called(name: str) -> Callable[[Studio], None]:
    """People: somebody is opened."""

    def pose(studio: Studio) -> None:
        people = studio.desk.station.people.list(studio.desk.actor)
        studio.child(PeoplePage).show_person(next(each.id for each in people if each.name.startswith(name)))

    return pose


def section(name: str) -> Callable[[Studio], None]:
    """Settings: another section."""
    return partial(_open_section, name)


def _open_section(name: str, studio: Studio) -> None:
    studio.child(SettingsPage).open(name)


def days_sheet(studio: Studio) -> None:
    """Reports: the second sheet."""
    studio.child(QTabBar).setCurrentIndex(_DAYS_SHEET)


def enlarged(studio: Studio) -> None:
    """Live: one camera fills the wall."""
    QTest.keyClicks(studio.window.page, "1")
    studio.wait(300)
