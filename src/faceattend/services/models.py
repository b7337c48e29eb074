"""The model pack in use: opened when first needed, and the gallery that belongs to it."""

import threading
from collections.abc import Sequence

from faceattend.config.paths import Home
from faceattend.config.settings import RecognitionSettings
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import ModelError
from faceattend.domain.said import said
from faceattend.engine.decision import DecisionRule
from faceattend.engine.gallery import Gallery
from faceattend.engine.models import Models, open_models, resolve
from faceattend.engine.packs import Manifest
from faceattend.engine.recogniser import Recogniser
from faceattend.engine.session import Compute, cuda_is_expected
from faceattend.storage.database import Database


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

    @property
    def gallery_in_use(self) -> Gallery | None:
        """The gallery if it was needed before; None while there is none that would have to follow a change."""
        with self._lock:
            return self._gallery

    def doubt_about(self, provider: str) -> ModelError | None:
        """Say what is wrong with recognition as it runs; None when nothing is.

        Args:
            provider: where the models really run, "cuda" or "cpu".

        Raises:
            ModelError, StorageError: as for :meth:`gallery`.
        """
        if provider != "cuda" and cuda_is_expected(self._settings.provider):
            return ModelError(
                said("Models", "The graphics card (CUDA) is not used: the models run on {provider}.").format(
                    provider=provider
                ),
                means=said("Models", "Recognition works, more slowly."),
                remedy=said(
                    "Models",
                    "Settings, About this station, Check everything says more; "
                    "to be content with it, set provider = 'cpu' in settings.toml.",
                ),
            )
        with self._database.reading() as work:
            enrolled = work.people.count()
        if enrolled and not self.gallery().people:
            return ModelError(
                said(
                    "Models",
                    "None of the {enrolled} people can be recognised: "
                    "nobody has a photo read by the model pack in use.",
                ).format(enrolled=enrolled),
                remedy=said(
                    "Models",
                    "Set the pack in settings.toml back to the one they were enrolled with, or add photos.",
                ),
            )
        return None

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

    def _manifest(self) -> Manifest:
        if self._resolved is None:  # of a folder it takes reading the recogniser, hundreds of megabytes
            self._resolved = resolve(self._settings.pack, self._home)
        return self._resolved

    def _open(self) -> Models:
        compute = Compute(self._settings.provider, self._settings.threads)
        return open_models(self._manifest(), self._home, compute)


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
