import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from faceattend.domain.errors import ExportFailed
from faceattend.reports import csv, excel
from faceattend.reports.files import whole_file
from faceattend.reports.table import CellKind, ReportTable, Write


def write_whole(target: Path, write: Callable[[Path], None]) -> None:
    with whole_file(target) as unfinished:
        write(unfinished)


def says(text: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(text)

    return write


def raises(code: int) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text("half a rep")
        raise OSError(code, os.strerror(code))

    return write


def test_a_new_file_stands_alone_in_its_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.csv", says("new"))
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("report.csv", "new")]


def test_an_older_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    target.write_text("old")
    target.chmod(0o600)
    write_whole(target, says("new"))
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_new_file_gets_the_permissions_that_the_user_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "report.csv", says("new"))
    finally:
        os.umask(before)
    assert (tmp_path / "report.csv").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "report.csv").symlink_to(tmp_path / "share" / "march.csv")
    write_whole(tmp_path / "report.csv", says("new"))
    assert (tmp_path / "report.csv").is_symlink()
    assert (tmp_path / "share" / "march.csv").read_text() == "new"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EACCES, "open in another program"),
        (errno.EROFS, "may not be written"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_failure_in_mid_writing_leaves_the_older_file_and_nothing_else(tmp_path: Path, code: int, words: str) -> None:
    target = tmp_path / "report.csv"
    target.write_text("old")
    with pytest.raises(ExportFailed, match=words) as caught:
        write_whole(target, raises(code))
    assert isinstance(caught.value.__cause__, OSError)
    assert caught.value.remedy
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("report.csv", "old")]


def test_a_disk_that_fills_up_leaves_the_older_file(tmp_path: Path, full_disk: Callable[..., object]) -> None:
    target = tmp_path / "report.csv"
    target.write_text("old")
    with full_disk(1000), pytest.raises(ExportFailed, match="the disk is full"):
        write_whole(target, says("x" * 5000))
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("report.csv", "old")]


def test_a_file_held_open_by_another_program_is_said_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:  # what Windows answers while Excel has the file open
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    target = tmp_path / "report.xlsx"
    target.write_text("old")
    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(ExportFailed, match=r"open in another program.*Close the file"):
        write_whole(target, says("new"))
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match=r"nowhere does not exist.*Make the folder"):
        write_whole(tmp_path / "nowhere" / "report.csv", says("new"))


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "report.csv").write_text("old")
    with pytest.raises(ExportFailed, match="does not exist"):
        write_whole(tmp_path / "report.csv" / "march.csv", says("new"))


def test_a_folder_of_that_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "report.csv").mkdir()
    with pytest.raises(ExportFailed, match="a folder of that name"):
        write_whole(tmp_path / "report.csv", says("new"))
    assert (tmp_path / "report.csv").is_dir()


def test_links_that_lead_round_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    with pytest.raises(ExportFailed):
        write_whole(tmp_path / "a.csv", says("new"))


def test_an_error_that_is_not_the_disks_goes_on_and_leaves_the_older_file(tmp_path: Path) -> None:
    def broken(path: Path) -> None:
        path.write_text("half")
        raise ZeroDivisionError

    target = tmp_path / "report.csv"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError):
        write_whole(target, broken)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("report.csv", "old")]


def test_a_writing_that_is_left_half_way_leaves_nothing(tmp_path: Path, one_sheet: Callable[..., ReportTable]) -> None:
    table = one_sheet([(number,) for number in range(3000)], CellKind.INTEGER)
    for way in (csv.write, excel.write):
        target = tmp_path / "report"
        target.write_text("old")
        steps = way(table, target)
        assert [next(steps) for _ in range(2)][-1] < 3000
        steps.close()
        assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("report", "old")]


def test_a_workbook_that_is_packed_but_left_before_the_end_leaves_nothing(
    tmp_path: Path, one_sheet: Callable[..., ReportTable]
) -> None:
    steps = excel.write(one_sheet([("a",)] * 5, CellKind.TEXT), tmp_path / "r.xlsx")
    told = [next(steps) for _ in range(3)]
    assert told[-1] == 5
    steps.close()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("way", [csv.write, excel.write])
def test_the_rows_written_are_told_to_the_last(
    tmp_path: Path, one_sheet: Callable[..., ReportTable], way: Write
) -> None:
    for rows in (0, 1, 999, 1000, 2500):
        told = list(way(one_sheet([("a",)] * rows, CellKind.TEXT), tmp_path / "r"))
        assert told == sorted(told)
        assert told[-1] == rows
