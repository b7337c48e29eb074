import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from tests.facts import a_camera, a_person, a_punch, a_sighting, instant

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION
from faceattend.domain.attendance import Direction, PunchSource
from faceattend.domain.errors import BadInput, ExportFailed, PermissionDenied, StorageError, StorageFull
from faceattend.domain.exports import Change
from faceattend.domain.ids import new_id
from faceattend.domain.people import Person
from faceattend.services.reports import (
    BuiltReport,
    ReportQuery,
    ReportService,
    ReportStep,
    Stage,
    decimal_hours,
    shown,
)
from faceattend.storage.database import Database, Work
from faceattend.storage.exports import ExportsRepository

ADMIN = LOCAL_ADMINISTRATOR
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
MARCH = ReportQuery(FIRST, LAST)
PEOPLE = [
    a_person(number="9", name="Ada", group="IT"),
    a_person(number="10", name="王 伟", group="Finance"),
    a_person(number="11", name="=1+1", group="IT"),
]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(Home(tmp_path / "home"), os.urandom(32))
    with opened.transaction() as work:
        for person in PEOPLE:
            work.people.add(person)
        work.cameras.add(a_camera(name="Door", site=work.sites.get_or_add("Berlin", "Europe/Berlin")))
    for person in PEOPLE[:2]:
        stay(opened, person, 9)
    yield opened
    opened.close()


@pytest.fixture
def reports(database: Database) -> ReportService:
    return ReportService(database)


def record(work: Work, person: Person, local: str, direction: Direction, **fields: object) -> None:
    camera, site = work.cameras.list()[0], work.sites.list()[0]
    if "source" not in fields:
        seen = a_sighting(camera_id=camera.id, person_id=person.id, seen_at=instant(local))
        work.sightings.add(seen)
        fields |= {"camera_id": camera.id, "sighting_id": seen.id}
    work.punches.add(a_punch(person_id=person.id, at=instant(local), direction=direction, site_id=site.id, **fields))


def stay(database: Database, person: Person, day: int, minutes: int = 495) -> None:
    came = datetime(2026, 3, day, 8, 0, 7)  # noqa: DTZ001 - wall clock
    with database.transaction() as work:
        record(work, person, came.isoformat(), Direction.IN)
        record(work, person, (came + timedelta(minutes=minutes)).isoformat(), Direction.OUT)


def by_hand(database: Database, person: Person, local: str) -> None:
    fields = {"source": PunchSource.MANUAL, "camera_id": None, "sighting_id": None, "score": None}
    with database.transaction() as work:
        record(work, person, local, Direction.IN, **fields, reason="Forgot; =1+1", made_by="Helena Brandt")


def last_of(steps: Iterator[ReportStep]) -> ReportStep:
    *_, last = steps
    return last


def numbers(report: BuiltReport) -> list[object]:
    return [row[0] for row in report.table.main_sheet.rows]


def test_a_report_is_of_everyone_a_group_or_chosen_people(reports: ReportService) -> None:
    assert numbers(reports.preview(ADMIN, MARCH)) == ["9", "10", "11"]
    group = reports.preview(ADMIN, ReportQuery(FIRST, LAST, group="IT"))
    assert (numbers(group), group.totals.people, group.totals.punches) == (["9", "11"], 2, 2)
    chosen = reports.preview(ADMIN, ReportQuery(FIRST, LAST, people=frozenset({PEOPLE[1].id, new_id()})))
    assert numbers(chosen) == ["10"]
    assert numbers(reports.preview(ADMIN, ReportQuery(FIRST, LAST, group="Nobody"))) == []


def test_the_totals_sheet_says_whom_the_report_leaves_out(reports: ReportService) -> None:
    said = [
        dict(reports.preview(ADMIN, query).table.sheets[-1].rows)["Reported on"]
        for query in (
            MARCH,
            ReportQuery(FIRST, LAST, group="IT"),
            ReportQuery(FIRST, LAST, people=frozenset({PEOPLE[0].id})),
        )
    ]
    assert said == ["everyone", "group IT", "1 chosen person"]


def test_nobody_chosen_and_days_that_cannot_be_are_refused(reports: ReportService, tmp_path: Path) -> None:
    for query in (ReportQuery(FIRST, LAST, people=frozenset()), ReportQuery(LAST, FIRST)):
        with pytest.raises(BadInput):
            reports.preview(ADMIN, query)
        with pytest.raises(BadInput):
            reports.exporting(ADMIN, query, tmp_path / "r.xlsx")


