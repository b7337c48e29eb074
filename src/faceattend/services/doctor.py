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

    name: str
    ok: bool
    detail: str


def examine(actor: Actor, home: Home) -> Iterator[Check]:
    """Look at everything, one check after the other; a check that fails does not keep the others from running.

    Raises:
        PermissionDenied: the actor may not measure.
    """
    require(actor, Permission.MEASURE)
    for name, look in _LOOKS.items():
        yield _checked(name, look, home)


def _checked(name: str, look: Callable[[Home], str], home: Home) -> Check:
    try:
        return Check(name, ok=True, detail=look(home))
    except FaceAttendError as error:
        return Check(name, ok=False, detail=str(error))


def _versions(_home: Home) -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"faceattend {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()},"
        f" SQLite {sqlite3.sqlite_version}, {libraries}"
    )


def _one_of_each(_home: Home) -> str:
    """Find exactly one OpenCV and one onnxruntime: a second copy breaks imports or silently drops the GPU."""
    found = packages_distributions()
    chosen = {package: sorted(set(found.get(package, []))) for package in ("cv2", "onnxruntime")}
    for package, distributions in chosen.items():
        if len(distributions) != 1:
            raise ModelError(
                f"{package} comes from {', '.join(distributions) or 'nowhere'} instead of exactly one package.",
                means="Recognition may fail to start, or miss the GPU.",
                remedy="Install FaceAttend afresh as the README says.",
            )
    return ", ".join(f"{names[0]} {version(names[0])}" for names in chosen.values())


def _settings(home: Home) -> str:
    settings.load(home.settings)
    return str(home.settings) if home.settings.exists() else "defaults (no settings.toml)"


def _data_folder(home: Home) -> str:
    home.create()
    free = shutil.disk_usage(home.root).free
    if free < _LEAST_FREE_BYTES:
        raise StorageFull(
            f"Only {free / 1e6:.0f} MB are free on the disk of {home.root}.",
            means="Punches are still stored; pictures of faces soon cannot be.",
            remedy="Make room on this disk.",
        )
    return f"{home.root}, {free / 1e9:.1f} GB free"


def _key(home: Home) -> str:
    secrets.master_key(home)
    return secrets.place(home)


def _database(home: Home) -> str:
    with closing(_opened(home)) as database:
        return database.check()


def _opened(home: Home) -> Database:
    try:
        key = secrets.master_key(home)
    except SecretError as error:
        raise SecretError("Not looked at: it takes the key.") from error
    return Database.open(home, key)


def _pack(home: Home) -> str:
    manifest = resolve(settings.load(home.settings).recognition.pack, home)
    models = open_models(manifest, home, Compute("cpu", 1))
    digests = ", ".join(f"{name} {digest[:12]}" for name, digest in models.digests.items())
    return f"{manifest.title}; {manifest.licence}; {digests}; contract {models.contract_id}"


def _compute(home: Home) -> str:
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
            f"The graphics card (CUDA) is not used: the models run on {models.provider} ({ms:.1f} ms a face).",
            means="Recognition works, more slowly.",
            remedy="Install the GPU runtime (README, 'GPU') and its driver, or set provider = 'cpu'.",
        )
    return f"{models.provider}, asked for {chosen.provider}; {ms:.1f} ms to embed a face"


def _cameras(home: Home) -> str:
    with closing(_opened(home)) as database, database.reading() as work:
        found = work.cameras.present()
    strange = [camera.name for camera in found if source_kind(camera.source) not in KINDS.names()]
    if strange:
        raise FaceAttendError(
            f"No installed camera kind opens {', '.join(strange)}.",
            means="They give no picture.",
            remedy="Install the plug-in that brings the kind, or change their source.",
        )
    described = ", ".join(f"{camera.name} ({redacted(camera.source)})" for camera in found)
    return described or "none yet; add one with 'faceattend cameras add'"


_LOOKS: dict[str, Callable[[Home], str]] = {
    "versions": _versions,
    "libraries": _one_of_each,
    "settings": _settings,
    "data folder": _data_folder,
    "key": _key,
    "database": _database,
    "model pack": _pack,
    "compute": _compute,
    "cameras": _cameras,
}

NAMES = tuple(_LOOKS)
"""What is looked at, in this order."""
