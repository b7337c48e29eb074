from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelectionRange, QLocale, Qt
from pytestqt.modeltest import ModelTester
from tests.facts import a_person, a_punch, instant

from faceattend.domain.attendance import Direction
from faceattend.domain.directory import PersonIds
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.domain.timecards import day_cards
from faceattend.services.timecards import Timecard
from faceattend.ui.models import attendance as attendance_module
from faceattend.ui.models.attendance import AttendanceModel, DayCell
from faceattend.ui.models.attendance_copy import copied
from faceattend.ui.models.attendance_days import ShownDays, Stretch, rest_days, title
from faceattend.ui.models.attendance_words import bar_of, glance, hours, sentence, short_hours, stretches
from faceattend.ui.widgets.day_bar import Span
from faceattend.ui.widgets.person_cell import PersonCell
from faceattend.ui.widgets.table_looks import VALUE_ROLE

pytestmark = pytest.mark.gui

MONDAY = date(2026, 11, 16)
DAYS = tuple(MONDAY + timedelta(days=step) for step in range(5))
NOW = instant("2026-11-17T14:30")
Role = Qt.ItemDataRole


def a_timecard(person: Person, *moments: str) -> Timecard:
    split = (each.split() for each in moments)
    punches = [a_punch(person_id=person.id, direction=Direction(way), at=instant(local)) for way, local in split]
    return Timecard(person, None, tuple(day_cards(punches, NOW)))


FULL_DAY = ("in 2026-11-16T07:54", "out 2026-11-16T12:00", "in 2026-11-16T12:30", "out 2026-11-16T16:36")
ADA = a_person(name="Ada", number="7")


@pytest.fixture
def model(qtmodeltester: ModelTester) -> AttendanceModel:
    """A model that is watched while the test goes on; the present is Tuesday afternoon."""
    model = AttendanceModel(clock=lambda: NOW)
    qtmodeltester.check(model)
    return model


def show(model: AttendanceModel, *cards: Timecard) -> None:
    ids = tuple(card.person.id for card in cards)
    model.show_people(PersonIds(each.bytes for each in ids), DAYS)
    model.look(0, len(ids) - 1)
    model.take(ids, {card.person.id: card for card in cards})


def texts(model: AttendanceModel, row: int = 0) -> list[str | None]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_a_row_is_person_days_and_hours(model: AttendanceModel):
    show(model, a_timecard(ADA, *FULL_DAY, "in 2026-11-17T08:00"))
    assert texts(model) == ["Ada", "07:54\u201316:36", "08:00\u2013now", "", "", "", "8:12"]
    assert model.index(0, 0).data(VALUE_ROLE) == PersonCell("Ada", "", None)
    monday = model.index(0, 1).data(VALUE_ROLE)
    assert isinstance(monday, DayCell)
    assert (monday.day, monday.card is not None) == (MONDAY, True)
    assert model.index(0, 5).data(VALUE_ROLE) == DayCell(DAYS[4], None)
    assert model.index(0, 6).data(VALUE_ROLE) == timedelta(hours=8, minutes=12)


def test_every_cell_speaks_a_sentence(model: AttendanceModel):
    QLocale.setDefault(QLocale("en_GB"))
    show(model, a_timecard(ADA, *FULL_DAY, "in 2026-11-17T08:00"))
    said = [model.index(0, column).data(Role.AccessibleTextRole) for column in (1, 2, 3)]
    assert said[0] == "Ada, Monday 16 November: Present 07:54 to 12:00, 12:30 to 16:36. 8:12 hours counted."
    assert said[1] == "Ada, Tuesday 17 November: Inside now. Present 08:00 to 14:30. 0:00 hours counted."
    assert said[2] == "Ada, Wednesday 18 November: nobody seen."
    assert model.index(0, 0).data(Role.AccessibleTextRole) == "Ada, 7"
    assert model.headerData(1, Qt.Orientation.Horizontal, Role.AccessibleTextRole) == "Monday 16 November"


@pytest.mark.parametrize(
    ("moments", "text", "tone"),
    [
        (("in 2026-11-16T07:54",), "No exit seen", "warn"),
        (("out 2026-11-16T16:00",), "No entry seen", "warn"),
        (("in 2026-11-16T07:54", "in 2026-11-16T12:30", "out 2026-11-16T16:00"), "Entered twice", "warn"),
        (("in 2026-11-16T22:00", "out 2026-11-17T06:12"), "22:00\u201306:12 +1", "text2"),
        (("in 2026-11-17T12:00",), "12:00\u2013now", "text2"),
    ],
)
def test_what_stands_under_a_bar(moments: Sequence[str], text: str, tone: str):
    (card,) = a_timecard(ADA, *moments).cards
    assert (glance(card).text, glance(card).tone) == (text, tone)
    assert text in sentence("Ada", "Monday", card, NOW) or tone == "text2"


