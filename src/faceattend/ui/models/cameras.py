"""The table of cameras: what each is, how it is doing now, and whether it is in use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from faceattend.domain.cameras import Camera, CameraRole, CameraStatus
from faceattend.ui.models.camera_words import is_blind, kind_word, role_word, state_word
from faceattend.ui.widgets.table_looks import VALUE_ROLE

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_CHECK = Qt.ItemDataRole.CheckStateRole


class Column(IntEnum):
    """The columns, in reading order."""

    CAMERA = 0
    COUNTS = 1
    SITE = 2
    IN_USE = 3


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of a camera at the moment.

    Attributes:
        status: of the running pipeline; None while the camera does not run.
        size: (width, height) of its picture, pixels; None before the first.
    """

    status: CameraStatus | None = None
    size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class CameraCell:
    """What the first cell shows, by ``VALUE_ROLE``.

    Attributes:
        name: of the camera.
        second: how it is reached and what it gives, or that it gives nothing.
        blind: whether it should see and does not.
        quiet: not in use: the name steps back.
    """

    name: str
    second: str
    blind: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class CountsCell:
    """What the second cell shows; Qt would hand a bare StrEnum on as a plain text."""

    role: CameraRole


class CameraTable(QAbstractTableModel):
    """Cameras by name. Ticking the last column asks for a change; the model waits for the answer.

    Signals:
        use_asked(Camera, bool): a camera is to be taken into use, or out of it.

    Thread: the GUI thread.
    """

    use_asked = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cameras: list[Camera] = []
        self._sights: dict[UUID, Sight] = {}

    def show(self, cameras: Sequence[Camera]) -> None:
        """Show these cameras, in this order."""
        if list(cameras) == self._cameras:
            return
        self.beginResetModel()
        self._cameras = list(cameras)
        self.endResetModel()

    def watch(self, sights: Mapping[UUID, Sight]) -> None:
        """Show how they are doing now; only rows whose words change are painted anew."""
        before = [self._spoken(camera) for camera in self._cameras]
        self._sights = dict(sights)
        for row, camera in enumerate(self._cameras):
            if self._spoken(camera) != before[row]:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def camera(self, row: int) -> Camera | None:
        """Return the camera of a row; None where there is no such row."""
        return self._cameras[row] if 0 <= row < len(self._cameras) else None

    def row_of(self, camera_id: UUID | None) -> int:
        """Return the row of a camera; -1 where it is not shown."""
        return next((row for row, each in enumerate(self._cameras) if each.id == camera_id), -1)

    @property
    def cameras(self) -> tuple[Camera, ...]:
        """All that are shown."""
        return tuple(self._cameras)

    def sight(self, camera_id: UUID) -> Sight:
        """Return what is known of a camera at the moment."""
        return self._sights.get(camera_id, Sight())

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many cameras are shown."""
        return 0 if parent.isValid() else len(self._cameras)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return the words of a header."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Camera"), self.tr("Counts"), self.tr("Site"), self.tr("In use"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what a cell shows; the first also speaks for its row."""
        camera = self.camera(index.row()) if index.isValid() else None
        if camera is None:
            return None
        if role == VALUE_ROLE:
            return self._value(camera, Column(index.column()))
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(camera, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                self._spoken(camera) if index.column() == Column.CAMERA else self._words(camera, Column(index.column()))
            )
        if role == _CHECK and index.column() == Column.IN_USE:
            return Qt.CheckState.Checked if camera.enabled else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the last column be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.IN_USE else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's
        """Ask for a camera to be taken into use or out of it; nothing changes here until it is stored."""
        camera = self.camera(index.row()) if index.isValid() else None
        if camera is None or role != _CHECK or index.column() != Column.IN_USE:
            return False
        self.use_asked.emit(camera, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _value(self, camera: Camera, column: Column) -> object:
        if column is Column.COUNTS:
            return CountsCell(camera.role)
        if column is not Column.CAMERA:
            return None
        status = self.sight(camera.id).status
        return CameraCell(camera.name, self._second(camera), is_blind(status) and camera.enabled, not camera.enabled)

    def _words(self, camera: Camera, column: Column) -> str:
        match column:
            case Column.CAMERA:
                return camera.name
            case Column.COUNTS:
                return role_word(camera.role)
            case Column.SITE:
                return camera.site.name
            case Column.IN_USE:
                return ""

    def _second(self, camera: Camera) -> str:
        sight = self.sight(camera.id)
        seeing = camera.enabled and sight.size is not None and not is_blind(sight.status)
        size = sight.size or (0, 0)
        state = f"{size[0]} × {size[1]}" if seeing else state_word(sight.status, enabled=camera.enabled)  # noqa: RUF001
        return f"{kind_word(camera.source)}, {state[:1].lower()}{state[1:]}"

    def _spoken(self, camera: Camera) -> str:
        return ", ".join((camera.name, role_word(camera.role), camera.site.name, self._second(camera)))
