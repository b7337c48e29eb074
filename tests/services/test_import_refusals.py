import csv
import os
from pathlib import Path

import pytest

from faceattend.domain.errors import ExportFailed
from faceattend.services.import_refusals import Refusal, refusals_of, write_refusals
from faceattend.services.people import RefusedPhoto
from faceattend.services.people_import import ImportStep

REFUSALS = [
    Refusal(3, "0042", "", 'The number belongs to "Ada", already.'),
    Refusal(4, "=1+1", "x.png", "No face was found."),
    Refusal(9, "", "", "A person needs a number.\nReally."),
]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_they_stand_beside_the_list_and_lose_nothing(tmp_path: Path):
    path = write_refusals(tmp_path / "staff 2026.csv", REFUSALS, tmp_path / "spare")
    assert path == tmp_path / "staff 2026-refused.csv"
    rows = read(path)
    assert [row["line"] for row in rows] == ["3", "4", "9"]
    assert [row["reason"] for row in rows] == [refusal.reason for refusal in REFUSALS]
    assert rows[1] == {"line": "4", "number": "'=1+1", "photo": "x.png", "reason": "No face was found."}


def test_an_earlier_report_is_replaced(tmp_path: Path):
    write_refusals(tmp_path / "people.csv", REFUSALS, tmp_path)
    path = write_refusals(tmp_path / "people.csv", REFUSALS[:1], tmp_path)
    assert len(read(path)) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["people-refused.csv"]


def test_where_the_list_lies_out_of_reach_they_go_elsewhere(tmp_path: Path):
    spare = tmp_path / "home"
    spare.mkdir()
    path = write_refusals(tmp_path / "gone" / "people.csv", REFUSALS, spare)
    assert path == spare / "people-refused.csv"
    assert len(read(path)) == 3
    with pytest.raises(ExportFailed):
        write_refusals(tmp_path / "gone" / "people.csv", REFUSALS, tmp_path / "gone too")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_may_not_be_written_is_left_alone(tmp_path: Path):
    lists, spare = tmp_path / "lists", tmp_path / "home"
    lists.mkdir(mode=0o500)
    spare.mkdir()
    assert write_refusals(lists / "people.csv", REFUSALS, spare).parent == spare


def test_a_line_tells_the_person_or_the_photos_that_were_refused():
    assert refusals_of(ImportStep(1, 2, 2, "7", photos=3)) == []
    assert refusals_of(ImportStep(1, 2, 2, "7", refusal="No.")) == [Refusal(2, "7", "", "No.")]
    photos = (RefusedPhoto("a.png", "Dark."), RefusedPhoto("b.png", "Small."))
    assert refusals_of(ImportStep(1, 2, 2, "7", photos=1, refused_photos=photos)) == [
        Refusal(2, "7", "a.png", "Dark."),
        Refusal(2, "7", "b.png", "Small."),
    ]