def test_who_may_not_export_is_told_before_anything_is_read(reports: ReportService, tmp_path: Path) -> None:
    report = reports.preview(ADMIN, MARCH)
    for ask in (
        lambda: reports.previewing(STATION, MARCH),
        lambda: reports.exporting(STATION, MARCH, tmp_path / "r.xlsx"),
        lambda: reports.compare(STATION, report),
        lambda: reports.groups(STATION),
        lambda: reports.find_people(STATION, "", 9),
    ):
        with pytest.raises(PermissionDenied):
            ask()


def test_punches_by_hand_say_why_and_who(reports: ReportService, database: Database) -> None:
    by_hand(database, PEOPLE[2], "2026-03-12T07:45")
    punches = reports.preview(ADMIN, MARCH).table.sheets[2]
    titles = [column.title for column in punches.columns]
    row = dict(zip(titles, punches.rows[-1], strict=True))
    assert [row[each] for each in ("Camera", "Match", "Source", "Reason", "Made by")] == [
        None,
        None,
        "manual",
        "Forgot; =1+1",
        "Helena Brandt",
    ]


def test_rows_to_check_are_named_where_they_stand(reports: ReportService, database: Database) -> None:
    by_hand(database, PEOPLE[2], "2026-03-12T07:45")
    report = reports.preview(ADMIN, MARCH)
    summary, days = report.table.sheets[:2]
    assert (report.to_check, summary.to_check, days.to_check) == (1, (2,), (2,))
    assert days.rows[2][0] == "11"
    assert summary.totals == (None, None, None, 3, timedelta(hours=16.5), 1)


def cells_shown(path: Path, title: str, decimals: tuple[str, ...]) -> list[list[object]]:
    """The rows of a sheet, below its headers, as openpyxl reads them and their number formats show them."""
    forms = {"0.00": "{:.2f}", "0": "{:d}", "yyyy-mm-dd": "{:%Y-%m-%d}", "hh:mm": "{:%H:%M}", "hh:mm:ss": "{:%H:%M:%S}"}
    forms |= {"yyyy-mm-dd hh:mm:ss": "{:%Y-%m-%d %H:%M:%S}", "@": "{}"}
    sheet = openpyxl.load_workbook(path)[title]
    assert tuple(cell.value for cell in sheet[1]) == decimals
    return [
        ["" if cell.value is None else forms[cell.number_format].format(cell.value) for cell in row]
        for row in sheet.iter_rows(min_row=2)
    ]


def test_the_preview_is_the_file_cell_by_cell(reports: ReportService, database: Database, tmp_path: Path) -> None:
    by_hand(database, PEOPLE[2], "2026-03-12T07:45")
    stay(database, PEOPLE[0], 10, minutes=487)
    last = last_of(reports.exporting(ADMIN, MARCH, tmp_path / "r.xlsx"))
    preview = reports.preview(ADMIN, MARCH).table
    assert last.report is not None
    written = last.report.table
    assert [list(sheet.rows) for sheet in preview.sheets[:3]] == [list(sheet.rows) for sheet in written.sheets[:3]]
    for sheet in last.report.table.sheets:
        titles = tuple(column.title for column in sheet.columns)
        ours = [
            [shown(column.kind, cell) for column, cell in zip(sheet.columns, row, strict=True)] for row in sheet.rows
        ]
        assert cells_shown(tmp_path / "r.xlsx", sheet.title, titles) == ours


