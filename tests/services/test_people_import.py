from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from tests.facts import a_person

from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION, Actor
from faceattend.domain.errors import AlreadyExists, BadInput, ImageRejected, PermissionDenied, StorageFull
from faceattend.domain.said import Phrase, said
from faceattend.services.people import Enrolment, Newcomer, PeopleService
from faceattend.services.people_import import ImportStep, import_people, preview_import


class Register(PeopleService):
    """Notes who comes with which photos; what becomes of photos is for the tests of people."""

    def __init__(self) -> None:
        self.photos: dict[str, list[str]] = {}
        self.faults: dict[str, Exception] = {}

    def enrol(
        self, actor: Actor, newcomer: Newcomer, photos: Sequence[Path], *, confirmed_different: bool = False
    ) -> Enrolment:
        del actor, confirmed_different
        if newcomer.number in self.faults:
            raise self.faults[newcomer.number]
        if newcomer.number in self.photos:
            raise AlreadyExists(f"The number {newcomer.number} is taken.")
        self.photos[newcomer.number] = [path.name for path in photos]
        return Enrolment(a_person(number=newcomer.number), len(photos), ())

    def taken(self, actor: Actor, numbers: Iterable[str]) -> dict[str, Phrase]:
        del actor
        return {each: said("Test", "{number} is taken.").format(number=each) for each in numbers if each in self.photos}


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of photos, and one beside it that is nobody's business."""
    folder = tmp_path / "photos"
    names = [
        "0042.jpg",
        "0042_2.JPG",
        "0042-left.png",
        "0042 smiling.webp",
        "00421.jpg",
        "0042.txt",
        "1042.jpg",
        "x.png",
    ]
    for name in (*names, "77/b.jpg", "77/a.png", "77/notes.txt", "../secret/0099.jpg"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def imported(register: Register, folder: Path, *lines: str, header: str = "number,name,photos") -> list[ImportStep]:
    path = folder.parent / "people.csv"
    path.write_text("\n".join([header, *lines]), encoding="utf-8")
    return list(import_people(register, LOCAL_ADMINISTRATOR, path, folder))


def test_photos_are_found_by_number_and_never_by_a_part_of_it(register: Register, folder: Path):
    imported(register, folder, "0042,Ada,", "00421,Bob,", "42,Cy,", "004,Di,", "77,Ed,")
    assert register.photos == {
        "0042": ["0042 smiling.webp", "0042-left.png", "0042.jpg", "0042_2.JPG"],
        "00421": ["00421.jpg"],
        "42": [],
        "004": [],
        "77": ["a.png", "b.jpg"],
    }


def test_a_photo_belongs_to_the_longest_number_it_begins_with(register: Register, folder: Path):
    for name in ("12.jpg", "12-3.jpg", "12-3_b.jpg", "12-4.jpg"):
        (folder / name).touch()
    imported(register, folder, "12,Ada,", "12-3,Bob,")
    assert register.photos == {"12": ["12-4.jpg", "12.jpg"], "12-3": ["12-3.jpg", "12-3_b.jpg"]}


def test_named_photos_come_before_those_of_the_number(register: Register, folder: Path):
    imported(register, folder, "0042,Ada,x.png|77/a.png")
    assert register.photos == {"0042": ["x.png", "a.png"]}


@pytest.mark.parametrize(
    "name",
    ["../secret/0099.jpg", "missing.jpg", "77", "/etc/hostname", "n" * 300 + ".jpg", "77/../../secret/0099.jpg"],
)
def test_a_photo_that_is_missing_or_outside_the_folder_refuses_the_line(register: Register, folder: Path, name: str):
    steps = imported(register, folder, f"1,Ada,{name}", "2,Bob,x.png")
    assert [step.number for step in steps if step.refusal] == ["1"]
    assert name[:40] in steps[0].refusal
    assert register.photos == {"2": ["x.png"]}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(register: Register, folder: Path):
    (folder / "link.jpg").symlink_to(folder.parent / "secret" / "0099.jpg")
    steps = imported(register, folder, "1,Ada,link.jpg")
    assert "link.jpg" in steps[0].refusal


@pytest.mark.parametrize("number", ["../secret", "..", ".", "/etc", "n" * 300, "77/", "*"])
def test_a_number_is_never_taken_for_a_path(register: Register, folder: Path, number: str):
    steps = imported(register, folder, f"{number},Ada,")
    assert [step.refusal for step in steps] == [""]
    assert register.photos == {number: []}


def test_each_line_is_a_step_and_one_that_is_refused_holds_up_no_other(register: Register, folder: Path):
    register.faults = {"2": ImageRejected("The photo is dark.")}
    steps = imported(register, folder, "1,A,", "2,B,", ",C,", "1,D,", "3,E,")
    assert [(step.done, step.total, step.line) for step in steps] == [(n, 5, n + 1) for n in range(1, 6)]
    assert [bool(step.refusal) for step in steps] == [False, True, True, True, False]
    assert "dark" in steps[1].refusal


def test_an_import_that_was_left_is_simply_run_again(register: Register, folder: Path):
    path = folder.parent / "people.csv"
    path.write_text("number,name\n1,A\n2,B\n3,C\n", encoding="utf-8")
    steps = import_people(register, LOCAL_ADMINISTRATOR, path, folder)
    assert next(steps).number == "1"
    steps.close()
    assert set(register.photos) == {"1"}
    again = list(import_people(register, LOCAL_ADMINISTRATOR, path, folder))
    assert [bool(step.refusal) for step in again] == [True, False, False]
    assert set(register.photos) == {"1", "2", "3"}
    assert all(step.refusal for step in import_people(register, LOCAL_ADMINISTRATOR, path, folder))


def test_a_disk_that_is_full_ends_the_import_and_what_was_stored_stays(register: Register, folder: Path):
    register.faults = {"2": StorageFull("The disk is full.")}
    with pytest.raises(StorageFull):
        imported(register, folder, "1,A,", "2,B,", "3,C,")
    assert set(register.photos) == {"1"}


def test_who_may_not_manage_people_and_folders_that_are_none(register: Register, folder: Path):
    path = folder.parent / "people.csv"
    path.write_text("number,name\n1,A\n", encoding="utf-8")
    with pytest.raises(PermissionDenied):
        import_people(register, STATION, path, folder)
    with pytest.raises(BadInput, match="no folder"):
        import_people(register, LOCAL_ADMINISTRATOR, path, folder / "missing")
    with pytest.raises(BadInput):
        import_people(register, LOCAL_ADMINISTRATOR, folder, folder)
    assert register.photos == {}


def test_a_preview_says_what_would_be_refused_and_stores_nothing(register: Register, folder: Path):
    path = folder.parent / "people.csv"
    lines = ["0042,Ada,Sales,", "1,Bob,,missing.jpg", "2,,,", "3,Cy,,x.png|77/a.png", "004,Di,,"]
    path.write_text("\n".join(["number,name,group,photos", *lines]), encoding="utf-8")
    preview = preview_import(register, LOCAL_ADMINISTRATOR, path, folder)
    assert [(row.line, row.number, row.name, row.group, row.photos) for row in preview.rows] == [
        (2, "0042", "Ada", "Sales", 4),
        (3, "1", "Bob", "", 0),
        (4, "2", "", "", 0),
        (5, "3", "Cy", "", 2),
        (6, "004", "Di", "", 0),
    ]
    assert ["missing.jpg" in row.fault for row in preview.rows] == [False, True, False, False, False]
    assert (preview.faulty, preview.faceless) == (2, 1)
    assert register.photos == {}
    with pytest.raises(PermissionDenied):
        preview_import(register, STATION, path, folder)
    with pytest.raises(BadInput, match="no folder"):
        preview_import(register, LOCAL_ADMINISTRATOR, path, folder / "missing")
    register.photos["004"] = []
    again = preview_import(register, LOCAL_ADMINISTRATOR, path, folder)
    assert (again.faulty, again.faceless) == (3, 0)
    assert again.rows[-1].fault == "004 is taken."