@pytest.mark.parametrize(
    ("moments", "text"),
    [
        (FULL_DAY, "07:54\u201312:00, 12:30\u201316:36"),
        (("in 2026-11-17T08:41",), "08:41\u2013now"),
        (("in 2026-11-17T08:41", "out 2026-11-17T10:00", "in 2026-11-17T10:20"), "08:41\u201310:00, 10:20\u2013now"),
        (("in 2026-11-16T07:54",), "07:54\u2013?"),
    ],
)
def test_all_stays_of_a_day_in_words(moments: Sequence[str], text: str):
    (card,) = a_timecard(ADA, *moments).cards
    assert stretches(card) == text


def test_a_bar_never_counts_what_was_not_seen():
    (card,) = a_timecard(ADA, "in 2026-11-16T07:54").cards
    bar = bar_of(card, NOW)
    assert (bar.present, bar.open_ends) == ((), (Span(474, 654),))
    (inside,) = a_timecard(ADA, "in 2026-11-17T12:00").cards
    assert bar_of(inside, NOW).present == (Span(720, 870),)
    assert bar_of(None, NOW).present == ()


def test_hours_are_full_minutes():
    assert [hours(timedelta(seconds=s)) for s in (0, 59, 60, 3599, 145_440)] == [
        "0:00",
        "0:00",
        "0:01",
        "0:59",
        "40:24",
    ]
    assert short_hours(QLocale("de_DE"), timedelta(hours=8, minutes=12)) == "8,2"


def people(count: int) -> tuple[UUID, ...]:
    return tuple(new_id() for _ in range(count))


def test_rows_are_asked_for_as_they_come_into_view_and_once(model: AttendanceModel):
    asked: list[tuple[UUID, ...]] = []
    model.wanted.connect(asked.append)
    ids = people(50_000)
    model.show_people(PersonIds(each.bytes for each in ids), DAYS)
    assert (model.rowCount(), asked) == (50_000, [])
    model.look(30_000, 30_010)
    model.look(30_000, 30_010)
    model.look(30_005, 30_012)
    assert set(ids[30_000:30_013]) <= {each for page in asked for each in page}
    assert sum(len(page) for page in asked) == len({each for page in asked for each in page}) < 100
    assert texts(model, 30_000) == [None] * 7
    model.refuse(asked[0])
    model.look(30_000, 30_010)
    assert asked[-1] == asked[0]


