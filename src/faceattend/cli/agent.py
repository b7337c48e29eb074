"""``faceattend agent``: all configured cameras, without a window."""

from typing import Annotated

import typer

from faceattend.cli.output import HomeOption, JsonOption, opened, output


def agent(
    context: typer.Context,
    seconds: Annotated[float | None, typer.Option(min=1, help="Stop after so long; runs until Ctrl+C else.")] = None,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Run all enabled cameras and record attendance, until Ctrl+C or the end of all videos."""
    from faceattend.cli.watch import ConsoleWatcher, camera_figures
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.domain.errors import BadInput
    from faceattend.domain.said import joined
    from faceattend.workers import headless

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        cameras = [camera for camera in station.cameras.list(LOCAL_ADMINISTRATOR) if camera.enabled]
        if not cameras:
            raise BadInput(
                joined("There is no camera yet."),
                remedy=joined("Add one: faceattend cameras add NAME SOURCE --role entry"),
            )
        watcher = ConsoleWatcher(out, station, cameras)
        summary = headless.run(station, cameras, watcher, seconds=seconds)
    if summary.failure is not None:
        raise summary.failure
    out.say(f"Stopped within {summary.stop_ms:.0f} ms; {watcher.punches.total()} punches in {summary.seconds:.0f} s.")
    out.result(
        {
            "seconds": summary.seconds,
            "punches": watcher.punches.total(),
            "sightings": {verdict.value: count for verdict, count in watcher.verdicts.items()},
            "stop_ms": summary.stop_ms,
            "clean_stop": summary.clean,
            "cameras": camera_figures(cameras, summary),
        }
    )
    if not summary.clean:
        raise typer.Exit(1)
