"""Rows by the million: kept packed, and unpacked some hundred at a time where they are looked at.

As Python's objects a million rows take half a gigabyte. The garbage collector walks through all of them at once, and so
does whoever lets go of them, and meanwhile the window stands still. Packed they take a tenth, and are bytes to both.
"""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import cast, overload

from faceattend.reports.table import Cell

Row = tuple[Cell, ...]

_AT_ONCE = 512
"""Rows unpacked together: some more than a screen holds, in a third of a millisecond."""


class PackedRows(Sequence[Row]):
    """Rows of a sheet, added one after the other. Once none is added any more, several threads may read them."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._last: list[Row] = []
        self._looked_at: tuple[int, list[Row]] = (-1, [])

    def extend(self, rows: Iterable[Row]) -> None:
        """Add rows behind the others."""
        for row in rows:
            self._last.append(row)
            if len(self._last) == _AT_ONCE:
                self._packed.append(pickle.dumps(self._last, pickle.HIGHEST_PROTOCOL))
                self._last = []

    def __len__(self) -> int:
        return len(self._packed) * _AT_ONCE + len(self._last)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return _Part(self, places)
        block, place = divmod(places, _AT_ONCE)
        number, rows = self._looked_at  # one read: another thread may look at other rows meanwhile
        if number != block:
            rows = self._block(block)
            self._looked_at = (block, rows)
        return rows[place]

    def __iter__(self) -> Iterator[Row]:
        return self.walk(0, len(self))

    def walk(self, start: int, stop: int) -> Iterator[Row]:
        """Go from a row to before another one, unpacking each block once."""
        first, skipped = divmod(start, _AT_ONCE)
        blocks = (self._block(block) for block in range(first, -(-stop // _AT_ONCE)))
        rows = (row for block in blocks for row in block)
        return islice(rows, skipped, skipped + max(0, stop - start))

    def _block(self, number: int) -> list[Row]:
        if number == len(self._packed):
            return self._last
        return cast("list[Row]", pickle.loads(self._packed[number]))  # noqa: S301 - packed by this very object


class _Part(Sequence[Row]):
    """Some rows of all."""

    def __init__(self, rows: PackedRows, places: range) -> None:
        self._rows = rows
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        places = self._places[index]
        return _Part(self._rows, places) if isinstance(places, range) else self._rows[places]

    def __iter__(self) -> Iterator[Row]:
        if self._places.step == 1:
            return self._rows.walk(self._places.start, self._places.stop)
        return (self._rows[place] for place in self._places)
