"""One cohort's rules, compiled: from facts of an applicant to the lines of a statement. Amounts are whole cents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from coursewright.fees.combination import Effect, Taken, combined
from coursewright.fees.conditions import Cell, Conditions, conditions_of
from coursewright.fees.terms import Terms, conditionals, terms_of
from coursewright.model.anchor import Anchor
from coursewright.model.cohort import Cohort
from coursewright.model.column import SCORE
from coursewright.model.condition import Applicant
from coursewright.model.fee_rules import Combine, Fees, Rule
from coursewright.model.money import cents, percentage_text
from coursewright.model.reason import Reason

# What is said about rules, and takes no part in what they give.
_WORDS = {"label", "source", "sources", "scenarios", "illustrative", "ignore"}

# What files could not say at first: where they do not say it, it has no part in what names their rules.
_ADDED = {"given", "items", "plans", "payers"}
_SHARES = {"percent", "share", "rate", "back"}

Granted = frozenset[int]
"""The limited rules that an applicant gets, by their place in the file."""


@dataclass(frozen=True)
class RuleSet:
    """The fees of a cohort, ready for computing: one per cohort is made by :func:`rule_set_of`."""

    cohort: Cohort
    fees: Fees
    conditions: Conditions
    effects: tuple[Effect, ...]
    terms: Terms

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in the order of the file."""
        return self.fees.rules

    @property
    def combine(self) -> Combine:
        """What happens when rules meet; with fewer than two it makes no difference."""
        return self.fees.combine or Combine.BEST

    @cached_property
    def zone(self) -> ZoneInfo:
        """The cohort's time zone."""
        return ZoneInfo(self.cohort.timezone)

    @cached_property
    def price(self) -> int:
        """The full price."""
        return cents(self.fees.price)

    @cached_property
    def limited(self) -> tuple[int, ...]:
        """The rules that nobody gets without a decision: those with places or an award."""
        return tuple(number for number, rule in enumerate(self.rules) if is_limited(rule))

    @cached_property
    def needed(self) -> frozenset[str]:
        """What of an application decides something: the conditions that anything asks for, the score if it ranks."""
        whens = [*(rule.when for rule in self.rules), *(each.when for each in conditionals(self.fees))]
        asked = {each.name for each in self.fees.conditions for when in whens if when.asks(each) is not None}
        ranks = any(words.startswith(SCORE.name) for rule in self.rules for words in rule.award)
        return frozenset({*asked, *([SCORE.name] if ranks else [])})

    @cached_property
    def rules_hash(self) -> str:
        """The SHA-256 of all that the price depends on, as canonical JSON."""
        return hashlib.sha256(_canonical(self.cohort, self.fees).encode()).hexdigest()

    def cell_of(self, applicant: Applicant) -> Cell:
        """The cell of the applicant: all that the price depends on."""
        return self.conditions.cell_of(applicant)

    def is_enrolling(self, received: datetime) -> bool:
        """Whether applications are taken at that instant."""
        return received in self.conditions.enrolment

    def outcome(self, cell: Cell, granted: Granted = frozenset()) -> Outcome:
        """What the rules do in the cell for someone who was granted these limited ones."""
        verdicts = self.conditions.verdicts(cell)
        holding = tuple(number for number, verdict in enumerate(verdicts) if verdict is None)
        competing = tuple(number for number in holding if number in self.limited)
        at_work = tuple(number for number in holding if number not in competing or number in granted)
        taken = combined(self.effects, at_work, self.combine, self.price)
        return Outcome(verdicts, competing, taken, self.price - sum(each.off for each in taken.values()))


@dataclass(frozen=True)
class Outcome:
    """What the rules do in one cell. ``competing`` are the limited rules whose conditions hold, granted or not.

    ``taken`` has the rules at work; ``due`` is what remains of the price.
    """

    verdicts: tuple[Reason | None, ...]
    competing: tuple[int, ...]
    taken: Mapping[int, Taken]
    due: int

    @property
    def applied(self) -> tuple[int, ...]:
        """The rules that take something off."""
        return tuple(number for number, taken in self.taken.items() if taken.off)


def rule_set_of(cohort: Cohort) -> RuleSet:
    """The compiled rules of a cohort; ValueError where it has no fees."""
    if cohort.fees is None:
        raise ValueError(cohort.id)
    fees = cohort.fees
    effects = tuple(Effect.of(rule) for rule in fees.rules)
    return RuleSet(cohort, fees, conditions_of(cohort, fees, fees.rules), effects, terms_of(cohort, fees))


def is_limited(rule: Rule) -> bool:
    """Whether the rule goes to some of those whose conditions hold only."""
    return rule.places is not None or bool(rule.award)


def _canonical(cohort: Cohort, fees: Fees) -> str:
    document: dict[str, Any] = {
        "timezone": cohort.timezone,
        "enrolment": cohort.enrolment.model_dump(exclude_none=True),
        "fees": _dumped(fees),
    }
    if Anchor.STARTS in _anchors(fees):
        document["starts"] = cohort.starts
    return json.dumps(_plain(document), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _dumped(fees: Fees) -> dict[str, Any]:
    """The fees as files say them: what may be one or several is one where it is one."""
    document = {key: value for key, value in fees.model_dump(exclude_none=True).items() if value or key not in _ADDED}
    vat = document.pop("vat")
    return document | ({"vat": vat if len(vat) > 1 else vat[0]} if vat else {})


def _anchors(fees: Fees) -> Iterator[date | Anchor | None]:
    """The days from which others are counted."""
    yield from (fees.experience_at, fees.age_at)
    for instalments in (fees.instalments, *(plan.instalments for plan in fees.plans)):
        yield from (day for each in instalments for day in (each.after, each.before))
    yield from (step.of for step in (fees.withdrawal.steps if fees.withdrawal is not None else ()))


def _plain(value: Any) -> Any:
    """The value as JSON, without what is only said. Shares have one form for what is equal: 10 and 10.0 are one."""
    match value:
        case dict():
            return {key: percentage_text(item) if key in _SHARES else _plain(item) for key, item in _said(value)}
        case list() | tuple():
            return [_plain(item) for item in value]
        case Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case _:
            return value


def _said(value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, item) for key, item in value.items() if key not in _WORDS and (key not in _ADDED or item))
