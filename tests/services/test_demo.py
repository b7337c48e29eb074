from pathlib import Path

import cv2
import pytest
from tests.faces import astronaut, tom_hanks
from tests.stations import portraits, share_graphs

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR
from faceattend.domain.cameras import CameraRole
from faceattend.domain.errors import BadInput, NotFound
from faceattend.services import demo
from faceattend.services.cameras import NewCamera

pytestmark = pytest.mark.models


@pytest.fixture
def home(tmp_path: Path, models_home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.delenv("FACEATTEND_KEY_FILE", raising=False)
    return share_graphs(Home(tmp_path / "demo", demo=True), models_home)


def jpeg(bgr: object) -> bytes:
    return cv2.imencode(".jpg", bgr)[1].tobytes()


def test_six_people_two_cameras_and_a_key_of_its_own(home: Home):
    station = demo.open_demo(home)
    assert [person.number for person in station.people.list(LOCAL_ADMINISTRATOR)] == [f"{n:04d}" for n in range(1, 7)]
    assert {camera.role for camera in demo.cameras(station)} == {CameraRole.ENTRY, CameraRole.EXIT}
    assert station.settings.attendance.cool_down_minutes == pytest.approx(0.05)
    assert home.demo_key.exists()
    station.cameras.add(LOCAL_ADMINISTRATOR, NewCamera(name="Own", source="0", role=CameraRole.BOTH))
    home.settings.write_text("[attendance]\ncool_down_minutes = 1\n", encoding="utf-8")
    station.close()
    again = demo.open_demo(home)
    assert len(again.people.list(LOCAL_ADMINISTRATOR)) == 6
    assert len(demo.cameras(again)) == 3
    assert again.settings.attendance.cool_down_minutes == 1, "what was changed since stays changed"
    again.close()


def test_a_stranger_who_was_given_a_name_is_caught(home: Home):
    station = demo.open_demo(home)
    crops = [jpeg(portrait) for portrait in portraits(station)]
    assert demo.strangers_among(station, crops) == 0
    assert demo.strangers_among(station, [*crops, jpeg(astronaut()), jpeg(tom_hanks())]) == 2
    assert demo.strangers_among(station, []) == 0
    station.close()


def test_real_data_are_left_alone(home: Home):
    home.database.write_bytes(b"somebody's")
    with pytest.raises(BadInput, match="real data"):
        demo.open_demo(home)
    assert home.database.read_bytes() == b"somebody's"
    assert not home.demo_key.exists()
    assert not home.settings.exists()


def test_a_picture_that_does_not_come_along_any_more_is_named(home: Home, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(NotFound, match=r"t1\.jpg"):
        demo.pictures()
    assert not home.database.exists()
