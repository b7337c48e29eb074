"""The four buttons above the feed: which sightings to show, and how many there are of each."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from faceattend.domain.vision import Verdict
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.lettering import mirrored, width_of, write

_HEIGHT_PX = 28
_SIDE_PX, _BETWEEN_PX, _APART_PX = 5.0, 4.0, 4  # so that words and a busy day's four digits fit side by side
_RADIUS = 5.0

Choice = Verdict | None


class FeedFilters(QWidget):
    """All, known, unsure or unknown, each with its number.

    Signals:
        chosen(object): a Verdict, or None for all.

    Thread: the GUI thread.

    Args:
        parent: the pane.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words: dict[Choice, str] = {
            None: self.tr("All"),
            Verdict.KNOWN: self.tr("Known"),
            Verdict.UNSURE: self.tr("Unsure"),
            Verdict.UNKNOWN: self.tr("Unknown"),
        }
        self._choices = list(words)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART_PX)
        for number, word in enumerate(words.values()):
            button = FilterButton(word, self)
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch()
        self._group.idClicked.connect(self._on_clicked)

    def show_all(self) -> None:
        """Let all be chosen; nothing is told of it."""
        self._group.button(0).setChecked(True)

    def count(self, counts: Mapping[Choice, int]) -> None:
        """Show how many there are of each."""
        for number, choice in enumerate(self._choices):
            button = self._group.button(number)
            if isinstance(button, FilterButton):
                button.count(counts.get(choice, 0))

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._choices[number])


class FilterButton(QAbstractButton):
    """A word and a number; one of several holds.

    Thread: the GUI thread.

    Args:
        word: what it shows.
        parent: the row.
    """

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.count(0)

    def count(self, number: int) -> None:
        """Show another number."""
        self._count = number
        self.setAccessibleName(self.tr("{word}, {number}").format(word=self.text(), number=number))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for word and number."""
        return QSize(round(self._word_px() + self._number_px() + _BETWEEN_PX + 2 * _SIDE_PX), _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """At the least the word, cut; the number stays whole."""
        return QSize(round(self._number_px() + min(24.0, self._word_px()) + _BETWEEN_PX + 2 * _SIDE_PX), _HEIGHT_PX)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be still again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw border, word and number."""
        rtl = self.isRightToLeft()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            held, line = self.isChecked(), 2 if self.hasFocus() else 1
            painter.setPen(QPen(colour("accent2" if held or self.hasFocus() else "edge"), line))
            painter.setBrush(colour("tint" if held else "hover" if self.underMouse() else "surface"))
            inset = line / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
            room = QRectF(self.rect()).adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
            number = QRectF(room.right() - self._number_px(), 0, self._number_px(), room.height())
            word = QRectF(room.left(), 0, number.left() - _BETWEEN_PX - room.left(), room.height())
            ink, face = "accent2" if held else "text", font(TextRole.SECOND, 600 if held else 500)
            write(painter, mirrored(word, room, rtl=rtl), self.text(), face, ink, rtl=rtl)
            faint = "accent2" if held else "text2"
            write(painter, mirrored(number, room, rtl=rtl), self._number(), font(TextRole.SECOND), faint, rtl=rtl)

    def _number(self) -> str:
        return self.locale().toString(self._count)

    def _word_px(self) -> float:
        return width_of(self.text(), font(TextRole.SECOND, 600))

    def _number_px(self) -> float:
        return width_of(self._number(), font(TextRole.SECOND))
