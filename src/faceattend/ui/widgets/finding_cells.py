"""The cells of the table of what a test measured."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView

from faceattend.domain.camera_sight import Aspect, Finding, Grade
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.models.camera_words import grade_icon, grade_token
from faceattend.ui.widgets.lettering import Side, mirrored, width_of, write
from faceattend.ui.widgets.table_looks import (
    HEADER_PX,
    INSET_PX,
    VALUE_ROLE,
    Index,
    RowState,
    TableDelegate,
    install_table,
)

ROW_PX = 32
_ICON_PX, _GAP_PX = 16.0, 8.0


class FindingCells(TableDelegate):
    """Paints a :class:`Finding`: icon and word, what was seen in the colour of its grade, what is needed in grey.

    Thread: the GUI thread.
    """

    def draw_cell(self, painter: QPainter, rect: QRectF, index: Index, row: RowState) -> None:
        """Paint one cell."""
        finding: Any = index.data(VALUE_ROLE)
        if not isinstance(finding, Finding):
            return
        whole = rect.adjusted(-INSET_PX, 0, INSET_PX, 0)  # columns are narrow: only the outer side is set off
        inner = (INSET_PX, 0) if index.column() == 0 else (0, INSET_PX)
        room = mirrored(whole.adjusted(inner[0], 0, -inner[1], 0), whole, rtl=row.rtl)
        words = str(index.data())
        good = finding.grade in {Grade.GOOD, Grade.UNSEEN}
        if index.column() == 0:
            mark = QRectF(room.left(), room.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
            draw_icon(painter, grade_icon(finding.grade), mirrored(mark, room, rtl=row.rtl), grade_token(finding.grade))
            room = mirrored(room.adjusted(_ICON_PX + _GAP_PX, 0, 0, 0), room, rtl=row.rtl)
            write(painter, room, words, font(TextRole.BODY, 400 if good else 600), "text", rtl=row.rtl)
        elif index.column() == 1:
            tint = grade_token(finding.grade) if not good else "text" if finding.grade is Grade.GOOD else "text3"
            write(painter, room, words, font(TextRole.BODY, 400 if good else 600), tint, Side.END, rtl=row.rtl)
        else:
            write(painter, room, words, font(TextRole.SECOND), "text2", Side.END, rtl=row.rtl)

    def natural_width(self, index: Index) -> float:
        """Return how wide the cell is when nothing is cut."""
        lead = _ICON_PX + _GAP_PX if index.column() == 0 else 0.0
        return lead + width_of(str(index.data() or ""), font(TextRole.BODY, 600))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room the value needs, set off at one side only."""
        del option
        return QSize(int(self.natural_width(index)) + INSET_PX, ROW_PX)


def dress_findings(view: QTableView) -> None:
    """Dress the table of findings; it is as high as its rows."""
    install_table(view, ROW_PX)
    view.setItemDelegate(FindingCells(view))
    view.setSelectionMode(QTableView.SelectionMode.NoSelection)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setFixedHeight(HEADER_PX + ROW_PX * len(Aspect))
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
