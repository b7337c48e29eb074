"""A table's header that shows the order of its rows right behind the word they are ordered by."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.widgets.lettering import mirrored, width_of
from faceattend.ui.widgets.table_looks import INSET_PX

_ARROW_PX, _GAP_PX = 14.0, 6.0


class SortHeader(QHeaderView):
    """Draws the arrow itself: Qt's own stands at the far end of the column.

    Thread: the GUI thread.

    Args:
        parent: the table.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - as Qt's
        """Paint a column's word, and the arrow if the rows are ordered by it."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex != self.sortIndicatorSection():
            return
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        start = rect.left() + INSET_PX + width_of(words, font(TextRole.SECOND, 600)) + _GAP_PX
        room = QRectF(rect)
        place = QRectF(start, room.center().y() - _ARROW_PX / 2, _ARROW_PX, _ARROW_PX)
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        draw_icon(painter, "arrow-up" if up else "arrow-down", mirrored(place, room, rtl=rtl), "text2")
