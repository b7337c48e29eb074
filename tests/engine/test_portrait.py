import cv2
import numpy as np
import pytest
from tests import faces
from tests.faces import a_face

from faceattend.domain.errors import ImageRejected, NoFaceFound, PoorFace, SeveralFacesFound
from faceattend.domain.vision import BgrImage, Box
from faceattend.engine.models import Models
from faceattend.engine.portrait import Portrait, aligned_subject, find_faces, read_portrait, subject
from faceattend.engine.recogniser import surroundings

pytestmark = pytest.mark.models


def scaled(image: BgrImage, factor: float) -> BgrImage:
    kind = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return cv2.resize(image, None, fx=factor, fy=factor, interpolation=kind).astype(np.uint8)


def with_bystander(factor: float) -> BgrImage:
    """The astronaut, and beside her Tom Hanks at so many times the size of her face."""
    picture = cv2.copyMakeBorder(faces.astronaut(), 0, 0, 0, 200, cv2.BORDER_CONSTANT, value=(90, 90, 90))
    other = scaled(faces.tom_hanks(), factor)
    picture[100 : 100 + other.shape[0], 540 : 540 + other.shape[1]] = other
    return picture.astype(np.uint8)


def read(image: BgrImage, models: Models) -> Portrait:
    return read_portrait(image, models.detector, "anna.jpg")


def likeness(models: Models, *aligned: BgrImage | None) -> float:
    one, other = models.embedder.embed(np.stack([each for each in aligned if each is not None]))
    return float(one @ other)


class TestGoodPhotos:
    def test_the_face_is_taken_out_upright_with_some_surroundings(self, models: Models):
        portrait = read(faces.astronaut(), models)
        assert portrait.quality.good
        assert portrait.aligned.shape == (112, 112, 3)
        (again,) = find_faces(portrait.crop, models.detector)
        assert again.box.width * 1.3 < portrait.crop.shape[1] < again.box.width * 2.2
        assert portrait.crop.base is None  # a copy: the photo itself is let go

    @pytest.mark.parametrize("factor", [0.7, 1.5, 3.0])
    def test_the_size_of_the_photo_does_not_change_who_it_shows(self, models: Models, factor: float):
        plain, other = (read(image, models).aligned for image in (faces.astronaut(), scaled(faces.astronaut(), factor)))
        assert likeness(models, plain, other) > 0.85

    @pytest.mark.parametrize("angle", [-25, 25])
    def test_a_tilted_head_shows_the_same_person(self, models: Models, angle: float):
        matrix = cv2.getRotationMatrix2D((224, 120), angle, 1.0)
        tilted = cv2.warpAffine(faces.astronaut(), matrix, (512, 512), borderMode=cv2.BORDER_REFLECT).astype(np.uint8)
        plain, other = (aligned_subject(image, models.detector) for image in (faces.astronaut(), tilted))
        assert likeness(models, plain, other) > 0.8

    def test_all_six_people_of_a_group_photo_can_be_enrolled_from_their_crops(self, models: Models):
        photo = faces.six_people()
        found = sorted(find_faces(photo, models.detector), key=lambda face: face.box.x)
        vectors = models.embedder.embed(
            np.stack([read(surroundings(photo, face.box), models).aligned for face in found])
        )
        likenesses = vectors @ vectors.T - np.eye(6)
        assert len(found) == 6
        assert likenesses.max() < models.manifest.accept

    def test_somebody_in_the_background_is_passed_over(self, models: Models):
        picture = with_bystander(0.35)
        assert len(find_faces(picture, models.detector)) == 2
        own, alone = read(picture, models).aligned, read(faces.astronaut(), models).aligned
        assert likeness(models, own, alone) > 0.95

    def test_a_face_that_fills_the_picture_is_found_through_a_border(self, models: Models):
        tight = scaled(faces.six_people()[300:390, 480:560], 6)
        assert models.detector.detect([tight], [20.0]) == [[]]
        (face,) = find_faces(tight, models.detector)
        assert 0 < face.box.centre[0] < tight.shape[1]
        assert 0 < face.box.centre[1] < tight.shape[0]
        expected = aligned_subject(faces.six_people()[240:430, 430:610], models.detector)
        assert likeness(models, aligned_subject(tight, models.detector), expected) > 0.5


