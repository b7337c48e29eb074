"""A button with its icon and its key inside."""

from PySide6.QtCore import Property, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from faceattend.ui.icons import draw_icon, source
from faceattend.ui.tokens import colour
from faceattend.ui.variants import vary
from faceattend.ui.widgets.key_cap import HEIGHT, cap_width, draw_key_cap

_ICON = 16.0
_ICON_GAP = 8.0
_CAP_GAP = 10.0
_INK = {"primary": "on_accent", "quiet": "text2", "danger": "bad", "inline": "accent2"}


class KeyButton(QPushButton):
    """A button that shows the key which does the same, and draws its icon at the right distance.

    In a form it is promoted from QPushButton; ``key``, ``glyph`` and ``kind`` are then set as properties there.

    Thread: the GUI thread.

    Args:
        text: a verb; in generated code of forms the parent stands here.
        parent: where it lies.
        key: as written on the cap, such as ``A``, ``Ctrl+E``, ``Esc``; empty for none. It only shows: what the key does
            is the page's business, or :meth:`listen`'s.
        kind: ``primary``, ``secondary``, ``quiet`` or ``danger``.
        icon: a Lucide name; empty for none.
    """

    def __init__(
        self,
        text: str | QWidget | None = "",
        parent: QWidget | None = None,
        *,
        key: str = "",
        kind: str = "secondary",
        icon: str = "",
    ) -> None:
        super().__init__(text if isinstance(text, str) else "", parent if isinstance(text, str) else text)
        self._key = ""
        self._glyph = ""
        self.setProperty("kind", kind)
        self.set_key(key)
        self.set_glyph(icon)

    def get_key(self) -> str:
        """Return what stands on the cap."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        self._key = key
        self.setAccessibleDescription(self.tr("Key {key}").format(key=key) if key else "")
        self.updateGeometry()
        self.update()

    def get_glyph(self) -> str:
        """Return the icon's name."""
        return self._glyph

    def set_glyph(self, glyph: str) -> None:
        """Show another icon, or none."""
        if glyph:
            source(glyph)
        self._glyph = glyph
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Become primary, secondary, quiet or danger."""
        vary(self, kind=kind)

    key = Property(str, get_key, set_key)
    glyph = Property(str, get_glyph, set_glyph)

    def listen(self) -> QShortcut:
        """Have the key click the button from anywhere in its window, except from a field that takes the letter."""
        shortcut = QShortcut(QKeySequence(self._key), self)
        shortcut.activated.connect(self.animateClick)
        return shortcut

    def sizeHint(self) -> QSize:
        """Room for icon, text and cap."""
        base = super().sizeHint()
        if not self.text():
            return QSize(
                round(self._content()) + base.height() - round(_ICON), base.height()
            )  # a square around the icon
        extra = self._content() - self._text_width()
        return QSize(base.width() + round(extra), base.height())

    def minimumSizeHint(self) -> QSize:
        """As :meth:`sizeHint`: a button is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and border by stylesheet, and what lies on them here."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        ink = self._ink()
        rect = QRectF(self.rect())
        spare = max(0.0, (rect.width() - self._content()) / 2)
        at = spare
        if self._glyph:
            draw_icon(painter, self._glyph, self._from(at, _ICON), ink)
            at += _ICON + (_ICON_GAP if self.text() else 0)
        if self.text():
            width = min(self._text_width(), rect.width() - 2)
            painter.setPen(colour(ink))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic | Qt.TextFlag.TextSingleLine
            painter.drawText(self._from(at, width), flags, self.text())
            at += width
        if self._key:
            place = self._from(at + (_CAP_GAP if at > spare else 0), cap_width(self._key))
            token = ink if ink == "on_accent" else ""
            draw_key_cap(painter, QPointF(place.x(), (rect.height() - HEIGHT) / 2), self._key, token=token)

    def _from(self, at: float, width: float) -> QRectF:
        start = self.width() - at - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else at
        return QRectF(round(start), 0, width, self.height())

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text3"
        if self.isCheckable() and self.isChecked():
            return "accent2"
        return _INK.get(str(self.property("kind")), "text")

    def _text_width(self) -> float:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width() if self.text() else 0.0

    def _content(self) -> float:
        width = self._text_width()
        if self._glyph:
            width += _ICON + (_ICON_GAP if self.text() else 0)
        if self._key:
            width += cap_width(self._key) + (_CAP_GAP if width else 0)
        return width
