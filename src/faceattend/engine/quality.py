"""How well a face can be compared: numbers, and reasons a person understands."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from faceattend.config.lazy import lazy
from faceattend.config.opencv import forget_bundled_qt
from faceattend.domain.vision import BgrImage, DetectedFace, Landmarks, Quality, QualityReason
from faceattend.engine.alignment import TEMPLATE

if TYPE_CHECKING:
    import cv2
else:
    cv2 = lazy("cv2", then=forget_bundled_qt)

# Rough head: the nose tip stands half an eye distance before the plane of the eyes.
_NOSE_DEPTH = 0.5
# On the alignment template the nose lies at this part of the way from eyes to mouth, ...
_NOSE_REST = float((TEMPLATE[2, 1] - TEMPLATE[:2, 1].mean()) / (TEMPLATE[3:, 1].mean() - TEMPLATE[:2, 1].mean()))
# ... and that way is so many eye distances long.
_FACE_LENGTH = float((TEMPLATE[3:, 1].mean() - TEMPLATE[:2, 1].mean()) / (TEMPLATE[1, 0] - TEMPLATE[0, 0]))
_SHARP_ENOUGH = 400.0  # sharpness at which more no longer helps to choose between crops


@dataclass(frozen=True, slots=True)
class QualityLimits:
    """From where on a face is not compared.

    Attributes:
        face_px: shortest side of the face box, pixels of the frame.
        sharpness: variance of the Laplacian of the aligned grey face. Of genuine frames 56 % are accepted at 4 to 5,
            80 % at 8 to 12, 94 % above 24; strangers' scores do not rise with blur, so a low limit costs no wrong name
            (measured on the development clips).
        yaw, pitch, roll: greatest turn either way, degrees. Up to a yaw of 40 nothing is lost, from 40 to 50 one
            genuine comparison in seven (measured on LFW); beyond 65 an eye is hidden.
        darkest, brightest: mean grey level, 0..255.
        score: lowest detector confidence.
        outside: greatest part of the box that may lie beyond the frame, 0..1.
    """

    face_px: float
    sharpness: float = 4.0
    yaw: float = 65.0
    pitch: float = 35.0
    roll: float = 35.0
    darkest: float = 30.0
    brightest: float = 235.0
    score: float = 0.65
    outside: float = 0.1


ENROLMENT = QualityLimits(face_px=60.0, sharpness=15.0, pitch=30.0, roll=35.0, darkest=40.0, score=0.7)
"""Reference photos serve for years, so more is asked of them than of a passing face."""


def assess(face: DetectedFace, aligned: BgrImage, frame_size: tuple[int, int], limits: QualityLimits) -> Quality:
    """Judge a face.

    Args:
        face: as detected, in pixels of the frame.
        aligned: uint8 (112, 112, 3) BGR, the same face aligned.
        frame_size: (height, width) of the frame, pixels.
        limits: what is asked of it.
    """
    grey = cv2.cvtColor(aligned, cv2.COLOR_BGR2GRAY)
    centre = grey[16:96, 24:88]  # the face itself, without hair and background
    sharpness = float(cv2.meanStdDev(cv2.Laplacian(centre, cv2.CV_32F))[1][0, 0]) ** 2
    brightness = cv2.mean(centre)[0]
    yaw, pitch, roll = head_pose(face.landmarks)
    face_px = min(face.box.width, face.box.height)
    faults = {
        QualityReason.TOO_SMALL: face_px < limits.face_px,
        QualityReason.CUT_OFF: _part_outside(face, frame_size) > limits.outside,
        QualityReason.TURNED_SIDEWAYS: abs(yaw) > limits.yaw,
        QualityReason.TURNED_UP_OR_DOWN: abs(pitch) > limits.pitch,
        QualityReason.TILTED: abs(roll) > limits.roll,
        QualityReason.TOO_DARK: brightness < limits.darkest,
        QualityReason.TOO_BRIGHT: brightness > limits.brightest,
        QualityReason.BLURRED: sharpness < limits.sharpness,
        QualityReason.UNCERTAIN: face.score < limits.score,
    }
    frontal = math.cos(math.radians(min(90.0, math.hypot(yaw, pitch))))
    clear = min(1.0, sharpness / _SHARP_ENOUGH) ** 0.5
    near = min(1.0, face_px / (2 * limits.face_px))
    return Quality(
        face_px=face_px,
        sharpness=sharpness,
        yaw=yaw,
        pitch=pitch,
        roll=roll,
        brightness=brightness,
        score=frontal * (0.25 + 0.75 * clear) * (0.5 + 0.5 * near) * face.score,
        reasons=tuple(reason for reason, fault in faults.items() if fault),
    )


def head_pose(landmarks: Landmarks) -> tuple[float, float, float]:
    """Estimate yaw, pitch and roll in degrees from five landmarks, float32 (5, 2).

    A rough rigid head seen from afar: turned by yaw, the nose tip shifts by depth * tan(yaw) eye distances against
    the eyes' middle; likewise pitch shifts it between eyes and mouth. Good to about 10 degrees, enough to prefer a
    frontal crop and to tell people to look at the camera.
    """
    right_eye, left_eye, nose, mouth_a, mouth_b = (complex(float(x), float(y)) for x, y in landmarks)
    eyes = left_eye - right_eye
    if abs(eyes) == 0:
        return 90.0, 90.0, 0.0
    upright = eyes.conjugate() / abs(eyes) ** 2  # turns the eye line level and makes its length 1
    middle = (right_eye + left_eye) / 2
    nose_at, mouth_at = (nose - middle) * upright, ((mouth_a + mouth_b) / 2 - middle) * upright
    yaw = math.degrees(math.atan(nose_at.real / _NOSE_DEPTH))
    length = mouth_at.imag if mouth_at.imag > 0 else 1e-6
    pitch = math.degrees(math.atan((nose_at.imag / length - _NOSE_REST) * _FACE_LENGTH / _NOSE_DEPTH))
    return yaw, pitch, math.degrees(math.atan2(eyes.imag, eyes.real))


def _part_outside(face: DetectedFace, frame_size: tuple[int, int]) -> float:
    height, width = frame_size
    box = face.box
    inside_x = np.clip([box.x, box.x + box.width], 0, width)
    inside_y = np.clip([box.y, box.y + box.height], 0, height)
    inside = float((inside_x[1] - inside_x[0]) * (inside_y[1] - inside_y[0]))
    return 1.0 - inside / box.area if box.area > 0 else 1.0
