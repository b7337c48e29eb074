"""What importing OpenCV leaves behind in the environment, and how it is taken away again."""

import os
from pathlib import PurePath

_SET_BY_OPENCV = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


def forget_bundled_qt() -> None:
    """Remove the variables by which OpenCV's wheel points every later Qt to its own Qt 5 folders.

    Every module that imports cv2 at its top calls this right after its imports; a function that imports cv2 itself
    calls it right after that. A value that does not lead into OpenCV's folder is somebody's own and stays.
    """
    for name in _SET_BY_OPENCV:
        if "cv2" in PurePath(os.environ.get(name, "")).parts:
            del os.environ[name]
