"""``faceattend packs``: which model packs there are, and fetching one after its licence was accepted."""

from typing import Annotated

import typer

from faceattend.cli.output import HomeOption, JsonOption, opened, output

packs = typer.Typer(help="Model packs: list, fetch.", no_args_is_help=True)


@packs.command("list")
def list_all(context: typer.Context, home_folder: HomeOption = None, as_json: JsonOption = False) -> None:
    """List all model packs known by name."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        found = station.models.packs(LOCAL_ADMINISTRATOR)
    for pack in found:
        state = "in use" if pack.in_use else "here" if pack.present else "not fetched"
        out.say(f"{pack.name:<12} {state:<12} {pack.licence}")
    out.result({"packs": found})


@packs.command("fetch")
def fetch(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which pack.")],
    accept_licence: Annotated[
        bool, typer.Option("--accept-licence", help="The licence was read and is accepted; no question is asked.")
    ] = False,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a pack's licence, and fetch the pack from its publisher if it is accepted."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        out.say(station.models.licence_of(LOCAL_ADMINISTRATOR, name))
        accepted = accept_licence or _asked()
        manifest = station.models.fetch(LOCAL_ADMINISTRATOR, name, licence_accepted=accepted)
    out.say(f"{manifest.title} is here. To use it, set pack = {name!r} under [recognition] in settings.toml.")
    out.result({"name": manifest.name, "licence": manifest.licence})


def _asked() -> bool:
    try:
        return typer.confirm("Do you accept this licence?", default=False, err=True)
    except typer.Abort:  # nobody is there to answer
        return False
