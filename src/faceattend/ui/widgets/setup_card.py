"""The card of an assistant: its steps on a quiet ground at the start, the open step beside them."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.tokens import colour
from faceattend.ui.widgets.lettering import mirrored

RAIL_PX = 264
_RADIUS = 12.0


class SetupCard(QWidget):
    """Paints the ground; what lies on it is laid out in it.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(960, 640)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, the ground of the steps and the line between."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            shape = QPainterPath()
            shape.addRoundedRect(whole, _RADIUS, _RADIUS)
            painter.fillPath(shape, colour("surface"))
            rail = mirrored(QRectF(0, 0, RAIL_PX, self.height()), QRectF(self.rect()), rtl=rtl)
            painter.setClipPath(shape)
            painter.fillRect(rail, colour("canvas"))
            painter.setClipping(False)
            painter.setPen(QPen(colour("line"), 1))
            edge = rail.left() + 0.5 if rtl else rail.right() - 0.5
            painter.drawLine(QLineF(edge, 1, edge, self.height() - 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape)
