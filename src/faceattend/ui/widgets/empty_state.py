"""What stands where a list would be when there is nothing to list."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour
from faceattend.ui.variants import label
from faceattend.ui.widgets.prose import Prose

_DISC = 48
_ICON = 24.0
_WIDEST = 420


class EmptyState(QWidget):
    """Says that there is nothing, why, and what comes next; with one button at most.

    Signals:
        acted: the button was pressed.

    Thread: the GUI thread.

    Args:
        icon: a Lucide name; in generated code of forms the parent stands here, and :meth:`tell` fills the rest.
        title: what is so, in a few words.
        text: what comes next.
        action: a verb for the button; empty for none.
        parent: where it lies.
    """

    acted = Signal()

    def __init__(
        self,
        icon: str | QWidget | None = "inbox",
        title: str = "",
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent if isinstance(icon, str) else icon)
        self._disc = IconDisc(icon if isinstance(icon, str) else "inbox")
        self._title = label(role="pane")
        self._text = Prose(centred=True)
        self._text.setMaximumWidth(_WIDEST)
        self.button = QPushButton()
        self.button.clicked.connect(self.acted)
        self._lay_out()
        self.tell(self._disc.icon, title, text, action)

    def tell(self, icon: str, title: str, text: str, action: str = "") -> None:
        """Say something else, such as that nothing was found instead of nothing being there."""
        self._disc.icon = icon
        self._disc.update()
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._text, 100)
        row.addStretch()
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()


class IconDisc(QWidget):
    """An icon of 24 in a grey disc of 48.

    Thread: the GUI thread.

    Args:
        icon: a Lucide name.
        parent: where it lies.
    """

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = icon
        self.setFixedSize(_DISC, _DISC)

    def sizeHint(self) -> QSize:
        """The disc."""
        return QSize(_DISC, _DISC)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw disc and icon."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("sunken"))
            painter.drawEllipse(self.rect())
            inset = (_DISC - _ICON) / 2
            draw_icon(painter, self.icon, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), "text2")
