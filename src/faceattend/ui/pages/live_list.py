"""The list of the feed: it never scrolls whoever reads it, and has pictures fetched for what it paints."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from faceattend.ui.models.feed import FeedModel
from faceattend.ui.widgets.feed_delegate import FeedDelegate
from faceattend.ui.widgets.table_looks import Index


class FeedList(QListView):
    """Shows a :class:`FeedModel`.

    Thread: the GUI thread.

    Args:
        parent: the pane.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.rows = _Delegate(self)

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


class _Delegate(FeedDelegate):
    """Takes heights from the model, which need no picture, and tells it which rows are really painted."""

    def __init__(self, view: FeedList) -> None:
        super().__init__(view)
        self._list = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, whose pictures are wanted from now on."""
        model = index.model()
        if isinstance(model, FeedModel):
            model.look_at(index)
        bar = self._list.verticalScrollBar()
        room = bar.width() if bar.isVisible() else 0  # the bar stands in the rows' margin: words keep their room
        rtl = self._list.isRightToLeft()
        option.rect = option.rect.adjusted(-room if rtl else 0, 0, 0 if rtl else room, 0)
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the row's height as the model knows it."""
        height: Any = index.data(Qt.ItemDataRole.SizeHintRole)
        return QSize(option.rect.width(), height.height()) if isinstance(height, QSize) else QSize()
