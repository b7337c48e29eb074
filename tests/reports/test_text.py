from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.reports.text import CELL_LIMIT, cut, writable

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_every_text_becomes_one_that_xml_takes_back_unchanged(text: str) -> None:
    kept = writable(text)
    element = f"<t>{escape(kept, {chr(13): '&#13;'})}</t>"
    assert (ET.fromstring(element.encode()).text or "") == kept  # noqa: S314 - our own text


@pytest.mark.parametrize("text", ["Zoë", "李小龍", "a\tb", "two\nlines", "👍 👩‍👩‍👧", "=1+1", "\N{NO-BREAK SPACE}"])
def test_honest_text_is_left_alone(text: str) -> None:
    assert writable(text) == text


def test_control_characters_and_lone_surrogates_go() -> None:
    assert writable("A\x00n\x07n\x1ba\ud800\ufffe\uffff") == "Anna"


@given(st.text(), st.integers(0, 20))
def test_cut_never_exceeds_the_limit_in_utf16_units_and_keeps_the_beginning(text: str, limit: int) -> None:
    kept = cut(text, limit)
    assert len(kept.encode("utf-16-le")) // 2 <= limit
    assert text.startswith(kept)


@given(st.text(max_size=10))
def test_what_fits_is_not_cut(text: str) -> None:
    assert cut(text, len(text.encode("utf-16-le")) // 2) == text


def test_a_character_of_two_units_is_not_split_at_excels_limit() -> None:
    text = "x" * (CELL_LIMIT - 1) + "👍"
    assert cut(text) == "x" * (CELL_LIMIT - 1)
