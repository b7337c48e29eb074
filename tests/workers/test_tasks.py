import threading
import time
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from tests.stations import wait_until

from faceattend.workers.tasks import TaskPool


class Asker(QObject):
    """Somebody who asks, and notes what comes back and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: set[QThread] = set()

    def on_done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(QThread.currentThread())

    def on_failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def asker() -> Asker:
    return Asker()


@pytest.fixture
def pool() -> Iterator[TaskPool]:
    made = TaskPool("test")
    yield made
    assert made.stop()


def test_an_answer_comes_back_to_the_asking_thread(pool: TaskPool, asker: Asker):
    worked_in: list[threading.Thread] = []

    def work() -> int:
        worked_in.append(threading.current_thread())
        return 7

    task = pool.run(asker, work, done=asker.on_done, failed=asker.on_failed)
    assert task.running
    wait_until(lambda: asker.results, 5)
    assert asker.results == [7]
    assert asker.threads == {asker.thread()}
    assert worked_in != [threading.main_thread()]
    assert not task.running
    assert pool.busy == 0


def test_what_fails_is_told_and_the_pool_goes_on(pool: TaskPool, asker: Asker, caplog: pytest.LogCaptureFixture):
    def fail() -> int:
        message = "out of luck"
        raise ValueError(message)

    pool.run(asker, fail, done=asker.on_done, failed=asker.on_failed)
    pool.run(asker, lambda: 1, done=asker.on_done, failed=asker.on_failed)
    wait_until(lambda: asker.results and asker.errors, 5)
    assert [str(error) for error in asker.errors] == ["out of luck"]
    assert "ValueError: out of luck" in caplog.text
    assert asker.threads == {asker.thread()}


def test_a_cancelled_request_is_never_answered(pool: TaskPool, asker: Asker):
    go = threading.Event()
    task = pool.run(asker, lambda: go.wait(5), done=asker.on_done, failed=asker.on_failed)
    task.cancel()
    go.set()
    wait_until(lambda: not task.running, 5)
    assert not asker.results


def test_an_owner_that_is_gone_is_not_called(pool: TaskPool):
    asker = Asker()
    results = asker.results
    go = threading.Event()
    task = pool.run(asker, lambda: go.wait(5), done=asker.on_done, failed=asker.on_failed)
    shiboken6.delete(asker)
    go.set()
    wait_until(lambda: not task.running, 5)
    assert not results


def test_no_more_run_at_once_than_the_pool_is_large(pool: TaskPool, asker: Asker):
    lock, running, most = threading.Lock(), 0, 0

    def work() -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1

    for _ in range(6):
        pool.run(asker, work, done=asker.on_done, failed=asker.on_failed)
    assert pool.busy == 6
    wait_until(lambda: len(asker.results) == 6, 10)
    assert most == 2


def test_what_is_under_way_is_told_in_order_with_its_titles(pool: TaskPool, asker: Asker):
    may_go = threading.Event()
    pool.run(asker, lambda: may_go.wait(10), done=asker.on_done, failed=asker.on_failed, title="first")
    pool.follow(
        asker, counting(2, []), stepped=asker.on_done, done=asker.on_done, failed=asker.on_failed, title="second"
    )
    third = pool.run(asker, lambda: may_go.wait(10), done=asker.on_done, failed=asker.on_failed)
    assert [task.title for task in pool.tasks] == ["first", "second", ""]
    third.cancel()
    assert [task.cancelled for task in pool.tasks] == [False, False, True]
    may_go.set()
    wait_until(lambda: not pool.tasks, 10)


def counting(to: int, done: list[int]) -> Callable[[], Iterator[int]]:
    def steps() -> Iterator[int]:
        for number in range(to):
            done.append(number)
            yield number

    return steps


def test_every_step_is_told_in_order_then_the_end(pool: TaskPool, asker: Asker):
    ends: list[bool] = []
    pool.follow(asker, counting(20, []), stepped=asker.on_done, done=ends.append, failed=asker.on_failed)
    wait_until(lambda: ends, 5)
    assert asker.results == list(range(20))
    assert ends == [False]


def test_cancelling_leaves_the_work_between_two_steps(pool: TaskPool, asker: Asker):
    done: list[int] = []
    ends: list[bool] = []
    reached = threading.Event()

    def steps() -> Iterator[int]:
        for number in counting(1_000_000, done)():
            yield number
            reached.set()
            time.sleep(0.001)

    task = pool.follow(asker, steps, stepped=asker.on_done, done=ends.append, failed=asker.on_failed)
    assert reached.wait(5)
    task.cancel()
    wait_until(lambda: ends, 5)
    assert ends == [True]
    assert len(asker.results) == len(done) < 1_000_000  # what was done was told


def test_steps_cancelled_before_they_began_are_not_taken(pool: TaskPool, asker: Asker):
    go, done = threading.Event(), []
    ends: list[bool] = []
    for _ in range(2):
        pool.run(asker, lambda: go.wait(5), done=asker.on_done, failed=asker.on_failed)
    task = pool.follow(asker, counting(3, done), stepped=asker.on_done, done=ends.append, failed=asker.on_failed)
    task.cancel()
    go.set()
    wait_until(lambda: ends, 5)
    assert ends == [True]
    assert not done


def test_steps_that_fail_half_way_say_so_even_when_cancelled(pool: TaskPool, asker: Asker):
    go = threading.Event()

    def steps() -> Iterator[int]:
        yield 1
        go.wait(5)
        message = "the disk is full"
        raise OSError(message)

    task = pool.follow(asker, steps, stepped=asker.on_done, done=asker.on_done, failed=asker.on_failed)
    wait_until(lambda: asker.results, 5)
    task.cancel()
    go.set()
    wait_until(lambda: asker.errors or len(asker.results) > 1, 5)
    assert asker.errors or asker.results == [1, True]


def test_stopping_waits_for_what_runs_and_drops_its_answer(asker: Asker):
    pool = TaskPool("stopping")
    began, ended = threading.Event(), threading.Event()

    def work() -> None:
        began.set()
        time.sleep(0.1)
        ended.set()

    pool.run(asker, work, done=asker.on_done, failed=asker.on_failed)
    assert began.wait(5)
    waiting = [pool.run(asker, lambda: 1, done=asker.on_done, failed=asker.on_failed) for _ in range(4)]
    assert pool.stop()
    assert ended.is_set()
    assert all(task.cancelled for task in waiting)
    assert pool.busy == 0
