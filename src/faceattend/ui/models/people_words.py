"""How facts about people read on screen."""

import re
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.directory import Passage
from faceattend.domain.people import PersonKind, Pose
from faceattend.ui.translation import translate

GOOD_SCORE = 0.4
"""Quality from which a reference photo is called good; below, it is used as well, and another one would help."""

_WEEK_DAYS = 7
_WEEKDAY = re.compile(r"[,،]?\s*dddd[,،]?\s*")


def kind_words(kind: PersonKind) -> str:
    """Return what a kind of person is called."""
    match kind:
        case PersonKind.EMPLOYEE:
            return translate("People", "Employee")
        case PersonKind.STUDENT:
            return translate("People", "Student")
        case PersonKind.VISITOR:
            return translate("People", "Visitor")


def pose_words(pose: Pose | None) -> str:
    """Return which way a face looks; empty where that was not noted."""
    match pose:
        case Pose.FRONT:
            return translate("People", "Front")
        case Pose.LEFT:
            return translate("People", "Left")
        case Pose.RIGHT:
            return translate("People", "Right")
        case Pose.UP:
            return translate("People", "Up")
        case Pose.DOWN:
            return translate("People", "Down")
        case None:
            return ""


def seen_words(passage: Passage | None, now: datetime) -> str:
    """Return when somebody was last seen, by the site's clock: "Today 08:01", "Fri 17:20", "4 Mar 2024".

    Args:
        passage: their latest punch, if there is one.
        now: aware.
    """
    if passage is None:
        return translate("People", "Never")
    return translate("People", "{day} {time}").format(day=_day_words(passage, now), time=clock_words(passage.local))


def clock_words(local: datetime) -> str:
    """Return a wall-clock time, 24 hours."""
    return f"{local:%H:%M}"


def day_words(day: QDate) -> str:
    """Return a date in the order of the user's locale, the month as a short word: "4 Mar 2024"."""
    written = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return QLocale().toString(day, _WEEKDAY.sub("", written).replace("MMMM", "MMM").strip())


def direction_words(passage: Passage) -> str:
    """Return which way somebody passed, and that somebody else said so where it was no camera."""
    inwards = passage.direction is Direction.IN
    if passage.source is PunchSource.MANUAL:
        return translate("People", "In, added by hand") if inwards else translate("People", "Out, added by hand")
    return translate("People", "In") if inwards else translate("People", "Out")


def _day_words(passage: Passage, now: datetime) -> str:
    there = (now.astimezone(passage.at.tzinfo) + passage.utc_offset).date()
    day = passage.local.date()
    ago = (there - day).days
    if ago == 0:
        return translate("People", "Today")
    if 0 < ago < _WEEK_DAYS:
        return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return day_words(QDate(day.year, day.month, day.day))
