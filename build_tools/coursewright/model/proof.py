"""What a proof of fees says: properties that hold for every window and profile, or one where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from coursewright.model.condition import Profile
from coursewright.model.interval import Interval
from coursewright.model.reason import Reason
from coursewright.model.words import N_


class Property(StrEnum):
    """What can be proven of a cohort's fees."""

    NO_GAP = "no-gap"
    NO_OVERLAP = "no-overlap"
    NO_DEAD_RULE = "no-dead-rule"
    NONE_AFTER_CLOSING = "none-after-closing"
    WITHIN_PRICE = "within-price"
    LATER_NOT_CHEAPER = "later-not-cheaper"
    ORDER_STATED = "order-stated"


PROPERTIES = {
    Property.NO_GAP: N_("every tier has a rule for each instant and profile"),
    Property.NO_OVERLAP: N_("no tier has two rules for one instant and profile"),
    Property.NO_DEAD_RULE: N_("each rule changes a price for somebody"),
    Property.NONE_AFTER_CLOSING: N_("outside of enrolment there is no price"),
    Property.WITHIN_PRICE: N_("nobody pays less than nothing or more than the price"),
    Property.LATER_NOT_CHEAPER: N_("nobody pays less by applying later"),
    Property.ORDER_STATED: N_("no price depends on the order of the rules, unless the file says how they combine"),
}
"""What each property says, in words of the interface."""


@dataclass(frozen=True)
class Counterexample:
    """Where a property fails: an instant in the cohort's zone and a profile, as far as they matter, and what is wrong.

    ``rules`` are the ids of those that take part.
    """

    reason: Reason
    instant: datetime | None = None
    profile: Profile | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proven:
    """One property decided; ``waived`` says why the file does not ask for it.

    One that is not ``applicable`` concerns nothing in these rules: that it holds would say nothing.
    """

    name: Property
    counterexample: Counterexample | None = None
    waived: str = ""
    applicable: bool = True

    @property
    def holds(self) -> bool:
        """Whether it holds, is not asked for, or concerns nothing here."""
        return self.counterexample is None or bool(self.waived)


@dataclass(frozen=True)
class TableRow:
    """The price in one window (half open, in the cohort's zone) for one profile.

    ``rules`` are the ids of those that take something off, ``competing`` of those one may compete for.
    """

    window: Interval
    profile: Profile
    due: Decimal
    rules: tuple[str, ...]
    competing: tuple[str, ...]


@dataclass(frozen=True)
class Meeting:
    """Two rules that can hold together, and what is due then: ``result`` has the ids of those that apply."""

    rules: tuple[str, str]
    result: tuple[str, ...]
    due: Decimal
    reason: Reason


@dataclass(frozen=True)
class FeeTable:
    """All prices of a cohort, the rules that meet, and the proof."""

    cohort: str
    currency: str
    price: Decimal
    rows: tuple[TableRow, ...]
    meetings: tuple[Meeting, ...]
    proof: tuple[Proven, ...]
    rules_hash: str
