"""The installer's locks match pyproject.toml, name digests, and betray no address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
RUNTIMES = ["cpu", "gpu"]


def lock(runtime: str) -> str:
    return (ROOT / "installer" / f"requirements-{runtime}.txt").read_text(encoding="utf-8")


def locked(runtime: str) -> dict[str, list[str]]:
    """Each package's pinned versions (one per platform, where they differ)."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock(runtime), flags=re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


def asked_for(runtime: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [Requirement(each) for each in project["project"]["dependencies"] + project["dependency-groups"][runtime]]


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_every_dependency_is_locked_within_its_range(runtime: str) -> None:
    pins = locked(runtime)
    stale = [
        str(wanted)
        for wanted in asked_for(runtime)
        if not pins.get(canonicalize_name(wanted.name))
        or not all(wanted.specifier.contains(pin, prereleases=True) for pin in pins[canonicalize_name(wanted.name)])
    ]
    assert not stale, f"run scripts/lock: {stale}"


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_every_package_has_digests_and_nothing_else_is_in_the_file(runtime: str) -> None:
    text = re.sub(r"\\\n\s*", "", lock(runtime))
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(lines) > 40
    pinned = re.compile(r"[\w.-]+==[\w.+!-]+( ; [^/\\@]+?)? ?( ?--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in lines if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_one_opencv_one_runtime_and_no_development_tools(runtime: str) -> None:
    names = set(locked(runtime))
    assert {name for name in names if name.startswith("opencv")} == {"opencv-contrib-python"}
    assert {name for name in names if name.startswith("onnxruntime")} == {
        "onnxruntime" if runtime == "cpu" else "onnxruntime-gpu"
    }
    assert not names & {"pytest", "ruff", "basedpyright", "faceattend"}


def test_the_extras_of_the_wheel_are_the_groups_of_a_checkout() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for runtime in RUNTIMES:
        assert project["project"]["optional-dependencies"][runtime] == project["dependency-groups"][runtime]
