"""The engine timed, as the assistant does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.stations import share_graphs

from faceattend.config.paths import Home
from faceattend.domain.access import LOCAL_ADMINISTRATOR, STATION
from faceattend.domain.errors import ModelMissing, PermissionDenied
from faceattend.services.speed_trial import MOST_CAMERAS, cameras_at, measure
from faceattend.services.station import Station, open_station

ME = LOCAL_ADMINISTRATOR


@pytest.fixture
def station(tmp_path: Path, models_home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[Station]:
    monkeypatch.setenv("FACEATTEND_KEY_FILE", str(tmp_path / "key"))
    opened = open_station(share_graphs(Home(tmp_path / "home"), models_home))
    yield opened
    opened.close()


@pytest.mark.models
def test_the_run_proves_the_provider_and_stores_nothing(station: Station):
    steps = list(measure(ME, station, seconds=0.3))
    assert [step.provider for step in steps[:2]] == ["", "cpu"]
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    speed = steps[-1].speed
    assert speed is not None
    assert speed.provider == "cpu"
    assert 1 < speed.ms < 2000
    assert speed.cameras == cameras_at(speed.ms)
    assert speed.doubt is None
    with station.database.reading() as work:
        assert work.people.count() == 0


def test_a_pack_that_cannot_be_used_is_said(station: Station):
    station.home.settings.write_text('[recognition]\npack = "nowhere"\n', encoding="utf-8")
    again = open_station(station.home)
    try:
        with pytest.raises(ModelMissing):
            list(measure(ME, again))
    finally:
        again.close()


@pytest.mark.parametrize(("ms", "cameras"), [(1.0, MOST_CAMERAS), (42.0, 2), (84.9, 1), (86.0, 0), (2000.0, 0)])
def test_how_many_cameras_a_computer_carries(ms: float, cameras: int):
    assert cameras_at(ms) == cameras


def test_only_who_measures_may(station: Station):
    with pytest.raises(PermissionDenied):
        list(measure(STATION, station))
