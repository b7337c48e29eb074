"""The ring around the button that has the focus: outside of it, where a stylesheet cannot draw."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QScrollArea, QWidget

from faceattend.ui.tokens import colour

_GAP = 1.0
_WIDTH = 2.0
_REACH = 4  # px the ring's widget is larger than the button on each side
_RADIUS = 6.0
_RINGED = (QPushButton, QCheckBox, QRadioButton)
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.EnabledChange,
    }
)


class FocusRing(QWidget):
    """A ring that stays around one button, wherever that moves.

    Lies in the nearest ancestor in which there is room for it, so that a layout without margins does not cut it.

    Thread: the GUI thread.

    Args:
        around: the button; it stands in a window.
    """

    def __init__(self, around: QWidget) -> None:
        ground = _ground(around)
        super().__init__(ground)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around = around
        step: QWidget | None = around
        while step is not None and step is not ground:
            step.installEventFilter(self)
            step = step.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along with the button and everything it lies in."""
        if event.type() in _MOVES and shiboken6.isValid(self._around):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw two pixels in the colour of the focus, one pixel away from the button."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("accent2"), _WIDTH))
            inset = _REACH - _GAP - _WIDTH / 2
            round_ = _RADIUS + _GAP + _WIDTH / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), round_, round_)

    def _place(self) -> None:
        ground = self.parentWidget()
        if ground is None or not ground.isAncestorOf(self._around):
            self.hide()
            return
        self.setGeometry(_room(self._around, ground))
        self.setVisible(self._around.isVisibleTo(ground) and self._around.isEnabled())
        self.raise_()


class Focus(QObject):
    """Puts the ring around whatever button gets the focus.

    Thread: the GUI thread.

    Args:
        app: the application, which owns this object.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self.on_focus_changed)

    def on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Leave one button, go to the next."""
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = FocusRing(new) if isinstance(new, _RINGED) and not new.isWindow() else None


def _room(widget: QWidget, ground: QWidget) -> QRect:
    place = QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())
    return place.adjusted(-_REACH, -_REACH, _REACH, _REACH)


def _ground(widget: QWidget) -> QWidget:
    """Return the nearest ancestor that does not cut the ring; what scrolls cuts it on purpose."""
    ground = widget.parentWidget() or widget
    while not ground.isWindow() and not ground.rect().contains(_room(widget, ground)):
        wider = ground.parentWidget()
        if wider is None or isinstance(wider.parentWidget(), QScrollArea):
            break
        ground = wider
    return ground
