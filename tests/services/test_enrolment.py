import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests import faces, stations
from tests.stations import SIX_PEOPLE, STRANGER, portraits

from faceattend.config.images import decode_image
from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR, Actor, Role
from faceattend.domain.errors import CameraUnreachable, PermissionDenied
from faceattend.domain.ids import new_id
from faceattend.domain.people import PersonKind, Pose
from faceattend.domain.vision import Frame
from faceattend.services.cameras import PluggedIn
from faceattend.services.enrolment import EnrolmentService
from faceattend.services.people import Newcomer, Picture
from faceattend.services.station import Station, open_station

enrolled_database, home_with_people = stations.enrolled_database, stations.home_with_people
key_file, key_in_a_file = stations.key_file, stations.key_in_a_file

ADMIN = LOCAL_ADMINISTRATOR
AUDITOR = Actor("an auditor", Role.AUDITOR)


@pytest.fixture
def station(home_with_people: Home) -> Iterator[Station]:
    """With Person 1 to Person 6, enrolled as 0001 to 0006."""
    opened = open_station(home_with_people)
    yield opened
    opened.close()


@pytest.fixture
def enrolment(station: Station) -> EnrolmentService:
    return station.enrolment


class TestNumbers:
    @pytest.fixture
    def station(self, tmp_path: Path) -> Iterator[Station]:
        opened = open_station(Home(tmp_path / "home"))
        yield opened
        opened.close()

    @pytest.mark.parametrize(
        ("enrolled", "proposed"),
        [
            ([], "0001"),
            (["E-1103"], "E-1104"),
            (["E-1187", "E-0871"], "E-1188"),  # not the last one's neighbour, which may belong to somebody long gone
            (["0009"], "0010"),
            (["999"], "1000"),
            (["999", "1000", "7", "998"], "1001"),  # 1000 is taken, and has another width
            (["A1", "B7", "A2"], "A3"),
            (["100%9"], "100%10"),
            (["E-10", "E-1x", "E-11"], "E-12"),
            (["17-A"], ""),  # no rule to be seen: nothing is proposed
            (["Anna"], ""),
            (["9" * 40], "9" * 22 + "1" + "0" * 18),
        ],
    )
    def test_the_next_number_follows_the_last(self, station: Station, enrolled: list[str], proposed: str):
        for number in enrolled:
            station.people.enrol(ADMIN, Newcomer(number, f"Person {number}"), [])
        assert station.enrolment.next_number(ADMIN, PersonKind.EMPLOYEE) == proposed

    def test_every_kind_counts_for_itself_and_never_proposes_what_is_taken(self, station: Station):
        station.people.enrol(ADMIN, Newcomer("S-7", "Sam", kind=PersonKind.STUDENT), [])
        station.people.enrol(ADMIN, Newcomer("S-8", "Max", kind=PersonKind.EMPLOYEE), [])
        assert station.enrolment.next_number(ADMIN, PersonKind.STUDENT) == "S-9"
        assert station.enrolment.next_number(ADMIN, PersonKind.VISITOR) == "V-0001"
        station.people.enrol(ADMIN, Newcomer("V-0001", "Ada", kind=PersonKind.EMPLOYEE), [])
        assert station.enrolment.next_number(ADMIN, PersonKind.VISITOR) == "V-0002"

    def test_who_has_a_number_is_told(self, station: Station):
        station.people.enrol(ADMIN, Newcomer("7", "Anna Lind"), [])
        owner = station.enrolment.owner_of(ADMIN, " 7 ")
        assert owner is not None
        assert owner.name == "Anna Lind"
        assert station.enrolment.owner_of(ADMIN, "8") is None


