import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from faceattend.cli import application
from faceattend.config.paths import Home
from faceattend.domain.errors import LicenceNotAccepted


def test_every_pack_is_listed_with_its_licence(run: Callable, fresh: Path):
    listed = run("packs", "list", "--home", fresh, "--json").json["packs"]
    assert {"opencv-zoo", "buffalo_l"} <= {pack["name"] for pack in listed}
    assert [pack["name"] for pack in listed if pack["in_use"]] == ["opencv-zoo"]
    assert all(pack["licence"] for pack in listed)
    assert "in use" in run("packs", "list", "--home", fresh).out


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_a_licence_that_is_not_accepted_fetches_nothing(fresh: Path, answer: str):
    done = CliRunner().invoke(application, ["packs", "fetch", "buffalo_sc", "--home", str(fresh)], input=answer)
    assert isinstance(done.exception, LicenceNotAccepted)
    assert "non-commercial" in done.output
    assert not list(Home(fresh).models.glob("*"))


def test_where_nobody_can_answer_it_is_not_accepted(apart: Callable, fresh: Path):
    outcome = apart("packs", "fetch", "buffalo_sc", "--home", fresh, "--json", stdin=subprocess.DEVNULL)
    assert (outcome.code, outcome.json["kind"]) == (1, "LicenceNotAccepted")


def test_a_pack_that_does_not_exist_is_named(run: Callable, fresh: Path):
    outcome = run("packs", "fetch", "nonsense", "--home", fresh, "--json")
    assert outcome.code == 1
    assert "nonsense" in outcome.json["error"]
