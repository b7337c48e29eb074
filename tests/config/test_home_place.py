from pathlib import Path

import pytest

from faceattend.config import home_place
from faceattend.config.paths import HOME_VARIABLE, Home, default_demo_home, default_home
from faceattend.domain.errors import SettingsError, StorageReadOnly


@pytest.fixture(autouse=True)
def own_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setattr(home_place, "user_config_dir", lambda *_, **__: str(tmp_path / "config"))


def test_the_folder_that_was_chosen_is_opened_from_then_on(tmp_path: Path):
    assert home_place.remembered() is None
    home_place.remember(tmp_path / "mine")
    assert default_home() == tmp_path / "mine"
    home_place.remember(tmp_path / "other")
    assert default_home() == tmp_path / "other"


def test_the_variable_goes_before_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    home_place.remember(tmp_path / "mine")
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "named"))
    assert default_home() == tmp_path / "named"


def test_the_demo_stays_where_it_was(tmp_path: Path):
    before = default_demo_home()
    home_place.remember(tmp_path / "mine")
    assert default_demo_home() == before


def test_a_folder_that_is_gone_is_not_made_anew(tmp_path: Path):
    home = Home(tmp_path / "stick" / "data")
    home.create()
    home_place.remember(home.root)
    home.create()
    home.root.rmdir()
    with pytest.raises(StorageReadOnly, match=r"is missing.*Connect the disk"):
        home.create()
    assert not home.root.exists()
    home.root.mkdir()
    home.create()


def test_a_note_that_cannot_be_read_is_said_and_not_passed_over(tmp_path: Path):
    (tmp_path / "config" / "data-folder").mkdir(parents=True)
    with pytest.raises(SettingsError, match=r"cannot be read.*FACEATTEND_HOME"):
        default_home()


def test_a_note_that_cannot_be_written_is_said(tmp_path: Path):
    (tmp_path / "config").write_text("no folder")
    with pytest.raises(SettingsError, match="cannot be noted"):
        home_place.remember(tmp_path / "mine")
