"""What every test lives by, and the real parts that several floors' tests share."""

import gc
import itertools
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests.servers import HttpCamera, LoginServer, RtspServer, make_video

from faceattend.config.paths import Home

if TYPE_CHECKING:
    from faceattend.engine.models import Models

GRACE_S = 2.0

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded; a display is not needed

settings.register_profile("shared machine", deadline=None)  # an example's time says nothing where cores are shared
settings.load_profile("shared machine")


def _running() -> set[int | None]:
    # Every thread with Python code on its stack, QThreads included, which threading.enumerate() may not know.
    # What stands for a QThread among Python's threads outlives it (until Python 3.12), so there only frames count.
    own = (thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread))
    return set(sys._current_frames()) | {thread.ident for thread in own}


def _named(idents: set[int | None]) -> list[str]:
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    return [names.get(ident, f"thread {ident}") for ident in idents]


def _starting() -> list[str]:
    # A QThread started just now has no Python code on its stack yet; it is among the young objects.
    core = sys.modules.get("PySide6.QtCore")
    young = gc.get_objects(generation=0) + gc.get_objects(generation=1) if core else []
    threads = [each for each in young if issubclass(type(each), core.QThread)] if core else []
    return [repr(each) for each in threads if each.isRunning() and each is not core.QThread.currentThread()]


@pytest.fixture(scope="session", autouse=True)
def application(qapp: object) -> object:
    """The one application of the test run: made first, since windows cannot use one that was made without them."""
    return qapp


@pytest.fixture(scope="session", autouse=True)
def collector_off() -> Iterator[None]:
    """Keep Python's collector out of pool threads, where it would destroy widgets; see faceattend.app.garbage."""
    gc.disable()
    yield
    gc.enable()


_TESTS_DONE = itertools.count(1)
_ALL_EVERY = 100


@pytest.fixture(autouse=True)
def garbage_collected(collector_off: None) -> Iterator[None]:
    """Collect between tests, in the main thread."""
    del collector_off
    yield
    gc.collect(2 if next(_TESTS_DONE) % _ALL_EVERY == 0 else 1)


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = _running()
    yield
    deadline = time.monotonic() + GRACE_S
    while (left := _named(_running() - before) + _starting()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not left, f"left running: {left}"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of development photos and clips."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the shared development data are not here")
    return folder


@pytest.fixture(scope="session")
def videos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with door.mp4: 10 s of moving test pictures, H.264, 25 frames a second."""
    folder = tmp_path_factory.mktemp("videos")
    make_video(folder / "door.mp4")
    return folder


@pytest.fixture
def rtsp_server(videos: Path) -> Iterator[RtspServer]:
    """A running RTSP server with door.mp4."""
    server = RtspServer(videos).start()
    yield server
    server.close()


@pytest.fixture
def login_server() -> Iterator[LoginServer]:
    """A camera that refuses every login with 401."""
    server = LoginServer()
    yield server
    server.close()


@pytest.fixture
def http_camera() -> Iterator[HttpCamera]:
    """An HTTP camera that sends Motion JPEG."""
    with HttpCamera() as server:
        yield server


@pytest.fixture(scope="session")
def models_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home without data, whose cache of prepared graphs all tests share."""
    return Home(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def models(models_home: Home) -> "Models":
    """The default pack, on one thread of the CPU."""
    from faceattend.engine.models import open_models, resolve
    from faceattend.engine.session import Compute

    return open_models(resolve("opencv-zoo", models_home), models_home, Compute("cpu", 1))
