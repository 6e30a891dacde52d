"""Applications: requests to enrol, read from one row each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from coursewright.model.reason import Reason


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
    """One row that could be read; ``received`` in UTC. Names and the like are compared by :func:`compared`."""

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
