"""Rows of tables and lists as the product draws them: still, divided by hair lines, selection apart from focus."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.hairline import draw_hairline
from faceattend.ui.widgets.lettering import Side, hint, width_of, write

VALUE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Where a model hands a delegate its typed value; None while the row is not loaded, which paints a skeleton."""

ROW_PX = 48
HEADER_PX = 36
INSET_PX = 16
_BAR_PX = 3
_KEYS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}
_BY_KEYBOARD = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row (or a cell, where cells are selected) is to be painted.

    Attributes:
        rect: the whole row in the viewport, of which a cell is a part.
        whole: whether rows are selected, not cells.
        selected, hovered, focused: focused only while the keyboard is in use.
        last: nothing comes below, so no divider either.
        rtl: whether the layout reads from right to left.
    """

    rect: QRect
    whole: bool
    selected: bool
    hovered: bool
    focused: bool
    last: bool
    rtl: bool


class TableLooks(QObject):
    """Knows of a view what a delegate is not told: the row under the pointer, and whether keys are in use.

    J and K move as the arrows do.

    Thread: the GUI thread.

    Args:
        view: dressed by :func:`install_table` or :func:`install_list`; owns this object.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = QPersistentModelIndex()
        self.keys_in_use = False
        view.setMouseTracking(True)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow pointer and keyboard; nothing is taken away from the view but J and K."""
        match event.type():
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._hover(self._view.indexAt(event.position().toPoint()))
            case QEvent.Type.Leave:
                self._hover(QModelIndex())
            case QEvent.Type.MouseButtonPress:
                self._use_keys(False)
            case QEvent.Type.FocusIn if isinstance(event, QFocusEvent):
                self._use_keys(event.reason() in _BY_KEYBOARD)
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and watched is self._view:
                self._use_keys(True)
                return self._moved(event)
            case _:
                pass
        return False

    def _moved(self, event: QKeyEvent) -> bool:
        arrow = _KEYS.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.NoModifier else None
        if arrow is None:
            return False
        QApplication.sendEvent(self._view, QKeyEvent(QEvent.Type.KeyPress, arrow, Qt.KeyboardModifier.NoModifier))
        return True

    def _hover(self, index: QModelIndex) -> None:
        if self.hovered != index:
            self.hovered = QPersistentModelIndex(index)
            self._view.viewport().update()

    def _use_keys(self, used: bool) -> None:
        if used != self.keys_in_use:
            self.keys_in_use = used
            self._view.viewport().update()


def install_table(view: QTableView, row_px: int = ROW_PX) -> None:
    """Dress a table: rows of one height without a grid, header at the start of its columns, Tab leads out of it."""
    TableLooks(view)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows, header = view.verticalHeader(), view.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(row_px)
    rows.setDefaultSectionSize(row_px)
    header.setFixedHeight(HEADER_PX)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    if not isinstance(view.itemDelegate(), TableDelegate):
        view.setItemDelegate(TableDelegate(view))


def install_list(view: QListView) -> None:
    """Dress a list whose delegate paints whole rows."""
    TableLooks(view)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setResizeMode(QListView.ResizeMode.Adjust)


def row_state(option: QStyleOptionViewItem, index: Index) -> RowState:
    """Ask the view how the row of a cell is to be painted."""
    view = option.widget
    selected = bool(option.state & _SELECTED)
    if not isinstance(view, QAbstractItemView):
        return RowState(option.rect, True, selected, False, False, True, option.direction == _RTL)
    looks = view.findChild(TableLooks)
    whole = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    hovered = looks.hovered if looks is not None else QPersistentModelIndex()
    current = view.currentIndex()
    return RowState(
        rect=_row_rect(view, option),
        whole=whole,
        selected=selected,
        hovered=hovered.isValid() and _same(hovered, index, whole),
        focused=view.hasFocus() and looks is not None and looks.keys_in_use and _same(current, index, whole),
        last=index.row() == index.model().rowCount() - 1,
        rtl=option.direction == _RTL,
    )


def draw_row(painter: QPainter, row: RowState) -> None:
    """Paint a row's ground, divider, selection and focus ring; the caller clips to its cell."""
    rect = QRectF(row.rect)
    if not row.whole:
        _draw_cell_ground(painter, rect, row)
        return
    painter.fillRect(rect, colour("tint" if row.selected else "hover" if row.hovered else "surface"))
    if not row.last:
        draw_hairline(painter, rect.adjusted(INSET_PX, 0, -INSET_PX, 0), Qt.Edge.BottomEdge)
    if row.selected:
        x = rect.right() - _BAR_PX if row.rtl else rect.left()
        painter.fillRect(QRectF(x, rect.top(), _BAR_PX, rect.height()), colour("accent2"))
    if row.focused:
        draw_focus(painter, rect.adjusted(3, 2, -3, -3))


