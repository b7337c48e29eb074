import math
from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests import faces

from faceattend.domain.vision import BgrImage, Box, DetectedFace, Quality, QualityReason
from faceattend.engine.alignment import TEMPLATE, align
from faceattend.engine.models import Models
from faceattend.engine.quality import ENROLMENT, QualityLimits, assess, head_pose

LIMITS = QualityLimits(face_px=48.0)
FRAME = (480, 640)
angles = st.floats(-60, 60)

# A rough head, in eye distances: eyes, nose tip, mouth corners; x to the right, y down, z towards the camera.
HEAD = np.array([[-0.5, 0, 0], [0.5, 0, 0], [0, 0.56, 0.5], [-0.42, 1.15, 0.05], [0.42, 1.15, 0.05]], dtype=np.float64)


def seen(yaw: float = 0.0, pitch: float = 0.0, roll: float = 0.0) -> NDArray[np.float32]:
    """The landmarks of a head turned so many degrees, seen from afar, 100 pixels between the eyes."""
    y, p, r = (math.radians(each) for each in (yaw, pitch, roll))
    around_y = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    around_x = np.array([[1, 0, 0], [0, math.cos(p), math.sin(p)], [0, -math.sin(p), math.cos(p)]])
    around_z = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
    return ((HEAD @ (around_z @ around_x @ around_y).T)[:, :2] * 100 + 300).astype(np.float32)


def textured(contrast: int = 60, brightness: int = 128) -> BgrImage:
    """An aligned face that is sharp enough for anybody: noise."""
    noise = np.random.default_rng(0).integers(-contrast, contrast + 1, (112, 112, 1))
    return np.clip(np.repeat(noise, 3, axis=2) + brightness, 0, 255).astype(np.uint8)


def judged(face: DetectedFace | None = None, aligned: BgrImage | None = None, **limits: float) -> Quality:
    return assess(
        face or faces.a_face(200, 200), textured() if aligned is None else aligned, FRAME, replace(LIMITS, **limits)
    )


class TestHeadPose:
    def test_the_alignment_template_looks_straight_ahead(self):
        assert head_pose(TEMPLATE) == pytest.approx((0, 0, 0), abs=1)

    @given(angles)
    def test_yaw_is_found_of_a_head_that_only_turns(self, yaw: float):
        assert head_pose(seen(yaw=yaw))[0] == pytest.approx(yaw, abs=2)

    @given(angles, angles)
    def test_the_further_a_head_turns_the_greater_its_yaw(self, one: float, other: float):
        assert (head_pose(seen(yaw=one))[0] < head_pose(seen(yaw=other))[0]) == (one < other) or abs(one - other) < 0.01

    @given(st.floats(-40, 40), st.floats(-40, 40))
    def test_the_further_down_a_head_looks_the_greater_its_pitch(self, one: float, other: float):
        low, high = sorted((one, other))
        assert head_pose(seen(pitch=high))[1] >= head_pose(seen(pitch=low))[1] - 0.01

    @given(st.floats(-170, 170))
    def test_roll_is_the_tilt_of_the_eye_line(self, roll: float):
        assert head_pose(seen(roll=roll))[2] == pytest.approx(roll, abs=0.1)

    @given(angles, st.floats(-25, 25), st.floats(-40, 40))
    def test_a_mirrored_face_turns_and_tilts_the_other_way(self, yaw: float, pitch: float, roll: float):
        points = seen(yaw, pitch, roll)
        mirrored = points[[1, 0, 2, 4, 3]] * np.array([-1, 1], np.float32)
        there, back = head_pose(points), head_pose(mirrored)
        assert back == pytest.approx((-there[0], there[1], -there[2]), abs=0.1)

    @given(angles, st.floats(0.2, 5), st.floats(-500, 500), st.floats(-170, 170))
    def test_size_place_and_tilt_do_not_change_yaw_and_pitch(self, yaw: float, scale: float, shift: float, roll: float):
        plain = head_pose(seen(yaw))
        c, s = math.cos(math.radians(roll)) * scale, math.sin(math.radians(roll)) * scale
        other = head_pose((seen(yaw) @ np.array([[c, s], [-s, c]]) + shift).astype(np.float32))
        assert other[:2] == pytest.approx(plain[:2], abs=0.5)

    @given(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)), min_size=5, max_size=5))
    def test_any_points_give_angles(self, points: list[tuple[float, float]]):
        yaw, pitch, roll = head_pose(np.array(points, np.float32))
        assert -90 <= yaw <= 90
        assert -90 <= pitch <= 90
        assert -180 <= roll <= 180

    def test_eyes_in_one_place_are_a_head_turned_away(self):
        assert head_pose(np.zeros((5, 2), np.float32))[:2] == (90, 90)


