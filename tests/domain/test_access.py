import pytest

from faceattend.domain.access import LOCAL_ADMINISTRATOR, PERMISSIONS, STATION, Actor, Permission, Role, require
from faceattend.domain.errors import PermissionDenied

ALL = [(role, permission) for role in Role for permission in Permission]


@pytest.mark.parametrize(("role", "permission"), ALL)
def test_a_call_goes_on_exactly_when_the_role_grants_it(role: Role, permission: Permission):
    actor = Actor("somebody", role)
    if permission in PERMISSIONS[role]:
        require(actor, permission)
    else:
        with pytest.raises(PermissionDenied, match=f"somebody .* may not {permission}"):
            require(actor, permission)


def test_every_role_is_granted_something_and_only_the_administrator_everything():
    assert set(PERMISSIONS) == set(Role)
    assert all(PERMISSIONS[role] for role in Role)
    assert [role for role in Role if PERMISSIONS[role] == frozenset(Permission)] == [Role.ADMINISTRATOR]


def test_the_auditor_changes_nothing():
    changing = {
        Permission.MANAGE_PEOPLE,
        Permission.MANAGE_CAMERAS,
        Permission.MANAGE_MODELS,
        Permission.RECORD_SIGHTINGS,
        Permission.ANSWER_SIGHTINGS,
    }
    assert not PERMISSIONS[Role.AUDITOR] & changing


def test_only_cameras_and_the_administrator_record():
    recording = {role for role in Role if Permission.RECORD_SIGHTINGS in PERMISSIONS[role]}
    assert recording == {Role.STATION, Role.ADMINISTRATOR}


def test_the_built_in_actors():
    require(LOCAL_ADMINISTRATOR, Permission.MANAGE_PEOPLE)
    require(STATION, Permission.RECORD_SIGHTINGS)
    with pytest.raises(PermissionDenied):
        require(STATION, Permission.MANAGE_PEOPLE)
