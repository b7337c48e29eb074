from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.facts import a_person

from faceattend.ui.models.people_choice import PeopleChoiceModel
from faceattend.ui.pages.reports_periods import Period, days_in_words, days_of, words_of

pytestmark = pytest.mark.gui

ADA, BOB, EVE = (a_person(number=str(at), name=name) for at, name in enumerate(("Ada", "Bob", "Eve")))
TICK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture(params=[QLocale.Country.Germany, QLocale.Country.UnitedStates])
def country(request: pytest.FixtureRequest) -> Iterator[QLocale.Country]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        (Period.THIS_MONTH, date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
        (Period.THIS_MONTH, date(2028, 2, 1), date(2028, 2, 1), date(2028, 2, 29)),
        (Period.LAST_MONTH, date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31)),
        (Period.LAST_MONTH, date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28)),
        (Period.TODAY, date(2026, 3, 31), date(2026, 3, 31), date(2026, 3, 31)),
        (Period.OWN, date(2026, 3, 9), date(2026, 3, 1), date(2026, 3, 9)),
    ],
)
def test_periods_are_whole_and_end_where_they_should(period: Period, today: date, first: date, last: date) -> None:
    assert days_of(period, today) == (first, last)


def test_weeks_begin_where_the_country_lets_them(country: QLocale.Country) -> None:
    sunday = date(2026, 11, 22)
    monday_first = country == QLocale.Country.Germany
    this = (date(2026, 11, 16), sunday) if monday_first else (sunday, date(2026, 11, 28))
    before = (date(2026, 11, 9), date(2026, 11, 15)) if monday_first else (date(2026, 11, 15), date(2026, 11, 21))
    assert days_of(Period.THIS_WEEK, sunday) == this
    assert days_of(Period.LAST_WEEK, sunday) == before


def test_days_are_said_shortly() -> None:
    assert days_in_words(date(2028, 2, 1), date(2028, 2, 29)) == "February 2028"
    short = QLocale().toString(QDate(2028, 2, 28), QLocale.FormatType.ShortFormat)
    assert days_in_words(date(2028, 2, 1), date(2028, 2, 28)).endswith(f" to {short}")
    assert "to" not in days_in_words(date(2028, 2, 1), date(2028, 2, 1))
    assert len({words_of(period) for period in Period}) == len(Period)


def test_the_list_of_people_keeps_its_promises(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = PeopleChoiceModel()
    qtmodeltester.check(model)
    model.show([ADA, BOB], with_chosen=True)
    with qtbot.waitSignal(model.chosen_changed):
        assert model.setData(model.index(1), Qt.CheckState.Checked, TICK)
    qtmodeltester.check(model)
    assert model.index(0).data() == "Ada, 0"


def test_who_is_chosen_stays_chosen_whoever_is_listed() -> None:
    model = PeopleChoiceModel()
    model.show([ADA, BOB], with_chosen=True)
    model.setData(model.index(1), Qt.CheckState.Checked, TICK)
    model.show([EVE], with_chosen=False)
    assert (model.rowCount(), model.chosen) == (1, {BOB.id})
    model.show([ADA, BOB, EVE], with_chosen=True)
    names = [model.index(row).data() for row in range(model.rowCount())]
    assert names == ["Bob, 1", "Ada, 0", "Eve, 2"], "the chosen first, and nobody twice"
    model.setData(model.index(0), Qt.CheckState.Unchecked, TICK)
    assert model.chosen == frozenset()
    assert not model.setData(model.index(0), "Bobby", Qt.ItemDataRole.EditRole)


def test_nobody_is_chosen_at_once() -> None:
    model = PeopleChoiceModel()
    model.show([ADA, BOB], with_chosen=True)
    for row in range(2):
        model.setData(model.index(row), Qt.CheckState.Checked, TICK)
    model.clear()
    assert model.chosen == frozenset()
    assert [model.index(row).data(TICK) for row in range(2)] == [Qt.CheckState.Unchecked] * 2
