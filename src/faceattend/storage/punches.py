"""Where punches are kept. They are added and read, never changed: triggers in the database see to it."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from faceattend.domain.attendance import Punch
from faceattend.storage.tables import PunchRow

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
        found: dict[UUID, list[Punch]] = {}
        for row in self._session.execute(chosen):
            found.setdefault(row.person_id, []).append(_punch_of(row))
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
