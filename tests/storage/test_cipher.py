import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.domain.errors import WrongKey
from faceattend.storage.cipher import Cipher

CIPHER = Cipher(os.urandom(32))


@given(plain=st.binary(max_size=500), context=st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_what_is_sealed_opens_in_its_own_context(plain: bytes, context: str):
    assert CIPHER.open(CIPHER.seal(plain, context), context) == plain


@given(one=st.text("ab.", max_size=4), other=st.text("ab.", max_size=4))
def test_it_opens_in_no_other_context(one: str, other: str):
    sealed = CIPHER.seal(b"face", one)
    if one == other:
        assert CIPHER.open(sealed, other) == b"face"
    else:
        with pytest.raises(WrongKey):
            CIPHER.open(sealed, other)


def test_another_key_does_not_open_it():
    with pytest.raises(WrongKey, match="the key is another one"):
        Cipher(os.urandom(32)).open(CIPHER.seal(b"face", "photos.jpeg"), "photos.jpeg")


@given(noise=st.binary(max_size=80))
def test_noise_does_not_open(noise: bytes):
    with pytest.raises(WrongKey):
        CIPHER.open(noise, "photos.jpeg")


def test_no_nonce_is_used_twice():
    assert len({CIPHER.seal(b"", "photos.jpeg")[1:13] for _ in range(1000)}) == 1000
