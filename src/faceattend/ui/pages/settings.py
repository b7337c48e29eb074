"""The settings page: its sections at the side, the chosen one beside them."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_settings import Ui_SettingsPage
from faceattend.ui.pages.page import Page
from faceattend.ui.pages.settings_about import AboutSection
from faceattend.ui.pages.settings_appearance import AppearanceSection
from faceattend.ui.pages.settings_attendance import AttendanceSection
from faceattend.ui.pages.settings_cameras import CamerasSection
from faceattend.ui.pages.settings_data import DataSection
from faceattend.ui.pages.settings_recognition import RecognitionSection
from faceattend.ui.pages.settings_section import Section
from faceattend.ui.variants import align_labels

_SECTIONS: tuple[tuple[str, Callable[[Desk, QWidget], Section]], ...] = (
    ("cameras", CamerasSection),
    ("recognition", RecognitionSection),
    ("attendance", AttendanceSection),
    ("appearance", AppearanceSection),
    ("data", DataSection),
    ("about", AboutSection),
)


class SettingsPage(Page):
    """Settings: cameras, recognition, attendance, appearance, data folder, about.

    Thread: the GUI thread.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_SettingsPage()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._built: dict[int, Section] = {}
        self._now: Section | None = None
        self._in_view = False
        self._form.sections.setModel(QStringListModel(self._words(), self))
        self._form.sections.selectionModel().currentChanged.connect(self.on_section_changed)
        self._form.sections.setCurrentIndex(self._form.sections.model().index(0, 0))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.on_back)

    def entered(self) -> None:
        """Bring the open section up to date."""
        self._in_view = True
        if self._now is not None:
            self._now.entered()

    def left(self) -> None:
        """Let the open section rest."""
        self._in_view = False
        if self._now is not None:
            self._now.left()

    def begin(self, task: str) -> None:
        """Open the cameras ("cameras"), and add one there ("add camera")."""
        cameras = self.open("cameras")
        if task == "add camera" and isinstance(cameras, CamerasSection):
            cameras.add_when_listed()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the sections' list, then the parts of the open one."""
        return (self._form.sections, *(self._now.panes() if self._now is not None else ()))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the cameras' table."""
        return (
            (self.tr("Enter"), self.tr("Edit the chosen camera")),
            (self.tr("Space"), self.tr("Take the chosen camera into use, or out of it")),
            (self.tr("T"), self.tr("Test the chosen camera")),
            (self.tr("Delete"), self.tr("Remove the chosen camera")),
        )

    def open(self, name: str) -> Section:
        """Open a section by its name, such as "recognition", and return it.

        Raises:
            ValueError: there is no such section.
        """
        row = [each for each, _ in _SECTIONS].index(name)
        self._form.sections.setCurrentIndex(self._form.sections.model().index(row, 0))
        return self._built[row]

    def on_section_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Show the chosen section, building it if it is the first time."""
        if not current.isValid():
            return
        if self._now is not None and self._in_view:
            self._now.left()
        row = current.row()
        if row not in self._built:
            self._built[row] = _SECTIONS[row][1](self.desk, self)
            align_labels(self._built[row])
            self._form.stack.addWidget(self._built[row])
        self._now = self._built[row]
        self._form.stack.setCurrentWidget(self._now)
        if self._in_view:
            self._now.entered()

    def on_back(self) -> None:
        """Go back one step, or to the list of sections."""
        if self._now is None or not self._now.back():
            self._form.sections.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _words(self) -> list[str]:
        return [
            self.tr("Cameras"),
            self.tr("Recognition"),
            self.tr("Attendance"),
            self.tr("Appearance"),
            self.tr("Data folder"),
            self.tr("About this station"),
        ]
