"""The assistant's third step: the first camera, tried out with picture, rate and face before it is stored."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from faceattend.domain.cameras import Camera
from faceattend.domain.errors import AlreadyExists, BadInput
from faceattend.services.camera_trial import CameraTrial
from faceattend.services.cameras import NewCamera, PluggedIn
from faceattend.services.sites import DEFAULT_SITE
from faceattend.ui.desk import Desk
from faceattend.ui.dialogs.first_run_choice import CameraChoice
from faceattend.ui.dialogs.first_run_step import FirstRunStep, StepSaid
from faceattend.ui.dialogs.first_run_trial import trial_title, trial_verdicts
from faceattend.ui.dialogs.first_run_work import FirstRunWork
from faceattend.ui.explanation import told
from faceattend.ui.forms.ui_first_run_camera import Ui_FirstRunCamera
from faceattend.ui.trial_report import trial_view
from faceattend.ui.trial_run import TrialRun
from faceattend.ui.widgets.sight_picture import SightView

_FULL = 100

Looked = tuple[Sequence[PluggedIn], Sequence[Camera], str]


class CameraStep(FirstRunStep):
    """Chooses a camera, tries it out, and stores it once it has given pictures.

    Thread: the GUI thread.

    Args:
        work: what it works with.
        parent: the frame's stack.
    """

    def __init__(self, work: FirstRunWork, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self._form = Ui_FirstRunCamera()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._choice = CameraChoice(work, self._form, self)
        self._run: TrialRun | None = None
        self._camera: Camera | None = None
        self._site = DEFAULT_SITE
        self._trying = self._tested = ""
        self._count = 0
        self._looking = self._storing = False
        self._form.trial_part.hide()
        self._form.again.clicked.connect(self.recall)
        self._form.progress.cancelled.connect(self.leave)
        self._choice.changed.connect(self.on_changed)

    def said(self) -> StepSaid:
        """Return what the frame shows."""
        return StepSaid(
            title=self.tr("First camera"),
            heading=self.tr("Choose the first camera"),
            lead=self.tr("A camera where people come in is best. More cameras can be added later, up to 16."),
            forward=self.tr("Continue") if self._is_tested() else self.tr("Test the camera"),
            later="" if self._camera is not None else self.tr("Add a camera later"),
            missing=self._missing(),
            summary="" if self._camera is None else self._camera.name,
            prospect=self._prospect(),
        )

    def recall(self) -> None:
        """Look which cameras there are."""
        self._look(self.work.desk)

    def enter(self) -> None:
        """Look which cameras there are."""
        if self._run is None:
            self._run = TrialRun(self.work.desk, self)
            self._run.told.connect(self.on_told)
            self._run.ended.connect(self.on_ended)
        self.recall()
        self._choice.focus()

    def leave(self) -> None:
        """Stop trying it out."""
        if self._run is not None:
            self._run.stop()

    def go_on(self) -> None:
        """Try the camera out, or store what was tried out."""
        new = self._read()
        if new is None:
            return
        if not self._is_tested():
            self._test(new)
        elif self._is_stored(new):
            self.passed.emit()
        else:
            self._store(new)

    def on_looked(self, looked: Looked) -> None:
        """Offer what is there; what was stored before is shown."""
        devices, cameras, self._site = looked
        self._looking, self._count = False, len(devices)
        self._choice.offer(devices)
        if cameras and self._camera is None:
            self._camera = cameras[0]
            self._choice.fill(cameras[0])
            self._tested = cameras[0].source
        self.changed.emit()

    def on_not_looked(self, error: Exception) -> None:
        """Say why."""
        self._looking = False
        self.changed.emit()
        self.failed.emit(error)

    def on_changed(self) -> None:
        """What was filled in is another camera: what is known of it goes."""
        self._form.source_error.tell("")
        self._choice.blame("")
        if not self._is_tested() and not self._is_running():
            self._form.trial_part.hide()
        self.changed.emit()

    def on_told(self, trial: CameraTrial) -> None:
        """Show how the trial goes."""
        words = self.tr("Stand where people will pass, and look at the camera.")
        self._form.progress.step(round(trial.done * _FULL), _FULL, words)
        self._form.picture.show_view(trial_view(trial))

    def on_ended(self, outcome: CameraTrial | None) -> None:
        """Show the outcome."""
        self._form.progress.finish()
        self._choice.enable(True)
        if outcome is None:
            self._form.trial_part.hide()
        else:
            self._tested = self._trying if outcome.ok else ""
            self._form.picture.show_view(trial_view(outcome))
            self._form.found.tell(trial_title(outcome), trial_verdicts(outcome))
            self.revealed.emit(self._form.trial_part)
        self.changed.emit()

    def on_stored(self, camera: Camera) -> None:
        """Go on."""
        self._camera, self._storing = camera, False
        self._tested = camera.source
        self.changed.emit()
        self.passed.emit()

    def on_not_stored(self, error: Exception) -> None:
        """Say it at the field where one is to blame."""
        self._storing = False
        self.changed.emit()
        if isinstance(error, AlreadyExists):
            self._choice.blame(told(error))
        else:
            self.failed.emit(error)

    def _look(self, desk: Desk) -> None:
        self._looking = True

        def look() -> Looked:
            sites = desk.station.cameras.sites(desk.actor)
            site = sites[0].name if sites else DEFAULT_SITE
            return desk.station.enrolment.devices(desk.actor), desk.station.cameras.list(desk.actor), site

        desk.questions.run(self, look, done=self.on_looked, failed=self.on_not_looked)
        self.changed.emit()

    def _read(self) -> NewCamera | None:
        try:
            source = self._choice.source()
        except BadInput as error:
            self._form.source_error.tell(told(error))
            return None
        name, role, stored = self._choice.name, self._choice.role, self._camera
        if stored is None:
            return NewCamera(name=name, source=source, role=role, site=self._site)
        site, fps, smallest = stored.site.name, stored.fps, stored.min_face_px
        return NewCamera(name=name, source=source, role=role, site=site, fps=fps, min_face_px=smallest)

    def _test(self, new: NewCamera) -> None:
        if self._run is None or self._run.running:
            return
        self._trying = new.source
        self._form.found.tell("", ())
        self._form.picture.show_view(SightView(words=self.tr("No picture yet")))
        self._form.progress.start(self.tr("Opening the camera"))
        self._form.trial_part.show()
        self.revealed.emit(self._form.trial_part)
        self._choice.enable(False)
        self._run.start(new, new.source)
        self.changed.emit()

    def _store(self, new: NewCamera) -> None:
        desk, stored = self.work.desk, self._camera

        def store() -> Camera:
            if stored is None:
                return desk.station.cameras.add(desk.actor, new)
            return desk.station.cameras.update(desk.actor, stored.id, new)

        self._storing = True
        self.changed.emit()
        desk.jobs.run(self, store, done=self.on_stored, failed=self.on_not_stored)

    def _is_running(self) -> bool:
        return self._run is not None and self._run.running

    def _is_tested(self) -> bool:
        try:
            return bool(self._tested) and self._choice.source() == self._tested
        except BadInput:
            return False

    def _is_stored(self, new: NewCamera) -> bool:
        stored = self._camera
        return stored is not None and (stored.name, stored.source, stored.role) == (new.name, new.source, new.role)

    def _missing(self) -> str:
        if self._is_running():
            return self.tr("The test takes six seconds.")
        if self._storing or self._looking:
            return self.tr("One moment…")
        return self._choice.lacks()

    def _prospect(self) -> str:
        if self._count:
            found = self.tr("1 found") if self._count == 1 else self.tr("{count} found")
            return found.format(count=self.locale().toString(self._count))
        return self.tr("picture, rate and face")
