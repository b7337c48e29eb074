"""The master key that encrypts biometric data: where it comes from, and when one may be made.

A real home takes it from the file named by FACEATTEND_KEY_FILE, else from the file that was chosen for it once (see
key_places), else from the system's keyring. A key is made only for a home that has no data yet: a fresh key beside
existing data would lock that data away for good.
"""

import base64
import binascii
import os
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from faceattend.config import key_places
from faceattend.config.lazy import lazy
from faceattend.config.paths import Home
from faceattend.domain.errors import UNCHANGED, KeyUnavailable
from faceattend.domain.said import Phrase, said

if TYPE_CHECKING:
    import keyring
    import keyring.errors
    from keyring.backends import fail, null
else:
    keyring, fail, null = lazy("keyring"), lazy("keyring.backends.fail"), lazy("keyring.backends.null")

KEY_FILE_VARIABLE = "FACEATTEND_KEY_FILE"
KEY_BYTES = 32
_SERVICE = "faceattend"
_PROBE = "probe"


def master_key(home: Home) -> bytes:
    """Return the home's key, 32 bytes; make one if the home holds no data yet.

    Raises:
        KeyUnavailable: there is no place for a key, it cannot be read, or data exist but their key is gone.
    """
    return _from_home(home, may_make=not home.database.exists())


def place(home: Home) -> Phrase:
    """Say where the home's key is kept, for people."""
    if home.demo:
        return said("Key", "key file of the demo, {file}").format(file=home.demo_key)
    file = key_file(home)
    if file is None:
        return said("Key", "system keyring ({name})").format(name=keyring.get_keyring().name)
    return said("Key", "key file {file}").format(file=file)


def keyring_works() -> bool:
    """Whether the system's keyring keeps what it is given: proved by writing, reading and removing a value."""
    if isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring)):
        return False
    value = secrets.token_hex(8)
    try:
        keyring.set_password(_SERVICE, _PROBE, value)
        kept = keyring.get_password(_SERVICE, _PROBE) == value
        keyring.delete_password(_SERVICE, _PROBE)
    except keyring.errors.KeyringError:
        return False
    return kept


def choose_key_file(home: Home, path: Path) -> None:
    """Let a home without data take its key from this file from now on, at later starts too.

    The file is made if it is absent; one that holds a key already is used as it is.

    Raises:
        KeyUnavailable: the home holds data already, the file cannot be made or read, or holds no key, or where to find
            it cannot be remembered.
    """
    _refuse_with_data(home)
    path = path.expanduser().absolute()
    _from_file(path, may_make=True)
    key_places.remember(home, path)


def choose_keyring(home: Home) -> None:
    """Let a home without data keep its key in the system's keyring, whatever file was chosen for it before.

    Raises:
        KeyUnavailable: the home holds data already, or the choice cannot be noted.
    """
    _refuse_with_data(home)
    key_places.forget(home)


def key_file(home: Home) -> Path | None:
    """Return the file the home's key is in; None where it is in the keyring.

    Raises:
        KeyUnavailable: which file was chosen cannot be read.
    """
    if home.demo:
        return home.demo_key
    return named_key_file() or key_places.remembered(home)


def named_key_file() -> Path | None:
    """Return the file that FACEATTEND_KEY_FILE names; None where it names none."""
    named = os.environ.get(KEY_FILE_VARIABLE)
    return Path(named).expanduser() if named else None


def save_copy(home: Home, path: Path) -> None:
    """Write a copy of the home's key into a new file, for its user only. Such a file is a key file by itself.

    Raises:
        KeyUnavailable: there is no key yet, it cannot be read, or the file exists already or cannot be made.
    """
    key = _from_home(home, may_make=False)
    try:
        _write_exclusively(path, _encode(key))  # no link: the stick that a copy belongs on has a simple file system
    except FileExistsError as error:
        raise KeyUnavailable(
            said("Key", "There is a file {path} already.").format(path=path),
            means=said("Key", "It was left as it is: it may hold the key of other data."),
            remedy=said("Key", "Choose another name."),
        ) from error
    except OSError as error:
        raise KeyUnavailable(
            said("Key", "The copy {path} cannot be made.").format(path=path),
            means=said("Key", "The key itself is safe where it is."),
            remedy=said("Key", "Choose a place that this user can write."),
        ) from error


