"""A choice as a card: a mark, an icon, what it is and what is to be known of it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon, source
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.lettering import hint, mirrored, width_of, write

HEIGHT = 60
_RADIUS = 8.0
_MARK, _DOT = 16.0, 8.0
_ICON = 18.0
_MARK_AT, _ICON_AT, _TEXT_AT, _END = 15.0, 47.0, 80.0, 16.0


class ChoiceCard(QAbstractButton):
    """One of several; put them into one QButtonGroup, then the arrow keys walk through them.

    Thread: the GUI thread.

    Args:
        icon: a Lucide name; in generated code of forms the parent stands here.
        title: what it is, a few words.
        parent: where it lies.
    """

    def __init__(self, icon: str | QWidget | None = "", title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent if isinstance(icon, str) else icon)
        self._icon = icon if isinstance(icon, str) else ""
        self._second = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)
        self.tell(title)

    @property
    def second(self) -> str:
        """The second line."""
        return self._second

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        source(icon)
        self._icon = icon
        self.update()

    def tell(self, title: str, second: str = "") -> None:
        """Say what it is and, below, what is to be known of it; where it is off, why."""
        self.setText(title)
        self._second = second
        self.setAccessibleName(title)
        self.setAccessibleDescription(second)
        self.setToolTip(hint(second) if self._is_cut() else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        words = max(width_of(self.text(), font(TextRole.BODY, 600)), width_of(self._second, font(TextRole.SECOND)))
        return QSize(round(_TEXT_AT + words + _END), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Where there is no room the words are cut."""
        return QSize(240, HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the ground of what is under the pointer."""
        super().enterEvent(event)
        self.setToolTip(hint(self._second) if self._is_cut() else "")
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """As :meth:`enterEvent`."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card in its state."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            whole = QRectF(self.rect())
            self._paint_ground(painter, whole)
            self._paint_mark(painter, mirrored(QRectF(_MARK_AT, (HEIGHT - _MARK) / 2, _MARK, _MARK), whole, rtl=rtl))
            ink = "text" if self.isEnabled() else "text3"
            spot = mirrored(QRectF(_ICON_AT, (HEIGHT - _ICON) / 2, _ICON, _ICON), whole, rtl=rtl)
            if self._icon:
                draw_icon(painter, self._icon, spot, "text2" if self.isEnabled() else "text3")
            room = whole.width() - _TEXT_AT - _END
            first = mirrored(QRectF(_TEXT_AT, 10, room, 20), whole, rtl=rtl)
            below = mirrored(QRectF(_TEXT_AT, 30, room, 20), whole, rtl=rtl)
            write(painter, first, self.text(), font(TextRole.BODY, 500), ink, rtl=rtl)
            write(
                painter, below, self._second, font(TextRole.SECOND), "text2" if self.isEnabled() else "text3", rtl=rtl
            )

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> None:
        chosen, focused = self.isChecked(), self.hasFocus()
        edge = "accent2" if chosen or focused else "edge" if self.isEnabled() else "line"
        ground = "tint" if chosen else "hover" if self.underMouse() and self.isEnabled() else "surface"
        line = 2.0 if chosen or focused else 1.0
        painter.setPen(QPen(colour(edge), line))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(whole.adjusted(line / 2, line / 2, -line / 2, -line / 2), _RADIUS, _RADIUS)
        if focused:  # apart from being chosen
            painter.setPen(QPen(colour("accent2"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(4.5, 4.5, -4.5, -4.5), _RADIUS - 4, _RADIUS - 4)

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        edge = "accent2" if self.isChecked() else "edge" if self.isEnabled() else "line"
        painter.setPen(QPen(colour(edge), 2 if self.isChecked() else 1))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(place)
        if self.isChecked():
            dot = QRectF(0, 0, _DOT, _DOT)
            dot.moveCenter(place.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent2"))
            painter.drawEllipse(dot)

    def _is_cut(self) -> bool:
        return self.isVisible() and self.width() < self.sizeHint().width()
