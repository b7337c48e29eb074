"""Preferences: the settings read and changed, and what of them is in use now."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from faceattend.config import settings
from faceattend.config.paths import Home
from faceattend.config.settings import Settings
from faceattend.domain.access import Actor, Permission, require
from faceattend.engine.models import resolve
from faceattend.services.models import ModelService


@dataclass(frozen=True, slots=True)
class PackInUse:
    """The model pack that recognises faces now.

    Attributes:
        name: of the pack, or the path of its folder.
        title: for people.
        licence: of its files.
        provider: where enrolment runs, "cuda" or "cpu".
        digests: SHA-256 of each file in use, by file name.
        accept: the similarity asked for now, cosine.
        own_accept: the similarity the pack itself asks for.
    """

    name: str
    title: str
    licence: str
    provider: str
    digests: Mapping[str, str]
    accept: float
    own_accept: float


class PreferenceService:
    """What can be set. May be used by several threads.

    Args:
        home: whose settings.
        in_use: the settings that the program was started with.
        models: the model pack in use.
    """

    def __init__(self, home: Home, in_use: Settings, models: ModelService) -> None:
        self._home = home
        self._in_use = in_use
        self._models = models
        self._writing = threading.Lock()  # a change reads the file and writes it back

    def read(self, actor: Actor) -> Settings:
        """Return the settings as they stand in the file now; they may differ from those in use.

        Raises:
            SettingsError: the file cannot be used.
            PermissionDenied: the actor may not manage settings.
        """
        require(actor, Permission.MANAGE_SETTINGS)
        return settings.load(self._home.settings)

    def change(self, actor: Actor, changes: Mapping[str, object]) -> Settings:
        """Set some values by name, such as ``{"attendance.unknown_days": 14}``; the rest of the file stays as it is.

        Returns:
            The settings as they now stand in the file.

        Raises:
            SettingsError: a value cannot be, or the file cannot be read or written; nothing was changed.
            ModelError: there is no model pack of the name given; nothing was changed.
            PermissionDenied: the actor may not manage settings.
        """
        require(actor, Permission.MANAGE_SETTINGS)
        if "recognition.pack" in changes:
            resolve(str(changes["recognition.pack"]), self._home)
        with self._writing:
            return settings.change(self._home.settings, changes)

    def awaits_restart(self, wanted: Settings) -> bool:
        """Whether these settings differ from those in use in what is only taken up when the program starts."""
        now = self._in_use
        return (now.recognition, now.attendance) != (wanted.recognition, wanted.attendance)

    def pack_in_use(self, actor: Actor) -> PackInUse:
        """Describe the model pack in use; it is opened if it was not yet, which may take seconds.

        Raises:
            ModelError: it cannot be used.
            PermissionDenied: the actor may not manage settings.
        """
        require(actor, Permission.MANAGE_SETTINGS)
        models = self._models.models()
        manifest = models.manifest
        return PackInUse(
            name=self._in_use.recognition.pack,
            title=manifest.title,
            licence=manifest.licence,
            provider=models.provider,
            digests=models.digests,
            accept=self._models.rule.accept,
            own_accept=manifest.accept,
        )

    def own_accept(self, actor: Actor, pack: str) -> float:
        """Return the similarity that a pack itself asks for, cosine.

        Raises:
            ModelError: there is no such pack here.
            PermissionDenied: the actor may not manage settings.
        """
        require(actor, Permission.MANAGE_SETTINGS)
        return resolve(pack, self._home).accept
