"""Model packs: which there are, and fetching one once its licence was accepted. Needs neither key nor database."""

from dataclasses import dataclass

from faceattend.config.paths import Home
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.errors import ModelError
from faceattend.domain.said import said
from faceattend.engine import fetch, insightface_packs, packs
from faceattend.engine.models import resolve
from faceattend.engine.packs import PACKS, Manifest


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


class PackService:
    """What can be done with the model packs of a data folder.

    Args:
        home: the data folder.
        in_use: the pack that its settings name.
    """

    def __init__(self, home: Home, in_use: str) -> None:
        self._home = home
        self._in_use = in_use

    def list(self, actor: Actor) -> list[PackStatus]:
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

    def _status(self, name: str) -> PackStatus:
        in_use = name == self._in_use
        try:
            manifest = resolve(name, self._home)
        except ModelError:  # one of InsightFace's that was not fetched yet
            return PackStatus(
                name,
                said("Models", "{name} (InsightFace)").format(name=name),
                said("Models", "non-commercial research only"),
                present=False,
                in_use=in_use,
            )
        files = [packs.candidates(manifest, file, self._home.models) for file in manifest.model_files]
        present = all(any(place.is_file() for place in places) for places in files)
        return PackStatus(name, manifest.title, manifest.licence, present, in_use)
