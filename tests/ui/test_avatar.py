import pytest
from PySide6.QtCore import QRectF, QSize
from pytestqt.qtbot import QtBot
from tests.ui.painting import count, grabbed, jpeg_of, near, painted

from faceattend.ui.widgets.avatar import FaceShape, FaceView, cut_face, draw_face, forget_faces

pytestmark = pytest.mark.gui

RED, GREEN, BLUE = "#d02020", "#20c040", "#2040d0"


def test_a_face_fills_its_circle_and_nothing_else():
    image = painted(lambda p: draw_face(p, QRectF(0, 0, 32, 32), jpeg_of(RED)), 40, 32)

    assert near(image, 16, 16, RED)
    assert near(image, 16, 1, RED)
    assert near(image, 1, 1, "#ffffff")
    assert near(image, 36, 16, "#ffffff")


def test_a_wide_photo_is_cut_in_the_middle_and_never_squeezed():
    wide = jpeg_of(RED, GREEN, BLUE, width=300, height=100)

    image = painted(lambda p: draw_face(p, QRectF(0, 0, 48, 48), wide, FaceShape.SOFT), 48, 48)

    assert near(image, 24, 24, GREEN)
    assert near(image, 5, 24, GREEN)
    assert near(image, 43, 24, GREEN)


def test_more_device_pixels_show_more_of_the_photo():
    fine = jpeg_of(*["#000000", "#ffffff"] * 16, width=64, height=64)  # stripes 2 pixels wide

    plain = painted(lambda p: draw_face(p, QRectF(0, 0, 16, 16), fine, FaceShape.SOFT), 16, 16)
    sharp = painted(lambda p: draw_face(p, QRectF(0, 0, 16, 16), fine, FaceShape.SOFT), 16, 16, ratio=4)

    assert not any(near(plain, x, 8, "#000000", 60) for x in range(16))  # grey: finer than its pixels
    assert sum(near(sharp, x, 32, "#000000", 60) for x in range(64)) >= 20


@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
@pytest.mark.parametrize("jpeg", [None, b"", b"no picture at all", b"\xff\xd8\xff\xe0\x00\x10JFIF"])
def test_without_a_readable_photo_there_is_a_quiet_place(jpeg: bytes | None):
    image = painted(lambda p: draw_face(p, QRectF(0, 0, 32, 32), jpeg), 32, 32)

    assert near(image, 4, 16, "sunken")
    assert count(image, "text2", 60) > 12  # the icon


def test_a_face_is_decoded_once_until_it_is_forgotten():
    forget_faces()
    jpeg = jpeg_of(BLUE)
    for _ in range(3):
        painted(lambda p: draw_face(p, QRectF(0, 0, 32, 32), jpeg), 32, 32)
    assert cut_face.cache_info().misses == 1

    forget_faces()

    assert cut_face.cache_info().currsize == 0
    assert cut_face(jpeg, (8, 8), 4.0).size() == QSize(8, 8)


def test_a_view_says_whose_face_it_shows_and_that_one_is_missing(qtbot: QtBot):
    view = FaceView(None, FaceShape.SOFT, "user-x")
    qtbot.addWidget(view)
    view.resize(64, 64)
    view.set_face(jpeg_of(GREEN), "Daniel Osei, reference photo")
    assert near(grabbed(view), 32, 32, GREEN)
    assert view.accessibleName() == "Daniel Osei, reference photo"

    view.set_face(None, "Nobody")

    assert near(grabbed(view), 10, 10, "sunken")
