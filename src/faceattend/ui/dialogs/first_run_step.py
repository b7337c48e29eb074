"""What the first-run assistant asks of every step."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from faceattend.ui.dialogs.first_run_work import FirstRunWork


@dataclass(frozen=True, slots=True)
class StepSaid:
    """What the frame shows of a step now.

    Attributes:
        title: of the step, in the list.
        heading: of the open step.
        lead: a sentence or two below.
        forward: what the primary button does next, a verb.
        later: how the step is put off; empty where it cannot be.
        missing: why the primary button cannot be pressed; empty where it can.
        summary: what was chosen, for the list; empty before.
        prospect: what it will be about, for the list.
        wanting: whether what was found is not as it should be, though one can go on.
    """

    title: str
    heading: str
    lead: str
    forward: str
    later: str = ""
    missing: str = ""
    summary: str = ""
    prospect: str = ""
    wanting: bool = False


class FirstRunStep(QWidget):
    """One step: asks, verifies what it was told, and only then lets go on.

    Signals:
        changed(): what :meth:`said` returns has changed.
        answered(): the user has done what there was to do, and can only go on: Enter is to do that.
        passed(): verified and stored.
        revealed(QWidget): this part is to be seen now.
        failed(Exception): something did not work; it can be tried :meth:`again`.

    Thread: the GUI thread.

    Args:
        work: what it works with.
        parent: the frame's stack.
    """

    changed = Signal()
    answered = Signal()
    passed = Signal()
    revealed = Signal(QWidget)
    failed = Signal(object)

    def __init__(self, work: FirstRunWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work

    def said(self) -> StepSaid:
        """Return what the frame shows."""
        raise NotImplementedError

    def recall(self) -> None:
        """The step was answered at an earlier start: find out what, for the list."""

    def enter(self) -> None:
        """The step comes into view; look at what is there, and put the focus where the user begins."""

    def leave(self) -> None:
        """The step goes out of view: stop what runs only for it."""

    def go_on(self) -> None:
        """Do what the primary button says: verify, or go on with what was verified."""
        raise NotImplementedError

    def again(self) -> None:
        """Try once more what failed last."""
        self.go_on()

    @property
    def busy(self) -> bool:
        """Whether something is being made that must not be left."""
        return False
