"""Importing a list of people with a folder of photos, person by person: it can be watched and left at any time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from faceattend.config.images import PICTURE_SUFFIXES
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.errors import BadInput
from faceattend.domain.said import UNSAID, Phrase, said
from faceattend.services.people import PeopleService, RefusedPhoto
from faceattend.services.people_csv import NOT_IMPORTED, Row, read_people

_SEPARATORS = ("_", "-", ".", " ")


@dataclass(frozen=True, slots=True)
class ImportStep:
    """What became of one line of the list.

    Attributes:
        done: lines dealt with so far.
        total: lines in the list.
        line: its number in the file.
        number: the person's number.
        photos: how many photos were taken; 0 for somebody who was stored without any.
        refused_photos: photos that were not taken.
        refusal: why the person was not stored; empty when they were.
    """

    done: int
    total: int
    line: int
    number: str
    photos: int = 0
    refused_photos: tuple[RefusedPhoto, ...] = ()
    refusal: Phrase = UNSAID


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One line of the list before it is imported.

    Attributes:
        line: its number in the file.
        number, name, group: as read; the last two empty where the line will not do.
        photos: how many photos were found for it.
        fault: why it will not be imported as it stands; empty when it will.
    """

    line: int
    number: str
    name: str = ""
    group: str = ""
    photos: int = 0
    fault: Phrase = UNSAID


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would meet, as far as the list, the folder and the numbers in use tell; faces are compared later.

    Attributes:
        rows: a row for each line.
        faulty: how many of them will not be imported.
        faceless: how many will be, but without a photo.
    """

    rows: tuple[PreviewRow, ...]
    faulty: int
    faceless: int


def preview_import(people: PeopleService, actor: Actor, list_file: Path, photos: Path) -> ImportPreview:
    """Read the list, look for the photos and for numbers that are taken; nothing is stored, and no photo is opened.

    Raises:
        PermissionDenied: the actor may not manage people.
        BadInput: the list or the folder cannot be used.
        StorageError: the database cannot be read.
    """
    require(actor, Permission.MANAGE_PEOPLE)
    rows = read_people(list_file)
    numbers = {row.number for row in rows}
    by_number, taken = _PhotoFolder(_checked(photos), numbers), people.taken(actor, numbers)
    shown = tuple(_previewed(row, by_number, taken) for row in rows)
    faceless = sum(1 for row in shown if not row.fault and not row.photos)
    return ImportPreview(shown, sum(1 for row in shown if row.fault), faceless)


def _previewed(row: Row, by_number: "_PhotoFolder", taken: Mapping[str, Phrase]) -> PreviewRow:
    if row.newcomer is None:
        return PreviewRow(row.line, row.number, fault=row.fault)
    try:
        found, fault = len(by_number.photos_of(row)), taken.get(row.number, UNSAID)
    except BadInput as error:
        found, fault = 0, error.what
    return PreviewRow(row.line, row.number, row.newcomer.name, row.newcomer.group or "", found, fault)


def import_people(people: PeopleService, actor: Actor, list_file: Path, photos: Path) -> Iterator[ImportStep]:
    """Import the list, a person for each step taken; stop taking steps to cancel.

    Each person is stored whole or not at all, so a cancelled import can simply be run again: who is stored already
    is refused as such.

    Args:
        people: stores them.
        actor: the acting user.
        list_file: see :func:`faceattend.services.people_csv.read_people`.
        photos: folder. The photos of number 0042 are those its line names, else the pictures in the folder's
            ``0042/``, or named ``0042.jpg``, ``0042_2.jpg``, ``0042-left.png`` and so on.

    Raises:
        PermissionDenied: the actor may not manage people.
        BadInput: the list or the folder cannot be used.
        StorageError, ModelError: the data folder or the models cannot be used; what was stored stays.
    """
    require(actor, Permission.MANAGE_PEOPLE)
    return _steps(people, actor, read_people(list_file), _checked(photos))


def _checked(folder: Path) -> Path:
    if not folder.is_dir():
        raise BadInput(said("Import", "There is no folder {folder}.").format(folder=folder), means=NOT_IMPORTED)
    return folder


def _steps(people: PeopleService, actor: Actor, rows: list[Row], photos: Path) -> Iterator[ImportStep]:
    by_number = _PhotoFolder(photos, {row.number for row in rows})
    for done, row in enumerate(rows, start=1):
        if row.newcomer is None:
            yield ImportStep(done, len(rows), row.line, row.number, refusal=row.fault)
            continue
        try:
            outcome = people.enrol(actor, row.newcomer, by_number.photos_of(row))
        except BadInput as error:
            yield ImportStep(done, len(rows), row.line, row.number, refusal=error.said)
        else:
            yield ImportStep(done, len(rows), row.line, row.number, outcome.photos, outcome.refused)


class _PhotoFolder:
    """Finds the photos that belong to a number; the folder is listed once.

    Args:
        folder: to look in.
        numbers: all of the list: where there are 12 and 12-3, the picture 12-3.jpg belongs to the latter alone.
    """

    def __init__(self, folder: Path, numbers: set[str]) -> None:
        self._folder = folder.resolve()
        self._of_number: dict[str, list[Path]] = {}
        self._folders: dict[str, Path] = {}
        for path in sorted(_entries(folder)):
            if path.is_dir():
                self._folders[path.name] = path
            elif path.suffix.lower() in PICTURE_SUFFIXES:
                owner = _owner(path.stem, numbers)
                self._of_number.setdefault(owner, []).append(path)

    def photos_of(self, row: Row) -> list[Path]:
        """Return the photos a line names, or those named after its number.

        Raises:
            BadInput: a named photo is missing or lies outside the folder.
        """
        if row.photos:
            return [self._named(name) for name in row.photos]
        if row.number in self._folders:
            own = _entries(self._folders[row.number])
            return sorted(path for path in own if path.suffix.lower() in PICTURE_SUFFIXES)
        return self._of_number.get(row.number, [])

    def _named(self, name: str) -> Path:
        try:
            path = (self._folder / name).resolve()
            here = path.is_relative_to(self._folder) and path.is_file()
        except (OSError, ValueError) as error:  # no name that a file could have
            raise BadInput(
                said("Import", "The photo {photo!r} is not in the folder.").format(photo=name[:80])
            ) from error
        if not here:
            raise BadInput(said("Import", "The photo {name!r} is not in the folder.").format(name=name))
        return path


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.resolve().iterdir())
    except OSError as error:
        raise BadInput(
            said("Import", "The folder {folder} cannot be read: {reason}.").format(folder=folder, reason=error.strerror)
        ) from error


def _owner(stem: str, numbers: set[str]) -> str:
    """Return the longest of the numbers that the name begins with, up to a separator; empty where there is none."""
    ends = [len(stem), *(at for at in range(len(stem) - 1, 0, -1) if stem[at] in _SEPARATORS)]
    return next((stem[:end] for end in ends if stem[:end] in numbers), "")
