"""``faceattend run``, or ``faceattend`` alone: the window."""

import typer

from faceattend.cli.output import HomeOption, home
from faceattend.cli.windows import windows_of

AGENT_INSTEAD = "To run the cameras without a window: faceattend agent. All commands: faceattend --help."


def run(context: typer.Context, home_folder: HomeOption = None) -> None:
    """Open the window; so does 'faceattend' alone."""
    windows = windows_of(context, AGENT_INSTEAD)
    code = windows.open(home(context, home_folder))
    if code:
        raise typer.Exit(code)
