"""Grey shapes where something is about to be: never a spinner."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.tokens import colour

WAIT_MS = 300  # what comes sooner would only flicker
_ROW = 40
_DISC = 32
_SHARES = ((0.36, 0.21), (0.46, 0.21), (0.30, 0.26), (0.41, 0.17))


def draw_skeleton_row(painter: QPainter, rect: QRectF, number: int = 0, *, mirrored: bool = False) -> None:
    """Paint the shape of a row that is not loaded: a disc, two lines, a figure at the end.

    Args:
        painter: in logical pixels.
        rect: of the row's content.
        number: of the row; rows differ a little so that they read as different.
        mirrored: right to left.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("sunken"))
    top = rect.center().y() - _DISC / 2
    first, second = _SHARES[number % len(_SHARES)]
    room = rect.width() - _DISC - 12
    lines = (
        QRectF(0, top, _DISC, _DISC),
        QRectF(_DISC + 12, top + 4, room * first, 9),
        QRectF(_DISC + 12, top + 20, room * second, 9),
        QRectF(rect.width() - 56, top + 12, 56, 9),
    )
    for line in lines:
        left = rect.right() - line.right() if mirrored else rect.left() + line.left()
        round_ = _DISC / 2 if line.height() > _DISC / 2 else 2
        painter.drawRoundedRect(QRectF(left, line.top(), line.width(), line.height()), round_, round_)
    painter.restore()


class Skeleton(QWidget):
    """A few such rows; blank for the first 300 ms after it comes into view.

    Thread: the GUI thread.

    Args:
        rows: how many; in generated code of forms the parent stands here.
        parent: where it lies.
    """

    def __init__(self, rows: int | QWidget | None = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent if isinstance(rows, int) else rows)
        rows = rows if isinstance(rows, int) else 3
        self._rows = rows
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.update)
        self.setMinimumHeight(rows * _ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Loading"))

    def setVisible(self, visible: bool) -> None:
        """Begin to wait when it comes into view."""
        if visible:
            self._wait.start()
        else:
            self._wait.stop()
        super().setVisible(visible)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows, once they have waited long enough."""
        if self._wait.isActive():
            return
        with QPainter(self) as painter:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            for number in range(self._rows):
                draw_skeleton_row(painter, QRectF(0, number * _ROW, self.width(), _ROW), number, mirrored=mirrored)
