import pytest

from faceattend.services.sites import is_zone, system_zone


@pytest.fixture(autouse=True)
def asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """tzlocal asks the system once, and remembers."""
    monkeypatch.setattr("tzlocal.unix._cache_tz_name", None)
    monkeypatch.setattr("tzlocal.unix._cache_tz", None)


@pytest.mark.parametrize("value", ["Asia/Tokyo", ":Asia/Tokyo"])
def test_the_variable_comes_first(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("TZ", value)
    assert system_zone() == "Asia/Tokyo"


@pytest.mark.parametrize("value", ["CET-1CEST,M3.5.0,M10.5.0/3", "Atlantis/Capital", "/etc/passwd", "Europe", "../x"])
def test_a_variable_that_names_no_zone_still_leaves_one(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("TZ", value)
    assert is_zone(system_zone())


@pytest.mark.parametrize("told", [None, "", "Atlantis/Capital"])
def test_where_nothing_tells_it_is_utc(monkeypatch: pytest.MonkeyPatch, told: str | None):
    monkeypatch.setattr("faceattend.services.sites.get_localzone_name", lambda: told)
    assert system_zone() == "UTC"


def test_this_machine_s_own_zone_is_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("TZ", raising=False)
    assert is_zone(system_zone())
