"""A second copy of OpenCV or ONNX Runtime breaks imports or silently drops the GPU: see pyproject.toml."""

import re
from importlib.metadata import packages_distributions

import pytest


@pytest.mark.parametrize(
    ("module", "family"), [("cv2", r"opencv-.*"), ("onnxruntime", r"onnxruntime(-gpu)?"), ("faiss", r"faiss-.*")]
)
def test_exactly_one_distribution_brings_the_module(module: str, family: str) -> None:
    owners = sorted(set(packages_distributions()[module]))
    assert len(owners) == 1, f"{module} comes from {owners}"
    assert re.fullmatch(family, owners[0])


def test_the_runtime_in_use_is_that_distributions() -> None:
    from importlib.metadata import version

    import onnxruntime

    owner = packages_distributions()["onnxruntime"][0]
    assert onnxruntime.__version__ == version(owner)
