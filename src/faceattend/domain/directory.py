"""Looking people up: what is asked, and what a list of people shows of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import overload
from uuid import UUID

from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.people import Person, PersonKind, Pose


class PeopleState(StrEnum):
    """Which people are meant, by whether they belong to the institution today."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    FACELESS = "without photos"  # active, and no camera can know them
    ALL = "all"


class PeopleOrder(StrEnum):
    """What people are sorted by; those who are equal in it by name."""

    NAME = "name"
    NUMBER = "number"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class PeopleQuery:
    """Whom to look up, and in what order.

    Attributes:
        text: words, each of which is part of the name, the number or the group; empty for everybody.
        group: its name; empty for people without a group; None for all groups.
        kind: None for all kinds.
        state: whether they are active today.
        order: what they are sorted by.
        descending: from the end of the alphabet.
    """

    text: str = ""
    group: str | None = None
    kind: PersonKind | None = None
    state: PeopleState = PeopleState.ACTIVE
    order: PeopleOrder = PeopleOrder.NAME
    descending: bool = False


class PersonIds(Sequence[UUID]):
    """The ids of many people in order; each becomes a UUID only when it is asked for, which keeps long lists cheap.

    Args:
        raw: the 16 bytes of each.
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: Iterable[bytes] = ()) -> None:
        self._raw = tuple(raw)

    def __len__(self) -> int:
        return len(self._raw)

    @overload
    def __getitem__(self, index: int) -> UUID: ...

    @overload
    def __getitem__(self, index: slice) -> "PersonIds": ...

    def __getitem__(self, index: int | slice) -> "UUID | PersonIds":
        if isinstance(index, slice):
            return PersonIds(self._raw[index])
        return UUID(bytes=self._raw[index])

    def __contains__(self, value: object) -> bool:
        return isinstance(value, UUID) and value.bytes in self._raw

    def find(self, person_id: UUID) -> int:
        """Return where in the order a person stands; -1 if they are not among them."""
        try:
            return self._raw.index(person_id.bytes)
        except ValueError:
            return -1


@dataclass(frozen=True, slots=True)
class GroupSize:
    """A group and how many people are in it, active or not."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """How many people there are.

    Attributes:
        active: belong to the institution today.
        inactive: do not, or not yet.
        faceless: active people without a photo in use.
    """

    active: int
    inactive: int
    faceless: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A punch as a list of people shows it.

    Attributes:
        at: aware UTC instant.
        utc_offset: of local time from UTC then and there.
        direction: in or out.
        source: what it rests on.
        place: the camera's name, or the site's for a punch by hand.
    """

    at: datetime
    utc_offset: timedelta
    direction: Direction
    source: PunchSource
    place: str

    @property
    def local(self) -> datetime:
        """Wall-clock time at the site, without zone: for showing, never for arithmetic."""
        return (self.at + self.utc_offset).replace(tzinfo=None)

    def same_day(self, now: datetime) -> bool:
        """Whether it was today, by the site's clock; ``now`` is aware."""
        return self.local.date() == (now.astimezone(self.at.tzinfo) + self.utc_offset).date()


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person as a row of a list.

    Attributes:
        person: who.
        photos_used: reference photos in use.
        photos_aside: those set aside.
        last: their latest punch; None if they were never seen.
        best_photo: id of the best photo in use; None without any.
        thumbnail: that photo, small, square JPEG; None without any, or before it was asked for.
    """

    person: Person
    photos_used: int = 0
    photos_aside: int = 0
    last: Passage | None = None
    best_photo: UUID | None = None
    thumbnail: bytes | None = field(default=None, repr=False)  # biometric data: never in a log


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A reference photo as the page of a person shows it; fields as in :class:`faceattend.domain.people.Photo`.

    Attributes:
        thumbnail: square JPEG of the face.
    """

    id: UUID
    added_at: datetime
    thumbnail: bytes = field(repr=False)  # as in ListedPerson
    set_aside: str | None = None
    pose: Pose | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """Everything the page of a person shows at once.

    Attributes:
        listed: the person as in the list.
        photos: all reference photos, oldest first, those set aside too.
        passages: the latest punches, newest first.
    """

    listed: ListedPerson
    photos: tuple[ShownPhoto, ...] = ()
    passages: tuple[Passage, ...] = ()

    def inside_since(self, now: datetime) -> Passage | None:
        """Return today's latest punch if it is an entry; ``now`` is aware."""
        latest = self.passages[0] if self.passages else None
        inside = latest is not None and latest.direction is Direction.IN and latest.same_day(now)
        return latest if inside else None


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Somebody enrolled whose face is near to another's.

    Attributes:
        other: who.
        score: cosine similarity of the two, -1..1.
        confusable: whether a camera would take the one for the other, were only one of them enrolled.
    """

    other: ListedPerson
    score: float
    confusable: bool
