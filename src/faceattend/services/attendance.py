"""Attendance: sightings come in, punches are decided, stored and read."""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from faceattend.config.settings import AttendanceSettings
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.attendance import Punch
from faceattend.domain.errors import NotFound
from faceattend.domain.presence import punch_for
from faceattend.domain.said import said
from faceattend.domain.vision import Sighting, Verdict
from faceattend.services.circumstances import circumstances
from faceattend.storage.database import Database, Work

_NAMELESS = frozenset({Verdict.UNKNOWN, Verdict.UNSURE})

_log = logging.getLogger(__name__)


class AttendanceService:
    """What can be done with sightings and punches. May be used by several threads.

    Args:
        database: where they are kept.
        settings: the cool-down and how long pictures of unknown faces are kept.
    """

    def __init__(self, database: Database, settings: AttendanceSettings) -> None:
        self._database = database
        self._settings = settings

    def record(self, actor: Actor, sighting: Sighting) -> Punch | None:
        """Store a sighting and the punch it makes, if it makes one; both or neither.

        Recording the same sighting again stores nothing and returns the punch it made the first time. A sighting of a
        camera or person that is not known any more is stored without a punch.

        Returns:
            The punch, durably stored; None for an unknown or unsure face, a person not active on that day, and within
            the cool-down.

        Raises:
            PermissionDenied: the actor may not record.
            StorageError: it could not be stored; recording it again later is safe.
            SettingsError: this machine does not know the site's time zone; recording it again later is safe.
        """
        require(actor, Permission.RECORD_SIGHTINGS)
        with self._database.transaction() as work:
            if not work.sightings.add(sighting):
                return work.punches.by_sighting(sighting.id)
            punch = self._decide(work, sighting)
            if punch is not None:
                work.punches.add(punch)
            return punch

    def punches(self, actor: Actor, start: datetime, end: datetime) -> list[Punch]:
        """Return everyone's punches by instant, from start (included) to end (not included), both aware.

        Raises:
            PermissionDenied: the actor may not view attendance.
            StorageError: they cannot be read.
        """
        require(actor, Permission.VIEW_ATTENDANCE)
        with self._database.reading() as work:
            return list(work.punches.between(start, end))

    def sighting(self, actor: Actor, sighting_id: UUID) -> Sighting:
        """Return a sighting, the evidence behind a punch; its crop is empty when it was erased.

        Raises:
            NotFound: there is none of that id.
            PermissionDenied: the actor may not view attendance.
            StorageError: it cannot be read.
        """
        require(actor, Permission.VIEW_ATTENDANCE)
        with self._database.reading() as work:
            found = work.sightings.get(sighting_id)
        if found is None:
            raise NotFound(said("Attendance", "There is no sighting {sighting_id}.").format(sighting_id=sighting_id))
        return found

    def erase_expired(self, actor: Actor, now: datetime) -> int:
        """Erase the pictures of unknown and unsure faces that are older than the settings allow.

        Returns:
            How many were erased.

        Raises:
            PermissionDenied: the actor may not record, and so not tend what was recorded.
            StorageError: nothing was erased.
        """
        require(actor, Permission.RECORD_SIGHTINGS)
        with self._database.transaction() as work:
            return work.sightings.erase_crops(_NAMELESS, now - timedelta(days=self._settings.unknown_days))

    def _decide(self, work: Work, sighting: Sighting) -> Punch | None:
        if sighting.verdict is not Verdict.KNOWN or sighting.person_id is None:
            return None
        found = circumstances(work, sighting, sighting.person_id, self._settings.cool_down)
        if found is None:
            _log.warning("sighting %s makes no punch: its camera or person is not known any more", sighting.id)
            return None
        if not found.active:
            _log.info("sighting %s makes no punch: the person is not active on that day", sighting.id)
            return None
        return punch_for(sighting, found.camera, found.punches, self._settings.cool_down)