def test_memory_is_bounded_and_rows_can_come_back(model: AttendanceModel, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(attendance_module, "_KEPT", 30)
    ids = people(100)
    model.show_people(PersonIds(each.bytes for each in ids), DAYS)
    model.wanted.connect(lambda wanted: model.take(wanted, {each: a_timecard(a_person(id=each)) for each in wanted}))
    for first in range(0, 90, 5):
        model.look(first, first + 9)
    assert len(model.loaded) <= 30
    assert model.timecard(0) is None
    model.look(0, 9)
    assert texts(model, 0)[0] == "Ada"


def test_people_who_are_gone_leave_their_row_empty(model: AttendanceModel):
    ids = people(2)
    model.show_people(PersonIds(each.bytes for each in ids), DAYS)
    model.take(ids, {ids[1]: a_timecard(a_person(id=ids[1]))})
    assert [texts(model, row)[0] for row in (0, 1)] == [None, "Ada"]
    assert model.loaded == {}  # neither was in view


def test_only_rows_in_view_are_read_again_at_once(model: AttendanceModel):
    cards = [a_timecard(a_person(name=name)) for name in "ABC"]
    show(model, *cards)
    asked: list[tuple[UUID, ...]] = []
    model.wanted.connect(asked.append)
    model.look(0, 1)
    model.renew({cards[0].person.id, cards[2].person.id, new_id()})
    assert asked == [(cards[0].person.id,)]
    assert [model.timecard(row) is not None for row in range(3)] == [True, True, False]
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.take(asked[0], {cards[0].person.id: cards[0]})
    assert changed == [0]


def test_the_axis_grows_with_what_is_shown_and_shrinks_with_other_days(model: AttendanceModel):
    told: list[bool] = []
    model.window_changed.connect(lambda: told.append(True))
    show(model, a_timecard(ADA, *FULL_DAY))
    assert (model.window.first, model.window.last, told) == (6 * 60, 22 * 60, [])
    show(model, a_timecard(ADA, "in 2026-11-16T21:00", "out 2026-11-17T05:30"))
    assert (model.window.last, told) == (30 * 60, [True])
    model.show_people(PersonIds(), DAYS)
    assert model.window.last == 22 * 60


def test_while_waiting_there_are_shapes_of_rows(model: AttendanceModel):
    model.wait(12, DAYS)
    assert (model.rowCount(), texts(model, 11)) == (12, [None] * 7)
    assert model.timecard(3) is None


def test_a_person_s_day_is_found(model: AttendanceModel):
    show(model, a_timecard(a_person(name="Bob")), a_timecard(ADA))
    assert (model.find(ADA.id, DAYS[2]).row(), model.find(ADA.id, DAYS[2]).column()) == (1, 3)
    assert not model.find(ADA.id, date(2026, 1, 1)).isValid()
    assert not model.find(new_id(), DAYS[2]).isValid()


def test_all_loaded_rows_are_copied_or_the_cells_chosen_with_their_people(model: AttendanceModel):
    QLocale.setDefault(QLocale("en_GB"))
    show(model, a_timecard(ADA, *FULL_DAY), a_timecard(a_person(name="=1+1\tBob")))
    data, rows = copied(model, [])
    assert rows == 2
    assert data.text().split("\n") == [
        "Person\tMon 16\tTue 17\tWed 18\tThu 19\tFri 20\tHours",
        "Ada\t07:54\u201316:36\t\t\t\t\t8:12",
        "'=1+1 Bob\t\t\t\t\t\t0:00",
    ]
    assert "<td>07:54\u201316:36</td>" in data.html()
    block = QItemSelectionRange(model.index(0, 1), model.index(0, 2))
    data, rows = copied(model, [block])
    assert (data.text(), rows) == ("Person\tMon 16\tTue 17\nAda\t07:54\u201316:36\t", 1)


def test_markup_in_a_name_stays_text(model: AttendanceModel):
    show(model, a_timecard(a_person(name="<b>Bob</b>")))
    assert "<td>&lt;b&gt;Bob&lt;/b&gt;</td>" in copied(model, [])[0].html()


@pytest.mark.parametrize(
    ("stretch", "start", "first", "last"),
    [
        (Stretch.DAY, 1, date(2026, 11, 18), date(2026, 11, 18)),
        (Stretch.WEEK, 1, date(2026, 11, 16), date(2026, 11, 22)),
        (Stretch.WEEK, 7, date(2026, 11, 15), date(2026, 11, 21)),
        (Stretch.WEEK, 6, date(2026, 11, 14), date(2026, 11, 20)),
        (Stretch.MONTH, 1, date(2026, 11, 1), date(2026, 11, 30)),
    ],
)
def test_days_seen_at_once(stretch: Stretch, start: int, first: date, last: date):
    shown = ShownDays(stretch, date(2026, 11, 18), start)
    assert (shown.first, shown.last, shown.days[0], shown.days[-1]) == (first, last, first, last)
    after, before = shown.stepped(forward=True), shown.stepped(forward=False)
    assert (after.first, before.last) == (last + timedelta(days=1), first - timedelta(days=1))
    assert after.stepped(forward=False).days == before.stepped(forward=True).days == shown.days


def test_months_around_the_new_year_and_february():
    december = ShownDays(Stretch.MONTH, date(2027, 12, 31))
    assert december.stepped(forward=True).first == date(2028, 1, 1)
    assert ShownDays(Stretch.MONTH, date(2028, 2, 29)).last == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("locale", "stretch", "first", "last", "text"),
    [
        ("en_GB", Stretch.WEEK, MONDAY, DAYS[4], "16\u201320 Nov 2026"),
        ("en_GB", Stretch.WEEK, date(2026, 11, 30), date(2026, 12, 4), "30 Nov\u20134 Dec 2026"),
        ("en_GB", Stretch.WEEK, date(2026, 12, 28), date(2027, 1, 1), "28 Dec 2026\u20131 Jan 2027"),
        ("en_GB", Stretch.DAY, MONDAY, MONDAY, "Mon 16 Nov 2026"),
        ("en_GB", Stretch.MONTH, date(2026, 11, 1), date(2026, 11, 30), "November 2026"),
        ("de_DE", Stretch.MONTH, date(2026, 3, 1), date(2026, 3, 31), "März 2026"),
    ],
)
def test_what_days_are_called(locale: str, stretch: Stretch, first: date, last: date, text: str):
    assert title(QLocale(locale), (first, last), stretch) == text


def test_rest_days_are_the_locale_s():
    week = ShownDays(Stretch.WEEK, MONDAY).days
    assert [day.isoweekday() for day in rest_days(QLocale("en_GB"), week)] == [6, 7]
    assert [day.isoweekday() for day in rest_days(QLocale("ar_EG"), week)] == [5, 6]


@pytest.fixture(autouse=True)
def locale_put_back():
    before = QLocale()
    yield
    QLocale.setDefault(before)


def test_the_present_is_asked_for_each_time():
    assert abs(AttendanceModel().now() - datetime.now(UTC)) < timedelta(seconds=5)
