"""Printing what a running station sees."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from faceattend.cli.output import Output
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.attendance import Direction
from faceattend.domain.cameras import Camera, CameraState, CameraStatus
from faceattend.domain.vision import Sighting, Verdict
from faceattend.services.station import Station
from faceattend.workers.headless import RunSummary
from faceattend.workers.recorder import Recorded

if TYPE_CHECKING:
    from uuid import UUID

_SUMMARY_EVERY_S = 10.0
_ARROWS = {Direction.IN: "in ", Direction.OUT: "out"}


class ConsoleWatcher:
    """Prints punches as they are stored, cameras when their state changes, and a line per camera now and then.

    Attributes:
        punches: number by person id and direction.
        verdicts: number of sightings by verdict.
        named_crops: pictures of the faces that were given a name, JPEG.
    """

    def __init__(self, out: Output, station: Station, cameras: Sequence[Camera], *, keep_crops: bool = False) -> None:
        self._keep_crops = keep_crops
        self.punches: Counter[tuple[UUID, Direction]] = Counter()
        self.verdicts: Counter[Verdict] = Counter()
        self.named_crops: list[bytes] = []
        self._out = out
        self._station = station
        self._cameras = {camera.id: camera.name for camera in cameras}
        self._names = {person.id: person.name for person in station.people.list(LOCAL_ADMINISTRATOR)}
        self._states: dict[UUID, tuple[CameraState, str]] = {}
        self._last: Mapping[UUID, CameraStatus] = {}
        self._summary_at = time.monotonic() + _SUMMARY_EVERY_S
        self._summarised_at = time.monotonic()

    def ready(self, provider: str) -> None:
        """Recognition runs."""
        self._out.say(f"Recognising on {provider.upper()}. Stop with Ctrl+C.")
        doubt = self._station.models.doubt_about(provider)
        if doubt is not None:
            self._out.say(f"Problem: {doubt}")

    def recorded(self, recorded: Recorded) -> None:
        """Print a punch, or an unknown face."""
        sighting, punch = recorded.sighting, recorded.punch
        self.verdicts[sighting.verdict] += 1
        if sighting.verdict is Verdict.KNOWN and self._keep_crops:
            self.named_crops.append(sighting.crop_jpeg)
        camera = self._cameras.get(sighting.camera_id, "a removed camera")
        if punch is not None:
            self.punches[punch.person_id, punch.direction] += 1
            name = self._names.get(punch.person_id, "somebody enrolled meanwhile")
            self._out.say(
                f"{punch.local:%H:%M:%S}  {_ARROWS[punch.direction]}  {name:<24} {camera}  match {sighting.score:.2f}"
            )
        else:
            seen_at = f"{sighting.seen_at.astimezone():%H:%M:%S}"
            self._out.say(f"{seen_at}  -    {self._without_punch(sighting):<24} {camera}")

    def tick(self, statuses: Sequence[CameraStatus]) -> None:
        """Print what has changed, and sometimes everything."""
        for status in statuses:
            now = status.state, status.detail
            if self._states.get(status.camera_id) != now:
                self._states[status.camera_id] = now
                self._out.say(f"{self._cameras[status.camera_id]}: {self._sentence(status)}")
        if time.monotonic() >= self._summary_at:
            self._summarise(statuses)

    def troubled(self, error: Exception | None) -> None:
        """Print a problem, or that it is over."""
        self._out.say("Storing works again; nothing was lost." if error is None else f"Problem: {error}")

    def _without_punch(self, sighting: Sighting) -> str:
        if sighting.verdict is Verdict.UNKNOWN:
            return "unknown face"
        name = self._names.get(sighting.person_id, "somebody") if sighting.person_id else "somebody"
        return f"{name}, seen again" if sighting.verdict is Verdict.KNOWN else f"perhaps {name}"

    @staticmethod
    def _sentence(status: CameraStatus) -> str:
        if status.state is CameraState.STALE and status.frame_age is not None:
            return f"no picture for {status.frame_age.total_seconds():.0f} seconds"
        return status.detail or status.state.value

    def _summarise(self, statuses: Sequence[CameraStatus]) -> None:
        now = time.monotonic()
        seconds = now - self._summarised_at
        for status in statuses:
            before = self._last.get(status.camera_id)
            analysed = status.analysed - (before.analysed if before else 0)
            received = status.received - (before.received if before else 0)
            age = "no picture yet" if status.frame_age is None else f"age {status.frame_age.total_seconds():.1f} s"
            self._out.say(
                f"{self._cameras[status.camera_id]}: {status.state.value}, {received / seconds:.1f} frames/s,"
                f" {analysed / seconds:.1f} analysed/s, {status.dropped} dropped, {age}"
            )
        self._last = {status.camera_id: status for status in statuses}
        self._summarised_at, self._summary_at = now, now + _SUMMARY_EVERY_S


def camera_figures(cameras: Sequence[Camera], summary: RunSummary) -> dict[str, dict[str, object]]:
    """Return each camera's figures of a run, for ``--json``."""
    names = {camera.id: camera.name for camera in cameras}
    seconds = summary.seconds or float("nan")
    return {
        names[status.camera_id]: {
            "state": status.state.value,
            "received": status.received,
            "analysed": status.analysed,
            "analysed_per_s": status.analysed / seconds,
            "dropped": status.dropped,
        }
        for status in summary.statuses
    }
