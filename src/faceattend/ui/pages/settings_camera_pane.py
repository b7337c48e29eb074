"""One camera beside the list: what it sees, what a test measured, what to change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from faceattend.domain.cameras import Camera
from faceattend.services.camera_trial import CameraTrial
from faceattend.ui.desk import Desk
from faceattend.ui.forms.ui_camera_pane import Ui_CameraPane
from faceattend.ui.models.camera_words import is_blind, role_word, state_word
from faceattend.ui.models.cameras import Sight
from faceattend.ui.translation import spoken, translate
from faceattend.ui.trial_report import TrialReport, trial_view, trial_words, verdict
from faceattend.ui.trial_run import TrialRun
from faceattend.ui.variants import vary
from faceattend.ui.widgets.boundless import QWIDGETSIZE_MAX
from faceattend.ui.widgets.menu import Menu
from faceattend.ui.widgets.sight_picture import SightView

if TYPE_CHECKING:
    from uuid import UUID

_PAINT_MS = 100
_COVERING_PX = 280


class CameraPane(QWidget):
    """Shows one camera as it is now; a test's outcome is kept until the program ends.

    Signals:
        back_wanted(): to the list, where this covers it.
        edit_wanted(Camera), remove_wanted(Camera), use_wanted(Camera, bool): of the one shown.

    Thread: the GUI thread.
    """

    back_wanted = Signal()
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    use_wanted = Signal(object, bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_CameraPane()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._desk = desk
        self._camera: Camera | None = None
        self._sight = Sight()
        self._outcomes: dict[UUID, CameraTrial] = {}
        self._tried: Camera | None = None  # whom the running trial is about: another one may be shown meanwhile
        self._latest: CameraTrial | None = None
        self._run = TrialRun(desk, self)
        self._report = TrialReport(self._form.findings, self._form.advice, self._form.progress, self)
        self._timer = QTimer(self, interval=_PAINT_MS)
        self._build_menu()
        self._connect()
        self.set_covering(False)

    @property
    def camera(self) -> Camera | None:
        """The one shown."""
        return self._camera

    @property
    def form(self) -> Ui_CameraPane:
        """Its parts."""
        return self._form

    def set_covering(self, covering: bool) -> None:
        """Lie over the list, with a way back to it, or beside it."""
        self._form.back.setVisible(covering)
        # what was measured, and what to change, shall be seen below it
        self._form.picture.setMaximumHeight(_COVERING_PX if covering else QWIDGETSIZE_MAX)

    def show_camera(self, camera: Camera, sight: Sight) -> None:
        """Show a camera and how it is doing."""
        other = self._camera is None or self._camera.id != camera.id
        self._camera, self._sight = camera, sight
        self._form.name.setText(camera.name)
        self._use.setText(self.tr("Take out of use") if camera.enabled else self.tr("Take into use"))
        self._show_state()
        if other:
            self._show_outcome()
            self.on_tick()

    def set_awake(self, awake: bool) -> None:
        """Follow the camera's picture, or rest."""
        if awake:
            self._timer.start()
        else:
            self._timer.stop()

    def on_test(self) -> None:
        """Try the camera out."""
        if self._camera is None or self._run.running:
            return
        self._tried, self._latest = self._camera, None
        self._form.test.setEnabled(False)
        self._report.begin()
        self._run.start(self._camera, self._camera.source)

    def on_told(self, trial: CameraTrial) -> None:
        """Show how the test goes."""
        self._latest = trial
        if self._shows_trial():
            self._report.step(trial)

    def on_ended(self, outcome: CameraTrial | None) -> None:
        """Keep the outcome, and show it if its camera is still the one shown."""
        tried, self._tried, self._latest = self._tried, None, None
        self._form.test.setEnabled(True)
        self._form.progress.finish()
        if tried is not None and outcome is not None:
            self._outcomes[tried.id] = outcome
        self._show_outcome()
        self.on_tick()

    def on_tick(self) -> None:
        """Paint what the camera sees now, or what it saw when it was tested."""
        if self._camera is not None:
            self._form.picture.show_view(self._view(self._camera))

    def on_edit(self) -> None:
        """Tell that the camera shown is to be edited."""
        if self._camera is not None:
            self.edit_wanted.emit(self._camera)

    def on_remove(self) -> None:
        """Tell that the camera shown is to be removed."""
        if self._camera is not None:
            self.remove_wanted.emit(self._camera)

    def on_use(self) -> None:
        """Tell that the camera shown is to be taken into use, or out of it."""
        if self._camera is not None:
            self.use_wanted.emit(self._camera, not self._camera.enabled)

    def _connect(self) -> None:
        form = self._form
        form.back.clicked.connect(self.back_wanted)
        form.test.clicked.connect(self.on_test)
        form.edit.clicked.connect(self.on_edit)
        form.progress.cancelled.connect(self._run.stop)
        self._run.told.connect(self.on_told)
        self._run.ended.connect(self.on_ended)
        self._timer.timeout.connect(self.on_tick)

    def _build_menu(self) -> None:
        menu = Menu(parent=self)
        self._use = QAction(menu)
        self._use.triggered.connect(self.on_use)
        remove = QAction(self.tr("Remove camera…"), menu)
        remove.triggered.connect(self.on_remove)
        menu.addActions([self._use, remove])
        self._form.more.setMenu(menu)

    def _shows_trial(self) -> bool:
        return self._tried is not None and self._camera is not None and self._tried.id == self._camera.id

    def _show_outcome(self) -> None:
        outcome = None if self._camera is None else self._outcomes.get(self._camera.id)
        running = self._shows_trial()
        self._form.verdict.show_state(*verdict(outcome))
        self._form.verdict.setVisible(not running)
        self._report.show(None if running else outcome)
        self._form.progress.setVisible(running)
        self._show_state()

    def _show_state(self) -> None:
        camera = self._camera
        if camera is None:
            return
        blind = is_blind(self._sight.status) and camera.enabled
        vary(self._form.state, tone="bad" if blind else "text2")
        self._form.state.setText(_blind_words(self._sight) if blind else self._facts(camera))

    def _facts(self, camera: Camera) -> str:
        """Say what is set, and what the last test found."""
        outcome = self._outcomes.get(camera.id)
        measured = trial_words(outcome) if outcome is not None and outcome.ok else ""
        count = self.locale().toString
        said = self.tr("{role} at {site}. Up to {fps} frames a second are analysed, faces from {px} px.").format(
            role=role_word(camera.role),
            site=camera.site.name,
            fps=count(round(camera.fps)),
            px=count(camera.min_face_px),
        )
        return f"{measured}\n{said}" if measured else said

    def _view(self, camera: Camera) -> SightView:
        if self._shows_trial() and self._latest is not None:
            return trial_view(self._latest)
        if (live := self._live(camera)) is not None:
            return live
        outcome = self._outcomes.get(camera.id)
        if outcome is not None and outcome.frame is not None:
            return trial_view(outcome)
        return SightView(words=state_word(self._sight.status, enabled=camera.enabled))

    def _live(self, camera: Camera) -> SightView | None:
        """Return the newest frame with the faces found last; None where the camera does not run."""
        hub = self._desk.pipeline.hub
        try:
            frame, overlay = hub.newest(camera.id), hub.overlay(camera.id)
        except KeyError:  # it does not run
            return None
        if frame is None:
            return None
        if is_blind(self._sight.status):
            return SightView(frame, words=state_word(self._sight.status, enabled=camera.enabled))
        return SightView(frame, () if overlay is None else tuple(face.box for face in overlay.faces))


def _blind_words(sight: Sight) -> str:
    detail = "" if sight.status is None else spoken(sight.status.detail)
    means = translate("CameraPane", "Nobody who passes it is recorded until it sees again.")
    return f"{detail}\n{means}" if detail else means
