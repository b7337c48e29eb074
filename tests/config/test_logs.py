import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from faceattend.config.logs import configure

LOG = logging.getLogger("faceattend.tests")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Other tests find the logger as it was."""
    root = logging.getLogger("faceattend")
    level, handlers = root.level, list(root.handlers)
    yield
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:], root.level = handlers, level
    root.setLevel(level)


def give_up(source: str) -> None:
    raise OSError(f"no answer from {source}")


def written(folder: Path) -> str:
    return (folder / "faceattend.log").read_text(encoding="utf-8")


def test_the_file_gets_information_and_stderr_only_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(tmp_path / "logs")
    LOG.debug("very quiet")
    LOG.info("quiet")
    LOG.warning("loud")
    said = capsys.readouterr().err
    assert "loud" in said
    assert "quiet" not in said
    assert "INFO" in written(tmp_path / "logs")
    assert "loud" in written(tmp_path / "logs")
    assert "very quiet" not in written(tmp_path / "logs")


def test_verbose_says_everything(capsys: pytest.CaptureFixture[str]) -> None:
    configure(None, verbose=True)
    LOG.debug("very quiet")
    assert "very quiet" in capsys.readouterr().err


def test_the_folder_is_made_for_this_user_only(tmp_path: Path) -> None:
    configure(tmp_path / "logs")
    assert (tmp_path / "logs").stat().st_mode & 0o777 == 0o700


def test_configured_twice_each_line_stands_once_and_in_the_new_place(tmp_path: Path) -> None:
    configure(tmp_path / "first")
    configure(tmp_path / "second")
    LOG.warning("once")
    assert written(tmp_path / "second").count("once") == 1
    assert not (tmp_path / "first" / "faceattend.log").exists()


@pytest.mark.parametrize(
    "source",
    [
        "rtsp://ada:s3cret@cam.lan/live",
        "rtsp://ada:s3cret@word@cam.lan/live",
        "rtsp://ada:it's-s3cret@cam.lan/live",
        "https://cam.lan/live?token=s3cret&x=1",
        "http://cam.lan/live?user=ada&password=s3cret",
    ],
)
def test_passwords_are_masked_in_messages_arguments_and_tracebacks(
    tmp_path: Path, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(tmp_path)
    LOG.error("cannot open %s", source)
    LOG.error("cannot open '%s', twice", source)
    try:
        give_up(source)
    except OSError:
        LOG.exception("failed")
    for text in (written(tmp_path), capsys.readouterr().err):
        assert "s3cret" not in text
        assert "cam.lan" in text
        assert "Traceback" in text


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_full_disk_floods_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "faceattend.log").symlink_to("/dev/full")
    configure(tmp_path)
    LOG.warning("the door was opened")
    said = capsys.readouterr().err
    assert "the door was opened" in said
    assert "Traceback" not in said
    for handler in logging.getLogger("faceattend").handlers:
        with suppress(OSError):  # what was not written is tried once more
            handler.close()


def test_a_long_log_is_rolled_over_and_bounded(tmp_path: Path) -> None:
    configure(tmp_path)
    for _ in range(20):
        LOG.info("x" * 500_000)  # also one long word, which must not take the masking long
    files = list(tmp_path.iterdir())
    assert 2 <= len(files) <= 6
    assert sum(file.stat().st_size for file in files) < 7_000_000
