"""When the program cannot start: what happened, what it means, and three ways on, before there is any window."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from faceattend.ui.explanation import explain
from faceattend.ui.icons import draw_icon
from faceattend.ui.translation import translate
from faceattend.ui.variants import frame, label
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.prose import Prose

_SIZE = QSize(560, 300)
_MARK = 40


class WayOn(Enum):
    """What the user wants to do about it."""

    AGAIN = "again"
    FOLDER = "folder"
    QUIT = "quit"


class StartTrouble(QDialog):
    """Says why the program cannot start with a data folder.

    Attributes:
        way: what was chosen; quit, if the window was just closed.
        folder: the other folder, where one was chosen.

    Thread: the GUI thread.
    """

    def __init__(self, error: BaseException, folder: str) -> None:
        super().__init__()
        self.way = WayOn.QUIT
        self.folder = folder
        said = explain(error)
        self.setWindowTitle(translate("StartTrouble", "FaceAttend cannot start"))
        self.setMinimumSize(_SIZE)
        self.setAccessibleDescription(said.whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._words(said.what, said.means, said.remedy), 1)
        self._again = KeyButton(translate("StartTrouble", "Try again"), kind="primary", icon="rotate-cw")
        column.addWidget(self._foot())
        self._again.setDefault(True)
        self._again.setFocus()

    def on_again(self) -> None:
        """Try the same folder again."""
        self._go(WayOn.AGAIN)

    def on_folder_asked(self) -> None:
        """Let another folder be chosen."""
        chosen = QFileDialog.getExistingDirectory(self, translate("StartTrouble", "Choose a data folder"), self.folder)
        if chosen:
            self.folder = chosen
            self._go(WayOn.FOLDER)

    def _go(self, way: WayOn) -> None:
        self.way = way
        self.accept()

    def _words(self, what: str, means: str, remedy: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(16)
        row.addWidget(_Mark(), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(label(what, role="pane", wraps=True))
        for part in (means, remedy):
            if part:
                words.addWidget(Prose(part))
        words.addWidget(
            Prose(translate("StartTrouble", "Data folder: {folder}").format(folder=self.folder), tone="text3")
        )
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _foot(self) -> QWidget:
        foot = frame("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 16, 24, 16)
        row.setSpacing(8)
        leave = KeyButton(translate("StartTrouble", "Quit"), key="Esc", kind="quiet")
        leave.clicked.connect(self.reject)
        other = KeyButton(translate("StartTrouble", "Choose another folder"), icon="folder-open")
        other.clicked.connect(self.on_folder_asked)
        self._again.clicked.connect(self.on_again)
        row.addWidget(leave)
        row.addStretch(1)
        row.addWidget(other)
        row.addWidget(self._again)
        for button in (leave, other):
            button.setAutoDefault(False)
        return foot


class _Mark(QWidget):
    """A sign that something is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_MARK, _MARK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        with QPainter(self) as painter:
            draw_icon(painter, "circle-alert", QRectF(4, 0, 32, 32), "bad")
