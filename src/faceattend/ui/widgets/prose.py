"""Sentences that wrap, with the line height of the drawings."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from faceattend.ui.fonts import TextRole


class Prose(QLabel):
    """A label of one or more sentences. Qt's plain labels set their lines too close for reading.

    Thread: the GUI thread.

    Args:
        text: plain; what looks like HTML in it stays as it is. In generated code of forms the parent stands here.
        parent: where it lies.
        role: size and line height.
        tone: colour token, of those the stylesheet knows for labels.
        centred: whether each line is centred.
    """

    def __init__(
        self,
        text: str | QWidget | None = "",
        parent: QWidget | None = None,
        *,
        role: TextRole = TextRole.BODY,
        tone: str = "text2",
        centred: bool = False,
    ) -> None:
        super().__init__(parent if isinstance(text, str) else text)
        self._role = role
        self._plain = ""
        self._centred = centred
        self.setProperty("role", "second" if role is TextRole.SECOND else None)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        if isinstance(text, str):
            self.setText(text)

    def plain(self) -> str:
        """Return the sentences as they were given."""
        return self._plain

    def setText(self, text: str) -> None:
        """Show other sentences; line breaks are kept."""
        self._plain = text
        self.setAccessibleName(text)
        body = escape(text).replace("\n", "<br>")
        super().setText(
            f'<p align="{self._side()}" style="line-height:{self._role.line}px; margin:0">{body}</p>' if text else ""
        )

    def changeEvent(self, event: QEvent) -> None:
        """Start the lines at the other side when the direction of reading changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.setText(self._plain)

    def _side(self) -> str:
        if self._centred:
            return "center"
        return "right" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"
