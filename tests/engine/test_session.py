import hashlib
import logging
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from tests.engine import onnx_graphs

from faceattend.domain.errors import ModelError
from faceattend.engine import graph
from faceattend.engine.session import Compute, Session, prepared

CPU = Compute("cpu", 1)
MODEL = onnx_graphs.recogniser()
DIGEST = hashlib.sha256(MODEL).hexdigest()


def cached(cache: Path) -> list[Path]:
    return sorted(cache.iterdir())


@pytest.fixture
def preparations(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with every graph that is really prepared."""
    done: list[int] = []
    prepare = graph.prepare

    def counting(content: bytes, *, free_size: bool) -> bytes:
        done.append(len(content))
        return prepare(content, free_size=free_size)

    monkeypatch.setattr(graph, "prepare", counting)
    return done


class TestCache:
    def test_a_graph_is_prepared_once(self, tmp_path: Path, preparations: list[int]):
        first = prepared(MODEL, DIGEST, tmp_path / "cache", free_size=False)
        second = prepared(MODEL, DIGEST, tmp_path / "cache", free_size=False)
        assert first == second == graph.prepare(MODEL, free_size=False)
        assert len(preparations) == 2  # one of them above
        assert len(cached(tmp_path / "cache")) == 1

    def test_another_file_and_another_use_are_kept_apart(self, tmp_path: Path):
        other = onnx_graphs.recogniser(dimension=7)
        results = {
            prepared(MODEL, DIGEST, tmp_path, free_size=False),
            prepared(MODEL, DIGEST, tmp_path, free_size=True),
            prepared(other, hashlib.sha256(other).hexdigest(), tmp_path, free_size=False),
        }
        assert len(results) == len(cached(tmp_path)) == 3

    def test_a_change_of_the_recipe_prepares_anew(
        self, tmp_path: Path, preparations: list[int], monkeypatch: pytest.MonkeyPatch
    ):
        prepared(MODEL, DIGEST, tmp_path, free_size=False)
        monkeypatch.setattr(graph, "RECIPE", graph.RECIPE + 1)
        prepared(MODEL, DIGEST, tmp_path, free_size=False)
        assert len(preparations) == 2

    @pytest.mark.parametrize("altered", [b"", b"garbage", onnx_graphs.recogniser(dimension=9)])
    def test_an_altered_file_is_replaced_and_not_used(self, tmp_path: Path, altered: bytes):
        right = prepared(MODEL, DIGEST, tmp_path, free_size=False)
        (kept,) = cached(tmp_path)
        kept.write_bytes(altered)
        assert prepared(MODEL, DIGEST, tmp_path, free_size=False) == right
        assert cached(tmp_path) == [kept]
        assert kept.read_bytes() == right

    def test_a_folder_in_the_place_of_the_file_is_passed_over(self, tmp_path: Path, caplog: pytest.LogCaptureFixture):
        right = prepared(MODEL, DIGEST, tmp_path, free_size=False)
        (kept,) = cached(tmp_path)
        kept.unlink()
        kept.mkdir()
        with caplog.at_level(logging.WARNING):
            assert prepared(MODEL, DIGEST, tmp_path, free_size=False) == right
        assert "cannot be used" in caplog.text
        assert [each.name for each in cached(tmp_path)] == [kept.name]  # nothing half-written is left

    def test_a_cache_that_cannot_be_written_only_warns(self, tmp_path: Path, caplog: pytest.LogCaptureFixture):
        (tmp_path / "file").write_text("no folder")
        with caplog.at_level(logging.WARNING):
            ready = prepared(MODEL, DIGEST, tmp_path / "file" / "cache", free_size=False)
        assert ready == graph.prepare(MODEL, free_size=False)
        assert "cannot be kept" in caplog.text

    def test_the_prepared_graph_runs(self, tmp_path: Path):
        session = Session(prepared(MODEL, DIGEST, tmp_path, free_size=False), CPU)
        batch = np.random.default_rng(0).normal(size=(5, 3, 112, 112)).astype(np.float32)
        (vectors,) = session.run(batch).values()
        assert vectors.shape == (5, 4)


class TestSession:
    def test_it_reports_what_the_graph_takes_and_gives(self):
        session = Session(onnx_graphs.landmarker(outputs=2), CPU)
        assert (session.input_name, session.input_shape, session.input_type) == (
            "face",
            [1, 3, 192, 192],
            "tensor(float)",
        )
        assert session.output_names == ["points0", "points1"]

    @pytest.mark.parametrize("asked", ["cpu", "auto", "cuda"])
    def test_it_reports_where_it_really_runs(self, asked: str):
        session = Session(MODEL, Compute(asked, 1))
        truth = session.raw.get_providers()[0]
        assert session.provider == {"CPUExecutionProvider": "cpu", "CUDAExecutionProvider": "cuda"}[truth]
        if asked == "cpu" or "CUDAExecutionProvider" not in onnxruntime.get_available_providers():
            assert session.provider == "cpu"

    @pytest.mark.parametrize("content", [b"", b"no graph", MODEL[:40]])
    def test_what_is_no_graph_is_an_error_with_a_remedy(self, content: bytes):
        with pytest.raises(ModelError) as refused:
            Session(content, CPU)
        assert "Check everything" in refused.value.remedy

    def test_an_input_that_does_not_fit_is_an_error_of_the_model(self):
        with pytest.raises(ModelError, match=r"shape \(1, 3, 96, 96\)"):
            Session(MODEL, CPU).run(np.zeros((1, 3, 96, 96), np.float32))

    @pytest.mark.parametrize("asked", [1, 3])
    def test_the_threads_asked_for_are_the_threads_used(self, asked: int):
        session = Session(MODEL, Compute("cpu", asked))
        assert session.raw.get_session_options().intra_op_num_threads == asked

    def test_without_a_wish_no_more_than_four_threads_are_used(self):
        assert 1 <= Compute().thread_count <= 4
