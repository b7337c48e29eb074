"""Closing the window while something is still being done."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from faceattend.ui.translation import translate
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.sheet import Sheet


class Closing(Enum):
    """What to do with the work that is under way."""

    FINISH = "finish"
    CANCEL = "cancel"


class ClosingSheet(Sheet):
    """Asks what becomes of the work under way. Esc stays.

    Signals:
        chosen(Closing): finish it and close then, or cancel it and close.

    Thread: the GUI thread.

    Args:
        works: what is under way: a sentence for each, empty for what needs none.
        parent: the window.
    """

    chosen = Signal(object)

    def __init__(self, works: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(translate("Closing", "Work is still under way"), parent, width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.setSpacing(8)
        for line in _lines(works):
            self.body.addWidget(Prose(line, tone="text"))
        self.body.addWidget(
            Prose(
                translate("Closing", "Cancelling keeps what is stored already; a file that is half written is removed.")
            )
        )
        cancel = self._add(translate("Closing", "Cancel it and close"), "danger", Closing.CANCEL)
        finish = self._add(translate("Closing", "Finish, then close"), "secondary", Closing.FINISH)
        stay = KeyButton(translate("Closing", "Stay"), key="Esc", kind="primary")
        stay.clicked.connect(self.reject)
        stay.setDefault(True)
        self.foot.addWidget(stay)
        self.setTabOrder(cancel, finish)
        self.setTabOrder(finish, stay)
        stay.setFocus()

    def _add(self, words: str, kind: str, answer: Closing) -> KeyButton:
        button = KeyButton(words, kind=kind)
        button.setAutoDefault(False)

        def choose() -> None:
            self.accept()
            self.chosen.emit(answer)

        button.clicked.connect(choose)
        self.foot.addWidget(button)
        return button


def _lines(works: Sequence[str]) -> list[str]:
    """Say what is under way: what has a sentence of its own, then the rest."""
    lines = list(dict.fromkeys(work for work in works if work))
    rest = sum(not work for work in works)
    if rest == 1:
        lines.append(translate("Closing", "A change that was just made is being stored."))
    elif rest:
        lines.append(translate("Closing", "{count} changes that were just made are being stored.").format(count=rest))
    return lines
