"""The fields of a camera: filled in, checked and read as one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QWidget

from faceattend.config.paths import Home
from faceattend.domain.cameras import DEFAULT_FPS, DEFAULT_MIN_FACE_PX, Camera, CameraRole, Site
from faceattend.domain.errors import BadInput
from faceattend.services.camera_source import SourceEntry, SourceParts, Way, put_together, taken_apart
from faceattend.services.cameras import NewCamera, PluggedIn
from faceattend.services.sites import DEFAULT_SITE
from faceattend.ui.forms.ui_camera_form import Ui_CameraForm
from faceattend.ui.last_folder import Files, keep_folder, last_folder
from faceattend.ui.models.camera_words import role_meaning, role_word
from faceattend.ui.translation import spoken
from faceattend.ui.widgets.field import mark_error
from faceattend.ui.widgets.suggestions import Suggestions

_VIDEOS = "*.mp4 *.mkv *.avi *.mov *.m4v *.webm *.ts"


class CameraFields(QObject):
    """Fills the fields from a camera and reads them into one.

    A password that is kept is never put into its field: what is typed there replaces it.

    Signals:
        changed(): something was filled in or chosen.

    Thread: the GUI thread.

    Args:
        home: the data folder.
        form: already set up.
        camera: the one being edited; None for a new one.
        taken: names of the other cameras.
        parent: owns it; file dialogs lie over its window.
    """

    changed = Signal()

    def __init__(
        self, home: Home, form: Ui_CameraForm, camera: Camera | None, taken: Sequence[str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._form = form
        self._camera = camera
        self._taken = frozenset(name.casefold() for name in taken)
        self._sites: dict[str, str] = {}
        self._zone = ""
        self._offer_choices()
        self._fill(camera)
        self._connect()
        self.on_way()
        self.on_counts()

    def offer_devices(self, devices: Sequence[PluggedIn], chosen: PluggedIn | None = None) -> None:
        """Offer the cameras plugged into this computer; the one in use stays chosen."""
        form = self._form
        kept = chosen.source.partition(":")[2] if chosen is not None else form.device.currentData()
        form.device.clear()
        for device in devices:
            number = device.source.partition(":")[2]
            form.device.addItem(f"{device.name} ({number})", number)
        if kept and form.device.findData(kept) < 0:
            form.device.addItem(self.tr("Camera {number}, not plugged in").format(number=kept), kept)
        form.device.setCurrentIndex(max(form.device.findData(kept), 0) if form.device.count() else -1)
        none = self.tr("None was found. Plug one in and look again.")
        form.device_hint.setText("" if devices else none)
        form.device_hint.setVisible(not devices)
        if chosen is not None and not form.name.text():
            form.name.setText(chosen.name)
        self.changed.emit()

    def offer_sites(self, sites: Sequence[Site], zones: Sequence[str], here: str) -> None:
        """Offer the sites there are, and the time zones for a new one."""
        form = self._form
        self._sites, self._zone = {site.name: site.zone for site in sites}, here
        name, zone = form.site.currentText(), form.zone.currentText()
        if self._camera is None and name == DEFAULT_SITE and sites and DEFAULT_SITE not in self._sites:
            name = sites[0].name  # the site that was named at the first start, not another one beside it
        form.site.clear()
        form.site.addItems([site.name for site in sites])
        form.site.setEditText(name)
        form.zone.clear()
        form.zone.addItems(list(zones))
        form.zone.setEditText(zone or here)
        self.on_site()

    def read(self) -> NewCamera:
        """Return what was filled in.

        Raises:
            BadInput: there is no source yet, or one that cannot be.
        """
        form = self._form
        site = form.site.currentText().strip()
        before = None if self._camera is None else self._camera.source
        return NewCamera(
            name=form.name.text().strip(),
            source=put_together(self._entry(), before),
            role=CameraRole(str(form.counts.value())),
            site=site,
            zone=None if site in self._sites else form.zone.currentText().strip() or None,
            fps=float(form.fps.value()),
            min_face_px=form.smallest.value(),
        )

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab walks through, in reading order."""
        form = self._form
        way, counts = (each.findChildren(QAbstractButton) for each in (form.way, form.counts))
        places = (form.device, form.again, form.address, form.user, form.password, form.file, form.browse, form.repeats)
        return (form.name, *way, *places, *counts, form.site, form.zone, form.fps, form.smallest)

    def missing(self) -> str:
        """Return what is still missing before it can be tested; empty when nothing is."""
        try:
            read = self.read()
        except BadInput as error:
            return (
                spoken(error.remedy)
                if self._form.way.value() is Way.NETWORK and self._form.address.text()
                else self._needs()
            )
        if not read.name:
            return self.tr("Give the camera a name.")
        if read.name.casefold() in self._taken:
            return self.tr("Another camera has this name.")
        return "" if read.site else self.tr("Say where it stands.")

    def check_name(self) -> None:
        """Say at the field if another camera has the name."""
        if self._form.name.text().strip().casefold() in self._taken:
            self.blame_name(self.tr("Another camera has this name. Choose another one."))
        else:
            self.blame_name("")

    def blame_name(self, sentence: str) -> None:
        """Say at the name what is wrong with it; empty: nothing is."""
        mark_error(self._form.name, sentence)
        self._form.name_error.tell(sentence)

    def on_way(self) -> None:
        """Show the fields of the way that was chosen."""
        form, way = self._form, self._form.way.value()
        form.device_part.setVisible(way is Way.DEVICE)
        form.network_part.setVisible(way is Way.NETWORK)
        form.file_part.setVisible(way is Way.FILE)
        self.changed.emit()

    def on_counts(self) -> None:
        """Say what the chosen role means."""
        self._form.counts_hint.setText(role_meaning(CameraRole(str(self._form.counts.value()))))
        self.changed.emit()

    def on_site(self) -> None:
        """A site there is has its own time zone; a new one is asked for it."""
        form = self._form
        known = self._sites.get(form.site.currentText().strip())
        form.zone.setEnabled(known is None)
        if known is not None:
            form.zone.setEditText(known)
        new = self.tr("A new site. Its days begin and end in this time zone.")
        form.zone_hint.setText(new if known is None else self.tr("The site has its time zone already."))
        self.changed.emit()

    def on_browse(self) -> None:
        """Choose a video."""
        words = self.tr("Videos ({patterns});;All files (*)").format(patterns=_VIDEOS)
        window, start = self._form.file.window(), str(last_folder(self._home, Files.VIDEOS))
        path, _ = QFileDialog.getOpenFileName(window, self.tr("Choose a video"), start, words)
        if path:
            keep_folder(self._home, Files.VIDEOS, Path(path).parent)
            self._form.file.setText(path)

    def _entry(self) -> SourceEntry:
        form, way = self._form, self._form.way.value()
        if way is Way.DEVICE:
            return SourceEntry(Way.DEVICE, str(form.device.currentData() or ""))
        if way is Way.FILE:
            return SourceEntry(Way.FILE, form.file.text(), repeats=form.repeats.isChecked())
        return SourceEntry(Way.NETWORK, form.address.text(), form.user.text(), form.password.text() or None)

    def _needs(self) -> str:
        return {
            Way.DEVICE: self.tr("Choose a camera."),
            Way.NETWORK: self.tr("Fill in the camera’s address."),
            Way.FILE: self.tr("Choose a video file."),
        }[Way(str(self._form.way.value()))]

    def _offer_choices(self) -> None:
        form = self._form
        words = {
            Way.DEVICE: self.tr("On this computer"),
            Way.NETWORK: self.tr("Network"),
            Way.FILE: self.tr("Video file"),
        }
        form.way.set_options(list(words.items()))
        form.counts.set_options([(role, role_word(role)) for role in CameraRole])

    def _fill(self, camera: Camera | None) -> None:
        form = self._form
        parts = SourceParts(Way.DEVICE, "") if camera is None else taken_apart(camera.source)
        form.way.choose(parts.way)
        if parts.way is Way.DEVICE and parts.address:
            form.device.addItem(parts.address, parts.address)
        form.address.setText(parts.address if parts.way is Way.NETWORK else "")
        form.user.setText(parts.user)
        form.password.setPlaceholderText(self.tr("unchanged") if parts.has_password else "")
        form.file.setText(parts.address if parts.way is Way.FILE else "")
        form.repeats.setChecked(parts.repeats)
        form.name.setText("" if camera is None else camera.name)
        form.counts.choose(CameraRole.ENTRY if camera is None else camera.role)
        form.site.setEditText(DEFAULT_SITE if camera is None else camera.site.name)
        form.zone.setEditText("" if camera is None else camera.site.zone)
        form.fps.setValue(round(DEFAULT_FPS if camera is None else camera.fps))
        form.smallest.setValue(DEFAULT_MIN_FACE_PX if camera is None else camera.min_face_px)

    def _connect(self) -> None:
        form = self._form
        texts: tuple[QLineEdit, ...] = (form.name, form.address, form.user, form.password, form.file)
        for text in texts:
            text.textEdited.connect(self.changed)
        form.file.textChanged.connect(self.changed)
        form.name.textEdited.connect(self.check_name)
        form.way.chosen.connect(self.on_way)
        form.counts.chosen.connect(self.on_counts)
        form.site.editTextChanged.connect(self.on_site)
        form.zone.editTextChanged.connect(self.changed)
        Suggestions(form.zone)
        form.device.currentIndexChanged.connect(self.changed)
        form.repeats.toggled.connect(self.changed)
        form.fps.valueChanged.connect(self.changed)
        form.smallest.valueChanged.connect(self.changed)
        form.browse.clicked.connect(self.on_browse)
