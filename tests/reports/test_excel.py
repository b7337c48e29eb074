import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook

from faceattend.domain.errors import ExportFailed
from faceattend.reports import excel
from faceattend.reports.table import FORMATS, CellKind, Column, ReportTable, Sheet
from faceattend.reports.text import CELL_LIMIT

Make = Callable[..., ReportTable]

DAY = date(2026, 3, 9)
AT = time(8, 5, 59)
ROW = ("0042", 12, 0.875, timedelta(hours=8, minutes=15), DAY, AT, AT, datetime.combine(DAY, AT), "any")
TRICKY = [
    "=1+1",
    "+49 30 1234",
    "-1",
    "@SUM(A1)",
    "00042",
    "1e5",
    "https://example.org/",
    "mailto:a@example.org",
    "{=1+1}",
    "<r>bold</r>",
    "<r></r>",
    "<b>&amp;</b>",
    "_x0041_",
    " spaces ",
    "two\nlines",
    "'quoted'",
    "TRUE",
    "2026-03-09",
    "李小龍 👍",
]


def write(table: ReportTable, path: Path) -> None:
    for _ in excel.write(table, path):
        pass


@contextmanager
def opened(path: Path, **how: bool) -> Iterator[Workbook]:
    book = openpyxl.load_workbook(path, **how)
    try:
        yield book
    finally:
        book.close()


def column_of(path: Path, title: str = "Days") -> list[object]:
    with opened(path) as book:
        return [row[0] for row in book[title].iter_rows(min_row=2, values_only=True)]


