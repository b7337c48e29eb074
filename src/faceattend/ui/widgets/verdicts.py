"""What was found out, a sentence a line: each with a sign whether it is as it should be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from faceattend.ui.variants import label, vary
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.prose import Prose

VerdictKind = Literal["ok", "warn", "bad", "text2"]

_ICONS = {"ok": "circle-check", "warn": "circle-alert", "bad": "circle-x", "text2": "info"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing found out.

    Attributes:
        kind: whether it is as it should be; ``text2`` for what is only to be known.
        sentence: what was found.
    """

    kind: VerdictKind
    sentence: str


class Verdicts(QWidget):
    """A title and lines. Hidden while there is nothing to say.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(role="problem")
        self._shown: tuple[Verdict, ...] = ()
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._title)
        self.hide()

    @property
    def shown(self) -> tuple[Verdict, ...]:
        """The lines."""
        return self._shown

    @property
    def title(self) -> str:
        """What stands above them."""
        return self._title.text()

    def tell(self, title: str, found: Sequence[Verdict]) -> None:
        """Say this; nothing found hides it."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._shown = tuple(found)
        self._lines = [_line(verdict) for verdict in found]
        for line in self._lines:
            self._column.addWidget(line)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        vary(self._title, tone="bad" if any(each.kind == "bad" for each in found) else "")
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(each.sentence for each in found))
        self.setVisible(bool(found))


def _line(verdict: Verdict) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    mark = QWidget()  # lower than the line begins: where the letters are
    below = QVBoxLayout(mark)
    below.setContentsMargins(0, 4, 0, 0)
    below.addWidget(IconMark(_ICONS[verdict.kind], verdict.kind))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Prose(verdict.sentence, tone="text"), 1, Qt.AlignmentFlag.AlignTop)
    return line
