"""The command line: one file per group of commands. Names and ``--json`` output are stable."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from faceattend import __version__
from faceattend.cli import output
from faceattend.cli.agent import agent
from faceattend.cli.bench import bench
from faceattend.cli.cameras import cameras
from faceattend.cli.demo import demo
from faceattend.cli.doctor import doctor
from faceattend.cli.evaluate import evaluate
from faceattend.cli.packs import packs
from faceattend.cli.people import people
from faceattend.cli.report import report
from faceattend.cli.run import run
from faceattend.cli.windows import Windows, hand_in
from faceattend.config.terminal import tolerate_any_encoding
from faceattend.domain.errors import FaceAttendError

_UNTOLD = {
    2: {"error": "The command line was not understood; stderr says why.", "kind": "UsageError"},
    130: {"error": "Stopped with Ctrl+C.", "kind": "Interrupted"},
}
"""Exit codes with which Typer ends a command that has told no result yet."""

application = typer.Typer(
    name="faceattend",
    help="Entrance cameras in, attendance that a payroll office can trust out.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (run, demo, agent, report, evaluate, doctor):
    application.command()(command)
for group, name in ((people, "people"), (cameras, "cameras"), (packs, "packs"), (bench, "bench")):
    application.add_typer(group, name=name)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@application.callback()
def common(
    context: typer.Context,
    home: Annotated[
        Path | None, typer.Option("--home", help="Data folder; FACEATTEND_HOME names it too.", show_default=False)
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Entrance cameras in, attendance that a payroll office can trust out. Without a command: the window."""
    del version
    hand_in(context, context.obj)
    context.obj = home
    if context.invoked_subcommand is None:
        run(context)


def main(windows: Windows | None = None) -> None:
    """Run the command line; the exit code is 0 only on success.

    Args:
        windows: opens them; None where there are none to open.
    """
    tolerate_any_encoding()
    try:
        application(obj=windows)
    except FaceAttendError as error:
        sys.exit(output.fail(error))
    except SystemExit as stop:
        if stop.code in _UNTOLD and "--json" in sys.argv:
            output.print_json(_UNTOLD[stop.code])
        raise
