"""Very many rows in little memory: each is packed when it is added and unpacked whenever it is asked for."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from coursewright.model.table import Cell, Row

_BETWEEN = "\0"
# No text in UTF-8 begins with the byte by which every pickle begins.
_PICKLED = b"\x80"


class PackedRows(Sequence[Row]):
    """Rows that are read in order; a row of texts costs little more than its letters.

    Eight texts as a list of their own would take some 700 bytes, packed they take their letters and 50 bytes.
    """

    __slots__ = ("_contents", "_numbers", "size")

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._numbers = array("Q")
        self._contents: list[bytes] = []
        # In bytes.
        self.size = 0
        for row in rows:
            self.append(row.number, row.cells)

    def append(self, number: int, cells: Sequence[Cell]) -> None:
        """Add a row at the end."""
        self._numbers.append(number)
        content = _packed(cells)
        self._contents.append(content)
        self.size += len(content)

    def __len__(self) -> int:
        return len(self._contents)

    def __iter__(self) -> Iterator[Row]:
        return map(_row, self._numbers, self._contents)

    @overload
    def __getitem__(self, position: int) -> Row: ...

    @overload
    def __getitem__(self, position: slice) -> Sequence[Row]: ...

    def __getitem__(self, position: int | slice) -> Row | Sequence[Row]:
        if isinstance(position, slice):
            return list(map(_row, self._numbers[position], self._contents[position]))
        return _row(self._numbers[position], self._contents[position])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(other) == len(self) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]


def _same(row: Row, other: object) -> bool:
    return row == other


def _packed(cells: Sequence[Cell]) -> bytes:
    if cells and all(type(cell) is str for cell in cells):
        text = _BETWEEN.join(cells)  # type: ignore[arg-type]
        if text.count(_BETWEEN) == len(cells) - 1:
            return text.encode("utf-8", "surrogatepass")
    return pickle.dumps(list(cells), protocol=pickle.HIGHEST_PROTOCOL)


def _row(number: int, content: bytes) -> Row:
    if content[:1] == _PICKLED:
        # Pickled above, in this process: nothing that a file brings is ever unpickled.
        return Row(number, pickle.loads(content))
    return Row(number, content.decode("utf-8", "surrogatepass").split(_BETWEEN))
