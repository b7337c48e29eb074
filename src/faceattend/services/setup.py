"""What remains to be set up in a data folder, how far the first-run assistant has come in it, and its site.

The note of that lies in the folder (``first-run.json``), so that the assistant goes on where it stopped.
"""

import json
import logging
import os
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import cast

from faceattend.config.paths import Home
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.cameras import Site
from faceattend.domain.errors import BadInput
from faceattend.domain.said import said
from faceattend.services.sites import is_zone
from faceattend.services.station import Station
from faceattend.storage.faults import file_faults

_log = logging.getLogger(__name__)


class Step(StrEnum):
    """One step of the assistant; the values are stored, so they never change."""

    DATA = "data"
    PLACE = "place"
    CAMERA = "camera"
    SPEED = "speed"
    PERSON = "person"


STEPS = tuple(Step)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the assistant has come in a data folder.

    Attributes:
        answered: steps that were done, or put off until later.
        later: those that were put off.
        finished: whether it was gone through, or the user wanted to do without it.
    """

    answered: frozenset[Step] = frozenset()
    later: frozenset[Step] = frozenset()
    finished: bool = False

    @property
    def next_step(self) -> Step:
        """The first step without an answer; the last one where all have one."""
        return next((step for step in STEPS if step not in self.answered), STEPS[-1])


def is_new(actor: Actor, home: Home) -> bool:
    """Whether nothing was ever stored in a folder, so that the assistant must be offered before it is opened.

    Raises:
        SettingsError: which folder was chosen cannot be read.
        PermissionDenied: the actor may not manage settings.
    """
    require(actor, Permission.MANAGE_SETTINGS)
    return not home.demo and not home.database.exists() and not home.is_lost()


def remains(actor: Actor, station: Station) -> bool:
    """Whether the assistant has something to do in an opened folder.

    It has where it was begun and not finished, or where there are neither people nor cameras; a folder that has both,
    by whatever way, is left alone.

    Raises:
        StorageError: the folder cannot be read.
        PermissionDenied: the actor may not manage settings.
    """
    require(actor, Permission.MANAGE_SETTINGS)
    if station.home.demo or progress(actor, station.home).finished:
        return False
    with station.database.reading() as work:
        people, cameras = bool(work.people.count()), bool(work.cameras.present())
    begun = station.home.first_run.exists()
    return not (people and cameras) if begun else not (people or cameras)


def progress(actor: Actor, home: Home) -> Progress:
    """Return how far the assistant has come; a note that cannot be read costs no more than asking again.

    Raises:
        PermissionDenied: the actor may not manage settings.
    """
    require(actor, Permission.MANAGE_SETTINGS)
    made = frozenset({Step.DATA} if home.database.exists() else ())
    try:
        noted: object = json.loads(home.first_run.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Progress(made)
    except (OSError, ValueError) as error:
        _log.warning("%s cannot be read: %s", home.first_run, error)
        return Progress(made)
    known = cast("dict[str, object]", noted) if isinstance(noted, dict) else {}
    answered, later = _steps(known.get("answered")), _steps(known.get("later"))
    return Progress(made | answered, later & answered, known.get("finished") is True)


def note(actor: Actor, home: Home, *steps: Step, later: bool = False, finished: bool = False) -> Progress:
    """Note that steps were answered, or that the assistant is done with.

    Args:
        actor: the acting user.
        home: the folder.
        steps: which.
        later: whether they were put off; one that was done before stays done.
        finished: see :class:`Progress`.

    Returns:
        How far it has come with that.

    Raises:
        StorageError: the note cannot be written.
        PermissionDenied: the actor may not manage settings.
    """
    before = progress(actor, home)
    put_off = before.later | (set(steps) - before.answered) if later else before.later - set(steps)
    now = Progress(before.answered | set(steps), put_off, before.finished or finished)
    text = json.dumps({"answered": _names(now.answered), "later": _names(now.later), "finished": now.finished})
    part = home.first_run.with_name(f"{home.first_run.name}.{os.getpid()}.part")
    with file_faults(home.root):
        part.write_text(text, encoding="utf-8")
        part.replace(home.first_run)
    return now


def place_site(actor: Actor, station: Station, name: str, zone: str) -> Site:
    """Give the station's only site a name and a time zone; it is made where there is none.

    Raises:
        BadInput: the name is empty or the zone unknown, or there are several sites, which have theirs already.
        PermissionDenied: the actor may not manage cameras.
        StorageError: it cannot be stored.
    """
    require(actor, Permission.MANAGE_CAMERAS)
    name = name.strip()
    if not name or not name.isprintable():
        raise BadInput(
            said("Setup", "The site has no name yet."), remedy=said("Setup", "Give it one, such as Head office.")
        )
    if not is_zone(zone):
        raise BadInput(
            said("Setup", "There is no time zone {zone!r}.").format(zone=zone),
            remedy=said("Setup", "Choose one of the list, such as Europe/Berlin."),
        )
    with station.database.transaction() as work:
        sites = work.sites.list()
        if len(sites) > 1:
            raise BadInput(
                said("Setup", "There are several sites already."),
                remedy=said("Setup", "Each camera says where it stands."),
            )
        if not sites:
            return work.sites.get_or_add(name, zone)
        changed = replace(sites[0], name=name, zone=zone)
        work.sites.update(changed)
    return changed


def _steps(noted: object) -> frozenset[Step]:
    names = cast("list[object]", noted) if isinstance(noted, list) else []
    return frozenset(step for step in STEPS if step.value in names)


def _names(steps: frozenset[Step]) -> list[str]:
    return [step.value for step in STEPS if step in steps]
