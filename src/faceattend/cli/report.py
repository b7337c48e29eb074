"""``faceattend report``: attendance as an Excel or CSV file."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from faceattend.cli.output import HomeOption, JsonOption, opened, output

_DAY = ["%Y-%m-%d"]


def report(
    context: typer.Context,
    first: Annotated[datetime, typer.Option("--from", formats=_DAY, help="First day, YYYY-MM-DD.")],
    last: Annotated[datetime, typer.Option("--to", formats=_DAY, help="Last day, YYYY-MM-DD.")],
    out_file: Annotated[Path, typer.Option("--out", help="FILE.xlsx or FILE.csv.")],
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the attendance of a range of days."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        result = station.reports.export(LOCAL_ADMINISTRATOR, first.date(), last.date(), out_file)
    out.say(
        f"{result.people} people, {result.days} days, {result.punches} punches, {result.hours:.2f} hours: {result.path}"
    )
    if result.inside:
        out.say(f"Not complete: still inside: {result.inside}. Their hours count once they have left.")
    out.result(
        {
            "path": result.path,
            "people": result.people,
            "days": result.days,
            "punches": result.punches,
            "hours": result.hours,
            "inside": result.inside,
        }
    )
