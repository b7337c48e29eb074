"""The rail of pages: 200 px wide with words, 56 with icons only."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from faceattend.domain.access import LOCAL_ADMINISTRATOR, Actor
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon, icon
from faceattend.ui.theme import colour
from faceattend.ui.translation import spoken
from faceattend.ui.widgets.avatar import draw_face
from faceattend.ui.widgets.lettering import Side, mirrored, width_of, write

WIDE, NARROW = 200, 56
_ITEM = 36
_ICON = 18
_FACE = 32
_MOST = 99


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page as the rail shows it.

    Attributes:
        key: the page's own, lasting name.
        title: what people read.
        icon: Lucide's name.
    """

    key: str
    title: str
    icon: str


class RailItem(QAbstractButton):
    """One page: icon, title, and how many things wait there."""

    def __init__(self, entry: RailEntry, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._number = number
        self._badge = 0
        self._narrow = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(entry.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_badge(0)

    def set_badge(self, count: int) -> None:
        """Show how many things wait for somebody on the page; none for 0."""
        self._badge = count
        waiting = self.tr("{title}, {count} waiting").format(title=self.entry.title, count=count)
        self.setAccessibleName(waiting if count else self.entry.title)
        self._tell()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon only, and the title as a tooltip."""
        self._narrow = narrow
        self._tell()

    def sizeHint(self) -> QSize:
        """As LOOK.md asks."""
        return QSize(40 if self._narrow else WIDE - 16, _ITEM)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the ground of what is under the pointer."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """As :meth:`enterEvent`."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the item in its state."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            whole = QRectF(self.rect())
            self._paint_ground(painter, whole, rtl=rtl)
            tint = "accent2" if self.isChecked() else "text2"
            left = (whole.width() - _ICON) / 2 if self._narrow else 14
            spot = mirrored(QRectF(left, (_ITEM - _ICON) / 2, _ICON, _ICON), whole, rtl=rtl)
            draw_icon(painter, self.entry.icon, spot, tint)
            if not self._narrow:
                end = 50 if self._badge else 8
                room = mirrored(QRectF(44, 0, whole.width() - 44 - end, _ITEM), whole, rtl=rtl)
                face = font(TextRole.BODY, 600 if self.isChecked() else 500)
                write(painter, room, self.entry.title, face, tint, rtl=rtl)
            if self._badge:
                self._paint_badge(painter, whole, rtl=rtl)

    def _paint_ground(self, painter: QPainter, whole: QRectF, *, rtl: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colour("tint" if self.isChecked() else "hover"))
            painter.drawRoundedRect(whole, 6, 6)
        if self.isChecked():
            painter.setBrush(colour("accent2"))
            painter.drawRoundedRect(mirrored(QRectF(0, 9, 3, _ITEM - 18), whole, rtl=rtl), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(colour("accent2"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_badge(self, painter: QPainter, whole: QRectF, *, rtl: bool) -> None:
        text = str(self._badge) if self._badge <= _MOST else f"{_MOST}+"
        face = font(TextRole.SECOND, 600)
        width = max(20.0, width_of(text, face) + 12)
        place = QRectF(whole.width() - 8 - width, 8, width, 20)
        if self._narrow:
            place = QRectF(whole.width() - width + 4, 0, width, 16)
        place = mirrored(place, whole, rtl=rtl)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("warn_bg"))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        write(painter, place, text, face, "warn", Side.CENTRE)

    def _tell(self) -> None:
        key = f"Ctrl+{self._number}"
        self.setToolTip(f"{self.accessibleName()}  ({key})" if self._narrow else key)
        self.updateGeometry()
        self.update()


class NavRail(QFrame):
    """Logo, pages, and who is at work.

    Signals:
        chosen(str): the key of the page to open.
        narrowed(bool): the user folded the rail in or out.

    Thread: the GUI thread.

    Args:
        entries: the pages, in order.
        actor: who is at work.
        parent: the window.
    """

    chosen = Signal(str)
    narrowed = Signal(bool)

    def __init__(self, entries: Sequence[RailEntry], actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(self.tr("Pages"))
        self._wish = False
        self._narrow = False
        self._items = {entry.key: RailItem(entry, number, self) for number, entry in enumerate(entries, start=1)}
        self._brand = _Brand(self)
        self._fold = QToolButton(self)
        self._fold.setIconSize(QSize(_ICON, _ICON))
        self._fold.clicked.connect(self.on_fold_clicked)
        self._user = _User(actor, self)
        self._lay_out()
        for item in self._items.values():
            item.clicked.connect(self.on_item_clicked)
        self._apply()

    @property
    def narrow(self) -> bool:
        """Whether only the icons are shown."""
        return self._narrow

    @property
    def wish(self) -> bool:
        """Whether the user wants it narrow also where there is room."""
        return self._wish

    @wish.setter
    def wish(self, narrow: bool) -> None:
        self._wish = self._narrow = narrow
        self._apply()

    def fit(self, *, cramped: bool) -> None:
        """Fold the rail in where the window has no room for it, and out again where it has."""
        wanted = cramped or self._wish
        if wanted != self._narrow:
            self._narrow = wanted
            self._apply()

    def select(self, key: str) -> None:
        """Show which page is open."""
        self._items[key].setChecked(True)

    def set_badge(self, key: str, count: int) -> None:
        """Show how many things wait on a page."""
        self._items[key].set_badge(count)

    def current(self) -> RailItem:
        """Return the item of the open page, or the first."""
        items = list(self._items.values())
        return next((item for item in items if item.isChecked()), items[0])

    def on_item_clicked(self) -> None:
        """Ask for the page."""
        self.chosen.emit(self.current().entry.key)

    def on_fold_clicked(self) -> None:
        """Fold in or out, as the user wants."""
        self._wish = self._narrow = not self._narrow
        self._apply()
        self.narrowed.emit(self._narrow)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self._brand, 1)
        column.addLayout(self._head)
        column.addSpacing(16)
        for item in self._items.values():
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeading)
        divider = QFrame(self)
        divider.setProperty("kind", "divider")
        column.addSpacing(4)
        column.addWidget(divider)
        column.addSpacing(8)
        column.addWidget(self._user)

    def _apply(self) -> None:
        self.setFixedWidth(NARROW if self._narrow else WIDE)
        for part in (self._brand, self._user, *self._items.values()):
            part.set_narrow(self._narrow)
        words = self.tr("Show the names of the pages") if self._narrow else self.tr("Show icons only")
        self._fold.setIcon(icon("panel-left-open" if self._narrow else "panel-left-close", "text3"))
        self._fold.setFixedSize(40, 32)
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(words)


class _Brand(QWidget):
    """The product's mark and name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._narrow = False
        self.setFixedHeight(32)
        self.setAccessibleName("FaceAttend")

    def set_narrow(self, narrow: bool) -> None:
        """Show the mark only."""
        self._narrow = narrow
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark and name."""
        with QPainter(self) as painter:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            whole = QRectF(self.rect())
            left = (whole.width() - 26) / 2 if self._narrow else 8
            place = mirrored(QRectF(left, 3, 26, 26), whole, rtl=rtl)
            draw_icon(painter, "faceattend", place, "accent")
            if not self._narrow:
                room = mirrored(QRectF(42, 0, whole.width() - 42, 32), whole, rtl=rtl)
                write(painter, room, "FaceAttend", font(TextRole.PANE), "text", rtl=rtl)


class _User(QWidget):
    """Who is at work: face, name, role."""

    def __init__(self, actor: Actor, parent: QWidget) -> None:
        super().__init__(parent)
        local = actor == LOCAL_ADMINISTRATOR
        self._name = self.tr("Local administrator") if local else actor.name
        self._role = self.tr("This computer") if local else spoken(actor.role).capitalize()
        self._narrow = False
        self.setFixedHeight(40)
        self.setAccessibleName(f"{self._name}, {self._role}")

    def set_narrow(self, narrow: bool) -> None:
        """Show the face only, and the name as a tooltip."""
        self._narrow = narrow
        self.setToolTip(self.accessibleName() if narrow else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw face, name and role."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            whole = QRectF(self.rect())
            left = (whole.width() - _FACE) / 2 if self._narrow else 8
            draw_face(painter, mirrored(QRectF(left, 4, _FACE, _FACE), whole, rtl=rtl), None)
            if self._narrow:
                return
            room = mirrored(QRectF(50, 2, whole.width() - 54, 20), whole, rtl=rtl)
            write(painter, room, self._name, font(TextRole.BODY, 500), "text", rtl=rtl)
            room = mirrored(QRectF(50, 21, whole.width() - 54, 16), whole, rtl=rtl)
            write(painter, room, self._role, font(TextRole.SECOND), "text2", rtl=rtl)
