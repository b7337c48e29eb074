"""Where cameras are kept."""

import builtins
import itertools
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from faceattend.domain.cameras import Camera
from faceattend.domain.errors import UNCHANGED, NotFound
from faceattend.domain.said import said
from faceattend.storage.faults import must_be_unique
from faceattend.storage.sites import site_of
from faceattend.storage.tables import CameraRow, PunchRow, SightingRow, SiteRow

_CAMERAS = select(CameraRow, SiteRow).join(SiteRow, CameraRow.site_id == SiteRow.id)
_PRESENT = _CAMERAS.where(CameraRow.removed.is_(False))
_NO_SOURCE = "removed:"  # its address and password are of no use any more


class CamerasRepository:
    """The cameras, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, camera: Camera) -> None:
        """Store a camera whose site is stored.

        Raises:
            AlreadyExists: its name is taken.
        """
        with must_be_unique(self._session, said("Storage", "The camera name {name!r}").format(name=camera.name)):
            self._session.add(_fill(CameraRow(id=camera.id), camera))

    def update(self, camera: Camera) -> None:
        """Store what has changed of a camera.

        Raises:
            NotFound: it is not stored, or was removed.
            AlreadyExists: its new name is taken.
        """
        row = self._row(camera)
        with must_be_unique(self._session, said("Storage", "The camera name {name!r}").format(name=camera.name)):
            _fill(row, camera)

    def remove(self, camera: Camera) -> None:
        """Take a camera away. If something it saw is kept, so is the camera, hidden and under a name of its own.

        Raises:
            NotFound: it is not stored, or was removed before.
        """
        row = self._row(camera)
        if not self._was_used(camera.id):
            self._session.delete(row)
            return
        row.removed, row.enabled, row.source = True, False, _NO_SOURCE
        row.name = self._free_name(f"{camera.name} (removed)")

    def get(self, camera_id: UUID) -> Camera | None:
        """Return the camera of that id, if it is stored, removed or not: what it saw may still be on its way."""
        found = self._session.execute(_CAMERAS.where(CameraRow.id == camera_id)).one_or_none()
        return None if found is None else _camera_of(*found)

    def by_name(self, name: str) -> Camera | None:
        """Return the camera of that name, if there is one that was not removed."""
        found = self._session.execute(_PRESENT.where(CameraRow.name == name)).one_or_none()
        return None if found is None else _camera_of(*found)

    def present(self) -> builtins.list[Camera]:
        """Return all cameras there are, by name."""
        return [_camera_of(row, site) for row, site in self._session.execute(_PRESENT.order_by(CameraRow.name))]

    def list(self) -> builtins.list[Camera]:
        """Return all cameras that something may rest on, by name: also those that were removed."""
        return [_camera_of(row, site) for row, site in self._session.execute(_CAMERAS.order_by(CameraRow.name))]

    def _row(self, camera: Camera) -> CameraRow:
        row = self._session.get(CameraRow, camera.id)
        if row is None or row.removed:
            raise NotFound(said("Storage", "There is no camera {name!r}.").format(name=camera.name), means=UNCHANGED)
        return row

    def _was_used(self, camera_id: UUID) -> bool:
        return any(
            self._session.scalar(select(exists().where(column == camera_id)))
            for column in (PunchRow.camera_id, SightingRow.camera_id)
        )

    def _free_name(self, wanted: str) -> str:
        names = itertools.chain([wanted], (f"{wanted} {number}" for number in itertools.count(2)))
        return next(name for name in names if self._is_free(name))

    def _is_free(self, name: str) -> bool:
        return not self._session.scalar(select(exists().where(CameraRow.name == name)))


def _fill(row: CameraRow, camera: Camera) -> CameraRow:
    row.name = camera.name
    row.site_id = camera.site.id
    row.role = camera.role
    row.fps = camera.fps
    row.min_face_px = camera.min_face_px
    row.enabled = camera.enabled
    row.source = camera.source
    return row


def _camera_of(row: CameraRow, site: SiteRow) -> Camera:
    return Camera(
        id=row.id,
        name=row.name,
        site=site_of(site),
        source=row.source,
        role=row.role,
        fps=row.fps,
        min_face_px=row.min_face_px,
        enabled=row.enabled,
    )
