"""Applications: requests to enrol, read from one row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from coursewright.model.reason import Reason
from coursewright.model.words import N_


class Column(StrEnum):
    """The columns that a table of applications can have, by their names in files."""

    APPLICATION = "application"
    EMAIL = "email"
    RECEIVED = "received"
    NAME = "name"
    SURNAME = "surname"
    WITHDRAWN = "withdrawn"
    EXPERIENCE = "experience"
    EXPERIENCE_SINCE = "experience_since"
    ORGANISATION = "organisation"
    CATEGORY = "category"
    CODE = "code"
    ALUMNI = "alumni"
    SCORE = "score"


COLUMN_WORDS: Mapping[Column, tuple[str, str]] = {
    Column.APPLICATION: (N_("Application"), N_("A number or text of its own for each application. Needed.")),
    Column.RECEIVED: (
        N_("Received on"),
        N_("Day and time at which it was received, such as 15/12/2022 23.59; with the day alone, its end. Needed."),
    ),
    Column.EMAIL: (N_("E-mail"), N_("The applicant's address. Needed.")),
    Column.NAME: (N_("Name"), N_("The first name, or the whole name.")),
    Column.SURNAME: (N_("Surname"), N_("The family name, if it is not with the name.")),
    Column.EXPERIENCE_SINCE: (N_("Working since"), N_("The day since which one has been working, if without a break.")),
    Column.EXPERIENCE: (
        N_("Work experience"),
        N_("Otherwise the periods, such as 2019-09-01/2021-03-31; 2022-01-10/ (an empty end runs on), or: none."),
    ),
    Column.ORGANISATION: (N_("Organisation"), N_("Where one works, if it counts for a reduction.")),
    Column.CATEGORY: (N_("Category"), N_("As a rule names it.")),
    Column.CODE: (N_("Code"), N_("The code received.")),
    Column.ALUMNI: (N_("Took part before"), N_("yes or no.")),
    Column.SCORE: (N_("Score"), N_("The number by which a commission has ranked the applicant.")),
    Column.WITHDRAWN: (N_("Withdrawn"), N_("yes, or the day, if the application was taken back.")),
}
"""What each column is called in an empty file, and what to write in it: words of the interface."""

REQUIRED_COLUMNS = (Column.APPLICATION, Column.EMAIL, Column.RECEIVED)


@dataclass(frozen=True, slots=True)
class Period:
    """Days of work, from ``start`` on and before ``end``; without an end it runs on."""

    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Applicant:
    """What the rules ask of an applicant. ``received`` is in UTC; ``experience`` is None where it is not stated.

    ``organisation_members`` counts the people of the same organisation who have a place, the applicant included.
    """

    received: datetime
    experience: tuple[Period, ...] | None = None
    organisation_members: int = 0
    code: str = ""
    category: str = ""
    alumni: bool = False


@dataclass(frozen=True, slots=True)
class Application:
    """One row that could be read; ``received`` in UTC. Who applies is the :class:`Person` of e-mail and name."""

    row: int
    id: str
    email: str
    name: str
    received: datetime
    organisation: str = ""
    experience: tuple[Period, ...] | None = None
    code: str = ""
    category: str = ""
    alumni: bool = False
    score: Decimal | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class UnreadableApplication:
    """One row that could not be read, with what could be, and why not; ``column`` is the header at fault."""

    row: int
    id: str
    received: datetime | None
    column: str
    reason: Reason
    email: str = ""
    name: str = ""


AnyRow = Application | UnreadableApplication
"""A row of a table of applications, whether it could be read or not."""
