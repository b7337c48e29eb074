"""Fetching a model pack from its publisher, only when a user asked for it and accepted its licence."""

import contextlib
import errno
import hashlib
import http.client
import json
import shutil
import tempfile
import urllib.error
import urllib.request
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from faceattend.config.paths import Home
from faceattend.domain.errors import (
    UNCHANGED,
    LicenceNotAccepted,
    ModelAltered,
    ModelError,
    ModelMissing,
    StorageError,
    StorageFull,
    StorageReadOnly,
)
from faceattend.domain.said import said
from faceattend.engine import insightface_packs
from faceattend.engine.packs import PACKS, Manifest, ModelFile, load

_TIMEOUT_S = 30
_LARGEST = 300_000_000


def licence_of(name: str) -> str:
    """Return the licence text a user must accept before the pack is fetched.

    Raises:
        ModelMissing: there is no such pack.
    """
    if name in insightface_packs.NAMES:
        return insightface_packs.LICENCE
    if name in PACKS.names():
        return PACKS.get(name)().licence
    known = ", ".join([*PACKS.names(), *insightface_packs.NAMES])
    raise ModelMissing(
        said("Models", "There is no model pack {name!r} that could be fetched.").format(name=name),
        remedy=said("Models", "Known: {known}.").format(known=known),
    )


def fetch(name: str, home: Home, *, accepted_by: str | None) -> Manifest:
    """Bring the pack's files into the home.

    Args:
        name: of the pack.
        home: where to keep it.
        accepted_by: who accepted the licence; noted beside the files.

    Raises:
        LicenceNotAccepted: nobody did.
        ModelMissing: it cannot be fetched.
        ModelAltered: what came is not the published file.
        StorageFull, StorageReadOnly: it cannot be kept.
    """
    text = licence_of(name)
    if accepted_by is None:
        raise LicenceNotAccepted(
            said("Models", "The licence of {name} was not accepted.").format(name=name),
            means=said("Models", "Nothing was fetched."),
            remedy=said("Models", "Read it, then accept it."),
        )
    record = {"licence": text, "accepted_by": accepted_by, "accepted_at": datetime.now(UTC).isoformat()}
    try:
        home.models.mkdir(parents=True, exist_ok=True)
        manifest = _fetch_insightface(name, home) if name in insightface_packs.NAMES else _fetch_files(name, home)
        (home.models / name / "licence-accepted.json").write_text(json.dumps(record, indent=2), encoding="utf-8")
    except OSError as error:  # the network's are translated where they arise
        raise _not_kept(home.models, error) from error
    return manifest


def _fetch_insightface(name: str, home: Home) -> Manifest:
    """Have InsightFace download and unpack its archive beside the place where the pack then appears, whole."""
    target = home.models / name
    if _is_whole(target, name, home):
        return insightface_packs.from_folder(target, name)
    with tempfile.TemporaryDirectory(dir=home.models, prefix=".fetching-") as scratch:
        unpacked = _download_insightface(name, Path(scratch))
        inner = unpacked / name  # some of the archives hold a folder of their own name
        fetched = inner if inner.is_dir() else unpacked
        manifest = insightface_packs.from_folder(fetched, name)
        for file in manifest.model_files:
            load(manifest, file, home.models)
        if target.exists():
            shutil.rmtree(target)
        fetched.rename(target)
    return insightface_packs.from_folder(target, name)


def _is_whole(folder: Path, name: str, home: Home) -> bool:
    try:
        manifest = insightface_packs.from_folder(folder, name)
        for file in manifest.model_files:
            load(manifest, file, home.models)
    except ModelError:
        return False
    return True


def _download_insightface(name: str, scratch: Path) -> Path:
    import requests  # noqa: PLC0415 - comes with insightface, and is only needed here
    from insightface.utils import storage  # noqa: PLC0415 - seconds to import, only needed here

    library: Any = storage
    try:
        with contextlib.redirect_stdout(None):  # it reports on stdout, which belongs to the command's own result
            return Path(library.ensure_available("models", name, root=str(scratch)))
    except (requests.RequestException, RuntimeError) as error:
        raise _unreachable(name) from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise ModelAltered(
            said("Models", "What InsightFace’s server gave for {name} is no whole archive.").format(name=name),
            means=said("Models", "It was thrown away."),
            remedy=said("Models", "Try again later."),
        ) from error


def _fetch_files(name: str, home: Home) -> Manifest:
    manifest = PACKS.get(name)()
    for file in manifest.model_files:
        _fetch_file(file, home.models / name / file.name)
    return manifest


def _fetch_file(file: ModelFile, target: Path) -> None:
    if file.url is None:
        raise _unreachable(file.name)
    try:
        with urllib.request.urlopen(file.url, timeout=_TIMEOUT_S) as answer:  # noqa: S310 - https, from the manifest
            content: bytes = answer.read(_LARGEST)
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()  # it is the answer too, and holds the connection
        raise _unreachable(file.name) from error
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise ModelAltered(
            said("Models", "What {url} gave is not the published file.").format(url=file.url),
            means=said("Models", "It was thrown away."),
            remedy=said("Models", "Try again later."),
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    try:
        partial.write_bytes(content)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _not_kept(folder: Path, error: OSError) -> StorageError:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return (StorageFull if full else StorageReadOnly)(
        said("Models", "The model pack cannot be kept in {folder}: {reason}.").format(
            folder=folder, reason=error.strerror or str(error)
        ),
        means=said("Models", "It is not in use; nothing else was changed."),
        remedy=said("Models", "Make room on the disk.")
        if full
        else said("Models", "Give this user the right to write there."),
    )


def _unreachable(what: str) -> ModelMissing:
    return ModelMissing(
        said("Models", "{what} cannot be fetched from its publisher.").format(what=what),
        means=UNCHANGED,
        remedy=said(
            "Models", "Check this machine’s network, or copy the files into the models folder of the data folder."
        ),
    )
