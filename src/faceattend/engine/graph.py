"""Makes a published ONNX graph fit for fast, batched running. Exact: the outputs stay the same to rounding.

What is mended was found by running the published files (docs/adr/0003-prepared-graphs.md): SFace lists weights as
inputs that no node reads; block-quantised weights keep the optimiser from working; fixed batch and picture sizes
forbid batches and small pictures; PReLU has no kernel in ONNX Runtime's blocked layout.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from faceattend.config.lazy import lazy
from faceattend.domain.errors import ModelAltered
from faceattend.domain.said import said

if TYPE_CHECKING:
    import onnx
    from onnx import helper, numpy_helper
else:
    onnx, helper, numpy_helper = lazy("onnx"), lazy("onnx.helper"), lazy("onnx.numpy_helper")

RECIPE = 1
"""Counts the changes to this module that alter its output; part of the cache's file names."""

Weights = dict[str, NDArray[Any]]


def prepare(model_bytes: bytes, *, free_size: bool) -> bytes:
    """Return the graph with clean inputs, float weights, dynamic batch and blocked-layout activations.

    Args:
        model_bytes: a serialised ONNX model.
        free_size: also let the height and width of the picture vary (for detectors).

    Raises:
        ModelAltered: the bytes are no ONNX model of pictures.
    """
    model = _parsed(model_bytes)
    graph = model.graph
    _drop_dead_inputs(graph)
    if not graph.input or len(graph.input[0].type.tensor_type.shape.dim) < (4 if free_size else 1):
        raise ModelAltered(said("Models", "A model file takes no pictures."), remedy=said("Models", "Fetch it again."))
    _fold_quantised_weights(graph)
    _free_shapes(graph, free_size=free_size)
    _rewrite_prelu(graph)
    _drop_unused_weights(graph)
    return model.SerializeToString()


def without_dead_inputs(model_bytes: bytes) -> bytes:
    """Return the graph as it is but for inputs that no node reads, for runtimes that refuse these.

    Raises:
        ModelAltered: the bytes are no ONNX model.
    """
    model = _parsed(model_bytes)
    _drop_dead_inputs(model.graph)
    return model.SerializeToString()


def _parsed(model_bytes: bytes) -> "onnx.ModelProto":
    try:
        model = onnx.load_from_string(model_bytes)
    except Exception as error:  # protobuf raises a family of its own
        raise ModelAltered(
            said("Models", "A model file is no ONNX graph."), remedy=said("Models", "Fetch it again.")
        ) from error
    if not model.graph.node or not model.graph.input:
        raise ModelAltered(
            said("Models", "A model file holds an empty graph."), remedy=said("Models", "Fetch it again.")
        )
    return model


def _drop_dead_inputs(graph: "onnx.GraphProto") -> None:
    """Keep only inputs that are data: weights listed as inputs are not, nor is what no node reads."""
    read = _names_read(graph)
    weights = {tensor.name for tensor in graph.initializer}
    kept = [each for each in graph.input if each.name in read and each.name not in weights]
    del graph.input[:]
    graph.input.extend(kept)


def _fold_quantised_weights(graph: "onnx.GraphProto") -> None:
    """Replace every DequantizeLinear of constants by the float weights it computes."""
    tensors: Weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    kept: list[onnx.NodeProto] = []
    for node in graph.node:
        if node.op_type == "DequantizeLinear" and all(name in tensors for name in node.input):
            folded = _dequantised(node, [tensors[name] for name in node.input])
            graph.initializer.append(numpy_helper.from_array(folded, node.output[0]))
        else:
            kept.append(node)
    _set_nodes(graph, kept)


def _dequantised(node: "onnx.NodeProto", inputs: list[NDArray[Any]]) -> NDArray[Any]:
    """Compute ``(quantised - zero_point) * scale``, the scale per tensor, per axis or per block (ONNX operator 21)."""
    attributes = {each.name: helper.get_attribute_value(each) for each in node.attribute}
    quantised = inputs[0].astype(np.float32)
    axis = int(attributes.get("axis", 1)) % max(quantised.ndim, 1)
    block = int(attributes.get("block_size", 0))
    scale, *rest = (_spread(each.astype(np.float32), quantised.shape, axis, block) for each in inputs[1:])
    shift = rest[0] if rest else np.float32(0)
    return ((quantised - shift) * scale).astype(inputs[1].dtype)


