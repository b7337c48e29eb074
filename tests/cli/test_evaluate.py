from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from tests.stations import portraits

from faceattend.config.paths import Home

pytestmark = pytest.mark.models

KEYS = {
    "identities",
    "photos",
    "detection_rate",
    "rank1",
    "tar_at_far_1e-2",
    "tar_at_far_1e-3",
    "fnir_at_fpir_1e-2",
    "eer",
    "best_threshold",
    "pair_accuracy",
    "ms_per_face",
}


@pytest.fixture
def people(open_here: Callable, home_with_people: Home, tmp_path: Path) -> Path:
    """Six people with four photos each: one portrait, a little turned, moved and lit otherwise."""
    random = np.random.default_rng(0)
    for number, bgr in enumerate(portraits(open_here(home_with_people))):
        folder = tmp_path / "people" / f"P{number}"
        folder.mkdir(parents=True)
        height, width = bgr.shape[:2]
        for photo in range(1, 5):
            turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-6, 6), random.uniform(0.9, 1.1))
            moved = cv2.warpAffine(bgr, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
            lit = cv2.convertScaleAbs(moved, alpha=random.uniform(0.9, 1.1), beta=random.uniform(-12, 12))
            cv2.imwrite(str(folder / f"P{number}_{photo:04d}.png"), lit)
    return tmp_path / "people"


def test_a_small_set_is_measured(run: Callable, home_with_people: Home, people: Path, tmp_path: Path):
    (people / "P0" / "P0_0009.png").write_bytes(b"no picture")
    (people / "_apart").mkdir()
    cv2.imwrite(str(people / "P1" / "P1_0008.png"), np.full((200, 200, 3), 90, np.uint8))
    same = [f"P{n}\t1\t{m}" for n in range(6) for m in (2, 3)]
    other = [f"P{n}\t1\tP{(n + k) % 6}\t2" for n in range(6) for k in (1, 2)]
    pairs = tmp_path / "pairs.txt"
    pairs.write_text("\n".join(["1\t12", *same, *other]), encoding="utf-8")
    outcome = run("evaluate", people, "--pairs", pairs, "--home", home_with_people.root, "--json")
    assert outcome.code == 0, outcome.err
    found = outcome.json
    assert set(found) >= KEYS
    assert (found["identities"], found["photos"], found["unreadable"]) == (6, 25, 1)
    assert found["detection_rate"] == pytest.approx(24 / 25)
    assert found["rank1"] == 1
    assert 0.9 <= found["tar_at_far_1e-3"] <= found["tar_at_far_1e-2"] <= 1
    assert 0 <= found["eer"] < 0.05
    assert 0 <= found["fnir_at_fpir_1e-2"] < 0.2
    assert 0 < found["best_threshold"] < 1
    assert found["pair_accuracy"] > 0.9
    assert 0 < found["ms_per_face"] < 5000
    assert "rank1" in run("evaluate", people, "--enrol", "3", "--home", home_with_people.root).out


def test_progress_is_told(home_with_people: Home, people: Path):
    from faceattend.config.settings import RecognitionSettings
    from faceattend.domain.access import LOCAL_ADMINISTRATOR
    from faceattend.services import evaluation

    told: list[tuple[int, int]] = []
    evaluation.evaluate(
        LOCAL_ADMINISTRATOR,
        home_with_people,
        RecognitionSettings(),
        people,
        evaluation.Protocol(),
        lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (24, 24)


def test_what_a_set_does_not_allow_is_null_and_no_error(run: Callable, home_with_people: Home, people: Path):
    for folder in sorted(people.iterdir())[1:]:
        for photo in folder.iterdir():
            photo.unlink()
        folder.rmdir()
    for photo in sorted((people / "P0").iterdir())[1:]:
        photo.unlink()
    found = run("evaluate", people, "--home", home_with_people.root, "--json")
    assert found.code == 0
    assert (found.json["photos"], found.json["detection_rate"]) == (1, 1)
    assert found.json["rank1"] is found.json["fnir_at_fpir_1e-2"] is found.json["pair_accuracy"] is None


def test_a_set_in_which_no_face_is_found_is_no_error(run: Callable, home_with_people: Home, tmp_path: Path):
    (tmp_path / "set" / "Nobody").mkdir(parents=True)
    cv2.imwrite(str(tmp_path / "set" / "Nobody" / "a.png"), np.full((200, 200, 3), 90, np.uint8))
    outcome = run("evaluate", tmp_path / "set", "--home", home_with_people.root, "--json")
    assert outcome.code == 0
    assert (outcome.json["photos"], outcome.json["detection_rate"], outcome.json["eer"]) == (1, 0, None)


@pytest.mark.parametrize("content", [b"P0\tone\ttwo\n", b"\xff\xfe\x00"])
def test_pairs_that_are_none_and_empty_folders_and_unknown_packs_are_refused(
    run: Callable, home_with_people: Home, people: Path, tmp_path: Path, content: bytes
):
    pairs = tmp_path / "pairs.txt"
    pairs.write_bytes(content)
    refused = run("evaluate", people, "--pairs", pairs, "--home", home_with_people.root, "--json")
    assert (refused.code, refused.json["kind"]) == (1, "BadInput")
    assert "pairs" in refused.json["error"]
    (tmp_path / "empty").mkdir()
    refused = run("evaluate", tmp_path / "empty", "--home", home_with_people.root, "--json")
    assert (refused.code, refused.json["kind"]) == (1, "BadInput")
    refused = run("evaluate", people, "--pack", "nonsense", "--home", home_with_people.root, "--json")
    assert refused.code == 1
    assert "nonsense" in refused.json["error"]