class TestReasons:
    def test_a_good_face_has_none(self):
        quality = judged()
        assert quality.good
        assert quality.reasons == ()
        assert quality.face_px == 100

    @pytest.mark.parametrize(
        ("reason", "face", "aligned"),
        [
            (QualityReason.TOO_SMALL, faces.a_face(200, 200, side=47), None),
            (QualityReason.BLURRED, None, cv2.GaussianBlur(textured(), (0, 0), 12).astype(np.uint8)),
            (QualityReason.TURNED_SIDEWAYS, DetectedFace(Box(240, 240, 120, 120), seen(yaw=70), 0.9), None),
            (QualityReason.TURNED_SIDEWAYS, DetectedFace(Box(240, 240, 120, 120), seen(yaw=-70), 0.9), None),
            (QualityReason.TURNED_UP_OR_DOWN, DetectedFace(Box(240, 240, 120, 120), seen(pitch=50), 0.9), None),
            (QualityReason.TURNED_UP_OR_DOWN, DetectedFace(Box(240, 240, 120, 120), seen(pitch=-50), 0.9), None),
            (QualityReason.TILTED, DetectedFace(Box(240, 240, 120, 120), seen(roll=40), 0.9), None),
            (QualityReason.TILTED, DetectedFace(Box(240, 240, 120, 120), seen(roll=-40), 0.9), None),
            (QualityReason.TOO_DARK, None, textured(contrast=25, brightness=25)),
            (QualityReason.TOO_BRIGHT, None, textured(contrast=15, brightness=240)),
            (QualityReason.CUT_OFF, faces.a_face(-20, 200), None),
            (QualityReason.CUT_OFF, faces.a_face(560, 200), None),
            (QualityReason.CUT_OFF, faces.a_face(200, 400), None),
            (QualityReason.UNCERTAIN, faces.a_face(200, 200, score=0.61), None),
        ],
    )
    def test_each_is_given_alone_where_it_alone_applies(
        self, reason: QualityReason, face: DetectedFace | None, aligned: BgrImage | None
    ):
        assert judged(face, aligned).reasons == (reason,)

    def test_all_that_apply_are_given(self):
        poor = judged(faces.a_face(-80, 0, side=30, score=0.6), np.zeros((112, 112, 3), np.uint8))
        assert set(poor.reasons) == {
            QualityReason.TOO_SMALL,
            QualityReason.CUT_OFF,
            QualityReason.TOO_DARK,
            QualityReason.BLURRED,
            QualityReason.UNCERTAIN,
        }

    def test_a_face_wholly_beyond_the_frame_or_without_size_is_cut_off(self):
        for box in (Box(-300, -300, 100, 100), Box(10, 10, 0, 0)):
            assert QualityReason.CUT_OFF in judged(replace(faces.a_face(0, 0), box=box)).reasons

    def test_more_is_asked_of_a_reference_photo_than_of_a_passing_face(self):
        for name in ("face_px", "sharpness", "darkest", "score"):
            assert getattr(ENROLMENT, name) >= getattr(LIMITS, name)
        for name in ("yaw", "pitch", "roll", "brightest", "outside"):
            assert getattr(ENROLMENT, name) <= getattr(LIMITS, name)


class TestScore:
    @given(
        side=st.floats(1, 600),
        yaw=st.floats(-89, 89),
        certainty=st.floats(0, 1),
        contrast=st.integers(0, 120),
        brightness=st.integers(0, 255),
    )
    def test_it_lies_between_0_and_1(self, side: float, yaw: float, certainty: float, contrast: int, brightness: int):
        face = DetectedFace(Box(0, 0, side, side), seen(yaw), certainty)
        assert 0 <= judged(face, textured(contrast, brightness)).score <= 1

    @given(st.floats(1, 60), st.floats(1, 25))
    def test_a_turned_face_scores_less(self, yaw: float, more: float):
        scores = [
            judged(DetectedFace(Box(240, 240, 120, 120), seen(angle), 0.9)).score for angle in (0.0, yaw, yaw + more)
        ]
        assert scores == sorted(scores, reverse=True)

    @given(st.floats(20, 95), st.floats(1.01, 5))
    def test_a_nearer_face_scores_no_less(self, side: float, factor: float):
        far, near = (judged(faces.a_face(0, 0, side=each)).score for each in (side, side * factor))
        assert near >= far - 1e-9

    @pytest.mark.models
    def test_of_a_real_face_the_sharper_picture_scores_more(self, models: Models):
        photo = faces.astronaut()
        (face,) = models.detector.detect([photo], [48.0])[0]
        scores: list[float] = []
        sharpness: list[float] = []
        for blur_px in (0.01, 1.0, 2.0, 4.0, 8.0):
            blurred = cv2.GaussianBlur(photo, (0, 0), blur_px).astype(np.uint8)
            quality = assess(face, align(blurred, face.landmarks), photo.shape[:2], LIMITS)
            scores.append(quality.score)
            sharpness.append(quality.sharpness)
        assert scores == sorted(scores, reverse=True)
        assert sharpness == sorted(sharpness, reverse=True)
        assert sharpness[0] > 100
        assert sharpness[-1] < LIMITS.sharpness
