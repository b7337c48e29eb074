from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from onnx.reference import ReferenceEvaluator
from tests import faces
from tests.engine import onnx_graphs
from tests.engine.onnx_graphs import node

from faceattend.config.paths import Home
from faceattend.domain.errors import ModelAltered
from faceattend.engine import graph, packs
from faceattend.engine.models import Models
from faceattend.engine.session import Compute, Session

ONE = Compute("cpu", 1)


def run(model: bytes, **inputs: NDArray[Any]) -> list[NDArray[Any]]:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return session.run(None, inputs)


def kinds(model: bytes) -> set[str]:
    return {each.op_type for each in onnx.load_from_string(model).graph.node}


@dataclass(frozen=True)
class Quantised:
    values: NDArray[Any]
    scale: NDArray[np.float32]
    zero_point: NDArray[Any] | None
    attributes: dict[str, int]


@st.composite
def quantised_weights(draw: st.DrawFn) -> Quantised:
    shape = tuple(draw(st.lists(st.integers(1, 6), min_size=1, max_size=4)))
    kind = draw(st.sampled_from([np.int8, np.uint8]))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    limits = np.iinfo(kind)
    axis = draw(st.integers(-len(shape), len(shape) - 1))
    attributes: dict[str, int] = {"axis": axis}
    match draw(st.sampled_from(["tensor", "axis", "block"])):
        case "tensor":
            of_scale: tuple[int, ...] = ()
        case "axis":
            of_scale = (shape[axis],)
        case _:
            block = draw(st.integers(1, shape[axis] + 1))
            attributes["block_size"] = block
            of_scale = tuple(-(-side // block) if at == axis % len(shape) else side for at, side in enumerate(shape))
    return Quantised(
        random.integers(limits.min, limits.max, shape, kind, endpoint=True),
        random.uniform(0.001, 3, of_scale).astype(np.float32),
        random.integers(limits.min, limits.max, of_scale, kind, endpoint=True) if draw(st.booleans()) else None,
        attributes,
    )


def adds(weights: Quantised) -> bytes:
    """A graph that adds the dequantised weights to its input."""
    constants: dict[str, NDArray[Any]] = {"quantised": weights.values, "scale": weights.scale}
    if weights.zero_point is not None:
        constants["zero"] = weights.zero_point
    return onnx_graphs.model(
        [
            node("DequantizeLinear", list(constants), ["weights"], **weights.attributes),
            node("Add", ["x", "weights"], ["y"]),
        ],
        {"x": weights.values.shape},
        {"y": weights.values.shape},
        constants,
    )


class TestQuantisedWeights:
    @given(weights=quantised_weights())
    def test_folded_weights_are_those_that_the_standard_computes(self, weights: Quantised):
        model = adds(weights)
        prepared = graph.prepare(model, free_size=False)
        x = np.zeros(weights.values.shape, dtype=np.float32)
        (expected,) = ReferenceEvaluator(onnx.load_from_string(model)).run(None, {"x": x})
        (folded,) = run(prepared, x=x)
        assert kinds(prepared) == {"Add"}
        np.testing.assert_allclose(folded, expected, rtol=1e-6)

    def test_half_precision_weights_stay_half_precision(self):
        model = onnx_graphs.model(
            [
                node("DequantizeLinear", ["quantised", "scale"], ["half"]),
                node("Cast", ["half"], ["weights"], to=onnx.TensorProto.FLOAT),
                node("Add", ["x", "weights"], ["y"]),
            ],
            {"x": [1, 3]},
            {"y": [1, 3]},
            {"quantised": np.array([-3, 0, 7], np.int8), "scale": np.float16(0.5)},
        )
        x = np.zeros((1, 3), np.float32)
        (folded,) = run(graph.prepare(model, free_size=False), x=x)
        np.testing.assert_array_equal(folded, [[-1.5, 0, 3.5]])

    def test_what_is_quantised_at_run_time_is_left_alone(self):
        model = onnx_graphs.model(
            [
                node("QuantizeLinear", ["x", "scale", "zero"], ["quantised"]),
                node("DequantizeLinear", ["quantised", "scale", "zero"], ["y"]),
            ],
            {"x": [1, 2]},
            {"y": [1, 2]},
            {"scale": np.float32(0.25), "zero": np.uint8(3)},
        )
        prepared = graph.prepare(model, free_size=False)
        (y,) = run(prepared, x=np.array([[0.3, 1.1]], np.float32))
        np.testing.assert_array_equal(y, [[0.25, 1.0]])


class TestPrelu:
    @given(channels=st.integers(2, 5), leading=st.sampled_from([(), (1,)]), seed=st.integers(0, 2**32 - 1))
    def test_written_as_convolutions_it_computes_the_same(self, channels: int, leading: tuple[int, ...], seed: int):
        random = np.random.default_rng(seed)
        shape = (*leading, channels, 1, 1)
        slope = random.uniform(-1, 2, shape).astype(np.float32)
        model = onnx_graphs.model(
            [node("PRelu", ["x", "slope"], ["y"])],
            {"x": [1, channels, 4, 3]},
            {"y": [1, channels, 4, 3]},
            {"slope": slope},
        )
        prepared = graph.prepare(model, free_size=True)
        x = random.normal(size=(2, channels, 5, 6)).astype(np.float32)
        (y,) = run(prepared, x=x)
        assert "PRelu" not in kinds(prepared)
        np.testing.assert_allclose(y, np.where(x < 0, x * slope, x), atol=1e-6)

    @pytest.mark.parametrize("shape", [(1, 1, 1), (1,), (1, 1, 1, 1)])
    def test_a_slope_that_all_channels_share_is_kept(self, shape: tuple[int, ...]):
        model = onnx_graphs.model(
            [node("PRelu", ["x", "slope"], ["y"])],
            {"x": [1, 3, 2, 2]},
            {"y": [1, 3, 2, 2]},
            {"slope": np.full(shape, 0.25, np.float32)},
        )
        x = np.linspace(-2, 2, 12, dtype=np.float32).reshape(1, 3, 2, 2)
        (y,) = run(graph.prepare(model, free_size=False), x=x)
        np.testing.assert_allclose(y, np.where(x < 0, x / 4, x))

    def test_a_slope_per_pixel_is_kept(self):
        slope = np.random.default_rng(0).uniform(size=(2, 2, 2)).astype(np.float32)
        model = onnx_graphs.model(
            [node("PRelu", ["x", "slope"], ["y"])], {"x": [1, 2, 2, 2]}, {"y": [1, 2, 2, 2]}, {"slope": slope}
        )
        x = -np.ones((1, 2, 2, 2), np.float32)
        (y,) = run(graph.prepare(model, free_size=False), x=x)
        np.testing.assert_allclose(y, x * slope)


class TestInputs:
    def test_weights_listed_as_inputs_and_inputs_that_nobody_reads_are_dropped(self):
        model = onnx_graphs.model(
            [node("Add", ["x", "w"], ["y"])],
            {"x": [1, 2], "unread": [7]},
            {"y": [1, 2]},
            {"w": np.ones(2, np.float32)},
            weights_as_inputs=True,
        )
        for cleaned in (graph.prepare(model, free_size=False), graph.without_dead_inputs(model)):
            assert [each.name for each in onnx.load_from_string(cleaned).graph.input] == ["x"]
            (y,) = run(cleaned, x=np.zeros((1, 2), np.float32))
            np.testing.assert_array_equal(y, [[1, 1]])

    def test_weights_read_within_a_branch_survive(self):
        branches = {
            name: onnx.helper.make_graph(
                [node("Add", ["x", weight], [f"{name}-out"])],
                name,
                [],
                [onnx.helper.make_tensor_value_info(f"{name}-out", onnx.TensorProto.FLOAT, None)],
            )
            for name, weight in (("then_branch", "one"), ("else_branch", "two"))
        }
        model = onnx_graphs.model(
            [
                node("ReduceSum", ["x"], ["sum"], keepdims=0),
                node("Greater", ["sum", "nothing"], ["positive"]),
                node("If", ["positive"], ["y"], **branches),
            ],
            {"x": [1, 2]},
            {"y": [1, 2]},
            {"one": np.float32(1), "two": np.float32(2), "nothing": np.float32(0)},
        )
        prepared = graph.prepare(model, free_size=False)
        for x, expected in (([[1, 1]], [[2, 2]]), ([[-1, -1]], [[1, 1]])):
            (y,) = run(prepared, x=np.array(x, np.float32))
            np.testing.assert_array_equal(y, expected)

    def test_a_fixed_batch_and_size_become_free(self):
        model = onnx_graphs.model(
            [
                node("GlobalAveragePool", ["x"], ["pooled"]),
                node("Reshape", ["pooled", "flat"], ["row"]),
                node("Reshape", ["row", "same"], ["y"]),
            ],
            {"x": [1, 3, 8, 8]},
            {"y": [1, 3]},
            {"flat": np.array([1, -1]), "same": np.array([1, 3])},
        )
        x = np.random.default_rng(0).normal(size=(4, 3, 5, 9)).astype(np.float32)
        (y,) = run(graph.prepare(model, free_size=True), x=x)
        np.testing.assert_allclose(y, x.mean(axis=(2, 3)), atol=1e-6)

    def test_a_reshape_of_weights_is_left_alone(self):
        model = onnx_graphs.model(
            [node("Reshape", ["w", "shape"], ["row"]), node("Mul", ["x", "row"], ["y"])],
            {"x": [1, 2]},
            {"y": [1, 2]},
            {"w": np.array([[3], [4]], np.float32), "shape": np.array([1, 2])},
        )
        (y,) = run(graph.prepare(model, free_size=False), x=np.ones((3, 2), np.float32))
        np.testing.assert_array_equal(y, [[3, 4]] * 3)


class TestGarbage:
    @given(st.binary(max_size=300))
    def test_bytes_that_are_no_model_are_refused(self, data: bytes):
        with pytest.raises(ModelAltered):
            graph.prepare(data, free_size=True)

    @pytest.mark.parametrize(
        "model",
        [
            onnx_graphs.model([], {"x": [1, 3, 8, 8]}, {}),
            onnx_graphs.model(
                [node("Neg", ["w"], ["y"])], {}, {"y": [2]}, {"w": np.ones(2, np.float32)}, weights_as_inputs=True
            ),
            onnx_graphs.model([node("Neg", ["x"], ["y"])], {"x": []}, {"y": []}),
            onnx_graphs.model([node("Neg", ["x"], ["y"])], {"x": [1, 3]}, {"y": [1, 3]}),
        ],
        ids=["no node", "only weights", "a single number", "no picture"],
    )
    def test_a_graph_that_takes_no_picture_is_refused(self, model: bytes):
        with pytest.raises(ModelAltered) as refused:
            graph.prepare(model, free_size=True)
        assert refused.value.remedy

    @pytest.mark.models
    @pytest.mark.parametrize("part", [0.001, 0.3, 0.9])
    def test_a_file_that_was_cut_off_is_refused(self, models_home: Home, part: float):
        whole = packs.load(packs.opencv_zoo(), packs.opencv_zoo().detector, models_home.models).content
        with pytest.raises(ModelAltered):
            graph.prepare(whole[: int(len(whole) * part)], free_size=True)


@pytest.fixture
def originals(models_home: Home) -> tuple[bytes, bytes]:
    """Detector and embedder as published, but for what no runtime accepts: dead inputs, blocks of a single scale."""
    manifest = packs.opencv_zoo()
    detector, embedder = (packs.load(manifest, file, models_home.models) for file in manifest.model_files)
    return acceptable(detector.content), acceptable(embedder.content)


def acceptable(model: bytes) -> bytes:
    cleaned = onnx.load_from_string(graph.without_dead_inputs(model))
    scalars = {tensor.name for tensor in cleaned.graph.initializer if list(tensor.dims) == [1]}
    for each in cleaned.graph.node:
        if each.op_type == "DequantizeLinear" and each.input[1] in scalars:
            kept = [attribute for attribute in each.attribute if attribute.name != "block_size"]
            del each.attribute[:]
            each.attribute.extend(kept)
    return cleaned.SerializeToString()


@pytest.mark.models
class TestTheDefaultPack:
    def test_yunet_is_as_published(self, originals: tuple[bytes, bytes]):
        photo = np.ascontiguousarray(faces.six_people()[:640, :640].transpose(2, 0, 1)[None], dtype=np.float32)
        expected = Session(originals[0], ONE).run(photo)
        prepared = graph.prepare(originals[0], free_size=True)
        got = Session(prepared, ONE).run(photo)
        assert not kinds(prepared) & {"DequantizeLinear", "PRelu"}
        assert got.keys() == expected.keys()
        for name, values in expected.items():
            np.testing.assert_allclose(got[name], values, atol=1e-4, err_msg=name)

    def test_sface_is_as_published(self, originals: tuple[bytes, bytes]):
        batch = np.random.default_rng(0).integers(0, 256, (1, 3, 112, 112)).astype(np.float32)
        (expected,) = Session(originals[1], ONE).run(batch).values()
        prepared = graph.prepare(originals[1], free_size=False)
        (got,) = Session(prepared, ONE).run(batch).values()
        assert not kinds(prepared) & {"DequantizeLinear", "PRelu"}
        np.testing.assert_allclose(got / np.linalg.norm(got), expected / np.linalg.norm(expected), atol=1e-5)

    def test_a_batch_of_three_gives_what_the_three_give_alone(self, models: Models):
        random = np.random.default_rng(1)
        batch = random.integers(0, 256, (3, 112, 112, 3), np.uint8)
        alone = np.concatenate([models.embedder.embed(each[None]) for each in batch])
        np.testing.assert_allclose(models.embedder.embed(batch), alone, atol=1e-5)

    def test_yunet_finds_what_opencv_finds(self, models: Models, models_home: Home):
        path = packs.load(models.manifest, models.manifest.detector, models_home.models).path
        for photo in (faces.six_people(), faces.astronaut(), faces.six_people()[100:741, 200:901]):
            opencv = cv2.FaceDetectorYN.create(str(path), "", (photo.shape[1], photo.shape[0]), 0.6, 0.3)
            expected = opencv.detect(photo)[1]
            found = models.detector.detect([photo], [1.0])[0]
            assert len(found) == len(expected)
            for face, row in zip(found, expected, strict=True):
                box = face.box
                np.testing.assert_allclose([box.x, box.y, box.width, box.height], row[:4], rtol=1e-6, atol=1e-4)
                np.testing.assert_allclose(face.landmarks.ravel(), row[4:14], rtol=1e-6, atol=1e-4)
                assert face.score == pytest.approx(row[14], abs=1e-5)
