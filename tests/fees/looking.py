"""What can be seen of drawn fees by looking: at many instants, for many applicants, with all that can be granted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations, product
from typing import Any

from dateutil.relativedelta import relativedelta

from coursewright.fees.rule_set import RuleSet
from coursewright.model.condition import Applicant
from coursewright.model.conditions.experience import Period
from coursewright.model.fee_rules import Combine, Rule
from coursewright.model.moments import TICK
from coursewright.model.proof import Property
from tests.fees.applications import applicant
from tests.fees.cohorts import ROME
from tests.fees.drawn import CATEGORIES, CLOSES, CODES, OPENS
from tests.fees.plain_price import at_work, counted_on, due_under, is_in_time, suits, taken_off

Course = list[list[Rule]]
"""The rules that hold for somebody at each instant, in order."""


def instants_seen() -> list[datetime]:
    """The first, a middle and the last instant of each day of enrolment."""
    days = [OPENS + timedelta(days=number) for number in range((CLOSES - OPENS).days + 2)]
    starts = [datetime(day.year, day.month, day.day, tzinfo=ROME) for day in days]
    noons = [each.replace(hour=12).astimezone(UTC) for each in starts[:-1]]
    ends = [each.astimezone(UTC) - TICK for each in starts[1:]]
    return sorted([*(each.astimezone(UTC) for each in starts[:-1]), *noons, *ends])


def people_seen(rules: RuleSet) -> list[Applicant]:
    """Somebody of each kind that rules can ask for; what no rule asks for is left out."""
    asked = {key for rule in rules.rules for key in rule.when.model_fields_set}
    on = counted_on(rules.cohort, OPENS)
    exact = [(Period(on - relativedelta(years=years)),) for years in range(1, 5)]
    almost = [(Period(on - relativedelta(years=years) + timedelta(days=1)),) for years in range(1, 5)]
    values: dict[str, list[Any]] = {
        "experience": [None, (), *exact, *almost],
        "organisation_members": list(range(5)),
        "code": list(CODES),
        "category": list(CATEGORIES),
        "alumni": [False, True],
    }
    kinds = [[(name, value) for value in of_name] for name, of_name in values.items() if name in asked]
    return [applicant(instants_seen()[0], **dict(each)) for each in product(*kinds)]


def properties_seen(rules: RuleSet) -> dict[Property, bool]:
    """Which properties hold as far as one sees."""
    courses, grants = _courses(rules), _grants(rules)
    moments = [holding for course in courses for holding in course]
    tiers = {rule.tier for rule in rules.rules if rule.tier}
    in_tier = [sum(rule.tier == tier for rule in holding) for tier in tiers for holding in moments]
    alive = {
        name
        for holding in moments
        for granted in grants
        for name, amount in taken_off(rules.fees, at_work(holding, granted)).items()
        if amount
    }
    alive |= {rule.id for holding in moments for rule in holding if rule.tier}
    return {
        Property.NO_GAP: 0 not in in_tier,
        Property.NO_OVERLAP: all(count <= 1 for count in in_tier),
        Property.NO_DEAD_RULE: alive == {rule.id for rule in rules.rules},
        Property.LATER_NOT_CHEAPER: not any(_falls(rules, course, granted) for course in courses for granted in grants),
    }


def _courses(rules: RuleSet) -> list[Course]:
    """The different ways in which rules hold for people over time."""
    numbers = range(len(rules.rules))
    timely = [
        {number for number in numbers if is_in_time(rules.cohort, rules.rules[number], instant)}
        for instant in instants_seen()
    ]
    kinds = {
        frozenset(number for number in numbers if suits(rules.cohort, rules.rules[number], person))
        for person in people_seen(rules)
    }
    return [[[rules.rules[number] for number in sorted(kind & each)] for each in timely] for kind in kinds]


def _grants(rules: RuleSet) -> list[set[str]]:
    """What somebody can be granted: under ``best`` one limited rule at the most."""
    limited = [rule.id for rule in rules.rules if rule not in at_work(rules.rules, ())]
    most = len(limited) if rules.fees.combine is Combine.CUMULATE else min(1, len(limited))
    return [set(each) for size in range(most + 1) for each in combinations(limited, size)]


def _falls(rules: RuleSet, course: Course, granted: set[str]) -> bool:
    dues = [due_under(rules.fees, at_work(holding, granted)) for holding in course]
    return dues != sorted(dues)
