"""The reference photos of a person as a small grid: which way each looks, and how good it is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from faceattend.domain.directory import ShownPhoto
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.models.people_words import GOOD_SCORE, pose_words
from faceattend.ui.translation import translate
from faceattend.ui.widgets.avatar import FaceShape, draw_face
from faceattend.ui.widgets.lettering import mirrored, write
from faceattend.ui.widgets.menu import Menu
from faceattend.ui.widgets.table_looks import VALUE_ROLE, draw_focus

Index = QModelIndex | QPersistentModelIndex

_GAP_PX = 8
_WORDS_PX = 38
_SMALLEST_PX = 76
_ICON_PX = 14.0


class PhotoModel(QAbstractListModel):
    """The photos in use, oldest first.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: tuple[ShownPhoto, ...] = ()

    def show_photos(self, photos: Sequence[ShownPhoto]) -> None:
        """Show other photos."""
        self.beginResetModel()
        self._photos = tuple(photos)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Return a photo by :data:`VALUE_ROLE`, and what it shows in words."""
        if not index.isValid() or index.row() >= len(self._photos):
            return None
        photo = self._photos[index.row()]
        if role == VALUE_ROLE:
            return photo
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = (
                translate("PhotoGrid", "Reference photo, {quality}, {pose}")
                if photo.pose
                else translate("PhotoGrid", "Reference photo, {quality}")
            )
            return words.format(quality=_quality(photo)[1], pose=pose_words(photo.pose))
        return None


class PhotoDelegate(QStyledItemDelegate):
    """Paints a photo, and below it how good it is and which way it looks.

    Thread: the GUI thread.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one photo; the ring only where keys are in use."""
        photo: Any = index.data(VALUE_ROLE)
        if not isinstance(photo, ShownPhoto):
            return
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        cell = QRectF(option.rect)
        whole = mirrored(cell.adjusted(0, 0, -_GAP_PX, 0), cell, rtl=rtl)
        picture = QRectF(whole.left(), whole.top(), whole.width(), whole.width())
        draw_face(painter, picture, photo.thumbnail or None, FaceShape.SOFT)
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_Selected:
            draw_focus(painter, picture)
        _draw_words(painter, QRectF(whole.left(), picture.bottom() + 4, whole.width(), _WORDS_PX - 6), photo, rtl=rtl)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of the grid's cells."""
        del index
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else QSize(_SMALLEST_PX, _SMALLEST_PX + _WORDS_PX)


class PhotoGrid(QListView):
    """Reference photos in rows, as high as they need; what lies around it scrolls.

    Signals:
        aside_wanted(ShownPhoto): the user would do without this photo.

    Thread: the GUI thread.
    """

    aside_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = PhotoModel(self)
        self.setModel(self._photos)
        self.setItemDelegate(PhotoDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setProperty("kind", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self.on_activated)

    def show_photos(self, photos: Sequence[ShownPhoto]) -> None:
        """Show other photos, none of which is set aside."""
        self._photos.show_photos(photos)
        if photos:
            self.setCurrentIndex(self._photos.index(0))
        self._settle()

    def on_activated(self, index: QModelIndex) -> None:
        """Offer what can be done with the photo."""
        self._menu(index).popup(self.viewport().mapToGlobal(self.visualRect(index).center()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cells to the width, and the height to the rows."""
        super().resizeEvent(event)
        self._settle()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the photo under the pointer, or by key with the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self._menu(index).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks for the current photo; letters are the page's."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.aside_wanted.emit(self.currentIndex().data(VALUE_ROLE))
        elif event.text().isprintable() and event.text().strip() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _menu(self, index: QModelIndex) -> Menu:
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        photo = index.data(VALUE_ROLE)
        action = QAction(self.tr("Set aside…"), menu)
        action.triggered.connect(lambda: self.aside_wanted.emit(photo))
        menu.addAction(action)
        return menu

    def _settle(self) -> None:
        room = max(self.width(), 1) + _GAP_PX
        columns = max(1, room // (_SMALLEST_PX + _GAP_PX))
        cell = room // columns
        high = cell - _GAP_PX + _WORDS_PX
        self.setGridSize(QSize(cell, high))
        # the last column's gap reaches beyond the edge, so that pictures end where everything else does
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(-_GAP_PX if rtl else 0, 0, 0 if rtl else -_GAP_PX, 0)
        self.setFixedHeight(-(-self._photos.rowCount() // columns) * high)


def _draw_words(painter: QPainter, room: QRectF, photo: ShownPhoto, *, rtl: bool) -> None:
    icon, words, token = _quality(photo)
    first = QRectF(room.left(), room.top(), room.width(), 16)
    draw_icon(painter, icon, mirrored(QRectF(first.left(), first.top() + 1, _ICON_PX, _ICON_PX), first, rtl=rtl), token)
    beside = mirrored(first.adjusted(_ICON_PX + 4, 0, 0, 0), first, rtl=rtl)
    write(painter, beside, words, font(TextRole.SECOND, 600), token, rtl=rtl)
    write(painter, first.translated(0, 16), pose_words(photo.pose), font(TextRole.SECOND), "text2", rtl=rtl)


def _quality(photo: ShownPhoto) -> tuple[str, str, str]:
    """Return icon, word and colour of how good a photo is; those from before it was noted were good enough then."""
    if photo.score is None:
        return "circle-check", translate("PhotoGrid", "In use"), "text2"
    if photo.score < GOOD_SCORE:
        return "circle-alert", translate("PhotoGrid", "Fair"), "warn"
    return "circle-check", translate("PhotoGrid", "Good"), "ok"
