"""Which face of this frame is which face of the last one. One tracker per camera, owned by one thread.

A small tracker of our own (docs/adr/0007-tracking.md): faces at an entrance are few and move little between frames;
identity is settled by templates, so a swap costs a re-check, not a wrong name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from faceattend.domain.vision import Box, DetectedFace

LOST_AFTER = timedelta(seconds=1.0)
LONGEST_GAP = timedelta(seconds=3.0)
"""A busy machine may look at a camera less than once a second; a face is lost only when a look did not find it."""

_LEAST_OVERLAP = 0.15
_REACH = 0.8  # without overlap: how far, in face sides, a centre may have moved beyond its prediction
_SIZE_RATIO = 1.8  # a face does not grow or shrink more between two frames
_SMOOTHING = 0.5  # of the velocity
# What overlap with the last place counts beside overlap with the predicted one: it helps where the clock jitters, but
# whoever crosses the place where another was last seen must not take over that track.
_STAYED = 0.7


@dataclass(frozen=True, slots=True)
class _Track:
    id: int
    box: Box
    velocity: tuple[float, float]  # pixels per second
    seen_at: datetime

    def predicted(self, at: datetime) -> Box:
        seconds = (at - self.seen_at).total_seconds()
        return self.box.moved(self.velocity[0] * seconds, self.velocity[1] * seconds)


@dataclass(frozen=True, slots=True)
class TrackingStep:
    """The outcome of one frame.

    Attributes:
        assigned: per detected face, in their order, the id of its track.
        ended: ids of tracks that were given up.
    """

    assigned: tuple[int, ...]
    ended: tuple[int, ...]


class Tracker:
    """Links faces by overlap with where they should be by now, or else by nearness."""

    def __init__(self) -> None:
        self._tracks: dict[int, _Track] = {}
        self._next_id = 1
        self._looked_at: datetime | None = None

    def update(self, faces: Sequence[DetectedFace], at: datetime) -> TrackingStep:
        """Take the faces of the next frame.

        Args:
            faces: all faces in it.
            at: aware UTC, when it was captured; not before the last one.
        """
        ended = tuple(id_ for id_, track in self._tracks.items() if self._is_lost(track, at))
        self._looked_at = at
        for id_ in ended:
            del self._tracks[id_]
        links = self._link(faces, at)
        assigned = tuple(self._take(face, links.get(index), at) for index, face in enumerate(faces))
        return TrackingStep(assigned, ended)

    def predict(self, at: datetime) -> list[tuple[int, Box]]:
        """Return where the faces of the last frame should be by now, each with the id of its track.

        Args:
            at: aware UTC, not before the last frame.
        """
        last = max((track.seen_at for track in self._tracks.values()), default=at)
        return [(track.id, track.predicted(at)) for track in self._tracks.values() if track.seen_at == last]

    def close(self) -> tuple[int, ...]:
        """Give up all tracks, as when the camera has stopped, and return their ids."""
        ended = tuple(self._tracks)
        self._tracks.clear()
        return ended

    def _is_lost(self, track: _Track, at: datetime) -> bool:
        missed = track.seen_at != self._looked_at
        return at - track.seen_at > (LOST_AFTER if missed else LONGEST_GAP)

    def _link(self, faces: Sequence[DetectedFace], at: datetime) -> dict[int, int]:
        """Pair faces with tracks, likeliest pair first; face index to track id."""
        pairs = [
            (affinity, index, track.id)
            for track in self._tracks.values()
            for index, face in enumerate(faces)
            if (affinity := _affinity(face.box, track.predicted(at), track.box)) > 0
        ]
        links: dict[int, int] = {}
        taken: set[int] = set()
        for _, index, id_ in sorted(pairs, reverse=True):
            if index not in links and id_ not in taken:
                links[index] = id_
                taken.add(id_)
        return links

    def _take(self, face: DetectedFace, id_: int | None, at: datetime) -> int:
        if id_ is None:
            id_, self._next_id = self._next_id, self._next_id + 1
            self._tracks[id_] = _Track(id_, face.box, (0.0, 0.0), at)
            return id_
        track = self._tracks[id_]
        self._tracks[id_] = replace(track, box=face.box, velocity=_velocity(track, face.box, at), seen_at=at)
        return id_


def _affinity(box: Box, predicted: Box, last: Box) -> float:
    """Return how likely a face is the tracked one: above 1 by overlap, 0..1 by nearness, 0 for not at all."""
    ratio = (box.area / max(predicted.area, 1e-6)) ** 0.5
    if not 1 / _SIZE_RATIO < ratio < _SIZE_RATIO:
        return 0.0
    overlap = max(box.iou(predicted), _STAYED * box.iou(last))
    if overlap >= _LEAST_OVERLAP:
        return 1.0 + overlap
    (x, y), (px, py) = box.centre, predicted.centre
    distance = ((x - px) ** 2 + (y - py) ** 2) ** 0.5 / max(predicted.width, predicted.height)
    return max(0.0, 1.0 - distance / _REACH)


def _velocity(track: _Track, box: Box, at: datetime) -> tuple[float, float]:
    seconds = (at - track.seen_at).total_seconds()
    if seconds <= 0:
        return track.velocity
    (x, y), (old_x, old_y) = box.centre, track.box.centre
    measured = (x - old_x) / seconds, (y - old_y) / seconds
    vx, vy = (_SMOOTHING * new + (1 - _SMOOTHING) * old for new, old in zip(measured, track.velocity, strict=True))
    return vx, vy
