import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date

import pytest

from faceattend.reports.table import CellKind, Column, ReportTable, Sheet

Rows = list[tuple[object, ...]]


@pytest.fixture
def one_sheet() -> Callable[..., ReportTable]:
    """A report of one sheet: its rows, then a kind for each column."""

    def make(rows: Rows, *kinds: CellKind, title: str = "Days") -> ReportTable:
        columns = tuple(Column(f"Column {number}", kind) for number, kind in enumerate(kinds, start=1))
        return ReportTable("A report", (Sheet(title, columns, rows),), title)

    return make


@pytest.fixture
def march() -> tuple[date, date]:
    return date(2026, 3, 1), date(2026, 3, 31)


@pytest.fixture
def full_disk() -> Callable[[int], AbstractContextManager[None]]:
    """Within the block the kernel lets no file grow beyond so many bytes."""

    @contextmanager
    def limit(size: int) -> Iterator[None]:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return limit
