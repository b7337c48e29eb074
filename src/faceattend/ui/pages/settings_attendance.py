"""Settings, attendance: the cool-down, and how long pictures of unknown people are kept."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from faceattend.config.settings import Settings
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_settings_attendance import Ui_SettingsAttendance
from faceattend.ui.pages.settings_saving import Saving
from faceattend.ui.pages.settings_section import Section


class AttendanceSection(Section):
    """Two figures.

    Thread: the GUI thread.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_SettingsAttendance()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._form.trouble.hide()
        self._form.card.setEnabled(False)
        self._saving = Saving(desk, self._form.waiting, self._form.save, self._changes, self)
        self._form.trouble.acted.connect(self.entered)
        for field in (self._form.cool_down, self._form.unknown_days):
            field.valueChanged.connect(self._saving.refresh)

    @property
    def form(self) -> Ui_SettingsAttendance:
        """Its parts."""
        return self._form

    def entered(self) -> None:
        """Read the settings, unless something is filled in and not saved."""
        if self._saving.stored is not None and self._changes():
            return
        desk = self.desk
        desk.questions.run(
            self, lambda: desk.station.preferences.read(desk.actor), done=self.on_read, failed=self.on_not_read
        )

    def on_read(self, settings: Settings) -> None:
        """Show them."""
        self._form.trouble.hide()
        self._form.card.setEnabled(True)
        self._form.cool_down.setValue(round(settings.attendance.cool_down_minutes))
        self._form.unknown_days.setValue(settings.attendance.unknown_days)
        self._saving.know(settings)

    def on_not_read(self, error: Exception) -> None:
        """Say why they cannot be shown."""
        self._form.trouble.tell_error(error, self.tr("Try again"))
        self._form.trouble.show()

    def _changes(self) -> Mapping[str, object]:
        stored = self._saving.stored
        if stored is None:
            return {}
        changes: dict[str, object] = {}
        if self._form.cool_down.value() != round(stored.attendance.cool_down_minutes):
            changes["attendance.cool_down_minutes"] = float(self._form.cool_down.value())
        if self._form.unknown_days.value() != stored.attendance.unknown_days:
            changes["attendance.unknown_days"] = self._form.unknown_days.value()
        return changes
