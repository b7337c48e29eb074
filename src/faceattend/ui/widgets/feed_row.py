"""One passage in the feed: both faces, who, when and where, and how sure the machine is."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour
from faceattend.ui.translation import translate
from faceattend.ui.widgets.face_pair import SIDE_PX, FacePair, draw_face_pair, pair_width
from faceattend.ui.widgets.hairline import draw_hairline
from faceattend.ui.widgets.lettering import Side, mirrored, width_of, write
from faceattend.ui.widgets.table_looks import RowState, draw_skeleton

ROW_PX = 76
ACTION_ROW_PX = 108
SECTION_PX = 28
MARGIN_PX = 20.0
_NARROW_PX = 350.0
_TOP_PX = 12.0
_TEXT_X = MARGIN_PX + pair_width() + 12
_BUTTON_PX = 28.0
_CHEVRON_PX = 16.0
_GUIDE_X, _GUIDE_PX = 9.0, 2.0  # in the margin, beside what is folded into one row
_CAP_PX = 20.0


class FeedKind(StrEnum):
    """What the machine, or a person, said of a passage."""

    KNOWN = "known"
    UNSURE = "unsure"
    UNKNOWN = "unknown"
    MANUAL = "manual"


_ASKING = frozenset({FeedKind.UNSURE, FeedKind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A row of the feed.

    Attributes:
        id: of the sighting, or of the punch made by hand.
        kind: known, unsure, unknown or manual.
        title: the name; "Unknown visitor"; "Grace or Joy Mensah?".
        second: group, direction and camera.
        words: how sure, in a sentence.
        time: such as "08:02:11".
        probe: JPEG of the face that was seen; None where it was erased, and for what was made by hand; empty while it
            is being read.
        reference: JPEG of the enrolled face; None where there is none; empty likewise.
        icon: before the words.
        action: what its button says; None for rows without one. Rows with one wait for somebody.
        key: the key that does the same, written into the button.
        more: whether further choices hide behind a button with three dots.
        quiet: nothing is asked of anybody any more, whatever the kind: no warning in the words.
        passages: of how many it tells; its button then shows or hides them.
        opened: whether they stand below it one by one.
        within: whether it stands below the row that tells of it and others.
    """

    id: UUID
    kind: FeedKind
    title: str
    second: str
    words: str
    time: str
    probe: bytes | None
    reference: bytes | None
    icon: str = "circle-check"
    action: str | None = None
    key: str | None = None
    more: bool = False
    quiet: bool = False
    passages: int = 1
    opened: bool = False
    within: bool = False

    @property
    def folded(self) -> bool:
        """Whether it tells of several passages."""
        return self.passages > 1

    @property
    def waiting(self) -> bool:
        """Whether somebody has to answer."""
        return self.action is not None

    def speak(self) -> str:
        """Say the row in a sentence, for the model's accessible text."""
        state = translate("FeedRow", "open") if self.opened else translate("FeedRow", "folded")
        parts = [self.title, self.second, self.time, self.words, state if self.folded else ""]
        said = ", ".join(part for part in parts if part)
        if self.action is None:
            return said
        return translate("FeedRow", "Waiting for you: {row}").format(row=said)


@dataclass(frozen=True, slots=True)
class FeedSection:
    """A heading between rows, such as "Waiting for you: 2"."""

    title: str


@dataclass(frozen=True, slots=True)
class FeedLooks:
    """Which of a row's buttons is under the pointer or held down: "action", "more" or none."""

    hovered: str = ""
    pressed: str = ""


def action_rect(entry: FeedEntry, rect: QRectF, *, rtl: bool) -> QRectF:
    """Return where the row's button is; empty where it has none."""
    if entry.action is None:
        return QRectF()
    width = _label_width(entry) + (8 + _cap_width(entry.key) if entry.key and _key_fits(entry, rect) else 0)
    place = QRectF(rect.left() + _TEXT_X, rect.top() + 68, min(width, _button_room(entry, rect)), _BUTTON_PX)
    return mirrored(place, rect, rtl=rtl)


def more_rect(entry: FeedEntry, rect: QRectF, *, rtl: bool) -> QRectF:
    """Return where the button with three dots is; empty where there is none."""
    if not entry.more or entry.action is None:
        return QRectF()
    beside = action_rect(entry, rect, rtl=False)
    return mirrored(QRectF(beside.right() + 8, beside.top(), _BUTTON_PX, _BUTTON_PX), rect, rtl=rtl)