def _refuse_with_data(home: Home) -> None:
    if home.database.exists():
        raise KeyUnavailable(
            said("Key", "{folder} holds data already, which only their own key opens.").format(folder=home.root),
            means=UNCHANGED,
            remedy=said("Key", "Let {variable} name the file that holds it.").format(variable=KEY_FILE_VARIABLE),
        )


def _from_home(home: Home, *, may_make: bool) -> bytes:
    file = key_file(home)
    return _from_keyring(home, may_make=may_make) if file is None else _from_file(file, may_make=may_make)


def _from_file(path: Path, *, may_make: bool) -> bytes:
    try:
        return _read(path)
    except FileNotFoundError as error:
        if not may_make:
            raise _lost(said("Key", "The key file {path} is missing.").format(path=path)) from error
    except OSError as error:
        raise KeyUnavailable(
            said("Key", "The key file {path} cannot be read.").format(path=path),
            means=said("Key", "The stored faces stay locked; nothing was changed."),
            remedy=said("Key", "Give this user the right to read it."),
        ) from error
    return _make(path)


def _read(path: Path) -> bytes:
    mode = path.stat().st_mode
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyUnavailable(
            said("Key", "The key file {path} can be read by other users of this machine.").format(path=path),
            means=said("Key", "Whoever reads it can decrypt the stored faces, so it is not used."),
            remedy=said("Key", "Run: chmod 600 {path}").format(path=path),
        )
    return _decode(
        path.read_text(encoding="ascii", errors="replace"), said("Key", "The key file {path}").format(path=path)
    )


def _make(path: Path) -> bytes:
    key = secrets.token_bytes(KEY_BYTES)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(path, _encode(key))
    except FileExistsError:  # another process of this home was faster: its key is the one
        return _read(path)
    except OSError as error:
        raise KeyUnavailable(
            said("Key", "The key file {path} cannot be made.").format(path=path),
            means=said("Key", "Without a key nothing is stored, so the program did not start."),
            remedy=said("Key", "Choose a place that this user can write; {variable} may name it.").format(
                variable=KEY_FILE_VARIABLE
            ),
        ) from error
    return key


def _write_new(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)  # what a crash of a process of the same number left
        _write_exclusively(part, text)
        os.link(part, path)  # whole or not at all, and never over another one's key
    finally:
        part.unlink(missing_ok=True)


def _write_exclusively(path: Path, text: str) -> None:
    """Write a file that must not exist yet, whole and durably; what cannot be written whole is taken away again."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _from_keyring(home: Home, *, may_make: bool) -> bytes:
    backend = keyring.get_keyring()
    if isinstance(backend, (fail.Keyring, null.Keyring)):
        raise _no_keyring()
    account = str(home.root.resolve())
    try:
        stored = keyring.get_password(_SERVICE, account)
        if stored is not None:
            return _decode(stored, said("Key", "The key in the system keyring"))
        if not may_make:
            raise _lost(said("Key", "The system keyring holds no key for {folder}.").format(folder=home.root))
        key = secrets.token_bytes(KEY_BYTES)
        keyring.set_password(_SERVICE, account, _encode(key))
    except keyring.errors.KeyringError as error:
        raise _no_keyring() from error
    return key


def _encode(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")


def _decode(text: str, what: Phrase) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyUnavailable(
            said("Key", "{what} does not hold a key of {bytes} bytes in base64.").format(what=what, bytes=KEY_BYTES),
            means=said("Key", "The stored faces stay locked; nothing was changed."),
            remedy=said("Key", "Put the right key back from your copy of it."),
        )
    return key


def _lost(what: Phrase) -> KeyUnavailable:
    return KeyUnavailable(
        what,
        means=said("Key", "The stored faces and templates can only be read with it; nothing was changed."),
        remedy=said("Key", "Put the key back from your copy of it, or choose another data folder."),
    )


def _no_keyring() -> KeyUnavailable:
    return KeyUnavailable(
        said("Key", "This machine has no usable system keyring to keep the encryption key in."),
        means=said("Key", "Faces are never stored unencrypted, so the program did not start."),
        remedy=said(
            "Key", "Set {variable} to the path of a key file (it is made when absent) and keep a copy of it."
        ).format(variable=KEY_FILE_VARIABLE),
    )
