"""Whose attendance is looked at: people found by what they did on some days, in one statement each."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, Select, String, and_, false, func, not_, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from faceattend.domain.attendance import Direction
from faceattend.domain.directory import PersonIds
from faceattend.domain.people import name_key
from faceattend.domain.presence import LONGEST_PRESENCE
from faceattend.domain.timecards import PresenceState, RosterQuery
from faceattend.domain.timesheets import instants_of_days
from faceattend.storage.tables import GroupRow, PersonRow, PunchRow

_RAW_ID = type_coerce(PersonRow.id, LargeBinary)


class RostersRepository:
    """People by their attendance, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ids(self, query: RosterQuery, now: datetime) -> PersonIds:
        """Return who is asked for, by name.

        Listed are those who belong to the institution on one of the days, and those who were punched on them all the
        same.

        Args:
            query: which days, whom.
            now: aware; who came in within LONGEST_PRESENCE before it, and has not left, is inside.
        """
        chosen = _chosen(query, now).order_by(PersonRow.name_key, PersonRow.id)
        # straight from the driver: of fifty thousand ids, rows made of them would take as long as the search
        found: Any = self._session.connection().execute(chosen.with_only_columns(_RAW_ID)).cursor
        return PersonIds(raw for (raw,) in found)

    def days_begun(self, query: RosterQuery, ids: PersonIds, days: Collection[date]) -> set[date]:
        """Return on which of these days somebody of those asked for came in, or left without having come in.

        Args:
            query: whom.
            ids: what :meth:`ids` found for it.
            days: of the range.
        """
        if not days:
            return set()
        start, end = instants_of_days(min(days), max(days))
        punch = aliased(PunchRow)
        begins = or_(punch.direction == Direction.IN, ~_ends_a_stay(punch))
        day, whose = _local_day(punch), punch.person_id
        on_them = (punch.at >= start, punch.at < end, day.in_([each.isoformat() for each in days]), begins)
        if not query.narrow and query.state is PresenceState.EVERYBODY:
            return {date.fromisoformat(each) for each in self._session.scalars(select(day).distinct().where(*on_them))}
        # looking for the people once more would take as long as it took to find them
        wanted = set(ids)
        found = self._session.execute(select(day, whose).distinct().where(*on_them))
        return {date.fromisoformat(each) for each, person_id in found if person_id in wanted}


def _chosen(query: RosterQuery, now: datetime) -> Select[UUID]:
    chosen = _meant(query)
    match query.state:
        case PresenceState.EVERYBODY:
            return chosen
        case PresenceState.CAME:
            return chosen.where(_punched(query))
        case PresenceState.NO_PUNCHES:
            return chosen.where(not_(_punched(query)))
        case PresenceState.INSIDE:
            return chosen.where(_last_direction(now) == Direction.IN)
        case PresenceState.TO_CHECK:
            return chosen.where(_to_check(query, now))


def _meant(query: RosterQuery) -> Select[UUID]:
    """Who is meant, whatever their state."""
    chosen = select(PersonRow.id).where(_belongs(query))
    if query.text.strip():
        chosen = chosen.where(_is_called(query.text))
    if query.group is not None:
        chosen = chosen.where(PersonRow.group_id.in_(select(GroupRow.id).where(GroupRow.name == query.group)))
    if query.camera_id is not None:
        chosen = chosen.where(_punched(query, PunchRow.camera_id == query.camera_id))
    return chosen


def _belongs(query: RosterQuery) -> ColumnElement[bool]:
    active = and_(
        or_(PersonRow.active_from.is_(None), PersonRow.active_from <= query.last),
        or_(PersonRow.active_to.is_(None), PersonRow.active_to >= query.first),
    )
    return or_(active, _punched(query))


def _is_called(text: str) -> ColumnElement[bool]:
    return or_(
        PersonRow.name_key.contains(name_key(text), autoescape=True),
        PersonRow.number.icontains(text.strip(), autoescape=True),
    )


