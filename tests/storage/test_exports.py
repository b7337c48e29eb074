from datetime import UTC, date, datetime, timedelta

from faceattend.domain.exports import ControlTotals, Export, PersonFigures
from faceattend.domain.ids import new_id
from faceattend.storage.database import Database

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
FIGURES = (
    PersonFigures("0042", 21, timedelta(hours=160, seconds=1.5)),
    PersonFigures('=1+1 "王"', 0, timedelta(0)),
)


def an_export(*, at: int, scope: str = "{}", first: date = FIRST) -> Export:
    return Export(
        id=new_id(),
        made_at=datetime(2026, 4, 1, at, tzinfo=UTC),
        made_by="tester",
        first=first,
        last=LAST,
        scope=scope,
        file="march.xlsx",
        totals=ControlTotals(2, 21, 42, timedelta(hours=160, seconds=1.5)),
        figures=FIGURES,
    )


def test_an_export_comes_back_as_it_was(database: Database) -> None:
    export = an_export(at=9)
    with database.transaction() as work:
        work.exports.add(export)
    with database.reading() as work:
        assert work.exports.latest(FIRST, LAST) == export
        assert work.exports.latest(FIRST, LAST, "{}") == export


def test_the_latest_of_the_days_and_of_the_people_is_found(database: Database) -> None:
    mine = '{"group": "IT"}'
    exports = [an_export(at=9, scope=mine), an_export(at=11), an_export(at=10), an_export(at=12, first=LAST)]
    with database.transaction() as work:
        for export in exports:
            work.exports.add(export)
    with database.reading() as work:
        assert work.exports.latest(FIRST, LAST) == exports[1]
        assert work.exports.latest(FIRST, LAST, mine) == exports[0]
        assert work.exports.latest(FIRST, LAST, '{"group": "HR"}') is None
        assert work.exports.latest(FIRST, date(2026, 4, 1)) is None
