"""The feed as a list model: rows come and go one by one, so that nobody who reads is scrolled away."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal

from faceattend.domain.feed import FeedItem
from faceattend.services.feed import FeedDay, FeedNews
from faceattend.ui.models.feed_album import FeedAlbum
from faceattend.ui.models.feed_rows import FeedLine, FeedRows, Heading
from faceattend.ui.models.feed_words import Telling, entry_of, fold_entry
from faceattend.ui.widgets.feed_row import ACTION_ROW_PX, ROW_PX, SECTION_PX, FeedEntry, FeedSection
from faceattend.ui.widgets.table_looks import VALUE_ROLE

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class _WithoutHeadings(QAbstractListModel):
    """A list in a table: Qt would number its column and rows."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as the base
        """Return no headings: the view shows none, and a screen reader would read Qt's numbers before each row."""
        del section, orientation, role


class FeedModel(_WithoutHeadings):
    """What waits, then the latest. :data:`VALUE_ROLE` gives a FeedEntry or a FeedSection.

    Signals:
        older_wanted: the view has come to the end of what is loaded.

    Attributes:
        album: the pictures beside the rows.

    Thread: the GUI thread.
    """

    older_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = FeedRows()
        self._telling: Telling | None = None
        self._asking_older = False
        self.album = FeedAlbum(self)
        self.album.changed.connect(self._on_pictures)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of rows; a list has them at its root only."""
        return 0 if parent.isValid() else len(self._rows.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as the base
        """Return the row for its delegate, or what it says for a screen reader."""
        if not index.isValid() or self._telling is None:
            return None
        line = self._rows.lines[index.row()]
        if role == VALUE_ROLE:
            return self._section(line) if line.item is None else self._entry(line, self._telling, line.item)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._height(line))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if line.item is None:
                return self._section(line).title
            entry = self._entry(line, self._telling, line.item)
            return entry.title if role == Qt.ItemDataRole.DisplayRole else entry.speak()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row; headings are passed over."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows.lines[index.row()].item is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: Index) -> bool:
        """Whether older rows are to be had, and room for them."""
        return not (parent.isValid() or self._rows.complete or self._rows.full or self._asking_older)

    def fetchMore(self, parent: Index) -> None:
        """Ask for older rows; they come with :meth:`add_older`."""
        if self.canFetchMore(parent):
            self._asking_older = True
            self.older_wanted.emit()

    def show_day(self, day: FeedDay, telling: Telling) -> None:
        """Show these and no others.

        Args:
            day: what was read.
            telling: how rows are told.
        """
        self.beginResetModel()
        self._telling, self._asking_older = telling, False
        self._rows.begin(day.latest, day.waiting, day.waiting_count, complete=day.reached is None)
        self._rows.lines = self._rows.drawn()
        self.album.forget_wishes()
        self.endResetModel()

    def add_older(self, items: Sequence[FeedItem], *, complete: bool) -> None:
        """Go on below; ``complete``: whether these are the last."""
        self._asking_older = False
        self._rows.add_older(items, complete=complete)
        self._follow()

    def take(self, ids: Sequence[UUID], news: FeedNews) -> None:
        """Take in how these sightings stand now, and what waits."""
        self._rows.wait(news.waiting, news.waiting_count)
        self._rows.renew(ids, news.items)
        self._follow()

    def tell(self, telling: Telling) -> None:
        """Tell the rows in another way."""
        same, self._telling = telling == self._telling, telling
        if self._rows.lines and not same:  # a window that is resized would have all rows laid out at every step
            self.dataChanged.emit(self.index(0), self.index(len(self._rows.lines) - 1))

    def line(self, index: Index) -> FeedLine | None:
        """Return what a row tells of; None for no row."""
        return self._rows.lines[index.row()] if index.isValid() else None

    def index_of(self, entry: FeedEntry) -> QModelIndex:
        """Return the row that says this; an invalid one if it has gone meanwhile."""
        for row, line in enumerate(self._rows.lines):
            if (line.id, line.waiting, line.folded) == (entry.id, entry.waiting, entry.folded):
                return self.index(row)
        return QModelIndex()

    def open(self, index: Index, *, opened: bool) -> None:
        """Let the passages that are folded into a row stand below it one by one, or no longer."""
        line = self.line(index)
        if line is not None and line.folded:
            self._rows.open(line, opened=opened)
            self._follow()

    @property
    def rows(self) -> FeedRows:
        """What is held, for reading."""
        return self._rows

    def _on_pictures(self, ids: set[UUID]) -> None:
        for row, line in enumerate(self._rows.lines):
            if line.item is not None and line.item.id in ids:
                self.dataChanged.emit(self.index(row), self.index(row), [VALUE_ROLE])

    def _entry(self, line: FeedLine, telling: Telling, item: FeedItem) -> FeedEntry:
        pictures = self.album.of(item)
        if line.folded:
            return fold_entry(line, telling, pictures)
        entry = entry_of(item, telling, pictures, waiting=line.waiting)
        return replace(entry, within=True) if line.within else entry

    def _height(self, line: FeedLine) -> int:
        if line.item is None:
            return SECTION_PX
        may_answer = self._telling is not None and self._telling.may_answer
        asks = line.waiting and (may_answer or line.folded)
        return ACTION_ROW_PX if asks else ROW_PX

    def _section(self, line: FeedLine) -> FeedSection:
        if line.heading is Heading.WAITING:
            return FeedSection(self.tr("Waiting for you: {count}").format(count=line.count))
        if line.heading is Heading.MORE_WAITING:
            return FeedSection(self.tr("Earlier ones that wait: {count}").format(count=line.count))
        if line.heading is Heading.EARLIER:
            return FeedSection(self.tr("Earlier ones: search for a name"))
        return FeedSection(self.tr("Latest"))

    def _follow(self) -> None:
        """Bring the view's rows to what they should be, run by run: nobody who reads is scrolled away."""
        wanted = self._rows.drawn()
        keys = {line.key for line in wanted}
        lines = self._rows.lines
        for first, last in reversed(_runs(row for row, line in enumerate(lines) if line.key not in keys)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del lines[first : last + 1]
            self.endRemoveRows()
        held = {line.key for line in lines}
        for first, last in _runs(row for row, line in enumerate(wanted) if line.key not in held):
            self.beginInsertRows(QModelIndex(), first, last)
            lines[first:first] = wanted[first : last + 1]
            self.endInsertRows()
        for first, last in _runs(row for row, line in enumerate(wanted) if lines[row] != line):
            lines[first : last + 1] = wanted[first : last + 1]
            self.dataChanged.emit(self.index(first), self.index(last))


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return rising numbers as the runs without a gap that they make: the first and the last of each."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs
