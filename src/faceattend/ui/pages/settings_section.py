"""What the settings page asks of every section."""

from PySide6.QtWidgets import QWidget

from faceattend.ui.desk import Desk


class Section(QWidget):
    """A section of the settings. Built when it is first opened.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        parent: the page's stack.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def entered(self) -> None:
        """The section comes into view: bring it up to date."""

    def left(self) -> None:
        """The section goes out of view."""

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 walks through, in reading order."""
        return (self,)

    def back(self) -> bool:
        """Go back one step within the section, as for Esc; whether there was one."""
        return False
