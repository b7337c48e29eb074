"""Frames into sightings: detect, track, judge, embed the best crops of all cameras in one batch, decide."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

import numpy as np

from faceattend.domain.cameras import Camera
from faceattend.domain.vision import Analysis, BgrImage, Box, DetectedFace, Frame, Match, Overlay, Sighting, TrackedFace
from faceattend.engine.alignment import align
from faceattend.engine.decision import DecisionRule
from faceattend.engine.gallery import Gallery
from faceattend.engine.models import Models
from faceattend.engine.passes import Candidate, FacePass
from faceattend.engine.quality import QualityLimits, assess
from faceattend.engine.tracking import Tracker

SILENT_AFTER = timedelta(seconds=2)

LOOK_EVERY = timedelta(seconds=0.06)
"""Frames closer together than this are not searched for faces again; the tracks' motion tells where they are. A person
at a door moves a tenth of a face meanwhile. Below the 67 ms between frames of a camera that delivers 15 per second."""

_ANY_DEG = 180.0
_MOST_CROPS = {"cpu": 4, "cuda": 32}
"""Crops embedded per call: a crowd must not keep the cameras from being looked at. Four take some 50 ms on one core,
so that four cameras still get their ten frames a second; who is left over is first in the next call. Half of them are
for those who have left, when there are any, and as many again follow once a step: the end of a crowd must not keep
cameras from being looked at either."""

_MOST_LEFT = 64
"""Passes that have ended and wait for their last crop. Beyond it the machine is far too slow for its cameras; who
leaves then is answered for by what was heard of them so far, lest the others wait ever longer and memory fill up."""

_SURROUNDINGS = 0.3  # of the face box, kept on each side of a crop for people to look at
_CLOSER_LOOK = 1.0  # likewise, of what a closer look may need: the detector turns and enlarges the face


@dataclass(slots=True, eq=False)
class _View:
    """What is going on before one camera."""

    camera: Camera
    seen_at: datetime | None = None
    tracker: Tracker = field(default_factory=Tracker)
    passes: dict[int, FacePass] = field(default_factory=dict[int, FacePass])

    def is_due(self, at: datetime) -> bool:
        """Whether to look for faces, or only to move those known on: two frames so close show the same."""
        return self.seen_at is None or not timedelta(0) <= at - self.seen_at < LOOK_EVERY  # a clock may be put back

    @property
    def limits(self) -> QualityLimits:
        return QualityLimits(face_px=self.camera.min_face_px)


@dataclass(frozen=True, slots=True, eq=False)
class _Watched:
    """One face of one frame: whose track it is, and the pass it belongs to."""

    frame: Frame
    view: _View
    track_id: int
    face: DetectedFace
    one: FacePass


Job = tuple[FacePass, Candidate]


class Recogniser:
    """The engine as one object. Owned by the recognition thread; only the gallery is shared."""

    def __init__(self, models: Models, gallery: Gallery, rule: DecisionRule) -> None:
        self._models = models
        self._gallery = gallery
        self._rule = rule
        self._views: dict[UUID, _View] = {}
        self._left: deque[Job] = deque()  # passes that have ended, each with a last crop to be heard
        self._most_crops = _MOST_CROPS.get(models.provider, _MOST_CROPS["cpu"])

    @property
    def provider(self) -> str:
        """Where the models really run, "cuda" or "cpu"."""
        return self._models.provider

    def watch(self, camera: Camera) -> None:
        """Accept frames of this camera from now on; one watched before goes by its new settings, its passes go on."""
        view = self._views.get(camera.id)
        if view is None:
            self._views[camera.id] = _View(camera)
        else:
            view.camera = camera

    def unwatch(self, camera_id: UUID) -> tuple[Sighting, ...]:
        """Accept no more frames of a camera.

        Returns:
            The sightings of faces before it that had no answer yet.
        """
        last = self.finish([camera_id])
        self._views.pop(camera_id, None)
        return last

    def watches(self, camera_id: UUID) -> bool:
        """Whether frames of this camera are accepted."""
        return camera_id in self._views

    def analyse(self, frames: Sequence[Frame]) -> Analysis:
        """Analyse the newest frames of all cameras together.

        Args:
            frames: one per camera at most, of cameras that are watched; any sizes.

        Returns:
            An overlay per frame, and the sightings settled by these frames.
        """
        looked_at = [frame for frame in frames if self._views[frame.camera_id].is_due(frame.captured_at)]
        watched, ended = self._track(looked_at)
        for each in watched:
            if each.one.wants(each.frame.captured_at):
                each.one.offer(_glimpse(each.frame, each.face, each.view.limits))
        sightings = self._part_from(ended, _MOST_LEFT)
        due = self._due(watched, self._most_crops - min(len(self._left), self._most_crops // 2))
        sightings += self._hear(due) + self._hear_last(self._most_crops - len(due))
        overlays = (
            _overlay(frame, watched) if frame in looked_at else _predicted(frame, self._views[frame.camera_id])
            for frame in frames
        )
        return Analysis(tuple(overlays), tuple(sightings))

    def expire(self, now: datetime) -> tuple[Sighting, ...]:
        """End the passes before cameras whose last frame is older than SILENT_AFTER: nobody is seen leaving there.

        To be called again and again: the last crops of those who have left are heard a few at a time.

        Args:
            now: aware UTC, when it was last asked for frames: one that was not asked is not silent.
        """
        silent = [
            camera_id
            for camera_id, view in self._views.items()
            if view.passes and view.seen_at is not None and now - view.seen_at > SILENT_AFTER
        ]
        return tuple(self._part_from(self._end(silent), _MOST_LEFT) + self._hear_last(self._most_crops // 2))

    def finish(self, camera_ids: Iterable[UUID] | None = None) -> tuple[Sighting, ...]:
        """End all passes before these cameras (all of them by default), as when a camera has stopped.

        Returns:
            The sightings of faces that had no answer yet.
        """
        chosen = set(self._views) if camera_ids is None else set(camera_ids) & set(self._views)
        ended = self._end(chosen)
        sightings = self._part_from(ended, len(self._left) + len(ended))  # all: their last crops are heard here
        others = [job for job in self._left if job[0].camera_id not in chosen]
        self._left = deque(job for job in self._left if job[0].camera_id in chosen)
        try:
            while self._left:
                sightings += self._hear_last(self._most_crops)
        finally:  # a model that fails must not take those along who left before other cameras
            self._left.extend(others)
        return tuple(sightings)

    def _end(self, camera_ids: Iterable[UUID]) -> list[FacePass]:
        """End the passes before these cameras, and return them."""
        ended: list[FacePass] = []
        for camera_id in camera_ids:
            view = self._views[camera_id]
            view.tracker.close()
            ended += view.passes.values()
            view.passes.clear()
        return ended

    def _track(self, frames: Sequence[Frame]) -> tuple[list[_Watched], list[FacePass]]:
        """Find the faces in all frames, as one batch, and link them to those of the frames before.

        Returns:
            The faces, and the passes that have ended.
        """
        views = [self._views[frame.camera_id] for frame in frames]
        found = self._models.detector.detect(
            [frame.bgr for frame in frames], [float(view.camera.min_face_px) for view in views]
        )
        watched: list[_Watched] = []
        ended: list[FacePass] = []
        for frame, view, faces in zip(frames, views, found, strict=True):
            view.seen_at = frame.captured_at
            step = view.tracker.update(faces, frame.captured_at)
            ended += [view.passes.pop(id_) for id_ in step.ended]
            watched += [self._watched(frame, view, *each) for each in zip(step.assigned, faces, strict=True)]
        return watched, ended

    def _watched(self, frame: Frame, view: _View, track_id: int, face: DetectedFace) -> _Watched:
        one = view.passes.get(track_id)
        if one is None:
            one = view.passes[track_id] = FacePass(frame.camera_id, self._rule, self._models.contract_id)
        return _Watched(frame, view, track_id, face, one)

    def _due(self, watched: Sequence[_Watched], most: int) -> list[Job]:
        """Take the crops that are due, those that have waited longest first, so many at most."""
        waiting = [(wait, each) for each in watched if (wait := each.one.waiting(each.frame.captured_at)) is not None]
        waiting.sort(key=lambda pair: pair[0], reverse=True)
        taken = ((each.one, each.one.take(each.frame.captured_at)) for _, each in waiting[:most])
        return [(one, candidate) for one, candidate in taken if candidate is not None]

    def _part_from(self, ended: Sequence[FacePass], most: int) -> list[Sighting]:
        """Close passes that have ended; those with a crop that may still say something wait for their turn.

        Args:
            ended: the passes.
            most: so many may wait in all; further ones are closed at once.
        """
        told: list[Sighting | None] = []
        for one in ended:
            last = one.take_last() if len(self._left) < most else None
            if last is None:
                told.append(one.finish())
            else:
                self._left.append((one, last))
        return [sighting for sighting in told if sighting is not None]

    def _hear_last(self, most: int) -> list[Sighting]:
        """Hear the last crops of those who left first, so many at most, and close their passes."""
        jobs = [self._left.popleft() for _ in range(min(most, len(self._left)))]
        told = self._hear(jobs)
        return told + [sighting for one, _ in jobs if (sighting := one.finish()) is not None]

    def _hear(self, jobs: list[Job]) -> list[Sighting]:
        """Embed crops in one batch, and tell their passes what the gallery says."""
        jobs = self._looked_at_closely(jobs)
        told = [one.hear(candidate, match) for (one, candidate), match in zip(jobs, self._matches(jobs), strict=True)]
        return [sighting for sighting in told if sighting is not None]

    def _looked_at_closely(self, jobs: list[Job]) -> list[Job]:
        """Refine the landmarks of all crops in one batch, judge them again, and put off those that will not do."""
        seen = [candidate.seen for _, candidate in jobs if candidate.seen is not None]
        refined = self._models.detector.refine(seen)
        closer: list[Job] = []
        for (one, candidate), (image, _), face in zip(jobs, seen, refined, strict=True):
            again = _candidate(candidate.at, image, face, self._views[one.camera_id].limits)
            if again.quality.good:
                closer.append((one, again))
            else:
                one.put_off(again)
        return closer

    def _matches(self, jobs: Sequence[Job]) -> list[Match | None]:
        if not jobs:
            return []
        faces = np.stack([candidate.aligned for _, candidate in jobs])
        return self._gallery.search(self._models.embedder.embed(faces))


def _glimpse(frame: Frame, face: DetectedFace, limits: QualityLimits) -> Candidate:
    """Judge a face by the detector's first landmarks: good enough to choose between crops, not to judge the pose."""
    any_pose = replace(limits, yaw=_ANY_DEG, pitch=_ANY_DEG, roll=_ANY_DEG)
    left, top, right, bottom = _around(face.box, frame.size, _CLOSER_LOOK)
    closer = frame.bgr[top:bottom, left:right].copy(), face.moved(-left, -top)
    return replace(_candidate(frame.captured_at, frame.bgr, face, any_pose), seen=closer)


