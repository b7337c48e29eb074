import csv
import os
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from tests.facts import BERLIN, a_camera, a_person, a_punch, a_sighting, instant

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION, Actor, Role
from faceattend.domain.attendance import Direction
from faceattend.domain.errors import BadInput, ExportFailed, PermissionDenied
from faceattend.reports.table import ReportTable
from faceattend.services.reports import ReportService
from faceattend.storage.database import Database

Record = Callable[..., None]

ADA = a_person()
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(Home(tmp_path / "home"), os.urandom(32))
    with opened.transaction() as work:
        work.people.add(ADA)
    yield opened
    opened.close()


@pytest.fixture
def reports(database: Database) -> ReportService:
    return ReportService(database)


@pytest.fixture
def record(database: Database) -> Record:
    """Stores a punch at a local wall-clock time of a zone, with the sighting it rests on."""

    def store(local: str, direction: str, zone: str = BERLIN.zone) -> None:
        at = instant(local, zone)
        with database.transaction() as work:
            cameras = {camera.site.name: camera for camera in work.cameras.list()}
            if zone not in cameras:
                cameras[zone] = a_camera(name=f"Door of {zone}", site=work.sites.get_or_add(zone, zone))
                work.cameras.add(cameras[zone])
            camera = cameras[zone]
            seen = a_sighting(camera_id=camera.id, person_id=ADA.id, seen_at=at)
            work.sightings.add(seen)
            work.punches.add(
                a_punch(
                    person_id=ADA.id,
                    at=at,
                    zone=zone,
                    direction=Direction(direction),
                    site_id=camera.site.id,
                    camera_id=camera.id,
                    sighting_id=seen.id,
                )
            )

    return store


def days_of(table: ReportTable) -> list[tuple[object, object]]:
    sheet = next(sheet for sheet in table.sheets if sheet.title == "Days")
    titles = [column.title for column in sheet.columns]
    return [(row[titles.index("Date")], row[titles.index("Hours")]) for row in sheet.rows]


def test_a_workbook_is_exported_with_its_control_totals(reports: ReportService, record: Record, tmp_path: Path) -> None:
    record("2026-03-09T08:00", "in")
    record("2026-03-09T16:15", "out")
    path = tmp_path / "march.xlsx"
    result = reports.export(LOCAL_ADMINISTRATOR, FIRST, LAST, path)
    assert (result.path, result.people, result.days, result.punches, result.hours) == (path, 1, 1, 2, 8.25)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Summary", "Days", "Punches", "Totals"]
    assert [cell.value for cell in book["Summary"][2]] == ["0042", "Ada", None, 1, 8.25, 0]
    assert [cell.value for cell in book["Days"][2]][3:8] == [
        datetime.combine(date(2026, 3, 9), time()),
        time(8),
        time(16, 15),
        8.25,
        2,
    ]
    assert [cell.value for cell in book["Punches"][2]][4:7] == ["in", "Europe/Berlin", "Door of Europe/Berlin"]
    assert ("Made by", "local administrator") in book["Totals"].values


def test_a_csv_holds_the_summary(reports: ReportService, tmp_path: Path) -> None:
    reports.export(LOCAL_ADMINISTRATOR, FIRST, LAST, tmp_path / "march.CSV")
    with (tmp_path / "march.CSV").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == ["0042", "Ada", "", "0", "0.0000", "0"]


@pytest.mark.parametrize("name", ["march.pdf", "march", ".xlsx", "march.xlsx.bak"])
def test_an_unknown_format_is_refused_with_the_known_ones(reports: ReportService, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match=r"\.csv or \.xlsx"):
        reports.export(LOCAL_ADMINISTRATOR, FIRST, LAST, tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


def test_a_place_that_cannot_be_written_is_said(reports: ReportService, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        reports.export(LOCAL_ADMINISTRATOR, FIRST, LAST, tmp_path / "missing" / "march.xlsx")


@pytest.mark.parametrize("actor", [STATION, Actor("porter", Role.FRONT_DESK)])
def test_who_may_not_export_gets_neither_table_nor_file(reports: ReportService, tmp_path: Path, actor: Actor) -> None:
    with pytest.raises(PermissionDenied):
        reports.attendance(actor, FIRST, LAST)
    with pytest.raises(PermissionDenied):
        reports.export(actor, FIRST, LAST, tmp_path / "march.xlsx")
    assert not (tmp_path / "march.xlsx").exists()


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 3, 2), date(2026, 3, 1), "before it begins"),
        (date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=400), "longer than 400 days"),
        (date.min, date.min, "Check the years"),
        (date.max, date.max, "Check the years"),
    ],
)
def test_impossible_ranges_are_refused(reports: ReportService, first: date, last: date, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        reports.attendance(LOCAL_ADMINISTRATOR, first, last)


def test_the_longest_range_and_a_single_day_are_allowed(reports: ReportService) -> None:
    for length in (0, 399):
        table = reports.attendance(LOCAL_ADMINISTRATOR, FIRST, FIRST + timedelta(days=length))
        assert len(table.main_sheet.rows) == 1


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin"])
def test_days_are_local_days_at_the_site_to_the_minute(reports: ReportService, record: Record, zone: str) -> None:
    record("2026-02-28T23:50", "in", zone)
    record("2026-02-28T23:59", "out", zone)
    record("2026-03-01T00:01", "in", zone)
    record("2026-03-01T00:11", "out", zone)
    record("2026-03-31T23:49", "in", zone)
    record("2026-03-31T23:59", "out", zone)
    record("2026-04-01T00:01", "in", zone)
    table = reports.attendance(LOCAL_ADMINISTRATOR, FIRST, LAST)
    assert days_of(table) == [(FIRST, timedelta(minutes=10)), (LAST, timedelta(minutes=10))]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_night_shifts_at_both_edges_pair_up(reports: ReportService, record: Record, zone: str) -> None:
    record("2026-02-28T16:00", "in", zone)
    record("2026-03-01T07:30", "out", zone)
    record("2026-03-31T23:59", "in", zone)
    record("2026-04-01T15:29", "out", zone)
    table = reports.attendance(LOCAL_ADMINISTRATOR, FIRST, LAST)
    assert days_of(table) == [(LAST, timedelta(hours=15, minutes=30))]


def test_repeated_entries_before_the_range_are_read_with_it(reports: ReportService, record: Record) -> None:
    """The exit comes too late for the first entry, and the second one was only its repeat: nothing may be invented."""
    record("2026-02-28T10:00", "in")
    record("2026-02-28T20:00", "in")
    record("2026-03-01T06:00", "out")
    table = reports.attendance(LOCAL_ADMINISTRATOR, FIRST, LAST)
    assert days_of(table) == [(FIRST, timedelta(0))]
