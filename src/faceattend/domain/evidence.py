"""What a comparison of faces says, in words that a person at the desk understands."""

from dataclasses import dataclass

from faceattend.domain.said import Phrase, PhraseEnum, said
from faceattend.domain.vision import Verdict


@dataclass(frozen=True, slots=True)
class MatchLimits:
    """What is asked before a name is said; all but ``agree`` are cosine similarities, -1..1.

    Attributes:
        accept: from which a frame speaks for a person.
        unsure: from which somebody counts as close at all.
        margin: how far the best person must be ahead of the next one.
        agree: frames that must speak for the same person.
    """

    accept: float
    unsure: float
    margin: float
    agree: int


class MatchWords(PhraseEnum):
    """The words for a match; ``short`` is for where there is little room."""

    CLEAR = said("MatchWords", "Clear match, nobody else close")
    GOOD = said("MatchWords", "Good match")
    LOOK_ALIKE = said("MatchWords", "Unsure: two people look alike")
    DISTANT = said("MatchWords", "Unsure: not close enough to say")
    NOBODY = said("MatchWords", "No enrolled person is close")

    @property
    def short(self) -> Phrase:
        """The same, cut to what matters most."""
        return _SHORT[self]


_SHORT = {
    MatchWords.CLEAR: said("MatchWords", "Clear match"),
    MatchWords.GOOD: said("MatchWords", "Good match"),
    MatchWords.LOOK_ALIKE: said("MatchWords", "Two look alike"),
    MatchWords.DISTANT: said("MatchWords", "Not close enough"),
    MatchWords.NOBODY: said("MatchWords", "Nobody is close"),
}


def match_words(verdict: Verdict, runner_up_score: float, limits: MatchLimits) -> MatchWords:
    """Say what a decided pass rests on.

    A known face is a clear match unless somebody else is close as well. An unsure one has two look-alikes if the next
    person is close too; else its best person is near, but not near enough.

    Args:
        verdict: the answer.
        runner_up_score: cosine similarity to the nearest other person; -1 where there is none.
        limits: what was asked.
    """
    others_close = runner_up_score >= limits.unsure
    if verdict is Verdict.KNOWN:
        return MatchWords.GOOD if others_close else MatchWords.CLEAR
    if verdict is Verdict.UNSURE:
        return MatchWords.LOOK_ALIKE if others_close else MatchWords.DISTANT
    return MatchWords.NOBODY
