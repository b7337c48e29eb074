import os
import sys
import threading
import time

import pytest
from tests.stations import wait_until

from faceattend.domain.errors import ModelMissing
from faceattend.workers.loop import LoopThread

FAULT = ModelMissing("A file is missing.", remedy="Fetch it.")


class Loop(LoopThread):
    """Notes what runs where; each part may be given an error to raise."""

    def __init__(self, **errors: Exception) -> None:
        super().__init__("a loop under test")
        self.errors = errors
        self.ran: list[str] = []
        self.threads: set[str] = set()
        self.told: list[object] = []
        self.troubled.connect(self.on_troubled)

    def begin(self) -> None:
        self._note("begin")

    def step(self) -> None:
        self._note("step")
        self.pause(0.01)

    def finish(self) -> None:
        self._note("finish")

    def on_troubled(self, error: object) -> None:
        self.told.append(error)

    def _note(self, part: str) -> None:
        self.ran.append(part)
        self.threads.add(threading.current_thread().name)
        if part in self.errors:
            raise self.errors[part]


def ended(loop: Loop) -> bool:
    loop.request_stop()
    return loop.wait(3000)


def test_it_begins_once_steps_until_told_to_stop_and_finishes_once():
    loop = Loop()
    loop.start()
    wait_until(lambda: loop.ran.count("step") > 3, 3)
    assert not loop.stopping
    assert ended(loop)
    assert loop.stopping
    assert loop.ran[0] == "begin"
    assert loop.ran[-1] == "finish"
    assert set(loop.ran[1:-1]) == {"step"}
    assert loop.threads == {"a loop under test"}
    assert loop.failure is None


@pytest.mark.parametrize("error", [FAULT, ZeroDivisionError("unexpected")])
def test_a_failing_begin_is_told_and_ends_the_thread(error: Exception):
    loop = Loop(begin=error)
    loop.start()
    assert loop.wait(3000)
    wait_until(lambda: loop.told, 1)
    assert loop.told == [error]
    assert loop.failure is error
    assert loop.ran == ["begin"]


@pytest.mark.parametrize("error", [FAULT, ZeroDivisionError("unexpected")])
def test_a_failing_step_is_told_and_the_loop_goes_on_after_a_second(error: Exception):
    loop = Loop(step=error)
    loop.start()
    wait_until(lambda: loop.told, 2)
    count = len(loop.told)
    time.sleep(0.3)
    assert loop.ran.count("step") == count
    loop.errors.clear()
    wait_until(lambda: loop.ran.count("step") > count + 3, 3)
    assert ended(loop)
    assert loop.told == [error]
    assert loop.failure is None


def test_a_stop_does_not_wait_for_the_second_after_a_failure():
    loop = Loop(step=FAULT, finish=FAULT)
    loop.start()
    wait_until(lambda: loop.told, 2)
    began = time.monotonic()
    assert ended(loop)
    assert time.monotonic() - began < 0.5
    wait_until(lambda: len(loop.told) == 2, 1)


def test_a_loop_stopped_before_it_starts_steps_never():
    loop = Loop()
    loop.request_stop()
    loop.start()
    assert loop.wait(3000)
    assert loop.ran == ["begin", "finish"]


def test_a_loop_without_work_says_so():
    with pytest.raises(NotImplementedError):
        LoopThread("empty").step()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the niceness of threads is Linux's")
@pytest.mark.parametrize("courtesy", [0, 3])
def test_a_courteous_one_stands_back_alone(courtesy: int):
    loop, own = Loop(), os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    loop.courtesy = courtesy
    found: list[int] = []
    loop.step = lambda: found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
    loop.start()
    wait_until(lambda: found, 3)
    assert ended(loop)
    assert found[0] == (courtesy or own)
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == own
