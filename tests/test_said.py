"""What is said to people: English on its own, and still to be translated, whatever it went through."""

import ast
import copy
import json
import pickle
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from string import Formatter
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.domain.access import Permission, Role
from faceattend.domain.cameras import CameraStatus
from faceattend.domain.errors import BadInput, CameraUnreachable, FaceAttendError, LooksLikeSomeoneElse
from faceattend.domain.evidence import MatchWords
from faceattend.domain.said import UNSAID, Phrase, PhraseEnum, joined, said
from faceattend.domain.vision import QualityReason
from faceattend.services.camera_trial import CameraTrial
from faceattend.services.doctor import Check
from faceattend.services.import_refusals import Refusal
from faceattend.services.people_csv import Row
from faceattend.services.people_import import ImportStep, PreviewRow
from faceattend.services.photos import PhotoCheck, RefusedPhoto

SOURCES = Path(__file__).parents[1] / "src/faceattend"

names = st.text(max_size=20)


def parts(text: str) -> tuple[str, str, object]:
    """All that a translation needs."""
    assert isinstance(text, Phrase)
    return text.context, text.template, text.values


@given(names, st.integers())
def test_it_is_the_finished_english_text_whatever_the_name_holds(name: str, count: int) -> None:
    text = said("Test", "{name} has {count} photos").format(name=name, count=count)
    assert text == f"{name} has {count} photos"
    assert hash(text) == hash(str(text))
    assert json.dumps({"text": text}) == json.dumps({"text": str(text)})
    assert type(str(text)) is str


@given(names)
def test_braces_in_a_name_are_harmless_also_where_a_phrase_is_put_into_another(name: str) -> None:
    inner = said("Test", "the picture {path}").format(path="{" + name + "}")
    outer = said("Test", "{what} cannot be read.").format(what=inner)
    assert outer == "the picture {" + name + "} cannot be read."
    assert joined(outer, name, between="; ") == "; ".join(part for part in (outer, name) if part)


def test_signs_and_formats_are_kept() -> None:
    text = said("Test", "{name!r} has {score:.2f} of {{1}}").format(name="a'b", score=0.456)
    assert text == """"a'b" has 0.46 of {1}"""


@given(names)
def test_it_can_still_be_translated_after_every_way_it_may_go(name: str) -> None:
    @dataclass(frozen=True, slots=True)
    class Holder:
        text: str

    text = said("Test", "{name} and {other}").format(name=name, other=said("Test", "another"))
    ways = [
        pickle.loads(pickle.dumps(text)),  # noqa: S301 - made just now
        copy.copy(text),
        copy.deepcopy(text),
        Holder(text).text,
        asdict(Holder(text))["text"],
    ]
    for way in ways:
        assert way == text
        assert parts(way) == parts(text)
        assert parts(way.values["other"]) == ("Test", "another", {})


def test_without_values_braces_are_braces_and_values_have_names() -> None:
    assert said("Test", "a {b} {") == "a {b} {"
    with pytest.raises(TypeError, match="names"):
        said("Test", "a {}").format(1)


def test_joined_leaves_out_what_is_empty_and_keeps_the_parts() -> None:
    first, last = said("Test", "One."), said("Test", "Three.")
    text = joined(first, "", UNSAID, last)
    assert text == "One. Three."
    assert list(text.values.values()) == [first, last]
    assert not joined()
    assert joined() == UNSAID == ""


class Colour(PhraseEnum):
    RED = said("Colour", "red as {what}").format(what="rust")
    BLUE = said("Colour", "blue")


def test_an_enumeration_of_words_is_used_as_any_other() -> None:
    assert Colour("blue") is Colour.BLUE
    assert str(Colour.RED) == f"{Colour.RED}" == Colour.RED.value == "red as rust"
    assert ", ".join(Colour) == "red as rust, blue"
    assert {Colour.BLUE: 1}["blue"] == 1
    assert pickle.loads(pickle.dumps(Colour.RED)) is copy.deepcopy(Colour.RED) is Colour.RED  # noqa: S301
    assert parts(Colour.RED) == ("Colour", "red as {what}", {"what": "rust"})


def test_an_error_says_its_parts_as_one_that_can_be_translated() -> None:
    error = CameraUnreachable(said("Test", "{name} is away.").format(name="Door"), remedy=said("Test", "Look."))
    assert str(error) == error.said == "Door is away. Look."
    assert [parts(each) for each in error.said.values.values()] == [parts(error.what), parts(error.remedy)]


def test_an_error_of_a_plug_in_that_knows_only_plain_text_is_said_as_it_is() -> None:
    error = BadInput("No such lens.", remedy="Take another.")  # pyright: ignore[reportArgumentType] - the point
    assert str(error) == error.said == "No such lens. Take another."


HELD = {
    FaceAttendError.__init__: {"what", "means", "remedy"},
    LooksLikeSomeoneElse.__init__: {"what", "means", "remedy"},
    CameraStatus: {"detail"},
    CameraTrial: {"error", "unmeasured"},
    Check: {"name", "detail"},
    ImportStep: {"refusal"},
    PhotoCheck: {"refusal"},
    PreviewRow: {"fault"},
    Refusal: {"reason"},
    RefusedPhoto: {"reason"},
    Row: {"fault"},
}


@pytest.mark.parametrize("holder", HELD, ids=lambda each: each.__qualname__)
def test_what_carries_sentences_takes_nothing_but_phrases_so_that_the_type_checker_finds_plain_ones(
    holder: type | object,
) -> None:
    hints = get_type_hints(holder)
    assert {name: hints[name] for name in HELD[holder]} in (
        dict.fromkeys(HELD[holder], Phrase),
        dict.fromkeys(HELD[holder], Phrase | None),
    )
    assert HELD[holder] <= ({each.name for each in fields(holder)} if isinstance(holder, type) else set(hints))


@pytest.mark.parametrize("words", [MatchWords, Permission, QualityReason, Role], ids=lambda each: each.__name__)
def test_what_stands_in_sentences_is_translated_with_them(words: type[PhraseEnum]) -> None:
    assert all(each.context and each.template for each in words)


def sentences() -> Iterator[tuple[str, str, set[str | None]]]:
    """Where something is said, its template, and the names of what is put in."""
    for path in sorted(SOURCES.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        filled = {
            id(node.func.value): {each.arg for each in node.keywords}
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "said":
                where = f"{path.relative_to(SOURCES)}:{node.lineno}"
                yield where, ast.literal_eval(node.args[1]), filled.get(id(node), set())


def test_every_name_in_braces_is_given_and_no_other() -> None:
    found = list(sentences())
    assert len(found) > 400
    for where, template, given_names in found:
        assert {name for _, name, _, _ in Formatter().parse(template) if name is not None} == given_names, where
