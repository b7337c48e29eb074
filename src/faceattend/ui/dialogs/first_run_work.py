"""What the steps of the first-run assistant work with: the data folder, and a desk as soon as that is open."""

from collections.abc import Callable

from faceattend.config.paths import Home
from faceattend.domain.access import Actor
from faceattend.services import setup
from faceattend.services.setup import Step
from faceattend.services.station import Station
from faceattend.ui.desk import Changes, Desk, Notices
from faceattend.workers.pipeline import Pipeline
from faceattend.workers.tasks import TaskPool

_AT_ONCE = 2

Claim = Callable[[Home], bool]
"""Takes another data folder for this process; False: another process has it. Raises StorageError."""


class FirstRunWork:
    """The folder that is set up, and how to ask and change it.

    Attributes:
        actor: on whose behalf.
        home: the folder; another one until it is made, if the user chooses so.
        progress: how far the assistant has come in it.
        questions, jobs: pools, as of a desk.
        notices: as of a desk.

    Thread: the GUI thread.

    Args:
        actor: see above.
        home: see above; claimed by this process.
        station: opened over it; None while it is still to be made.
        claim: see :data:`Claim`.
    """

    def __init__(self, actor: Actor, home: Home, station: Station | None, claim: Claim) -> None:
        self.actor = actor
        self.home = home
        self.progress = setup.progress(actor, home)
        self.questions, self.jobs = TaskPool("questions", _AT_ONCE), TaskPool("jobs", _AT_ONCE)
        self.notices = Notices()
        self._changes = Changes()
        self._claim = claim
        self._desk: Desk | None = None
        if station is not None:
            self.open(station)

    @property
    def desk(self) -> Desk:
        """The desk over the opened station.

        Raises:
            RuntimeError: it is not open yet.
        """
        if self._desk is None:
            message = "the data folder is not open yet"
            raise RuntimeError(message)
        return self._desk

    @property
    def station(self) -> Station | None:
        """What was opened; None before."""
        return None if self._desk is None else self._desk.station

    def move_to(self, home: Home) -> bool:
        """Take another folder, to be made.

        Returns:
            Whether it is this process's now; nothing has changed otherwise.

        Raises:
            StorageError: another process without a window has it, or it cannot be written.
        """
        if not self._claim(home):
            return False
        self.home, self.progress = home, setup.progress(self.actor, home)
        return True

    def open(self, station: Station) -> None:
        """Go on with what was opened. The pipeline of its desk is not started: nobody is recorded meanwhile."""
        pipeline = Pipeline(station, ())
        self.progress = setup.progress(self.actor, self.home)
        self._desk = Desk(self.actor, station, pipeline, self.questions, self.jobs, self._changes, self.notices)

    def note(self, step: Step, *, later: bool, finished: bool) -> None:
        """Note that a step was done, or put off; and with the last one, that the assistant is done with.

        Raises:
            StorageError: it cannot be noted.
        """
        self.progress = setup.note(self.actor, self.home, step, later=later, finished=finished)

    def close(self) -> None:
        """Stop what runs; the station stays open for whoever takes it."""
        if self._desk is not None:
            self._desk.pipeline.stop()
        self.questions.stop()
        self.jobs.stop()
