"""Sightings waiting for the database, a sealed file each: what the recorder could not store yet is never lost."""

import base64
import json
import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from faceattend.domain.errors import WrongKey
from faceattend.domain.vision import Sighting, Verdict
from faceattend.storage.cipher import Cipher
from faceattend.storage.faults import file_faults

_SUFFIX = ".sighting"
_UNFINISHED = ".part"
_VERSION = 1

_log = logging.getLogger(__name__)


class Spool:
    """A folder of waiting sightings.

    A file is named by its sighting's id, so the order of the names is that of time, and putting a sighting twice is
    harmless. One process puts and takes at a time (the agent); others may count.

    Args:
        folder: made when the first sighting is put.
        cipher: seals the files.
    """

    def __init__(self, folder: Path, cipher: Cipher) -> None:
        self._folder = folder
        self._cipher = cipher

    def put(self, sighting: Sighting) -> None:
        """Write the sighting; once this returns, it survives a power cut.

        Raises:
            StorageFull, StorageReadOnly, StorageDamaged: it is not written.
        """
        path = self._path(sighting.id)
        part = path.with_suffix(_UNFINISHED)
        sealed = self._cipher.seal(_to_bytes(sighting), _context(sighting.id))
        with file_faults(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                _write_durably(part, sealed)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
            _make_name_durable(self._folder)

    def pending(self) -> Iterator[Sighting]:
        """Read the waiting sightings, oldest first; each stays until it is removed.

        A file that cannot be understood is moved to the folder ``damaged`` beside it and logged.

        Raises:
            StorageReadOnly, StorageDamaged: the folder cannot be read.
        """
        for path in self._waiting():
            sighting = self._read(path)
            if sighting is not None:
                yield sighting

    def remove(self, sighting_id: UUID) -> None:
        """Forget a sighting that is stored by now; harmless if it does not wait.

        Raises:
            StorageReadOnly: its file cannot be removed.
        """
        with file_faults(self._folder):
            self._path(sighting_id).unlink(missing_ok=True)

    def count(self) -> int:
        """Return how many sightings wait."""
        return len(self._waiting())

    def _path(self, sighting_id: UUID) -> Path:
        return self._folder / f"{sighting_id}{_SUFFIX}"

    def _waiting(self) -> list[Path]:
        with file_faults(self._folder):
            return sorted(self._folder.glob(f"*{_SUFFIX}"))

    def _read(self, path: Path) -> Sighting | None:
        with file_faults(path):
            try:
                sealed = path.read_bytes()
            except FileNotFoundError:  # removed since the folder was listed
                return None
        try:
            return _from_bytes(self._cipher.open(sealed, _context(UUID(path.stem))))
        except (WrongKey, ValueError, KeyError, TypeError, AttributeError) as error:  # whatever it holds instead
            self._set_aside(path, error)
            return None

    def _set_aside(self, path: Path, reason: Exception) -> None:
        damaged = self._folder / "damaged"
        with file_faults(damaged):
            damaged.mkdir(mode=0o700, exist_ok=True)
            path.replace(damaged / path.name)
        _log.error("the waiting sighting %s is damaged (%s); moved to %s", path.stem, type(reason).__name__, damaged)


def _context(sighting_id: UUID) -> str:
    return f"spool/{sighting_id}"


def _write_durably(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _make_name_durable(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open folders; NTFS journals names itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _to_bytes(sighting: Sighting) -> bytes:
    fields = {
        "version": _VERSION,
        "id": str(sighting.id),
        "camera_id": str(sighting.camera_id),
        "seen_at": sighting.seen_at.astimezone(UTC).isoformat(),
        "verdict": sighting.verdict.value,
        "person_id": _text_of(sighting.person_id),
        "score": sighting.score,
        "runner_up_id": _text_of(sighting.runner_up_id),
        "runner_up_score": sighting.runner_up_score,
        "frames": sighting.frames,
        "contract_id": sighting.contract_id,
        "crop_jpeg": base64.b64encode(sighting.crop_jpeg).decode("ascii"),
        "revises": _text_of(sighting.revises),
    }
    return json.dumps(fields).encode()


def _from_bytes(content: bytes) -> Sighting:
    fields: dict[str, Any] = json.loads(content)
    if fields["version"] != _VERSION:
        message = f"version {fields['version']} is not known"
        raise ValueError(message)
    return Sighting(
        id=UUID(fields["id"]),
        camera_id=UUID(fields["camera_id"]),
        seen_at=datetime.fromisoformat(fields["seen_at"]),
        verdict=Verdict(fields["verdict"]),
        person_id=_id_of(fields["person_id"]),
        score=fields["score"],
        runner_up_id=_id_of(fields["runner_up_id"]),
        runner_up_score=fields["runner_up_score"],
        frames=fields["frames"],
        contract_id=fields["contract_id"],
        crop_jpeg=base64.b64decode(fields["crop_jpeg"]),
        revises=_id_of(fields["revises"]),
    )


def _text_of(identifier: UUID | None) -> str | None:
    return None if identifier is None else str(identifier)


def _id_of(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
