"""Cameras that are plugged into this computer and not added yet."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from faceattend.services.cameras import PluggedIn
from faceattend.ui.desk import Desk
from faceattend.ui.variants import frame, label
from faceattend.ui.widgets.icon_mark import IconMark
from faceattend.ui.widgets.key_button import KeyButton


class PluggedInList(QWidget):
    """A row for each; hidden while there is none.

    Signals:
        add_wanted(PluggedIn): one of them is to be added.

    Thread: the GUI thread.

    Args:
        desk: whom to ask.
        parent: where it lies.
    """

    add_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: tuple[PluggedIn, ...] = ()
        self._known: frozenset[str] = frozenset()
        self._rows: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 16, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label(self.tr("Plugged into this computer, not yet added"), role="problem"))
        self.hide()

    def look(self) -> None:
        """Look for them anew."""
        desk = self._desk
        desk.questions.run(
            self,
            lambda: desk.station.cameras.devices(desk.actor),
            done=self.on_found,
            failed=desk.notices.failed.emit,
        )

    def leave_out(self, sources: Iterable[str]) -> None:
        """Do not show those that are added already, by their source."""
        self._known = frozenset(sources)
        self._show()

    def on_found(self, found: Sequence[PluggedIn]) -> None:
        """Show what was found."""
        self._found = tuple(found)
        self._show()

    def _show(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(device) for device in self._found if device.source not in self._known]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))

    def _row(self, device: PluggedIn) -> QFrame:
        card = frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 7, 7, 7)
        row.setSpacing(12)
        row.addWidget(IconMark("usb"))
        row.addWidget(label(device.name, role="name"))
        row.addWidget(label(device.source.partition(":")[2], tone="text2"), 1)
        button = KeyButton(self.tr("Add"))
        button.setAccessibleName(self.tr("Add {name}").format(name=device.name))
        button.clicked.connect(partial(self.add_wanted.emit, device))
        row.addWidget(button)
        return card
