"""The grid of attendance: days as bars, a month as hours over small bars, axes in the header."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from faceattend.domain.timecards import DayCard
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.models.attendance import AttendanceModel, DayCell
from faceattend.ui.models.attendance_days import Stretch
from faceattend.ui.models.attendance_words import Glance, bar_of, glance, hours, stretches
from faceattend.ui.pages.attendance_month import MonthPainter
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.day_bar import draw_day_bar, draw_hours
from faceattend.ui.widgets.hairline import draw_hairline
from faceattend.ui.widgets.lettering import Side, mirrored, width_of, write
from faceattend.ui.widgets.person_cell import PersonCellDelegate
from faceattend.ui.widgets.rounded import Rounded
from faceattend.ui.widgets.table_looks import (
    INSET_PX,
    VALUE_ROLE,
    Index,
    RowState,
    TableDelegate,
    draw_skeleton,
    install_table,
)

_ROW_PX = {Stretch.DAY: 60, Stretch.WEEK: 60, Stretch.MONTH: 48}
_HEADER_PX = 44
_PERSON_PX = {Stretch.DAY: 220, Stretch.WEEK: 184, Stretch.MONTH: 184}
_LEAST_PERSON_PX = 148
_HOURS_PX = {Stretch.DAY: 76, Stretch.WEEK: 76, Stretch.MONTH: 84}
_DAY_PX = {Stretch.DAY: 300, Stretch.WEEK: 84, Stretch.MONTH: 24}  # below it names are cut to make room
_LEAST_DAY_PX = {Stretch.DAY: 300, Stretch.WEEK: 78, Stretch.MONTH: 24}
_ROOMY_PX = 92  # a week's day with "07:54-16:36" and the whole padding
_BAR_PX = 16.0
_PADDING = {Stretch.DAY: 12.0, Stretch.WEEK: 8.0, Stretch.MONTH: 1.0}
_TIGHT = 2.0
_ICON_PX = 14.0


class DayDelegate(TableDelegate):
    """Paints a day: its bar, and below it when somebody came and left, or what a person must look at.

    Thread: the GUI thread.

    Args:
        grid: whose model tells the present and the part of the clock that is shown.
    """

    def __init__(self, grid: "AttendanceGrid") -> None:
        super().__init__(grid)
        self._grid = grid

    def draw_cell(self, painter: QPainter, rect: QRectF, index: Index, row: RowState) -> None:
        """Paint the value; as its skeleton while it is not loaded."""
        value: Any = index.data(VALUE_ROLE)
        pad = self._grid.padding - INSET_PX
        room = rect.adjusted(pad, 0, -pad, 0)
        if not isinstance(value, DayCell):
            draw_skeleton(painter, room, rtl=row.rtl, share=0.8)
        elif value.card is not None:  # where nobody was seen it stays empty, and says so to those who listen
            self._draw_large(painter, room, value.card, rtl=row.rtl)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the sentence, which is the model's hint."""
        return super(TableDelegate, self).helpEvent(event, view, option, index)

    def _draw_large(self, painter: QPainter, room: QRectF, card: DayCard, *, rtl: bool) -> None:
        model = self._grid.shown
        bar = QRectF(room.left(), room.center().y() - _BAR_PX - 2, room.width(), _BAR_PX)
        draw_day_bar(painter, bar, bar_of(card, model.now()), model.window)
        said = glance(card)
        if self._grid.stretch is Stretch.DAY:
            said = _longer(said, stretches(card))
        _write_glance(painter, QRectF(room.left(), room.center().y() + 4, room.width(), 18), said, rtl=rtl)


def _longer(said: Glance, all_stays: str) -> Glance:
    text = f"{said.text} · {all_stays}" if said.icon else all_stays
    return Glance(text, said.icon, said.tone)