def draw_focus(painter: QPainter, rect: QRectF) -> None:
    """Paint the focus ring: 2 px inside a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("accent2"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
    painter.restore()


def draw_skeleton(painter: QPainter, rect: QRectF, *, rtl: bool = False, share: float = 0.6) -> None:
    """Paint the shape of a line of text that is not loaded yet."""
    width = min(rect.width() * share, 160.0)
    x = rect.right() - width if rtl else rect.left()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("sunken"))
    painter.drawRoundedRect(QRectF(x, rect.center().y() - 5, width, 10), 4, 4)
    painter.restore()


class TableDelegate(QStyledItemDelegate):
    """Paints a cell of text on its row's ground; others paint their values by overriding :meth:`draw_cell`.

    The model's DisplayRole is the text (None while the row is not loaded), its TextAlignmentRole the side.

    Thread: the GUI thread.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row's ground as far as it is this cell's, then the value."""
        row = row_state(option, index)
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        self.draw_ground(painter, row)
        self.draw_cell(painter, QRectF(option.rect).adjusted(INSET_PX, 0, -INSET_PX, 0), index, row)
        painter.restore()

    def draw_ground(self, painter: QPainter, row: RowState) -> None:
        """Paint what lies under the value: the row's ground, divider, selection and focus ring."""
        draw_row(painter, row)

    def draw_cell(self, painter: QPainter, rect: QRectF, index: Index, row: RowState) -> None:
        """Paint the value into the cell's room, clear of its padding."""
        text: Any = index.data(Qt.ItemDataRole.DisplayRole)
        side = _side(index)
        if text is None:
            draw_skeleton(painter, rect, rtl=row.rtl != (side is Side.END))
        else:
            write(painter, rect, str(text), font(TextRole.BODY), "text2", side, rtl=row.rtl)

    def natural_width(self, index: Index) -> float:
        """Return how wide the value is when nothing is cut, without padding."""
        return width_of(str(index.data(Qt.ItemDataRole.DisplayRole) or ""), font(TextRole.BODY))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room the value needs; the height of rows is the table's."""
        del option
        return QSize(int(self.natural_width(index)) + 2 * INSET_PX, ROW_PX)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show what was cut off, where the model has no hint of its own."""
        cut = self.natural_width(index) > option.rect.width() - 2 * INSET_PX
        if index.data(Qt.ItemDataRole.ToolTipRole) is None and cut:
            QToolTip.showText(event.globalPos(), hint(str(index.data(Qt.ItemDataRole.DisplayRole))), view)
            return True
        return super().helpEvent(event, view, option, index)


_SELECTED = QStyle.StateFlag.State_Selected
_RTL = Qt.LayoutDirection.RightToLeft


def _side(index: Index) -> Side:
    wanted: Any = index.data(Qt.ItemDataRole.TextAlignmentRole)
    if wanted is None:
        return Side.START
    return Side.END if Qt.AlignmentFlag(wanted) & Qt.AlignmentFlag.AlignTrailing else Side.START


def _same(one: Index, other: Index, whole: bool) -> bool:
    return one.row() == other.row() and (whole or one.column() == other.column())


def _row_rect(view: QWidget, option: QStyleOptionViewItem) -> QRect:
    if not isinstance(view, QTableView) or view.selectionBehavior() != QAbstractItemView.SelectionBehavior.SelectRows:
        return option.rect
    header = view.horizontalHeader()
    left = -header.offset()
    if option.direction == _RTL:
        left = view.viewport().width() - header.length() + header.offset()
    return QRect(QPoint(left, option.rect.top()), QSize(header.length(), option.rect.height()))


def _draw_cell_ground(painter: QPainter, rect: QRectF, row: RowState) -> None:
    """Cells are selected one by one: a soft-cornered ground, ringed where the keyboard is."""
    painter.fillRect(rect, colour("surface"))
    if not row.last:
        draw_hairline(painter, rect, Qt.Edge.BottomEdge)
    if row.selected or row.hovered or row.focused:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QPen(colour("accent2"), 3 if row.focused else 2)  # the keyboard's is stronger than a choice
        painter.setPen(ring if row.selected or row.focused else Qt.PenStyle.NoPen)
        painter.setBrush(colour("tint" if row.selected else "hover"))
        painter.drawRoundedRect(rect.adjusted(3, 3, -3, -4), 6, 6)
