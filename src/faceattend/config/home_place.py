"""Which data folder a start without ``--home`` opens, where a person chose another than the platform's usual one.

Noted outside every data folder, in the platform's place for a user's configuration.
"""

import os
from pathlib import Path

from platformdirs import user_config_dir

from faceattend.domain.errors import SettingsError
from faceattend.domain.said import said


def remembered() -> Path | None:
    """Return the folder that was chosen; None if none was.

    Raises:
        SettingsError: the note cannot be read; to pass over it would open another, empty folder.
    """
    try:
        text = _note().read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            said("DataFolder", "{note}, where FaceAttend notes which data folder was chosen, cannot be read.").format(
                note=_note()
            ),
            means=said("DataFolder", "Nothing was opened, so that nothing is stored in a wrong folder."),
            remedy=said("DataFolder", "Mend or remove it, or let FACEATTEND_HOME name the data folder."),
        ) from error
    return Path(text) if text else None


def remember(root: Path) -> None:
    """Let this be the data folder from now on, at later starts too.

    Raises:
        SettingsError: that cannot be noted.
    """
    note = _note()
    part = note.with_name(f"{note.name}.{os.getpid()}.part")
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(f"{root}\n", encoding="utf-8")
        part.replace(note)
    except OSError as error:
        raise SettingsError(
            said("DataFolder", "Which data folder was chosen cannot be noted: {file} cannot be written.").format(
                file=note
            ),
            means=said("DataFolder", "The next start would open the usual folder instead."),
            remedy=said(
                "DataFolder", "Let FACEATTEND_HOME name the folder, or give this user the right to write there."
            ),
        ) from error


def _note() -> Path:
    return Path(user_config_dir("faceattend", appauthor=False)) / "data-folder"
