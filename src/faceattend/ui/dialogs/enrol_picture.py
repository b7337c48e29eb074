"""The picture side of the enrolment dialog: where photos come from, what the camera sees, which photos there are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from faceattend.domain.people import Pose
from faceattend.services.cameras import PluggedIn
from faceattend.services.photos import PhotoCheck
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.enrol_camera import EnrolCamera
from faceattend.ui.dialogs.enrol_photos import MOST, EnrolPhotos
from faceattend.ui.dialogs.enrol_sources import PhotoSource, all_sources
from faceattend.ui.dialogs.enrol_words import face_checks, photos_words
from faceattend.ui.forms.ui_enrol import Ui_Enrol
from faceattend.ui.icons import icon
from faceattend.ui.last_folder import Files, keep_folder, last_folder
from faceattend.ui.widgets.capture_view import CaptureScene

_PICTURES = "*.jpg *.jpeg *.png *.webp *.bmp *.gif"


class PictureSide(QObject):
    """Connects the source, the camera, files and the photos' places with each other.

    Signals:
        sources_known(): the choices are filled in and one was made.

    Thread: the GUI thread.

    Args:
        desk: what it works with.
        form: the dialog's fields.
        photos: where photos go.
        over: the dialog.
    """

    sources_known = Signal()

    def __init__(self, desk: Desk, form: Ui_Enrol, photos: EnrolPhotos, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._form, self._photos, self._over = desk, form, photos, over
        self._camera = EnrolCamera(desk, self)
        self._sources: list[PhotoSource] = []
        self._refused: list[str] = []
        self._on_record: frozenset[Pose] = frozenset()
        self._awake = self._files_wanted = False
        form.drop.tell(
            "images",
            self.tr("Drop photos here"),
            self.tr("One person in each, sharp and evenly lit. Best are one from the front and some turned a little."),
            self.tr("Choose photos…"),
        )
        form.refused_room.hide()
        form.view.show_scene(CaptureScene(words=self.tr("Looking for cameras…")))
        form.checks.show_checks(face_checks(None))
        self._connect()
        self.on_photos_changed()

    @property
    def source(self) -> PhotoSource | None:
        """The choice in use; None before there is one."""
        index = self._form.source.currentIndex()
        return self._sources[index] if 0 <= index < len(self._sources) else None

    def wake(self) -> None:
        """Look through the camera, if one is chosen; the first time find out what there is."""
        self._awake = True
        if self._sources:
            self.on_source_chosen()
            return
        enrolment, actor = self._desk.station.enrolment, self._desk.actor
        self._desk.questions.run(
            self, lambda: enrolment.devices(actor), done=self._on_devices, failed=self._on_no_devices
        )

    def sleep(self) -> None:
        """Let go of the camera."""
        self._awake = False
        self._camera.stop()

    def rest(self, resting: bool) -> None:
        """Take no photos for a while."""
        self._camera.rest(resting)

    def shoot(self) -> None:
        """Take a photo by hand."""
        self._camera.shoot()

    def set_on_record(self, poses: frozenset[Pose]) -> None:
        """Say of which poses there are photos from earlier."""
        self._on_record = poses
        self.on_photos_changed()

    def take_files(self, dropped: QMimeData) -> None:
        """Read the files that were dropped."""
        self._read([Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()])

    def on_source_chosen(self) -> None:
        """Look through what was chosen."""
        source = self.source
        live = source is not None and source.live
        form = self._form
        form.sight.setCurrentWidget(form.view if live else form.files)
        form.checks.setVisible(live)
        form.checks.show_checks(face_checks(None))
        self._camera.stop()
        if live and source is not None and self._awake:
            self._camera.follow(source)

    def on_files_wanted(self) -> None:
        """Let the user choose files."""
        home = self._desk.station.home
        words = self.tr("Pictures ({patterns})").format(patterns=_PICTURES)
        start = str(last_folder(home, Files.PHOTOS))
        chosen, _ = QFileDialog.getOpenFileNames(self._over, self.tr("Photos"), start, words)
        if chosen:
            keep_folder(home, Files.PHOTOS, Path(chosen[0]).parent)
        self._read([Path(each) for each in chosen])

    def on_photos_changed(self) -> None:
        """Show the photos, and have the camera ask for the others."""
        photos, form = self._photos, self._form
        taken = frozenset(each.pose for each in photos.kept)
        form.slots.show_slots(photos.slots(self._on_record))
        missing = len(frozenset(Pose) - taken - self._on_record)
        form.photos_count.setText(photos_words(len(photos.kept), min(missing, MOST - len(photos.kept))))
        self._camera.set_taken(taken | self._on_record, full=photos.full)

    def on_refused(self, reason: str) -> None:
        """List a file that will not do; the list is in sight where files are chosen."""
        self._choose_files()
        self._refused.append(reason)
        self._form.refused.tell("warn", self.tr("Not used"), self._refused)
        self._form.refused_room.show()

    def on_read(self, done: int, of: int) -> None:
        """Show how far reading files has come."""
        reading = self._form.reading
        if done >= of:
            reading.finish()
        elif done == 0:
            reading.start(self.tr("Reading photos"))
        else:
            reading.step(done, of)

    def _connect(self) -> None:
        form, camera, photos = self._form, self._camera, self._photos
        form.source.currentIndexChanged.connect(self.on_source_chosen)
        form.view.shutter.clicked.connect(camera.shoot)
        form.drop.acted.connect(self.on_files_wanted)
        form.slots.removed.connect(photos.remove)
        form.reading.cancelled.connect(photos.stop)
        camera.scene_changed.connect(form.view.show_scene)
        camera.looked.connect(self._on_looked)
        camera.photo_taken.connect(photos.keep)
        camera.size_known.connect(self._on_size)
        photos.changed.connect(self.on_photos_changed)
        photos.refused.connect(self.on_refused)
        photos.read.connect(self.on_read)

    def _read(self, files: Sequence[Path]) -> None:
        if files:
            self._choose_files()
            self._refused = []
            self._form.refused_room.hide()
            self._photos.read_files(files)

    def _choose_files(self) -> None:
        self._files_wanted = True  # also where it is not yet known what cameras there are
        index = next((index for index, each in enumerate(self._sources) if not each.live), -1)
        self._form.source.setCurrentIndex(index)

    def _on_devices(self, devices: Sequence[PluggedIn]) -> None:
        self._offer(all_sources(devices, self._desk.pipeline.cameras))

    def _on_no_devices(self, error: Exception) -> None:
        self._desk.notices.failed.emit(error)
        self._on_devices(())

    def _offer(self, sources: list[PhotoSource]) -> None:
        combo = self._form.source
        combo.blockSignals(True)
        self._sources = sources
        for each in sources:
            combo.addItem(icon(each.icon, "text2"), each.name)
        combo.setCurrentIndex(0)
        if self._files_wanted:
            self._choose_files()
        combo.blockSignals(False)
        self.on_source_chosen()
        self.sources_known.emit()

    def _on_looked(self, check: PhotoCheck | None) -> None:
        self._form.checks.show_checks(face_checks(check))

    def _on_size(self, width: int, height: int) -> None:
        source = self.source
        if source is not None:
            words = self.tr("{name}, {width} × {height}")  # noqa: RUF001 - the sign that is meant
            words = words.format(name=source.name, width=width, height=height)
            self._form.source.setItemText(self._form.source.currentIndex(), words)
