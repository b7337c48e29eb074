import pytest

from faceattend.domain.camera_sight import Aspect, Finding, Grade, Needs, SeenFace, advice, findings
from faceattend.domain.vision import Box, Quality

NEEDS = Needs(
    face_px=(48, 60),
    darkest=(30, 45),
    brightest=(235, 220),
    sharpness=(4, 12),
    turned=(65, 40),
    nodded=(35, 25),
    fps=(2, 8),
)
FINE = {"face_px": 90.0, "sharpness": 60.0, "yaw": 5.0, "pitch": -3.0, "roll": 0.0, "brightness": 120.0}


def seen(**changes: float) -> SeenFace:
    return SeenFace(Box(0, 0, 90, 90), Quality(**FINE | changes, score=0.8, reasons=()))


def graded(face: SeenFace | None, fps: float | None = 12.0) -> dict[Aspect, Grade]:
    return {each.aspect: each.grade for each in findings(face, fps, NEEDS)}


def test_a_good_face_leaves_nothing_to_say():
    found = findings(seen(), 12.0, NEEDS)
    assert {each.grade for each in found} == {Grade.GOOD}
    assert [each.aspect for each in found] == list(Aspect)
    assert advice(found) == ()


@pytest.mark.parametrize(
    ("aspect", "changes", "grade", "words"),
    [
        (Aspect.FACE_SIZE, {"face_px": 30.0}, Grade.BAD, "2.0 times as large"),
        (Aspect.FACE_SIZE, {"face_px": 50.0}, Grade.WEAK, "1.2 times as large"),
        (Aspect.FACE_SIZE, {"face_px": 59.9}, Grade.WEAK, "1.1 times as large"),
        (Aspect.LIGHT, {"brightness": 20.0}, Grade.BAD, "Switch on a lamp"),
        (Aspect.LIGHT, {"brightness": 40.0}, Grade.WEAK, "Switch on a lamp"),
        (Aspect.LIGHT, {"brightness": 225.0}, Grade.WEAK, "Shade the camera"),
        (Aspect.LIGHT, {"brightness": 250.0}, Grade.BAD, "Shade the camera"),
        (Aspect.SHARPNESS, {"sharpness": 2.0}, Grade.BAD, "Clean the lens"),
        (Aspect.SHARPNESS, {"sharpness": 8.0}, Grade.WEAK, "Clean the lens"),
        (Aspect.ANGLE, {"yaw": -50.0}, Grade.WEAK, "straight ahead"),
        (Aspect.ANGLE, {"yaw": 10.0, "pitch": -40.0}, Grade.BAD, "straight ahead"),
        (Aspect.ANGLE, {"yaw": 80.0, "pitch": 28.0}, Grade.BAD, "straight ahead"),
    ],
)
def test_one_fault_is_graded_and_said_alone(aspect: Aspect, changes: dict[str, float], grade: Grade, words: str):
    found = findings(seen(**changes), 12.0, NEEDS)
    assert {each.aspect: each.grade for each in found if each.grade is not Grade.GOOD} == {aspect: grade}
    first, last = advice(found)
    assert words in first
    assert "Test again" in last


@pytest.mark.parametrize(
    ("fps", "grade"), [(1.5, Grade.BAD), (7.9, Grade.WEAK), (8.0, Grade.GOOD), (None, Grade.UNSEEN)]
)
def test_the_rate(fps: float | None, grade: Grade):
    assert graded(seen(), fps)[Aspect.RATE] is grade


def test_what_matters_most_is_said_first():
    said = advice(findings(seen(face_px=50.0, brightness=20.0), 1.0, NEEDS))
    assert ["lamp" in said[0], "frames a second" in said[1], "Zoom in" in said[2]] == [True] * 3


def test_without_a_face_a_person_is_asked_to_stand_there_and_nothing_is_made_up():
    found = findings(None, 12.0, NEEDS)
    assert [each.seen for each in found] == [None, None, None, None, 12.0]
    assert advice(found) == ("Stand where people will pass, look at the camera, and test again.",)


def test_a_face_of_no_size_is_no_division_by_zero():
    assert advice([Finding(Aspect.FACE_SIZE, Grade.BAD, 0.0, 60.0)])
