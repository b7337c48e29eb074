"""What is done with a page before its picture is taken, as a person at the window would do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from faceattend.ui.pages.attendance_grid import AttendanceGrid

if TYPE_CHECKING:
    from shots import Studio

_ROW, _DAY = 4, 4  # the fifth person, in the second half of the week


def last_week(studio: Studio) -> None:
    """Attendance: the week before this one, and the evidence of a day."""
    studio.child(QAbstractButton, "before").click()
    studio.settle()
    grid = studio.child(AttendanceGrid)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(_ROW, _DAY))
