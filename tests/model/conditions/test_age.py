"""Age in whole years, on the day that the file says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.fees.rule_set import RuleSet
from coursewright.model.conditions.age import AgeReason, age_on
from coursewright.model.reason import Reason
from tests.fees.applications import applicant
from tests.fees.asking import NOON, classes, verdict
from tests.fees.cohorts import Data, rule, rule_set


def _asking(age: Data, **keys: str) -> RuleSet:
    return rule_set(rule("r", percent=10, when={"age": age}), **({"age_at": "starts"} | keys))


@pytest.mark.parametrize(
    ("born", "asked", "reason"),
    [
        # The course starts on 18 February 2023.
        (date(1993, 2, 18), {"under": 30}, Reason(AgeReason.TOO_OLD, {"years": 30})),
        (date(1993, 2, 19), {"under": 30}, None),
        (date(1993, 2, 18), {"at_least": 30}, None),
        (date(1993, 2, 19), {"at_least": 30}, Reason(AgeReason.TOO_YOUNG, {"years": 30})),
        (date(1993, 2, 18), {"at_least": 18, "under": 31}, None),
        (None, {"under": 30}, Reason(AgeReason.UNKNOWN)),
        (None, {"at_least": 0}, Reason(AgeReason.UNKNOWN)),
        (date(2024, 1, 1), {"at_least": 0}, None),
    ],
)
def test_age_counts_to_the_day(born: date | None, asked: Data, reason: Reason | None) -> None:
    facts = {} if born is None else {"age": born}
    assert verdict(_asking(asked), applicant(NOON, **facts)) == reason


def test_day_is_that_of_the_receipt_where_the_file_says_so() -> None:
    rules = _asking({"under": 30}, age_at="received")
    day = NOON.date()
    assert verdict(rules, applicant(NOON, age=day.replace(year=day.year - 30))) is not None
    assert verdict(rules, applicant(NOON, age=day.replace(year=day.year - 30) + timedelta(days=1))) is None


@given(st.dates(date(1900, 1, 1), date(2020, 1, 1)), st.integers(0, 120))
def test_age_grows_by_one_on_each_birthday(born: date, years: int) -> None:
    try:
        birthday = born.replace(year=born.year + years)
    except ValueError:
        birthday = date(born.year + years, 2, 28)
    assert age_on(born, birthday) == years
    assert age_on(born, birthday - timedelta(days=1)) == years - 1


def test_classes_are_between_the_bounds() -> None:
    rules = rule_set(
        rule("a", percent=10, when={"age": {"under": 30}}),
        rule("b", percent=5, when={"age": {"at_least": 65}}),
        age_at="starts",
    )
    assert classes(rules) == [
        ("age-unknown", {}),
        ("age-under", {"under": 30}),
        ("age-between", {"least": 30, "under": 65}),
        ("age-from", {"least": 65}),
    ]


def test_day_is_needed_and_a_bound_too() -> None:
    with pytest.raises(ValueError, match="keys-together"):
        rule_set(rule("r", percent=10, when={"age": {"under": 30}}))
    with pytest.raises(ValueError, match="one-of-keys"):
        _asking({})