def _candidate(at: datetime, image: BgrImage, face: DetectedFace, limits: QualityLimits) -> Candidate:
    aligned = align(image, face.landmarks)
    quality = assess(face, aligned, (image.shape[0], image.shape[1]), limits)
    return Candidate(at, quality, aligned, surroundings(image, face.box))


def surroundings(image: BgrImage, box: Box) -> BgrImage:
    """Copy a face with some surroundings out of a picture; a copy, so that the frame is not kept alive.

    Returns:
        uint8 (h, w, 3) BGR, cut at the picture's edges; one pixel at least.
    """
    left, top, right, bottom = _around(box, (image.shape[1], image.shape[0]), _SURROUNDINGS)
    return image[top:bottom, left:right].copy()


def _around(box: Box, size: tuple[int, int], share: float) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of a box with a share of it on each side, cut at the picture's edges."""
    width, height = size
    dx, dy = box.width * share, box.height * share
    left, top = min(max(0, int(box.x - dx)), width - 1), min(max(0, int(box.y - dy)), height - 1)
    right, bottom = min(width, int(box.x + box.width + dx)), min(height, int(box.y + box.height + dy))
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _predicted(frame: Frame, view: _View) -> Overlay:
    shown = (_tracked(id_, box, view.passes[id_]) for id_, box in view.tracker.predict(frame.captured_at))
    return Overlay(frame.camera_id, frame.seq, tuple(shown))


def _overlay(frame: Frame, watched: Sequence[_Watched]) -> Overlay:
    shown = (_tracked(each.track_id, each.face.box, each.one) for each in watched if each.frame is frame)
    return Overlay(frame.camera_id, frame.seq, tuple(shown))


def _tracked(track_id: int, box: Box, one: FacePass) -> TrackedFace:
    return TrackedFace(track_id, box, one.verdict, one.person_id, one.reasons, one.runner_up_score)
