import os
from pathlib import Path

import pytest

from faceattend.config import home_place, paths
from faceattend.config.paths import HOME_VARIABLE, Home, default_demo_home, default_home
from faceattend.domain.errors import StorageReadOnly


def test_everything_lies_within_the_home(tmp_path: Path) -> None:
    home = Home(tmp_path)
    places = [
        home.database,
        home.backups,
        home.spool,
        home.models,
        home.prepared,
        home.logs,
        home.settings,
        home.first_run,
        home.demo_key,
    ]
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert len(set(places)) == len(places)


def test_the_folder_is_made_for_this_user_only(tmp_path: Path) -> None:
    home = Home(tmp_path / "deep" / "home")
    home.create()
    home.create()
    assert home.root.stat().st_mode & 0o777 == 0o700


def test_a_place_where_no_folder_can_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StorageReadOnly, match=r"cannot be written.*choose another folder"):
        Home(tmp_path / "file" / "home").create()


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:  # root may write anywhere, so the answer of the system is put on
        monkeypatch.setattr(paths.os, "access", lambda *_: False)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StorageReadOnly, match=str(tmp_path)):
            Home(tmp_path).create()
    finally:
        tmp_path.chmod(0o700)


def test_the_variable_names_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "mine"))
    assert default_home() == tmp_path / "mine"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv(HOME_VARIABLE, "~/mine")
    assert default_home() == tmp_path / "mine"


def test_without_it_the_platform_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home_place, "user_config_dir", lambda *_, **__: str(tmp_path))  # nothing was chosen
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    assert default_home().name == "faceattend"
    monkeypatch.setenv(HOME_VARIABLE, "")
    assert default_home().name == "faceattend"


def test_the_demo_never_shares_the_real_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "mine"))
    demo, real = default_demo_home().root, default_home()
    assert default_demo_home().demo
    assert demo != real
    assert not demo.is_relative_to(real)
    assert not real.is_relative_to(demo)
