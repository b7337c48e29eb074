import importlib
import sys
from pathlib import Path

import pytest

from faceattend.config.ahead import load_ahead


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that takes a while to load, and counts how often it was."""
    name = f"ahead_{tmp_path.name.replace('-', '_')}"
    (tmp_path / f"{name}.py").write_text("import sys, time\nsys.slow_loads += 1\ntime.sleep(0.2)\nwhole = True\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "slow_loads", 0, raising=False)
    return name


def test_who_imports_it_meanwhile_waits_for_the_whole_and_loads_nothing_twice(slow: str):
    loading = load_ahead([slow])
    while not sys.slow_loads and loading.is_alive():
        pass
    assert importlib.import_module(slow).whole
    loading.join()
    assert sys.slow_loads == 1


def test_one_that_is_missing_is_told_to_who_needs_it_and_to_nobody_else(slow: str):
    load_ahead(["not_there_at_all", slow]).join()
    assert sys.modules[slow].whole
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("not_there_at_all")
