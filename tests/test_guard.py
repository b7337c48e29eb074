import subprocess
import sys
from pathlib import Path

import pytest

GUARD = Path(__file__).parents[1] / "scripts" / "guard.py"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    return tmp_path


def guard(repository: Path) -> tuple[int, str]:
    subprocess.run(["git", "add", "--all"], cwd=repository, check=True)
    ran = subprocess.run([sys.executable, GUARD], cwd=repository, check=False, capture_output=True, text=True)
    assert not ran.stderr
    return ran.returncode, ran.stdout


def test_honest_files_pass(repository: Path) -> None:
    folder = "work"  # apart from the slashes: other guards read this file too
    (repository / "README.md").write_text(f"Run ./{folder}/run; see https://example.org/home/ and src/{folder}/x.py\n")
    (repository / "icon.png").write_bytes(b"\x89PNG")
    assert guard(repository) == (0, "")


@pytest.mark.parametrize("name", ["face.jpg", "FACE.JPEG", "door.mp4", "sface.onnx", "gallery.npz", "x.db", "demo.key"])
def test_faces_weights_databases_and_keys_are_refused_by_their_kind(repository: Path, name: str) -> None:
    (repository / name).write_bytes(b"x")
    code, said = guard(repository)
    assert (code, name in said) == (1, True)


@pytest.mark.parametrize(
    "line",
    [
        "index = https://" + "py" + "pi.org/simple",
        "see /" + "root/x/y",
        'open("/' + 'home/ada/x")',
        "-----BEGIN " + "PRIVATE KEY-----",
    ],
)
def test_traces_and_secrets_are_refused_with_their_line(repository: Path, line: str) -> None:
    (repository / "notes.md").write_text(f"fine\n{line}\n")
    code, said = guard(repository)
    assert (code, "notes.md:2" in said) == (1, True)


def test_large_files_are_refused(repository: Path) -> None:
    (repository / "big.txt").write_text("x" * 1_000_001)
    code, said = guard(repository)
    assert (code, "larger than" in said) == (1, True)


def test_files_that_git_ignores_or_has_lost_do_not_matter(repository: Path) -> None:
    (repository / ".gitignore").write_text("*.onnx\n")
    (repository / "sface.onnx").write_bytes(b"x")
    (repository / "gone.txt").write_text("x")
    subprocess.run(["git", "add", "--all"], cwd=repository, check=True)
    (repository / "gone.txt").unlink()
    assert guard(repository) == (0, "")
