"""The dialog that adds a camera or edits one: its picture at the start, its fields at the end."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from faceattend.domain.cameras import Camera, Site
from faceattend.domain.errors import AlreadyExists, BadInput
from faceattend.services.camera_trial import CameraTrial
from faceattend.services.cameras import NewCamera, PluggedIn
from faceattend.services.sites import system_zone, zones
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.camera_fields import CameraFields
from faceattend.ui.explanation import told
from faceattend.ui.forms.ui_camera_form import Ui_CameraForm
from faceattend.ui.tab_order import put_in_order
from faceattend.ui.translation import translate
from faceattend.ui.trial_report import TrialReport, trial_view, trial_words
from faceattend.ui.trial_run import TrialRun
from faceattend.ui.widgets.key_button import KeyButton
from faceattend.ui.widgets.question import ask
from faceattend.ui.widgets.sheet import Sheet
from faceattend.ui.widgets.sight_picture import SightView

_WIDTH = 960
_BELOW_PICTURE_PX = 600  # taken by everything else once a test has said what to change

Places = tuple[Sequence[Site], Sequence[str], str]


class CameraDialog(Sheet):
    """Adds a camera, or edits one; it can be tested before it is saved.

    Signals:
        stored(Camera): it was saved; the dialog closes.

    Thread: the GUI thread.

    Args:
        desk: whom to ask.
        others: all cameras there are.
        camera: the one to edit; None for a new one.
        device: the plugged-in camera that a new one is to be; None leaves it open.
        parent: anything in the window that it lies over.
    """

    stored = Signal(object)

    def __init__(
        self,
        desk: Desk,
        others: Sequence[Camera],
        camera: Camera | None = None,
        device: PluggedIn | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_title(camera), parent, width=_WIDTH)
        self._desk, self._camera, self._device = desk, camera, device
        self._tested: NewCamera | None = None
        self._trying: NewCamera | None = None
        self._saving = False
        content = QWidget()
        self._form = Ui_CameraForm()
        self._form.setupUi(content)  # pyright: ignore[reportUnknownMemberType] - generated code
        self.body.addWidget(content)
        if parent is not None:  # in a low window the picture gives way, not the words
            self._form.picture.setMaximumHeight(max(135, parent.window().height() - _BELOW_PICTURE_PX))
        self._build_foot()
        taken = [each.name for each in others if camera is None or each.id != camera.id]
        self._fields = CameraFields(desk.station.home, self._form, camera, taken, self)
        self._run = TrialRun(desk, self)
        self._report = TrialReport(self._form.findings, self._form.advice, self._form.progress, self)
        self._connect()
        put_in_order((self._form.test, self._form.findings, *self._fields.stops(), self.cancel, self.save))
        self._form.picture.show_view(SightView(words=self.tr("Not tested yet")))
        self._ask_for_choices()
        self.on_changed()
        self._form.name.setFocus()

    @property
    def form(self) -> Ui_CameraForm:
        """Its fields."""
        return self._form

    def on_changed(self) -> None:
        """Say what is missing, and whether what is filled in was tested."""
        missing = self._fields.missing()
        busy = self._run.running or self._saving
        self._form.test.setEnabled(not missing and not busy)
        self.save.setEnabled(not missing and not self._saving)
        untested = "" if self._is_tested() else self.tr("Not tested as it is filled in now.")
        self.tell(missing or untested)
        self.adjust()

    def on_test(self) -> None:
        """Try out what is filled in."""
        self._trying = self._read()
        if self._trying is None:
            return
        self._report.begin()
        self._form.state.setText("")
        self._run.start(self._trying, self._trying.source)
        self.on_changed()

    def on_told(self, trial: CameraTrial) -> None:
        """Show what it gives so far."""
        self._report.step(trial)
        self._form.picture.show_view(trial_view(trial))

    def on_ended(self, outcome: CameraTrial | None) -> None:
        """Show how it did."""
        self._report.end(outcome)
        if outcome is not None:
            self._tested = self._trying
            self._form.picture.show_view(trial_view(outcome))
            self._form.state.setText(trial_words(outcome))
        self.on_changed()

    def on_save(self) -> None:
        """Store it; what was not tested only after a question."""
        new = self._read()
        if new is None or not (self._is_tested() or self._sure(new)):
            return
        desk, camera = self._desk, self._camera

        def store() -> Camera:
            if camera is None:
                return desk.station.cameras.add(desk.actor, new)
            return desk.station.cameras.update(desk.actor, camera.id, new)

        self._saving = True
        self.on_changed()
        desk.jobs.run(self, store, done=self.on_stored, failed=self.on_not_stored)

    def on_stored(self, camera: Camera) -> None:
        """Tell everybody and close."""
        self.stored.emit(camera)
        self._desk.changes.cameras.emit()
        self.accept()

    def on_not_stored(self, error: Exception) -> None:
        """Say at the field what is wrong, where one is to blame."""
        self._saving = False
        self.on_changed()
        if isinstance(error, AlreadyExists):
            self._fields.blame_name(told(error))
        else:
            self._form.trouble.tell(told(error))
        self.adjust()

    def done(self, result: int) -> None:
        """Close; a test that runs is given up."""
        self._run.stop()
        super().done(result)

    def _read(self) -> NewCamera | None:
        self._form.trouble.tell("")
        self._form.source_error.tell("")
        try:
            return self._fields.read()
        except BadInput as error:
            self._form.source_error.tell(told(error))
            self.adjust()
            return None

    def _is_tested(self) -> bool:
        """Whether this very source was tried out, or is stored and unchanged: its picture is known."""
        try:
            now = _picture_of(self._fields.read().source)
        except BadInput:
            return False
        if self._camera is not None and now == _picture_of(self._camera.source):
            return True
        return self._tested is not None and now == _picture_of(self._tested.source)

    def _sure(self, new: NewCamera) -> bool:
        return ask(
            self,
            self.tr("Save {name} without a test?").format(name=new.name),
            self.tr("Nobody has seen its picture yet, so it may be blind or show faces too small to recognise."),
            safe=self.tr("Test first"),
            act=self.tr("Save untested"),
        )

    def _ask_for_choices(self) -> None:
        desk = self._desk

        def places() -> Places:
            return desk.station.cameras.sites(desk.actor), zones(), system_zone()

        desk.questions.run(self, places, done=self._on_places, failed=desk.notices.failed.emit)
        self._look_for_devices()

    def _look_for_devices(self) -> None:
        desk = self._desk
        desk.questions.run(
            self,
            lambda: desk.station.cameras.devices(desk.actor),
            done=self._on_devices,
            failed=desk.notices.failed.emit,
        )

    def _on_places(self, places: Places) -> None:
        self._fields.offer_sites(*places)

    def _on_devices(self, devices: Sequence[PluggedIn]) -> None:
        self._fields.offer_devices(devices, self._device)

    def _build_foot(self) -> None:
        self.cancel = KeyButton(self.tr("Cancel"), key=self.tr("Esc"))
        self.cancel.setAutoDefault(False)
        self.save = KeyButton(self.tr("Save camera"), kind="primary")
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.save)

    def _connect(self) -> None:
        self._fields.changed.connect(self.on_changed)
        self._form.test.clicked.connect(self.on_test)
        self._form.again.clicked.connect(self._look_for_devices)
        self._form.progress.cancelled.connect(self._run.stop)
        self._run.told.connect(self.on_told)
        self._run.ended.connect(self.on_ended)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self.on_save)


def _title(camera: Camera | None) -> str:
    if camera is None:
        return translate("CameraDialog", "Add camera")
    return translate("CameraDialog", "Edit {name}").format(name=camera.name)


def _picture_of(source: str) -> str:
    """Return what tells whether two sources give the same picture: a video does, played once or over and over."""
    return source.removeprefix("loop:").removeprefix("file:")
