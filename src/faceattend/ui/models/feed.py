"""The feed as a list model: rows come and go one by one, so that nobody who reads is scrolled away."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer, Signal

from faceattend.domain.feed import FeedItem
from faceattend.services.feed import FeedDay, FeedNews, FeedPictures
from faceattend.ui.models.feed_rows import FeedLine, FeedRows, Heading
from faceattend.ui.models.feed_words import Telling, entry_of, fold_entry
from faceattend.ui.widgets.feed_row import ACTION_ROW_PX, ROW_PX, SECTION_PX, FeedEntry, FeedSection
from faceattend.ui.widgets.table_looks import VALUE_ROLE

_PICTURES_KEPT = 160
_PICTURES_AT_ONCE = 24

Index = QModelIndex | QPersistentModelIndex
_PictureKey = tuple[UUID, UUID | None]
_NO_PARENT = QModelIndex()


class FeedModel(QAbstractListModel):
    """What waits, then the latest. :data:`VALUE_ROLE` gives a FeedEntry or a FeedSection.

    Pictures are asked for by :meth:`look_at`, when their row is painted, as few of them ever are.

    Signals:
        older_wanted: the view has come to the end of what is loaded.
        pictures_wanted(dict): of these sightings, with whose reference each.

    Thread: the GUI thread.
    """

    older_wanted = Signal()
    pictures_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = FeedRows()
        self._telling: Telling | None = None
        self._asking_older = False
        self._pictures: OrderedDict[_PictureKey, FeedPictures] = OrderedDict()
        self._wanted: dict[UUID, UUID | None] = {}
        self._asked: set[_PictureKey] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_wanted)

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

    def look_at(self, index: Index) -> None:
        """A row is painted: have its pictures fetched, unless they are here or on their way."""
        item = self.item(index)
        if item is None:
            return
        key = (item.id, item.person_id)
        if key in self._pictures:
            self._pictures.move_to_end(key)
        elif key not in self._asked and item.id not in self._wanted:
            self._wanted[item.id] = item.person_id
            self._soon.start()

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
        self._forget_wishes()
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

    def take_pictures(self, pictures: dict[UUID, FeedPictures], asked: dict[UUID, UUID | None]) -> None:
        """Take in pictures that were asked for; what did not come stays a blank."""
        for sighting_id, person_id in asked.items():
            self._asked.discard((sighting_id, person_id))
            self._pictures[sighting_id, person_id] = pictures.get(sighting_id, FeedPictures(None, None))
        while len(self._pictures) > _PICTURES_KEPT:
            self._pictures.popitem(last=False)
        for row, line in enumerate(self._rows.lines):
            if line.item is not None and line.item.id in asked:
                self.dataChanged.emit(self.index(row), self.index(row), [VALUE_ROLE])

    def tell(self, telling: Telling) -> None:
        """Tell the rows in another way."""
        self._telling = telling
        if self._rows.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows.lines) - 1))

    def item(self, index: Index) -> FeedItem | None:
        """Return the sighting of a row, of several the newest; None for a heading."""
        line = self.line(index)
        return line.item if line else None

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

    def _on_wanted(self) -> None:
        """Ask for the pictures of the rows painted last; whoever scrolls fast passes over the others."""
        wanted = dict(list(self._wanted.items())[-_PICTURES_AT_ONCE:])
        self._wanted.clear()
        self._asked.update(wanted.items())
        if wanted:
            self.pictures_wanted.emit(wanted)

    def _entry(self, line: FeedLine, telling: Telling, item: FeedItem) -> FeedEntry:
        pictures = self._pictures.get((item.id, item.person_id))
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

    def _forget_wishes(self) -> None:
        self._wanted.clear()
        self._asked.clear()

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