def chevron_rect(entry: FeedEntry, rect: QRectF, *, rtl: bool) -> QRectF:
    """Return where the sign is that a row can be opened; empty where it cannot."""
    if not entry.folded:
        return QRectF()
    left, top = rect.right() - MARGIN_PX - _CHEVRON_PX, rect.top() + _TOP_PX
    return mirrored(QRectF(left, top, _CHEVRON_PX, _CHEVRON_PX), rect, rtl=rtl)


def is_cut(entry: FeedEntry, width: float) -> bool:
    """Whether a line of a row so wide does not fit, so that a hint should tell it whole."""
    room = width - MARGIN_PX - _TEXT_X
    first, second = _ends(entry, width)
    lines = (
        width_of(entry.title, font(TextRole.BODY, 600)) + first,
        width_of(entry.second, font(TextRole.SECOND)) + second,
        width_of(entry.words, font(TextRole.SECOND, 600 if entry.kind in _ASKING else 400)) + 20,
    )
    return max(lines) > room


def draw_section(painter: QPainter, rect: QRectF, section: FeedSection, *, rtl: bool) -> None:
    """Paint a heading on its band."""
    painter.fillRect(rect, colour("canvas"))
    draw_hairline(painter, rect, Qt.Edge.BottomEdge)
    draw_hairline(painter, rect, Qt.Edge.TopEdge)
    room = rect.adjusted(MARGIN_PX, 0, -MARGIN_PX, 0)
    write(painter, room, section.title, font(TextRole.SECOND, 600), "text2", rtl=rtl)


def draw_entry(painter: QPainter, rect: QRectF, entry: FeedEntry | None, row: RowState, looks: FeedLooks) -> None:
    """Paint a row.

    Args:
        painter: of the viewport.
        rect: the row.
        entry: what to paint; None for one that is not loaded.
        row: selected, hovered.
        looks: what its buttons look like.
    """
    painter.fillRect(rect, colour("tint" if row.selected else "hover" if row.hovered and entry else "surface"))
    draw_hairline(painter, rect.adjusted(MARGIN_PX, 0, -MARGIN_PX, 0), Qt.Edge.BottomEdge)
    if entry is None:
        _draw_waiting(painter, rect, rtl=row.rtl)
        return
    if entry.waiting or row.selected:
        bar = mirrored(QRectF(rect.left(), rect.top(), 3, rect.height()), rect, rtl=row.rtl)
        painter.fillRect(bar, colour("warn_mark" if entry.waiting else "accent2"))
    faces = QRectF(rect.left() + MARGIN_PX, rect.top() + _TOP_PX, pair_width(), SIDE_PX)
    instead = entry.icon if entry.kind is FeedKind.MANUAL else None
    others = f"+{entry.passages - 1}" if entry.folded else None
    pair = FacePair(entry.probe, entry.reference, instead, others)
    draw_face_pair(painter, mirrored(faces, rect, rtl=row.rtl), pair, rtl=row.rtl)
    if entry.within:
        guide = QRectF(rect.left() + _GUIDE_X, rect.top(), _GUIDE_PX, rect.height())
        painter.fillRect(mirrored(guide, rect, rtl=row.rtl), colour("line"))
    if entry.folded:
        sign = "chevron-up" if entry.opened else "chevron-down"
        draw_icon(painter, sign, chevron_rect(entry, rect, rtl=row.rtl), "text2")
    _draw_lines(painter, rect, entry, rtl=row.rtl)
    _draw_buttons(painter, rect, entry, row, looks)


def _draw_lines(painter: QPainter, rect: QRectF, entry: FeedEntry, *, rtl: bool) -> None:
    left, right = rect.left() + _TEXT_X, rect.right() - MARGIN_PX
    first = QRectF(left, rect.top() + _TOP_PX - 2, right - left, 20)
    second = QRectF(left, rect.top() + _TOP_PX + 18, right - left, 16)
    beside_title, beside_second = _ends(entry, rect.width())
    timed = second if beside_second else first
    time_place = QRectF(timed)  # at its end
    first.setRight(right - beside_title)
    second.setRight(right - beside_second)
    write(painter, mirrored(first, rect, rtl=rtl), entry.title, font(TextRole.BODY, 600), "text", rtl=rtl)
    write(painter, mirrored(time_place, rect, rtl=rtl), entry.time, font(TextRole.SECOND), "text2", Side.END, rtl=rtl)
    write(painter, mirrored(second, rect, rtl=rtl), entry.second, font(TextRole.SECOND), "text2", rtl=rtl)
    _draw_words(painter, rect, QRectF(left, rect.top() + _TOP_PX + 36, right - left, 16), entry, rtl=rtl)


