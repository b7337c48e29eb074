"""What an evidence card is made of: its head, and its sentences with their numbers."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from faceattend.domain.attendance import Direction
from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour
from faceattend.ui.translation import translate
from faceattend.ui.widgets.lettering import Side, mirrored, width_of, write
from faceattend.ui.widgets.table_looks import draw_focus

HEAD_PX = 44
_PAD_PX = 16.0
_ICON_PX = 16.0
_TEXT_X = 24.0
_LINE_PX, _FIGURE_PX = 20, 16
_ANY_HEIGHT = 10_000.0
_WRAPPED = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value | Qt.TextFlag.TextWordWrap.value

LineKind = Literal["ok", "warn", "bad", "neu"]


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One fact: a sentence, and the numbers behind it.

    Attributes:
        icon: a Lucide name.
        kind: colour of the icon; the words stay calm.
        words: such as "Clear match".
        figure: such as "0.74, needed 0.46"; empty for none.
    """

    icon: str
    kind: LineKind
    words: str
    figure: str = ""

    def speak(self) -> str:
        """Say words and figure."""
        return f"{self.words}, {self.figure}" if self.figure else self.words


@dataclass(frozen=True, slots=True)
class EvidenceFace:
    """A face with what stands below it.

    Attributes:
        jpeg: None where it was erased or never kept: the place stays, empty.
        caption: such as "Seen at the door" or "Reference, front".
    """

    jpeg: bytes | None
    caption: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a punch rests on.

    Attributes:
        direction: in or out.
        time: local, such as "08:12:04".
        place: the camera, or how it was made.
        lines: facts, the most telling first: the folded card shows only that one.
        probe: the face that was seen; None for a punch made by hand.
        reference: the face on file; None likewise.
    """

    direction: Direction
    time: str
    place: str
    lines: tuple[EvidenceLine, ...] = ()
    probe: EvidenceFace | None = None
    reference: EvidenceFace | None = None

    def title(self) -> str:
        """Return direction and time."""
        return direction_words(self.direction).format(time=self.time)

    def speak(self) -> str:
        """Say all of it in sentences."""
        said = [f"{self.title()}, {self.place}", *(line.speak() for line in self.lines)]
        return ". ".join(said)


def direction_words(direction: Direction) -> str:
    """Return how a direction is written before a time, with a place for it."""
    if direction is Direction.IN:
        return translate("Evidence", "In {time}")
    return translate("Evidence", "Out {time}")


class EvidenceHead(QAbstractButton):
    """The row that is always there; checked: the card is unfolded. Enter and Space fold and unfold.

    Thread: the GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: Evidence | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_evidence(self, evidence: Evidence) -> None:
        """Show another punch."""
        self._evidence = evidence
        self.setAccessibleName(f"{evidence.title()}, {evidence.place}")
        self.setAccessibleDescription(". ".join(line.speak() for line in evidence.lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a folded card, its border apart."""
        return QSize(280, HEAD_PX - 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint direction and time, and where; folded also how sure."""
        if self._evidence is None:
            return
        with QPainter(self) as painter:
            rect = QRectF(self.rect())
            room = rect.adjusted(_PAD_PX - 1, 0, 1 - _PAD_PX, 0)  # the card's border is one of the sixteen
            left = self._paint_title(painter, room, self._evidence)
            if self.isChecked():
                self._write_end(
                    painter, QRectF(left, room.top(), room.right() - left, room.height()), self._evidence.place
                )
            else:
                self._paint_folded(painter, room, left, self._evidence)
            if self.hasFocus():
                draw_focus(painter, rect.adjusted(2, 2, -2, -2))

    def _paint_title(self, painter: QPainter, room: QRectF, evidence: Evidence) -> float:
        rtl, face = self.isRightToLeft(), font(TextRole.BODY, 600 if self.isChecked() else 500)
        icon = QRectF(room.left(), room.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
        name = "log-in" if evidence.direction is Direction.IN else "log-out"
        draw_icon(painter, name, mirrored(icon, room, rtl=rtl), "text2")
        left = room.left() + _TEXT_X
        wide = min(width_of(evidence.title(), face), room.right() - left)
        words = QRectF(left, room.top(), wide, room.height())
        write(painter, mirrored(words, room, rtl=rtl), evidence.title(), face, "text", rtl=rtl)
        return words.right() + 12

    def _write_end(self, painter: QPainter, place: QRectF, words: str) -> None:
        rtl = self.isRightToLeft()
        here = mirrored(place, QRectF(self.rect()), rtl=rtl)
        write(painter, here, words, font(TextRole.SECOND), "text2", Side.END, rtl=rtl)

    def _paint_folded(self, painter: QPainter, room: QRectF, left: float, evidence: Evidence) -> None:
        rtl, small = self.isRightToLeft(), font(TextRole.SECOND)
        chevron = QRectF(room.right() - _ICON_PX + 4, room.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
        draw_icon(painter, "chevron-right", mirrored(chevron, room, rtl=rtl), "text2")
        right = chevron.left() - 4
        if evidence.lines:
            first = evidence.lines[0]
            begin = max(right - width_of(first.words, small), left + _TEXT_X)
            self._write_end(painter, QRectF(begin, room.top(), right - begin, room.height()), first.words)
            icon = QRectF(begin - 20, room.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
            draw_icon(painter, first.icon, mirrored(icon, room, rtl=rtl), first.kind)
            right = icon.left() - 8
        place = QRectF(left, room.top(), right - left, room.height())
        write(painter, mirrored(place, room, rtl=rtl), evidence.place, small, "text2", rtl=rtl)


class EvidenceRow(QWidget):
    """A sentence with its number behind it, or below where both do not fit on one line.

    Thread: the GUI thread.
    """

    def __init__(self, line: EvidenceLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(line.speak())
        self.setToolTip(line.figure)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(280, _LINE_PX)

    def hasHeightForWidth(self) -> bool:
        """Long sentences take more lines in a narrow card."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        if self._on_one_line(width):
            return _LINE_PX
        figure = _FIGURE_PX + 2 if self._line.figure else 0
        return int(self._words_height(width)) + figure

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, words and figure."""
        rtl, rect = self.isRightToLeft(), QRectF(self.rect())
        with QPainter(self) as painter:
            icon = QRectF(0, (_LINE_PX - _ICON_PX) / 2, _ICON_PX, _ICON_PX)
            draw_icon(painter, self._line.icon, mirrored(icon, rect, rtl=rtl), self._line.kind)
            room = rect.adjusted(_TEXT_X, 0, 0, 0)
            words, figure = font(TextRole.BODY, 500), font(TextRole.SECOND)
            if self._on_one_line(self.width()):
                write(painter, mirrored(room, rect, rtl=rtl), self._line.words, words, "text", rtl=rtl)
                write(painter, mirrored(room, rect, rtl=rtl), self._line.figure, figure, "text2", Side.END, rtl=rtl)
                return
            room.setHeight(self._words_height(self.width()))
            painter.setFont(words)
            painter.setPen(colour("text"))
            painter.drawText(mirrored(room, rect, rtl=rtl), _WRAPPED, self._line.words)
            below = QRectF(room.left(), room.bottom() + 1, room.width(), _FIGURE_PX)
            write(painter, mirrored(below, rect, rtl=rtl), self._line.figure, figure, "text2", rtl=rtl)

    def _on_one_line(self, width: int) -> bool:
        words = width_of(self._line.words, font(TextRole.BODY, 500))
        figure = width_of(self._line.figure, font(TextRole.SECOND)) + 12 if self._line.figure else 0
        return _TEXT_X + words + figure <= width

    def _words_height(self, width: int) -> float:
        room = QRectF(0, 0, max(width - _TEXT_X, 1.0), _ANY_HEIGHT)
        bounds = QFontMetricsF(font(TextRole.BODY, 500)).boundingRect(room, _WRAPPED, self._line.words)
        return max(float(_LINE_PX), bounds.height() + 2)
