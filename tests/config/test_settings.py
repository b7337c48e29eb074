from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.config.settings import AttendanceSettings, RecognitionSettings, Settings, change, load
from faceattend.domain.errors import SettingsError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_everything_has_its_default(file: Path) -> None:
    assert load(file) == Settings() == Settings(RecognitionSettings(), AttendanceSettings())


def test_an_empty_file_changes_nothing(file: Path) -> None:
    file.write_text("# nothing yet\n")
    assert load(file) == Settings()


def test_what_is_set_is_taken_and_the_rest_keeps_its_default(file: Path) -> None:
    file.write_text('[recognition]\nprovider = "cuda"\nagree = 5\naccept = 0.5\n[attendance]\ncool_down_minutes = 2\n')
    settings = load(file)
    assert settings.recognition == RecognitionSettings(provider="cuda", agree=5, accept=0.5)
    assert settings.attendance.cool_down == timedelta(minutes=2)
    assert isinstance(settings.attendance.cool_down_minutes, float)
    assert settings.attendance.unknown_days == AttendanceSettings().unknown_days


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[recognition\n", "cannot be read"),
        ("[recognitoin]\n", "recognitoin, which does not exist"),
        ("[recognition]\nacept = 0.5\n", r"recognition\.acept.*Known here:.*accept"),
        ("recognition = 3\n", "must be a section"),
        ("[recognition]\nagree = 2.5\n", r"recognition\.agree.*2\.5.*int"),
        ("[recognition]\nagree = true\n", r"recognition\.agree.*True.*int"),
        ('[recognition]\naccept = "high"\n', "recognition.accept.*high.*float"),
        ("[recognition]\naccept = true\n", "recognition.accept.*True"),
        ("[recognition]\naccept = nan\n", "recognition.accept.*nan.*0 to 1"),
        ("[recognition]\naccept = 1\n", "recognition.accept.*0 to 1"),
        ("[recognition]\nunsure = -0.1\n", "recognition.unsure"),
        ("[recognition]\nmargin = 1.5\n", "recognition.margin"),
        ("[recognition]\nagree = 0\n", "recognition.agree.*1 to 20"),
        ("[recognition]\nthreads = -1\n", "recognition.threads"),
        ('[recognition]\nprovider = "gpu"\n', "recognition.provider.*auto, cpu, cuda"),
        ("[recognition]\npack = 7\n", "recognition.pack.*str"),
        ("[attendance]\ncool_down_minutes = inf\n", "attendance.cool_down_minutes"),
        ("[attendance]\ncool_down_minutes = 1441\n", "attendance.cool_down_minutes.*0 to 1440"),
        ("[attendance]\nunknown_days = 91\n", "attendance.unknown_days.*0 to 90"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(file: Path, text: str, words: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError, match=words) as caught:
        load(file)
    assert caught.value.remedy


@pytest.mark.parametrize("content", [b"\xff\xfe[recognition]", b"\x00"])
def test_a_file_that_is_no_text_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(SettingsError, match=str(file)):
        load(file)


def test_a_folder_of_that_name_is_refused(file: Path) -> None:
    file.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        load(file)


def test_the_edges_of_every_range_are_allowed() -> None:
    RecognitionSettings(threads=256, accept=0.999, unsure=0.0, margin=0.0, agree=20)
    AttendanceSettings(cool_down_minutes=1440, unknown_days=90)
    AttendanceSettings(cool_down_minutes=0, unknown_days=0)


@given(st.sampled_from([each.name for each in fields(RecognitionSettings)]), st.floats() | st.integers() | st.text())
def test_no_value_makes_anything_but_settings_or_a_settings_error(name: str, value: object) -> None:
    try:
        made = RecognitionSettings(**{name: value})
    except (SettingsError, TypeError):  # TypeError: a text where a number is compared; load() checks types first
        return
    assert getattr(made, name) == value


class TestChanging:
    def test_a_file_is_made_when_there_is_none(self, file: Path) -> None:
        changed = change(file, {"attendance.unknown_days": 14, "recognition.accept": 0.48})
        assert changed == load(file)
        assert (changed.attendance.unknown_days, changed.recognition.accept) == (14, 0.48)

    def test_what_a_person_wrote_around_it_stays(self, file: Path) -> None:
        written = "# ours\n[recognition]   # of the north gate\nagree = 5 # see the minutes of May\n\n# the end\n"
        file.write_text(written)
        change(file, {"recognition.agree": 4, "appearance.theme": "dark"})
        text = file.read_text()
        assert "agree = 4 # see the minutes of May" in text
        for line in ("# ours", "[recognition]   # of the north gate", "# the end"):
            assert line in text
        assert load(file).appearance.theme == "dark"

    def test_inline_and_dotted_tables_are_changed_too(self, file: Path) -> None:
        file.write_text("attendance = { unknown_days = 3 }\nrecognition.agree = 5\n")
        changed = change(file, {"attendance.unknown_days": 4, "recognition.agree": 2})
        assert (changed.attendance.unknown_days, changed.recognition.agree) == (4, 2)

    @pytest.mark.parametrize(
        "changes",
        [
            {"recognition.accept": 1.5},
            {"recognition.acept": 0.5},
            {"recognitoin.accept": 0.5},
            {"attendance.unknown_days": "seven"},
            {"attendance.unknown_days": object()},
            {"attendance.unknown_days": 8, "recognition.provider": "gpu"},
        ],
    )
    def test_what_cannot_be_is_refused_and_the_file_stays(self, file: Path, changes: dict[str, object]) -> None:
        file.write_text("[attendance]\nunknown_days = 3\n")
        with pytest.raises(SettingsError) as caught:
            change(file, changes)
        assert caught.value.means == "Nothing was changed."
        assert file.read_text() == "[attendance]\nunknown_days = 3\n"
        assert [path.name for path in file.parent.iterdir()] == [file.name]

    def test_a_spoilt_file_is_not_written_over(self, file: Path) -> None:
        file.write_text("[attendance\n")
        with pytest.raises(SettingsError, match="cannot be read"):
            change(file, {"attendance.unknown_days": 8})
        assert file.read_text() == "[attendance\n"

    def test_a_disk_that_fails_leaves_the_old_file(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file.write_text("[attendance]\nunknown_days = 3\n")

        def full(_descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(SettingsError, match="No space left"):
            change(file, {"attendance.unknown_days": 8})
        assert load(file).attendance.unknown_days == 3
        assert [path.name for path in file.parent.iterdir()] == [file.name]

    def test_a_link_to_the_file_stays_a_link(self, file: Path, tmp_path: Path) -> None:
        kept = tmp_path / "kept elsewhere.toml"
        kept.write_text("")
        file.symlink_to(kept)
        change(file, {"attendance.unknown_days": 8})
        assert file.is_symlink()
        assert load(kept).attendance.unknown_days == 8
