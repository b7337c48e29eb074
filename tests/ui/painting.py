"""Pictures made and looked at by tests of what is painted by hand."""

from collections.abc import Callable

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
    expected = QColor(wanted) if isinstance(wanted, str) and wanted.startswith("#") else colour(wanted)
    seen = image.pixelColor(QPoint(int(x), int(y)))
    parts = zip(seen.getRgb()[:3], expected.getRgb()[:3], strict=True)
    return all(abs(one - other) <= within for one, other in parts)


def count(image: QImage, wanted: str, within: int = 8) -> int:
    """How many pixels have about a colour."""
    return sum(near(image, x, y, wanted, within) for x in range(image.width()) for y in range(image.height()))
