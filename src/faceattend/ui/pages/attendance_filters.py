"""Whom the attendance page shows: the four fields above the grid, read as one."""

from uuid import UUID

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from faceattend.domain.timecards import PresenceState
from faceattend.services.timecards import Choices
from faceattend.ui.widgets.search_field import SearchField

Chosen = tuple[str, str | None, UUID | None, PresenceState]


class AttendanceFilters(QObject):
    """Name, group, camera and state.

    Signals:
        changed(): the user narrowed or widened.

    Thread: the GUI thread.

    Args:
        search: by name or number; owns this object.
        group, camera, state: filled here.
    """

    changed = Signal()

    def __init__(self, search: SearchField, group: QComboBox, camera: QComboBox, state: QComboBox) -> None:
        super().__init__(search)
        self._search, self._group, self._camera, self._state = search, group, camera, state
        words = {
            PresenceState.EVERYBODY: self.tr("Everybody"),
            PresenceState.CAME: self.tr("Came"),
            PresenceState.TO_CHECK: self.tr("To check"),
            PresenceState.INSIDE: self.tr("Inside now"),
            PresenceState.NO_PUNCHES: self.tr("No punches"),
        }
        for value, word in words.items():
            state.addItem(word, value)
        self.offer(Choices((), (), ()))
        search.searched.connect(self.changed)
        for box in (group, camera, state):
            box.currentIndexChanged.connect(self.changed)

    @property
    def narrow(self) -> bool:
        """Whether not everybody is asked for."""
        return self.chosen() != ("", None, None, PresenceState.EVERYBODY)

    def chosen(self) -> Chosen:
        """Return text, group, camera and state as a query takes them."""
        state = self._state.currentData()
        return (
            self._search.text().strip(),
            self._group.currentData(),
            self._camera.currentData(),
            PresenceState(state),
        )

    def offer(self, choices: Choices) -> None:
        """Offer these groups and cameras; what was chosen stays so if it is among them."""
        before = self.chosen()
        _fill(self._group, self.tr("All groups"), [(name, name) for name in choices.groups])
        _fill(self._camera, self.tr("All cameras"), [(each.name, each.id) for each in choices.cameras])
        if self.chosen() != before:
            self.changed.emit()

    def clear(self) -> None:
        """Ask for everybody."""
        with QSignalBlocker(self):
            self._search.empty()
            for box in (self._group, self._camera, self._state):
                box.setCurrentIndex(0)
        self.changed.emit()


def _fill(box: QComboBox, all_of_them: str, items: list[tuple[str, object]]) -> None:
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        box.addItem(all_of_them, None)
        for word, value in items:
            box.addItem(word, value)
        box.setCurrentIndex(max(0, next((n + 1 for n, (_, value) in enumerate(items) if value == chosen), 0)))
