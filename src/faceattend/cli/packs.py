"""``faceattend packs``: which model packs there are, and fetching one after its licence was accepted."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from faceattend.cli.output import HomeOption, JsonOption, home, output

if TYPE_CHECKING:
    from faceattend.services.packs import PackService

packs = typer.Typer(help="Model packs: list, fetch.", no_args_is_help=True)


@packs.command("list")
def list_all(context: typer.Context, home_folder: HomeOption = None, as_json: JsonOption = False) -> None:
    """List all model packs known by name."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    found = _service(context, home_folder).list(LOCAL_ADMINISTRATOR)
    for pack in found:
        state = "in use" if pack.in_use else "here" if pack.present else "not fetched"
        out.say(f"{pack.name:<12} {state:<12} {pack.licence}")
    out.say(
        "To fetch one: faceattend packs fetch NAME. To use one: pack = 'NAME' under [recognition] in settings.toml."
    )
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
    service = _service(context, home_folder)
    out.say(service.licence_of(LOCAL_ADMINISTRATOR, name))
    accepted = accept_licence or _asked()
    manifest = service.fetch(LOCAL_ADMINISTRATOR, name, licence_accepted=accepted)
    out.say(f"{manifest.title} is here. To use it, set pack = {name!r} under [recognition] in settings.toml.")
    out.result({"name": manifest.name, "licence": manifest.licence})


def _asked() -> bool:
    try:
        return typer.confirm("Do you accept this licence?", default=False, err=True)
    except typer.Abort:  # nobody is there to answer
        return False


def _service(context: typer.Context, home_folder: Path | None) -> "PackService":
    from faceattend.config import settings
    from faceattend.services.packs import PackService

    folder = home(context, home_folder)
    return PackService(folder, settings.load(folder.settings).recognition.pack)
