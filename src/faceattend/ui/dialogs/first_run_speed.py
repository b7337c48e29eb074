"""The assistant's fourth step: what this computer can do, measured and not guessed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from faceattend.domain.cameras import DEFAULT_FPS
from faceattend.services.setup import Step
from faceattend.services.speed_trial import MOST_CAMERAS, Speed, SpeedSoFar, measure
from faceattend.ui.dialogs.first_run_step import FirstRunStep, StepSaid
from faceattend.ui.dialogs.first_run_work import FirstRunWork
from faceattend.ui.explanation import told
from faceattend.ui.forms.ui_first_run_speed import Ui_FirstRunSpeed
from faceattend.ui.widgets.verdicts import Verdict

if TYPE_CHECKING:
    from faceattend.workers.tasks import Task

_FULL = 100


class SpeedStep(FirstRunStep):
    """Runs the engine for some seconds as soon as it is entered.

    Signals:
        measured(Speed): the run is over.

    Thread: the GUI thread.

    Args:
        work: what it works with.
        parent: the frame's stack.
    """

    measured = Signal(object)

    def __init__(self, work: FirstRunWork, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self._form = Ui_FirstRunSpeed()
        self._form.setupUi(self)  # pyright: ignore[reportUnknownMemberType] - generated code
        self._speed: Speed | None = None
        self._task: Task | None = None
        self._form.once_more.hide()
        self._form.once_more.clicked.connect(self.on_once_more)
        self._form.progress.cancelled.connect(self.leave)

    def said(self) -> StepSaid:
        """Return what the frame shows."""
        running = self._task is not None
        return StepSaid(
            title=self.tr("Check the speed"),
            heading=self.tr("Check the speed of this computer"),
            lead=self.tr("The models are loaded and look at three people in motion. Nothing of it is stored."),
            forward=self.tr("Measure") if self._speed is None and not running else self.tr("Continue"),
            later=self.tr("Skip this check") if self._speed is None else "",
            missing=self.tr("This takes some seconds.") if running else "",
            summary=self._summary(),
            wanting=self._speed is not None and not self._speed.cameras,
            prospect=self.tr("graphics card or processor"),
        )

    def enter(self) -> None:
        """Measure, unless that was done."""
        if self._speed is None:
            self._start()

    def leave(self) -> None:
        """Stop measuring."""
        if self._task is not None:
            self._task.cancel()

    def go_on(self) -> None:
        """Measure, or go on."""
        if self._speed is None:
            self._start()
        else:
            self.passed.emit()

    def on_once_more(self) -> None:
        """Forget what was found, and measure again."""
        self._speed = None
        self._start()
        self.answered.emit()

    def on_stepped(self, so_far: SpeedSoFar) -> None:
        """Show how far it has come."""
        loading = not so_far.provider
        words = self.tr("Loading the models") if loading else self.tr("Recognising people in motion")
        self._form.progress.step(round(so_far.done * _FULL), None if loading else _FULL, words)
        if so_far.speed is not None:
            self._speed = so_far.speed

    def on_done(self, cancelled: bool) -> None:
        """Show what was found."""
        self._task = None
        self._form.progress.finish()
        if self._speed is not None and not cancelled:
            self._show(self._speed)
            self.measured.emit(self._speed)
        self.changed.emit()

    def on_failed(self, error: Exception) -> None:
        """Say why nobody can be recognised here."""
        self._task = None
        self._form.progress.finish()
        self.changed.emit()
        self.failed.emit(error)

    def _start(self) -> None:
        if self._task is not None:
            return
        desk = self.work.desk
        self._form.found.tell("", ())
        self._form.means.setText("")
        self._form.once_more.hide()
        self._form.progress.start(self.tr("Loading the models"))
        self._task = desk.jobs.follow(
            self,
            lambda: measure(desk.actor, desk.station),
            stepped=self.on_stepped,
            done=self.on_done,
            failed=self.on_failed,
        )
        self.changed.emit()

    def _show(self, speed: Speed) -> None:
        found = [
            Verdict("ok", self.tr("The models are complete and unaltered")),
            Verdict("ok" if speed.doubt is None else "warn", self._provider_words(speed)),
            Verdict(
                "ok" if speed.cameras else "text2",
                self.tr("{ms} ms for a picture with three people").format(ms=self._figure(speed.ms)),
            ),
            Verdict("ok" if speed.cameras else "warn", self._carries(speed.cameras)),
        ]
        if speed.doubt is not None:
            found.insert(2, Verdict("text2", told(speed.doubt)))
        self._form.found.tell(self.tr("Proved by a timed run"), found)
        self._form.means.setText(self._means(speed))
        self._form.once_more.setVisible(not speed.cameras)

    def _provider_words(self, speed: Speed) -> str:
        if speed.provider == "cuda":
            return self.tr("They run on the graphics card (CUDA)")
        return self.tr("They run on the processor")

    def _carries(self, cameras: int) -> str:
        if not cameras:
            return self.tr("Too slow to look at one camera {rate} times a second").format(rate=round(DEFAULT_FPS))
        if cameras == 1:
            return self.tr("Carries one camera, looked at {rate} times a second").format(rate=round(DEFAULT_FPS))
        said = self.tr("Carries {count} cameras, each looked at {rate} times a second")
        if cameras >= MOST_CAMERAS:
            said = self.tr("Carries {count} cameras and more, each looked at {rate} times a second")
        return said.format(count=cameras, rate=round(DEFAULT_FPS))

    def _means(self, speed: Speed) -> str:
        if speed.cameras:
            return self.tr("More cameras work too: each is then looked at less often. The status bar always says so.")
        return self.tr(
            "One camera works, looked at less often than {rate} times a second: people should pass it slowly. Close"
            " other programs and measure again, or use a faster computer."
        ).format(rate=round(DEFAULT_FPS))

    def _summary(self) -> str:
        if self._speed is not None:
            where = self.tr("graphics card") if self._speed.provider == "cuda" else self.tr("processor")
            if not self._speed.cameras:
                return self.tr("{where}, too slow").format(where=where)
            if self._speed.cameras == 1:
                return self.tr("{where}, 1 camera").format(where=where)
            return self.tr("{where}, {count} cameras").format(where=where, count=self._figure(self._speed.cameras))
        progress = self.work.progress
        return self.tr("measured before") if Step.SPEED in progress.answered - progress.later else ""

    def _figure(self, value: float) -> str:
        return self.locale().toString(round(value))
