"""Closing the window while something is still being done."""

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
        works: how many pieces of work are under way.
        parent: the window.
    """

    chosen = Signal(object)

    def __init__(self, works: int, parent: QWidget | None) -> None:
        super().__init__(translate("Closing", "Work is still under way"), parent, width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        what = translate(
            "Closing", "{count} tasks, such as an export, an import or an enrolment, have not come to their end."
        )
        one = translate("Closing", "An export, an import, an enrolment or another task has not come to its end.")
        self.body.setSpacing(8)
        self.body.addWidget(Prose(what.format(count=works) if works > 1 else one, tone="text"))
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
