import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests import faces
from tests.engine import onnx_graphs

from faceattend.config.paths import Home
from faceattend.domain.errors import ModelAltered, ModelMissing
from faceattend.engine import insightface_packs, packs
from faceattend.engine.models import open_models, resolve
from faceattend.engine.packs import SCRFD_PREPROCESSING, Preprocessing
from faceattend.engine.portrait import aligned_subject
from faceattend.engine.session import Compute

DECOYS = {
    "1k3d68.onnx": onnx_graphs.landmarker(192),
    "2d106det.onnx": onnx_graphs.landmarker(192),
    "genderage.onnx": onnx_graphs.landmarker(96),
}
"""What else lies in a folder such as buffalo_l."""


def fill(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "own_pack"


class TestByName:
    @pytest.mark.parametrize("recogniser", ["w600k_r50.onnx", "w600k_mbf.onnx", "glintr100.onnx", "arcface_r100.onnx"])
    def test_detector_and_recogniser_are_picked_out_of_all_that_lies_there(self, folder: Path, recogniser: str):
        fill(folder, DECOYS | {"det_10g.onnx": b"detector", recogniser: onnx_graphs.recogniser(512)})
        manifest = insightface_packs.from_folder(folder)
        assert (manifest.name, manifest.folder, manifest.detector_family) == ("own_pack", folder, "scrfd")
        assert (manifest.detector.name, manifest.embedder.name) == ("det_10g.onnx", recogniser)
        assert manifest.preprocessing == Preprocessing(127.5, 127.5)
        assert manifest.detector_preprocessing == SCRFD_PREPROCESSING
        assert manifest.unsure < manifest.accept

    def test_a_recogniser_of_another_name_is_known_by_its_shape(self, folder: Path):
        odd = {
            "a_broken.onnx": b"garbage",
            "b_empty.onnx": b"",
            "c_inputless.onnx": onnx_graphs.model([], {}, {}),
            "d_two_outputs.onnx": onnx_graphs.landmarker(112, outputs=2),
            "e_no_vector.onnx": onnx_graphs.landmarker(112),
        }
        own = {"det_500m.onnx": b"detector", "my_faces.onnx": onnx_graphs.recogniser(128)}
        assert insightface_packs.from_folder(fill(folder, DECOYS | odd | own)).embedder.name == "my_faces.onnx"

    def test_the_thresholds_follow_the_length_of_the_vectors(self, folder: Path):
        accepted: dict[int, float] = {}
        for dimension in (128, 256, 512):
            fill(folder, {"det_500m.onnx": b"detector", "w600k_x.onnx": onnx_graphs.recogniser(dimension)})
            accepted[dimension] = insightface_packs.from_folder(folder).accept
        assert accepted[512] == 0.41  # 1e-6 false matches for buffalo_l, as published
        assert accepted[128] > accepted[512]
        assert accepted[256] >= accepted[128]

    def test_insightfaces_own_files_are_checked_and_called_non_commercial(self, folder: Path, tmp_path: Path):
        fill(folder, {"det_500m.onnx": b"exchanged", "w600k_mbf.onnx": onnx_graphs.recogniser(512)})
        manifest = insightface_packs.from_folder(folder)
        assert manifest.non_commercial
        assert "non-commercial" in manifest.licence
        with pytest.raises(ModelAltered):
            packs.load(manifest, manifest.detector, tmp_path)

    def test_a_folder_of_other_files_is_its_owners_business(self, folder: Path):
        fill(folder, {"det_own.onnx": b"detector", "arcface.onnx": onnx_graphs.recogniser(512)})
        manifest = insightface_packs.from_folder(folder)
        assert not manifest.non_commercial
        assert "owner" in manifest.licence

    @pytest.mark.parametrize(
        ("files", "what"),
        [
            ({}, "no detector"),
            (DECOYS, "no detector"),
            ({"det_10g.onnx": b"detector"}, "no recogniser"),
            (DECOYS | {"det_10g.onnx": b"detector"}, "no recogniser"),
            ({"w600k_r50.onnx": onnx_graphs.recogniser(512)}, "no detector"),
        ],
        ids=["empty", "decoys", "detector only", "detector and decoys", "recogniser only"],
    )
    def test_an_incomplete_folder_is_an_error_that_says_what_is_missing(
        self, folder: Path, files: dict[str, bytes], what: str
    ):
        with pytest.raises(ModelMissing, match=what) as missing:
            insightface_packs.from_folder(fill(folder, files))
        assert str(folder) in missing.value.what
        assert missing.value.remedy

    def test_a_file_in_the_place_of_the_folder_is_an_error(self, tmp_path: Path):
        (tmp_path / "pack").write_bytes(b"")
        for path in (tmp_path / "pack", tmp_path / "absent"):
            with pytest.raises(ModelMissing, match="is no folder"):
                insightface_packs.from_folder(path)


def a_manifest(**tasks: Any) -> bytes:  # noqa: ANN401 - as JSON has it
    return json.dumps(
        {"manifest_version": 2, "model_id": "raccoon_s", "license": "MODEL.LICENSE", "tasks": tasks}
    ).encode()


class TestByManifest:
    """InsightFace's version 2, read by InsightFace's own reader."""

    def test_what_it_states_comes_before_what_names_suggest(self, folder: Path):
        content = onnx_graphs.recogniser(512)
        digest = hashlib.sha256(content).hexdigest()
        stated = a_manifest(
            detection={"file": "parts/find.onnx", "preprocessing": "embedded"},
            recognition={"file": "tell.onnx", "sha256": digest, "preprocessing": {"mean": 100, "std": 50}},
        )
        decoys = {"det_10g.onnx": b"decoy", "w600k_r50.onnx": onnx_graphs.recogniser(128)}
        fill(folder, decoys | {"manifest.json": stated, "tell.onnx": content})
        fill(folder / "parts", {"find.onnx": b"detector"})
        manifest = insightface_packs.from_folder(folder)
        assert (manifest.detector.name, manifest.detector.sha256) == ("parts/find.onnx", None)
        assert (manifest.embedder.name, manifest.embedder.sha256) == ("tell.onnx", digest)
        assert manifest.preprocessing == Preprocessing(100, 50)
        assert manifest.detector_preprocessing == Preprocessing(0, 1)
        assert packs.load(manifest, manifest.detector, folder).content == b"detector"
        assert packs.load(manifest, manifest.embedder, folder).content == content

    def test_a_stated_digest_that_does_not_fit_is_an_altered_file(self, folder: Path):
        stated = a_manifest(detection={"file": "find.onnx"}, recognition={"file": "tell.onnx", "sha256": "0" * 64})
        fill(folder, {"manifest.json": stated, "find.onnx": b"detector", "tell.onnx": onnx_graphs.recogniser(512)})
        manifest = insightface_packs.from_folder(folder)
        assert manifest.preprocessing == Preprocessing(127.5, 127.5)
        with pytest.raises(ModelAltered):
            packs.load(manifest, manifest.embedder, folder)

    @pytest.mark.parametrize(
        "stated",
        [
            a_manifest(),
            a_manifest(detection={"file": "find.onnx"}),
            a_manifest(detection={"file": "../find.onnx"}, recognition={"file": "tell.onnx"}),
            a_manifest(detection={"file": "find.onnx"}, recognition={"file": "tell.onnx", "preprocessing": "guess"}),
            a_manifest(detection={}, recognition={"file": "tell.onnx"}),
        ],
        ids=["no task", "no recogniser", "outside the folder", "odd preprocessing", "no file"],
    )
    def test_a_malformed_one_is_refused(self, folder: Path, stated: bytes):
        fill(folder, {"manifest.json": stated, "det_10g.onnx": b"x", "w600k_r50.onnx": onnx_graphs.recogniser(512)})
        with pytest.raises(ModelAltered, match="malformed"):
            insightface_packs.from_folder(folder)

    @pytest.mark.parametrize("stated", [b"{", b"[]", b'{"manifest_version": 1}', b"{}"])
    def test_one_that_is_not_of_version_two_is_passed_over(self, folder: Path, stated: bytes):
        fill(folder, {"manifest.json": stated, "det_10g.onnx": b"x", "w600k_r50.onnx": onnx_graphs.recogniser(512)})
        assert insightface_packs.from_folder(folder).embedder.name == "w600k_r50.onnx"


@pytest.mark.models
@pytest.mark.data
class TestARealPack:
    @pytest.fixture
    def real(self, shared_data: Path) -> Path:
        folder = shared_data.parent / "models" / "scrfd500m_mobilefacenet128"
        if not folder.is_dir():
            pytest.skip("the development copy of a pack in InsightFace's layout is not here")
        return folder

    def test_it_finds_and_tells_apart_six_people(self, real: Path, models_home: Home):
        opened = open_models(resolve(str(real), models_home), models_home, Compute("cpu", 1))
        photo = faces.six_people()
        found = opened.detector.detect([photo, faces.astronaut()], [48.0, 48.0])
        assert [len(each) for each in found] == [6, 1]
        assert [face.score for face in found[0]] == sorted((face.score for face in found[0]), reverse=True)
        assert opened.contract_id.split("/")[1:] == ["128", "rgb-127.5-127.5", "arcface112"]
        assert opened.digests.keys() == {"det_500m.onnx", "mobilefacenet.onnx"}
        assert opened.manifest.non_commercial

        crops = [
            aligned_subject(photo[int(y) - 60 : int(y) + 190, int(x) - 60 : int(x) + 180], opened.detector)
            for x, y in sorted((face.box.x, face.box.y) for face in found[0])
        ]
        vectors = opened.embedder.embed(np.stack([crop for crop in crops if crop is not None]))
        assert vectors.shape == (6, 128)
        assert (vectors @ vectors.T - np.eye(6)).max() < opened.manifest.accept
        alone = np.concatenate([opened.embedder.embed(crop[None]) for crop in crops if crop is not None])
        np.testing.assert_allclose(vectors, alone, atol=1e-5)

    def test_a_strip_of_a_picture_holds_no_face_and_breaks_nothing(self, real: Path, models_home: Home):
        opened = open_models(resolve(str(real), models_home), models_home, Compute("cpu", 1))
        for shape in ((3, 1000, 3), (1000, 3, 3), (1, 1, 3)):
            assert opened.detector.detect([np.zeros(shape, np.uint8)], [20.0]) == [[]]

    def test_a_detector_that_is_none_is_refused(self, real: Path, models_home: Home, tmp_path: Path):
        landmarkless = onnx_graphs.landmarker(192, outputs=6)
        own = fill(tmp_path, {"det_own.onnx": landmarkless, "own.onnx": (real / "mobilefacenet.onnx").read_bytes()})
        with pytest.raises(ModelAltered, match="landmarks"):
            open_models(resolve(str(own), models_home), models_home, Compute("cpu", 1))
