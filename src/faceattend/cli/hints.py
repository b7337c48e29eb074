"""What a flag or command does about an error. The errors themselves speak to the window too, where there are none."""

from faceattend.domain import errors
from faceattend.domain.errors import FaceAttendError

_ANOTHER_FOLDER = "--home names another data folder."
_ALL_CHECKS = "'faceattend doctor' checks everything."

_HINTS: dict[type[FaceAttendError], str] = {
    errors.LooksLikeSomeoneElse: "--confirmed-different enrols them as two people.",
    errors.LicenceNotAccepted: "'faceattend packs fetch NAME' shows the licence and asks.",
    errors.ModelMissing: "'faceattend packs fetch NAME' fetches a pack; 'faceattend packs list' shows their names.",
    errors.ModelAltered: "'faceattend packs fetch NAME' fetches a pack again.",
    errors.ModelError: _ALL_CHECKS,
    errors.StorageReadOnly: _ANOTHER_FOLDER,
    errors.StorageBusy: _ANOTHER_FOLDER,
    errors.StorageDamaged: _ANOTHER_FOLDER,
    errors.SchemaTooNew: _ANOTHER_FOLDER,
}


def hint(error: FaceAttendError) -> str:
    """Return what to type, one sentence; empty where no flag or command helps."""
    return next((_HINTS[kind] for kind in type(error).__mro__ if kind in _HINTS), "")