def _draw_words(painter: QPainter, rect: QRectF, room: QRectF, entry: FeedEntry, *, rtl: bool) -> None:
    asks = entry.kind in {FeedKind.UNSURE, FeedKind.UNKNOWN} and not entry.quiet
    icon = QRectF(room.left() - 1, room.top() + 1, 14, 14)  # its strokes begin a pixel inside: edges align
    tint = "warn" if asks else "ok" if entry.kind is FeedKind.KNOWN else "text2"
    draw_icon(painter, entry.icon, mirrored(icon, rect, rtl=rtl), tint)
    words = mirrored(room.adjusted(20, 0, 0, 0), rect, rtl=rtl)
    face = font(TextRole.SECOND, 600 if asks else 400)
    write(painter, words, entry.words, face, "warn" if asks else "text2", rtl=rtl)


def _draw_buttons(painter: QPainter, rect: QRectF, entry: FeedEntry, row: RowState, looks: FeedLooks) -> None:
    place = action_rect(entry, rect, rtl=row.rtl)
    if place.isEmpty():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_frame(painter, place, _ground("action", looks), edge=True)
    inner = place.adjusted(12, 0, -12, 0)
    label = QRectF(inner)
    if entry.key and _key_fits(entry, rect):
        cap = QRectF(inner.right() - _cap_width(entry.key), inner.center().y() - 9, _cap_width(entry.key), 18)
        label.setRight(cap.left() - 8)
        _draw_cap(painter, mirrored(cap, inner, rtl=row.rtl), entry.key)
    text = mirrored(label, inner, rtl=row.rtl)
    write(painter, text, entry.action or "", font(TextRole.BODY, 500), "text", rtl=row.rtl)
    more = more_rect(entry, rect, rtl=row.rtl)
    if not more.isEmpty():
        _draw_frame(painter, more, _ground("more", looks), edge=False)
        draw_icon(painter, "ellipsis", more.adjusted(6, 6, -6, -6), "text2")
    painter.restore()


def _ground(button: str, looks: FeedLooks) -> str:
    if looks.hovered != button:
        return "" if button == "more" else "surface"
    return "sunken" if looks.pressed == button else "hover"


def _draw_frame(painter: QPainter, place: QRectF, ground: str, *, edge: bool) -> None:
    painter.setPen(QPen(colour("edge"), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _draw_cap(painter: QPainter, cap: QRectF, key: str) -> None:
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("sunken"))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    write(painter, cap, key, font(TextRole.MARK, 500), "text2", Side.CENTRE)


def _ends(entry: FeedEntry, width: float) -> tuple[float, float]:
    """Return what the first and the second line leave free at their ends: for the time, and the sign to open the row.

    In a narrow pane the name needs the whole line; the time goes beside what matters less.
    """
    clock = width_of(entry.time, font(TextRole.SECOND)) + 9 if entry.time else 0.0
    sign = _CHEVRON_PX + 8 if entry.folded else 0.0
    return (sign, clock) if width < _NARROW_PX else (max(sign, clock), 0.0)


def _label_width(entry: FeedEntry) -> float:
    return 24 + width_of(entry.action or "", font(TextRole.BODY, 500))


def _button_room(entry: FeedEntry, rect: QRectF) -> float:
    return rect.width() - MARGIN_PX - _TEXT_X - (_BUTTON_PX + 8 if entry.more else 0)


def _key_fits(entry: FeedEntry, rect: QRectF) -> bool:
    """In a narrow pane the words of a button matter more than its key, which the key sheet tells too."""
    return _label_width(entry) + 8 + _cap_width(entry.key or "") <= _button_room(entry, rect)


def _cap_width(key: str) -> float:
    return max(_CAP_PX, width_of(key, font(TextRole.MARK, 500)) + 10)


def _draw_waiting(painter: QPainter, rect: QRectF, *, rtl: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("sunken"))
    for x in (MARGIN_PX, MARGIN_PX + SIDE_PX + 4):
        face = QRectF(rect.left() + x, rect.top() + _TOP_PX, SIDE_PX, SIDE_PX)
        painter.drawRoundedRect(mirrored(face, rect, rtl=rtl), 6, 6)
    painter.restore()
    lines = mirrored(rect.adjusted(_TEXT_X, 0, -MARGIN_PX, 0), rect, rtl=rtl)
    for top, share in ((_TOP_PX, 0.6), (_TOP_PX + 18, 0.8), (_TOP_PX + 36, 0.7)):
        draw_skeleton(painter, QRectF(lines.left(), rect.top() + top, lines.width(), 14), rtl=rtl, share=share)
