"""Libraries that take long to load, left until something of them is used: the window must be up before.

A module that would import one at its top writes instead::

    if TYPE_CHECKING:
        import cv2
    else:
        cv2 = lazy("cv2", then=forget_bundled_qt)

so that the type checker and the import contracts see a plain import. Annotations must then be quoted.
"""

import importlib
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

_LOADING = threading.RLock()
"""Two threads may need libraries that import each other at the same moment; one loads, the other waits."""


def _nothing() -> None:
    """Do nothing after the import."""


class _Lazy(ModuleType):
    """Stands for a module, and loads it when an attribute is first asked for."""

    def __init__(self, name: str, then: Callable[[], None]) -> None:
        super().__init__(name)
        self._then = then
        self._module: ModuleType | None = None

    def __getattr__(self, attribute: str) -> Any:  # noqa: ANN401 - whatever the module holds
        return getattr(self._module or self._load(), attribute)

    def _load(self) -> ModuleType:
        with _LOADING:
            module = importlib.import_module(self.__name__)
            self._then()
            self._module = module
        return module


def lazy(name: str, *, then: Callable[[], None] = _nothing) -> ModuleType:
    """Return what stands for the module of that name; any thread may use it.

    Args:
        name: absolute, such as "cv2" or "onnx.helper".
        then: called after the import.
    """
    return _Lazy(name, then)
