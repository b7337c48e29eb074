"""What a sighting of the feed is called, line by line."""

from dataclasses import dataclass

from faceattend.domain.attendance import AnswerKind, Direction
from faceattend.domain.evidence import MatchLimits, match_words
from faceattend.domain.feed import FeedItem
from faceattend.domain.vision import Verdict
from faceattend.services.feed import FeedPictures
from faceattend.ui.models.match_text import match_text
from faceattend.ui.translation import translate
from faceattend.ui.widgets.feed_row import FeedEntry, FeedKind

_KINDS = {Verdict.KNOWN: FeedKind.KNOWN, Verdict.UNSURE: FeedKind.UNSURE, Verdict.UNKNOWN: FeedKind.UNKNOWN}
_ICONS = {Verdict.KNOWN: "circle-check", Verdict.UNSURE: "circle-question-mark", Verdict.UNKNOWN: "user-search"}
_LONGEST_CHOICE = 18  # letters that fit beside the time, in a pane of 360 pixels
_BEING_READ = FeedPictures(b"", b"")


@dataclass(frozen=True, slots=True)
class Telling:
    """How rows are told.

    Attributes:
        limits: what the words for a match rest on.
        compact: little room: shorter words, and no camera.
        may_answer: whether this user may answer; else nothing waits for them.
    """

    limits: MatchLimits
    compact: bool = False
    may_answer: bool = True


def entry_of(item: FeedItem, telling: Telling, pictures: FeedPictures | None, *, waiting: bool) -> FeedEntry:
    """Return the row of a sighting.

    Args:
        item: the sighting.
        telling: how.
        pictures: None while they are being read.
        waiting: whether it stands among those that wait for an answer.
    """
    shown = _BEING_READ if pictures is None else pictures
    asks = waiting and telling.may_answer
    unknown = item.verdict is Verdict.UNKNOWN
    return FeedEntry(
        id=item.id,
        kind=FeedKind.KNOWN if _named_by_hand(item) else _KINDS[item.verdict],
        title=title_of(item),
        second=_second(item, telling),
        words=_words(item, telling),
        time=f"{item.local:%H:%M:%S}",
        probe=shown.probe,
        reference=shown.reference if item.person_id is not None else None,
        icon=_icon(item),
        action=action_words(unknown=unknown) if asks else None,
        key=("V" if unknown else "D") if asks else None,
        more=asks,
        quiet=not waiting,
    )


def action_words(*, unknown: bool) -> str:
    """Return what the first button of a waiting row says."""
    return translate("Feed", "Register visitor") if unknown else translate("Feed", "Decide who")


def title_of(item: FeedItem) -> str:
    """Return who it is, as far as that is known."""
    if item.person_id is None:
        return translate("Feed", "Unknown visitor")
    name = item.name or translate("Feed", "Somebody not enrolled any more")
    if item.verdict is not Verdict.UNSURE or item.answered:
        return name
    if item.runner_up is None:
        return translate("Feed", "{name}?").format(name=name)
    return translate("Feed", "{either}?").format(either=either(name, item.runner_up))


def either(one: str, other: str) -> str:
    """Return two names as a choice: a family name they share is said once, long names are cut to their first word."""
    first, _, family = one.rpartition(" ")
    if first and family == other.rpartition(" ")[2] and one != other:
        one = first
    if len(one) + len(other) > _LONGEST_CHOICE:
        one, other = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    return translate("Feed", "{one} or {other}").format(one=one, other=other)


def _second(item: FeedItem, telling: Telling) -> str:
    directions = {Direction.IN: translate("Feed", "In"), Direction.OUT: translate("Feed", "Out")}
    direction = directions[item.direction] if item.direction else None
    camera = item.camera or translate("Feed", "a camera that was removed")
    unnamed = not item.group and not direction
    parts = [item.group, direction, camera if unnamed or not telling.compact else None]
    return translate("Feed", " · ").join(part for part in parts if part)


def _words(item: FeedItem, telling: Telling) -> str:
    by = item.answered_by or ""
    if item.answer in {AnswerKind.PERSON, AnswerKind.VISITOR}:
        told = (
            translate("Feed", "Decided by {user}")
            if item.answer is AnswerKind.PERSON
            else translate("Feed", "Registered by {user}")
        )
        return told.format(user=by)
    if item.answer is AnswerKind.DISMISSED:
        return translate("Feed", "Dismissed by {user}").format(user=by)
    return match_text(match_words(item.verdict, item.runner_up_score, telling.limits), short=telling.compact)


def _icon(item: FeedItem) -> str:
    if _named_by_hand(item):
        return "user-check"
    return "x" if item.answer is AnswerKind.DISMISSED else _ICONS[item.verdict]


def _named_by_hand(item: FeedItem) -> bool:
    return item.answer in {AnswerKind.PERSON, AnswerKind.VISITOR}
