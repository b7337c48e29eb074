"""What stays on top of a page while it is true."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSpacerItem, QVBoxLayout, QWidget

from faceattend.ui.explanation import explain
from faceattend.ui.fonts import TextRole
from faceattend.ui.variants import label, vary
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.prose import Prose

BannerKind = Literal["bad", "warn", "info", "ok"]

_BESIDE_BUTTON_PX, _BESIDE_WORDS_PX = 5, 0
_ICONS = {"bad": "circle-alert", "warn": "triangle-alert", "info": "info", "ok": "circle-check"}


class Banner(QFrame):
    """What happened, what it means, and one thing to do about it.

    Signals:
        acted: the link was pressed.

    Thread: the GUI thread.

    Args:
        kind: how bad it is; in generated code of forms the parent stands here, and :meth:`tell` fills the rest.
        title: what happened.
        text: what it means and what to do; empty for none.
        action: words of the link at the end; empty for none.
        parent: where it lies.
    """

    acted = Signal()

    def __init__(
        self,
        kind: BannerKind | QWidget | None = "info",
        title: str = "",
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent if isinstance(kind, str) else kind)
        self._icon = IconMark("info", size=18)
        self._title = label(role="problem", wraps=True)
        self._text = Prose(role=TextRole.SECOND)
        self.button = QPushButton()
        self.button.setProperty("kind", "inline")
        self.button.setProperty("scale", "small")
        self.button.clicked.connect(self.acted)
        self._drop = QSpacerItem(0, 0)  # the icon stands beside the first line, which a button makes higher
        self._side = QVBoxLayout()
        self._lay_out()
        self.tell(kind if isinstance(kind, str) else "info", title, text, action)

    def tell(self, kind: BannerKind, title: str, text: str = "", action: str = "") -> None:
        """Say something else."""
        vary(self, kind=f"banner-{kind}")
        vary(self.button, tone=kind if kind in {"bad", "warn"} else "")
        self._icon.show_icon(_ICONS[kind], "text2" if kind == "info" else kind)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._drop.changeSize(0, _BESIDE_BUTTON_PX if action else _BESIDE_WORDS_PX)
        self._side.invalidate()
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def tell_error(self, error: Exception, action: str = "") -> None:
        """Say an error as what happened, what it means and what to do."""
        said = explain(error)
        self.tell("bad", said.what, said.rest, action)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 12, 15, 14)
        row.setSpacing(8)
        row.addLayout(self._side)
        row.setAlignment(self._side, Qt.AlignmentFlag.AlignTop)
        self._side.setSpacing(0)
        self._side.addSpacerItem(self._drop)
        self._side.addWidget(self._icon)
        column = QVBoxLayout()
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._title, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._text)
        row.addLayout(column, 1)
