"""What a cohort costs, as its page tells it: prices by window, rules in words, worked examples, what is proven."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from coursewright.fees.column_names import named
from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.fees.scenarios import run_scenario
from coursewright.fees.table import fee_table
from coursewright.model.anchor import Anchor
from coursewright.model.application import COLUMNS
from coursewright.model.cell_values import read_day
from coursewright.model.cohort import Cohort
from coursewright.model.column import RECEIVED, CellError, Column
from coursewright.model.condition import Condition, Profile
from coursewright.model.fee_rules import (
    ApplicationStatus,
    Combine,
    Fees,
    Rule,
    Scenario,
)
from coursewright.model.moments import last_day
from coursewright.model.money import Amount, percentage_text
from coursewright.model.proof import FeeTable, Property, TableRow
from coursewright.model.reason import Reason
from coursewright.model.statement import Statement
from coursewright.model.words import N_, Sentence
from coursewright.views.for_whom import for_whom
from coursewright.views.payment_terms import PaymentTerms, payment_terms

_OF_QUOTES = {ApplicationStatus.OPEN, ApplicationStatus.CLOSED, ApplicationStatus.NOT_OPEN}
# As many as there are in 2022-12-15.
_DAY_LETTERS = 10


@dataclass(frozen=True)
class PriceLine:
    """A price in a window. ``who`` are the profiles it is for, each as what is particular to it: empty for all others.

    ``reductions`` are the labels of the rules that apply.
    """

    who: tuple[Profile, ...]
    due: Decimal
    reductions: tuple[str, ...]


@dataclass(frozen=True)
class PriceWindow:
    """The prices between two days, both included in the cohort's zone."""

    first: date
    last: date
    prices: tuple[PriceLine, ...]


@dataclass(frozen=True)
class RuleWords:
    """A rule: what it does, and for whom. ``illustrative`` names its values that no source states."""

    label: str
    effect: Sentence
    conditions: tuple[Sentence, ...]
    places: int | None
    award: tuple[str, ...]
    exclusive: bool
    illustrative: tuple[str, ...]
    source: str


Fact = str | date | datetime
"""What a column of an example says: days and times as such, in the cohort's zone, all else as written."""


@dataclass(frozen=True)
class ExampleCase:
    """One application of an example: what its columns say, each with its label, and what comes of it.

    ``unsaid`` has words for what is not to be shown. ``outcome`` is None where it is only quoted.
    """

    facts: tuple[tuple[str, Fact], ...]
    unsaid: tuple[str, ...]
    outcome: ApplicationStatus | None
    due: Decimal | None
    total: Decimal | None
    reductions: tuple[tuple[str, Decimal], ...]
    reason: Reason


@dataclass(frozen=True)
class Example:
    """A worked example, run."""

    title: str
    cases: tuple[ExampleCase, ...]


@dataclass(frozen=True)
class CohortFees:
    """All that the page says of fees."""

    currency: str
    price: Decimal
    windows: tuple[PriceWindow, ...]
    rules: tuple[RuleWords, ...]
    adds_up: bool
    experience_on: date | None
    experience_at_receipt: bool
    age_on: date | None
    age_at_receipt: bool
    payment: PaymentTerms
    examples: tuple[Example, ...]
    proven: tuple[Property, ...]
    waived: str
    illustrative: tuple[str, ...]
    sources: tuple[str, ...]


def cohort_fees(cohort: Cohort) -> CohortFees:
    """The fees of a cohort that has some. ``illustrative`` names those of their values that no source states."""
    rules = rule_set_of(cohort)
    fees, table = rules.fees, fee_table(rules)
    uses_experience = any(rule.when.experience is not None for rule in fees.rules)
    uses_age = any(rule.when.age is not None for rule in fees.rules)
    return CohortFees(
        currency=fees.currency,
        price=fees.price,
        windows=tuple(_windows(table, fees)),
        rules=tuple(_rule(cohort, rule, fees.currency, fees.conditions) for rule in fees.rules),
        adds_up=fees.combine is Combine.CUMULATE,
        experience_on=_counted_on(cohort, fees.experience_at) if uses_experience else None,
        experience_at_receipt=uses_experience and fees.experience_at is Anchor.RECEIVED,
        age_on=_counted_on(cohort, fees.age_at) if uses_age else None,
        age_at_receipt=uses_age and fees.age_at is Anchor.RECEIVED,
        payment=payment_terms(cohort, fees),
        examples=tuple(_example(rules, scenario) for scenario in fees.scenarios),
        proven=tuple(each.name for each in table.proof if each.applicable and each.counterexample is None),
        waived=next((each.waived for each in table.proof if each.waived and each.counterexample is not None), ""),
        illustrative=tuple(path for path in _SHOWN if cohort.shows_illustrative(path)),
        sources=fees.sources,
    )


