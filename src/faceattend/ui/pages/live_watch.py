"""One camera as the wall shows it: what its tile is told at every tick."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from faceattend.domain.cameras import STALE_AFTER, Camera, CameraState, CameraStatus
from faceattend.domain.feed import FeedItem
from faceattend.domain.vision import Frame, Overlay, Verdict
from faceattend.ui.models.feed_words import title_of
from faceattend.ui.pages.live_faces import FrameTimes, Labelling, Stay, belongs, tile_face
from faceattend.ui.translation import translate
from faceattend.ui.widgets.tile_view import (
    TileCaption,
    TileFace,
    TileNotice,
    TileState,
    TileView,
    duration_words,
    short_duration,
)

_LATELY = timedelta(minutes=4)
_BLIND = frozenset({CameraState.STALE, CameraState.FAILED})
_YOUNG = timedelta(seconds=0.2)


@dataclass(frozen=True, slots=True)
class Tick:
    """What the hub says of a camera at one instant.

    Attributes:
        now: aware.
        status: how the camera is doing.
        frame, overlay: the newest; None before the first.
    """

    now: datetime
    status: CameraStatus
    frame: Frame | None
    overlay: Overlay | None


class CameraWatch:
    """Turns what the hub says of a camera into what its tile shows.

    Attributes:
        camera: the camera.
        last: whom it saw last today; None if nobody.
        blind: whether it should see and did not, at the last tick.
        attention: whether an unknown face was there.
    """

    def __init__(self, camera: Camera, last: FeedItem | None = None) -> None:
        self.camera = camera
        self.last = last
        self.blind = False
        self.attention = False
        self._times = FrameTimes()
        self._stay = Stay()
        self._looked: Frame | None = None

    def shows(self, newest: Frame | None, now: datetime) -> bool:
        """Whether the tile was told of the newest frame a moment ago: it is painted for pictures, not for their age."""
        return newest is not None and newest is self._looked and now - newest.captured_at < _YOUNG

    def look(self, tick: Tick, labelling: Labelling) -> TileView:
        """Return what the tile shows now.

        Args:
            tick: what the hub says.
            labelling: how faces are told; compact ones go with bars of 24 px and a caption.
        """
        state, compact = _state(tick.status), labelling.compact
        self._looked = tick.frame
        self.attention = False  # a camera that went blind says nothing of who is there now
        faces = self._faces(tick, labelling) if state is TileState.LIVE else ()
        self.blind = state in {TileState.STALE, TileState.FAILED}
        return TileView(
            name=self.camera.name,
            role=self.camera.role,
            state=state,
            frame=tick.frame,
            age_s=_shown_age(tick.status.frame_age, live=state is TileState.LIVE),
            faces=faces,
            notice=notice_of(tick, compact=compact) if self.blind or state is TileState.ENDED else None,
            attention=self.attention,
            compact=compact,
            caption=self._caption(tick) if compact else None,
        )

    def _faces(self, tick: Tick, labelling: Labelling) -> tuple[TileFace, ...]:
        if tick.frame is None:
            return ()
        self._times.note(tick.frame)
        if tick.overlay is None or not belongs(tick.overlay, tick.frame, self._times):
            return ()
        faces = tuple(tick.overlay.faces)
        there_for = self._stay.follow(faces, tick.now)
        self.attention = any(face.verdict is Verdict.UNKNOWN for face in faces)
        return tuple(tile_face(face, there_for[face.track_id], labelling) for face in faces)

    def _caption(self, tick: Tick) -> TileCaption:
        if self.blind:
            return TileCaption(translate("LiveTile", "No punches here now"), quiet=True)
        if self.last is None:
            return TileCaption(translate("LiveTile", "Nobody yet today"), quiet=True)
        ago = tick.now - self.last.seen_at
        if ago > _LATELY:
            return TileCaption(
                translate("LiveTile", "Nobody for {time}").format(time=short_duration(ago.total_seconds())), quiet=True
            )
        return TileCaption(title_of(self.last), f"{self.last.local:%H:%M:%S}")


def notice_of(tick: Tick, *, compact: bool) -> TileNotice:
    """Say what happened to a camera that shows no live picture, what it means, and what can be done."""
    status = tick.status
    if status.state is CameraState.ENDED:
        return TileNotice(
            translate("LiveTile", "The video has ended"),
            () if compact else (translate("LiveTile", "Nothing more comes from this file."),),
        )
    seconds = None if status.frame_age is None else status.frame_age.total_seconds()
    headline = _headline(seconds, compact=compact)
    tried = _tried(status)
    if compact:
        return TileNotice(headline, (tried,))
    if status.frame_age is not None:
        at = (tick.now - status.frame_age).astimezone()
        tried = translate("LiveTile", "Last frame {time}. {what}").format(time=f"{at:%H:%M:%S}", what=_sentence(tried))
    else:
        tried = _sentence(tried)
    means = translate("LiveTile", "No punches are recorded here until it is back.")
    return TileNotice(headline, (tried, means), translate("LiveTile", "Show what to check"))


def _headline(seconds: float | None, *, compact: bool) -> str:
    if seconds is None:
        return translate("LiveTile", "No picture yet")
    return translate("LiveTile", "No picture for {time}").format(
        time=short_duration(seconds) if compact else duration_words(seconds)
    )


def _tried(status: CameraStatus) -> str:
    if status.state is CameraState.STALE:
        return translate("LiveTile", "Waiting for the camera to go on")
    return translate("LiveTile", "Trying again, attempt {number}").format(number=status.attempt + 1)


def _sentence(words: str) -> str:
    return translate("LiveTile", "{words}.").format(words=words)


def _shown_age(age: timedelta | None, *, live: bool) -> float | None:
    """As exact as it is written, so that a tile is not painted again for what nobody sees."""
    if age is None:
        return None
    return round(age.total_seconds(), 1) if live else float(int(age.total_seconds()))


def _state(status: CameraStatus) -> TileState:
    """A camera that broke off a moment ago still shows what is true enough; it may be back before anybody notices."""
    fresh = status.frame_age is not None and status.frame_age <= STALE_AFTER
    return TileState.LIVE if status.state in _BLIND and fresh else TileState(status.state.value)
