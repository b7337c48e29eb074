"""One face's way past a camera: which crops are worth embedding, what they said, and when there is an answer."""

from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from faceattend.config.images import encode_jpeg
from faceattend.domain.ids import new_id
from faceattend.domain.vision import BgrImage, DetectedFace, Match, Quality, QualityReason, Sighting, Verdict
from faceattend.engine.decision import Decision, DecisionRule, decide

GAP = timedelta(seconds=0.15)
"""Between embedded crops of an undecided face: neighbouring frames repeat each other, so agreeing is no evidence."""

RECHECK = timedelta(seconds=3)
"""Between embedded crops of a known face: often enough to notice that a tracker went over to somebody else."""

RETRY = timedelta(seconds=1)
"""Between embedded crops of a face that was called unsure or unknown and is still there: it may come nearer."""

_WINDOW = timedelta(seconds=0.3)  # before a crop is due, in which the best one is looked for
_REMEMBERED = 24  # embedded crops, or as many as the rule asks patience for
_DOUBTS = 2  # re-checks in a row that must contradict a name before the face counts as another one
_CERTAINTY = {None: 0, Verdict.UNKNOWN: 1, Verdict.UNSURE: 2, Verdict.KNOWN: 3}


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A crop that may be embedded.

    Attributes:
        at: aware UTC, when its frame was captured.
        quality: how well it can be compared.
        aligned: uint8 (112, 112, 3) BGR.
        crop: uint8 (h, w, 3) BGR, the face with some surroundings, for people to look at.
        seen: the frame's picture around the face, and the face in it, for a closer look before it is embedded; None
            after that. Not the whole frame: hundreds of faces may wait.
    """

    at: datetime
    quality: Quality
    aligned: BgrImage
    crop: BgrImage
    seen: tuple[BgrImage, DetectedFace] | None = None


class FacePass:
    """The evidence on one tracked face. Owned by the recognition thread.

    Attributes:
        camera_id: the camera it passes.
        verdict: the answer so far; None while undecided.
        person_id: whose face it is, as far as the verdict says.
        runner_up_score: cosine similarity to the next person behind the verdict, -1..1; -1 where there is none.
        reasons: why the latest crop could not be compared; empty when it could.
    """

    def __init__(self, camera_id: UUID, rule: DecisionRule, contract_id: str) -> None:
        self.verdict: Verdict | None = None
        self.person_id: UUID | None = None
        self.runner_up_score = -1.0
        self.reasons: tuple[QualityReason, ...] = ()
        self.camera_id = camera_id
        self._rule = rule
        self._contract_id = contract_id
        self._evidence: deque[tuple[datetime, Match | None]] = deque(maxlen=max(_REMEMBERED, rule.patience))
        self._pending: Candidate | None = None
        self._best: dict[UUID | None, Candidate] = {}  # by whom it looks like: a name is shown with its own crop
        self._due_at: datetime | None = None
        self._doubts: list[tuple[Candidate, Match | None]] = []
        self._told: UUID | None = None

    def wants(self, at: datetime) -> bool:
        """Whether a crop of this moment may be embedded: cropping and judging every face of every frame is waste."""
        return self._due_at is None or at >= self._due_at - _WINDOW

    def offer(self, candidate: Candidate) -> None:
        """Take a crop into account; the best one offered until the next is due will be embedded."""
        self.reasons = candidate.quality.reasons
        if self._due_at is None:
            self._due_at = candidate.at + GAP
        better = self._pending is None or candidate.quality.score > self._pending.quality.score
        if candidate.quality.good and better:
            self._pending = candidate

    def waiting(self, at: datetime) -> timedelta | None:
        """Return for how long a crop has been due; None while none is."""
        if self._pending is None or self._due_at is None or at < self._due_at:
            return None
        return at - self._due_at

    def take(self, at: datetime) -> Candidate | None:
        """Return the crop to embed now, if one is due."""
        if self._due_at is None or at < self._due_at:
            return None
        self._due_at = at  # the next wait counts from here, however old the best crop is
        return self._pop()

    def take_last(self) -> Candidate | None:
        """The face has left: return a crop that still waits, unless there is an answer already."""
        return None if self.verdict is Verdict.KNOWN else self._pop()

    def put_off(self, candidate: Candidate) -> None:
        """A closer look found that the crop taken cannot be compared: say why, and wait for another."""
        self.reasons = candidate.quality.reasons
        self._wait(GAP, candidate)

    def hear(self, candidate: Candidate, match: Match | None) -> Sighting | None:
        """Take in what the gallery said of a crop.

        Returns:
            The sighting, when this settles the pass, or settles it with more certainty than before.
        """
        self._remember(candidate, match)
        if self.verdict is Verdict.KNOWN and not self._is_somebody_else(candidate, match):
            self._wait(GAP if self._doubts else RECHECK, candidate)
            return None
        sighting = self._settle(final=len(self._evidence) >= self._rule.patience)
        self._wait({None: GAP, Verdict.KNOWN: RECHECK}.get(self.verdict, RETRY), candidate)
        return sighting

    def finish(self) -> Sighting | None:
        """The face has left: give an answer if there was none, as far as there is evidence."""
        return self._settle(final=True) if self.verdict is None else None

    def _pop(self) -> Candidate | None:
        candidate, self._pending = self._pending, None
        return candidate

    def _wait(self, gap: timedelta, candidate: Candidate) -> None:
        self._due_at = max(candidate.at, self._due_at or candidate.at) + gap

    def _remember(self, candidate: Candidate, match: Match | None) -> None:
        """Take evidence in, and keep the best crop of each person that any of it looks like."""
        self._evidence.append((candidate.at, match))
        looks_like = match.person_id if match else None
        best = self._best.get(looks_like)
        if best is None or candidate.quality.score > best.quality.score:
            self._best[looks_like] = candidate
        remembered = {match.person_id if match else None for _, match in self._evidence}
        self._best = {key: each for key, each in self._best.items() if key in remembered}

    def _is_somebody_else(self, candidate: Candidate, match: Match | None) -> bool:
        """Notice that a re-checked face no longer is the known one; then start over with what contradicts the name."""
        if match is not None and match.person_id == self.person_id and match.score >= self._rule.unsure:
            self._doubts.clear()
            return False
        self._doubts.append((candidate, match))
        if len(self._doubts) < _DOUBTS:
            return False
        self.verdict = self.person_id = self._told = None
        self._evidence.clear()
        self._best.clear()
        for doubt in self._doubts:
            self._remember(*doubt)
        self._doubts.clear()
        return True

    def _settle(self, *, final: bool) -> Sighting | None:
        evidence = list(self._evidence)
        decision = decide([match for _, match in evidence], self._rule, final=final)
        if decision is None or _CERTAINTY[decision.verdict] <= _CERTAINTY[self.verdict]:
            return None
        seen_at = min(evidence[index][0] for index in decision.frames)
        sighting = replace(self._sighting(decision, seen_at), revises=self._told)
        self.verdict, self.person_id, self._told = sighting.verdict, sighting.person_id, sighting.id
        self.runner_up_score = sighting.runner_up_score
        return sighting

    def _sighting(self, decision: Decision, seen_at: datetime) -> Sighting:
        named = decision.match if decision.verdict is not Verdict.UNKNOWN else None
        crops = [self._best[named.person_id]] if named else list(self._best.values())
        best = max(crops, key=lambda candidate: candidate.quality.score)
        return Sighting(
            id=new_id(),
            camera_id=self.camera_id,
            seen_at=seen_at,
            verdict=decision.verdict,
            person_id=named.person_id if named else None,
            score=decision.match.score if decision.match else -1.0,
            runner_up_id=named.runner_up_id if named else None,
            runner_up_score=named.runner_up_score if named else -1.0,
            frames=len(decision.frames),
            contract_id=self._contract_id,
            crop_jpeg=encode_jpeg(best.crop),
        )
