"""What stands in each row of the attendance report.

Most values come again and again: dates, names of zones. Equal ones are the same object, and are packed once for many
rows. Nothing but plain values stands in a row: then Python's garbage collector need not walk through it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from sys import intern
from uuid import UUID

from faceattend.domain.attendance import Punch
from faceattend.domain.people import Person
from faceattend.domain.timesheets import WorkDay
from faceattend.reports.packed import Row


def person_row(person: Person, days: Sequence[WorkDay]) -> Row:
    """Return a row of the summary.

    Args:
        person: who.
        days: all their work days.
    """
    worked = sum((day.worked for day in days), timedelta(0))
    return (person.number, person.name, person.group, len(days), worked, sum(bool(day.notes) for day in days))


def day_row(person: Person, day: WorkDay) -> Row:
    """Return a row of the days."""
    first_in = None if day.first_in is None else day.first_in.time().replace(microsecond=0)
    last_out = None if day.last_out is None else day.last_out.time().replace(microsecond=0)
    return (
        person.number,
        person.name,
        person.group,
        _same(day.day),
        first_in,
        last_out,
        day.worked,
        day.punches,
        "; ".join(_notes(day)),
    )


def punch_row(person: Person, punch: Punch, places: Mapping[UUID, str]) -> Row:
    """Return a row of the punches.

    Args:
        person: who.
        punch: what was noted.
        places: names of sites and cameras.
    """
    local = punch.local
    return (
        person.number,
        person.name,
        _same(local.date()),
        local.time().replace(microsecond=0),
        punch.direction.value,
        places[punch.site_id],
        None if punch.camera_id is None else places[punch.camera_id],
        None if punch.score is None else round(punch.score, 2),
        intern(punch.zone),
        _offset(punch.utc_offset),
        punch.source.value,
        punch.reason,
        punch.made_by,
    )


@lru_cache(maxsize=1000)
def _same(day: date) -> date:
    """Return the one object that stands for all days equal to this one."""
    return day


def _notes(day: WorkDay) -> Iterator[str]:
    if day.last_out is not None and day.last_out.date() > day.day:
        yield f"last out on {day.last_out.date()}"
    yield from day.notes
    if day.inside_since is not None:
        yield f"inside since {day.inside_since:%H:%M}, not counted yet"


@lru_cache(maxsize=1000)
def _offset(offset: timedelta) -> str:
    """Write +2 h as UTC+02:00: in the hour that autumn repeats, wall-clock times alone could be either."""
    sign = "-" if offset < timedelta(0) else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{sign}{hours:02}:{minutes:02}"
