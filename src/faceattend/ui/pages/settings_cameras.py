"""Settings, cameras: the list, the chosen one beside it, and what is plugged in but not added yet."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from faceattend.domain.cameras import Camera
from faceattend.services.cameras import PluggedIn
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.camera import CameraDialog
from faceattend.ui.forms.ui_settings_cameras import Ui_SettingsCameras
from faceattend.ui.keys import LetterKey
from faceattend.ui.models.cameras import CameraTable, Column, Sight
from faceattend.ui.pages.settings_camera_changes import CameraChanges
from faceattend.ui.pages.settings_camera_pane import CameraPane
from faceattend.ui.pages.settings_plugged_in import PluggedInList
from faceattend.ui.pages.settings_section import Section
from faceattend.ui.widgets.boundless import QWIDGETSIZE_MAX
from faceattend.ui.widgets.camera_cells import ROW_PX, CameraCells
from faceattend.ui.widgets.rounded import Rounded
from faceattend.ui.widgets.table_looks import HEADER_PX, install_table

if TYPE_CHECKING:
    from uuid import UUID

_WATCH_MS = 1000
_LEAST_ROWS = 2  # in a low window the table keeps these, and scrolls
_BORDERS_PX = 2
_BESIDE_PX = 816
"""From this width on there is room for the pane beside the list (LOOK.md: a window of 1200)."""


class CamerasSection(Section):
    """Cameras: added, edited, tested, taken into use and out of it, removed.

    Thread: the GUI thread.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_SettingsCameras()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._model = CameraTable(self)
        self._changes = CameraChanges(desk, self)
        self._devices = PluggedInList(desk)
        self._form.below_rows.addWidget(self._devices)
        self._pane = CameraPane(desk)
        self._form.side_row.addWidget(self._pane)
        self._chosen: UUID | None = None
        self._to_add = False  # as soon as it is known which cameras there are: no two may be called the same
        self._open = False  # whether the pane covers the list, where there is no room for both
        self._timer = QTimer(self, interval=_WATCH_MS)
        self._dress()
        self._connect()
        self._form.trouble.hide()
        self._form.empty.hide()
        self._form.table.hide()
        self._form.below.hide()
        self._arrange()

    @property
    def table(self) -> QTableView:
        """The list."""
        return self._form.table

    @property
    def pane(self) -> CameraPane:
        """The chosen camera."""
        return self._pane

    @property
    def devices(self) -> PluggedInList:
        """What is plugged in and not added yet."""
        return self._devices

    def entered(self) -> None:
        """Read the cameras anew and follow how they do."""
        self.on_changed()
        self._devices.look()
        self._timer.start()
        self._pane.set_awake(True)

    def left(self) -> None:
        """Follow no longer."""
        self._timer.stop()
        self._pane.set_awake(False)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the list and the chosen camera."""
        return self._form.content, self._form.side

    def back(self) -> bool:
        """Go back from the camera to the list, where it covers it."""
        if not self._open or self._wide():
            return False
        self._open = False
        self._arrange()
        self._form.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pane beside the list, or over it."""
        super().resizeEvent(event)
        self._arrange()

    def on_changed(self) -> None:
        """Read the cameras anew."""
        desk = self.desk
        desk.questions.run(
            self, lambda: desk.station.cameras.list(desk.actor), done=self._on_listed, failed=self._on_not_listed
        )

    def on_tick(self) -> None:
        """Show how the cameras do now."""
        pipeline = self.desk.pipeline
        now = datetime.now(UTC)
        sights: dict[UUID, Sight] = {}
        for camera in pipeline.cameras:
            newest = pipeline.hub.newest(camera.id)
            size = None if newest is None else newest.size
            sights[camera.id] = Sight(pipeline.hub.status(camera.id, now), size)
        self._model.watch(sights)
        if self._pane.camera is not None:
            self._pane.show_camera(self._pane.camera, self._model.sight(self._pane.camera.id))

    def on_add(self, device: object = None) -> None:
        """Add a camera; one that is plugged in, where it is named."""
        self._edit(None, device if isinstance(device, PluggedIn) else None)

    def add_when_listed(self) -> None:
        """Add a camera, once it is known which there are already."""
        self._to_add = True
        self.on_changed()

    def _edit(self, camera: Camera | None, device: PluggedIn | None = None) -> None:
        dialog = CameraDialog(self.desk, self._model.cameras, camera, device, parent=self)
        dialog.stored.connect(self._on_saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_saved(self, camera: Camera) -> None:
        self._chosen = camera.id

    def _on_listed(self, cameras: Sequence[Camera]) -> None:
        form = self._form
        self._model.show(cameras)
        self._devices.leave_out(camera.source for camera in cameras)
        form.trouble.hide()
        form.skeleton.hide()
        form.empty.setVisible(not cameras)
        form.table.setVisible(bool(cameras))
        form.below.show()
        form.table.setMinimumHeight(HEADER_PX + ROW_PX * min(len(cameras), _LEAST_ROWS) + _BORDERS_PX)
        form.table.setMaximumHeight(HEADER_PX + ROW_PX * len(cameras) + _BORDERS_PX)
        used = sum(camera.enabled for camera in cameras)
        words = self.tr("{used} of {all} in use.").format(used=used, all=len(cameras)) if cameras else ""
        form.summary.setText(words)
        form.summary.setVisible(bool(cameras))
        row = self._model.row_of(self._chosen)
        form.table.setCurrentIndex(self._model.index(max(row, 0), 0))
        self._show_chosen()
        self.on_tick()
        if self._to_add:
            self._to_add = False
            self.on_add()

    def _on_not_listed(self, error: Exception) -> None:
        self._to_add = False
        self._form.skeleton.hide()
        self._form.trouble.tell_error(error, self.tr("Try again"))
        self._form.trouble.show()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        camera = self._model.camera(current.row())
        if camera is not None:
            self._chosen = camera.id
            self._show_chosen()

    def _on_activated(self, index: QModelIndex) -> None:
        """Enter: edit where the pane is beside the list, else open the pane."""
        camera = self._model.camera(index.row())
        if camera is not None and self._wide():
            self._edit(camera)
        else:
            self._on_clicked(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() != Column.IN_USE and not self._wide():
            self._open = True
            self._arrange()

    def _on_space(self) -> None:
        camera = self._current()
        if camera is not None:
            self._changes.use(camera, not camera.enabled)

    def _on_delete(self) -> None:
        camera = self._current()
        if camera is not None:
            self._changes.remove(camera)

    def _current(self) -> Camera | None:
        return self._model.camera(self._form.table.currentIndex().row())

    def _show_chosen(self) -> None:
        camera = self._model.camera(self._model.row_of(self._chosen)) or self._current()
        if camera is not None:
            self._chosen = camera.id
            self._pane.show_camera(camera, self._model.sight(camera.id))
        self._arrange()

    def _wide(self) -> bool:
        return self.width() >= _BESIDE_PX

    def _arrange(self) -> None:
        """Put the pane beside the list, or over it, or away while there is no camera."""
        some = bool(self._model.cameras)
        wide = self._wide()
        self._form.side.setMaximumWidth(400 if wide else QWIDGETSIZE_MAX)
        self._form.side.setVisible(some and (wide or self._open))
        self._form.content.setVisible(wide or not (some and self._open))
        self._pane.set_covering(not wide)

    def _dress(self) -> None:
        form = self._form
        install_table(form.table, ROW_PX)
        Rounded(form.table.viewport(), top=False)
        form.table.setItemDelegate(CameraCells(form.table))
        form.table.setModel(self._model)
        form.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        header = form.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.COUNTS, 136), (Column.SITE, 136), (Column.IN_USE, 84)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        form.empty.tell(
            "video",
            self.tr("No camera yet"),
            self.tr("Add the first one: a camera plugged into this computer, one on the network, or a video file."),
            self.tr("Add camera"),
        )

    def _connect(self) -> None:
        form, table = self._form, self._form.table
        form.add.clicked.connect(self.on_add)
        form.empty.acted.connect(self.on_add)
        self._devices.add_wanted.connect(self.on_add)
        form.trouble.acted.connect(self.on_changed)
        table.selectionModel().currentChanged.connect(self._on_current)
        table.activated.connect(self._on_activated)
        table.clicked.connect(self._on_clicked)
        self._model.use_asked.connect(self._changes.use)
        self._pane.back_wanted.connect(self.back)
        self._pane.edit_wanted.connect(self._edit)
        self._pane.remove_wanted.connect(self._changes.remove)
        self._pane.use_wanted.connect(self._changes.use)
        self._timer.timeout.connect(self.on_tick)
        self.desk.changes.cameras.connect(self.on_changed)
        for key, act in ((Qt.Key.Key_Space, self._on_space), (Qt.Key.Key_Delete, self._on_delete)):
            shortcut = QShortcut(QKeySequence(key), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        LetterKey(self, "T", self._pane.on_test)
