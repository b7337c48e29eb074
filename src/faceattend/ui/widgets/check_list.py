"""Checks one below the other as they come in: sound or not, what, and what was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from faceattend.services.doctor import Check
from faceattend.ui.translation import spoken
from faceattend.ui.variants import label
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.prose import Prose

_NAME_PX = 120


class CheckList(QWidget):
    """Shows :class:`Check` after :class:`Check`.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: list[Check] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    @property
    def checks(self) -> tuple[Check, ...]:
        """All that are shown."""
        return tuple(self._checks)

    def clear(self) -> None:
        """Show none."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self._checks.clear()

    def add(self, check: Check) -> None:
        """Show another one."""
        self._checks.append(check)
        row = _Row(check, self)
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()

    def report(self) -> str:
        """Return all of them as text, a line each."""
        words = {True: self.tr("ok"), False: self.tr("PROBLEM")}
        return "\n".join(f"{words[check.ok]}  {spoken(check.name)}: {spoken(check.detail)}" for check in self._checks)


class _Row(QWidget):
    def __init__(self, check: Check, parent: QWidget) -> None:
        super().__init__(parent)
        icon = IconMark("circle-check", "ok") if check.ok else IconMark("circle-x", "bad")
        name = label(spoken(check.name), role="name", tone="text" if check.ok else "bad")
        name.setMinimumWidth(_NAME_PX)
        detail = Prose(spoken(check.detail), tone="text2" if check.ok else "text")
        detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for each, lower in ((icon, 3), (name, 3)):  # prose sets its first line that much lower than a label
            column = QVBoxLayout()
            column.addSpacing(lower)
            column.addWidget(each)
            column.addStretch()
            row.addLayout(column)
        row.addWidget(detail, 1)
        state = self.tr("sound") if check.ok else self.tr("problem")
        self.setAccessibleName(f"{spoken(check.name)}, {state}: {spoken(check.detail)}")
