"""A day of attendance in words, as a bar, and in hours; the cells, the pane and the clipboard share them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale

from faceattend.domain.timecards import DayCard, Presence
from faceattend.domain.timesheets import DayNote
from faceattend.ui.translation import translate
from faceattend.ui.widgets.day_bar import DayBar, Span

_OPEN_MINUTES = 180.0  # how far the dashes of a missing end reach: a mark, not a measure
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Glance:
    """What stands under a bar.

    Attributes:
        text: when somebody came and left, or "No exit seen".
        icon: before it; empty for none.
        tone: a colour token: "text2" where all is well, "warn" where a person must look.
        brief: the same where there is little room; empty for the text itself.
    """

    text: str
    icon: str = ""
    tone: str = "text2"
    brief: str = ""


def glance(card: DayCard | None) -> Glance:
    """Return what stands under a day's bar."""
    if card is None:
        return Glance("")
    trouble = problem(card)
    if trouble is not None:
        return trouble
    if card.inside:
        return Glance(_since(card.work.first_in))
    return Glance(_from_to(card.work.first_in, card.work.last_out, card.work.day))


def stretches(card: DayCard) -> str:
    """Return all stays of a day, one after the other; who is inside is so until now."""
    over = card.stays[:-1] if card.inside else card.stays
    parts = [
        _from_to(stay.came.local if stay.came else None, stay.left.local if stay.left else None, card.work.day)
        for stay in over
    ]
    if card.inside:
        came = card.stays[-1].came
        parts.append(_since(came.local if came else None))
    return ", ".join(parts)


def problem(card: DayCard) -> Glance | None:
    """Return what a person must look at first; None where all is well."""
    return _NOTES[card.work.notes[0]]() if card.work.notes else None


def problems(card: DayCard) -> tuple[Glance, ...]:
    """Return everything a person must look at."""
    return tuple(_NOTES[note]() for note in card.work.notes)


def meaning(card: DayCard) -> tuple[str, ...]:
    """Return what the problems of a day mean for its hours, and what to do, in sentences."""
    return tuple(_MEANINGS[note]() for note in card.work.notes)


def bar_of(card: DayCard | None, now: datetime) -> DayBar:
    """Return a day's bar; who is inside is so until now, and is not known to have left."""
    if card is None:
        return DayBar()
    whole = [Span(each.start, each.end) for each in card.presence if each.start is not None and each.end is not None]
    last = card.presence[-1]
    if card.inside and last.start is not None:
        whole.append(Span(last.start, max(last.start, _minutes_now(card, now))))
    open_ends = [_open(each) for each in (card.presence[:-1] if card.inside else card.presence)]
    return DayBar(present=tuple(whole), open_ends=tuple(each for each in open_ends if each is not None))


def hours(worked: timedelta) -> str:
    """Return hours and minutes, such as "40:24"; of a whole minute only what is full."""
    minutes = int(worked / _MINUTE)
    return f"{minutes // 60}:{minutes % 60:02}"


def short_hours(locale: QLocale, worked: timedelta) -> str:
    """Return hours with one decimal, for columns a month is made of."""
    return locale.toString(worked / timedelta(hours=1), "f", 1)


def sentence(name: str, day_in_words: str, card: DayCard | None, now: datetime) -> str:
    """Say a cell, for whoever does not see it."""
    if card is None:
        return translate("AttendanceWords", "{name}, {day}: nobody seen.").format(name=name, day=day_in_words)
    said = [each.text + "." for each in problems(card)]
    inside = [translate("AttendanceWords", "Inside now.")] if card.inside else []
    counted = translate("AttendanceWords", "{hours} hours counted.").format(hours=hours(card.work.worked))
    parts = [*said, *inside, bar_of(card, now).speak(), counted]
    return translate("AttendanceWords", "{name}, {day}: {what}").format(
        name=name, day=day_in_words, what=" ".join(parts)
    )


_NOTES = {
    DayNote.NO_EXIT: lambda: Glance(
        translate("AttendanceWords", "No exit seen"), "circle-help", "warn", translate("AttendanceWords", "No exit")
    ),
    DayNote.NO_ENTRY: lambda: Glance(
        translate("AttendanceWords", "No entry seen"), "circle-help", "warn", translate("AttendanceWords", "No entry")
    ),
    DayNote.SEEN_AGAIN: lambda: Glance(
        translate("AttendanceWords", "Entered twice"), "circle-alert", "warn", translate("AttendanceWords", "In twice")
    ),
}


_MEANINGS = {
    DayNote.NO_EXIT: lambda: translate(
        "AttendanceWords", "Without the exit this time is not counted. Add it by hand if you know it."
    ),
    DayNote.NO_ENTRY: lambda: translate(
        "AttendanceWords", "Without the entry this time is not counted. Add it by hand if you know it."
    ),
    DayNote.SEEN_AGAIN: lambda: translate(
        "AttendanceWords", "Entries without an exit between them: the first one counts."
    ),
}


def _since(came: datetime | None) -> str:
    return translate("AttendanceWords", "{time}–now").format(time=_clock(came))  # noqa: RUF001 - a range


def _from_to(came: datetime | None, left: datetime | None, day: date) -> str:
    text = f"{_clock(came)}–{_clock(left)}"  # noqa: RUF001 - a range
    later = (left.date() - day).days if left is not None else 0
    return f"{text} +{later}" if later > 0 else text


def _clock(at: datetime | None) -> str:
    return "?" if at is None else f"{at:%H:%M}"


def _open(each: Presence) -> Span | None:
    if each.start is not None and each.end is None:
        return Span(each.start, each.start + _OPEN_MINUTES)
    if each.end is not None and each.start is None:
        return Span(each.end - _OPEN_MINUTES, each.end)
    return None


def _minutes_now(card: DayCard, now: datetime) -> float:
    came = card.stays[-1].came
    if came is None:
        return 0.0
    local = (now + came.utc_offset).replace(tzinfo=None)
    return (local - datetime.combine(card.work.day, datetime.min.time())) / _MINUTE
