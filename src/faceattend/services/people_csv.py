"""Reading a list of people from a CSV file that came from anywhere: under limits, with every fault named."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from faceattend.domain.errors import BadInput
from faceattend.domain.people import PersonKind
from faceattend.domain.said import UNSAID, Phrase, said
from faceattend.services.people import Newcomer

REQUIRED = ("number", "name")
OPTIONAL = ("kind", "group", "active_from", "active_to", "photos")
MAX_BYTES = 20_000_000
MAX_ROWS = 100_000
NOT_IMPORTED = said("Import", "Nothing was imported.")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list.

    Attributes:
        line: its number in the file, the header being 1.
        number: the person's number, as far as it could be read.
        newcomer: whom to enrol; None where the line will not do.
        photos: file names given in the line; empty to look them up by number.
        fault: why the line will not do; empty when it will.
    """

    line: int
    number: str
    newcomer: Newcomer | None
    photos: tuple[str, ...] = ()
    fault: Phrase = UNSAID


def read_people(path: Path) -> list[Row]:
    """Read the file: UTF-8 or Windows-1252, separated by comma, semicolon or tab, with a header line.

    Raises:
        BadInput: it cannot be read, is too large, or its columns are not as expected.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadInput(
                said("Import", "{file} is larger than {megabytes} MB.").format(
                    file=path.name, megabytes=MAX_BYTES // 1_000_000
                ),
                means=NOT_IMPORTED,
            )
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(
            said("Import", "{path} cannot be read: {reason}.").format(path=path, reason=error.strerror),
            means=NOT_IMPORTED,
        ) from error
    reader = csv.DictReader(io.StringIO(_decoded(data, path), newline=""), delimiter=_delimiter(data))
    try:
        return list(_rows(reader, path))
    except csv.Error as error:
        raise BadInput(
            said("Import", "{file}, line {line}: {error}.").format(
                file=path.name, line=reader.line_num, error=str(error)
            ),
            means=NOT_IMPORTED,
        ) from error


def _rows(reader: "csv.DictReader[str]", path: Path) -> Iterator[Row]:
    columns = [(name or "").strip().lower() for name in reader.fieldnames or []]
    _check_columns(columns, path)
    reader.fieldnames = columns
    for count, values in enumerate(reader):
        if count == MAX_ROWS:
            raise BadInput(
                said("Import", "{file} has more than {most} lines.").format(file=path.name, most=MAX_ROWS),
                means=NOT_IMPORTED,
            )
        yield _row(reader.line_num, values)


def _decoded(data: bytes, path: Path) -> str:
    if b"\0" in data:
        raise BadInput(
            said("Import", "{file} is no CSV file.").format(file=path.name),
            means=NOT_IMPORTED,
            remedy=said("Import", "Save the list as CSV."),
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:  # Excel on Windows writes plain CSV in the system's code page
        return data.decode("cp1252", errors="replace")


def _delimiter(data: bytes) -> str:
    header = re.split(rb"[\r\n]", data, maxsplit=1)[0]
    return max(",;\t", key=lambda each: header.count(each.encode()))


def _check_columns(columns: list[str], path: Path) -> None:
    missing = [name for name in REQUIRED if name not in columns]
    unknown = [name for name in columns if name not in {*REQUIRED, *OPTIONAL}]
    if missing or unknown or len(set(columns)) != len(columns):
        raise BadInput(
            _wrong_columns(path.name, ", ".join(missing), ", ".join(repr(name) for name in unknown)),
            means=NOT_IMPORTED,
            remedy=said("Import", "Columns: {required} (required), {optional}.").format(
                required=", ".join(REQUIRED), optional=", ".join(OPTIONAL)
            ),
        )


def _wrong_columns(file: str, missing: str, unknown: str) -> Phrase:
    if missing and unknown:
        return said("Import", "The header of {file} misses {missing} and has the unknown {unknown}.").format(
            file=file, missing=missing, unknown=unknown
        )
    if missing:
        return said("Import", "The header of {file} misses {missing}.").format(file=file, missing=missing)
    if unknown:
        return said("Import", "The header of {file} has the unknown {unknown}.").format(file=file, unknown=unknown)
    return said("Import", "The header of {file} names a column twice.").format(file=file)


def _row(line: int, values: Mapping[str | None, str | list[str] | None]) -> Row:
    if None in values:
        return Row(line, str(values.get("number") or ""), None, fault=said("Import", "has more fields than the header"))
    fields = {key: value.strip() for key, value in values.items() if isinstance(key, str) and isinstance(value, str)}
    number = fields.get("number", "")
    try:
        newcomer = Newcomer(
            number=number,
            name=fields.get("name", ""),
            kind=_kind(fields.get("kind", "")),
            group=fields.get("group") or None,
            active_from=_day(fields.get("active_from", "")),
            active_to=_day(fields.get("active_to", "")),
        )
    except BadInput as error:
        return Row(line, number, None, fault=error.what)
    photos = tuple(name.strip() for name in fields.get("photos", "").split("|") if name.strip())
    return Row(line, number, newcomer, photos)


def _kind(text: str) -> PersonKind:
    try:
        return PersonKind(text.lower() or PersonKind.EMPLOYEE)
    except ValueError as error:
        raise BadInput(
            said("Import", "kind {text!r} is none of {kinds}.").format(text=text, kinds=", ".join(PersonKind))
        ) from error


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadInput(said("Import", "{text!r} is no date like 2026-01-31.").format(text=text)) from error
