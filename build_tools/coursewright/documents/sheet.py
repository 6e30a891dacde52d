"""A sheet: named columns of one kind of value each, and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from coursewright.model.table import Cell


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
