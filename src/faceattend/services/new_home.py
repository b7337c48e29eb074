"""A data folder made for the first time: where it may lie, where its key may be kept, and the making of both.

It is made in an order that leaves nothing half-made: the folder, a key that was written and read back, the database,
the note that this was done, and last which folder was chosen.
"""

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_dir

from faceattend.config import home_place, secrets
from faceattend.config.paths import HOME_VARIABLE, Home, default_home
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.errors import BadInput, KeyUnavailable, StorageFull
from faceattend.domain.said import said
from faceattend.services import setup
from faceattend.services.setup import Step
from faceattend.services.station import Station, open_station

LEAST_FREE_BYTES = 500_000_000
"""As ``faceattend doctor`` asks."""


@dataclass(frozen=True, slots=True)
class Room:
    """A folder that the data may live in.

    Attributes:
        root: the folder; need not exist.
        free: bytes free on its disk; None where the system does not tell.
        holds_data: whether a FaceAttend database lies in it already.
    """

    root: Path
    free: int | None
    holds_data: bool

    @property
    def has_space(self) -> bool:
        """Whether there is room for the start."""
        return self.free is None or self.free >= LEAST_FREE_BYTES


@dataclass(frozen=True, slots=True)
class KeyPlaces:
    """Where the key of a new data folder may be kept.

    Attributes:
        named: the file that FACEATTEND_KEY_FILE names: there is no choice then; None where it names none.
        keyring: whether the system's keyring keeps what it is given, proved by use.
        file: the file that is proposed, outside the data folder.
    """

    named: Path | None
    keyring: bool
    file: Path


def room(actor: Actor, home: Home) -> Room:
    """Look at a folder that the data may live in.

    Raises:
        PermissionDenied: the actor may not manage settings.
    """
    require(actor, Permission.MANAGE_SETTINGS)
    return Room(home.root, _free(home.root), home.database.exists())


def fixed_by(actor: Actor, home: Home) -> str:
    """Return what named the folder of this start, ``FACEATTEND_HOME`` or ``--home``; empty where nothing did.

    Another one cannot be chosen for good then: the next start would be told this one again.

    Raises:
        SettingsError: which folder was chosen cannot be read.
        PermissionDenied: the actor may not manage settings.
    """
    require(actor, Permission.MANAGE_SETTINGS)
    if os.environ.get(HOME_VARIABLE):
        return HOME_VARIABLE
    return "" if home.root == default_home() else "--home"


def proposed(folder: Path) -> Path:
    """Return where the data go when somebody points at a folder: into it, or beside what else it holds."""
    if Home(folder).database.exists() or not _holds_anything(folder):
        return folder
    return folder / "FaceAttend"


def key_places(actor: Actor, home: Home) -> KeyPlaces:
    """Find out where the key may be kept; a locked keyring may ask its user for a password meanwhile.

    Raises:
        KeyUnavailable: which file was chosen before cannot be read.
        PermissionDenied: the actor may not manage settings.
    """
    require(actor, Permission.MANAGE_SETTINGS)
    proposal = Path(user_config_dir("faceattend", appauthor=False)) / "faceattend.key"
    return KeyPlaces(secrets.named_key_file(), secrets.keyring_works(), secrets.key_file(home) or proposal)


def beside_data(home: Home, key_file: Path) -> bool:
    """Whether a key file would lie in the data folder, so that a copy of the folder opens itself."""
    return key_file.expanduser().absolute().resolve().is_relative_to(home.root.resolve())


def make(actor: Actor, home: Home, key_file: Path | None, *, chosen: bool) -> Station:
    """Make a new data folder with its key and its database, each proved by use; one that holds data is just opened.

    Args:
        actor: the acting user.
        home: the folder.
        key_file: where the key is to be kept; None for the system's keyring. Of no matter where FACEATTEND_KEY_FILE
            names a file, or the folder holds data.
        chosen: whether somebody chose the folder, so that later starts are to open it too.

    Returns:
        The station over it, opened.

    Raises:
        BadInput: the folder is the demo's.
        StorageError: the folder or its database cannot be made, or there is too little room.
        SecretError: the key cannot be kept or read back.
        SettingsError: which folder was chosen cannot be noted, or settings.toml in it cannot be used.
        PermissionDenied: the actor may not manage settings.
    """
    found = room(actor, home)
    _refuse_unfit(home, found)
    existed = home.root.exists()
    home.create()
    try:
        if not found.holds_data:
            _keep_key(home, key_file)
    except BaseException:
        if not existed:
            clear(home)
        raise
    station = open_station(home)
    try:
        station.database.check()
        if not found.holds_data:
            setup.note(actor, home, Step.DATA)
        if chosen:
            home_place.remember(home.root.absolute())
    except BaseException:
        station.close()
        raise
    return station


def clear(home: Home) -> None:
    """Take an empty folder away again, such as one that was only looked at; whatever holds something stays."""
    with contextlib.suppress(OSError):
        home.root.rmdir()


def save_key_copy(actor: Actor, home: Home, path: Path) -> None:
    """Write a copy of the key into a new file, to be kept apart from the data.

    Raises:
        BadInput: it would lie in the data folder.
        KeyUnavailable: the key cannot be read, or the file exists already or cannot be made.
        PermissionDenied: the actor may not manage settings.
    """
    require(actor, Permission.MANAGE_SETTINGS)
    if beside_data(home, path):
        raise BadInput(
            said("Setup", "The copy would lie in the data folder itself."),
            means=said("Setup", "Whoever copies the folder could then open it, and if it is lost, so is the key."),
            remedy=said("Setup", "Choose another place: a stick, or a safe of passwords."),
        )
    secrets.save_copy(home, path)


def _keep_key(home: Home, key_file: Path | None) -> None:
    """Make the key where it is to be kept, and prove that it is kept."""
    if secrets.named_key_file() is None:
        if key_file is None:
            secrets.choose_keyring(home)
        else:
            secrets.choose_key_file(home, key_file)
    if secrets.master_key(home) != secrets.master_key(home):
        raise KeyUnavailable(
            said("Setup", "The key was not kept: what was read back is not what was written."),
            means=said("Setup", "Nothing was stored with it."),
            remedy=said("Setup", "Keep the key in a file."),
        )


def _refuse_unfit(home: Home, found: Room) -> None:
    if home.demo_key.exists():
        raise BadInput(
            said("Setup", "{folder} is the demo’s folder.").format(folder=home.root),
            means=said("Setup", "What is stored there is invented; nothing was changed."),
            remedy=said("Setup", "Choose another folder for your own data."),
        )
    if not found.has_space:
        raise StorageFull(
            said("Setup", "There is too little room for {folder}: {megabytes:.0f} MB are free.").format(
                folder=home.root, megabytes=(found.free or 0) / 1e6
            ),
            means=said("Setup", "Nothing was made."),
            remedy=said("Setup", "Make room for {megabytes:.0f} MB at least, or choose another folder.").format(
                megabytes=LEAST_FREE_BYTES / 1e6
            ),
        )


def _holds_anything(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError:  # not there, or not to be read: told when it is made
        return False


def _free(folder: Path) -> int | None:
    """Return the bytes free on the disk that a folder is or would be on."""
    there = next((each for each in (folder, *folder.absolute().parents) if each.exists()), None)
    try:
        return None if there is None else shutil.disk_usage(there).free
    except OSError:
        return None
