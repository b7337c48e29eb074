import sys
import threading
from pathlib import Path

import pytest

from faceattend.config.lazy import lazy


@pytest.fixture
def slow_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that takes a while to load and counts how often it was."""
    name = f"slow_{tmp_path.name.replace('-', '_')}"
    (tmp_path / f"{name}.py").write_text(
        "import sys, time\ntime.sleep(0.1)\nsys.slow_loads = 1 + sys.slow_loads\nx = 42\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "slow_loads", 0, raising=False)
    return name


def test_a_module_is_loaded_when_something_of_it_is_used_and_what_follows_is_done(slow_module: str):
    done: list[str] = []
    stands_for = lazy(slow_module, then=lambda: done.append("then"))
    assert slow_module not in sys.modules
    assert (stands_for.x, stands_for.x) == (42, 42)
    assert done == ["then"]


def test_many_threads_that_need_it_at_once_wait_for_one_load(slow_module: str):
    stands_for, seen = lazy(slow_module), []
    threads = [threading.Thread(target=lambda: seen.append(stands_for.x)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [42] * 8
    assert sys.slow_loads == 1


def test_what_is_not_there_is_said_when_it_is_used():
    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        _ = lazy("no_such_library").x
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = lazy("json").nothing_like_it
