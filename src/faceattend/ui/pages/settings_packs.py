"""The model packs to choose from, and fetching one that is not here yet."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from faceattend.services.packs import PackStatus
from faceattend.ui.translation import spoken
from faceattend.ui.variants import label
from faceattend.ui.widgets.key_button import KeyButton


class PackList(QWidget):
    """A row for each pack; one of them is chosen.

    Signals:
        chosen(str): another pack, by name or path.
        fetch_wanted(str): one that is not here is to be fetched.

    Thread: the GUI thread.
    """

    chosen = Signal(str)
    fetch_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._rows: list[QWidget] = []
        self._radios: dict[str, QRadioButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_packs(self, packs: Sequence[PackStatus], chosen: str) -> None:
        """Show these packs; a folder of the user's own is shown by its path."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self._radios = [], {}
        for pack in packs:
            self._add(pack.name, spoken(pack.title), spoken(pack.licence), present=pack.present)
        if chosen not in self._radios:
            self._add(chosen, Path(chosen).name, chosen, present=True)
        self._radios[chosen].setChecked(True)

    def choose_folder(self, path: str) -> None:
        """Choose a folder of the user's own."""
        if path not in self._radios:
            self._add(path, Path(path).name, path, present=True)
        self._radios[path].setChecked(True)
        self.chosen.emit(path)

    def value(self) -> str:
        """Return the chosen pack, by name or path; empty while none is shown."""
        return next((name for name, radio in self._radios.items() if radio.isChecked()), "")

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab walks through, in reading order."""
        return tuple(
            each for row in self._rows for each in (*row.findChildren(QRadioButton), *row.findChildren(KeyButton))
        )

    def _add(self, name: str, title: str, second: str, *, present: bool) -> None:
        row = QWidget(self)
        radio = QRadioButton(title)
        radio.setEnabled(present)
        radio.clicked.connect(partial(self._on_clicked, name))
        self._group.addButton(radio)
        self._radios[name] = radio
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(radio)
        line.addWidget(label(second, role="second"), 1)
        if not present:
            line.addWidget(self._fetch_button(name, title))
        self._rows.append(row)
        self._column.addWidget(row)

    def _fetch_button(self, name: str, title: str) -> KeyButton:
        button = KeyButton(self.tr("Fetch…"), kind="quiet", icon="download")
        button.setAccessibleName(self.tr("Fetch {title}").format(title=title))
        button.clicked.connect(partial(self.fetch_wanted.emit, name))
        return button

    def _on_clicked(self, name: str, _checked: bool = True) -> None:  # noqa: FBT002 - Qt's clicked
        self.chosen.emit(name)
