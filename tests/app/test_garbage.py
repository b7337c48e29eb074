import gc
import sys
import threading
import time
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from tests.stations import wait_until

from faceattend.app import garbage
from faceattend.app.garbage import GarbageCollector

pytestmark = pytest.mark.gui


class Ring:
    """Something only the collector can free, which notes the thread it is freed in."""

    def __init__(self, freed_in: list[threading.Thread]) -> None:
        self.me = self
        weakref.finalize(self, lambda: freed_in.append(threading.current_thread()))


@pytest.fixture
def collector() -> Iterator[GarbageCollector]:
    gc.enable()
    made = GarbageCollector()
    made.start()
    yield made
    made.stop()
    gc.disable()  # as the other tests have it


def test_garbage_of_other_threads_is_freed_in_this_one(collector: GarbageCollector):
    del collector
    freed_in: list[threading.Thread] = []

    def litter() -> None:
        for _ in range(5000):
            Ring(freed_in)

    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert not freed_in, "nothing is collected where it is made"
    wait_until(lambda: len(freed_in) == 5000, 10)
    assert set(freed_in) == {threading.main_thread()}


def test_afterwards_python_collects_again(collector: GarbageCollector):
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("few", "latest_s", "collected"), [(10**9, 600, True), (-(10**9), 600, False), (-(10**9), 0.2, True)]
)
def test_everything_is_looked_through_when_there_is_little_or_at_latest_after_a_while(
    monkeypatch: pytest.MonkeyPatch, *, few: int, latest_s: float, collected: bool
):
    monkeypatch.setattr(garbage, "_FEW", few)
    monkeypatch.setattr(garbage, "_FULL_EVERY_S", 0.1)
    monkeypatch.setattr(garbage, "_ASK_AGAIN_S", 0.1)
    monkeypatch.setattr(garbage, "_FULL_AT_LATEST_S", latest_s)
    made, generations = GarbageCollector(), list[int]()

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            generations.append(about["generation"])

    gc.callbacks.append(note)
    try:
        made.start()
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline and 2 not in generations:
            QApplication.processEvents()
            time.sleep(0.01)
    finally:
        made.stop()
        gc.disable()
        gc.callbacks.remove(note)
    assert (2 in generations) == collected


def test_what_another_thread_is_making_stays_whole(monkeypatch: pytest.MonkeyPatch):
    """To count the objects there are, it must not hold them: a tuple that grows may belong to nobody else."""
    monkeypatch.setattr(garbage, "_FULL_EVERY_S", 0.0)
    monkeypatch.setattr(garbage, "_ASK_AGAIN_S", 0.0)
    monkeypatch.setattr(garbage, "_FEW", -(10**9))
    made, failures, over = GarbageCollector(), list[Exception](), threading.Event()

    def work() -> None:
        while not over.is_set():
            try:
                tuple(number for number in range(1000))
            except SystemError as error:
                failures.append(error)

    interval = sys.getswitchinterval()
    thread = threading.Thread(target=work)
    sys.setswitchinterval(0.0001)  # as the window has it
    thread.start()
    try:
        made.start()
        deadline = time.monotonic() + 1
        while time.monotonic() < deadline:
            made.on_timeout()
    finally:
        over.set()
        thread.join()
        sys.setswitchinterval(interval)
        made.stop()
        gc.disable()
    assert not failures
