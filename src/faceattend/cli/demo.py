"""``faceattend demo``: the main job, on pictures that come along."""

import os
from contextlib import closing
from datetime import date
from typing import Annotated

import typer

from faceattend.cli.output import HomeOption, JsonOption, Output, home, output
from faceattend.cli.windows import windows_of
from faceattend.config.paths import HOME_VARIABLE, Home, default_demo_home

WORKBOOK = "attendance.xlsx"
_DEFAULT_SECONDS = 24.0  # twice in and twice out


def demo(
    context: typer.Context,
    headless: Annotated[bool, typer.Option("--headless", help="Run without a window.")] = False,
    seconds: Annotated[
        float | None, typer.Option(min=1, help="How long to run; without --headless until the window is closed.")
    ] = None,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the main job: six people pass two cameras, strangers too, and an Excel file comes out."""
    out = output(as_json=as_json)
    named = home_folder is not None or context.obj is not None or HOME_VARIABLE in os.environ
    folder = Home(home(context, home_folder).root, demo=True) if named else default_demo_home()
    if headless:
        _run_here(out, folder, seconds or _DEFAULT_SECONDS)
        return
    windows = windows_of(context, "Run it in this terminal: faceattend demo --headless")
    out.say(f"Demo data folder: {folder.root}")
    code = windows.open(folder, demo=True, seconds=seconds)
    out.result({"home": str(folder.root)})
    if code:
        raise typer.Exit(code)


def _run_here(out: Output, folder: Home, seconds: float) -> None:
    """Run the demo in the terminal, write the workbook, and tell what came out."""
    from faceattend.cli.watch import ConsoleWatcher, camera_figures
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.domain.attendance import Direction
    from faceattend.domain.vision import Verdict
    from faceattend.services import demo as demo_service
    from faceattend.workers import headless as runner

    out.say(f"Demo data folder: {folder.root}")
    with closing(demo_service.open_demo(folder)) as station:
        cameras = demo_service.cameras(station)
        watcher = ConsoleWatcher(out, station, cameras, keep_crops=True)
        summary = runner.run(station, cameras, watcher, seconds=seconds)
        if summary.failure is not None:
            raise summary.failure
        today = date.today()  # noqa: DTZ011 - the demo's day is the local one of this machine
        result = station.reports.export(LOCAL_ADMINISTRATOR, today, today, folder.root / WORKBOOK)
        people = station.people.list(LOCAL_ADMINISTRATOR)
        strangers_named = demo_service.strangers_among(station, watcher.named_crops)
    punches = {
        person.name: {
            "in": watcher.punches[person.id, Direction.IN],
            "out": watcher.punches[person.id, Direction.OUT],
        }
        for person in people
    }
    out.say(f"Attendance of {len(people)} people is in {result.path}")
    out.result(
        {
            "people": punches,
            "strangers_named": strangers_named,
            "unknown_sightings": watcher.verdicts[Verdict.UNKNOWN],
            "frames": sum(status.analysed for status in summary.statuses),
            "seconds": summary.seconds,
            "workbook": str(result.path),
            "cameras": camera_figures(cameras, summary),
        }
    )
