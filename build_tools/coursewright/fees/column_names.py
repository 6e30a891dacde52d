"""What the columns of a table of applications are called, in English and Italian, and as a cohort says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coursewright.model.application import REQUIRED_COLUMNS, Column

COLUMN_NAMES: Mapping[Column, tuple[str, ...]] = {
    Column.APPLICATION: ("application", "application id", "domanda", "candidatura", "id domanda", "numero domanda"),
    Column.EMAIL: ("email", "e-mail", "email address", "indirizzo email", "indirizzo e-mail", "posta elettronica"),
    Column.RECEIVED: (
        "received",
        "received on",
        "timestamp",
        "ricevuta",
        "ricevuta il",
        "ricevuto",
        "ricevuto il",
        "data di ricezione",
        "data ricezione",
        "informazioni cronologiche",
    ),
    Column.NAME: ("name", "full name", "first name", "nome", "nome e cognome", "cognome e nome", "nominativo"),
    Column.SURNAME: ("surname", "last name", "family name", "cognome"),
    Column.WITHDRAWN: ("withdrawn", "ritirata", "ritirato", "ritiro", "rinuncia"),
    Column.EXPERIENCE: ("experience", "work experience", "esperienza", "esperienze", "esperienza lavorativa"),
    Column.EXPERIENCE_SINCE: ("experience since", "working since", "esperienza dal", "lavora dal"),
    Column.ORGANISATION: ("organisation", "organization", "organizzazione", "ente", "ente di appartenenza"),
    Column.CATEGORY: ("category", "categoria"),
    Column.CODE: ("code", "codice", "codice sconto", "codice ricevuto"),
    Column.ALUMNI: ("alumni", "took part before", "ha già partecipato", "ex partecipante", "ex allievo", "ex allieva"),
    Column.SCORE: ("score", "punteggio", "punti"),
}
"""The names by which each column is known; capitals, accents, ``_`` and ``-`` make no difference."""


@dataclass(frozen=True)
class Columns:
    """Where each column stands in a table; ``twice`` are headers that mean the same, ``missing`` the required ones."""

    positions: Mapping[Column, int]
    headers: tuple[str, ...]
    missing: tuple[Column, ...]
    twice: tuple[tuple[str, str], ...]

    def header(self, column: Column) -> str:
        """The column's name as the table has it, else as it should have been."""
        return self.headers[self.positions[column]] if column in self.positions else column.value


def columns_of(headers: Sequence[str], mapped: Mapping[str, str]) -> Columns:
    """Find the columns among the headers; ``mapped`` (a cohort's ``columns``) has headers by the column's name."""
    known = {_plain(name): column for column, names in COLUMN_NAMES.items() for name in names}
    own = {_plain(header): Column(name) for name, header in mapped.items() if name in _NAMES}
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
    missing = tuple(column for column in REQUIRED_COLUMNS if column not in positions)
    return Columns(positions, tuple(headers), missing, tuple(twice))


def unknown_names(mapped: Iterable[str]) -> tuple[str, ...]:
    """The keys of a cohort's ``columns`` that are no column's name."""
    return tuple(name for name in mapped if name not in _NAMES)


_NAMES = {column.value for column in Column}


def _plain(header: str) -> str:
    """The header without capitals, accents and the signs between words."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", header.casefold()) if not unicodedata.combining(each))
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())
