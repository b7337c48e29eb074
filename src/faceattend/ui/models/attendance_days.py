"""Which days the attendance page shows, and how they are called."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, QLocale

from faceattend.ui.translation import translate

_DAY = timedelta(days=1)
_WEEK = 7


class Stretch(StrEnum):
    """How many days are seen at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class ShownDays:
    """A day, or the week or month around it.

    Attributes:
        stretch: how much is seen.
        anchor: a day in it; stepping from week to month and back keeps it.
        week_start: 1 for Monday to 7 for Sunday.
    """

    stretch: Stretch
    anchor: date
    week_start: int = 1

    @property
    def first(self) -> date:
        """The first day seen."""
        match self.stretch:
            case Stretch.DAY:
                return self.anchor
            case Stretch.WEEK:
                return self.anchor - _DAY * ((self.anchor.isoweekday() - self.week_start) % _WEEK)
            case Stretch.MONTH:
                return self.anchor.replace(day=1)

    @property
    def last(self) -> date:
        """The last day seen."""
        match self.stretch:
            case Stretch.DAY:
                return self.anchor
            case Stretch.WEEK:
                return self.first + _DAY * (_WEEK - 1)
            case Stretch.MONTH:
                return (self.first + _DAY * 31).replace(day=1) - _DAY

    @property
    def days(self) -> tuple[date, ...]:
        """All of them."""
        return tuple(self.first + _DAY * step for step in range((self.last - self.first).days + 1))

    def stepped(self, forward: bool) -> "ShownDays":
        """Return the stretch after or before this one."""
        return replace(self, anchor=self.last + _DAY if forward else self.first - _DAY)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def rest_days(locale: QLocale, days: tuple[date, ...]) -> tuple[date, ...]:
    """Return those of the days that are no working days where the locale is spoken."""
    working = {day.value for day in locale.weekdays()}
    return tuple(day for day in days if day.isoweekday() not in working)


def title(locale: QLocale, shown: tuple[date, ...], stretch: Stretch) -> str:
    """Return what a stretch is called, such as "November 2026"; ``shown`` are its columns, one at least."""
    first, last = shown[0], shown[-1]
    match stretch:
        case Stretch.DAY:
            return _written(locale, first, "ddd d MMM yyyy")
        case Stretch.MONTH:
            return locale.standaloneMonthName(first.month) + first.strftime(" %Y")
        case Stretch.WEEK:
            pass
    start = "d" if first.month == last.month else "d MMM" if first.year == last.year else "d MMM yyyy"
    return f"{_written(locale, first, start)}–{_written(locale, last, 'd MMM yyyy')}"  # noqa: RUF001 - a range


def day_name(locale: QLocale, day: date) -> str:
    """Return what a day is called in a column's head, such as "Tue 17"."""
    return _written(locale, day, "ddd d")


def day_in_title(locale: QLocale, day: date) -> str:
    """Return what a day is called beside a name, such as "Tue 17 Nov"."""
    return _written(locale, day, "ddd d MMM")


def day_in_words(locale: QLocale, day: date) -> str:
    """Return what a day is called when it is read out, such as "Tuesday 17 November"."""
    return _written(locale, day, "dddd d MMMM")


def this_one(stretch: Stretch) -> str:
    """Return what the button says that leads back to the present."""
    words = {
        Stretch.DAY: translate("AttendancePage", "Today"),
        Stretch.WEEK: translate("AttendancePage", "This week"),
        Stretch.MONTH: translate("AttendancePage", "This month"),
    }
    return words[stretch]


def _written(locale: QLocale, day: date, form: str) -> str:
    return locale.toString(QDate(day.year, day.month, day.day), form)
