"""What the cameras see: frames, faces, their quality, matches and decided passes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from faceattend.domain.said import PhraseEnum, said

BgrImage = NDArray[np.uint8]
"""uint8 (H, W, 3), blue-green-red, 0..255."""

BgraImage = NDArray[np.uint8]
"""uint8 (H, W, 4), blue-green-red and 255: the layout screens paint without converting it."""

Vectors = NDArray[np.float32]
"""float32 (N, D), each row of unit length."""

Landmarks = NDArray[np.float32]
"""float32 (5, 2) in pixels of the frame: the subject's right eye, left eye, nose tip, right and left mouth corner
(the order of YuNet, SCRFD and ArcFace's alignment template: from left to right in the picture)."""


class DeferredPicture(Protocol):
    """A decoded picture that becomes BGR when somebody looks at it; may be asked by several threads.

    Most pictures of a camera are only shown, small; to turn each into BGR costs as much as decoding it.
    """

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        ...

    def bgr(self) -> BgrImage:
        """Return the whole picture; the work is done once."""
        ...

    def shrunk(self, width_px: int) -> BgraImage:
        """Return the picture in that width, in its own proportions."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture of one camera.

    Attributes:
        camera_id: the camera it came from.
        seq: counts the camera's frames since it was opened.
        captured_at: aware UTC; read once, when the frame was received.
        pixels: the picture, read-only, or what it is made of when somebody looks at it.
        preview: the same, as small as the screen shows it; None where nobody asked for it.
    """

    camera_id: UUID
    seq: int
    captured_at: datetime
    pixels: BgrImage | DeferredPicture
    preview: BgraImage | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.pixels, np.ndarray):
            return
        if self.pixels.ndim != 3 or self.pixels.shape[2] != 3 or self.pixels.dtype != np.uint8:  # noqa: PLR2004 - (H, W, 3)
            message = f"a frame is uint8 (H, W, 3), not {self.pixels.dtype} {self.pixels.shape}"
            raise ValueError(message)
        self.pixels.flags.writeable = False

    @property
    def bgr(self) -> BgrImage:
        """The picture, uint8 (H, W, 3) BGR, read-only; made now if nobody has looked at it before."""
        return self.pixels if isinstance(self.pixels, np.ndarray) else self.pixels.bgr()

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels, without making the picture."""
        if isinstance(self.pixels, np.ndarray):
            return self.pixels.shape[1], self.pixels.shape[0]
        return self.pixels.size


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in pixels of the frame; may reach beyond its edges."""

    x: float
    y: float
    width: float
    height: float

    @property
    def area(self) -> float:
        """Square pixels."""
        return self.width * self.height

    @property
    def centre(self) -> tuple[float, float]:
        """(x, y) of the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def iou(self, other: "Box") -> float:
        """Intersection over union with another box, 0..1."""
        width = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        height = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        if width <= 0 or height <= 0:
            return 0.0
        shared = width * height
        covered = self.area + other.area - shared
        return min(shared / covered, 1.0) if covered > 0 else 0.0  # rounding: far from the origin, or vanishing boxes

    def moved(self, dx: float, dy: float) -> "Box":
        """Return the same rectangle elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)


@dataclass(frozen=True, slots=True, eq=False)
class DetectedFace:
    """A face the detector found.

    Attributes:
        box: where, in pixels of the frame.
        landmarks: float32 (5, 2), see :data:`Landmarks`.
        score: the detector's confidence, 0..1.
    """

    box: Box
    landmarks: Landmarks
    score: float

    def moved(self, dx: float, dy: float) -> "DetectedFace":
        """Return the same face elsewhere."""
        return replace(self, box=self.box.moved(dx, dy), landmarks=self.landmarks + np.array([dx, dy], np.float32))