def _punched(query: RosterQuery, *also: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the person has a punch on the days; a look into the index by person and instant."""
    start, end = instants_of_days(query.first, query.last)
    there = select(PunchRow.person_id).where(
        PunchRow.person_id == PersonRow.id, PunchRow.at >= start, PunchRow.at < end, _on_days(PunchRow, query), *also
    )
    return there.exists()


def _last_direction(now: datetime) -> ColumnElement[Any]:
    """The direction of the person's last punch that may still tell where they are."""
    punch = aliased(PunchRow)
    latest = select(punch.direction).where(
        punch.person_id == PersonRow.id, punch.at >= now - LONGEST_PRESENCE, punch.at <= now
    )
    return latest.order_by(punch.at.desc(), punch.id.desc()).limit(1).scalar_subquery()


def _to_check(query: RosterQuery, now: datetime) -> ColumnElement[bool]:
    """Whether the person's punches of the days do not go in, out, in, out, each within LONGEST_PRESENCE of the other.

    The rules of :func:`faceattend.domain.timesheets.stays`, but for one thing: a chain of entries longer than
    LONGEST_PRESENCE is laid to the day of the first. One step into the index for each punch; window functions over
    all of them take twice as long for a million, and cannot stop at a person's first fault.
    """
    start, end = instants_of_days(query.first, query.last)
    punch = aliased(PunchRow)
    entry = and_(punch.direction == Direction.IN, ~_is_ended(punch, now))
    leave = and_(punch.direction == Direction.OUT, ~_ends_a_stay(punch))
    faults = select(punch.person_id).where(punch.person_id == PersonRow.id, punch.at >= start, punch.at < end)
    return faults.where(or_(entry, leave), _on_days(punch, query)).exists()


def _is_ended(punch: Any, now: datetime) -> ColumnElement[bool]:  # noqa: ANN401 - an alias of a row
    """Whether the person's punch after an entry is an exit, soon enough; or none, and the person is still inside."""
    later = aliased(PunchRow)
    exit_soon = and_(later.direction == Direction.OUT, later.at <= _longest_after(punch.at))
    after = select(exit_soon).where(later.person_id == punch.person_id, later.at > punch.at)
    nearest = after.order_by(later.at).limit(1).correlate(punch).scalar_subquery()
    return func.coalesce(nearest, punch.at >= now - LONGEST_PRESENCE)


def _ends_a_stay(punch: Any) -> ColumnElement[bool]:  # noqa: ANN401 - an alias of a row
    """Whether the person's punch before an exit is an entry, not too long ago."""
    earlier = aliased(PunchRow)
    entry_lately = and_(earlier.direction == Direction.IN, punch.at <= _longest_after(earlier.at))
    before = select(entry_lately).where(earlier.person_id == punch.person_id, earlier.at < punch.at)
    nearest = before.order_by(earlier.at.desc()).limit(1).correlate(punch).scalar_subquery()
    return func.coalesce(nearest, false())


def _longest_after(at: Any) -> ColumnElement[str]:  # noqa: ANN401 - a column
    """LONGEST_PRESENCE after an instant, to the second, in the text that SQLite holds instants as."""
    seconds = int(LONGEST_PRESENCE.total_seconds()) + 1  # what the fraction of the other one may add
    return type_coerce(func.datetime(at, f"+{seconds} seconds"), String)


def _on_days(punch: Any, query: RosterQuery) -> ColumnElement[bool]:  # noqa: ANN401 - a row or a subquery's columns
    return _local_day(punch).between(query.first.isoformat(), query.last.isoformat())


def _local_day(punch: Any) -> ColumnElement[str]:  # noqa: ANN401 - a row or a subquery's columns
    """The day on the wall where it happened, as SQLite's text "2026-11-17"."""
    return func.date(punch.at, func.printf("%+d seconds", punch.utc_offset_s))
