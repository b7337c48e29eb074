import struct
import zlib
from contextlib import suppress
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from faceattend.config import images
from faceattend.config.images import decode_image, encode_jpeg, read_image, thumbnail
from faceattend.config.picture_size import is_cut_off, picture_size
from faceattend.domain.errors import ImageRejected
from faceattend.domain.vision import BgrImage


def picture(width: int = 64, height: int = 48) -> BgrImage:
    y, x = np.mgrid[0:height, 0:width]
    return np.dstack([x * 255 // width, y * 255 // height, np.full_like(x, 60)]).astype(np.uint8)


def encoded(suffix: str, bgr: NDArray[np.generic]) -> bytes:
    done, data = cv2.imencode(suffix, bgr)
    assert done
    return data.tobytes()


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp", ".gif"])
def test_each_format_gives_the_picture_back(suffix: str):
    bgr = picture()
    decoded = decode_image(encoded(suffix, bgr), "The photo")
    assert decoded.shape == (48, 64, 3)
    assert decoded.dtype == np.uint8
    assert decoded.flags.c_contiguous
    smooth = [cv2.blur(each, (9, 9)).astype(int) for each in (decoded, bgr)]  # a GIF's 256 colours are dithered
    assert np.abs(smooth[0] - smooth[1]).mean() < 8


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp", ".gif"])
@given(width=st.integers(1, 300), height=st.integers(1, 300))
def test_the_claimed_size_is_read_before_decoding(suffix: str, width: int, height: int):
    assert picture_size(encoded(suffix, picture(width, height))) == (width, height)


def test_a_lossless_webp_tells_its_size():
    done, data = cv2.imencode(".webp", picture(77, 33), [cv2.IMWRITE_WEBP_QUALITY, 101])
    assert done
    assert b"VP8L" in data.tobytes()
    assert picture_size(data.tobytes()) == (77, 33)


def test_grey_alpha_and_sixteen_bit_pictures_become_colour():
    grey = picture()[:, :, 0]
    alpha = np.dstack([picture(), np.full((48, 64), 100, np.uint8)])
    deep = picture().astype(np.uint16) * 256
    for bgr in (grey, alpha, deep):
        assert decode_image(encoded(".png", bgr), "The photo").shape == (48, 64, 3)
    assert np.array_equal(decode_image(encoded(".png", alpha), "The photo"), picture())


def with_orientation(jpeg: bytes, orientation: int) -> bytes:
    tiff = b"MM\x00\x2a\x00\x00\x00\x08\x00\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) + bytes(4)
    exif = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def test_a_photo_taken_sideways_is_turned_upright():
    upright = decode_image(encode_jpeg(picture()), "The photo")
    turned = decode_image(with_orientation(encode_jpeg(picture()), 6), "The photo")
    assert turned.shape == (64, 48, 3)
    assert np.abs(turned.astype(int) - np.rot90(upright, -1)).mean() < 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"BM",
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        b"RIFF\x00\x00\x00\x00WAVEfmt ",
        b"hello, I am a photo",
        b"%PDF-1.7 ",
        b"II*\x00" + bytes(100),
        b"v/1\x01" + bytes(100),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes):
    with pytest.raises(ImageRejected, match="anna"):
        decode_image(data, "The photo anna.jpg")


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.98])
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp", ".gif"])
def test_a_cut_off_picture_is_refused(suffix: str, kept: float, capfd: pytest.CaptureFixture[str]):
    bgr = np.random.default_rng(1).integers(0, 255, (120, 160, 3), np.uint8)
    data = encoded(suffix, bgr)
    with pytest.raises(ImageRejected, match=r"cannot be decoded|no picture"):
        decode_image(data[: int(len(data) * kept)], "The photo")
    capfd.readouterr()  # the decoders complain on stderr


def test_a_cut_off_jpeg_with_a_whole_thumbnail_is_refused():
    thumbnail = encode_jpeg(picture(16, 16))
    jpeg = encode_jpeg(picture())
    exif = b"Exif\x00\x00" + thumbnail
    data = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:-40]
    assert is_cut_off(data)
    with pytest.raises(ImageRejected, match="damaged"):
        decode_image(data, "The photo")
    assert not is_cut_off(jpeg)
    assert not is_cut_off(jpeg + b"what phones append")
    assert not is_cut_off(encoded(".png", picture()))


def test_scribbled_over_pictures_never_break_out(capfd: pytest.CaptureFixture[str]):
    random = np.random.default_rng(3)
    for suffix in (".jpg", ".png", ".webp", ".bmp", ".gif"):
        whole = np.frombuffer(encoded(suffix, picture()), np.uint8)
        for _ in range(40):
            data = whole.copy()
            data[random.integers(0, len(data), 4)] = random.integers(0, 256, 4)
            with suppress(ImageRejected):
                assert decode_image(data.tobytes(), "The photo").ndim == 3
    capfd.readouterr()


def huge_png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
    )


def test_a_bomb_is_refused_by_its_header(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cv2, "imdecode", lambda *_: pytest.fail("the decoder was let near it"))
    with pytest.raises(ImageRejected, match="40 megapixels"):
        decode_image(huge_png(60_000, 60_000), "The photo")


def test_a_file_of_too_many_bytes_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(images, "MAX_BYTES", 1000)
    path = tmp_path / "big.png"
    path.write_bytes(bytes(1001))
    with pytest.raises(ImageRejected, match="larger"):
        read_image(path)
    with pytest.raises(ImageRejected, match="larger"):
        decode_image(bytes(1001), "The photo")


def test_files_are_read_or_named_in_the_refusal(tmp_path: Path):
    path = tmp_path / "a.png"
    path.write_bytes(encoded(".png", picture()))
    assert np.array_equal(read_image(path), picture())
    with pytest.raises(ImageRejected, match=r"none\.jpg"):
        read_image(tmp_path / "none.jpg")
    with pytest.raises(ImageRejected, match="cannot be read"):
        read_image(tmp_path)


def test_jpeg_quality_matters_and_nothing_is_refused():
    bgr = np.random.default_rng(1).integers(0, 255, (120, 160, 3), np.uint8)
    assert len(encode_jpeg(bgr, 95)) > len(encode_jpeg(bgr, 40))
    with pytest.raises(ValueError, match="JPEG"):
        encode_jpeg(np.zeros((0, 10, 3), np.uint8))
    with pytest.raises(ValueError, match="JPEG"):
        encode_jpeg(np.zeros((1, 70_000, 3), np.uint8))


@pytest.mark.parametrize(("shape", "side"), [((300, 200), 96), ((200, 300), 96), ((40, 60), 40), ((96, 96), 96)])
def test_a_thumbnail_is_the_middle_square_and_never_larger_than_the_picture(shape: tuple[int, int], side: int):
    bgr = np.zeros((*shape, 3), np.uint8)
    middle = slice(shape[0] // 2 - 8, shape[0] // 2 + 8), slice(shape[1] // 2 - 8, shape[1] // 2 + 8)
    bgr[middle] = 255
    small = decode_image(thumbnail(encode_jpeg(bgr), 96, "it"), "it")
    assert small.shape == (side, side, 3)
    assert small[side // 2, side // 2].min() > 200
    assert small[0, 0].max() < 60


def test_what_is_no_picture_has_no_thumbnail():
    with pytest.raises(ImageRejected):
        thumbnail(b"no picture", 96, "it")
