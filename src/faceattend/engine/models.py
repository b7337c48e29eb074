"""Opens a model pack: from its name to a detector and an embedder that run."""

from dataclasses import dataclass
from pathlib import Path

from faceattend.config.paths import Home
from faceattend.domain.errors import LicenceNotAccepted, ModelAltered, ModelMissing
from faceattend.domain.said import said
from faceattend.engine import insightface_packs, packs
from faceattend.engine.embedder import FaceEmbedder
from faceattend.engine.packs import PACKS, LoadedFile, Manifest
from faceattend.engine.ports import Detector, Embedder
from faceattend.engine.session import Compute, Session, prepared
from faceattend.engine.yunet import YuNet


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """A pack, ready to run. Owned by one thread.

    Attributes:
        manifest: what it is.
        detector: finds faces.
        embedder: turns aligned faces into vectors.
        contract_id: of the templates it makes.
        provider: where it really runs, "cuda" or "cpu".
        digests: SHA-256 of each file in use, by file name.
    """

    manifest: Manifest
    detector: Detector
    embedder: Embedder
    contract_id: str
    provider: str
    digests: dict[str, str]


def resolve(name: str, home: Home) -> Manifest:
    """Find a pack by its name, or a folder in InsightFace's layout by its path.

    Raises:
        LicenceNotAccepted: a pack of InsightFace that was not fetched yet.
        ModelMissing: nothing by that name.
    """
    if name in PACKS.names():
        return PACKS.get(name)()
    if name in insightface_packs.NAMES:
        folder = home.models / name
        if not folder.is_dir():
            raise LicenceNotAccepted(
                said(
                    "Models",
                    "The pack {name} is not here: its licence (non-commercial research only) was not accepted yet.",
                ).format(name=name),
                means=said("Models", "Nothing was fetched."),
                remedy=said("Models", "Fetch it in Settings, Recognition, which shows the licence and asks."),
            )
        return insightface_packs.from_folder(folder, name)
    if not Path(name).is_dir():
        known = ", ".join([*PACKS.names(), *insightface_packs.NAMES])
        raise ModelMissing(
            said("Models", "There is no model pack and no folder {name!r}.").format(name=name),
            remedy=said("Models", "Known packs: {known}; or name a folder in InsightFace’s layout.").format(
                known=known
            ),
        )
    return insightface_packs.from_folder(Path(name))


def open_models(manifest: Manifest, home: Home, compute: Compute) -> Models:
    """Check the pack's files and load them.

    Raises:
        ModelMissing: a file is missing.
        ModelAltered: a file is not the published one, or not what its layout says.
        ModelError: the runtime cannot load it.
    """
    detector_file, embedder_file = (packs.load(manifest, each, home.models) for each in manifest.model_files)
    detector = _open_detector(manifest, detector_file, home, compute)
    session = Session(prepared(embedder_file.content, embedder_file.sha256, home.prepared, free_size=False), compute)
    embedder = FaceEmbedder(session, manifest.preprocessing)
    return Models(
        manifest=manifest,
        detector=detector,
        embedder=embedder,
        contract_id=packs.contract_id(manifest, embedder_file.sha256, embedder.dimension),
        provider=session.provider,
        digests={each.path.name: each.sha256 for each in (detector_file, embedder_file)},
    )


def _open_detector(manifest: Manifest, file: LoadedFile, home: Home, compute: Compute) -> Detector:
    if manifest.detector_family == "scrfd":
        from faceattend.engine.scrfd import Scrfd  # noqa: PLC0415 - insightface takes seconds to import

        return Scrfd(Session(file.content, compute), manifest.detector_preprocessing)
    if manifest.detector_family != "yunet":
        raise ModelAltered(
            said("Models", "Pack {pack} names an unknown detector family {family!r}.").format(
                pack=manifest.name, family=manifest.detector_family
            )
        )
    return YuNet(Session(prepared(file.content, file.sha256, home.prepared, free_size=True), compute))
