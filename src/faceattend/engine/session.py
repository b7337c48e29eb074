"""Running a prepared graph: where (CPU or GPU), with how many threads, and the truth about both."""

import contextlib
import hashlib
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from faceattend.config.lazy import lazy
from faceattend.domain.errors import ModelError
from faceattend.domain.said import said
from faceattend.engine import graph

if TYPE_CHECKING:
    import onnxruntime as _onnxruntime
else:
    _onnxruntime = lazy("onnxruntime")

_log = logging.getLogger(__name__)
_ort: Any = _onnxruntime
_CUDA, _CPU = "CUDAExecutionProvider", "CPUExecutionProvider"
PROVIDER_NAMES = {_CUDA: "cuda", _CPU: "cpu"}
_MOST_AT_ONCE = {"cuda": 16}
"""Batches pay on a GPU only (ENGINE.md). On a CPU they are run one by one: the runtime keeps the memory of the largest
batch it ever met, and a crowd at the door would take hundreds of megabytes for good."""

_CHECK = said("Models", "Settings, About this station, Check everything looks at the pack and the runtime.")
_MOST_THREADS = 4  # beyond this the small networks used here gain nothing


@dataclass(frozen=True, slots=True)
class Compute:
    """What to run models on.

    Attributes:
        provider: "auto" (CUDA where present), "cpu" or "cuda".
        threads: for one model run on the CPU; 0 takes half of the machine's cores, four at most: the other half
            decodes video and paints, and a model run that must wait for a busy core is slower than on one thread.
    """

    provider: str = "auto"
    threads: int = 0

    @property
    def thread_count(self) -> int:
        """The number of threads that ``threads`` stands for."""
        return self.threads or max(1, min((os.cpu_count() or 1) // 2, _MOST_THREADS))


class Session:
    """One graph, ready to run.

    Attributes:
        provider: where it really runs, "cuda" or "cpu", as the runtime says after loading.
        input_name: of the graph's only input.
        input_shape: as the graph states it; names and None stand for free dimensions.
        input_type: "tensor(float)", for instance.
        output_names: in the graph's order.
    """

    def __init__(self, model: bytes, compute: Compute) -> None:
        self.raw: Any = _open(model, compute)
        first: str = self.raw.get_providers()[0]
        self.provider = PROVIDER_NAMES.get(first, first)
        self._most = _MOST_AT_ONCE.get(self.provider, 1)
        source = self.raw.get_inputs()[0]
        self.input_name: str = source.name
        self.input_shape: list[int | str | None] = source.shape
        self.input_type: str = source.type
        self.output_names: list[str] = [each.name for each in self.raw.get_outputs()]

    def run(self, batch: NDArray[Any]) -> Mapping[str, NDArray[np.float32]]:
        """Run the graph on a batch of at least one, a piece at a time, and return its outputs by name.

        Raises:
            ModelError: the graph cannot take this input, or the device failed.
        """
        pieces = [self._run(batch[start : start + self._most]) for start in range(0, len(batch), self._most)]
        if len(pieces) == 1:
            return pieces[0]
        return {name: np.concatenate([piece[name] for piece in pieces]) for name in self.output_names}

    def _run(self, batch: NDArray[Any]) -> Mapping[str, NDArray[np.float32]]:
        try:
            outputs = self.raw.run(None, {self.input_name: batch})
        except Exception as error:  # the runtime raises families of its own
            raise ModelError(
                said("Models", "A model cannot be run on an input of shape {shape}: {error}.").format(
                    shape=batch.shape, error=str(error)
                ),
                means=said("Models", "No face can be recognised with it; nothing was changed."),
                remedy=_CHECK,
            ) from error
        return dict(zip(self.output_names, outputs, strict=True))


def _open(model: bytes, compute: Compute) -> Any:  # noqa: ANN401 - onnxruntime ships no types
    options = _ort.SessionOptions()
    options.graph_optimization_level = _ort.GraphOptimizationLevel.ORT_ENABLE_ALL  # less is 3x slower on YuNet
    options.intra_op_num_threads = compute.thread_count
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return _ort.InferenceSession(model, options, providers=_providers(compute))
    except Exception as error:  # the runtime raises families of its own
        raise ModelError(
            said("Models", "ONNX Runtime cannot load a model: {error}.").format(error=str(error)),
            means=said("Models", "No face can be recognised; nothing was changed."),
            remedy=_CHECK,
        ) from error


def _providers(compute: Compute) -> list[str]:
    if compute.provider == "cpu" or _CUDA not in _ort.get_available_providers():
        return [_CPU]
    _ort.preload_dlls()  # CUDA libraries that came as wheels are not on the loader's path
    return [_CUDA, _CPU]


def cuda_is_expected(asked: str) -> bool:
    """Whether models should run on CUDA: it was asked for, or left open while a runtime that offers it is installed."""
    return asked == "cuda" or (asked == "auto" and _CUDA in _ort.get_available_providers())


def prepared(content: bytes, sha256: str, cache: Path, *, free_size: bool) -> bytes:
    """Return the prepared graph of a model file, from the cache where it is there and whole.

    Args:
        content: the model file.
        sha256: its digest, hexadecimal.
        cache: folder; made when absent. A cache that cannot be written only costs the time to prepare again.
        free_size: see :func:`faceattend.engine.graph.prepare`.
    """
    stem = f"{sha256[:16]}-{graph.RECIPE}-{'free' if free_size else 'fixed'}"
    for path in cache.glob(f"{stem}-*.onnx"):
        kept = _intact(path, stem)
        if kept is not None:
            return kept
    ready = graph.prepare(content, free_size=free_size)
    partial = cache / f"{stem}.{os.getpid()}.part"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(ready)
        partial.replace(cache / _name(stem, ready))
    except OSError as error:
        _log.warning("the prepared graph cannot be kept in %s: %s", cache, error)
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return ready


def _intact(path: Path, stem: str) -> bytes | None:
    """Return a cached graph if its digest is the one its name states, else None; a damaged one is removed."""
    try:
        kept = path.read_bytes()
        if _name(stem, kept) == path.name:
            return kept
        path.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("the prepared graph %s cannot be used: %s", path, error)
    return None


def _name(stem: str, ready: bytes) -> str:
    return f"{stem}-{hashlib.sha256(ready).hexdigest()[:32]}.onnx"
