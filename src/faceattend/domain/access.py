"""Who may do what: roles, permissions and the acting user.

Every public service method takes the acting user as its first argument and calls :func:`require` before it does
anything. Until sign-in exists the program acts as :data:`LOCAL_ADMINISTRATOR` or, for unattended work, :data:`STATION`.
"""

from dataclasses import dataclass
from enum import StrEnum

from faceattend.domain.errors import PermissionDenied


class Permission(StrEnum):
    """One thing a user may be allowed to do."""

    VIEW_PEOPLE = "view people"
    MANAGE_PEOPLE = "manage people"
    VIEW_CAMERAS = "view cameras"
    MANAGE_CAMERAS = "manage cameras"
    RECORD_SIGHTINGS = "record sightings"
    VIEW_ATTENDANCE = "view attendance"
    ADD_PUNCHES = "add punches"
    ANSWER_SIGHTINGS = "answer sightings"
    EXPORT_REPORTS = "export reports"
    MANAGE_MODELS = "manage model packs"
    MANAGE_SETTINGS = "manage settings"
    MEASURE = "run measurements"


class Role(StrEnum):
    """What a user is to the institution; see PERMISSIONS for what each may do."""

    ADMINISTRATOR = "administrator"
    HR = "hr"
    FRONT_DESK = "front desk"
    AUDITOR = "auditor"
    STATION = "station"


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


LOCAL_ADMINISTRATOR = Actor("local administrator", Role.ADMINISTRATOR)
STATION = Actor("this station", Role.STATION)


def require(actor: Actor, permission: Permission) -> None:
    """Let the call go on only if the actor's role grants the permission.

    Raises:
        PermissionDenied: the role does not grant it.
    """
    if permission not in PERMISSIONS[actor.role]:
        raise PermissionDenied(
            f"{actor.name} ({actor.role}) may not {permission}.",
            means="Nothing was changed.",
            remedy="Ask an administrator for the right.",
        )
