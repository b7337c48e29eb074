from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.modeltest import ModelTester

from faceattend.services.reports import CellKind, Column, Sheet
from faceattend.ui.models.sheet import (
    LETTER_ROLE,
    TO_CHECK_ROLE,
    ZERO_ROLE,
    SheetModel,
    grouped,
    grouped_hours,
    letter,
    tab_separated,
)

pytestmark = pytest.mark.gui

COLUMNS = (
    Column("Number", CellKind.TEXT),
    Column("Date", CellKind.DATE),
    Column("Out", CellKind.TIME),
    Column("Hours", CellKind.HOURS),
    Column("To check", CellKind.INTEGER),
)
DAY = date(2026, 3, 9)
ROWS = [
    ("0042", DAY, time(16, 15, 59), timedelta(hours=8, minutes=7, seconds=30), 0),
    ("=1+1", DAY, None, timedelta(0), 1),
    ("王\t伟", DAY, time(9), timedelta(hours=1), 2),
]
SHEET = Sheet("Days", COLUMNS, ROWS, (None, None, None, timedelta(hours=70_964, minutes=30), 3), (1, 2))


@pytest.fixture
def model() -> SheetModel:
    made = SheetModel()
    made.show(SHEET)
    return made


@pytest.fixture
def in_german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    yield
    QLocale.setDefault(before)


def texts(model: SheetModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_the_model_keeps_its_promises(qtmodeltester: ModelTester) -> None:
    model = SheetModel()
    qtmodeltester.check(model)
    model.show(SHEET)
    qtmodeltester.check(model)
    model.show(None)
    assert (model.rowCount(), model.columnCount()) == (0, 0)


def test_cells_read_as_in_the_workbook(model: SheetModel) -> None:
    assert texts(model)[:2] == [
        ["0042", "2026-03-09", "16:15", "8.13", "0"],
        ["=1+1", "2026-03-09", "", "0.00", "1"],
    ]


@pytest.mark.usefixtures("in_german")
def test_decimals_take_the_sign_of_the_language(model: SheetModel) -> None:
    model.show(SHEET)
    assert texts(model)[0][3] == "8,13"
    assert model.total(3) == "70\N{NARROW NO-BREAK SPACE}964,50"


def test_headers_have_titles_letters_and_numbers(model: SheetModel) -> None:
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(5)] == [each.title for each in COLUMNS]
    assert model.headerData(3, Qt.Orientation.Horizontal, LETTER_ROLE) == "D"
    assert model.headerData(0, Qt.Orientation.Vertical) == "2"
    assert [letter(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_numbers_stand_at_the_end(model: SheetModel) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    ends = [bool(Qt.AlignmentFlag(model.index(0, at).data(role)) & Qt.AlignmentFlag.AlignTrailing) for at in range(5)]
    assert ends == [False, False, False, True, True]


def test_rows_to_check_are_found_one_after_the_other(model: SheetModel) -> None:
    assert [model.index(row, 4).data(TO_CHECK_ROLE) for row in range(3)] == [False, True, True]
    assert not model.index(1, 0).data(TO_CHECK_ROLE)
    assert [model.next_to_check(after) for after in (-1, 0, 1, 2)] == [1, 1, 2, 1]
    model.show(Sheet("Days", COLUMNS, ROWS))
    assert model.next_to_check(-1) is None


def test_widths_are_judged_by_the_first_rows_and_those_to_check(model: SheetModel) -> None:
    numbers, *_, to_check = model.sampled(1)
    assert numbers == {"0042", "=1+1"}
    assert to_check == {"0", "1"}
    assert SheetModel().sampled(1) == []


def test_zeros_are_told_and_sums_are_grouped(model: SheetModel) -> None:
    assert [model.index(1, at).data(ZERO_ROLE) for at in range(5)] == [False, False, False, True, False]
    gap = "\N{NARROW NO-BREAK SPACE}"
    assert [model.total(at) for at in range(5)] == ["", "", "", f"70{gap}964.50", "3"]
    assert [grouped_hours(hours) for hours in (0, -0.4, -1234.5, 999.999)] == [
        "0.00",
        "-0.40",
        f"-1{gap}234.50",
        f"1{gap}000.00",
    ]
    assert grouped(CellKind.INTEGER, 1_048_576) == f"1{gap}048{gap}576"


def test_copied_cells_stay_in_their_cells() -> None:
    assert tab_separated(SHEET, range(3), [0, 2, 3], ",") == "0042\t16:15\t8,13\n=1+1\t\t0,00\n王 伟\t09:00\t1,00"