class QualityReason(PhraseEnum):
    """Why a face is not good enough to be compared; the values are stored, so they never change."""

    TOO_SMALL = said("QualityReason", "too small")
    BLURRED = said("QualityReason", "blurred")
    TURNED_SIDEWAYS = said("QualityReason", "turned sideways")
    TURNED_UP_OR_DOWN = said("QualityReason", "turned up or down")
    TILTED = said("QualityReason", "tilted")
    TOO_DARK = said("QualityReason", "too dark")
    TOO_BRIGHT = said("QualityReason", "too bright")
    CUT_OFF = said("QualityReason", "cut off by the edge")
    UNCERTAIN = said("QualityReason", "hardly recognisable as a face")


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a face can be compared.

    Attributes:
        face_px: shorter side of the face box, pixels.
        sharpness: variance of the Laplacian of the aligned 112x112 grey face (grey levels squared).
        yaw, pitch, roll: rough head pose from five landmarks, degrees; 0 looks straight into the camera.
        brightness: mean grey level of the aligned face, 0..255.
        score: 0..1, for choosing the best of several crops of one face; not a probability.
        reasons: why it is not good enough; empty when it is.
    """

    face_px: float
    sharpness: float
    yaw: float
    pitch: float
    roll: float
    brightness: float
    score: float
    reasons: tuple[QualityReason, ...]

    @property
    def good(self) -> bool:
        """Whether nothing stands against comparing this face."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Match:
    """The person a probe is most like, and how far ahead of the next person.

    Attributes:
        person_id: the person of the nearest template.
        score: cosine similarity to it, -1..1.
        runner_up_id: the nearest other person; None in a gallery of one person.
        runner_up_score: cosine similarity to that person's nearest template; -1 where there is none.
    """

    person_id: UUID
    score: float
    runner_up_id: UUID | None = None
    runner_up_score: float = -1.0

    @property
    def margin(self) -> float:
        """How far the best person is ahead of the runner-up."""
        return self.score - self.runner_up_score


class Verdict(StrEnum):
    """The answer to "who passed?"; the values are stored, so they never change."""

    KNOWN = "known"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One decided pass of a face before a camera.

    Attributes:
        id: UUIDv7; writing the same sighting again changes nothing.
        camera_id: the camera that saw it.
        seen_at: aware UTC, capture time of the first frame that supports the verdict.
        verdict: known, unsure or unknown.
        person_id: the person, when known; the likeliest one, when unsure; None when unknown.
        score: best cosine similarity behind the verdict, -1..1.
        runner_up_id: the nearest other person, if any.
        runner_up_score: cosine similarity to that person.
        frames: number of embedded frames that support the verdict.
        contract_id: of the model pack whose templates were compared.
        crop_jpeg: the best crop of the face, JPEG; biometric data.
        revises: the earlier, less certain sighting of the same pass, if there was one.
    """

    id: UUID
    camera_id: UUID
    seen_at: datetime
    verdict: Verdict
    person_id: UUID | None
    score: float
    runner_up_id: UUID | None
    runner_up_score: float
    frames: int
    contract_id: str
    crop_jpeg: bytes
    revises: UUID | None = None

    def __post_init__(self) -> None:
        if self.seen_at.tzinfo is None or not (math.isfinite(self.score) and math.isfinite(self.runner_up_score)):
            message = "a sighting has an aware instant and finite scores: it must be storable, or it would be lost"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class TrackedFace:
    """A face on the preview of a camera: where it is, and what is known of it so far.

    Attributes:
        track_id: counts the camera's tracks.
        box: in pixels of the frame.
        verdict: None while undecided.
        person_id: as in :class:`Sighting`.
        reasons: why it cannot be decided yet, when its quality stands in the way.
        runner_up_score: as in :class:`Sighting`.
    """

    track_id: int
    box: Box
    verdict: Verdict | None
    person_id: UUID | None
    reasons: tuple[QualityReason, ...] = ()
    runner_up_score: float = -1.0


@dataclass(frozen=True, slots=True)
class Overlay:
    """What was found in one frame, for the preview to draw.

    Attributes:
        camera_id: the camera.
        seq: of the frame that was analysed.
        faces: everything tracked in it.
    """

    camera_id: UUID
    seq: int
    faces: Sequence[TrackedFace]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The outcome of analysing the newest frames of all cameras together."""

    overlays: tuple[Overlay, ...]
    sightings: tuple[Sighting, ...]
