"""Looking people up: filtered and sorted by the database, so that a long list costs the window nothing."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, Row, Select, and_, case, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from faceattend.domain.directory import (
    GroupSize,
    ListedPerson,
    Passage,
    PeopleCounts,
    PeopleOrder,
    PeopleQuery,
    PeopleState,
    PersonIds,
)
from faceattend.domain.people import Pose, name_key
from faceattend.storage.people import people_by_id
from faceattend.storage.tables import CameraRow, GroupRow, PersonRow, PhotoRow, PunchRow, SiteRow

_MOST_WORDS = 8
_MOST_AT_ONCE = 500

_HAS_FACE = exists().where(PhotoRow.person_id == PersonRow.id, PhotoRow.set_aside.is_(None))


class DirectoryRepository:
    """What lists of people are made of, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ids(self, query: PeopleQuery, today: date) -> PersonIds:
        """Return the ids of all who are meant, in order.

        Args:
            query: whom, and the order.
            today: the local day that decides who is active.
        """
        chosen = (
            select(type_coerce(PersonRow.id, LargeBinary)).where(*_conditions(query, today)).order_by(*_order(query))
        )
        if query.text.strip() or query.group is not None or query.order is PeopleOrder.GROUP:
            chosen = chosen.outerjoin(GroupRow, PersonRow.group_id == GroupRow.id)
        # Straight from the driver: of fifty thousand ids, rows made of them would take twice as long as the search.
        found: Any = self._session.connection().execute(chosen).cursor
        return PersonIds(raw for (raw,) in found)

    def listed(self, ids: Sequence[UUID]) -> list[ListedPerson]:
        """Return these people as rows of a list, in the order of the ids; those who are gone are left out."""
        found: list[ListedPerson] = []
        for start in range(0, len(ids), _MOST_AT_ONCE):
            found += self._listed(ids[start : start + _MOST_AT_ONCE])
        return found

    def groups(self) -> list[GroupSize]:
        """Return all groups that somebody is in, by name."""
        counted = (
            select(GroupRow.name, func.count(PersonRow.id))
            .join(PersonRow, PersonRow.group_id == GroupRow.id)
            .group_by(GroupRow.id)
            .order_by(GroupRow.name_key, GroupRow.name)
        )
        return [GroupSize(name, people) for name, people in self._session.execute(counted)]

    def counts(self, today: date) -> PeopleCounts:
        """Count people; ``today`` is the local day that decides who is active."""
        active = _active(today)
        counted = select(
            func.count().filter(active), func.count().filter(~active), func.count().filter(active, ~_HAS_FACE)
        ).select_from(PersonRow)
        return PeopleCounts(*self._session.execute(counted).one())

    def passages(self, person_id: UUID, limit: int) -> list[Passage]:
        """Return a person's latest punches, newest first."""
        latest = _PASSAGES.where(PunchRow.person_id == person_id).order_by(PunchRow.at.desc(), PunchRow.id.desc())
        return [_passage_of(row) for row in self._session.execute(latest.limit(limit))]

    def _listed(self, ids: Sequence[UUID]) -> list[ListedPerson]:
        people = people_by_id(self._session, ids)
        photos, last = self._photos(ids), self._last(ids)
        return [
            ListedPerson(people[each], used, aside, last.get(each), best)
            for each in ids
            if each in people
            for used, aside, best in [photos.get(each, (0, 0, None))]
        ]

    def _photos(self, ids: Sequence[UUID]) -> Mapping[UUID, tuple[int, int, UUID | None]]:
        """Return how many photos of each person are in use and set aside, and the best of the former."""
        front = case((PhotoRow.pose == Pose.FRONT, 1), (PhotoRow.pose.is_(None), 1), else_=0)
        used = PhotoRow.set_aside.is_(None)
        rank = (used.desc(), front.desc(), func.coalesce(PhotoRow.score, 0.5).desc(), PhotoRow.id)
        whose = PhotoRow.person_id
        ranked = (
            select(
                PhotoRow.person_id,
                PhotoRow.id,
                func.row_number().over(partition_by=whose, order_by=rank).label("place"),
                func.count().filter(used).over(partition_by=whose).label("used"),
                func.count().over(partition_by=whose).label("all"),
            )
            .where(PhotoRow.person_id.in_(ids))
            .subquery()
        )
        found = self._session.execute(select(ranked).where(ranked.c.place == 1))
        return {row.person_id: (row.used, row.all - row.used, row.id if row.used else None) for row in found}

    def _last(self, ids: Sequence[UUID]) -> Mapping[UUID, Passage]:
        """Return the latest punch of each person who has one, by one step into the index each."""
        other = aliased(PunchRow)
        latest = (
            select(other.id)
            .where(other.person_id == PersonRow.id)
            .order_by(other.at.desc())
            .limit(1)
            .correlate(PersonRow)
            .scalar_subquery()
        )
        chosen = _PASSAGES.join(PersonRow, PunchRow.id == latest).where(PersonRow.id.in_(ids))
        return {row.person_id: _passage_of(row) for row in self._session.execute(chosen)}


_PASSAGES: Select[*tuple[Any, ...]] = (
    select(
        PunchRow.person_id,
        PunchRow.at,
        PunchRow.utc_offset_s,
        PunchRow.direction,
        PunchRow.source,
        func.coalesce(CameraRow.name, SiteRow.name).label("place"),
    )
    .outerjoin(CameraRow, CameraRow.id == PunchRow.camera_id)
    .join(SiteRow, SiteRow.id == PunchRow.site_id)
)


def _passage_of(row: Row[*tuple[Any, ...]]) -> Passage:
    return Passage(row.at, timedelta(seconds=row.utc_offset_s), row.direction, row.source, row.place)


def _active(today: date) -> ColumnElement[bool]:
    begun = or_(PersonRow.active_from.is_(None), PersonRow.active_from <= today)
    return and_(begun, or_(PersonRow.active_to.is_(None), PersonRow.active_to >= today))


def _conditions(query: PeopleQuery, today: date) -> list[ColumnElement[bool]]:
    conditions = [_matches(word) for word in query.text.split()[:_MOST_WORDS]]
    if query.group is not None:
        conditions.append(GroupRow.name == query.group if query.group else PersonRow.group_id.is_(None))
    if query.kind is not None:
        conditions.append(PersonRow.kind == query.kind)
    match query.state:
        case PeopleState.ACTIVE:
            conditions.append(_active(today))
        case PeopleState.INACTIVE:
            conditions.append(~_active(today))
        case PeopleState.FACELESS:
            conditions += [_active(today), ~_HAS_FACE]
        case PeopleState.ALL:
            pass
    return conditions


def _matches(word: str) -> ColumnElement[bool]:
    key = name_key(word)
    return or_(
        PersonRow.name_key.contains(key, autoescape=True),
        PersonRow.number.contains(word, autoescape=True),
        GroupRow.name_key.contains(key, autoescape=True),
    )


def _order(query: PeopleQuery) -> list[ColumnElement[Any]]:
    columns: list[Any] = [PersonRow.name_key, PersonRow.id]
    match query.order:
        case PeopleOrder.NAME:
            pass
        case PeopleOrder.NUMBER:
            columns = [PersonRow.number]
        case PeopleOrder.GROUP:
            columns = [GroupRow.name_key, *columns]
    ordered = [each.desc() if query.descending else each.asc() for each in columns]
    if query.order is PeopleOrder.GROUP:
        ordered[0] = ordered[0].nulls_last()
    return ordered
