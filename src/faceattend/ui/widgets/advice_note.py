"""What to change, in numbered sentences on the ground of a warning."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from faceattend.ui.variants import label, vary
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.prose import Prose

NoteKind = Literal["bad", "warn"]


class AdviceNote(QFrame):
    """Hidden while there is nothing to say.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconMark("wrench", "warn")
        self._title = label(role="problem")
        self._lines = Prose(tone="text")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._lines)
        row.addLayout(column, 1)
        self.tell("warn", "", ())

    @property
    def sentences(self) -> str:
        """What is said, numbered where there is more than one."""
        return self._lines.plain()

    def tell(self, kind: NoteKind, title: str, sentences: Sequence[str]) -> None:
        """Say this; nothing to say hides the note.

        Args:
            kind: how bad it is.
            title: what the sentences are, such as "What to change".
            sentences: whole ones; numbered where there are several.
        """
        vary(self, kind=f"note-{kind}")
        self._icon.show_icon("wrench" if len(sentences) > 1 or kind == "warn" else "circle-alert", kind)
        self._title.setText(title)
        numbered = len(sentences) > 1
        lines = [f"{number}. {each}" if numbered else each for number, each in enumerate(sentences, start=1)]
        self._lines.setText("\n".join(lines))
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(sentences))
        self.setVisible(bool(sentences))
