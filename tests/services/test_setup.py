"""How far the first-run assistant has come in a folder, and when it is offered at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.stations import add_camera

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION
from faceattend.domain.errors import BadInput, PermissionDenied
from faceattend.services import setup
from faceattend.services.setup import Progress, Step
from faceattend.services.station import Station, open_station

ME = LOCAL_ADMINISTRATOR


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "key"))
    return Home(tmp_path / "home")


@pytest.fixture
def station(home: Home) -> Iterator[Station]:
    opened = open_station(home)
    yield opened
    opened.close()


def test_a_folder_without_a_database_is_new_and_one_with_it_is_not(home: Home):
    assert setup.is_new(ME, home)
    assert setup.progress(ME, home) == Progress()
    open_station(home).close()
    assert not setup.is_new(ME, home)
    assert setup.progress(ME, home).next_step is Step.PLACE


def test_the_demo_is_never_asked(tmp_path: Path):
    assert not setup.is_new(ME, Home(tmp_path / "demo", demo=True))


def test_an_empty_database_made_by_a_command_is_offered_the_assistant(station: Station):
    assert setup.remains(ME, station)


def test_a_folder_with_cameras_made_by_a_command_is_left_alone(station: Station):
    add_camera(station, "Door", "rtsp://192.0.2.1/")
    assert not setup.remains(ME, station)


def test_what_was_begun_goes_on_though_there_is_a_camera_now(station: Station):
    setup.note(ME, station.home, Step.DATA, Step.PLACE)
    add_camera(station, "Door", "rtsp://192.0.2.1/")
    assert setup.remains(ME, station)
    assert setup.progress(ME, station.home).next_step is Step.CAMERA


def test_steps_are_noted_in_any_order_and_the_first_open_one_is_next(station: Station):
    setup.note(ME, station.home, Step.CAMERA)
    noted = setup.note(ME, station.home, Step.PLACE)
    assert noted == setup.progress(ME, station.home)
    assert noted.next_step is Step.SPEED
    assert setup.note(ME, station.home, *Step).next_step is Step.PERSON


def test_what_was_put_off_is_known_until_it_is_done(station: Station):
    noted = setup.note(ME, station.home, Step.CAMERA, later=True)
    assert noted.later == {Step.CAMERA}
    assert Step.CAMERA in noted.answered
    assert setup.note(ME, station.home, Step.PLACE).later == {Step.CAMERA}
    assert setup.note(ME, station.home, Step.CAMERA).later == frozenset()
    assert setup.note(ME, station.home, Step.CAMERA, later=True).later == frozenset(), "what is done stays done"


def test_what_was_finished_stays_finished(station: Station):
    setup.note(ME, station.home, finished=True)
    setup.note(ME, station.home, Step.PLACE)
    assert not setup.remains(ME, station)


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '{"answered": {"place": 1}}', '{"answered": ["dance", 3, null]}'])
def test_a_damaged_note_only_asks_again(station: Station, text: str):
    station.home.first_run.write_text(text, encoding="utf-8")
    assert setup.progress(ME, station.home) == Progress(frozenset({Step.DATA}))
    assert setup.note(ME, station.home, Step.PLACE).next_step is Step.CAMERA


def test_the_only_site_gets_its_name_and_may_change_it(station: Station):
    made = setup.place_site(ME, station, "  Head office ", "Europe/Berlin")
    changed = setup.place_site(ME, station, "Werk Süd", "Asia/Tokyo")
    assert station.cameras.sites(ME) == [changed]
    assert (changed.id, changed.name, changed.zone) == (made.id, "Werk Süd", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("name", "zone"), [("", "UTC"), (" \t", "UTC"), ("A\nB", "UTC"), ("A", "Mars/Base"), ("A", "")]
)
def test_a_site_that_cannot_be_is_said_and_nothing_is_stored(station: Station, name: str, zone: str):
    with pytest.raises(BadInput) as caught:
        setup.place_site(ME, station, name, zone)
    assert caught.value.remedy
    assert station.cameras.sites(ME) == []


def test_several_sites_keep_their_names(station: Station):
    with station.database.transaction() as work:
        work.sites.get_or_add("North", "UTC")
        work.sites.get_or_add("South", "UTC")
    with pytest.raises(BadInput, match="several"):
        setup.place_site(ME, station, "East", "UTC")


def test_only_who_manages_settings_is_asked(station: Station):
    for ask in (setup.is_new, setup.progress, setup.note):
        with pytest.raises(PermissionDenied):
            ask(STATION, station.home)
    with pytest.raises(PermissionDenied):
        setup.remains(STATION, station)
    with pytest.raises(PermissionDenied):
        setup.place_site(STATION, station, "A", "UTC")
