import csv
import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.domain.errors import ExportFailed
from faceattend.reports.csv import _text
from faceattend.reports.csv import write as writing
from faceattend.reports.table import FORMATS, CellKind, Column, ReportTable, Sheet

Make = Callable[..., ReportTable]


def write(table: ReportTable, path: Path) -> None:
    for _ in writing(table, path):
        pass


def read_back(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))


def test_the_bytes_are_those_of_rfc_4180_with_a_byte_order_mark(one_sheet: Make, tmp_path: Path) -> None:
    table = one_sheet([("0042", 'Ada "Countess", L.'), ("7", None)], CellKind.TEXT, CellKind.TEXT)
    write(table, tmp_path / "report.csv")
    expected = 'Column 1,Column 2\r\n0042,"Ada ""Countess"", L."\r\n7,\r\n'
    assert (tmp_path / "report.csv").read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_every_kind_is_written_in_its_own_way(one_sheet: Make, tmp_path: Path) -> None:
    day = date(2026, 3, 9)
    at = time(8, 5, 59)
    row = ("0042", 12, 0.8765, timedelta(hours=8, minutes=15), day, at, at, datetime.combine(day, at), "any")
    write(one_sheet([row], *CellKind), tmp_path / "report.csv")
    assert read_back(tmp_path / "report.csv")[1] == [
        "0042",
        "12",
        "0.8765",
        "8.2500",
        "2026-03-09",
        "08:05",
        "08:05:59",
        "2026-03-09 08:05:59",
        "any",
    ]


def test_values_of_any_kind_are_written_by_their_type(one_sheet: Make, tmp_path: Path) -> None:
    day = date(2026, 3, 9)
    values = ["=1+1", 12, 0.5, timedelta(minutes=15), day, time(8, 5, 59), datetime.combine(day, time(8)), None]
    write(one_sheet([(value,) for value in values], CellKind.ANY), tmp_path / "report.csv")
    assert [row[0] for row in read_back(tmp_path / "report.csv")[1:]] == [
        "'=1+1",
        "12",
        "0.5000",
        "0.2500",
        "2026-03-09",
        "08:05:59",
        "2026-03-09 08:00:00",
        "",
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])  # noqa: RUF001
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(one_sheet: Make, tmp_path: Path, start: str) -> None:
    write(one_sheet([(start + "1+1",)], CellKind.TEXT), tmp_path / "report.csv")
    assert read_back(tmp_path / "report.csv")[1] == [f"'{start}1+1"]


def test_a_formula_behind_a_control_character_is_found_too(one_sheet: Make, tmp_path: Path) -> None:
    write(one_sheet([("\x00=1+1",)], CellKind.TEXT), tmp_path / "report.csv")
    assert read_back(tmp_path / "report.csv")[1] == ["'=1+1"]


def test_negative_numbers_are_left_numbers(one_sheet: Make, tmp_path: Path) -> None:
    rows = [(-3, -0.5, timedelta(hours=-1))]
    write(one_sheet(rows, CellKind.INTEGER, CellKind.NUMBER, CellKind.HOURS), tmp_path / "report.csv")
    assert read_back(tmp_path / "report.csv")[1] == ["-3", "-0.5000", "-1.0000"]


def test_titles_are_as_harmless_as_cells(tmp_path: Path) -> None:
    table = ReportTable("R", (Sheet("S", (Column("=1+1", CellKind.TEXT),), []),), "S")
    write(table, tmp_path / "report.csv")
    assert read_back(tmp_path / "report.csv") == [["'=1+1"]]


def test_only_the_main_sheet_is_written(tmp_path: Path) -> None:
    sheets = tuple(Sheet(title, (Column(title, CellKind.TEXT),), [(title,)]) for title in ("Days", "Summary"))
    write(ReportTable("R", sheets, "Summary"), tmp_path / "report.csv")
    assert read_back(tmp_path / "report.csv") == [["Summary"], ["Summary"]]


def test_a_row_with_a_cell_too_few_is_an_error_not_a_shifted_line(one_sheet: Make, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="shorter"):
        write(one_sheet([("a",)], CellKind.TEXT, CellKind.TEXT), tmp_path / "report.csv")
    assert not list(tmp_path.iterdir())


def test_a_failing_place_is_an_export_failed(one_sheet: Make, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        write(one_sheet([], CellKind.TEXT), tmp_path / "missing" / "report.csv")


def test_the_format_is_found_by_its_suffix() -> None:
    assert FORMATS.get("csv") is writing


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_no_text_ever_begins_like_a_formula_and_none_but_the_unwritable_is_lost(text: str) -> None:
    written = _text(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow([written, "next"])
    buffer.seek(0)
    assert next(csv.reader(buffer, strict=True)) == [written, "next"]
