from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.domain.vision import Match, Verdict
from faceattend.engine.decision import DecisionRule, decide

ANNA, BEN, CLEO = (UUID(int=number) for number in (1, 2, 3))
RULE = DecisionRule(accept=0.45, unsure=0.36, margin=0.05, agree=3, patience=12)

people = st.sampled_from([ANNA, BEN, CLEO])
scores = st.floats(-1, 1, width=32)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    person = draw(people)
    score, runner_up = sorted((draw(scores), draw(scores)), reverse=True)
    alone = draw(st.booleans())
    return Match(person, score) if alone else Match(person, score, draw(people), runner_up)


rules = st.builds(
    DecisionRule,
    accept=st.floats(0.2, 0.8),
    unsure=st.floats(0, 0.6),
    margin=st.floats(0, 0.3),
    agree=st.integers(1, 6),
    patience=st.integers(1, 24),
)
evidences = st.lists(st.none() | matches(), max_size=24)


def says(person: UUID, score: float = 0.6, runner_up: float = 0.1) -> Match:
    return Match(person, score, CLEO if person != CLEO else ANNA, runner_up)


class TestKnown:
    @given(evidences, rules, st.booleans())
    def test_a_name_is_said_only_where_enough_good_frames_agree_on_it(
        self,
        evidence: Sequence[Match | None],
        rule: DecisionRule,
        final: bool,  # noqa: FBT001
    ):
        decision = decide(evidence, rule, final=final)
        if decision is None or decision.verdict is not Verdict.KNOWN:
            return
        assert decision.match is not None
        supporting = [evidence[index] for index in decision.frames]
        assert len(supporting) == len(set(decision.frames)) >= rule.agree
        assert decision.match in supporting
        for match in supporting:
            assert match is not None
            assert match.person_id == decision.match.person_id
            assert match.score >= rule.accept
            assert match.score - match.runner_up_score >= rule.margin
            assert match.score <= decision.match.score
        votes = [match for match in evidence if match is not None and rule.supports(match)]
        assert Fraction(len(supporting), len(votes)) >= Fraction(2, 3)

    @given(evidences, rules)
    def test_a_name_is_never_kept_back_where_enough_good_frames_agree_on_it(
        self, evidence: Sequence[Match | None], rule: DecisionRule
    ):
        votes = Counter(match.person_id for match in evidence if match is not None and rule.supports(match))
        agreed = [
            person for person, n in votes.items() if n >= rule.agree and Fraction(n, votes.total()) >= Fraction(2, 3)
        ]
        decision = decide(evidence, rule, final=False)
        assert [decision.match.person_id if decision and decision.match else None] == (agreed or [None])

    @given(evidences, rules)
    def test_being_due_changes_no_name(self, evidence: Sequence[Match | None], rule: DecisionRule):
        early = decide(evidence, rule, final=False)
        assert early is None or decide(evidence, rule, final=True) == early

    def test_two_of_three_agreeing_frames_wait_for_the_third(self):
        assert decide([says(ANNA)] * 2, RULE, final=False) is None
        decision = decide([says(ANNA, 0.5), says(ANNA, 0.7), says(ANNA, 0.6)], RULE, final=False)
        assert decision is not None
        assert (decision.verdict, decision.frames) == (Verdict.KNOWN, (0, 1, 2))
        assert decision.match == says(ANNA, 0.7)

    @pytest.mark.parametrize(
        "poor", [says(BEN, 0.449), says(BEN, 0.6, runner_up=0.551), None], ids=["low", "ambiguous", "empty gallery"]
    )
    def test_frames_that_speak_for_nobody_do_not_stand_in_the_way(self, poor: Match | None):
        decision = decide([poor, says(ANNA), poor, says(ANNA), poor, says(ANNA)], RULE, final=False)
        assert decision is not None
        assert (decision.verdict, decision.frames) == (Verdict.KNOWN, (1, 3, 5))

    def test_a_dispute_is_not_decided_by_a_bare_majority(self):
        assert decide([says(ANNA)] * 3 + [says(BEN)] * 2, RULE, final=False) is None
        assert decide([says(ANNA)] * 4 + [says(BEN)] * 2, RULE, final=False) is not None

    def test_the_limits_themselves_count(self):
        exact = Match(ANNA, 0.5, BEN, 0.25)
        rule = DecisionRule(accept=0.5, unsure=0.25, margin=0.25, agree=1)
        assert rule.supports(exact)
        decision = decide([exact], rule, final=False)
        assert decision is not None
        assert decision.verdict is Verdict.KNOWN


class TestUnsureAndUnknown:
    @given(evidences, rules)
    def test_where_an_answer_is_due_there_is_one_if_there_is_any_evidence(
        self, evidence: Sequence[Match | None], rule: DecisionRule
    ):
        assert (decide(evidence, rule, final=True) is not None) == bool(evidence)

    @given(evidences, rules)
    def test_unsure_and_unknown_are_told_apart_by_the_nearest_frame(
        self, evidence: Sequence[Match | None], rule: DecisionRule
    ):
        decision = decide(evidence, rule, final=True)
        if decision is None or decision.verdict is Verdict.KNOWN:
            return
        best = max((match.score for match in evidence if match is not None), default=None)
        if best is not None and best >= rule.unsure:
            near = tuple(n for n, match in enumerate(evidence) if match is not None and match.score >= rule.unsure)
            assert (decision.verdict, decision.frames) == (Verdict.UNSURE, near)
        else:
            assert (decision.verdict, decision.frames) == (Verdict.UNKNOWN, tuple(range(len(evidence))))
        assert (decision.match.score if decision.match else None) == best

    def test_in_an_empty_gallery_everybody_is_unknown(self):
        decision = decide([None, None], RULE, final=True)
        assert decision is not None
        assert (decision.verdict, decision.match, decision.frames) == (Verdict.UNKNOWN, None, (0, 1))

    def test_without_evidence_nothing_is_said(self):
        assert decide([], RULE, final=True) is None
