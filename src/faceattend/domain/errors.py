"""The whole family of errors a user may meet.

Every error answers three questions: what happened (``what``), what it means for the data (``means``) and what to do
next (``remedy``). ``said`` joins them into one message; the technical cause travels as ``__cause__`` for the log. All
are made by said("..."), so that the window can say them in another language; the type checker refuses plain text.

    FaceAttendError
    ├── BadInput                   something the user gave cannot be used; nothing was changed
    │   ├── ImageRejected          a photo is unreadable, too large, or shows no usable face
    │   │   ├── NoFaceFound
    │   │   ├── SeveralFacesFound
    │   │   └── PoorFace
    │   ├── AlreadyExists          a number or name that must be unique is taken
    │   ├── NotFound               nothing by that name or number
    │   ├── LooksLikeSomeoneElse   an enrolment photo matches another person
    │   └── CloseToAnother         a punch by hand lies within the cool-down of one that is stored: to be confirmed
    ├── CameraError                a camera gives no picture
    │   ├── CameraUnreachable      refused, unplugged, timed out, broken off: worth another try soon
    │   ├── CameraRefusedLogin     wrong name or password: not worth hammering
    │   └── CameraUnsupported      the source cannot be opened at all, now or later
    ├── ModelError                 a model pack cannot be used
    │   ├── ModelMissing
    │   ├── ModelAltered
    │   ├── LicenceNotAccepted
    │   └── ContractMismatch       templates of one pack met another pack
    ├── StorageError               the data folder or the database cannot be used
    │   ├── StorageFull
    │   ├── StorageReadOnly
    │   ├── StorageBusy
    │   ├── StorageDamaged
    │   └── SchemaTooNew
    ├── SecretError                the encryption key cannot be had
    │   ├── KeyUnavailable
    │   └── WrongKey
    ├── SettingsError              settings.toml says something that cannot be
    ├── ExportFailed               a report could not be written
    └── PermissionDenied           the acting user may not do this
"""

from typing import final

from faceattend.domain.people import Likeness
from faceattend.domain.said import UNSAID, Phrase, joined, said

UNCHANGED = said("Errors", "Nothing was changed.")
UNSTORED = said("Errors", "Nothing was stored.")
"""What most errors mean for the data."""


class FaceAttendError(Exception):
    """Base of every error meant for a user.

    Args:
        what: what happened, one sentence.
        means: what it means for the data, one sentence; empty where nothing is affected.
        remedy: what to do next, one sentence; empty where ``what`` says it already.
    """

    def __init__(self, what: Phrase, *, means: Phrase = UNSAID, remedy: Phrase = UNSAID) -> None:
        super().__init__(what, means, remedy)
        self.what = what
        self.means = means
        self.remedy = remedy

    @property
    def said(self) -> Phrase:
        """All three as one message."""
        return joined(self.what, self.means, self.remedy)

    @final
    def __str__(self) -> str:
        return str(self.said)


class BadInput(FaceAttendError):
    """Something the user gave cannot be used; nothing was changed."""


class ImageRejected(BadInput):
    """A photo is unreadable, too large, or shows no usable face."""


class NoFaceFound(ImageRejected):
    """No face was found in a photo that should show one."""


class SeveralFacesFound(ImageRejected):
    """More than one face was found in a photo that should show one."""


class PoorFace(ImageRejected):
    """The face in a photo is too small, blurred, dark or turned away to serve as a reference."""


class AlreadyExists(BadInput):
    """A number or name that must be unique is taken."""


class NotFound(BadInput):
    """Nothing is known by that name, number or id."""


class LooksLikeSomeoneElse(BadInput):
    """An enrolment photo matches another person more than it may.

    Args:
        what, means, remedy: as for every error.
        likeness: whom, and how much.
    """

    def __init__(self, what: Phrase, *, likeness: Likeness, means: Phrase = UNSAID, remedy: Phrase = UNSAID) -> None:
        super().__init__(what, means=means, remedy=remedy)
        self.likeness = likeness


class CloseToAnother(BadInput):
    """A punch by hand lies within the cool-down of one that is stored; a person may confirm that both happened."""


class CameraError(FaceAttendError):
    """A camera gives no picture."""


class CameraUnreachable(CameraError):
    """Refused, unplugged, timed out or broken off: worth another try soon."""


class CameraRefusedLogin(CameraError):
    """The camera does not accept the name or password: retried slowly, so that the account is not locked."""


class CameraUnsupported(CameraError):
    """The source cannot be opened: no such file, no such kind, no video in it."""


class ModelError(FaceAttendError):
    """A model pack cannot be used."""


class ModelMissing(ModelError):
    """A file of the model pack is in none of its sources."""


class ModelAltered(ModelError):
    """A file of the model pack does not have the published digest."""


class LicenceNotAccepted(ModelError):
    """The pack's licence was not accepted by the user."""


class ContractMismatch(ModelError):
    """Templates made by one pack would have met those of another."""


class StorageError(FaceAttendError):
    """The data folder or the database cannot be used."""


class StorageFull(StorageError):
    """The disk that holds the data folder is full."""


class StorageReadOnly(StorageError):
    """The data folder or the database may not be written."""


class StorageBusy(StorageError):
    """Another program holds the database for longer than the time-out."""


class StorageDamaged(StorageError):
    """The database file is no database, or is damaged."""


class SchemaTooNew(StorageError):
    """The database was written by a newer FaceAttend."""


class SecretError(FaceAttendError):
    """The encryption key cannot be had."""


class KeyUnavailable(SecretError):
    """Neither a keyring nor a key file gives the key."""


class WrongKey(SecretError):
    """The key does not open this database."""


class SettingsError(FaceAttendError):
    """settings.toml holds something that cannot be."""


class ExportFailed(FaceAttendError):
    """A report could not be written."""


class PermissionDenied(FaceAttendError):
    """The acting user may not do this."""
