"""What an earlier settlement gave, and to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.person import Person


@dataclass(frozen=True, slots=True)
class Holding:
    """What someone has from an earlier settlement.

    ``reductions`` are the amounts of the rules by id, negative; ``items`` those of the items that there were.
    """

    status: ApplicationStatus
    due: Decimal
    reductions: dict[str, Decimal]
    items: dict[str, Decimal] = field(default_factory=dict)

    @property
    def has_place(self) -> bool:
        """Whether a place, with a scholarship or without."""
        return self.status in {ApplicationStatus.ACCEPTED, ApplicationStatus.SCHOLARSHIP}


@dataclass(frozen=True, slots=True)
class EarlierStatement:
    """A row of an earlier settlement, with the number that the application had then.

    ``row`` is that of the earlier file, of JSON that of the applications then. ``received`` is in UTC, None where it is
    not known; the other texts are empty where the file does not have them.
    """

    row: int
    application: str
    email: str
    name: str
    received: datetime | None
    holding: Holding

    @property
    def person(self) -> Person:
        """Whose row it was."""
        return Person.of(self.email, self.name)

    @property
    def who(self) -> str:
        """What the office calls the person: the name, else the address, else the application's number."""
        return self.name or self.email or self.application
