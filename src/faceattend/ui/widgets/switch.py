"""A switch painted in a cell: on or off, by colour, place and mark."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from faceattend.ui.icons import draw_icon
from faceattend.ui.theme import colour

WIDTH_PX, HEIGHT_PX = 36.0, 20.0
_KNOB_PX = 14.0


def draw_switch(painter: QPainter, rect: QRectF, *, on: bool, rtl: bool = False) -> None:
    """Paint a switch in the middle of a room.

    Args:
        painter: in logical pixels.
        rect: at least WIDTH_PX by HEIGHT_PX.
        on: whether it is on.
        rtl: whether the layout reads from right to left.
    """
    track = QRectF(0, 0, WIDTH_PX, HEIGHT_PX)
    track.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if on else QPen(colour("edge"), 1))
    painter.setBrush(colour("accent" if on else "surface"))
    painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT_PX / 2, HEIGHT_PX / 2)
    inset = HEIGHT_PX / 2
    x = track.right() - inset if on != rtl else track.left() + inset
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("on_accent" if on else "edge"))
    painter.drawEllipse(QPointF(x, track.center().y()), _KNOB_PX / 2, _KNOB_PX / 2)
    painter.restore()
    if on:
        mark = QRectF(0, 0, 10, 10)
        mark.moveCenter(QPointF(x, track.center().y()))
        draw_icon(painter, "check", mark, "accent")
