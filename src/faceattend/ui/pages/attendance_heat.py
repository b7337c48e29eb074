"""A day of a month: a block, the deeper the longer the day, with the hours or what is to be checked in it."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from faceattend.domain.timecards import DayCard
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.models.attendance_words import problem, short_hours
from faceattend.ui.tokens import colour
from faceattend.ui.widgets.lettering import Side, write

_BLOCK_PX = 24.0
_PADDING_PX = 1.0
_ICON_PX = 14.0
_FULL_DAY = timedelta(hours=10)
_TENTH = timedelta(hours=0.1)


@dataclass(frozen=True, slots=True)
class HeatLook:
    """All that such a day looks like.

    Attributes:
        icon: in place of the hours; empty for them.
        tone: a token, of icon or hours.
        tenths: of hours worked.
    """

    icon: str
    tone: str
    tenths: int


def look_of(card: DayCard) -> HeatLook:
    """Return what a day looks like."""
    trouble, tenths = problem(card), round(card.work.worked / _TENTH)
    if trouble is not None:
        return HeatLook(trouble.icon, trouble.tone, tenths)
    return HeatLook("log-in" if card.inside else "", "text2" if card.inside else "text", tenths)


def block_in(cell: QRectF) -> QRectF:
    """Return where the block stands in its cell."""
    return QRectF(
        cell.left() + _PADDING_PX, cell.center().y() - _BLOCK_PX / 2, cell.width() - 2 * _PADDING_PX, _BLOCK_PX
    )


def draw_heat(painter: QPainter, place: QRectF, look: HeatLook) -> None:
    """Paint the block: a month is read as a map of heat, and what is to be checked stands out."""
    worked = look.tenths * _TENTH
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    heat = _mixed("surface", "bar", 0.1 + min(worked / _FULL_DAY, 1.0) * 0.25)
    painter.setBrush(colour("warn_bg") if look.tone == "warn" else heat)
    painter.drawRoundedRect(place, 4, 4)
    if look.icon:
        mark = QRectF(0, 0, _ICON_PX, _ICON_PX)
        mark.moveCenter(place.center())
        draw_icon(painter, look.icon, mark, look.tone)
    else:
        write(painter, place, short_hours(QLocale(), worked), font(TextRole.MARK), look.tone, Side.CENTRE)


def _mixed(ground: str, ink: str, share: float) -> QColor:
    """Return a colour between two tokens; up to a third of ``ink`` text on it is still read easily."""
    under, over = colour(ground), colour(ink)
    return QColor.fromRgbF(
        under.redF() + (over.redF() - under.redF()) * share,
        under.greenF() + (over.greenF() - under.greenF()) * share,
        under.blueF() + (over.blueF() - under.blueF()) * share,
    )
