"""The columns of a table of applications found among its headers, as they are known and as a cohort says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coursewright.model.application import COLUMN_BY_NAME, COLUMNS
from coursewright.model.column import REQUIRED, Column


@dataclass(frozen=True)
class Columns:
    """Where each column stands in a table; ``twice`` are headers that mean the same, ``missing`` the required ones."""

    positions: Mapping[Column, int]
    headers: tuple[str, ...]
    missing: tuple[Column, ...]
    twice: tuple[tuple[str, str], ...]

    def header(self, column: Column) -> str:
        """The column's name as the table has it, else as it should have been."""
        return self.headers[self.positions[column]] if column in self.positions else column.name


def columns_of(headers: Sequence[str], mapped: Mapping[str, str]) -> Columns:
    """Find the columns among the headers; ``mapped`` (a cohort's ``columns``) has headers by the column's name."""
    known = {_plain(name): column for column in COLUMNS for name in column.names}
    own = {_plain(header): COLUMN_BY_NAME[name] for name, header in mapped.items() if name in COLUMN_BY_NAME}
    taken = set(own.values())
    positions: dict[Column, int] = {}
    twice = []
    for position, header in enumerate(headers):
        plain = _plain(header)
        column = own.get(plain) or known.get(plain)
        if column is None or (column in taken and plain not in own):
            continue
        if column in positions:
            twice.append((headers[positions[column]], header))
        else:
            positions[column] = position
    missing = tuple(column for column in REQUIRED if column not in positions)
    return Columns(positions, tuple(headers), missing, tuple(twice))


def unknown_names(mapped: Iterable[str]) -> tuple[str, ...]:
    """The keys of a cohort's ``columns`` that are no column's name."""
    return tuple(name for name in mapped if name not in COLUMN_BY_NAME)


def _plain(header: str) -> str:
    """The header without capitals, accents and the signs between words."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", header.casefold()) if not unicodedata.combining(each))
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())
