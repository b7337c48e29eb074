"""Where people and their groups are kept."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from faceattend.domain.errors import NotFound
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, PersonKind, name_key
from faceattend.domain.said import said
from faceattend.storage.faults import must_be_unique
from faceattend.storage.tables import GroupRow, PersonRow

_PEOPLE = select(PersonRow, GroupRow.name).outerjoin(GroupRow, PersonRow.group_id == GroupRow.id)


class PeopleRepository:
    """The people, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, person: Person) -> None:
        """Store a person; the group is made if there is none of that name.

        Raises:
            AlreadyExists: the number is taken.
        """
        group_id = self._group_id(person.group)
        with must_be_unique(self._session, said("Storage", "The number {number!r}").format(number=person.number)):
            self._session.add(_fill(PersonRow(id=person.id), person, group_id))

    def update(self, person: Person) -> None:
        """Store what has changed of a person.

        Raises:
            NotFound: the person is not stored.
            AlreadyExists: the new number is taken.
        """
        row = self._session.get(PersonRow, person.id)
        if row is None:
            raise NotFound(
                said("Storage", "There is no person with the number {number!r}.").format(number=person.number)
            )
        group_id = self._group_id(person.group)
        with must_be_unique(self._session, said("Storage", "The number {number!r}").format(number=person.number)):
            _fill(row, person, group_id)

    def get(self, person_id: UUID) -> Person | None:
        """Return the person of that id, if stored."""
        found = self._session.execute(_PEOPLE.where(PersonRow.id == person_id)).one_or_none()
        return None if found is None else _person_of(*found)

    def by_number(self, number: str) -> Person | None:
        """Return the person of that number, if there is one."""
        found = self._session.execute(_PEOPLE.where(PersonRow.number == number)).one_or_none()
        return None if found is None else _person_of(*found)

    def numbers(self, prefix: str, limit: int) -> list[str]:
        """Return the numbers in use that begin so, highest text first; ``prefix`` holds no wildcard."""
        chosen = select(PersonRow.number).where(PersonRow.number.startswith(prefix))
        return list(self._session.scalars(chosen.order_by(PersonRow.number.desc()).limit(limit)))

    def newest_number(self, kind: PersonKind) -> str | None:
        """Return the number of the person of that kind who was enrolled last; None if there is nobody."""
        chosen = select(PersonRow.number).where(PersonRow.kind == kind)
        return self._session.scalar(chosen.order_by(PersonRow.id.desc()).limit(1))  # ids tell the time

    def highest_number(self, prefix: str, digits: int) -> str | None:
        """Return the highest number in use that is a prefix and so many digits, or text between them."""
        number = PersonRow.number
        alike = number.between(f"{prefix}{'0' * digits}", f"{prefix}{'9' * digits}")
        return self._session.scalar(select(func.max(number)).where(alike, func.length(number) == len(prefix) + digits))

    def count(self) -> int:
        """Return how many people are stored."""
        return self._session.scalar(select(func.count()).select_from(PersonRow)) or 0

    def list(self) -> list[Person]:
        """Return all people, by number."""
        return [_person_of(row, group) for row, group in self._session.execute(_PEOPLE.order_by(PersonRow.number))]

    def _group_id(self, name: str | None) -> UUID | None:
        if name is None:
            return None
        found = self._session.scalar(select(GroupRow.id).where(GroupRow.name == name))
        if found is None:
            found = new_id()
            self._session.add(GroupRow(id=found, name=name, name_key=name_key(name)))
            self._session.flush()
        return found


def people_by_id(session: Session, ids: Sequence[UUID]) -> dict[UUID, Person]:
    """Return those of these people who are stored; at most some thousand at once."""
    found = session.execute(_PEOPLE.where(PersonRow.id.in_(ids)))
    return {row.id: _person_of(row, group) for row, group in found}


def _fill(row: PersonRow, person: Person, group_id: UUID | None) -> PersonRow:
    row.number = person.number
    row.name = person.name
    row.name_key = name_key(person.name)
    row.kind = person.kind
    row.group_id = group_id
    row.active_from = person.active_from
    row.active_to = person.active_to
    return row


def _person_of(row: PersonRow, group: str | None) -> Person:
    return Person(
        id=row.id,
        number=row.number,
        name=row.name,
        kind=row.kind,
        group=group,
        active_from=row.active_from,
        active_to=row.active_to,
    )
