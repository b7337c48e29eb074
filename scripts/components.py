"""Every component of the product in every state, section by section, as the component gallery shows them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.tokens import colour, tokens
from faceattend.ui.variants import label
from faceattend.ui.widgets.chip import Chip
from faceattend.ui.widgets.field import Field
from faceattend.ui.widgets.focus import FocusRing
from faceattend.ui.widgets.inputs import Choice
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.progress import WorkProgress

_SWATCHES = {
    "canvas": ("canvas", "text"),
    "surface": ("surface", "text"),
    "sunken": ("sunken", "text"),
    "tint": ("tint", "accent2"),
    "accent": ("accent", "on_accent"),
    "bar": ("bar", ""),
    "ok": ("ok_bg", "ok"),
    "warn": ("warn_bg", "warn"),
    "bad": ("bad_bg", "bad"),
    "neu": ("neu_bg", "neu"),
}


class Swatch(QWidget):
    """One colour with its name and value."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(80, 52)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the colour, its name and its value."""
        token, ink = _SWATCHES[self._name]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour(token))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(colour(ink) if ink else Qt.GlobalColor.black)  # no text ever stands on a bar but here
        painter.setFont(font(TextRole.SECOND, 600))
        painter.drawText(QRectF(8, 6, 72, 16), Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.setFont(font(TextRole.MARK))
        painter.drawText(QRectF(8, 26, 72, 16), Qt.AlignmentFlag.AlignVCenter, getattr(tokens(), token))


def section(title: str, content: QWidget | QHBoxLayout | QVBoxLayout | QGridLayout, gap: int = 8) -> QVBoxLayout:
    """Put a title over something."""
    column = QVBoxLayout()
    column.setSpacing(gap)
    head = label(title, role="section")
    head.setFixedHeight(16)
    column.addWidget(head)
    if isinstance(content, QWidget):
        column.addWidget(content)
    else:
        column.addLayout(content)
    return column


def row(*widgets: QWidget, gap: int = 8) -> QHBoxLayout:
    """Put widgets side by side, at the start."""
    made = QHBoxLayout()
    made.setSpacing(gap)
    for each in widgets:
        made.addWidget(each)
    made.addStretch()
    return made


def colours() -> QVBoxLayout:
    """Show the colours."""
    grid = QGridLayout()
    grid.setSpacing(8)
    for number, name in enumerate(_SWATCHES):
        grid.addWidget(Swatch(name), number // 5, number % 5)
    return section("Colour", grid)


def types() -> QVBoxLayout:
    """Show the sizes of text."""
    column = QVBoxLayout()
    column.setSpacing(0)
    lines = (
        ("28 number, kiosk", TextRole.NUMBER, 36),
        ("20 page title", TextRole.TITLE, 36),
        ("15 pane title", TextRole.PANE, 20),
        ("13 body and table text, 13 medium for names", TextRole.BODY, 28),
        ("12 second line, labels, chips", TextRole.SECOND, 16),
        ("11 axis and grid marks only", TextRole.MARK, 20),
    )
    for text, role, height in lines:
        line = label(text, role=role.value, tone="text")
        line.setFixedHeight(height)
        column.addWidget(line)
    return section("Type: Inter, figures of equal width", column)


def _button(text: str, kind: str, *, enabled: bool = True) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setEnabled(enabled)
    return made


class Buttons(QWidget):
    """All kinds of buttons; one is drawn as if it had the focus."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        kinds = (("Primary", "primary"), ("Secondary", "secondary"), ("Quiet", "quiet"), ("Erase", "danger"))
        column.addLayout(row(*(_button(text, kind) for text, kind in kinds)))
        self._focused = _button("Focused", "primary")
        states = row(
            self._focused,
            _button("Disabled", "primary", enabled=False),
            _button("Disabled", "secondary", enabled=False),
            KeyButton("With key", key="A"),
            KeyButton(icon="ellipsis"),
        )
        states.insertSpacing(1, 8)
        column.addLayout(states)

    def ring(self) -> None:
        """Draw the ring of the focus, once everything has its place."""
        FocusRing(self._focused)


def fields() -> tuple[QVBoxLayout, QLineEdit]:
    """Show the fields; the line edit is to be given the focus."""
    group = Choice()
    group.addItems(["Logistics", "Finance", "Sales"])
    time, number = QLineEdit("16:4"), QLineEdit("E-1103")
    wrong = Field("Number", number)
    wrong.set_error("Daniel Osei has it. Take another.")
    ticks = QGridLayout()
    ticks.setVerticalSpacing(0)
    ticks.setHorizontalSpacing(24)
    for at, words in enumerate(("Ticked", "Not ticked")):
        tick, choice = QCheckBox(words), QRadioButton("Chosen" if at == 0 else "Not chosen")
        tick.setChecked(at == 0)
        choice.setChecked(at == 0)
        ticks.addWidget(tick, 0, at)
        ticks.addWidget(choice, 1, at)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(12)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    grid.addWidget(Field("Group", group), 0, 0)
    grid.addWidget(Field("Time out", time), 0, 1)
    grid.addWidget(wrong, 1, 0)
    grid.addLayout(ticks, 1, 1, Qt.AlignmentFlag.AlignTop)
    return section("Fields", grid, gap=4), time


def chips() -> QVBoxLayout:
    """Show the chips."""
    made = (
        Chip("ok", "circle-check", "On time"),
        Chip("warn", "clock", "Late 12 min"),
        Chip("bad", "circle-x", "Absent"),
        Chip("neu", "calendar-off", "Leave"),
        Chip("neu", "video-off", "Blind"),
    )
    return section("Chips: colour, icon and word together", row(*made, gap=6))


def progress() -> QVBoxLayout:
    """Show long work under way."""
    passed = iter((0.0, 180.0))
    work = WorkProgress(cancellable=False, clock=lambda: next(passed, 180.0))
    work.setFixedWidth(416)
    work.start("Building templates again: 247 of 412 people. Work goes on meanwhile.")
    work.step(247, 412)
    return section("Progress", work)
