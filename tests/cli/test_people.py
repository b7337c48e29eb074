import os
import resource
import shutil
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import pytest
from tests.faces import astronaut, six_people
from tests.stations import STRANGER, portraits

from faceattend.config.paths import Home
from faceattend.domain.errors import StorageFull
from faceattend.services.people import PeopleService
from faceattend.services.station import Station

pytestmark = pytest.mark.models

NO_ROOT_POWERS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A folder with photos that will do and photos that will not."""
    folder = tmp_path / "photos"
    folder.mkdir()
    cv2.imwrite(str(folder / "eileen.png"), astronaut())
    cv2.imwrite(str(folder / "six.jpg"), six_people())
    cv2.imwrite(str(folder / "nobody.png"), np.full((300, 300, 3), 90, np.uint8))
    small = cv2.resize(astronaut(), None, fx=20 / 90, fy=20 / 90, interpolation=cv2.INTER_AREA)
    cv2.imwrite(str(folder / "tiny.png"), cv2.copyMakeBorder(small, 150, 150, 150, 150, cv2.BORDER_CONSTANT))
    whole = (folder / "eileen.png").read_bytes()
    (folder / "corrupt.png").write_bytes(whole[: len(whole) // 2])
    (folder / "text.jpg").write_text("not a picture", encoding="utf-8")
    return folder


@pytest.fixture
def two_faces(open_here: Callable[[Home], Station], home_with_people: Home, tmp_path: Path) -> Path:
    faces = portraits(open_here(home_with_people))[:2]
    height = min(face.shape[0] for face in faces)
    path = tmp_path / "two.png"
    cv2.imwrite(str(path), np.hstack([face[:height] for face in faces]))
    return path


def contents(home: Home) -> dict[str, int]:
    connection = sqlite3.connect(home.database)
    try:
        tables = ("people", "photos", "templates", "cameras", "punches", "sightings")
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608 - fixed names
    finally:
        connection.close()


def enrol(run: Callable, home: Home, *paths: Path, number: str = "0100") -> object:
    return run("people", "enrol", "--number", number, "--name", "Eileen", *paths, "--home", home.root, "--json")


def test_enrolling_listing_and_adding_photos(run: Callable, home_with_people: Home, photos: Path):
    outcome = enrol(run, home_with_people, photos / "eileen.png", photos / "nobody.png")
    assert outcome.code == 0
    assert outcome.json["person"]["number"] == "0100"
    assert outcome.json["photos"] == 1
    assert "nobody.png" in outcome.json["refused"][0]["reason"]
    listed = run("people", "list", "--home", home_with_people.root, "--json").json["people"]
    assert [person["number"] for person in listed] == [f"{n:04d}" for n in range(1, 7)] + ["0100"]
    assert "Eileen" in run("people", "list", "--home", home_with_people.root).out
    added = run(
        "people", "add-photos", "--number", "0100", photos / "eileen.png", "--home", home_with_people.root, "--json"
    )
    assert (added.code, added.json["photos"]) == (0, 1)
    assert contents(home_with_people)["photos"] == 8


@pytest.mark.parametrize(
    ("photo", "kind"),
    [
        ("corrupt.png", "ImageRejected"),
        ("text.jpg", "ImageRejected"),
        ("nobody.png", "NoFaceFound"),
        ("six.jpg", "SeveralFacesFound"),
        ("tiny.png", "PoorFace"),
    ],
)
def test_a_photo_that_will_not_do_is_refused_in_plain_words_and_nothing_is_stored(
    run: Callable, home_with_people: Home, photos: Path, photo: str, kind: str
):
    before = contents(home_with_people)
    outcome = enrol(run, home_with_people, photos / photo)
    assert outcome.code == 1
    assert outcome.json["kind"] in {kind, "ImageRejected"}
    assert photo in outcome.said
    assert "Traceback" not in outcome.said
    assert contents(home_with_people) == before


def test_two_faces_are_one_too_many(run: Callable, home_with_people: Home, two_faces: Path):
    outcome = enrol(run, home_with_people, two_faces)
    assert outcome.code == 1
    assert "two.png" in outcome.said
    assert contents(home_with_people)["people"] == 6


def test_a_number_that_is_taken_and_a_face_that_is_known_are_refused(
    run: Callable, home_with_people: Home, photos: Path, open_here: Callable, tmp_path: Path
):
    before = contents(home_with_people)
    outcome = enrol(run, home_with_people, photos / "eileen.png", number="0003")
    assert (outcome.code, outcome.json["kind"]) == (1, "AlreadyExists")
    assert "Person 3" in outcome.json["error"]
    known = tmp_path / "known.png"
    cv2.imwrite(str(known), portraits(open_here(home_with_people))[0])
    outcome = enrol(run, home_with_people, known)
    assert (outcome.code, outcome.json["kind"]) == (1, "LooksLikeSomeoneElse")
    assert contents(home_with_people) == before


def test_an_altered_model_file_is_refused(run: Callable, home_with_people: Home, photos: Path):
    altered = home_with_people.models / "opencv-zoo" / "face_recognition_sface_2021dec_int8bq.onnx"
    altered.parent.mkdir(parents=True)
    altered.write_bytes(b"exchanged")
    before = contents(home_with_people)
    outcome = enrol(run, home_with_people, photos / "eileen.png")
    assert (outcome.code, outcome.json["kind"]) == (1, "ModelAltered")
    assert altered.name in outcome.json["error"]
    assert str(altered) in outcome.json["remedy"]
    assert contents(home_with_people) == before


def test_a_full_disk_is_named_and_what_was_stored_stays(
    run: Callable, apart: Callable, home_with_people: Home, photos: Path
):
    before = contents(home_with_people)
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))
    outcome = enrol(partial(apart, preexec_fn=limit), home_with_people, photos / "eileen.png")
    assert (outcome.code, outcome.json["kind"]) == (1, "StorageFull"), outcome.err
    assert outcome.json["means"]
    assert contents(home_with_people) == before
    assert enrol(run, home_with_people, photos / "eileen.png").code == 0


def test_a_data_folder_that_may_not_be_written_is_named(apart: Callable, home_with_people: Home, photos: Path):
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("root writes everywhere, and setpriv is not here to stop it")
    before = contents(home_with_people)
    home_with_people.root.chmod(0o500)
    try:
        wrapper = NO_ROOT_POWERS if os.geteuid() == 0 else []
        outcome = enrol(partial(apart, wrapper=wrapper), home_with_people, photos / "eileen.png")
    finally:
        home_with_people.root.chmod(0o700)
    assert (outcome.code, outcome.json["kind"]) == (1, "StorageReadOnly")
    assert contents(home_with_people) == before


def write_list(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "people.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_importing_a_list_and_importing_it_again(run: Callable, home_with_people: Home, photos: Path, tmp_path: Path):
    shutil.copy(photos / "eileen.png", photos / "0101.png")
    shutil.copy(STRANGER, photos / "0102_front.png")
    rows = [
        "number,name,kind,group,photos",
        "0101,Eileen,employee,Crew,",
        "0102,Tom,visitor,,0102_front.png|nobody.png",
        "0103,Nobody,student,Class 3,",
        "0104,Blank,student,,nobody.png",
        "0001,Taken,employee,,",
        ",Nameless,employee,,",
    ]
    command = ["people", "import", write_list(tmp_path, *rows), "--photos", photos]
    outcome = run(*command, "--home", home_with_people.root, "--json")
    assert outcome.code == 1, "some were refused"
    assert outcome.json["stored"] == 3
    assert outcome.json["without_photo"] == ["0103"]
    assert [(each["line"], each["number"]) for each in outcome.json["refused"]] == [(5, "0104"), (6, "0001"), (7, "")]
    assert [each["number"] for each in outcome.json["refused_photos"]] == ["0102"]
    assert outcome.json["cancelled"] is False
    report = tmp_path / "people-refused.csv"
    assert outcome.json["refused_file"] == str(report)
    assert str(report) in outcome.err.replace("\n", "")
    assert [line.split(",")[:3] for line in report.read_text(encoding="utf-8-sig").splitlines()] == [
        ["line", "number", "photo"],
        ["3", "0102", "nobody.png"],
        ["5", "0104", ""],
        ["6", "0001", ""],
        ["7", "", ""],
    ]
    assert contents(home_with_people)["people"] == 9
    again = run(*command, "--home", home_with_people.root, "--json")
    assert again.json["stored"] == 0
    assert len(again.json["refused"]) == 6
    assert contents(home_with_people)["people"] == 9


def test_a_list_without_faults_ends_well(run: Callable, home_with_people: Home, photos: Path, tmp_path: Path):
    path = write_list(tmp_path, "name;number", "Ada;0200", "Bob;0201")
    outcome = run("people", "import", path, "--photos", photos, "--home", home_with_people.root, "--json")
    assert (outcome.code, outcome.json["stored"], outcome.json["refused"]) == (0, 2, [])
    assert outcome.json["refused_file"] is None
    assert not list(tmp_path.glob("*-refused.csv"))


@pytest.mark.parametrize("header", ["number,nmae", "number,name,name", "name", "number,name,salary", ""])
def test_a_wrong_column_is_named_and_nothing_is_imported(
    run: Callable, home_with_people: Home, photos: Path, tmp_path: Path, header: str
):
    before = contents(home_with_people)
    path = write_list(tmp_path, header, "1,Ada,x")
    outcome = run("people", "import", path, "--photos", photos, "--home", home_with_people.root, "--json")
    assert (outcome.code, outcome.json["kind"]) == (1, "BadInput")
    assert "people.csv" in outcome.json["error"]
    assert "number, name" in outcome.json["remedy"]
    assert contents(home_with_people) == before


def test_ctrl_c_keeps_what_was_imported_and_says_so(
    run: Callable, home_with_people: Home, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    store = PeopleService.enrol

    def interrupted(self: PeopleService, actor: object, newcomer: object, *rest: object) -> object:
        if newcomer.number == "0303":
            raise KeyboardInterrupt
        return store(self, actor, newcomer, *rest)

    monkeypatch.setattr(PeopleService, "enrol", interrupted)
    path = write_list(tmp_path, "number,name", *(f"030{n},Person {n}" for n in range(1, 6)))
    outcome = run("people", "import", path, "--photos", photos, "--home", home_with_people.root, "--json")
    assert outcome.code == 1
    assert (outcome.json["stored"], outcome.json["cancelled"]) == (2, True)
    assert "Stopped before the end" in outcome.err
    assert contents(home_with_people)["people"] == 8
    monkeypatch.undo()


def test_a_disk_that_fills_up_while_importing_keeps_what_was_stored_and_says_how_much(
    run: Callable, home_with_people: Home, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    store = PeopleService.enrol

    def full(self: PeopleService, actor: object, newcomer: object, *rest: object) -> object:
        if newcomer.number == "0303":
            raise StorageFull("The disk is full.", means="It is not stored.")
        return store(self, actor, newcomer, *rest)

    monkeypatch.setattr(PeopleService, "enrol", full)
    path = write_list(tmp_path, "number,name", *(f"030{n},Person {n}" for n in range(1, 6)))
    outcome = run("people", "import", path, "--photos", photos, "--home", home_with_people.root, "--json")
    assert (outcome.code, outcome.json["kind"]) == (1, "StorageFull")
    assert "2 people stored" in outcome.err
    assert contents(home_with_people)["people"] == 8