_SHOWN = (
    "fees.price",
    "fees.combine",
    "fees.experience_at",
    "fees.age_at",
    "fees.instalments",
    "fees.items",
    "fees.plans",
    "fees.payers",
    "fees.withdrawal",
)


def _windows(table: FeeTable, fees: Fees) -> Iterator[PriceWindow]:
    """A window for each stretch of time, with a line for each set of profiles that pay the same in all of them."""
    by_profile: dict[Profile, list[TableRow]] = defaultdict(list)
    for row in table.rows:
        by_profile[row.profile].append(row)
    alike: dict[tuple[Decimal, ...], list[Profile]] = defaultdict(list)
    for profile, rows in by_profile.items():
        alike[tuple(row.due for row in rows)].append(profile)
    whos = {min(profiles, key=particulars): _who(profiles) for profiles in alike.values()}
    labels = {rule.id: rule.label for rule in fees.rules}
    for number, row in enumerate(next(iter(by_profile.values()), [])):
        assert row.window.start is not None
        assert row.window.end is not None
        prices = tuple(
            PriceLine(who, by_profile[profile][number].due, _labels(by_profile[profile][number], labels))
            for profile, who in whos.items()
        )
        yield PriceWindow(row.window.start.date(), last_day(row.window.end), prices)


def _who(profiles: list[Profile]) -> tuple[Profile, ...]:
    """The profiles of those who pay alike, by what is particular to them; those with least of it stand for all."""
    least = min(map(particulars, profiles))
    if least == 0:
        return ()
    return tuple(
        tuple(each for each in profile if not each.ordinary) for profile in profiles if particulars(profile) == least
    )


def particulars(profile: Profile) -> int:
    """How much somebody of this profile has to bring forward."""
    return sum(not each.ordinary for each in profile)


def _labels(row: TableRow, labels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(labels[rule] for rule in row.rules)


def _effect(rule: Rule, currency: str) -> Sentence:
    if rule.percent is not None:
        return Sentence(N_("{percent}% less."), {"percent": percentage_text(rule.percent)})
    if rule.amount is not None:
        return Sentence(N_("{amount} less."), {"amount": Amount(rule.amount, currency)})
    assert rule.price is not None
    return Sentence(N_("The price becomes {amount}."), {"amount": Amount(rule.price, currency)})


def _rule(cohort: Cohort, rule: Rule, currency: str, conditions: Sequence[Condition[Any, Any]]) -> RuleWords:
    path = f"fees.rules.{rule.id}"
    return RuleWords(
        label=rule.label,
        effect=_effect(rule, currency),
        conditions=tuple(for_whom(rule.when, conditions)),
        places=rule.places,
        award=rule.award,
        exclusive=rule.exclusive,
        illustrative=tuple(
            name
            for name in ("percent", "amount", "price", "places", "award", "when")
            if cohort.shows_illustrative(f"{path}.{name}") or rule.shows_illustrative(name)
        ),
        source=rule.source or "",
    )


def _counted_on(cohort: Cohort, at: date | Anchor | None) -> date | None:
    return None if at is None or at is Anchor.RECEIVED else cohort.day_of(at)


def _example(rules: RuleSet, scenario: Scenario) -> Example:
    given = scenario.applications if scenario.given is None else (scenario.given,)
    statements = run_scenario(rules, scenario).statements
    return Example(
        scenario.title, tuple(_case(*each, rules.fees.own_columns) for each in zip(given, statements, strict=True))
    )


def _case(given: Mapping[str, str], statement: Statement, own: Sequence[Column]) -> ExampleCase:
    by_name = {column.name: given[name] for name, column in named(own).items() if given.get(name)}
    said = [column for column in (*COLUMNS, *own) if column.name in by_name]
    return ExampleCase(
        facts=tuple((each.label, _fact(each, by_name[each.name], statement)) for each in said if each.label),
        unsaid=tuple(column.instead for column in said if column.instead),
        outcome=None if statement.status in _OF_QUOTES else statement.status,
        due=statement.due,
        total=statement.total,
        reductions=tuple((line.label, line.amount) for line in statement.lines if line.amount),
        reason=statement.reason,
    )


def _fact(column: Column, written: str, statement: Statement) -> Fact:
    """A receipt as the statement has it, unless it is given as a day; a day as such."""
    try:
        if column is RECEIVED and statement.received is not None:
            is_day = len(written) <= _DAY_LETTERS
            return statement.received.date() if is_day else statement.received
        return read_day(written) if column.holds_day else written
    except CellError:
        return written
