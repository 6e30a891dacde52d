"""Applications: requests to enrol, read from one row each."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from coursewright.model.column import (
    APPLICATION,
    EMAIL,
    NAME,
    PAYER,
    PLAN,
    RECEIVED,
    SCORE,
    SURNAME,
    WITHDRAWN,
    Column,
)
from coursewright.model.condition import Applicant
from coursewright.model.fee_rules import CONDITIONS_TO_FILL
from coursewright.model.person import Person
from coursewright.model.reason import Reason

_ASKED_BY_RULES = tuple(column for condition in CONDITIONS_TO_FILL for column in condition.columns)
COLUMNS: tuple[Column, ...] = (
    APPLICATION,
    EMAIL,
    RECEIVED,
    NAME,
    SURNAME,
    WITHDRAWN,
    *_ASKED_BY_RULES,
    SCORE,
    PLAN,
    PAYER,
)
"""The columns that a table of applications can have."""
COLUMNS_TO_FILL = (APPLICATION, RECEIVED, EMAIL, NAME, SURNAME, *_ASKED_BY_RULES, PLAN, PAYER, SCORE, WITHDRAWN)
"""The same in the order in which people fill in an empty table."""
COLUMN_BY_NAME = {column.name: column for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Application:
    """One row that could be read. Who applies is the :class:`Person` of e-mail and name.

    ``id`` is the one that the row has, else :func:`derived_id`, and then ``is_numbered`` is False. ``withdrawn_on`` is
    the day of the withdrawal, where it is written.
    """

    row: int
    id: str
    email: str
    name: str
    applicant: Applicant
    score: Decimal | None = None
    withdrawn: bool = False
    withdrawn_on: date | None = None
    is_numbered: bool = True
    notes: tuple[Reason, ...] = ()

    @property
    def received(self) -> datetime:
        """When it was received, in UTC."""
        return self.applicant.received


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


def derived_id(email: str, name: str, received: datetime | None) -> str:
    """The id of an application that has none: made of person and receipt, so that no move of rows changes it.

    Sixteen letters and digits of a SHA-256: among a hundred thousand applications two by chance have one id less often
    than once in a hundred million files. Empty where the receipt cannot be read.
    """
    if received is None:
        return ""
    person = Person.of(email, name)
    said = "\0".join((person.email, person.name, received.astimezone(UTC).isoformat()))
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[:10]).decode().lower()


AnyRow = Application | UnreadableApplication
"""A row of a table of applications, whether it could be read or not."""
