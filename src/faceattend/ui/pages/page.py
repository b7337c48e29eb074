"""What the shell asks of every page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from faceattend.ui.desk import Desk


class Page(QWidget):
    """A page behind the navigation rail. Built when it is first opened.

    Signals:
        wanted_page(str): the user asks for another page, by its key, such as "settings".
        wanted_task(str, str): the user asks for something that another page does: its key, and what is to be begun.
        wanted_room(bool): the page needs all the width there is, or no longer does: the rail folds in for it.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        parent: the window's stack.
    """

    wanted_page = Signal(str)
    wanted_task = Signal(str, str)
    wanted_room = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def entered(self) -> None:
        """The page comes into view: bring it up to date."""

    def left(self) -> None:
        """The page goes out of view: stop what only matters to the eye, such as timers."""

    def begin(self, task: str) -> None:
        """Begin what another page asks for; called when the page is in view."""

    def search_field(self) -> QWidget | None:
        """Return the field that Ctrl+F goes to; None where there is nothing to search."""
        return None

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 walks through, in reading order; each can take the focus."""
        return ()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's own keys and what they do, for the key sheet."""
        return ()
