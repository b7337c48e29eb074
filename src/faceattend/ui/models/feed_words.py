"""What a sighting of the feed is called, line by line."""

from dataclasses import dataclass

from faceattend.domain.access import user_name
from faceattend.domain.attendance import AnswerKind, Direction
from faceattend.domain.evidence import MatchLimits, match_words
from faceattend.domain.feed import FeedItem, Uncounted
from faceattend.domain.vision import Verdict
from faceattend.services.feed import FeedPictures
from faceattend.ui.models.feed_rows import FeedLine
from faceattend.ui.translation import spoken, translate
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


def fold_entry(line: FeedLine, telling: Telling, pictures: FeedPictures | None) -> FeedEntry:
    """Return the row that tells of several passages of unknown faces; where they wait, a button shows them one by one.

    Args:
        line: of at least two passages.
        telling: how.
        pictures: of the newest; None while they are being read.
    """
    newest, count = line.items[0], len(line.items)
    times = _from_to(line.items[-1], newest)
    verb = translate("Feed", "Fold together") if line.opened else translate("Feed", "Show all {count}")
    return FeedEntry(
        id=line.id or newest.id,
        kind=FeedKind.UNKNOWN,
        title=translate("Feed", "{count} unknown passages").format(count=count),
        second=_camera(newest) if telling.compact else translate("Feed", " · ").join([_camera(newest), times]),
        words=_words(newest, telling),
        time=f"{newest.local:%H:%M:%S}" if telling.compact else "",
        probe=(_BEING_READ if pictures is None else pictures).probe,
        reference=None,
        icon=_icon(newest),
        action=verb.format(count=count) if line.waiting else None,
        key=translate("Feed", "Enter") if line.waiting else None,
        more=line.waiting and telling.may_answer,
        quiet=not line.waiting,
        passages=count,
        opened=line.opened,
    )


def _from_to(first: FeedItem, last: FeedItem) -> str:
    begins, ends = f"{first.local:%H:%M}", f"{last.local:%H:%M}"
    return begins if begins == ends else translate("Feed", "{begins} to {ends}").format(begins=begins, ends=ends)


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
    counted = _counted(item, telling)
    unnamed = not item.group and not counted
    first = [counted, item.group] if item.uncounted else [item.group, counted]  # a long group must not cut off why
    parts = [*first, _camera(item) if unnamed or not telling.compact else None]
    return translate("Feed", " · ").join(part for part in parts if part)


def _counted(item: FeedItem, telling: Telling) -> str:
    """Return as what it counts, or why it does not; empty where that is not asked yet."""
    if item.direction is not None:
        return translate("Feed", "In") if item.direction is Direction.IN else translate("Feed", "Out")
    if item.uncounted is None:
        return ""
    if telling.compact:
        return translate("Feed", "Not counted")
    if item.uncounted is Uncounted.AGAIN:
        return translate("Feed", "Seen again, not counted")
    return translate("Feed", "Not active, not counted")


def _camera(item: FeedItem) -> str:
    return item.camera or translate("Feed", "a camera that was removed")


def _words(item: FeedItem, telling: Telling) -> str:
    by = spoken(user_name(item.answered_by or ""))
    if item.answer in {AnswerKind.PERSON, AnswerKind.VISITOR}:
        told = (
            translate("Feed", "Decided by {user}")
            if item.answer is AnswerKind.PERSON
            else translate("Feed", "Registered by {user}")
        )
        return told.format(user=by)
    if item.answer is AnswerKind.DISMISSED:
        return translate("Feed", "Dismissed by {user}").format(user=by)
    match = match_words(item.verdict, item.runner_up_score, telling.limits)
    return spoken(match.short if telling.compact else match)


def _icon(item: FeedItem) -> str:
    if _named_by_hand(item):
        return "user-check"
    return "x" if item.answer is AnswerKind.DISMISSED else _ICONS[item.verdict]


def _named_by_hand(item: FeedItem) -> bool:
    return item.answer in {AnswerKind.PERSON, AnswerKind.VISITOR}