def test_an_export_goes_by_steps_and_brings_what_it_wrote(reports: ReportService, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    steps = list(reports.exporting(ADMIN, MARCH, path))
    stages = list(dict.fromkeys(step.stage for step in steps))
    assert stages == [Stage.READING, Stage.WRITING, Stage.PACKING, Stage.DONE]
    assert all(step.done <= step.total for step in steps)
    result, report = steps[-1].result, steps[-1].report
    assert result is not None
    assert report is not None
    assert (result.path, result.people, result.days, result.punches, result.hours) == (path, 3, 2, 4, 16.5)
    assert result.hours == decimal_hours(report.totals.worked)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_an_export_left_at_any_step_leaves_neither_file_nor_note(
    reports: ReportService, tmp_path: Path, suffix: str
) -> None:
    count = len(list(reports.exporting(ADMIN, ReportQuery(FIRST, FIRST), tmp_path / f"other{suffix}")))
    folder = tmp_path / "out"
    folder.mkdir()
    for taken in range(1, count):
        steps = reports.exporting(ADMIN, MARCH, folder / f"r{suffix}")
        assert [next(steps) for _ in range(taken)][-1].stage is not Stage.DONE
        steps.close()
        assert not list(folder.iterdir())
    assert reports.compare(ADMIN, reports.preview(ADMIN, MARCH)) is None


def test_a_file_that_cannot_be_written_is_not_noted(reports: ReportService, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        last_of(reports.exporting(ADMIN, MARCH, tmp_path / "missing" / "r.xlsx"))
    assert reports.compare(ADMIN, reports.preview(ADMIN, MARCH)) is None


def test_a_file_that_was_written_but_not_noted_is_said_to_be_whole(
    reports: ReportService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageFull("The disk is full.", remedy="Free some space.")

    monkeypatch.setattr(ExportsRepository, "add", full)
    with pytest.raises(ExportFailed, match=r"was written to .*whole") as caught:
        last_of(reports.exporting(ADMIN, MARCH, tmp_path / "r.xlsx"))
    assert isinstance(caught.value.__cause__, StorageError)
    assert (tmp_path / "r.xlsx").is_file()


def test_nothing_to_compare_with_is_said_by_none(reports: ReportService, tmp_path: Path) -> None:
    reports.export(ADMIN, FIRST, FIRST, tmp_path / "day.csv")
    assert reports.compare(ADMIN, reports.preview(ADMIN, MARCH)) is None


def test_an_unchanged_report_does_not_differ(reports: ReportService, tmp_path: Path) -> None:
    reports.export(ADMIN, FIRST, LAST, tmp_path / "march.csv")
    found = reports.compare(ADMIN, reports.preview(ADMIN, MARCH))
    assert found is not None
    assert (found.differences, found.same_scope, found.export.file) == ((), True, "march.csv")
    assert found.totals == found.export.totals


def test_what_changed_since_the_last_export_is_found_with_names(
    reports: ReportService, database: Database, tmp_path: Path
) -> None:
    reports.export(ADMIN, FIRST, LAST, tmp_path / "march.xlsx")
    stay(database, PEOPLE[0], 10, minutes=60)
    newcomer = a_person(number="0001", name="Grace")
    with database.transaction() as work:
        work.people.add(newcomer)
    found = reports.compare(ADMIN, reports.preview(ADMIN, MARCH))
    assert found is not None
    assert [(each.number, each.change, each.days, each.worked) for each in found.differences] == [
        ("0001", Change.NEW, 0, timedelta(0)),
        ("9", Change.CHANGED, 1, timedelta(hours=1)),
    ]
    assert found.names == {"0001": "Grace", "9": "Ada"}
    assert found.totals.worked - found.export.totals.worked == timedelta(hours=1)


def test_the_export_of_the_same_people_is_compared_with_before_a_later_one_of_others(
    reports: ReportService, tmp_path: Path
) -> None:
    group = ReportQuery(FIRST, LAST, group="IT")
    last_of(reports.exporting(ADMIN, group, tmp_path / "it.csv"))
    reports.export(ADMIN, FIRST, LAST, tmp_path / "all.csv")
    found = reports.compare(ADMIN, reports.preview(ADMIN, group))
    other = reports.compare(ADMIN, reports.preview(ADMIN, ReportQuery(FIRST, LAST, group="Finance")))
    assert found is not None
    assert other is not None
    assert (found.export.file, found.same_scope) == ("it.csv", True)
    assert (other.export.file, other.same_scope) == ("all.csv", False)
    assert {each.change for each in other.differences} == {Change.GONE}


def test_groups_and_people_are_found_to_choose_from(reports: ReportService) -> None:
    assert [(each.name, each.people) for each in reports.groups(ADMIN)] == [("Finance", 1), ("IT", 2)]
    found = reports.find_people(ADMIN, "it", 1)
    assert (len(found.people), found.total) == (1, 2)
    assert [each.name for each in reports.find_people(ADMIN, "王", 50).people] == ["王 伟"]
