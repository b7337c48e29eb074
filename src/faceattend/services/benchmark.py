"""``bench pipeline``: this pipeline against the naive loop, on the same frames, in the same run."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

from faceattend.cameras import video
from faceattend.cameras.motion import Motion
from faceattend.config.images import read_image
from faceattend.config.paths import Home
from faceattend.config.settings import RecognitionSettings
from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.cameras import Camera, CameraRole, Site
from faceattend.domain.errors import BadInput
from faceattend.domain.ids import new_id
from faceattend.domain.said import said
from faceattend.domain.templates import Template
from faceattend.domain.vision import BgrImage, Frame, Sighting, Vectors, Verdict
from faceattend.engine.alignment import align
from faceattend.engine.baseline import NaiveLoop
from faceattend.engine.decision import DecisionRule
from faceattend.engine.gallery import Gallery
from faceattend.engine.models import Models, open_models, resolve
from faceattend.engine.recogniser import Recogniser
from faceattend.engine.session import Compute
from faceattend.services.demo import pictures
from faceattend.services.models import decision_rule

FRAMES = 240
"""Kept in memory, so that no decoding is timed: 0.7 GB at 720p."""

_CHUNK = 40  # both take turns at so many frames, so that a noisy machine slows both
_WARM_UP = 20
_FPS = 25.0
_SCENE_PX = 560  # the left part of the six-people photo, with three of them
_SAMPLES = 12  # frames in which the people to be found are looked up
_SEEN = 3  # frames in which the naive loop must name somebody, as the pipeline's rule asks
_MIN_FACE_PX = 48


@dataclass(frozen=True, slots=True)
class PipelineBenchmark:
    """The outcome; rates are per second of computing, decoding left out.

    Attributes:
        frames_per_s, faces_per_s: of this pipeline.
        naive_frames_per_s: of the naive loop on the same frames.
        ratio: of the two.
        same_people: whether both named the same people.
        people: how many were there to be named.
        named, naive_named: how many each named.
        cameras: that the pipeline analysed together.
        provider: where the models ran.
        frame_size: width and height of the frames.
    """

    frames_per_s: float
    faces_per_s: float
    naive_frames_per_s: float
    ratio: float
    same_people: bool
    people: int
    named: int
    naive_named: int
    cameras: int
    provider: str
    frame_size: tuple[int, int]


@dataclass(slots=True)
class _Tally:
    """What one side did: seconds of computing, frames, faces, and whom it named."""

    seconds: float = 0.0
    frames: int = 0
    faces: int = 0
    named: set[UUID] = field(default_factory=set[UUID])


def bench_pipeline(
    actor: Actor, home: Home, settings: RecognitionSettings, *, clip: Path | None = None, cameras: int = 1
) -> PipelineBenchmark:
    """Run both over the same frames, by turns.

    The gallery holds everybody who can be told apart in a few of the frames, so any clip will do.

    Args:
        actor: the acting user.
        home: for packs and prepared graphs; it needs no database.
        settings: which pack, on what.
        clip: a video file; None for three of the demo's people in motion, 1280x720.
        cameras: how many show the frames at once.

    Raises:
        PermissionDenied: the actor may not measure.
        BadInput: the clip shows nobody who could be named.
        CameraUnsupported: the clip cannot be read.
        ModelError: a pack cannot be used.
    """
    require(actor, Permission.MEASURE)
    frames = list(islice(video.frames(clip), FRAMES)) if clip else _scene()
    manifest = resolve(settings.pack, home)
    models = open_models(manifest, home, Compute(settings.provider, settings.threads))
    rule = decision_rule(settings, manifest)
    templates = _people_in(frames, models)
    if not templates:
        raise BadInput(
            said("Benchmark", "No face in the clip is good enough to be named."),
            remedy=said("Benchmark", "Choose another clip."),
        )
    ours = _Ours(models, templates, rule, cameras)
    naive = NaiveLoop(home.models, templates, rule)
    mine, theirs, seen = _Tally(), _Tally(), Counter[UUID]()
    _warm_up(frames, models, naive)
    for start in range(0, len(frames), _CHUNK):
        chunk = frames[start : start + _CHUNK]
        ours.run(chunk, start, mine)
        _run_naive(naive, chunk, theirs, seen)
    ours.finish(mine)
    theirs.named = {person for person, count in seen.items() if count >= _SEEN}
    height, width = frames[0].shape[:2]
    return PipelineBenchmark(
        frames_per_s=mine.frames / mine.seconds,
        faces_per_s=mine.faces / mine.seconds,
        naive_frames_per_s=theirs.frames / theirs.seconds,
        ratio=(mine.frames / mine.seconds) / (theirs.frames / theirs.seconds),
        same_people=mine.named == theirs.named,
        people=len(templates),
        named=len(mine.named),
        naive_named=len(theirs.named),
        cameras=cameras,
        provider=models.provider,
        frame_size=(width, height),
    )


class _Ours:
    """This pipeline over a clip's own clock, shown by any number of cameras at once."""

    def __init__(self, models: Models, templates: Sequence[Template], rule: DecisionRule, cameras: int) -> None:
        gallery = Gallery(models.contract_id, models.embedder.dimension)
        gallery.add(templates)
        self._recogniser = Recogniser(models, gallery, rule)
        site = Site(new_id(), "bench", "UTC")
        self._cameras = [
            Camera(new_id(), f"camera {number}", site, "file:bench", CameraRole.BOTH, min_face_px=_MIN_FACE_PX)
            for number in range(cameras)
        ]
        for camera in self._cameras:
            self._recogniser.watch(camera)
        self._began = datetime.now(UTC)

    def run(self, chunk: Sequence[BgrImage], start: int, tally: _Tally) -> None:
        for seq, bgr in enumerate(chunk, start=start):
            at = self._began + timedelta(seconds=seq / _FPS)
            frames = [Frame(camera.id, seq, at, bgr) for camera in self._cameras]
            began = time.perf_counter()
            analysis = self._recogniser.analyse(frames)
            tally.seconds += time.perf_counter() - began
            tally.frames += len(frames)
            tally.faces += sum(len(overlay.faces) for overlay in analysis.overlays)
            self._note(analysis.sightings, tally)

    def finish(self, tally: _Tally) -> None:
        began = time.perf_counter()
        last = self._recogniser.finish()
        tally.seconds += time.perf_counter() - began
        self._note(last, tally)

    @staticmethod
    def _note(sightings: Sequence[Sighting], tally: _Tally) -> None:
        known = (sighting for sighting in sightings if sighting.verdict is Verdict.KNOWN)
        tally.named |= {sighting.person_id for sighting in known if sighting.person_id is not None}


