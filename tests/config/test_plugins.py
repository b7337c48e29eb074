from pathlib import Path

import pytest

from faceattend.config.plugins import Registry
from faceattend.domain.errors import NotFound

GROUP = "faceattend.test_kinds"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry[object]:
    """A package as pip would install it, with plug-ins that work and plug-ins that do not."""
    (tmp_path / "plugin_for_tests.py").write_text("def open_source():\n    return 'opened'\n")
    (tmp_path / "broken_plugin_for_tests.py").write_text("raise RuntimeError('half installed')\n")
    info = tmp_path / "plugin_for_tests-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plugin-for-tests\nVersion: 1.0\n")
    lines = [
        f"[{GROUP}]",
        "works = plugin_for_tests:open_source",
        "broken = broken_plugin_for_tests:open_source",
        "absent = no_such_module:open_source",
        "misnamed = plugin_for_tests:nothing",
    ]
    (info / "entry_points.txt").write_text("\n".join(lines))
    monkeypatch.syspath_prepend(tmp_path)
    return Registry(GROUP, "test kind")


def test_plugins_are_found_by_name_and_loaded_when_asked_for(installed: Registry[object]) -> None:
    assert installed.names() == ["absent", "broken", "misnamed", "works"]
    loaded = installed.get("works")
    assert callable(loaded)
    assert loaded() == "opened"


def test_an_unknown_name_is_refused_with_the_known_ones(installed: Registry[object]) -> None:
    with pytest.raises(NotFound, match=r"no test kind 'nothing'.*absent, broken, misnamed, works"):
        installed.get("nothing")


@pytest.mark.parametrize("name", ["broken", "absent", "misnamed"])
def test_a_plugin_that_cannot_be_loaded_is_named_and_logged(
    installed: Registry[object], name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(NotFound, match=f"test kind '{name}' is installed but cannot be loaded") as caught:
        installed.get(name)
    assert caught.value.__cause__ is not None
    assert name in caplog.text


def test_a_point_without_plugins_is_empty() -> None:
    assert Registry[object]("faceattend.no_such_point", "nothing").names() == []
    with pytest.raises(NotFound):
        Registry[object]("faceattend.no_such_point", "nothing").get("x")


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("faceattend.report_formats", {"csv", "xlsx"}),
        ("faceattend.camera_kinds", {"device", "rtsp", "file", "loop", "stills"}),
        ("faceattend.model_packs", {"opencv-zoo"}),
    ],
)
def test_the_built_in_ones_are_declared_the_same_way(group: str, names: set[str]) -> None:
    assert names <= set(Registry[object](group, "thing").names())
