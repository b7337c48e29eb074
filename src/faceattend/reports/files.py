"""Reports reach their place whole or not at all: written beside it first, then moved over it in one step."""

import errno
import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from faceattend.domain.errors import ExportFailed
from faceattend.domain.said import Phrase, joined, said

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY}


@contextmanager
def whole_file(target: Path) -> Generator[Path]:
    """Give a path in a private folder beside the target to fill within the block, then move that file into place.

    The private folder stands on the target's own disk, so that the move is one step and a full disk is noticed before
    it; only this user may look into it, and it is removed however the block ends.

    Args:
        target: where the file shall stand; a file already there is replaced and its permissions are kept.

    Yields:
        The path to fill; temporary files may stand in its folder.

    Raises:
        ExportFailed: the folder is missing, the disk full, or the place may not be written; an older file there is
            as it was.
    """
    try:
        place = target.expanduser().resolve()  # through links: the file they lead to is replaced, not the link
        with tempfile.TemporaryDirectory(prefix=".faceattend-", dir=place.parent, ignore_cleanup_errors=True) as folder:
            unfinished = Path(folder) / place.name
            yield unfinished
            _move(unfinished, place)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead round in a circle, or no home for ~
        raise _failed(target, error) from error


def _move(unfinished: Path, place: Path) -> None:
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())  # a disk may find out only now that it is full
    if place.is_file():
        shutil.copymode(place, unfinished)
    unfinished.replace(place)


def _failed(target: Path, error: OSError | RuntimeError) -> ExportFailed:
    code = error.errno if isinstance(error, OSError) else None
    return ExportFailed(
        said("Reports", "The report {target} could not be written: {reason}.").format(
            target=target, reason=_reason(target, code, error)
        ),
        means=said("Reports", "No report was made; an older file of that name is as it was."),
        remedy=_remedy(code),
    )


def _reason(target: Path, code: int | None, error: Exception) -> Phrase:
    if target.is_dir():
        return said("Reports", "there is a folder of that name")
    if code in _NO_ROOM:
        return said("Reports", "the disk is full")
    if code in _NO_FOLDER:
        return said("Reports", "the folder {folder} does not exist").format(folder=target.parent)
    if code in _NO_RIGHT:
        return said("Reports", "it may not be written there, or it is open in another program")
    return joined(str(error))


def _remedy(code: int | None) -> Phrase:
    if code in _NO_ROOM:
        return said("Reports", "Make room on the disk, or save the report elsewhere.")
    if code in _NO_FOLDER:
        return said("Reports", "Make the folder first, or save the report elsewhere.")
    if code in _NO_RIGHT:
        return said("Reports", "Close the file in the other program, or save the report elsewhere.")
    return said("Reports", "Save the report under another name or elsewhere.")
