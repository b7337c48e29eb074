"""A field with its label above and, where needed, what is wrong with it below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from faceattend.ui.variants import label, vary
from faceattend.ui.widgets.icon_mark import IconMark


class ErrorLine(QWidget):
    """An icon and a sentence in the colour of problems. Hidden while there is nothing to say.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label(role="error", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconMark("circle-alert", "bad", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def text(self) -> str:
        """Return what is said; empty for nothing."""
        return self._words.text()

    def tell(self, sentence: str) -> None:
        """Say what is wrong and what to do; empty: nothing is."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))


class Field(QWidget):
    """One thing to fill in.

    Thread: the GUI thread.

    Args:
        name: what stands above.
        inner: the line edit, combo box or other control.
        parent: where it lies.
        hint: a sentence below that helps; empty for none. An error takes its place.
    """

    def __init__(self, name: str, inner: QWidget, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.inner = inner
        self._name = label(name, role="label")
        self._name.setBuddy(inner)
        self._hint = label(hint, role="second", tone="text3", wraps=True)
        self._hint.setVisible(bool(hint))
        self._error = ErrorLine()
        inner.setAccessibleName(name)
        self.setFocusProxy(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self._name, inner, self._hint, self._error):
            column.addWidget(each)

    def error(self) -> str:
        """Return what is wrong; empty for nothing."""
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Mark the field and say below it what is wrong and what to do; empty: it is right."""
        mark_error(self.inner, sentence)
        self._error.tell(sentence)
        self._hint.setVisible(bool(self._hint.text()) and not sentence)


def mark_error(control: QWidget, sentence: str) -> None:
    """Give a control the border of problems, and its reader the sentence; empty: take both away."""
    vary(control, error="true" if sentence else "")
    control.setAccessibleDescription(sentence)
