"""Requests that end: run beside the GUI thread, answered in it."""

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal

from faceattend.domain.errors import FaceAttendError

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_PATIENCE_MS = 10_000

Failed = Callable[[Exception], None]


class Task:
    """A request under way; hold it to cancel it.

    A cancelled one calls nothing back any more, except that steps being followed still end with ``done``.

    Attributes:
        title: what it does, in a sentence for whoever waits for its end; empty where nobody does.
    """

    def __init__(self, title: str = "") -> None:
        self.title = title
        self._cancelled = threading.Event()
        self.running = True
        """Whether its answer is still awaited; changed by the pool only."""

    def cancel(self) -> None:
        """Let it end soon: before it begins, or at its next step; a single call that runs already is not broken off."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled; may be asked by any thread."""
        return self._cancelled.is_set()


@dataclass(frozen=True, slots=True, eq=False)
class _Reply:
    """What a pool thread says: call this with that, in the thread of the pool object; ``always``: even if cancelled."""

    task: Task
    owner: QObject
    call: Callable[[Any], None]
    value: object
    last: bool
    always: bool = False


class TaskPool(QObject):
    """Runs requests in a few threads of its own, and brings their answers to the thread it lives in.

    The answer to an owner that is gone meanwhile is dropped: a closed dialog is never called.

    Thread: all methods are called in the thread that made it; the work runs in the pool's.

    Args:
        name: for the log.
        size: how many requests run at the same time; the others wait in order.
    """

    _replied = Signal(object)

    def __init__(self, name: str, size: int = 2) -> None:
        super().__init__()
        self.setObjectName(name)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(size)
        self._tasks: dict[Task, None] = {}  # in order
        self._replied.connect(self.on_replied)

    def run(
        self,
        owner: QObject,
        work: Callable[[], _T],
        *,
        done: Callable[[_T], None],
        failed: Failed,
        title: str = "",
    ) -> Task:
        """Run one call; then ``done(result)`` or ``failed(error)``, unless it was cancelled.

        Args:
            owner: on whose behalf; while it exists, it is answered.
            work: called in a pool thread; it must not touch widgets.
            done: called with what it returned.
            failed: called with what it raised.
            title: as of :class:`Task`.
        """

        def call(task: Task) -> _Reply:
            return _Reply(task, owner, done, None if task.cancelled else work(), last=True)

        return self._start(Task(title), owner, call, failed, always=False)

    def follow(
        self,
        owner: QObject,
        steps: Callable[[], Iterator[_T]],
        *,
        stepped: Callable[[_T], None],
        done: Callable[[bool], None],
        failed: Failed,
        title: str = "",
    ) -> Task:
        """Walk through long work: ``stepped(step)`` for each step, then ``done(cancelled)`` or ``failed(error)``.

        Args:
            owner: as for :meth:`run`.
            steps: called in a pool thread; the work is done as its iterator is walked, and left between two steps
                when the task is cancelled.
            stepped: called with each step.
            done: called at the end with whether it was cancelled before all steps were walked.
            failed: called with what was raised.
            title: as of :class:`Task`.
        """

        def call(task: Task) -> _Reply:
            walk = iter(()) if task.cancelled else steps()
            while not task.cancelled:
                try:
                    step = next(walk)
                except StopIteration:
                    return _Reply(task, owner, done, value=False, last=True, always=True)
                self._replied.emit(_Reply(task, owner, stepped, step, last=False, always=True))
            return _Reply(task, owner, done, value=True, last=True, always=True)

        return self._start(Task(title), owner, call, failed, always=True)

    @property
    def busy(self) -> int:
        """How many requests are running or waiting."""
        return len(self._tasks)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The requests that are running or waiting, in order."""
        return tuple(self._tasks)

    def stop(self) -> bool:
        """Cancel what has not begun and what goes by steps, and wait for what runs; its answers are dropped.

        Returns:
            Whether all have ended in time.
        """
        for task in self._tasks:
            task.cancel()
        self._pool.clear()
        ended = self._pool.waitForDone(_PATIENCE_MS)
        self._tasks.clear()
        if not ended:
            _log.error("tasks of the pool %s did not end in time", self.objectName())
        return ended

    def on_replied(self, reply: object) -> None:
        """Call back, in the thread of this object."""
        if not isinstance(reply, _Reply):
            return
        if reply.last:
            reply.task.running = False
            self._tasks.pop(reply.task, None)
        if shiboken6.isValid(reply.owner) and (reply.always or not reply.task.cancelled):
            reply.call(reply.value)

    def _start(
        self, task: Task, owner: QObject, call: Callable[[Task], _Reply], failed: Failed, *, always: bool
    ) -> Task:
        self._tasks[task] = None

        def work() -> None:
            try:
                reply = call(task)
            except Exception as error:  # noqa: BLE001 - the edge of a pool task; told by whoever asked
                if not isinstance(error, FaceAttendError):
                    _log.exception("a task of the pool %s met what nobody expected", self.objectName())
                reply = _Reply(task, owner, failed, error, last=True, always=always)
            self._replied.emit(reply)

        self._pool.start(work)
        return task
