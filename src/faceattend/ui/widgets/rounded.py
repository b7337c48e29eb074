"""Keeps what fills a card inside its rounded corners."""

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

RADIUS_PX = 7.0
"""Of a card, inside its border."""


class Rounded(QObject):
    """Cuts the corners off a widget that would paint over those of the card below it, whatever size it takes.

    Thread: the GUI thread.

    Args:
        widget: fills the card, or one end of it; owns this object.
        top: whether its upper corners lie in those of the card.
        bottom: whether its lower corners do.
    """

    def __init__(self, widget: QWidget, *, top: bool = True, bottom: bool = True) -> None:
        super().__init__(widget)
        self._widget, self._top, self._bottom = widget, top, bottom
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow its size."""
        if event.type() == QEvent.Type.Resize and watched is self._widget:
            self._cut()
        return False

    def _cut(self) -> None:
        room = QRectF(self._widget.rect())
        beyond = 2 * RADIUS_PX  # corners that stay square lie outside
        shape = QPainterPath()
        shape.addRoundedRect(
            room.adjusted(0, 0 if self._top else -beyond, 0, 0 if self._bottom else beyond), RADIUS_PX, RADIUS_PX
        )
        self._widget.setMask(QRegion(shape.toFillPolygon().toPolygon()))
