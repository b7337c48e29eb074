import os
import platform
from pathlib import Path

import pytest

from faceattend.config.memory import give_back

_PIECE = 64 * 1024
_PIECES = 2048


def held_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only the GNU C library keeps what was freed")
def test_what_was_freed_between_pieces_in_use_is_given_back():
    pieces = [bytearray(_PIECE) for _ in range(_PIECES)]
    in_use = pieces[::16]
    pieces.clear()
    before = held_bytes()
    give_back()
    assert before - held_bytes() > _PIECE * _PIECES / 2
    assert len(in_use) == _PIECES / 16


def test_it_may_be_asked_anywhere():
    give_back()
