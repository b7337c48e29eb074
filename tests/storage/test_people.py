from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.facts import a_person

from faceattend.domain.errors import AlreadyExists, NotFound
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person, PersonKind
from faceattend.storage.database import Database

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30)
PEOPLE = st.builds(
    Person,
    id=st.builds(new_id),
    number=TEXT,
    name=TEXT,
    kind=st.sampled_from(PersonKind),
    group=st.none() | TEXT,
    active_from=st.none() | st.dates(),
    active_to=st.none() | st.dates(),
)


class UndoneError(Exception):
    """Ends a transaction without a trace."""


@given(person=PEOPLE)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_person_comes_back_as_stored(database: Database, person: Person):
    def add_and_look() -> None:
        with database.transaction() as work:
            work.people.add(person)
            assert work.people.get(person.id) == work.people.by_number(person.number) == person
            raise UndoneError

    with pytest.raises(UndoneError):
        add_and_look()


def test_nobody_is_nobody(database: Database):
    with database.reading() as work:
        assert work.people.get(new_id()) is None
        assert work.people.by_number("7") is None
        assert (work.people.list(), work.people.count()) == ([], 0)


def test_a_taken_number_is_named_and_the_transaction_goes_on(database: Database):
    with database.transaction() as work:
        work.people.add(a_person(number="7", name="Ada"))
        with pytest.raises(AlreadyExists, match="The number '7' is taken already"):
            work.people.add(a_person(number="7", name="Bob"))
        work.people.add(a_person(number="8", name="Bob"))
    with database.reading() as work:
        assert [person.name for person in work.people.list()] == ["Ada", "Bob"]


def test_leading_zeros_count(database: Database):
    with database.transaction() as work:
        work.people.add(a_person(number="07"))
        work.people.add(a_person(number="7"))
        assert [person.number for person in work.people.list()] == ["07", "7"]


def test_people_share_a_group_by_its_name(database: Database):
    people = [a_person(number=str(n), group="Science") for n in range(3)]
    with database.transaction() as work:
        for person in people:
            work.people.add(person)
    with database.reading() as work:
        assert work.people.list() == people


def test_what_changed_is_stored(database: Database):
    person = a_person()
    changed = replace(person, name="Ada L.", group="Mathematics", kind=PersonKind.VISITOR, active_to=date(2026, 3, 31))
    with database.transaction() as work:
        work.people.add(person)
    with database.transaction() as work:
        work.people.update(changed)
    with database.reading() as work:
        assert work.people.list() == [changed]


def test_a_number_cannot_be_changed_to_a_taken_one(database: Database):
    ada, bob = a_person(number="7"), a_person(number="8")
    with database.transaction() as work:
        work.people.add(ada)
        work.people.add(bob)
        with pytest.raises(AlreadyExists, match="'7'"):
            work.people.update(replace(bob, number="7"))
    with database.reading() as work:
        assert work.people.get(bob.id) == bob


def test_a_stranger_cannot_be_changed(database: Database):
    with pytest.raises(NotFound, match="'0042'"), database.transaction() as work:
        work.people.update(a_person())
