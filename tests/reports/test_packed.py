import gc
import threading
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.reports.packed import PackedRows, Row

BLOCK = 512


def row(number: int) -> Row:
    moment = datetime(2026, 3, 1) + timedelta(seconds=number)  # noqa: DTZ001 - wall clock
    return (f"{number:05}", None, number / 7, moment.date(), moment.time(), timedelta(minutes=number), moment)


def packed(rows: list[Row]) -> PackedRows:
    made = PackedRows()
    made.extend(rows[:3])
    made.extend(iter(rows[3:]))
    return made


@pytest.mark.parametrize("count", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 5])
def test_rows_come_back_as_they_were_added(count: int) -> None:
    rows = [row(number) for number in range(count)]
    kept = packed(rows)
    assert len(kept) == count
    assert list(kept) == rows
    assert [kept[place] for place in range(count)] == rows
    assert [kept[-place] for place in range(1, count + 1)] == rows[::-1]
    with pytest.raises(IndexError):
        kept[count]


ROWS = [row(number) for number in range(2 * BLOCK + 9)]
PLACES = st.none() | st.integers(-len(ROWS) - 3, len(ROWS) + 3)


@given(first=PLACES, last=PLACES, step=st.none() | st.integers(-700, 700).filter(bool), inner=PLACES)
def test_parts_are_those_of_a_list(first: int | None, last: int | None, step: int | None, inner: int | None) -> None:
    part, expected = packed(ROWS)[first:last:step], ROWS[first:last:step]
    assert list(part) == expected
    assert len(part) == len(expected)
    assert list(part[inner:]) == expected[inner:]
    assert [part[place] for place in range(len(part))] == expected


def test_every_kind_of_cell_keeps_its_type() -> None:
    cells: Row = ("=1+1", 1, 1.0, date(2026, 3, 1), time(8, 5, 59), timedelta(days=-1, microseconds=1), None, "王 伟\n")
    kept = packed([cells] * (BLOCK + 1))
    assert [type(cell) for cell in kept[0]] == [type(cell) for cell in cells]
    assert kept[0] == kept[BLOCK] == cells


def test_the_garbage_collector_need_not_walk_through_rows() -> None:
    gc.collect()
    before = len(gc.get_objects())
    kept = packed([row(number) for number in range(20 * BLOCK)])
    gc.collect()
    assert len(gc.get_objects()) - before < BLOCK
    assert len(kept) == 20 * BLOCK


def test_two_threads_read_the_rows_they_ask_for() -> None:
    kept, wrong = packed(ROWS), []

    def read(places: range) -> None:
        wrong.extend(place for place in places if kept[place] != ROWS[place])

    threads = [threading.Thread(target=read, args=(range(at, len(ROWS), 511),)) for at in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert wrong == []
