"""``faceattend evaluate``: how well a model pack recognises labelled photos."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from faceattend.cli.output import HomeOption, JsonOption, home, output, progress


def evaluate(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="DIR/<identity>/<photo>.", exists=True, file_okay=False)],
    enrol: Annotated[int, typer.Option(min=1, help="Photos of each person to enrol.")] = 1,
    pack: Annotated[str | None, typer.Option(help="Pack, or folder in InsightFace’s layout.")] = None,
    pairs: Annotated[Path | None, typer.Option(help="Labelled pairs (LFW's pairs.txt).", exists=True)] = None,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Measure recognition on labelled photos."""
    from faceattend.config import settings
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.services.evaluation import Protocol
    from faceattend.services.evaluation import evaluate as measure

    out = output(as_json=as_json)
    chosen = home(context, home_folder)
    recognition = settings.load(chosen.settings).recognition
    recognition = replace(recognition, pack=pack) if pack else recognition
    with progress() as bar:
        task = bar.add_task("Photos", total=None)

        def told(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        found = measure(LOCAL_ADMINISTRATOR, chosen, recognition, folder, Protocol(enrol, pairs), told)
    figures = {
        "pack": found.pack,
        "provider": found.provider,
        "identities": found.identities,
        "photos": found.photos,
        "unreadable": found.unreadable,
        "enrolled": found.enrolled,
        "detection_rate": found.detection_rate,
        "rank1": found.rank1,
        "tar_at_far_1e-2": found.tar_at_far_1e2,
        "tar_at_far_1e-3": found.tar_at_far_1e3,
        "fnir_at_fpir_1e-2": found.fnir_at_fpir_1e2,
        "open_set_threshold": found.open_set_threshold,
        "eer": found.eer,
        "best_threshold": found.best_threshold,
        "pair_accuracy": found.pair_accuracy,
        "ms_per_face": found.ms_per_face,
    }
    for name, value in figures.items():
        out.say(f"{name:<20} {value:.4f}" if isinstance(value, float) else f"{name:<20} {value}")
    out.result(figures)
