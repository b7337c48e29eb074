"""The steps of an assistant, one below the other: done, open now, still to come."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.lettering import Side, hint, mirrored, width_of, write

_HEIGHT, _GAP = 52, 8
_DISC = 24.0
_DISC_AT, _TEXT_AT, _END = 12.0, 48.0, 8.0
_RADIUS = 8.0
_CHECK = 14.0


class StepState(StrEnum):
    """How far a step has come."""

    DONE = "done"
    WANTING = "wanting"  # done, and not all is as it should be
    LATER = "later"
    OPEN = "open"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class StepItem:
    """A step as the list shows it.

    Attributes:
        title: what it is about.
        second: what was chosen, or what it will be about.
        state: how far it has come.
        reachable: whether it can be gone to.
    """

    title: str
    second: str
    state: StepState
    reachable: bool


class StepList(QWidget):
    """Shows the steps; those that can be gone to are pressed.

    Signals:
        chosen(int): the number of the step that was pressed, from 0.

    Thread: the GUI thread.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[StepRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)

    @property
    def items(self) -> tuple[StepItem, ...]:
        """What is shown."""
        return tuple(row.item for row in self._rows)

    def show_items(self, items: list[StepItem]) -> None:
        """Show these steps."""
        while len(self._rows) < len(items):
            row = StepRow(len(self._rows), self)
            row.clicked.connect(self.on_row_clicked)
            self._rows.append(row)
            self._column.addWidget(row)
        for row, item in zip(self._rows, items, strict=True):
            row.show_item(item, len(items))

    def on_row_clicked(self) -> None:
        """Tell which one."""
        row = self.sender()
        if isinstance(row, StepRow):
            self.chosen.emit(row.number)


class StepRow(QAbstractButton):
    """One step: its number or a check, and two lines."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.item = StepItem("", "", StepState.AHEAD, reachable=False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, item: StepItem, count: int) -> None:
        """Show a step of so many."""
        self.item = item
        self.setText(item.title)
        leads = item.reachable and item.state is not StepState.OPEN
        self.setEnabled(leads)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        said = self.tr("Step {number} of {count}: {title}, {state}")
        self.setAccessibleName(
            said.format(number=self.number + 1, count=count, title=item.title, state=self._state_word())
        )
        self.setAccessibleDescription(item.second)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        words = max(
            width_of(self.item.title, font(TextRole.BODY, 500)), width_of(self.item.second, font(TextRole.SECOND))
        )
        return QSize(round(_TEXT_AT + words + _END), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Where there is no room the words are cut."""
        return QSize(120, _HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the ground of what is under the pointer."""
        super().enterEvent(event)
        cut = self.sizeHint().width() > self.width()
        self.setToolTip(hint(f"{self.item.title}\n{self.item.second}") if cut else "")
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """As :meth:`enterEvent`."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the step in its state."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            whole = QRectF(self.rect())
            self._paint_ground(painter, whole)
            self._paint_disc(painter, mirrored(QRectF(_DISC_AT, 14, _DISC, _DISC), whole, rtl=rtl))
            room = whole.width() - _TEXT_AT - _END
            ahead = self.item.state is StepState.AHEAD
            first = mirrored(QRectF(_TEXT_AT, 7, room, 20), whole, rtl=rtl)
            below = mirrored(QRectF(_TEXT_AT, 25, room, 18), whole, rtl=rtl)
            write(painter, first, self.item.title, font(TextRole.BODY, 500), "text2" if ahead else "text", rtl=rtl)
            write(painter, below, self.item.second, font(TextRole.SECOND), "text2", rtl=rtl)

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.item.state is StepState.OPEN or (self.underMouse() and self.item.reachable):
            painter.setBrush(colour("tint" if self.item.state is StepState.OPEN else "hover"))
            painter.drawRoundedRect(whole, _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent2"), 2))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)

    def _paint_disc(self, painter: QPainter, place: QRectF) -> None:
        state = self.item.state
        ground = {StepState.DONE: "ok_bg", StepState.WANTING: "warn_bg", StepState.OPEN: "accent"}.get(state, "surface")
        outlined = state in {StepState.AHEAD, StepState.LATER}
        painter.setPen(QPen(colour("edge"), 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        inset = 0.5 if outlined else 0.0
        painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
        if state in _ICONS:
            spot = QRectF(0, 0, _CHECK, _CHECK)
            spot.moveCenter(place.center())
            draw_icon(painter, _ICONS[state], spot, _INK[state])
        else:
            number = self.locale().toString(self.number + 1)
            write(painter, place, number, font(TextRole.SECOND, 600), _INK[state], Side.CENTRE)

    def _state_word(self) -> str:
        return {
            StepState.DONE: self.tr("done"),
            StepState.WANTING: self.tr("done, with a warning"),
            StepState.LATER: self.tr("left for later"),
            StepState.OPEN: self.tr("open now"),
            StepState.AHEAD: self.tr("still to come"),
        }[self.item.state]


_ICONS = {StepState.DONE: "check", StepState.WANTING: "triangle-alert", StepState.LATER: "clock"}
_INK = {
    StepState.DONE: "ok",
    StepState.WANTING: "warn",
    StepState.LATER: "text2",
    StepState.OPEN: "on_accent",
    StepState.AHEAD: "text",
}
