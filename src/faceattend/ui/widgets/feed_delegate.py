"""Feed rows in a list: their buttons answer to pointer and keyboard."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from faceattend.ui.widgets.drawn_once import DrawnOnce
from faceattend.ui.widgets.feed_row import (
    FeedEntry,
    FeedLooks,
    FeedSection,
    action_rect,
    chevron_rect,
    draw_entry,
    draw_section,
    is_cut,
    more_rect,
)
from faceattend.ui.widgets.lettering import hint
from faceattend.ui.widgets.row_list import RowList
from faceattend.ui.widgets.table_looks import VALUE_ROLE, Index, RowState, draw_focus, row_state

_KEPT = 64  # rows: more than a screen holds


class FeedDelegate(QStyledItemDelegate):
    """Paints :class:`FeedEntry` and :class:`FeedSection` rows, and a skeleton where :data:`VALUE_ROLE` is None.

    Sections should not be selectable nor enabled (the model's flags), so that the arrows pass over them.

    Signals:
        acted(FeedEntry): its button, or the sign that it can be opened, was clicked, or Enter pressed on such a row.
        more_wanted(FeedEntry, QPoint): its three dots were clicked, or the menu key pressed; where, on the screen.

    Thread: the GUI thread.

    Args:
        view: of rows, served by this delegate, which becomes its own; asks the model for their heights.
    """

    acted = Signal(object)
    more_wanted = Signal(object, QPoint)

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view
        self._hovered, self._pressed = "", ""
        self._drawn = DrawnOnce(_KEPT)
        self._at = QPersistentModelIndex()
        view.setItemDelegate(self)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading, a row, or the shape of one."""
        value: Any = index.data(VALUE_ROLE)
        row = row_state(option, index)
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        if isinstance(value, FeedSection):
            draw_section(painter, rect, value, rtl=row.rtl)
        else:
            here = self._at.isValid() and self._at == index
            looks = FeedLooks(self._hovered, self._pressed) if here else FeedLooks()
            self._draw_entry(painter, rect, value if isinstance(value, FeedEntry) else None, row, looks)
            if row.focused and value is not None:
                draw_focus(painter, rect.adjusted(2, 2, -4, -3) if row.rtl else rect.adjusted(4, 2, -2, -3))
        painter.restore()

    def _draw_entry(
        self, painter: QPainter, rect: QRectF, entry: FeedEntry | None, row: RowState, looks: FeedLooks
    ) -> None:
        """Paint a row as it was drawn before, where nothing of it has changed: all move on when somebody comes."""

        def paint(painter: QPainter, rect: QRectF) -> None:
            draw_entry(painter, rect, entry, row, looks)

        self._drawn.draw(painter, rect, (entry, row.selected, row.hovered, row.rtl, looks), paint, opaque=True)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell the whole row where a line of it was cut."""
        value = self._entry(QPersistentModelIndex(index))
        if value is None or not is_cut(value, option.rect.width()):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), hint(f"{value.title}\n{value.second}\n{value.words}"), view)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer over the buttons, and let the keyboard press them."""
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._pointed(event)
        if event.type() == QEvent.Type.Leave:
            self._follow(QPersistentModelIndex(), "")
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._view:
            return self._typed(event)
        return False

    def _pointed(self, event: QMouseEvent) -> bool:
        """Serve a button under the pointer; the view has the rest, and never the press of a button."""
        index, button = self._button_at(event.position())
        match event.type():
            case QEvent.Type.MouseMove:
                self._follow(index, button)
                return False
            case QEvent.Type.MouseButtonPress if button and event.button() == Qt.MouseButton.LeftButton:
                self._pressed = button
                self._follow(index, button, always=True)
                return True
            case QEvent.Type.MouseButtonRelease if self._pressed:
                pressed, self._pressed = self._pressed, ""
                same = pressed == button and self._at == index
                self._follow(index, button, always=True)
                if same:
                    self._do(index, button)
                return True
            case QEvent.Type.MouseButtonDblClick if button:
                return True
            case _:
                return False

    def _typed(self, event: QKeyEvent) -> bool:
        index = QPersistentModelIndex(self._view.currentIndex())
        value = self._entry(index)
        if (
            value is None
            or not (value.waiting or value.folded)
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do(index, "action")
            return True
        if event.key() == Qt.Key.Key_Menu and value.more:
            self._do(index, "more")
            return True
        return False

    def _do(self, index: QPersistentModelIndex, button: str) -> None:
        value = self._entry(index)
        if value is None:
            return
        if button == "action":
            self.acted.emit(value)
            return
        rtl = self._view.isRightToLeft()
        place = more_rect(value, self._rect(index), rtl=rtl)
        corner = place.bottomRight() if rtl else place.bottomLeft()
        self.more_wanted.emit(value, self._view.viewport().mapToGlobal(corner.toPoint()))

    def _button_at(self, position: QPointF) -> tuple[QPersistentModelIndex, str]:
        index = QPersistentModelIndex(self._view.indexAt(position.toPoint()))
        value = self._entry(index)
        if value is None or not (value.waiting or value.folded):
            return index, ""
        rect, rtl = self._rect(index), self._view.isRightToLeft()
        sign = chevron_rect(value, rect, rtl=rtl).adjusted(-6, -6, 6, 6)  # as large as anything that is to be hit
        if action_rect(value, rect, rtl=rtl).contains(position) or sign.contains(position):
            return index, "action"
        return index, "more" if more_rect(value, rect, rtl=rtl).contains(position) else ""

    def _follow(self, index: QPersistentModelIndex, button: str, *, always: bool = False) -> None:
        if always or (self._at, self._hovered) != (index, button):
            self._at, self._hovered = index, button
            self._view.viewport().update()

    def _rect(self, index: QPersistentModelIndex) -> QRectF:
        return QRectF(self._view.visualRect(index))

    @staticmethod
    def _entry(index: QPersistentModelIndex) -> FeedEntry | None:
        value: Any = index.data(VALUE_ROLE) if index.isValid() else None
        return value if isinstance(value, FeedEntry) else None
