"""Settings, recognition: which models, how much likeness is asked for, and what they run on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from faceattend.config.settings import Settings
from faceattend.domain.errors import ModelError
from faceattend.services.packs import PackStatus
from faceattend.services.preferences import PackInUse
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.licence import LicenceDialog
from faceattend.ui.forms.ui_settings_recognition import Ui_SettingsRecognition
from faceattend.ui.pages.settings_likeness import Likeness
from faceattend.ui.pages.settings_packs import PackList
from faceattend.ui.pages.settings_saving import Saving
from faceattend.ui.pages.settings_section import Section
from faceattend.ui.tab_order import put_in_order
from faceattend.ui.translation import spoken


@dataclass(frozen=True, slots=True)
class _Read:
    """What the section shows.

    Attributes:
        settings: as they stand in the file.
        packs: known by name.
        in_use: the pack that runs now; the error where it cannot.
        own_accept: of the pack in the file; None where that is not here.
    """

    settings: Settings
    packs: Sequence[PackStatus]
    in_use: PackInUse | ModelError
    own_accept: float | None


class RecognitionSection(Section):
    """Model pack, likeness, provider; saved together.

    Thread: the GUI thread.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._form = Ui_SettingsRecognition()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        form = self._form
        self._in_use: PackInUse | None = None
        self._packs = PackList()
        form.packs_rows.addWidget(self._packs)
        self._likeness = Likeness(form.steps, form.step_words_row, form.step, form.consequence, self)
        self._saving = Saving(desk, form.waiting, form.save, self._changes, self)
        form.all.hide()
        form.trouble.hide()
        form.pack_means.hide()
        form.fetching.button.hide()  # one download that cannot be broken off
        for value, words in (
            ("auto", self.tr("Graphics card, if there is one")),
            ("cpu", self.tr("Processor")),
            ("cuda", self.tr("Graphics card (CUDA)")),
        ):
            form.provider.addItem(words, value)
        self._connect()

    @property
    def form(self) -> Ui_SettingsRecognition:
        """Its parts."""
        return self._form

    @property
    def packs(self) -> PackList:
        """The packs to choose from."""
        return self._packs

    def entered(self) -> None:
        """Read the settings and packs, unless something is chosen and not saved."""
        if self._saving.stored is None or not self._changes():
            self.desk.questions.run(self, self._read, done=self.on_read, failed=self.on_not_read)

    def on_read(self, read: _Read) -> None:
        """Show everything."""
        form, chosen = self._form, read.settings.recognition
        self._in_use = None if isinstance(read.in_use, ModelError) else read.in_use
        form.skeleton.hide()
        form.trouble.setVisible(isinstance(read.in_use, ModelError))
        if isinstance(read.in_use, ModelError):
            form.trouble.tell_error(read.in_use)
        form.in_use.setText(self._in_use_words())
        self._packs.show_packs(read.packs, chosen.pack)
        self._likeness.show_value(chosen.pack, read.own_accept, chosen.accept)
        form.provider.setCurrentIndex(form.provider.findData(chosen.provider))
        form.all.show()
        put_in_order((*self._packs.stops(), form.folder, form.steps, form.provider, form.save))
        self._saving.know(read.settings)
        self._show_meaning()

    def on_not_read(self, error: Exception) -> None:
        """Say why nothing can be shown."""
        self._form.skeleton.hide()
        self._form.trouble.tell_error(error, self.tr("Try again"))
        self._form.trouble.show()

    def on_pack_chosen(self, pack: str) -> None:
        """Take the pack's own likeness, and say what changing the pack means."""
        desk = self.desk
        desk.questions.run(
            self,
            lambda: desk.station.preferences.own_accept(desk.actor, pack),
            done=lambda own: self.on_own_accept(pack, own),
            failed=self.on_pack_unusable,
        )

    def on_own_accept(self, pack: str, own: float) -> None:
        """Show the steps around the likeness of the chosen pack."""
        stored = self._saving.stored
        same = stored is not None and stored.recognition.pack == pack
        self._likeness.show_value(pack, own, stored.recognition.accept if same and stored is not None else 0.0)
        self._show_meaning()
        self._saving.refresh()

    def on_pack_unusable(self, error: Exception) -> None:
        """Go back to what stands in the file, and say why."""
        self.desk.notices.failed.emit(error)
        self.desk.questions.run(self, self._read, done=self.on_read, failed=self.on_not_read)

    def on_folder(self) -> None:
        """Choose a folder with models."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder with models"))
        if folder:
            self._packs.choose_folder(folder)

    def on_fetch(self, pack: str) -> None:
        """Show the licence of a pack; fetch it once that is accepted."""
        desk = self.desk
        desk.questions.run(
            self,
            lambda: desk.station.packs.licence_of(desk.actor, pack),
            done=lambda text: self._ask_for_licence(pack, text),
            failed=desk.notices.failed.emit,
        )

    def _read(self) -> _Read:
        """Runs in a pool thread."""
        actor, station = self.desk.actor, self.desk.station
        settings = station.preferences.read(actor)
        try:
            in_use: PackInUse | ModelError = station.preferences.pack_in_use(actor)
        except ModelError as error:
            in_use = error
        try:
            own = station.preferences.own_accept(actor, settings.recognition.pack)
        except ModelError:  # said by what is in use, or by the list where it is not here
            own = None
        return _Read(settings, station.packs.list(actor), in_use, own)

    def _changes(self) -> Mapping[str, object]:
        stored = self._saving.stored
        if stored is None:
            return {}
        wanted = {
            "recognition.pack": self._packs.value(),
            "recognition.accept": self._likeness.value(),
            "recognition.provider": str(self._form.provider.currentData()),
        }
        now = stored.recognition
        before = {"pack": now.pack, "accept": now.accept, "provider": now.provider}
        return {name: value for name, value in wanted.items() if value != before[name.partition(".")[2]]}

    def _ask_for_licence(self, pack: str, text: str) -> None:
        dialog = LicenceDialog(self.tr("Licence of {pack}").format(pack=pack), text, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._fetch(pack)
        dialog.deleteLater()

    def _fetch(self, pack: str) -> None:
        desk = self.desk
        self._packs.setEnabled(False)
        self._form.fetching.start(
            self.tr("Fetching {pack} from its publisher. Work goes on meanwhile.").format(pack=pack)
        )
        desk.jobs.run(
            self,
            lambda: desk.station.packs.fetch(desk.actor, pack, licence_accepted=True),
            done=lambda _manifest: self._on_fetched(pack),
            failed=self._on_not_fetched,
            title=self.tr("The models of {pack} are being fetched.").format(pack=pack),
        )

    def _on_fetched(self, pack: str) -> None:
        self._packs.setEnabled(True)
        self._form.fetching.finish()
        self.desk.notices.said.emit(self.tr("{pack} is here and can be chosen").format(pack=pack), None)
        self.desk.questions.run(self, self._read, done=self.on_read, failed=self.on_not_read)

    def _on_not_fetched(self, error: Exception) -> None:
        self._packs.setEnabled(True)
        self._form.fetching.finish()
        self.desk.notices.failed.emit(error)

    def _in_use_words(self) -> str:
        pack = self._in_use
        if pack is None:
            return self.tr("No pack can be used now: nobody is recognised until this is mended.")
        digests = ", ".join(f"{name} {digest[:12]}" for name, digest in pack.digests.items())
        lines = self.tr("In use: {title}. Licence: {licence}.\nFiles, checked: {digests}.")
        return lines.format(title=spoken(pack.title), licence=spoken(pack.licence), digests=digests)

    def _show_meaning(self) -> None:
        """Say what another pack means, before it is saved."""
        other = self._in_use is not None and self._packs.value() != self._in_use.name
        self._form.pack_means.setVisible(other)
        if other:
            self._form.pack_means.tell(
                "warn",
                self.tr("Everybody must be enrolled again"),
                self.tr(
                    "Faces read by one pack cannot be compared with another’s. From the next start on nobody is "
                    "recognised until photos of them are added again. Going back to this pack brings everybody back."
                ),
            )
        provider = "" if self._in_use is None else self._in_use.provider
        now = {"cpu": self.tr("Now on the processor."), "cuda": self.tr("Now on the graphics card.")}
        self._form.provider_words.setText(now.get(provider, ""))

    def _connect(self) -> None:
        form = self._form
        self._packs.chosen.connect(self.on_pack_chosen)
        self._packs.fetch_wanted.connect(self.on_fetch)
        self._likeness.changed.connect(self._saving.refresh)
        form.provider.currentIndexChanged.connect(self._saving.refresh)
        form.folder.clicked.connect(self.on_folder)
        form.trouble.acted.connect(self.entered)
