"""The sections of a page, one below the other: the chosen one on a soft ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.theme import colour
from faceattend.ui.widgets.lettering import Side, width_of, write
from faceattend.ui.widgets.table_looks import Index, install_list, row_state

ITEM_PX, _GAP_PX, _INSET_PX, _RADIUS = 32, 4, 12.0, 6.0


class SectionList(QListView):
    """Words to choose one of; arrows or J and K walk through them.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_list(self)
        self.setProperty("kind", "plain")
        self.setItemDelegate(_Words(self))
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)


class _Words(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        words = width_of(str(index.data()), font(TextRole.BODY, 600))
        return QSize(round(words + 2 * _INSET_PX), ITEM_PX + _GAP_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_state(option, index)
        rect = QRectF(option.rect).adjusted(0, 0, 0, -_GAP_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.selected or row.hovered or row.focused:
            painter.setPen(QPen(colour("accent2"), 2) if row.focused else Qt.PenStyle.NoPen)
            painter.setBrush(colour("tint" if row.selected else "hover"))
            inset = 1.0 if row.focused else 0.0
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        face = font(TextRole.BODY, 600 if row.selected else 400)
        room = rect.adjusted(_INSET_PX, 0, -_INSET_PX, 0)
        write(painter, room, str(index.data()), face, "accent2" if row.selected else "text2", Side.START, rtl=row.rtl)
        painter.restore()
