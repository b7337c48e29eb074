from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.reports.table import CellKind, Column
from faceattend.reports.widths import lines_of, text_width, width_of

DAY, AT = date(2026, 3, 9), time(8, 5, 59)


@pytest.mark.parametrize(
    ("kind", "cell", "shown"),
    [
        (CellKind.TEXT, "Ada", "Ada"),
        (CellKind.INTEGER, -12, "-12"),
        (CellKind.NUMBER, 1234.567, "1234.57"),
        (CellKind.HOURS, timedelta(hours=100, minutes=15), "100.25"),
        (CellKind.DATE, DAY, "2026-03-09"),
        (CellKind.TIME, AT, "08:05"),
        (CellKind.CLOCK, AT, "08:05:59"),
        (CellKind.DATETIME, datetime.combine(DAY, AT), "2026-03-09 08:05:59"),
        (CellKind.ANY, DAY, "2026-03-09"),
        (CellKind.ANY, datetime.combine(DAY, AT), "2026-03-09 08:05:59"),
        (CellKind.ANY, timedelta(hours=2), "2.00"),
    ],
)
def test_a_cell_is_as_wide_as_it_is_shown(kind: CellKind, cell: object, shown: str) -> None:
    assert width_of(Column("Title", kind), [cell, None]) == len(shown)


def test_the_widest_cell_counts_but_text_only_to_its_limit() -> None:
    assert width_of(Column("Name", CellKind.TEXT, widest=10), ["a", "four", "b"]) == 4
    assert width_of(Column("Name", CellKind.TEXT, widest=10), ["x" * 11]) == 10
    assert width_of(Column("Count", CellKind.INTEGER, widest=10), [10**15]) == 16
    assert width_of(Column("Name", CellKind.TEXT), []) == 0
    assert width_of(Column("Huge", CellKind.NUMBER), [1e300]) <= 255


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("Zoë", 3), ("Zoe\u0308", 3), ("李小龍", 6), ("👍", 2), ("a\nlonger\nb", 6), ("\n", 0)]
)
def test_text_is_measured_as_it_is_seen(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(
    ("text", "lines"),
    [(None, 1), ("", 1), ("\n", 1), ("x" * 10, 1), ("x" * 11, 2), ("李" * 6, 2), ("a\nb", 2), ("a\n\n" + "x" * 25, 5)],
)
def test_lines_are_counted_with_those_that_wrap(text: str | None, lines: int) -> None:
    assert lines_of(text, 10) == lines


@given(st.text(), st.integers(1, 50))
def test_text_never_needs_fewer_lines_than_its_width(text: str, room: int) -> None:
    assert lines_of(text, room) * room >= text_width(text)
