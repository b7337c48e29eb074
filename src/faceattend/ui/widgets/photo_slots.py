"""The photos taken of somebody who is being enrolled, and the places of those still to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from faceattend.ui.fonts import TextRole, font
from faceattend.ui.icons import draw_icon
from faceattend.ui.tokens import colour
from faceattend.ui.translation import translate
from faceattend.ui.widgets.avatar import CORNER_PX, FaceShape, draw_face
from faceattend.ui.widgets.lettering import Side, hint, mirrored, write

_SIDE_PX = 72
_DISC_PX, _INSET_PX, _CROSS_PX = 22.0, 3.0, 28.0


@dataclass(frozen=True, slots=True)
class Slot:
    """One place.

    Attributes:
        name: which way the face looks, such as "Left".
        face: JPEG of the photo; empty for a place still to be filled.
        fault: why the photo will not do; empty when it will.
        held: whether there is a photo of this pose from earlier, so that none is asked for.
    """

    name: str
    face: bytes = b""
    fault: str = ""
    held: bool = False


class PhotoSlots(QWidget):
    """Five places in a row. Delete, or the cross that comes under the pointer, throws a photo away.

    Signals:
        removed(int): the photo at this place is to go.

    Thread: the GUI thread.
    """

    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._slots: list[PhotoSlot] = []

    @property
    def slots(self) -> tuple["PhotoSlot", ...]:
        """The places, first to last."""
        return tuple(self._slots)

    def show_slots(self, slots: Sequence[Slot]) -> None:
        """Show these places; the focus stays where it is."""
        while len(self._slots) < len(slots):
            self._add()
        for slot, shown in zip(slots, self._slots, strict=False):
            shown.show_slot(slot)

    def _add(self) -> None:
        slot = PhotoSlot(self)
        number = len(self._slots)
        slot.removed.connect(lambda: self.removed.emit(number))
        if self._slots:
            self._row.addStretch(1)
        self._row.addWidget(slot)
        self._slots.append(slot)


class PhotoSlot(QAbstractButton):
    """One photo, or the place of one.

    Signals:
        removed(): it is to go.

    Thread: the GUI thread.
    """

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_SIDE_PX, _SIDE_PX)
        self.setMouseTracking(True)
        self._slot = Slot("")
        self.show_slot(self._slot)

    @property
    def slot(self) -> Slot:
        """What is shown."""
        return self._slot

    def show_slot(self, slot: Slot) -> None:
        """Show a photo or a place."""
        self._slot = slot
        filled = bool(slot.face)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if filled else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_spoken(slot))
        says = slot.fault or (translate("PhotoSlots", "Good. Delete throws it away.") if filled else "")
        self.setAccessibleDescription(says)
        about = slot.fault or slot.name
        words = translate("PhotoSlots", "{about}\nDelete throws it away.").format(about=about)
        self.setToolTip(hint(words) if filled else "")
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIDE_PX, _SIDE_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Throw the photo away with Delete, walk with arrows; the dialog has the rest: there Space is the shutter."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._slot.face:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild((event.key() == Qt.Key.Key_Right) != self.isRightToLeft())
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave it to the dialog, as the press."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Throw the photo away where the cross was clicked."""
        super().mouseReleaseEvent(event)
        if self._slot.face and self._cross().contains(event.position()):
            self.removed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the cross."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photo with its mark, or the place with its name."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect())
            if not self._slot.face:
                self._draw_place(painter, rect)
                return
            draw_face(painter, rect, self._slot.face, FaceShape.SOFT)
            disc = QRectF(rect.right() - _DISC_PX - _INSET_PX, rect.bottom() - _DISC_PX - _INSET_PX, _DISC_PX, _DISC_PX)
            icon, tint = ("triangle-alert", "warn") if self._slot.fault else ("check", "ok")
            _draw_disc(painter, mirrored(disc, rect, rtl=self.isRightToLeft()), icon, tint)
            if self.underMouse() or self.hasFocus():
                cross = QRectF(0, 0, _DISC_PX, _DISC_PX)
                cross.moveCenter(self._cross().center())
                _draw_disc(painter, cross, "x", "text")
            self._draw_border(painter, rect)

    def _draw_place(self, painter: QPainter, rect: QRectF) -> None:
        pen = QPen(colour("edge"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(QPen(colour("line"), 1) if self._slot.held else pen)
        painter.setBrush(colour("canvas"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER_PX, CORNER_PX)
        if self._slot.held:
            draw_icon(painter, "check", QRectF(rect.center().x() - 8, rect.top() + 14, 16, 16), "ok")
            rect = rect.adjusted(0, 18, 0, 0)
        write(painter, rect.adjusted(4, 0, -4, 0), self._slot.name, font(TextRole.SECOND), "text2", Side.CENTRE)

    def _draw_border(self, painter: QPainter, rect: QRectF) -> None:
        tint = "accent2" if self.hasFocus() else "warn_mark" if self._slot.fault else ""
        if tint:
            painter.setPen(QPen(colour(tint), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), CORNER_PX, CORNER_PX)

    def _cross(self) -> QRectF:
        """Return where the cross is hit: the upper corner at the end."""
        rect = QRectF(self.rect())
        corner = QRectF(rect.right() - _CROSS_PX, rect.top(), _CROSS_PX, _CROSS_PX)
        return mirrored(corner, rect, rtl=self.isRightToLeft())


def _draw_disc(painter: QPainter, disc: QRectF, icon: str, tint: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("surface"))
    painter.drawEllipse(disc)
    place = QRectF(0, 0, 14, 14)
    place.moveCenter(disc.center())
    draw_icon(painter, icon, place, tint)


def _spoken(slot: Slot) -> str:
    if slot.face:
        words = translate("PhotoSlots", "Photo, {pose}")
    elif slot.held:
        words = translate("PhotoSlots", "On record: {pose}")
    else:
        words = translate("PhotoSlots", "Still to come: {pose}")
    return words.format(pose=slot.name)
