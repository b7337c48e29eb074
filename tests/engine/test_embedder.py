import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.engine import onnx_graphs
from tests.engine.onnx_graphs import node

from faceattend.domain.errors import ModelAltered, ModelError
from faceattend.engine import graph
from faceattend.engine.embedder import FaceEmbedder
from faceattend.engine.packs import Preprocessing
from faceattend.engine.session import Compute, Session

CPU = Compute("cpu", 1)
MATRIX = np.random.default_rng(4).normal(size=(3, 4)).astype(np.float32)
"""What onnx_graphs.recogniser(4) multiplies the channels' means by."""


def an_embedder(model: bytes, rule: Preprocessing) -> FaceEmbedder:
    return FaceEmbedder(Session(graph.prepare(model, free_size=False), CPU), rule)


def by_hand(faces: NDArray[np.uint8], rule: Preprocessing) -> NDArray[np.float64]:
    rgb_means = faces[..., ::-1].astype(np.float64).mean(axis=(1, 2))
    vectors = ((rgb_means - rule.mean) / rule.std) @ MATRIX
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def plain(*colours: tuple[int, int, int]) -> NDArray[np.uint8]:
    return np.stack([np.full((112, 112, 3), colour, np.uint8) for colour in colours])


@pytest.mark.parametrize(
    "rule", [Preprocessing(0, 1), Preprocessing(127.5, 127.5), Preprocessing(127.5, 128), Preprocessing(100, 50)]
)
def test_a_face_is_given_as_rgb_with_the_stated_mean_and_scale(rule: Preprocessing):
    faces = plain((10, 120, 250), (250, 120, 10), (1, 2, 3), (90, 91, 92))
    embedder = an_embedder(onnx_graphs.recogniser(4), rule)
    np.testing.assert_allclose(embedder.embed(faces), by_hand(faces, rule), atol=1e-3)


@given(st.integers(0, 40))
def test_however_many_there_are_each_face_gets_the_vector_it_gets_alone(count: int):
    embedder = an_embedder(onnx_graphs.recogniser(4), Preprocessing(127.5, 127.5))
    faces = np.random.default_rng(count).integers(0, 256, (count, 112, 112, 3), np.uint8)
    together = embedder.embed(faces)
    assert together.shape == (count, 4)
    assert together.dtype == np.float32
    for face, vector in zip(faces, together, strict=True):
        np.testing.assert_allclose(embedder.embed(face[None])[0], vector, atol=1e-5)


def test_a_graph_that_takes_bytes_is_given_bytes():
    """Such a graph does its preprocessing itself (InsightFace's "embedded")."""
    model = onnx.load_from_string(onnx_graphs.recogniser(4))
    model.graph.input[0].type.tensor_type.elem_type = onnx.TensorProto.UINT8
    model.graph.input[0].name = "bytes"
    model.graph.node.insert(0, node("Cast", ["bytes"], ["face"], to=onnx.TensorProto.FLOAT))
    faces = plain((10, 120, 250), (90, 91, 92))
    embedder = an_embedder(model.SerializeToString(), Preprocessing(0, 1))
    np.testing.assert_allclose(embedder.embed(faces), by_hand(faces, Preprocessing(0, 1)), atol=1e-4)


def test_a_vector_of_nothing_stays_nothing():
    embedder = an_embedder(onnx_graphs.recogniser(4), Preprocessing(0, 1))
    np.testing.assert_array_equal(embedder.embed(plain((0, 0, 0))), np.zeros((1, 4)))


def test_it_tells_dimension_and_provider():
    embedder = an_embedder(onnx_graphs.recogniser(7), Preprocessing(0, 1))
    assert (embedder.dimension, embedder.provider) == (7, "cpu")


def test_a_graph_of_several_outputs_or_of_other_faces_is_refused():
    with pytest.raises(ModelAltered, match="2 outputs"):
        an_embedder(onnx_graphs.landmarker(112, outputs=2), Preprocessing(0, 1))
    with pytest.raises(ModelError):
        an_embedder(onnx_graphs.recogniser(4, side=96), Preprocessing(0, 1))
