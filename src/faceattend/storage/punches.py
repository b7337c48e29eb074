"""Where punches are kept. They are added and read, never changed: triggers in the database see to it."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.storage.tables import PunchRow
from faceattend.storage.types import instant_of

_PUNCHES = select(*PunchRow.__table__.columns).order_by(PunchRow.at, PunchRow.id)  # columns load twice as fast as rows
_ROWS_AT_ONCE = 1000
_MOST_IN_SQL = 10_000  # SQLite takes 32,766 values in one statement


class PunchesRepository:
    """The punches, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, punch: Punch) -> None:
        """Store a punch whose person, site, camera and sighting are stored.

        Raises:
            AlreadyExists: the sighting has made a punch before.
            NotFound: what it refers to is not stored.
        """
        self._session.add(
            PunchRow(
                id=punch.id,
                person_id=punch.person_id,
                at=punch.at,
                zone=punch.zone,
                utc_offset_s=int(punch.utc_offset.total_seconds()),
                direction=punch.direction,
                source=punch.source,
                site_id=punch.site_id,
                camera_id=punch.camera_id,
                sighting_id=punch.sighting_id,
                score=punch.score,
                reason=punch.reason,
                made_by=punch.made_by,
            )
        )
        self._session.flush()

    def by_sighting(self, sighting_id: UUID) -> Punch | None:
        """Return the punch that a sighting made, if it made one."""
        row = self._session.execute(_PUNCHES.where(PunchRow.sighting_id == sighting_id)).one_or_none()
        return None if row is None else _punch_of(row)

    def get(self, punch_id: UUID) -> Punch | None:
        """Return the punch of that id, if stored."""
        row = self._session.execute(_PUNCHES.where(PunchRow.id == punch_id)).one_or_none()
        return None if row is None else _punch_of(row)

    def around(self, person_id: UUID, start: datetime, end: datetime) -> list[Punch]:
        """Return a person's punches from start to end, both included, by instant."""
        chosen = _PUNCHES.where(PunchRow.person_id == person_id, PunchRow.at >= start, PunchRow.at <= end)
        return [_punch_of(row) for row in self._session.execute(chosen)]

    def of(self, person_ids: Collection[UUID], start: datetime, end: datetime) -> dict[UUID, list[Punch]]:
        """Return the punches of a few people, by person, then by instant; who has none is left out.

        Args:
            person_ids: some hundred at most.
            start: aware; the first instant included.
            end: aware; the first instant no longer included.
        """
        chosen = (
            select(*PunchRow.__table__.columns)
            .where(PunchRow.person_id.in_(person_ids), PunchRow.at >= start, PunchRow.at < end)
            .order_by(PunchRow.person_id, PunchRow.at, PunchRow.id)  # as the index does: nothing is sorted
        )
        # Straight from the driver: a report reads a million, and rows made of them would take most of its time.
        rows: Any = self._session.connection().execute(chosen).cursor
        found: dict[UUID, list[Punch]] = {}
        for row in rows:
            punch = _punch_read(*row)
            found.setdefault(punch.person_id, []).append(punch)
        return found

    def between(self, start: datetime, end: datetime, person_ids: Collection[UUID] | None = None) -> Iterator[Punch]:
        """Stream punches by instant; to be read within the transaction.

        Args:
            start: aware; the first instant included.
            end: aware; the first instant no longer included.
            person_ids: whose; None for everyone's.
        """
        chosen = _PUNCHES.where(PunchRow.at >= start, PunchRow.at < end)
        wanted = None if person_ids is None else set(person_ids)
        if wanted is not None and len(wanted) <= _MOST_IN_SQL:
            chosen = chosen.where(PunchRow.person_id.in_(wanted))
        rows = self._session.execute(chosen, execution_options={"yield_per": _ROWS_AT_ONCE})
        return (_punch_of(row) for row in rows if wanted is None or row.person_id in wanted)


def _punch_of(row: Row[*tuple[Any, ...]]) -> Punch:
    return Punch(
        id=row.id,
        person_id=row.person_id,
        at=row.at,
        zone=row.zone,
        utc_offset=timedelta(seconds=row.utc_offset_s),
        direction=row.direction,
        source=row.source,
        site_id=row.site_id,
        camera_id=row.camera_id,
        sighting_id=row.sighting_id,
        score=row.score,
        reason=row.reason,
        made_by=row.made_by,
    )


_DIRECTIONS = {each.value: each for each in Direction}
_SOURCES = {each.value: each for each in PunchSource}


def _punch_read(  # noqa: PLR0913, PLR0917 - the columns of a table
    raw_id: bytes,
    person_id: bytes,
    at: str,
    zone: str,
    utc_offset_s: int,
    direction: str,
    source: str,
    site_id: bytes,
    camera_id: bytes | None,
    sighting_id: bytes | None,
    score: float | None,
    reason: str | None,
    made_by: str | None,
) -> Punch:
    """Return what :func:`_punch_of` makes of the same row, out of what the driver gives."""
    return Punch(
        UUID(bytes=raw_id),
        _shared_id(person_id),
        instant_of(at),
        zone,
        _shared_offset(utc_offset_s),
        _DIRECTIONS[direction],
        _SOURCES[source],
        _shared_id(site_id),
        None if camera_id is None else _shared_id(camera_id),
        None if sighting_id is None else UUID(bytes=sighting_id),
        score,
        reason,
        made_by,
    )


@lru_cache(maxsize=1000)
def _shared_id(raw: bytes) -> UUID:
    return UUID(bytes=raw)


@lru_cache(maxsize=1000)
def _shared_offset(seconds: int) -> timedelta:
    return timedelta(seconds=seconds)
