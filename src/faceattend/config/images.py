"""Pictures in and out of bytes. What strangers hand in is parsed under limits, here and nowhere else."""

from pathlib import Path
from typing import cast

import numpy as np

from faceattend.config.opencv import forget_bundled_qt
from faceattend.config.picture_size import is_cut_off, picture_size
from faceattend.domain.errors import ImageRejected
from faceattend.domain.said import said
from faceattend.domain.vision import BgrImage

MAX_BYTES = 30_000_000
MAX_PIXELS = 40_000_000
"""A 40-megapixel picture takes 120 MB once decoded; phones and cameras stay below."""

PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif"})
_KINDS = said("Picture", "JPEG, PNG, WebP, BMP or GIF")


def decode_image(data: bytes, what: str) -> BgrImage:
    """Decode a picture.

    Args:
        data: the file's content: JPEG, PNG, WebP, BMP or the first frame of a GIF, colour or grey; transparency is
            dropped, and the camera's orientation (EXIF) is applied.
        what: what it is called in messages, such as "The photo anna.jpg".

    Returns:
        uint8 (H, W, 3) BGR, contiguous.

    Raises:
        ImageRejected: it is no such picture, damaged, or larger than the limits.
    """
    _check(data, what)
    import cv2  # noqa: PLC0415 - config stays out of the start-up path of programs that show no picture

    forget_bundled_qt()
    try:
        bgr = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error as error:
        raise _damaged(what) from error
    if bgr is None or bgr.size == 0:  # pyright: ignore[reportUnnecessaryComparison] - the stub leaves None out
        raise _damaged(what)
    return cast("BgrImage", np.ascontiguousarray(bgr))


def read_image(path: Path) -> BgrImage:
    """Decode a picture file as :func:`decode_image` does.

    Raises:
        ImageRejected: it cannot be read, or as in :func:`decode_image`.
    """
    what = said("Picture", "The picture {path}").format(path=path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(what)
        data = path.read_bytes()
    except OSError as error:
        raise ImageRejected(
            said("Picture", "{what} cannot be read: {reason}.").format(
                what=what, reason=error.strerror or said("Picture", "the system refuses")
            ),
            means=said("Picture", "It was not used."),
            remedy=said("Picture", "Check that the file exists and that this user may read it."),
        ) from error
    return decode_image(data, what)


def encode_jpeg(bgr: BgrImage, quality: int = 92) -> bytes:
    """Encode a picture as JPEG.

    Args:
        bgr: uint8 (H, W, 3) BGR, neither side 0 nor above 65500.
        quality: 0..100.

    Raises:
        ValueError: the picture is empty or too large for JPEG.
    """
    import cv2  # noqa: PLC0415 - as in decode_image

    forget_bundled_qt()
    try:
        done, data = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, quality])
    except cv2.error as error:
        message = f"a picture of shape {bgr.shape} cannot be written as JPEG"
        raise ValueError(message) from error
    if not done:
        message = f"a picture of shape {bgr.shape} cannot be written as JPEG"
        raise ValueError(message)
    return data.tobytes()


def thumbnail(data: bytes, side_px: int, what: str) -> bytes:
    """Make a small square JPEG of a picture's middle; never larger than the picture is.

    Args:
        data: the picture, as for :func:`decode_image`.
        side_px: of the square.
        what: what it is called in messages.

    Raises:
        ImageRejected: as for :func:`decode_image`.
    """
    bgr = decode_image(data, what)
    height, width = bgr.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = bgr[top : top + side, left : left + side]
    if side > side_px:
        import cv2  # noqa: PLC0415 - as in decode_image

        square = cast("BgrImage", cv2.resize(square, (side_px, side_px), interpolation=cv2.INTER_AREA))
    return encode_jpeg(square, quality=88)


def _check(data: bytes, what: str) -> None:
    if len(data) > MAX_BYTES:
        raise _too_large(what)
    size = picture_size(data)
    if size is None:
        raise ImageRejected(
            said("Picture", "{what} is no picture in {kinds}.").format(what=what, kinds=_KINDS),
            means=said("Picture", "It was not used."),
            remedy=said("Picture", "Save it in one of these formats and try again."),
        )
    width, height = size
    if width * height > MAX_PIXELS:
        raise _too_large(what)
    if width < 1 or height < 1 or is_cut_off(data):
        raise _damaged(what)


def _too_large(what: str) -> ImageRejected:
    return ImageRejected(
        said("Picture", "{what} is larger than {megapixels} megapixels or {megabytes} MB.").format(
            what=what, megapixels=MAX_PIXELS // 1_000_000, megabytes=MAX_BYTES // 1_000_000
        ),
        means=said("Picture", "It was not used."),
        remedy=said("Picture", "Save it smaller; two megapixels are plenty for a face."),
    )


def _damaged(what: str) -> ImageRejected:
    return ImageRejected(
        said("Picture", "{what} is damaged and cannot be decoded.").format(what=what),
        means=said("Picture", "It was not used."),
        remedy=said("Picture", "Copy it again from where it came from, or take another picture."),
    )
