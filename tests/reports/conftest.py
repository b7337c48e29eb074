import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

import pytest

from faceattend.domain.attendance import Direction, Punch, PunchSource
from faceattend.domain.ids import new_id
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
def punch() -> Callable[..., Punch]:
    """A punch of a person at a local wall-clock time of a zone."""

    def make(who: UUID, local: str, direction: str, zone: str = "Europe/Berlin", fold: int = 0) -> Punch:
        there = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone), fold=fold)
        return Punch(
            id=new_id(),
            person_id=who,
            at=there.astimezone(UTC),
            zone=zone,
            utc_offset=there.utcoffset() or timedelta(0),
            direction=Direction(direction),
            source=PunchSource.CAMERA,
            site_id=uuid5(UUID(int=0), zone),
            camera_id=UUID(int=77),
            sighting_id=new_id(),
            score=0.8765,
        )

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
