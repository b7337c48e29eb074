import hashlib
import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.config.paths import Home
from faceattend.domain.errors import ModelAltered, ModelMissing
from faceattend.engine import packs
from faceattend.engine.packs import PACKS, Manifest, ModelFile, Preprocessing

MANIFEST = Manifest(
    name="two-files",
    title="Two files",
    licence="MIT",
    non_commercial=False,
    detector_family="yunet",
    detector=ModelFile("detector.onnx", hashlib.sha256(b"detector").hexdigest()),
    embedder=ModelFile("embedder.onnx", hashlib.sha256(b"embedder").hexdigest()),
    preprocessing=Preprocessing(0.0, 1.0),
    accept=0.5,
    unsure=0.4,
)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder "weights" of an installed package "carries_models"."""
    folder = tmp_path / "site" / "carries_models" / "weights"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").write_text("raise RuntimeError('a package is looked into, never imported')")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return folder


@pytest.fixture
def home_models(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / "models"
    (folder / "two-files").mkdir(parents=True)
    return folder


def packaged(manifest: Manifest = MANIFEST) -> Manifest:
    return replace(manifest, package="carries_models", package_folder="weights")


class TestSources:
    def test_a_file_in_the_home_comes_before_one_in_a_package(self, home_models: Path, package: Path):
        for folder in (home_models / "two-files", package):
            (folder / "detector.onnx").write_bytes(b"detector")
        loaded = packs.load(packaged(), MANIFEST.detector, home_models)
        assert loaded.path == home_models / "two-files" / "detector.onnx"

    def test_a_package_gives_what_the_home_does_not_have(self, home_models: Path, package: Path):
        (package / "detector.onnx").write_bytes(b"detector")
        loaded = packs.load(packaged(), MANIFEST.detector, home_models)
        assert loaded.path == package / "detector.onnx"
        assert (loaded.content, loaded.sha256) == (b"detector", MANIFEST.detector.sha256)

    def test_a_folder_of_the_users_own_is_the_only_place(self, home_models: Path, tmp_path: Path):
        (home_models / "two-files" / "detector.onnx").write_bytes(b"detector")
        own = replace(packaged(), folder=tmp_path)
        assert packs.candidates(own, own.detector, home_models) == [tmp_path / "detector.onnx"]
        with pytest.raises(ModelMissing):
            packs.load(own, own.detector, home_models)

    def test_a_package_that_is_not_installed_is_no_error(self, home_models: Path):
        absent = replace(MANIFEST, package="not_installed_anywhere")
        assert packs.candidates(absent, absent.detector, home_models) == [home_models / "two-files" / "detector.onnx"]


class TestTroubles:
    def test_a_missing_file_is_named_with_what_to_do(self, home_models: Path):
        with pytest.raises(ModelMissing, match=r"embedder\.onnx of pack two-files is missing") as missing:
            packs.load(MANIFEST, MANIFEST.embedder, home_models)
        assert missing.value.remedy

    @pytest.mark.parametrize("content", [b"", b"detectoR", b"detector "])
    def test_an_altered_file_is_not_used(self, home_models: Path, content: bytes):
        path = home_models / "two-files" / "detector.onnx"
        path.write_bytes(content)
        with pytest.raises(ModelAltered, match="not the published one") as altered:
            packs.load(MANIFEST, MANIFEST.detector, home_models)
        assert path.name in altered.value.what
        assert str(path) in altered.value.remedy
        assert "fetch the pack again" in altered.value.remedy

    def test_an_altered_file_in_the_home_is_not_passed_over_for_the_packages(self, home_models: Path, package: Path):
        (home_models / "two-files" / "detector.onnx").write_bytes(b"exchanged")
        (package / "detector.onnx").write_bytes(b"detector")
        with pytest.raises(ModelAltered):
            packs.load(packaged(), MANIFEST.detector, home_models)

    def test_a_file_that_cannot_be_read_is_named_with_what_to_do(
        self, home_models: Path, monkeypatch: pytest.MonkeyPatch
    ):
        (home_models / "two-files" / "detector.onnx").write_bytes(b"detector")

        def refuse(self: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(self))

        monkeypatch.setattr(Path, "read_bytes", refuse)  # a mode of 0 does not stop root
        with pytest.raises(ModelMissing, match="cannot be read: Permission denied") as unreadable:
            packs.load(MANIFEST, MANIFEST.detector, home_models)
        assert unreadable.value.remedy

    def test_without_a_published_digest_any_content_is_taken_and_its_digest_told(self, home_models: Path):
        (home_models / "two-files" / "detector.onnx").write_bytes(b"anything")
        loaded = packs.load(MANIFEST, ModelFile("detector.onnx"), home_models)
        assert loaded.sha256 == hashlib.sha256(b"anything").hexdigest()


class TestContract:
    @given(st.data())
    def test_it_is_another_as_soon_as_anything_differs_that_makes_vectors_incomparable(self, data: st.DataObject):
        digests = st.text(string.hexdigits.lower()[:16], min_size=64, max_size=64)
        numbers = st.sampled_from([0.0, 1.0, 127.5, 128.0])
        case = st.tuples(digests, st.sampled_from([128, 512]), numbers, numbers)
        one = data.draw(case)
        other = data.draw(st.one_of(st.just(one), case))
        ids = [
            packs.contract_id(replace(MANIFEST, preprocessing=Preprocessing(mean, std)), digest, dimension)
            for digest, dimension, mean, std in (one, other)
        ]
        assert (ids[0] == ids[1]) == (one == other)

    def test_names_and_thresholds_do_not_matter_to_it(self):
        renamed = replace(MANIFEST, name="other", title="Other", accept=0.9)
        digest = "ab" * 32
        assert packs.contract_id(MANIFEST, digest, 128) == packs.contract_id(renamed, digest, 128)


class TestTheDefaultPack:
    def test_it_is_found_by_its_name(self):
        assert "opencv-zoo" in PACKS.names()
        assert PACKS.get("opencv-zoo")() == packs.opencv_zoo()

    def test_it_says_all_that_the_issue_asks_of_a_manifest(self):
        manifest = packs.opencv_zoo()
        assert manifest.licence == "MIT (YuNet), Apache-2.0 (SFace)"
        assert not manifest.non_commercial
        assert manifest.preprocessing == Preprocessing(0.0, 1.0)
        assert manifest.unsure < manifest.accept
        for file in manifest.model_files:
            assert file.sha256 is not None
            assert len(file.sha256) == 64
            assert file.url is not None
            assert file.url.startswith("https://")

    @pytest.mark.models
    def test_its_files_are_the_published_ones(self, models_home: Home):
        manifest = packs.opencv_zoo()
        for file in manifest.model_files:
            loaded = packs.load(manifest, file, models_home.models)
            assert hashlib.sha256(loaded.content).hexdigest() == file.sha256
