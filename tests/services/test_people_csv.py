import csv
import io
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from faceattend.domain.errors import BadInput
from faceattend.domain.people import PersonKind
from faceattend.services import people_csv
from faceattend.services.people import Newcomer
from faceattend.services.people_csv import OPTIONAL, REQUIRED, Row, read_people

ONE_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
COLUMNS = (*REQUIRED, *OPTIONAL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


def read(path: Path, content: str | bytes) -> list[Row]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_people(path)


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"number,name\r1,Ada\r")
@example(b'number,"na\rme\n')
@example(b'"' + b"x" * 140_000 + b'"')
@example(b"number,name\n" + b"x" * 140_000)
@ONE_FOLDER
def test_whatever_the_bytes_it_is_a_list_or_bad_input(path: Path, content: bytes):
    with suppress(BadInput):
        assert isinstance(read(path, content), list)


@given(
    body=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200), delimiter=st.sampled_from(",;\t")
)
@ONE_FOLDER
def test_whatever_stands_below_a_good_header_each_line_is_somebody_or_a_fault(path: Path, body: str, delimiter: str):
    with suppress(BadInput):
        for row in read(path, delimiter.join(COLUMNS) + "\n" + body):
            assert (row.newcomer is None) == bool(row.fault)
            assert row.line > 1


CELLS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=20).map(str.strip)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "number": CELLS.filter(bool),
            "name": CELLS.filter(bool),
            "kind": st.sampled_from(["", *PersonKind]),
            "group": CELLS,
            "active_from": st.just("") | st.dates().map(date.isoformat),
        }
    ),
    max_size=8,
)


@given(
    people=PEOPLE, delimiter=st.sampled_from(",;\t"), bom=st.booleans(), ending=st.sampled_from(["\n", "\r\n", "\r"])
)
@ONE_FOLDER
def test_what_was_written_is_read_whatever_the_delimiter_mark_ending_and_quotes(
    path: Path,
    people: list[dict[str, str]],
    delimiter: str,
    bom: bool,  # noqa: FBT001 - drawn
    ending: str,
):
    text = io.StringIO(newline="")
    writer = csv.DictWriter(
        text, ["number", "name", "kind", "group", "active_from"], delimiter=delimiter, lineterminator=ending
    )
    writer.writeheader()
    writer.writerows(people)
    rows = read(path, text.getvalue().encode("utf-8-sig" if bom else "utf-8"))
    assert [row.newcomer for row in rows] == [
        Newcomer(
            person["number"],
            person["name"],
            PersonKind(person["kind"] or "employee"),
            person["group"] or None,
            date.fromisoformat(person["active_from"]) if person["active_from"] else None,
        )
        for person in people
    ]


def test_a_list_from_excel_on_windows_keeps_its_umlauts(path: Path):
    rows = read(path, "Number;Name ;GROUP\r\n0042;Jürgen Größe;Büro\r\n".encode("cp1252"))
    assert rows == [Row(2, "0042", Newcomer("0042", "Jürgen Größe", group="Büro"))]


def test_numbers_stay_text_and_photos_are_split(path: Path):
    row = read(path, "number,name,photos\n0042,Ada,a.jpg| b.png |\n")[0]
    assert (row.number, row.photos) == ("0042", ("a.jpg", "b.png"))


def test_quotes_hold_delimiters_and_lines_together(path: Path):
    rows = read(path, 'number,name,group\n1,"Lovelace, Ada","Class ""A""\nNorth"\n2,Bob,\n')
    assert [row.newcomer for row in rows] == [
        Newcomer("1", "Lovelace, Ada", group='Class "A"\nNorth'),
        Newcomer("2", "Bob"),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1,Ada,robot,,", "robot"),
        ("1,Ada,,31.01.2026,", "31.01.2026"),
        ("1,Ada,,2026-02-30,", "2026-02-30"),
        ("1,Ada,,2026-02-02,2026-02-01", "active_from"),
        (",Ada,,,", "number and a name"),
        ("1,,,,", "number and a name"),
        ("1", "number and a name"),
        ("1,Ada,,,,more", "more fields"),
    ],
)
def test_a_line_that_will_not_do_says_why_and_the_others_are_read(path: Path, line: str, words: str):
    rows = read(path, f"number,name,kind,active_from,active_to\n{line}\n2,Bob,,,\n")
    assert rows[0].newcomer is None
    assert words in rows[0].fault
    assert rows[0].line == 2
    assert rows[1].newcomer == Newcomer("2", "Bob")


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("number", "misses name"),
        ("number,name,salary", "'salary'"),
        ("number,name,Name", "twice"),
        ("number,name,", "''"),
        ("", "misses number, name"),
    ],
)
def test_a_header_that_will_not_do_is_named_with_the_columns_there_are(path: Path, header: str, words: str):
    with pytest.raises(BadInput, match=r"people\.csv") as refused:
        read(path, f"{header}\n1,Ada\n")
    assert words in refused.value.what
    assert "number, name (required)" in refused.value.remedy


def test_limits_hold(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(people_csv, "MAX_ROWS", 3)
    assert len(read(path, "number,name\n" + "1,A\n" * 3)) == 3
    with pytest.raises(BadInput, match="more than 3 lines"):
        read_people(path) if path.write_text("number,name\n" + "1,A\n" * 4) else None
    monkeypatch.setattr(people_csv, "MAX_BYTES", 10)
    with pytest.raises(BadInput, match="larger"):
        read_people(path)


def test_what_is_no_csv_file_is_refused(path: Path, tmp_path: Path):
    with pytest.raises(BadInput, match="no CSV"):
        read(path, "number,name\n".encode("utf-16"))
    with pytest.raises(BadInput, match="cannot be read"):
        read_people(tmp_path / "missing.csv")
    with pytest.raises(BadInput, match="cannot be read"):
        read_people(tmp_path)