def _write_glance(painter: QPainter, room: QRectF, said: Glance, *, rtl: bool) -> None:
    face = font(TextRole.SECOND, 600 if said.icon else 400)
    if not said.icon:
        write(painter, room, said.text, face, said.tone, rtl=rtl)
        return
    place = QRectF(room.left(), room.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
    draw_icon(painter, said.icon, mirrored(place, room, rtl=rtl), said.tone)
    words = room.adjusted(_ICON_PX + 4, 0, 0, 0)
    text = said.text if not said.brief or width_of(said.text, face) <= words.width() else said.brief
    write(painter, mirrored(words, room, rtl=rtl), text, face, said.tone, rtl=rtl)


class HoursDelegate(TableDelegate):
    """Paints the hours of all days, equally wide, on the side of numbers.

    Thread: the GUI thread.
    """

    def draw_cell(self, painter: QPainter, rect: QRectF, index: Index, row: RowState) -> None:
        """Paint hours and minutes; quietly where there are none."""
        worked: Any = index.data(VALUE_ROLE)
        if worked is None:
            draw_skeleton(painter, rect, rtl=not row.rtl)
            return
        face = font(TextRole.BODY, 600 if worked else 400)
        write(painter, rect, hours(worked), face, "text" if worked else "text3", Side.END, rtl=row.rtl)


class DayHeader(QHeaderView):
    """Writes the days, and the hours of the axis below them.

    Thread: the GUI thread.

    Args:
        grid: whose days they are.
    """

    def __init__(self, grid: "AttendanceGrid") -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self.setFixedHeight(_HEADER_PX)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - as Qt's
        """Paint one column's head."""
        room = QRectF(rect)
        painter.save()
        painter.fillRect(room, colour("canvas"))
        draw_hairline(painter, room, Qt.Edge.BottomEdge)
        model = self._grid.shown
        text: Any = model.headerData(logicalIndex, Qt.Orientation.Horizontal)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if 0 < logicalIndex <= len(model.days):
            today = model.days[logicalIndex - 1] == model.now().astimezone().date()
            self._draw_day(painter, room, str(text), "accent2" if today else "text", rtl=rtl)
        else:
            side = Side.END if logicalIndex else Side.START
            inner = room.adjusted(INSET_PX, 0, -INSET_PX, 0)
            write(painter, inner, str(text), font(TextRole.SECOND, 600), "text2", side, rtl=rtl)
        painter.restore()

    def sizeHint(self) -> QSize:
        """Return a height with room for two lines."""
        return QSize(super().sizeHint().width(), _HEADER_PX)

    def _draw_day(self, painter: QPainter, room: QRectF, text: str, tint: str, *, rtl: bool) -> None:
        stretch, window = self._grid.stretch, self._grid.shown.window
        inner = room.adjusted(self._grid.padding, 0, -self._grid.padding, 0)
        upper = QRectF(inner.left(), room.top() + 5, inner.width(), 17)
        lower = upper.translated(0, 16)
        face = font(TextRole.SECOND, 600)
        if stretch is Stretch.MONTH:
            name, _, number = text.rpartition(" ")
            write(painter, upper, name[:2], font(TextRole.MARK), "text3", Side.CENTRE)
            write(painter, lower, number, face, tint, Side.CENTRE)
            return
        write(painter, upper, text, face, tint, rtl=rtl)
        first, last = int(window.first // 60), int(window.last // 60)
        apart = 1.3 * width_of("22", font(TextRole.MARK))
        step = next((each for each in (1, 2, 4) if each * inner.width() / (last - first) >= apart), 6)
        draw_hours(painter, lower, window, range(-(-first // step) * step, last + 1, step))


class AttendanceGrid(QTableView):
    """The table of people and days. Cells are chosen one by one or as a block.

    Signals:
        looked(int, int): first and last row in view have changed.

    Thread: the GUI thread.
    """

    looked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stretch = Stretch.WEEK
        self.padding = _PADDING[self.stretch]
        self.setHorizontalHeader(DayHeader(self))
        install_table(self, _ROW_PX[Stretch.WEEK])
        self.horizontalHeader().setFixedHeight(_HEADER_PX)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._people, self._hours, self._days = PersonCellDelegate(self, 28), HoursDelegate(self), DayDelegate(self)
        self._month = MonthPainter(self)
        self.setItemDelegate(self._days)
        self.setItemDelegateForColumn(0, self._people)
        self.verticalScrollBar().valueChanged.connect(self.on_view_moved)
        Rounded(self)
        self.setAccessibleName(self.tr("Attendance by person and day"))

    @property
    def shown(self) -> AttendanceModel:
        """The model."""
        model = self.model()
        if not isinstance(model, AttendanceModel):
            raise TypeError("the grid shows an AttendanceModel")
        return model

    def show_model(self, model: AttendanceModel) -> None:
        """Show a model, and follow it."""
        self.setModel(model)
        model.modelReset.connect(self.on_reset)
        model.window_changed.connect(self.on_window_changed)
        self.on_reset()

    def set_stretch(self, stretch: Stretch) -> None:
        """Prepare for days, weeks or months; the model's days follow."""
        self.stretch = stretch
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(_ROW_PX[stretch])
        rows.setDefaultSectionSize(_ROW_PX[stretch])

    def on_reset(self) -> None:
        """Give the columns their widths, and look at the top."""
        for column in range(1, self.shown.columnCount()):
            last = column == self.shown.columnCount() - 1
            self.setItemDelegateForColumn(column, self._hours if last else self._days)
        self.scrollToTop()
        self._fit()
        self.on_view_moved()

    def on_window_changed(self) -> None:
        """Paint all axes anew."""
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def on_view_moved(self) -> None:
        """Tell which rows are in view."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        count = self.shown.rowCount()
        if count:
            self.looked.emit(max(first, 0), last if last >= 0 else count - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; those of a month in one go, since it has hundreds of cells."""
        if self.stretch is Stretch.MONTH and self.shown.days:
            self.executeDelayedItemsLayout()
            self._month.paint(event.rect())
        else:
            super().paintEvent(event)

    def option_for(self, index: Index) -> QStyleOptionViewItem:
        """Return with what a cell's delegate is to paint it."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        return option

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the days."""
        super().resizeEvent(event)
        self._fit()
        self.on_view_moved()

    def keyboardSearch(self, search: str) -> None:
        """Letters are the page's keys; people are found by the search field."""

    def _fit(self) -> None:
        days, header = len(self.shown.days), self.horizontalHeader()
        if not days:
            return
        stretch = self.stretch
        room = self.viewport().width() - _HOURS_PX[stretch]
        person = min(_PERSON_PX[stretch], max(_LEAST_PERSON_PX, room - _DAY_PX[stretch] * days))
        each = max(_LEAST_DAY_PX[stretch], (room - person) // days)
        missing = max(0, _ROOMY_PX - each) if stretch is Stretch.WEEK else 0
        self.padding = max(_TIGHT, _PADDING[stretch] - missing / 2) if missing else _PADDING[stretch]
        header.resizeSection(0, max(person, room - each * days))
        for column in range(1, days + 1):
            header.resizeSection(column, each)
        header.resizeSection(days + 1, _HOURS_PX[stretch])
