from pathlib import Path

import pytest

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR as ADMIN
from faceattend.domain.access import PERMISSIONS, Actor, Permission, Role
from faceattend.domain.errors import LicenceNotAccepted, ModelMissing, PermissionDenied
from faceattend.services.packs import PackService


@pytest.fixture
def packs(tmp_path: Path) -> PackService:
    return PackService(Home(tmp_path), "opencv-zoo")


class TestPacks:
    @pytest.mark.models
    def test_all_known_packs_are_listed_with_what_is_here_and_in_use(self, packs: PackService):
        listed = {status.name: status for status in packs.list(ADMIN)}
        assert {"opencv-zoo", "buffalo_l", "buffalo_s", "buffalo_sc", "antelopev2"} <= listed.keys()
        assert (listed["opencv-zoo"].present, listed["opencv-zoo"].in_use) == (True, True)
        assert (listed["buffalo_l"].present, listed["buffalo_l"].in_use) == (False, False)
        assert "non-commercial" in listed["buffalo_l"].licence

    def test_a_pack_is_fetched_only_once_its_licence_was_accepted(self, packs: PackService):
        assert "NON-COMMERCIAL" in packs.licence_of(ADMIN, "buffalo_l")
        with pytest.raises(LicenceNotAccepted):
            packs.fetch(ADMIN, "buffalo_l", licence_accepted=False)

    def test_an_unknown_pack_is_told(self, packs: PackService):
        with pytest.raises(ModelMissing):
            packs.licence_of(ADMIN, "nonesuch")

    @pytest.mark.parametrize("role", [role for role in Role if Permission.MANAGE_MODELS not in PERMISSIONS[role]])
    def test_who_may_not_manage_packs_sees_and_fetches_none(self, packs: PackService, role: Role):
        actor = Actor("somebody", role)
        with pytest.raises(PermissionDenied):
            packs.list(actor)
        with pytest.raises(PermissionDenied):
            packs.licence_of(actor, "buffalo_l")
        with pytest.raises(PermissionDenied):
            packs.fetch(actor, "buffalo_l", licence_accepted=True)
