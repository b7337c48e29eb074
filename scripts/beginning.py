"""The first-run assistant, at each of its steps: over a folder that is new, with a drawn camera."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from drawn import Standing, bgr_of, draw_room
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.camera_sight import Needs, SeenFace, findings
from faceattend.domain.cameras import CameraRole
from faceattend.domain.errors import CameraUnreachable, StorageReadOnly
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Box, Frame, Quality
from faceattend.services import new_home, setup
from faceattend.services.camera_trial import CameraTrial
from faceattend.services.cameras import CameraService, NewCamera, PluggedIn
from faceattend.services.enrolment import EnrolmentService
from faceattend.services.new_home import KeyPlaces
from faceattend.services.setup import Step
from faceattend.services.speed_trial import Speed, SpeedSoFar
from faceattend.services.station import Station, open_station
from faceattend.ui.dialogs import first_run_speed
from faceattend.ui.dialogs.first_run import FirstRun
from faceattend.ui.dialogs.first_run_data import DataStep
from faceattend.ui.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shots import Studio

_ROOT = "~/.local/share/faceattend"
_KEY = "/media/amara/KEYS/faceattend.key"
_PAUSE_MS, _LONGEST = 200, 30
_NEEDS = Needs((48, 60), (40, 55), (220, 205), (6, 12), (60, 40), (40, 25), (2, 8))


def begin_with_data(studio: Studio) -> None:
    """First: the folder and the key, which may go into the keyring."""
    assistant = _opened(studio, None, KeyPlaces(None, keyring=True, file=Path(_KEY)))
    assistant.findChild(QLabel, "folder").setText(_ROOT)


def begin_with_key_file(studio: Studio) -> None:
    """First: a key beside the data, and a disk that refuses."""
    assistant = _opened(studio, None, KeyPlaces(None, keyring=False, file=Path(_KEY)))
    assistant.findChild(QLineEdit, "path").setText(str(assistant.home.root / "faceattend.key"))
    refused = StorageReadOnly(
        f"The data folder {_ROOT} cannot be written.",
        means="Nothing was changed; punches could not be stored there.",
        remedy="Give this user the right to write it, or choose another folder.",
    )
    assistant.findChild(DataStep).on_not_made(refused)
    _settle(assistant)


def begin_with_place(studio: Studio) -> None:
    """Second: the site and its time zone."""
    _opened(studio, Step.PLACE)


def begin_with_camera(studio: Studio) -> None:
    """Third: a camera that was tried out."""
    _tried(studio, tried_camera())


def tried_camera() -> CameraTrial:
    """Return a trial with a face in it and one thing to change."""
    room = draw_room("entrance", [Standing(12, 0.5, 0.33, 0.055)], 1280, 720)
    frame = Frame(new_id(), 1, datetime.now(UTC), bgr_of(room))
    box = Standing(12, 0.5, 0.33, 0.055).box(1280)
    face = SeenFace(Box(box.x(), box.y(), box.width(), box.height()), Quality(box.width(), 40, 0, 0, 0, 50, 0.8, ()))
    return CameraTrial("Entrance", 90, 800, 1920, 1080, 15.0, None, 1.0, frame, face, findings(face, 15.0, _NEEDS))


def begin_with_dead_camera(studio: Studio) -> None:
    """Third: a camera that gives no picture."""
    refused = CameraUnreachable(
        "The camera FHD Webcam is used by another program.",
        means="It gives no picture.",
        remedy="Close the other program, and test again.",
    )
    _tried(studio, CameraTrial("Entrance", 0, None, None, None, None, str(refused)))


def begin_with_speed(studio: Studio) -> None:
    """Fourth: what this computer can do."""

    def quickly(*_: object) -> Iterator[SpeedSoFar]:
        yield SpeedSoFar(1.0, "cpu", Speed("cpu", 14.2, 5, None))

    with mock.patch.object(first_run_speed, "measure", quickly):
        _opened(studio, Step.SPEED)


def begin_with_person(studio: Studio) -> None:
    """Last: the first person."""
    _opened(studio, Step.PERSON)


def _tried(studio: Studio, outcome: CameraTrial) -> None:
    assistant = _opened(studio, Step.CAMERA)
    with mock.patch.object(CameraService, "trial", return_value=iter([outcome])):
        assistant.findChild(KeyButton, "forward").click()
        _settle(assistant)


def _opened(studio: Studio, step: Step | None, places: KeyPlaces | None = None) -> FirstRun:
    """Open the assistant over the window, at a step; what it leaves goes with the dialog."""
    folder = tempfile.TemporaryDirectory(prefix="faceattend-begin-")
    home = Home(Path(folder.name) / "home")
    station = None if step is None else _prepared(home, step)
    found = [PluggedIn("device:0", "FHD Webcam"), PluggedIn("device:2", "Document camera")]
    with (
        mock.patch.object(EnrolmentService, "devices", return_value=found),
        mock.patch.object(new_home, "key_places", return_value=places),
        mock.patch.object(new_home, "fixed_by", return_value=""),
    ):
        assistant = FirstRun(LOCAL_ADMINISTRATOR, home, station, lambda _: True)
        assistant.finished.connect(lambda: _closed(assistant, folder))
        assistant.resize(studio.window.size())
        assistant.show()
        _settle(assistant)
    return assistant


def _prepared(home: Home, step: Step) -> Station:
    with mock.patch.dict(os.environ, FACEATTEND_KEY_FILE=str(home.root.with_name("key"))):
        station = open_station(home)
    setup.place_site(LOCAL_ADMINISTRATOR, station, "Head office", "Europe/Berlin")
    steps = list(Step)
    if steps.index(step) > steps.index(Step.CAMERA):
        door = NewCamera(name="Entrance", source="device:0", role=CameraRole.ENTRY, site="Head office")
        station.cameras.add(LOCAL_ADMINISTRATOR, door)
    setup.note(LOCAL_ADMINISTRATOR, home, *steps[: steps.index(step)])
    return station


def _closed(assistant: FirstRun, folder: tempfile.TemporaryDirectory[str]) -> None:
    if assistant.station is not None:
        assistant.station.close()
    folder.cleanup()


def _settle(assistant: FirstRun) -> None:
    """Wait until the step can be left again."""
    forward = assistant.findChild(KeyButton, "forward")
    for _ in range(_LONGEST):
        loop = QEventLoop()
        QTimer.singleShot(_PAUSE_MS, loop.quit)
        loop.exec()
        if forward.isEnabled():
            return
