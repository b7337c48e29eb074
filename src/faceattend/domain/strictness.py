"""How much likeness is asked for before a name is said: named steps around a model pack's own threshold.

What a step means is only said where it was measured: for the default pack, on 4,646 photos of 1,851 people (the
development half of LFW, twenty random halves as gallery, the others as strangers; docs/adr/0004-thresholds.md).
"""

from dataclasses import dataclass
from enum import StrEnum

_SAME = 0.0005


class Strictness(StrEnum):
    """The steps, from the one that asks for most likeness to the one that asks for least."""

    VERY_CAREFUL = "very careful"
    CAREFUL = "careful"
    BALANCED = "balanced"
    GENEROUS = "generous"
    VERY_GENEROUS = "very generous"


_AROUND = {
    Strictness.VERY_CAREFUL: 0.05,
    Strictness.CAREFUL: 0.025,
    Strictness.BALANCED: 0.0,
    Strictness.GENEROUS: -0.025,
    Strictness.VERY_GENEROUS: -0.055,
}
_HIGHEST = 0.95


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a threshold did to single photos when it was measured.

    Attributes:
        strangers_named: of 1,000 photos of strangers, so many were given a name, among ``people`` with one photo each.
        people: enrolled then.
        missed_one: of 100 photos of enrolled people, so many were not recognised, with one photo enrolled.
        missed_three: the same with three photos enrolled (148 people).
    """

    strangers_named: float
    people: int
    missed_one: float
    missed_three: float


_MEASURED = {
    ("opencv-zoo", 0.505): Consequence(1.82, 414, 5.67, 0.87),
    ("opencv-zoo", 0.48): Consequence(4.46, 414, 4.19, 0.49),
    ("opencv-zoo", 0.455): Consequence(11.67, 414, 2.88, 0.42),
    ("opencv-zoo", 0.43): Consequence(31.57, 414, 1.99, 0.32),
    ("opencv-zoo", 0.40): Consequence(109.94, 414, 1.22, 0.16),
}


def accept_for(step: Strictness, own: float) -> float:
    """Return the similarity a step asks for.

    Args:
        step: the step.
        own: the pack's own threshold, cosine similarity.

    Returns:
        Cosine similarity, to three places.
    """
    return round(min(max(own + _AROUND[step], 0.0), max(own, _HIGHEST)), 3)


def step_of(accept: float, own: float) -> Strictness | None:
    """Return the step that asks for this similarity; None for a value between the steps, set by hand.

    Args:
        accept: as in the settings: 0 stands for the pack's own.
        own: the pack's own threshold.
    """
    asked = accept or own
    return next((step for step in Strictness if abs(accept_for(step, own) - asked) < _SAME), None)


def consequence(pack: str, accept: float) -> Consequence | None:
    """Return what this threshold did when it was measured with this pack; None where nobody has measured it."""
    return next(
        (figures for (name, value), figures in _MEASURED.items() if name == pack and abs(value - accept) < _SAME), None
    )
