from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from tests.facts import a_person, a_punch

from faceattend.config.paths import Home
from faceattend.domain.attendance import Direction, PunchSource


@pytest.mark.parametrize("name", ["month.xlsx", "month.csv"])
def test_a_report_is_written_and_described(run: Callable, fresh: Path, tmp_path: Path, name: str):
    out = tmp_path / name
    options = ["--from", "2026-03-01", "--to", "2026-03-31", "--out", out, "--home", fresh]
    outcome = run("report", *options, "--json")
    assert outcome.code == 0
    assert outcome.json == {"path": str(out), "people": 0, "days": 0, "punches": 0, "hours": 0.0, "inside": 0}
    assert out.stat().st_size > 0
    if out.suffix == ".xlsx":
        assert openpyxl.load_workbook(out).sheetnames
    plain = run("report", *options)
    assert str(out) in plain.out.replace("\n", "")
    assert "Not complete" not in plain.said


def test_a_report_of_today_says_that_hours_are_still_to_come(
    run: Callable, open_here: Callable, fresh: Path, tmp_path: Path
):
    came = datetime.now(UTC) - timedelta(hours=2)
    opened = open_here(Home(fresh))
    with opened.database.transaction() as work:
        person, site = a_person(), work.sites.get_or_add("Berlin", "Europe/Berlin")
        work.people.add(person)
        by_hand = {"camera_id": None, "sighting_id": None, "score": None, "source": PunchSource.MANUAL}
        work.punches.add(a_punch(person_id=person.id, at=came, direction=Direction.IN, site_id=site.id, **by_hand))
    days = [str(came.date() + timedelta(days=step)) for step in (-1, 1)]
    outcome = run("report", "--from", days[0], "--to", days[1], "--out", tmp_path / "x.xlsx", "--home", fresh)
    assert "Not complete: still inside: 1." in outcome.said


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2026-03-31", "2026-03-01", "x.csv"),
        ("2026-03-01", "2026-03-31", "x.docx"),
        ("2026-03-01", "2026-03-31", "no/x.csv"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_left(
    run: Callable, fresh: Path, tmp_path: Path, first: str, last: str, name: str
):
    outcome = run("report", "--from", first, "--to", last, "--out", tmp_path / name, "--home", fresh, "--json")
    assert outcome.code == 1
    assert outcome.json["error"]
    assert not (tmp_path / name).exists()


def test_a_day_that_is_none_is_a_mistake_in_the_command_line(run: Callable, fresh: Path, tmp_path: Path):
    out = tmp_path / "x.csv"
    outcome = run("report", "--from", "2026-02-30", "--to", "2026-03-01", "--out", out, "--home", fresh, "--json")
    assert (outcome.code, outcome.json["kind"]) == (2, "UsageError")
