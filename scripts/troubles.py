"""What goes wrong with the machine, in the very words of the program: disk, database, models, key, and closing."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from faceattend.config.paths import Home
from faceattend.domain.errors import FaceAttendError
from faceattend.engine import packs
from faceattend.services.station import open_station
from faceattend.storage.faults import database_faults, file_faults
from faceattend.ui.closing import ClosingSheet
from faceattend.ui.start_trouble import StartTrouble
from faceattend.workers.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from shots import Studio

_HOME = Home(Path("/srv/faceattend"))


def disk_full(studio: Studio) -> None:
    """The disk is full: what passes waits in memory."""

    def write() -> None:
        with file_faults(_HOME.database):
            raise OSError(errno.ENOSPC, "No space left on device")

    studio.desk.pipeline.storage_changed.emit(_raised_by(write))


def database_held(studio: Studio) -> None:
    """Another program holds the database: what passes waits on disk."""
    held = sqlite3.OperationalError("database is locked")
    held.sqlite_errorcode = sqlite3.SQLITE_BUSY

    def write() -> None:
        with database_faults(_HOME.database):
            raise held

    studio.desk.pipeline.storage_changed.emit(_raised_by(write))


def model_altered(studio: Studio) -> None:
    """A file of the models is not the published one: nobody is recognised."""
    manifest = packs.opencv_zoo()
    path = _HOME.models / manifest.name / manifest.detector.name
    failure = _raised_by(lambda: packs._checked(manifest.detector, path, b"exchanged"))  # noqa: SLF001 - a path to show
    with (
        mock.patch.object(Pipeline, "recognition_failed", new=True),
        mock.patch.object(Pipeline, "failure", new=failure),
    ):
        studio.window.watch.begin()
        studio.window.watch.on_tick()
        studio.settle()


def key_missing(studio: Studio) -> None:
    """The program cannot start: its key is not where it was."""
    home = studio.desk.station.home
    key = "/media/amara/KEYS/faceattend.key"
    with mock.patch.dict(os.environ, FACEATTEND_KEY_FILE=key):
        error = _raised_by(lambda: open_station(Home(home.root)))
    trouble = StartTrouble(error, str(_HOME.root))
    trouble.setParent(studio.window, trouble.windowFlags())
    trouble.show()


def closing(studio: Studio) -> None:
    """The window is closed while a report is written."""
    ClosingSheet(("The report FaceAttend-attendance-2026-10.xlsx is being written.",), studio.window).open()


def _raised_by(act: Callable[[], object]) -> FaceAttendError:
    try:
        act()
    except FaceAttendError as error:
        return error
    message = "nothing went wrong"
    raise AssertionError(message)
