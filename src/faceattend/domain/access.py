"""Who may do what: roles, permissions and the acting user.

Every public service method takes the acting user as its first argument and calls :func:`require` before it does
anything. Until sign-in exists the program acts as :data:`LOCAL_ADMINISTRATOR` or, for unattended work, :data:`STATION`.
"""

from dataclasses import dataclass

from faceattend.domain.errors import UNCHANGED, PermissionDenied
from faceattend.domain.said import PhraseEnum, said


class Permission(PhraseEnum):
    """One thing a user may be allowed to do."""

    VIEW_PEOPLE = said("Access", "view people")
    MANAGE_PEOPLE = said("Access", "manage people")
    VIEW_CAMERAS = said("Access", "view cameras")
    MANAGE_CAMERAS = said("Access", "manage cameras")
    RECORD_SIGHTINGS = said("Access", "record sightings")
    VIEW_ATTENDANCE = said("Access", "view attendance")
    ADD_PUNCHES = said("Access", "add punches")
    ANSWER_SIGHTINGS = said("Access", "answer sightings")
    EXPORT_REPORTS = said("Access", "export reports")
    MANAGE_MODELS = said("Access", "manage model packs")
    MANAGE_SETTINGS = said("Access", "manage settings")
    MEASURE = said("Access", "run measurements")


class Role(PhraseEnum):
    """What a user is to the institution; see PERMISSIONS for what each may do."""

    ADMINISTRATOR = said("Access", "administrator")
    HR = said("Access", "hr")
    FRONT_DESK = said("Access", "front desk")
    AUDITOR = said("Access", "auditor")
    STATION = said("Access", "station")


_VIEW = frozenset({Permission.VIEW_PEOPLE, Permission.VIEW_CAMERAS, Permission.VIEW_ATTENDANCE})

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(Permission),
    Role.HR: _VIEW
    | {Permission.MANAGE_PEOPLE, Permission.EXPORT_REPORTS, Permission.ADD_PUNCHES, Permission.ANSWER_SIGHTINGS},
    Role.FRONT_DESK: _VIEW | {Permission.MANAGE_PEOPLE, Permission.ANSWER_SIGHTINGS},
    Role.AUDITOR: _VIEW | {Permission.EXPORT_REPORTS},
    Role.STATION: _VIEW | {Permission.RECORD_SIGHTINGS},
}


@dataclass(frozen=True, slots=True)
class Actor:
    """The user on whose behalf something is done."""

    name: str
    role: Role


LOCAL_ADMINISTRATOR = Actor(said("Access", "local administrator"), Role.ADMINISTRATOR)
STATION = Actor(said("Access", "this station"), Role.STATION)
_OWN = {each.name: each.name for each in (LOCAL_ADMINISTRATOR, STATION)}


def user_name(stored: str) -> str:
    """Return a user's name as it was stored; the program's own users have one in every language."""
    return _OWN.get(stored, stored)


def require(actor: Actor, permission: Permission) -> None:
    """Let the call go on only if the actor's role grants the permission.

    Raises:
        PermissionDenied: the role does not grant it.
    """
    if permission not in PERMISSIONS[actor.role]:
        raise PermissionDenied(
            said("Access", "{actor} ({role}) may not {permission}.").format(
                actor=actor.name, role=actor.role, permission=permission
            ),
            means=UNCHANGED,
            remedy=said("Access", "Ask an administrator for the right."),
        )
