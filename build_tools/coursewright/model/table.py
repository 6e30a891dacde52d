"""A sheet of rows as it was read: a header, and cells that keep the type their file gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

Cell = str | int | float | Decimal | bool | datetime | date | time | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts it (the header is usually 1), and its cells, one a column."""

    number: int
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Dialect:
    """How a text file writes a table: what parts its cells, and the encoding that was found."""

    delimiter: str
    encoding: str


@dataclass(frozen=True)
class Table:
    """A sheet: the names of its columns as written, its rows, and how a text file wrote it."""

    headers: tuple[str, ...]
    rows: Sequence[Row]
    dialect: Dialect | None = None
