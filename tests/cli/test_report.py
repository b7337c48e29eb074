from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest


@pytest.mark.parametrize("name", ["month.xlsx", "month.csv"])
def test_a_report_is_written_and_described(run: Callable, fresh: Path, tmp_path: Path, name: str):
    out = tmp_path / name
    options = ["--from", "2026-03-01", "--to", "2026-03-31", "--out", out, "--home", fresh]
    outcome = run("report", *options, "--json")
    assert outcome.code == 0
    assert outcome.json == {"path": str(out), "people": 0, "days": 0, "punches": 0, "hours": 0.0}
    assert out.stat().st_size > 0
    if out.suffix == ".xlsx":
        assert openpyxl.load_workbook(out).sheetnames
    assert str(out) in run("report", *options).out.replace("\n", "")


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
