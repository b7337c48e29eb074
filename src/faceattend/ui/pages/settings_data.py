"""Settings, data folder: where it is, what it holds, whether it is sound."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from faceattend.domain.said import Phrase
from faceattend.services import new_home
from faceattend.services.data_folder import BackUp, DataFolder
from faceattend.ui.desk import Desk
from faceattend.ui.explanation import told
from faceattend.ui.forms.ui_settings_data import Ui_SettingsData
from faceattend.ui.key_copy import KeyCopy
from faceattend.ui.pages.settings_section import Section
from faceattend.ui.translation import spoken
from faceattend.ui.variants import label, vary


class DataSection(Section):
    """Facts of the data folder, and a check of the database.

    Thread: the GUI thread.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_SettingsData()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._seen: DataFolder | None = None
        self._rows: list[QWidget] = []
        form = self._form
        form.all.hide()
        form.trouble.hide()
        form.checking.button.hide()  # one call that cannot be broken off
        form.database_state.setText(self.tr("Not checked since FaceAttend was started."))
        form.open_folder.clicked.connect(self.on_open_folder)
        form.open_logs.clicked.connect(self.on_open_logs)
        form.check.clicked.connect(self.on_check)
        form.trouble.acted.connect(self.entered)
        KeyCopy(form.copy, form.copied, desk.jobs, self._save_key_copy)

    @property
    def form(self) -> Ui_SettingsData:
        """Its parts."""
        return self._form

    def entered(self) -> None:
        """Look at the folder anew."""
        desk = self.desk
        desk.questions.run(
            self, lambda: desk.station.data_folder.describe(desk.actor), done=self.on_seen, failed=self.on_not_seen
        )

    def on_seen(self, seen: DataFolder) -> None:
        """Show what was found."""
        self._seen = seen
        form, size = self._form, partial(_size, self.locale())
        form.skeleton.hide()
        form.trouble.hide()
        form.where.setText(str(seen.root))
        form.takes.setText(
            self.tr("{size}; {free} free on its disk").format(size=size(seen.size), free=size(seen.free))
        )
        form.waiting.setText(self._waiting_words(seen.waiting))
        form.key_place.setText(spoken(seen.key_place))
        self._warn(seen)
        self._list(seen.back_ups)
        form.all.show()

    def on_not_seen(self, error: Exception) -> None:
        """Say why nothing can be shown."""
        self._form.skeleton.hide()
        self._form.trouble.tell_error(error, self.tr("Try again"))
        self._form.trouble.show()

    def on_open_folder(self) -> None:
        """Show the folder in the system's own way."""
        self._open(None if self._seen is None else self._seen.root)

    def on_open_logs(self) -> None:
        """Show the folder of the log files."""
        self._open(None if self._seen is None else self._seen.logs)

    def on_check(self) -> None:
        """Check the database from end to end."""
        desk = self.desk
        self._form.check.setEnabled(False)
        self._form.checking.start(self.tr("Reading the database from end to end. Work goes on meanwhile."))
        desk.jobs.run(
            self,
            lambda: desk.station.data_folder.check_database(desk.actor),
            done=self.on_checked,
            failed=self.on_not_sound,
            title=self.tr("The database is being checked."),
        )

    def on_checked(self, found: Phrase) -> None:
        """Say that it is sound, and what it holds."""
        self._tell(self.tr("Checked just now: {found}.").format(found=spoken(found)), "ok")

    def on_not_sound(self, error: Exception) -> None:
        """Say what is wrong with it."""
        self._tell(told(error), "bad")

    def _save_key_copy(self, path: Path) -> None:
        new_home.save_key_copy(self.desk.actor, self.desk.station.home, path)

    def _tell(self, words: str, tone: str) -> None:
        self._form.check.setEnabled(True)
        self._form.checking.finish()
        vary(self._form.database_state, tone=tone)
        self._form.database_state.setText(words)

    def _waiting_words(self, sightings: int) -> str:
        if not sightings:
            return self.tr("Nothing: everything recorded is stored")
        if sightings == 1:
            return self.tr("1 sighting; it is stored as soon as the database can be written")
        many = self.tr("{count} sightings; they are stored as soon as the database can be written")
        return many.format(count=self.locale().toString(sightings))

    def _warn(self, seen: DataFolder) -> None:
        self._form.copy_part.setHidden(seen.demo)
        if seen.demo:
            self._form.key_warning.tell("info", self.tr("This is the demo: nothing in it is worth keeping."))
            return
        self._form.key_warning.tell(
            "warn",
            self.tr("Keep a copy of the key apart from this computer"),
            self.tr("Without it nobody can read the stored faces any more, also not from a back-up."),
        )

    def _list(self, back_ups: tuple[BackUp, ...]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        locale = self.locale()
        self._rows = [label(_back_up_words(each, locale), tone="text2") for each in back_ups]
        if not self._rows:
            self._rows = [label(self.tr("None yet: no new version has changed the database."), tone="text3")]
        for row in self._rows:
            self._form.back_ups_rows.addWidget(row)

    def _open(self, folder: Path | None) -> None:
        if folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.desk.notices.said.emit(
                self.tr("This desktop does not open folders; it is {folder}").format(folder=folder), None
            )


def _size(locale: QLocale, count: int) -> str:
    """Say how large something is as shops and desktops do, in thousands."""
    return locale.formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _back_up_words(back_up: BackUp, locale: QLocale) -> str:
    at = back_up.made_at.astimezone()
    day = locale.toString(QDate(at.year, at.month, at.day), QLocale.FormatType.ShortFormat)
    return f"{day} {at:%H:%M}   {_size(locale, back_up.size)}   {back_up.path.name}"
