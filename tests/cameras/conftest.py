"""A camera record for any source."""

from collections.abc import Callable

import pytest

from faceattend.domain.cameras import Camera, CameraRole, Site
from faceattend.domain.ids import new_id

SITE = Site(new_id(), "Head office", "Europe/Berlin")


@pytest.fixture
def camera_at() -> Callable[..., Camera]:
    """Make a camera named Door: ``camera_at(source, fps=10.0)``."""

    def make(source: str, fps: float = 10.0, name: str = "Door") -> Camera:
        return Camera(new_id(), name, SITE, source, CameraRole.ENTRY, fps=fps)

    return make
