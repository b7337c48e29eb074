"""Settings, appearance: light or dark."""

from PySide6.QtWidgets import QApplication, QWidget

from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_settings_appearance import Ui_SettingsAppearance
from faceattend.ui.pages.settings_section import Section
from faceattend.ui.theme import Scheme, Theme


class AppearanceSection(Section):
    """The theme, applied at once and remembered.

    Thread: the GUI thread.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_SettingsAppearance()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._form.theme.set_options(
            [
                (Scheme.SYSTEM, self.tr("Same as the system")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
            ]
        )
        self._form.theme.chosen.connect(self.on_chosen)
        if (theme := _theme()) is not None:
            theme.changed.connect(self.entered)

    @property
    def form(self) -> Ui_SettingsAppearance:
        """Its parts."""
        return self._form

    def entered(self) -> None:
        """Show what is chosen."""
        theme = _theme()
        if theme is not None:
            self._form.theme.choose(theme.scheme)

    def on_chosen(self, scheme: Scheme) -> None:
        """Dress the window, and remember it; a choice that cannot be remembered still holds until the end."""
        desk, theme = self.desk, _theme()
        if theme is not None:
            theme.choose(scheme)
        desk.jobs.run(
            self,
            lambda: desk.station.preferences.change(desk.actor, {"appearance.theme": scheme.value}),
            done=self.on_remembered,
            failed=desk.notices.failed.emit,
        )

    def on_remembered(self, _settings: object) -> None:
        """Nothing is left to say: the window shows it."""


def _theme() -> Theme | None:
    application = QApplication.instance()
    return None if application is None else application.findChild(Theme)
