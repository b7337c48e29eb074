"""The four plug-in points: model packs, camera kinds, report formats, payroll layouts. One shape for all.

A plug-in is a package that declares an entry point in the group of its point; the built-ins do just the same in
``pyproject.toml``.
"""

import logging
import threading
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar, cast

from faceattend.domain.errors import NotFound
from faceattend.domain.said import Phrase, said

_log = logging.getLogger(__name__)
T = TypeVar("T")

_LOADING = threading.RLock()
"""Camera threads load their kinds at the same moment, and libraries with circular imports (PyAV) do not survive being
imported by two threads at once."""


class Registry(Generic[T]):
    """The plug-ins of one point, by name, loaded when first asked for.

    Args:
        group: entry-point group, such as "faceattend.camera_kinds".
        noun: what one of them is called in messages, such as said("Plugins", "camera kind").
    """

    def __init__(self, group: str, noun: Phrase) -> None:
        self._group = group
        self._noun = noun

    def names(self) -> list[str]:
        """Return the names of all plug-ins of this point, sorted."""
        return sorted({point.name for point in entry_points(group=self._group)})

    def get(self, name: str) -> T:
        """Load the plug-in of that name.

        Raises:
            NotFound: there is none, or it cannot be loaded.
        """
        points = entry_points(group=self._group, name=name)
        if not points:
            raise NotFound(
                said("Plugins", "There is no {noun} {name!r}.").format(noun=self._noun, name=name),
                remedy=said("Plugins", "Known: {known}.").format(known=", ".join(self.names())),
            )
        return self._load(next(iter(points)))

    def _load(self, point: EntryPoint) -> T:
        try:
            with _LOADING:
                return cast("T", point.load())
        except Exception as error:  # the edge where foreign code is loaded
            _log.exception("plug-in %s of %s cannot be loaded", point.name, self._group)
            raise NotFound(
                said("Plugins", "The {noun} {name!r} is installed but cannot be loaded: {error}.").format(
                    noun=self._noun, name=point.name, error=str(error)
                ),
                remedy=said("Plugins", "Reinstall or remove the package that brings it."),
            ) from error
