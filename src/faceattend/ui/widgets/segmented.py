"""A few choices side by side, of which one holds."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.tokens import colour

Option = tuple[object, str]

_HEIGHT = 32
_PADDING = 12
_RADIUS = 6.0


class Segmented(QWidget):
    """Choices such as Day, Week, Month. Arrow keys walk through them while one has the focus.

    Signals:
        chosen(object): the user chose this value; not told for :meth:`choose`.

    Thread: the GUI thread.

    Args:
        options: pairs of value and word; in generated code of forms the parent stands here.
        parent: where it lies.
    """

    chosen = Signal(object)

    def __init__(self, options: Sequence[Option] | QWidget | None = (), parent: QWidget | None = None) -> None:
        given = options if isinstance(options, Sequence) else ()
        super().__init__(parent if isinstance(options, Sequence) else options)
        self._values: list[object] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.on_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_options(given)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other choices; the first one holds."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._values = [value for value, _word in options]
        for number, (_value, word) in enumerate(options):
            button = _Segment(word, self)
            self._group.addButton(button, number)
            self._row.addWidget(button)
            button.setChecked(number == 0)
        stops = [_stop_before(self), *self._group.buttons()]
        for one, other in pairwise(each for each in stops if each is not None):
            QWidget.setTabOrder(one, other)  # made after the form: else Tab would come to them last of all

    def value(self) -> object:
        """Return the value that holds; None while there are no choices."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def choose(self, value: object) -> None:
        """Have another value hold, without telling.

        Raises:
            ValueError: it is not among the choices.
        """
        self._group.button(self._values.index(value)).setChecked(True)
        self.update()

    def on_clicked(self, number: int) -> None:
        """Tell what was chosen."""
        self.update()
        self.chosen.emit(self._values[number])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the common border and the lines between segments of which neither is chosen."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("edge"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
            painter.setPen(QPen(colour("line"), 1))
            buttons = self._group.buttons()
            for left, right in pairwise(buttons):
                if not (left.isChecked() or right.isChecked()):
                    x = max(left.x(), right.x()) + 0.5
                    painter.drawLine(QLineF(x, 8, x, self.height() - 8))


class _Segment(QAbstractButton):
    """One choice."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(parent.update)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(font(TextRole.BODY, 600)).horizontalAdvance(self.text())
        return QSize(round(width) + 2 * _PADDING, _HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._ground(painter)
            painter.setFont(font(TextRole.BODY, 600 if self.isChecked() else 500))
            ink = "accent2" if self.isChecked() else "text2"
            painter.setPen(colour(ink if self.isEnabled() else "text3"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _ground(self, painter: QPainter) -> None:
        line = 2 if self.hasFocus() else 1
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(colour("accent2"), line))
            painter.setBrush(colour("tint" if self.isChecked() else "surface"))
        elif self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            line = 4
        else:
            return
        inset = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)


def _stop_before(widget: QWidget) -> QWidget | None:
    """Return where Tab comes from to a widget that takes no focus itself; None where it is the first."""
    step = widget.previousInFocusChain()
    while step is not None and not step.isWindow():
        if step.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.isAncestorOf(step):
            return step
        step = step.previousInFocusChain()
    return None
