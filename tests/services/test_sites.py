from pathlib import Path

import pytest

from faceattend.services.sites import is_zone, system_zone


@pytest.fixture
def no_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("TZ", raising=False)
    return tmp_path / "localtime"


def link(path: Path, target: str) -> Path:
    path.symlink_to(target)
    return path


@pytest.mark.parametrize("value", ["Asia/Tokyo", ":Asia/Tokyo"])
def test_the_variable_comes_first(no_link: Path, monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("TZ", value)
    assert system_zone(link(no_link, "/usr/share/zoneinfo/Europe/Berlin")) == "Asia/Tokyo"


@pytest.mark.parametrize(
    "value", ["", "CET-1CEST,M3.5.0,M10.5.0/3", "Atlantis/Capital", "/etc/passwd", "Europe", "../x"]
)
def test_a_variable_that_names_no_zone_is_passed_over(no_link: Path, monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("TZ", value)
    assert system_zone(link(no_link, "/usr/share/zoneinfo/Europe/Berlin")) == "Europe/Berlin"


@pytest.mark.parametrize(
    ("target", "zone"),
    [
        ("/usr/share/zoneinfo/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("../usr/share/zoneinfo/Etc/UTC", "Etc/UTC"),
        ("/var/db/timezone/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo", "UTC"),
        ("/somewhere/else", "UTC"),
        ("/usr/share/zoneinfo/Atlantis/Capital", "UTC"),
    ],
)
def test_else_the_link_tells(no_link: Path, target: str, zone: str):
    assert system_zone(link(no_link, target)) == zone


def test_a_copied_file_tells_nothing(no_link: Path):
    no_link.write_bytes(b"TZif")
    assert system_zone(no_link) == "UTC"


def test_without_either_it_is_utc(no_link: Path):
    assert system_zone(no_link) == "UTC"


def test_this_machine_s_own_zone_is_one():
    assert is_zone(system_zone())
