"""A key of the keyboard as it is drawn on buttons and in hints."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.tokens import colour

HEIGHT = 18.0
_PADDING = 6.0
_RADIUS = 4.0


def cap_width(key: str) -> float:
    """Return how wide the cap of a key is, in logical pixels."""
    return max(20.0, round(QFontMetricsF(font(TextRole.MARK, 500)).horizontalAdvance(key)) + 2 * _PADDING)


def draw_key_cap(painter: QPainter, corner: QPointF, key: str, *, token: str = "") -> None:
    """Paint a key.

    Args:
        painter: in logical pixels.
        corner: its top left.
        key: what stands on it.
        token: colour of line and letters on a filled ground, such as ``on_accent``; empty: the usual grey cap.
    """
    box = QRectF(corner.x(), corner.y(), cap_width(key), HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(token or "line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if token else colour("sunken"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setFont(font(TextRole.MARK, 500))
    painter.setPen(colour(token or "text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class KeyCap(QWidget):
    """A key standing by itself, such as in ``J K  next, previous``.

    Thread: the GUI thread.
    """

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as the cap."""
        return QSize(round(cap_width(self._key)), round(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        with QPainter(self) as painter:
            draw_key_cap(painter, QPointF(0, 0), self._key)
