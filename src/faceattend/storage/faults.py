"""What the database's and the disk's errors mean to a user: the only place where they are translated."""

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import IntegrityError, SQLAlchemyError, StatementError
from sqlalchemy.exc import TimeoutError as NoFreeConnection
from sqlalchemy.orm import Session

from faceattend.domain.errors import (
    UNCHANGED,
    AlreadyExists,
    FaceAttendError,
    NotFound,
    StorageBusy,
    StorageDamaged,
    StorageFull,
    StorageReadOnly,
)
from faceattend.domain.said import Phrase, said

_PRIMARY_CODE = 0xFF  # https://sqlite.org/rescode.html: the extended code's low byte
_UNTAKEN_WRITES = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}  # a quota or limit, not SQLITE_FULL
_TAKEN = {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_UNWRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def database_faults(path: Path) -> Generator[None]:
    """Turn the errors of SQLAlchemy and SQLite within the block into the family's.

    Args:
        path: of the database, for the messages.

    Raises:
        StorageFull, StorageReadOnly, StorageBusy, StorageDamaged: the disk or the file is at fault.
        AlreadyExists: an id, number or name that must be unique is taken.
        NotFound: a row refers to one that is not stored.
    """
    try:
        yield
    except NoFreeConnection as error:
        raise _busy(path) from error
    except SQLAlchemyError as error:
        cause = error.orig if isinstance(error, StatementError) else None
        translated = _translated(cause, path)
        if translated is None:
            raise
        raise translated from error
    except sqlite3.Error as error:
        translated = _translated(error, path)
        if translated is None:
            raise
        raise translated from error


@contextmanager
def file_faults(path: Path) -> Generator[None]:
    """Turn the errors of reading and writing files within the block into the family's.

    Raises:
        StorageFull, StorageReadOnly, StorageDamaged: the disk is full, the place not writable, or the disk failing.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL_DISK:
            raise _full(path) from error
        if error.errno in _UNWRITABLE:
            raise _read_only(path) from error
        raise _damaged(path, said("Storage", "cannot be read or written")) from error


@contextmanager
def must_be_unique(session: Session, what: Phrase) -> Generator[None]:
    """Add or change one row; if what must be unique is taken, undo just that and say so by name.

    Args:
        session: of the transaction.
        what: such as said("Storage", "The number {number}", number="0042").

    Raises:
        AlreadyExists: it is taken.
    """
    try:
        with session.begin_nested():
            yield
    except IntegrityError as error:
        if _code(error.orig) not in _TAKEN:
            raise
        raise AlreadyExists(
            said("Storage", "{what} is taken already.").format(what=what),
            means=UNCHANGED,
            remedy=said("Storage", "Choose another one."),
        ) from error


def _translated(cause: BaseException | None, path: Path) -> FaceAttendError | None:
    if isinstance(cause, FaceAttendError):  # a column type's own, wrapped by SQLAlchemy
        return cause
    code = _code(cause)
    if code in _TAKEN:
        return AlreadyExists(
            said("Storage", "That is stored already ({cause}).").format(cause=str(cause)), means=UNCHANGED
        )
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return NotFound(
            said("Storage", "It refers to a person, photo, camera or site that is not stored."), means=UNCHANGED
        )
    return _by_primary_code(code, path)


def _by_primary_code(code: int, path: Path) -> FaceAttendError | None:
    match code & _PRIMARY_CODE:
        case sqlite3.SQLITE_FULL:
            return _full(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return _read_only(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return _busy(path)
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return _damaged(path, said("Storage", "is damaged, or no database at all"))
        case sqlite3.SQLITE_IOERR:
            return (
                _full(path) if code in _UNTAKEN_WRITES else _damaged(path, said("Storage", "cannot be read or written"))
            )
        case _:
            return None


def _code(cause: BaseException | None) -> int:
    return cause.sqlite_errorcode if isinstance(cause, sqlite3.Error) and hasattr(cause, "sqlite_errorcode") else 0


def _full(path: Path) -> StorageFull:
    return StorageFull(
        said("Storage", "{path} cannot be written: the disk is full or at its limit.").format(path=path),
        means=said("Storage", "What was being stored is not stored; what was stored before is safe."),
        remedy=said("Storage", "Free some space, then try again."),
    )


def _read_only(path: Path) -> StorageReadOnly:
    return StorageReadOnly(
        said("Storage", "{path} cannot be opened for writing.").format(path=path),
        means=UNCHANGED,
        remedy=said("Storage", "Give this user the right to write it and its folder, or choose another folder."),
    )


def _busy(path: Path) -> StorageBusy:
    return StorageBusy(
        said("Storage", "Another program has kept {path} locked for too long.").format(path=path),
        means=said("Storage", "What was being stored is not stored yet."),
        remedy=said("Storage", "Close other programs that use this data folder, then try again."),
    )


def _damaged(path: Path, how: Phrase) -> StorageDamaged:
    return StorageDamaged(
        said("Storage", "{path} {how}.").format(path=path, how=how),
        means=said("Storage", "It was left as it is."),
        remedy=said(
            "Storage",
            "Check the disk, and put back a copy of the file if you have one; copies lie in the backups folder.",
        ),
    )