def _spread(values: NDArray[np.float32], shape: tuple[int, ...], axis: int, block: int) -> NDArray[np.float32]:
    """Bring scales or zero points into a form that broadcasts over the quantised tensor."""
    if values.size == 1:
        return values.reshape(())
    if values.ndim == 1 and len(shape) > 1:
        return values.reshape([-1 if index == axis else 1 for index in range(len(shape))])
    if values.shape == shape:
        return values
    return np.repeat(values, block, axis=axis).take(np.arange(shape[axis]), axis=axis)


def _free_shapes(graph: "onnx.GraphProto", *, free_size: bool) -> None:
    """Name the batch dimension instead of fixing it, in inputs, outputs and constant reshapes."""
    data = graph.input[0]
    dims = data.type.tensor_type.shape.dim
    dims[0].dim_param = "batch"
    if free_size:
        dims[2].dim_param, dims[3].dim_param = "height", "width"
    for output in graph.output:
        output.type.tensor_type.ClearField("shape")
    del graph.value_info[:]
    activations = {name for node in graph.node if data.name in node.input for name in node.output} | {data.name}
    tensors = {tensor.name: tensor for tensor in graph.initializer}
    for node in graph.node:  # nodes come in topological order
        if activations.intersection(node.input):
            activations.update(node.output)
        if node.op_type == "Reshape" and node.input[0] in activations and node.input[1] in tensors:
            _free_reshape(tensors[node.input[1]])


def _free_reshape(tensor: "onnx.TensorProto") -> None:
    """Turn a leading 1 (the fixed batch) into 0 ("as it comes"), or into -1 where nothing else is free."""
    shape = numpy_helper.to_array(tensor).copy()
    if shape.ndim == 1 and shape.size > 1 and shape[0] == 1:
        shape[0] = 0 if -1 in shape else -1
        tensor.CopyFrom(numpy_helper.from_array(shape, tensor.name))


def _rewrite_prelu(graph: "onnx.GraphProto") -> None:
    """Write PReLU(x) as ``a * x + (1 - a) * relu(x)`` with two depthwise 1x1 convolutions.

    ONNX Runtime then keeps the whole network in its blocked layout: SFace runs 2.6 times faster, and its vectors
    differ by 2e-6 at most (ENGINE.md).
    """
    tensors: Weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        slope = tensors.get(node.input[1]) if node.op_type == "PRelu" else None
        if slope is None or not _is_per_channel(slope):
            nodes.append(node)
        else:
            nodes.extend(_prelu_as_convolutions(graph, node, slope.reshape(-1, 1, 1, 1)))
    _set_nodes(graph, nodes)


def _is_per_channel(slope: NDArray[Any]) -> bool:
    """Tell slopes of shape (C, 1, 1) or (1, C, 1, 1) from one slope that all channels share, whose C is 1."""
    return slope.dtype == np.float32 and slope.ndim in {3, 4} and slope.size == slope.shape[-3] > 1


def _prelu_as_convolutions(
    graph: "onnx.GraphProto", node: "onnx.NodeProto", slope: NDArray[np.float32]
) -> "list[onnx.NodeProto]":
    source, name = node.input[0], node.output[0]
    graph.initializer.append(numpy_helper.from_array(slope, f"{name}/slope"))
    graph.initializer.append(numpy_helper.from_array(1 - slope, f"{name}/rest"))
    convolution: dict[str, Any] = {"kernel_shape": [1, 1], "group": slope.shape[0]}
    return [
        helper.make_node("Relu", [source], [f"{name}/relu"]),
        helper.make_node("Conv", [source, f"{name}/slope"], [f"{name}/linear"], **convolution),
        helper.make_node("Conv", [f"{name}/relu", f"{name}/rest"], [f"{name}/positive"], **convolution),
        helper.make_node("Add", [f"{name}/linear", f"{name}/positive"], [name]),
    ]


def _drop_unused_weights(graph: "onnx.GraphProto") -> None:
    read = _names_read(graph) | {output.name for output in graph.output}
    kept = [tensor for tensor in graph.initializer if tensor.name in read]
    del graph.initializer[:]
    graph.initializer.extend(kept)


def _names_read(graph: "onnx.GraphProto") -> set[str]:
    """Return the names of all values that nodes read, also within the branches and loops of the graph."""
    inner = (each.g for node in graph.node for each in node.attribute if each.type == onnx.AttributeProto.GRAPH)
    return {name for node in graph.node for name in node.input}.union(*map(_names_read, inner))


def _set_nodes(graph: "onnx.GraphProto", nodes: "list[onnx.NodeProto]") -> None:
    del graph.node[:]
    graph.node.extend(nodes)
