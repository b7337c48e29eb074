"""The preview: a sheet as a spreadsheet shows it, with letters and numbers at its edges and the sums below it."""

from collections.abc import Iterable, Sequence
from heapq import nlargest

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.models.sheet import LETTER_ROLE, TO_CHECK_ROLE, ZERO_ROLE, SheetModel
from faceattend.ui.theme import colour
from faceattend.ui.widgets.hairline import draw_hairline
from faceattend.ui.widgets.lettering import Side, width_of, write

ROW_PX = 28
LETTERS_PX = 24
_NUMBERS_PX = 40
_PADDING_PX = 8
_SAMPLE = 200
_MEASURED = 40  # the longest of a column's texts: to measure all takes longer than anybody waits for a click
_NARROWEST, _WIDEST = 64, 280
_STILL_READ = 120
"""Pixels in which most names can still be read."""
_RTL = Qt.LayoutDirection.RightToLeft

Index = QModelIndex | QPersistentModelIndex


class SheetView(QTableView):
    """A sheet as a grid of cells.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(_Letters(self))
        self.setVerticalHeader(_Numbers(self))
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._natural: list[int] = []
        self._corner = self.findChild(QAbstractButton)
        if self._corner is not None:
            self._corner.installEventFilter(self)

    def fit(self) -> None:
        """Give every column of another sheet the room its content needs."""
        model = self.model()
        if isinstance(model, SheetModel):
            sampled = model.sampled(_SAMPLE)
            self._natural = [_natural_width(model, column, texts) for column, texts in enumerate(sampled)]
        self._fill()

    def _fill(self) -> None:
        """Share what room there is among the columns."""
        room = self.viewport().width()
        widths = _narrowed(self._natural, room)
        over = max(0, room - sum(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width + over // len(widths) + (column < over % len(widths)))

    def selected_cells(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return the rows and columns that the selection spans; a range of rows is not written out one by one."""
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        rows = [range(part.top(), part.bottom() + 1) for part in parts]
        columns = {column for part in parts for column in range(part.left(), part.right() + 1)}
        return rows[0] if len(rows) == 1 else sorted({row for each in rows for row in each}), sorted(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and over them the grid: a line for each row and column instead of two for each cell."""
        super().paintEvent(event)
        room = self.viewport().rect()
        rows = [
            QRectF(room.left(), self.rowViewportPosition(row), room.width(), self.rowHeight(row))
            for row in _seen(self.rowAt(room.top()), self.rowAt(room.bottom()), self.model().rowCount())
        ]
        if not rows:
            return
        rtl = self.layoutDirection() == _RTL
        start, end = (room.right(), room.left()) if rtl else (room.left(), room.right())
        columns = [
            QRectF(self.columnViewportPosition(column), room.top(), self.columnWidth(column), rows[-1].bottom())
            for column in _seen(self.columnAt(start), self.columnAt(end), self.model().columnCount())
        ]
        with QPainter(self.viewport()) as painter:
            painter.setClipRegion(event.region())
            for column in columns:
                _draw_end(painter, column, rtl=rtl)
            left, right = min(each.left() for each in columns), max(each.right() for each in columns)
            for row in rows:
                draw_hairline(painter, QRectF(left, row.top(), right - left, row.height()), Qt.Edge.BottomEdge)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the corner: the number of the row of headers."""
        if watched is self._corner and event.type() == QEvent.Type.Paint and self._corner is not None:
            with QPainter(self._corner) as painter:
                _draw_corner(painter, QRectF(self._corner.rect()), rtl=self.layoutDirection() == _RTL)
            return True
        return super().eventFilter(watched, event)


class _Letters(QHeaderView):
    """Letters, and below them the titles of the columns, which are the sheet's first row."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setFixedHeight(LETTERS_PX + ROW_PX)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint a letter over a title."""
        model, rtl = self.model(), self.layoutDirection() == _RTL
        letter, title = QRectF(rect), QRectF(rect)
        letter.setHeight(LETTERS_PX)
        title.setTop(letter.bottom())
        painter.fillRect(letter, colour("sunken"))
        painter.fillRect(title, colour("canvas"))
        _draw_edges(painter, letter, rtl=rtl)
        _draw_edges(painter, title, rtl=rtl)
        name = str(model.headerData(logical_index, Qt.Orientation.Horizontal, LETTER_ROLE) or "")
        write(painter, letter, name, font(TextRole.SECOND), "text2", Side.CENTRE)
        text = str(model.headerData(logical_index, Qt.Orientation.Horizontal) or "")
        side = _side(model.headerData(logical_index, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole))
        write(painter, inside(title), text, font(TextRole.SECOND, 600), "text", side, rtl=rtl)


class _Numbers(QHeaderView):
    """The numbers of the rows."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setMinimumSectionSize(ROW_PX)
        self.setDefaultSectionSize(ROW_PX)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumWidth(_NUMBERS_PX)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Keep the width fit for the longest number."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self.on_model_reset)

    def on_model_reset(self) -> None:
        """Make room for the number of the last row."""
        last = width_of(str(self.model().rowCount() + 1), font(TextRole.SECOND))
        self.setFixedWidth(max(_NUMBERS_PX, int(last) + 2 * _PADDING_PX))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint a number."""
        room = QRectF(rect)
        painter.fillRect(room, colour("sunken"))
        _draw_edges(painter, room, rtl=self.layoutDirection() == _RTL)
        write(painter, room, str(logical_index + 2), font(TextRole.SECOND), "text2", Side.CENTRE)


class _Cells(QStyledItemDelegate):
    """Cells on the grid; zeros step back, what somebody should look at stands out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect, rtl = QRectF(option.rect), option.direction == _RTL
        to_check = bool(index.data(TO_CHECK_ROLE))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colour("tint" if selected else "warn_bg" if to_check else "surface"))
        tint = "warn" if to_check else "text3" if index.data(ZERO_ROLE) else "text"
        face = font(TextRole.BODY, 500 if to_check else 400)
        side = _side(index.data(Qt.ItemDataRole.TextAlignmentRole))
        write(painter, inside(rect), str(index.data()), face, tint, side, rtl=rtl)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("accent2"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _narrowed(widths: Sequence[int], room: int) -> list[int]:
    """Let long names step back before anything has to be scrolled."""
    if sum(widths) <= room:
        return [*widths]
    limits = (limit for limit in range(_WIDEST, _STILL_READ, -4) if sum(min(each, limit) for each in widths) <= room)
    limit = next(limits, _STILL_READ + 60)  # scrolled all the same: then names may as well be read
    return [min(each, limit) for each in widths]


def _natural_width(model: SheetModel, column: int, texts: Iterable[str]) -> int:
    """Return the width that the title, the sum and these texts need."""
    face = font(TextRole.BODY, 500)
    title = width_of(str(model.headerData(column, Qt.Orientation.Horizontal)), font(TextRole.SECOND, 600))
    content = max((width_of(text, face) for text in nlargest(_MEASURED, texts, key=len)), default=0.0)
    total = width_of(model.total(column), font(TextRole.BODY, 600))
    return int(min(max(title, content, total, _NARROWEST - 2 * _PADDING_PX), _WIDEST)) + 2 * _PADDING_PX


def _seen(first: int, last: int, count: int) -> range:
    """Return the rows or columns from one end of a view to the other, each -1 where there is none any more."""
    return range(max(first, 0), (last if last >= 0 else count - 1) + 1)


def inside(rect: QRectF) -> QRectF:
    """Return a cell's room without its padding."""
    return rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)


def _side(alignment: object) -> Side:
    end = isinstance(alignment, Qt.AlignmentFlag | int) and Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignTrailing
    return Side.END if end else Side.START


def _draw_edges(painter: QPainter, rect: QRectF, *, rtl: bool) -> None:
    """Paint the grid's lines at a cell's foot and end."""
    draw_hairline(painter, rect, Qt.Edge.BottomEdge)
    _draw_end(painter, rect, rtl=rtl)


def _draw_end(painter: QPainter, rect: QRectF, *, rtl: bool) -> None:
    draw_hairline(painter, rect, Qt.Edge.LeftEdge if rtl else Qt.Edge.RightEdge)


def _draw_corner(painter: QPainter, rect: QRectF, *, rtl: bool) -> None:
    painter.fillRect(rect, colour("sunken"))
    title = rect.adjusted(0, LETTERS_PX, 0, 0)
    _draw_edges(painter, rect.adjusted(0, 0, 0, -ROW_PX), rtl=rtl)
    _draw_edges(painter, title, rtl=rtl)
    write(painter, title, "1", font(TextRole.SECOND), "text2", Side.CENTRE)
