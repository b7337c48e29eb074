"""``faceattend people``: import, list, enrol, add photos."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from faceattend.cli.output import HomeOption, JsonOption, Output, opened, output, progress
from faceattend.domain.errors import FaceAttendError
from faceattend.domain.people import Person, PersonKind

if TYPE_CHECKING:
    from faceattend.services.people_import import ImportStep

people = typer.Typer(help="People: import, list, enrol, add photos.", no_args_is_help=True)

ConfirmedOption = Annotated[
    bool,
    typer.Option("--confirmed-different", help="Somebody has looked: a look-alike who is enrolled is another person."),
]
PhotosArgument = Annotated[list[Path], typer.Argument(help="Photos of this person alone.", exists=True, dir_okay=False)]


@people.command("enrol")
def enrol(
    context: typer.Context,
    photos: PhotosArgument,
    number: Annotated[str, typer.Option(help="Employee or student number.")],
    name: Annotated[str, typer.Option(help="As it should stand in reports.")],
    kind: Annotated[PersonKind, typer.Option(help="Why the institution knows the person.")] = PersonKind.EMPLOYEE,
    group: Annotated[str | None, typer.Option(help="Class or department.")] = None,
    confirmed_different: ConfirmedOption = False,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Enrol a person from photos."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.services.people import Newcomer

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        newcomer = Newcomer(number=number, name=name, kind=kind, group=group)
        outcome = station.people.enrol(LOCAL_ADMINISTRATOR, newcomer, photos, confirmed_different=confirmed_different)
    out.say(f"{outcome.person.number} {outcome.person.name}: enrolled with {outcome.photos} of {len(photos)} photos.")
    for refused in outcome.refused:
        out.say(f"Not taken: {refused.reason}")
    out.result({"person": _described(outcome.person), "photos": outcome.photos, "refused": outcome.refused})


@people.command("add-photos")
def add_photos(
    context: typer.Context,
    photos: PhotosArgument,
    number: Annotated[str, typer.Option(help="Whose photos they are.")],
    confirmed_different: ConfirmedOption = False,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add photos to somebody who is enrolled; three photos recognise far better than one."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        outcome = station.people.add_photos(
            LOCAL_ADMINISTRATOR, number, photos, confirmed_different=confirmed_different
        )
    out.say(f"{outcome.person.number} {outcome.person.name}: {outcome.photos} of {len(photos)} photos added.")
    for refused in outcome.refused:
        out.say(f"Not taken: {refused.reason}")
    out.result({"person": _described(outcome.person), "photos": outcome.photos, "refused": outcome.refused})


@people.command("list")
def list_all(context: typer.Context, home_folder: HomeOption = None, as_json: JsonOption = False) -> None:
    """List all people."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        found = station.people.list(LOCAL_ADMINISTRATOR)
    for person in found:
        out.say(f"{person.number:<12} {person.name:<32} {person.kind:<9} {person.group or ''}")
    if not found:
        out.say("Nobody is enrolled yet: faceattend people enrol --number N --name NAME PHOTO...")
    out.result({"people": [_described(person) for person in found]})


@people.command("import")
def import_list(
    context: typer.Context,
    list_file: Annotated[Path, typer.Argument(help="CSV with number, name and more.", exists=True, dir_okay=False)],
    photos: Annotated[
        Path, typer.Option(help="Folder of photos named after the numbers.", exists=True, file_okay=False)
    ],
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Import people from a CSV file and a folder of photos; Ctrl+C stops between two people."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.services.import_refusals import refusals_of, write_refusals
    from faceattend.services.people_import import ImportStep, import_people

    out = output(as_json=as_json)
    taken: list[ImportStep] = []
    cancelled = False
    report: Path | None = None
    with opened(context, home_folder) as station, progress() as bar:
        task = bar.add_task("Importing", total=None)
        try:
            for step in import_people(station.people, LOCAL_ADMINISTRATOR, list_file, photos):
                taken.append(step)
                bar.update(task, completed=step.done, total=step.total)
        except KeyboardInterrupt:
            cancelled = True
        except FaceAttendError:
            _say_import(out, taken, " Failed before the end; they stay." if taken else "")
            raise
        spare = station.home.root
    _say_import(out, taken, " Stopped before the end." if cancelled else "")
    if refused := [refusal for step in taken for refusal in refusals_of(step)]:
        report = write_refusals(list_file, refused, spare)
        out.say(f"What was refused, and why, is kept in {report}")
    out.result(_described_import(taken) | {"cancelled": cancelled, "refused_file": report})
    if cancelled or any(step.refusal for step in taken):
        raise typer.Exit(1)


def _say_import(out: Output, taken: Sequence["ImportStep"], ending: str) -> None:
    stored = [step for step in taken if not step.refusal]
    for step in taken:
        who = f"Line {step.line}, number {step.number}"
        if step.refusal:
            out.say(f"{who}: not stored. {step.refusal}")
        for photo in step.refused_photos:
            out.say(f"{who}: photo not taken. {photo.reason}")
    faceless = [step.number for step in stored if not step.photos]
    if faceless:
        out.say(f"Stored without a photo, so not recognisable yet: {', '.join(faceless)}")
    out.say(f"{len(stored)} people stored, {len(taken) - len(stored)} refused.{ending}")


def _described_import(taken: Sequence["ImportStep"]) -> dict[str, object]:
    stored = [step for step in taken if not step.refusal]
    return {
        "stored": len(stored),
        "without_photo": [step.number for step in stored if not step.photos],
        "refused": [
            {"line": step.line, "number": step.number, "reason": step.refusal} for step in taken if step.refusal
        ],
        "refused_photos": [
            {"line": step.line, "number": step.number, "photo": photo.name, "reason": photo.reason}
            for step in stored
            for photo in step.refused_photos
        ],
    }


def _described(person: Person) -> dict[str, object]:
    return {
        "number": person.number,
        "name": person.name,
        "kind": person.kind.value,
        "group": person.group,
        "active_from": person.active_from,
        "active_to": person.active_to,
    }
