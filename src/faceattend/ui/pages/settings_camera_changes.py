"""Changes to cameras that need no dialog of their own: in use or not, removed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from faceattend.domain.cameras import Camera
from faceattend.ui.desk import Desk
from faceattend.ui.widgets.question import ask


class CameraChanges(QWidget):
    """Asks for changes and tells everybody once they are stored. Never shown itself.

    Thread: the GUI thread.

    Args:
        desk: whom to ask.
        parent: questions lie over its window.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._desk = desk

    def use(self, camera: Camera, enabled: bool) -> None:
        """Take a camera into use, or out of it; a toast offers the way back."""

        def stored(_camera: Camera) -> None:
            self._desk.changes.cameras.emit()
            words = self.tr("{name} is in use") if enabled else self.tr("{name} is not in use any more")
            self._desk.notices.said.emit(words.format(name=camera.name), lambda: self._store_use(camera, not enabled))

        self._store_use(camera, enabled, stored)

    def remove(self, camera: Camera) -> None:
        """Remove a camera, after a question that says what stays."""
        if not self._asked(camera):
            return
        desk = self._desk

        def stored(_nothing: None) -> None:
            desk.changes.cameras.emit()
            desk.notices.said.emit(self.tr("{name} removed; what it saw stays").format(name=camera.name), None)

        desk.jobs.run(
            self,
            lambda: desk.station.cameras.remove(desk.actor, camera.id),
            done=stored,
            failed=desk.notices.failed.emit,
        )

    def _store_use(self, camera: Camera, enabled: bool, stored: Callable[[Camera], None] | None = None) -> None:
        desk = self._desk

        def told(_camera: Camera) -> None:
            desk.changes.cameras.emit()

        desk.jobs.run(
            self,
            lambda: desk.station.cameras.set_enabled(desk.actor, camera.name, enabled=enabled),
            done=stored or told,
            failed=desk.notices.failed.emit,
        )

    def _asked(self, camera: Camera) -> bool:
        text = self.tr(
            "It records nobody any more, and its address and password are forgotten. The punches and pictures it made"
            " stay; reports then name it “{name} (removed)”."
        )
        return ask(
            self.parentWidget(),
            self.tr("Remove {name}?").format(name=camera.name),
            text.format(name=camera.name),
            safe=self.tr("Keep"),
            act=self.tr("Remove camera"),
            danger=True,
        )
