"""What the status bar says of the machine, in words: pure functions from what was measured."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QLocale

from faceattend.domain.cameras import DEFAULT_FPS, Camera, CameraState, CameraStatus
from faceattend.domain.errors import FaceAttendError, StorageFull
from faceattend.ui.explanation import told
from faceattend.ui.status_bar import Fact, Tone
from faceattend.ui.translation import spoken, translate
from faceattend.workers.busyness import Load

MOST_CAMERAS = 16
"""On one wall."""

_FULL = 0.85
_MINUTE_S, _HOUR_S = 60, 3600
_BLIND = frozenset({CameraState.STALE, CameraState.FAILED})


def loading_fact(people: int | None) -> Fact:
    """Say that recognition is on its way."""
    if people is None:
        return Fact(translate("MachineFacts", "Loading the models"), "hourglass")
    if people == 1:
        return Fact(translate("MachineFacts", "Loading the face of 1 person"), "hourglass")
    return Fact(
        translate("MachineFacts", "Loading faces of {count} people").format(count=QLocale().toString(people)),
        "hourglass",
    )


def compute_fact(provider: str, proved_at: str, doubt: FaceAttendError | None) -> Fact:
    """Say what recognition really runs on.

    Args:
        provider: "cuda" or "cpu", as the runtime says after loading.
        proved_at: when it said so, for people.
        doubt: what is wrong with it; None when nothing is.
    """
    if doubt is not None:
        words = translate("MachineFacts", "Recognition runs, but not as it should")
        return Fact(
            words if provider == "cuda" else translate("MachineFacts", "Recognition on the processor"),
            "cpu",
            Tone.WARN,
            told(doubt),
        )
    if provider == "cuda":
        return Fact(
            translate("MachineFacts", "Graphics card in use (CUDA, proved {time})").format(time=proved_at),
            "cpu",
            Tone.GOOD,
        )
    return Fact(translate("MachineFacts", "Processor in use (proved {time})").format(time=proved_at), "cpu", Tone.GOOD)


def stopped_fact(failure: Exception | None) -> Fact:
    """Say that nobody is recognised."""
    hint = told(failure) if isinstance(failure, FaceAttendError) else ""
    return Fact(translate("MachineFacts", "Nobody is recognised: recognition did not start"), "cpu", Tone.BAD, hint)


def capacity_fact(load: Load | None, cameras: Sequence[Camera], statuses: Sequence[CameraStatus]) -> Fact:
    """Say for how many more cameras there is room, by what recognition did of late; nothing before it was measured."""
    seen = {status.camera_id for status in statuses if status.state is CameraState.LIVE}
    asked = sum(camera.fps for camera in cameras if camera.id in seen)
    if load is None or not seen:
        return Fact("", "gauge")
    if load.share >= _FULL and load.frames_per_s < asked * _FULL:
        each = load.frames_per_s / len(seen)
        one = translate("MachineFacts", "Full: 1 camera, {rate} frames a second")
        several = translate("MachineFacts", "Full: {count} cameras, {rate} frames a second each")
        words = one if len(seen) == 1 else several
        shown = words.format(count=len(seen), rate=QLocale().toString(each, "f", 0))
        return Fact(
            shown,
            "gauge",
            Tone.WARN,
            translate("MachineFacts", "Fewer cameras, a lower rate, or a graphics card make it faster."),
        )
    room = min(MOST_CAMERAS - len(cameras), load.room_for(asked, DEFAULT_FPS, full=_FULL))
    return Fact(_room_words(room, len(cameras)), "gauge")


def _room_words(room: int, present: int) -> str:
    if room <= 0:
        return (
            translate("MachineFacts", "No room for more cameras")
            if present != 1
            else translate("MachineFacts", "Room for this camera")
        )
    if room == 1:
        return translate("MachineFacts", "Room for 1 more camera")
    return translate("MachineFacts", "Room for {count} more cameras").format(count=room)


def storage_fact(trouble: FaceAttendError | None) -> Fact:
    """Say whether punches are stored."""
    if trouble is None:
        return Fact(translate("MachineFacts", "All punches stored"), "database", Tone.GOOD)
    in_memory = isinstance(trouble, StorageFull)
    words = (
        translate("MachineFacts", "Punches wait in memory")
        if in_memory
        else translate("MachineFacts", "Punches wait on disk")
    )
    return Fact(words, "database", Tone.BAD, told(trouble))


def cameras_fact(cameras: Sequence[Camera], statuses: Sequence[CameraStatus]) -> Fact:
    """Say whether all cameras see; name one that does not."""
    if not cameras:
        return Fact(translate("MachineFacts", "No camera yet"), "video")
    names = {camera.id: camera.name for camera in cameras}
    blind = [status for status in statuses if status.state in _BLIND]
    if blind:
        return Fact(_blind_words(blind, names, len(statuses)), "video-off", Tone.BAD, spoken(blind[0].detail))
    if any(status.state is CameraState.CONNECTING for status in statuses):
        return Fact(translate("MachineFacts", "Cameras are connecting"), "video")
    if all(status.state is CameraState.ENDED for status in statuses):
        return Fact(translate("MachineFacts", "The videos have come to their end"), "video")
    return Fact(
        translate("MachineFacts", "All cameras see")
        if len(cameras) > 1
        else translate("MachineFacts", "The camera sees"),
        "video",
        Tone.GOOD,
    )


def _blind_words(blind: Sequence[CameraStatus], names: Mapping[UUID, str], count: int) -> str:
    if len(blind) > 1:
        return translate("MachineFacts", "{blind} of {count} cameras blind").format(blind=len(blind), count=count)
    (one,) = blind
    name = names.get(one.camera_id, "")
    if one.frame_age is None:
        return translate("MachineFacts", "1 of {count} cameras blind: {name}").format(count=count, name=name)
    return translate("MachineFacts", "1 of {count} cameras blind: {name}, {age}").format(
        count=count, name=name, age=short_age(one.frame_age)
    )


def short_age(age: timedelta) -> str:
    """Return how long something lasts, short: 47 s, 2 min, 1 h 5 min."""
    seconds = int(age.total_seconds())
    if seconds < _MINUTE_S:
        return translate("MachineFacts", "{seconds} s").format(seconds=seconds)
    minutes = seconds // _MINUTE_S
    if seconds < _HOUR_S:
        return translate("MachineFacts", "{minutes} min").format(minutes=minutes)
    return translate("MachineFacts", "{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
