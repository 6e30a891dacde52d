"""Columns of a table of applications, and what their cells say of one row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from coursewright.model.reason import SentenceCode
from coursewright.model.table import Cell
from coursewright.model.words import N_

Read = TypeVar("Read")


@dataclass(frozen=True, eq=False)
class Column:
    """A column: its name in files and the names by which it is known, which capitals, accents and signs do not change.

    ``title`` and ``about`` are words of an empty table: what it is called there and what to write in it. ``label`` are
    words of a worked example on a page; one without is not shown there, and has perhaps words ``instead`` of its value.
    """

    name: str
    names: tuple[str, ...] = field(repr=False)
    title: str = field(repr=False)
    about: str = field(repr=False)
    label: str = field(default="", repr=False)
    instead: str = field(default="", repr=False)
    holds_day: bool = field(default=False, repr=False)


class CellError(ValueError):
    """A cell that does not hold what its column means: why not."""

    def __init__(self, code: SentenceCode) -> None:
        super().__init__(code)
        self.code = code


class ColumnError(ValueError):
    """Cells of a row that cannot be read: the column at fault, and why; columns among the values are told by name."""

    def __init__(self, column: Column, code: SentenceCode, values: Mapping[str, Any]) -> None:
        super().__init__(column, code, values)
        self.column = column
        self.code = code
        self.values = values


class Cells(Protocol):
    """What one row says."""

    def text(self, column: Column) -> str:
        """What stands in a column, without the space around it; nothing where there is no such column."""

    def read(self, column: Column, reader: Callable[[Cell], Read]) -> Read:
        """What ``reader`` makes of the cell; ColumnError for its CellError."""


APPLICATION = Column(
    "application",
    ("application", "application id", "domanda", "candidatura", "id domanda", "numero domanda"),
    N_("Application"),
    N_("A number or text of its own for each application; one is made where there is none."),
)
EMAIL = Column(
    "email",
    ("email", "e-mail", "email address", "indirizzo email", "indirizzo e-mail", "posta elettronica"),
    N_("E-mail"),
    N_("The applicant's address. Needed."),
)
RECEIVED = Column(
    "received",
    (
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
    N_("Received on"),
    N_("Day and time at which it was received, such as 15/12/2022 23.59; with the day alone, its end. Needed."),
    N_("received"),
)
NAME = Column(
    "name",
    ("name", "full name", "first name", "nome", "nome e cognome", "cognome e nome", "nominativo"),
    N_("Name"),
    N_("The first name, or the whole name."),
    N_("name"),
)
SURNAME = Column(
    "surname",
    ("surname", "last name", "family name", "cognome"),
    N_("Surname"),
    N_("The family name, if it is not with the name."),
    N_("surname"),
)
WITHDRAWN = Column(
    "withdrawn",
    ("withdrawn", "ritirata", "ritirato", "ritiro", "rinuncia"),
    N_("Withdrawn"),
    N_("yes, or the day, if the application was taken back."),
    N_("withdrawn"),
)
SCORE = Column(
    "score",
    ("score", "punteggio", "punti"),
    N_("Score"),
    N_("The number by which a commission has ranked the applicant."),
    N_("score"),
)
PLAN = Column(
    "plan",
    ("plan", "payment plan", "piano", "piano di pagamento", "rate"),
    N_("Payment plan"),
    N_("The plan that the applicant chooses, as the price list calls it; empty: the first."),
    N_("payment plan"),
)
WHO_PAYS = N_("Who pays")
PAYER = Column(
    "payer",
    ("payer", "who pays", "pagante", "chi paga", "paga"),
    WHO_PAYS,
    N_("person or organisation; empty: the person."),
    N_("who pays"),
)
REQUIRED = (EMAIL, RECEIVED)
"""The columns without which there is no application."""
