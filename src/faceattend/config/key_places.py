"""Which key file belongs to which home; noted outside the data folder, whose copies must not lead to the key."""

import json
import os
from pathlib import Path
from typing import cast

from platformdirs import user_config_dir

from faceattend.config.paths import Home
from faceattend.domain.errors import KeyUnavailable
from faceattend.domain.said import said


def remembered(home: Home) -> Path | None:
    """Return the key file that was chosen for a home; None if none was.

    Raises:
        KeyUnavailable: the note cannot be read; to pass over it would make a second key.
    """
    path = _read().get(_name(home))
    return None if path is None else Path(path)


def remember(home: Home, key_file: Path) -> None:
    """Note which file holds a home's key.

    Raises:
        KeyUnavailable: the note cannot be written or read.
    """
    _write(_read() | {_name(home): str(key_file)})


def forget(home: Home) -> None:
    """Note that a home's key is in no file.

    Raises:
        KeyUnavailable: the note cannot be written or read.
    """
    known = _read()
    if known.pop(_name(home), None) is not None:
        _write(known)


def _write(known: dict[str, str]) -> None:
    note = _note()
    part = note.with_name(f"{note.name}.{os.getpid()}.part")
    text = json.dumps(known, indent=1)
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(note)
    except OSError as error:
        raise KeyUnavailable(
            said("Key", "Where the key lies cannot be noted: {file} cannot be written.").format(file=note),
            means=said("Key", "At the next start the key would not be found, so it is not used."),
            remedy=said(
                "Key", "Let FACEATTEND_KEY_FILE name the key file, or give this user the right to write there."
            ),
        ) from error


def _note() -> Path:
    return Path(user_config_dir("faceattend", appauthor=False)) / "key-files.json"


def _name(home: Home) -> str:
    return str(home.root.resolve())


def _read() -> dict[str, str]:
    note = _note()
    try:
        known: object = json.loads(note.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise KeyUnavailable(
            said(
                "Key", "{file}, where FaceAttend notes which key file belongs to which data folder, cannot be read."
            ).format(file=note),
            means=said("Key", "The stored faces stay locked; nothing was changed."),
            remedy=said("Key", "Mend or remove it, and let FACEATTEND_KEY_FILE name the key file."),
        ) from error
    pairs = cast("dict[object, object]", known) if isinstance(known, dict) else {}
    return {home: path for home, path in pairs.items() if isinstance(home, str) and isinstance(path, str)}
