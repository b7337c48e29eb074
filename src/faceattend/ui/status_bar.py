"""The line at the foot of the window: the truth about the machine."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.theme import colour
from faceattend.ui.widgets.lettering import mirrored, width_of, write

HEIGHT = 28
_ICON = 14
_GAP = 8
_PADDING = 8


class Tone(StrEnum):
    """How a fact is to be taken; a problem is bold."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


_ICON_TINT = {Tone.PLAIN: "text2", Tone.GOOD: "ok", Tone.WARN: "warn", Tone.BAD: "bad"}
_TEXT_TINT = {Tone.PLAIN: "text2", Tone.GOOD: "text2", Tone.WARN: "warn", Tone.BAD: "bad"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said about the machine.

    Attributes:
        text: a few words; empty says nothing and takes no room.
        icon: Lucide's name.
        tone: how it is to be taken.
        hint: what is said when the pointer rests on it.
    """

    text: str
    icon: str
    tone: Tone = Tone.PLAIN
    hint: str = ""


class StatusItem(QAbstractButton):
    """A fact, which can be pressed where there is more to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = Fact("", "info")
        self._leads = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def fact(self) -> Fact:
        """What is said now."""
        return self._fact

    def show_fact(self, fact: Fact, *, leads: bool = False) -> None:
        """Say something.

        Args:
            fact: what.
            leads: whether pressing it leads somewhere.
        """
        if (fact, leads) == (self._fact, self._leads):
            return
        self._fact, self._leads = fact, leads
        self.setAccessibleName(fact.text)
        self.setToolTip(fact.hint)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setVisible(bool(fact.text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        return QSize(round(_PADDING * 2 + _ICON + _GAP + width_of(self._fact.text, self._face())), HEIGHT - 1)

    def minimumSizeHint(self) -> QSize:
        """Where there is no room the words are cut; the icon stays."""
        return QSize(_PADDING * 2 + _ICON, HEIGHT - 1)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """As :meth:`enterEvent`."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            whole = QRectF(self.rect())
            self._paint_ground(painter, whole)
            spot = QRectF(_PADDING, (whole.height() - _ICON) / 2, _ICON, _ICON)
            draw_icon(painter, self._fact.icon, mirrored(spot, whole, rtl=rtl), _ICON_TINT[self._fact.tone])
            start = _PADDING + _ICON + _GAP
            room = mirrored(QRectF(start, 0, whole.width() - start - _PADDING + 1, whole.height()), whole, rtl=rtl)
            write(painter, room, self._fact.text, self._face(), _TEXT_TINT[self._fact.tone], rtl=rtl)

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> None:
        if self._leads and self.underMouse():
            painter.fillRect(whole, colour("hover"))
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(colour("accent2"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.drawRoundedRect(whole.adjusted(1, 2, -1, -2), 4, 4)

    def _face(self) -> QFont:
        bold = self._fact.tone in {Tone.WARN, Tone.BAD}
        return font(TextRole.SECOND, 600 if bold else 400)


class StatusBar(QFrame):
    """Facts side by side: compute, capacity, storage, cameras; keys at the end.

    Signals:
        asked(str): a fact was pressed; the name it was shown under.

    Thread: the GUI thread.
    """

    asked = Signal(str)

    NAMES = ("compute", "capacity", "storage", "cameras")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("State of this computer"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 8, 0)
        row.setSpacing(8)
        self._items: dict[str, StatusItem] = {}
        self._dividers: dict[str, QFrame] = {}
        for name in self.NAMES:
            self._add(name, row)
        row.addStretch(1)
        self._items["keys"] = keys = StatusItem(self)
        keys.setObjectName("keys")
        keys.clicked.connect(self.on_item_clicked)
        row.addWidget(keys)
        keys.show_fact(Fact(self.tr("Press ? for keys"), "keyboard"), leads=True)

    def say(self, name: str, fact: Fact, *, leads: bool = False) -> None:
        """Show a fact under one of NAMES."""
        self._items[name].show_fact(fact, leads=leads)
        shown = [each for each in self.NAMES if self._items[each].fact.text]
        for each, divider in self._dividers.items():
            divider.setVisible(each in shown[1:])

    def fact(self, name: str) -> Fact:
        """Return what is said under a name."""
        return self._items[name].fact

    def on_item_clicked(self) -> None:
        """Tell which one."""
        self.asked.emit(self.sender().objectName())

    def _add(self, name: str, row: QHBoxLayout) -> None:
        divider = QFrame(self)
        divider.setProperty("kind", "divider-upright")
        divider.setFixedHeight(12)
        divider.hide()
        item = StatusItem(self)
        item.setObjectName(name)
        item.clicked.connect(self.on_item_clicked)
        row.addWidget(divider)
        row.addWidget(item)
        self._items[name], self._dividers[name] = item, divider
