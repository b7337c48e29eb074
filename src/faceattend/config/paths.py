"""The data folder ("home") and what lies where in it."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from faceattend.domain.errors import StorageReadOnly

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
    def demo_key(self) -> Path:
        """The demo's own encryption key; never used by a real home."""
        return self.root / "demo.key"

    def create(self) -> None:
        """Make the folder, for this user only.

        Raises:
            StorageReadOnly: it cannot be made or written.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise self._read_only() from error
        if not os.access(self.root, os.W_OK | os.X_OK):
            raise self._read_only()

    def _read_only(self) -> StorageReadOnly:
        return StorageReadOnly(
            f"The data folder {self.root} cannot be written.",
            means="Nothing was changed; punches could not be stored there.",
            remedy="Give this user the right to write it, or choose another folder with --home.",
        )


def default_home() -> Path:
    """Return the folder named by FACEATTEND_HOME, else the platform's place for a user's data."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser() if named else platformdirs.user_data_path("faceattend", appauthor=False)


def default_demo_home() -> Home:
    """Return the demo's folder: beside the real home, never in it."""
    real = default_home()
    return Home(real.with_name(f"{real.name}-demo"), demo=True)
