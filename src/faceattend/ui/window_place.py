"""Where a window opens for the first time: in the middle of the screen somebody is looking at, and wholly on it."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME = QMargins(8, 40, 8, 8)  # room for the system's title bar and border, whose sizes are unknown before it shows
USUAL = QSize(1440, 900)
"""The size it is laid out and measured for (LOOK.md)."""


def within(wanted: QSize, available: QRect) -> QRect:
    """Return where a window of this size goes.

    Args:
        wanted: its size without the system's frame.
        available: what a screen leaves to windows.

    Returns:
        Its place without the frame, in the middle; cut to what is available, the frame included.
    """
    room = available.marginsRemoved(_FRAME)
    size = wanted.boundedTo(room.size())
    spare = room.size() - size
    return QRect(room.topLeft() + QPoint(spare.width() // 2, spare.height() // 2), size)


def open_in_view(window: QWidget) -> None:
    """Give a window that opens for the first time its place and size."""
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    window.setGeometry(within(USUAL, screen.availableGeometry()))
