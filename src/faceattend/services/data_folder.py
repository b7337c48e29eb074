"""The data folder: where it is, what it holds, whether it is sound."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from faceattend.config import secrets
from faceattend.config.paths import Home
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.said import Phrase
from faceattend.storage.database import Database
from faceattend.storage.faults import file_faults
from faceattend.storage.spool import Spool


@dataclass(frozen=True, slots=True)
class BackUp:
    """A copy of the database.

    Attributes:
        path: of the file.
        made_at: aware UTC.
        size: bytes.
    """

    path: Path
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class DataFolder:
    """What the data folder holds.

    Attributes:
        root: the folder.
        logs: the folder of the log files.
        settings: the settings file; may be absent.
        size: of all files in it, bytes.
        free: bytes free on its disk.
        key_place: where the encryption key is kept, for people.
        demo: whether it is the demo's, which holds nothing worth keeping.
        waiting: sightings that wait for the database.
        back_ups: newest first.
    """

    root: Path
    logs: Path
    settings: Path
    size: int
    free: int
    key_place: Phrase
    demo: bool
    waiting: int
    back_ups: tuple[BackUp, ...]


class DataFolderService:
    """What can be asked of the data folder. May be used by several threads."""

    def __init__(self, home: Home, database: Database, spool: Spool) -> None:
        self._home = home
        self._database = database
        self._spool = spool

    def describe(self, actor: Actor) -> DataFolder:
        """Look at the folder; the more files it holds, the longer it takes.

        Raises:
            PermissionDenied: the actor may not manage settings.
            StorageError: the folder cannot be read.
        """
        require(actor, Permission.MANAGE_SETTINGS)
        home = self._home
        with file_faults(home.root):
            return DataFolder(
                root=home.root,
                logs=home.logs,
                settings=home.settings,
                size=sum(_sizes(home.root)),
                free=shutil.disk_usage(home.root).free,
                key_place=secrets.place(home),
                demo=home.demo,
                waiting=self._spool.count(),
                back_ups=tuple(_back_ups(home.backups)),
            )

    def check_database(self, actor: Actor) -> Phrase:
        """Check the database's structure from end to end and describe it; of a large one this takes a while.

        Raises:
            PermissionDenied: the actor may not manage settings.
            StorageError: it is damaged or cannot be read.
        """
        require(actor, Permission.MANAGE_SETTINGS)
        return self._database.check()


def _sizes(folder: Path) -> Iterator[int]:
    for place, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(FileNotFoundError):  # a part file or a waiting sighting, gone meanwhile
                yield (Path(place) / name).lstat().st_size


def _back_ups(folder: Path) -> Iterator[BackUp]:
    for path in sorted(folder.glob("*.db"), reverse=True):
        state = path.stat()
        yield BackUp(path, datetime.fromtimestamp(state.st_mtime, UTC), state.st_size)
