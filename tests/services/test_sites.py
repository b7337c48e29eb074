from zoneinfo import ZoneInfoNotFoundError

import pytest

from faceattend.services.sites import system_zone

ASKED = "faceattend.services.sites.get_localzone_name"


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says Berlin, and no variable anything else."""
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(ASKED, lambda: "Europe/Berlin")


def test_the_system_tells():
    assert system_zone() == "Europe/Berlin"


@pytest.mark.parametrize("value", ["Asia/Tokyo", ":Asia/Tokyo", "Antarctica/Troll"])
def test_the_variable_comes_first(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("TZ", value)
    assert system_zone() == value.removeprefix(":")


@pytest.mark.parametrize(
    "value", ["", "CET-1CEST,M3.5.0,M10.5.0/3", "Atlantis/Capital", "/etc/passwd", "Europe", "../x"]
)
def test_a_variable_that_names_no_zone_is_passed_over(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("TZ", value)
    assert system_zone() == "Europe/Berlin"


@pytest.mark.parametrize("told", [None, "", "Atlantis/Capital"])
def test_where_nothing_tells_it_is_utc(monkeypatch: pytest.MonkeyPatch, told: str | None):
    monkeypatch.setattr(ASKED, lambda: told)
    assert system_zone() == "UTC"


@pytest.mark.parametrize("error", [ZoneInfoNotFoundError("no"), ValueError("no"), PermissionError("no")])
def test_where_the_system_contradicts_itself_it_is_utc(monkeypatch: pytest.MonkeyPatch, error: Exception):
    def fail() -> str:
        raise error

    monkeypatch.setattr(ASKED, fail)
    assert system_zone() == "UTC"
