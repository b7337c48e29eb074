import csv
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from faceattend.reports import excel
from faceattend.reports.shown import at_right, shown
from faceattend.reports.table import CellKind, ReportTable


@pytest.mark.parametrize(
    ("kind", "cell", "text"),
    [
        (CellKind.TEXT, None, ""),
        (CellKind.TEXT, "0042", "0042"),
        (CellKind.TEXT, "a\x00b", "ab"),
        (CellKind.INTEGER, 1234567, "1234567"),
        (CellKind.NUMBER, 0.875, "0.88"),
        (CellKind.HOURS, timedelta(hours=8, minutes=15), "8.25"),
        (CellKind.DATE, date(2026, 3, 9), "2026-03-09"),
        (CellKind.TIME, time(8, 5, 59), "08:05"),
        (CellKind.CLOCK, time(8, 5, 59), "08:05:59"),
        (CellKind.DATETIME, datetime.combine(date(2026, 3, 9), time(8, 5, 59)), "2026-03-09 08:05:59"),
        (CellKind.ANY, timedelta(hours=70_964, minutes=30), "70964.50"),
        (CellKind.ANY, 12, "12"),
        (CellKind.ANY, "12", "12"),
    ],
)
def test_a_cell_reads_as_the_workbook_shows_it(kind: CellKind, cell: object, text: str) -> None:
    assert shown(kind, cell) == text


@pytest.mark.parametrize(
    ("minutes", "seconds", "text"),
    [(487, 30, "8.13"), (0, 18, "0.01"), (0, 17, "0.00"), (60 * 8 + 37, 30, "8.63"), (-487, -30, "-8.13")],
)
def test_halves_are_rounded_up_as_spreadsheets_do(minutes: int, seconds: int, text: str) -> None:
    """8.125 hours: Python would show 8.12, and the screen would differ from the sheet."""
    assert shown(CellKind.HOURS, timedelta(minutes=minutes, seconds=seconds)) == text


def test_only_numbers_take_the_decimal_sign_of_the_language() -> None:
    assert shown(CellKind.HOURS, timedelta(minutes=495), ",") == "8,25"
    assert shown(CellKind.ANY, 0.5, ",") == "0,50"
    assert shown(CellKind.TEXT, "St. John", ",") == "St. John"


def test_numbers_stand_at_the_right_and_values_by_what_they_are() -> None:
    right = {kind for kind in CellKind if at_right(kind)}
    assert right == {CellKind.INTEGER, CellKind.NUMBER, CellKind.HOURS}
    assert at_right(CellKind.ANY, 3)
    assert not at_right(CellKind.ANY, "3")


def shown_by_libreoffice(path: Path) -> list[list[str]]:
    """The first sheet's cells as LibreOffice shows them, headers aside."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    profile = (path.parent / "profile").as_uri()
    as_shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true"
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", as_shown]
    subprocess.run([*command, "--outdir", path.parent, path], check=True, timeout=100, capture_output=True)
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


@pytest.mark.libreoffice
def test_libreoffice_shows_the_same_words(one_sheet: Callable[..., ReportTable], tmp_path: Path) -> None:
    spans = [timedelta(seconds=seconds) for seconds in (18, 54, 4500, 29_250, 31_050, 255_472_218)]
    kinds = (CellKind.HOURS, CellKind.TIME, CellKind.CLOCK, CellKind.NUMBER, CellKind.DATE)
    at, day = time(8, 5, 59), date(2026, 3, 9)
    sheet = one_sheet([(span, at, at, 0.125 * place, day) for place, span in enumerate(spans)], *kinds).sheets[0]
    for _ in excel.write(ReportTable("R", (sheet,), sheet.title), tmp_path / "r.xlsx"):
        pass
    ours = [[shown(kind, cell) for kind, cell in zip(kinds, row, strict=True)] for row in sheet.rows]
    assert shown_by_libreoffice(tmp_path / "r.xlsx") == ours
