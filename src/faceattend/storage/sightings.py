"""Where sightings are kept."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from faceattend.domain.vision import Sighting, Verdict
from faceattend.storage.tables import SightingRow

LONGEST_PASS = timedelta(hours=12)
"""Somebody who stays before a camera for longer counts as seen anew."""


class SightingsRepository:
    """The sightings, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, sighting: Sighting) -> bool:
        """Store a sighting.

        Returns:
            Whether it is new; False if one of its id is stored already, which stays as it is.
        """
        if self._session.scalar(select(SightingRow.id).where(SightingRow.id == sighting.id)) is not None:
            return False
        self._session.add(
            SightingRow(
                id=sighting.id,
                camera_id=sighting.camera_id,
                seen_at=sighting.seen_at,
                verdict=sighting.verdict,
                person_id=sighting.person_id,
                score=sighting.score,
                runner_up_id=sighting.runner_up_id,
                runner_up_score=sighting.runner_up_score,
                frames=sighting.frames,
                contract_id=sighting.contract_id,
                revises=sighting.revises,
                crop_jpeg=sighting.crop_jpeg,
            )
        )
        self._session.flush()
        return True

    def get(self, sighting_id: UUID) -> Sighting | None:
        """Return the sighting of that id, if stored; its crop is empty when it was erased."""
        row = self._session.get(SightingRow, sighting_id)
        return None if row is None else _sighting_of(row)

    def these(self, ids: Collection[UUID]) -> list[Sighting]:
        """Return the sightings of those ids, as far as they are stored, as :meth:`get` does. For some hundred."""
        rows = self._session.scalars(select(SightingRow).where(SightingRow.id.in_(ids)))
        return [_sighting_of(row) for row in rows]

    def crops(self, ids: Collection[UUID]) -> dict[UUID, bytes]:
        """Return the pictures of some sightings, JPEG; those erased are left out. For some hundred ids."""
        chosen = select(SightingRow.id, SightingRow.crop_jpeg).where(
            SightingRow.id.in_(ids), SightingRow.crop_jpeg.is_not(None)
        )
        return {sighting_id: jpeg for sighting_id, jpeg in self._session.execute(chosen) if jpeg}

    def revised(self, sightings: Collection[Sighting]) -> set[UUID]:
        """Return the ids of those that a later sighting of the same pass revises. For some hundred.

        A pass is told again within LONGEST_PASS, and never as seen earlier than before.
        """
        if not sightings:
            return set()
        times = [each.seen_at for each in sightings]
        later = select(SightingRow.revises).where(
            SightingRow.seen_at >= min(times),
            SightingRow.seen_at <= max(times) + LONGEST_PASS,
            SightingRow.revises.in_([each.id for each in sightings]),
        )
        return {each for each in self._session.scalars(later) if each}

    def latest(self, limit: int) -> list[Sighting]:
        """Return the latest sightings, newest first."""
        newest = select(SightingRow).order_by(SightingRow.seen_at.desc(), SightingRow.id.desc()).limit(limit)
        return [_sighting_of(row) for row in self._session.scalars(newest)]

    def count(self, verdict: Verdict | None = None) -> int:
        """Return how many sightings of a verdict, or of any, are stored."""
        counted = select(func.count()).select_from(SightingRow)
        if verdict is not None:
            counted = counted.where(SightingRow.verdict == verdict)
        return self._session.scalar(counted) or 0

    def erase_crops(self, verdicts: Collection[Verdict], before: datetime) -> int:
        """Erase the pictures of the sightings of these verdicts that are older; the sightings themselves stay.

        Returns:
            How many pictures were erased.
        """
        expired = (
            update(SightingRow)
            .where(SightingRow.verdict.in_(verdicts), SightingRow.seen_at < before)
            .where(SightingRow.crop_jpeg.is_not(None))
            .values(crop_jpeg=None)
        )
        return self._session.connection().execute(expired).rowcount


def _sighting_of(row: SightingRow) -> Sighting:
    return Sighting(
        id=row.id,
        camera_id=row.camera_id,
        seen_at=row.seen_at,
        verdict=row.verdict,
        person_id=row.person_id,
        score=row.score,
        runner_up_id=row.runner_up_id,
        runner_up_score=row.runner_up_score,
        frames=row.frames,
        contract_id=row.contract_id,
        crop_jpeg=row.crop_jpeg or b"",
        revises=row.revises,
    )
