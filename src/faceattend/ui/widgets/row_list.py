"""A list of rows of different heights whose heights are asked for once."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QTableView, QWidget

from faceattend.ui.widgets.table_looks import Index, install_table

_Action, _Hint = QTableView.CursorAction, QTableView.ScrollHint
_BACKWARD = frozenset({_Action.MoveUp, _Action.MovePageUp, _Action.MoveHome, _Action.MovePrevious})
_TO_THE_ENDS = frozenset({_Action.MoveHome, _Action.MoveEnd})


class RowList(QTableView):
    """A table of one column without headers; its model's SizeHintRole tells the height of a row that is not usual.

    QListView asks for the heights of all its rows whenever one comes or goes. With 400 rows that is 400 calls into
    Python, for each of which the window waits for Python's lock (docs/adr/0014). Here Qt keeps the heights.

    The scroll bar lies over the ends of the rows, in their margin: words keep their room when it comes.

    Thread: the GUI thread.

    Args:
        row_px: height of the usual row.
        parent: where it lies.
    """

    def __init__(self, row_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_px = row_px
        self._shown_bar = QScrollBar(Qt.Orientation.Vertical, self)
        install_table(self, row_px)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._follow_bar()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model's rows, and ask for the heights of those that come; once."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._measure_all)
            model.rowsInserted.connect(self._measure_inserted)
            model.dataChanged.connect(self._measure_changed)
            self._measure_all()

    @property
    def bar(self) -> QScrollBar:
        """The scroll bar that is seen; Qt's own, hidden one holds the place."""
        return self._shown_bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scroll bar at the end of the rows."""
        super().resizeEvent(event)
        self._place_bar()

    def changeEvent(self, event: QEvent) -> None:
        """Put the scroll bar at the other side where words run the other way."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange}:
            self._place_bar()

    def moveCursor(self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Move as in a list: Home and End go to its ends, and nothing stops at a row that cannot be chosen."""
        if action in _TO_THE_ENDS:
            home = action == _Action.MoveHome
            found = self._enabled(0 if home else self.model().rowCount() - 1, 1 if home else -1)
            return found if found.isValid() else self.currentIndex()
        moved = super().moveCursor(action, modifiers)
        if not moved.isValid():
            return moved
        found = self._enabled(moved.row(), -1 if action in _BACKWARD else 1)
        return found if found.isValid() else self.currentIndex()

    def scrollTo(self, index: Index, hint: QTableView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a row into view; with the first and the last that can be chosen, the heading beyond it as well."""
        super().scrollTo(index, hint)
        if not index.isValid():
            return
        if not self._enabled(index.row() - 1, -1).isValid():
            self.scrollToTop()
        elif not self._enabled(index.row() + 1, 1).isValid():
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _place_bar(self) -> None:
        width = self._shown_bar.sizeHint().width()
        left = 0 if self.isRightToLeft() else self.width() - width
        self._shown_bar.setGeometry(QRect(left, 0, width, self.height()))

    def _enabled(self, row: int, step: int) -> QModelIndex:
        """Return the next row that can be chosen from there on; an invalid index if there is none."""
        model = self.model()
        while 0 <= row < model.rowCount():
            if model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEnabled:
                return model.index(row, 0)
            row += step
        return QModelIndex()

    def _measure_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._measure(first, last)

    def _measure_changed(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int]) -> None:
        if not roles or int(Qt.ItemDataRole.SizeHintRole) in roles:
            self._measure(first.row(), last.row())

    def _measure_all(self) -> None:
        self._measure(0, self.model().rowCount() - 1)

    def _measure(self, first: int, last: int) -> None:
        model, heights = self.model(), self.verticalHeader()
        for row in range(first, last + 1):
            wanted: object = model.index(row, 0).data(Qt.ItemDataRole.SizeHintRole)
            height = wanted.height() if isinstance(wanted, QSize) else self._row_px
            if height != heights.sectionSize(row):
                heights.resizeSection(row, height)

    def _follow_bar(self) -> None:
        """Let the bar that is seen and the one that holds the place move each other."""
        holds = self.verticalScrollBar()
        holds.rangeChanged.connect(self._take_range)
        holds.valueChanged.connect(self._shown_bar.setValue)
        self._shown_bar.valueChanged.connect(holds.setValue)
        self._take_range(holds.minimum(), holds.maximum())

    def _take_range(self, least: int, most: int) -> None:
        holds, shown = self.verticalScrollBar(), self._shown_bar
        shown.setPageStep(holds.pageStep())
        shown.setSingleStep(holds.singleStep())
        shown.setRange(least, most)
        shown.setValue(holds.value())
        shown.setVisible(most > least)
