"""Text painted by hand: one line, cut where there is no room, mirrored with the layout and not with its own script."""

from enum import IntEnum
from functools import lru_cache
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from faceattend.ui.tokens import colour

_ONE_LINE = Qt.TextFlag.TextSingleLine.value | Qt.AlignmentFlag.AlignVCenter.value
# Absolute: an Arabic name in an English table stays beside its picture, where the eye looks for it.
_LEFT = _ONE_LINE | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignAbsolute.value
_RIGHT = _ONE_LINE | Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignAbsolute.value
_CENTRE = _ONE_LINE | Qt.AlignmentFlag.AlignHCenter.value


class Side(IntEnum):
    """Where a line stands in its room, by the direction of reading."""

    START = 0
    END = 1
    CENTRE = 2


@lru_cache(maxsize=4096)
def width_of(text: str, face: QFont) -> float:
    """Return how wide a line is, in logical pixels, rounded up so that it is not cut in a room of just that width."""
    return float(-(-QFontMetricsF(face).horizontalAdvance(text) // 1))


def elided(text: str, face: QFont, width: float) -> str:
    """Return the text, or as much of it as fits into so many pixels, with an ellipsis."""
    if width_of(text, face) <= width:
        return text
    return QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, width)


def write(  # noqa: PLR0913 - what, where and in which looks
    painter: QPainter,
    room: QRectF,
    text: str,
    face: QFont,
    tint: str | QColor,
    side: Side = Side.START,
    *,
    rtl: bool = False,
) -> None:
    """Paint one line of text, upright in the middle of its room.

    Args:
        painter: paints on a widget or picture.
        room: in logical pixels; what does not fit is cut with an ellipsis.
        text: any script.
        face: from :func:`faceattend.ui.fonts.font`.
        tint: a token's name, or a colour.
        side: where it stands.
        rtl: whether the layout reads from right to left.
    """
    if room.width() <= 0 or not text:
        return
    painter.setFont(face)
    painter.setPen(colour(tint))
    flags = _CENTRE if side is Side.CENTRE else _RIGHT if (side is Side.END) != rtl else _LEFT
    direction = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a name is read the way its script is
    painter.drawText(room, flags, elided(text, face, room.width()))
    painter.setLayoutDirection(direction)


def hint(text: str) -> str:
    """Return a text for a tooltip, which shows it letter by letter even where it looks like HTML, and wraps it."""
    return f"<div>{escape(text).replace(chr(10), '<br>')}</div>"


def mirrored(part: QRectF, whole: QRectF, *, rtl: bool) -> QRectF:
    """Return where a part, placed as for reading from left to right, stands in a layout of the given direction."""
    if not rtl:
        return part
    return QRectF(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())
