"""Running the command line as a user does: in this process where that will do, else in one of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.stations import enrolled_database, film, home_with_people, key_file, key_in_a_file, open_here

from faceattend.app import main

__all__ = ["enrolled_database", "film", "home_with_people", "key_file", "key_in_a_file", "open_here"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The object in the last line of stdout."""
        return json.loads(self.out.splitlines()[-1])

    @property
    def said(self) -> str:
        """Everything printed, in one line."""
        return " ".join((self.out + self.err).split())


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _no_home_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACEATTEND_HOME", raising=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def run_here(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["faceattend", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main()
        code = stop.value.code
        return Outcome(code if isinstance(code, int) else 0, *capsys.readouterr())

    return run_here


def run_apart(
    *arguments: object, wrapper: Sequence[str] = (), environment: Mapping[str, str] | None = None, **options: object
) -> Outcome:
    """Run a command in a process of its own."""
    command = [*wrapper, sys.executable, "-m", "faceattend", *map(str, arguments)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        env=os.environ | dict(environment or {}),
        **options,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def apart() -> Run:
    """Run a command in a process of its own; ``preexec_fn``, ``wrapper`` and ``environment`` may be given."""
    return run_apart


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "fresh home"
