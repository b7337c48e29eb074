"""A question that must be answered before anything else: what happens, what it means, and a way to leave it be."""

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from faceattend.ui.variants import label
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose
from faceattend.ui.widgets.sheet import Raised

_WIDTH = 440
_SIDE = 24


class Question(Raised):
    """Two answers: one that leaves everything as it is, which has the focus, and one that acts.

    Thread: the GUI thread.

    Args:
        title: the question in one line; name who or what it is about.
        text: what would happen and what that means.
        parent: anything in the window that it lies over.
        safe: verb of the answer that changes nothing, such as ``Keep``; Esc gives it too.
        act: verb of the other, such as ``Erase face data``.
        danger: whether acting destroys something.

    Attributes:
        ticked: a tick box below the text, see :meth:`offer`.
    """

    def __init__(
        self,
        title: str,
        text: str,
        parent: QWidget | None,
        *,
        safe: str,
        act: str,
        danger: bool = False,
    ) -> None:
        super().__init__(title, parent, width=_WIDTH)
        self.ticked = QCheckBox()
        self.ticked.hide()
        self.safe = KeyButton(safe, key=self.tr("Esc"))
        self.safe.clicked.connect(self.reject)
        self.act = KeyButton(act, kind="danger" if danger else "primary")
        self.act.clicked.connect(self.accept)
        self.act.setAutoDefault(not danger)
        self.setAccessibleDescription(text)
        self._lay_out(title, text)
        self.safe.setDefault(True)
        self.safe.setFocus()

    def offer(self, words: str, *, ticked: bool = False) -> None:
        """Offer something beside the answer, to be ticked."""
        self.ticked.setText(words)
        self.ticked.setChecked(ticked)
        self.ticked.show()

    def _lay_out(self, title: str, text: str) -> None:
        column = QVBoxLayout(self.card)
        column.setContentsMargins(_SIDE, 18, _SIDE, 16)
        column.setSpacing(8)
        heading = label(title, role="pane", wraps=True)
        column.addWidget(heading)
        column.addWidget(Prose(text))
        column.addWidget(self.ticked)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.safe)
        row.addWidget(self.act)
        column.addLayout(row)


def ask(parent: QWidget | None, title: str, text: str, *, safe: str, act: str, danger: bool = False) -> bool:
    """Ask and wait for the answer.

    Args:
        parent: as for :class:`Question`, like the rest.
        title: the question.
        text: what it means.
        safe: verb of the answer that changes nothing.
        act: verb of the one that acts.
        danger: whether acting destroys something.

    Returns:
        Whether to act.
    """
    question = Question(title, text, parent, safe=safe, act=act, danger=danger)
    try:
        return question.exec() == QDialog.DialogCode.Accepted
    finally:
        question.deleteLater()
