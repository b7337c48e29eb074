"""The ground every dialog of the product stands on: a card above the darkened window."""

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from faceattend.ui.compositing import composited
from faceattend.ui.tokens import colour
from faceattend.ui.variants import align_labels, frame, icon_button, label
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.shadow import ROOM, draw_raised, draw_shadow

_RADIUS = 12.0
_SIDE = 24
_HEAD = 64
_FOOT = 64


class Scrim(QWidget):
    """Darkens a window while a dialog waits for an answer.

    Thread: the GUI thread.

    Args:
        window: which; the scrim follows its size.
        radius: of the corners of what is darkened.
        above: a dialog that cannot paint its shadow itself; it falls on the scrim, wherever the dialog lies.
    """

    def __init__(self, window: QWidget, radius: float = 0.0, above: QWidget | None = None) -> None:
        super().__init__(window)
        self._radius = radius
        self._above = above
        self.setObjectName("scrim")
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        if above is not None:
            above.installEventFilter(self)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever size it takes, and let the shadow follow the dialog."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            if watched is not self._above and isinstance(watched, QWidget):
                self.setGeometry(watched.rect())
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darken."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("scrim"))
            painter.drawRoundedRect(self.rect(), self._radius, self._radius)
            if self._above is not None:
                at = self.mapFromGlobal(self._above.mapToGlobal(QPoint(0, 0)))
                draw_shadow(painter, QRectF(at, self._above.size()), _RADIUS)


class Raised(QDialog):
    """A frameless dialog: a card with its shadow in the middle of the darkened window. Esc rejects it.

    Where the screen shows nothing through a window, the card is the whole window, with its corners cut off, and the
    shadow lies on what is darkened.

    Thread: the GUI thread.

    Args:
        title: what it is about; the window's title for readers and task bars.
        parent: anything in the window that it lies over.
        width: of the card in logical pixels.

    Attributes:
        card: what its content is laid out in.
    """

    def __init__(self, title: str, parent: QWidget | None, *, width: int) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sheet")
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self._room = ROOM if composited() else 0
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._room > 0)
        self.setModal(True)
        self._scrim: Scrim | None = None
        self.card = QWidget(self)
        self.card.setFixedWidth(width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(self._margins())
        outer.addWidget(self.card)

    def showEvent(self, event: QShowEvent) -> None:
        """Darken the window and lie in its middle."""
        super().showEvent(event)
        align_labels(self)
        above = self.parentWidget()
        if above is None or not self.isWindow():
            return
        window = above.window()
        shadow_of = None if self._room else self
        over_card = isinstance(window, Raised)
        self._scrim = Scrim(window.card, _RADIUS, shadow_of) if over_card else Scrim(window, above=shadow_of)
        self._fit(window.height())
        self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())

    def adjust(self) -> None:
        """Take the height that the content needs now, around the same middle."""
        above = self.parentWidget()
        if above is None or not self.isVisible():
            return
        middle = self.geometry().center()
        self._fit(above.window().height())
        self.move(middle - self.rect().center())

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the window be light again."""
        super().hideEvent(event)
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off where they cannot be see-through; what remains of them lets their curve be smooth."""
        super().resizeEvent(event)
        if not self._room:
            corners = QPainterPath()
            corners.addRoundedRect(QRectF(self.rect()), _RADIUS - 1, _RADIUS - 1)
            self.setMask(QRegion(corners.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and its shadow."""
        with QPainter(self) as painter:
            if not self._room:  # about what lies beneath the corners
                painter.fillRect(self.rect(), colour("canvas"))
                painter.fillRect(self.rect(), colour("scrim"))
            draw_raised(painter, QRectF(self.rect().marginsRemoved(self._margins())), _RADIUS)

    def _margins(self) -> QMargins:
        return QMargins(self._room, self._room, self._room, self._room)

    def _fit(self, highest: int) -> None:
        # what came, went or got its font just now is told to the layouts by events that still wait
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        # as high as the sentences need at this width; Qt's own guess assumes another width
        layout = self.card.layout()
        needed = layout.sizeHint().height() if layout is not None else 0
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.heightForWidth(self.card.width())
        self.resize(self.card.width() + 2 * self._room, min(needed, highest) + 2 * self._room)


class Sheet(Raised):
    """A dialog with a head and a foot. The cross rejects it; a drag on its head moves it.

    Thread: the GUI thread.

    Args:
        title: stands in the head.
        parent: anything in the window that it lies over.
        width: of the card in logical pixels, such as 960 for enrolment.

    Attributes:
        body: where the content goes.
        foot: where the buttons go, at the end; what is missing is said at its start by :meth:`tell`.
    """

    def __init__(self, title: str, parent: QWidget | None, *, width: int = 640) -> None:
        super().__init__(title, parent, width=width)
        self._grip: QPoint | None = None
        self._missing = Prose(tone="text2")
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self._lay_out(title)

    def tell(self, missing: str) -> None:
        """Say at the start of the foot what is still missing; empty: nothing."""
        self._missing.setText(missing)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the head."""
        on_head = self._room <= event.position().y() <= self._room + _HEAD
        self._grip = event.globalPosition().toPoint() - self.pos() if on_head else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the sheet by its head."""
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.move(event.globalPosition().toPoint() - self._grip)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head(title))
        column.addWidget(frame("divider"))
        self.body.setContentsMargins(_SIDE, 16, _SIDE, 16)
        column.addLayout(self.body, 1)
        column.addWidget(frame("divider"))
        column.addWidget(self._foot())

    def _head(self, title: str) -> QWidget:
        head = QWidget()
        head.setFixedHeight(_HEAD - 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(_SIDE, 0, 16, 0)
        row.addWidget(label(title, role="title"), 1)
        cross = icon_button("x", self.tr("Close"), kind="quiet")
        cross.setAutoDefault(False)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does the same; the focus starts in the first field
        cross.clicked.connect(self.reject)
        row.addWidget(cross)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setMinimumHeight(_FOOT - 1)
        row = QHBoxLayout(foot)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(16)
        row.addWidget(self._missing, 1)
        self.foot.setSpacing(8)
        row.addLayout(self.foot)
        return foot