class TestRefusedPhotos:
    @pytest.mark.parametrize(
        "image",
        [
            np.full((480, 640, 3), 128, np.uint8),
            np.random.default_rng(0).integers(0, 256, (480, 640, 3), np.uint8),
            np.zeros((1, 1, 3), np.uint8),
            faces.astronaut()[320:, :],
        ],
        ids=["grey", "noise", "one pixel", "without the head"],
    )
    def test_a_photo_without_a_face(self, models: Models, image: BgrImage):
        with pytest.raises(NoFaceFound, match=r"No face was found in anna\.jpg") as refused:
            read(image, models)
        assert "from the front" in refused.value.remedy
        assert aligned_subject(image, models.detector) is None

    def test_a_photo_of_six(self, models: Models):
        with pytest.raises(SeveralFacesFound, match=r"anna\.jpg shows 6 faces") as refused:
            read(faces.six_people(), models)
        assert "alone" in refused.value.remedy

    def test_a_photo_of_two_of_like_size(self, models: Models):
        with pytest.raises(SeveralFacesFound, match="shows 2 faces"):
            read(with_bystander(1.0), models)

    def test_a_face_of_twenty_pixels(self, models: Models):
        with pytest.raises(ImageRejected) as refused:
            read(scaled(faces.astronaut(), 20 / 90), models)
        assert isinstance(refused.value, NoFaceFound) or "too small" in refused.value.what
        assert refused.value.remedy

    @pytest.mark.parametrize(
        ("image", "reason"),
        [
            (scaled(faces.astronaut(), 0.5), "too small"),
            (cv2.GaussianBlur(faces.astronaut(), (0, 0), 5), "blurred"),
            ((faces.astronaut() // 8).astype(np.uint8), "too dark"),
            (faces.astronaut()[125:, :], "cut off by the edge"),
        ],
        ids=["small", "blurred", "dark", "cut"],
    )
    def test_a_face_that_cannot_serve_says_why_in_plain_words(self, models: Models, image: BgrImage, reason: str):
        with pytest.raises(PoorFace, match=r"The face in anna\.jpg is .*" + reason) as refused:
            read(image.astype(np.uint8), models)
        assert "sharp photo" in refused.value.remedy


class TestSubject:
    def test_of_two_alike_it_is_the_one_in_the_middle(self):
        middle, side = a_face(270, 190), a_face(10, 190)
        assert subject([side, middle], np.zeros((480, 640, 3), np.uint8)) is middle

    def test_of_two_as_far_from_the_middle_it_is_the_larger_one(self):
        small, large = a_face(100, 200, side=80), a_face(420, 180, side=120)
        assert subject([small, large], np.zeros((480, 640, 3), np.uint8)) is large


@pytest.mark.parametrize(
    ("box", "shape"),
    [
        (Box(40, 30, 20, 20), (32, 32)),
        (Box(-20, -20, 20, 20), (6, 6)),
        (Box(-500, -500, 20, 20), (1, 1)),
        (Box(500, 500, 20, 20), (1, 1)),
        (Box(90, 70, 20, 20), (16, 16)),
    ],
    ids=["inside", "at the corner", "above", "below", "at the other corner"],
)
def test_surroundings_are_cut_at_the_edges_and_never_empty(box: Box, shape: tuple[int, int]):
    assert surroundings(np.zeros((80, 100, 3), np.uint8), box).shape == (*shape, 3)


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_landmarks_are_refined_to_where_they_are(models: Models, factor: float):
    """To 4 pixels of a face 90 pixels wide, against what the eye sees."""
    photo = scaled(faces.astronaut(), factor)
    (face,) = find_faces(photo, models.detector)
    (better,) = models.detector.refine([(photo, face)])
    assert (better.box, better.score) == (face.box, face.score)
    seen = [[204, 100.5], [246.5, 104.5], [221.5, 126], [203.5, 140.5], [240, 144.5]]
    np.testing.assert_allclose(better.landmarks / factor, seen, atol=4)


def test_where_a_closer_look_finds_no_face_the_landmarks_stay(models: Models):
    face = a_face(100, 100)
    (same,) = models.detector.refine([(np.full((400, 400, 3), 90, np.uint8), face)])
    np.testing.assert_array_equal(same.landmarks, face.landmarks)


def test_a_closer_look_is_not_distracted_by_a_neighbour(models: Models):
    photo = with_bystander(0.8)
    found = find_faces(photo, models.detector)
    refined = models.detector.refine([(photo, face) for face in found])
    for face, better in zip(found, refined, strict=True):
        assert np.abs(better.landmarks - face.landmarks).max() < 0.12 * face.box.width
