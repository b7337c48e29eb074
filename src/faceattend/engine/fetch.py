"""Fetching a model pack from its publisher, only when a user asked for it and accepted its licence."""

import contextlib
import hashlib
import json
import urllib.error
import urllib.request
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from faceattend.config.paths import Home
from faceattend.domain.errors import LicenceNotAccepted, ModelAltered, ModelMissing
from faceattend.engine import insightface_packs
from faceattend.engine.packs import PACKS, Manifest, ModelFile

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
    raise ModelMissing(f"There is no model pack {name!r} that could be fetched.", remedy=f"Known: {known}.")


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
    """
    text = licence_of(name)
    if accepted_by is None:
        raise LicenceNotAccepted(
            f"The licence of {name} was not accepted.", means="Nothing was fetched.", remedy="Read it, then accept it."
        )
    home.models.mkdir(parents=True, exist_ok=True)
    if name in insightface_packs.NAMES:
        manifest = _fetch_insightface(name, home)
    else:
        manifest = PACKS.get(name)()
        for file in manifest.model_files:
            _fetch_file(file, home.models / name / file.name)
    record = {"licence": text, "accepted_by": accepted_by, "accepted_at": datetime.now(UTC).isoformat()}
    (home.models / name / "licence-accepted.json").write_text(json.dumps(record, indent=2), encoding="utf-8")
    return manifest


def _fetch_insightface(name: str, home: Home) -> Manifest:
    from insightface.utils import storage  # noqa: PLC0415 - seconds to import, only needed here

    library: Any = storage
    try:
        with contextlib.redirect_stdout(None):  # it reports on stdout, which belongs to the command's own result
            library.ensure_available("models", name, root=str(home.root))
    except (OSError, RuntimeError, zipfile.BadZipFile) as error:  # requests' errors are OSErrors
        raise _unreachable(name) from error
    folder = home.models / name
    inner = folder / name  # some of the archives hold a folder of their own name
    return insightface_packs.from_folder(inner if inner.is_dir() else folder, name)


def _fetch_file(file: ModelFile, target: Path) -> None:
    if file.url is None:
        raise _unreachable(file.name)
    try:
        with urllib.request.urlopen(file.url, timeout=_TIMEOUT_S) as answer:  # noqa: S310 - https, from the manifest
            content: bytes = answer.read(_LARGEST)
    except (OSError, urllib.error.URLError) as error:
        raise _unreachable(file.name) from error
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise ModelAltered(
            f"What {file.url} gave is not the published file.", means="It was thrown away.", remedy="Try again later."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    partial.write_bytes(content)
    partial.replace(target)


def _unreachable(what: str) -> ModelMissing:
    return ModelMissing(
        f"{what} cannot be fetched from its publisher.",
        means="Nothing was changed.",
        remedy="Check this machine's network, or copy the files into the models folder of the data folder.",
    )
