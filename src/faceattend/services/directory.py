"""Looking people up: lists that stay quick whatever their length, and everything known of one person."""

import logging
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import numpy as np

from faceattend.config.images import thumbnail
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.clock import day_here
from faceattend.domain.directory import (
    GroupSize,
    ListedPerson,
    Lookalike,
    PeopleCounts,
    PeopleQuery,
    PersonDetails,
    PersonIds,
    ShownPhoto,
)
from faceattend.domain.errors import ImageRejected, NotFound
from faceattend.domain.people import Photo
from faceattend.domain.said import said
from faceattend.services.models import ModelService
from faceattend.storage.database import Database, Work

SMALL_PX = 96
"""Side of a row's thumbnail: 32 points at three pixels each, which is also enough for 64 at one and a half."""

LARGE_PX = 256
"""Side of a thumbnail on the page of a person."""

_KEPT = 1000
_LATEST = 6

_log = logging.getLogger(__name__)


class DirectoryService:
    """Answers questions about people. May be used by several threads; none of it belongs into that of a window.

    Args:
        database: where they are kept.
        models: whose gallery says who looks like whom.
    """

    def __init__(self, database: Database, models: ModelService) -> None:
        self._database = database
        self._models = models
        self._thumbnails = _Thumbnails()

    def ids(self, actor: Actor, query: PeopleQuery) -> PersonIds:
        """Return the ids of all who are meant, in order.

        Raises:
            PermissionDenied: the actor may not view people; so for all that follow.
            StorageError: they cannot be read; so for all that follow.
        """
        require(actor, Permission.VIEW_PEOPLE)
        with self._database.reading() as work:
            return work.directory.ids(query, day_here())

    def rows(self, actor: Actor, ids: Sequence[UUID], *, thumbnails: bool = True) -> list[ListedPerson]:
        """Return these people as rows of a list, in the order of the ids; who is gone is left out."""
        require(actor, Permission.VIEW_PEOPLE)
        with self._database.reading() as work:
            return self._listed(work, ids) if thumbnails else work.directory.listed(ids)

    def groups(self, actor: Actor) -> list[GroupSize]:
        """Return all groups that somebody is in, by name."""
        require(actor, Permission.VIEW_PEOPLE)
        with self._database.reading() as work:
            return work.directory.groups()

    def counts(self, actor: Actor) -> PeopleCounts:
        """Return how many people there are today."""
        require(actor, Permission.VIEW_PEOPLE)
        with self._database.reading() as work:
            return work.directory.counts(day_here())

    def details(self, actor: Actor, person_id: UUID) -> PersonDetails:
        """Return everything the page of a person shows, but who looks like them.

        Raises:
            NotFound: the person is not stored any more.
        """
        require(actor, Permission.VIEW_PEOPLE)
        with self._database.reading() as work:
            listed = self._listed(work, [person_id])
            if not listed:
                raise NotFound(said("People", "This person is not stored any more."))
            photos = work.faces.photos(person_id)
            passages = work.directory.passages(person_id, _LATEST)
        return PersonDetails(listed[0], tuple(_shown(photo) for photo in photos), tuple(passages))

    def lookalike(self, actor: Actor, person_id: UUID) -> Lookalike | None:
        """Return the person whose face is nearest to this one's, where the two are near enough to be watched.

        Raises:
            ModelError: the model pack cannot be used.
        """
        require(actor, Permission.VIEW_PEOPLE)
        gallery, rule = self._models.gallery(), self._models.rule
        with self._database.reading() as work:
            own = [template.vector for template in work.faces.templates_of(person_id, gallery.contract_id)]
        if not own:
            return None
        mean = np.mean(own, axis=0, dtype=np.float32)
        (match,) = gallery.search((mean / np.maximum(np.linalg.norm(mean), 1e-12)).astype(np.float32)[None])
        if match is None:
            return None
        others = [(match.person_id, match.score), (match.runner_up_id, match.runner_up_score)]
        other, score = next((each for each in others if each[0] != person_id), (None, -1.0))
        if other is None or score < rule.unsure:
            return None
        listed = self.rows(actor, [other])
        return Lookalike(listed[0], score, score >= rule.accept) if listed else None

    def _listed(self, work: Work, ids: Sequence[UUID]) -> list[ListedPerson]:
        listed = work.directory.listed(ids)
        small = self._thumbnails.of(work, [each.best_photo for each in listed if each.best_photo is not None])
        return [replace(each, thumbnail=small.get(each.best_photo)) if each.best_photo else each for each in listed]


class _Thumbnails:
    """Keeps the thumbnails used last: a photo never changes. In memory only, since they are biometric data."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[UUID, bytes] = OrderedDict()

    def of(self, work: Work, photo_ids: Sequence[UUID]) -> dict[UUID, bytes]:
        """Return the thumbnails of these photos, as far as they can be made."""
        with self._lock:
            found = {each: self._kept[each] for each in photo_ids if each in self._kept}
        missing = [each for each in photo_ids if each not in found]
        if missing:
            made = {each: _small(each, jpeg, SMALL_PX) for each, jpeg in work.faces.jpegs(missing).items()}
            found |= {each: small for each, small in made.items() if small}
        self._keep(found)
        return found

    def _keep(self, found: dict[UUID, bytes]) -> None:
        with self._lock:
            for photo_id, small in found.items():
                self._kept[photo_id] = small
                self._kept.move_to_end(photo_id)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)


def _shown(photo: Photo) -> ShownPhoto:
    small = _small(photo.id, photo.jpeg, LARGE_PX)
    return ShownPhoto(photo.id, photo.added_at, small, photo.set_aside, photo.pose, photo.score)


def _small(photo_id: UUID, jpeg: bytes, side_px: int) -> bytes:
    """Return the thumbnail; empty where the stored picture cannot be read, which must not hide everybody else."""
    try:
        return thumbnail(jpeg, side_px, said("Picture", "The reference photo"))
    except ImageRejected as error:
        _log.warning("photo %s has no thumbnail: %s", photo_id, error)
        return b""
