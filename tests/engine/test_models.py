import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests import faces
from tests.engine import onnx_graphs

from faceattend.config.paths import Home
from faceattend.domain.errors import LicenceNotAccepted, ModelAltered, ModelError, ModelMissing
from faceattend.engine import packs
from faceattend.engine.models import Models, open_models, resolve
from faceattend.engine.packs import ModelFile
from faceattend.engine.session import Compute

CPU = Compute("cpu", 1)


class TestResolve:
    def test_a_pack_is_found_by_its_name(self, tmp_path: Path):
        assert resolve("opencv-zoo", Home(tmp_path)) == packs.opencv_zoo()

    def test_a_folder_is_found_by_its_path(self, tmp_path: Path):
        (tmp_path / "det_x.onnx").write_bytes(b"detector")
        (tmp_path / "arcface.onnx").write_bytes(onnx_graphs.recogniser(512))
        assert resolve(str(tmp_path), Home(tmp_path / "home")).folder == tmp_path

    def test_a_pack_of_insightface_waits_for_its_licence(self, tmp_path: Path):
        with pytest.raises(LicenceNotAccepted) as refused:
            resolve("buffalo_l", Home(tmp_path))
        assert "shows the licence and asks" in refused.value.remedy
        assert list(tmp_path.iterdir()) == []

    def test_nothing_by_that_name_is_an_error_that_names_the_known_packs(self, tmp_path: Path):
        with pytest.raises(ModelMissing, match="'nonesuch'") as missing:
            resolve("nonesuch", Home(tmp_path))
        assert "opencv-zoo" in missing.value.remedy


@pytest.mark.models
class TestOpening:
    def test_it_tells_what_is_in_use(self, models: Models):
        manifest = packs.opencv_zoo()
        assert models.provider == "cpu"
        assert models.digests == {file.name: file.sha256 for file in manifest.model_files}
        assert models.contract_id == packs.contract_id(manifest, manifest.embedder.sha256 or "", 128)
        assert models.embedder.dimension == 128

    def test_vectors_are_of_unit_length_and_none_give_none(self, models: Models):
        noise = np.random.default_rng(0).integers(0, 256, (19, 112, 112, 3), np.uint8)  # more than a batch
        vectors = models.embedder.embed(noise)
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
        assert models.embedder.embed(noise[:0]).shape == (0, 128)

    def test_a_black_crop_gives_a_vector_too(self, models: Models):
        assert np.isfinite(models.embedder.embed(np.zeros((1, 112, 112, 3), np.uint8))).all()

    def test_pictures_of_all_sizes_are_searched_together(self, models: Models):
        pictures = [faces.six_people(), faces.astronaut(), faces.astronaut()[:300, :301], faces.tom_hanks()]
        smallest = [40.0, 60.0, 20.0, 20.0]
        together = models.detector.detect(pictures, smallest)
        alone = [models.detector.detect([each], [side])[0] for each, side in zip(pictures, smallest, strict=True)]
        assert [len(each) for each in together] == [6, 1, 1, 1]
        for found, expected in zip(together, alone, strict=True):
            for face, other in zip(found, expected, strict=True):
                np.testing.assert_allclose(face.landmarks, other.landmarks, atol=1e-3)

    def test_no_picture_gives_no_answer(self, models: Models):
        assert models.detector.detect([], []) == []
        assert models.detector.refine([]) == []

    @pytest.mark.parametrize("shape", [(1, 1, 3), (3, 2000, 3), (2000, 3, 3), (31, 33, 3)])
    def test_odd_pictures_break_nothing(self, models: Models, shape: tuple[int, int, int]):
        assert models.detector.detect([np.zeros(shape, np.uint8)], [20.0]) == [[]]

    def test_a_smaller_working_size_finds_the_same_faces_in_the_same_places(self, models: Models):
        full, reduced = models.detector.detect([faces.six_people()] * 2, [20.0, 70.0])
        assert len(full) == len(reduced) == 6
        for face in full:
            assert max(face.box.iou(other.box) for other in reduced) > 0.7


class TestOtherFiles:
    def home_with(self, tmp_path: Path, embedder: bytes) -> tuple[packs.Manifest, Home]:
        """The default detector beside a recogniser that is not what it should be."""
        home = Home(tmp_path)
        (home.models / "odd").mkdir(parents=True)
        (home.models / "odd" / "odd.onnx").write_bytes(embedder)
        odd = ModelFile("odd.onnx", hashlib.sha256(embedder).hexdigest())
        return replace(packs.opencv_zoo(), name="odd", embedder=odd), home

    @pytest.mark.models
    @pytest.mark.parametrize(
        ("embedder", "expected"),
        [
            (b"no graph", ModelAltered),
            (onnx_graphs.landmarker(112, outputs=2), ModelAltered),
            (onnx_graphs.recogniser(128, side=96), ModelError),
        ],
        ids=["garbage", "two outputs", "another size"],
    )
    def test_a_recogniser_that_is_none_is_an_error_of_the_pack(
        self, tmp_path: Path, embedder: bytes, expected: type[ModelError]
    ):
        with pytest.raises(expected) as refused:
            open_models(*self.home_with(tmp_path, embedder), CPU)
        assert refused.value.remedy

    @pytest.mark.models
    def test_an_unknown_family_of_detectors_is_refused(self, models_home: Home):
        with pytest.raises(ModelAltered, match="'retina'"):
            open_models(replace(packs.opencv_zoo(), detector_family="retina"), models_home, CPU)