class TestDevices:
    def test_where_cameras_cannot_be_listed_the_first_one_is_offered(
        self, enrolment: EnrolmentService, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(sys, "platform", "win32")
        assert [each.source for each in enrolment.devices(ADMIN)] == ["device:0"]

    def test_a_camera_that_is_not_plugged_in_says_so(self, enrolment: EnrolmentService):
        with pytest.raises(CameraUnreachable, match="Front desk") as told:
            enrolment.open_device(ADMIN, PluggedIn("device:/dev/video-of-nobody", "Front desk"))
        assert told.value.remedy


@pytest.mark.models
class TestLooking:
    def test_a_face_is_judged_and_several_are_counted(self, enrolment: EnrolmentService):
        one = enrolment.look(ADMIN, _frame(faces.astronaut()))
        assert (one.faces, one.refusal, one.pose) == (1, "", Pose.FRONT)
        assert enrolment.look(ADMIN, _frame(faces.six_people())).faces == 2
        assert enrolment.look(ADMIN, _frame(faces.astronaut()[300:])).faces == 0

    def test_looking_agrees_with_what_enrolling_asks(self, station: Station):
        for bgr in [*portraits(station), faces.tom_hanks()]:
            looked = station.people.look(ADMIN, Picture("a", bgr))
            (checked,) = station.people.check(ADMIN, "", [Picture("a", bgr)]).photos
            assert looked == checked

    def test_files_are_read_one_by_one_each_with_its_outcome(self, enrolment: EnrolmentService, tmp_path: Path):
        words = tmp_path / "words.jpg"
        words.write_text("no picture", encoding="utf-8")
        found = list(enrolment.read(ADMIN, [STRANGER, words, SIX_PEOPLE, tmp_path / "gone.png"]))
        assert [bool(each.check.refusal) for each in found] == [False, True, True, True]
        assert found[0].picture is not None
        assert decode_image(found[0].face, "the face").shape[0] <= found[0].picture.bgr.shape[0]
        assert all(not each.face for each in found[1:])
        assert "words.jpg" in found[1].check.refusal
        assert "faces" in found[2].check.refusal

    def test_a_double_is_found_with_what_it_takes_to_decide(self, enrolment: EnrolmentService, station: Station):
        second = portraits(station)[1]
        found = enrolment.examine(ADMIN, "", [Picture("again", second)])
        assert found.twin is not None
        assert found.twin.person.name == "Person 2"
        assert found.twin.score > found.twin.needed > 0
        assert decode_image(found.twin.face, "the face").size
        assert found.twin.since is not None
        assert (datetime.now(UTC) - found.twin.since).total_seconds() < 3600

    def test_a_stranger_and_the_person_themselves_have_no_double(self, enrolment: EnrolmentService, station: Station):
        assert enrolment.examine(ADMIN, "", [Picture("new", faces.tom_hanks())]).twin is None
        assert enrolment.examine(ADMIN, "0002", [Picture("more", portraits(station)[1])]).twin is None

    def test_the_pose_that_was_asked_for_is_stored(self, station: Station):
        """A chin lifted by a few degrees passes for the front; whoever was guided says better what it is."""
        photos = [Picture("a", faces.tom_hanks(), Pose.UP)]
        person = station.people.enrol(ADMIN, Newcomer("0100", "Tom"), photos).person
        (photo,) = station.directory.details(ADMIN, person.id).photos
        assert photo.pose is Pose.UP

    def test_photos_of_two_people_are_both_refused(self, enrolment: EnrolmentService):
        found = enrolment.examine(ADMIN, "", [Picture("a", faces.tom_hanks()), Picture("b", faces.astronaut())])
        assert all("somebody else" in each.refusal for each in found.photos)


def test_only_who_may_manage_people_may_do_any_of_it(enrolment: EnrolmentService):
    asked: list[Callable[[], object]] = [
        lambda: enrolment.next_number(AUDITOR, PersonKind.EMPLOYEE),
        lambda: enrolment.owner_of(AUDITOR, "1"),
        lambda: enrolment.devices(AUDITOR),
        lambda: enrolment.open_device(AUDITOR, PluggedIn("device:0", "")),
        lambda: enrolment.look(AUDITOR, _frame(faces.astronaut())),
        lambda: list(enrolment.read(AUDITOR, [STRANGER])),
        lambda: enrolment.examine(AUDITOR, "", []),
    ]
    for ask in asked:
        with pytest.raises(PermissionDenied):
            ask()


def _frame(bgr: object) -> Frame:
    return Frame(new_id(), 1, datetime.now(UTC), bgr.copy())
