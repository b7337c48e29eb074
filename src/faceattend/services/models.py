"""The model pack in use: opened when first needed, and the gallery that belongs to it."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from faceattend.config.paths import Home
from faceattend.config.settings import RecognitionSettings
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import ModelError
from faceattend.engine import fetch, insightface_packs, packs
from faceattend.engine.decision import DecisionRule
from faceattend.engine.gallery import Gallery
from faceattend.engine.models import Models, open_models, resolve
from faceattend.engine.packs import PACKS, Manifest
from faceattend.engine.recogniser import Recogniser
from faceattend.engine.session import Compute
from faceattend.storage.database import Database


@dataclass(frozen=True, slots=True)
class PackStatus:
    """One model pack, for a list.

    Attributes:
        name: of the pack.
        title: for people.
        licence: of its files.
        present: whether all its files are here.
        in_use: whether the settings name it.
    """

    name: str
    title: str
    licence: str
    present: bool
    in_use: bool


class ModelService:
    """Opens the pack that the settings name, once, and builds what runs on it."""

    def __init__(self, home: Home, settings: RecognitionSettings, database: Database) -> None:
        self._home = home
        self._settings = settings
        self._database = database
        self._lock = threading.Lock()  # the first enrolment and the start of recognition may come together
        self._resolved: Manifest | None = None
        self._models: Models | None = None
        self._gallery: Gallery | None = None

    @property
    def rule(self) -> DecisionRule:
        """What is asked before a name is said: the pack's thresholds, unless the settings say otherwise."""
        return decision_rule(self._settings, self._manifest())

    def models(self) -> Models:
        """Return the pack in use, for enrolment; recognition has an instance of its own.

        Raises:
            ModelError: a file is missing or altered, or its licence was not accepted.
        """
        with self._lock:
            if self._models is None:
                self._models = self._open()
            return self._models

    def gallery(self) -> Gallery:
        """Return the gallery, rebuilt from the database the first time.

        Raises:
            ModelError: as for :meth:`models`.
            StorageError: the templates cannot be read.
        """
        models = self.models()
        with self._lock:
            if self._gallery is None:
                gallery = Gallery(models.contract_id, models.embedder.dimension)
                with self._database.reading() as work:
                    gallery.add(work.faces.templates(models.contract_id))
                self._gallery = gallery
            return self._gallery

    def recogniser(self, actor: Actor, cameras: Sequence[Camera]) -> Recogniser:
        """Build a recogniser over these cameras, with models of its own, for one thread to own.

        Raises:
            PermissionDenied: the actor may not record sightings.
            ModelError: as for :meth:`models`.
        """
        require(actor, Permission.RECORD_SIGHTINGS)
        recogniser = Recogniser(self._open(), self.gallery(), self.rule)
        for camera in cameras:
            recogniser.watch(camera)
        return recogniser

    def packs(self, actor: Actor) -> list[PackStatus]:
        """List all packs that are known by name.

        Raises:
            PermissionDenied: the actor may not manage model packs.
        """
        require(actor, Permission.MANAGE_MODELS)
        return [self._status(name) for name in [*PACKS.names(), *insightface_packs.NAMES]]

    def licence_of(self, actor: Actor, name: str) -> str:
        """Return the licence text of a pack, to be shown before it is fetched.

        Raises:
            PermissionDenied: the actor may not manage model packs.
            ModelMissing: there is no such pack.
        """
        require(actor, Permission.MANAGE_MODELS)
        return fetch.licence_of(name)

    def fetch(self, actor: Actor, name: str, *, licence_accepted: bool) -> Manifest:
        """Fetch a pack from its publisher; the acceptance of its licence is noted under the actor's name.

        Raises:
            PermissionDenied: the actor may not manage model packs.
            LicenceNotAccepted: the licence was not accepted.
            ModelMissing, ModelAltered: it cannot be had, or is not the published one.
        """
        require(actor, Permission.MANAGE_MODELS)
        return fetch.fetch(name, self._home, accepted_by=actor.name if licence_accepted else None)

    def _manifest(self) -> Manifest:
        if self._resolved is None:  # of a folder it takes reading the recogniser, hundreds of megabytes
            self._resolved = resolve(self._settings.pack, self._home)
        return self._resolved

    def _open(self) -> Models:
        compute = Compute(self._settings.provider, self._settings.threads)
        return open_models(self._manifest(), self._home, compute)

    def _status(self, name: str) -> PackStatus:
        in_use = name == self._settings.pack
        try:
            manifest = resolve(name, self._home)
        except ModelError:  # one of InsightFace's that was not fetched yet
            return PackStatus(
                name, f"{name} (InsightFace)", "non-commercial research only", present=False, in_use=in_use
            )
        files = [packs.candidates(manifest, file, self._home.models) for file in manifest.model_files]
        present = all(any(place.is_file() for place in places) for places in files)
        return PackStatus(name, manifest.title, manifest.licence, present, in_use)


def decision_rule(settings: RecognitionSettings, manifest: Manifest) -> DecisionRule:
    """Combine the pack's thresholds with what the settings override; what is accepted is never called unknown."""
    accept = settings.accept or manifest.accept
    return DecisionRule(
        accept=accept,
        unsure=min(settings.unsure or manifest.unsure, accept),
        margin=settings.margin,
        agree=settings.agree,
        patience=max(4 * settings.agree, 12),
    )
