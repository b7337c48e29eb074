"""What a field proposes while somebody types: entries of its list that hold what was typed, anywhere in them."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit, QListView

_GAP = 2  # px that the focused field's border needs for itself


class Suggestions(QObject):
    """Proposes entries below a field that can be typed into; a click into it selects what stands there.

    Thread: the GUI thread.

    Args:
        field: editable; owns this object.
    """

    def __init__(self, field: QComboBox) -> None:
        super().__init__(field)
        self._field = field
        self._line = field.lineEdit() or QLineEdit(field)
        self._came_by_click = False
        self._popup = self._propose()
        for watched in (self._field, self._line, self._popup):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select on the click that brings the focus, and keep the list off the field."""
        kind = event.type()
        if watched is self._popup and kind in {QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize}:
            self._keep_off()
        elif watched is self._field and isinstance(event, QFocusEvent):
            self._came_by_click = event.gotFocus() and event.reason() is Qt.FocusReason.MouseFocusReason
        elif watched is self._field and kind is QEvent.Type.MouseButtonPress:
            self._came_by_click = False  # it opens the list
        elif watched is self._line and kind is QEvent.Type.MouseButtonRelease and self._came_by_click:
            self._came_by_click = False
            QTimer.singleShot(0, self, self._select)  # behind the click, which sets the cursor
        return super().eventFilter(watched, event)

    def _propose(self) -> QAbstractItemView:
        completer = QCompleter(self._field.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)  # "berlin" finds Europe/Berlin
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._field.setCompleter(completer)
        popup = completer.popup() or QListView()
        popup.setProperty("kind", "suggestions")
        return popup

    def _select(self) -> None:
        if not self._line.hasSelectedText():  # else it was dragged over
            self._line.selectAll()

    def _keep_off(self) -> None:
        """Qt lays the list over the field's border."""
        popup, top = self._popup, self._field.mapToGlobal(QPoint(0, 0)).y()
        below = popup.geometry().center().y() > top
        y = top + self._field.height() + _GAP if below else top - popup.height() - _GAP
        if popup.y() != y:
            popup.move(popup.x(), y)
