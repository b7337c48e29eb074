"""Writing a short video file, for trials without a camera."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import av
import numpy as np

from faceattend.domain.vision import BgrImage


def write_film(path: Path, frames: Iterable[BgrImage], size: tuple[int, int], fps: int) -> None:
    """Write frames into an MP4 (H.264).

    Args:
        path: of the file; written anew.
        frames: uint8 (H, W, 3) BGR, all of the size.
        size: width and height, pixels, both even.
        fps: frames per second.
    """
    with av.open(str(path), "w") as opened:
        container = cast("Any", opened)  # PyAV leaves its types open here
        stream = container.add_stream("libx264", rate=fps)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.options = {"preset": "ultrafast", "crf": "20"}
        for bgr in frames:
            picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(bgr), format="bgr24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
