"""Attendance as it is looked at: who, on which days, and what the days of those in view hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from faceattend.domain.access import Actor, Permission, require
from faceattend.domain.cameras import Camera, Site
from faceattend.domain.directory import PersonIds
from faceattend.domain.people import Person
from faceattend.domain.timecards import DayCard, RosterQuery, day_cards
from faceattend.domain.timesheets import instants_that_matter
from faceattend.services.directory import DirectoryService
from faceattend.storage.database import Database, Work

MOST_SUMMED = 2000
"""People up to which the sums of all are worked out while one looks; of more, a report tells them."""

_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is asked for.

    Attributes:
        query: as asked.
        ids: people in the order of their names.
        rest_days: those of the rest days asked about on which somebody of them came.
    """

    query: RosterQuery
    ids: PersonIds
    rest_days: frozenset[date]


@dataclass(frozen=True, slots=True)
class Timecard:
    """One person's row.

    Attributes:
        person: who.
        face: a small picture of the best photo in use, JPEG; None without one. Biometric data.
        cards: of those days of the range that have punches, in order.
    """

    person: Person
    face: bytes | None
    cards: tuple[DayCard, ...]

    @property
    def worked(self) -> timedelta:
        """The hours of all its days."""
        return sum((card.work.worked for card in self.cards), timedelta(0))


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of everybody asked for.

    Attributes:
        people: how many.
        came: with punches on the days.
        to_check: with a day that a person should look at.
        worked: hours of all.
    """

    people: int
    came: int
    to_check: int
    worked: timedelta

    def with_person(self, cards: Sequence[DayCard]) -> "Totals":
        """Return the sums with one more person, who has these days."""
        return Totals(
            people=self.people + 1,
            came=self.came + bool(cards),
            to_check=self.to_check + any(card.to_check for card in cards),
            worked=sum((card.work.worked for card in cards), self.worked),
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """What attendance can be narrowed down to, and where it may happen.

    Attributes:
        groups: their names, in order.
        cameras, sites: by name.
    """

    groups: tuple[str, ...]
    cameras: tuple[Camera, ...]
    sites: tuple[Site, ...]


class TimecardService:
    """Reads attendance by person and day. May be used by several threads.

    Every method raises PermissionDenied without the right to view attendance, and StorageError if the data cannot be
    read.

    Args:
        database: where it is kept.
        directory: knows the people and their thumbnails.
    """

    def __init__(self, database: Database, directory: DirectoryService) -> None:
        self._database = database
        self._directory = directory

    def choices(self, actor: Actor) -> Choices:
        """Return what can be chosen from."""
        require(actor, Permission.VIEW_ATTENDANCE)
        with self._database.reading() as work:
            groups = tuple(each.name for each in work.directory.groups())
            return Choices(groups, tuple(work.cameras.list()), tuple(work.sites.list()))

    def roster(self, actor: Actor, query: RosterQuery, now: datetime, rest_days: Sequence[date] = ()) -> Roster:
        """Return who is asked for.

        Args:
            actor: the acting user.
            query: which days, whom.
            now: aware; decides who is inside.
            rest_days: days of the range that are only shown if somebody came.
        """
        require(actor, Permission.VIEW_ATTENDANCE)
        with self._database.reading() as work:
            ids = work.rosters.ids(query, now)
            return Roster(query, ids, frozenset(work.rosters.days_begun(query, ids, rest_days)))

    def cards(
        self, actor: Actor, query: RosterQuery, person_ids: Sequence[UUID], now: datetime
    ) -> dict[UUID, Timecard]:
        """Return the rows of a few people, some hundred at most; who is not stored any more is left out.

        Args:
            actor: the acting user.
            query: its days count, and nothing else.
            person_ids: whose.
            now: aware; decides who is inside.
        """
        require(actor, Permission.VIEW_ATTENDANCE)
        listed = self._directory.rows(actor, person_ids)
        with self._database.reading() as work:
            cards = _cards(work, [each.person.id for each in listed], query, now)
        return {each.person.id: Timecard(each.person, each.thumbnail, cards[each.person.id]) for each in listed}

    def totals(self, actor: Actor, roster: Roster, now: datetime) -> Totals | None:
        """Return the sums of everybody asked for; None for more than MOST_SUMMED people."""
        require(actor, Permission.VIEW_ATTENDANCE)
        if len(roster.ids) > MOST_SUMMED:
            return None
        totals = Totals(0, 0, 0, timedelta(0))
        with self._database.reading() as work:
            for cards in _everybody(work, roster, now):  # one after the other: thousands at once would hold up Python
                totals = totals.with_person(cards)
        return totals


def _everybody(work: Work, roster: Roster, now: datetime) -> Iterator[tuple[DayCard, ...]]:
    for start in range(0, len(roster.ids), _AT_ONCE):
        yield from _cards(work, roster.ids[start : start + _AT_ONCE], roster.query, now).values()


def _cards(
    work: Work, person_ids: Sequence[UUID], query: RosterQuery, now: datetime
) -> dict[UUID, tuple[DayCard, ...]]:
    """Return the days of these people that have punches, by person."""
    first, last = query.first, query.last
    punches = work.punches.of(person_ids, *instants_that_matter(first, last))
    return {
        each: tuple(card for card in day_cards(punches.get(each, []), now) if first <= card.work.day <= last)
        for each in person_ids
    }
