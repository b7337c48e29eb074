"""``faceattend bench``: how fast, against the peer, in the same run."""

from pathlib import Path
from typing import Annotated

import typer

from faceattend.cli.output import HomeOption, JsonOption, home, output

bench = typer.Typer(help="Measure speed against a peer in the same run.", no_args_is_help=True)


@bench.callback()
def measure() -> None:
    """Measure speed against a peer in the same run."""


@bench.command("pipeline")
def pipeline(
    context: typer.Context,
    video: Annotated[Path | None, typer.Option(help="A clip; three moving faces else.", exists=True)] = None,
    cameras: Annotated[int, typer.Option(min=1, max=16, help="How many show it at once.")] = 1,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare this pipeline with the naive loop (OpenCV's classes on every face of every frame)."""
    from faceattend.config import settings
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.services.benchmark import bench_pipeline

    out = output(as_json=as_json)
    chosen = home(context, home_folder)
    recognition = settings.load(chosen.settings).recognition
    out.say("Running both over the same frames, by turns ...")
    found = bench_pipeline(LOCAL_ADMINISTRATOR, chosen, recognition, clip=video, cameras=cameras)
    out.say(f"FaceAttend  {found.frames_per_s:8.1f} frames/s  {found.faces_per_s:8.1f} faces/s  on {found.provider}")
    out.say(f"Naive loop  {found.naive_frames_per_s:8.1f} frames/s")
    out.say(f"Ratio       {found.ratio:8.1f}")
    out.say(f"Named: {found.named} and {found.naive_named} of {found.people}; the same: {found.same_people}")
    out.result(
        {
            "frames_per_s": found.frames_per_s,
            "faces_per_s": found.faces_per_s,
            "naive_frames_per_s": found.naive_frames_per_s,
            "ratio": found.ratio,
            "same_people": found.same_people,
            "people": found.people,
            "named": found.named,
            "naive_named": found.naive_named,
            "cameras": found.cameras,
            "provider": found.provider,
            "frame_size": found.frame_size,
        }
    )


@bench.command("ui")
def ui(
    context: typer.Context,
    video: Annotated[
        Path | None, typer.Option(help="Shown by every camera; a film made here else.", exists=True)
    ] = None,
    cameras: Annotated[int, typer.Option(min=1, max=16, help="How many show it at once.")] = 4,
    seconds: Annotated[float, typer.Option(min=1, help="How long to measure.")] = 60.0,
    as_json: JsonOption = False,
) -> None:
    """Measure how smoothly the window runs: how late its clicks are answered, how many pictures it paints."""
    from faceattend.cli.windows import UiTrial, windows_of

    out = output(as_json=as_json)
    windows = windows_of(context, "Measure without a display: QT_QPA_PLATFORM=offscreen faceattend bench ui")
    out.say(f"The window shows {cameras} cameras and is measured for {seconds:.0f} s ...")
    found = windows.measure(UiTrial(video, cameras, seconds))
    out.say(
        f"Event loop late by {found['p50_ms']:.1f} ms (median), {found['p99_ms']:.1f} ms (99 of 100),"
        f" {found['max_ms']:.1f} ms (worst)"
    )
    out.say(
        f"Painted {found['painted_per_s']:.1f} pictures/s, analysed {found['analysed_per_s']:.1f} frames/s a camera"
    )
    out.result(found)
