"""Lines a pixel thin: equally strong wherever they stand, also where a logical pixel is one and a half."""

from math import floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from faceattend.ui.tokens import colour


def draw_hairline(painter: QPainter, rect: QRectF, edge: Qt.Edge, tint: str = "line") -> None:
    """Fill a line along the inside of an edge, on whole pixels of the device.

    Args:
        painter: moved and scaled, not turned.
        rect: in logical pixels.
        edge: along which the line runs.
        tint: a token's name.
    """
    to_device = painter.deviceTransform()
    shape = to_device.mapRect(rect)
    sides = (shape.left(), shape.top(), shape.right(), shape.bottom())
    left, top, right, bottom = (floor(side + 0.5) for side in sides)
    thin = max(1, floor(to_device.m11()))
    if edge == Qt.Edge.BottomEdge:
        top = bottom - thin
    elif edge == Qt.Edge.TopEdge:
        bottom = top + thin
    elif edge == Qt.Edge.RightEdge:
        left = right - thin
    else:
        right = left + thin
    back, _ = to_device.inverted()
    painter.fillRect(back.mapRect(QRectF(left, top, right - left, bottom - top)), colour(tint))
