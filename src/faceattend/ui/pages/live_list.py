"""The list of the feed: it never scrolls whoever reads it, lets rows be chosen, and fetches the pictures it paints."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from faceattend.domain.feed import FeedItem
from faceattend.ui.models.feed import FeedModel
from faceattend.ui.models.feed_rows import FeedLine
from faceattend.ui.widgets.feed_delegate import FeedDelegate
from faceattend.ui.widgets.feed_row import ROW_PX
from faceattend.ui.widgets.row_list import RowList
from faceattend.ui.widgets.table_looks import Index

_Flag = QItemSelectionModel.SelectionFlag
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class FeedList(RowList):
    """Shows a :class:`FeedModel`.

    Of the rows that wait, several can be chosen: with Space, Shift and the arrows, Ctrl+A, or Shift and Ctrl with the
    pointer. While that goes on, the arrows move and keep what is chosen; Esc ends it. Right and left open and close
    what is folded into a row.

    Signals:
        choice_changed(): other rows are chosen, or what is folded into one of them has changed.

    Thread: the GUI thread.

    Args:
        parent: the pane.
    """

    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW_PX, parent)
        self.setSelectionMode(RowList.SelectionMode.ExtendedSelection)
        self._marking = False
        self.rows = _Delegate(self)

    @property
    def choosing(self) -> bool:
        """Whether rows are being chosen, beyond the one where the keyboard is."""
        return self._marking or len(self.selectedIndexes()) > 1

    @property
    def chosen(self) -> tuple[FeedItem, ...]:
        """The passages of the chosen rows that wait, each once, the newest first."""
        lines = [line for index in self.selectedIndexes() if (line := self._line(index)) and line.waiting]
        items = {item.id: item for line in lines for item in line.items}.values()
        return tuple(sorted(items, key=lambda item: (item.seen_at, item.id), reverse=True))

    def end_choice(self) -> None:
        """Choose the row where the keyboard is, and no other."""
        self._marking = False
        self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect)
        self.choice_changed.emit()

    def open(self, index: Index, *, opened: bool) -> None:
        """Show what is folded into a row below it, or no longer."""
        model = self.model()
        if isinstance(model, FeedModel):
            model.open(index, opened=opened)

    @contextmanager
    def keeping_place(self) -> Generator[None]:
        """Let rows come and go without moving what is being read; at the very top, new ones come into view."""
        bar = self.verticalScrollBar()
        at_top = QPersistentModelIndex(self.indexAt(QPoint(self.width() // 2, 1)))
        first = at_top if bar.value() > 0 else QPersistentModelIndex()
        before = self.visualRect(first).top()
        yield
        if first.isValid():
            self.executeDelayedItemsLayout()
            bar.setValue(bar.value() + self.visualRect(first).top() - before)
        if not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect)  # what was chosen has gone
        self.choice_changed.emit()

    def selectAll(self) -> None:
        """Choose all rows that wait, but not what stands below its fold as well."""
        chosen = QItemSelection()
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 0)
            line = self._line(index)
            if line is not None and line.waiting and not line.within:
                chosen.select(index, index)
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, end choosing, open and close; the rest is as in every list."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        inward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        match event.key():
            case Qt.Key.Key_Space if plain:
                self._mark()
            case Qt.Key.Key_Escape if self.choosing:
                self.end_choice()
            case Qt.Key.Key_Left | Qt.Key.Key_Right if plain:
                self._open_or_close(event.key() == inward)
            case _:
                super().keyPressEvent(event)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Keep what is chosen while the keyboard moves on, and choose several only among rows that wait."""
        if event is not None and event.type() == QEvent.Type.MouseMove:
            return _Flag.NoUpdate  # dragging over rows chooses none
        extends = isinstance(event, QInputEvent) and bool(event.modifiers() & (_SHIFT | _CTRL))
        if extends:
            line = self._line(index)
            return super().selectionCommand(index, event) if line and line.waiting else _Flag.NoUpdate
        if isinstance(event, QKeyEvent) and self.choosing:
            return _Flag.NoUpdate
        if isinstance(event, QMouseEvent):
            self._marking = False
        return super().selectionCommand(index, event)

    def reset(self) -> None:
        """Other rows are shown: none of them is chosen, which Qt tells nobody."""
        super().reset()
        self._marking = False
        self.choice_changed.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of it; with the last row, choosing ends."""
        super().selectionChanged(selected, deselected)
        self._marking = self._marking and self.selectionModel().hasSelection()
        self.choice_changed.emit()

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Let the keyboard go on with the row below, or above, not with a heading."""
        current = self.currentIndex()
        if start <= current.row() <= end:
            rows = [*range(end + 1, self.model().rowCount()), *reversed(range(start))]
            index = next((index for row in rows if self._line(index := self.model().index(row, 0))), QModelIndex())
            command = _Flag.NoUpdate if self.choosing else _Flag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, command)
        super().rowsAboutToBeRemoved(parent, start, end)

    def _mark(self) -> None:
        index = self.currentIndex()
        line = self._line(index)
        if line is None or not line.waiting:
            return
        command = _Flag.Toggle if self.choosing else _Flag.Select
        self._marking = True
        self.selectionModel().select(index, command)
        self.choice_changed.emit()

    def _open_or_close(self, opened: bool) -> None:
        index = self.currentIndex()
        line = self._line(index)
        if line is None:
            return
        if not opened and line.within:
            index = self._head_of(index)
            self.selectionModel().setCurrentIndex(index, self.selectionCommand(index, None))
        self.open(index, opened=opened)

    def _head_of(self, index: QModelIndex) -> QModelIndex:
        """Return the row above that tells of this one and others."""
        above = (self.model().index(row, 0) for row in reversed(range(index.row())))
        return next((each for each in above if (line := self._line(each)) and line.folded), index)

    def _line(self, index: Index) -> FeedLine | None:
        """Return what a row tells of; None for a heading and for no row."""
        model = self.model()
        line = model.line(index) if isinstance(model, FeedModel) else None
        return line if line is not None and line.heading is None else None


class _Delegate(FeedDelegate):
    """Tells the model which rows are really painted: their pictures are wanted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, whose pictures are wanted from now on."""
        model = index.model()
        line = model.line(index) if isinstance(model, FeedModel) else None
        if isinstance(model, FeedModel) and line is not None and line.item is not None:
            model.album.look_at(line.item)
        super().paint(painter, option, index)
