"""What a tile says instead of a live picture, laid out in whatever room it has."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.lettering import Side, width_of, write
from faceattend.ui.widgets.tile_view import TileNotice

_ICON_PX = 28.0
_BUTTON_PX = 32.0
_SIDE_PX = 16.0
_WRAPPED = (Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop).value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class NoticeLayout:
    """Where the parts stand; empty rectangles for those that found no room."""

    icon: QRectF
    headline: QRectF
    lines: tuple[QRectF, ...]
    button: QRectF
    compact: bool


def lay_out(notice: TileNotice, area: QRectF, *, compact: bool) -> NoticeLayout:
    """Stack icon, headline, sentences and button in the middle of the picture.

    What finds no room goes in this order: the icon, the last sentences, the button; the headline always stays. A
    compact tile shows the headline and the first sentence.
    """
    width = area.width() - 2 * _SIDE_PX
    heads = _height(notice.headline, _headline_font(compact=compact), width)
    lines = [_height(line, _line_font(compact=compact), width) for line in notice.lines[: 1 if compact else None]]
    icon = 0.0 if compact else _ICON_PX + 12
    button = 0.0 if compact or notice.action is None else _BUTTON_PX + 12
    room = area.height() - 16
    if heads + sum(lines) + button + icon > room:
        icon = 0.0
    while lines and heads + sum(lines) + button > room:
        lines.pop()
    if heads + button > room:
        button = 0.0
    top = area.top() + (area.height() - heads - sum(lines) - button - icon) / 2
    return _stacked(QRectF(area.left() + _SIDE_PX, top, width, 0), (icon, heads, lines, button), notice, compact)


def draw_notice(painter: QPainter, notice: TileNotice, laid: NoticeLayout, icon: str) -> None:
    """Paint the notice over a darkened picture; the button is a widget of its own."""
    if not laid.icon.isEmpty():
        draw_icon(painter, icon, laid.icon, "video_text")
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.setPen(colour("video_text"))
    painter.setFont(_headline_font(compact=laid.compact))
    painter.drawText(laid.headline, _WRAPPED, _sentence(notice.headline))
    painter.setFont(_line_font(compact=laid.compact))
    for line, place in zip(notice.lines, laid.lines, strict=False):
        painter.drawText(place, _WRAPPED, line)


def _stacked(
    room: QRectF, heights: tuple[float, float, list[float], float], notice: TileNotice, compact: bool
) -> NoticeLayout:
    icon, heads, lines, button = heights
    top, middle = round(room.top()), room.center().x()
    icon_place = QRectF(middle - _ICON_PX / 2, top, _ICON_PX, _ICON_PX) if icon else QRectF()
    headline = QRectF(room.left(), top + icon, room.width(), heads)
    places: list[QRectF] = []
    below = headline.bottom()
    for height in lines:
        places.append(QRectF(room.left(), below, room.width(), height))
        below += height
    wide = min(width_of(notice.action or "", font(TextRole.BODY, 600)) + 24, room.width())
    button_place = QRectF(middle - wide / 2, below + 12, wide, _BUTTON_PX) if button else QRectF()
    return NoticeLayout(icon_place, headline, tuple(places), button_place, compact)


def _headline_font(*, compact: bool) -> QFont:
    return font(TextRole.BODY if compact else TextRole.PANE, 600)


def _line_font(*, compact: bool) -> QFont:
    return font(TextRole.SECOND if compact else TextRole.BODY)


def _height(text: str, face: QFont, width: float) -> float:
    bounds = QFontMetricsF(face).boundingRect(QRectF(0, 0, width, 10_000), _WRAPPED, text)
    return bounds.height() + 4


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


class TileButton(QAbstractButton):
    """A button over a dark picture, in the same colours in both themes.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return the room the words need."""
        return QSize(int(width_of(self.text(), font(TextRole.BODY, 600))) + 24, int(_BUTTON_PX))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a dark ground, a white edge, the words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect())
            ground = "video_outline" if self.isDown() or not self.underMouse() else "video_bar"
            painter.setPen(QPen(colour("video_text"), 2 if self.hasFocus() else 1))
            painter.setBrush(colour(ground))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
            write(
                painter, rect.adjusted(12, 0, -12, 0), self.text(), font(TextRole.BODY, 600), "video_text", Side.CENTRE
            )
