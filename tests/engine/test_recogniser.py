"""The engine as a whole, on real photographs set in motion; the clock is the frames' own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from tests import faces
from tests.facts import a_camera

from faceattend.config.images import decode_image
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import ModelError
from faceattend.domain.ids import new_id
from faceattend.domain.said import said
from faceattend.domain.templates import Template
from faceattend.domain.vision import Analysis, BgrImage, DetectedFace, Frame, QualityReason, Sighting, Vectors, Verdict
from faceattend.engine.decision import DecisionRule
from faceattend.engine.gallery import Gallery
from faceattend.engine.models import Models
from faceattend.engine.portrait import aligned_subject, find_faces, read_portrait
from faceattend.engine.ports import Embedder
from faceattend.engine.quality import QualityLimits
from faceattend.engine.recogniser import SILENT_AFTER, Recogniser, _glimpse, surroundings

pytestmark = pytest.mark.models

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
FRAME = timedelta(seconds=0.1)
SIZE = (1280, 720)

NOISE = np.random.default_rng(0).integers(5, 12, SIZE[0] * SIZE[1] * 3, np.uint8)

Picture = Callable[[int], BgrImage]
"""What a camera sees in its n-th frame."""


def moving(photo: BgrImage, scale: float = 1.0, size: tuple[int, int] = SIZE) -> Picture:
    """The photo in the middle of the frame, drifting, turning, growing and flickering a little."""
    width, height = size

    def at(number: int) -> BgrImage:
        matrix = cv2.getRotationMatrix2D(
            (photo.shape[1] / 2, photo.shape[0] / 2), 2 * np.sin(number / 7), scale * (1 + 0.002 * number)
        )
        matrix[:, 2] += [width / 2 - photo.shape[1] / 2 + 2 * number, height / 2 - photo.shape[0] / 2]
        picture = cv2.warpAffine(photo, matrix, size, borderValue=(112, 112, 112))
        noise = np.roll(NOISE, 37 * number)[: picture.size].reshape(picture.shape)
        return cv2.addWeighted(picture, 1 + 0.04 * np.sin(number), noise, 1.0, -8).astype(np.uint8)

    return at


def nothing(_: int) -> BgrImage:
    return np.full((SIZE[1], SIZE[0], 3), 112, np.uint8)


class Scene:
    """A recogniser, and cameras that are shown pictures frame by frame."""

    def __init__(self, models: Models, gallery: Gallery, *cameras: Camera) -> None:
        rule = DecisionRule(accept=models.manifest.accept, unsure=models.manifest.unsure)
        self.recogniser = Recogniser(models, gallery, rule)
        self.cameras = cameras or (a_camera(),)
        for camera in self.cameras:
            self.recogniser.watch(camera)
        self.sightings: list[Sighting] = []
        self.shown = 0

    @property
    def now(self) -> datetime:
        return START + self.shown * FRAME

    def show(self, count: int, *pictures: Picture) -> Analysis:
        """Show so many frames, one picture to each camera in their order; return the last analysis."""
        analysis = Analysis((), ())
        for _ in range(count):
            frames = [
                Frame(camera.id, self.shown, self.now, picture(self.shown))
                for camera, picture in zip(self.cameras, pictures, strict=True)
            ]
            analysis = self.recogniser.analyse(frames)
            self.sightings += analysis.sightings
            self.shown += 1
        return analysis

    def leave(self) -> list[Sighting]:
        self.sightings += self.recogniser.finish()
        return self.sightings

    def of(self, camera: Camera) -> list[Sighting]:
        return [sighting for sighting in self.sightings if sighting.camera_id == camera.id]


class Counted:
    """An embedder that counts the faces of each call."""

    def __init__(self, embedder: Embedder) -> None:
        self.calls: list[int] = []
        self._embedder = embedder

    def embed(self, aligned: NDArray[np.uint8]) -> Vectors:
        self.calls.append(len(aligned))
        return self._embedder.embed(aligned)


class Failing:
    """An embedder that fails while it is told to."""

    def __init__(self, embedder: Embedder) -> None:
        self.fails = False
        self._embedder = embedder

    def embed(self, aligned: NDArray[np.uint8]) -> Vectors:
        if self.fails:
            raise ModelError(said("Models", "It fails."))
        return self._embedder.embed(aligned)


def known(sightings: Iterable[Sighting]) -> list[UUID | None]:
    return [sighting.person_id for sighting in sightings if sighting.verdict is Verdict.KNOWN]


@pytest.fixture(scope="session")
def crops(models: Models) -> list[BgrImage]:
    """The six people, each with some surroundings, from left to right."""
    photo = faces.six_people()
    found = sorted(find_faces(photo, models.detector), key=lambda face: face.box.x)
    return [surroundings(photo, face.box) for face in found]


@pytest.fixture(scope="session")
def templates(models: Models, crops: list[BgrImage]) -> list[Template]:
    aligned = np.stack([read_portrait(crop, models.detector, "a crop").aligned for crop in crops])
    return [
        Template(new_id(), new_id(), new_id(), models.contract_id, vector) for vector in models.embedder.embed(aligned)
    ]


@pytest.fixture
def gallery(models: Models, templates: list[Template]) -> Gallery:
    everybody = Gallery(models.contract_id, models.embedder.dimension)
    everybody.add(templates)
    return everybody


def embedded(models: Models, crop_jpeg: bytes) -> Vectors:
    aligned = aligned_subject(decode_image(crop_jpeg, "a crop"), models.detector)
    assert aligned is not None
    return models.embedder.embed(aligned[None])[0]


def test_six_are_known_once_each_while_strangers_pass_two_other_cameras(
    models: Models, gallery: Gallery, templates: list[Template]
):
    entrance, yard, gate = a_camera(name="Entrance"), a_camera(name="Yard"), a_camera(name="Gate")
    scene = Scene(models, gallery, entrance, yard, gate)
    six = moving(faces.six_people(), 0.9)
    stranger = moving(faces.tom_hanks(), 1.5, (640, 360))
    other = moving(faces.astronaut(), 1.2)
    scene.show(24, six, stranger, other)
    scene.show(13, nothing, nothing, nothing)
    told_before_the_end = len(scene.sightings)
    scene.leave()
    assert len(scene.sightings) == told_before_the_end  # who has left was answered then

    people = {template.person_id: template.vector for template in templates}
    assert sorted(map(str, known(scene.of(entrance)))) == sorted(map(str, people))
    for sighting in scene.of(entrance):
        assert (sighting.verdict, sighting.contract_id) == (Verdict.KNOWN, models.contract_id)
        assert START <= sighting.seen_at < START + timedelta(seconds=2.4)
        assert sighting.frames == 3
        assert sighting.score >= models.manifest.accept
        assert sighting.person_id is not None
        assert embedded(models, sighting.crop_jpeg) @ people[sighting.person_id] > models.manifest.accept

    for camera, picture in ((yard, faces.tom_hanks()), (gate, faces.astronaut())):
        own = aligned_subject(picture, models.detector)
        assert own is not None
        assert known(scene.of(camera)) == []
        assert len(scene.of(camera)) == 1
        assert embedded(models, scene.of(camera)[0].crop_jpeg) @ models.embedder.embed(own[None])[0] > 0.5


def test_with_nobody_enrolled_all_are_unknown(models: Models):
    scene = Scene(models, Gallery(models.contract_id, models.embedder.dimension))
    scene.show(8, moving(faces.six_people(), 0.9))
    assert [(each.verdict, each.person_id) for each in scene.leave()] == [(Verdict.UNKNOWN, None)] * 6


def test_a_face_that_leaves_early_is_answered_by_what_was_seen_of_it(
    models: Models, gallery: Gallery, crops: list[BgrImage], templates: list[Template]
):
    scene = Scene(models, gallery)
    analysis = scene.show(2, moving(crops[3], 1.5, (640, 360)))
    assert analysis.overlays[0].faces[0].verdict is None
    assert scene.sightings == []
    (sighting,) = scene.leave()  # one crop is no name, but a good likeness
    assert (sighting.verdict, sighting.person_id) == (Verdict.UNSURE, templates[3].person_id)
    assert sighting.frames == 1
    assert scene.recogniser.finish() == ()


def test_who_was_enrolled_a_moment_ago_is_known(models: Models, crops: list[BgrImage], templates: list[Template]):
    empty = Gallery(models.contract_id, models.embedder.dimension)
    scene = Scene(models, empty)
    picture = moving(crops[2], 1.5, (640, 360))
    scene.show(25, picture)
    assert [each.verdict for each in scene.sightings] == [Verdict.UNKNOWN]
    empty.add([templates[2]])
    scene.show(40, picture)
    first, last = scene.sightings[0], scene.sightings[-1]
    assert (last.verdict, last.person_id) == (Verdict.KNOWN, templates[2].person_id)
    assert last.revises in {first.id, scene.sightings[-2].id}


def test_somebody_else_in_the_same_place_is_told_as_well(
    models: Models, gallery: Gallery, crops: list[BgrImage], templates: list[Template]
):
    scene = Scene(models, gallery)
    one, other = (moving(cv2.resize(crops[each], (300, 380)), 1.0, (640, 480)) for each in (2, 5))
    scene.show(12, one)
    overlay = scene.show(45, other).overlays[0]
    assert known(scene.sightings) == [templates[2].person_id, templates[5].person_id]
    assert [(face.verdict, face.person_id) for face in overlay.faces] == [(Verdict.KNOWN, templates[5].person_id)]
    assert overlay.faces[0].runner_up_score == scene.sightings[-1].runner_up_score > -1


@pytest.mark.parametrize("degrees", [0, 15])
def test_a_closer_look_needs_no_more_of_the_frame_than_is_kept_of_it(models: Models, degrees: float):
    photo = faces.six_people()
    turn = cv2.getRotationMatrix2D((photo.shape[1] / 2, photo.shape[0] / 2), degrees, 1.0)
    picture = cv2.warpAffine(photo, turn, photo.shape[1::-1]).astype(np.uint8)
    frame = Frame(new_id(), 1, START, picture)
    found = find_faces(picture, models.detector)
    assert len(found) >= 5
    kept = [_glimpse(frame, face, QualityLimits(face_px=48.0)).seen for face in found]
    whole = models.detector.refine([(picture, face) for face in found])
    for refined, seen, better in zip(models.detector.refine([each for each in kept if each]), kept, whole, strict=True):
        assert seen is not None
        assert seen[0].size < picture.size / 4
        shift = better.landmarks - refined.landmarks
        np.testing.assert_allclose(shift, shift[:1].repeat(5, 0), atol=0.05)
        assert np.allclose(shift[0], np.round(shift[0]), atol=0.05)


class TestOverlay:
    def test_it_shows_where_each_face_is_and_what_is_known_of_it(
        self, models: Models, gallery: Gallery, templates: list[Template]
    ):
        scene = Scene(models, gallery)
        early = scene.show(1, moving(faces.six_people(), 0.9)).overlays[0]
        late = scene.show(14, moving(faces.six_people(), 0.9)).overlays[0]
        assert (early.camera_id, early.seq, late.seq) == (scene.cameras[0].id, 0, 14)
        assert [face.verdict for face in early.faces] == [None] * 6
        left_to_right = sorted((face for face in late.faces if face.box.width > 60), key=lambda face: face.box.x)
        assert {face.track_id for face in left_to_right} == {face.track_id for face in early.faces}
        assert [face.person_id for face in left_to_right] == [template.person_id for template in templates]
        for face in left_to_right:
            x, y = face.box.centre
            assert 0 < x < SIZE[0]
            assert 0 < y < SIZE[1]

    def test_a_face_that_is_too_small_says_so_and_makes_no_sighting(
        self, models: Models, gallery: Gallery, crops: list[BgrImage]
    ):
        scene = Scene(models, gallery, a_camera(min_face_px=31))
        overlay = scene.show(8, moving(crops[3], 0.26, (320, 240))).overlays[0]
        assert [face.reasons for face in overlay.faces] == [(QualityReason.TOO_SMALL,)]
        assert scene.leave() == []


class TestCamerasThatStop:
    def test_only_the_passes_before_the_named_cameras_end(
        self, models: Models, gallery: Gallery, crops: list[BgrImage]
    ):
        scene = Scene(models, gallery, a_camera(name="In"), a_camera(name="Out"))
        picture = moving(crops[3], 1.5, (640, 360))
        scene.show(3, picture, picture)
        stopped, running = scene.cameras
        assert [each.camera_id for each in scene.recogniser.finish([stopped.id])] == [stopped.id]
        assert [each.camera_id for each in scene.recogniser.finish()] == [running.id]

    def test_a_silent_camera_is_answered_for_after_a_while(
        self, models: Models, gallery: Gallery, crops: list[BgrImage]
    ):
        scene = Scene(models, gallery)
        scene.show(3, moving(crops[3], 1.5, (640, 360)))
        last = scene.now - FRAME
        assert scene.recogniser.expire(last + SILENT_AFTER) == ()
        assert len(scene.recogniser.expire(last + SILENT_AFTER + FRAME)) == 1
        assert scene.recogniser.expire(last + 3 * SILENT_AFTER) == ()

    def test_the_end_of_a_crowd_is_answered_a_few_at_a_time(self, models: Models, gallery: Gallery):
        counted = Counted(models.embedder)
        scene = Scene(replace(models, embedder=counted), gallery)
        scene.show(2, moving(faces.six_people(), 0.9))
        assert (scene.sightings, counted.calls) == ([], [])
        late = scene.now + 2 * SILENT_AFTER
        answers = [scene.recogniser.expire(late) for _ in range(4)]
        assert (sum(counted.calls), max(counted.calls)) == (6, 2), "the cameras must be looked at meanwhile"
        assert sum(map(len, answers)) == 6
        assert answers[-1] == scene.recogniser.finish() == ()

    def test_more_than_can_wait_are_answered_for_by_what_was_heard_of_them(
        self, models: Models, gallery: Gallery, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("faceattend.engine.recogniser._MOST_LEFT", 2)
        counted = Counted(models.embedder)
        scene = Scene(replace(models, embedder=counted), gallery)
        scene.show(4, moving(faces.six_people(), 0.9))
        heard = sum(counted.calls)
        assert 0 < heard <= 6
        scene.show(2, moving(faces.six_people(), 0.9))
        before = sum(counted.calls)
        for _ in range(3):
            scene.sightings += scene.recogniser.expire(scene.now + 2 * SILENT_AFTER)
        assert len(scene.leave()) >= heard - 1, "who was heard has an answer"
        assert sum(counted.calls) <= before + 2

    def test_all_who_are_there_when_everything_ends_are_heard_however_many(
        self, models: Models, gallery: Gallery, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("faceattend.engine.recogniser._MOST_LEFT", 2)
        scene = Scene(models, gallery, a_camera(name="In"), a_camera(name="Out"))
        picture = moving(faces.six_people(), 0.9)
        scene.show(2, picture, picture)
        assert scene.sightings == []
        assert len(scene.leave()) == 12

    def test_a_model_that_fails_for_one_camera_loses_nobody_who_left_before_another(
        self, models: Models, gallery: Gallery
    ):
        failing = Failing(models.embedder)
        scene = Scene(replace(models, embedder=failing), gallery, a_camera(name="In"), a_camera(name="Out"))
        picture = moving(faces.six_people(), 0.9)
        scene.show(2, picture, picture)
        removed, other = scene.cameras
        scene.sightings += scene.recogniser.expire(scene.now + 2 * SILENT_AFTER)
        failing.fails = True
        with pytest.raises(ModelError):
            scene.recogniser.unwatch(removed.id)
        failing.fails = False
        scene.leave()
        assert len(scene.of(other)) == 6

    def test_what_waits_of_other_cameras_goes_on_waiting_when_one_is_removed(self, models: Models, gallery: Gallery):
        scene = Scene(models, gallery, a_camera(name="In"), a_camera(name="Out"))
        picture = moving(faces.six_people(), 0.9)
        scene.show(2, picture, picture)
        removed, other = scene.cameras
        first = scene.recogniser.expire(scene.now + 2 * SILENT_AFTER)
        of_removed = [*first, *scene.recogniser.unwatch(removed.id)]
        answers = [*of_removed, *scene.recogniser.finish()]
        assert {each.camera_id for each in of_removed} >= {removed.id}
        assert [each.camera_id for each in answers].count(removed.id) == 6
        assert [each.camera_id for each in answers].count(other.id) == 6

    def test_a_camera_that_is_not_watched_is_nobodys(self, models: Models, gallery: Gallery):
        assert Scene(models, gallery).recogniser.finish([new_id()]) == ()

    def test_a_camera_that_is_removed_is_answered_for_and_accepted_no_more(
        self, models: Models, gallery: Gallery, crops: list[BgrImage]
    ):
        scene = Scene(models, gallery)
        (camera,) = scene.cameras
        scene.show(3, moving(crops[3], 1.5, (640, 360)))
        assert [each.camera_id for each in scene.recogniser.unwatch(camera.id)] == [camera.id]
        assert not scene.recogniser.watches(camera.id)
        assert scene.recogniser.unwatch(camera.id) == ()

    def test_new_settings_of_a_camera_hold_from_the_next_frame_and_its_passes_go_on(
        self, models: Models, gallery: Gallery
    ):
        scene = Scene(models, gallery)
        before = scene.show(1, moving(faces.six_people(), 0.9)).overlays[0]
        scene.recogniser.watch(replace(scene.cameras[0], min_face_px=700))
        after = scene.show(1, moving(faces.six_people(), 0.9)).overlays[0]
        assert {face.track_id for face in after.faces} <= {face.track_id for face in before.faces}
        assert all(face.reasons == (QualityReason.TOO_SMALL,) for face in after.faces)

    def test_no_frame_gives_no_answer(self, models: Models, gallery: Gallery):
        assert Scene(models, gallery).recogniser.analyse([]) == Analysis((), ())


class CountingDetector:
    """The real detector, and how many pictures it was asked to search for faces."""

    def __init__(self, models: Models) -> None:
        self._detector = models.detector
        self.searched = 0

    def detect(self, images: Sequence[BgrImage], min_face_px: Sequence[float]) -> list[list[DetectedFace]]:
        self.searched += len(images)
        return self._detector.detect(images, min_face_px)

    def refine(self, seen: Sequence[tuple[BgrImage, DetectedFace]]) -> list[DetectedFace]:
        return self._detector.refine(seen)


class TestFramesThatComeFast:
    def test_every_other_frame_of_a_fast_clip_is_searched_and_all_show_where_the_faces_are(
        self, models: Models, gallery: Gallery
    ):
        counting = CountingDetector(models)
        scene = Scene(replace(models, detector=counting), gallery)
        picture = moving(faces.six_people())
        for number in range(10):
            frame = Frame(scene.cameras[0].id, number, START + number * timedelta(seconds=0.04), picture(number // 2))
            (overlay,) = scene.recogniser.analyse([frame]).overlays
            assert len(overlay.faces) == 6
        assert counting.searched == 5

    def test_a_clock_that_is_put_back_stops_nothing(self, models: Models, gallery: Gallery):
        counting = CountingDetector(models)
        scene = Scene(replace(models, detector=counting), gallery)
        for at in (START, START - timedelta(hours=1)):
            scene.recogniser.analyse([Frame(scene.cameras[0].id, 1, at, nothing(0))])
        assert counting.searched == 2
