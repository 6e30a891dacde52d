"""Rules that ask one thing, and what they say of somebody."""

from __future__ import annotations

from typing import Any

from coursewright.fees.rule_set import RuleSet
from coursewright.model.condition import Applicant
from coursewright.model.reason import Reason
from tests.fees.cohorts import at, rule, rule_set

NOON = at("2022-11-01T12:00")


def verdict(rules: RuleSet, applicant: Applicant) -> Reason | None:
    """Why the one rule does not hold for somebody."""
    (found,) = rules.conditions.verdicts(rules.cell_of(applicant))
    return found


def asking(**when: Any) -> RuleSet:
    """One rule that asks this; experience is counted when enrolment closes."""
    return rule_set(rule("r", percent=10, when=when), experience_at="enrolment.closes")


def classes(rules: RuleSet) -> list[tuple[str, dict[str, Any]]]:
    """The classes of the one condition that rules ask for, with their values."""
    (dimension,) = rules.conditions.dimensions
    return [(each.code.value, dict(each.values)) for each in dimension.classes]
