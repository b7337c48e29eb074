"""A state as colour, icon and word together."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour

ChipKind = Literal["ok", "warn", "bad", "neu", "tint"]

HEIGHT = 22
_PADDING = 8.0
_ICON = 14.0
_GAP = 4.0
_RADIUS = 5.0


def chip_width(icon: str, word: str) -> int:
    """Return how wide a chip is, in logical pixels."""
    lead = _ICON + _GAP if icon else 0.0
    return round(2 * _PADDING + lead + QFontMetricsF(font(TextRole.SECOND, 500)).horizontalAdvance(word))


def draw_chip(painter: QPainter, rect: QRectF, kind: ChipKind, icon: str, word: str) -> None:
    """Paint a chip; what does not fit is cut with dots.

    Args:
        painter: in logical pixels; its layout direction decides on which side the icon stands.
        rect: where; usually :func:`chip_width` by 22.
        kind: which colours; ``tint`` for what is selected.
        icon: a Lucide name; empty for none.
        word: one or two words.
    """
    ground, ink = ("tint", "accent2") if kind == "tint" else (f"{kind}_bg", kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
    if icon:
        at = inner.right() - _ICON if mirrored else inner.left()
        draw_icon(painter, icon, QRectF(at, rect.top(), _ICON, rect.height()), ink)
        inner.adjust(0 if mirrored else _ICON + _GAP, 0, -(_ICON + _GAP) if mirrored else 0, 0)
    painter.setFont(font(TextRole.SECOND, 500))
    painter.setPen(colour(ink))
    shown = QFontMetricsF(painter.font()).elidedText(word, Qt.TextElideMode.ElideRight, inner.width() + 1)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(
        inner.adjusted(-1, 0, 1, 0), side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown
    )
    painter.restore()


class Chip(QWidget):
    """A chip that stands by itself.

    Thread: the GUI thread.

    Args:
        kind: which colours; in generated code of forms the parent stands here.
        icon: a Lucide name; empty for none.
        word: one or two words.
        parent: where it lies.
    """

    def __init__(
        self, kind: ChipKind | QWidget | None = "neu", icon: str = "", word: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent if isinstance(kind, str) else kind)
        self._kind: ChipKind = kind if isinstance(kind, str) else "neu"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icon = icon
        self._word = word
        self.show_state(self._kind, icon, word)

    def show_state(self, kind: ChipKind, icon: str, word: str) -> None:
        """Show another state."""
        self._kind, self._icon, self._word = kind, icon, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(chip_width(self._icon, self._word), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it at its natural width, at the leading edge."""
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            width = min(self.width(), chip_width(self._icon, self._word))
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = self.width() - width if mirrored else 0
            draw_chip(
                painter, QRectF(left, (self.height() - HEIGHT) / 2, width, HEIGHT), self._kind, self._icon, self._word
            )
