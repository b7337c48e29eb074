"""An icon that stands by itself, beside a sentence."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.icons import draw_icon, source


class IconMark(QWidget):
    """Paints one icon in a token's colour; says nothing by itself, the words beside it do.

    Thread: the GUI thread.

    Args:
        icon: a Lucide name.
        token: its colour.
        size: logical pixels: 16 beside text, 14 in small print, 20 in banners.
        parent: where it lies.
    """

    def __init__(self, icon: str, token: str = "text2", size: int = 16, parent: QWidget | None = None) -> None:  # noqa: S107 - a colour's name
        super().__init__(parent)
        self._icon = icon
        self._token = token
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_icon(icon, token)

    def show_icon(self, icon: str, token: str) -> None:
        """Show another icon."""
        source(icon)
        self._icon, self._token = icon, token
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        with QPainter(self) as painter:
            draw_icon(painter, self._icon, QRectF(self.rect()), self._token)
