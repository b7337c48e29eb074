"""The table of people: its columns, its keys, and which rows are on screen."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from faceattend.ui.models.people import PeopleColumn
from faceattend.ui.widgets.person_cell import PersonCellDelegate
from faceattend.ui.widgets.photo_marks import PhotoMarksDelegate
from faceattend.ui.widgets.rounded import Rounded
from faceattend.ui.widgets.sort_header import SortHeader
from faceattend.ui.widgets.table_looks import ROW_PX, Index, install_table

_WIDTHS = {PeopleColumn.GROUP: 128, PeopleColumn.KIND: 112, PeopleColumn.PHOTOS: 124, PeopleColumn.SEEN: 136}
_ROOM_FOR_KIND = 700  # a narrower table does without the kind


class PeopleTable(QTableView):
    """A table whose single letters are the page's, and which never searches through fifty thousand rows by itself.

    Signals:
        copy_wanted(): of the selected rows.
        delete_wanted(): of the current row.
        seen_changed(): more or fewer rows are on screen now.
        stepped(QModelIndex): another row is the current one.

    Thread: the GUI thread.
    """

    copy_wanted = Signal()
    delete_wanted = Signal()
    seen_changed = Signal()
    stepped = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(SortHeader(self))
        install_table(self)
        Rounded(self, bottom=False)
        self.setItemDelegateForColumn(PeopleColumn.PERSON, PersonCellDelegate(self))
        self.setItemDelegateForColumn(PeopleColumn.PHOTOS, PhotoMarksDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_columns(self) -> None:
        """Give the columns their widths, once there is a model."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(PeopleColumn.PERSON, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)

    def seen_rows(self) -> int:
        """Return how many rows are on screen; of the last one at least half."""
        rows = self.model().rowCount() if self.model() is not None else 0  # pyright: ignore[reportUnnecessaryComparison] - None before it is set
        return min(rows, round(self.viewport().height() / ROW_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and Delete are told; letters go on to the page; the rest moves through the rows."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.text().strip() and event.text().isprintable() and event.modifiers() == _NONE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of another row."""
        super().currentChanged(current, previous)
        self.stepped.emit(current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the least needed column where there is no room for it, and count the rows again."""
        super().resizeEvent(event)
        if self.model() is not None:  # pyright: ignore[reportUnnecessaryComparison] - None before it is set
            self.setColumnHidden(PeopleColumn.KIND, self.viewport().width() < _ROOM_FOR_KIND)
        self.seen_changed.emit()


_NONE = Qt.KeyboardModifier.NoModifier
