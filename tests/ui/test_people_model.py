from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.facts import a_person

from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.directory import ListedPerson, Passage, PersonIds, ShownPhoto
from faceattend.domain.ids import new_id
from faceattend.domain.people import PersonKind, Pose
from faceattend.services.import_refusals import Refusal
from faceattend.services.people_import import PreviewRow
from faceattend.ui.models.import_rows import PreviewModel, RefusedModel
from faceattend.ui.models.people import PERSON_ROLE, PeopleColumn, PeopleModel, line_of
from faceattend.ui.models.people_words import seen_words
from faceattend.ui.pages.people_photos import PhotoModel
from faceattend.ui.widgets.person_cell import PersonCell
from faceattend.ui.widgets.photo_marks import PhotoMarks
from faceattend.ui.widgets.table_looks import VALUE_ROLE

pytestmark = pytest.mark.gui

Wanted = list[tuple[UUID, ...]]


def listed(number: int) -> ListedPerson:
    return ListedPerson(a_person(number=f"E-{number:05}", name=f"Person {number}", group="Sales"), 3, 1)


@pytest.fixture
def people() -> list[ListedPerson]:
    return [listed(number) for number in range(50_000)]


@pytest.fixture
def model(people: list[ListedPerson]) -> PeopleModel:
    model = PeopleModel()
    model.show_ids(PersonIds(each.person.id.bytes for each in people))
    return model


@pytest.fixture
def wanted(model: PeopleModel) -> Wanted:
    """What the model wants, as it tells it."""
    told: Wanted = []
    model.wanted.connect(told.append)
    return told


def look_at(model: PeopleModel, rows: range) -> None:
    for row in rows:
        model.index(row, 0).data(VALUE_ROLE)


def test_it_is_a_proper_model(qtmodeltester: object):
    model = PeopleModel()
    people = [listed(number) for number in range(30)]
    model.show_ids(PersonIds(each.person.id.bytes for each in people))
    model.fill([each.person.id for each in people], people[:20])
    qtmodeltester.check(model)
    # and stays one while it changes
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_ids(PersonIds())
    model.show_ids(PersonIds(each.person.id.bytes for each in people[5:]))
    model.renew(people[7].person.id)
    tester.deleteLater()


def test_only_rows_that_are_looked_at_are_wanted_all_at_once(
    qtbot: QtBot, model: PeopleModel, people: list[ListedPerson], wanted: Wanted
):
    look_at(model, range(20_000, 20_014))
    assert model.index(20_000, 0).data(VALUE_ROLE) is None
    qtbot.waitUntil(lambda: bool(wanted))
    (ids,) = wanted
    assert {each.person.id for each in people[20_000:20_014]} <= set(ids)
    assert len(ids) < 60
    look_at(model, range(20_000, 20_014))
    qtbot.wait(30)
    assert len(wanted) == 1, "what is asked for is not asked for again"


def test_rows_that_were_only_scrolled_past_are_not_all_wanted(qtbot: QtBot, model: PeopleModel, wanted: Wanted):
    look_at(model, range(49_000))
    qtbot.waitUntil(lambda: bool(wanted))
    assert len(wanted[0]) <= 160
    assert model.id_at(48_999) in wanted[0]


def test_one_question_is_asked_at_a_time_and_then_for_what_is_looked_at_now(
    qtbot: QtBot, model: PeopleModel, people: list[ListedPerson], wanted: Wanted
):
    look_at(model, range(10))
    qtbot.waitUntil(lambda: len(wanted) == 1)
    for start in range(1_000, 40_000, 1_000):
        look_at(model, range(start, start + 14))
        qtbot.wait(1)
    assert len(wanted) == 1
    model.fill(wanted[0], people[: len(wanted[0])])
    qtbot.waitUntil(lambda: len(wanted) == 2)
    assert model.id_at(39_000) in wanted[1]
    assert model.id_at(1_000) not in wanted[1]


def test_rows_of_a_search_before_are_repainted_wherever_they_stand_now(model: PeopleModel, people: list[ListedPerson]):
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.show_ids(PersonIds(each.person.id.bytes for each in people[100:110]))
    model.fill([people[0].person.id, people[105].person.id], [people[0], people[105]])
    assert changed == [(0, 9)]
    assert model.index(5, 0).data(PERSON_ROLE) == people[105]


