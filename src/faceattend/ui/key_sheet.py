"""All keys on one sheet, by page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from faceattend.ui.translation import translate
from faceattend.ui.variants import label
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.key_cap import KeyCap
from faceattend.ui.widgets.sheet import Sheet

_WIDTH = 800
_AROUND_PX = 176  # head and foot of the dialog, and a rim of the window
_LEAST_PX = 320
_COLUMNS = 2
_KEYS_PX = 108


@dataclass(frozen=True, slots=True)
class KeySection:
    """The keys of a page.

    Attributes:
        title: of the page.
        keys: each with what it does; several keys for one thing are parted by two spaces or a slash.
        open: whether it is the page that is shown.
    """

    title: str
    keys: tuple[tuple[str, str], ...]
    open: bool = False


def shell_keys() -> KeySection:
    """Return the keys that hold on every page."""
    return KeySection(
        translate("KeySheet", "Everywhere"),
        (
            ("Ctrl+1 … 5", translate("KeySheet", "Open a page")),
            ("Ctrl+F", translate("KeySheet", "Search")),
            ("F6", translate("KeySheet", "To the next part of the window")),
            ("Esc", translate("KeySheet", "Leave the field, close, or go back")),
            ("J  K", translate("KeySheet", "Next and previous row")),
            (translate("KeySheet", "Enter"), translate("KeySheet", "Open the row")),
            (translate("KeySheet", "Space"), translate("KeySheet", "Select the row")),
            ("?", translate("KeySheet", "These keys")),
        ),
    )


class KeySheet(Sheet):
    """Shows the keys; Esc closes it.

    Thread: the GUI thread.

    Args:
        sections: those of the shell first, then one for each page.
        parent: the window.
    """

    def __init__(self, sections: Sequence[KeySection], parent: QWidget | None) -> None:
        super().__init__(translate("KeySheet", "Keys"), parent, width=_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.setContentsMargins(0, 0, 0, 0)
        room = parent.window().height() - _AROUND_PX if parent is not None else _LEAST_PX
        self.body.addWidget(_scrolled(_table(sections), max(room, _LEAST_PX)))
        self.tell(translate("KeySheet", "Single letters act only while no field has the focus."))
        close = KeyButton(translate("KeySheet", "Close"), key="Esc")
        close.clicked.connect(self.reject)
        self.foot.addWidget(close)
        close.setFocus()


def _scrolled(content: QWidget, highest: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFixedHeight(min(highest, content.sizeHint().height()))
    area.setAccessibleName(translate("KeySheet", "Keys by page"))
    return area


def _table(sections: Sequence[KeySection]) -> QWidget:
    """Lay the sections out in columns of like length."""
    table = QWidget()
    row = QHBoxLayout(table)
    row.setContentsMargins(24, 16, 24, 24)
    row.setSpacing(32)
    columns = [QVBoxLayout() for _ in range(_COLUMNS)]
    lengths = [0] * _COLUMNS
    for section in sections:
        shortest = lengths.index(min(lengths))
        columns[shortest].addWidget(_block(section))
        lengths[shortest] += len(section.keys) + 2
    for column in columns:
        column.setSpacing(24)
        column.addStretch(1)
        row.addLayout(column, 1)
    return table


def _block(section: KeySection) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    title = translate("KeySheet", "{page} (open now)").format(page=section.title) if section.open else section.title
    grid.addWidget(label(title, role="pane"), 0, 0, 1, 2)
    for line, (keys, does) in enumerate(section.keys, start=1):
        grid.addWidget(_caps(keys), line, 0, Qt.AlignmentFlag.AlignTop)
        words: QLabel = label(does, wraps=True)
        words.setAccessibleName(f"{keys}: {does}")
        grid.addWidget(words, line, 1)
    grid.setColumnMinimumWidth(0, _KEYS_PX)
    grid.setColumnStretch(1, 1)
    return block


def _caps(keys: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 1, 0, 0)
    row.setSpacing(4)
    for key in keys.replace(" / ", "  ").split("  "):
        row.addWidget(KeyCap(key.strip()))
    row.addStretch(1)
    return holder
