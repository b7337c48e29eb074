"""What an import refused, kept in a file beside the list, so that it can be corrected and imported again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from faceattend.domain.errors import ExportFailed
from faceattend.domain.said import Phrase
from faceattend.reports import csv
from faceattend.reports.table import CellKind, Column, ReportTable, Sheet
from faceattend.services.people_import import ImportStep

_TITLE = "Refused"
_COLUMNS = (
    Column("line", CellKind.INTEGER),
    Column("number", CellKind.TEXT),
    Column("photo", CellKind.TEXT),
    Column("reason", CellKind.TEXT),
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing an import did not take.

    Attributes:
        line: in the list.
        number: the person's.
        photo: name of the photo that was not taken; empty where the whole person was not.
        reason: in plain words.
    """

    line: int
    number: str
    photo: str
    reason: Phrase


def refusals_of(step: ImportStep) -> list[Refusal]:
    """Return what was refused of one line: the person, or photos of theirs, or nothing."""
    whole = [Refusal(step.line, step.number, "", step.refusal)] if step.refusal else []
    return whole + [Refusal(step.line, step.number, photo.name, photo.reason) for photo in step.refused_photos]


def write_refusals(list_file: Path, refusals: Sequence[Refusal], spare: Path) -> Path:
    """Write ``<name>-refused.csv`` beside the list; an earlier one of that name is replaced.

    Args:
        list_file: the list that was imported.
        refusals: what was refused.
        spare: folder for the case that this user may not write beside the list.

    Returns:
        Where it stands.

    Raises:
        ExportFailed: it could be written in neither place.
    """
    rows = [(each.line, each.number, each.photo, each.reason) for each in refusals]
    table = ReportTable(_TITLE, (Sheet(_TITLE, _COLUMNS, rows),), _TITLE)
    name = f"{list_file.stem}-refused.csv"
    try:
        return _write(table, list_file.parent / name)
    except ExportFailed:
        return _write(table, spare / name)


def _write(table: ReportTable, path: Path) -> Path:
    for _ in csv.write(table, path):
        pass
    return path
