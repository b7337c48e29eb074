"""Text that every reader accepts: what neither XML nor a spreadsheet can hold is left out."""

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2) does not allow: control characters, halves of surrogate pairs, non-characters."""

CELL_LIMIT = 32_767
"""Characters a cell of Excel holds, counted in UTF-16 units (Microsoft, "Excel specifications and limits")."""


def writable(text: str) -> str:
    """Return the text without the characters that no XML file can hold; tab and line breaks stay."""
    return _UNWRITABLE.sub("", text)


def cut(text: str, limit: int = CELL_LIMIT) -> str:
    """Return as much of the text as fits into ``limit`` UTF-16 units, never half a character."""
    if len(text) <= limit // 2:  # no character takes more than two units: the usual case, without encoding
        return text
    return text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", errors="ignore")
