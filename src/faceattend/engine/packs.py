"""Model packs: what each is made of, under which licence, and where its files come from.

A file is looked for in the home's ``models/<pack>`` folder, then in an installed package; the publisher's download
(engine/fetch.py) puts it into the former. Whatever its source, a file is used only if its SHA-256 is the published one.
"""

import hashlib
import importlib.util
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from faceattend.config.plugins import Registry
from faceattend.domain.errors import ModelAltered, ModelMissing
from faceattend.domain.said import said


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a pack.

    Attributes:
        name: of the file.
        sha256: published digest, hexadecimal; None where none is published (a folder the user brought).
        url: the publisher's download; None where there is none.
    """

    name: str
    sha256: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """What a model expects of a picture: RGB, ``(value - mean) / std``. Stated, never guessed."""

    mean: float
    std: float


SCRFD_PREPROCESSING = Preprocessing(127.5, 128.0)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a model pack is.

    Attributes:
        name: short name.
        title: for people.
        licence: of its files.
        non_commercial: whether the licence forbids commercial use.
        detector_family: "yunet" or "scrfd".
        detector: its file.
        embedder: its file.
        preprocessing: of the embedder.
        accept: cosine from which a frame speaks for a person (1:N).
        unsure: cosine from which a face is not called unknown.
        folder: the user's own folder with the files; None for named packs.
        package: installed package that carries the files; None for none.
        package_folder: folder in that package.
        detector_preprocessing: of a detector whose family leaves it open (SCRFD).
    """

    name: str
    title: str
    licence: str
    non_commercial: bool
    detector_family: str
    detector: ModelFile
    embedder: ModelFile
    preprocessing: Preprocessing
    accept: float
    unsure: float
    folder: Path | None = None
    package: str | None = None
    package_folder: str = ""
    detector_preprocessing: Preprocessing = SCRFD_PREPROCESSING

    @property
    def model_files(self) -> tuple[ModelFile, ModelFile]:
        """Detector and embedder."""
        return self.detector, self.embedder


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A model file whose digest was checked; ``content`` is the serialised ONNX model."""

    path: Path
    sha256: str
    content: bytes


PACKS: Registry[Callable[[], Manifest]] = Registry("faceattend.model_packs", said("Plugins", "model pack"))


def opencv_zoo() -> Manifest:
    """Return the manifest of the default pack."""
    return read_manifest(files("faceattend.engine").joinpath("manifests/opencv-zoo.toml").read_text(encoding="utf-8"))


def read_manifest(text: str) -> Manifest:
    """Read a manifest in the form of ``manifests/opencv-zoo.toml``."""
    document: dict[str, Any] = tomllib.loads(text)
    detector, embedder = document["detector"], document["embedder"]
    return Manifest(
        name=document["name"],
        title=document["title"],
        licence=document["licence"],
        non_commercial=document["non_commercial"],
        detector_family=detector["family"],
        detector=ModelFile(detector["file"], detector["sha256"], detector.get("url")),
        embedder=ModelFile(embedder["file"], embedder["sha256"], embedder.get("url")),
        preprocessing=Preprocessing(embedder["mean"], embedder["std"]),
        accept=embedder["accept"],
        unsure=embedder["unsure"],
        package=document.get("package"),
        package_folder=document.get("package_folder", ""),
    )


def candidates(manifest: Manifest, file: ModelFile, models: Path) -> list[Path]:
    """Return the places where the file may be, in the order of trust.

    Args:
        manifest: of its pack.
        file: one of the pack's.
        models: the home's folder for model packs.
    """
    if manifest.folder is not None:
        return [manifest.folder / file.name]
    places = [models / manifest.name / file.name]
    if manifest.package is not None:
        spec = importlib.util.find_spec(manifest.package)
        locations = spec.submodule_search_locations if spec else None
        places += [Path(each) / manifest.package_folder / file.name for each in locations or []]
    return places


def load(manifest: Manifest, file: ModelFile, models: Path) -> LoadedFile:
    """Read a file of the pack from the first place that has it, and check its digest.

    Raises:
        ModelMissing: no place has it, or it cannot be read.
        ModelAltered: it is not the published file.
    """
    places = candidates(manifest, file, models)
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        raise ModelMissing(
            said("Models", "The model file {file} of pack {pack} is missing.").format(
                file=file.name, pack=manifest.name
            ),
            means=said("Models", "No face can be recognised; nothing was changed."),
            remedy=said("Models", "Fetch the pack in Settings, Recognition, or copy the file to {folder}.").format(
                folder=places[0].parent
            ),
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelMissing(
            said("Models", "The model file {path} cannot be read: {reason}.").format(path=path, reason=error.strerror),
            means=said("Models", "No face can be recognised; nothing was changed."),
            remedy=said("Models", "Give this user the right to read it."),
        ) from error
    return LoadedFile(path, _checked(file, path, content), content)


def _checked(file: ModelFile, path: Path, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    if file.sha256 is not None and digest != file.sha256:
        raise ModelAltered(
            said("Models", "A model file is damaged or was exchanged: {name} is not the published one.").format(
                name=path.name
            ),
            means=said("Models", "It is not used, and nothing was changed."),
            remedy=said(
                "Models",
                "Remove {path} and fetch the pack again in Settings, Recognition, or reinstall what brought it. "
                "(Its SHA-256 begins {found}, not {wanted}.)",
            ).format(path=path, found=digest[:12], wanted=file.sha256[:12]),
        )
    return digest


def contract_id(manifest: Manifest, embedder_sha256: str, dimension: int) -> str:
    """Name everything that must be equal for two templates to be comparable.

    Model, dimension, preprocessing and alignment. Templates of different contracts never meet.
    """
    rule = manifest.preprocessing
    return f"{embedder_sha256[:16]}/{dimension}/rgb-{rule.mean:g}-{rule.std:g}/arcface112"
