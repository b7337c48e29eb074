from pathlib import Path

import pytest

from faceattend.config.paths import Home
from faceattend.ui.last_folder import Files, keep_folder, last_folder


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's own folder with nothing in it, and nothing said of where pictures go."""
    made = tmp_path / "user"
    made.mkdir()
    monkeypatch.setenv("HOME", str(made))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(made / ".config"))
    return made


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "data").mkdir()
    return Home(tmp_path / "data")


@pytest.mark.parametrize(
    ("files", "usual"),
    [
        (Files.PHOTOS, "Pictures"),
        (Files.VIDEOS, "Videos"),
        (Files.REPORTS, "Documents"),
        (Files.LISTS, "Documents"),
    ],
)
def test_a_dialog_begins_where_such_files_are_kept_if_there_is_such_a_folder(
    home: Home, user: Path, files: Files, usual: str
):
    assert last_folder(home, files) == user
    (user / usual).mkdir()
    assert last_folder(home, files) == user / usual


def test_each_kind_of_files_remembers_its_own_folder_until_that_is_gone(home: Home, user: Path, tmp_path: Path):
    for files in Files:
        folder = tmp_path / files.value
        folder.mkdir()
        keep_folder(home, files, folder)
    assert [last_folder(home, files) for files in Files] == [tmp_path / files.value for files in Files]
    (tmp_path / "photos").rmdir()
    assert last_folder(home, Files.PHOTOS) == user
    assert last_folder(home, Files.VIDEOS) == tmp_path / "videos"
