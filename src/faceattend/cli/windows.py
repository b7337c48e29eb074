"""What the command line asks of the floor above: to open windows. It is handed in, so that cli never knows ui."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import typer

from faceattend.config.paths import Home
from faceattend.config.terminal import has_display
from faceattend.domain.errors import BadInput
from faceattend.domain.said import joined

_META = "faceattend.windows"


@dataclass(frozen=True, slots=True)
class UiTrial:
    """What ``bench ui`` measures.

    Attributes:
        video: shown by every camera; None for a generated one, 1280x720.
        cameras: how many.
        seconds: for how long, from when recognition runs.
    """

    video: Path | None
    cameras: int
    seconds: float


class Windows(Protocol):
    """Whoever can open windows."""

    def open(self, home: Home, *, demo: bool = False, seconds: float | None = None) -> int:
        """Open the window on a data folder, and stay until it is closed.

        Args:
            home: the data folder.
            demo: whether it is the demo's.
            seconds: close by itself after so long; None: when the user closes it.

        Returns:
            The exit code: 0, also when another window on the folder was brought to the front.
        """
        ...

    def measure(self, trial: UiTrial) -> Mapping[str, Any]:
        """Open the window on a folder made for it, and measure how smoothly it runs."""
        ...


def hand_in(context: typer.Context, windows: object) -> None:
    """Keep what opens windows for the commands of this run."""
    context.meta[_META] = windows


def windows_of(context: typer.Context, otherwise: str) -> Windows:
    """Return what opens windows.

    Args:
        context: of the command.
        otherwise: what to do where no window can be opened, one sentence.

    Raises:
        BadInput: there is no display.
    """
    windows: Windows | None = context.meta.get(_META)
    if windows is None or not has_display():
        raise BadInput(
            joined("There is no display here, so no window can be opened."),
            means=joined("Nothing was started."),
            remedy=joined(otherwise),
        )
    return windows
