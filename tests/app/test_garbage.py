import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from tests.stations import wait_until

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