def test_every_kind_arrives_as_what_it_is(one_sheet: Make, tmp_path: Path) -> None:
    write(one_sheet([ROW], *CellKind), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        cells = book["Days"][2]
        assert [cell.value for cell in cells] == [
            "0042",
            12,
            0.875,
            8.25,
            datetime.combine(DAY, time()),
            AT,
            AT,
            datetime.combine(DAY, AT),
            "any",
        ]
        assert [cell.data_type for cell in cells] == ["s", "n", "n", "n", "d", "d", "d", "d", "s"]
        assert [cell.number_format for cell in cells] == [
            "@",
            "0",
            "0.00",
            "0.00",
            "yyyy-mm-dd",
            "hh:mm",
            "hh:mm:ss",
            "yyyy-mm-dd hh:mm:ss",
            "@",
        ]


def test_values_of_any_kind_keep_their_types(one_sheet: Make, tmp_path: Path) -> None:
    values = ["=1+1", "007", 12, 0.5, timedelta(minutes=15), DAY, AT, datetime.combine(DAY, AT), None]
    write(one_sheet([(value,) for value in values], CellKind.ANY), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        cells = [row[0] for row in book["Days"].iter_rows(min_row=2, max_row=9)]
        assert [(cell.data_type, cell.number_format) for cell in cells] == [
            ("s", "@"),
            ("s", "@"),
            ("n", "0"),
            ("n", "0.00"),
            ("n", "0.00"),
            ("d", "yyyy-mm-dd"),
            ("d", "hh:mm:ss"),
            ("d", "yyyy-mm-dd hh:mm:ss"),
        ]
        assert [cell.value for cell in cells[:5]] == ["=1+1", "007", 12, 0.5, 0.25]
        assert {cell.alignment.horizontal for cell in cells} == {"left"}
        assert book["Days"].auto_filter.ref is None


def test_hours_are_not_rounded(one_sheet: Make, tmp_path: Path) -> None:
    write(one_sheet([(timedelta(seconds=7),)], CellKind.HOURS), tmp_path / "report.xlsx")
    assert column_of(tmp_path / "report.xlsx") == [pytest.approx(7 / 3600, rel=1e-12)]


@pytest.mark.parametrize("text", TRICKY)
def test_text_is_text_whatever_it_looks_like(one_sheet: Make, tmp_path: Path, text: str) -> None:
    write(one_sheet([(text,)], CellKind.TEXT), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        cell = book["Days"]["A2"]
        assert (unescape(cell.value), cell.data_type, cell.hyperlink) == (text, "s", None)


def test_markup_that_looks_ready_made_is_not_put_into_the_file_as_it_is(one_sheet: Make, tmp_path: Path) -> None:
    write(one_sheet([("<r><evil></r>",)], CellKind.TEXT), tmp_path / "report.xlsx")
    with zipfile.ZipFile(tmp_path / "report.xlsx") as packed:
        assert b"<evil" not in packed.read("xl/worksheets/sheet1.xml")
    assert column_of(tmp_path / "report.xlsx") == ["<r><evil></r>"]


def test_what_xml_cannot_hold_is_left_out_and_long_text_is_cut(one_sheet: Make, tmp_path: Path) -> None:
    rows = [("A\x00n\x07na\ud800",), ("x" * (CELL_LIMIT + 1),), ("👍" * CELL_LIMIT,)]
    write(one_sheet(rows, CellKind.TEXT), tmp_path / "report.xlsx")
    assert column_of(tmp_path / "report.xlsx") == ["Anna", "x" * CELL_LIMIT, "👍" * (CELL_LIMIT // 2)]


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_comes_back_as_it_was(one_sheet: Make, tmp_path: Path, text: str) -> None:
    write(one_sheet([(text,), ("end",)], CellKind.TEXT), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx", rich_text=True) as book:
        value = book["Days"]["A2"].value
    assert unescape(str(value) if isinstance(value, CellRichText) else value or "") == text


def test_empty_cells_are_empty(one_sheet: Make, tmp_path: Path) -> None:
    write(
        one_sheet([(None,) * len(CellKind), ("x", *[None] * (len(CellKind) - 1))], *CellKind), tmp_path / "report.xlsx"
    )
    with opened(tmp_path / "report.xlsx") as book:
        assert [cell.value for cell in book["Days"][2]] == [None] * len(CellKind)


def test_a_sheet_is_ready_to_be_worked_with(one_sheet: Make, tmp_path: Path) -> None:
    write(one_sheet([("a", 1)] * 3, CellKind.TEXT, CellKind.INTEGER), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        sheet = book["Days"]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == "A1:B4"
        assert sheet["A1"].font.bold


def test_a_header_stands_over_its_values_and_neighbours_keep_apart(one_sheet: Make, tmp_path: Path) -> None:
    write(one_sheet([ROW], *CellKind), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        headers, cells = ([cell.alignment for cell in book["Days"][row]] for row in (1, 2))
    places = [(each.horizontal, each.indent) for each in cells]
    assert places == [(each.horizontal, each.indent) for each in headers]
    assert {side for side, _ in places} == {"left", "right"}
    assert all(indent >= 1 for _, indent in places)


def test_numbers_differ_in_more_than_their_format_for_libreoffice_to_keep_their_indent(
    one_sheet: Make, tmp_path: Path
) -> None:
    write(one_sheet([(1, timedelta(hours=1))], CellKind.INTEGER, CellKind.HOURS), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        integer, hours = book["Days"][2]
        assert integer.font.charset != hours.font.charset


def test_columns_fit_their_content(one_sheet: Make, tmp_path: Path) -> None:
    name, hours = "Maximiliane Hohenstein-Wertheimer", timedelta(hours=12_345_678_901)
    write(one_sheet([("x", "x", hours), (name, "x", hours)], *[CellKind.TEXT] * 2, CellKind.HOURS), tmp_path / "r.xlsx")
    with opened(tmp_path / "r.xlsx") as book:
        wide, narrow, number = (book["Days"].column_dimensions[letter].width for letter in "ABC")
    assert len(name) + 2 < wide < len(name) * 1.5
    assert len("Column 1") + 2 < narrow < 16
    assert number > len("12345678901.00") + 2


def test_text_beyond_the_widest_column_wraps_in_a_row_that_is_high_enough(one_sheet: Make, tmp_path: Path) -> None:
    rows = [("x",), ("word " * 20,), ("two\nlines",), ("y",), (None,), ("x" * CELL_LIMIT,)]
    write(one_sheet(rows, CellKind.TEXT), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        sheet = book["Days"]
        assert sheet.column_dimensions["A"].width < 55
        assert sheet["A3"].alignment.wrap_text
        heights = [sheet.row_dimensions[row].height for row in range(2, 8)]
    assert heights == [None, 45, 30, None, None, pytest.approx(409, abs=1)]


def test_every_printed_page_says_what_it_belongs_to(one_sheet: Make, tmp_path: Path) -> None:
    write(one_sheet([("a",)], CellKind.TEXT), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        sheet = book["Days"]
        assert (sheet.oddHeader.left.text, sheet.oddHeader.right.text) == ("A report", "&A")
        assert sheet.oddFooter.right.text == "Page &P of &N"
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_options.gridLines


@pytest.mark.parametrize("title", ["Research & Design", "&P", "x" * 1000, "&" * 1000, "👍" * 200])
def test_any_title_can_be_printed(tmp_path: Path, title: str) -> None:
    sheet = Sheet("S", (Column("A", CellKind.TEXT),), [])
    write(ReportTable(title, (sheet,), "S"), tmp_path / "report.xlsx")
    with zipfile.ZipFile(tmp_path / "report.xlsx") as packed:
        page = ET.fromstring(packed.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own file
    header = page.findtext(".//{*}oddHeader") or ""
    printed = header.removeprefix('&L&"-,Bold"').removesuffix("&R&A").replace("&&", "&")
    assert printed
    assert title.startswith(printed)


def test_a_report_without_rows_still_has_its_header(one_sheet: Make, tmp_path: Path) -> None:
    write(one_sheet([], CellKind.TEXT), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        assert list(book["Days"].values) == [("Column 1",)]


def test_properties_name_the_report_and_no_person(one_sheet: Make, tmp_path: Path) -> None:
    before = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    write(one_sheet([], CellKind.TEXT), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        assert book.properties.title == "A report"
        assert before <= book.properties.created <= datetime.now(UTC).replace(tzinfo=None)
        assert not book.properties.creator
        assert not book.properties.lastModifiedBy


def test_rows_beyond_excels_limit_go_on_in_further_sheets(
    one_sheet: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "MAX_ROWS", 4)
    title = "A title of thirty-one letters.."
    write(one_sheet([(number,) for number in range(9)], CellKind.INTEGER, title=title), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        assert book.sheetnames == [title, "A title of thirty-one lette (2)", "A title of thirty-one lette (3)"]
        values = [[row[0] for row in sheet.values] for sheet in book]
    assert values == [["Column 1", 0, 1, 2, 3], ["Column 1", 4, 5, 6, 7], ["Column 1", 8]]


def test_a_full_sheet_needs_no_second_one(one_sheet: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MAX_ROWS", 4)
    write(one_sheet([(number,) for number in range(4)], CellKind.INTEGER), tmp_path / "report.xlsx")
    with opened(tmp_path / "report.xlsx") as book:
        assert book.sheetnames == ["Days"]


def test_a_missing_folder_is_an_export_failed(one_sheet: Make, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="does not exist"):
        write(one_sheet([], CellKind.TEXT), tmp_path / "missing" / "report.xlsx")


@pytest.mark.parametrize("rows", [2_000, 100])
def test_a_full_disk_leaves_the_older_file_and_no_open_files(
    one_sheet: Make, tmp_path: Path, full_disk: Callable[..., object], rows: int
) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"old")
    table = one_sheet([("text " * 20,)] * rows, CellKind.TEXT)
    with full_disk(2_000), pytest.raises(ExportFailed, match="the disk is full"):
        write(table, target)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("report.xlsx", b"old")]


def test_temporary_files_stay_beside_the_target(
    one_sheet: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "forbidden"))
    write(one_sheet([("a",)], CellKind.TEXT), tmp_path / "report.xlsx")
    assert [each.name for each in tmp_path.iterdir()] == ["report.xlsx"]


def test_the_format_is_found_by_its_suffix() -> None:
    assert FORMATS.get("xlsx") is excel.write


# What LibreOffice makes of it -----------------------------------------------------------------------------------------

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def through_libreoffice(path: Path, folder: Path) -> ET.Element:
    """Have LibreOffice open the workbook and save it as flat OpenDocument; it exits with an error if it cannot."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    profile = (folder / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "fods"]
    subprocess.run([*command, "--outdir", folder, path], check=True, timeout=100, capture_output=True)
    return ET.parse(folder / f"{path.stem}.fods").getroot()  # noqa: S314 - LibreOffice's answer to our own file


def typed_cells(document: ET.Element, title: str) -> list[list[tuple[str | None, str | None]]]:
    """Each row's cells as (type, value)."""
    sheet = next(t for t in document.iter(f"{{{TABLE}}}table") if t.get(f"{{{TABLE}}}name") == title)
    return [
        [typed(cell) for cell in row.iter(f"{{{TABLE}}}table-cell") if cell.get(f"{{{OFFICE}}}value-type")]
        for row in sheet.iter(f"{{{TABLE}}}table-row")
    ]


def typed(cell: ET.Element) -> tuple[str | None, str | None]:
    assert cell.get(f"{{{TABLE}}}formula") is None
    kind = cell.get(f"{{{OFFICE}}}value-type")
    names = {"float": "value", "date": "date-value", "time": "time-value"}
    if kind in names:
        return kind, cell.get(f"{{{OFFICE}}}{names[kind]}")
    return kind, "\n".join("".join(p.itertext()) for p in cell.findall(f"{{{TEXT}}}p"))


@pytest.mark.libreoffice
def test_libreoffice_reads_every_cell_as_what_it_is(tmp_path: Path) -> None:
    kinds = tuple(Column(kind.value, kind) for kind in CellKind)
    texts = [text for text in TRICKY if text != " spaces "]  # OpenDocument writes spaces as elements of their own
    table = ReportTable(
        "R",
        (Sheet("Kinds", kinds, [ROW]), Sheet("Texts", (Column("Text", CellKind.TEXT),), [(text,) for text in texts])),
        "Kinds",
    )
    write(table, tmp_path / "report.xlsx")
    document = through_libreoffice(tmp_path / "report.xlsx", tmp_path)
    assert typed_cells(document, "Kinds")[1] == [
        ("string", "0042"),
        ("float", "12"),
        ("float", "0.875"),
        ("float", "8.25"),
        ("date", "2026-03-09"),
        ("time", "PT08H05M59S"),
        ("time", "PT08H05M59S"),
        ("date", "2026-03-09T08:05:59"),
        ("string", "any"),
    ]
    assert [cells for cells in typed_cells(document, "Texts")[1:] if cells] == [[("string", text)] for text in texts]
