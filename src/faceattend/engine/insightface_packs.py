"""Packs in InsightFace's layout: a folder with ``det_*.onnx`` (SCRFD) and an ArcFace-style recogniser.

InsightFace's own packs are for non-commercial research only; they are known here by name, never bundled.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from faceattend.config.lazy import lazy
from faceattend.domain.errors import ModelAltered, ModelMissing
from faceattend.domain.said import Phrase, said
from faceattend.engine.packs import SCRFD_PREPROCESSING, Manifest, ModelFile, Preprocessing

if TYPE_CHECKING:
    import onnx
else:
    onnx = lazy("onnx")

NAMES = ("antelopev2", "buffalo_l", "buffalo_s", "buffalo_sc", "raccoon_l", "raccoon_s")

LICENCE = """InsightFace's pretrained model packs are available for NON-COMMERCIAL RESEARCH PURPOSES ONLY.

The code of InsightFace is MIT-licensed, the models are not: using them in a company, a school's daily attendance or
any product needs a licence from InsightFace (https://www.insightface.ai). By accepting you confirm that your use is
non-commercial research, or that you hold such a licence."""

# Published digests (ENGINE.md), for packs whose files a user may have from anywhere.
_PUBLISHED = {
    "det_500m.onnx": "5e4447f50245bbd7966bd6c0fa52938c61474a04ec7def48753668a9d8b4ea3a",
    "det_10g.onnx": "5838f7fe053675b1c7a08b633df49e7af5495cee0493c7dcf6697200b85b5b91",
    "w600k_r50.onnx": "4c06341c33c2ca1f86781dab0e829f88ad5b64be9fba56e56bc9ebdefc619e43",
    "w600k_mbf.onnx": "9cc6e4a75f0e2bf0b1aed94578f144d15175f357bdc05e815e5c4a02b319eb4f",
}
_RECOGNISERS = ("w600k_*.onnx", "glintr100.onnx", "arcface*.onnx")
_FACE_PX = 112

# 512 values: cosine 0.4078 is a false-match rate of 1e-6 for buffalo_l (its public figures, ENGINE.md).
# 128 values: 1 % of strangers reach 0.447 with scrfd500m_mobilefacenet128 on the development half of LFW
# (docs/adr/0004-thresholds.md).
_THRESHOLDS = {512: (0.41, 0.30), 128: (0.45, 0.35)}
_OTHER_THRESHOLDS = (0.45, 0.35)


def from_folder(folder: Path, name: str | None = None) -> Manifest:
    """Read a folder in InsightFace's layout.

    Args:
        folder: with the ONNX files; a ``manifest.json`` of InsightFace's version 2 is followed where present.
        name: of the pack; the folder's name by default.

    Raises:
        ModelMissing: the folder, its detector or its recogniser is missing.
        ModelAltered: its manifest is malformed.
    """
    if not folder.is_dir():
        raise _incomplete(said("Models", "{folder} is no folder.").format(folder=folder))
    stated = _stated_tasks(folder)
    detector, embedder, detector_rule, rule = stated or _files_by_name(folder)
    accept, unsure = _THRESHOLDS.get(_dimension(folder / embedder.name), _OTHER_THRESHOLDS)
    insightfaces_own = name in NAMES or not _PUBLISHED.keys().isdisjoint({detector.name, embedder.name})
    return Manifest(
        name=name or folder.name,
        title=said("Models", "{name} (InsightFace layout)").format(name=name or folder.name),
        licence=said("Models", "InsightFace: non-commercial research only")
        if insightfaces_own
        else said("Models", "as its owner states"),
        non_commercial=insightfaces_own,
        detector_family="scrfd",
        detector=detector,
        embedder=embedder,
        preprocessing=rule,
        accept=accept,
        unsure=unsure,
        folder=folder,
        detector_preprocessing=detector_rule,
    )


_Tasks = tuple[ModelFile, ModelFile, Preprocessing, Preprocessing]
"""Detector, recogniser, and the preprocessing of each."""


def _stated_tasks(folder: Path) -> _Tasks | None:
    """Follow the pack's own manifest, if it has one that InsightFace understands."""
    if not (folder / "manifest.json").is_file():
        return None
    from insightface.model_zoo import package_manifest  # noqa: PLC0415 - two seconds, only for packs that need it

    library: Any = package_manifest
    if not library.has_model_package_manifest(folder):
        return None
    try:
        package = library.load_model_package(folder)
        detection, recognition = package.task("detection"), package.task("recognition")
    except (ValueError, TypeError, OSError) as error:
        raise ModelAltered(
            said("Models", "The manifest of pack {folder} is malformed: {error}.").format(
                folder=folder, error=str(error)
            ),
            remedy=said("Models", "Fetch it again."),
        ) from error
    files = ModelFile(detection.file, detection.sha256), ModelFile(recognition.file, recognition.sha256)
    return *files, _stated_rule(detection), _stated_rule(recognition)


def _stated_rule(task: Any) -> Preprocessing:  # noqa: ANN401 - insightface ships no types
    stated = task.metadata["preprocessing"]
    return Preprocessing(0.0, 1.0) if stated == "embedded" else Preprocessing(stated["mean"], stated["std"])


def _files_by_name(folder: Path) -> _Tasks:
    detector = next(iter(sorted(folder.glob("det_*.onnx"))), None)
    if detector is None:
        raise _incomplete(said("Models", "{folder} has no detector (det_*.onnx).").format(folder=folder))
    named = [path for pattern in _RECOGNISERS for path in sorted(folder.glob(pattern))]
    others = [path for path in sorted(folder.glob("*.onnx")) if path != detector]
    embedder = next(iter(named), None) or next((path for path in others if _dimension(path)), None)
    if embedder is None:
        raise _incomplete(
            said(
                "Models", "{folder} has no recogniser (w600k_*.onnx, glintr100.onnx or another for 112x112 faces)."
            ).format(folder=folder)
        )
    arcface = Preprocessing(127.5, 127.5)  # of all its recognisers
    return _model_file(detector), _model_file(embedder), SCRFD_PREPROCESSING, arcface


def _model_file(path: Path) -> ModelFile:
    return ModelFile(path.name, _PUBLISHED.get(path.name))


def _dimension(path: Path) -> int:
    """Return the length of the vectors if the file is a recogniser of 112x112 faces, else 0."""
    try:
        graph = onnx.load_from_string(path.read_bytes()).graph
    except Exception:  # noqa: BLE001 - protobuf's family; a file that is no ONNX is no recogniser, and says so later
        return 0
    weights = {tensor.name for tensor in graph.initializer}
    shapes = [
        [each.dim_value for each in value.type.tensor_type.shape.dim]
        for value in (*(source for source in graph.input if source.name not in weights), *graph.output)
    ]
    match shapes:
        case [[_, _, height, width], [_, length]] if height == width == _FACE_PX:
            return length
        case _:
            return 0


def _incomplete(what: Phrase) -> ModelMissing:
    return ModelMissing(
        what,
        means=said("Models", "No face can be recognised with it; nothing was changed."),
        remedy=said("Models", "Choose a folder with InsightFace’s files, or a pack in Settings, Recognition."),
    )
