"""Tiny ONNX graphs, made by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Dims = Sequence[int | str | None]


def node(kind: str, inputs: Sequence[str], outputs: Sequence[str], **attributes: object) -> onnx.NodeProto:
    return helper.make_node(kind, inputs, outputs, **attributes)


def model(
    nodes: Sequence[onnx.NodeProto],
    inputs: Mapping[str, Dims],
    outputs: Mapping[str, Dims],
    weights: Mapping[str, NDArray[Any]] | None = None,
    *,
    weights_as_inputs: bool = False,
) -> bytes:
    """A serialised model of float inputs and outputs."""
    constants = [numpy_helper.from_array(np.asarray(value), name) for name, value in (weights or {}).items()]
    sources = [helper.make_tensor_value_info(name, TensorProto.FLOAT, dims) for name, dims in inputs.items()]
    if weights_as_inputs:
        sources += [helper.make_tensor_value_info(each.name, each.data_type, each.dims) for each in constants]
    results = [helper.make_tensor_value_info(name, TensorProto.FLOAT, dims) for name, dims in outputs.items()]
    graph = helper.make_graph(nodes, "tiny", sources, results, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10).SerializeToString()


def recogniser(dimension: int = 4, side: int = 112, batch: Dims = (1,)) -> bytes:
    """A graph that looks like a recogniser: the mean of each channel, times a matrix; a vector per face."""
    return model(
        [
            node("GlobalAveragePool", ["face"], ["pooled"]),
            node("Flatten", ["pooled"], ["flat"]),
            node("MatMul", ["flat", "matrix"], ["vector"]),
        ],
        {"face": [*batch, 3, side, side]},
        {"vector": [*batch, dimension]},
        {"matrix": np.random.default_rng(dimension).normal(size=(3, dimension)).astype(np.float32)},
    )


def landmarker(side: int = 192, outputs: int = 1) -> bytes:
    """A graph of faces that is no recogniser: it takes another size, or gives several outputs."""
    return model(
        [node("GlobalAveragePool", ["face"], [f"points{index}"]) for index in range(outputs)],
        {"face": [1, 3, side, side]},
        {f"points{index}": [1, 3, 1, 1] for index in range(outputs)},
    )
