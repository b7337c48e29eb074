"""Keys of one letter: they act, unless somebody is writing."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


def is_field(widget: QWidget | None) -> bool:
    """Whether letters typed into this widget are text, or choose in it."""
    return isinstance(widget, _FIELDS)


def writing() -> bool:
    """Whether a field has the focus now, so that single letters belong to it."""
    return is_field(QApplication.focusWidget())


class LetterKey(QObject):
    """One letter that does something in a widget and all within it, except while a field has the focus.

    Args:
        owner: where it holds; also keeps this object.
        letter: as on the key cap, such as "V" or "?".
        act: called when the key is pressed.
    """

    def __init__(self, owner: QWidget, letter: str, act: Callable[[], object]) -> None:
        super().__init__(owner)
        self._act = act
        self.shortcut = QShortcut(QKeySequence(letter), owner)
        self.shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.shortcut.activated.connect(self.on_pressed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.on_focus_changed)

    def on_pressed(self) -> None:
        """Act."""
        if not writing():
            self._act()

    def on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Leave the letter to a field while it has the focus: a shortcut that is off does not swallow it."""
        self.shortcut.setEnabled(not is_field(now))
