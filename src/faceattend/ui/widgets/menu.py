"""A menu with round corners."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from faceattend.ui.compositing import composited


class Menu(QMenu):
    """A QMenu that looks like the product's: a stylesheet alone leaves square corners behind the round ones.

    Where the screen shows nothing through a window, its corners are square.

    Thread: the GUI thread.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        if composited():
            self.setProperty("kind", "round")
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
