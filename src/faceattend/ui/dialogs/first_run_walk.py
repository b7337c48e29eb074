"""The walk through the steps of the first-run assistant: forward once verified, back, later, and where it stopped."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from faceattend.domain.errors import FaceAttendError
from faceattend.services.setup import STEPS, Progress
from faceattend.ui.dialogs.first_run_camera import CameraStep
from faceattend.ui.dialogs.first_run_data import DataStep
from faceattend.ui.dialogs.first_run_frame import FirstRunFrame
from faceattend.ui.dialogs.first_run_person import PersonStep
from faceattend.ui.dialogs.first_run_place import PlaceStep
from faceattend.ui.dialogs.first_run_speed import SpeedStep
from faceattend.ui.dialogs.first_run_step import FirstRunStep, StepSaid
from faceattend.ui.dialogs.first_run_work import FirstRunWork
from faceattend.ui.widgets.step_list import StepItem, StepState


class Leaving(Enum):
    """How the assistant was left."""

    DONE = "done"
    ALONE = "alone"  # the user sets everything up without it
    CLOSED = "closed"  # it goes on here at the next start


class FirstRunWalk(QObject):
    """Leads through the steps.

    Signals:
        ended(Leaving): the last step was answered, or there was nothing to do.
        changed(): something about the open step has changed, such as whether it may be left.
        measured(Speed): what this computer can do is known.

    Thread: the GUI thread.

    Args:
        work: what the steps work with.
        frame: shows them.
        parent: owns it.
    """

    ended = Signal(object)
    changed = Signal()
    measured = Signal(object)

    def __init__(self, work: FirstRunWork, frame: FirstRunFrame, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._frame = frame
        self._at = 0
        data, speed = DataStep(work), SpeedStep(work)
        self._steps: list[FirstRunStep] = [data, PlaceStep(work), CameraStep(work), speed, PersonStep(work)]
        data.nothing_remains.connect(self.on_nothing_remains)
        speed.measured.connect(self.measured)
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether something is being made that must not be left."""
        return self._steps[self._at].busy

    def begin(self) -> None:
        """Open the first step without an answer."""
        first = STEPS.index(self._work.progress.next_step) if self._work.station is not None else 0
        for step in self._steps[1:first]:
            step.recall()
        self._go(first)

    def stop(self) -> None:
        """Stop what runs."""
        for step in self._steps:
            step.leave()

    def on_forward(self) -> None:
        """Do what the primary button says."""
        self._frame.clear_trouble()
        self._frame.focus_forward()  # also where Enter came from a field, which is off while something is made
        self._steps[self._at].go_on()

    def on_back(self) -> None:
        """Go one step back."""
        if self._at > 0 and not self.busy:
            self._go(self._at - 1)

    def on_passed(self) -> None:
        """The open step is verified: note it and go on."""
        self._answer(later=False)

    def on_later(self) -> None:
        """The open step is put off: note it and go on."""
        self._answer(later=True)

    def on_chosen(self, number: int) -> None:
        """Go to a step of the list."""
        if self._is_reachable(number) and not self.busy:
            self._go(number)

    def on_again(self) -> None:
        """Try once more what failed."""
        self._frame.clear_trouble()
        self._steps[self._at].again()

    def on_nothing_remains(self) -> None:
        """The folder that was chosen is set up already."""
        self.ended.emit(Leaving.DONE)

    def on_changed(self) -> None:
        """Show what the open step says of itself now."""
        step = self._steps[self._at]
        self._frame.show_said(step.said(), self._items(), first=self._at == 0, busy=step.busy)
        self.changed.emit()

    def _answer(self, *, later: bool) -> None:
        last = self._at == len(self._steps) - 1
        try:
            self._work.note(STEPS[self._at], later=later, finished=last)
        except FaceAttendError as error:
            self._frame.show_trouble(error)
            return
        if last:
            self.ended.emit(Leaving.DONE)
        else:
            self._go(self._at + 1)

    def _go(self, number: int) -> None:
        self._steps[self._at].leave()
        self._at = number
        step = self._steps[number]
        self._frame.open(step)
        self._frame.focus_forward()
        step.enter()
        self.on_changed()

    def _connect(self) -> None:
        frame = self._frame
        for step in self._steps:
            frame.add(step)
            step.changed.connect(self.on_changed)
            step.answered.connect(frame.focus_forward)
            step.passed.connect(self.on_passed)
            step.revealed.connect(frame.reveal)
            step.failed.connect(frame.show_trouble)
        frame.forward.connect(self.on_forward)
        frame.back.connect(self.on_back)
        frame.later.connect(self.on_later)
        frame.again.connect(self.on_again)
        frame.chosen.connect(self.on_chosen)
        self._work.notices.failed.connect(frame.show_trouble)

    def _is_reachable(self, number: int) -> bool:
        """Whether all steps before it have an answer."""
        answered = self._work.progress.answered
        return all(step in answered for step in STEPS[:number])

    def _items(self) -> list[StepItem]:
        return [self._item(number, step.said(), self._work.progress) for number, step in enumerate(self._steps)]

    def _item(self, number: int, said: StepSaid, progress: Progress) -> StepItem:
        step, state = STEPS[number], StepState.AHEAD
        if number == self._at:
            state = StepState.OPEN
        elif step in progress.answered:
            done = StepState.WANTING if said.wanting else StepState.DONE
            state = StepState.LATER if step in progress.later else done
        second = self.tr("later") if state is StepState.LATER else said.prospect
        return StepItem(said.title, said.summary or second, state, self._is_reachable(number))
