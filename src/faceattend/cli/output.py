"""What a command prints: sentences for people, and with ``--json`` one object as the last line of stdout."""

import dataclasses
import json
import math
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from faceattend.cli.hints import hint
from faceattend.config.paths import Home, home_at
from faceattend.domain.errors import FaceAttendError

if TYPE_CHECKING:
    from faceattend.services.station import Station

HomeOption = Annotated[
    Path | None, typer.Option("--home", help="Data folder; FACEATTEND_HOME names it too.", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")]


@dataclass(frozen=True, slots=True)
class Output:
    """Where a command's words go: to stdout, or, when stdout belongs to the JSON object, to stderr.

    Attributes:
        as_json: whether ``--json`` was given.
        console: for people.
    """

    as_json: bool
    console: Console

    def say(self, text: str) -> None:
        """Print a line as it is."""
        self.console.print(text, markup=False, highlight=False, soft_wrap=True)

    def result(self, values: Mapping[str, Any]) -> None:
        """Print the command's result, when ``--json`` asks for it."""
        if self.as_json:
            print_json(values)


def output(*, as_json: bool) -> Output:
    """Open the output of a command."""
    return Output(as_json, Console(stderr=as_json, emoji=False))


def home(context: typer.Context, named: Path | None) -> Home:
    """Return the data folder: the command's own ``--home``, else that before the command, else the usual one."""
    return home_at(named or (context.obj if isinstance(context.obj, Path) else None))


def progress() -> Progress:
    """Return a progress bar with words and the time left, on stderr; silent where stderr is no terminal."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


@contextmanager
def opened(context: typer.Context, named: Path | None) -> Generator["Station"]:
    """Open the station of the chosen data folder for a command, and close it behind the command."""
    from faceattend.services.station import open_station

    station = open_station(home(context, named))
    try:
        yield station
    finally:
        station.close()


def fail(error: FaceAttendError) -> int:
    """Print an error in three parts (what, means, remedy with what to type) and return the exit code."""
    console = Console(stderr=True, emoji=False)
    remedy = " ".join(filter(None, (error.remedy, hint(error))))
    for part in (error.what, error.means, remedy):
        if part:
            console.print(part, markup=False, highlight=False, soft_wrap=True)
    if "--json" in sys.argv:
        print_json({"error": error.what, "means": error.means, "remedy": remedy, "kind": type(error).__name__})
    return 1


def print_json(values: Mapping[str, Any]) -> None:
    """Print one JSON object as a line of stdout; in ASCII, since its encoding may be any."""
    sys.stdout.write(json.dumps(_finite(values)) + "\n")
    sys.stdout.flush()


def _finite(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Make a value fit for JSON: NaN becomes null, dataclasses become objects, paths and ids text."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _finite(dataclasses.asdict(value))
    if isinstance(value, Mapping):
        return {str(key): _finite(each) for key, each in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, (list, tuple)):
        return [_finite(each) for each in value]  # pyright: ignore[reportUnknownVariableType]
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
