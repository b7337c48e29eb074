"""``faceattend cameras``: add, list, edit, remove, test."""

from pathlib import Path
from typing import Annotated

import typer

from faceattend.cli.output import HomeOption, JsonOption, opened, output
from faceattend.domain.cameras import DEFAULT_FPS, DEFAULT_MIN_FACE_PX, Camera, CameraRole, redacted

cameras = typer.Typer(help="Cameras: add, list, edit, remove, test.", no_args_is_help=True)


@cameras.command("add")
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What people call it.")],
    source: Annotated[
        str, typer.Argument(help="Device number, rtsp:// or http:// address, video file, loop:FILE or stills:FOLDER.")
    ],
    role: Annotated[CameraRole, typer.Option(help="What passing it means.")],
    site: Annotated[str, typer.Option(help="Where it stands; made when new.")] = "Main",
    zone: Annotated[str | None, typer.Option(help="Time zone of a new site, such as Europe/Berlin.")] = None,
    fps: Annotated[float, typer.Option(help="Frames to analyse per second, at most.")] = DEFAULT_FPS,
    min_face: Annotated[int, typer.Option(help="Smallest face to analyse, pixels.")] = DEFAULT_MIN_FACE_PX,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add a camera."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.services.cameras import NewCamera

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        new = NewCamera(name=name, source=source, role=role, site=site, zone=zone, fps=fps, min_face_px=min_face)
        camera = station.cameras.add(LOCAL_ADMINISTRATOR, new)
    out.say(f"Camera {camera.name} ({camera.role}) at {camera.site.name}, {camera.site.zone}: added.")
    out.say(f"Try it: faceattend cameras test {camera.name!r}")
    out.result(_described(camera))


@cameras.command("list")
def list_all(context: typer.Context, home_folder: HomeOption = None, as_json: JsonOption = False) -> None:
    """List all cameras."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        found = station.cameras.list(LOCAL_ADMINISTRATOR)
    for camera in found:
        off = "" if camera.enabled else "  (disabled)"
        out.say(f"{camera.name:<20} {camera.role:<5} {camera.site.name:<16} {redacted(camera.source)}{off}")
    if not found:
        out.say("No camera yet. Add one: faceattend cameras add NAME SOURCE --role entry")
    out.result({"cameras": [_described(camera) for camera in found]})


@cameras.command("edit")
def edit(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which camera.")],
    new_name: Annotated[str | None, typer.Option("--name", help="What people are to call it.")] = None,
    source: Annotated[str | None, typer.Option(help="Where it is now, as for add.")] = None,
    role: Annotated[CameraRole | None, typer.Option(help="What passing it means.")] = None,
    site: Annotated[str | None, typer.Option(help="Where it stands; made when new.")] = None,
    zone: Annotated[str | None, typer.Option(help="Time zone of a new site.")] = None,
    fps: Annotated[float | None, typer.Option(help="Frames to analyse per second, at most.")] = None,
    min_face: Annotated[int | None, typer.Option(help="Smallest face to analyse, pixels.")] = None,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Change what is given of a camera; the rest stays as it is."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.services.cameras import NewCamera

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        before = station.cameras.get(LOCAL_ADMINISTRATOR, name)
        changed = NewCamera(
            name=before.name if new_name is None else new_name,
            source=before.source if source is None else source,
            role=role or before.role,
            site=before.site.name if site is None else site,
            zone=zone,
            fps=before.fps if fps is None else fps,
            min_face_px=before.min_face_px if min_face is None else min_face,
        )
        camera = station.cameras.update(LOCAL_ADMINISTRATOR, before.id, changed)
    out.say(f"{camera.name}: changed, from the agent’s next start on.")
    out.result(_described(camera))


@cameras.command("remove")
def remove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which camera.")],
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a camera away; the punches it made stay, and so does its name in reports."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        camera = station.cameras.get(LOCAL_ADMINISTRATOR, name)
        station.cameras.remove(LOCAL_ADMINISTRATOR, camera.id)
    out.say(f"{camera.name}: removed. What it saw stays.")
    out.result({"name": camera.name})


@cameras.command("disable")
def disable(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which camera.")],
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Leave a camera out when the agent starts next; what it saw stays."""
    _set_enabled(context, name, home_folder, as_json=as_json, enabled=False)


@cameras.command("enable")
def enable(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which camera.")],
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a disabled camera in again when the agent starts next."""
    _set_enabled(context, name, home_folder, as_json=as_json, enabled=True)


@cameras.command("test")
def try_out(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which camera.")],
    seconds: Annotated[float, typer.Option(min=0.5, help="How long to read.")] = 3.0,
    home_folder: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open a camera, read for some seconds, and say how it did."""
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        outcome = station.cameras.test(LOCAL_ADMINISTRATOR, name, seconds)
    if outcome.frames:
        rate = "" if outcome.fps is None else f", {outcome.fps:.1f} frames/s"
        out.say(f"{name}: picture {outcome.width}x{outcome.height} after {outcome.first_frame_ms:.0f} ms{rate}")
    if outcome.error:
        out.say(f"{name}: {outcome.error}")
    out.result(
        {
            "ok": outcome.ok,
            "frames": outcome.frames,
            "first_frame_ms": outcome.first_frame_ms,
            "width": outcome.width,
            "height": outcome.height,
            "frames_per_s": outcome.fps,
            "error": outcome.error,
        }
    )
    if not outcome.ok:
        raise typer.Exit(1)


def _set_enabled(context: typer.Context, name: str, home_folder: Path | None, *, as_json: bool, enabled: bool) -> None:
    from faceattend.domain.access import LOCAL_ADMINISTRATOR

    out = output(as_json=as_json)
    with opened(context, home_folder) as station:
        camera = station.cameras.set_enabled(LOCAL_ADMINISTRATOR, name, enabled=enabled)
    out.say(f"{camera.name}: {'enabled' if enabled else 'disabled'} from the agent’s next start on.")
    out.result(_described(camera))


def _described(camera: Camera) -> dict[str, object]:
    return {
        "name": camera.name,
        "site": camera.site.name,
        "zone": camera.site.zone,
        "role": camera.role.value,
        "source": redacted(camera.source),
        "fps": camera.fps,
        "min_face_px": camera.min_face_px,
        "enabled": camera.enabled,
    }
