"""Is this installation sound? Checks that each say what they found, and none of which stops at the first fault."""

import platform
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import packages_distributions, version

import numpy as np

from faceattend import __version__
from faceattend.cameras.source import KINDS
from faceattend.config import secrets, settings
from faceattend.config.paths import Home
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.cameras import redacted, source_kind
from faceattend.domain.errors import FaceAttendError, ModelError, SecretError, StorageFull
from faceattend.domain.said import Phrase, joined, said
from faceattend.engine.models import open_models, resolve
from faceattend.engine.session import Compute, cuda_is_expected
from faceattend.storage.database import Database

_LIBRARIES = ("numpy", "onnx", "faiss-cpu", "insightface", "av", "sqlalchemy", "PySide6-Essentials", "cryptography")
_LEAST_FREE_BYTES = 500_000_000
_RUNS = 10


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes:
        name: what.
        ok: whether it is as it should be.
        detail: what was found, or what is wrong and what to do.
    """

    name: Phrase
    ok: bool
    detail: Phrase


def examine(actor: Actor, home: Home) -> Iterator[Check]:
    """Look at everything, one check after the other; a check that fails does not keep the others from running.

    Raises:
        PermissionDenied: the actor may not measure.
    """
    require(actor, Permission.MEASURE)
    for name, look in _LOOKS.items():
        yield _checked(name, look, home)


def _checked(name: Phrase, look: Callable[[Home], Phrase], home: Home) -> Check:
    try:
        return Check(name, ok=True, detail=look(home))
    except FaceAttendError as error:
        return Check(name, ok=False, detail=error.said)


def _versions(_home: Home) -> Phrase:
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return joined(
        f"faceattend {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()},"
        f" SQLite {sqlite3.sqlite_version}, {libraries}"
    )


def _one_of_each(_home: Home) -> Phrase:
    """Find exactly one OpenCV and one onnxruntime: a second copy breaks imports or silently drops the GPU."""
    found = packages_distributions()
    chosen = {package: sorted(set(found.get(package, []))) for package in ("cv2", "onnxruntime")}
    for package, distributions in chosen.items():
        if len(distributions) != 1:
            raise ModelError(
                said("Doctor", "{package} comes from {sources} instead of exactly one package.").format(
                    package=package, sources=", ".join(distributions) or "nowhere"
                ),
                means=said("Doctor", "Recognition may fail to start, or miss the GPU."),
                remedy=said("Doctor", "Install FaceAttend afresh as the README says."),
            )
    return joined(*(f"{names[0]} {version(names[0])}" for names in chosen.values()), between=", ")


def _settings(home: Home) -> Phrase:
    settings.load(home.settings)
    return joined(home.settings) if home.settings.exists() else said("Doctor", "defaults (no settings.toml)")


def _data_folder(home: Home) -> Phrase:
    home.create()
    free = shutil.disk_usage(home.root).free
    if free < _LEAST_FREE_BYTES:
        raise StorageFull(
            said("Doctor", "Only {megabytes:.0f} MB are free on the disk of {folder}.").format(
                megabytes=free / 1e6, folder=home.root
            ),
            means=said("Doctor", "Punches are still stored; pictures of faces soon cannot be."),
            remedy=said("Doctor", "Make room on this disk."),
        )
    return said("Doctor", "{folder}, {gigabytes:.1f} GB free").format(folder=home.root, gigabytes=free / 1e9)


def _key(home: Home) -> Phrase:
    secrets.master_key(home)
    return secrets.place(home)


def _database(home: Home) -> Phrase:
    with closing(_opened(home)) as database:
        return database.check()


def _opened(home: Home) -> Database:
    try:
        key = secrets.master_key(home)
    except SecretError as error:
        raise SecretError(said("Doctor", "Not looked at: it takes the key.")) from error
    return Database.open(home, key)


def _pack(home: Home) -> Phrase:
    manifest = resolve(settings.load(home.settings).recognition.pack, home)
    models = open_models(manifest, home, Compute("cpu", 1))
    digests = ", ".join(f"{name} {digest[:12]}" for name, digest in models.digests.items())
    return said("Doctor", "{title}; {licence}; {digests}; contract {contract}").format(
        title=manifest.title, licence=manifest.licence, digests=digests, contract=models.contract_id
    )


def _compute(home: Home) -> Phrase:
    """Prove the provider by a timed run: what a library lists is not what it uses."""
    chosen = settings.load(home.settings).recognition
    models = open_models(resolve(chosen.pack, home), home, Compute(chosen.provider, chosen.threads))
    faces = np.random.default_rng(0).integers(0, 255, (8, 112, 112, 3), dtype=np.uint8)
    models.embedder.embed(faces)
    began = time.perf_counter()
    for _ in range(_RUNS):
        models.embedder.embed(faces)
    ms = (time.perf_counter() - began) * 1000 / (_RUNS * len(faces))
    if models.provider != "cuda" and cuda_is_expected(chosen.provider):
        raise ModelError(
            said(
                "Doctor", "The graphics card (CUDA) is not used: the models run on {provider} ({ms:.1f} ms a face)."
            ).format(provider=models.provider, ms=ms),
            means=said("Doctor", "Recognition works, more slowly."),
            remedy=said("Doctor", "Install the GPU runtime (README, 'GPU') and its driver, or set provider = 'cpu'."),
        )
    return said("Doctor", "{provider}, asked for {wanted}; {ms:.1f} ms to embed a face").format(
        provider=models.provider, wanted=chosen.provider, ms=ms
    )


def _cameras(home: Home) -> Phrase:
    with closing(_opened(home)) as database, database.reading() as work:
        found = work.cameras.present()
    strange = [camera.name for camera in found if source_kind(camera.source) not in KINDS.names()]
    if strange:
        raise FaceAttendError(
            said("Doctor", "No installed camera kind opens {names}.").format(names=", ".join(strange)),
            means=said("Doctor", "They give no picture."),
            remedy=said("Doctor", "Install the plug-in that brings the kind, or change their source."),
        )
    if not found:
        return said("Doctor", "none yet")
    return joined(*(f"{camera.name} ({redacted(camera.source)})" for camera in found), between=", ")


_LOOKS: dict[Phrase, Callable[[Home], Phrase]] = {
    said("Doctor", "versions"): _versions,
    said("Doctor", "libraries"): _one_of_each,
    said("Doctor", "settings"): _settings,
    said("Doctor", "data folder"): _data_folder,
    said("Doctor", "key"): _key,
    said("Doctor", "database"): _database,
    said("Doctor", "model pack"): _pack,
    said("Doctor", "compute"): _compute,
    said("Doctor", "cameras"): _cameras,
}

NAMES = tuple(_LOOKS)
"""What is looked at, in this order."""
