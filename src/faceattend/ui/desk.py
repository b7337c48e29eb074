"""What every page and dialog works with, handed in once."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from faceattend.domain.access import Actor
from faceattend.services.station import Station
from faceattend.workers.pipeline import Pipeline
from faceattend.workers.tasks import TaskPool


class Changes(QObject):
    """Tells pages that what they show has changed; whoever changed it emits.

    Signals:
        people: somebody was enrolled, edited, or their photos changed.
        cameras: a camera was added, edited or removed.
        attendance: punches or answers came in by hand (those of cameras come by ``Pipeline.recorded``).

    Thread: the GUI thread.
    """

    people = Signal()
    cameras = Signal()
    attendance = Signal()


class Notices(QObject):
    """How a page speaks to its user without knowing the window; the shell shows what is said.

    Signals:
        said(str, object): a toast with a sentence, and what undoes it: a callable without arguments, or None.
        warned(str): a toast with a sentence: something small could not be done, and nothing is lost.
        failed(object): an error to show as what happened, what it means, what to do.

    Thread: the GUI thread.
    """

    said = Signal(str, object)
    warned = Signal(str)
    failed = Signal(object)


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """What a page works with.

    Attributes:
        actor: on whose behalf everything is asked.
        station: the services.
        pipeline: cameras, recognition and recorder; exists before it is started.
        questions: pool for what only reads and is soon answered.
        jobs: pool for what changes data or takes long.
        changes: told after every change.
        notices: toasts and errors.
    """

    actor: Actor
    station: Station
    pipeline: Pipeline
    questions: TaskPool
    jobs: TaskPool
    changes: Changes
    notices: Notices
