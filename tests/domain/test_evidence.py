import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.domain.evidence import MatchLimits, MatchWords, match_words
from faceattend.domain.vision import Verdict

LIMITS = MatchLimits(accept=0.36, unsure=0.3, margin=0.05, agree=3)


@pytest.mark.parametrize(
    ("verdict", "runner_up", "words"),
    [
        (Verdict.KNOWN, -1.0, MatchWords.CLEAR),
        (Verdict.KNOWN, 0.299, MatchWords.CLEAR),
        (Verdict.KNOWN, 0.3, MatchWords.GOOD),
        (Verdict.UNSURE, 0.3, MatchWords.LOOK_ALIKE),
        (Verdict.UNSURE, 0.299, MatchWords.DISTANT),
        (Verdict.UNSURE, -1.0, MatchWords.DISTANT),
        (Verdict.UNKNOWN, -1.0, MatchWords.NOBODY),
    ],
)
def test_the_words_follow_the_verdict_and_who_else_is_close(verdict: Verdict, runner_up: float, words: MatchWords):
    assert match_words(verdict, runner_up, LIMITS) is words


@given(verdict=st.sampled_from(Verdict), runner_up=st.floats(-1, 1))
def test_only_a_known_face_is_called_a_match(verdict: Verdict, runner_up: float):
    words = match_words(verdict, runner_up, LIMITS)
    assert ("match" in words) == (verdict is Verdict.KNOWN)
    assert ("match" in words.short) == (verdict is Verdict.KNOWN)
    assert len(words.short) <= len(words)
