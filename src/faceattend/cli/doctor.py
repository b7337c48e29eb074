"""``faceattend doctor``: is this installation sound?"""

import typer

from faceattend.cli.output import HomeOption, JsonOption, home, output


def doctor(context: typer.Context, home_folder: HomeOption = None, as_json: JsonOption = False) -> None:
    """Check versions, models, compute, key, database and cameras; exit code 1 when something is wrong."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.services.doctor import Check, examine

    out = output(as_json=as_json)
    checks: list[Check] = []
    for check in examine(LOCAL_ADMINISTRATOR, home(context, home_folder)):
        checks.append(check)
        out.say(f"{'ok     ' if check.ok else 'PROBLEM'}  {check.name}: {check.detail}")
    sound = all(check.ok for check in checks)
    out.result({"ok": sound, "checks": checks})
    if not sound:
        raise typer.Exit(1)