def test_what_was_filled_in_is_shown_and_typed(qtbot: QtBot, model: PeopleModel, people: list[ListedPerson]):
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model._asked = {people[3].person.id: 3, people[5].person.id: 5}
    model.fill([people[3].person.id, people[5].person.id], [people[3], people[5]])
    assert changed == [(3, 5)]
    assert model.index(3, PeopleColumn.PERSON).data(VALUE_ROLE) == PersonCell("Person 3", "E-00003", None)
    assert model.index(3, PeopleColumn.PHOTOS).data(VALUE_ROLE) == PhotoMarks(3, 1)
    assert model.index(3, PeopleColumn.GROUP).data() == "Sales"
    assert model.index(3, PeopleColumn.KIND).data() == "Employee"
    assert model.index(3, PeopleColumn.SEEN).data() == "Never"
    assert model.index(3, 0).data(PERSON_ROLE) == people[3]
    assert "E-00003" in model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "3" in model.index(3, PeopleColumn.PHOTOS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(4, 0).data(VALUE_ROLE) is None
    qtbot.wait(5)


def test_rows_that_could_not_be_had_are_wanted_again(qtbot: QtBot, model: PeopleModel, wanted: Wanted):
    look_at(model, range(3))
    qtbot.waitUntil(lambda: len(wanted) == 1)
    model.give_up(wanted[0])
    look_at(model, range(3))
    qtbot.waitUntil(lambda: len(wanted) == 2)


def test_a_new_search_shows_rows_from_before_until_newer_ones_come(
    qtbot: QtBot, model: PeopleModel, people: list[ListedPerson], wanted: Wanted
):
    model.fill([people[9].person.id], [people[9]])
    model.show_ids(PersonIds([people[9].person.id.bytes]))
    assert model.index(0, 0).data(PERSON_ROLE) == people[9]
    qtbot.waitUntil(lambda: wanted == [(people[9].person.id,)])


def test_somebody_who_was_seen_is_wanted_again_if_they_are_shown(
    qtbot: QtBot, model: PeopleModel, people: list[ListedPerson], wanted: Wanted
):
    person_id = people[2].person.id
    model.fill([person_id], [people[2]])
    changed = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.renew(person_id)
    model.renew(people[4].person.id)  # not loaded, so not looked at
    model.renew(new_id())
    assert changed == [2]
    look_at(model, range(2, 3))
    qtbot.waitUntil(lambda: bool(wanted))
    assert person_id in wanted[0]


def test_memory_stays_small_however_far_one_scrolls(model: PeopleModel, people: list[ListedPerson]):
    for start in range(0, 10_000, 100):
        model.fill([each.person.id for each in people[start : start + 100]], people[start : start + 100])
    loaded = sum(model.index(row, 0).data(PERSON_ROLE) is not None for row in range(10_000))
    assert loaded <= 2_000
    assert model.index(9_999, 0).data(PERSON_ROLE) == people[9_999]


def test_a_row_is_found_by_its_person(model: PeopleModel, people: list[ListedPerson]):
    assert model.row_of(people[40_000].person.id) == 40_000
    assert model.row_of(new_id()) == -1
    assert model.id_at(50_000) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex(), VALUE_ROLE) is None


def test_a_person_as_text_can_be_pasted_into_a_sheet():
    at = datetime(2026, 3, 2, 7, 1, tzinfo=UTC)
    last = Passage(at, timedelta(hours=1), Direction.IN, PunchSource.CAMERA, "Door")
    person = a_person(number="007", name="王 伟", kind=PersonKind.STUDENT)
    assert line_of(ListedPerson(person, 2, last=last)) == "007\t王 伟\t\tStudent\t2\t2026-03-02 08:01"
    assert line_of(ListedPerson(person)).endswith("\t0\t")


@pytest.mark.parametrize(
    ("ago", "words"),
    [(0, "Today 08:01"), (1, "Sun 08:01"), (6, "Tue 08:01"), (7, "23 Feb 2026 08:01"), (-1, "3 Mar 2026 08:01")],
)
def test_the_day_somebody_was_seen_reads_as_one_says_it(ago: int, words: str):
    now = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
    at = datetime(2026, 3, 2, 7, 1, tzinfo=UTC) - timedelta(days=ago)
    assert seen_words(Passage(at, timedelta(hours=1), Direction.IN, PunchSource.CAMERA, "Door"), now) == words


def test_photos_are_a_proper_model_and_speak(qtmodeltester: object):
    model = PhotoModel()
    model.show_photos(
        [
            ShownPhoto(new_id(), datetime.now(UTC), b"", None, Pose.LEFT, 0.7),
            ShownPhoto(new_id(), datetime.now(UTC), b"", None, Pose.FRONT, 0.1),
            ShownPhoto(new_id(), datetime.now(UTC), b""),
        ]
    )
    qtmodeltester.check(model)
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == ["Reference photo, Good, Left", "Reference photo, Fair, Front", "Reference photo, In use"]


def test_the_tables_of_an_import_are_proper_models(qtmodeltester: object):
    preview = PreviewModel()
    preview.show_rows([PreviewRow(2, "1", "Ada", "Sales", 2), PreviewRow(3, "", fault="A person needs a number.")])
    qtmodeltester.check(preview)
    assert preview.index(0, 5).data() == ""
    assert preview.index(1, 5).data() == "A person needs a number."
    refused = RefusedModel()
    refused.add([Refusal(2, "1", "", "Taken.")])
    refused.add([])
    refused.add([Refusal(3, "2", "a.png", "Dark."), Refusal(3, "2", "b.png", "Small.")])
    qtmodeltester.check(refused)
    assert [refused.index(row, 3).data() for row in range(3)] == ["Taken.", "Dark.", "Small."]
    refused.clear()
    assert refused.rowCount() == 0
