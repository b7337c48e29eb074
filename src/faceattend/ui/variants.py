"""Looks by dynamic property: how a widget is told which of the stylesheet's variants it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from faceattend.ui.icons import icon as icon_of


def vary(widget: QWidget, **properties: str) -> None:
    """Set properties such as ``kind="danger"`` or ``tone="warn"`` and have the look follow.

    Args:
        widget: any widget that the stylesheet knows.
        properties: by name; an empty string takes one away.
    """
    if all(widget.property(name) == (value or None) for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value or None)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def label(text: str = "", role: str = "", *, tone: str = "", wraps: bool = False) -> QLabel:
    """Return a label in a role of the stylesheet: ``title``, ``pane``, ``second``, ``hint`` ..."""
    made = QLabel(text)
    made.setProperty("role", role or None)
    made.setProperty("tone", tone or None)
    made.setWordWrap(wraps)
    _align(made)
    return made


def align_labels(root: QWidget) -> None:
    """Let the plain labels below a widget, such as those of a form, start where its layout starts.

    Qt lets a label follow the direction of its own text instead: a Latin name would stand on the left of a window that
    is read from the right.
    """
    for each in root.findChildren(QLabel):
        _align(each)


def frame(kind: str) -> QFrame:
    """Return a frame of a kind of the stylesheet: ``card``, ``pane``, ``divider`` ..."""
    made = QFrame()
    made.setProperty("kind", kind)
    return made


def icon_button(name: str, words: str, *, kind: str = "secondary") -> QPushButton:
    """Return a square button with an icon only; what it does is its tooltip and its accessible name."""
    made = QPushButton(icon_of(name, "text"), "")
    made.setProperty("kind", kind)
    made.setProperty("shape", "icon")
    made.setToolTip(words)
    made.setAccessibleName(words)
    return made


def _align(label: QLabel) -> None:
    alignment = label.alignment()
    if alignment & _SETTLED:
        return
    trails = bool(alignment & Qt.AlignmentFlag.AlignTrailing)
    mirrored = label.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignLeft if trails == mirrored else Qt.AlignmentFlag.AlignRight
    label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | (alignment & Qt.AlignmentFlag.AlignVertical_Mask))


_SETTLED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignJustify | Qt.AlignmentFlag.AlignAbsolute
