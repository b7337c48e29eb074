"""Where cameras are kept."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from faceattend.domain.cameras import Camera
from faceattend.domain.errors import NotFound
from faceattend.storage.faults import must_be_unique
from faceattend.storage.sites import site_of
from faceattend.storage.tables import CameraRow, SiteRow

_CAMERAS = select(CameraRow, SiteRow).join(SiteRow, CameraRow.site_id == SiteRow.id)


class CamerasRepository:
    """The cameras, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, camera: Camera) -> None:
        """Store a camera whose site is stored.

        Raises:
            AlreadyExists: its name is taken.
        """
        with must_be_unique(self._session, f"The camera name {camera.name!r}"):
            self._session.add(_fill(CameraRow(id=camera.id), camera))

    def update(self, camera: Camera) -> None:
        """Store what has changed of a camera.

        Raises:
            NotFound: it is not stored.
            AlreadyExists: its new name is taken.
        """
        row = self._session.get(CameraRow, camera.id)
        if row is None:
            raise NotFound(f"There is no camera {camera.name!r}.")
        with must_be_unique(self._session, f"The camera name {camera.name!r}"):
            _fill(row, camera)

    def get(self, camera_id: UUID) -> Camera | None:
        """Return the camera of that id, if it is stored."""
        found = self._session.execute(_CAMERAS.where(CameraRow.id == camera_id)).one_or_none()
        return None if found is None else _camera_of(*found)

    def by_name(self, name: str) -> Camera | None:
        """Return the camera of that name, if there is one."""
        found = self._session.execute(_CAMERAS.where(CameraRow.name == name)).one_or_none()
        return None if found is None else _camera_of(*found)

    def list(self) -> list[Camera]:
        """Return all cameras, by name."""
        return [_camera_of(row, site) for row, site in self._session.execute(_CAMERAS.order_by(CameraRow.name))]


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
