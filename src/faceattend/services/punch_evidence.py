"""What a punch rests on: the face that was seen, the reference it was compared with, or a person's word."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.attendance import Punch
from faceattend.domain.errors import ModelError, NotFound
from faceattend.domain.evidence import MatchLimits, MatchWords, match_words
from faceattend.domain.people import Pose
from faceattend.domain.said import said
from faceattend.domain.vision import Sighting, Verdict
from faceattend.services.models import ModelService
from faceattend.storage.database import Database, Work

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PunchEvidence:
    """Everything that is kept of how a punch came about.

    Attributes:
        punch: the fact.
        place: name of the camera, or of the site for a punch by hand.
        sighting: what the camera saw; its crop is empty when it was erased; None for a punch by hand.
        reference: the person's best photo in use, JPEG; None without one. Biometric data.
        pose: which way the face looks in it; None if that was not noted.
        runner_up: name of the next person; None where there was none, or who is not stored any more.
        limits: what is asked now before a name is said; None if the model pack in use is not known.
    """

    punch: Punch
    place: str
    sighting: Sighting | None = None
    reference: bytes | None = None
    pose: Pose | None = None
    runner_up: str | None = None
    limits: MatchLimits | None = None

    @property
    def words(self) -> MatchWords | None:
        """What the comparison says; None where none was made, or its limits are not known."""
        if self.sighting is None or self.limits is None:
            return None
        return match_words(self.sighting.verdict, self.sighting.runner_up_score, self.limits)

    @property
    def nobody_close(self) -> bool:
        """Whether the next person was too far off to be taken for this one."""
        return (
            self.sighting is not None and self.limits is not None and self.sighting.runner_up_score < self.limits.unsure
        )

    @property
    def frames_agree(self) -> bool:
        """Whether as many frames spoke for the person as are asked for."""
        known = self.sighting is not None and self.sighting.verdict is Verdict.KNOWN
        return (
            known
            and self.limits is not None
            and self.sighting is not None
            and self.sighting.frames >= self.limits.agree
        )


class EvidenceService:
    """Reads the evidence behind punches. May be used by several threads."""

    def __init__(self, database: Database, models: ModelService) -> None:
        self._database = database
        self._models = models

    def evidence(self, actor: Actor, punch_id: UUID) -> PunchEvidence:
        """Return what a punch rests on.

        Raises:
            NotFound: there is no such punch.
            PermissionDenied: the actor may not view attendance.
            StorageError: it cannot be read.
        """
        return self.all_evidence(actor, [punch_id])[0]

    def all_evidence(self, actor: Actor, punch_ids: Sequence[UUID]) -> list[PunchEvidence]:
        """Return what some punches rest on, in their order; a day's at once.

        Raises:
            NotFound, PermissionDenied, StorageError: as for :meth:`evidence`.
        """
        require(actor, Permission.VIEW_ATTENDANCE)
        limits = self._limits()
        with self._database.reading() as work:
            return [_evidence(work, punch_id, limits) for punch_id in punch_ids]

    def _limits(self) -> MatchLimits | None:
        try:
            rule = self._models.rule
        except ModelError as error:  # evidence is shown all the same; the fault is told where recognition is
            _log.warning("the limits of the model pack are not known: %s", error)
            return None
        return MatchLimits(rule.accept, rule.unsure, rule.margin, rule.agree)


def _evidence(work: Work, punch_id: UUID, limits: MatchLimits | None) -> PunchEvidence:
    punch = work.punches.get(punch_id)
    if punch is None:
        raise NotFound(said("Attendance", "This punch is not stored."))
    camera = None if punch.camera_id is None else work.cameras.get(punch.camera_id)
    sighting = None if punch.sighting_id is None else work.sightings.get(punch.sighting_id)
    if camera is None or sighting is None:
        sites = {site.id: site.name for site in work.sites.list()}
        place = camera.name if camera is not None else sites[punch.site_id]
        return PunchEvidence(punch, place, sighting, limits=limits)
    listed = work.directory.listed([punch.person_id])
    photo_id = listed[0].best_photo if listed else None
    photo = None if photo_id is None else work.faces.photo(photo_id)
    other = None if sighting.runner_up_id is None else work.people.get(sighting.runner_up_id)
    return PunchEvidence(
        punch=punch,
        place=camera.name,
        sighting=sighting,
        reference=photo and photo.jpeg,
        pose=photo and photo.pose,
        runner_up=other and other.name,
        limits=limits,
    )
