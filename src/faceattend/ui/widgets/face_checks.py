"""What speaks for and against the picture of a face, two by two."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from faceattend.ui.translation import translate
from faceattend.ui.variants import label, vary
from faceattend.ui.widgets.icon_mark import IconMark

_COLUMNS = 2


class CheckState(StrEnum):
    """How one thing is."""

    GOOD = "good"
    POOR = "poor"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class FaceCheck:
    """One thing that was looked at, in a few words."""

    state: CheckState
    words: str


class FaceChecks(QWidget):
    """Marks with words, in two columns; each keeps its place.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._marks: list[_Mark] = []
        self._shown: tuple[FaceCheck, ...] = ()

    @property
    def checks(self) -> tuple[FaceCheck, ...]:
        """What is shown."""
        return self._shown

    def show_checks(self, checks: Sequence[FaceCheck]) -> None:
        """Show these, in reading order."""
        if tuple(checks) == self._shown:
            return
        self._shown = tuple(checks)
        while len(self._marks) < len(checks):
            row, column = divmod(len(self._marks), _COLUMNS)
            mark = _Mark(self)
            self._marks.append(mark)
            self._grid.addWidget(mark, row, column)
            self._grid.setColumnStretch(column, 1)
        for mark, check in zip(self._marks, checks, strict=False):
            mark.show_check(check)


class _Mark(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = IconMark("circle", "text3")
        self._words = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)

    def show_check(self, check: FaceCheck) -> None:
        looks = {
            CheckState.GOOD: ("circle-check", "ok", "text", ""),
            CheckState.POOR: ("circle-alert", "warn", "warn", "problem"),
            CheckState.UNSEEN: ("circle", "text3", "text3", ""),
        }
        icon, tint, tone, role = looks[check.state]
        self._icon.show_icon(icon, tint)
        vary(self._words, tone=tone, role=role)
        self._words.setText(check.words)
        said = {
            CheckState.GOOD: translate("FaceChecks", "good"),
            CheckState.POOR: translate("FaceChecks", "not good enough"),
            CheckState.UNSEEN: translate("FaceChecks", "not seen yet"),
        }
        self.setAccessibleName(f"{check.words}: {said[check.state]}")
