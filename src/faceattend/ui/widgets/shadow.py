"""The soft shadow under what lies above the window: dialogs and toasts, nothing else."""

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from faceattend.ui.tokens import colour

DOWN = 5
SOFT = 12
ROOM = SOFT + DOWN
"""How much room, in logical pixels, the shadow takes below; above it takes less."""


def draw_raised(painter: QPainter, rect: QRectF, radius: float, *, border: str = "line") -> None:
    """Paint a surface with its shadow.

    Args:
        painter: in logical pixels.
        rect: of the surface, without the shadow, which needs :data:`ROOM` around it.
        radius: of its corners.
        border: colour token of its one-pixel border.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_shadow(painter, rect, radius)
    painter.setPen(QPen(colour(border), 1))
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def draw_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the shadow alone.

    Args:
        painter: in logical pixels, smoothing edges.
        rect: of the surface that throws it.
        radius: of its corners.
    """
    # rings from wide to narrow, each a little: together they fade as a blur of SOFT pixels does
    tint = colour("shadow")
    full = tint.alphaF()
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(SOFT):
        spread = SOFT - step - 2
        tint.setAlphaF(full * 2 * (step + 1) / (SOFT * (SOFT + 1)))
        path = QPainterPath()
        round_ = radius + max(0, spread)
        path.addRoundedRect(
            rect.translated(0, DOWN).marginsAdded(QMarginsF(spread, spread, spread, spread)), round_, round_
        )
        painter.fillPath(path, tint)
