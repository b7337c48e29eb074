"""A sentence that something was done, with a way back, or that it could not be; for six seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from faceattend.ui.motion import fade_in
from faceattend.ui.variants import label
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.shadow import ROOM, draw_raised

SHOWN_MS = 6000
_HEIGHT = 48
_WIDEST = 440
_RADIUS = 8.0
_MARGIN = 24
_DONE = ("circle-check", "ok")
_NOT_DONE = ("triangle-alert", "warn")


class Toast(QWidget):
    """Lies in the bottom corner at the end of the reading direction, above whatever is there.

    Stays while the pointer or the focus is on it: whoever reaches for Undo finds it. A new sentence takes the place of
    the one before.

    Thread: the GUI thread.

    Args:
        parent: the window's content; the toast follows its size.
        above: how many logical pixels at its bottom to leave free, such as a status bar's.
    """

    def __init__(self, parent: QWidget, *, above: int = 0) -> None:
        super().__init__(parent)
        self._above = above
        self._undo: Callable[[], object] | None = None
        self._mark = IconMark(*_DONE)
        self._words = label()
        self.button = QPushButton(self.tr("Undo"))
        self.button.setProperty("kind", "inline")
        self.button.clicked.connect(self.on_undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.on_time_over)
        self._lay_out()
        parent.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Show a sentence.

        Args:
            sentence: what was done.
            undo: takes it back; None where that cannot be.
        """
        self._show(sentence, undo, _DONE)

    def warn(self, sentence: str) -> None:
        """Show a sentence about what could not be done."""
        self._show(sentence, None, _NOT_DONE)

    def sentence(self) -> str:
        """Return what is said, or was last."""
        return self._words.text()

    def on_undo(self) -> None:
        """Take back what was done, once."""
        undo, self._undo = self._undo, None
        self._timer.stop()
        self.hide()
        if undo is not None:
            undo()

    def on_time_over(self) -> None:
        """Go, unless somebody is reaching for it."""
        if self.underMouse() or self.button.hasFocus():
            self._timer.start()
            return
        self._undo = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window changes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange} and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Give all its time again to whoever looks at it."""
        self._timer.start()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and its shadow."""
        with QPainter(self) as painter:
            draw_raised(painter, QRectF(self.rect().marginsRemoved(self._room())), _RADIUS)

    def _show(self, sentence: str, undo: Callable[[], object] | None, mark: tuple[str, str]) -> None:
        self._undo = undo
        self._mark.show_icon(*mark)
        self._words.setText(sentence)
        self.button.setVisible(undo is not None)
        self._place()
        self.raise_()
        fade_in(self)
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @staticmethod
    def _room() -> QMargins:
        return QMargins(ROOM, ROOM, ROOM, ROOM)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(ROOM + 16, ROOM, ROOM + 16, ROOM)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addSpacing(16)
        row.addWidget(self.button)

    def _place(self) -> None:
        ground = self.parentWidget()
        if ground is None:
            return
        room = 2 * ROOM
        widest = max(0, min(_WIDEST, ground.width() - 2 * _MARGIN)) + room
        needed = self._words.sizeHint().width() + self.button.sizeHint().width() + 16 + 8 + 16 + 32 + room
        self._words.setWordWrap(needed > widest)
        height = max(_HEIGHT, self._words.heightForWidth(widest - room - 100) + 24) if needed > widest else _HEIGHT
        self.resize(widest, height + room)
        mirrored = ground.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = _MARGIN - ROOM if mirrored else ground.width() - self.width() - _MARGIN + ROOM
        self.move(left, ground.height() - self._above - self.height() - _MARGIN + ROOM)
