"""The size a picture file claims, read from its first bytes: known before a decoder is let near it."""

import struct
from collections.abc import Callable

Size = tuple[int, int]
"""(width, height) in pixels."""

_JPEG_FRAME_HEADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOF0-15 without DHT, JPG, DAC (ITU-T T.81)
_JPEG_START_OF_SCAN = 0xDA
_JPEG_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # TEM, RST0-7, SOI: no length follows
_JPEG_END_OF_IMAGE = b"\xff\xd9"


def picture_size(data: bytes) -> Size | None:
    """Return the size a JPEG, PNG, GIF, BMP or WebP picture claims.

    Args:
        data: the whole file.

    Returns:
        Width and height in pixels; None when it is no such picture or its header is cut off.
    """
    for magic, read in _READERS:
        if data.startswith(magic):
            try:
                return read(data)
            except (struct.error, IndexError):  # the header is cut off
                return None
    return None


def is_cut_off(data: bytes) -> bool:
    """Tell whether a JPEG stops before its end marker, which decoders only fill up with grey."""
    if not data.startswith(b"\xff\xd8"):
        return False
    start = _jpeg_segment(data, {_JPEG_START_OF_SCAN})
    return start is None or data.find(_JPEG_END_OF_IMAGE, start) < 0


def _jpeg(data: bytes) -> Size | None:
    start = _jpeg_segment(data, _JPEG_FRAME_HEADERS)
    if start is None:
        return None
    height, width = struct.unpack_from(">HH", data, start + 5)
    return width, height


def _jpeg_segment(data: bytes, wanted: frozenset[int] | set[int]) -> int | None:
    """Return where the first segment with a wanted marker starts, walking from segment to segment."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = data[at + 1]
        if marker in wanted:
            return at
        if marker == 0xFF:  # noqa: PLR2004 - a fill byte
            at += 1
        elif marker in _JPEG_STANDALONE:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return None


def _png(data: bytes) -> Size:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _bmp(data: bytes) -> Size:
    width, height = struct.unpack_from("<ii", data, 18)
    return abs(width), abs(height)  # a negative height means rows from top to bottom


def _webp(data: bytes) -> Size | None:
    if data[8:12] != b"WEBP":
        return None
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


_READERS: tuple[tuple[bytes, Callable[[bytes], Size | None]], ...] = (
    (b"\xff\xd8\xff", _jpeg),
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"GIF8", _gif),
    (b"BM", _bmp),
    (b"RIFF", _webp),
)
