"""Building the preview beside the window: once the choices rest, and never for choices that are gone."""

from PySide6.QtCore import QObject, QTimer, Signal

from faceattend.services.reports import ReportQuery, ReportStep
from faceattend.ui.desk import Desk
from faceattend.workers.tasks import Task

PAUSE_MS = 300
"""Choices follow each other faster than that while somebody is choosing."""


class PreviewBuilder(QObject):
    """Builds the report that was asked for last; of all others nothing is heard any more.

    Signals:
        stepped(ReportStep): how far it is.
        built(BuiltReport): it is there.
        failed(object): it could not be built, and the error.
        cancelled: :meth:`cancel` was called while it was being built.

    Thread: the GUI thread; the work is done in the pool.

    Args:
        desk: who asks whom.
        parent: the page.
    """

    stepped = Signal(object)
    built = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    _task: Task | None = None

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._query: ReportQuery | None = None
        self._turn = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.on_pause)

    @property
    def busy(self) -> bool:
        """Whether a report is awaited."""
        return self._pause.isActive() or self._task is not None

    def ask(self, query: ReportQuery | None, *, at_once: bool = False) -> None:
        """Build a report as soon as the choices rest.

        Args:
            query: what of; None stops what is being built.
            at_once: do not wait for further choices.
        """
        self._stop()
        self._query = query
        if query is not None:
            self._pause.start(0 if at_once else PAUSE_MS)

    def cancel(self) -> None:
        """Stop building, on somebody's wish."""
        if self.busy:
            self._stop()
            self.cancelled.emit()

    def on_pause(self) -> None:
        """Begin."""
        query, turn, desk = self._query, self._turn, self._desk
        if query is None:
            return

        def stepped(step: ReportStep) -> None:
            if turn == self._turn:
                self._take(step)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._task = None
                self.failed.emit(error)

        self._task = desk.questions.follow(
            self,
            lambda: desk.station.reports.previewing(desk.actor, query),
            stepped=stepped,
            done=_nothing_more,
            failed=failed,
        )

    def _take(self, step: ReportStep) -> None:
        if step.report is None:
            self.stepped.emit(step)
            return
        self._task = None
        self.built.emit(step.report)

    def _stop(self) -> None:
        self._pause.stop()
        self._turn += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _nothing_more(_cancelled: bool) -> None:
    """The last step has brought the report already."""
