"""Pictures made and looked at by tests of what is painted by hand."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from faceattend.ui.tokens import colour


def jpeg_of(*columns: str, width: int = 120, height: int = 120) -> bytes:
    """A JPEG of upright stripes in these colours."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for each, name in enumerate(columns):
        painter.fillRect(QRectF(each * width / len(columns), 0, width / len(columns), height), QColor(name))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPG", 95)
    return bytes(data.data())


def painted(paint: Callable[[QPainter], None], width: int, height: int, ratio: float = 1.0) -> QImage:
    """What a function paints on white ground."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def grabbed(widget: QWidget) -> QImage:
    """What a widget looks like now."""
    return widget.grab().toImage()


def near(image: QImage, x: float, y: float, wanted: str | QColor, within: int = 24) -> bool:
    """Whether a pixel has about a colour: a token's name, ``#rrggbb`` or a QColor."""
    seen, expected = image.pixelColor(QPoint(int(x), int(y))).getRgb()[:3], _rgb(wanted)
    return all(abs(one - other) <= within for one, other in zip(seen, expected, strict=True))


def count(image: QImage, wanted: str, within: int = 8) -> int:
    """How many pixels have about a colour."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    rgb = rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).astype(int)
    return int((abs(rgb - _rgb(wanted)) <= within).all(axis=2).sum())


def _rgb(wanted: str | QColor) -> tuple[int, int, int]:
    named = QColor(wanted) if isinstance(wanted, str) and wanted.startswith("#") else colour(wanted)
    return named.red(), named.green(), named.blue()
