"""The cells of the table of cameras."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from faceattend.domain.cameras import CameraRole
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.models.camera_words import role_icon, role_word
from faceattend.ui.models.cameras import CameraCell, CountsCell
from faceattend.ui.widgets.lettering import mirrored, width_of, write
from faceattend.ui.widgets.switch import draw_switch
from faceattend.ui.widgets.table_looks import VALUE_ROLE, Index, RowState, TableDelegate

ROW_PX = 60
_ICON_PX, _GAP_PX, _LINE_PX = 16.0, 12.0, 17.0
_CHECK = Qt.ItemDataRole.CheckStateRole


class CameraCells(TableDelegate):
    """Paints name and state, what a camera counts, and the switch that takes it into use.

    A click on the switch, or Space anywhere in the row, turns it.

    Thread: the GUI thread.
    """

    def draw_cell(self, painter: QPainter, rect: QRectF, index: Index, row: RowState) -> None:
        """Paint one cell."""
        value: Any = index.data(VALUE_ROLE)
        state: Any = index.data(_CHECK)
        if isinstance(value, CameraCell):
            _draw_camera(painter, rect, value, rtl=row.rtl)
        elif isinstance(value, CountsCell):
            _draw_role(painter, rect, value.role, rtl=row.rtl)
        elif state is not None:
            draw_switch(painter, rect, on=Qt.CheckState(state) == Qt.CheckState.Checked, rtl=row.rtl)
        else:
            super().draw_cell(painter, rect, index, row)

    def natural_width(self, index: Index) -> float:
        """Return how wide the cell is when nothing is cut."""
        value: Any = index.data(VALUE_ROLE)
        lead = _ICON_PX + _GAP_PX
        if isinstance(value, CameraCell):
            return lead + max(
                width_of(value.name, font(TextRole.BODY, 500)), width_of(value.second, font(TextRole.SECOND))
            )
        if isinstance(value, CountsCell):
            return lead + width_of(role_word(value.role), font(TextRole.BODY))
        return super().natural_width(index)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Turn the switch."""
        del option
        state: Any = index.data(_CHECK)
        if state is None or not _turns(event):
            return False
        on = Qt.CheckState(state) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _CHECK)


def _turns(event: QEvent) -> bool:
    if isinstance(event, QMouseEvent):
        return event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space


def _draw_camera(painter: QPainter, rect: QRectF, value: CameraCell, *, rtl: bool) -> None:
    mark = QRectF(rect.left(), rect.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
    tint = "bad" if value.blind else "text3" if value.quiet else "text2"
    draw_icon(painter, "video-off" if value.blind or value.quiet else "video", mirrored(mark, rect, rtl=rtl), tint)
    lines = mirrored(rect.adjusted(_ICON_PX + _GAP_PX, 0, 0, 0), rect, rtl=rtl)
    upper = QRectF(lines.left(), lines.center().y() - _LINE_PX, lines.width(), _LINE_PX)
    write(painter, upper, value.name, font(TextRole.BODY, 500), "text3" if value.quiet else "text", rtl=rtl)
    below = "bad" if value.blind else "text3" if value.quiet else "text2"
    write(painter, upper.translated(0, _LINE_PX), value.second, font(TextRole.SECOND), below, rtl=rtl)


def _draw_role(painter: QPainter, rect: QRectF, role: CameraRole, *, rtl: bool) -> None:
    mark = QRectF(rect.left(), rect.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
    draw_icon(painter, role_icon(role), mirrored(mark, rect, rtl=rtl), "text2")
    words = mirrored(rect.adjusted(_ICON_PX + _GAP_PX / 2, 0, 0, 0), rect, rtl=rtl)
    write(painter, words, role_word(role), font(TextRole.BODY), "text2", rtl=rtl)
