"""A sheet: named columns of one kind of value each, and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import overload

from coursewright.model.table import Cell
from coursewright.model.words import N_

# What columns of several tables are called.
FROM = N_("From")
WHAT = N_("What")


class Kind(Enum):
    """What the cells of a column hold, where they are not empty."""

    TEXT = auto()
    NUMBER = auto()
    MONEY = auto()
    DAY = auto()
    INSTANT = auto()


@dataclass(frozen=True)
class Heading:
    """A column: its name, the kind of its cells, and its width in letters."""

    name: str
    kind: Kind = Kind.TEXT
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook; the first ``frozen`` columns stay in sight, and the header does.

    Instants have no offset: they are local times, and the heading says of where if it is not clear.
    """

    title: str
    headings: tuple[Heading, ...]
    rows: Sequence[Sequence[Cell]]
    frozen: int = 0


@dataclass(frozen=True)
class MadeRows(Sequence[Sequence[Cell]]):
    """Rows that are made when they are asked for, so that very many of them need no memory: ``size`` of them."""

    size: int
    make: Callable[[int], Sequence[Cell]]

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        return map(self.make, range(self.size))

    @overload
    def __getitem__(self, position: int) -> Sequence[Cell]: ...

    @overload
    def __getitem__(self, position: slice) -> Sequence[Sequence[Cell]]: ...

    def __getitem__(self, position: int | slice) -> Sequence[Cell] | Sequence[Sequence[Cell]]:
        if isinstance(position, slice):
            return [self.make(each) for each in range(self.size)[position]]
        return self.make(range(self.size)[position])
