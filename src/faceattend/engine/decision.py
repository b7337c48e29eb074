"""When is a face known? Pure rules over what the embedded frames of one pass said."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from faceattend.domain.vision import Match, Verdict

_MAJORITY = 2 / 3


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """What is asked before a name is said.

    Attributes:
        accept: cosine similarity from which a frame speaks for a person. A threshold for one-to-one comparison is
            far too loose here, since every person in the gallery is a chance to be wrong (ENGINE.md).
        unsure: cosine similarity from which a face is not called unknown.
        margin: how far the best person must be ahead of the runner-up.
        agree: frames that must speak for the same person.
        patience: frames after which a face that is still not known is called unsure or unknown.
    """

    accept: float
    unsure: float
    margin: float = 0.05
    agree: int = 3
    patience: int = 12

    def supports(self, match: Match) -> bool:
        """Whether the frame behind this match speaks for its person."""
        return match.score >= self.accept and match.margin >= self.margin


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer for one pass.

    Attributes:
        verdict: known, unsure or unknown.
        match: the strongest match behind it; None in an empty gallery.
        frames: indices of the evidence that supports it.
    """

    verdict: Verdict
    match: Match | None
    frames: tuple[int, ...]


def decide(evidence: Sequence[Match | None], rule: DecisionRule, *, final: bool) -> Decision | None:
    """Weigh the evidence of one pass.

    Args:
        evidence: what each embedded frame said, in order; None where the gallery was empty.
        rule: what is asked.
        final: whether an answer is due (the face has left, or patience is over).

    Returns:
        Known as soon as enough frames agree and two thirds of all that speak for anyone do; None while an answer is
        neither found nor due. Unsure when some frame was too near to a person to call the face unknown.
    """
    known = _known(evidence, rule)
    if known is not None or not final or not evidence:
        return known
    matches = {index: match for index, match in enumerate(evidence) if match is not None}
    near = {index: match for index, match in matches.items() if match.score >= rule.unsure}
    strongest = max((near or matches).values(), key=lambda match: match.score, default=None)
    if not near:
        return Decision(Verdict.UNKNOWN, strongest, tuple(range(len(evidence))))
    return Decision(Verdict.UNSURE, strongest, tuple(near))


def _known(evidence: Sequence[Match | None], rule: DecisionRule) -> Decision | None:
    votes = {index: match for index, match in enumerate(evidence) if match is not None and rule.supports(match)}
    counted = Counter[UUID](match.person_id for match in votes.values())
    for person_id, count in counted.most_common(1):
        if count >= rule.agree and count >= _MAJORITY * len(votes):
            frames = tuple(index for index, match in votes.items() if match.person_id == person_id)
            return Decision(Verdict.KNOWN, max((votes[index] for index in frames), key=lambda m: m.score), frames)
    return None
