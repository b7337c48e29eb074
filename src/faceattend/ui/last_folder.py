"""Where the system's file dialogs begin: where files of that kind were last, or where this computer keeps them."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from faceattend.config.paths import Home
from faceattend.ui.window_state import FILE

_Usual = QStandardPaths.StandardLocation


class Files(Enum):
    """What is opened or saved; each kind has a folder of its own. The values are names to remember them by."""

    PHOTOS = "photos"
    VIDEOS = "videos"
    REPORTS = "reports"
    LISTS = "lists"


_USUAL = {
    Files.PHOTOS: _Usual.PicturesLocation,
    Files.VIDEOS: _Usual.MoviesLocation,
    Files.REPORTS: _Usual.DocumentsLocation,
    Files.LISTS: _Usual.DocumentsLocation,
}


def last_folder(home: Home, files: Files) -> Path:
    """Return where a dialog for such files begins.

    Args:
        home: the data folder; each remembers for itself.
        files: what is chosen.

    Returns:
        The folder used last; the usual one if that is gone, and the user's own where there is no usual one.
    """
    kept = Path(str(_settings(home).value(_key(files), "")))
    usual = Path(QStandardPaths.writableLocation(_USUAL[files]))
    return next((each for each in (kept, usual) if each.is_absolute() and each.is_dir()), Path.home())


def keep_folder(home: Home, files: Files, folder: Path) -> None:
    """Remember where such files were chosen."""
    _settings(home).setValue(_key(files), str(folder))


def _settings(home: Home) -> QSettings:
    return QSettings(str(home.root / FILE), QSettings.Format.IniFormat)


def _key(files: Files) -> str:
    return f"{files.value}/folder"
