"""The mark that a data folder is being run: a second process with the same cameras would record everybody twice."""

from PySide6.QtCore import QLockFile

from faceattend.config.paths import Home
from faceattend.domain.errors import StorageBusy, StorageReadOnly
from faceattend.domain.said import said


def lock_home(home: Home) -> QLockFile:
    """Mark the folder, which exists, as run by this process, until the lock is let go of.

    Raises:
        StorageBusy: this data folder is run by another process already.
        StorageReadOnly: the mark that it is run cannot be left in it.
    """
    lock = QLockFile(str(home.root / "running.lock"))
    lock.setStaleLockTime(0)  # only a lock whose process is gone is stale, however old it is
    if lock.tryLock(0):
        return lock
    if lock.error() is QLockFile.LockError.LockFailedError:
        raise StorageBusy(
            said("DataFolder", "The data folder {folder} is run by another FaceAttend already.").format(
                folder=home.root
            ),
            means=said("DataFolder", "Nothing was started, so that nobody is recorded twice."),
            remedy=said("DataFolder", "Stop the other one, or choose another folder."),
        )
    raise StorageReadOnly(
        said("DataFolder", "{file} cannot be written.").format(file=lock.fileName()),
        means=said("DataFolder", "Nothing was started."),
        remedy=said("DataFolder", "Make room on the disk, or give this user the right to write the folder."),
    )
