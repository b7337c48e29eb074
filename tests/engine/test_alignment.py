import math

import cv2
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests import faces

from faceattend.engine.alignment import FACE_PX, TEMPLATE, align, similarity

degrees = st.floats(-180, 180)
scales = st.floats(0.1, 20)
shifts = st.floats(-2000, 2000)


def moved(points: NDArray[np.float32], angle: float, scale: float, dx: float, dy: float) -> NDArray[np.float32]:
    """Turn, scale and shift points, float32 (5, 2)."""
    c, s = math.cos(math.radians(angle)) * scale, math.sin(math.radians(angle)) * scale
    return (points @ np.array([[c, s], [-s, c]]) + [dx, dy]).astype(np.float32)


def apply(matrix: NDArray[np.float64], points: NDArray[np.float32]) -> NDArray[np.float64]:
    return points @ matrix[:, :2].T + matrix[:, 2]


@given(degrees, scales, shifts, shifts)
def test_whatever_turn_scale_and_shift_is_undone(angle: float, scale: float, dx: float, dy: float):
    landmarks = moved(TEMPLATE, angle, scale, dx, dy)
    np.testing.assert_allclose(apply(similarity(landmarks), landmarks), TEMPLATE, atol=1e-4 * (1 + 2000 / scale))


@given(degrees, scales, st.integers(0, 2**32 - 1))
def test_no_other_similarity_fits_better_than_the_one_found(angle: float, scale: float, seed: int):
    random = np.random.default_rng(seed)
    landmarks = moved(TEMPLATE + random.normal(0, 4, (5, 2)).astype(np.float32), angle, scale, 30, -20)
    found = similarity(landmarks)
    error = ((apply(found, landmarks) - TEMPLATE) ** 2).sum()
    for _ in range(8):
        turn = random.normal(0, 1e-3, 2)
        other = found.copy()
        other[:, :2] = other[:, :2] @ [[1 + turn[0], -turn[1]], [turn[1], 1 + turn[0]]]
        other[:, 2] += random.normal(0, 1e-2, 2)
        assert ((apply(other, landmarks) - TEMPLATE) ** 2).sum() >= error - 1e-6


@given(degrees, scales)
def test_it_agrees_with_opencv_where_all_points_fit(angle: float, scale: float):
    landmarks = moved(TEMPLATE, angle, scale, 400, 300)
    expected, _ = cv2.estimateAffinePartial2D(landmarks, TEMPLATE, method=cv2.LMEDS)
    np.testing.assert_allclose(similarity(landmarks), expected, rtol=1e-3, atol=2e-2)


def test_a_face_is_never_mirrored():
    landmarks = TEMPLATE * [-1, 1]
    assert np.linalg.det(similarity(landmarks.astype(np.float32))[:, :2]) > 0


def test_points_that_all_coincide_give_a_finite_transform():
    matrix = similarity(np.full((5, 2), 7, np.float32))
    assert np.isfinite(matrix).all()


def test_an_aligned_face_has_its_landmarks_on_the_template():
    face = faces.a_face(40, 60, side=224)
    picture = np.zeros((400, 400, 3), np.uint8)
    for x, y in face.landmarks:
        cv2.circle(picture, (round(float(x)), round(float(y))), 3, (255, 255, 255), -1)
    aligned = align(picture, face.landmarks)
    assert aligned.shape == (FACE_PX, FACE_PX, 3)
    assert aligned.dtype == np.uint8
    for x, y in TEMPLATE:
        assert aligned[round(float(y)), round(float(x))].min() > 150
    assert (aligned > 0).mean() < 0.05


def test_what_lies_beyond_the_picture_is_black():
    face = faces.a_face(-56, 0, side=112)
    aligned = align(np.full((112, 56, 3), 200, np.uint8), face.landmarks)
    assert (aligned[:, :50] == 0).all()
    assert (aligned[:, 62:] == 0).all() or (aligned[:, 62:] == 200).any()
