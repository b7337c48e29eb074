"""Faces for tests: real photographs that come with two libraries, and faces made of numbers."""

import importlib.util
from functools import cache
from pathlib import Path

import cv2

from faceattend.domain.vision import BgrImage


def library_picture(package: str, inside: str) -> Path:
    """The path of a picture in an installed package, which is not imported."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / inside


@cache
def _read(package: str, inside: str) -> BgrImage:
    bgr = cv2.imread(str(library_picture(package, inside)))
    assert bgr is not None
    bgr.flags.writeable = False
    return bgr


def six_people() -> BgrImage:
    """Six people, 1280x886; their faces are about 100 pixels wide, two are tilted, one looks far to the side."""
    return _read("insightface", "data/images/t1.jpg")


def tom_hanks() -> BgrImage:
    """One face that fills the picture, 112x112."""
    return _read("insightface", "data/images/Tom_Hanks_54745.png")


def astronaut() -> BgrImage:
    """One face of 90 pixels in a picture of 512x512."""
    return _read("skimage", "data/astronaut.png")
