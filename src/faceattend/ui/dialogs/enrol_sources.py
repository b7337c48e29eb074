"""Where the photos of somebody who is enrolled may come from: a camera of this computer, one that runs, or files."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass

from faceattend.domain.cameras import Camera
from faceattend.domain.vision import Frame
from faceattend.services.camera_trial import RunningCamera
from faceattend.services.cameras import PluggedIn
from faceattend.ui.desk import Desk
from faceattend.ui.translation import translate
from faceattend.workers.capture import Readable

_DEVICE = "device:"


@dataclass(frozen=True, slots=True)
class PhotoSource:
    """One choice.

    Attributes:
        name: what it is called.
        icon: a Lucide name.
        camera: one that runs already; None for another source.
        device: a camera of this computer that nothing else uses; None for another source.
    """

    name: str
    icon: str
    camera: Camera | None = None
    device: PluggedIn | None = None

    @property
    def live(self) -> bool:
        """Whether it gives a moving picture."""
        return self.camera is not None or self.device is not None

    def open(self, desk: Desk) -> AbstractContextManager[Readable]:
        """Open it; called in the thread that reads it.

        Raises:
            CameraError: it cannot be opened.
        """
        camera = self.camera
        if camera is not None:

            def newest() -> Frame | None:
                try:
                    return desk.pipeline.hub.newest(camera.id)
                except KeyError:  # it was taken away meanwhile
                    return None

            return closing(RunningCamera(camera, newest))
        if self.device is None:
            message = "files are no camera"
            raise ValueError(message)
        return closing(desk.station.enrolment.open_device(desk.actor, self.device))


def all_sources(devices: Sequence[PluggedIn], running: Sequence[Camera]) -> list[PhotoSource]:
    """Return everything photos may come from, the likeliest first.

    A camera of this computer stands before those at doors, where whoever passes would be photographed.

    Args:
        devices: cameras plugged into this computer.
        running: cameras that are read; one of this computer is taken from there, for it cannot be opened twice.
    """
    used = {camera.source for camera in running}
    free = [
        PhotoSource(each.name or translate("Enrol", "Camera of this computer"), "camera", device=each)
        for each in devices
        if each.source not in used
    ]
    near = [each for each in running if each.source.startswith(_DEVICE)]
    far = [each for each in running if each not in near]
    here = [PhotoSource(each.name, "camera", camera=each) for each in near]
    files = PhotoSource(translate("Enrol", "Photos from files…"), "images")
    return [*free, *here, files, *(PhotoSource(each.name, "cctv", camera=each) for each in far)]
