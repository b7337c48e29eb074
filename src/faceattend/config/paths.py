"""The data folder ("home") and what lies where in it."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from faceattend.config import home_place
from faceattend.domain.errors import StorageReadOnly
from faceattend.domain.said import said

HOME_VARIABLE = "FACEATTEND_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """A data folder: everything one installation keeps.

    Attributes:
        root: the folder.
        demo: whether it holds the demo, which keeps an encryption key of its own.
    """

    root: Path
    demo: bool = False

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "faceattend.db"

    @property
    def backups(self) -> Path:
        """Copies of the database made before each migration."""
        return self.root / "backups"

    @property
    def spool(self) -> Path:
        """Sightings waiting for the database, encrypted."""
        return self.root / "spool"

    @property
    def models(self) -> Path:
        """Model packs the user put here or had fetched, a folder each."""
        return self.root / "models"

    @property
    def prepared(self) -> Path:
        """Model graphs made ready for this runtime; may be deleted at any time."""
        return self.root / "cache" / "graphs"

    @property
    def logs(self) -> Path:
        """Log files."""
        return self.root / "logs"

    @property
    def settings(self) -> Path:
        """The settings file; may be absent."""
        return self.root / "settings.toml"

    @property
    def first_run(self) -> Path:
        """How far the first-run assistant has come; absent where it was never opened."""
        return self.root / "first-run.json"

    @property
    def demo_key(self) -> Path:
        """The demo's own encryption key; never used by a real home."""
        return self.root / "demo.key"

    def create(self) -> None:
        """Make the folder, for this user only.

        Raises:
            StorageReadOnly: it cannot be made or written, or was chosen once and is gone: to make it anew would hide
                the data on a disk that is not connected.
        """
        if self.is_lost():
            raise StorageReadOnly(
                said("DataFolder", "The data folder {folder} is missing.").format(folder=self.root),
                means=said("DataFolder", "It was not made anew: its data are wherever it went."),
                remedy=said(
                    "DataFolder",
                    "Connect the disk it is on; to begin without its data, make a folder of that name yourself.",
                ),
            )
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise self._read_only() from error
        if not os.access(self.root, os.W_OK | os.X_OK):
            raise self._read_only()

    def is_lost(self) -> bool:
        """Whether this is the folder that was chosen in the assistant, and it is gone.

        Raises:
            SettingsError: which folder was chosen cannot be read.
        """
        return not self.root.exists() and self.root == home_place.remembered()

    def _read_only(self) -> StorageReadOnly:
        return StorageReadOnly(
            said("DataFolder", "The data folder {folder} cannot be written.").format(folder=self.root),
            means=said("DataFolder", "Nothing was changed; punches could not be stored there."),
            remedy=said("DataFolder", "Give this user the right to write it, or choose another folder."),
        )


def home_at(root: Path | None = None) -> Home:
    """Return the data folder at a place, or the usual one; the demo's is known by its key."""
    place = default_home() if root is None else root.expanduser()
    return Home(place, demo=Home(place).demo_key.exists())


def default_home() -> Path:
    """Return the folder named by FACEATTEND_HOME, else the one chosen in the assistant, else the platform's place.

    Raises:
        SettingsError: which folder was chosen cannot be read.
    """
    return _named_home() or home_place.remembered() or _usual_home()


def default_demo_home() -> Home:
    """Return the demo's folder: beside the one named or the platform's place, never in it."""
    real = _named_home() or _usual_home()
    return Home(real.with_name(f"{real.name}-demo"), demo=True)


def _named_home() -> Path | None:
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser() if named else None


def _usual_home() -> Path:
    return platformdirs.user_data_path("faceattend", appauthor=False)
