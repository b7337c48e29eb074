"""The periods that reports are made of most, by today's date."""

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, QLocale

from faceattend.ui.translation import translate


class Period(StrEnum):
    """Which days; OWN are chosen by hand."""

    THIS_MONTH = "this month"
    LAST_MONTH = "last month"
    THIS_WEEK = "this week"
    LAST_WEEK = "last week"
    TODAY = "today"
    OWN = "own"


def days_of(period: Period, today: date) -> tuple[date, date]:
    """Return the first and the last day of a period; of an own one, this month so far.

    Weeks begin as the user's locale says.
    """
    month = today.replace(day=1)
    week = today - timedelta(days=(today.isoweekday() - QLocale().firstDayOfWeek().value) % 7)
    match period:
        case Period.THIS_MONTH:
            return month, _end_of_month(month)
        case Period.LAST_MONTH:
            before = (month - timedelta(days=1)).replace(day=1)
            return before, _end_of_month(before)
        case Period.THIS_WEEK:
            return week, week + timedelta(days=6)
        case Period.LAST_WEEK:
            return week - timedelta(days=7), week - timedelta(days=1)
        case Period.TODAY:
            return today, today
        case Period.OWN:
            return month, today


def words_of(period: Period) -> str:
    """Return what a period is called."""
    words = {
        Period.THIS_MONTH: translate("Period", "This month"),
        Period.LAST_MONTH: translate("Period", "Last month"),
        Period.THIS_WEEK: translate("Period", "This week"),
        Period.LAST_WEEK: translate("Period", "Last week"),
        Period.TODAY: translate("Period", "Today"),
        Period.OWN: translate("Period", "Own range"),
    }
    return words[period]


def days_in_words(first: date, last: date) -> str:
    """Return a range as its locale writes it: October 2026, or both days."""
    locale = QLocale()
    one, other = (QDate(day.year, day.month, day.day) for day in (first, last))
    if first.day == 1 and last == _end_of_month(first):
        return locale.toString(one, "MMMM yyyy")
    short = QLocale.FormatType.ShortFormat
    if first == last:
        return locale.toString(one, QLocale.FormatType.LongFormat)
    between = translate("Period", "{first} to {last}")
    return between.format(first=locale.toString(one, short), last=locale.toString(other, short))


def _end_of_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