def _run_naive(naive: NaiveLoop, chunk: Sequence[BgrImage], tally: _Tally, seen: Counter[UUID]) -> None:
    began = time.perf_counter()
    found = [naive.people_in(bgr) for bgr in chunk]
    tally.seconds += time.perf_counter() - began
    tally.frames += len(chunk)
    tally.faces += sum(len(people) for people in found)
    seen.update(person for people in found for person in people if person is not None)


def _warm_up(frames: Sequence[BgrImage], models: Models, naive: NaiveLoop) -> None:
    """Let both allocate and tune before the clock runs."""
    for bgr in frames[:_WARM_UP]:
        models.detector.detect([bgr], [float(_MIN_FACE_PX)])
        naive.people_in(bgr)


def _scene() -> list[BgrImage]:
    """Set three of the demo's people in motion."""
    photo = read_image(pictures().six_people)[:, :_SCENE_PX].copy()
    motion = Motion(photo, seed=0, lasts_s=FRAMES / _FPS)
    return [motion.at(number / _FPS) for number in range(FRAMES)]


def _people_in(frames: Sequence[BgrImage], models: Models) -> list[Template]:
    """Make a template of everybody who can be told apart in some of the frames."""
    templates: list[Template] = []
    for bgr in frames[:: max(1, len(frames) // _SAMPLES)]:
        found = models.detector.detect([bgr], [float(_MIN_FACE_PX)])[0]
        for face in models.detector.refine([(bgr, face) for face in found]):
            vector = models.embedder.embed(align(bgr, face.landmarks)[None])[0]
            if min(face.box.width, face.box.height) >= _MIN_FACE_PX and _is_new(vector, templates, models):
                templates.append(Template(new_id(), new_id(), new_id(), models.contract_id, vector))
    return templates


def _is_new(vector: Vectors, templates: Sequence[Template], models: Models) -> bool:
    return all(float(vector @ template.vector) < models.manifest.unsure for template in templates)
