"""Reading what was seen since a morning: filtered and ordered by the database, a page at a time, without pictures."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from faceattend.domain.attendance import AnswerKind
from faceattend.domain.feed import FeedCounts, FeedItem, FeedQuery
from faceattend.domain.people import name_key
from faceattend.domain.vision import Verdict
from faceattend.storage.tables import AnswerRow, CameraRow, GroupRow, PersonRow, PunchRow, SightingRow, SiteRow

_MOST_IN_SQL = 10_000  # SQLite takes 32,766 values in one statement
_ESCAPE = "\\"

_Answer = aliased(AnswerRow)
_Other = aliased(PersonRow)
_latest_answer = (
    select(func.max(AnswerRow.id))
    .where(AnswerRow.sighting_id == SightingRow.id)
    .correlate(SightingRow)
    .scalar_subquery()
)
_person_id = func.coalesce(_Answer.person_id, SightingRow.person_id)
_ITEMS = (
    select(
        SightingRow.id,
        SightingRow.camera_id,
        SightingRow.seen_at,
        SightingRow.verdict,
        func.coalesce(_Answer.person_id, SightingRow.person_id, type_=SightingRow.person_id.type).label("person_id"),
        SightingRow.score,
        SightingRow.runner_up_id,
        SightingRow.runner_up_score,
        SightingRow.frames,
        PersonRow.name,
        PersonRow.number,
        GroupRow.name.label("group"),
        _Other.name.label("runner_up"),
        CameraRow.name.label("camera"),
        SiteRow.zone,
        PunchRow.direction,
        _Answer.kind.label("answer"),
        _Answer.answered_by,
        PersonRow.active_from,
        PersonRow.active_to,
    )
    .select_from(SightingRow)
    .outerjoin(_Answer, _Answer.id == _latest_answer)
    .outerjoin(PersonRow, PersonRow.id == _person_id)
    .outerjoin(GroupRow, GroupRow.id == PersonRow.group_id)
    .outerjoin(_Other, _Other.id == SightingRow.runner_up_id)
    .outerjoin(CameraRow, CameraRow.id == SightingRow.camera_id)
    .outerjoin(SiteRow, SiteRow.id == CameraRow.site_id)
    .outerjoin(PunchRow, PunchRow.sighting_id == SightingRow.id)
)
_NEWEST_FIRST = (SightingRow.seen_at.desc(), SightingRow.id.desc())


class FeedRepository:
    """The sightings as people read them, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._revised: dict[datetime, list[UUID]] = {}

    def page(self, query: FeedQuery, before: tuple[datetime, UUID] | None, limit: int) -> list[FeedItem]:
        """Return sightings, newest first.

        Args:
            query: which.
            before: instant and id of the last one read, to go on behind it; None to begin with the newest.
            limit: how many at most.
        """
        chosen = _ITEMS.where(*self._fitting(query)).order_by(*_NEWEST_FIRST).limit(limit)
        if before is not None:
            at, last = before
            chosen = chosen.where(SightingRow.seen_at <= at, or_(SightingRow.seen_at < at, SightingRow.id < last))
        return self._items(chosen)

    def waiting(self, query: FeedQuery, enough_frames: int, limit: int) -> tuple[int, list[FeedItem]]:
        """Return how many sightings wait for an answer, and the newest of them; see :meth:`FeedItem.waits`."""
        waits = (
            SightingRow.verdict.in_((Verdict.UNSURE, Verdict.UNKNOWN)),
            or_(SightingRow.verdict == Verdict.UNSURE, SightingRow.frames >= enough_frames),
            or_(_Answer.kind.is_(None), _Answer.kind == AnswerKind.REOPENED),
            *self._fitting(query),
        )
        counted = (
            select(func.count()).select_from(SightingRow).outerjoin(_Answer, _Answer.id == _latest_answer).where(*waits)
        )
        newest = _ITEMS.where(*waits).order_by(*_NEWEST_FIRST).limit(limit)
        return self._session.scalar(counted) or 0, self._items(newest)

    def these(self, query: FeedQuery, ids: Collection[UUID]) -> list[FeedItem]:
        """Return those of the sightings that fit the query, newest first; for some hundred ids."""
        chosen = _ITEMS.where(SightingRow.id.in_(ids), *self._fitting(query)).order_by(*_NEWEST_FIRST)
        return self._items(chosen)

    def counts(self, query: FeedQuery) -> FeedCounts:
        """Count the sightings that fit the query but for its verdict, and all punches."""
        punches = select(func.count()).select_from(PunchRow).where(PunchRow.at >= query.since)
        counted = self._counted_found(query) if query.text.strip() else self._counted(query.since)
        return FeedCounts(**counted, punches=self._session.scalar(punches) or 0)

    def _counted(self, since: datetime) -> dict[str, int]:
        """Count by index alone, then take off what is superseded: no row is visited for what nobody searches."""
        by_verdict = select(SightingRow.verdict, func.count()).group_by(SightingRow.verdict)
        every = self._session.execute(by_verdict.where(SightingRow.seen_at >= since))
        counted = {verdict.value: count for verdict, count in every}
        revised = self._revised_since(since)
        for start in range(0, len(revised), _MOST_IN_SQL):
            some = by_verdict.where(SightingRow.id.in_(revised[start : start + _MOST_IN_SQL]))
            for verdict, count in self._session.execute(some.where(SightingRow.seen_at >= since)):
                counted[verdict.value] -= count
        return counted

    def _counted_found(self, query: FeedQuery) -> dict[str, int]:
        rows = self._session.execute(
            select(SightingRow.verdict, func.count())
            .select_from(SightingRow)
            .outerjoin(_Answer, _Answer.id == _latest_answer)
            .where(*self._fitting(FeedQuery(query.since, text=query.text)))
            .group_by(SightingRow.verdict)
        )
        return {verdict.value: count for verdict, count in rows}

    def last_by_camera(self, since: datetime) -> dict[UUID, FeedItem]:
        """Return the newest sighting of each camera that has seen somebody since then.

        What revises a sighting was never seen before it, so the newest instant is that of one that holds.
        """
        newest = select(SightingRow.camera_id, func.max(SightingRow.seen_at).label("at"))
        newest_of = newest.where(SightingRow.seen_at >= since).group_by(SightingRow.camera_id).subquery()
        chosen = _ITEMS.join(
            newest_of, and_(newest_of.c.camera_id == SightingRow.camera_id, newest_of.c.at == SightingRow.seen_at)
        ).where(*self._fitting(FeedQuery(since)))
        return {item.camera_id: item for item in self._items(chosen)}

    def _items(self, chosen: Select[*tuple[Any, ...]]) -> list[FeedItem]:
        return [FeedItem(**row) for row in self._session.execute(chosen).mappings()]

    def _fitting(self, query: FeedQuery) -> tuple[ColumnElement[bool], ...]:
        revised = self._revised_since(query.since)
        superseded = revised if len(revised) <= _MOST_IN_SQL else _revisions(query.since)
        fitting: list[ColumnElement[bool]] = [SightingRow.seen_at >= query.since, SightingRow.id.not_in(superseded)]
        if query.verdict is not None:
            fitting.append(SightingRow.verdict == query.verdict)
        if key := name_key(query.text):
            fitting.append(self._named(key))
        return tuple(fitting)

    def _revised_since(self, since: datetime) -> list[UUID]:
        """Return what was superseded since then; looked for once in a transaction, as it takes a walk over the day."""
        if since not in self._revised:
            self._revised[since] = [each for each in self._session.scalars(_revisions(since)) if each]
        return self._revised[since]

    def _named(self, key: str) -> ColumnElement[bool]:
        """Whether the person, the other candidate, their group or the camera is called so."""
        like = f"%{_literal(key)}%"
        groups = select(GroupRow.id).where(GroupRow.name_key.like(like, escape=_ESCAPE))
        people = select(PersonRow.id).where(
            or_(
                PersonRow.name_key.like(like, escape=_ESCAPE),
                PersonRow.number.like(like, escape=_ESCAPE),
                PersonRow.group_id.in_(groups),
            )
        )
        named = self._session.execute(select(CameraRow.id, CameraRow.name))
        cameras = [camera_id for camera_id, name in named if key in name_key(name)]
        return or_(
            SightingRow.person_id.in_(people),
            SightingRow.runner_up_id.in_(people),
            _Answer.person_id.in_(people),
            SightingRow.camera_id.in_(cameras),
        )


def _revisions(since: datetime) -> Select[UUID | None]:
    return select(SightingRow.revises).where(SightingRow.seen_at >= since, SightingRow.revises.is_not(None))


def _literal(text: str) -> str:
    """Take the wildcards of LIKE for what they are."""
    for each in (_ESCAPE, "%", "_"):
        text = text.replace(each, _ESCAPE + each)
    return text
