import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.engine import onnx_graphs
from tests.faces import a_template, unit_vectors
from tests.facts import NOON, a_camera, a_person

from faceattend.config.paths import Home
from faceattend.config.settings import RecognitionSettings
from faceattend.domain.access import LOCAL_ADMINISTRATOR, PERMISSIONS, STATION, Actor, Permission, Role
from faceattend.domain.errors import LicenceNotAccepted, PermissionDenied
from faceattend.domain.ids import new_id
from faceattend.domain.people import Photo
from faceattend.domain.vision import Frame
from faceattend.engine import packs
from faceattend.services import models as service
from faceattend.services.models import ModelService, decision_rule
from faceattend.storage.database import Database

SETTINGS = RecognitionSettings(provider="cpu", threads=1)
ADMIN = LOCAL_ADMINISTRATOR


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(Home(tmp_path / "home"), os.urandom(32))
    yield opened
    opened.close()


@pytest.fixture
def model_service(models_home: Home, database: Database) -> ModelService:
    return ModelService(models_home, SETTINGS, database)


@pytest.mark.models
class TestGallery:
    def store(self, database: Database, contract_id: str, dimension: int, set_aside: str | None = None) -> None:
        person = a_person(id=new_id(), number=str(new_id()))
        photo = Photo(new_id(), person.id, NOON, b"jpeg", set_aside)
        vector = unit_vectors(1, dimension, seed=person.id.int % 1000)[0]
        with database.transaction() as work:
            work.people.add(person)
            work.faces.add_photo(photo)
            work.faces.add_template(a_template(vector, person_id=person.id, photo_id=photo.id, contract_id=contract_id))

    def test_it_holds_the_templates_of_the_pack_in_use_and_no_others(
        self, model_service: ModelService, database: Database
    ):
        contract = model_service.models().contract_id
        self.store(database, contract, 128)
        self.store(database, contract, 128)
        self.store(database, "another pack/128", 128)
        self.store(database, "another pack/512", 512)
        self.store(database, contract, 128, set_aside="shows somebody else")
        gallery = model_service.gallery()
        assert (gallery.contract_id, gallery.dimension, gallery.people) == (contract, 128, 2)

    def test_it_is_built_once_however_many_ask_at_the_same_time(self, model_service: ModelService, database: Database):
        self.store(database, model_service.models().contract_id, 128)
        answers: list[tuple[int, int]] = []

        def ask() -> None:
            answers.append((id(model_service.models()), id(model_service.gallery())))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(answers) == 4
        assert len(set(answers)) == 1
        assert model_service.gallery().people == 1


class TestRule:
    def test_the_packs_thresholds_hold_where_the_settings_say_nothing(self, model_service: ModelService):
        manifest = packs.opencv_zoo()
        rule = model_service.rule
        assert (rule.accept, rule.unsure) == (manifest.accept, manifest.unsure)
        assert (rule.margin, rule.agree) == (SETTINGS.margin, SETTINGS.agree)

    def test_the_settings_come_before_the_pack(self):
        settings = replace(SETTINGS, accept=0.6, unsure=0.5, margin=0.1, agree=5)
        rule = decision_rule(settings, packs.opencv_zoo())
        assert (rule.accept, rule.unsure, rule.margin, rule.agree) == (0.6, 0.5, 0.1, 5)
        assert rule.patience > rule.agree

    def test_what_is_accepted_is_never_called_unknown(self):
        rule = decision_rule(replace(SETTINGS, accept=0.3), packs.opencv_zoo())
        assert rule.unsure <= rule.accept

    def test_a_folder_is_read_once_for_it(self, tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch):
        (tmp_path / "det_x.onnx").write_bytes(b"detector")
        (tmp_path / "arcface.onnx").write_bytes(onnx_graphs.recogniser(512))
        read: list[str] = []
        resolve = service.resolve

        def counting(name: str, home: Home) -> packs.Manifest:
            read.append(name)
            return resolve(name, home)

        monkeypatch.setattr(service, "resolve", counting)
        own = ModelService(Home(tmp_path / "home"), replace(SETTINGS, pack=str(tmp_path)), database)
        assert own.rule == own.rule
        assert read == [str(tmp_path)]

    def test_a_pack_that_is_not_here_yet_is_looked_for_again(self, tmp_path: Path, database: Database):
        home = Home(tmp_path / "home")
        waiting = ModelService(home, replace(SETTINGS, pack="buffalo_s"), database)
        with pytest.raises(LicenceNotAccepted):
            _ = waiting.rule
        (home.models / "buffalo_s").mkdir(parents=True)
        (home.models / "buffalo_s" / "det_x.onnx").write_bytes(b"detector")
        (home.models / "buffalo_s" / "arcface.onnx").write_bytes(onnx_graphs.recogniser(512))
        assert waiting.rule.accept == 0.41


@pytest.mark.models
class TestRecogniser:
    def test_it_watches_the_cameras_and_shares_the_gallery(self, model_service: ModelService):
        cameras = [a_camera(name="In"), a_camera(name="Out")]
        recogniser = model_service.recogniser(STATION, cameras)
        frames = [Frame(camera.id, 0, NOON, np.zeros((120, 160, 3), np.uint8)) for camera in cameras]
        assert [overlay.camera_id for overlay in recogniser.analyse(frames).overlays] == [each.id for each in cameras]
        assert recogniser.provider == "cpu"

    @pytest.mark.parametrize("role", [role for role in Role if Permission.RECORD_SIGHTINGS not in PERMISSIONS[role]])
    def test_who_may_not_record_sightings_gets_none(self, model_service: ModelService, role: Role):
        with pytest.raises(PermissionDenied):
            model_service.recogniser(Actor("somebody", role), [])

    def test_enrolment_and_recognition_have_models_of_their_own(self, model_service: ModelService):
        """A detector's settings live on the object: two threads must not share it."""
        recogniser = model_service.recogniser(STATION, [])
        assert recogniser._models is not model_service.models()
