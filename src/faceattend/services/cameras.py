"""Cameras: added, changed, removed, listed, tried out."""

import builtins
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from faceattend.cameras.source import KINDS, OpenSource, open_source
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.cameras import (
    DEFAULT_FPS,
    DEFAULT_MIN_FACE_PX,
    Camera,
    CameraRole,
    Site,
    normalise_source,
    redacted,
)
from faceattend.domain.errors import UNCHANGED, BadInput, NotFound
from faceattend.domain.ids import new_id
from faceattend.domain.said import Phrase, said
from faceattend.services.camera_trial import LOWEST_FPS, CameraTrial, FaceMeter, Newest, RunningCamera, try_out
from faceattend.services.sites import DEFAULT_SITE, is_zone, system_zone
from faceattend.storage.database import Database, Work

HIGHEST_FPS = 30.0
SMALLEST_FACE_PX, LARGEST_FACE_PX = 16, 1000
_FILE_KINDS = frozenset({"file", "loop"})
_FILES_KINDS = frozenset({"stills"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCamera:
    """A camera to be added, or what one is to become.

    Attributes:
        name: unique.
        source: as the user types it, see :func:`faceattend.domain.cameras.normalise_source`.
        role: what passing it means.
        site: where it stands; made if there is none of that name.
        zone: IANA name of the site's time zone; None takes the site's own, or this machine's for a new site.
        fps: frames to analyse per second, at most; LOWEST_FPS to HIGHEST_FPS.
        min_face_px: see :class:`faceattend.domain.cameras.Camera`; SMALLEST_FACE_PX to LARGEST_FACE_PX.
    """

    name: str
    source: str
    role: CameraRole
    site: str = DEFAULT_SITE
    zone: str | None = None
    fps: float = DEFAULT_FPS
    min_face_px: int = DEFAULT_MIN_FACE_PX

    def __repr__(self) -> str:
        """Name the camera without its password."""
        return f"NewCamera({self.name!r}, {redacted(self.source)!r}, {self.role})"


@dataclass(frozen=True, slots=True)
class PluggedIn:
    """A camera plugged into this computer.

    Attributes:
        source: what to give a camera as its source, such as "device:0".
        name: what the device calls itself.
    """

    source: str
    name: str


class CameraService:
    """What can be done with cameras. May be used by several threads.

    Args:
        database: where they are kept.
        open_camera: opens one.
        meter: measures the faces that a camera on trial sees; None where there are no models.
    """

    def __init__(
        self, database: Database, open_camera: OpenSource = open_source, meter: FaceMeter | None = None
    ) -> None:
        self._database = database
        self._open = open_camera
        self._meter = meter

    def add(self, actor: Actor, new: NewCamera) -> Camera:
        """Add a camera.

        Raises:
            BadInput: the name is empty, there is no such kind, or a figure is out of bounds.
            AlreadyExists: its name is taken.
            PermissionDenied: the actor may not manage cameras.
            StorageError: it could not be stored.
        """
        require(actor, Permission.MANAGE_CAMERAS)
        new = _usable(new)
        with self._database.transaction() as work:
            camera = _camera(new_id(), new, _site(work, new))
            work.cameras.add(camera)
        return camera

    def update(self, actor: Actor, camera_id: UUID, changed: NewCamera) -> Camera:
        """Change everything about a camera; whether it is enabled stays as it is.

        Raises:
            NotFound: there is no such camera, or it was removed.
            BadInput, AlreadyExists, PermissionDenied, StorageError: as for :meth:`add`.
        """
        require(actor, Permission.MANAGE_CAMERAS)
        changed = _usable(changed)
        with self._database.transaction() as work:
            before = _stored(work, camera_id)
            camera = replace(_camera(camera_id, changed, _site(work, changed)), enabled=before.enabled)
            work.cameras.update(camera)
        return camera

    def remove(self, actor: Actor, camera_id: UUID) -> None:
        """Take a camera away. What it saw stays; then its name does too, with "(removed)" behind it.

        Its address and password are forgotten.

        Raises:
            NotFound: there is no such camera, or it was removed before.
            PermissionDenied: the actor may not manage cameras.
            StorageError: it could not be stored.
        """
        require(actor, Permission.MANAGE_CAMERAS)
        with self._database.transaction() as work:
            work.cameras.remove(_stored(work, camera_id))

    def set_enabled(self, actor: Actor, name: str, *, enabled: bool) -> Camera:
        """Let the agent open the camera, or leave it alone, from its next start on.

        Raises:
            NotFound: there is no such camera.
            PermissionDenied: the actor may not manage cameras.
            StorageError: it could not be stored.
        """
        require(actor, Permission.MANAGE_CAMERAS)
        camera = replace(self.get(actor, name), enabled=enabled)
        with self._database.transaction() as work:
            work.cameras.update(camera)
        return camera

    def get(self, actor: Actor, name: str) -> Camera:
        """Return the camera of that name.

        Raises:
            NotFound: there is none.
            PermissionDenied: the actor may not view cameras.
            StorageError: it cannot be read.
        """
        require(actor, Permission.VIEW_CAMERAS)
        with self._database.reading() as work:
            camera = work.cameras.by_name(name.strip())
        if camera is None:
            raise NotFound(
                said("Camera", "There is no camera {name!r}.").format(name=name),
                remedy=said("Camera", "The list of cameras shows all names."),
            )
        return camera

    def test(self, actor: Actor, name: str, seconds: float) -> CameraTrial:
        """Open the camera, read its frames for some seconds, and say how it did; faces are not looked for.

        Returns:
            The outcome; a camera that gives no picture is one too, not an error.

        Raises:
            NotFound: there is no such camera.
            PermissionDenied: the actor may not manage cameras.
            StorageError: it cannot be read.
        """
        require(actor, Permission.MANAGE_CAMERAS)
        *_, outcome = try_out(self.get(actor, name), self._open, seconds)
        return outcome

    def trial(
        self, actor: Actor, camera: Camera | NewCamera, seconds: float, newest: Newest | None = None
    ) -> Iterator[CameraTrial]:
        """Try a camera out, stored or not, and measure the faces it sees.

        Args:
            actor: the acting user.
            camera: which.
            seconds: how long.
            newest: gives its newest frame if it runs already, for a device cannot be opened twice; else None.

        Returns:
            Walks through how it does so far, every quarter of a second, to the outcome; a camera that gives no picture
            is one too, not an error. Each step holds one frame.

        Raises:
            BadInput: what is to be added cannot be.
            PermissionDenied: the actor may not manage cameras.
        """
        require(actor, Permission.MANAGE_CAMERAS)
        if isinstance(camera, NewCamera):
            new = _usable(camera)
            camera = _camera(new_id(), new, Site(new_id(), new.site, new.zone or system_zone()))
        opened: OpenSource = self._open if newest is None else lambda each: RunningCamera(each, newest)
        return try_out(camera, opened, seconds, self._meter)

    def devices(self, actor: Actor) -> builtins.list[PluggedIn]:
        """Return the cameras plugged into this computer; they can be listed on Linux only.

        Raises:
            PermissionDenied: the actor may not manage cameras.
        """
        require(actor, Permission.MANAGE_CAMERAS)
        from faceattend.cameras.device import devices  # noqa: PLC0415 - brings OpenCV, which takes long to load

        return [PluggedIn(each.source, each.name) for each in devices()]

    def sites(self, actor: Actor) -> builtins.list[Site]:
        """Return all sites, by name.

        Raises:
            PermissionDenied: the actor may not view cameras.
            StorageError: they cannot be read.
        """
        require(actor, Permission.VIEW_CAMERAS)
        with self._database.reading() as work:
            return work.sites.list()

    def list(self, actor: Actor) -> builtins.list[Camera]:
        """Return all cameras, by name, without those that were removed.

        Raises:
            PermissionDenied: the actor may not view cameras.
            StorageError: they cannot be read.
        """
        require(actor, Permission.VIEW_CAMERAS)
        with self._database.reading() as work:
            return work.cameras.present()


def _usable(new: NewCamera) -> NewCamera:
    """Return it tidied up; refuse what cannot be."""
    if new.zone is not None and not is_zone(new.zone):
        raise BadInput(
            said("Camera", "There is no time zone {zone!r}.").format(zone=new.zone),
            remedy=said("Camera", "Give an IANA name such as Europe/Berlin."),
        )
    _within(said("Camera", "frame rate"), new.fps, (LOWEST_FPS, HIGHEST_FPS), said("Camera", "frames per second"))
    _within(
        said("Camera", "smallest face"), new.min_face_px, (SMALLEST_FACE_PX, LARGEST_FACE_PX), said("Camera", "pixels")
    )
    name, site = _name(said("Camera", "camera"), new.name), _name(said("Camera", "site"), new.site)
    return replace(new, name=name, site=site, source=_usable_source(new.source))


def _camera(camera_id: UUID, new: NewCamera, site: Site) -> Camera:
    return Camera(camera_id, new.name, site, new.source, new.role, new.fps, new.min_face_px)


def _site(work: Work, new: NewCamera) -> Site:
    site = work.sites.get_or_add(new.site, new.zone or system_zone())
    if new.zone not in {None, site.zone}:
        raise BadInput(
            said("Camera", "The site {site} lies in {zone}, not in {other}.").format(
                site=site.name, zone=site.zone, other=new.zone
            ),
            means=said("Camera", "The camera was not stored."),
            remedy=said("Camera", "Leave the zone out, or give the camera another site."),
        )
    return site


def _stored(work: Work, camera_id: UUID) -> Camera:
    camera = work.cameras.get(camera_id)
    if camera is None:
        raise NotFound(said("Camera", "There is no such camera any more."), means=UNCHANGED)
    return camera


def _name(noun: Phrase, text: str) -> str:
    name = text.strip()
    if not name or not name.isprintable():
        raise BadInput(
            said("Camera", "{text!r} cannot be the name of a {noun}.").format(text=text, noun=noun),
            remedy=said("Camera", "Give it a name of visible characters."),
        )
    return name


def _usable_source(text: str) -> str:
    """Normalise a source; a file keeps its meaning when the program is started from another folder."""
    source = normalise_source(text)
    kind, _, address = source.partition(":")
    if kind not in KINDS.names() or not address:
        raise BadInput(  # without the text: where its password stands cannot be told
            said(
                "Camera", "The camera’s source cannot be used: there is no camera kind {kind!r}, or nothing behind it."
            ).format(kind=kind),
            remedy=said("Camera", "Give a device number, a file, or an address of one of the kinds {known}.").format(
                known=", ".join(KINDS.names())
            ),
        )
    if kind in _FILE_KINDS:
        address = str(Path(address).expanduser().absolute())
    elif kind in _FILES_KINDS:
        address = os.pathsep.join(str(Path(each).expanduser().absolute()) for each in address.split(os.pathsep) if each)
    return f"{kind}:{address}"


def _within(what: Phrase, value: float, allowed: tuple[float, float], unit: Phrase) -> None:
    lowest, highest = allowed
    if not lowest <= value <= highest:
        raise BadInput(
            said("Camera", "The {what} cannot be {value:g} {unit}.").format(what=what, value=value, unit=unit),
            remedy=said("Camera", "Allowed: {lowest:g} to {highest:g} {unit}.").format(
                lowest=lowest, highest=highest, unit=unit
            ),
        )
